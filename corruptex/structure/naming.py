"""What both languages share in naming acts: the value, quotation marks, dates, kinds of papers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from corruptex.model import ActKind, Lang


@dataclass(frozen=True, slots=True)
class NamedAct:
    """An act as a text names it.

    Attributes:
        start: First character of the words that name it.
        end: Character after them.
        kind: Kind of the act by its noun and the body that adopted it.
        title: Title without quotation marks; of a code its name in the first case; empty if none is given.
        date: Date as ISO ``YYYY-MM-DD``; ``None`` if it is not given or is no date.
        number: Number as printed, without „№“; ``None`` if it is not given.
        lang: Language in which it is named.
    """

    start: int
    end: int
    kind: ActKind
    title: str
    date: str | None
    number: str | None
    lang: Lang


OPENING: Final = "«“„\"'"
CLOSING: Final = "»”“\"'"
MARKS: Final = frozenset('«»“”„"')
LONGEST_TITLE: Final = 400
"""Characters of a title at most."""

_MONTHS: Final = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")


def closing(text: str, begin: int) -> int | None:
    """The place after the mark that closes a quotation; marks inside it open and close as well."""
    depth = 0
    for place in range(begin, min(begin + LONGEST_TITLE, len(text))):
        mark = text[place]
        if mark not in MARKS:
            continue
        opens = mark in "«„" or (
            mark in '"“'
            and (place == begin or text[place - 1] in ' \n(«"“')
            and text[place + 1 : place + 2].isalpha()
        )
        depth += 1 if opens else -1
        if depth == 0:
            return place + 1
    return None


def kind_of_paper(noun: str, body: str) -> ActKind:
    """The kind of a by-law by its noun and the words that name its body, both in small letters."""
    if noun.startswith(("указ", "жарлы")):
        return "decree"
    if noun.startswith(("приказ", "распоряжени", "буйру", "тескеме")):
        return "order"
    if "жогорку" in body:
        return "parliament_resolution"
    if "правительств" in body or "кабинет" in body or "өкмөт" in body:
        return "cabinet_resolution"
    if "кенеш" in body or "кеңеш" in body:
        return "local_resolution"
    return "other"


def opens(text: str, place: int) -> bool:
    """Tell whether a mark that may open and close a quotation opens one where it stands."""
    before = text[place - 1] if place else " "
    return before in ' \n(«"“' and text[place + 1 : place + 2].isalpha()


def plain(title: str) -> str:
    """A quoted title on one line, without its marks."""
    return " ".join(title.split())[1:-1].strip()


def iso(dated: re.Match[str]) -> str | None:
    """The date of a match in ISO form; ``None`` if there is none or no such day."""
    parts = dated.groupdict()
    year, day, month = parts["year"], parts["day"], parts["month"]
    if parts.get("year2"):
        year, day, turn = parts["year2"], parts["day2"], int(parts["month2"])
    elif year is None:
        return None
    else:
        turn = next((n for n, begin in enumerate(_MONTHS, 1) if month.startswith(begin)), 0)
    try:
        return date(int(year), turn, int(day)).isoformat()
    except ValueError:
        return None
