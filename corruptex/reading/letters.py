"""Kyrgyz letters set right: old fonts, look-alikes, misread code pages. Lengths never change.

What is Kyrgyz and what is Russian is judged paragraph by paragraph, so that «объект» and «ещё» of a
Russian paragraph stay what they are between repaired Kyrgyz ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import ne
from typing import Any

import yaml

from corruptex.model import Lang, Notice

_CYRILLIC = "\u0400-\u04ff"
_LATIN_1 = re.compile("[\u00c0-\u00ff\u00a8\u00b8]")
_LETTER = re.compile(r"[^\W\d_]")
_HAS_CYRILLIC = re.compile(rf"[{_CYRILLIC}]")
_PARAGRAPH = re.compile(r"[^\n]+")

# Places where Russian spelling allows no ъ and no ё, and the backslash inside a word.
# (A pattern that begins with a set of letters is searched for several times as fast.)
_OLD_FONT_SIGN = re.compile(
    r"[\\ъЪёЁ](?:"
    rf"(?<=\\)(?:(?=[{_CYRILLIC}])|(?<=[{_CYRILLIC}].))(?-i:(?![A-ZА-ЯЁ]))"
    rf"|(?<=[ъЪ])(?:(?![еёюя])|(?<![{_CYRILLIC}].)|(?<=[аеёиоуыэюяъ].))"
    r"|(?<=[ёЁ])(?=[аеиоуыэюяё])"
    r")",
    re.IGNORECASE,
)
_OLD_FONT_WORD = re.compile(rf"[{_CYRILLIC}\\|/]*[ъЪёЁ\\|/][{_CYRILLIC}\\|/]*")
_HARD_SIGN = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])ъ(?=[еюя])", re.IGNORECASE)
_CAPITAL_SLASH = re.compile(rf"(?:(?<![\w\\/.)])|(?<=\d[.)]))/(?=[{_CYRILLIC}\\.])")

_VARIANT = re.compile(rf"[њЊӊӉñÑɵƟѳѲ](?:(?<=[{_CYRILLIC}].)|(?=[{_CYRILLIC}]))")
_THREE = re.compile(rf"3(?<=[{_CYRILLIC}].)(?=[{_CYRILLIC}])")
_SEAM = re.compile(rf"[A-Za-z](?:(?<=[{_CYRILLIC}].)|(?=[{_CYRILLIC}]))")
_MIXED = re.compile(rf"[A-Za-z{_CYRILLIC}]+")
_ROMAN = re.compile(r"[IVXLCDMХСМ]+")
_BACK_VOWELS = frozenset("аоуыАОУЫ")
_FRONT_VOWELS = frozenset("өүиеэӨҮИЕЭ")

_ENOUGH_TO_TELL = 4000  # characters of a paragraph that tell its language
_ENOUGH_SIGNS = 3
_SIGN_SHARE = 0.005  # signs per Cyrillic word of the paragraphs that hold them


@cache
def tables() -> Mapping[str, Any]:
    """Return the tables of ``letters.yaml``."""
    text = resources.files(__package__).joinpath("letters.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded


@cache
def _signs_of(language: str) -> re.Pattern[str]:
    table = tables()[language]
    words, endings = "|".join(table["words"]), "|".join(table["endings"])
    return re.compile(rf"\b(?:(?:{words})|\w\w+(?:{endings}))\b", re.IGNORECASE)


def language_of(paragraph: str) -> Lang | None:
    """Return the language most words of a paragraph point to; ``None`` if nothing points anywhere.

    Works on damaged Kyrgyz too: it looks at words and endings without ө, ү and ң.
    """
    paragraph = paragraph[:_ENOUGH_TO_TELL]
    kyrgyz = len(_signs_of("kyrgyz").findall(paragraph)) + len(re.findall("[өүңӨҮҢ]", paragraph))
    russian = len(_signs_of("russian").findall(paragraph))
    if kyrgyz == russian:
        return None
    return "ky" if kyrgyz > russian else "ru"


@dataclass(frozen=True, slots=True)
class Repair:
    """Text after its letters were set right.

    Attributes:
        text: The new text, as long as the old one.
        notices: What was repaired.
    """

    text: str
    notices: tuple[Notice, ...]


def repair_letters(text: str) -> Repair:
    """Set letters right that a font, a keyboard or a code page has spoiled.

    Args:
        text: Text of a whole file.

    Returns:
        Text of the same length, with a notice for every kind of repair.
    """
    notices: list[Notice] = []
    for code, step in (
        ("reading.code_page_repaired", _repair_code_page),
        ("reading.old_font", _repair_old_font),
        ("reading.letters_unified", _unify),
    ):
        repaired = step(text)
        if repaired != text:
            count = sum(map(ne, text, repaired))
            notices.append(Notice(code, {"count": count}))
            text = repaired
    return Repair(text, tuple(notices))


def _repair_code_page(text: str) -> str:
    """Read letters of Windows-1251 that were shown as Western European («Ñòàòüÿ»)."""
    found = len(_LATIN_1.findall(text))
    if found < 20 or found < 0.6 * len(_LETTER.findall(text)):
        return text
    return _LATIN_1.sub(lambda match: match[0].encode("latin-1").decode("cp1251"), text)


def _repair_old_font(text: str) -> str:
    if "\\" not in text and "ъ" not in text and "Ъ" not in text:
        return text
    # Russian paragraphs do not testify: «Приказы\Проекты» of a path is no ү.
    spoiled = [
        match[0]
        for match in _PARAGRAPH.finditer(text)
        if _OLD_FONT_SIGN.search(match[0]) and language_of(_HARD_SIGN.sub("", match[0])) != "ru"
    ]
    sample = "\n".join(spoiled)
    signs = len(_OLD_FONT_SIGN.findall(sample))
    words = len(re.findall(rf"[{_CYRILLIC}]+", sample))
    if signs < _ENOUGH_SIGNS or signs < _SIGN_SHARE * words:
        return text
    # Bulgarian and Russian of before 1918 have such signs too, but no backslash: without one the words
    # around them must be Kyrgyz.
    kyrgyz, russian = (len(_signs_of(language).findall(sample)) for language in ("kyrgyz", "russian"))
    if kyrgyz <= russian and "\\" not in sample:
        return text
    return _PARAGRAPH.sub(lambda match: _repair_paragraph(match[0]), text)


def _repair_paragraph(paragraph: str) -> str:
    russian = language_of(_HARD_SIGN.sub("", paragraph)) == "ru"
    paragraph = _OLD_FONT_WORD.sub(lambda match: _repair_word(match[0], russian=russian), paragraph)
    return paragraph if russian else _CAPITAL_SLASH.sub("Ү", paragraph)


def _repair_word(word: str, *, russian: bool) -> str:
    sure = _OLD_FONT_SIGN.search(word) is not None
    if russian and not sure:
        return word
    if not _HAS_CYRILLIC.search(word):
        return word
    table: dict[str, str] = tables()["old_font"]
    kept = {match.start() for match in _HARD_SIGN.finditer(word)}
    slashes = sure or word.count("/") > 1
    replaced = []
    for place, letter in enumerate(word):
        new = table.get(letter, letter)
        if place in kept or (letter in "/|" and not (slashes and _is_inside(word, place))):
            new = letter
        replaced.append(new)
    return "".join(replaced)


def _is_inside(word: str, place: int) -> bool:
    """Whether a slash stands between, or after, capital letters of one word."""
    before, after = word[max(0, place - 1) : place], word[place + 1 : place + 2]
    return before != "" and all(letter.isupper() or letter in "\\/" for letter in before + after)


def _unify(text: str) -> str:
    variants: dict[str, str] = tables()["kyrgyz_variants"]
    text = _VARIANT.sub(lambda match: variants[match[0]], text)
    text = _THREE.sub(lambda match: "З" if text[match.start() - 1].isupper() else "з", text)
    if not _SEAM.search(text):
        return text
    parts: list[str] = []
    done = 0
    for seam in _SEAM.finditer(text):
        if seam.start() < done:
            continue
        start = seam.start()
        while start > done and _MIXED.match(text[start - 1]):
            start -= 1
        word = _MIXED.match(text, start)
        if word is None:
            continue
        parts.append(text[done:start])
        parts.append(_one_alphabet(word[0], text, start))
        done = word.end()
    parts.append(text[done:])
    return "".join(parts)


def _one_alphabet(word: str, text: str, start: int) -> str:
    """Write a word of two alphabets in one, if that can be done without doubt."""
    roman: dict[str, str] = tables()["roman"]
    if _ROMAN.fullmatch(word):
        return "".join(roman.get(letter, letter) for letter in word)
    look_alikes: dict[str, str] = tables()["look_alikes"]
    latin = [letter for letter in word if letter < "\u0100"]
    abbreviation = re.match(rf"[A-Z]{{2,}}(?=[{_CYRILLIC}])", word)
    numeral = re.search(r"[IVX]{2,}$|^[IVX]{2,}", word)
    if 2 * len(latin) > len(word) or (abbreviation and word[abbreviation.end() :].islower()) or numeral:
        return word
    if any(letter not in look_alikes and letter not in "yY" for letter in latin):
        return word
    kyrgyz = ""
    if "y" in word or "Y" in word:
        begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
        kyrgyz = language_of(text[begin : end if end >= 0 else len(text)]) or ""
    return "".join(look_alikes.get(letter) or _from_y(word, letter, kyrgyz) for letter in word)


def _from_y(word: str, letter: str, language: str) -> str:
    """Return у or ү for a Latin y (in Kyrgyz the other vowels decide), any other letter as it is."""
    if letter not in "yY":
        return letter
    front = any(other in _FRONT_VOWELS for other in word) and not any(other in _BACK_VOWELS for other in word)
    small = "ү" if language == "ky" and (front or letter == "Y") else "у"
    return small.upper() if letter == "Y" else small
