"""Scores findings against a gold file or minimal pairs, by the definitions of the gold set.

Detection, per language: recall is the share of units with a ``finding`` label that are hit; precision the
share of predicted units that carry any label, or repeat a label of their article with the same group of
codes; F1 their harmonic mean. A unit labelled only ``possible`` is never required and never an error.
Factor named: of the hit units, the share where a predicted code is the gold code or one of its ``also``
codes. The constant baseline "flag every unit" stands beside every figure: a result below it is worthless.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from corruptex.model import Lang
from corruptex.scoring.gold import GoldAct, Label

Prediction = tuple[int, int, str]
"""First character, character after the last, code."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A unit that was missed or flagged in vain."""

    kind: Literal["missed", "false_alarm"]
    act: str
    lang: Lang
    codes: tuple[str, ...]
    text: str


@dataclass(slots=True)
class Counts:
    """What is counted for one language, one act or one code."""

    units: int = 0
    labelled: int = 0
    required: int = 0
    hit: int = 0
    predicted: int = 0
    fine: int = 0
    code_named: int = 0
    group_named: int = 0

    @property
    def precision(self) -> float:
        """Share of predicted units that an expert would accept."""
        return _ratio(self.fine, self.predicted)

    @property
    def recall(self) -> float:
        """Share of required units that were hit."""
        return _ratio(self.hit, self.required)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return harmonic(self.precision, self.recall)

    @property
    def baseline(self) -> float:
        """F1 of flagging every unit."""
        return harmonic(_ratio(self.labelled, self.units), 1.0)

    @property
    def code(self) -> float:
        """Share of hit units whose factor was named right."""
        return _ratio(self.code_named, self.hit)

    @property
    def group(self) -> float:
        """Share of hit units whose group of factors was named right."""
        return _ratio(self.group_named, self.hit)


@dataclass(slots=True)
class Evaluation:
    """Result of an evaluation.

    Attributes:
        languages: Counts per language.
        acts: Counts per act.
        codes: Per language and root code: required, hit, code_named; ``predicted`` holds false alarms.
        mistakes: Every missed unit and every false alarm, in the order of the acts.
    """

    languages: dict[Lang, Counts] = field(default_factory=dict)
    acts: dict[str, Counts] = field(default_factory=dict)
    codes: dict[tuple[Lang, str], Counts] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """Harmonic mean; 0 if both are 0."""
    return _ratio(2 * precision * recall, precision + recall)


def evaluate(
    acts: Iterable[GoldAct], predictions: Mapping[str, Sequence[Prediction]], known: Evaluation | None = None
) -> Evaluation:
    """Score predictions.

    Args:
        acts: Annotated acts.
        predictions: Predictions by name of the act.
        known: An evaluation to go on with; a new one if omitted.

    Returns:
        The evaluation.
    """
    result = known or Evaluation()
    for act in acts:
        _score_act(act, predictions.get(act.name, ()), result)
    return result


def _score_act(act: GoldAct, predictions: Sequence[Prediction], result: Evaluation) -> None:
    labels: dict[int, list[Label]] = defaultdict(list)
    for label in act.labels:
        labels[label.unit].append(label)
    codes = _codes_by_unit(act, labels, predictions)
    groups = _groups_by_article(act, labels)
    required = {unit for unit, found in labels.items() if any(label.required for label in found)}
    counts = Counts(units=len(act.units), labelled=len(labels), required=len(required), predicted=len(codes))
    for unit, named in sorted(codes.items()):
        fine = unit in labels or bool({code[0] for code in named} & groups[act.units[unit][2]])
        counts.fine += fine
        if not fine:
            result.mistakes.append(_mistake("false_alarm", act, unit, named))
            for code in named:
                result.codes.setdefault((act.lang, code), Counts()).predicted += 1
    for unit in sorted(required):
        _score_unit(act, unit, labels[unit], named=codes.get(unit, set()), counts=counts, result=result)
    result.acts[act.name] = counts
    _add(result.languages.setdefault(act.lang, Counts()), counts)


def _codes_by_unit(
    act: GoldAct, labels: Mapping[int, list[Label]], predictions: Sequence[Prediction]
) -> dict[int, set[str]]:
    """Predicted codes per unit; a span over several units counts where it begins, unless one is labelled."""
    codes: dict[int, set[str]] = defaultdict(set)
    for start, end, code in predictions:
        last = max(end, start + 1)
        hit = [index for index, (low, high, _) in enumerate(act.units) if low < last and start < high]
        for unit in [index for index in hit if index in labels] or hit[:1]:
            codes[unit].add(code)
    return codes


def _groups_by_article(act: GoldAct, labels: Mapping[int, list[Label]]) -> dict[str | None, set[str]]:
    groups: dict[str | None, set[str]] = defaultdict(set)
    for unit, found in labels.items():
        article = act.units[unit][2]
        if article is not None:
            groups[article] |= {code[0] for label in found for code in (label.code, *label.also)}
    return groups


def _score_unit(
    act: GoldAct, unit: int, labels: list[Label], *, named: set[str], counts: Counts, result: Evaluation
) -> None:
    wanted = [label for label in labels if label.required]
    right = {code for label in wanted for code in (label.code, *label.also)}
    hit, named_right = bool(named), bool(named & right)
    counts.hit += hit
    counts.code_named += named_right
    counts.group_named += bool({code[0] for code in named} & {code[0] for code in right})
    roots = sorted({label.code for label in wanted})
    for code in roots:
        own = result.codes.setdefault((act.lang, code), Counts())
        own.required += 1
        own.hit += hit
        own.code_named += named_right
    if not hit:
        result.mistakes.append(_mistake("missed", act, unit, roots))


def _mistake(
    kind: Literal["missed", "false_alarm"], act: GoldAct, unit: int, codes: Iterable[str]
) -> Mistake:
    start, end, _ = act.units[unit]
    return Mistake(kind, act.name, act.lang, tuple(sorted(codes)), act.text[start:end].strip())


def _add(total: Counts, one: Counts) -> None:
    for name in Counts.__slots__:
        setattr(total, name, getattr(total, name) + getattr(one, name))
