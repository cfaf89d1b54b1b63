"""Compiled patterns: find their matches in a view, clause by clause, only where they can occur at all.

No match crosses the end of a clause. So each pattern first tells, as one integer with a bit per clause,
where all its words occur together: the words' own bits, joined by «and» in a sequence and by «or» between
alternatives. Only those clauses are read, starting from the rarest part of a sequence and growing to both
sides. Equal nodes are shared between rules and evaluated once per act.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product

from corruptex.detection.view import View
from corruptex.language.vocabulary import Vocabulary, parts_of
from corruptex.messages import CorruptexError
from corruptex.methodology import notation
from corruptex.methodology.rules import Lexicon
from corruptex.model import Lang

Match = tuple[int, int, int, int]
"""First token, token after the last, and the same for the reported part (equal when nothing is marked)."""

Mark = tuple[int, int] | None
"""Tokens marked to be reported so far."""

State = tuple[int, Mark]
"""A place that a growing match has reached, and what is marked."""

Clauses = int
"""A set of clauses: bit ``n`` is set if clause ``n`` belongs to it."""

ByClause = Mapping[int, list[Match]]
"""Matches by the number of their clause."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern or union of patterns; equal patterns share what was found.

    Attributes:
        key: What the pattern is, for sharing.
        possible: Clauses in which its words occur together.
        find: Finds its matches in the given clauses, ordered.
        symbol: The symbol of a pattern that is one word.
        whole: Whether it is best searched in the whole act at once, because many rules ask for it.
    """

    key: str
    possible: Callable[[Search], Clauses]
    find: Callable[[Search, Clauses], list[Match]]
    symbol: int | None = None
    whole: bool = False


Part = tuple[Pattern, int, bool]
"""A part of a sequence, the widest gap before it in words, whether it is reported."""

SHORT_RANGE = 64
"""Clauses up to which a range is searched by itself instead of the whole act at once."""

NOTHING = Pattern("", lambda _: 0, lambda _, __: [])
"""The pattern that matches nothing."""


class Search:
    """One act being searched; remembers what each pattern found."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._possible: dict[str, Clauses] = {}
        self._found: dict[str, list[Match]] = {}
        self._firsts: dict[str, list[int]] = {}
        self._by_clause: dict[str, tuple[Clauses, dict[int, list[Match]]]] = {}

    def possible(self, pattern: Pattern) -> Clauses:
        """Clauses in which a pattern may match; in no other it can."""
        found = self._possible.get(pattern.key)
        if found is None:
            found = self._possible[pattern.key] = pattern.possible(self)
        return found

    def matches(self, pattern: Pattern) -> list[Match]:
        """All matches of a pattern, ordered by their first token."""
        found = self._found.get(pattern.key)
        if found is None:
            found = self._found[pattern.key] = pattern.find(self, self.possible(pattern))
        return found

    def between(self, pattern: Pattern, low: int, high: int) -> list[Match]:
        """Matches of a pattern that begin in a range of tokens."""
        firsts = self._firsts.get(pattern.key)
        if firsts is None:
            firsts = self._firsts[pattern.key] = [match[0] for match in self.matches(pattern)]
        return self.matches(pattern)[bisect_left(firsts, low) : bisect_left(firsts, high)]

    def any_between(self, pattern: Pattern, low: int, high: int) -> bool:
        """Whether a pattern begins anywhere in a range of tokens."""
        return bool(self.between(pattern, low, high))

    def inside(self, pattern: Pattern, clauses: Clauses) -> list[Match]:
        """Matches of a pattern in clauses in which it may occur."""
        if not pattern.whole:
            return pattern.find(self, clauses)
        if clauses == self.possible(pattern):
            return self.matches(pattern)
        index = self.by_clause(pattern, clauses)
        return [match for clause in numbers(clauses) for match in index.get(clause, ())]

    def near(self, pattern: Pattern, low: int, high: int) -> Iterable[Match]:
        """Matches that begin in a range of tokens; a short range is searched by itself."""
        if low >= high:
            return ()
        first, last = self.view.clause_of[low], self.view.clause_of[high - 1]
        if last - first > SHORT_RANGE:
            return self.between(pattern, low, high)
        clauses = self.possible(pattern) >> first & (1 << last - first + 1) - 1
        if not clauses:
            return ()
        index = self.by_clause(pattern, clauses << first)
        return [
            match
            for clause in range(first, last + 1)
            for match in index.get(clause, ())
            if low <= match[0] < high
        ]

    def by_clause(self, pattern: Pattern, clauses: Clauses) -> ByClause:
        """Matches of a pattern in some clauses at least, by clause."""
        if pattern.key not in self._by_clause:
            self._by_clause[pattern.key] = (0, {})
        elif pattern.whole:
            return self._by_clause[pattern.key][1]
        known, index = self._by_clause[pattern.key]
        missing = (self.possible(pattern) if pattern.whole else clauses) & ~known
        if missing:
            self._by_clause[pattern.key] = (known | missing, index)
            clause_of = self.view.clause_of
            found = self.matches(pattern) if pattern.whole else pattern.find(self, missing)
            for match in found:
                clause = clause_of[match[0]]
                if clause in index:
                    index[clause].append(match)
                else:
                    index[clause] = [match]
        return index


