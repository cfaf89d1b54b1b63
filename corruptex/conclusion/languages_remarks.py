"""A divergence in the words of one language: what all forms of the languages report share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corruptex.bilingual.model import Comparison, Divergence, Side
from corruptex.messages import say
from corruptex.model import SEVERITIES, Act, Lang, MessageLang, Severity
from corruptex.structure import cite

_AROUND = 60
"""Characters of the norm shown on each side of the words."""
_LONGEST = 240
"""Characters shown of a norm that lacks the words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One version's side of a divergence, ready to be written.

    Attributes:
        citation: The unit as the act cites it, in the language of the report (Kyrgyz or Russian).
        before: Words before those that differ.
        words: The words that differ; empty if this version has none.
        after: Words after them.
    """

    citation: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """A divergence ready to be written.

    Attributes:
        divergence: The divergence.
        kind: What differs.
        state: Whether it is stated or asked.
        ky: The Kyrgyz side.
        ru: The Russian side.
        says: What each version says; empty where the quotes say it.
        why: Why it matters.
        fix: How to repair it.
        freer: Which text leaves more freedom; empty if neither.
        question: What a person is asked; empty if the divergence is stated.
    """

    divergence: Divergence
    kind: str
    state: str
    ky: Shown
    ru: Shown
    says: str
    why: str
    fix: str
    freer: str
    question: str


def shown(comparison: Comparison, least: Severity) -> Sequence[Divergence]:
    """Divergences at or above a severity."""
    lowest = SEVERITIES.index(least)
    return [item for item in comparison.divergences if SEVERITIES.index(item.severity) >= lowest]


def tell_all(comparison: Comparison, lang: MessageLang, least: Severity) -> list[Told]:
    """Put the divergences into words."""
    return [tell(comparison, item, lang) for item in shown(comparison, least)]


def tell(comparison: Comparison, item: Divergence, lang: MessageLang) -> Told:
    """Put one divergence into words."""
    says = ""
    if item.said:
        says = say("languages_pair", lang, ky=item.said["ky"][lang], ru=item.said["ru"][lang])
    return Told(
        divergence=item,
        kind=say(f"languages_kind_{item.kind}", lang),
        state=say("languages_stated" if item.sure else "languages_asked", lang),
        ky=_shown(comparison.ky, item.ky, lang),
        ru=_shown(comparison.ru, item.ru, lang),
        says=says,
        why=say(f"languages_why_{item.kind}", lang),
        fix=say(f"languages_fix_{item.kind}", lang),
        freer=say(f"languages_freer_{item.freer}", lang) if item.freer else "",
        question="" if item.sure else say("languages_question", lang),
    )


def citation(act: Act, side: Side, lang: MessageLang) -> str:
    """Cite the unit of a side, in Kyrgyz or Russian; Russian in an English report."""
    if side.unit is None:
        return say("languages_act_itself", lang)
    written: Lang = "ky" if lang == "ky" else "ru"
    return cite(act, side.unit, written)


def _shown(act: Act, side: Side, lang: MessageLang) -> Shown:
    cited = citation(act, side, lang)
    if side.unit is None or (not side.quote and side.start >= act.units[side.unit].end):
        return Shown(cited, say("languages_nowhere", lang), "", "")
    unit = act.units[side.unit]
    if not side.quote:
        words = _line(act.text[unit.body : unit.end])
        return Shown(cited, words if len(words) <= _LONGEST else words[:_LONGEST] + "…", "", "")
    left, right = max(unit.body, side.start - _AROUND), min(unit.end, side.end + _AROUND)
    before = _line(act.text[min(left, side.start) : side.start], keep_end=True)
    after = _line(act.text[side.end : max(right, side.end)], keep_start=True)
    return Shown(
        cited,
        ("…" if left > unit.body else "") + before,
        _line(side.quote),
        after + ("…" if right < unit.end else ""),
    )


def _line(text: str, *, keep_start: bool = False, keep_end: bool = False) -> str:
    """The text on one line."""
    joined = " ".join(text.split())
    if keep_start and text[:1].isspace() and joined:
        joined = " " + joined
    if keep_end and text[-1:].isspace() and joined:
        joined += " "
    return joined


def summary(comparison: Comparison, lang: MessageLang) -> str:
    """How many divergences and questions there are."""
    if not comparison.divergences:
        return say("languages_none", lang)
    stated = sum(item.sure for item in comparison.divergences)
    return say("languages_summary", lang, stated=stated, asked=len(comparison.divergences) - stated)


def about(comparison: Comparison, lang: MessageLang) -> str:
    """Files and number of compared units."""
    return say(
        "languages_about",
        lang,
        ky=comparison.ky.source.name if comparison.ky.source else "text",
        ru=comparison.ru.source.name if comparison.ru.source else "text",
        count=comparison.compared,
    )
