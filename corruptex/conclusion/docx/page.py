"""How a page of a conclusion looks: A4, Times New Roman, the margins of official papers."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from corruptex.conclusion.excerpt import clean
from corruptex.conclusion.requisites import Blank, Value
from corruptex.messages import say
from corruptex.model import Lang

if TYPE_CHECKING:
    from docx.document import Document as DocumentType
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
TEXT_SIZE, TABLE_SIZE, NOTE_SIZE = Pt(14), Pt(12), Pt(9)
WIDTH = 16.5
"""Width of the text in centimetres: A4 less the margins."""
_LOCALES: dict[Lang, str] = {"ru": "ru-RU", "ky": "ky-KG"}
_SLOT = re.compile("\ue000(\\w+)\ue001")

Bold = tuple[str]
"""A one-tuple ``(text,)``: words in bold."""
Piece = Value | Bold


class Page:
    """A Word document that is being written from top to bottom.

    Args:
        lang: Language of the conclusion.
        title: Title in the properties of the file.
    """

    def __init__(self, lang: Lang, title: str) -> None:
        self.lang = lang
        self.document: DocumentType = Document()
        self._set_page()
        self._set_style()
        properties = self.document.core_properties
        properties.title, properties.author, properties.comments = clean(title)[:255], "", ""
        properties.language = _LOCALES[lang]
        for stamp in properties._element.xpath("dcterms:created | dcterms:modified"):
            properties._element.remove(stamp)

    # -- text ---------------------------------------------------------------------------------

    def paragraph(
        self,
        *pieces: Piece,
        align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY,
        indent: bool = True,
        after: float = 0,
    ) -> Paragraph:
        """Add a paragraph of text, blanks and bold words; ``after`` is space below in points."""
        paragraph = self.document.add_paragraph()
        only_blank = len(pieces) == 1 and isinstance(pieces[0], Blank)
        stretched = only_blank and align == WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT if stretched else align
        paragraph.paragraph_format.first_line_indent = Cm(1.25) if indent else Cm(0)
        paragraph.paragraph_format.space_after = Pt(after)
        self.write(paragraph, pieces)
        return paragraph

    def sentence(self, code: str, *, after: float = 0, **values: Value) -> Paragraph:
        """Add a paragraph from a message whose placeholders may be blanks."""
        slots = {name: f"\ue000{name}\ue001" for name in values}
        parts = _SLOT.split(say(code, self.lang, **slots))
        pieces = [values[part] if index % 2 else part for index, part in enumerate(parts)]
        return self.paragraph(*pieces, after=after)

    def heading(self, text: str) -> None:
        """Add the heading of a part; it stays on the page of the text that follows."""
        paragraph = self.document.add_paragraph(style="Heading 1")
        self.write(paragraph, [clean(text)])

    def write(self, paragraph: Paragraph, pieces: Iterable[Piece]) -> None:
        """Write pieces into a paragraph; blanks are highlighted."""
        for piece in pieces:
            if isinstance(piece, Blank):
                run = paragraph.add_run(say("conclusion_fill", self.lang, what=clean(piece.what)))
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
            elif isinstance(piece, tuple):
                paragraph.add_run(clean(piece[0])).bold = True
            else:
                paragraph.add_run(clean(piece))

    # -- tables -------------------------------------------------------------------------------

    def table(self, widths: Sequence[float], heads: Sequence[str] = (), borders: bool = True) -> Table:
        """Add a table with columns of given widths in centimetres; its head repeats on every page."""
        table: Table = self.document.add_table(rows=0, cols=len(widths))
        if borders:
            table.style = "Table Grid"
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        if heads:
            cells = self.row(table, [[(head,)] for head in heads], keep=True)
            for cell in cells:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            _mark_row(cells[0], "w:tblHeader")
        return table

    def row(
        self, table: Table, cells: Sequence[Sequence[Piece]], keep: bool = False, whole: bool = True
    ) -> list[_Cell]:
        """Add a row.

        Args:
            table: Where to.
            cells: Pieces of each cell.
            keep: Whether the row stays on the page of the next one.
            whole: Whether the row may not be split between pages.
        """
        added: list[_Cell] = list(table.add_row().cells)  # type: ignore[no-untyped-call]
        for cell, pieces, column in zip(added, cells, table.columns, strict=True):
            cell.width = column.width
            paragraph = cell.paragraphs[0]
            # By id: python-docx would read all styles again for every name.
            paragraph._p.style = self._table_style
            paragraph.paragraph_format.keep_with_next = keep
            self.write(paragraph, pieces)
        if whole:
            _mark_row(added[0], "w:cantSplit")
        return added

    def gap(self, points: float = 6) -> None:
        """Add a thin empty line, e.g. between two tables."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(points)

    def save(self) -> bytes:
        """Return the bytes of the .docx file."""
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    # -- page and style -----------------------------------------------------------------------

    def _set_page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(3), Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(2)
        section.header_distance = section.footer_distance = Cm(1)
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        number.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add_field(number, "PAGE")
        first = section.first_page_header.paragraphs[0]
        first.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        first.add_run(say("conclusion_header", self.lang)).italic = True
        for footer in (section.footer, section.first_page_footer):
            note = footer.paragraphs[0]
            note.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run = note.add_run(say("conclusion_footer", self.lang))
            run.italic, run.font.size = True, NOTE_SIZE

    def _set_style(self) -> None:
        styles: Any = self.document.styles
        normal = styles["Normal"]
        _set_font(normal, TEXT_SIZE, self.lang)
        normal.paragraph_format.space_after = normal.paragraph_format.space_before = Pt(0)
        normal.paragraph_format.line_spacing = 1.0
        normal.paragraph_format.widow_control = True
        heading = styles["Heading 1"]
        _set_font(heading, TEXT_SIZE, self.lang)
        heading.font.bold, heading.font.color.rgb = True, None
        heading.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(6)
        heading.paragraph_format.keep_with_next = True
        table_text = styles.add_style("Table Text", 1)
        table_text.base_style = normal
        self._table_style = str(table_text.style_id)
        _set_font(table_text, TABLE_SIZE, self.lang)
        table_text.paragraph_format.space_before = table_text.paragraph_format.space_after = Pt(1.5)


def _set_font(style: Any, size: Pt, lang: Lang) -> None:
    """Set one font for all scripts and the language that the speller uses."""
    style.font.name, style.font.size = FONT, size
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LOCALES[lang])
    properties.append(language)


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field, e.g. the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)


def _mark_row(cell: _Cell, mark: str) -> None:
    """Set a property of the row a cell stands in."""
    row: Any = cell._tc.getparent()
    row.get_or_add_trPr().append(OxmlElement(mark))
