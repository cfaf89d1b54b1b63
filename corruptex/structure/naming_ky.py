"""How Kyrgyz names acts: „"Токой жөнүндө" Кыргыз Республикасынын 1999-жылдын 8-июлундагы № 66 Мыйзамы“."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from corruptex.model import ActKind
from corruptex.structure.codes import code_named
from corruptex.structure.naming import (
    CLOSING,
    LONGEST_TITLE,
    MARKS,
    NamedAct,
    iso,
    kind_of_paper,
    opens,
    plain,
)

_LONGEST_NAME: Final = 700
"""Characters of a name at most; notes on editions list many acts."""

_THIS: Final = ("ушул ", "Ушул ", "бул ", "Бул ")
NOUNS: Final = re.compile(
    r"(?P<constitution>Конституция)\w*"
    r"|(?P<law>[Мм]ыйзам(?:дар)?ы)(?:н|на|нан|нын|нда|ндагы|ндагыдай)?\b"
    r"|(?P<code>[Кк]одекс(?:(?:тер)?и)?)(?:н|не|нен|нин|нде|ндеги|ке|те|тен|тин|ти)?\b"
    r"|(?P<paper>[Тт]октом|[Жж]арлы[кг]|[Бб]уйру[кг]|[Чч]ечим|[Тт]ескеме)[а-яёңөү]*"
)
STEMS: Final = (
    "Конституция",
    "Мыйзам",
    "мыйзам",
    "Кодекс",
    "кодекс",
    "октом",
    "арлык",
    "арлыг",
    "уйрук",
    "уйругу",
    "ечим",
    "ескеме",
)
_DATED: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?-?\s?ж(?:ылдын|\.)[\s,]+(?P<day>\d{1,2})\s?-?\s?(?P<month>[а-я]{3,})"
    r"(?:(?:\s+[\wА-Яа-яңөүҢӨҮ-]+){0,4}?\s*,?\s*(?:№|N)\s*(?P<number>\d[\w/]*))?\s?[-,]?$"
    r"|(?:№|N)\s*(?P<number2>\d[\w/]*)\s?-?$"
)
_REACH: Final = 90
_BEFORE: Final = re.compile(
    r"(?:(?:Кыргыз\s+Республикасынын|КР)|(?P<grand>[Кк]онституциялык)"
    r"|(?P<body>Өкмөтүнүн|Министрлер\s+Кабинетинин|Президентинин|Жогорку\s+Кеңешинин"
    r"|(?:[А-ЯӨҮҢ]\w+\s+)?(?:шаардык|айылдык|райондук)\s+[Кк]еңешинин|[А-Яа-яёӨөҮүңҢ]+\s+министрлигинин|[Аа]генттигинин))$"
)
_JOINS: Final = re.compile(r"\s*(?:,|жана)\s*$")


@dataclass(slots=True)
class _Name:
    """What has been read of a name, from its noun backwards."""

    begin: int
    kind: ActKind
    title: str = ""
    body: str = ""
    items: list[tuple[int, int, str | None, str | None]] = field(default_factory=list)
    """Begin, end, date and number of each act, the last first."""


def read(text: str, noun: re.Match[str]) -> Iterator[NamedAct]:
    """The acts that a noun, found by ``NOUNS``, names together with the words before it."""
    start, end = noun.span()
    if text.startswith(_THIS, start - 5) or text.startswith(_THIS, start - 4):
        return
    if noun["constitution"]:
        yield NamedAct(_republic_before(text, start), end, "constitution", "Конституция", None, None, "ky")
        return
    name = _Name(start, "code" if noun["code"] else "law")
    if noun["code"]:
        named = code_named(text, start, end, "ky")
        if named is not None:
            name.title, name.begin, _ = named
        elif not noun["code"].endswith("и"):
            return
    while start - name.begin < _LONGEST_NAME and _step_back(text, name):
        pass
    if noun["paper"]:
        name.kind = kind_of_paper(noun["paper"].lower(), name.body)
        if not name.items:
            return
    if name.items:
        yield from _dated(name, end)
    elif name.title:
        yield from _titles_before(text, name.begin, name.kind)
        yield NamedAct(name.begin, end, name.kind, name.title, None, None, "ky")


def _step_back(text: str, name: _Name) -> bool:
    """Take what stands right before a name into it; tell whether there was anything."""
    place = name.begin
    while place and text[place - 1].isspace():
        place -= 1
    window = text[max(0, place - _REACH) : place]
    before = _BEFORE.search(window)
    if before is not None:
        if before["grand"]:
            name.kind = "constitutional_law"
        name.body = (before["body"] or name.body).lower()
        name.begin = place - len(before[0])
        return True
    quoted = _title_before(text, place) if not name.title else None
    if quoted is not None:
        name.title, name.begin = quoted
        return True
    if name.items:
        join = _JOINS.search(window)
        if join is None:
            return False
        place -= len(join[0])
        window = window[: -len(join[0])]
    dated = _DATED.search(window)
    if dated is None or (name.items and not dated["year"]):
        return False
    name.begin = place - len(dated[0])
    name.items.append((name.begin, place, iso(dated), dated["number"] or dated["number2"]))
    return True


def _dated(name: _Name, end: int) -> Iterator[NamedAct]:
    """Each dated act of a name; the title and the words before the dates belong to the first."""
    title, begin = name.title, name.begin
    for start, stop, when, number in reversed(name.items[1:]):
        yield NamedAct(start if begin < 0 else begin, stop, name.kind, title, when, number, "ky")
        title, begin = "", -1
    start, _, when, number = name.items[0]
    yield NamedAct(start if begin < 0 else begin, end, name.kind, title, when, number, "ky")


def _titles_before(text: str, begin: int, kind: ActKind) -> Iterator[NamedAct]:
    """Further titles of one noun: „"А жөнүндө", "Б жөнүндө" мыйзамдары“."""
    while (join := _JOINS.search(text, max(0, begin - 12), begin)) is not None:
        further = _title_before(text, join.start())
        if further is None:
            return
        title, begin = further
        yield NamedAct(begin, join.start(), kind, title, None, None, "ky")


def _republic_before(text: str, place: int) -> int:
    found = re.search(r"(?:Кыргыз\s+Республикасынын|КР)\s+$", text[max(0, place - 40) : place])
    return place - len(found[0]) if found else place


def _title_before(text: str, place: int) -> tuple[str, int] | None:
    """A quoted title right before a place: its words, and the place of the opening mark."""
    if place <= 0 or text[place - 1] not in CLOSING:
        return None
    depth = 0
    for begin in range(place - 1, max(place - LONGEST_TITLE, -1), -1):
        mark = text[begin]
        if mark not in MARKS:
            continue
        closes = mark in "»”" or (mark in '"“' and not opens(text, begin))
        depth += 1 if closes else -1
        if depth == 0:
            words = plain(text[begin:place])
            return (words, begin) if re.search(r"(?:жөнүндө|тууралуу|боюнча|жөнүндөгү)\W*$", words) else None
    return None
