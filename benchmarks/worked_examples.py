"""What comes out of the methodology's worked examples: real norms with the factors expected of them.

    python benchmarks/worked_examples.py [FOLDER]

``FOLDER`` holds ``acts_ru.jsonl.xz`` and ``acts_ky.jsonl.xz`` (default: the shared acts). The rows stand in
``worked_examples.yaml``; the last line gives the share of rows that came out as written.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from corruptex import check
from corruptex.model import Report
from corruptex.structure import path

HERE = Path(__file__).resolve().parent
ACTS = HERE.parent.parent / "shared" / "data" / "acts"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row and what came out of it.

    Attributes:
        row: The row as written.
        missing: Expected factors that were not named.
        alarms: Factors that had to stay silent and were reported.
        found: All root factors reported in the unit, with their secondary ones.
    """

    row: Mapping[str, Any]
    missing: tuple[str, ...]
    alarms: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the row came out as written."""
        return not self.missing and not self.alarms


def outcomes(folder: Path = ACTS) -> Iterator[Outcome]:
    """Check the acts of the rows and compare."""
    rows = yaml.safe_load((HERE / "worked_examples.yaml").read_text(encoding="utf-8"))["rows"]
    texts = _texts(folder, {row["act"] for row in rows})
    reports = {name: check(text) for name, text in texts.items()}
    for row in rows:
        yield _outcome(row, reports[row["act"]])


def _texts(folder: Path, wanted: set[str]) -> dict[str, str]:
    found = {}
    for name in ("acts_ru.jsonl.xz", "acts_ky.jsonl.xz"):
        with lzma.open(folder / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                act = json.loads(line)
                if act["id"] in wanted:
                    found[act["id"]] = act["text"]
    return found


def _outcome(row: Mapping[str, Any], report: Report) -> Outcome:
    articles = set(row.get("articles") or [row["article"]])
    parts = set(row.get("parts") or ())
    roots, named = [], set()
    for finding in report.findings:
        steps = path(report.act, finding.unit)
        if not any(kind == "article" and number in articles for kind, number in steps):
            continue
        if parts and not any(kind in ("part", "point") and number in parts for kind, number in steps[1:2]):
            continue
        roots.append(finding.code)
        named |= {finding.code, *finding.also}
    missing = tuple(one for one in row["expected"] if not named.intersection(one.split("|")))
    silent = set(row["silent"])
    alarms = tuple(sorted({code for code in roots if code in silent or "any" in silent}))
    return Outcome(row, missing, alarms, tuple(sorted(named)))


def main() -> None:
    """Print the table of outcomes."""
    found = list(outcomes(Path(sys.argv[1]) if len(sys.argv) > 1 else ACTS))
    for one in found:
        row = one.row
        place = ", ".join(row.get("articles") or [row["article"]])
        if row.get("parts"):
            place += f" ({', '.join(row['parts'])})"
        verdict = "as written" if one.right else f"missing {one.missing} alarms {one.alarms}"
        print(
            f"{row['act']:34} {place:24} {row.get('concerns', ''):10} {verdict}; named {' '.join(one.found)}"
        )
    of_kind = [one for one in found if one.row.get("concerns")]
    print(f"all rows: {sum(one.right for one in found)} of {len(found)}")
    print(f"absence, references, cures: {sum(one.right for one in of_kind)} of {len(of_kind)}")


if __name__ == "__main__":
    main()
