"""Word documents (.docx): the body in order, as a reader sees it.

Tracked insertions are kept and deletions dropped, headers, footers and comments are left out.
`paragraphs` keeps the way back to the XML, so that a comment can later be put at exact words.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from corruptex.model import Notice
from corruptex.reading.blocks import Block, PlaceKind, Reading, assemble, raise_digits
from corruptex.reading.docx_numbering import OFF, Numbering, W, value
from corruptex.reading.docx_text import Paragraph, Piece, pieces_of
from corruptex.reading.limits import Limits, RefusedError
from corruptex.reading.package import Package
from corruptex.reading.xml import parse_xml

_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIPS = "_rels/.rels"

_DROPPED = frozenset(
    W + name
    for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "tblPr")
)
_PRINTED = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_DRAWINGS = frozenset((W + "drawing", W + "pict", W + "object", _ALTERNATE))
_NOTE_KINDS: tuple[tuple[str, str, PlaceKind], ...] = (
    ("footnotes.xml", "footnote", "footnote"),
    ("endnotes.xml", "endnote", "endnote"),
)


class _Walk:
    """Walks a part in the order of reading and gathers its paragraphs."""

    def __init__(self, numbering: Numbering, raised_styles: frozenset[str]) -> None:
        self.found: list[Paragraph] = []
        self.hidden = 0
        self._numbering = numbering
        self._raised_styles = raised_styles
        self._pieces: list[Piece] = []
        self._carried: list[Piece] = []  # text of paragraphs whose mark was deleted: it joins the next one
        self._boxes: list[etree._Element] = []
        self._box_count = 0
        self._table_count = 0
        self._last_raised: etree._Element | None = None

    def container(
        self, element: etree._Element, kind: PlaceKind, prefix: tuple[int, ...], start: int = 0
    ) -> int:
        """Walk paragraphs and tables of a body, cell, note or text box; return how many paragraphs it has."""
        count = start
        for child in element:
            tag = child.tag
            if tag == W + "p":
                self._paragraph(child, kind, (*prefix, count))
                count += 1
            elif tag == W + "tbl":
                self._table(child, prefix if kind == "cell" else ())
            elif tag == _ALTERNATE:
                count = self.container(_alternative(child), kind, prefix, count)
            elif tag not in _DROPPED:
                count = self.container(child, kind, prefix, count)
        return count

    def _table(self, table: etree._Element, prefix: tuple[int, ...]) -> None:
        number = self._table_count
        self._table_count += 1
        for row_number, row in enumerate(_inside(table, W + "tr")):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            for column, cell in enumerate(_inside(row, W + "tc")):
                if cell.find(f"{W}tcPr/{W}cellDel") is None:
                    self.container(cell, "cell", (*prefix, number, row_number, column))

    def _paragraph(self, element: etree._Element, kind: PlaceKind, index: tuple[int, ...]) -> None:
        properties = element.find(W + "pPr")
        self._pieces = []
        boxes, self._boxes = self._boxes, []
        self._inline(element)
        own_boxes, self._boxes = self._boxes, boxes
        pieces = self._carried + self._pieces
        self._carried = []
        mark = None if properties is None else properties.find(W + "rPr")
        if mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None):
            self._carried = pieces
        else:
            numbers = None if properties is None else properties.find(W + "numPr")
            if label := self._numbering.label(value(properties, "pStyle"), numbers):
                pieces.insert(0, Piece(label))
            self.found.append(Paragraph(element, kind, index, tuple(pieces)))
        for box in own_boxes:
            number = self._box_count
            self._box_count += 1
            self.container(box, "textbox", (number,))

    def _inline(self, element: etree._Element) -> None:
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self._run(child)
            elif tag == _MATH_TEXT:
                self._pieces.extend(pieces_of(child, child.text or ""))
            elif tag == _ALTERNATE:
                self._inline(_alternative(child))
            elif tag not in _DROPPED:
                self._inline(child)

    def _run(self, run: etree._Element) -> None:
        raised, hidden = self._look(run)
        for child in run:
            tag = child.tag
            if hidden:
                self.hidden += len(child.text or "") if tag == W + "t" else 0
            elif tag == W + "t":
                self._text(child, raised)
            elif tag in _PRINTED:
                self._pieces.append(Piece(_PRINTED[tag]))
            elif tag in _DRAWINGS:
                self._drawing(child)

    def _look(self, run: etree._Element) -> tuple[bool, bool]:
        """Return whether a run is superscript and whether it is hidden."""
        raised = hidden = False
        properties = run.find(W + "rPr")
        if properties is not None:
            for look in properties:
                tag, setting = look.tag, look.get(W + "val")
                raised |= tag == W + "vertAlign" and setting == "superscript"
                raised |= tag == W + "rStyle" and setting in self._raised_styles
                hidden |= tag in {W + "vanish", W + "specVanish"} and setting not in OFF
        return raised, hidden

    def _text(self, element: etree._Element, raised: bool) -> None:
        text = element.text or ""
        if raised and text:
            before = self._pieces[-1].text if self._pieces else ""
            # Raised digits may be spread over several runs: the first of them brings the hyphen.
            goes_on = bool(self._pieces) and self._pieces[-1].element is self._last_raised
            link, shown = ("", text) if goes_on and before[-1:].isdecimal() else raise_digits(before, text)
            if link:
                self._pieces.append(Piece(link))
            self._pieces.append(Piece(shown, element, 0, len(text)))
            self._last_raised = element
        else:
            self._pieces.extend(pieces_of(element, text))

    def _drawing(self, element: etree._Element) -> None:
        """Keep the outermost text boxes of a drawing; boxes inside them are met when they are walked."""
        waiting = [_alternative(element) if element.tag == _ALTERNATE else element]
        while waiting:
            part = waiting.pop(0)
            if part.tag == W + "txbxContent":
                self._boxes.append(part)
            elif part.tag == _ALTERNATE:
                waiting.append(_alternative(part))
            else:
                waiting.extend(part)


def _alternative(element: etree._Element) -> etree._Element:
    """Return the one branch of an alternative that counts: the same text box stands in both."""
    choice = element.find(_CHOICE)
    if choice is not None:
        return choice
    return element[0] if len(element) else element


def _inside(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Yield rows or cells, through content controls and tracked insertions."""
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag not in _DROPPED and child.tag not in {W + "trPr", W + "tcPr", W + "tblGrid"}:
            yield from _inside(child, wanted)


