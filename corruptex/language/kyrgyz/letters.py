"""Kyrgyz sounds as letters: vowel harmony, consonant assimilation, and joining a suffix to a stem.

A suffix is written once as a template. Cyrillic letters of a template stand for themselves, Latin letters for
sounds that the neighbours decide:

====== ============================================== ==========================
letter sound                                          example
====== ============================================== ==========================
``A``  low vowel а/е/о/ө                              ``DA``: жылда, үйдө
``E``  long low vowel аа/ээ/оо/өө                     ``IрEк``: тезирээк
``I``  high vowel ы/и/у/ү                             ``NIн``: мыйзамдын, сөздүн
``U``  rounded high vowel у/ү                         ``чU``: жазчу, келчү
``D``  д, after a voiceless consonant т               ``DA``: шартта
``G``  г, after a voiceless consonant к               ``GA``: шартка
``B``  б, after a voiceless consonant п               ``BA``: айтпа
``L``  л after a vowel, й, р; т voiceless; else д     ``LAр``: айлар, жылдар, иттер
``N``  н after a vowel; т voiceless; else д           ``NIн``: баланын, сөздүн
``i``  ``I``, dropped after a vowel                   ``iп``: алып, карап
``a``  ``A`` after a consonant, й after a vowel       ``aт``: алат, карайт
``y``  ``A``, dropped after a vowel                   ``yр``: алар, карар
``s``  с after a vowel, dropped after a consonant     ``sI``: баласы, шарты
====== ============================================== ==========================

After у the low vowel is а (кулга), after ү it is ө (үйгө); each vowel of a suffix governs the next one.
All written forms have ё folded to е, as the tokeniser does with the text.
"""

from __future__ import annotations

from typing import NamedTuple

#: Vowel letter -> the vowel that stands for its harmony class.
HARMONY = dict(zip("аыяоёуюеиэөү", "аааооууеееөө", strict=True))
_LOW = {"а": "а", "о": "о", "у": "а", "е": "е", "ө": "ө"}
_LONG_LOW = {"а": "аа", "о": "оо", "у": "аа", "е": "ээ", "ө": "өө"}
_HIGH = {"а": "ы", "о": "у", "у": "у", "е": "и", "ө": "ү"}
_ROUND = {"а": "у", "о": "у", "у": "у", "е": "ү", "ө": "ү"}
VOICELESS = frozenset("кпстфхцчшщ")
#: Loans may end so; texts then write both the voiced and the voiceless suffix (округга, округка).
UNSETTLED = frozenset("бвгд")
VOICED_OF = {"к": "г", "п": "б"}
_FUSED = {"а": "я", "о": "ё", "у": "ю", "е": "е"}


class Context(NamedTuple):
    """What a stem tells its suffix.

    Attributes:
        harmony: class of the last vowel: а, о, у, е or ө.
        final: class of the last letter: "vowel", "glide" (й), "r", "voiced" or "voiceless".
    """

    harmony: str
    final: str

    def after(self, text: str) -> Context:
        """The context once ``text`` has been added."""
        if not text:
            return self
        harmony = next((HARMONY[letter] for letter in reversed(text) if letter in HARMONY), self.harmony)
        return Context(harmony, final_class(text[-1]))


def final_class(letter: str) -> str:
    """Class of a stem-final letter, as in `Context.final`."""
    if letter in HARMONY:
        return "vowel"
    if letter == "й":
        return "glide"
    if letter == "р":
        return "r"
    return "voiceless" if letter in VOICELESS else "voiced"


def context_of(stem: str) -> Context:
    """Context of a whole stem; a stem without a vowel (an abbreviation) counts as back."""
    return Context("а", "voiced").after(stem)


def fold(text: str) -> str:
    """Lower case with ё written е, the spelling in which forms are compared."""
    return text.lower().replace("ё", "е")


def _consonant(kind: str, final: str) -> str:
    if final == "voiceless":
        return {"D": "т", "G": "к", "B": "п", "L": "т", "N": "т"}[kind]
    if kind == "L":
        return "л" if final in ("vowel", "glide", "r") else "д"
    if kind == "N":
        return "н" if final == "vowel" else "д"
    return {"D": "д", "G": "г", "B": "б"}[kind]


def attach(context: Context, template: str) -> str:
    """Realise a suffix template after a stem.

    Args:
        context: what the stem ends in.
        template: see the table at the head of this module.

    Returns:
        The suffix as written, й + vowel inside it fused (``мAйIнчA`` after о: моюнча). The seam between stem
        and suffix is left to `join` or to the caller.
    """
    harmony, final = context
    out = ""
    for sign in template:
        if sign in "isay" and final == "vowel":
            letters = {"i": "", "y": "", "a": "й", "s": "с"}[sign]
        elif sign == "s":
            letters = ""
        elif sign in "Ii":
            letters = _HIGH[harmony]
        elif sign in "Aay":
            letters = _LOW[harmony]
        elif sign == "E":
            letters = _LONG_LOW[harmony]
        elif sign == "U":
            letters = _ROUND[harmony]
        elif sign in "DGBLN":
            letters = _consonant(sign, final)
        else:
            letters = sign
        if not letters:
            continue
        if out.endswith("й") and letters in _FUSED:
            out, letters = out[:-1], _FUSED[letters]
        out += letters
        harmony = HARMONY.get(letters[-1], harmony)
        final = final_class(letters[-1])
    return out.replace("ё", "е")


def fuse(suffix: str) -> str | None:
    """The suffix as written when it swallows a stem-final й (``ут`` -> ``ют``), None when it does not."""
    fused = _FUSED.get(suffix[:1])
    return None if fused is None else fold(fused + suffix[1:])


def softens(stem: str) -> bool:
    """Whether the final к or п of a stem turns into г or б before a vowel: after a vowel only."""
    return len(stem) > 1 and stem[-1] in VOICED_OF and stem[-2] in HARMONY


def join(stem: str, template: str) -> str:
    """A longer stem: чык + ``Iл`` -> чыгыл, кой + ``Iл`` -> коюл, билдир + ``Iл`` -> билдирил."""
    suffix = attach(context_of(stem), template)
    if suffix[:1] in HARMONY:
        if stem.endswith("й") and (fused := fuse(suffix)):
            return stem[:-1] + fused
        if softens(stem):
            return stem[:-1] + VOICED_OF[stem[-1]] + suffix
    return stem + suffix
