"""An act as the matcher sees it: tokens of all units, and where each symbol occurs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, groupby, repeat
from operator import itemgetter

from corruptex.language.tokens import GAP_CLAUSE, GAP_COMMA, GAP_NONE, GAP_SENTENCE, Tokens, tokenise
from corruptex.language.vocabulary import Symbol, Vocabulary
from corruptex.model import Act, Lang

SILENT_KINDS = frozenset({"note", "contents", "signature", "title"})
"""Units without norms: their words are never matched."""


LONGEST_SENTENCE = 450
"""Words after which a sentence is cut; the longest of the real acts read so far has 401."""

RARE = 16
"""Occurrences of a form up to which its clauses are not worth remembering."""


def _numbered(gaps: Sequence[int], strength: int) -> tuple[list[int], list[int]]:
    """Number of the passage of each token, and first token of each passage; one more at the end."""
    breaks = list(map(strength.__le__, gaps))
    return list(accumulate(breaks)), [0, *compress(range(len(gaps)), breaks), len(gaps)]


class View:
    """Tokens of an act with the places of every symbol.

    Attributes:
        act: The act.
        tokens: Tokens of the whole text; a line end inside a unit breaks nothing, a unit's end does.
        first: Index of the first token of each unit; one more at the end.
        clause_of: Number of the clause of each token.
        symbols: Symbols that each token satisfies; none where nothing is matched.
    """

    def __init__(self, act: Act, vocabularies: Mapping[Lang, Vocabulary]) -> None:
        self.act = act
        self.tokens: Tokens = tokenise(act.text)
        starts = self.tokens.starts
        count = len(starts)
        self.first: list[int] = []
        place = 0
        for unit in act.units:
            place = bisect_left(starts, unit.start, place)
            self.first.append(place)
        self.first.append(count)
        self._settle_gaps()
        self.clause_of, self._clause_starts = _numbered(self.tokens.gaps, GAP_CLAUSE)
        self.symbols: list[tuple[Symbol, ...]] = []
        self._form_places: list[list[int]] = []
        self._form_clauses: dict[int, int] = {}
        self._forms_of: dict[Symbol, list[int]] = {}
        self._unions: dict[Symbol, frozenset[Symbol]] = {}
        self._clauses: dict[Symbol, int] = {}
        self._pieces: dict[int, dict[Symbol, list[tuple[int, int]]]] = {}
        self._vocabularies = tuple(vocabularies.values())
        self._find_symbols(vocabularies)

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
        self._cut_endless()

    def _cut_endless(self) -> None:
        """No sentence goes on for ever: a text without any stop would make every word a neighbour of all."""
        gaps = self.tokens.gaps
        last = 0
        for token in (*[t for t, gap in enumerate(gaps) if gap >= GAP_SENTENCE], len(gaps)):
            for cut in range(last + LONGEST_SENTENCE, token, LONGEST_SENTENCE):
                gaps[cut] = GAP_SENTENCE
            last = token

    def _find_symbols(self, vocabularies: Mapping[Lang, Vocabulary]) -> None:
        """Note the symbols of each token, and for each symbol where the forms that satisfy it stand."""
        forms = self.tokens.forms
        look_up = {lang: vocabulary.look_up() for lang, vocabulary in vocabularies.items()}
        runs: dict[Lang, defaultdict[str, list[int]]] = {lang: defaultdict(list) for lang in vocabularies}
        for lang, first, stop in self._stretches():
            if lang is None:
                self.symbols += repeat((), stop - first)
                continue
            own = list(map(look_up[lang], forms[first:stop]))
            self.symbols += own
            asked = compress(range(first, stop), own)
            lists = map(runs[lang].__getitem__, compress(forms[first:stop], own))
            deque(map(list.append, lists, asked), maxlen=0)  # appends without a loop of our own
        for lang, of_form in runs.items():
            for form, places in of_form.items():
                for symbol in look_up[lang](form):
                    self._forms_of.setdefault(symbol, []).append(len(self._form_places))
                self._form_places.append(places)

    def _stretches(self) -> Iterator[tuple[Lang | None, int, int]]:
        """Tokens of neighbouring units in one language; no language for units without norms."""
        langs = (None if unit.kind in SILENT_KINDS else unit.lang for unit in self.act.units)
        units = zip(langs, self.first, self.first[1:], strict=False)
        for lang, stretch in groupby(units, key=itemgetter(0)):
            ends = [end for _, *both in stretch for end in both]
            yield lang, ends[0], ends[-1]

    def members(self, symbol: Symbol) -> frozenset[Symbol]:
        """Symbols of the act that a symbol stands for; itself if it is no union."""
        found = self._unions.get(symbol)
        if found is None:
            unions = (members for v in self._vocabularies if (members := v.members(symbol)))
            found = self._unions[symbol] = next(unions, frozenset((symbol,))) & self._forms_of.keys()
        return found

    def clauses(self, symbol: Symbol) -> int:
        """Clauses in which a symbol occurs: bit ``n`` stands for clause ``n``."""
        found = self._clauses.get(symbol)
        if found is None:
            if symbol in self._forms_of:
                found = self._clauses_of_forms(self._forms_of[symbol])
            else:
                found = 0
                for member in self.members(symbol):
                    found |= self.clauses(member)
            self._clauses[symbol] = found
        return found

    def _clauses_of_forms(self, forms: list[int]) -> int:
        """Bits of rare forms are set together; those of a frequent form are kept, for symbols share it."""
        frequent = 0
        rare: list[int] = []
        for form in forms:
            places = self._form_places[form]
            if len(places) <= RARE:
                rare += places
                continue
            if form not in self._form_clauses:
                self._form_clauses[form] = self._bits(places)
            frequent |= self._form_clauses[form]
        return frequent | self._bits(rare) if rare else frequent

    def _bits(self, tokens: list[int]) -> int:
        bits = bytearray(len(self._clause_starts) // 8 + 1)
        for clause in map(self.clause_of.__getitem__, tokens):
            bits[clause >> 3] |= 1 << (clause & 7)
        return int.from_bytes(bits, "little")

    def places(self, symbol: Symbol) -> list[int]:
        """Tokens of the act that satisfy a symbol, ascending."""
        forms = {form for member in self.members(symbol) for form in self._forms_of[member]}
        runs = [self._form_places[form] for form in forms]
        return runs[0] if len(runs) == 1 else sorted(chain.from_iterable(runs))

    def clause_tokens(self, clause: int) -> tuple[int, int]:
        """First token of a clause and the token after its last."""
        return self._clause_starts[clause], self._clause_starts[clause + 1]

    def pieces(self, symbol: Symbol, clause: int) -> list[tuple[int, int]]:
        """Tokens of a clause that satisfy a symbol, ascending, each with the token after it."""
        index = self._pieces.get(clause)
        if index is None:
            index = self._pieces[clause] = self._index(clause)
        found = index.get(symbol)
        if found is None:
            together = {piece for member in index.keys() & self.members(symbol) for piece in index[member]}
            found = index[symbol] = sorted(together)
        return found

    def _index(self, clause: int) -> dict[Symbol, list[tuple[int, int]]]:
        """Symbols of a clause with their tokens."""
        index: dict[Symbol, list[tuple[int, int]]] = {}
        low, high = self.clause_tokens(clause)
        for token, symbols in enumerate(self.symbols[low:high], low):
            for symbol in symbols:
                if symbol in index:
                    index[symbol].append((token, token + 1))
                else:
                    index[symbol] = [(token, token + 1)]
        return index

    def unit_of(self, token: int) -> int:
        """Index of the unit that holds a token."""
        return bisect_right(self.first, token, 0, len(self.first) - 1) - 1

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Tokens of the clause around ``[start, end)``: up to ; : or the sentence's end."""
        first, last = self.clause_of[start], self.clause_of[max(start, end - 1)]
        return self._clause_starts[first], self._clause_starts[last + 1]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Tokens of the sentence around ``[start, end)``."""
        of, starts = self._sentences
        return starts[of[start]], starts[of[max(start, end - 1)] + 1]

    def part(self, token: int) -> tuple[int, int]:
        """Tokens between the commas, or stronger marks, around a token."""
        of, starts = self._parts
        return starts[of[token]], starts[of[token] + 1]

    @cached_property
    def _parts(self) -> tuple[list[int], list[int]]:
        return _numbered(self.tokens.gaps, GAP_COMMA)

    @cached_property
    def _sentences(self) -> tuple[list[int], list[int]]:
        return _numbered(self.tokens.gaps, GAP_SENTENCE)

    def unit_tokens(self, unit: int) -> tuple[int, int]:
        """Tokens of a unit's own text."""
        return self.first[unit], self.first[unit + 1]

    def subtree_tokens(self, unit: int) -> tuple[int, int]:
        """Tokens of a unit with everything inside it."""
        return self.first[unit], self.first[self.act.units[unit].last + 1]

    def text(self, start: int, end: int) -> str:
        """The words of tokens ``[start, end)`` as they stand in the act."""
        return self.act.text[self.tokens.starts[start] : self.tokens.ends[end - 1]]
