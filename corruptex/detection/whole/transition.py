"""How an act comes into force: time for business to adapt, and what becomes of permits (factor N4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from corruptex.detection.search import Match
from corruptex.detection.whole.act import WholeAct
from corruptex.detection.whole.norms import cited, holds, norms, occurs, remark
from corruptex.detection.whole.remark import Remark
from corruptex.model import ActKind
from corruptex.structure.metadata import dates

PUT_IN_FORCE_APART: Final[frozenset[ActKind]] = frozenset(
    {"code", "constitution", "constitutional_law", "note"}
)
"""Acts that another act puts in force, and papers that are never put in force."""


def transition(whole: WholeAct) -> Iterator[Remark]:
    """How an act comes into force, and what it leaves open.

    Aspects: ``backdated`` in force before it was adopted, ``at_once`` duties of business that bind at once,
    ``permits`` new rules on permits without a transition. Each stands on the norm that puts the act in force
    or repeals the former one.
    """
    if whole.act.kind in PUT_IN_FORCE_APART:
        return
    yield from _backdated(whole)
    if not whole.is_assessable:
        return
    yield from _at_once(whole)
    yield from _permits(whole)


def _backdated(whole: WholeAct) -> Iterator[Remark]:
    """The norm that puts the act in force on a day before it was adopted."""
    adopted = whole.act.date
    if adopted is None:
        return
    for match, lang in norms(whole, "enters_on_date"):
        found = remark(whole, match, "backdated")
        days = [day for _, _, day in dates(whole.act.text[found.start : found.end])]
        if days and days[0] < adopted and not holds(whole, match, lang, "restates_rule_of_time"):
            yield replace(found, values={"adopted": _written(adopted), "entry": _written(days[0])})


def _at_once(whole: WholeAct) -> Iterator[Remark]:
    entries = norms(whole, "enters_at_once")
    entry = next((match for match, lang in entries if not holds(whole, match, lang, "enters_later")), None)
    duty = _first(whole, "binds_business") if entry is not None else None
    if entry is not None and duty is not None:
        yield remark(
            whole, entry, "at_once", values={"norm": cited(whole, whole.reading.view.unit_of(duty[0]))}
        )


def _permits(whole: WholeAct) -> Iterator[Remark]:
    repeal = _first(whole, "repeals_earlier")
    if repeal is None or occurs(whole, "transition_norm"):
        return
    permit = _first(whole, "permit_regime", "demands_permit")
    if permit is not None:
        values = {"norm": cited(whole, whole.reading.view.unit_of(permit[0]))}
        yield remark(whole, repeal, "permits", values=values, cures=("transition_norm",))


def _first(whole: WholeAct, *contexts: str) -> Match | None:
    return min((match for context in contexts for match, _ in norms(whole, context)), default=None)


def _written(day: str) -> str:
    """An ISO date as people write it here: „14.05.2026“."""
    return ".".join(reversed(day.split("-")))
