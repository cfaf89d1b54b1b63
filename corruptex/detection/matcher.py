"""Compiled patterns: find their matches in a view, starting from the rarest word of each pattern.

Every node of a pattern gives a list of spans. A sequence starts from the node that occurs least often in
the act at hand and grows to both sides, so a pattern costs what its rarest word costs, not what the text
costs. Equal nodes are shared between rules and evaluated once per act.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from corruptex.detection.view import View
from corruptex.language.tokens import GAP_CLAUSE
from corruptex.language.vocabulary import Vocabulary
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

Finder = Callable[["Search"], list[Match]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern or union of patterns; equal patterns share one finder.

    Attributes:
        key: What the pattern is, for sharing.
        find: Finds all its matches.
        symbol: The symbol of a pattern that is one word; it needs no list of matches.
    """

    key: str
    find: Finder
    symbol: int | None = None


Part = tuple[Pattern, int, bool]
"""A part of a sequence, the widest gap before it in words, whether it is reported."""


class Search:
    """One act being searched; remembers what each pattern found."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._found: dict[str, list[Match]] = {}
        self._firsts: dict[str, list[int]] = {}
        self._tokens: dict[int, frozenset[int]] = {}
        self._ends: dict[str, dict[int, list[Match]]] = {}

    def matches(self, pattern: Pattern) -> list[Match]:
        """All matches of a pattern, ordered by their first token."""
        found = self._found.get(pattern.key)
        if found is None:
            found = self._found[pattern.key] = pattern.find(self)
        return found

    def count(self, pattern: Pattern) -> int:
        """How many matches a pattern has."""
        if pattern.symbol is not None:
            return len(self.view.places(pattern.symbol))
        return len(self.matches(pattern))

    def between(self, pattern: Pattern, low: int, high: int) -> list[Match]:
        """Matches of a pattern that begin in a range of tokens."""
        firsts = self._firsts.get(pattern.key)
        if firsts is None:
            firsts = self._firsts[pattern.key] = [match[0] for match in self.matches(pattern)]
        return self.matches(pattern)[bisect_left(firsts, low) : bisect_left(firsts, high)]

    def any_between(self, pattern: Pattern, low: int, high: int) -> bool:
        """Whether a pattern begins anywhere in a range of tokens."""
        return bool(self.between(pattern, low, high))

    def tokens(self, symbol: int) -> frozenset[int]:
        """Tokens that satisfy a symbol."""
        found = self._tokens.get(symbol)
        if found is None:
            found = self._tokens[symbol] = frozenset(self.view.places(symbol))
        return found

    def after(self, pattern: Pattern, place: int, width: int) -> Iterable[Sequence[int]]:
        """Matches that begin up to ``width`` words after ``place`` in the same clause."""
        symbol = pattern.symbol
        if symbol is not None and not width:
            near = place in self.tokens(symbol) and self.view.tokens.gaps[place] < GAP_CLAUSE
            return ((place, place + 1),) if near else ()
        stop = min(place + width + 1, self.view.break_from(place))
        if symbol is not None:
            places = self.view.places(symbol)
            found = places[bisect_left(places, place) : bisect_left(places, stop)]
            return [(token, token + 1) for token in found]
        return self.between(pattern, place, stop)

    def before(self, pattern: Pattern, place: int, width: int) -> Iterable[Sequence[int]]:
        """Matches that end up to ``width`` words before ``place`` in the same clause."""
        symbol = pattern.symbol
        if symbol is not None and not width:
            near = place - 1 in self.tokens(symbol) and self.view.tokens.gaps[place] < GAP_CLAUSE
            return ((place - 1, place),) if near else ()
        # A match may end at ``low`` at the earliest: neither too far nor across the break before ``place``.
        low = max(place - width, self.view.break_to(place) + 1)
        if symbol is not None:
            places = self.view.places(symbol)
            found = places[bisect_left(places, low - 1) : bisect_left(places, place)]
            return [(token, token + 1) for token in found]
        ends = self._by_end(pattern)
        return [match for end in range(low, place + 1) for match in ends.get(end, ())]

    def _by_end(self, pattern: Pattern) -> Mapping[int, list[Match]]:
        index = self._ends.get(pattern.key)
        if index is None:
            index = self._ends[pattern.key] = {}
            for match in self.matches(pattern):
                index.setdefault(match[1], []).append(match)
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
            case notation.FromLexicon(name):
                return self._lexicon(name)
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
        return Pattern(f"[{self._lang}:{name}]", lambda search: _longest(search.matches(entries)))

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
        key = "(" + " ".join(f"{gap}{'!' if mark else ''}{part.key}" for part, gap, mark in parts) + ")"
        return Pattern(key, lambda search: _join(search, parts))


def _variants(nodes: tuple[notation.Node, ...]) -> list[tuple[notation.Node, ...]]:
    """The sequences that optional elements stand for."""
    choices: list[list[tuple[notation.Node, ...]]] = [
        [(node.node,), ()] if isinstance(node, notation.Optional) else [(node,)] for node in nodes
    ]
    return [tuple(node for part in variant for node in part) for variant in product(*choices)]


def _symbol(symbol: int) -> Pattern:
    def find(search: Search) -> list[Match]:
        return [(token, token + 1, token, token + 1) for token in search.view.places(symbol)]

    return Pattern(str(symbol), find, symbol)


def _adjacent(parts: list[Pattern]) -> Pattern:
    if len(parts) == 1:
        return parts[0]
    joined = [(part, 0, False) for part in parts]
    return Pattern(
        "(" + " ".join(f"0{part.key}" for part in parts) + ")", lambda search: _join(search, joined)
    )


def _union(options: list[Pattern]) -> Pattern:
    unique = {option.key: option for option in options}
    if len(unique) == 1:
        return next(iter(unique.values()))
    parts = list(unique.values())

    def find(search: Search) -> list[Match]:
        return sorted({match for part in parts for match in search.matches(part)})

    return Pattern("(" + "|".join(unique) + ")", find)


def _longest(matches: list[Match]) -> list[Match]:
    """Drop matches that lie inside another one."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda found: (found[0], -found[1])):
        if not kept or match[1] > kept[-1][1]:
            kept.append(match)
    return kept


