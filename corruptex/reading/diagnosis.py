"""What is wrong with a text that reading cannot repair, said by name."""

from __future__ import annotations

import re

from corruptex.model import Notice
from corruptex.reading.letters import language_of

_SAMPLE = 100_000  # characters looked at; the head of a code is enough to judge the whole
_KYRGYZ_LETTER = re.compile("[өүңӨҮҢ]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u04ff]")
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")
_LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
_BROKEN_CASE = re.compile(r"[a-z][A-Z]|^[A-Z]{2,}[a-z]")
_ENOUGH_LETTERS = 400
_TOO_FEW = 0.004  # of all letters; 4.7 % in sound Kyrgyz acts
# Cheap first look: the genitive and «жана» stand in every few lines of Kyrgyz, hardly ever in Russian.
_KYRGYZ_ENDINGS = ("нын ", "дын ", "тын ", "нун ", "дун ", "жана ")
_FEW_ENDINGS = 0.0005
_CODE_PAGES = frozenset(("cp1251", "koi8-r", "koi8_r", "cp866"))


def diagnose(text: str, *, scanned: float = 0.0, encoding: str = "") -> tuple[Notice, ...]:
    """Name what a reader of the findings must know about the text.

    Args:
        text: Text after repair.
        scanned: Share of pages that are pictures (PDF).
        encoding: Encoding of a plain-text file, ``""`` for other formats.

    Returns:
        Notices: garbled text layer, Kyrgyz without its letters and why, or recognised text.
    """
    sample = text[:_SAMPLE]
    cyrillic = len(_CYRILLIC_LETTER.findall(sample))
    latin = len(_LATIN_LETTER.findall(sample))
    if latin > 1.5 * cyrillic and latin >= 100:
        return (_garbled(sample, scanned),)
    if lacks_kyrgyz_letters(sample):
        if encoding in _CODE_PAGES:
            return (Notice("reading.code_page_kyrgyz", {"encoding": encoding}),)
        return (Notice("reading.russian_layer" if scanned > 0.5 else "reading.letters_missing"),)
    return (Notice("reading.recognised_text"),) if scanned > 0.5 else ()


def _garbled(sample: str, scanned: float) -> Notice:
    words = _LATIN_WORD.findall(sample)
    broken = sum(_BROKEN_CASE.search(word) is not None for word in words)
    garbled = scanned > 0.5 or broken > 0.05 * max(1, len(words))
    return Notice("reading.garbled_layer" if garbled else "reading.no_cyrillic")


def lacks_kyrgyz_letters(text: str) -> bool:
    """Whether the Kyrgyz paragraphs of a text are typed without ө, ү and ң."""
    known = sum(text.count(letter) for letter in "өүңӨҮҢ")
    endings = sum(text.count(ending) for ending in _KYRGYZ_ENDINGS)
    if known >= _TOO_FEW * len(text) or endings < _FEW_ENDINGS * len(text):
        return False
    letters = special = 0
    for paragraph in text.split("\n"):
        if language_of(paragraph) == "ky":
            letters += len(_CYRILLIC_LETTER.findall(paragraph))
            special += len(_KYRGYZ_LETTER.findall(paragraph))
    return letters >= _ENOUGH_LETTERS and special < _TOO_FEW * letters
