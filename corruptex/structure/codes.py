"""Names of codes: „Налоговым кодексом“ and „Салык кодексинде“ name the same act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from corruptex.model import Lang


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the republic.

    Attributes:
        id: What both its names stand for.
        ru: Its name in Russian, in the first case.
        ky: Its name in Kyrgyz, in the first case.
        found_ru: How Russian texts name it: words before the noun, or after it if they begin with „о“.
        found_ky: How Kyrgyz texts name it before the noun.
    """

    id: str
    ru: str
    ky: str
    found_ru: str
    found_ky: str


_END: Final = r"(?:ый|ий|ого|его|ому|ему|ым|им|ом|ем)"

CODES: Final = (
    Code(
        "civil_procedure",
        "Гражданский процессуальный кодекс",
        "Жарандык процесстик кодекс",
        rf"граждански?{_END}?[\s-]+процессуальн{_END}|гражданско-процессуальн{_END}",
        r"жарандык[\s-]+процесс(?:тик|уалдык)",
    ),
    Code(
        "criminal_procedure",
        "Уголовно-процессуальный кодекс",
        "Жазык-процесстик кодекс",
        rf"уголовно-?процессуальн{_END}",
        r"(?:кылмыш[\s-]+)?жазык[\s-]+процесс(?:тик|уалдык)",
    ),
    Code(
        "penal_executive",
        "Уголовно-исполнительный кодекс",
        "Жазык-аткаруу кодекси",
        rf"уголовно-исполнительн{_END}",
        r"(?:кылмыш[\s-]+)?жазык[\s-]+аткаруу",
    ),
    Code(
        "administrative_procedure",
        "Административно-процессуальный кодекс",
        "Административдик процесстик кодекс",
        rf"административно-процессуальн{_END}",
        r"административдик[\s-]+процесс(?:тик|уалдык)",
    ),
    Code(
        "administrative_liability",
        "Кодекс об административной ответственности",
        "Административдик жоопкерчилик жөнүндө кодекс",
        r"об\s+административной\s+ответственности",
        r"административдик\s+жоопкерчилик\s+жөнүндө",
    ),
    Code(
        "offences",
        "Кодекс о правонарушениях",
        "Укук бузуулар жөнүндө кодекс",
        r"о\s+правонарушениях",
        r"укук\s+бузуулар\s+жөнүндө",
    ),
    Code(
        "misconduct",
        "Кодекс о проступках",
        "Жоруктар жөнүндө кодекс",
        r"о\s+проступках",
        r"жоруктар\s+жөнүндө",
    ),
    Code(
        "violations",
        "Кодекс о нарушениях",
        "Бузуулар жөнүндө кодекс",
        r"о\s+нарушениях",
        r"бузуулар\s+жөнүндө",
    ),
    Code(
        "non_tax",
        "Кодекс о неналоговых доходах",
        "Салыктык эмес кирешелер жөнүндө кодекс",
        r"о\s+неналоговых\s+доходах",
        r"салыктык\s+эмес\s+кирешелер\s+жөнүндө",
    ),
    Code("children", "Кодекс о детях", "Балдар жөнүндө кодекс", r"о\s+детях", r"балдар(?:\s+жөнүндө)?"),
    Code("civil", "Гражданский кодекс", "Жарандык кодекс", rf"гражданск{_END}", r"жарандык"),
    Code("criminal", "Уголовный кодекс", "Жазык кодекси", rf"уголовн{_END}", r"(?:кылмыш[\s-]+)?жазык"),
    Code("tax", "Налоговый кодекс", "Салык кодекси", rf"налогов{_END}", r"салык"),
    Code("labour", "Трудовой кодекс", "Эмгек кодекси", rf"трудов(?:ой|{_END})", r"эмгек"),
    Code("land", "Земельный кодекс", "Жер кодекси", rf"земельн{_END}", r"жер"),
    Code("water", "Водный кодекс", "Суу кодекси", rf"водн{_END}", r"суу"),
    Code("forest", "Лесной кодекс", "Токой кодекси", rf"лесн(?:ой|{_END})", r"токой"),
    Code("budget", "Бюджетный кодекс", "Бюджет кодекси", rf"бюджетн{_END}", r"бюджет(?:тик)?"),
    Code("family", "Семейный кодекс", "Үй-бүлө кодекси", rf"семейн{_END}", r"үй[\s-]бүлө(?:лүк)?"),
    Code("housing", "Жилищный кодекс", "Турак жай кодекси", rf"жилищн{_END}", r"турак[\s-]жай"),
    Code("customs", "Таможенный кодекс", "Бажы кодекси", rf"таможенн{_END}", r"бажы"),
    Code("air", "Воздушный кодекс", "Аба кодекси", rf"воздушн{_END}", r"аба"),
    Code("digital", "Цифровой кодекс", "Санарип кодекс", rf"цифров(?:ой|{_END})", r"санарип(?:тик)?"),
    Code(
        "electoral", "Избирательный кодекс", "Шайлоо кодекси", rf"избирательн{_END}", r"шайлоо(?:\s+жөнүндө)?"
    ),
    Code("ecological", "Экологический кодекс", "Экологиялык кодекс", rf"экологическ{_END}", r"экологиялык"),
)
"""The codes, compound names before the simple ones they contain."""

_REACH: Final = 60


@cache
def _before(lang: Lang) -> re.Pattern[str]:
    names = [code.found_ru if lang == "ru" else code.found_ky for code in CODES]
    parts = (
        rf"(?P<c{turn}>{name})" for turn, name in enumerate(names) if not name.startswith(("о\\s", "об\\s"))
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})\s+[\"»”]?$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    parts = (
        rf"(?P<c{turn}>{code.found_ru})"
        for turn, code in enumerate(CODES)
        if code.found_ru.startswith(("о\\s", "об\\s"))
    )
    return re.compile(
        rf"(?:\s+(?:Кыргызской\s+Республики|КР))?\s+(?P<mark>[«\"“])?(?:{'|'.join(parts)})(?!\w)(?(mark)[»\"”])",
        re.IGNORECASE,
    )


def code_named(text: str, start: int, end: int, lang: Lang) -> tuple[str, int, int] | None:
    """Tell which code a noun „кодекс“ names.

    Args:
        text: The text.
        start: First character of the noun.
        end: Character after it.
        lang: Language of the noun.

    Returns:
        Name in the first case, and the first and the last place of the words that name the code; ``None``
        if none of the codes is named.
    """
    window = text[max(0, start - _REACH) : start]
    found = _before(lang).search(window)
    if found is not None:
        return _name(found, lang), start - len(window) + found.start(), end
    if lang == "ru":
        found = _after().match(text, end)
        if found is not None:
            return _name(found, lang), start, found.end()
    return None


def _name(found: re.Match[str], lang: Lang) -> str:
    code = CODES[int((found.lastgroup or "c0")[1:])]
    return code.ru if lang == "ru" else code.ky


def code_id(title: str) -> str | None:
    """The id of the code that a title names, in either language; ``None`` if it names none.

    Args:
        title: Title of an act as printed, such as „Налоговый кодекс Кыргызской Республики“.
    """
    lower = " ".join(title.split())
    for lang, noun in (("ru", "кодекс"), ("ky", "кодекс")):
        place = lower.lower().find(noun)
        if place >= 0:
            named = code_named(lower, place, place + len(noun), lang)  # type: ignore[arg-type]
            if named is not None:
                return next(code.id for code in CODES if named[0] in (code.ru, code.ky))
    return None
