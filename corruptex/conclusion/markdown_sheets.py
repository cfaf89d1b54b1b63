"""The act as a whole as Markdown: a table per procedure, the delegation map, the dead references."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from corruptex.conclusion.changes import changes_sentence, differences, gone, gone_sentence
from corruptex.conclusion.sheets import (
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
from corruptex.model import MessageLang, Report

Escape = Callable[[str], str]
Table = Callable[[Sequence[str], Iterable[Sequence[str]]], Iterable[str]]


def whole(
    report: Report, methodology: Methodology, lang: MessageLang, escape: Escape, table: Table
) -> Iterator[str]:
    """Yield the lines of procedures, delegations and references; none where the report has none.

    Args:
        report: The report.
        methodology: The methodology it was made with.
        lang: Language of the words.
        escape: Makes text of an act harmless in Markdown.
        table: Writes a table from its heads and rows; cells are Markdown already.
    """
    yield from _changes(report, methodology, lang, escape, table)
    told = sheets(report, methodology, lang)
    if told:
        note = say("sheets_not_found_note", lang)
        yield from _title("sheets_title", lang, f"{sheet_counts(told, lang)} {note}")
        for sheet in told:
            yield from _sheet(sheet, lang, escape, table)
    given = handed(report, lang)
    if given:
        yield from _title("sheets_map_title", lang, map_counts(report, lang))
        heads = ["conclusion_label_unit", "sheets_map_subject", "sheets_map_delegate", "sheets_map_kind"]
        cells = [[one.place, one.subject, one.delegate, one.kind] for one in given]
        yield from _table(heads, cells, lang, escape, table)
    if report.references:
        yield from _title("sheets_references_title", lang, reference_sentence(report, lang))
        lost = listed(report, lang)
        if lost:
            heads = ["conclusion_label_unit", "sheets_references_words", "sheets_references_state"]
            cells = [[one.place, one.quote, one.state] for one in lost]
            yield from _table(heads, cells, lang, escape, table)


def _changes(
    report: Report, methodology: Methodology, lang: MessageLang, escape: Escape, table: Table
) -> Iterator[str]:
    if report.amendments:
        yield from _title("changes_title", lang, changes_sentence(report, lang))
        heads = ["conclusion_label_unit", "changes_what", "changes_before", "changes_after"]
        cells = [[one.place, one.what, one.before, one.after] for one in differences(report, lang)]
        yield from _table(heads, cells, lang, escape, table)
    removed = gone(report, methodology, lang)
    if removed:
        yield from _title("changes_gone_title", lang, gone_sentence(report, lang))
        heads = ["conclusion_label_unit", "conclusion_label_factor", "sheets_references_words"]
        yield from _table(heads, [[one.place, one.factor, one.quote] for one in removed], lang, escape, table)


def _table(
    heads: Iterable[str], rows: Iterable[Sequence[str]], lang: MessageLang, escape: Escape, table: Table
) -> Iterator[str]:
    yield from table([say(head, lang) for head in heads], ([escape(cell) for cell in row] for row in rows))
    yield ""


def _title(code: str, lang: MessageLang, sentence: str) -> Iterator[str]:
    yield f"## {say(code, lang)}"
    yield ""
    yield sentence
    yield ""


def _sheet(sheet: Sheet, lang: MessageLang, escape: Escape, table: Table) -> Iterator[str]:
    yield f"### {escape(sheet.heading)}"
    yield ""
    yield f"> {escape(sheet.quote)}"
    yield ""
    yield f"{say('conclusion_label_holder', lang)}: {escape(sheet.holder)}."
    yield f"{say('sheets_norms', lang)}: {escape(sheet.norms)}."
    if not sheet.procedure.assessable:
        yield f"{say('sheets_not_assessable', lang)}"
    yield ""
    heads = ["sheets_element", "sheets_need", "sheets_state", "sheets_place"]
    yield from _table(
        heads, ([line.titled, line.need, line.state, line.place] for line in sheet.lines), lang, escape, table
    )
