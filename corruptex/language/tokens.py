"""One tokeniser for both languages.

A token is a run of letters, digits or combining marks; whatever stands between two tokens is a separator.
Hyphenated words are several tokens («жол-жобо», «5-беренесинин»), so spelling with a hyphen, with a space
or glued to a number never hides a word from a rule. Offsets are characters of the text given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from operator import sub
from typing import TypeVar

Value = TypeVar("Value")

_PIECE = re.compile(r"[\w\u00ad\u0300-\u036f]+|[^\w\u00ad\u0300-\u036f]+")

_LOOK_ALIKES = dict(zip("aceopxykmhtb", "асеорхукмнтв", strict=True))
_SAME_LENGTH_FOLD = str.maketrans({"ё": "е", "ѳ": "ө", "ɵ": "ө", "њ": "ң", "ӊ": "ң", "ѐ": "е"})
_LATIN_IN_CYRILLIC = str.maketrans(_LOOK_ALIKES | {"3": "з", "0": "о"})
_CYRILLIC = re.compile(r"[а-яөүң]")
_FOREIGN = re.compile(r"[a-z03]")
_MARKS = re.compile(r"[\u00ad\u0300-\u036f]")

# A full stop after these does not end a sentence.
_ABBREVIATIONS = frozenset(
    "ст п пп ч абз гл разд подп г гг руб тыс млн млрд др пр т е д см ср им ул тел напр стр экз"
    " ж б а сом мин сек кв куб км рис табл прил обл р н".split()
)

GAP_NONE, GAP_COMMA, GAP_CLAUSE, GAP_SENTENCE = 0, 1, 2, 3
"""What a separator breaks: nothing, a phrase, a clause (; :), a sentence (. ! ? or a line end)."""

_FULL_STOP = -1


def fold(word: str) -> str:
    """Return a word in the form in which rules and forms are compared.

    Lower case, ё as е, soft hyphens and combining marks gone, confusable letters of other alphabets as
    Cyrillic when the word is otherwise Cyrillic.
    """
    word = word.lower().translate(_SAME_LENGTH_FOLD)
    if not word.isascii():
        if _MARKS.search(word):
            word = unicodedata.normalize("NFC", word.replace("\u00ad", ""))
            word = _MARKS.sub("", word)
        if _FOREIGN.search(word) and _CYRILLIC.search(word):
            word = word.translate(_LATIN_IN_CYRILLIC)
    return word


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text.

    Attributes:
        forms: Folded form of each token.
        starts: First character of each token.
        ends: Character after each token.
        gaps: ``gaps[i]`` is what the separator *before* token i breaks (one of the GAP constants);
            ``gaps[0]`` is GAP_SENTENCE.
    """

    forms: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[int]

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after a character offset."""
        return bisect_left(self.starts, offset)


class Remembered(dict[str, Value]):
    """What a function says of a string, computed once; forgotten when it grows too large."""

    def __init__(self, function: Callable[[str], Value], limit: int) -> None:
        super().__init__()
        self._function = function
        self._limit = limit

    def __missing__(self, key: str) -> Value:
        if len(self) >= self._limit:
            self.clear()
        value = self[key] = self._function(key)
        return value


def tokenise(text: str) -> Tokens:
    """Split a text into tokens.

    Args:
        text: Any text.

    Returns:
        Tokens in order; empty lists for a text without words.
    """
    pieces = _PIECE.findall(text)
    ends = list(accumulate(map(len, pieces)))
    first = 0 if pieces and _is_word(pieces[0]) else 1
    words = pieces[first::2]
    token_ends = ends[first::2]
    starts = list(map(sub, token_ends, map(len, words)))
    forms = list(map(_folded.__getitem__, words))
    separators = pieces[0::2] if first else ["", *pieces[1::2]]
    return Tokens(forms, starts, token_ends, _gaps(separators, words, forms))


def _is_word(piece: str) -> bool:
    return bool(re.match(r"[\w\u00ad\u0300-\u036f]", piece))


def _gaps(separators: list[str], words: list[str], forms: list[str]) -> list[int]:
    gaps = list(map(_strengths.__getitem__, separators[: len(words)]))
    for index, gap in enumerate(gaps):
        if gap == _FULL_STOP:
            follows = words[index][0].isupper() and not _abbreviated(forms, index)
            gaps[index] = GAP_SENTENCE if follows else GAP_NONE
    if gaps:
        gaps[0] = GAP_SENTENCE
    return gaps


def _strength(separator: str) -> int:
    """Strength of a separator; a full stop's depends on the words around it."""
    if "\n" in separator or "\r" in separator or "\u2029" in separator:
        return GAP_SENTENCE
    if "!" in separator or "?" in separator:
        return GAP_SENTENCE
    if ";" in separator or ":" in separator:
        return GAP_CLAUSE
    if "." in separator:
        return _FULL_STOP
    return GAP_COMMA if "," in separator else GAP_NONE


def _abbreviated(forms: list[str], index: int) -> bool:
    """Whether the full stop before token ``index`` belongs to an abbreviation or an initial."""
    previous = forms[index - 1] if index else ""
    return previous in _ABBREVIATIONS or (len(previous) == 1 and previous.isalpha())


_folded: Remembered[str] = Remembered(fold, 400_000)
_strengths: Remembered[int] = Remembered(_strength, 50_000)
