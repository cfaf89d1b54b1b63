"""Proves rules by their examples: what must be flagged is flagged at its span, what must pass is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from corruptex.detection.engine import Engine, Reading, engine
from corruptex.detection.search import Search
from corruptex.detection.view import View
from corruptex.detection.whole import WholeAct
from corruptex.detection.whole.named_acts import FINDER as NAMED_ACTS
from corruptex.messages import CorruptexError
from corruptex.methodology import Context, Example, Methodology, Rule
from corruptex.model import Act
from corruptex.reading import from_text
from corruptex.register import of_texts
from corruptex.structure import parse

REQUIRED = 3
"""Flagged and passed examples that a rule must have in each language it covers."""


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example that did not get its verdict, or examples that are missing.

    Attributes:
        rule_id: Rule or context.
        path: Its file.
        lang: Language of the example.
        kind: What was expected.
        text: The example; empty if the complaint is about their number.
        message: Code of the message that says what happened.
        found: What was reported instead.
    """

    rule_id: str
    path: str
    lang: str
    kind: Literal["flag", "pass", "count"]
    text: str
    message: str
    found: str = ""


def run(methodology: Methodology, ids: Iterable[str] = ()) -> list[ExampleFailure]:
    """Run the examples of rules and contexts.

    Args:
        methodology: The methodology.
        ids: Rules or contexts to prove; all if empty.

    Returns:
        Failures in the order of the files; empty when everything is proved.

    Raises:
        CorruptexError: If an id is unknown.
    """
    wanted = set(ids)
    unknown = wanted - methodology.rules.keys() - methodology.contexts.keys()
    if unknown:
        raise CorruptexError("rule_unknown", name=", ".join(sorted(unknown)))
    compiled = engine(methodology)
    failures: list[ExampleFailure] = []
    for rule in methodology.rules.values():
        if not wanted or rule.id in wanted:
            failures += _prove_rule(compiled, rule)
    for context in methodology.contexts.values():
        if not wanted or context.id in wanted:
            failures += _prove_context(compiled, context)
    return failures


def count(methodology: Methodology, ids: Iterable[str] = ()) -> int:
    """How many examples ``run`` looks at."""
    wanted = set(ids)
    items: list[Rule | Context] = [*methodology.rules.values(), *methodology.contexts.values()]
    return sum(len(item.examples) for item in items if not wanted or item.id in wanted)


def as_act(example: Example) -> Act:
    """An example as an act, all in the language it is written in."""
    act = parse(example.text)
    return replace(
        act, lang=example.lang, units=tuple(replace(unit, lang=example.lang) for unit in act.units)
    )


def _prove_rule(compiled: Engine, rule: Rule) -> Iterator[ExampleFailure]:
    for lang in rule.langs:
        for verdict in ("flag", "pass"):
            given = sum(e.lang == lang and e.verdict == verdict for e in rule.examples)
            if given < REQUIRED:
                yield ExampleFailure(
                    rule.id, rule.path, lang, "count", "", "example_too_few", f"{verdict}: {given}"
                )
    for example in rule.examples:
        spans = list(_spans(compiled, rule, example))
        found = "; ".join(f"«{example.text[start:end]}»" for start, end in spans)
        if example.verdict == "flag" and not spans:
            yield _failure(rule, example, "example_missed")
        elif example.verdict == "flag" and example.span and example.span not in spans:
            yield _failure(rule, example, "example_other_span", found)
        elif example.verdict == "pass" and spans:
            yield _failure(rule, example, "example_false_alarm", found)


def _spans(compiled: Engine, rule: Rule, example: Example) -> Iterator[tuple[int, int]]:
    profiles = compiled.methodology.profiles
    profile = next((p for p in profiles if p.id in rule.profiles), profiles[-1])
    reading = Reading(compiled, as_act(example), profile)
    if rule.finds:
        papers = [from_text(paper) for paper in example.papers]
        held = of_texts(example.papers) if rule.finds.partition(".")[0] == NAMED_ACTS else None
        whole = WholeAct(reading, compiled, papers=papers, register=held)
        yield from ((found.start, found.end) for found in compiled.noticed(whole, profile, only=rule))
        return
    for match in reading.search.matches(compiled.pattern(rule, example.lang)):
        candidate = reading.judge(rule, example.lang, match)
        if candidate is not None:
            yield candidate.start, candidate.end


def _prove_context(compiled: Engine, context: Context) -> Iterator[ExampleFailure]:
    for example in context.examples:
        view = View(as_act(example), compiled.vocabularies)
        pattern = compiled.contexts.get((context.id, example.lang))
        holds = pattern is not None and bool(Search(view).matches(pattern))
        if example.verdict == "flag" and not holds:
            yield _failure(context, example, "example_missed")
        elif example.verdict == "pass" and holds:
            yield _failure(context, example, "example_false_alarm")


def _failure(item: Rule | Context, example: Example, message: str, found: str = "") -> ExampleFailure:
    kind: Literal["flag", "pass"] = "flag" if example.verdict == "flag" else "pass"
    return ExampleFailure(item.id, item.path, example.lang, kind, example.text, message, found)
