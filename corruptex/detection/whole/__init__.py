"""The act as a whole: what is missing, what points nowhere, what contradicts.

A finder reads a ``WholeAct`` and yields remarks; rules with ``finds: name`` or ``finds: name.aspect`` turn
them into findings, with their own texts and examples. Each finder is one module; this is their list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from corruptex.detection.whole.accountability import accountability
from corruptex.detection.whole.act import WholeAct
from corruptex.detection.whole.collisions import collisions
from corruptex.detection.whole.commissions import commissions
from corruptex.detection.whole.competence import competence
from corruptex.detection.whole.delegation import delegation
from corruptex.detection.whole.functions import functions
from corruptex.detection.whole.income import income
from corruptex.detection.whole.named_acts import named_acts
from corruptex.detection.whole.names import names
from corruptex.detection.whole.papers import papers
from corruptex.detection.whole.procedures import find as find_in_procedures
from corruptex.detection.whole.references import references
from corruptex.detection.whole.remark import Remark
from corruptex.detection.whole.removed import removed
from corruptex.detection.whole.terms import terms
from corruptex.detection.whole.transition import transition
from corruptex.detection.whole.undefined import undefined

__all__ = ["FINDERS", "Finder", "Remark", "WholeAct"]

Finder = Callable[[WholeAct], Iterable[Remark]]

REMOVED: Final = "removed"
"""Finder that speaks of the words of an amending command; others do not: they are no norm."""

FINDERS: Final[Mapping[str, Finder]] = {
    "accountability": accountability,
    "commissions": commissions,
    "competence": competence,
    "income": income,
    "transition": transition,
    "collisions": collisions,
    "functions": functions,
    "delegation": delegation,
    "named_acts": named_acts,
    "names": names,
    "papers": papers,
    "procedures": find_in_procedures,
    REMOVED: removed,
    "references": references,
    "terms": terms,
    "undefined": undefined,
}
"""Finder by the name that rules use in ``finds``."""