class Compiler:
    """Turns pattern trees of one language into patterns."""

    def __init__(self, lang: Lang, vocabulary: Vocabulary, lexicons: Mapping[str, Lexicon]) -> None:
        self._lang = lang
        self._vocabulary = vocabulary
        self._lexicons = lexicons
        self._shared: dict[notation.Node, Pattern] = {}
        self._entered: list[str] = []

    def union(self, trees: Iterable[notation.Sequence], path: str) -> Pattern:
        """Compile several alternative patterns into one.

        Raises:
            CorruptexError: If a pattern names a lexicon or a form class that does not exist.
        """
        self._path = path
        return self._union([self._node(tree) for tree in trees])

    def _node(self, node: notation.Node) -> Pattern:
        known = self._shared.get(node)
        if known is None:
            known = self._shared[node] = self._build(node)
        return known

    def _build(self, node: notation.Node) -> Pattern:
        match node:
            case notation.Word(lemma, feature):
                return self._words(lemma, feature)
            case notation.Exact(words):
                parts = [part for word in words for part in word.split("-")]
                return _adjacent([_symbol(self._vocabulary.exact(part)) for part in parts])
            case notation.FormClass(name):
                try:
                    return _symbol(self._vocabulary.form_class(name))
                except KeyError:
                    raise CorruptexError("rule_name_unknown", file=self._path, name=f"<{name}>") from None
            case notation.FromLexicon(name, feature):
                return self._lexicon(name) if not feature else self._featured(name, feature)
            case notation.Choice(options):
                return self._union([self._node(option) for option in options])
            case notation.Sequence(nodes):
                return self._union([self._sequence(variant) for variant in _variants(nodes)])
            case notation.Reported(inner):
                return self._node(inner)
            case _:
                raise AssertionError(node)

    def _union(self, options: list[Pattern]) -> Pattern:
        """One pattern for several; single words become one symbol, so that they cost as one."""
        words = {option.symbol for option in options if option.symbol is not None}
        rest = [option for option in options if option.symbol is None]
        if len(words) > 1:
            return _union([_symbol(self._vocabulary.either(words)), *rest])
        return _union(options)

    def _words(self, lemma: str, feature: str) -> Pattern:
        verb = lemma.endswith("-")
        parts = lemma.rstrip("-").split("-")
        parts[-1] += "-" if verb else ""
        symbols = [self._vocabulary.word(part, "") for part in parts[:-1]]
        symbols.append(self._vocabulary.word(parts[-1], feature))
        return _adjacent([_symbol(symbol) for symbol in symbols])

    def _lexicon(self, name: str) -> Pattern:
        lexicon = self._lexicons.get(name)
        if lexicon is None or name in self._entered:
            raise CorruptexError("rule_name_unknown", file=self._path, name=f"[{name}]")
        self._entered.append(name)
        entries = self._union([self._node(entry) for entry in lexicon.entries.get(self._lang, ())])
        self._entered.pop()
        return Pattern(
            f"[{self._lang}:{name}]",
            lambda search: search.possible(entries),
            lambda search, clauses: _longest(entries.find(search, clauses)),
            whole=True,
        )

    def _featured(self, name: str, feature: str) -> Pattern:
        """Entries of a lexicon whose head word has a feature."""
        every = self._node(notation.FromLexicon(name))
        asked, vocabulary = frozenset(parts_of(feature)), self._vocabulary

        def find(search: Search, _: Clauses) -> list[Match]:
            forms = search.view.tokens.forms
            return [
                match
                for match in search.matches(every)
                if asked <= vocabulary.head_features(forms[match[0] : match[1]])
            ]

        return Pattern(f"{every.key}/{feature}", lambda search: search.possible(every), find, whole=True)

    def _sequence(self, nodes: tuple[notation.Node, ...]) -> Pattern:
        parts: list[Part] = []
        width = 0
        for node in nodes:
            if isinstance(node, notation.Gap):
                width = max(width, node.width)
            else:
                parts.append((self._node(node), width, isinstance(node, notation.Reported)))
                width = 0
        if len(parts) == 1 and not parts[0][2]:
            return parts[0][0]
        return _sequence(parts)


