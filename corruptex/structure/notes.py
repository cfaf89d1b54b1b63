"""Editorial notes: history of editions, repeals, references of the publisher. Metadata, not norms."""

from __future__ import annotations

import re
from typing import Final

HEADER_SHARE: Final = 60
"""A line that stands at least once in so many lines, and five times in all, is a running header."""

_BRACKETED: Final = re.compile(
    r"\((?:[^()\n]{0,90}?\b|Глава)?(?:в ред(?:акции|\.)|утратил[аои]? силу|исключен[аоы]?"
    r"|введен[аоы]? "
    r"|вводится в действие|дополнен[аоы]? |приостановлен|толкование|действие .{0,40}приостановлено"
    r"|считать утратившим"
    r"|признан[аоы]? (?:не ?соответств|противореч|неконституц|утратив))",
    re.IGNORECASE,
)
_BRACKETED_KYRGYZ: Final = re.compile(
    r"(?:редакци(?:я|л)|күчүн жогот|кучун жогот|колдонууга киргиз|алынып салын|токтомдор?у? менен ылайык"
    r"|(?:Мыйзам|Жарлы|токтом)\w*(?:на|не) ылайык|толукталды)",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    r"(?:См\.(?: также|:|$| )|Внимание ?!|ВНИМАНИЕ ?!|Сноска\.|Примечание (?:ИЗПИ|РЦПИ)"
    r"|Караңыз(?:дар)?(?::| )|Көңүл буру"
    r"|[Ии]зменения, внес[её]нные Закон|В редакции (?:Закон|постановлен|Указ)"
    r"|(?:УТРАТИЛ|Утратил)[АОИаои]? (?:СИЛУ|силу)\b.{0,160}$"
    r"|(?:КҮЧҮН ЖОГОТТУ|Күчүн жоготту)\b.{0,160}$"
    r"|(?:КР|Кыргыз Республикасынын) \d{4}-жылдын .{0,400}редакция\w+ ылайык\)?\.?$"
    r"|(?:https?://)?(?:www\.)?cbd\.minjust\.gov\.kg)"
)
_OPENS: Final = re.compile(
    r"\((?:В редакции|В ред\.|в редакции|Введен|Вводится|КР\b|Кыргыз Республикасынын\b|Утратил|Исключен"
    r"|[А-ЯЁа-яё]+ (?:[а-яё]+ ){0,3}в редакции|(?:Глава|Часть|Статья|Параграф)(?:$| утратила)|Главав"
    r"|Наименование|Название|Раздел|[А-Я][а-яөүң]+(?:нын|нин|дын|дин) аталышы|[ӨҮҢА-Яа-яөүң -]+КР \d{4}-жыл)"
)


def is_note(passage: str) -> bool:
    """Tell whether a passage is an editorial note and nothing else.

    Args:
        passage: A line, or several lines of one bracket, stripped.
    """
    passage = passage.strip()
    if not passage:
        return False
    if passage[0] != "(":
        return passage[0] in "СВПКИиУhwc" and _BARE.match(passage) is not None
    if not passage.rstrip(" .;").endswith(")"):
        return False
    flat = passage.replace("\n", " ")
    return _BRACKETED.match(flat) is not None or _BRACKETED_KYRGYZ.search(flat) is not None


def may_open_note(line: str) -> bool:
    """Tell whether a line begins a bracketed note that its own line does not close."""
    return line.startswith("(") and line.count("(") > line.count(")") and _OPENS.match(line) is not None
