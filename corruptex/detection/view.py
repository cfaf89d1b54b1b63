"""An act as the matcher sees it: tokens of all units, and where each symbol occurs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from corruptex.language.tokens import GAP_CLAUSE, GAP_NONE, GAP_SENTENCE, Tokens, tokenise
from corruptex.language.vocabulary import Symbol, Vocabulary
from corruptex.model import Act, Lang

SILENT_KINDS = frozenset({"note", "contents", "signature", "title"})
"""Units without norms: their words are never matched."""


class View:
    """Tokens of an act with the places of every symbol.

    Attributes:
        act: The act.
        tokens: Tokens of the whole text; a line end inside a unit breaks nothing, a unit's end does.
        first: Index of the first token of each unit; one more at the end.
    """

    def __init__(self, act: Act, vocabularies: Mapping[Lang, Vocabulary]) -> None:
        self.act = act
        self.tokens: Tokens = tokenise(act.text)
        starts = self.tokens.starts
        self.first: list[int] = []
        place = 0
        count = len(starts)
        for unit in act.units:
            while place < count and starts[place] < unit.start:
                place += 1
            self.first.append(place)
        self.first.append(count)
        self._settle_gaps()
        self._breaks = [token for token, gap in enumerate(self.tokens.gaps) if gap >= GAP_CLAUSE]
        self._places: dict[Symbol, list[int]] = {}
        self._vocabularies = tuple(vocabularies.values())
        self._find_places(vocabularies)

    def _settle_gaps(self) -> None:
        """A line end breaks a sentence only where a unit ends."""
        gaps, forms, text = self.tokens.gaps, self.tokens.forms, self.act.text
        starts, ends = self.tokens.starts, self.tokens.ends
        for unit, first in zip(self.act.units, self.first, strict=False):
            stop = self.first[unit.index + 1]
            if first < stop:
                if "\n" in text[starts[first] : ends[stop - 1]]:
                    for token in range(first + 1, stop):
                        if gaps[token] == GAP_SENTENCE:
                            between = text[ends[token - 1] : starts[token]]
                            if "\n" in between and not any(mark in between for mark in ".!?;:"):
                                gaps[token] = GAP_NONE
                gaps[first] = GAP_SENTENCE
        if forms:
            gaps[0] = GAP_SENTENCE

    def _find_places(self, vocabularies: Mapping[Lang, Vocabulary]) -> None:
        places, forms = self._places, self.tokens.forms
        look_up = {lang: vocabulary.look_up() for lang, vocabulary in vocabularies.items()}
        for unit, first in zip(self.act.units, self.first, strict=False):
            if unit.kind in SILENT_KINDS:
                continue
            stop = self.first[unit.index + 1]
            for token, symbols in enumerate(map(look_up[unit.lang], forms[first:stop]), first):
                for symbol in symbols:
                    if symbol in places:
                        places[symbol].append(token)
                    else:
                        places[symbol] = [token]

    def places(self, symbol: Symbol) -> list[int]:
        """Indices of the tokens that satisfy a symbol, ascending."""
        found = self._places.get(symbol)
        if found is None:
            members = next((m for v in self._vocabularies if (m := v.members(symbol))), frozenset())
            together = {token for member in members for token in self._places.get(member, ())}
            found = self._places[symbol] = sorted(together)
        return found

    def unit_of(self, token: int) -> int:
        """Index of the unit that holds a token."""
        return bisect_right(self.first, token, 0, len(self.first) - 1) - 1

    def break_from(self, token: int) -> int:
        """First token at or after ``token`` before which a clause ends; the number of tokens if none."""
        place = bisect_left(self._breaks, token)
        return self._breaks[place] if place < len(self._breaks) else len(self.tokens.forms)

    def break_to(self, token: int) -> int:
        """Last token at or before ``token`` before which a clause ends; 0 if none."""
        place = bisect_right(self._breaks, token)
        return self._breaks[place - 1] if place else 0

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Tokens of the clause around ``[start, end)``: up to ; : or the sentence's end."""
        return self._around(start, end, GAP_CLAUSE)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Tokens of the sentence around ``[start, end)``."""
        return self._around(start, end, GAP_SENTENCE)

    def _around(self, start: int, end: int, strength: int) -> tuple[int, int]:
        gaps = self.tokens.gaps
        while start > 0 and gaps[start] < strength:
            start -= 1
        while end < len(gaps) and gaps[end] < strength:
            end += 1
        return start, end

    def unit_tokens(self, unit: int) -> tuple[int, int]:
        """Tokens of a unit's own text."""
        return self.first[unit], self.first[unit + 1]

    def subtree_tokens(self, unit: int) -> tuple[int, int]:
        """Tokens of a unit with everything inside it."""
        return self.first[unit], self.first[self.act.units[unit].last + 1]

    def text(self, start: int, end: int) -> str:
        """The words of tokens ``[start, end)`` as they stand in the act."""
        return self.act.text[self.tokens.starts[start] : self.tokens.ends[end - 1]]
