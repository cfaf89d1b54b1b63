"""Norms that create a procedure: a public body decides, or a person asks it to.

A mere mention creates none: definitions, headings, lists of competence, transitional norms and what a
court does are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corruptex.detection.regions import block_of, heads
from corruptex.detection.search import Match
from corruptex.detection.view import SILENT_KINDS
from corruptex.detection.whole.procedures.cues import of
from corruptex.methodology.rules import Condition
from corruptex.model import Lang, Unit

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

HEADING_KINDS = frozenset({"article", "book", "section", "chapter", "heading", "annex"})
SHORT_HEADING = 25
"""Words up to which an article's or chapter's own line is a mere heading."""

HOLDERS = frozenset({"chapter", "section", "annex"})
DECIDER = "E01"
"""Element whose words name the one who decides."""

BY_LAW = frozenset({"point", "plain"})
"""Styles of by-laws: their lists of powers are all the procedure there is."""

NO_COURT_PROFILE = "code_procedural"
"""Procedural and criminal law: there a court decides, and no administrative procedure is created."""

_KYRGYZ_NEGATIVE = re.compile(r".[бп](?:айт|ейт|ойт|өйт)$")
_HARMLESS = (
    Condition("definition", None),
    Condition("private_law", None),
    Condition("prohibition", "clause"),
    Condition("worker_relations", "article"),
)
_OFFENCES = (Condition("offence", "clause"), Condition("offence", "article"))
"""Offences with their sanctions; in their article only a norm that names who imposes creates a procedure."""

OWN_DUTIES = "procedure_own_duties"
"""Context of a list of what one officer of a body does in its own work."""

TO_PERSONS = "procedure_to_persons"
"""Context of what is given to persons outside."""

COMPETENCE = "competence_list"
"""Context of a law's list of competence."""

REFUSES = "procedure_refuses"
"""Context of a refusal: it shows a procedure, but the norm that decides shows it better."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A place that shows a procedure.

    Attributes:
        type: Type of the procedure.
        subject: Which of the type's matters it names; ``-1`` if none of them.
        unit: Index of the unit.
        block: Index of its article or top point.
        start: First token of the shown words.
        end: Token after them.
        lang: Language of the norm.
        heading: Whether it is the heading of an article.
        named: Whether its sentence names a public body that acts.
        asks: Whether a person asks in it, and no body decides.
        refuses: Whether its words only refuse.
    """

    type: str
    subject: int
    unit: int
    block: int
    start: int
    end: int
    lang: Lang
    heading: bool
    named: bool
    asks: bool
    refuses: bool = False


def triggers(whole: WholeAct) -> list[Trigger]:
    """All triggers of an act, ordered by place."""
    if whole.reading.profile.id == NO_COURT_PROFILE:
        return []
    found = list(_all(whole))
    found.sort(key=lambda trigger: (trigger.start, trigger.end, trigger.type))
    return found


def _all(whole: WholeAct) -> Iterator[Trigger]:
    search = whole.reading.search
    written = {unit.lang for unit in whole.act.units}
    for name, words in whole.engine.procedures.types.items():
        for lang in written:
            for asks, patterns in ((False, words.match), (True, words.asks)):
                for match in search.matches(of(patterns, lang)):
                    trigger = _trigger(whole, name, match, lang, asks=asks)
                    if trigger is not None:
                        yield trigger


def _trigger(whole: WholeAct, name: str, match: Match, lang: Lang, *, asks: bool) -> Trigger | None:
    view = whole.reading.view
    unit = view.unit_of(match[0])
    own = whole.act.units[unit]
    heading = _is_heading(whole, own)
    if own.kind in SILENT_KINDS or (heading and own.kind != "article"):
        return None
    mentions = whole.reading.actors.between(*view.sentence(match[0], match[1]))
    named = any(m.role == "public" and (m.subject or m.agent) for m in mentions) or _is_duty(
        whole, unit, lang
    )
    if not heading and not _creates(whole, name, match, lang, named=named):
        return None
    return Trigger(
        type=name,
        subject=_subject(whole, name, match[0], match[1], lang),
        unit=unit,
        block=block_of(view, unit),
        start=match[2],
        end=match[3],
        lang=lang,
        heading=heading,
        named=named,
        asks=asks,
        refuses=any(whole.reading.search.near(whole.pattern(REFUSES, lang), match[2], match[3])),
    )


def _is_duty(whole: WholeAct, unit: int, lang: Lang) -> bool:
    """Whether a by-law lists the norm under a heading that names the one who acts."""
    if whole.act.style not in BY_LAW:
        return False
    view, search = whole.reading.view, whole.reading.search
    above = heads(view, unit)
    holder = holder_of(whole, block_of(view, unit))
    if holder is not None:
        above.append(holder)
    deciders = of(whole.engine.procedures.elements[DECIDER].match, lang)
    return any(any(search.near(deciders, *view.unit_tokens(index))) for index in above)


