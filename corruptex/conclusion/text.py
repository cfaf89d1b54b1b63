"""The report as plain text for a terminal or a file."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from corruptex.conclusion.layout import TextPage
from corruptex.conclusion.remarks import Remark, counts, file_name, notices, remarks, title
from corruptex.conclusion.sheets import change
from corruptex.conclusion.text_sheets import write_whole
from corruptex.conclusion.verdict import conclusion_words, judge
from corruptex.messages import say
from corruptex.methodology import Methodology
from corruptex.model import MessageLang, Report, Severity

COLOURS = {"low": "cyan", "medium": "yellow", "high": "red", "critical": "bold red"}


def render(
    report: Report,
    methodology: Methodology,
    lang: MessageLang,
    *,
    least: Severity = "low",
    width: int = 80,
    colour: bool = False,
    full_sheets: bool = False,
) -> str:
    """Write a report for reading on a terminal.

    Args:
        report: The report.
        methodology: The methodology it was made with.
        lang: Language of the messages.
        least: Lowest severity to show; the summary counts all findings.
        width: Columns of the terminal.
        colour: Whether to colour; without colours the reported words stand in ``[[…]]``.
        full_sheets: Whether to show procedure sheets and the delegation map in full.
    """
    page = TextPage(width, colour)
    page.line(title(report, lang), "bold")
    page.line(_about(report, lang), "dim")
    for notice in notices(report, lang):
        page.line(f"! {say('conclusion_label_notice', lang)}: {notice}", "yellow")
    for remark in remarks(report, methodology, lang, least):
        page.add()
        _write_remark(page, remark, lang)
    write_whole(page, report, methodology, lang, full=full_sheets)
    page.rule()
    for line in summary(report, lang, least):
        page.line(line)
    if report.factors_for_person:
        codes = ", ".join(report.factors_for_person)
        page.line(say("conclusion_person_factors", lang, codes=codes), "dim")
    page.line(say("conclusion_draft_note", lang), "dim")
    return page.text()


def summary(report: Report, lang: MessageLang, least: Severity = "low") -> Iterator[str]:
    """Lines that close a report: counts, verdict, risk class."""
    verdict = judge([report])
    yield counts(report, lang, least)
    yield conclusion_words(verdict, lang)


def render_summary(report: Report, lang: MessageLang, least: Severity = "low") -> str:
    """Write a report on one line: file, counts, verdict."""
    return f"{file_name(report)}: {' '.join(summary(report, lang, least))}\n"


def _about(report: Report, lang: MessageLang) -> str:
    checked = say("conclusion_checked", lang, norms=report.norms_checked, factors=len(report.factors_checked))
    return (
        f"{say('conclusion_label_file', lang)}: {file_name(report)} · "
        f"{say('conclusion_label_checked', lang)}: {checked}"
    )


def _write_remark(page: TextPage, remark: Remark, lang: MessageLang) -> None:
    finding, words = remark.finding, remark.excerpt
    colour = COLOURS[finding.severity]
    severity = (f"[{remark.severity}]", colour)
    page.add(Text.assemble((f"{finding.id}  {remark.citation}", "bold"), "  ", severity))
    point = f" ({remark.point})" if remark.point else ""
    head = f"{words.head} " if words.head else ""
    rows: list[tuple[str, str | Text]] = [
        ("conclusion_factor_short", f"{finding.code} {remark.factor}{point}"),
        ("conclusion_label_also", "; ".join(remark.also)),
        ("sheets_change", change(finding.change, lang)),
        ("conclusion_label_norm", page.marked(f"{head}{words.before}", words.span, words.after, colour)),
        ("conclusion_label_holder", remark.holder),
        ("conclusion_label_why", remark.why),
        ("conclusion_label_scheme", remark.scheme),
        ("conclusion_label_fix", remark.fix),
        ("conclusion_label_rewording", remark.rewording),
        ("conclusion_label_missing", "; ".join(remark.missing)),
        ("conclusion_label_found", "; ".join(remark.found)),
    ]
    page.fields((say(label, lang), value) for label, value in rows)
