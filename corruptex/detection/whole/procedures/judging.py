"""What is missing from a procedure, as remarks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from corruptex.detection.whole.remark import Remark

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct


def find(whole: WholeAct) -> Iterator[Remark]:
    """Remarks on the procedures of an act."""
    yield from ()
