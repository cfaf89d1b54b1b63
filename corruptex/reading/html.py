"""HTML pages, and the HTML that registers and word processors export."""

from __future__ import annotations

import re

from lxml import etree

from corruptex.reading.blocks import Block, PlaceKind, Reading, assemble, raise_digits, tidy
from corruptex.reading.encodings import decode_markup
from corruptex.reading.limits import Limits
from corruptex.reading.numerals import numeral
from corruptex.reading.xml import parse_html

_WHITE = re.compile(r"[ \t\r\n\f]+")
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_SKIPPED = frozenset(
    (
        "script",
        "style",
        "head",
        "title",
        "noscript",
        "template",
        "svg",
        "math",
        "select",
        "textarea",
        "object",
    )
)
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hr", "html", "legend", "li", "listing", "main", "nav", "ol", "p", "plaintext",
        "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
    )
)  # fmt: skip
_PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext"))
_LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class _Table:
    """Where the walk stands inside one table."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.row = -1
        self.column = -1
        self.paragraphs = 0


class _Page:
    """Gathers the lines of a page while its elements open and close."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._line: list[str] = []
        self._last = ""
        self._tables: list[_Table] = []
        self._table_count = 0
        self._paragraphs = 0
        self._lists: list[tuple[str, int]] = []
        self._raised = 0
        self._raised_began = False
        self._label = ""
        self._preformatted = 0

    def text(self, text: str | None) -> None:
        """Add text; a line of preformatted text, as word processors export plain files, is a paragraph."""
        if not text:
            return
        if not self._preformatted:
            self._add(text)
            return
        for place, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if place:
                self.flush()
            self._add(line)

    def _add(self, text: str) -> None:
        text = _WHITE.sub(" ", text)
        if self._raised and text.strip():
            text = text.strip()
            if self._raised_began:
                link = ""
            else:
                link, text = raise_digits(self._last, text)
            self._raised_began = True
            text = link + text
        self._line.append(text)
        self._last = text[-1:]

    def flush(self) -> None:
        line = tidy("".join(self._line))
        self._line.clear()
        self._last = ""
        if not line.strip():
            return
        kept = "\n".join(part for raw in line.split("\n") if (part := _WHITE.sub(" ", raw).strip()))
        # A word processor puts a paragraph inside each item: the number belongs to its first words.
        label, self._label = self._label, ""
        self.blocks.append(Block(label + kept, *self._place()))

    def _place(self) -> tuple[PlaceKind, tuple[int, ...]]:
        if self._tables and self._tables[-1].column >= 0:
            index: tuple[int, ...] = ()
            for table in self._tables:
                index += (table.number, table.row, table.column)
            self._tables[-1].paragraphs += 1
            return "cell", (*index, self._tables[-1].paragraphs - 1)
        self._paragraphs += 1
        return "paragraph", (self._paragraphs - 1,)

    def open(self, element: etree._Element, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag in _PREFORMATTED:
            self._preformatted += 1
        if tag == "br" and self._preformatted:
            self.flush()
        elif tag == "br":
            self._line.append("\n")
            self._last = ""
        elif tag == "table":
            self._tables.append(_Table(self._table_count))
            self._table_count += 1
        elif tag == "tr" and self._tables:
            self._tables[-1].row += 1
            self._tables[-1].column = -1
        elif tag in {"td", "th"} and self._tables:
            self._tables[-1].column += 1
            self._tables[-1].paragraphs = 0
        elif tag in {"ol", "ul"}:
            start = str(element.get("start", "1"))
            style = _LIST_STYLES.get(str(element.get("type", "1")), "decimal") if tag == "ol" else ""
            self._lists.append((style, int(start) if start.isascii() and start.isdigit() else 1))
        elif tag == "li":
            self._item(element)
        if is_raised(element, tag):
            self._raised += 1
            self._raised_began = False

    def _item(self, element: etree._Element) -> None:
        style, number = self._lists[-1] if self._lists else ("", 1)
        given = str(element.get("value", ""))
        number = int(given) if given.isascii() and given.isdigit() else number
        if self._lists:
            self._lists[-1] = (style, number + 1)
        self._label = f"{numeral(number, style)}. " if style else "• "

    def close(self, element: etree._Element, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
            if tag == "li":
                self._label = ""
        if tag in _PREFORMATTED:
            self._preformatted -= 1
        if tag == "table" and self._tables:
            self._tables.pop()
        elif tag in {"ol", "ul"} and self._lists:
            self._lists.pop()
        if is_raised(element, tag):
            self._raised -= 1


def is_raised(element: etree._Element, tag: str) -> bool:
    """Whether an element prints its text as superscript."""
    return tag == "sup" or (
        tag in {"span", "font"} and bool(_RAISED_STYLE.search(str(element.get("style", ""))))
    )


def blocks_of_html(text: str, limits: Limits) -> list[Block]:
    """Return the lines of an HTML page.

    Raises:
        RefusedError: If the page is nested too deeply.
    """
    root = parse_html(text, limits)
    page = _Page()
    if root is None:
        return []
    skipping = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if skipping or tag in _SKIPPED:
                skipping += 1
                continue
            page.open(element, tag)
            page.text(element.text)
        else:
            if skipping:
                skipping -= 1
            else:
                page.close(element, tag)
            if not skipping:
                page.text(element.tail)
    page.flush()
    return page.blocks


def read_html(data: bytes, limits: Limits) -> Reading:
    """Read an HTML file.

    Raises:
        RefusedError: If it cannot be decoded or is nested too deeply.
    """
    return Reading(*assemble(blocks_of_html(decode_markup(data), limits)))
