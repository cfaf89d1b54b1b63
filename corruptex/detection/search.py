"""An act being searched: what each pattern found in it, clause by clause, only where it can occur at all.

No match crosses the end of a clause. So each pattern first tells, as one integer with a bit per clause,
where all its words occur together; only those clauses are read. Equal patterns are evaluated once per act.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from corruptex.detection.view import View

Match = tuple[int, int, int, int]
"""First token, token after the last, and the same for the reported part (equal when nothing is marked)."""

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


def numbers(clauses: Clauses) -> Iterator[int]:
    """Numbers of the clauses in a set, ascending."""
    bits = bin(clauses)[:1:-1]
    place = bits.find("1")
    while place >= 0:
        yield place
        place = bits.find("1", place + 1)
