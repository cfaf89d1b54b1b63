"""The text of an act cut into rows, with the reported words marked and their findings beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corruptex.conclusion.excerpt import clean
from corruptex.conclusion.remarks import Remark
from corruptex.model import SEVERITIES, Act, Lang, Severity, Unit
from corruptex.structure.citing import ancestors

DEEPEST = 5
"""Steps of indentation; deeper units stand as far in as these."""

Stretch = tuple[int, int, Remark]
"""First character, character after the last, and the finding that reports them."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same findings.

    Attributes:
        text: Its words, safe to show; line ends stay.
        severity: Highest severity of the findings that report it; empty if none does.
        ending: Ids of the findings whose words end here.
    """

    text: str
    severity: Severity | str
    ending: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """The own text of one unit.

    Attributes:
        unit: Index of the unit.
        kind: Kind of the unit.
        lang: Its language.
        depth: Units above it that are set in, at most ``DEEPEST``.
        segments: Its text.
    """

    unit: int
    kind: str
    lang: Lang
    depth: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A unit with its findings, or the units between two such.

    Attributes:
        blocks: Texts of its units.
        remarks: Findings that stand in it.
    """

    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...]


def rows(act: Act, remarks: Sequence[Remark]) -> tuple[Row, ...]:
    """Cut an act into rows.

    The texts of all segments together are the text of the act, cleaned: nothing is lost or shown twice.

    Args:
        act: The act.
        remarks: Findings to show, in the order of the text.
    """
    return tuple(_rows(act, remarks))


def _rows(act: Act, remarks: Sequence[Remark]) -> Iterator[Row]:
    beside: dict[int, list[Remark]] = {}
    for remark in remarks:
        beside.setdefault(remark.finding.unit, []).append(remark)
    stretches = _stretches(act, remarks)
    quiet: list[Block] = []
    for unit in act.units:
        block = _block(act, unit, stretches.get(unit.index, ()))
        if unit.index not in beside:
            if block.segments:
                quiet.append(block)
            continue
        if quiet:
            yield Row(tuple(quiet), ())
            quiet = []
        yield Row((block,), tuple(beside[unit.index]))
    if quiet:
        yield Row(tuple(quiet), ())


def _stretches(act: Act, remarks: Iterable[Remark]) -> Mapping[int, list[Stretch]]:
    """Reported words by unit; words that run over several units are cut at their ends."""
    found: dict[int, list[Stretch]] = {}
    for remark in remarks:
        finding = remark.finding
        for unit in act.units[finding.unit :]:
            if unit.start >= finding.end:
                break
            low, high = max(unit.start, finding.start), min(unit.end, finding.end)
            if low < high:
                found.setdefault(unit.index, []).append((low, high, remark))
    return found


def _block(act: Act, unit: Unit, stretches: Sequence[Stretch]) -> Block:
    above = sum(
        holder.kind in ("article", "part", "point", "subpoint") for holder in ancestors(act, unit.index)
    )
    edges = sorted({unit.start, unit.end, *(edge for low, high, _ in stretches for edge in (low, high))})
    segments = (_segment(act, low, high, stretches) for low, high in pairwise(edges))
    return Block(
        unit=unit.index,
        kind=unit.kind,
        lang=unit.lang,
        depth=min(above, DEEPEST),
        segments=tuple(segment for segment in segments if segment.text.strip() or segment.ending),
    )


def _segment(act: Act, low: int, high: int, stretches: Sequence[Stretch]) -> Segment:
    over = [remark.finding for start, end, remark in stretches if start <= low and high <= end]
    return Segment(
        text="\n".join(clean(line) for line in act.text[low:high].rstrip("\n").split("\n")),
        severity=max((finding.severity for finding in over), key=SEVERITIES.index, default=""),
        ending=tuple(finding.id for finding in over if finding.end == high),
    )