def _variants(nodes: tuple[notation.Node, ...]) -> list[tuple[notation.Node, ...]]:
    """The sequences that optional elements stand for."""
    choices: list[list[tuple[notation.Node, ...]]] = [
        [(node.node,), ()] if isinstance(node, notation.Optional) else [(node,)] for node in nodes
    ]
    return [tuple(node for part in variant for node in part) for variant in product(*choices)]


def _symbol(symbol: int) -> Pattern:
    def find(search: Search, clauses: Clauses) -> list[Match]:
        view = search.view
        everywhere = view.clauses(symbol)
        if not everywhere & ~clauses:
            return [(token, token + 1, token, token + 1) for token in view.places(symbol)]
        return [
            (token, after, token, after)
            for clause in numbers(clauses & everywhere)
            for token, after in view.pieces(symbol, clause)
        ]

    return Pattern(str(symbol), lambda search: search.view.clauses(symbol), find, symbol)


def _adjacent(parts: list[Pattern]) -> Pattern:
    return parts[0] if len(parts) == 1 else _sequence([(part, 0, False) for part in parts])


def _sequence(parts: list[Part]) -> Pattern:
    def possible(search: Search) -> Clauses:
        common = -1
        for part, _, _ in parts:
            common &= search.possible(part)
            if not common:
                break
        return common

    key = "(" + " ".join(f"{gap}{'!' if mark else ''}{part.key}" for part, gap, mark in parts) + ")"
    words = [part.symbol for part, gap, mark in parts if part.symbol is not None and not gap and not mark]
    if len(words) == len(parts):
        return Pattern(
            key, possible, lambda search, clauses: _phrase(search, words, clauses & possible(search))
        )
    return Pattern(key, possible, lambda search, clauses: _join(search, parts, clauses & possible(search)))


def _union(options: list[Pattern]) -> Pattern:
    unique = {option.key: option for option in options}
    if len(unique) == 1:
        return next(iter(unique.values()))
    parts = list(unique.values())

    def possible(search: Search) -> Clauses:
        together = 0
        for part in parts:
            together |= search.possible(part)
        return together

    def find(search: Search, clauses: Clauses) -> list[Match]:
        runs = [search.inside(part, within) for part in parts if (within := clauses & search.possible(part))]
        return runs[0] if len(runs) == 1 else list(dict.fromkeys(sorted(chain.from_iterable(runs))))

    return Pattern("(" + "|".join(unique) + ")", possible, find) if parts else NOTHING


def _longest(matches: list[Match]) -> list[Match]:
    """Drop matches that lie inside another one; ``matches`` are ordered."""
    kept: list[Match] = []
    for match in matches:
        if not kept or match[1] > kept[-1][1]:
            if kept and kept[-1][0] == match[0]:
                kept.pop()
            kept.append(match)
    return kept


def numbers(clauses: Clauses) -> Iterator[int]:
    """Numbers of the clauses in a set, ascending."""
    bits = bin(clauses)[:1:-1]
    place = bits.find("1")
    while place >= 0:
        yield place
        place = bits.find("1", place + 1)


