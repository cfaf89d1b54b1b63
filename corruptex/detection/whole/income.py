"""Income of a body from its own sanctions, told in two norms of the act (factor A6).

One norm sends fines or charges to a fund, another spends that fund on the staff; each alone looks harmless.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corruptex.detection.whole.act import WholeAct
from corruptex.detection.whole.norms import cited, holds, norms, remark
from corruptex.detection.whole.remark import Remark

HARMLESS: Final = ("no_share", "definition", "prohibition", "private_law", "worker_relations")


def income(whole: WholeAct) -> Iterator[Remark]:
    """The norm that fills the fund, where another norm pays staff from a fund; once per act."""
    view = whole.reading.view
    paying = [
        match for match, lang in norms(whole, "fund_pays_staff") if not holds(whole, match, lang, *HARMLESS)
    ]
    if not paying:
        return
    for match, lang in norms(whole, "sanctions_fill_fund"):
        if holds(whole, match, lang, *HARMLESS):
            continue
        own = view.unit_of(match[0])
        other = next((view.unit_of(p[0]) for p in paying if view.unit_of(p[0]) != own), None)
        if other is not None:
            yield remark(whole, match, "", values={"norm": cited(whole, other)})
            return
