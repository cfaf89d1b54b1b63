"""The act as a whole in the words of one language: procedures, what it hands over, where it refers to.

What the text, Markdown, Word and HTML views all show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from corruptex.conclusion.excerpt import CUT, clean
from corruptex.conclusion.remarks import citation
from corruptex.messages import say
from corruptex.methodology import Methodology
from corruptex.model import (
    Act,
    Actor,
    Delegation,
    Element,
    ElementStatus,
    MessageLang,
    Procedure,
    Reference,
    ReferenceStatus,
    Report,
    Span,
)

DEAD: tuple[ReferenceStatus, ...] = ("missing", "repealed", "circular")
"""References that lead nowhere: each is listed."""

OPEN: tuple[ReferenceStatus, ...] = (*DEAD, "unnamed", "unknown")
"""References on which a person may have to act."""

LISTED: tuple[ReferenceStatus, ...] = (*OPEN, "unchecked")
"""References that are listed with their places: a number alone helps nobody to check them."""

MOST_NORMS = 6
"""Norms of a procedure that a sheet cites."""

MOST_ON_SCREEN = 5
"""References of one status that a terminal shows where nothing is known to be wrong with them."""

LONGEST_QUOTE = 160
"""Characters of the act shown as proof in a table."""


@dataclass(frozen=True, slots=True)
class Line:
    """One element of a procedure sheet. All texts are safe to show (see ``clean``).

    Attributes:
        element: The element itself.
        name: What it is.
        need: Word for required or recommended.
        state: Word for what came of looking for it.
        place: Unit and scope in which it was found; empty if it was not.
        quote: Words of the act that show it; empty if none.
    """

    element: Element
    name: str
    need: str
    state: str
    place: str
    quote: str

    @property
    def titled(self) -> str:
        """Id and name: „E07 срок решения“."""
        return f"{self.element.id} {self.name}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One procedure with its elements.

    Attributes:
        procedure: The procedure itself.
        heading: Number, type and place.
        holder: Who decides.
        quote: Words of the act that create it.
        norms: Units its norms were gathered from.
        lines: Its elements, in the order of the catalogue.
    """

    procedure: Procedure
    heading: str
    holder: str
    quote: str
    norms: str
    lines: tuple[Line, ...]

    def having(self, status: ElementStatus) -> tuple[Line, ...]:
        """Required elements of one status."""
        return tuple(line for line in self.lines if line.element.required and line.element.status == status)


@dataclass(frozen=True, slots=True)
class Handed:
    """One delegation in words.

    Attributes:
        delegation: The delegation itself.
        place: Unit in which it stands.
        subject: What is handed over.
        delegate: Who settles it, and whether to itself.
        kind: What it touches.
    """

    delegation: Delegation
    place: str
    subject: str
    delegate: str
    kind: str


@dataclass(frozen=True, slots=True)
class Cited:
    """One reference that leads nowhere or could not be looked up, in words.

    Attributes:
        reference: The reference itself.
        place: Unit in which it stands.
        quote: Its words.
        state: What came of looking it up.
    """

    reference: Reference
    place: str
    quote: str
    state: str


def sheets(report: Report, methodology: Methodology, lang: MessageLang) -> tuple[Sheet, ...]:
    """Put the procedures of a report into words.

    Args:
        report: The report.
        methodology: The methodology that names types and elements.
        lang: Language of the words; quotes stay in the language of the act.
    """
    return tuple(_sheet(report.act, procedure, methodology, lang) for procedure in report.procedures)


