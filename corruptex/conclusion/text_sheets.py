"""The act as a whole on a terminal: tight unless all of it is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from corruptex.conclusion.changes import changes_sentence, differences, gone, gone_sentence
from corruptex.conclusion.layout import TextPage
from corruptex.conclusion.sheets import (
    Handed,
    Line,
    Sheet,
    handed,
    incomplete,
    listed,
    map_counts,
    reference_sentence,
    sheet_counts,
    sheets,
    shortened,
)
from corruptex.messages import say
from corruptex.methodology import Methodology
from corruptex.model import MessageLang, Report


def write_whole(
    page: TextPage, report: Report, methodology: Methodology, lang: MessageLang, *, full: bool
) -> None:
    """Write procedures, delegations and references; nothing where the report has none.

    Args:
        page: Where to.
        report: The report.
        methodology: The methodology it was made with.
        lang: Language of the words.
        full: Every sheet with all its elements and every delegation; otherwise the sheets with something
            missing and the delegations of a body to itself.
    """
    _write_changes(page, report, methodology, lang)
    told = sheets(report, methodology, lang)
    if told:
        _write_title(page, "sheets_title", lang, sheet_counts(told, lang))
        for sheet in told if full else incomplete(told):
            _write_sheet(page, sheet, lang, full=full)
        if incomplete(told):
            page.line(say("sheets_not_found_note", lang), "dim")
        elif not any(sheet.procedure.assessable for sheet in told):
            page.line(say("sheets_not_assessable", lang), "dim")
    given = handed(report, lang)
    if given:
        _write_title(page, "sheets_map_title", lang, map_counts(report, lang))
        _write_map(page, given if full else tuple(one for one in given if one.delegation.itself))
    if report.references:
        _write_title(page, "sheets_references_title", lang, reference_sentence(report, lang))
        _write_references(page, report, lang, full=full)
    if not full and (told or given):
        page.line(say("sheets_more", lang), "dim")


def _write_references(page: TextPage, report: Report, lang: MessageLang, *, full: bool) -> None:
    cited_all = listed(report, lang)
    told, more = (cited_all, {}) if full else shortened(cited_all, lang)
    for place, cited in enumerate(told):
        page.line(f"  {cited.place}: «{cited.quote}» — {cited.state}")
        status = cited.reference.status
        if status in more and all(one.reference.status != status for one in told[place + 1 :]):
            page.line(f"  {more[status]} — {cited.state}", "dim")


def _write_changes(page: TextPage, report: Report, methodology: Methodology, lang: MessageLang) -> None:
    if report.amendments:
        _write_title(page, "changes_title", lang, changes_sentence(report, lang))
        for one in differences(report, lang):
            sides = " → ".join(f"«{side}»" for side in (one.before, one.after) if side)
            page.line(f"  {one.place}: {one.what}{': ' if sides else ''}{sides}")
    removed = gone(report, methodology, lang)
    if removed:
        _write_title(page, "changes_gone_title", lang, gone_sentence(report, lang))
        for lost in removed:
            page.line(f"  {lost.place}: {lost.factor}: «{lost.quote}»")


def _write_title(page: TextPage, code: str, lang: MessageLang, sentence: str) -> None:
    page.add()
    page.line(say(code, lang), "bold")
    page.line(sentence)


def _write_sheet(page: TextPage, sheet: Sheet, lang: MessageLang, *, full: bool) -> None:
    page.line(sheet.heading, "bold")
    if not sheet.procedure.assessable:
        page.line(f"    {say('sheets_not_assessable', lang)}", "dim")
    if full:
        rows = [("sheets_words", sheet.quote), ("sheets_norms", sheet.norms)]
        page.fields((say(code, lang), text) for code, text in rows)
        page.fields((line.element.id, _full(line)) for line in sheet.lines)
        return
    rows = [
        ("conclusion_label_holder", sheet.holder),
        ("sheets_line_missing", "; ".join(line.titled for line in sheet.having("missing"))),
        ("sheets_line_elsewhere", _placed(sheet.having("elsewhere"))),
        ("sheets_line_present", _placed(sheet.having("present"))),
    ]
    page.fields((say(code, lang), text) for code, text in rows)


def _placed(lines: Iterable[Line]) -> str:
    return "; ".join(f"{line.titled} — {line.place}" if line.place else line.titled for line in lines)


def _full(line: Line) -> str:
    place = f": {line.place}" if line.place else ""
    quote = f" «{line.quote}»" if line.quote else ""
    return f"{line.name} ({line.need}) — {line.state}{place}{quote}"


def _write_map(page: TextPage, given: Iterable[Handed]) -> None:
    for one in given:
        page.line(f"  {one.place}: {one.subject} → {one.delegate} [{one.kind}]")
