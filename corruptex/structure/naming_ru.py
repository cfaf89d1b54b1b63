"""How Russian names acts: „Закон Кыргызской Республики "О лесах" от 8 июля 1999 года № 66“."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corruptex.model import ActKind
from corruptex.structure.codes import code_named
from corruptex.structure.naming import OPENING, NamedAct, closing, iso, kind_of_paper, plain

NOUNS: Final = re.compile(
    r"(?P<constitution>[Кк]онституци(?:я|и|ю|ей))\b(?!\s+(?:[а-я]+(?:их|ых)\s+)?государств)"
    r"|(?P<law>(?P<grand>[Кк]онституционн\w+\s+)?[Зз]акон(?:а|у|ом|е|ы|ов|ам|ами|ах)?)\b"
    r"|(?P<code>[Кк]одекс(?:а|у|ом|е|ы|ов|ам|ами|ах)?)\b"
    r"|(?P<paper>[Пп]остановлени(?:е|я|ю|ем|и|й|ями|ях)|[Уу]каз(?:а|у|ом|е|ы|ов|ами)?|[Пп]риказ(?:а|у|ом|е|ы|ов|ами)?"
    r"|[Рр]аспоряжени(?:е|я|ю|ем|и|й|ями)|[Рр]ешени(?:е|я|ю|ем|и|й|ями))\b"
)
STEMS: Final = (
    "Конституци",
    "конституци",
    "онституционн",
    "Закон",
    "закон",
    "Кодекс",
    "кодекс",
    "остановлени",
    "Указ",
    "указ",
    "Приказ",
    "приказ",
    "аспоряжени",
    "ешени",
)
_REPUBLIC: Final = re.compile(r"\s+(?:Кыргызской\s+Республики|КР)(?!\w)")
_DATED: Final = re.compile(
    r"\s*(?:,|и)?\s+(?:от\s+)?(?:(?P<day>\d{1,2})\s+(?P<month>[а-я]{3,8})\s+(?P<year>(?:19|20)\d\d)"
    r"|(?P<day2>\d{1,2})\.(?P<month2>\d\d)\.(?P<year2>(?:19|20)\d\d))\s*(?:года|гг?\.)?"
    r"(?:,?\s*(?:№|N|за\s+№)\s*(?P<number>\d[\w/]*(?:-\w+)*))?"
)
_NUMBERED: Final = re.compile(r",?\s*(?:№|N)\s*(?P<number>\d[\w/]*(?:-\w+)*)")
_BODY: Final = re.compile(
    r"(?:\s+(?!от\b|и\b|или\b|о\b|об\b|в\b|на\b|по\b|не\b|с\b)[А-Яа-яЁёA-Z-]+|\s+по\s+[а-я]+|,(?=\s+[а-я]+\s)){1,12}?"
    r"(?=,?\s+от\s+\d|\s*№|\s+[«\"“])"
)
_SAID: Final = re.compile(r"[№«\"“„\d]")
"""Without any of these nothing after a noun tells one act from another."""

_SAID_REACH: Final = 40
_NUMBER_REACH: Final = 300
_ABOUT: Final = re.compile(r"Об?\s", re.IGNORECASE)
_NEXT_TITLE: Final = re.compile(r"\s*(?:,|и)\s*(?=[«\"“„]\s*Об?\s)")
_THIS: Final = ("настоящего ", "настоящему ", "настоящим ", "настоящем ", "настоящий ", "Настоящий ")


def read(text: str, noun: re.Match[str]) -> Iterator[NamedAct]:
    """The acts that a noun, found by ``NOUNS``, names together with the words after it."""
    start, end = noun.span()
    if text.startswith(_THIS, start - 11) or text.startswith(_THIS, start - 10):
        return
    if noun["constitution"]:
        republic = _REPUBLIC.match(text, end)
        yield NamedAct(
            start, republic.end() if republic else end, "constitution", "Конституция", None, None, "ru"
        )
        return
    kind: ActKind = "constitutional_law" if noun["grand"] else "law"
    title = ""
    if noun["code"]:
        kind = "code"
        named = code_named(text, start, end, "ru")
        if named is not None:
            title, start, end = named
    elif noun["paper"]:
        if _SAID.search(text, end, end + _NUMBER_REACH) is None:
            return
        body = _BODY.match(text, end)
        if body is None and _DATED.match(text, end) is None:
            return
        kind = kind_of_paper(noun["paper"].lower(), body[0].lower() if body else "")
        end = body.end() if body else end
    republic = _REPUBLIC.match(text, end)
    end = republic.end() if republic else end
    yield from _told_apart(text, start, end, kind, title)


def _told_apart(text: str, start: int, end: int, kind: ActKind, title: str) -> Iterator[NamedAct]:
    """The titles, dates and numbers after a noun, each set an act; nothing if there are none."""
    if not title and _SAID.search(text, end, end + _SAID_REACH) is None:
        return
    while True:
        when = number = None
        bare_end = end
        for _ in range(2):
            dated = None if when else _DATED.match(text, end)
            if dated is not None and (
                dated["number"] or text[end : dated.end()].lstrip(" \n,и").startswith("от")
            ):
                when, number, end = iso(dated), dated["number"], dated.end()
                end -= len(text[:end]) - len(text[:end].rstrip()) if text[end - 1].isspace() else 0
            opened = _title_after(text, end) if not title else None
            if opened is not None:
                title, end = opened
        if number is None and (numbered := _NUMBERED.match(text, end)):
            number, end = numbered["number"], numbered.end()
        if not (title or when or number):
            return
        yield NamedAct(start, end, kind, title, when, number, "ru")
        following = _NEXT_TITLE.match(text, end)
        dated = _DATED.match(text, end)
        if following is not None:
            start = end = following.end()
        elif dated is not None and dated["number"] and end > bare_end:
            start = dated.end() - len(dated[0].lstrip(" \n\xa0,и"))
            end = start - 1
        else:
            return
        title = ""


def _title_after(text: str, place: int) -> tuple[str, int] | None:
    """A quoted title after a place: its words, and the place after the closing mark."""
    begin = place
    while begin < len(text) and text[begin] in " \n\xa0,":
        begin += 1
    if begin >= len(text) or text[begin] not in OPENING or not _ABOUT.match(text, begin + 1):
        return None
    end = closing(text, begin)
    return (plain(text[begin:end]), end) if end is not None else None
