"""What an amendment takes away: a term, a closed list, grounds, reasons, a competition, an appeal, publicity.

The delta rule of the methodology (section 5.2): the elements of a unit before and after are compared. Three
sources give the two states: words that a command names, rows of a comparative table, units of a base act.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corruptex.detection.search import Match, Search
from corruptex.detection.view import View
from corruptex.detection.whole.remark import NOBODY, Remark
from corruptex.detection.whole.removed_places import gap, gone_runs, line_of, whole_phrase
from corruptex.model import Act, Actor, Lang, Unit
from corruptex.structure import unit_at
from corruptex.structure.consolidation import Change

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

ELEMENTS: Final = {
    "deadline": "term_to_act",
    "list": "list_closed",
    "grounds": "grounds_listed",
    "reasons": "decision_reasoned",
    "competition": "award_by_selection",
    "appeal": "appeal_named",
    "publication": "decision_published",
}
"""Element, which is the aspect of a remark, and the context that shows it."""

UNDONE: Final = {"competition": "competition_waived"}
"""Contexts that turn the words of an element into its opposite: «без конкурса»."""

ALONE: Final = {"list": "list_closed_word", "reasons": "reasoned_word"}
"""Contexts of words that show an element only if a command names them alone: «слово „только“ исключить»."""

GUARANTEES: Final = frozenset(("reasons", "competition", "appeal", "publication"))
"""Elements whose loss is a factor even where the whole norm goes; a term may go with the duty it measured."""

SHORT: Final = 3
"""Words up to which the words a command names stand alone."""

ALIKE: Final = 0.5
"""Share of common words from which a line of the new text is the same norm as one of the old."""

FEWEST_WORDS: Final = 3
"""Words a line must have to be compared."""

WITHIN_ARTICLE: Final = frozenset(("part", "point", "subpoint", "paragraph", "dash"))
"""Units that go while the article, and with it the power, stays."""

_OF_DECISION: Final = re.compile(
    r"решени|заявлени|заявк|обращени|рассм|отказ|жалоб|разрешени|лицензи"
    r"|чечим|арыз|кайрыл|кара(?:л|й)|баш тарт|даттан|уруксат",
    re.IGNORECASE,
)
"""Words of the handling of cases, by whose term a body is bound."""

FRAGMENT_DOUBT: Final = 0.9
"""What the rest of the norm says is not known where only its changed words are."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of one of the two texts of a change: its words and the elements it shows, with their words.

    Attributes:
        binding: Words of the terms that bind a body.
    """

    text: str
    start: int
    words: frozenset[str]
    elements: dict[str, list[str]]
    binding: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Loss:
    """What a change takes away: the words, the line that had them, the line that now stands without them."""

    words: str
    line: _Line
    same: _Line | None


def removed(whole: WholeAct) -> Iterator[Remark]:
    """Elements that are there before a change and no longer after it, one remark each.

    Args:
        whole: The act; its ``changes`` are compared.
    """
    changes = whole.changes
    if not changes:
        return
    for change, before, after in zip(changes, *_read(whole, changes), strict=True):
        for element in ELEMENTS:
            loss = _lost(whole, change, element, before, after)
            if loss is not None:
                yield _remark(whole, change, element, loss)


def _read(whole: WholeAct, changes: Sequence[Change]) -> tuple[list[list[_Line]], list[list[_Line]]]:
    """Lines of the old and the new text of each change with the elements they show, read in one pass."""
    texts = [text for change in changes for text in (change.before, change.after)]
    langs = [whole.act.units[change.unit].lang for change in changes for _ in range(2)]
    act, owners = _act_of(whole.act, texts, langs)
    view = View(act, whole.engine.vocabularies)
    search = Search(view)
    read: list[list[_Line]] = [[] for _ in texts]
    for unit, (owner, start) in zip(act.units, owners, strict=True):
        elements = {element: _shown(whole, search, unit, element) for element in ELEMENTS}
        low, high = view.unit_tokens(unit.index)
        words = frozenset(form[:6] for form in view.tokens.forms[low:high] if len(form) > 3)
        text = act.text[unit.start : unit.end].rstrip("\n")
        read[owner].append(_Line(text, start, words, elements, _binding(whole, search, unit)))
    return read[::2], read[1::2]


def _act_of(act: Act, texts: Sequence[str], langs: Sequence[Lang]) -> tuple[Act, list[tuple[int, int]]]:
    """Put texts into one act, a unit for each line.

    Returns:
        The act, and for each unit the text it comes from with its first character there.
    """
    pieces: list[str] = []
    units: list[Unit] = []
    owners: list[tuple[int, int]] = []
    at = 0
    for owner, (text, lang) in enumerate(zip(texts, langs, strict=True)):
        within = 0
        for line in text.splitlines(keepends=True) or [""]:
            piece = f"{line.rstrip()}\n" if line.endswith("\n") else f"{line}\n"
            end = at + len(piece)
            index = len(units)
            units.append(Unit(index, "paragraph", None, at, end, at, None, index, lang))
            owners.append((owner, within))
            pieces.append(piece)
            at, within = end, within + len(line)
    return Act("".join(pieces), tuple(units), "", act.kind, "plain", None, None, None, act.lang), owners


def _shown(whole: WholeAct, search: Search, unit: Unit, element: str) -> list[str]:
    """Words of a line that show an element."""
    low, high = search.view.unit_tokens(unit.index)
    if low >= high:
        return []
    found = _matches(whole, search, ELEMENTS[element], unit)
    undone = list(_matches(whole, search, UNDONE[element], unit)) if element in UNDONE else []
    found = [
        match for match in found if not any(other[0] < match[1] and match[0] < other[1] for other in undone)
    ]
    if not found and element in ALONE and high - low <= SHORT:
        found = list(_matches(whole, search, ALONE[element], unit))
    return [search.view.text(match[2], match[3]) for match in _apart(found)]


def _binding(whole: WholeAct, search: Search, unit: Unit) -> frozenset[str]:
    """Words of the terms of a line that bind a body."""
    found = _apart(_matches(whole, search, ELEMENTS["deadline"], unit))
    return frozenset(
        search.view.text(match[2], match[3]) for match in found if _binds_body(whole, search, unit, match)
    )


def _matches(whole: WholeAct, search: Search, context: str, unit: Unit) -> list[Match]:
    return search.between(whole.pattern(context, unit.lang), *search.view.unit_tokens(unit.index))


def _apart(matches: Iterable[Match]) -> Iterator[Match]:
    """Leave out matches that overlap one before them: one term is counted once."""
    end = -1
    for match in sorted(matches, key=lambda match: (match[0], -match[1])):
        if match[0] >= end:
            end = match[1]
            yield match


def _binds_body(whole: WholeAct, search: Search, unit: Unit, match: Match) -> bool:
    """Whether a term binds a body: its sentence names one, or nobody at all."""
    low, high = search.view.sentence(match[0], match[1])
    roles = whole.engine.roles[unit.lang]
    if search.any_between(roles["public"], low, high):
        return True
    return not any(search.any_between(roles[role], low, high) for role in ("citizen", "private"))


def _lost(
    whole: WholeAct, change: Change, element: str, before: Sequence[_Line], after: Sequence[_Line]
) -> _Loss | None:
    """The words of an element that a change takes away, with the line that had them and the one without."""
    had = sum(len(line.elements[element]) for line in before)
    has = sum(len(line.elements[element]) for line in after)
    if has >= had:
        return None
    for line in before:
        words = [one for one in line.elements[element] if element != "deadline" or _counts(one, line)]
        if not words:
            continue
        if change.fragment:
            return _Loss(whole_phrase(words[0], [change.before]), line, None)
        same = max(after, key=lambda other: _likeness(line, other))
        if _likeness(line, same) >= ALIKE:
            gone = [one for one in words if one not in same.elements[element]]
            if gone and len(same.elements[element]) < len(line.elements[element]):
                return _Loss(whole_phrase(gone[0], gone_runs(line.text, same.text)), line, same)
        elif has == 0 and (element in GUARANTEES or _goes_with_its_unit(whole, change, element, line)):
            return _Loss(words[0], line, None)
    return None


def _counts(term: str, line: _Line) -> bool:
    """Whether a term binds a body, or is that of a decision with reasons or of an appeal."""
    return term in line.binding or bool(line.elements["reasons"] and _OF_DECISION.search(line.text))


def _goes_with_its_unit(whole: WholeAct, change: Change, element: str, line: _Line) -> bool:
    """Whether a part or point that goes closed a list or held the term of a decision its article still has.

    Where the whole article goes, the power goes with it.
    """
    if change.after or whole.act.units[change.unit].kind not in WITHIN_ARTICLE:
        return False
    return element == "list" or (element == "deadline" and _OF_DECISION.search(line.text) is not None)


def _likeness(one: _Line, other: _Line) -> float:
    """Share of the words of two lines that they have in common; nothing for lines of a few words."""
    if min(len(one.words), len(other.words)) < FEWEST_WORDS:
        return 0.0
    return 2 * len(one.words & other.words) / (len(one.words) + len(other.words))


def _remark(whole: WholeAct, change: Change, element: str, loss: _Loss) -> Remark:
    start, end = change.start, change.end
    if loss.same is not None:
        low, high = gap(loss.line.text, loss.same.text)
        start, end = start + loss.same.start + low, start + loss.same.start + high
    elif not change.fragment:
        start, end = line_of(whole.act.text, start, end, loss.line.text)
    return Remark(
        aspect=element,
        unit=unit_at(whole.act, start).index,
        start=start,
        end=end,
        actor=NOBODY if change.fragment else _holder(whole, start, end),
        values={"words": " ".join(loss.words.split())},
        doubt=FRAGMENT_DOUBT if change.fragment else 1.0,
    )


def _holder(whole: WholeAct, start: int, end: int) -> Actor:
    """Who holds the power in the norm that now stands without the element."""
    tokens = whole.reading.view.tokens
    low, high = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
    actor = whole.reading.actors.holder((low, high)) if low < high else NOBODY
    return actor if actor.kind in ("public", "none") else NOBODY
