"""Matches of a sequence of patterns, grown inside one clause from its rarest part to both sides."""

from __future__ import annotations

from collections.abc import Sequence

from corruptex.detection.search import ByClause, Clauses, Match, Part, Search, numbers
from corruptex.detection.view import View

Mark = tuple[int, int] | None
"""Tokens marked to be reported so far."""

State = tuple[int, Mark]
"""A place that a growing match has reached, and what is marked."""


def phrase(search: Search, words: list[int], clauses: Clauses) -> list[Match]:
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


def join(search: Search, parts: list[Part], clauses: Clauses) -> list[Match]:
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
