"""What an amending act or a comparative table changes, and which findings that removes, in words.

What the text, Markdown, Word and HTML views all show.
"""

from __future__ import annotations

from dataclasses import dataclass

from corruptex.conclusion.excerpt import CUT, clean
from corruptex.conclusion.remarks import citation
from corruptex.messages import say
from corruptex.methodology import Methodology
from corruptex.model import Amendment, Lang, MessageLang, Report
from corruptex.structure.citing import cite_steps

_NOT_CITED = ("sentence", "title", "preamble")
"""Steps within a unit; the citation names the unit."""

LONGEST_SIDE = 240
"""Characters of an old or new wording that are shown."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One command or row. All texts are safe to show (see ``clean``).

    Attributes:
        amendment: The amendment itself.
        place: The unit it touches, or words that say it is the whole act.
        what: What is done.
        before: Words that go; empty if none are named.
        after: Words that come; empty if there are none.
    """

    amendment: Amendment
    place: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A finding that the amendments remove. All texts are safe to show (see ``clean``).

    Attributes:
        place: Its unit in the act before.
        factor: Code and name of its factor.
        quote: The words it stood on.
    """

    place: str
    factor: str
    quote: str


def differences(report: Report, lang: MessageLang) -> tuple[Difference, ...]:
    """Put the amendments of a report into words."""
    return tuple(_difference(report, amendment, lang) for amendment in report.amendments)


def gone(report: Report, methodology: Methodology, lang: MessageLang) -> tuple[Gone, ...]:
    """Put the findings that the amendments remove into words."""
    if report.base is None:
        return ()
    return tuple(
        Gone(
            citation(report.base, finding.unit, lang),
            f"{finding.code} {methodology.factors[finding.code].name[lang]}",
            clean(finding.quote),
        )
        for finding in report.removed
    )


def changes_sentence(report: Report, lang: MessageLang) -> str:
    """Sentence that counts the amendments, those that could not be applied and the findings they remove."""
    failed = sum(one.applied is False for one in report.amendments)
    sentence = say("changes_counts", lang, number=len(report.amendments))
    if failed:
        sentence += f" {say('changes_failed', lang, number=failed)}"
    return sentence


def gone_sentence(report: Report, lang: MessageLang) -> str:
    """Sentence that says what removed findings are and that they count for nothing."""
    return say("changes_gone_lead", lang, number=len(report.removed))


def _difference(report: Report, amendment: Amendment, lang: MessageLang) -> Difference:
    act = report.amending or report.act
    language: Lang = act.lang if lang == "en" else lang
    what = say(f"changes_{amendment.command}", lang)
    if amendment.applied is False:
        what = f"{what} ({say('changes_not_applied', lang)})"
    return Difference(
        amendment=amendment,
        place=clean(target(report, amendment, language)) or say("conclusion_whole_act", lang),
        what=what,
        before=_side(amendment.old),
        after=_side(amendment.new),
    )


def target(report: Report, amendment: Amendment, lang: Lang) -> str:
    """Cite the unit that an amendment touches; empty if it is the whole act."""
    act = report.amending or report.act
    steps = tuple(step for step in amendment.steps if step[1] and step[0] not in _NOT_CITED)
    return cite_steps(act, amendment.unit, steps, lang) if steps else ""


def _side(words: str) -> str:
    shown = clean(words)
    return shown if len(shown) <= LONGEST_SIDE else shown[:LONGEST_SIDE].rpartition(" ")[0] + CUT
