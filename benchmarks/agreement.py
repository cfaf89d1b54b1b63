"""Whether the findings on the Labour Code of 2004 agree between its two languages.

    python benchmarks/agreement.py [--differences]

A finding is reduced to the number of its article and the group of its factor. Of the articles whose text
is the same in both editions (the aligned ones beside the checkout) the findings of one language should
be those of the other. Prints F1 on the aligned articles and on all articles.
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
from pathlib import Path

from corruptex import check
from corruptex.structure import article_of

DATA = Path(__file__).parents[2] / "shared" / "data"
EDITIONS = {"ru": "kg-ru-labour_code_2004-txt2024", "ky": "kg-ky-labour_code_2004"}

Places = dict[tuple[str, str], str]
"""Article and group of factors -> rule and norm of one finding there."""


def findings(lang: str) -> Places:
    """Where the Code has findings in one language."""
    with lzma.open(DATA / "acts" / f"acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as stream:
        text = next(act["text"] for act in map(json.loads, stream) if act["id"] == EDITIONS[lang])
    report = check(text)
    places: Places = {}
    for finding in report.findings:
        article = article_of(report.act, finding.unit)
        if article is not None:
            unit = report.act.units[finding.unit]
            norm = " ".join(report.act.text[unit.start : unit.end].split())[:160]
            places.setdefault((article.number or "", finding.code[0]), f"{finding.rule}: {norm}")
    return places


def aligned() -> set[str]:
    """Numbers of the articles with the same text in both editions."""
    with lzma.open(DATA / "parallel_ru_ky" / "labour_code_2004.tsv.xz", "rt", encoding="utf-8") as stream:
        return {row["article"] for row in csv.DictReader(stream, delimiter="\t")}


def agreement(one: Places, other: Places, articles: set[str] | None) -> str:
    """F1 of one language against the other, with the numbers behind it."""
    left, right = ({p for p in places if articles is None or p[0] in articles} for places in (one, other))
    both = len(left & right)
    return (
        f"F1 {2 * both / max(1, len(left) + len(right)):.3f} (ru {len(left)}, ky {len(right)}, both {both})"
    )


def main() -> None:
    """Compare the two editions."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    parser.add_argument("--differences", action="store_true", help="list what only one language has")
    asked = parser.parse_args()
    russian, kyrgyz = findings("ru"), findings("ky")
    print("articles with the same text:", agreement(russian, kyrgyz, aligned()))
    print("all articles:", agreement(russian, kyrgyz, None))
    if asked.differences:
        for lang, own, other in (("ru", russian, kyrgyz), ("ky", kyrgyz, russian)):
            for place in sorted(own.keys() - other.keys()):
                print(f"only {lang}\t{place[0]}\t{place[1]}\t{own[place]}")


if __name__ == "__main__":
    main()
