"""Amendments written for random units of real acts, read and applied: does the very text come out?

For random units of the acts a command is written in the language of the act, with a path as the act cites
it; the amending act is read and applied, and the result is compared with the text edited by hand.

Usage: ``python benchmarks/amendments.py [FOLDER]`` with a folder that holds ``acts_ru.jsonl.xz`` and
``acts_ky.jsonl.xz`` (default ``../shared/data/acts``).
"""

from __future__ import annotations

import json
import lzma
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corruptex.model import Act, Lang, Unit
from corruptex.structure import cite, parse, path
from corruptex.structure.amendments import amendments
from corruptex.structure.consolidation import consolidate

ACTS = Path(__file__).parents[1].parent / "shared" / "data" / "acts"
UNITS_OF_AN_ACT = 6
LONGEST_ACT = 350_000

HEADS: dict[Lang, str] = {
    "ru": "О внесении изменений в акт\n1. Внести в Закон «О деле» следующие изменения:\n1) ",
    "ky": "Мыйзамга өзгөртүүлөрдү киргизүү жөнүндө\n1. Мыйзамга төмөнкүдөй өзгөртүүлөр киргизилсин:\n1) ",
}
NEW: dict[Lang, str] = {"ru": "слова для пробы", "ky": "сыноо үчүн сөздөр"}
CASES = {
    "article": ("статье", "статью", "статьи"),
    "part": ("части", "часть", "части"),
    "point": ("пункте", "пункт", "пункта"),
    "subpoint": ("подпункте", "подпункт", "подпункта"),
    "annex": ("приложении", "приложение", "приложения"),
}
"""Russian words for a unit: where, whom, of which."""

PHRASE = re.compile(r"[а-яёөүң]{4,}(?: [а-яёөүң]{3,}){1,2}")


def acts(folder: Path, lang: Lang) -> Iterator[Act]:
    """Acts that are neither short nor so long that a draft would never amend them at random."""
    with lzma.open(folder / f"acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            if 8_000 <= len(text) <= LONGEST_ACT:
                yield parse(text)


def russian(act: Act, unit: Unit, case: int) -> str | None:
    """Name a unit in Russian, from small to large."""
    words = []
    for place, (kind, number) in enumerate(reversed(path(act, unit.index))):
        if kind not in CASES:
            return None
        shown = f'"{number}"' if kind == "subpoint" and number[:1].isalpha() else number
        words.append(f"{CASES[kind][2 if place else case]} {shown}")
    return " ".join(words)


def commands(act: Act, unit: Unit, lang: Lang, words: str) -> Iterator[tuple[str, str, str]]:
    """Commands for a unit: its kind, its words, the text the act must then have."""
    start, end = unit.start, unit.end
    own, marker = act.text[start:end], act.text[start : unit.body].strip()
    bare = rf"(?<!\w){re.escape(words)}(?!\w)"
    replaced = re.sub(bare, NEW[lang], own, flags=re.IGNORECASE)
    restated = f"{marker} {NEW[lang].capitalize()}.\n"
    repealed = f"{act.text[start : unit.body]}{'(Утратил силу)' if lang == 'ru' else '(Күчүн жоготту)'}\n"
    if lang == "ru":
        where, whom = russian(act, unit, 0), russian(act, unit, 1)
        if where is None:
            return
        yield "replace", f"в {where} слова «{words}» заменить словами «{NEW[lang]}»;", replaced
        yield "restate", f"{whom} изложить в следующей редакции:\n«{restated.strip()}»;", restated
        yield "repeal", f"{whom} признать утратившим силу;", repealed
    else:
        cited = cite(act, unit.index, "ky")
        place = cited if cited[-1] in "иыуү" else f"{cited}у"
        yield (
            "replace",
            f"{place}нда «{words}» деген сөздөр «{NEW[lang]}» деген сөздөргө алмаштырылсын;",
            replaced,
        )
        yield "restate", f"{cited} төмөнкүдөй редакцияда баяндалсын:\n«{restated.strip()}»;", restated
        yield "repeal", f"{cited} күчүн жоготту деп табылсын;", repealed


def samples(act: Act, lang: Lang, chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """Random commands for units without inner units, each with the whole text that must come out."""
    units = [
        unit
        for unit in act.units
        if unit.kind in ("part", "point", "subpoint") and unit.number and unit.lang == lang
        and unit.last == unit.index and path(act, unit.index)[-1][0] == unit.kind
    ]  # fmt: skip
    for unit in chance.sample(units, min(UNITS_OF_AN_ACT, len(units))):
        phrases = PHRASE.findall(act.text[unit.body : unit.end])
        if phrases:
            for kind, command, text in commands(act, unit, lang, chance.choice(phrases)):
                yield kind, command, act.text[: unit.start] + text + act.text[unit.end :]


def main(folder: Path) -> None:
    """Print per language and kind of command how many give exactly the text they must."""
    for lang in ("ru", "ky"):
        language: Lang = "ru" if lang == "ru" else "ky"
        chance = random.Random(20)
        asked: Counter[str] = Counter()
        right: Counter[str] = Counter()
        spent = 0.0
        for act in acts(folder, language):
            for kind, command, wanted in samples(act, language, chance):
                amending = parse(f"{HEADS[language]}{command}\n")
                begun = time.perf_counter()
                done = consolidate(act, amendments(amending), amending)
                spent += time.perf_counter() - begun
                asked[kind] += 1
                right[kind] += done.act.text == wanted
                if done.act.text != wanted and "-v" in sys.argv:
                    print("   ", command[:150], [outcome.reason for outcome in done.outcomes])
        figures = ", ".join(f"{kind} {right[kind]}/{asked[kind]}" for kind in asked)
        print(f"{lang}: {figures}; {1000 * spent / max(sum(asked.values()), 1):.0f} ms each")


if __name__ == "__main__":
    folders = [argument for argument in sys.argv[1:] if argument != "-v"]
    main(Path(folders[0]) if folders else ACTS)
