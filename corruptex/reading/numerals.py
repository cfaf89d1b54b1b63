"""Numbers of automatic lists as a word processor prints them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
"""Letters of Russian lists: without ё, й, ъ, ь (ECMA-376 part 1, 17.18.59)."""


def roman(number: int) -> str:
    """Return a number from 1 to 3999 in small Roman numerals, others in decimal."""
    if not 0 < number < 4000:
        return str(number)
    parts = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)


def letters(number: int, alphabet: str) -> str:
    """Return the letter of a list item: а … я, then аа, бб …, as Word counts."""
    if not 0 < number < 1000:
        return str(number)
    rounds, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (rounds + 1)


_STYLES: Mapping[str, Callable[[int], str]] = {
    "none": lambda number: "",
    "lowerRoman": roman,
    "lowerLetter": lambda number: letters(number, LATIN),
    "russianLower": lambda number: letters(number, RUSSIAN),
    "decimalZero": lambda number: f"{number:02d}",
}


def numeral(number: int, style: str) -> str:
    """Return a number in one of Word's styles (``w:numFmt``); unknown styles are decimal."""
    small = style.replace("upper", "lower").replace("Upper", "Lower")
    printed = _STYLES.get(small, str)(number)
    return printed if small == style else printed.upper()


def bullet(sign: str) -> str:
    """Return what a bulleted item begins with: its dash, or a bullet for any other sign."""
    return sign if sign in {"-", "–", "—"} else "•"
