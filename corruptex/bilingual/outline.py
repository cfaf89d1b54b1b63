"""One version as it is aligned: its units without editors' lines, in rows, with what is compared of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from corruptex.bilingual.likeness import Profile, profile
from corruptex.model import Act, Unit, UnitKind

_LEFT_OUT: Final[frozenset[UnitKind]] = frozenset({"note", "contents", "signature", "title"})
OPENED: Final[frozenset[UnitKind]] = frozenset({"book", "section", "chapter", "heading"})
"""Units whose content is compared beside them, not inside them: an article may stand in another chapter."""
_NESTING: Final[frozenset[UnitKind]] = frozenset({"paragraph", "point", "dash"})

_EDITORIAL: Final = re.compile(
    r"\s*(?:(?:Закон(?:ом)? КР|[Пп]остановлени[ея] Правительства КР|[Рр]ешение Конституционной) .*\d{4}"
    r"|.*\((?:утвержден\w* постановлени|Кыргыз Республикасынын Өкмөтүнүн \d{4})"
    r"|(?:КР|Кыргыз Республикасынын(?: Өкмөтүнүн)?) \d{4}-жылдын [^.]*(?:Мыйзам|токтом))"
)
"""Lines of editors without any mark: which acts touched the article, or are to be seen beside it."""


@dataclass(slots=True)
class Outline:
    """The units of one version.

    Attributes:
        act: The version.
        children: Units directly inside each unit, without notes, signatures and editors' lines.
    """

    act: Act
    children: list[list[int]]
    _profiles: dict[int, Profile] = field(default_factory=dict)

    def profile(self, index: int) -> Profile:
        """The words of a unit with all inside it."""
        found = self._profiles.get(index)
        if found is None:
            unit = self.act.units[index]
            text = self.act.text[unit.body : self.act.units[unit.last].end]
            found = self._profiles[index] = profile(text, len(self.children[index]))
        return found

    def joined(self, first: int, second: int) -> Profile:
        """The words of two neighbours."""
        units = self.act.units
        return profile(self.act.text[units[first].body : units[units[second].last].end])

    def flattened(self, row: list[int]) -> list[int]:
        """A row with the paragraphs that its paragraphs hold beside them."""
        flat: list[int] = []
        for index in row:
            flat.append(index)
            below = self.children[index]
            if self.act.units[index].kind in _NESTING and all(
                self.act.units[child].kind == "paragraph" for child in below
            ):
                flat += self.flattened(below)
        return flat

    def top(self) -> list[int]:
        """Units of the outermost row: articles, annexes, points, and the headings that hold them."""
        units = self.act.units
        return self.opened([u.index for u in units if u.parent is None and _counts(self.act, u)])

    def opened(self, row: list[int]) -> list[int]:
        """A row with what its chapters and other headings hold beside them."""
        beside: list[int] = []
        for index in row:
            beside.append(index)
            if self.act.units[index].kind in OPENED:
                below = self.children[index]
                beside += self.opened([n for n in below if n != index + 1 or not _goes_on(self.act, n)])
        return beside

    def block(self, index: int) -> int | None:
        """The article, or the outermost point, that holds a unit; ``None`` for one that is itself such."""
        unit = self.act.units[index]
        holder = None
        while unit.parent is not None and unit.kind != "article":
            above = self.act.units[unit.parent]
            if above.kind in OPENED or above.kind == "annex":
                break
            unit = above
            holder = unit.index
        return holder


def outline(act: Act) -> Outline:
    """Outline an act."""
    children: list[list[int]] = [[] for _ in act.units]
    for unit in act.units:
        if unit.parent is not None and _counts(act, unit):
            children[unit.parent].append(unit.index)
    return Outline(act, children)


def _goes_on(act: Act, index: int) -> bool:
    """Whether a line below the number of a chapter is the rest of its heading."""
    unit = act.units[index]
    return unit.kind == "paragraph" and act.text[unit.body : unit.end].rstrip()[-1:] not in ".;:!?"


def _counts(act: Act, unit: Unit) -> bool:
    """Whether a unit is part of the act's own text."""
    if unit.kind in _LEFT_OUT:
        return False
    return unit.kind != "paragraph" or not _EDITORIAL.match(act.text, unit.body, unit.end)
