"""The verdict of an expertise and its risk class (methodology, section 4.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from corruptex.messages import say
from corruptex.model import SEVERITIES, Act, Finding, MessageLang, Report, Severity

Stage = Literal["draft", "in_force"]
"""Whether a draft was examined or an act already adopted."""

Case = Literal["none", "fixable", "critical", "not_assessable"]

MANY_HIGH = 5
"""So many findings of high severity weigh as much as a critical one."""

UNFINISHED = frozenset(("comparative_table_unread",))
"""Notices of a text that could not be examined as what it is: nothing found there clears it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an expertise comes to.

    Attributes:
        case: Which of the verdict formulas applies.
        risk: Risk class: 0 none, 1 low, 2 medium, 3 high.
        stage: Draft or adopted act.
        count: Number of findings.
    """

    case: Case
    risk: Literal[0, 1, 2, 3]
    stage: Stage
    count: int


def risk_class(severities: Iterable[Severity]) -> Literal[0, 1, 2, 3]:
    """Return the risk class of an act from the severities of its findings.

    0: no findings; 1: only low and medium ones; 2: at least one high; 3: a critical one or five high.
    """
    ranks = [SEVERITIES.index(severity) for severity in severities]
    high = ranks.count(SEVERITIES.index("high"))
    if not ranks:
        return 0
    if max(ranks) == SEVERITIES.index("critical") or high >= MANY_HIGH:
        return 3
    return 2 if high else 1


def stage_of(act: Act) -> Stage:
    """Tell a draft from an adopted act: an adopted one carries both its date and its number."""
    return "in_force" if act.date and act.number else "draft"


def _stage(report: Report) -> Stage:
    """What is compared with an act in force is a draft of its amendments, whatever that act carries."""
    return stage_of(report.act) if report.base is None else "draft"


def judge(reports: Iterable[Report], stage: Stage | None = None) -> Verdict:
    """Return the verdict over one report, or over all files of one draft.

    Args:
        reports: Reports on the files that make up what was examined; at least one.
        stage: Draft or adopted act; worked out from the first act if omitted.
    """
    reports = tuple(reports)
    findings: tuple[Finding, ...] = tuple(
        finding for report in reports for finding in (*report.findings, *report.own)
    )
    risk = risk_class(finding.severity for finding in findings)
    case: Case = ("none", "fixable", "fixable", "critical")[risk]
    if not any(report.norms_checked for report in reports) or (
        case == "none" and any(notice.code in UNFINISHED for report in reports for notice in report.notices)
    ):
        case = "not_assessable"
    return Verdict(case, risk, stage or _stage(reports[0]), len(findings))


def formula(verdict: Verdict, lang: MessageLang) -> str:
    """Return the sentence of the verdict."""
    if verdict.case == "not_assessable":
        return say("conclusion_verdict_not_assessable", lang)
    return say(f"conclusion_verdict_{verdict.case}_{verdict.stage}", lang, count=verdict.count)


def conclusion_words(verdict: Verdict, lang: MessageLang) -> str:
    """Return the verdict and its risk class as one line."""
    return f"{formula(verdict, lang)} {risk_words(verdict, lang)}".rstrip()


def risk_words(verdict: Verdict, lang: MessageLang) -> str:
    """Return the sentence that names the risk class; empty where nothing could be examined."""
    if verdict.case == "not_assessable":
        return ""
    return say("conclusion_risk", lang, name=say(f"conclusion_risk_{verdict.risk}", lang))
