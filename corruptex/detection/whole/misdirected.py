"""Exceptions that point at the wrong parts: „on auction, except in the cases of parts 4-6“."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from corruptex.detection.whole.remark import Remark
from corruptex.model import Act, Reference, Texts
from corruptex.structure.citing import article_of, cite

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

_EXCEPT_BEFORE: Final = re.compile(r"(?:за исключением|кроме)[^.;:]{0,80}$")
_EXCEPT_AFTER: Final = re.compile(r"[^.;:]{0,60}?(?:тышкары|башка учур|кошпогондо|албаганда)")

REQUIRED: Final = "competition"
WAIVED: Final = "competition_waived"
"""Contexts: a competition is held; it is not held."""


def misdirected(whole: WholeAct) -> Iterator[Remark]:
    """Exceptions from a competition that cite parts without any waiver, while other parts hold one.

    Only parts of one article are compared: there a person sees at once which parts were meant.
    """
    act = whole.act
    for (start, end), same in groupby(whole.references, key=lambda one: (one.start, one.end)):
        group = [reference for reference in same if _is_sibling(act, reference)]
        if not group or not _is_exception(act, group[0]):
            continue
        first = group[0]
        if not _says(whole, REQUIRED, first.unit) or _says(whole, WAIVED, first.unit):
            continue
        parts = [reference.target for reference in group if reference.target is not None]
        silent = [unit for unit in parts if not _says(whole, WAIVED, unit)]
        others = [
            unit.index
            for unit in act.units
            if unit.parent == act.units[parts[0]].parent
            and unit.kind == act.units[parts[0]].kind
            and unit.index not in (*parts, first.unit)
            and _says(whole, WAIVED, unit.index)
        ]
        if silent and others:
            values = {"cited": _cited(act, silent), "others": _cited(act, others)}
            yield Remark("wrong", first.unit, start, end, values=values)


def _is_sibling(act: Act, reference: Reference) -> bool:
    """Tell whether a reference cites another part of the article it stands in."""
    article = article_of(act, reference.unit)
    if reference.status != "resolved" or reference.target is None or article is None:
        return False
    return act.units[reference.target].parent == article.index


def _is_exception(act: Act, reference: Reference) -> bool:
    unit = act.units[reference.unit]
    before = act.text[unit.start : reference.start]
    after = act.text[reference.end : unit.end]
    return _EXCEPT_BEFORE.search(before) is not None or _EXCEPT_AFTER.match(after) is not None


def _says(whole: WholeAct, context: str, unit: int) -> bool:
    low, high = whole.reading.view.subtree_tokens(unit)
    pattern = whole.pattern(context, whole.act.units[unit].lang)
    return bool(whole.reading.search.any_between(pattern, low, high))


def _cited(act: Act, units: Sequence[int]) -> Texts:
    russian = ", ".join(cite(act, unit, "ru") for unit in units)
    return {"ru": russian, "ky": ", ".join(cite(act, unit, "ky") for unit in units), "en": russian}
