"""Numbers of units in one notation: ``12-1``, ``1.2``, ``IV``, ``а``; words and old print included."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SUPERSCRIPT_DIGITS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
CONFUSED: Final = str.maketrans("ЗзОоOo|lI", "330000111")
"""Letters that old print and text layers give instead of digits."""
ROMAN_LOOKALIKES: Final = str.maketrans(
    {"Х": "X", "С": "C", "М": "M", "І": "I", "Ш": "III", "П": "II", "У": "V"}
)
ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
ROMAN: Final = re.compile(r"(?:X{0,3})(?:IX|IV|V?I{0,3})")

_UNITS = {
    "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "четвёрт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8,
    "девят": 9, "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14,
    "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19,
    "двадцат": 20, "тридцат": 30, "сороков": 40, "пятидесят": 50, "двадцать": 20, "тридцать": 30, "сорок": 40,
    "биринчи": 1, "экинчи": 2, "үчүнчү": 3, "төртүнчү": 4, "бешинчи": 5, "алтынчы": 6, "жетинчи": 7,
    "сегизинчи": 8, "тогузунчу": 9, "онунчу": 10, "он": 10, "жыйырманчы": 20, "жыйырма": 20, "отузунчу": 30,
    "отуз": 30,
}  # fmt: skip
_RUSSIAN_ENDING = re.compile(
    r"(?:ый|ой|ий|ая|ья|ое|ье|ого|ьего|ому|ьему|ым|ьим|ом|ьем|ьей|ую|ью|ые|ьи|ых|ьих|ыми|ьими)$"
)

_KYRGYZ_ORDINALS = (
    "", "биринчи", "экинчи", "үчүнчү", "төртүнчү", "бешинчи", "алтынчы", "жетинчи", "сегизинчи",
    "тогузунчу",
)  # fmt: skip
_KYRGYZ_TENS = ("", "он", "жыйырма", "отуз", "кырк", "элүү", "алтымыш", "жетимиш", "сексен", "токсон")
_KYRGYZ_TENS_ORDINALS = (
    "", "онунчу", "жыйырманчы", "отузунчу", "кыркынчы", "элүүнчү", "алтымышынчы", "жетимишинчи", "сексенинчи",
    "токсонунчу",
)  # fmt: skip
_RUSSIAN_ORDINALS = (
    "", "первый", "второй", "третий", "четвертый", "пятый", "шестой", "седьмой", "восьмой", "девятый",
    "десятый", "одиннадцатый", "двенадцатый", "тринадцатый", "четырнадцатый", "пятнадцатый", "шестнадцатый",
    "семнадцатый", "восемнадцатый", "девятнадцатый",
)  # fmt: skip
_RUSSIAN_TENS = (
    "", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят",
    "девяносто",
)  # fmt: skip
_RUSSIAN_TENS_ORDINALS = (
    "", "", "двадцатый", "тридцатый", "сороковой", "пятидесятый", "шестидесятый", "семидесятый",
    "восьмидесятый", "девяностый",
)  # fmt: skip


def arabic(raw: str, superscript: str = "", insert: str = "") -> str:
    """Write an Arabic number in one notation.

    Args:
        raw: The digits as printed, possibly with letters that look like digits.
        superscript: Superscript digits after them.
        insert: What follows with hyphens, e.g. ``" -1"``, ``"-58-"``.

    Returns:
        For example ``"23-1"`` for «23¹» and for «23 -1».
    """
    parts = [raw.translate(CONFUSED)]
    if superscript:
        parts.append(superscript.translate(SUPERSCRIPTS))
    parts += re.findall(r"\d+", insert)
    return "-".join(parts)


def roman(raw: str) -> str | None:
    """Write a Roman numeral in Latin letters, whatever letters it was typed in; ``None`` if it is none."""
    letters = raw.translate(ROMAN_LOOKALIKES)
    return letters if letters and ROMAN.fullmatch(letters) else None


def roman_value(numeral: str) -> int:
    """Return the value of a Roman numeral in Latin letters."""
    values = [ROMAN_VALUES[letter] for letter in numeral]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def spelled(words: str) -> str | None:
    """Turn an ordinal in words into digits: «двадцать первая», «БИРИНЧИ»; ``None`` if it is none."""
    total = 0
    for word in words.lower().split():
        value = _UNITS.get(word)
        if value is None:
            value = _UNITS.get(_RUSSIAN_ENDING.sub("", word))
        if value is None:
            return None
        total += value
    return str(total) if total else None


def kyrgyz_ordinal(number: int) -> str:
    """Write an ordinal in Kyrgyz words, ``1`` to ``99``; in digits above that."""
    if not 0 < number < 100:
        return f"{number}-"
    tens, units = divmod(number, 10)
    if not units:
        return _KYRGYZ_TENS_ORDINALS[tens]
    return f"{_KYRGYZ_TENS[tens]} {_KYRGYZ_ORDINALS[units]}".strip()


def russian_ordinal(number: int, *, feminine: bool = False) -> str:
    """Write a nominative ordinal in Russian words, ``1`` to ``99``; in digits above that."""
    if not 0 < number < 100:
        return f"{number}-{'я' if feminine else 'й'}"
    tens, units = divmod(number, 10)
    if number < 20:
        words = _RUSSIAN_ORDINALS[number]
    elif not units:
        words = _RUSSIAN_TENS_ORDINALS[tens]
    else:
        words = f"{_RUSSIAN_TENS[tens]} {_RUSSIAN_ORDINALS[units]}"
    if not feminine:
        return words
    return f"{words[:-2]}{'ья' if words.endswith('третий') else 'ая'}"


def base(number: str | None) -> int | None:
    """Return the leading integer of a number, ``12`` for ``"12-1"``; ``None`` for letters and Roman ones."""
    digits = re.match(r"\d+", number or "")
    return int(digits[0]) if digits else None


def unflatten(numbers: Sequence[str | None]) -> list[str | None]:
    """Restore numbers whose superscript was flattened: 60, 601, 61 -> 60, 60-1, 61.

    A number is split only if it breaks the growing order: it jumps far ahead, its beginning fits
    between its neighbours, and what follows it returns to the order it left.

    Args:
        numbers: Numbers of one sequence in the order of the text.

    Returns:
        The same numbers, the flattened ones as ``"60-1"``.
    """
    restored = list(numbers)
    last, insert = 0, 0
    seen: set[int] = set()
    for place, number in enumerate(numbers):
        if number is None or not number.isdigit():
            last = base(number) or last
            insert = int(number.rpartition("-")[2]) if number and re.fullmatch(r"\d+-\d+", number) else 0
            continue
        value = int(number)
        if value > last + 1 and value >= 11 and last:
            following = _return_point(numbers, place, last, value)
            split = _split(number, last, insert, following, seen)
            if split is not None:
                restored[place] = f"{split[0]}-{split[1]}"
                last, insert = max(last, split[0]), split[1]
                seen.add(split[0])
                continue
        last, insert = value, 0
        seen.add(value)
    return restored


def _return_point(numbers: Sequence[str | None], place: int, last: int, value: int) -> int | None:
    """Find the first later number that goes on where the sequence stood before a jump."""
    for number in numbers[place + 1 : place + 80]:
        later = base(number)
        if later is not None and last < later < value and later <= last + 10:
            return later
    return None


def _split(
    number: str, last: int, insert: int, following: int | None, seen: set[int]
) -> tuple[int, int] | None:
    """Split digits into a number that fits the sequence and an insert.

    The number before the jump comes first, then those between it and the return, then an earlier one
    whose inserts stand elsewhere (233-1 after 244). Where nothing returns, only the next insert will do.
    """
    pairs = [(int(number[:cut]), int(number[cut:])) for cut in range(1, len(number)) if number[cut] != "0"]
    expected = (1, insert + 1)
    if following is None:
        return next((pair for pair in pairs if pair[0] == last >= 10 and pair[1] in expected), None)
    between = [pair for pair in pairs if last <= pair[0] <= following]
    if between:
        return min(between)
    return next((pair for pair in pairs if pair[0] in seen and pair[0] >= 10 and pair[1] in expected), None)
