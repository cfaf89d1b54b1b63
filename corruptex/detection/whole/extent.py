"""Whether a text is a whole act or a part of one."""

from __future__ import annotations

import re
from typing import Final

from corruptex.model import Act

MOST_GAPS = 0.1
"""Share of numbers that may be missing from an act: repealed articles leave no trace in some editions."""

MOST_LOST = 0.25
UNITS_TO_GAP = 50

LEAST_SHARE: Final = 0.6
"""Share of a file that an annexed set of rules must have to be what the file is about."""

FEWEST_POINTS: Final = 8
OPENING: Final = 600
_RULES: Final = re.compile(
    r"^\W*(?:положение|правила|порядок|регламент|инструкция|типово\w+ положени\w+)\b"
    r"|(?:жобо(?:су)?|эреже(?:лер)?(?:и)?|тартиби?|регламенти?|нускама(?:сы)?)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines by which an annex calls itself a set of rules."""

"""A long act may have lost up to a quarter by the repeal of whole chapters: few gaps, but wide ones."""


def is_excerpt(act: Act) -> bool:
    """Tell whether a text is a part of an act.

    It is if its articles (in an act without articles its top points) do not begin with 1, or if more of
    them are missing than repeals explain, or if nothing in it is numbered.
    """
    numbers = _through(act)
    if not numbers or min(numbers) > 1:
        return True
    missing = max(numbers) - len(numbers)
    if missing <= MOST_GAPS * max(numbers):
        return False
    gaps = sum(number - 1 not in numbers for number in numbers if number > 1)
    return missing > MOST_LOST * max(numbers) or gaps > len(numbers) / UNITS_TO_GAP


def brings_whole_text(act: Act) -> bool:
    """Tell whether an amending act annexes a whole set of rules, which is a norm text of its own.

    The annex calls itself one, its points run from 1 without gaps, and it is most of the file; a register or
    a list of members is none, and no quoted new wording of single units.
    """
    for unit in act.units:
        if unit.kind != "annex" or unit.parent is not None:
            continue
        end = act.units[unit.last].end
        if end - unit.start < LEAST_SHARE * len(act.text):
            continue
        inside = act.units[unit.index : unit.last + 1]
        points = [
            one for one in inside if one.kind in ("point", "article") and (one.number or "")[:1].isdigit()
        ]
        numbers = {int(re.split(r"\D", one.number or "")[0]) for one in points}
        named = _RULES.search(act.text[unit.start : unit.start + OPENING]) is not None
        if named and len(points) >= FEWEST_POINTS and numbers == set(range(1, max(numbers) + 1)):
            return True
    return False


def is_run(act: Act) -> bool:
    """Tell whether a text is at least an unbroken part of an act, so that each article in it is complete."""
    numbers = _through(act)
    return bool(numbers) and len(numbers) >= (1 - MOST_GAPS) * (max(numbers) - min(numbers) + 1)


def _through(act: Act) -> set[int]:
    return _numbers(act, "article") or _numbers(act, "point") or _numbers(act, "part")


def _numbers(act: Act, kind: str) -> set[int]:
    """First numbers of the units of a kind: „12-1“ counts as 12, „3.4“ as 3."""
    found = set()
    for unit in act.units:
        if unit.kind == kind and unit.number:
            digits = unit.number.replace("-", ".").split(".")[0]
            if digits.isdigit():
                found.add(int(digits))
    return found
