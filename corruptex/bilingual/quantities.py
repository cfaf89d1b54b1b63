"""Numbers, terms, sums, dates and cited units of a passage, in one notation for both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from corruptex.model import Lang
from corruptex.structure.numbers import spelled

_RUSSIAN_CARDINALS: Final = {
    "од(?:ин|на|но|ного|ной|ному|ним|ном|ну)": 1, "дв(?:а|е|ух|ум|умя)": 2, "тр(?:и|ех|ех|ем|емя)": 3,
    "четыр(?:е|ех|ем|ьмя)": 4, "пят(?:ь|и|ью)": 5, "шест(?:ь|и|ью)": 6, "сем(?:ь|и|ью)": 7,
    "вос(?:емь|ьми|емью)": 8, "девят(?:ь|и|ью)": 9, "десят(?:ь|и|ью)": 10, "одиннадцат(?:ь|и|ью)": 11,
    "двенадцат(?:ь|и|ью)": 12, "тринадцат(?:ь|и|ью)": 13, "четырнадцат(?:ь|и|ью)": 14,
    "пятнадцат(?:ь|и|ью)": 15, "шестнадцат(?:ь|и|ью)": 16, "семнадцат(?:ь|и|ью)": 17,
    "восемнадцат(?:ь|и|ью)": 18, "девятнадцат(?:ь|и|ью)": 19, "двадцат(?:ь|и|ью)": 20,
    "тридцат(?:ь|и|ью)": 30, "сорока?": 40, "пят(?:ьдесят|идесяти)": 50, "шест(?:ьдесят|идесяти)": 60,
    "сем(?:ьдесят|идесяти)": 70, "вос(?:емьдесят|ьмидесяти)": 80, "девяност[оа]": 90, "ст[оа]": 100,
    "двести|двухсот": 200, "триста|трехсот": 300, "четыреста|четырехсот": 400, "пят(?:ьсот|исот)": 500,
    "тысяч[аиу]?": 1000,
}  # fmt: skip
_KYRGYZ_CARDINALS: Final = {
    "бир": 1, "эки": 2, "үч": 3, "төрт": 4, "беш": 5, "алты": 6, "жети": 7, "сегиз": 8, "тогуз": 9, "он": 10,
    "жыйырма": 20, "отуз": 30, "кырк": 40, "элүү": 50, "алтымыш": 60, "жетимиш": 70, "сексен": 80,
    "токсон": 90, "жүз": 100, "миң": 1000,
}  # fmt: skip
_KYRGYZ_CASE: Final = r"(?:[дт][аеоө]н|[гк][аеоө]|[нтд](?:ын|ин|ун|үн))?"
_RUSSIAN_PREFIXES: Final = {
    "одно": 1, "двух": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7, "восьми": 8, "девяти": 9,
    "десяти": 10, "двенадцати": 12, "четырнадцати": 14, "пятнадцати": 15, "двадцати": 20, "тридцати": 30,
    "сорока": 40, "шестидесяти": 60, "девяносто": 90,
}  # fmt: skip

_WORDS: Final[dict[Lang, list[tuple[re.Pattern[str], int]]]] = {
    "ru": [(re.compile(rf"(?:{stem})$"), value) for stem, value in _RUSSIAN_CARDINALS.items()],
    "ky": [(re.compile(rf"{stem}{_KYRGYZ_CASE}$"), value) for stem, value in _KYRGYZ_CARDINALS.items()],
}
_HALVES: Final = {"ru": re.compile(r"половин\w*|полугод\w*"), "ky": re.compile(r"жарым\w*")}
_THIRDS: Final = {
    "ru": re.compile(r"(?:(одн\w+)|(дв\w+)) трет\w+"),
    "ky": re.compile(r"үчт[өү]н (?:(бир\w*)|(эки\w*))"),
}

_MEASURES: Final[dict[Lang, dict[str, str]]] = {
    "ru": {
        "day": r"д(?:ень|ня|ней|ни|нем|нях|ням|невн\w+)\b",
        "week": r"недел\w+",
        "month": r"меся[цч]\w*",
        "year": r"(?:год\w{0,2}|лет|летн\w+|годичн\w+)\b",
        "hour": r"час(?:а|ов|ы|овой|ового|овая|овую)?\b",
        "minute": r"минут\w*",
        "percent": r"%|процент\w*",
        "som": r"сом(?:ов|а|ы|ам)?\b",
        "rate": r"(?:расчетн\w+ )?показател\w+",
    },
    "ky": {
        "day": r"күн\w*",
        "week": r"(?:жума|апта)\w*",
        "month": r"ай(?:дын|да|дан|га|лык|ы)?\w{0,6}\b",
        "year": r"(?:жыл|жаш)\w*",
        "hour": r"саат\w*",
        "minute": r"мүнөт\w*",
        "percent": r"%|(?:процент|пайыз)\w*",
        "som": r"сом\w{0,4}\b",
        "rate": r"эсепт(?:ик|ешүү) көрсөткүч\w*",
    },
}
_QUALIFIERS: Final = {
    "ru": re.compile(r"(?:(рабоч\w+)|(календарн\w+)|полн\w+|банковск\w+|месячн\w+)\s+"),
    "ky": re.compile(r"(?:(жумуш(?:чу)?|иш)|(календар\w+)|толук|банктык)\s+"),
}
_MEASURE: Final[dict[Lang, re.Pattern[str]]] = {
    lang: re.compile("|".join(f"(?P<{name}>{words})" for name, words in rows.items()))
    for lang, rows in _MEASURES.items()
}
_BETWEEN: Final = re.compile(r"[\s\u00a0-]*(?:\([^)]{1,30}\)\s*)?")

_COMMON_MONTHS: Final = "июн июл август сентябр октябр ноябр декабр".split()
_MONTHS: Final[dict[Lang, tuple[str, ...]]] = {
    "ru": ("январ", "феврал", "март", "апрел", "ма[яй]", *_COMMON_MONTHS),
    "ky": ("январ", "феврал", "март", "апрел", "май", *_COMMON_MONTHS),
}
_OLD_KYRGYZ_MONTHS: Final = (
    "үчтүн ай", "бирдин ай", "жалган куран", "чын куран", "бугу", "кулжа", "теке", "баш оона", "аяк оона",
    "тогуздун ай", "жетинин ай", "бештин ай",
)  # fmt: skip
_DATE: Final[dict[Lang, re.Pattern[str]]] = {
    "ru": re.compile(
        rf"(?P<day>\d{{1,2}}) (?P<month>(?:{'|'.join(_MONTHS['ru'])})\w*)(?: (?P<year>\d{{4}}) ?г\w*\.?)?"
    ),
    "ky": re.compile(
        r"(?:(?P<year>\d{4})[- ]?жыл\w*,? )?(?P<day>\d{1,2})[- ]?"
        rf"(?P<month>(?:{'|'.join((*_MONTHS['ky'], *_OLD_KYRGYZ_MONTHS))})\w*)"
    ),
}
_PRINTED_DATE: Final = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")

_LISTED: Final = r"\d+(?:[-.]\d+)*\)?"
_REFERENCE: Final[dict[Lang, re.Pattern[str]]] = {
    "ru": re.compile(
        r"(?:стат(?:ья|ьи|ье|ью|ьей|ей|ьям|ьях|ьями|ьею)|ст\.|част(?:ь|и|ью|ей|ям|ях|ями)|ч\.|(?:под)?пункт\w{0,3}|п\.|"
        r"абзац\w{0,3}|глав(?:а|ы|е|у|ой|ам|ах|ами)?|раздел\w{0,3}|приложени\w{1,2})\s*№?\s*"
        rf"(?P<numbers>{_LISTED}(?:\s*(?:,|и|или|либо|-|–)\s*{_LISTED})*)(?!\s*(?:процент|сом|дн|год|лет|меся))"
    ),
    "ky": re.compile(
        rf"(?P<numbers>{_LISTED}(?:\s*(?:,|жана|же|-|–)\s*{_LISTED})*)[-\s]{{1,2}}"
        r"(?:берене|статья|бөлү[кг]|пункт|абзац|глава|ба[пб]|бөлүм|тиркеме)\w*"
    ),
}  # fmt: skip
_ORDINAL_REFERENCE: Final[dict[Lang, re.Pattern[str]]] = {
    "ru": re.compile(
        r"(?:част(?:ь|и|ью|ей|ям|ях|ями)|абзац\w{0,3}) (?P<after>[а-я]+(?:(?:,| и) [а-я]+)*)"
        r"|(?P<before>[а-я]+(?:(?:,| и) [а-я]+)*) (?:част(?:ь|и|ью|ей|ям|ях|ями)|абзац\w{0,3})\b"
    ),
    "ky": re.compile(r"(?P<before>[а-яөүң]+(?:(?:,| жана) [а-яөүң]+)*) (?:бөлү[кг]|абзац)\w*"),
}
_ACT_NUMBER: Final = re.compile(r"№\s?\d++(?:[/-]\d++)*+(?!-?\s?тиркеме)")
_DIGITS: Final = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_WORD: Final = re.compile(r"[а-яөүңa-z]+")
_ROMAN: Final = re.compile(r"\b(?:i{1,3}|iv|v|vi{0,3}|ix|x)\b")
_ROMAN_VALUES: Final = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    Attributes:
        value: The number in one notation: ``"10"``, ``"1.5"``, ``"2/3"``.
        measure: What it counts: day, week, month, year, hour, minute, percent, som, rate; empty if unknown.
        days: ``working`` or ``calendar`` days; empty if not said.
        start: First character.
        end: Character after it, the measure included.
    """

    value: str
    measure: str
    days: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A number of a cited unit, or a date as ``YYYY-MM-DD`` (``--MM-DD`` without a year)."""

    value: str
    start: int
    end: int


@dataclass(slots=True)
class Quantities:
    """Quantities of a passage.

    Attributes:
        numbers: Numbers in digits, and numbers from two on in words that count something.
        loose: All values the passage may mean, ordinals and numbers in words included.
        dates: Dates.
        references: Numbers of cited units.
    """

    numbers: list[Quantity] = field(default_factory=list)
    loose: set[str] = field(default_factory=set)
    dates: list[Cited] = field(default_factory=list)
    references: list[Cited] = field(default_factory=list)


def quantities(text: str, start: int, end: int, lang: Lang) -> Quantities:
    """Read the quantities of a passage.

    Args:
        text: The text of the act.
        start: First character of the passage.
        end: Character after it.
        lang: Language of the passage.

    Returns:
        Quantities with offsets of ``text``.
    """
    found = Quantities()
    passage = _plain(text[start:end])
    passage = _take_dates(passage, lang, start, found)
    passage = _ACT_NUMBER.sub(_blank, passage)
    passage = _take_references(passage, lang, start, found)
    passage = _take_fractions(passage, lang, start, found)
    passage = _take_compounds(passage, lang, start, found)
    for first, last, value in sorted([*_digits(passage), *_cardinals(passage, lang)]):
        found.loose.add(value)
        measure, days, stop = _measure(passage, last, lang)
        if passage[first].isdigit() or (measure and value != "1"):
            found.numbers.append(Quantity(value, measure, days, start + first, start + stop))
    found.loose.update(_ordinals(passage))
    return found


def _plain(passage: str) -> str:
    """Lower case, ё as е, same length."""
    lowered = passage.lower()
    if len(lowered) != len(passage):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in passage)
    return lowered.replace("ё", "е").replace("\u00a0", " ").replace("\n", " ")


def _blank(match: re.Match[str]) -> str:
    return "·" * len(match[0])


def _take_dates(passage: str, lang: Lang, start: int, found: Quantities) -> str:
    for match in _DATE[lang].finditer(passage):
        month = _month(match["month"], lang)
        value = f"{match['year'] or '-'}-{month:02}-{int(match['day']):02}"
        found.dates.append(Cited(value, start + match.start(), start + match.end()))
    passage = _DATE[lang].sub(_blank, passage)
    for match in _PRINTED_DATE.finditer(passage):
        value = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
        found.dates.append(Cited(value, start + match.start(), start + match.end()))
    return _PRINTED_DATE.sub(_blank, passage)


def _month(word: str, lang: Lang) -> int:
    for names in (_MONTHS[lang], _OLD_KYRGYZ_MONTHS):
        for number, name in enumerate(names, 1):
            if re.match(name, word):
                return number
    return 0


def _take_references(passage: str, lang: Lang, start: int, found: Quantities) -> str:
    for match in _REFERENCE[lang].finditer(passage):
        for number in re.finditer(r"\d+(?:[-.]\d+)*", match["numbers"]):
            found.references.append(
                Cited(number[0].replace(".", "-"), start + match.start(), start + match.end())
            )
    passage = _REFERENCE[lang].sub(_blank, passage)
    for match in _ORDINAL_REFERENCE[lang].finditer(passage):
        words = match["before"] or (match.groupdict().get("after") or "")
        for word in re.findall(r"[а-яөүң]+", words):
            ordinal = spelled(word) if word not in ("он", "жыйырма", "отуз") else None
            if ordinal:
                found.references.append(Cited(ordinal, start + match.start(), start + match.end()))
    return passage


def _take_fractions(passage: str, lang: Lang, start: int, found: Quantities) -> str:
    for pattern, values in ((_THIRDS[lang], ("1/3", "2/3")), (_HALVES[lang], ("1/2",))):
        for match in pattern.finditer(passage):
            value = values[1] if len(values) > 1 and match[2] else values[0]
            found.loose.add(value)
            if len(values) > 1:
                found.numbers.append(Quantity(value, "", "", start + match.start(), start + match.end()))
        passage = pattern.sub(_blank, passage)
    return passage


_COMPOUND: Final = re.compile(
    rf"\b({'|'.join(_RUSSIAN_PREFIXES)}|\d+[- ]?(?:ти|и|х)?-?)"
    r"(дневн|недельн|месячн|летн|годичн|годов|часов|минутн)(?:ый|ого|ому|ым|ом|ая|ой|ую|ий|его|ему|им|ем|яя|ей|юю|ые|ых|ие|их)\b"
)
_COMPOUND_MEASURES: Final = {
    "дневн": "day", "недельн": "week", "месячн": "month", "летн": "year", "годов": "year", "годичн": "year",
    "часов": "hour", "минутн": "minute",
}  # fmt: skip


def _take_compounds(passage: str, lang: Lang, start: int, found: Quantities) -> str:
    """«десятидневный», «3-месячный»."""
    if lang != "ru":
        return passage
    for match in _COMPOUND.finditer(passage):
        digits = re.match(r"\d+", match[1])
        value = digits[0] if digits else str(_RUSSIAN_PREFIXES[match[1]])
        found.loose.add(value)
        found.numbers.append(
            Quantity(value, _COMPOUND_MEASURES[match[2]], "", start + match.start(), start + match.end())
        )
    return _COMPOUND.sub(_blank, passage)


def _digits(passage: str) -> Iterator[tuple[int, int, str]]:
    for match in _DIGITS.finditer(passage):
        value = match[0].replace(" ", "").replace(",", ".")
        if "." in value:
            value = value.rstrip("0").rstrip(".")
        yield match.start(), match.end(), value.lstrip("0") or "0"


def _cardinals(passage: str, lang: Lang) -> Iterator[tuple[int, int, str]]:
    """Numbers in words, neighbours joined: «он беш» is 15."""
    total, first, last = 0, 0, -1
    for match in _WORD.finditer(passage):
        value = _cardinal(match[0], lang)
        joined = total and value and passage[last : match.start()].strip() == "" and _fits(total, value)
        if total and not joined:
            yield first, last, str(total)
            total = 0
        if value:
            if not total:
                first = match.start()
            total = total * value if total and value in (100, 1000) else total + value
            last = match.end()
    if total:
        yield first, last, str(total)


def _fits(total: int, value: int) -> bool:
    """Whether a number word goes on the one before it: smaller than its last place, or a multiplier."""
    if value in (100, 1000):
        return total < value
    return total % 10 == 0 and value < (10 if total % 100 else 100)


@lru_cache(maxsize=50_000)
def _cardinal(word: str, lang: Lang) -> int:
    return next((value for pattern, value in _WORDS[lang] if pattern.match(word)), 0)


def _measure(passage: str, place: int, lang: Lang) -> tuple[str, str, int]:
    """What a number that ends at ``place`` counts, which days, and where that ends."""
    suffix = re.match(r"[а-яөүң]*", passage[place:])
    between = _BETWEEN.match(passage, place + (len(suffix[0]) if suffix and lang == "ky" else 0))
    at = between.end() if between else place
    days = ""
    qualifier = _QUALIFIERS[lang].match(passage, at)
    if qualifier:
        days = "working" if qualifier[1] else "calendar" if qualifier[2] else ""
        at = qualifier.end()
    measure = _MEASURE[lang].match(passage, at)
    if not measure or measure.lastgroup is None:
        return "", "", place
    return measure.lastgroup, days if measure.lastgroup == "day" else "", measure.end()


_spelled: Final = lru_cache(maxsize=50_000)(spelled)


def _ordinals(passage: str) -> Iterator[str]:
    for match in _WORD.finditer(passage):
        number = _spelled(match[0])
        if number:
            yield number
    for match in _ROMAN.finditer(passage):
        yield str(_ROMAN_VALUES[match[0]])