def _raised_styles(styles: etree._Element | None) -> frozenset[str]:
    if styles is None:
        return frozenset()
    return frozenset(
        style.get(W + "styleId", "")
        for style in styles.iterfind(W + "style")
        if value(style.find(W + "rPr"), "vertAlign") == "superscript"
    )


def _main_part(package: Package, limits: Limits) -> str:
    relationships = package.read_if_present(_RELATIONSHIPS)
    if relationships is not None:
        for relation in parse_xml(relationships, limits):
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _part(package: Package, name: str, limits: Limits) -> etree._Element | None:
    data = package.read_if_present(name)
    return None if data is None else _root(data, limits)


def _root(data: bytes, limits: Limits) -> etree._Element:
    # The strict variant of the format differs in its namespaces only.
    if _STRICT in data[:4096]:
        data = data.replace(_STRICT, W[1:-1].encode())
    return parse_xml(data, limits)


def _walk(package: Package, limits: Limits) -> _Walk:
    main = _main_part(package, limits)
    folder = main.rpartition("/")[0]
    beside = f"{folder}/" if folder else ""
    body = _root(package.read(main), limits).find(W + "body")
    if body is None:
        raise RefusedError("reading.damaged")
    styles = _part(package, f"{beside}styles.xml", limits)
    walk = _Walk(Numbering(_part(package, f"{beside}numbering.xml", limits), styles), _raised_styles(styles))
    walk.container(body, "paragraph", ())
    for name, tag, kind in _NOTE_KINDS:
        notes = _part(package, beside + name, limits)
        if notes is not None:
            ordinary = [
                note for note in notes.iterfind(W + tag) if note.get(W + "type", "normal") == "normal"
            ]
            for number, note in enumerate(ordinary):
                walk.container(note, kind, (number,))
    return walk


def paragraphs(data: bytes, limits: Limits) -> list[Paragraph]:
    """Return all paragraphs of a document in the order of reading, notes last.

    Raises:
        RefusedError: If the file is damaged or over a limit.
    """
    return _walk(Package(data, limits), limits).found


def read_docx(data: bytes, limits: Limits) -> Reading:
    """Read a .docx file.

    Raises:
        RefusedError: If the file is damaged or over a limit.
    """
    walk = _walk(Package(data, limits), limits)
    text, places = assemble(Block(found.text, found.kind, found.index) for found in walk.found)
    notices = (Notice("reading.hidden_text", {"count": walk.hidden}),) if walk.hidden else ()
    return Reading(text, places, notices)
