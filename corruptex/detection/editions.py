"""Findings of two editions of an act compared: which are new, which were there before, which have gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from corruptex.language.tokens import tokenise
from corruptex.model import Act, Finding
from corruptex.structure import path


def compared(
    act: Act, findings: Sequence[Finding], base: Act, base_findings: Sequence[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Mark the findings of an amended act.

    A finding was there before if the base act has one with the same factor in a norm of the same words
    (its fingerprint), else if it has the same words reported by the same rule in the unit of the same
    number. Each finding of the base act answers for one only.

    Args:
        act: The act with its amendments.
        findings: Its findings.
        base: The act before.
        base_findings: Its findings.

    Returns:
        The findings marked ``new`` or ``old``, and those of the base act that are gone, marked ``removed``.
    """
    left = list(base_findings)
    marks: dict[str, bool] = {}
    for keys, base_keys in (
        (_fingerprints(findings), _fingerprints),
        (_places(act, findings), lambda some: _places(base, some)),
    ):
        known = Counter(key for _, key in base_keys(left))
        taken: Counter[Hashable] = Counter()
        for finding, key in keys:
            if not marks.get(finding.id) and taken[key] < known[key]:
                marks[finding.id] = True
                taken[key] += 1
        left = list(_not_taken(base_keys(left), taken))
    marked = tuple(replace(one, change="old" if marks.get(one.id) else "new") for one in findings)
    return marked, tuple(replace(one, change="removed") for one in left)


def _fingerprints(findings: Iterable[Finding]) -> list[tuple[Finding, Hashable]]:
    return [(finding, finding.fingerprint) for finding in findings]


def _places(act: Act, findings: Iterable[Finding]) -> list[tuple[Finding, Hashable]]:
    return [
        (one, (one.code, one.rule, path(act, one.unit), tuple(tokenise(one.quote).forms))) for one in findings
    ]


def _not_taken(keyed: Iterable[tuple[Finding, Hashable]], taken: Counter[Hashable]) -> Iterable[Finding]:
    for finding, key in keyed:
        if taken[key]:
            taken[key] -= 1
        else:
            yield finding