def _join(search: Search, parts: list[Part]) -> list[Match]:
    counts = []
    for part, _, _ in parts:
        counts.append(search.count(part))
        if not counts[-1]:
            return []
    pivot = counts.index(min(counts))
    before, after = parts[: pivot + 1], parts[pivot + 1 :]
    marked = any(mark for _, _, mark in parts)
    found: set[Match] = set()
    for start, end in _places(search, parts[pivot][0]):
        own = (start, end) if parts[pivot][2] else None
        rights = _grow(search, after, end, own)
        if not rights:
            continue
        lefts = _grow_left(search, before, start)
        for left, left_mark in lefts:
            for right, right_mark in rights:
                mark = _hull(left_mark, right_mark) if marked else (left, right)
                found.add((left, right, *(mark or (left, right))))
    return sorted(found)


def _places(search: Search, pattern: Pattern) -> Iterable[tuple[int, int]]:
    """First token and token after the last of all matches of a pattern."""
    if pattern.symbol is not None:
        return ((token, token + 1) for token in search.view.places(pattern.symbol))
    return ((match[0], match[1]) for match in search.matches(pattern))


def _grow(search: Search, parts: list[Part], end: int, mark: Mark) -> set[State]:
    """Ends that the rest of a sequence can reach from ``end``, with what is marked on the way."""
    states: set[State] = {(end, mark)}
    for part, width, reported in parts:
        states = {
            (match[1], _hull(marked, match[:2]) if reported else marked)
            for place, marked in states
            for match in search.after(part, place, width)
        }
        if not states:
            break
    return states


def _grow_left(search: Search, parts: list[Part], start: int) -> set[State]:
    """Starts that the beginning of a sequence can reach leftwards from its last part at ``start``."""
    states: set[State] = {(start, None)}
    for position in range(len(parts) - 2, -1, -1):
        part, _, reported = parts[position]
        width = parts[position + 1][1]
        states = {
            (match[0], _hull(marked, match[:2]) if reported else marked)
            for place, marked in states
            for match in search.before(part, place, width)
        }
        if not states:
            break
    return states


def _hull(one: Sequence[int] | None, other: Sequence[int] | None) -> Mark:
    if one is None or other is None:
        chosen = one or other
        return (chosen[0], chosen[1]) if chosen else None
    return min(one[0], other[0]), max(one[1], other[1])
