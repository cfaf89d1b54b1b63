"""An evaluation as lines of text for a terminal or a log."""

from __future__ import annotations

from collections.abc import Iterator

from corruptex.messages import say
from corruptex.model import MessageLang
from corruptex.scoring.evaluation import Counts, Evaluation

EXCERPT = 300
"""Characters of a missed or falsely flagged norm that are shown."""


def lines(
    result: Evaluation, lang: MessageLang, *, by_code: bool = False, by_act: bool = False, errors: int = 0
) -> Iterator[str]:
    """Write an evaluation.

    Args:
        result: The evaluation.
        lang: Language of the messages.
        by_code: Whether to add a line per language and factor.
        by_act: Whether to add a line per act.
        errors: How many missed norms and false alarms to list.
    """
    for tongue, counts in sorted(result.languages.items()):
        yield from _language(tongue, counts, lang)
    if by_code:
        for (tongue, code), counts in sorted(result.codes.items()):
            yield say(
                "evaluation_code", lang, tongue=tongue, code=f"{code:4}", gold=f"{counts.required:3}",
                hit=f"{counts.hit:3}", named=f"{counts.code_named:3}", false=f"{counts.predicted:3}",
            )  # fmt: skip
    if by_act:
        for act, counts in result.acts.items():
            yield say(
                "evaluation_act", lang, act=act, precision=f"{counts.precision:.3f}",
                recall=f"{counts.recall:.3f}", f1=f"{counts.f1:.3f}", required=counts.required,
                predicted=counts.predicted,
            )  # fmt: skip
    for mistake in result.mistakes[:errors]:
        kind = say(f"evaluation_{mistake.kind}", lang)
        text = " ".join(mistake.text[:EXCERPT].split())
        yield f"{kind}\t{','.join(mistake.codes)}\t{mistake.act}\t{text}"


def _language(tongue: str, counts: Counts, lang: MessageLang) -> Iterator[str]:
    yield say(
        "evaluation_size", lang, tongue=tongue, units=counts.units, required=counts.required,
        possible=counts.labelled - counts.required, predicted=counts.predicted,
    )  # fmt: skip
    yield say(
        "evaluation_result", lang, tongue=tongue, precision=f"{counts.precision:.3f}",
        recall=f"{counts.recall:.3f}", f1=f"{counts.f1:.3f}", baseline=f"{counts.baseline:.3f}",
        code=f"{counts.code:.3f}", group=f"{counts.group:.3f}",
    )  # fmt: skip
