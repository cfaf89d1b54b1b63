"""What differs between two passages that should say the same: one small judge per kind of difference.

A judge speaks only where one version says something that the other says in no way: translations are free in
words, not in force. Where a softer rendering is possible, the difference is a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corruptex.bilingual.difference import Difference, Judge
from corruptex.bilingual.figures import bounds, dates, measures, numbers, references
from corruptex.bilingual.modality import modality, negation
from corruptex.bilingual.passage import Passage
from corruptex.bilingual.wording import bodies, condition, limit, terms

JUDGES: Final[tuple[Judge, ...]] = (
    modality,
    negation,
    numbers,
    measures,
    dates,
    bounds,
    bodies,
    limit("only", "only", "only_softly", sure=True, freer_without=True),
    limit("openness", "open", "open_softly", sure=True, freer_without=False),
    limit("openness", "including", "including_softly", sure=False, freer_without=False),
    limit("exception", "except", "except_softly", sure=True, freer_without=False),
    condition,
    references,
    terms,
)


def differences(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """Compare two passages.

    Args:
        ky: The Kyrgyz passage.
        ru: The Russian passage.

    Yields:
        Differences, the gravest kinds first.
    """
    for judge in JUDGES:
        yield from judge(ky, ru)
