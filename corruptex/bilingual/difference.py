"""One difference between two passages, and what all judges of differences share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from corruptex.bilingual.markers import Marker
from corruptex.bilingual.model import Kind
from corruptex.bilingual.passage import Passage
from corruptex.bilingual.quantities import Cited, Quantity
from corruptex.model import Span

Said = str
"""What a version says: ``group.name`` of a marker, or ``=words`` taken as they stand."""

NOTHING: Final = "says.nothing"
PRESENT: Final = "says.present"
AFFIRMED: Final = "says.affirmed"
DENIED: Final = "says.denied"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two passages.

    Attributes:
        kind: What differs.
        ky: The Kyrgyz words; ``None`` if it has none.
        ru: The Russian words; ``None`` if it has none.
        says_ky: What the Kyrgyz version says.
        says_ru: What the Russian version says.
        sure: Whether it is stated, or asked.
        freer: The version that leaves the official more freedom.
    """

    kind: Kind
    ky: Span | None
    ru: Span | None
    says_ky: Said
    says_ru: Said
    sure: bool = True
    freer: Literal["", "ky", "ru"] = ""


Judge = Callable[[Passage, Passage], Iterator[Difference]]
"""Compares a Kyrgyz and a Russian passage in one respect."""


def span_of(found: Marker | Quantity | Cited) -> Span:
    """Place of a marker, a quantity or a cited unit."""
    return Span(found.start, found.end)


def words_of(passage: Passage, span: Span) -> Said:
    """The words at a place, on one line, as what a version says."""
    return "=" + " ".join(passage.version.act.text[span.start : span.end].split())


def sentences(ky: Passage, ru: Passage) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Sentences that correspond, as tokens; the whole passages if they have not equally many."""
    ours, theirs = ky.sentences(), ru.sentences()
    if len(ours) == len(theirs):
        return list(zip(ours, theirs, strict=True))
    return [((0, 1 << 60), (0, 1 << 60))]


def within(marker: Marker, tokens: tuple[int, int]) -> bool:
    """Whether a marker begins among some tokens."""
    return tokens[0] <= marker.first < tokens[1]
