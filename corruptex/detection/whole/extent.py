"""Whether a text is a whole act or a part of one."""

from __future__ import annotations

from corruptex.model import Act

MOST_GAPS = 0.1
"""Share of numbers that may be missing from an act: repealed articles leave no trace in some editions."""

MOST_LOST = 0.25
UNITS_TO_GAP = 50
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
