"""The words that rules ask about, and nothing else: from a folded form to the symbols it satisfies.

A symbol is one question a pattern asks of a word: «a form of отказать», «a nominative of орган», «a dative
of an action noun». Each language has its own vocabulary; symbols are unique over both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from typing import Protocol

from corruptex.language import russian
from corruptex.language.classes import CLASSES
from corruptex.language.kyrgyz import Entry, FormIndex
from corruptex.language.tokens import Remembered, fold
from corruptex.model import Lang

Symbol = int

_PARTS = re.compile(r"[+.]")
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})


class Vocabulary(Protocol):
    """Symbols of one language."""

    def word(self, lemma: str, feature: str) -> Symbol:
        """Symbol of a lemma, optionally in forms with a feature (``"gent"``, ``"act+dat"``)."""

    def exact(self, form: str) -> Symbol:
        """Symbol of one exact form."""

    def form_class(self, name: str) -> Symbol:
        """Symbol of a class of forms; KeyError if the language has no such class."""

    def either(self, symbols: Iterable[Symbol]) -> Symbol:
        """Symbol of words that satisfy at least one of several symbols; ``symbols`` does not name it."""

    def members(self, symbol: Symbol) -> frozenset[Symbol]:
        """Symbols that a symbol made by ``either`` stands for; empty for any other."""

    def symbols(self, form: str) -> tuple[Symbol, ...]:
        """Symbols that a folded form satisfies; empty for most words."""

    def look_up(self) -> Callable[[str], tuple[Symbol, ...]]:
        """The quickest way to ask ``symbols`` of many forms; good until a symbol is added."""

    def features(self, form: str) -> frozenset[str]:
        """Grammatical features of a folded form of a known lemma, of all its readings together."""

    def head_features(self, forms: Sequence[str]) -> frozenset[str]:
        """Features of the word that carries the case of a phrase; empty if it is not known.

        In Russian it is the first noun („органом местного самоуправления“), else the first word with a
        case („учащемуся“); in Kyrgyz the last word.
        """


def parts_of(feature: str) -> list[str]:
    """The single features that a written feature asks for: ``act.dat`` asks for two."""
    return _PARTS.split(feature) if feature else []


class _Common:
    lang: Lang
    derived: frozenset[str] = frozenset()
    """Features of words made from a lemma with another meaning; a plain lemma does not match them."""

    def __init__(self, numbers: count[int]) -> None:
        self._numbers = numbers
        self._words: dict[str, dict[str, Symbol]] = {}
        self._exact: dict[str, Symbol] = {}
        self._classes: dict[str, Symbol] = {}
        self._unions: dict[frozenset[Symbol], Symbol] = {}
        self._members: dict[Symbol, frozenset[Symbol]] = {}
        self._known: Remembered[tuple[Symbol, ...]] = Remembered(self._look_up, 500_000)
        self._features: Remembered[frozenset[str]] = Remembered(self._all_features, 100_000)
        self._ready = False

    def word(self, lemma: str, feature: str) -> Symbol:
        wanted = self._words.setdefault(fold(lemma), {})
        if feature not in wanted:
            wanted[feature] = next(self._numbers)
            self._ready = False
        return wanted[feature]

    def exact(self, form: str) -> Symbol:
        form = fold(form)
        if form not in self._exact:
            self._exact[form] = next(self._numbers)
            self._ready = False
        return self._exact[form]

    def form_class(self, name: str) -> Symbol:
        if name not in CLASSES[self.lang]:
            raise KeyError(name)
        if name not in self._classes:
            self._classes[name] = next(self._numbers)
            self._ready = False
        return self._classes[name]

    def either(self, symbols: Iterable[Symbol]) -> Symbol:
        members = frozenset(plain for symbol in symbols for plain in self.members(symbol) or (symbol,))
        if members not in self._unions:
            self._unions[members] = next(self._numbers)
            self._members[self._unions[members]] = members
        return self._unions[members]

    def members(self, symbol: Symbol) -> frozenset[Symbol]:
        return self._members.get(symbol, frozenset())

    def symbols(self, form: str) -> tuple[Symbol, ...]:
        return self.look_up()(form)

    def look_up(self) -> Callable[[str], tuple[Symbol, ...]]:
        if not self._ready:
            self._known.clear()
            self._features.clear()
            self._prepare()
            self._ready = True
        return self._known.__getitem__

    def features(self, form: str) -> frozenset[str]:
        self.look_up()
        return self._features[form]

    def _all_features(self, form: str) -> frozenset[str]:
        return frozenset(feature for features in self._readings(form) for feature in features)

    def _readings(self, form: str) -> list[frozenset[str]]:
        return [features for _, features in self._lemmas(form)]

    def _same_word(self, features: frozenset[str], asked: Iterable[str]) -> bool:
        """Whether a form belongs to the lemma itself and not to a word made from it, unless that is asked."""
        return self.derived.intersection(features).issubset(asked) or "ptc" in features

    def _prepare(self) -> None:
        raise NotImplementedError

    def _lemmas(self, form: str) -> list[tuple[str, frozenset[str]]]:
        raise NotImplementedError

    def _look_up(self, form: str) -> tuple[Symbol, ...]:
        found: dict[Symbol, None] = {}
        for lemma, features in self._lemmas(form):
            for wanted, symbol in self._words[lemma].items():
                asked = parts_of(wanted)
                if features.issuperset(asked) and self._same_word(features, asked):
                    found[symbol] = None
        if form in self._exact:
            found[self._exact[form]] = None
        for name, symbol in self._classes.items():
            if CLASSES[self.lang][name].search(form):
                found[symbol] = None
        return tuple(found)


_OBLIQUE = frozenset({"gen", "dat", "acc", "loc", "abl"})


class RussianVocabulary(_Common):
    """Russian: all forms of all lemmas in one table."""

    lang: Lang = "ru"

    def head_features(self, forms: Sequence[str]) -> frozenset[str]:
        """Features of the first noun, else of the first word with a case."""
        known = [self.features(form) for form in forms]
        noun = next((found for found in known if "NOUN" in found), None)
        return noun or next((found for found in known if found & _CASES), frozenset())

    def _prepare(self) -> None:
        self._table = russian.table(self._words)

    def _lemmas(self, form: str) -> list[tuple[str, frozenset[str]]]:
        return self._table.get(form, [])


class KyrgyzVocabulary(_Common):
    """Kyrgyz: stems and suffix tables; a lemma written with a final hyphen is a verb stem."""

    lang: Lang = "ky"
    derived = frozenset({"luu", "lyk", "ky", "genki", "cmp"})  # укуктуу and укуктук are not укук

    def head_features(self, forms: Sequence[str]) -> frozenset[str]:
        """Features of the last word."""
        return self.features(forms[-1]) if forms else frozenset()

    def _readings(self, form: str) -> list[frozenset[str]]:
        """Features per reading; a pattern that spells an inflected form out makes no new word of it."""
        readings = self._lemmas(form)
        inflected = [features for lemma, features in readings if lemma != form and features & _OBLIQUE]
        return inflected or [features for _, features in readings]

    def _prepare(self) -> None:
        self._entries = list(self._words)
        self._index = FormIndex(
            Entry(lemma, "verb" if lemma.endswith("-") else "noun") for lemma in self._entries
        )

    def _lemmas(self, form: str) -> list[tuple[str, frozenset[str]]]:
        return [
            (self._entries[reading.entry_index], frozenset(reading.features.split(".")))
            for reading in self._index.readings(form)
        ]


def vocabularies() -> Mapping[Lang, Vocabulary]:
    """Fresh vocabularies of both languages with symbols that never collide."""
    numbers = count()
    return {"ru": RussianVocabulary(numbers), "ky": KyrgyzVocabulary(numbers)}
