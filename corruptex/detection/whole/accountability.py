"""Who sees, checks and answers for what an act lets a body do (factors A1, A2, A3).

Each aspect is reported once per act, at the first norm that gives the power, and only where the whole act is
silent about the cure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from corruptex.detection.whole.act import WholeAct
from corruptex.detection.whole.norms import holds, norms, remark
from corruptex.detection.whole.remark import Remark
from corruptex.model import ActKind

KINDS: Final[frozenset[ActKind]] = frozenset(
    {"law", "cabinet_resolution", "order", "local_resolution", "regulation"}
)
"""Acts that should say it themselves; codes rest on general chapters and other codes."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """A power that calls for something in the act.

    Attributes:
        power: Context of the norm that gives the power.
        cure: Context of what should be somewhere in the act.
        harmless: Contexts in which the power is another's or nobody's.
    """

    power: str
    cure: str
    harmless: tuple[str, ...]


EXPECTED: Final[Mapping[str, Expectation]] = {
    "publication": Expectation(
        "shares_out", "made_public", ("definition", "prohibition", "private_law", "within_institution")
    ),
    "control": Expectation("spends_by_own_decision", "money_is_checked", ("definition", "prohibition")),
    "liability": Expectation(
        "official_sanctions",
        "liability_somewhere",
        ("definition", "prohibition", "court_here", "private_law"),
    ),
}
"""Aspect -> what the act gives and what it should say."""


def accountability(whole: WholeAct) -> Iterator[Remark]:
    """Powers without ``publication``, ``control`` or ``liability`` in the whole act."""
    if whole.act.kind not in KINDS or not whole.is_assessable:
        return
    for aspect, expected in EXPECTED.items():
        powers = (
            match
            for match, lang in norms(whole, expected.power)
            if not holds(whole, match, lang, "about_this_act", *expected.harmless)
        )
        power = min(powers, default=None)
        if power is not None and not _is_said(whole, expected.cure):
            yield remark(whole, power, aspect, cures=(expected.cure,))


def _is_said(whole: WholeAct, cure: str) -> bool:
    """Whether the act says it; how the act itself is published and carried out does not count."""
    return any(not holds(whole, match, lang, "about_this_act") for match, lang in norms(whole, cure))
