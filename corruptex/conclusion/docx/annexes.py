"""The annexes of a conclusion: amendments, procedure sheets, delegation map, references that lead nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from corruptex.conclusion.changes import changes_sentence, differences, gone, gone_sentence
from corruptex.conclusion.docx.page import Page, Piece
from corruptex.conclusion.remarks import file_name
from corruptex.conclusion.sheets import (
    Line,
    Sheet,
    handed,
    listed,
    map_counts,
    reference_sentence,
    sheet_counts,
    sheets,
)
from corruptex.messages import say
from corruptex.methodology import Methodology
from corruptex.model import Report

_SHEET_COLUMNS = (5.4, 3.0, 3.1, 5.0)
_MAP_COLUMNS = (3.2, 5.8, 4.5, 3.0)
_CHANGE_COLUMNS = (3.0, 3.0, 5.2, 5.3)
_REFERENCE_COLUMNS = (4.0, 8.0, 4.5)


def write_annexes(page: Page, reports: Sequence[Report], methodology: Methodology) -> None:
    """Write the annexes, each on a new page; those without content are left out.

    Args:
        page: Where to.
        reports: Reports on the files that make up what was examined.
        methodology: The methodology they were made with.
    """
    parts: list[tuple[str, Sequence[Report], Callable[[Report], None]]] = [
        ("changes_title", [r for r in reports if r.amendments], lambda r: _changes(page, r)),
        ("changes_gone_title", [r for r in reports if r.removed], lambda r: _gone(page, r, methodology)),
        ("sheets_title", [r for r in reports if r.procedures], lambda r: _sheets(page, r, methodology)),
        ("sheets_map_title", [r for r in reports if r.delegations], lambda r: _map(page, r)),
        (
            "sheets_references_title",
            [r for r in reports if listed(r, page.lang)],
            lambda r: _references(page, r),
        ),
    ]
    written = [part for part in parts if part[1]]
    for number, (title, told, write) in enumerate(written, 1):
        page.heading(say("sheets_annex", page.lang, number=number, title=say(title, page.lang)))
        page.document.paragraphs[-1].paragraph_format.page_break_before = True
        for report in told:
            if len(reports) > 1:
                name = say("conclusion_file", page.lang, name=file_name(report))
                page.paragraph((name,), indent=False, after=6).paragraph_format.keep_with_next = True
            write(report)


def _changes(page: Page, report: Report) -> None:
    lang = page.lang
    page.paragraph(changes_sentence(report, lang), after=6)
    heads = ("conclusion_label_unit", "changes_what", "changes_before", "changes_after")
    table = page.table(_CHANGE_COLUMNS, [say(head, lang) for head in heads])
    for one in differences(report, lang):
        page.row(table, [[one.place], [one.what], [one.before], [one.after]])
    page.gap()


def _gone(page: Page, report: Report, methodology: Methodology) -> None:
    lang = page.lang
    page.paragraph(gone_sentence(report, lang), after=6)
    heads = ("conclusion_label_unit", "conclusion_label_factor", "sheets_references_words")
    table = page.table(_REFERENCE_COLUMNS, [say(head, lang) for head in heads])
    for one in gone(report, methodology, lang):
        page.row(table, [[one.place], [one.factor], [f"«{one.quote}»"]])
    page.gap()


def _sheets(page: Page, report: Report, methodology: Methodology) -> None:
    told = sheets(report, methodology, page.lang)
    page.paragraph(sheet_counts(told, page.lang))
    page.paragraph(say("sheets_not_found_note", page.lang), after=6)
    for sheet in told:
        _sheet(page, sheet)


def _sheet(page: Page, sheet: Sheet) -> None:
    lang = page.lang
    _lead(page, (sheet.heading,))
    _lead(page, f"«{sheet.quote}»")
    _lead(page, f"{say('conclusion_label_holder', lang)}: {sheet.holder}")
    _lead(page, f"{say('sheets_norms', lang)}: {sheet.norms}", after=3)
    if not sheet.procedure.assessable:
        _lead(page, say("sheets_not_assessable", lang), after=3)
    heads = ("sheets_element", "sheets_need", "sheets_state", "sheets_place")
    table = page.table(_SHEET_COLUMNS, [say(head, lang) for head in heads])
    for line in sheet.lines:
        page.row(table, [[line.titled], [line.need], [_state(line)], [line.place]])
    page.gap(12)


def _lead(page: Page, piece: Piece, after: float = 0) -> None:
    """A line above a table, on the same page as the table."""
    paragraph = page.paragraph(piece, align=WD_ALIGN_PARAGRAPH.LEFT, indent=False, after=after)
    paragraph.paragraph_format.keep_with_next = True
    for run in paragraph.runs:
        run.font.size = Pt(12)


def _state(line: Line) -> Piece:
    """The state of an element; what is required and missing stands out in bold."""
    return (line.state,) if line.element.required and line.element.status == "missing" else line.state


def _map(page: Page, report: Report) -> None:
    lang = page.lang
    page.paragraph(say("sheets_map_lead", lang))
    page.paragraph(map_counts(report, lang), after=6)
    heads = ("conclusion_label_unit", "sheets_map_subject", "sheets_map_delegate", "sheets_map_kind")
    table = page.table(_MAP_COLUMNS, [say(head, lang) for head in heads])
    for one in handed(report, lang):
        delegate: Piece = (one.delegate,) if one.delegation.itself else one.delegate
        page.row(table, [[one.place], [one.subject], [delegate], [one.kind]])
    page.gap()


def _references(page: Page, report: Report) -> None:
    lang = page.lang
    page.paragraph(reference_sentence(report, lang), after=6)
    lost = listed(report, lang)
    if lost:
        heads = ("conclusion_label_unit", "sheets_references_words", "sheets_references_state")
        table = page.table(_REFERENCE_COLUMNS, [say(head, lang) for head in heads])
        for one in lost:
            page.row(table, [[one.place], [f"«{one.quote}»"], [one.state]])
        page.gap()
