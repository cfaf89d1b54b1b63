"""The findings in a conclusion: a table of all of them, then each in full."""

from __future__ import annotations

from collections.abc import Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from corruptex.conclusion.docx.page import WIDTH, Page, Piece
from corruptex.conclusion.remarks import Remark, file_name, remarks
from corruptex.conclusion.requisites import Blank, label
from corruptex.conclusion.sheets import change
from corruptex.messages import say
from corruptex.methodology import Methodology
from corruptex.model import Report

_LABEL_WIDTH = 4.3
_SPACE = Pt(6)
_LONG_ROW = 600
"""A row with more characters may be split between pages."""
_SHORT_TABLE = 8
Row = tuple[str, list[Piece]]


def write_findings(page: Page, reports: Sequence[Report], methodology: Methodology) -> None:
    """Write the findings of all files, numbered through, by unit in the order of the text."""
    lang = page.lang
    page.heading(say("conclusion_part_findings", lang))
    told = [(report, remark) for report in reports for remark in remarks(report, methodology, lang)]
    if not told:
        page.sentence("conclusion_findings_none")
        return
    page.sentence(
        "conclusion_findings_lead", count=str(len(told)), after=6
    ).paragraph_format.keep_with_next = True
    _write_overview(page, told, name_files=len(reports) > 1)
    file: Report | None = None
    for number, (report, remark) in enumerate(told, 1):
        if len(reports) > 1 and report is not file:
            paragraph = page.paragraph((say("conclusion_file", lang, name=file_name(report)),), indent=False)
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = _SPACE
            paragraph.paragraph_format.keep_with_next = True
            file = report
        _write_remark(page, number, remark)


def _write_overview(page: Page, told: Sequence[tuple[Report, Remark]], name_files: bool) -> None:
    heads = [
        "conclusion_column_number",
        "conclusion_label_unit",
        "conclusion_label_factor",
        "conclusion_label_severity",
    ]
    table = page.table((1.2, 5.3, 7, 3), [say(head, page.lang) for head in heads])
    for number, (report, remark) in enumerate(told, 1):
        unit = f"{file_name(report)}: {remark.citation}" if name_files else remark.citation
        texts: list[list[Piece]] = [[str(number)], [unit], [_factor(remark)], [remark.severity]]
        # A short table stays on one page; the last row of a long one never stands alone.
        together = number < len(told) <= _SHORT_TABLE or number == len(told) - 1
        cells = page.row(table, texts, keep=together)
        for cell in (cells[0], cells[3]):
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    page.gap(12)


def _factor(remark: Remark) -> str:
    point = f" ({remark.point})" if remark.point else ""
    return f"{remark.finding.code} {remark.factor}{point}"


def _write_remark(page: Page, number: int, remark: Remark) -> None:
    table = page.table((_LABEL_WIDTH, WIDTH - _LABEL_WIDTH))
    head = page.row(table, [[(f"{number}. {remark.citation}",)], []], keep=True)
    head[0].merge(head[1])
    rows = [(name, pieces) for name, pieces in _rows(page, remark) if pieces != [""]]
    for index, (name, pieces) in enumerate(rows):
        # A page may break inside a finding, but never after its head or before its last row.
        together = index in (0, len(rows) - 2)
        page.row(table, [[name], pieces], keep=together, whole=sum(map(_length, pieces)) < _LONG_ROW)
    page.gap()


def _rows(page: Page, remark: Remark) -> list[Row]:
    lang = page.lang
    words = remark.excerpt
    head = f"{words.head} " if words.head else ""
    rows: list[Row] = [
        ("conclusion_label_norm", [f"«{head}{words.before}", (words.span,), f"{words.after}»"]),
        ("conclusion_label_factor", [_factor(remark)]),
        ("conclusion_label_also", ["; ".join(remark.also)]),
        ("conclusion_label_severity", [remark.severity]),
        ("sheets_change", [change(remark.finding.change, lang)]),
        ("conclusion_label_holder", [remark.holder]),
        ("conclusion_explanation", [remark.why]),
        ("conclusion_consequences", [remark.scheme]),
        ("conclusion_cures_checked", [_cures(page, remark)]),
        ("conclusion_proposal", [_proposal(remark)]),
        (
            "conclusion_wording",
            [f"«{remark.rewording}»"] if remark.rewording else [Blank(label("wording", lang))],
        ),
    ]
    return [(say(code, lang), pieces) for code, pieces in rows]


def _proposal(remark: Remark) -> str:
    """The proposal, also in the language of the norm if the conclusion is written in the other one."""
    return f"{remark.fix} / {remark.fix_in_act}" if remark.fix_in_act else remark.fix


def _cures(page: Page, remark: Remark) -> str:
    told = (("conclusion_looked_missing", remark.missing), ("conclusion_looked_found", remark.found))
    return "; ".join(say(code, page.lang, cures=", ".join(cures)) for code, cures in told if cures)


def _length(piece: Piece) -> int:
    return len(piece.what if isinstance(piece, Blank) else piece[0] if isinstance(piece, tuple) else piece)
