"""Named acts looked up in the local register: repealed ones, cited articles that the held edition has not.

Only what a register holds is judged. Editions differ, so a missing article is a doubt that names the edition;
an act that the register does not hold is no finding at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from corruptex.detection.whole.remark import Remark
from corruptex.model import Act, Reference, ReferenceStatus, Texts, Unit
from corruptex.structure.citing import ancestors, cite_steps
from corruptex.structure.named_acts import NamedAct
from corruptex.structure.named_acts import named_acts as acts_named_in

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct
    from corruptex.register import Entry, Held, Register

FINDER: Final = "named_acts"

ASPECTS: Final = {"act_repealed": "repealed", "article_lost": "lost", "article_missing": "missing"}
"""What is reported of a reference, by the verdict on it."""

DOUBT_OF_EDITION: Final = 0.75
"""Another edition of the act may have the article."""

MOST_GAPS: Final = 0.1
"""Share of its articles that a whole act may lack: some editions leave no trace of repealed ones."""

_OF_THE_PAST: Final = re.compile(
    r"утрати\w+ силу|признать|в редакции|до вступления|принят\w* до"
    r"|күчүн жогот|редакция|кабыл алынганга чейин",
    re.IGNORECASE,
)
"""A norm that repeals an act, or speaks of the time when it was in force, names it rightly."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """A reference to another act, and what the register says of it."""

    reference: Reference
    held: Held
    verdict: Literal["held", "act_repealed", "article_lost", "article_missing", "unchecked", "unknown"]


_STATUS: Final[dict[str, ReferenceStatus]] = {
    "held": "resolved",
    "act_repealed": "repealed",
    "article_lost": "repealed",
    "article_missing": "missing",
    "unchecked": "unchecked",
    "unknown": "unknown",
}


def in_register(references: Sequence[Reference], register: Register) -> tuple[Reference, ...]:
    """Look the references to other acts up in a register.

    Args:
        references: References of an act.
        register: The register.

    Returns:
        The same references; those to other acts with the status that the register gives them.
    """
    looked = {id(one.reference): one for one in _look_up(references, register)}
    return tuple(
        replace(reference, status=_STATUS[looked[id(reference)].verdict])
        if id(reference) in looked
        else reference
        for reference in references
    )


def named_acts(whole: WholeAct) -> Iterator[Remark]:
    """Named acts that have lost force (``repealed``), cited articles that are ``lost`` or ``missing``."""
    if whole.register is None or whole.act.amends:
        return
    said: set[tuple[int, str]] = set()
    for one in _look_up(whole.references, whole.register):
        aspect = {"act_repealed": "repealed", "article_lost": "lost", "article_missing": "missing"}.get(
            one.verdict
        )
        unit = whole.act.units[one.reference.unit]
        if aspect is None or _speaks_of_the_past(whole.act, unit):
            continue
        if (unit.index, one.reference.act) in said:
            continue
        said.add((unit.index, one.reference.act))
        yield Remark(
            aspect,
            unit.index,
            one.reference.start,
            one.reference.end,
            values=_values(whole, one),
            doubt=1.0 if aspect == "repealed" else DOUBT_OF_EDITION,
        )


def _speaks_of_the_past(act: Act, unit: Unit) -> bool:
    return any(
        above.kind == "note" or _OF_THE_PAST.search(act.text, above.start, above.end) is not None
        for above in (unit, *ancestors(act, unit.index))
    )


@lru_cache(maxsize=4096)
def _named(words: str) -> NamedAct | None:
    return next(iter(acts_named_in(words)), None)


def _look_up(references: Sequence[Reference], register: Register) -> Iterator[_Looked]:
    for reference in references:
        if not reference.act:
            continue
        named = _named(reference.act)
        if named is None:
            continue
        held = register.find(named)
        if held.status != "held":
            yield _Looked(reference, held, "act_repealed" if held.status == "repealed" else "unknown")
            continue
        article = next((number for kind, number in reference.steps if kind == "article"), None)
        if article:
            yield _Looked(reference, held, _article(register, held.entries, article))
        else:
            yield _Looked(reference, held, "unchecked" if reference.steps else "held")


def _article(
    register: Register, entries: Sequence[Entry], number: str
) -> Literal["held", "article_lost", "article_missing", "unchecked"]:
    """Whether any held edition has an article. Only whole acts miss one, and never an inserted number."""
    units = [unit for entry in entries if (unit := register.unit(entry, (("article", number),))) is not None]
    if units:
        return "article_lost" if all(unit.lost for unit in units) else "held"
    if not number.isdigit():
        return "unchecked"
    newest = [entry for entry in entries if entry.status == entries[0].status]
    numbers = [found for entry in newest if (found := _plain(register.articles(entry)))]
    if not numbers or not all(_is_whole(found) for found in numbers):
        return "unchecked"
    return "article_missing" if int(number) <= max(map(max, numbers)) * 1.5 else "unchecked"


def _plain(numbers: Sequence[str]) -> set[int]:
    return {int(number) for number in numbers if number.isdigit()}


def _is_whole(numbers: set[int]) -> bool:
    return len(numbers) >= (1 - MOST_GAPS) * (max(numbers) - min(numbers) + 1)


def _values(whole: WholeAct, one: _Looked) -> dict[str, str | Texts]:
    reference, held = one.reference, one.held
    cited = {
        lang: cite_steps(whole.act, reference.unit, reference.steps, lang) if reference.steps else ""
        for lang in ("ru", "ky")
    }
    entry = held.entries[0] if held.entries else None
    return {
        "act": entry.title if entry is not None and entry.title else reference.act,
        "cited": {**cited, "en": cited["ru"]},
        "edition": (entry.edition or entry.date or entry.source) if entry is not None else "—",
        "by": held.repealed_by or "—",
    }
