"""Whole river against the bare spaCy tokeniser on the same text, in the same run, on one core.

    pip install '.[bench]' && python benchmarks/river.py [--acts N] [--rounds N]

Prints words per second of both and their ratio, cold and warm, and the peak memory of a check of the
longest code in a process of its own. The texts are the real acts beside the checkout.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

ACTS = Path(__file__).parents[2] / "shared" / "data" / "acts"
LONGEST = "kg-ru-criminal_procedure_code-pdf2025"

_ONE_CHECK = """
import resource, sys
from corruptex import check
report = check(sys.stdin.read())
print(len(report.findings), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def texts(lang: str, limit: int) -> list[str]:
    """Texts of real acts in one language, longest first."""
    with lzma.open(ACTS / f"acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as stream:
        found = [json.loads(line)["text"] for line in stream]
    return sorted(found, key=len, reverse=True)[:limit]


def words(acts: Sequence[str]) -> int:
    """Number of words: what white space parts."""
    return sum(len(act.split()) for act in acts)


def seconds(work: Callable[[str], object], acts: Sequence[str]) -> float:
    """Seconds of processor time that ``work`` takes over all acts."""
    start = time.process_time()
    for act in acts:
        work(act)
    return time.process_time() - start


def compare(lang: str, acts: Sequence[str], rounds: int) -> None:
    """Print a row per round: ours, spaCy's, the ratio."""
    import spacy

    from corruptex import check

    total = words(acts)
    tokenise = spacy.blank(lang)
    tokenise.max_length = 10_000_000
    ratios = []
    for number in range(rounds):
        ours, theirs = total / seconds(check, acts), total / seconds(tokenise, acts)
        ratios.append(ours / theirs)
        state = "cold" if number == 0 else "warm"
        figures = f"corruptex {ours:>9,.0f} words/s   spaCy {theirs:>9,.0f} words/s   {ratios[-1]:.2f}x"
        print(f"{lang} {state:5} {figures}")
    print(f"{lang} median of warm rounds: {median(ratios[1:] or ratios):.2f}x on {total:,} words")


def memory() -> None:
    """Print the peak memory of one check of the longest code, in a process of its own."""
    with lzma.open(ACTS / "acts_ru.jsonl.xz", "rt", encoding="utf-8") as stream:
        text = next(act["text"] for act in map(json.loads, stream) if act["id"] == LONGEST)
    child = subprocess.run(
        [sys.executable, "-c", _ONE_CHECK], input=text, capture_output=True, text=True, check=True
    )
    found, peak = child.stdout.split()
    print(f"{LONGEST}: {words([text]):,} words, {found} findings, peak memory {peak} MB")


def main() -> None:
    """Run the comparison."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    parser.add_argument("--acts", type=int, default=12, help="how many acts per language, the longest first")
    parser.add_argument("--rounds", type=int, default=4)
    asked = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, one core")
    for lang in ("ru", "ky"):
        compare(lang, texts(lang, asked.acts), asked.rounds)
    memory()


if __name__ == "__main__":
    main()
