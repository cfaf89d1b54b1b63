"""Looking units up by the numbers they are cited with: the way back from a citation to the tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from corruptex.model import Act, Unit, UnitKind
from corruptex.structure.citations import Item
from corruptex.structure.citing import Step, ancestors, is_quoted, path
from corruptex.structure.numbers import roman, roman_value

Numbered = Mapping[str, int]
"""Units by the number they are cited with, in the order of the text."""

_UNNUMBERED: Final = ("paragraph", "dash", "cell")
_ABOVE: Final = ("book", "section", "chapter", "heading")
_ITEMS: Final = ("part", "point", "subpoint")
_ALTERNATIVES: Final[Mapping[str, tuple[UnitKind, ...]]] = {
    "part": ("part", "point"),
    "point": ("point", "part", "subpoint"),
    "subpoint": ("subpoint", "point"),
}
"""Kinds a word may stand for, the best first: acts do not always call their items by one name."""

_LOST: Final = re.compile(
    r"утратил\w* силу|исключен[аоы]?(?!\w)|утративш\w+ силу|күчүн жогот|алынып салын|алып салын",
    re.IGNORECASE,
)
_LOST_AT_ONCE: Final = re.compile(
    r"\W{0,3}(?:\w+\s){0,3}[Уу]тратил\w* силу|\((?:\w+\s){0,3}[Ии]сключен[аоы]?(?!\w)"
    r"|[Ии]сключен[аоы]?\s*(?:[.;(]|$)"
    r"|\([^.;()\n]{0,140}(?:күчүн жогот|алынып салын)[^.;()\n]{0,40}\)"
    r"|(?:[Кк]үчүн жоготту|[Аа]лынып салынды)",
)
_MOST_OF_RANGE: Final = 500
_LONGEST_NOTE: Final = 260


class Lookup:
    """The units of an act by their numbers.

    Attributes:
        act: The act.
        quoted: Of each unit, whether it stands in words for another act.
    """

    def __init__(self, act: Act) -> None:
        self.act = act
        self.quoted: list[bool] = []
        self._scope: list[int | None] = []
        for unit in act.units:
            above = unit.parent
            may_open = act.amends or unit.body > unit.start
            self.quoted.append(
                (above is not None and self.quoted[above]) or (may_open and is_quoted(act, unit))
            )
            self._scope.append(
                unit.index if unit.kind == "annex" else None if above is None else self._scope[above]
            )
        self._paths: dict[int, tuple[Step, ...]] = {}
        self._lost: dict[int, bool] = {}
        self._inside: dict[tuple[int, UnitKind], Numbered] = {}

    def path(self, unit: int) -> tuple[Step, ...]:
        """The steps to a unit, as ``structure.path`` gives them; many references share them."""
        if unit not in self._paths:
            self._paths[unit] = path(self.act, unit)
        return self._paths[unit]

    def scope(self, unit: int) -> int | None:
        """Index of the annex that holds a unit, ``None`` in the act proper: each is numbered by itself."""
        return self._scope[unit]

    def top(self, kind: UnitKind, scope: int | None) -> Numbered:
        """Units of a kind numbered through a whole act or annex: articles, chapters, points of a by-law."""
        return self._tops.get((scope, kind), {})

    @cached_property
    def _tops(self) -> dict[tuple[int | None, str], dict[str, int]]:
        found: dict[tuple[int | None, str], dict[str, int]] = {}
        in_article = [False] * len(self.act.units)
        for unit in self.act.units:
            above = unit.parent
            inside = above is not None and (in_article[above] or self.act.units[above].kind in _ITEMS)
            in_article[unit.index] = inside or unit.kind == "article"
            if unit.number is None or self.quoted[unit.index] or unit.kind == "note":
                continue
            if unit.kind in _ITEMS and inside and "." not in unit.number:
                continue
            scope = self._scope[unit.index] if unit.kind != "annex" else None
            kind = "point" if unit.kind in ("part", "point") else unit.kind
            found.setdefault((scope, kind), {}).setdefault(plain(unit.number), unit.index)
        return found

    def inside(self, holder: int, kind: UnitKind) -> Numbered:
        """Units inside a unit by the numbers they are cited with as units of a kind."""
        key = (holder, kind)
        if key not in self._inside:
            self._inside[key] = self._numbered(holder, kind)
        return self._inside[key]

    def _numbered(self, holder: int, kind: UnitKind) -> Numbered:
        if kind == "paragraph" or (kind == "part" and self.act.units[holder].kind in _ITEMS):
            return {str(turn): index for turn, index in enumerate(self.paragraphs(holder), 1)}
        if kind not in _ALTERNATIVES:
            return {
                plain(unit.number): unit.index
                for unit in reversed(self._subtree(holder))
                if unit.kind == kind and unit.number
            }
        if kind == "part" and self.act.units[holder].kind == "article":
            own = [unit for unit in self._subtree(holder) if unit.parent == holder]
            if not any(unit.kind == "part" for unit in own):
                turns = [unit.index for unit in own if unit.kind == "paragraph"]
                if turns and not any(unit.kind == "point" for unit in own):
                    return {str(turn): index for turn, index in enumerate(turns, 1)}
        kinds = _ALTERNATIVES[kind]
        if kind == "part" and any(unit.kind == "part" for unit in self._subtree(holder)):
            kinds = ("part",)
        found: dict[str, int] = {}
        for wanted in kinds:
            units = [unit for unit in self._subtree(holder) if unit.kind == wanted and unit.number]
            for unit in sorted(units, key=lambda unit: (self._depth(unit), unit.index)):
                found.setdefault(plain(unit.number or ""), unit.index)
        return dict(sorted(found.items(), key=lambda pair: pair[1]))

    def paragraphs(self, holder: int) -> list[int]:
        """Абзацы of a unit in order: its own words first, if it is an item, then its unnumbered units."""
        unit = self.act.units[holder]
        found = [holder] if unit.kind in (*_ITEMS, *_UNNUMBERED) else []
        found += [
            below.index
            for below in self._subtree(holder)
            if below.kind in _UNNUMBERED and self._counted_in(below, holder)
        ]
        return found

    def _counted_in(self, unit: Unit, holder: int) -> bool:
        above = unit.parent
        while above is not None and above != holder:
            if self.act.units[above].kind not in _UNNUMBERED:
                return False
            above = self.act.units[above].parent
        return True

    def _subtree(self, holder: int) -> tuple[Unit, ...]:
        return self.act.units[holder + 1 : self.end(holder)]

    def end(self, holder: int) -> int:
        """Index of the unit after those of a unit; an item goes on up to the next one of its kind.

        A page break inside a list may have put the rest of its items one step too high.
        """
        unit = self.act.units[holder]
        if unit.kind not in _ITEMS or unit.parent is None:
            return unit.last + 1
        stop = self.act.units[unit.parent].last + 1
        index = unit.last + 1
        while index < stop and self.act.units[index].kind != unit.kind:
            index += 1
        return index

    def _depth(self, unit: Unit) -> int:
        return sum(1 for _ in ancestors(self.act, unit.index))

    def nearest(self, unit: int, kind: UnitKind) -> int | None:
        """The unit that „this article“, „this part“ means where it stands: the unit itself or one above."""
        chain = [self.act.units[unit], *ancestors(self.act, unit)]
        for wanted in _ALTERNATIVES.get(kind, (kind,)):
            for above in chain:
                if above.kind == wanted:
                    return above.index
        for above in chain:
            before = self._item_before(above, _ALTERNATIVES.get(kind, ()))
            if before is not None:
                return before
            if above.kind == "article":
                break
        if kind == "part":
            article = next((above.index for above in chain if above.kind == "article"), None)
            return next((u.index for u in chain if u.parent == article and article is not None), None)
        if kind == "paragraph":
            return unit
        return None

    def _item_before(self, unit: Unit, kinds: tuple[UnitKind, ...]) -> int | None:
        """The item that paragraphs without numbers follow: what is said below an item speaks of it."""
        for other in reversed(self.act.units[max(0, unit.index - 40) : unit.index]):
            if other.parent == unit.parent and other.kind in kinds[:1]:
                return other.index
            if other.index == unit.parent:
                break
        return None

    def is_lost(self, index: int) -> bool:
        """Whether a unit has lost force: nothing is left of it but a note that says so."""
        if index not in self._lost:
            self._lost[index] = self._has_lost_force(self.act.units[index])
        return self._lost[index]

    def _has_lost_force(self, unit: Unit) -> bool:
        words = self.act.text[unit.body : unit.end]
        if unit.kind not in ("article", *_ABOVE):
            return is_note_of_loss(words)
        notes = [words]
        norm: Unit | None = None
        for index in range(unit.index + 1, unit.last + 1):
            below = self.act.units[index]
            if below.kind == "note":
                notes.append(self.act.text[below.start : below.end])
            elif below.kind != "heading" and norm is None:
                norm = below
            elif below.kind != "heading":
                return False
        if norm is not None:
            return self.is_lost(norm.index)
        return any(_LOST.search(note) for note in notes)


def is_note_of_loss(words: str) -> bool:
    """Tell whether the words of a unit only say that it has lost force."""
    return len(words) < _LONGEST_NOTE and _LOST_AT_ONCE.match(words) is not None


def plain(number: str) -> str:
    """A number as citations give it: Roman numerals in digits, letters small."""
    numeral = roman(number) if number[:1] in "IVXLХІ" else None
    return str(roman_value(numeral)) if numeral else number.lower()


def pick(item: Item, numbered: Numbered) -> Iterator[tuple[str, int | None]]:
    """The units an item names: each number with its unit, ``None`` where there is no such unit.

    Args:
        item: A number, or a range that names all units between its ends.
        numbered: Units to choose from.
    """
    if item.last is None:
        yield item.first, one(item.first, numbered)
        return
    inserted = f"{item.first}-{item.last}"
    if not item.sure and inserted in numbered:
        yield inserted, numbered[inserted]
        return
    ends = one(item.first, numbered), one(item.last, numbered)
    order = list(numbered.values())
    if ends[0] is not None and ends[1] is not None and order.index(ends[0]) <= order.index(ends[1]):
        spelled_alike = item.first[0].isdigit()
        between = list(numbered.items())[order.index(ends[0]) : order.index(ends[1]) + 1]
        yield from [pair for pair in between if pair[0][0].isdigit() == spelled_alike][:_MOST_OF_RANGE]
        return
    yield item.first, ends[0]
    yield item.last, ends[1]


def one(number: str, numbered: Numbered) -> int | None:
    """Find one number; a superscript flattened by print (601 for 60-1) is tried where nothing else fits."""
    for written in (number, number.replace(".", "-"), number.replace("-", ".")):
        if written in numbered:
            return numbered[written]
    if number.isdigit():
        for cut in range(len(number) - 1, 0, -1):
            split = f"{number[:cut]}-{number[cut:]}"
            if split in numbered:
                return numbered[split]
    return None
