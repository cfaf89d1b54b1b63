"""What the accompanying papers of a draft do not show: discussion (R1), justification (R2), means (R5).

Nothing is said of a paper that was not given: these factors then stay for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from corruptex.detection.actors import RoleName
from corruptex.detection.search import Match
from corruptex.detection.whole.norms import holds, listed, norms, occurs, remark, texts
from corruptex.detection.whole.paper import LANGS, Paper
from corruptex.detection.whole.remark import Remark
from corruptex.messages import LANGUAGES, say
from corruptex.model import Lang, Texts
from corruptex.structure import cite
from corruptex.structure.metadata import dates

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

FINDER: Final = "papers"
"""Name by which rules ask for this finder; without papers they look for nothing."""

SHORTEST_DISCUSSION = 28
"""Days of the shortest month: the law asks for at least a month."""

NEAR = 2
"""Lines after one that speaks of the discussion, which still tell of it."""

MOST_OTHERS = 5
"""Other places that a remark names beside its own."""

DOUBT_OF_ONE = 0.8
"""A paper in which one thing only was not found may say it in other words."""

DISCUSSION_PARTS: Final = {
    "discussion_place": "papers_gap_place",
    "proposals": "papers_gap_proposals",
}
NOTE_PARTS: Final = {
    "note_aims": "papers_gap_aims",
    "note_problem": "papers_gap_problem",
    "note_effects": "papers_gap_effects",
    "note_corruption": "papers_gap_corruption",
    "note_compliance": "papers_gap_compliance",
    "note_financing": "papers_gap_financing",
}
"""Contexts that must hold in the note -> message that says what is missing."""

PERSONS: Final[tuple[RoleName, ...]] = ("citizen", "private")
"""Roles of those outside the body."""

NO_CONDITION: Final = ("definition", "transitional", "private_law", "court_here", "offence")
"""Circumstances in which a norm sets no condition for business."""

BURDEN: Final = "burdens_business"
NO_BURDEN: Final = ("definition", "transitional", "private_law", "court_here")
"""Circumstances in which a norm on a permit, a fee or a fine brings no burden."""

_SPACE = re.compile(r"\s+")
_NUMBER_FOLLOWS = re.compile(r"\w*\s*(?:года|г\.)?\s*(?:ПЖ\s*|УП\s*)?№")


def papers(whole: WholeAct) -> Iterator[Remark]:
    """Gaps in the papers: ``discussion``, ``note``, ``impact``, ``money``, ``declared``."""
    given = whole.accompanying
    notes = [paper for paper in given if paper.kind == "note"]
    yield from _discussion(whole, notes, [paper for paper in given if paper.kind == "discussion"])
    if notes:
        yield from _note(whole, notes)
        yield from _impact(whole, notes, [paper for paper in given if paper.kind == "impact"])
        yield from _money(whole, notes)
        yield from _declared(whole)


# -- R1 -------------------------------------------------------------------------------------------


def _discussion(whole: WholeAct, notes: Sequence[Paper], reports: Sequence[Paper]) -> Iterator[Remark]:
    """The discussion is not shown at all, or its place, dates, term, proposals or reasons are not."""
    if not (notes or reports) or not _concerns_persons(whole):
        return
    told = [(paper, lines) for paper in (*reports, *notes) if (lines := _told_of_discussion(paper))]
    if not told:
        yield _at_title(whole, "discussion", listed(("papers_gap_discussion",)))
        return
    gaps = [gap for context, gap in DISCUSSION_PARTS.items() if not _any(told, context)]
    gaps += _term_gaps(told)
    if _any(told, "proposals_rejected") and not _any(told, "rejection_reasons"):
        gaps.append("papers_gap_reasons")
    if gaps:
        doubt = DOUBT_OF_ONE if len(gaps) == 1 else 1.0
        yield _at_title(whole, "discussion", listed(tuple(gaps)), doubt)


def _told_of_discussion(paper: Paper) -> list[int]:
    """Lines of a paper that tell of the public discussion."""
    if paper.kind == "discussion":
        return list(range(len(paper.act.units)))
    part = paper.part("discussion")
    if part:
        return part
    lines = paper.lines("discussion")
    last = len(paper.act.units)
    return sorted({near for line in lines for near in range(line, min(line + NEAR + 1, last))})


def _any(told: Sequence[tuple[Paper, list[int]]], context: str) -> bool:
    return any(paper.lines(context, lines) for paper, lines in told)


def _term_gaps(told: Sequence[tuple[Paper, list[int]]]) -> list[str]:
    """Dates or a term are missing, or the dates are less than a month apart."""
    named = sorted({day for paper, lines in told for line in lines for day in _days(paper.line(line))})
    if _any(told, "discussion_term"):
        return []
    if not named:
        return ["papers_gap_dates"]
    if len(named) == 1:
        return ["papers_gap_term"]
    return ["papers_gap_short"] if (named[1] - named[0]).days < SHORTEST_DISCUSSION else []


def _days(line: str) -> Iterator[date]:
    """Days that a line names; the date of an act, which its number follows, is none."""
    for _, end, iso in dates(line):
        if _NUMBER_FOLLOWS.match(line, end):
            continue
        try:
            yield date.fromisoformat(iso)
        except ValueError:  # 31 February
            continue


def _concerns_persons(whole: WholeAct) -> bool:
    """Whether the draft touches citizens, organisations or business: only then it must be discussed."""
    if occurs(whole, "business_condition"):
        return True
    engine = whole.engine
    patterns = [engine.effects[lang] for lang in LANGS]
    patterns += [engine.roles[lang][role] for lang in LANGS for role in PERSONS]
    return any(whole.reading.search.matches(pattern) for pattern in patterns)


# -- R2 -------------------------------------------------------------------------------------------


def _note(whole: WholeAct, notes: Sequence[Paper]) -> Iterator[Remark]:
    """The note leaves out what it must show, or denies all effects in one formula."""
    gaps = [gap for context, gap in NOTE_PARTS.items() if not any(note.lines(context) for note in notes)]
    parts = listed(tuple(gaps))
    formulas = [formula for note in notes if (formula := _bare_denial(note))]
    if formulas:
        said: dict[str, str] = {
            lang: say("papers_gap_formula", lang, words=formulas[0]) for lang in LANGUAGES
        }
        parts = {lang: "; ".join(filter(None, (said[lang], parts[lang]))) for lang in LANGUAGES}
    if gaps or formulas:
        yield _at_title(whole, "note", parts, DOUBT_OF_ONE if len(gaps) == 1 and not formulas else 1.0)


def _bare_denial(note: Paper) -> str:
    """The formula „no negative effects“ where it is all that a note says of effects; else nothing."""
    denials = note.places("no_effects")
    if not denials:
        return ""
    sentences = (
        note.sentences(note.part("note_effects"))
        or _under_inline_heading(note)
        or note.sentences(note.lines("note_effects"))
    )
    denying = [(start, end) for start, end in sentences if any(start <= first < end for first, _ in denials)]
    if not denying or len(denying) < len(sentences):
        return ""
    start, end = denying[0]
    return _SPACE.sub(" ", note.act.text[start:end]).strip().rstrip(".")


def _under_inline_heading(note: Paper) -> list[tuple[int, int]]:
    """Sentences of the first numbered part whose heading, on the line of its text, speaks of effects."""
    effects = note.places("note_effects")
    units = note.act.units
    for unit in units:
        sentences = note.sentences([unit.index]) if note.is_numbered(unit.index) else []
        if not sentences or not any(sentences[0][0] <= start < sentences[0][1] for start, _ in effects):
            continue
        last = next((one.index for one in units[unit.index + 1 :] if note.is_part(one.index)), len(units))
        return sentences[1:] + note.sentences(range(unit.index + 1, last))
    return []


def _impact(whole: WholeAct, notes: Sequence[Paper], analyses: Sequence[Paper]) -> Iterator[Remark]:
    """The note waives the analysis of regulatory impact, while the draft sets conditions for business."""
    if analyses or not any(note.lines("impact_denied") for note in notes):
        return
    found = [*_judged(whole, "business_condition", *NO_CONDITION), *_judged(whole, BURDEN, *NO_BURDEN)]
    if found:
        yield _first_of(whole, found, "impact")


# -- R5 -------------------------------------------------------------------------------------------


def _money(whole: WholeAct, notes: Sequence[Paper]) -> Iterator[Remark]:
    """The draft brings expenses, and neither it nor the note says who pays for them."""
    if occurs(whole, "financing_named") or any(note.lines("financing_named") for note in notes):
        return
    found = list(_judged(whole, "costly_duty", "definition", "transitional"))
    if found:
        denied = any(note.lines("no_expenses") for note in notes)
        said = texts("papers_money_denied" if denied else "papers_money_silent")
        yield _first_of(whole, found, "money", {"said": said})


def _declared(whole: WholeAct) -> Iterator[Remark]:
    """Norms that proclaim and name neither who acts nor when nor how."""
    if whole.act.kind == "constitution":
        return
    found = list(_judged(whole, "declared", "definition", "aims", "deadline", "mechanism"))
    if found:
        yield _first_of(whole, found, "declared")


def _judged(whole: WholeAct, context: str, *unless: str) -> Iterator[tuple[Match, Lang]]:
    """Norms with a context, one per unit, that none of the circumstances makes harmless."""
    seen: set[int] = set()
    for match, lang in norms(whole, context):
        unit = whole.reading.view.unit_of(match[0])
        if unit not in seen and not holds(whole, match, lang, *unless):
            seen.add(unit)
            yield match, lang


def _first_of(
    whole: WholeAct, found: Sequence[tuple[Match, Lang]], aspect: str, values: dict[str, Texts] | None = None
) -> Remark:
    """One remark at the first place, which names the others."""
    ordered = sorted(match for match, _ in found)
    units = dict.fromkeys(whole.reading.view.unit_of(match[0]) for match in ordered[1:])
    return remark(whole, ordered[0], aspect, values={**(values or {}), "others": _others(whole, list(units))})


def _others(whole: WholeAct, units: Sequence[int]) -> Texts:
    """„The same: article 5; article 7.“, or nothing."""
    if not units:
        return {"ru": "", "ky": "", "en": ""}
    act = whole.act
    told: dict[str, str] = {}
    for lang in LANGUAGES:
        places = dict.fromkeys(
            cite(act, unit, act.lang if lang == "en" else lang) for unit in units[:MOST_OTHERS]
        )
        told[lang] = say("papers_others", lang, places="; ".join(places))
    return told


def _at_title(whole: WholeAct, aspect: str, gaps: Texts, doubt: float = 1.0) -> Remark:
    """A remark on the draft as such: it stands on the title, where there is none, on the first line."""
    act = whole.act
    start = act.text.find(act.title) if act.title else -1
    if start >= 0:
        end = start + len(act.title)
    else:
        start = len(act.text) - len(act.text.lstrip())
        end = start + len(act.text[start:].split("\n", 1)[0].rstrip())
    unit = next((unit.index for unit in act.units if unit.start <= start < unit.end), 0)
    return Remark(aspect, unit, start, end, values={"gaps": gaps}, doubt=doubt)
