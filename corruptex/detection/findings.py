"""From candidates to findings: one remark per norm and root factor, with a fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from corruptex.detection.engine import Candidate
from corruptex.language.tokens import tokenise
from corruptex.model import SEVERITIES, Act, Factor, Finding, Severity, Texts

UMBRELLA = "D1"
"""Breadth of discretion: named only where no narrower factor fits the same words."""

BROADER = {"D4": ("D2",), "D7": ("D2",), "D3": ("D2",), "K1": ("D3", "D2"), "P8": ("C1",)}
"""Factor -> the wider ones not said twice of the same words: „вправе отказать“ is a refusal first."""

_WIDTH = {"D2": 2, "D3": 1, "C1": 1}
"""How wide a factor is; the narrower one leads."""

UNNAMED_ACTOR = 0.9
INTERNAL_EFFECT = 0.8


def findings(act: Act, candidates: Iterable[Candidate], factors: Mapping[str, Factor]) -> list[Finding]:
    """Group the candidates of an act into findings.

    In one unit candidates of one factor are one finding; a candidate whose words overlap those of a
    narrower or surer one of another factor becomes a secondary factor of it.

    Args:
        act: The act.
        candidates: What the engine raised.
        factors: Registry of factors.

    Returns:
        Findings in the order of the text, numbered F1, F2, ….
    """
    by_unit: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_unit.setdefault(candidate.unit, []).append(candidate)
    groups = [_signable(group, unit) for unit in by_unit.values() for group in _roots(unit)]
    groups.sort(key=lambda group: (group[0].start, group[0].end, group[0].rule.factor))
    seen: dict[str, int] = {}
    return [_finding(act, group, factors, f"F{number}", seen) for number, group in enumerate(groups, start=1)]


def _roots(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Groups of candidates of one unit; the root of each comes first."""
    groups: list[list[Candidate]] = []
    for candidate in sorted(candidates, key=_rank):
        home = next((group for group in groups if _belongs(candidate, group[0])), None)
        if home is None:
            groups.append([candidate])
        else:
            home.append(candidate)
    return groups


def _signable(group: list[Candidate], neighbours: Sequence[Candidate]) -> list[Candidate]:
    """The group without its proposed text, if that text would keep words another remark is about."""
    root = group[0]
    if root.rewording and any(_kept(other, root) for other in neighbours):
        return [replace(root, rewording=""), *group[1:]]
    return group


def _kept(other: Candidate, root: Candidate) -> bool:
    """Whether words of another remark stay in the sentence after the words of the root are replaced."""
    in_sentence = other.start < root.sentence.end and root.sentence.start < other.end
    overlaps = other.start < root.end and root.start < other.end  # the same power, quoted more broadly
    return in_sentence and not overlaps


def _rank(candidate: Candidate) -> tuple[bool, int, float, int, int]:
    rule = candidate.rule
    return (
        rule.factor == UMBRELLA,
        _WIDTH.get(rule.factor, 0),
        -rule.confidence,
        candidate.start,
        candidate.end,
    )


def _belongs(candidate: Candidate, root: Candidate) -> bool:
    same = candidate.rule.factor == root.rule.factor
    overlap = candidate.start < root.end and root.start < candidate.end
    wider = (UMBRELLA, *BROADER.get(root.rule.factor, ()), *root.rule.also)
    return same or (overlap and candidate.rule.factor in wider)


def _finding(
    act: Act, group: Sequence[Candidate], factors: Mapping[str, Factor], name: str, seen: dict[str, int]
) -> Finding:
    root = group[0]
    rule, factor = root.rule, factors[root.rule.factor]
    also = dict.fromkeys((*rule.also, *(other.rule.factor for other in group)))
    also.pop(factor.code, None)
    return Finding(
        id=name,
        fingerprint=_fingerprint(act, root, seen),
        code=factor.code,
        also=tuple(also),
        severity=_severity(root),
        confidence=_confidence(root),
        lang=root.lang,
        unit=root.unit,
        start=root.start,
        end=root.end,
        quote=act.text[root.start : root.end],
        actor=root.actor,
        effect="external" if root.external else "unknown",
        why=_filled(rule.why, root.values),
        scheme=factor.scheme,
        fix=_filled(rule.fix, root.values),
        cures=root.cures,
        rule=rule.id,
        rewording=root.rewording,
    )


def _filled(texts: Texts, values: Mapping[str, str | Texts]) -> Texts:
    """The texts of a rule with its placeholders filled; a rule with patterns has none."""
    if not values:
        return texts
    return {
        lang: text.format(
            **{name: value if isinstance(value, str) else value[lang] for name, value in values.items()}
        )
        for lang, text in texts.items()
    }


def _severity(root: Candidate) -> Severity:
    place = SEVERITIES.index(root.rule.severity)
    return SEVERITIES[place if root.external else max(place - 1, 0)]


def _confidence(root: Candidate) -> float:
    value = root.rule.confidence * root.doubt
    if root.actor.kind == "none":
        value *= UNNAMED_ACTOR
    if not root.external:
        value *= INTERNAL_EFFECT
    return round(value, 3)


def _fingerprint(act: Act, root: Candidate, seen: dict[str, int]) -> str:
    """Hash of the factor and the words of the norm, without its number; equal norms are counted."""
    unit = act.units[root.unit]
    words = " ".join(tokenise(act.text[unit.body : unit.end]).forms)
    digest = hashlib.sha256(f"{root.rule.factor}\n{words}".encode("utf-8", "replace")).hexdigest()[:16]
    seen[digest] = seen.get(digest, 0) + 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
