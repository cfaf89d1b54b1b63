"""Automatic numbering of OpenDocument texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from lxml import etree

from corruptex.reading.numerals import bullet, numeral

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLACEHOLDER = re.compile(r"%(\d+)%")


class _Level(NamedTuple):
    style: str
    start: int
    pattern: str
    sign: str


def _style_of(given: str) -> str:
    # LibreOffice writes the beginning of the alphabet, e.g. «а, б, .., аа, аб, ... (ru)».
    if given[:1] in {"а", "б"}:
        return "russianLower"
    if given[:1] in {"А", "Б"}:
        return "russianUpper"
    return _FORMATS.get(given, "decimal" if given else "none")


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() else default


def _level(element: etree._Element) -> _Level:
    depth = _number(element.get(TEXT + "level"), 1)
    if element.tag == TEXT + "list-level-style-bullet":
        return _Level("bullet", 1, "", str(element.get(TEXT + "bullet-char", "•")))
    style = _style_of(str(element.get(STYLE + "num-format", "")))
    pattern = element.get(LOEXT + "num-list-format")
    if pattern is None:
        shown = _number(element.get(TEXT + "display-levels"), 1)
        numbers = (
            ".".join(f"%{place}%" for place in range(depth - shown + 1, depth + 1)) if style != "none" else ""
        )
        pattern = f"{element.get(STYLE + 'num-prefix', '')}{numbers}{element.get(STYLE + 'num-suffix', '')}"
    return _Level(style, _number(element.get(TEXT + "start-value"), 1), str(pattern), "")


class _Open(NamedTuple):
    """One list that is open: its style, and the counters of the whole nest."""

    style: str
    counters: dict[int, int]


class Lists:
    """Counts the lists and numbered headings of one document while they go by.

    Args:
        roots: Trees that define list styles: ``styles.xml`` and ``content.xml``.
    """

    def __init__(self, roots: Sequence[etree._Element]) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._list_style_of: dict[str, str] = {}
        self._outline: dict[int, _Level] = {}
        for root in roots:
            for style in root.iter(TEXT + "list-style"):
                self._styles[str(style.get(STYLE + "name"))] = self._levels(style)
            for outline in root.iter(TEXT + "outline-style"):
                self._outline = self._levels(outline)
            for paragraph in root.iter(STYLE + "style"):
                if name := paragraph.get(STYLE + "list-style-name"):
                    self._list_style_of[str(paragraph.get(STYLE + "name"))] = str(name)
        self._open: list[_Open] = []
        self._last_of_style: dict[str, dict[int, int]] = {}
        self._by_id: dict[str, dict[int, int]] = {}
        self._headings: dict[int, int] = {}
        self._due = False
        self._override: int | None = None

    @staticmethod
    def _levels(style: etree._Element) -> dict[int, _Level]:
        return {_number(level.get(TEXT + "level"), 1): _level(level) for level in style}

    @contextmanager
    def inside(self, element: etree._Element) -> Iterator[None]:
        """Open a ``text:list`` for as long as its items are walked."""
        if self._open:
            style = str(element.get(TEXT + "style-name", self._open[-1].style))
            counters = self._open[-1].counters
            if element.get(TEXT + "continue-numbering") != "true":
                for depth in [depth for depth in counters if depth > len(self._open)]:
                    del counters[depth]
        else:
            style = str(element.get(TEXT + "style-name", ""))
            earlier = self._by_id.get(str(element.get(TEXT + "continue-list", "")))
            if earlier is None and element.get(TEXT + "continue-numbering") == "true":
                earlier = self._last_of_style.get(style)
            counters = {} if earlier is None else earlier
            self._last_of_style[style] = counters
        if identity := element.get(XML_ID):
            self._by_id[str(identity)] = counters
        self._open.append(_Open(style, counters))
        try:
            yield
        finally:
            self._open.pop()
            self._due = False

    def item(self, element: etree._Element, *, counted: bool) -> None:
        """Begin an item: its first paragraph carries the number."""
        self._due = counted
        given = element.get(TEXT + "start-value")
        self._override = _number(given, 1) if given is not None else None

    def label(self, paragraph: etree._Element) -> str:
        """Return what is printed before a paragraph or heading, ``""`` if nothing."""
        if self._open and self._due:
            self._due = False
            style, counters = self._open[-1]
            levels = self._styles.get(style) or self._styles.get(self._inherited(paragraph), {})
            return self._count(levels, counters, len(self._open))
        if (
            paragraph.tag == TEXT + "h"
            and paragraph.get(TEXT + "is-list-header") != "true"
            and not self._open
        ):
            depth = _number(paragraph.get(TEXT + "outline-level"), 1)
            return self._count(self._outline, self._headings, depth)
        return ""

    def _inherited(self, paragraph: etree._Element) -> str:
        return self._list_style_of.get(str(paragraph.get(TEXT + "style-name", "")), "")

    def _count(self, levels: dict[int, _Level], counters: dict[int, int], depth: int) -> str:
        level = levels.get(depth)
        if level is None:
            return ""
        if level.style == "bullet":
            return f"{bullet(level.sign)} "
        counters[depth] = counters[depth] + 1 if depth in counters else level.start
        if self._override is not None:
            counters[depth], self._override = self._override, None
        for deeper in [other for other in counters if other > depth]:
            del counters[deeper]

        def shown(match: re.Match[str]) -> str:
            place = int(match[1])
            if place not in levels:
                return ""
            return numeral(counters.setdefault(place, levels[place].start), levels[place].style)

        printed = _PLACEHOLDER.sub(shown, level.pattern)
        return f"{printed} " if printed else ""