def _is_heading(whole: WholeAct, unit: Unit) -> bool:
    low, high = whole.reading.view.unit_tokens(unit.index)
    return unit.kind in HEADING_KINDS and high - low <= SHORT_HEADING


def _subject(whole: WholeAct, name: str, low: int, high: int, lang: Lang) -> int:
    """Which matter of its type a match names."""
    search = whole.reading.search
    for number, pattern in enumerate(whole.engine.procedures.types[name].subjects[lang]):
        if any(match[0] < high for match in search.near(pattern, low, high)):
            return number
    return -1


def _creates(whole: WholeAct, name: str, match: Match, lang: Lang, *, named: bool) -> bool:
    """Whether a norm creates a procedure rather than mentions one."""
    reading, view = whole.reading, whole.reading.view
    if _is_negative(whole, match[2:]):
        return False
    span = match[:2]
    clause = view.clause(*span)
    mentions = reading.actors.between(*clause)
    if any(m.role == "court" and (m.subject or m.agent) for m in mentions):
        return False
    if reading.profile.explicit_body and not named:
        return False
    if _is_something_else(whole, name, match, lang):
        return False
    if any(reading.conditions.find(condition, span, lang) for condition in _HARMLESS):
        return False
    if any(reading.conditions.find(condition, span, lang) for condition in _OFFENCES[: 1 if named else None]):
        return False
    if not named and _is_of_another_act(whole, span):
        return False
    return not _is_listed(whole, view.unit_of(span[0]), lang)


def _is_something_else(whole: WholeAct, name: str, match: Match, lang: Lang) -> bool:
    """Whether words of the clause make the match something else.

    „Со дня регистрации заявления вносит питомник в реестр“: words that name a matter of the type themselves
    speak of their own matter, not of a match elsewhere in the clause.
    """
    kind, search = whole.engine.procedures.types[name], whole.reading.search
    return any(
        (other[0] < match[1] and match[0] < other[1]) or _subject(whole, name, other[0], other[1], lang) < 0
        for other in search.near(of(kind.unless, lang), *whole.reading.view.clause(*match[:2]))
    )


def _is_of_another_act(whole: WholeAct, span: tuple[int, int]) -> bool:
    """Whether the sentence leaves the matter to a unit of another act: that act creates the procedure."""
    view = whole.reading.view
    low, high = view.sentence(*span)
    start, end = view.tokens.starts[low], view.tokens.ends[high - 1]
    return any(
        reference.act and reference.steps and start <= reference.start < end for reference in whole.references
    )


def _is_negative(whole: WholeAct, span: tuple[int, int]) -> bool:
    """Whether the words deny it, or stand in a clause about something else („…, в которой выдается“)."""
    forms = whole.reading.view.tokens.forms
    words = forms[max(span[0] - 1, 0) : span[1]]
    return any(word == "не" or word.startswith("котор") or _KYRGYZ_NEGATIVE.search(word) for word in words)


def _is_listed(whole: WholeAct, unit: int, lang: Lang) -> bool:
    """Whether a unit stands in a list of competence or among transitional norms."""
    view, search = whole.reading.view, whole.reading.search
    above = heads(view, unit)
    block = block_of(view, unit)
    contexts = (_list_of_powers(whole, unit, lang), "transitional")
    if whole.act.units[block].kind == "article":
        above.append(block)
    holder = holder_of(whole, block)
    if holder is not None:
        above.append(holder)
    for index in above:
        low, high = view.unit_tokens(index)
        for name in contexts:
            if low < high and any(search.near(whole.pattern(name, lang), low, high)):
                return True
    low, high = view.unit_tokens(unit)
    return any(search.near(whole.pattern("transitional", lang), low, high))


def _list_of_powers(whole: WholeAct, unit: int, lang: Lang) -> str:
    """Context of a list in which a power is only mentioned.

    The powers a by-law lists are all the procedure there is; what one officer does in his own work is none,
    unless he gives it to persons outside.
    """
    if whole.act.style not in BY_LAW:
        return COMPETENCE
    given = whole.reading.search.near(whole.pattern(TO_PERSONS, lang), *whole.reading.view.unit_tokens(unit))
    return "transitional" if any(given) else OWN_DUTIES


def holder_of(whole: WholeAct, block: int) -> int | None:
    """Index of the chapter, section or annex that holds an article or top point; ``None`` if none does."""
    units = whole.act.units
    current = units[block].parent
    while current is not None:
        if units[current].kind in HOLDERS:
            return current
        current = units[current].parent
    return None
