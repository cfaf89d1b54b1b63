"""The act as a whole: what is missing, what points nowhere, what contradicts.

A finder reads a ``WholeAct`` and yields remarks; rules with ``finds: name`` or ``finds: name.aspect`` turn
them into findings, with their own texts and examples. Each finder is one module; this is their list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from corruptex.detection.whole.act import WholeAct
from corruptex.detection.whole.competence import competence
from corruptex.detection.whole.names import names
from corruptex.detection.whole.procedures import find as find_in_procedures
from corruptex.detection.whole.remark import Remark
from corruptex.detection.whole.terms import terms

__all__ = ["FINDERS", "Finder", "Remark", "WholeAct"]

Finder = Callable[[WholeAct], Iterable[Remark]]

FINDERS: Final[Mapping[str, Finder]] = {
    "competence": competence,
    "names": names,
    "procedures": find_in_procedures,
    "terms": terms,
}
"""Finder by the name that rules use in ``finds``."""