def incomplete(told: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return the sheets in which a required element was not found."""
    return tuple(sheet for sheet in told if sheet.having("missing"))


def _sheet(act: Act, procedure: Procedure, methodology: Methodology, lang: MessageLang) -> Sheet:
    kind = methodology.procedures.types[procedure.type].name[lang]
    heading = say(
        "sheets_heading", lang, id=procedure.id, type=clean(kind), unit=citation(act, procedure.unit, lang)
    )
    norms = dict.fromkeys(citation(act, unit, lang) for unit in procedure.units)
    return Sheet(
        procedure=procedure,
        heading=heading,
        holder=_holder(procedure.actor, lang),
        quote=quoted(act, procedure.start, procedure.end),
        norms=_some(tuple(norms), lang),
        lines=tuple(_line(act, procedure, element, methodology, lang) for element in procedure.elements),
    )


def _some(norms: tuple[str, ...], lang: MessageLang) -> str:
    """The first norms of a procedure; all of a long regulation would only repeat its numbers."""
    shown = norms if len(norms) <= MOST_NORMS + 1 else norms[:MOST_NORMS]
    left = len(norms) - len(shown)
    return "; ".join((*shown, *([say("sheets_references_more", lang, count=left)] if left else [])))


def _line(
    act: Act, procedure: Procedure, element: Element, methodology: Methodology, lang: MessageLang
) -> Line:
    need = "required" if element.required else "recommended"
    return Line(
        element=element,
        name=clean(methodology.procedures.elements[element.id].name[lang]),
        need=say(f"sheets_need_{need}", lang),
        state=say(f"sheets_state_{element.status}", lang),
        place=_place(act, procedure, element, methodology, lang),
        quote=_shown(act, element.span),
    )


def _place(
    act: Act, procedure: Procedure, element: Element, methodology: Methodology, lang: MessageLang
) -> str:
    """Where an element was found: its unit, and how it belongs to the procedure if that is not plain."""
    unit = "" if element.unit is None else citation(act, element.unit, lang)
    if element.scope not in ("cited", "chapter", "annex", "named_act", "background"):
        return unit
    if element.scope == "background":
        laws = methodology.procedures.background
        names = [law.name[lang] for law in laws if procedure.type in law.types and element.id in law.elements]
        general = say("sheets_scope_background", lang)
        return f"{general}: {'; '.join(clean(name) for name in names)}" if names else general
    has_chapters = any(one.kind in ("chapter", "section") for one in act.units)
    near = "act" if element.scope == "chapter" and not has_chapters else element.scope
    scope = say(f"sheets_scope_{near}", lang)
    return f"{unit} ({scope})" if unit else scope


def handed(report: Report, lang: MessageLang) -> tuple[Handed, ...]:
    """Put the delegations of a report into words."""
    return tuple(_handed(report.act, delegation, lang) for delegation in report.delegations)


def _handed(act: Act, delegation: Delegation, lang: MessageLang) -> Handed:
    actor = delegation.delegate
    delegate = clean(actor.text) if actor.text else say("sheets_map_nobody", lang)
    if delegation.itself:
        delegate = f"{delegate} ({say('sheets_map_itself', lang)})"
    return Handed(
        delegation=delegation,
        place=citation(act, delegation.unit, lang),
        subject=_cut(clean(delegation.subject)),
        delegate=delegate,
        kind=say(f"sheets_map_kind_{delegation.kind}", lang),
    )


def map_counts(report: Report, lang: MessageLang) -> str:
    """Sentence that counts the delegations of a report."""
    given = report.delegations
    return say(
        "sheets_map_counts",
        lang,
        total=len(given),
        rights=sum(one.kind == "rights" for one in given),
        itself=sum(one.itself for one in given),
    )


def dead(report: Report, lang: MessageLang) -> tuple[Cited, ...]:
    """Put the references that lead nowhere into words."""
    return _cited(report, lang, DEAD)


def listed(report: Report, lang: MessageLang) -> tuple[Cited, ...]:
    """Put the references that a person should see into words: by status, then in the order of the text."""
    return tuple(cited for status in LISTED for cited in _cited(report, lang, (status,)))


def shortened(
    cited: tuple[Cited, ...], lang: MessageLang
) -> tuple[tuple[Cited, ...], dict[ReferenceStatus, str]]:
    """Leave the first references of each status that is only a doubt.

    Args:
        cited: References in words, by status (``listed``).
        lang: Language of the words.

    Returns:
        Those left, and by status how many more there are: „… ещё 4“.
    """
    kept: list[Cited] = []
    counted: Counter[ReferenceStatus] = Counter()
    for one in cited:
        counted[one.reference.status] += 1
        if one.reference.status in DEAD or counted[one.reference.status] <= MOST_ON_SCREEN:
            kept.append(one)
    more = {
        status: say("sheets_references_more", lang, count=count - MOST_ON_SCREEN)
        for status, count in counted.items()
        if status not in DEAD and count > MOST_ON_SCREEN
    }
    return tuple(kept), more


def _cited(report: Report, lang: MessageLang, among: tuple[ReferenceStatus, ...]) -> tuple[Cited, ...]:
    act = report.act
    return tuple(
        Cited(
            reference=reference,
            place=citation(act, reference.unit, lang),
            quote=quoted(act, reference.start, reference.end),
            state=say(f"sheets_reference_{reference.status}", lang),
        )
        for reference in report.references
        if reference.status in among
    )


def reference_counts(report: Report) -> Mapping[ReferenceStatus, int]:
    """Count the references of a report by status, in the order of the model; all statuses are named."""
    counted = Counter(reference.status for reference in report.references)
    return {status: counted[status] for status in get_args(ReferenceStatus)}


def reference_sentence(report: Report, lang: MessageLang) -> str:
    """Sentence that counts the references of a report by status."""
    pairs = (
        say("sheets_reference_pair", lang, state=say(f"sheets_reference_{status}", lang), count=count)
        for status, count in reference_counts(report).items()
        if count
    )
    return say("sheets_references_counts", lang, total=len(report.references), states="; ".join(pairs))


def sheet_counts(told: tuple[Sheet, ...], lang: MessageLang) -> str:
    """Sentence that counts procedures and those with something missing."""
    return say("sheets_counts", lang, total=len(told), incomplete=len(incomplete(told)))


def change(status: str, lang: MessageLang) -> str:
    """Word for what an amendment did to a finding; empty if no base act was given."""
    return say(f"sheets_change_{status}", lang) if status else ""


def quoted(act: Act, start: int, end: int) -> str:
    """Words of an act, safe to show and short."""
    return _cut(clean(act.text[start:end]).strip())


def _shown(act: Act, span: Span | None) -> str:
    return quoted(act, span.start, span.end) if span else ""


def _cut(text: str) -> str:
    if len(text) <= LONGEST_QUOTE:
        return text
    return text[:LONGEST_QUOTE].rpartition(" ")[0] + CUT


def _holder(actor: Actor, lang: MessageLang) -> str:
    return clean(actor.text) if actor.text else say(f"conclusion_actor_{actor.kind}", lang)