def _phrase(search: Search, words: list[int], clauses: Clauses) -> list[Match]:
    """Matches of words that stand side by side: the commonest sequence, read the short way."""
    if not clauses:
        return []
    view = search.view
    rarest = min(range(len(words)), key=lambda number: view.clauses(words[number]).bit_count())
    others = [(number - rarest, view.members(word)) for number, word in enumerate(words) if number != rarest]
    found: list[Match] = []
    for clause in numbers(clauses):
        low, high = view.clause_tokens(clause)
        for token, _ in view.pieces(words[rarest], clause):
            start = token - rarest
            if start < low or start + len(words) > high:
                continue
            if any(members.isdisjoint(view.symbols[token + step]) for step, members in others):
                continue
            found.append((start, start + len(words), start, start + len(words)))
    return found


def _join(search: Search, parts: list[Part], clauses: Clauses) -> list[Match]:
    """Matches of a sequence in clauses in which all its parts may occur."""
    if not clauses:
        return []
    sizes = [search.possible(part).bit_count() for part, _, _ in parts]
    pivot = sizes.index(min(sizes))
    inside = [None if part.symbol is not None else search.by_clause(part, clauses) for part, _, _ in parts]
    growing = _Growing(search.view, parts, inside)
    found: list[Match] = []
    for clause in numbers(clauses):
        grown = growing.matches(clause, pivot)
        if grown:
            found += sorted(grown) if len(grown) > 1 else grown
    return found


class _Growing:
    """A sequence being matched clause by clause, outwards from its rarest part."""

    __slots__ = ("_clause", "_inside", "_marked", "_parts", "_view")

    def __init__(self, view: View, parts: list[Part], inside: list[ByClause | None]) -> None:
        self._view = view
        self._parts = parts
        self._inside = inside
        self._marked = any(mark for _, _, mark in parts)
        self._clause = 0

    def _pieces(self, number: int) -> Sequence[Sequence[int]]:
        """What part ``number`` matches in the clause."""
        symbol, matches = self._parts[number][0].symbol, self._inside[number]
        if symbol is not None:
            return self._view.pieces(symbol, self._clause)
        return matches.get(self._clause, ()) if matches else ()

    def matches(self, clause: int, pivot: int) -> set[Match]:
        """Matches of the whole sequence in one clause."""
        self._clause = clause
        parts = self._parts
        found: set[Match] = set()
        for piece in self._pieces(pivot):
            start, end = piece[0], piece[1]
            rights = self._rightwards(pivot, (end, (start, end) if parts[pivot][2] else None))
            if not rights:
                continue
            for left, left_mark in self._leftwards(pivot, start):
                for right, right_mark in rights:
                    mark = _hull(left_mark, right_mark) if self._marked else (left, right)
                    found.add((left, right, *(mark or (left, right))))
        return found

    def _rightwards(self, pivot: int, state: State) -> set[State]:
        """Ends that the rest of the sequence reaches from its part ``pivot``, with what is marked."""
        states = {state}
        for number in range(pivot + 1, len(self._parts)):
            _, width, reported = self._parts[number]
            pieces = self._pieces(number)
            states = {
                (piece[1], _hull(marked, piece) if reported else marked)
                for place, marked in states
                for piece in pieces
                if place <= piece[0] <= place + width
            }
            if not states:
                break
        return states

    def _leftwards(self, pivot: int, start: int) -> set[State]:
        """Starts that the beginning of the sequence reaches leftwards from its part ``pivot``."""
        states: set[State] = {(start, None)}
        for number in range(pivot - 1, -1, -1):
            width, reported = self._parts[number + 1][1], self._parts[number][2]
            pieces = self._pieces(number)
            states = {
                (piece[0], _hull(marked, piece) if reported else marked)
                for place, marked in states
                for piece in pieces
                if place - width <= piece[1] <= place
            }
            if not states:
                break
        return states


def _hull(one: Sequence[int] | None, other: Sequence[int] | None) -> Mark:
    if one is None or other is None:
        chosen = one or other
        return (chosen[0], chosen[1]) if chosen else None
    return min(one[0], other[0]), max(one[1], other[1])
