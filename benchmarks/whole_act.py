"""What the act as a whole costs beside rules and context, on the same acts in the same run.

    python benchmarks/whole_act.py [FOLDER] [--finders]

For every act of ``acts_ru.jsonl.xz`` and ``acts_ky.jsonl.xz`` in FOLDER (default: the shared acts) prints
the seconds of one core spent on rules and context (tokens and roles included) and on the whole act (every
finder, references, delegations, procedures), and their ratio; ``--finders`` splits the latter. A thing that
finders share is counted for the first that asks for it.
"""

from __future__ import annotations

import argparse
import gc
import json
import lzma
import time
from collections import defaultdict
from pathlib import Path

from corruptex.detection.engine import Reading, engine
from corruptex.detection.profiles import profile_of
from corruptex.detection.whole import FINDERS, WholeAct
from corruptex.methodology import load
from corruptex.structure import parse

ACTS = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "acts"


def main() -> None:
    """Measure and print."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    parser.add_argument("folder", nargs="?", type=Path, default=ACTS)
    parser.add_argument("--finders", action="store_true")
    wanted = parser.parse_args()
    methodology = load()
    compiled = engine(methodology)
    for lang in ("ru", "ky"):
        with lzma.open(wanted.folder / f"acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
        spent: defaultdict[str, float] = defaultdict(float)
        for text in texts:
            act = parse(text)
            profile = profile_of(act, methodology.profiles)
            gc.collect()
            gc.disable()
            start = time.process_time()
            reading = Reading(compiled, act, profile)
            for rule, rule_lang, pattern in compiled._rules:
                if profile.hears(rule):
                    for match in reading.search.matches(pattern):
                        reading.judge(rule, rule_lang, match)
            spent["rules and context"] += time.process_time() - start
            whole = WholeAct(reading, compiled)
            for name, finder in FINDERS.items():
                start = time.process_time()
                list(finder(whole))
                spent[name] += time.process_time() - start
            start = time.process_time()
            _ = whole.references, whole.delegations, whole.procedures
            spent["report"] += time.process_time() - start
            gc.enable()
        rules = spent.pop("rules and context")
        whole_cost = sum(spent.values())
        words = sum(len(text.split()) for text in texts)
        print(
            f"{lang}: {words} words, rules and context {rules:.2f} s, whole act {whole_cost:.2f} s,"
            f" ratio {whole_cost / rules:.2f}"
        )
        if wanted.finders:
            for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
                print(f"    {name:16} {seconds:.2f} s")


if __name__ == "__main__":
    main()
