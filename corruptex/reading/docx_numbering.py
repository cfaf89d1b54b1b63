"""Automatic numbering of Word documents: what ``w:numPr`` prints before a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from corruptex.reading.numerals import bullet, numeral

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACEHOLDER = re.compile(r"%([1-9])")
_LEVELS = 9
OFF = frozenset(("0", "false", "off"))
"""Values that switch a toggle off; without a value it is on."""


class Level(NamedTuple):
    """One level of a list definition (``w:lvl``)."""

    start: int
    style: str
    pattern: str
    restart: int | None
    legal: bool
    glued: bool


def value(element: etree._Element | None, child: str) -> str | None:
    """Return ``w:val`` of a child element, ``None`` if there is no such child or value."""
    found = None if element is None else element.find(W + child)
    return None if found is None else found.get(W + "val")


def integer(text: str | None, default: int) -> int:
    """Return an attribute as a number; a damaged one counts as absent."""
    try:
        return default if text is None else int(text)
    except ValueError:
        return default


def switched_on(element: etree._Element | None, child: str) -> bool:
    """Whether a toggle such as ``w:vanish`` is present and not switched off."""
    found = None if element is None else element.find(W + child)
    return found is not None and found.get(W + "val") not in OFF


def _level(element: etree._Element) -> Level:
    restart = value(element, "lvlRestart")
    return Level(
        start=integer(value(element, "start"), 0),
        style=value(element, "numFmt") or "decimal",
        pattern=value(element, "lvlText") or "",
        restart=None if restart is None else integer(restart, 0),
        legal=switched_on(element, "isLgl"),
        glued=value(element, "suff") == "nothing",
    )


class Numbering:
    """Counts the lists of one document while its paragraphs go by in order.

    Args:
        numbering: Root of ``numbering.xml``; ``None`` if the document has none.
        styles: Root of ``styles.xml``; ``None`` if the document has none.
    """

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._abstract_of: dict[str, str] = {}
        self._overrides: dict[str, dict[int, Level]] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._level_of_style: dict[tuple[str, str], int] = {}
        self._style: dict[str, etree._Element] = {}
        self._style_numbers: dict[str, tuple[str, int] | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._default_style = ""
        if styles is not None:
            for style in styles.iterfind(W + "style"):
                self._style[style.get(W + "styleId", "")] = style
                if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true"}:
                    self._default_style = style.get(W + "styleId", "")
        if numbering is not None:
            self._load(numbering)

    def _load(self, root: etree._Element) -> None:
        links: dict[str, str] = {}
        defined: dict[str, str] = {}
        for abstract in root.iterfind(W + "abstractNum"):
            key = abstract.get(W + "abstractNumId", "")
            levels: dict[int, Level] = {}
            for element in abstract.iterfind(W + "lvl"):
                depth = integer(element.get(W + "ilvl"), 0)
                levels[depth] = _level(element)
                if style := value(element, "pStyle"):
                    self._level_of_style[(key, style)] = depth
            self._abstract[key] = levels
            if link := value(abstract, "numStyleLink"):
                links[key] = link
            if name := value(abstract, "styleLink"):
                defined[name] = key
        for key, link in links.items():
            if link in defined:
                self._abstract[key] = self._abstract[defined[link]]
        for number in root.iterfind(W + "num"):
            self._load_number(number)

    def _load_number(self, number: etree._Element) -> None:
        key = number.get(W + "numId", "")
        self._abstract_of[key] = value(number, "abstractNumId") or ""
        overrides = self._overrides.setdefault(key, {})
        for override in number.iterfind(W + "lvlOverride"):
            depth = integer(override.get(W + "ilvl"), 0)
            if (level := override.find(W + "lvl")) is not None:
                overrides[depth] = _level(level)
            if (start := value(override, "startOverride")) is not None:
                self._restarts[(key, depth)] = integer(start, 1)

    def _of_style(self, style_id: str) -> tuple[str, int] | None:
        """Return list and level that a style gives, its ancestors included."""
        if style_id in self._style_numbers:
            return self._style_numbers[style_id]
        found: tuple[str, int] | None = None
        seen: set[str] = set()
        current = style_id
        while current in self._style and current not in seen:
            seen.add(current)
            properties = self._style[current].find(f"{W}pPr/{W}numPr")
            if properties is not None and (number := value(properties, "numId")) is not None:
                abstract = self._abstract_of.get(number, "")
                depth = self._level_of_style.get((abstract, current))
                found = (number, depth if depth is not None else integer(value(properties, "ilvl"), 0))
                break
            current = value(self._style[current], "basedOn") or ""
        self._style_numbers[style_id] = found
        return found

    def label(self, style_id: str | None, properties: etree._Element | None) -> str:
        """Return what is printed before a paragraph, with the space after it; ``""`` if nothing.

        Args:
            style_id: ``w:pStyle`` of the paragraph.
            properties: Its own ``w:numPr``.
        """
        inherited = self._of_style(style_id or self._default_style)
        number = value(properties, "numId") or (inherited[0] if inherited else None)
        if number is None or number == "0" or number not in self._abstract_of:
            return ""
        depth = integer(value(properties, "ilvl"), inherited[1] if inherited else 0)
        levels = self._abstract.get(self._abstract_of[number], {}) | self._overrides.get(number, {})
        if depth not in levels or not 0 <= depth < _LEVELS:
            return ""
        return self._print(levels, depth, self._count(number, depth, levels))

    def _count(self, number: str, depth: int, levels: dict[int, Level]) -> list[int | None]:
        # Lists that share a definition share its counters; a start override restarts them once.
        counters = self._counters.setdefault(self._abstract_of[number], [None] * _LEVELS)
        restart = self._restarts.pop((number, depth), None)
        current = counters[depth]
        if restart is not None:
            counters[depth] = restart
        else:
            counters[depth] = levels[depth].start if current is None else current + 1
        for deeper in range(depth + 1, _LEVELS):
            level = levels.get(deeper)
            never = level is not None and level.restart == 0
            too_deep = level is not None and level.restart and depth + 1 > level.restart
            if not never and not too_deep:
                counters[deeper] = None
        for upper in range(depth):
            if counters[upper] is None and upper in levels:
                counters[upper] = levels[upper].start
        return counters

    @staticmethod
    def _print(levels: dict[int, Level], depth: int, counters: list[int | None]) -> str:
        level = levels[depth]
        if level.style == "bullet":
            return f"{bullet(level.pattern)} "

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            if place not in levels:
                return ""
            style = "decimal" if level.legal else levels[place].style
            return numeral(counters[place] or 0, style)

        text = _PLACEHOLDER.sub(shown, level.pattern)
        return text if level.glued or not text else f"{text} "
