"""Paradigms in factors: a state reads what follows a stem, and hands over to the next state.

Writing out every form of a verb costs thousands of strings; sharing the endings between all stems of one
sound class costs about a hundred for each class, made when first needed. The language accepted is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from corruptex.language.kyrgyz.letters import HARMONY, fuse


class Link(NamedTuple):
    """A passage to another state; its features become ``before + features + after``."""

    before: str
    after: str
    state: State


class Piece(NamedTuple):
    """One line of a state under construction: a suffix that ends a form, or leads on.

    Attributes:
        suffix: letters, may be empty.
        features: features of the finished form, None for a passage.
        link: the passage, None for a finished form.
    """

    suffix: str
    features: str | None
    link: Link | None = None


#: Which beginnings of a suffix a stem alternant takes.
ANY, CONSONANT, VOWEL, FUSED, UNFUSED = "any", "consonant", "vowel", "fused", "unfused"


def shape(suffix: str, beginning: str) -> str | None:
    """The suffix as written after an alternant that takes only some beginnings, None when it takes it not.

    Args:
        suffix: letters.
        beginning: `ANY`; `CONSONANT` for тартип-, which keeps п only before consonants and at the end;
            `VOWEL` for тартиб-; `FUSED` for ко- of кой, where й and the vowel became one letter;
            `UNFUSED` for кой- itself.
    """
    vowel = suffix[:1] in HARMONY
    if beginning == FUSED:
        return fuse(suffix)
    if beginning == UNFUSED:
        return None if fuse(suffix) else suffix
    if (beginning == CONSONANT and vowel) or (beginning == VOWEL and not vowel):
        return None
    return suffix


class State:
    """Everything that may follow a stem of one sound class; its tables are made on first use."""

    __slots__ = ("_beginning", "_endings", "_links", "_pieces")

    def __init__(self, pieces: Callable[[], Iterator[Piece]], beginning: str = ANY) -> None:
        self._pieces = pieces
        self._beginning = beginning
        self._endings: dict[str, tuple[str, ...]] | None = None
        self._links: dict[str, tuple[Link, ...]] = {}

    def _build(self) -> dict[str, tuple[str, ...]]:
        endings: dict[str, dict[str, None]] = {}
        links: dict[str, list[Link]] = {}
        for suffix, features, link in self._pieces():
            written = shape(suffix, self._beginning)
            if written is None:
                continue
            if features is not None:
                endings.setdefault(written, {})[features] = None
            if link is not None:
                links.setdefault(written, []).append(link)
        self._links = {suffix: tuple(found) for suffix, found in links.items()}
        self._endings = {suffix: tuple(found) for suffix, found in endings.items()}
        return self._endings

    def read(self, rest: str) -> list[str]:
        """Features of every way in which ``rest`` may follow the stem."""
        endings = self._build() if self._endings is None else self._endings
        found = list(endings.get(rest, ()))
        links = self._links
        for cut in range(1, len(rest) + 1):
            for before, after, state in links.get(rest[:cut], ()):
                found += [before + features + after for features in state.read(rest[cut:])]
        return found

    def listing(self) -> Iterator[tuple[str, str]]:
        """Every (suffix, features) pair of the state; thousands for a verb."""
        endings = self._build() if self._endings is None else self._endings
        for suffix, several in endings.items():
            for features in several:
                yield suffix, features
        for head, links in self._links.items():
            for before, after, state in links:
                for suffix, features in state.listing():
                    yield head + suffix, before + features + after


@cache
def fixed_state(features: str) -> State:
    """The state of a stem that is a whole form by itself."""
    return State(lambda: iter((Piece("", features),)))


class Alternant(NamedTuple):
    """One shape of a stem with the state that follows it; features as in `Link`."""

    stem: str
    state: State
    before: str = ""
    after: str = ""
