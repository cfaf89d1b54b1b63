"""Whether a cited unit is certainly absent: what a parser overlooked must not be called missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corruptex.model import UnitKind
from corruptex.structure.citing import article_of
from corruptex.structure.lookup import Lookup, Numbered
from corruptex.structure.numbers import base

_A_LITTLE: Final = 10
"""A number this far beyond the last unit of a whole act is an error; further on it is of another text."""

_TAIL: Final = 50
"""Units at the end of an act among which the last number is looked for."""

_SHORT_ROW: Final = 45
_MANY_ROWS: Final = 10


def is_absent(
    lookup: Lookup, number: str, kind: UnitKind, holder: int | None, choices: Sequence[Numbered]
) -> bool:
    """Tell whether the act certainly has no unit of a number, so that nothing was only overlooked.

    Among units numbered through the act a gap must be one number wide, or the number a little beyond the
    last one: more is missing from the text, not from the act. No line of the text may look like the unit.

    Args:
        lookup: Units of the act.
        number: The cited number.
        kind: Kind of the cited unit.
        holder: Index of the unit in which it should stand; ``None`` if it is numbered through the act.
        choices: Units among which it was looked for.
    """
    if holder is None and not any(_fits(number, choice, kind) for choice in choices):
        return False
    act = lookup.act
    low, high = 0, len(act.text)
    if holder is not None:
        if _is_tabular(lookup, holder):
            return False
        low, high = act.units[holder].start, act.units[lookup.end(holder) - 1].end
    marker = rf"(?<![\w.,-]){re.escape(number)}"
    if kind == "article":
        looks = (
            rf"(?:Статья|СТАТЬЯ)\s+{re.escape(number)}(?!\d)"
            rf"|{marker}\s?-?\s?(?:берене|статья|БЕРЕНЕ|СТАТЬЯ)\.\s"
        )
    elif kind in ("part", "point", "subpoint"):
        looks = rf"{marker}\s?[.)](?!\d)"
    else:
        looks = (
            rf"(?:Глава|ГЛАВА|Раздел|РАЗДЕЛ|ПРИЛОЖЕНИЕ|Приложение)\s+(?:№\s?)?{re.escape(number)}(?!\d)"
            rf"|{marker}-(?:глава|бөлүм|тиркеме)(?!\w)"
        )
    return re.compile(looks).search(act.text, low, high) is None


def _is_tabular(lookup: Lookup, holder: int) -> bool:
    """Tell an article that holds a table whose rows became lines: its numbers cannot be trusted."""
    act = lookup.act
    article = article_of(act, holder)
    if article is None:
        return False
    lines = (act.text[unit.start : unit.end].strip() for unit in act.units[article.index : article.last + 1])
    return (
        sum(len(line) < _SHORT_ROW and not line.endswith((".", ";", ":", ",")) for line in lines) > _MANY_ROWS
    )


def _fits(number: str, numbered: Numbered, kind: UnitKind) -> bool:
    """Tell whether a number would stand right between, or a little after, those there are."""
    this = base(number)
    if this is None or not numbered:
        return False
    if "-" in number:
        return str(this) in numbered and str(this + 1) in numbered
    between = (str(this - 1) in numbered or (kind == "annex" and this == 1)) and str(this + 1) in numbered
    if between or kind not in ("article", "point"):
        return between
    last = max((int(other) for other in list(numbered)[-_TAIL:] if other.isdigit()), default=0)
    return last < this <= last + _A_LITTLE
