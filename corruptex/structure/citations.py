"""What a norm cites, as it is written: units from the largest to the smallest, and whose units they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from corruptex.model import UnitKind
from corruptex.structure.numbers import SUPERSCRIPT_DIGITS, SUPERSCRIPTS, roman, roman_value

RANKS: Final[dict[UnitKind, int]] = {
    "annex": 10, "book": 9, "section": 8, "chapter": 7, "heading": 6, "article": 5, "part": 4, "point": 3,
    "subpoint": 2, "paragraph": 1,
}  # fmt: skip
"""How large a unit is: a citation names one unit of each rank at most."""

Owner = Literal["this", "other", "unsaid"]
"""Whose units are cited: of this act by its words, of a named act, or nothing is said."""


@dataclass(frozen=True, slots=True)
class Item:
    """A number of a cited unit, or the first and last of several.

    Attributes:
        first: The number, in the notation of units.
        last: Last number of a range; ``None`` if one unit is cited.
        sure: Whether it is certain that a range is meant; „7-9“ may be an inserted unit as well.
    """

    first: str
    last: str | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a citation.

    Attributes:
        kind: Kind of the cited unit by its word.
        items: Its numbers.
        pointed: ``here`` for „this article“, ``before`` for „the previous part“; empty for a number.
        shared: Whether smaller steps hold for each number; in „частью 1 статьи 5, 7“ for the first only.
    """

    kind: UnitKind
    items: tuple[Item, ...]
    pointed: Literal["", "here", "before"] = ""
    shared: bool = True


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as it is written.

    Attributes:
        start: First character.
        end: Character after the last one.
        levels: Its steps, the largest first.
        owner: Whose units they are.
        act: Place of the words that name another act; ``None`` if there are none.
    """

    start: int
    end: int
    levels: tuple[Level, ...]
    owner: Owner
    act: tuple[int, int] | None = None

    @property
    def top(self) -> int:
        """Rank of the largest step."""
        return RANKS[self.levels[0].kind]

    @property
    def bottom(self) -> int:
        """Rank of the smallest step."""
        return RANKS[self.levels[-1].kind]


QUOTES: Final = "\"«»“”„'"
NUMBER: Final = rf"\d+(?:\.\d+)*[{SUPERSCRIPT_DIGITS}]*(?:-\d+(?!\.?\d))*"
LETTER: Final = rf"[{QUOTES}][а-яёңөүa-e][{QUOTES}]|[а-яё](?=\))"
_LATIN: Final = str.maketrans("aceo", "асео")


def as_item(raw: str, *, plural: bool | None) -> Item:
    """Turn a number as printed into an item.

    Args:
        raw: The digits, letter or Roman numeral.
        plural: Whether the noun of the number stands in the plural; ``None`` if that cannot be seen.

    Returns:
        A range for „7-9“ of several units, a single number otherwise.
    """
    raw = raw.strip(QUOTES + "). ").lower()
    found = re.fullmatch(r"(\d+)-(\d+)", raw)
    if found is not None and int(found[2]) > int(found[1]) and plural is not False:
        return Item(found[1], found[2], sure=False)
    inserted = re.fullmatch(rf"([\d.]+)([{SUPERSCRIPT_DIGITS}]+)", raw)
    if inserted is not None:
        return Item(f"{inserted[1]}-{inserted[2].translate(SUPERSCRIPTS)}")
    numeral = roman(raw.upper()) if raw[0] not in "0123456789" and (len(raw) > 1 or raw in "ivxхі") else None
    return Item(str(roman_value(numeral)) if numeral else raw.translate(_LATIN))


def anchors(text: str, stems: tuple[str, ...]) -> list[int]:
    """Places where any of some strings occurs, ascending: a plain search is faster than a pattern."""
    return sorted(place for stem in stems for place in _occurrences(text, stem))


def _occurrences(text: str, stem: str) -> Iterator[int]:
    place = text.find(stem)
    while place >= 0:
        yield place
        place = text.find(stem, place + len(stem))
