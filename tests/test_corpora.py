"""The corpus of minimal pairs: well-formed, complete over the factors, parallel in both languages."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "corpora"
LANGS = ("ru", "ky")
FACTORS: list[str] = [
    factor["code"]
    for path in sorted((ROOT / "rules" / "registry").glob("*.yaml"))
    for factor in yaml.safe_load(path.read_text(encoding="utf-8"))["factors"]
]
GROUPS = sorted({code[0] for code in FACTORS})
REQUIRED = {"id", "lang", "code", "also", "field", "flawed", "repaired", "note"}
# What cannot stand in a text of the other language. L6 holds both languages in one text.
KYRGYZ_LETTERS = re.compile("[өүңӨҮҢ]")
RUSSIAN_WORDS = re.compile(r"\b(?:в|и|на|по|не|с|к|о|из|для|от|или|при)\b(?!\))", re.IGNORECASE)

Pair = dict[str, Any]


def read(group: str, lang: str) -> list[Pair]:
    text = (CORPORA / f"pairs_{group}_{lang}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


FILES = {(group, lang): read(group, lang) for group in GROUPS for lang in LANGS}
PAIRS: list[Pair] = [pair for pairs in FILES.values() for pair in pairs]
BY_ID = {pair["id"]: pair for pair in PAIRS}

each_file = pytest.mark.parametrize(("group", "lang"), list(FILES), ids=["-".join(key) for key in FILES])


def readme_examples() -> list[dict[str, Any]]:
    text = (CORPORA / "README.md").read_text(encoding="utf-8")
    return [json.loads(block) for block in re.findall(r"```json\n(.+?)\n```", text, re.DOTALL)]


def mistakes_of_form(pair: Pair) -> list[str]:
    """Everything that is wrong with one pair taken alone, in words."""
    flawed, repaired = pair["flawed"], pair["repaired"]
    quote = re.search("«(.+?)»", flawed, re.DOTALL)
    checks = {
        "unknown or missing field": pair.keys() - {"attested"} != REQUIRED,
        "attested is said only of Kyrgyz, and only when false": "attested" in pair
        and (pair["lang"] != "ky" or pair["attested"] is not False),
        "id does not name code and language": not re.fullmatch(
            rf"{pair['code']}-{pair['lang']}-\d\d", pair["id"]
        ),
        "unknown factor": not {pair["code"], *pair["also"]} <= set(FACTORS),
        "a code stands twice": len({pair["code"], *pair["also"]}) != 1 + len(pair["also"]),
        "field or note is empty": not (pair["field"].strip() and pair["note"].strip()),
        "flawed does not have exactly one marked span": quote is None
        or (flawed.count("«"), flawed.count("»")) != (1, 1),
        "the marked span has blanks at its ends": quote is not None and quote[1] != quote[1].strip(),
        "repaired has a marked span": bool(re.search("[«»]", repaired)),
        "nothing was repaired": re.sub("[«»]", "", flawed) == repaired,
        "blanks at the ends or doubled": any(
            text != text.strip() or "  " in text for text in (flawed, repaired)
        ),
        "inner quotation marks do not close": any(
            text.count("„") != text.count("“") for text in (flawed, repaired)
        ),
    }
    return [what for what, wrong in checks.items() if wrong]


@each_file
def test_pairs_are_well_formed(group: str, lang: str) -> None:
    pairs = FILES[group, lang]
    assert {pair["lang"] for pair in pairs} == {lang}
    assert {pair["code"][0] for pair in pairs} == {group}
    assert {pair["id"]: wrong for pair in pairs if (wrong := mistakes_of_form(pair))} == {}


@each_file
def test_ids_run_without_gaps_in_each_factor(group: str, lang: str) -> None:
    numbers: dict[str, list[str]] = {}
    for pair in FILES[group, lang]:
        numbers.setdefault(pair["code"], []).append(pair["id"])
    for code, ids in numbers.items():
        assert ids == [f"{code}-{lang}-{number:02}" for number in range(1, len(ids) + 1)]


@pytest.mark.parametrize("lang", LANGS)
def test_there_are_at_least_three_hundred_pairs(lang: str) -> None:
    assert sum(pair["lang"] == lang for pair in PAIRS) >= 300


@pytest.mark.parametrize("lang", LANGS)
def test_every_factor_has_at_least_three_pairs(lang: str) -> None:
    counts = Counter(pair["code"] for pair in PAIRS if pair["lang"] == lang)
    assert len(FACTORS) == 52
    assert {code: counts[code] for code in FACTORS if counts[code] < 3} == {}


def test_russian_and_kyrgyz_pairs_are_parallel() -> None:
    def other(pair: Pair) -> str:
        return pair["id"].replace(f"-{pair['lang']}-", "-ky-" if pair["lang"] == "ru" else "-ru-")

    shared = ("code", "also", "field", "note")
    assert [pair["id"] for pair in PAIRS if other(pair) not in BY_ID] == []
    assert [pair["id"] for pair in PAIRS if any(pair[key] != BY_ID[other(pair)][key] for key in shared)] == []


def test_ids_and_texts_are_unique() -> None:
    texts = Counter(
        " ".join(re.sub("[«»]", "", pair[side]).lower().split())
        for pair in PAIRS
        for side in ("flawed", "repaired")
    )
    assert len(BY_ID) == len(PAIRS)
    assert [text for text, count in texts.items() if count > 1] == []


def test_each_text_is_in_its_language() -> None:
    of_the_other = {"ru": KYRGYZ_LETTERS, "ky": RUSSIAN_WORDS}
    plain = [(pair, pair[side]) for pair in PAIRS if pair["code"] != "L6" for side in ("flawed", "repaired")]
    assert [pair["id"] for pair, text in plain if of_the_other[pair["lang"]].search(text)] == []


def test_no_letter_of_another_alphabet_stands_in_a_word() -> None:
    mixed = re.compile(r"[A-Za-z][А-Яа-яЁёӨөҮүҢң]|[А-Яа-яЁёӨөҮүҢң][A-Za-z]")
    assert [p["id"] for p in PAIRS if mixed.search(p["flawed"]) or mixed.search(p["repaired"])] == []


def test_bilingual_divergence_shows_both_languages() -> None:
    for pair in (pair for pair in PAIRS if pair["code"] == "L6"):
        for side in ("flawed", "repaired"):
            opened = {line.removeprefix("«")[:3] for line in pair[side].splitlines()}
            assert opened == {"ru:", "ky:"}, pair["id"]


@pytest.mark.parametrize(
    ("change", "mistake"),
    [
        ({"flawed": "Орган рассматривает заявление."}, "exactly one marked span"),
        ({"flawed": "«Орган» рассматривает «заявление»."}, "exactly one marked span"),
        ({"repaired": "Орган «рассматривает» заявление."}, "repaired has a marked span"),
        ({"code": "X9"}, "unknown factor"),
        ({"also": ["P3"]}, "a code stands twice"),
        ({"attested": False}, "attested"),
        ({"id": "P3-1"}, "id does not name"),
    ],
)
def test_a_broken_pair_is_noticed(change: dict[str, Any], mistake: str) -> None:
    sound = BY_ID["P3-ru-01"]
    assert mistakes_of_form(sound) == []
    assert any(mistake in wrong for wrong in mistakes_of_form({**sound, **change}))


def test_examples_of_the_guide_follow_the_guide() -> None:
    pair, act = readme_examples()
    assert pair == BY_ID[pair["id"]]
    assert act["labels"]
    for start, end, _ in act["units"]:
        assert act["text"][start:end] in act["text"].splitlines()
    for label in act["labels"]:
        start, end, _ = act["units"][label["unit"]]
        assert label["quote"] in act["text"][start:end]
        assert {label["code"], *label["also"]} <= set(FACTORS)
        assert label["verdict"] in {"finding", "possible"}
