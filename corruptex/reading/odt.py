"""OpenDocument texts (.odt): body in order, list numbers, notes; tracked deletions dropped."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from corruptex.reading.blocks import Block, PlaceKind, Reading, assemble, raise_digits, tidy
from corruptex.reading.limits import Limits, RefusedError
from corruptex.reading.odt_lists import Lists
from corruptex.reading.package import Package
from corruptex.reading.xml import parse_xml

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"

_DROPPED = frozenset(
    (
        TEXT + "tracked-changes",  # holds what was deleted; what was inserted stands in the body
        OFFICE + "annotation",
        OFFICE + "annotation-end",
        TEXT + "sequence-decls",
        TEXT + "variable-decls",
        TEXT + "user-field-decls",
        OFFICE + "forms",
        TEXT + "note-citation",
        TEXT + "number",
    )
)


class _Walk:
    """Walks the body in the order of reading."""

    def __init__(self, lists: Lists, raised_styles: frozenset[str]) -> None:
        self.blocks: list[Block] = []
        self._lists = lists
        self._raised_styles = raised_styles
        self._notes: list[tuple[PlaceKind, etree._Element]] = []
        self._boxes: list[etree._Element] = []
        self._box_count = 0
        self._table_count = 0

    def body(self, element: etree._Element) -> None:
        self._container(element, "paragraph", ())
        counts = {"footnote": 0, "endnote": 0}
        for kind, note in self._notes:
            self._container(note, kind, (counts[kind],))
            counts[kind] += 1

    def _container(
        self, element: etree._Element, kind: PlaceKind, prefix: tuple[int, ...], count: int = 0
    ) -> int:
        for child in element:
            tag = child.tag
            if tag in {TEXT + "p", TEXT + "h"}:
                self._paragraph(child, kind, (*prefix, count))
                count += 1
            elif tag == TEXT + "list":
                with self._lists.inside(child):
                    count = self._container(child, kind, prefix, count)
            elif tag in {TEXT + "list-item", TEXT + "list-header"}:
                self._lists.item(child, counted=tag == TEXT + "list-item")
                count = self._container(child, kind, prefix, count)
            elif tag == TABLE + "table":
                self._table(child, prefix if kind == "cell" else ())
            elif tag == DRAW + "frame":
                self._box(child)
            elif tag not in _DROPPED:
                count = self._container(child, kind, prefix, count)
        return count

    def _table(self, table: etree._Element, prefix: tuple[int, ...]) -> None:
        number = self._table_count
        self._table_count += 1
        rows = (row for row in table.iter(TABLE + "table-row") if _owner(row) is table)
        for row_number, row in enumerate(rows):
            for column, cell in enumerate(row.iterchildren(TABLE + "table-cell")):
                self._container(cell, "cell", (*prefix, number, row_number, column))

    def _paragraph(self, element: etree._Element, kind: PlaceKind, index: tuple[int, ...]) -> None:
        boxes, self._boxes = self._boxes, []
        parts: list[str] = []
        self._inline(element, parts, raised=False)
        own_boxes, self._boxes = self._boxes, boxes
        label = self._lists.label(element)
        text = "".join(parts)
        self.blocks.append(Block(tidy(label + text) if text.strip() else "", kind, index))
        for box in own_boxes:
            self._box(box)

    def _box(self, frame: etree._Element) -> None:
        for box in frame.iterchildren(DRAW + "text-box"):
            number = self._box_count
            self._box_count += 1
            self._container(box, "textbox", (number,))

    def _inline(self, element: etree._Element, parts: list[str], *, raised: bool) -> None:
        self._write(element.text, parts, raised=raised)
        for child in element:
            tag = child.tag
            if tag == TEXT + "s":
                count = child.get(TEXT + "c", "1")
                parts.append(" " * min(int(count) if count.isdigit() else 1, 1000))
            elif tag == TEXT + "tab":
                parts.append("\t")
            elif tag == TEXT + "line-break":
                parts.append("\n")
            elif tag == TEXT + "note":
                kind: PlaceKind = "endnote" if child.get(TEXT + "note-class") == "endnote" else "footnote"
                self._notes.extend((kind, body) for body in child.iterchildren(TEXT + "note-body"))
            elif tag == DRAW + "frame":
                self._boxes.append(child)
            elif tag not in _DROPPED:
                inner = raised or child.get(TEXT + "style-name") in self._raised_styles
                self._inline(child, parts, raised=inner)
            self._write(child.tail, parts, raised=raised)

    def _write(self, text: str | None, parts: list[str], *, raised: bool) -> None:
        if not text:
            return
        text = text.replace("\n", " ").replace("\r", " ")
        if raised:
            before = parts[-1] if parts else ""
            link, text = raise_digits(before, text)
            parts.append(link)
        parts.append(text)


def _owner(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(TABLE + "table"), None)


def _raised_styles(roots: Iterator[etree._Element]) -> frozenset[str]:
    found = set()
    for root in roots:
        for style in root.iter(STYLE + "style"):
            properties = style.find(STYLE + "text-properties")
            if properties is not None:
                position = str(properties.get(STYLE + "text-position", "")).split(" ")[0]
                if position == "super" or (position.endswith("%") and not position.startswith(("-", "0"))):
                    found.add(str(style.get(STYLE + "name")))
    return frozenset(found)


def read_odt(data: bytes, limits: Limits) -> Reading:
    """Read an .odt file.

    Raises:
        RefusedError: If the file is damaged, encrypted or over a limit.
    """
    package = Package(data, limits)
    manifest = package.read_if_present("META-INF/manifest.xml")
    if manifest is not None and b"encryption-data" in manifest:
        raise RefusedError("reading.encrypted")
    content = parse_xml(package.read("content.xml"), limits)
    styles_part = package.read_if_present("styles.xml")
    roots = [content] if styles_part is None else [parse_xml(styles_part, limits), content]
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise RefusedError("reading.damaged")
    walk = _Walk(Lists(roots), _raised_styles(iter(roots)))
    walk.body(body)
    return Reading(*assemble(walk.blocks))
