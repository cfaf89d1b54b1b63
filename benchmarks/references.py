"""How many references of real acts lead to a unit, what they cost, and samples to read.

Usage: ``python benchmarks/references.py FILE.jsonl.xz… [--sample N] [--of NAME] [--seed S]``

Each line of a file is a JSON object with ``id`` and ``text``. Prints, for each act with references to its
own units, how many were resolved, lead nowhere, lead to a repealed unit or could not be checked, and the
seconds spent on them. With ``--sample`` it prints N of them at random, each with the unit it was taken
for, so that a person can tell the share that is right.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corruptex.model import Act, Reference, ReferenceStatus
from corruptex.structure import cite, parse
from corruptex.structure.references import references

STATUSES: tuple[ReferenceStatus, ...] = ("resolved", "missing", "repealed", "unchecked")
REACH = 50


def acts(files: list[Path]) -> Iterator[tuple[str, Act]]:
    """Read and parse the acts of JSONL files, one after the other."""
    for file in files:
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield record["id"], parse(record["text"])


def described(act: Act, reference: Reference) -> str:
    """One reference with the words around it and the unit it was taken for."""
    unit = act.units[reference.unit]
    before = act.text[max(unit.start, reference.start - REACH) : reference.start]
    words = f"{before}«{act.text[reference.start : reference.end]}»{act.text[reference.end :][:REACH]}"
    line = f"[{cite(act, reference.unit, unit.lang)}] {' '.join(words.split())}\n    {reference.status}: "
    if reference.target is None:
        return line + str(reference.steps)
    target = act.units[reference.target]
    first = " ".join(act.text[target.start : target.end].split())[: 2 * REACH]
    return f"{line}{cite(act, reference.target, unit.lang)} | {first}"


def main() -> None:
    """Print the table, then the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--of", default="", help="only acts with this in their id")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    pool: list[tuple[Act, Reference]] = []
    spent = 0.0
    print(f"{'act':44} {'own':>6} {'resolved':>9} {'missing':>8} {'repealed':>9} {'unchecked':>10}")
    for name, act in acts(given.files):
        if given.of not in name:
            continue
        begun = time.perf_counter()
        found = references(act)
        spent += time.perf_counter() - begun
        own = [reference for reference in found if not reference.act]
        pool += [(act, reference) for reference in own]
        if own:
            counts = Counter(reference.status for reference in own)
            row = " ".join(f"{counts[status]:>9}" for status in STATUSES)
            print(f"{name[:44]:44} {len(own):>6} {row}")
    print(f"references: {len(pool)}, seconds: {spent:.2f}")
    for act, reference in random.Random(given.seed).sample(pool, min(given.sample, len(pool))):
        print(described(act, reference))


if __name__ == "__main__":
    main()
