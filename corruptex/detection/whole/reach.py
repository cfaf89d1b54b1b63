"""Whether the words of a unit reach a person, and who is named in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct


def touches(whole: WholeAct, unit: int) -> bool:
    """Whether a unit speaks of a right, money, a permit or anything else that reaches a person."""
    low, high = whole.reading.view.unit_tokens(unit)
    effects = whole.engine.effects[whole.act.units[unit].lang]
    return next(iter(whole.reading.search.near(effects, low, high)), None) is not None


def roles_in(whole: WholeAct, unit: int) -> set[str]:
    """Roles named in a unit: a body only if it acts, persons and parties („citizen“) in any form."""
    low, high = whole.reading.view.unit_tokens(unit)
    found = set()
    for mention in whole.reading.actors.between(low, high):
        if mention.role in ("citizen", "private"):
            found.add("citizen")
        elif mention.subject or mention.agent:
            found.add(mention.role)
    return found
