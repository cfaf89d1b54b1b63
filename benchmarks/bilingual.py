"""How well the two language versions of an act are compared, measured on the Labour Code of 2004.

Usage: ``python benchmarks/bilingual.py ACTS [--sample 40] [--seed 4]``, ACTS being the folder with
``acts_ky.jsonl.xz`` and ``acts_ru.jsonl.xz``. It prints

1. how many articles are aligned with the article of the same number,
2. a random sample of the reports, to be read by a person,
3. how many of the changes planted at random in units without report are found, by kind of change,
4. the same for the planted example of ``examples/languages``,
5. the time.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
import time
from collections import Counter
from pathlib import Path

import yaml

from corruptex.bilingual import Comparison, compare
from corruptex.model import Act, Lang
from corruptex.reading import from_text, read
from corruptex.structure import cite, parse

CODES: dict[Lang, str] = {"ky": "kg-ky-labour_code_2004", "ru": "kg-ru-labour_code_2004-txt2024"}
EXAMPLE = Path(__file__).parents[1] / "examples" / "languages"
EACH = 15
"""Changes planted of each kind."""

CHANGES: dict[str, tuple[Lang, str, str, str]] = {
    "number": ("ru", r"\b(\d+)(?= (?:дней|календарных|рабочих|часов|процентов|месяц|лет))", "+7", "number"),
    "number, ky": ("ky", r"\b(\d+)(?= (?:күн|жума|саат|ай|календар|пайыз|жыл|жаш))", "+7", "number"),
    "duty to right": ("ru", r"\bобязан(?:ы|а|о)?\b", "вправе", "modality"),
    "duty to right, ky": ("ky", r"(?<=[уүоө]{2}г[аеоө] )милдеттүү\b", "укуктуу", "modality"),
    "right to duty, ky": ("ky", r"(?<=[уүоө]{2}г[аеоө] )укуктуу\b", "милдеттүү", "modality"),
    "ban lifted": ("ru", r"\bзапрещается\b", "разрешается", "modality"),
    "ban lifted, ky": ("ky", r"\bтыюу салынат\b", "жол берилет", "modality"),
    "may to may not, ky": ("ky", r"\bмүмкүн\b(?! (?:эмес|бол))(?=[.;])", "мүмкүн эмес", "modality"),
    "only lost, ky": ("ky", r" гана\b", "", "only"),
    "only lost": ("ru", r"\bтолько ", "", "only"),
    "calendar to working days": ("ru", r"\bкалендарн(ых|ого) д", "рабоч@ д", "unit"),
    "reference": ("ru", r"(?<=стать[еи] )(\d+)\b", "+7", "reference"),
    "reference, ky": ("ky", r"\b(\d+)(?=-статья(?:с|г|д|н))", "+7", "reference"),
    "condition reversed, ky": ("ky", r"\bкарабастан\b", "жараша", "condition"),
    "body": ("ru", r"\bПравительством\b", "министерством", "body"),
}
"""Name -> version, words, what takes their place („+7“: the number grows), kind to be reported."""


def texts(acts: Path) -> dict[Lang, str]:
    """Texts of both versions of the code."""
    found: dict[Lang, str] = {}
    for lang, wanted in CODES.items():
        with lzma.open(acts / f"acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as lines:
            found[lang] = next(act["text"] for act in map(json.loads, lines) if act["id"] == wanted)
    return found


def alignment(comparison: Comparison) -> str:
    """How many articles of the shorter version have the article of the same number as counterpart."""
    ky, ru = comparison.ky, comparison.ru
    total = sum(unit.kind == "article" for unit in ky.units)
    right = sum(
        ru.units[pair.ru[0]].kind == "article" and ru.units[pair.ru[0]].number == ky.units[pair.ky[0]].number
        for pair in comparison.alignment.pairs
    )
    return f"articles aligned with their number: {right} of {total} ({right / total:.1%})"


def sample(comparison: Comparison, size: int, seed: int) -> None:
    """Print random reports with the norms they stand in."""
    chosen = random.Random(seed).sample(comparison.divergences, min(size, len(comparison.divergences)))
    for item in sorted(chosen, key=lambda item: int(item.id[1:])):
        said = {lang: words["en"] for lang, words in item.said.items()}
        print(f"\n{item.id} {item.kind} {'stated' if item.sure else 'asked'} {said}")
        for act, side in ((comparison.ru, item.ru), (comparison.ky, item.ky)):
            if side.unit is not None:
                unit = act.units[side.unit]
                words = " ".join(act.text[unit.start : unit.end].split())
                print(f"   {cite(act, unit.index, act.lang)} [[{side.quote[:60]}]] {words[:500]}")


def planted(comparison: Comparison, seed: int) -> None:
    """Plant changes in units without report, one in a unit, and count those that are found."""
    chance = random.Random(seed)
    versions: dict[Lang, Act] = {"ky": comparison.ky, "ru": comparison.ru}
    reported = {("ky", item.ky.unit) for item in comparison.divergences}
    reported |= {("ru", item.ru.unit) for item in comparison.divergences}
    partner = {("ru", pair.ru[0]): ("ky", pair.ky[0]) for pair in comparison.alignment.pairs}
    partner |= {("ky", pair.ky[0]): ("ru", pair.ru[0]) for pair in comparison.alignment.pairs}
    edits: dict[Lang, list[tuple[int, int, str, int, str]]] = {"ky": [], "ru": []}
    used = set(reported)
    for name, (lang, pattern, new, _) in CHANGES.items():
        act = versions[lang]
        places = [
            (unit.index, match)
            for unit in act.units
            if (lang, unit.index) in partner and unit.kind != "note"
            for match in list(re.finditer(pattern, act.text[unit.body : unit.end]))[:1]
        ]
        chance.shuffle(places)
        count = 0
        for index, match in places:
            pair = {(lang, index), partner[lang, index]}
            if count == EACH or pair & used:
                continue
            used |= pair
            count += 1
            start = act.units[index].body + match.start()
            words = (
                str(int(match[1]) + 7) if new == "+7" else new.replace("@", match[1] if "@" in new else "")
            )
            edits[lang].append((start, act.units[index].body + match.end(), words, index, name))
    changed = {lang: parse(from_text(_edited(versions[lang].text, edits[lang]))) for lang in versions}
    after = compare(changed["ky"], changed["ru"])
    _count(after, edits)


def _edited(text: str, edits: list[tuple[int, int, str, int, str]]) -> str:
    for start, end, words, *_ in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _count(after: Comparison, edits: dict[Lang, list[tuple[int, int, str, int, str]]]) -> None:
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    reported = {("ky", item.ky.unit, item.kind) for item in after.divergences}
    reported |= {("ru", item.ru.unit, item.kind) for item in after.divergences}
    for lang, changes in edits.items():
        for *_, index, name in changes:
            total[name] += 1
            found[name] += (lang, index, CHANGES[name][3]) in reported
    print("\nplanted at random in the code, found as the right kind in the right unit:")
    for name in CHANGES:
        print(f"   {name:28} {found[name]:3} of {total[name]}")
    print(f"   {'all':28} {found.total():3} of {total.total()} ({found.total() / total.total():.1%})")


def example() -> None:
    """Count what was planted in the example, what was found, what else was reported."""
    ky, ru = (parse(read(EXAMPLE / f"fishing_law_{lang}.txt")) for lang in ("ky", "ru"))
    comparison = compare(ky, ru)
    expected = yaml.safe_load((EXAMPLE / "expected.yaml").read_text(encoding="utf-8"))["planted"]
    wanted = {(item["kind"], item["in"], item["unit"]) for item in expected}
    told = [
        {
            (item.kind, act.lang, cite(act, side.unit, act.lang))
            for act, side in ((ky, item.ky), (ru, item.ru))
            if side.unit is not None
        }
        for item in comparison.divergences
    ]
    hit = sum(any(want in keys for keys in told) for want in wanted)
    extra = sum(not keys & wanted for keys in told)
    print(f"\nexample: {hit} of {len(wanted)} planted divergences found, {extra} other reports", end=", ")
    print(f"{len(comparison.alignment.pairs)} pairs of units")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("acts", type=Path)
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--seed", type=int, default=4)
    asked = parser.parse_args()
    code = texts(asked.acts)
    begun = time.perf_counter()
    ky, ru = (parse(from_text(code[lang])) for lang in ("ky", "ru"))
    comparison = compare(ky, ru)
    spent = time.perf_counter() - begun
    print(alignment(comparison))
    print(
        f"reports: {len(comparison.divergences)}", dict(Counter(item.kind for item in comparison.divergences))
    )
    sample(comparison, asked.sample, asked.seed)
    planted(comparison, asked.seed)
    example()
    print(f"\ntwo codes parsed and compared in {spent:.1f} s")


if __name__ == "__main__":
    main()
