"""Which named acts the citations of an act belong to, and the acts it names without a unit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corruptex.model import Act, Reference
from corruptex.structure.lookup import is_note_of_loss
from corruptex.structure.named_acts import NamedAct
from corruptex.structure.references import SILENT, is_this_act


def with_acts(act: Act, references: Sequence[Reference], named: Sequence[NamedAct]) -> Iterator[Reference]:
    """Give each citation the act named with it, and add the acts that are named without a unit.

    Russian names the act right after the unit, Kyrgyz right before it. A citation that was taken for one
    of this act is set right.

    Args:
        act: The act.
        references: Its citations, in the order of the text.
        named: The acts its text names, in the order of the text.

    Yields:
        References, not in order.
    """
    starts = [one.start for one in named]
    taken: set[int] = set()
    for reference in references:
        place = _beside(act, reference, named, starts)
        if place is None:
            yield reference
            continue
        if reference.target is not None and is_this_act(act, act.text[named[place].start : named[place].end]):
            taken.add(place)
            yield reference
            continue
        taken.add(place)
        one = named[place]
        yield replace(
            reference,
            start=min(reference.start, one.start),
            end=max(reference.end, one.end),
            act=" ".join(act.text[one.start : one.end].split()),
            target=None,
            status="external",
        )
    units = [unit.start for unit in act.units]
    for place, one in enumerate(named):
        unit = bisect_right(units, one.start) - 1
        words = " ".join(act.text[one.start : one.end].split())
        if place in taken or act.units[unit].kind in SILENT or one.start < act.units[unit].body:
            continue
        if is_this_act(act, words) or is_note_of_loss(act.text[act.units[unit].body : act.units[unit].end]):
            continue
        yield Reference(unit, one.start, one.end, steps=(), act=words, target=None, status="external")


def _beside(act: Act, reference: Reference, named: Sequence[NamedAct], starts: Sequence[int]) -> int | None:
    """Place of the act named with a citation: overlapping it, or beside it where its language puts it."""
    first = bisect_left(starts, reference.start - 1)
    unit = act.units[reference.unit]
    for place in range(max(0, first - 1), min(first + 3, len(named))):
        one = named[place]
        if one.start < reference.end and reference.start < one.end:
            return place
        gap = (reference.end, one.start) if one.lang == "ru" else (one.end, reference.start)
        near = unit.start <= one.start and one.end <= unit.end and gap[0] < gap[1]
        if near and not act.text[slice(*gap)].strip():
            return place
    return None
