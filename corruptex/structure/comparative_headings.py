"""Headings of comparative tables: which column holds the text in force and which the proposed one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_OLD: Final = re.compile(
    r"действующ|существующ|текущ|прежн\w+ редакц|в настоящее время|колдонуудагы|колдонулуп жаткан|учурдагы"
    r"|азыркы|күчүндөгү|мурунку редакц",
    re.IGNORECASE,
)
_NEW: Final = re.compile(
    r"предлага|предложен|нов(?:ая|ой) редакц|редакция проекта|проект\w* редакц|с уч[её]том изменени"
    r"|сунуш|жаңы редакц|долбоор\w* редакц|өзгөртүү\w* эске алуу",
    re.IGNORECASE,
)
_NEW_BESIDE_LAW: Final = re.compile(
    r"проект|изменени|измен[её]нн|вносим|\bнов(?:ая|ый|ой|ое)\b|долбоор|өзгөртүү|өзгөртүл|киргизил|\bжаңы\b",
    re.IGNORECASE,
)
"""Words that head a proposed column only beside a column of law, or in a file that says what it is."""

_OF_LAW: Final = re.compile(
    r"редакц|норм|закон|текст|кодекс|положени|правил|ченем|мыйзам|жобо|токтом|эреже", re.IGNORECASE
)
_OTHER: Final = re.compile(
    r"\W*(?:№|п/п|п/н|номер|к/н|структурн|стать(?:я|и)\b|берене|обоснован|пояснен|примечан|комментари|основани"
    r"|причин|негизде|түшүндүрмө|эскертүү|себеби|автор)",
    re.IGNORECASE,
)
"""How headings of columns begin that hold neither of the two texts."""

_LONGEST: Final = 120
_TITLE: Final = re.compile(
    r"(?:сравнительн|сопоставительн)\w+\s+таблиц|салыштырма(?:луу)?\s+(?:таблица|жадыбал)", re.IGNORECASE
)
_OPENING: Final = 2000
_FIRST_LINES: Final = 6
_LONGEST_LINE: Final = 400


def is_titled(text: str) -> bool:
    """Whether the first lines of a file call it a comparative table."""
    lines = [line for line in text[:_OPENING].splitlines() if line.strip()][:_FIRST_LINES]
    return any(len(line) <= _LONGEST_LINE and _TITLE.search(line) for line in lines)


def columns_of(words: Mapping[int, str], *, titled: bool) -> tuple[int, int] | None:
    """Find the column in force and the proposed one.

    Args:
        words: Words of a row by column.
        titled: Whether the file calls itself a comparative table.

    Returns:
        The two columns; ``None`` if the row does not head both.
    """
    short = {
        column: said for column, said in words.items() if len(said) <= _LONGEST and not _OTHER.match(said)
    }
    old = [column for column, said in short.items() if _OLD.search(said)]
    others = [column for column in short if column not in old]
    new = [column for column in others if _NEW.search(short[column])]
    if old and not new and (titled or _OF_LAW.search(short[old[0]])):
        new = [column for column in others if _NEW_BESIDE_LAW.search(short[column])]
    return (old[0], new[0]) if old and new else None
