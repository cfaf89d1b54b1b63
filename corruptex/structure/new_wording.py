"""New wording inside an amending act: where the amended act will have it."""

from __future__ import annotations

from functools import lru_cache

from corruptex.model import Act, Unit
from corruptex.structure.amendment_commands import commands_of
from corruptex.structure.amendment_naming import before_act, targets_of
from corruptex.structure.quotations import Quotation, masked, quotations
from corruptex.structure.targets import UNNUMBERED, Path, merged, paths_of

NOT_NORMS = frozenset(("title", "signature", "note", "contents"))
"""Units in which an act commands nothing."""


def target_of(act: Act, unit_index: int) -> Path:
    """The unit of another act that a command speaks about, as far as its own words and those above it say.

    Args:
        act: The amending act.
        unit_index: Index of the unit that holds the command; of several commands the first counts.
    """
    path: Path = ()
    for unit in reversed(_chain(act, unit_index)):
        words = act.text[unit.body : unit.end]
        words = masked(words, quotations(words))
        path = merged(path, _completed(act, unit, _first_named(words, unit)))
    return tuple(step for step in path if step[1] or step[0] in UNNUMBERED)


def _completed(act: Act, unit: Unit, path: Path) -> Path:
    """Give a unit named without a number («пункт дополнить …») the number a neighbour before it names."""
    if all(number for _, number in path):
        return path
    for other in reversed(act.units[: unit.index]):
        if other.parent == unit.parent:
            words = act.text[other.body : other.end]
            known = dict(_first_named(masked(words, quotations(words)), other))
            if known.keys() & {kind for kind, number in path if not number}:
                return tuple((kind, number or known.get(kind, "")) for kind, number in path)
    return path


@lru_cache(maxsize=4)
def _quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of an act, asked for once per cited unit."""
    return tuple(quotations(text))


def turn_in_wording(act: Act, unit_index: int) -> int | None:
    """Count a unit among those that stand directly in the new wording that its parent's command brings.

    Args:
        act: The amending act.
        unit_index: Index of the unit.

    Returns:
        0 for the unit that opens the quotation, 1 for the next one; ``None`` outside a new wording.
    """
    unit = act.units[unit_index]
    if unit.parent is None:
        return None
    head = act.units[unit.parent]
    place = first_character(act.text, unit)
    for quotation in _quotations(act.text):
        if quotation.block and head.start <= quotation.start <= place < quotation.end:
            return sum(
                other.parent == unit.parent and quotation.start <= first_character(act.text, other) < place
                for other in act.units[unit.parent + 1 : unit_index]
            )
    return None


def _chain(act: Act, unit_index: int) -> list[Unit]:
    """A unit and those above it, up to the one whose words are themselves new wording."""
    chain = [act.units[unit_index]]
    while (parent := chain[-1].parent) is not None:
        chain.append(act.units[parent])
    return [unit for unit in chain if unit.kind not in NOT_NORMS]


def _first_named(words: str, unit: Unit) -> Path:
    """The unit that a head or a command names first; nothing if it names none."""
    found = commands_of(words, unit.lang, 0, len(words))
    paths = (
        targets_of(words, found[0], 0, unit.lang)
        if found
        else paths_of(before_act(words, unit.lang), unit.lang)
    )
    return paths[0] if paths else ()


def first_character(text: str, unit: Unit) -> int:
    """First character of a unit that is no white space."""
    start = unit.start
    while start < unit.end - 1 and text[start].isspace():
        start += 1
    return start
