"""Finding the unit that a path names, in an act whose author may call a part a point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corruptex.model import Act, Unit
from corruptex.structure.citing import path
from corruptex.structure.targets import Path

_ITEMS = ("part", "point", "subpoint")
"""Kinds whose names differ from act to act: «пункт 2 статьи 5» may be what the act calls part 2."""

_UNNUMBERED = ("paragraph", "dash")


@dataclass(frozen=True, slots=True)
class Located:
    """A unit, or its own words alone.

    Attributes:
        unit: The unit.
        own: Whether its own words alone are meant and not what it holds: «абзац первый пункта 3».
    """

    unit: Unit
    own: bool = False

    def span(self, act: Act) -> tuple[int, int]:
        """First character (of the marker, unless its own words alone are meant), and the one after it all."""
        if self.own:
            return self.unit.body, self.unit.end
        return self.unit.start, act.units[self.unit.last].end


def locate(act: Act, steps: Path) -> Located | None:
    """Find a unit by its path.

    Args:
        act: The act.
        steps: Path from the largest step to the smallest. A sentence is not looked for: the unit that
            holds it is returned. An annex is passed over in an act without annexes: it may be the annex.

    Returns:
        The unit; ``None`` if the act has none there or the path is empty.
    """
    found: Located | None = None
    for kind, number in steps:
        if kind == "sentence":
            continue
        if kind == "annex" and not any(unit.kind == "annex" for unit in act.units):
            continue
        within = act.units if found is None else act.units[found.unit.index + 1 : found.unit.last + 1]
        if kind == "title" and found is not None:
            return Located(found.unit, own=True)
        next_one = _step(act, found, kind, number, within)
        if next_one is None:
            return None
        found = next_one
    return found


def _step(act: Act, holder: Located | None, kind: str, number: str, within: Iterable[Unit]) -> Located | None:
    if kind == "paragraph":
        return _paragraph(act, holder, number, within)
    same = [unit for unit in within if unit.number == number and unit.kind == kind]
    if not same and kind == "part" and act.style == "article_paragraph":
        unnumbered = (unit for unit in within if unit.kind == "paragraph")
        same = [unit for unit in unnumbered if path(act, unit.index)[-1] == ("part", number)]
    if not same and kind in _ITEMS:
        same = [unit for unit in within if unit.number == number and unit.kind in _ITEMS]
    nearest = min(same, key=lambda unit: (_depth(act, unit), unit.index), default=None)
    return None if nearest is None else Located(nearest)


def _depth(act: Act, unit: Unit) -> int:
    """How deep a unit lies; units of annexes and of quoted wording come after those of the act itself."""
    depth, parent = 0, unit.parent
    while parent is not None:
        depth += 10 if act.units[parent].kind == "annex" else 1
        parent = act.units[parent].parent
    return depth


def _paragraph(act: Act, holder: Located | None, number: str, within: Iterable[Unit]) -> Located | None:
    if holder is not None and number == "1" and holder.unit.kind in _ITEMS:
        return Located(holder.unit, own=True)
    above = () if holder is None else path(act, holder.unit.index)
    for unit in within:
        if unit.kind in _UNNUMBERED:
            steps = path(act, unit.index)
            if steps[:-1] == above and steps[-1][1] == number:
                return Located(unit)
    return None
