"""What 500 rules cost beside 100, on the same text, in the same run, on one core.

    python benchmarks/many_rules.py [--acts N] [--rounds N]

The rules are the real ones and, to reach the number, variants of them: the same shape, conditions and
lexicons, but every word of the patterns replaced by a word of the same kind drawn from the patterns and
lexicons of all rules, so that the variants look for words as common as the real ones. Prints the seconds
of a whole check with either set, and their ratio.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import lzma
import os
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from corruptex.detection.engine import Engine
from corruptex.detection.profiles import profile_of
from corruptex.methodology import load
from corruptex.methodology.notation import Word
from corruptex.methodology.rules import Rule
from corruptex.structure import parse

ACTS = Path(__file__).parents[2] / "shared" / "data" / "acts"
FEW, MANY = 100, 500


def words_of(tree: Any) -> Iterator[Word]:
    """All words of a pattern."""
    if isinstance(tree, Word):
        yield tree
    elif isinstance(tree, tuple):
        for one in tree:
            yield from words_of(one)
    elif is_dataclass(tree):
        for field in fields(tree):
            yield from words_of(getattr(tree, field.name))


def rewritten(tree: Any, other: Callable[[Word], Word]) -> Any:
    """The same pattern with every word replaced."""
    if isinstance(tree, Word):
        return other(tree)
    if isinstance(tree, tuple):
        return tuple(rewritten(one, other) for one in tree)
    if is_dataclass(tree) and not isinstance(tree, type):
        changed: Any = {f.name: rewritten(getattr(tree, f.name), other) for f in fields(tree)}
        return replace(tree, **changed)
    return tree


def kind(word: Word) -> tuple[str, bool]:
    """What a word may be exchanged with: the same feature, a Kyrgyz verb stem or not."""
    return word.feature, word.lemma.endswith("-")


def rules(number: int) -> Mapping[str, Rule]:
    """So many rules: the real ones first, then their variants."""
    methodology = load()
    draw = random.Random(7)
    pools: dict[tuple[str, tuple[str, bool]], list[Word]] = {}
    for source in (
        *methodology.rules.values(),
        *methodology.contexts.values(),
        *methodology.lexicons.values(),
    ):
        for lang, trees in getattr(source, "match", getattr(source, "entries", {})).items():
            for word in words_of(tuple(trees)):
                pools.setdefault((lang, kind(word)), []).append(word)

    def another(lang: str, word: Word) -> Word:
        return draw.choice(pools[lang, kind(word)])

    made = dict(itertools.islice(methodology.rules.items(), number))
    for turn in itertools.count(1):
        for rule in methodology.rules.values():
            if len(made) >= number:
                return made
            name = f"{rule.id}-{turn}"
            match = {
                lang: tuple(rewritten(tree, partial(another, lang)) for tree in trees)
                for lang, trees in rule.match.items()
            }
            made[name] = replace(rule, id=name, match=match)
    return made


def seconds(engine: Engine, acts: Sequence[str]) -> tuple[float, int]:
    """Seconds of processor time of structure and detection over all acts, and the number of candidates."""
    found = 0
    start = time.process_time()
    for text in acts:
        act = parse(text)
        found += len(engine.candidates(act, profile_of(act, engine.methodology.profiles)))
    return time.process_time() - start, found


def main() -> None:
    """Run the comparison."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    parser.add_argument("--acts", type=int, default=6, help="how many acts per language, the longest first")
    parser.add_argument("--rounds", type=int, default=4)
    asked = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    gc.disable()
    methodology = load()
    print(f"{len(methodology.rules)} real rules")
    engines = {n: Engine(replace(methodology, rules=rules(n))) for n in (FEW, MANY)}
    for lang in ("ru", "ky"):
        with lzma.open(ACTS / f"acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as stream:
            acts = sorted((json.loads(line)["text"] for line in stream), key=len, reverse=True)[: asked.acts]
        ratios = []
        for number in range(asked.rounds):
            few, many = (seconds(engines[n], acts) for n in (FEW, MANY))
            ratios.append(many[0] / few[0])
            state = "cold" if number == 0 else "warm"
            figures = (
                f"{FEW} rules {few[0]:.2f} s, {few[1]} found   {MANY} rules {many[0]:.2f} s, {many[1]} found"
            )
            print(f"{lang} {state}   {figures}   {ratios[-1]:.2f}x")
            gc.collect()
        print(f"{lang} median of warm rounds: {median(ratios[1:] or ratios):.2f}x")


if __name__ == "__main__":
    main()
