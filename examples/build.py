"""Build the Word files of this folder from their plain-text sources.

A source has one paragraph per line; neighbouring lines with tabs are the rows of a table. The form
of a paragraph (centred title, chapter heading, annex header, signature) follows from its words, as
an editor would see it. In the regulations the points «1)» are numbered by Word itself, so that the
reading of automatic numbering has something to read.

The same sources give the same bytes: dates in the file are fixed.

Usage: ``python examples/build.py [FOLDER]`` writes the files beside the sources, or into FOLDER.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

SOURCES = Path(__file__).parent
NUMBERED_BY_WORD = frozenset({"permit_regulation_ru", "permit_regulation_ky"})

_WRITTEN = datetime(2026, 1, 1, tzinfo=UTC)
_ZIP_TIME = (2026, 1, 1, 0, 0, 0)
_ABSTRACT_LIST = 99
"""Identifier of the list definition «1)», away from those of the library's template."""

_POINT = re.compile(r"(\d+)\)\s+")
_HEADING = re.compile(r"Глава \d+\.|\d+-глава\.|«?Статья [\d-]+\.|«?[\d-]+-берене\.")
_ANNEX_HEADER = re.compile(
    r"Приложение \d+$|к постановлению |от «___»|\d+-тиркеме$|.* токтомуна$|.* Кабинетинин$"
)
_SIGNATURE = re.compile(r".*_{10,}$")
_FIRST_NORM = re.compile(r"1\. |Статья 1\.|1-берене\.|.*(?:постановляет|токтом кылат):$")


def _page(document: WordDocument) -> None:
    """A4, margins of an official paper, Times New Roman 14 for every script."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    fonts = style.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), "Times New Roman")
    style.paragraph_format.space_after = Pt(0)


def _list_definition(document: WordDocument) -> None:
    numbering = document.part.numbering_part.element
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_ABSTRACT_LIST}">'
        '<w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="709"/></w:pPr></w:lvl></w:abstractNum>'
    )
    # The format wants all definitions before the first list.
    numbering.insert(len(numbering.findall(qn("w:abstractNum"))), definition)


def _new_list(document: WordDocument) -> int:
    """Start a list that counts from 1 again; return its identifier."""
    numbering = document.part.numbering_part.element
    number = numbering.add_num(_ABSTRACT_LIST)
    number.add_lvlOverride(0).add_startOverride(1)
    return int(number.numId)


def _set_number(paragraph: Paragraph, list_id: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = list_id


def _table(document: WordDocument, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text


def _shape(paragraph: Paragraph, text: str, *, title: bool) -> None:
    """Give a paragraph the look of its role."""
    form = paragraph.paragraph_format
    if _SIGNATURE.match(text) and not title:
        form.space_before = Pt(28)
        paragraph.runs[0].bold = True
    elif _ANNEX_HEADER.match(text):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        form.page_break_before = text.startswith("Приложение") or text.endswith("Кабинетинин")
    elif title or text.isupper() or _HEADING.match(text):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.runs[0].bold = True
        form.space_before = form.space_after = Pt(8)
        form.keep_with_next = True
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        form.first_line_indent = Cm(1.25)


def _body(document: WordDocument, lines: Iterable[str], *, numbered: bool) -> None:
    title = True
    beside_heading = False  # the line before or after «ПРАВИЛА» / «ЭРЕЖЕЛЕРИ» in an annex
    list_id = 0
    for tabbed, group in groupby(lines, key=lambda line: "\t" in line):
        if tabbed:
            _table(document, [line.split("\t") for line in group])
            continue
        for text in group:
            title = title and not _FIRST_NORM.match(text)
            point = _POINT.match(text) if numbered else None
            if point is not None:
                list_id = _new_list(document) if point[1] == "1" else list_id
                paragraph = document.add_paragraph(text[point.end() :])
                _set_number(paragraph, list_id)
                paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
                continue
            paragraph = document.add_paragraph(text)
            _shape(paragraph, text, title=title or beside_heading)
            beside_heading = bool(_ANNEX_HEADER.match(text)) or (text.isupper() and beside_heading)


def _fixed(data: bytes) -> bytes:
    """Return the same package with fixed times, so that building twice gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system
            fixed.writestr(entry, given.read(name))
    return out.getvalue()


def build(source: Path) -> bytes:
    """Build one Word file.

    Args:
        source: Path of a ``.txt`` source in UTF-8.

    Returns:
        Bytes of the ``.docx`` file.
    """
    lines = [line for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    document = Document()
    _page(document)
    numbered = source.stem in NUMBERED_BY_WORD
    if numbered:
        _list_definition(document)
    _body(document, lines, numbered=numbered)
    properties = document.core_properties
    properties.author, properties.comments = "corruptex", ""
    properties.title = source.stem
    properties.created = properties.modified = _WRITTEN
    out = io.BytesIO()
    document.save(out)
    return _fixed(out.getvalue())


def main(folder: Path) -> None:
    """Build every example into a folder."""
    for source in sorted(SOURCES.glob("*.txt")):
        target = folder / f"{source.stem}.docx"
        target.write_bytes(build(source))
        print(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCES)
