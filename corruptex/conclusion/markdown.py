"""The report as Markdown (CommonMark with GitHub tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corruptex.conclusion.json import sha256
from corruptex.conclusion.markdown_sheets import whole
from corruptex.conclusion.remarks import (
    Remark,
    counts,
    file_name,
    languages,
    notices,
    remarks,
    title,
)
from corruptex.conclusion.sheets import change
from corruptex.conclusion.verdict import conclusion_words, judge
from corruptex.messages import say
from corruptex.methodology import Methodology
from corruptex.model import MessageLang, Report, Severity

_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~$])")
_LIST_MARK = re.compile(r"^(\d+)([.)])|^([-+=])")


def escape(text: str) -> str:
    """Escape text of an act so that Markdown shows it as it is.

    Nothing in it can open a table cell, a link, a heading, a list or an HTML element.
    """
    text = _SPECIAL.sub(r"\\\1", text)
    text = _LIST_MARK.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def render(
    reports: Sequence[Report], methodology: Methodology, lang: MessageLang, least: Severity = "low"
) -> str:
    """Write reports as Markdown, one after another.

    Args:
        reports: Reports to write.
        methodology: The methodology they were made with.
        lang: Language of the words around the quotes.
        least: Lowest severity to show; the summary counts all findings.
    """
    return "\n---\n\n".join("\n".join(_lines(report, methodology, lang, least)) + "\n" for report in reports)


def _lines(report: Report, methodology: Methodology, lang: MessageLang, least: Severity) -> Iterator[str]:
    verdict = judge([report])
    told = remarks(report, methodology, lang, least)
    yield f"# {escape(title(report, lang))}"
    yield ""
    for notice in notices(report, lang):
        yield f"> **{say('conclusion_label_notice', lang)}:** {escape(notice)}"
        yield ""
    yield from _about(report, lang)
    yield ""
    yield f"**{say('conclusion_label_verdict', lang)}.** {conclusion_words(verdict, lang)}"
    yield f"{counts(report, lang, least)}"
    yield ""
    if told:
        yield from _table(told, lang)
        yield ""
    for remark in told:
        yield from _remark(remark, lang)
    yield from whole(report, methodology, lang, escape, _rows)
    if report.factors_for_person:
        yield f"## {say('conclusion_label_person', lang)}"
        yield ""
        for code in report.factors_for_person:
            yield f"- {code} {escape(methodology.factors[code].name[lang])}"
        yield ""
    yield f"*{say('conclusion_draft_note', lang)}*"


def _about(report: Report, lang: MessageLang) -> Iterator[str]:
    spoken = ", ".join(say(f"conclusion_language_{code}", lang) for code in languages(report))
    rows = [
        ("conclusion_label_kind", say(f"conclusion_kind_{report.act.kind}", lang)),
        ("conclusion_label_language", spoken),
        ("conclusion_label_file", escape(file_name(report))),
        ("conclusion_row_hash", f"`{sha256(report)}`"),
        (
            "conclusion_label_checked",
            say("conclusion_checked", lang, norms=report.norms_checked, factors=len(report.factors_checked)),
        ),
        ("conclusion_label_versions", f"corruptex {report.tool_version}; {report.methodology_version}"),
    ]
    yield from _rows(["", ""], ([say(label, lang), value] for label, value in rows))


def _table(told: Iterable[Remark], lang: MessageLang) -> Iterator[str]:
    heads = [
        "conclusion_column_number",
        "conclusion_label_unit",
        "conclusion_label_factor",
        "conclusion_label_severity",
    ]
    yield from _rows(
        [say(head, lang) for head in heads],
        (
            [
                remark.finding.id,
                escape(remark.citation),
                f"{remark.finding.code} {escape(remark.factor)}",
                remark.severity,
            ]
            for remark in told
        ),
    )


def _rows(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _remark(remark: Remark, lang: MessageLang) -> Iterator[str]:
    finding = remark.finding
    point = f" ({escape(remark.point)})" if remark.point else ""
    yield f"## {finding.id}. {escape(remark.citation)}"
    yield ""
    yield f"**{finding.code} {escape(remark.factor)}**{point}, {remark.severity}"
    yield ""
    yield f"> {_quote(remark)}"
    yield ""
    rows = [
        ("conclusion_label_also", "; ".join(remark.also)),
        ("sheets_change", change(finding.change, lang)),
        ("conclusion_label_holder", remark.holder),
        ("conclusion_label_why", remark.why),
        ("conclusion_label_scheme", remark.scheme),
        ("conclusion_label_fix", remark.fix),
        ("conclusion_label_rewording", remark.rewording),
        ("conclusion_label_missing", "; ".join(remark.missing)),
        ("conclusion_label_found", "; ".join(remark.found)),
    ]
    for label, value in rows:
        if value:
            yield f"- **{say(label, lang)}:** {escape(value)}"
    yield ""


def _quote(remark: Remark) -> str:
    """The quoted norm, the reported words in bold.

    Emphasis marks must touch the words they mark, so spaces at the edges stay outside.
    """
    words = remark.excerpt
    bare = words.span.strip()
    lead, trail = words.span.partition(bare)[::2] if bare else (words.span, "")
    marked = f"**{escape(bare)}**" if bare else ""
    head = f"{words.head} " if words.head else ""
    before = escape(f"{head}{words.before}{lead}")
    return f"{before}{marked}{escape(trail)}{escape(words.after)}".strip()
