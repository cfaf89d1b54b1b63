"""Structure of real acts: the bars of the project."""

import json
import lzma
import time
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from corruptex.model import Act
from corruptex.structure import article_of, parse, unit_at
from tests.shared import SHARED

FILES = (
    "acts/acts_ky.jsonl.xz",
    "acts/acts_ru.jsonl.xz",
    "acts_foreign_ru/acts_ru_foreign.jsonl.xz",
    "court_kg/court_kg.jsonl.xz",
)
HEADINGS = ("book", "section", "chapter", "heading", "signature", "note")


def records(name: str) -> Iterator[dict[str, Any]]:
    with lzma.open(SHARED / "data" / name, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@pytest.fixture(scope="module")
def acts() -> dict[str, Act]:
    texts = {record["id"]: record["text"] for name in FILES for record in records(name)}
    started = time.process_time()
    parsed = {name: parse(text) for name, text in texts.items()}
    seconds = time.process_time() - started
    characters = sum(map(len, texts.values()))
    assert characters / seconds > 1_000_000, f"{characters / seconds:.0f} characters per second"
    return parsed


def articles(act: Act) -> list[str]:
    return [unit.number or "" for unit in act.units if unit.kind == "article"]


def test_no_character_of_a_real_act_is_lost(acts: dict[str, Act]) -> None:
    for name, act in acts.items():
        assert "".join(act.text[unit.start : unit.end] for unit in act.units) == act.text, name


def test_labour_code_has_the_same_articles_in_both_languages(acts: dict[str, Act]) -> None:
    kyrgyz = set(articles(acts["kg-ky-labour_code_2004"]))
    russian = set(articles(acts["kg-ru-labour_code_2004-txt2024"]))
    assert len(kyrgyz & russian) / len(kyrgyz | russian) >= 0.97


def test_articles_of_codes_grow_without_breaks(acts: dict[str, Act]) -> None:
    for name, act in acts.items():
        if act.kind != "code" or not name.startswith("kg-"):
            continue
        numbers = [tuple(map(int, number.split("-"))) for number in articles(act)]
        breaks = sum(later <= earlier for earlier, later in pairwise(numbers))
        assert breaks <= 1, name
        assert max(number[0] for number in numbers) < 1300, name


@pytest.mark.parametrize("name", ["gold/dev_ru.jsonl.xz", "gold/dev_ky.jsonl.xz"])
def test_articles_agree_with_the_annotated_paragraphs(name: str) -> None:
    agreed = total = 0
    for record in records(name):
        act = parse(record["text"])
        for start, _, article in record["units"]:
            unit = unit_at(act, start)
            if unit.kind in HEADINGS:
                continue
            found = article_of(act, unit.index)
            total += 1
            agreed += (found.number if found else None) == (str(article) if article is not None else None)
    assert agreed / total >= 0.99


def test_languages_of_monolingual_acts(acts: dict[str, Act]) -> None:
    for name in ("kg-ky-labour_code_2004", "kg-ky-constitution-2010", "kg-ru-water_code-txt2024"):
        act = acts[name]
        same = sum(unit.lang == act.lang for unit in act.units)
        assert act.lang == name[3:5]
        assert same / len(act.units) > 0.995
