"""One file that holds both language versions, one after the other: decrees are published so."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate

from corruptex.language.passage import evidence
from corruptex.messages import CorruptexError
from corruptex.model import Lang, Source

_NOT_LINE_END = re.compile(r"[^\n]")
LEAST_SHARE = 0.15
"""Share of the text that the shorter version must have; less is a heading or a quotation."""


def split_versions(source: Source) -> tuple[Source, Source]:
    """Split a file at the line where its language changes.

    In each version the other one is blanked, not cut, so that offsets stay those of the file.

    Args:
        source: The file.

    Returns:
        The Kyrgyz and the Russian version.

    Raises:
        CorruptexError: If the file holds one language only.
    """
    lines = source.text.splitlines(keepends=True)
    weights = [_weight(line) for line in lines]
    before = [0, *accumulate(weights)]
    # the cut that parts the languages best; above 0 the first part is Kyrgyz
    cut = max(range(len(before)), key=lambda place: abs(2 * before[place] - before[-1]))
    first_is_kyrgyz = 2 * before[cut] > before[-1]
    place = sum(map(len, lines[:cut]))
    _check(source, weights[:cut], weights[cut:])
    blank_first = _NOT_LINE_END.sub(" ", source.text[:place]) + source.text[place:]
    blank_second = source.text[:place] + _NOT_LINE_END.sub(" ", source.text[place:])
    first, second = replace(source, text=blank_second), replace(source, text=blank_first)
    return (first, second) if first_is_kyrgyz else (second, first)


def _weight(line: str) -> int:
    """Characters that speak for Kyrgyz, below 0 for Russian."""
    found = evidence(line)
    return len(line) if found > 0 else -len(line) if found < 0 else 0


def _check(source: Source, first: list[int], second: list[int]) -> None:
    """Refuse a file in one language.

    Raises:
        CorruptexError: If one of the parts is too small, or both are in one language.
    """
    shares = abs(sum(first)), abs(sum(second))
    apart = (sum(first) > 0) != (sum(second) > 0)
    if not apart or min(shares) < LEAST_SHARE * sum(shares):
        lang: Lang = "ky" if sum(first) + sum(second) > 0 else "ru"
        raise CorruptexError(f"languages_one_file_{lang}", name=source.name)
