"""The registry of factors: complete, ordered, worded in three languages, mapped to official points."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

RULES = Path(__file__).parents[1] / "rules"
LANGS = ("ru", "ky", "en")
TEXTS = ("name", "definition", "question", "scheme", "fix")

GROUP_WORDS = {
    "D": "discretion",
    "C": "competence",
    "P": "procedure",
    "K": "competition",
    "B": "burden",
    "L": "language",
    "N": "collision",
    "A": "accountability",
    "R": "process",
}
ORDER = [
    f"{letter}{number}"
    for letter, count in {"D": 7, "C": 6, "P": 11, "K": 3, "B": 4, "L": 6, "N": 4, "A": 6, "R": 5}.items()
    for number in range(1, count + 1)
]
POINTS = [f"3{letter}" for letter in "абвгдежзи"] + [f"4{letter}" for letter in "абв"]
AUTOMATED = {"D1", "D2", "D3", "D4", "D5", "C1", "P3", "P4", "K1", "L1"}
CONDITIONAL = {"ru": "может создавать", "ky": "түзүшү мүмкүн", "en": "may create"}


def read(*parts: str) -> Any:
    return yaml.safe_load(RULES.joinpath(*parts).read_text(encoding="utf-8"))


METHODOLOGY = read("methodology.yaml")
MAPPING = read("mappings", "rf_96.yaml")
GROUPS = [group["letter"] for group in METHODOLOGY["groups"]]
FACTORS: list[dict[str, Any]] = [
    factor for letter in GROUPS for factor in read("registry", f"{letter}.yaml")["factors"]
]

each_factor = pytest.mark.parametrize("factor", FACTORS, ids=[factor["code"] for factor in FACTORS])


def assert_three_languages(texts: dict[str, str]) -> None:
    assert tuple(texts) == LANGS
    assert all(text == text.strip() and text for text in texts.values())
    assert len(set(texts.values())) == len(LANGS)


def test_groups_are_named_and_in_order() -> None:
    assert list(GROUP_WORDS) == GROUPS
    assert {path.stem for path in RULES.joinpath("registry").iterdir()} == set(GROUPS)
    for named in (METHODOLOGY, *METHODOLOGY["groups"]):
        assert_three_languages(named["name"])


def test_all_factors_stand_in_order() -> None:
    assert len(ORDER) == 52
    assert [factor["code"] for factor in FACTORS] == ORDER


def test_each_group_keeps_its_own_factors() -> None:
    for letter in GROUPS:
        assert {factor["code"][0] for factor in read("registry", f"{letter}.yaml")["factors"]} == {letter}


def test_codes_ids_and_names_are_unique() -> None:
    keys = [factor["code"] for factor in FACTORS] + [factor["id"] for factor in FACTORS]
    keys += [factor["name"][lang] for factor in FACTORS for lang in LANGS]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


@each_factor
def test_factor_is_classified(factor: dict[str, Any]) -> None:
    group, _, name = factor["id"].partition(".")
    assert group == GROUP_WORDS[factor["code"][0]]
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", name)
    assert factor["level"] in ("norm", "article", "document", "cross")
    assert factor["severity"] in ("low", "medium", "high", "critical")
    assert isinstance(factor["automated"], bool)
    assert set(factor) == {"code", "id", "level", "severity", "attested", "sources", "automated", *TEXTS}


def test_factors_said_to_be_automated_have_rules() -> None:
    automated = {factor["code"] for factor in FACTORS if factor["automated"]}
    with_rules = {
        yaml.safe_load(path.read_text(encoding="utf-8"))["factor"]
        for path in RULES.joinpath("factors").rglob("*.yaml")
    }
    assert automated >= AUTOMATED
    assert automated <= with_rules


@each_factor
def test_factor_is_worded_in_three_languages(factor: dict[str, Any]) -> None:
    for key in TEXTS:
        assert_three_languages(factor[key])
    for lang in LANGS:
        assert len({factor[key][lang] for key in TEXTS}) == len(TEXTS)
        assert factor["question"][lang].endswith("?")
        assert all(factor[key][lang].endswith(".") for key in ("definition", "scheme", "fix"))


@each_factor
def test_letters_fit_the_language(factor: dict[str, Any]) -> None:
    for key in TEXTS:
        assert not re.search("[ңөүҢӨҮ]", factor[key]["ru"])
        assert re.search("[А-Яа-я]", factor[key]["ru"])
        assert not re.search("[A-Za-z]", factor[key]["ru"] + factor[key]["ky"])
        assert not re.search("[А-Яа-яҢңӨөҮү]", factor[key]["en"])
    assert re.search("[ңөү]", " ".join(factor[key]["ky"] for key in TEXTS))


@each_factor
def test_scheme_supposes_and_never_accuses(factor: dict[str, Any]) -> None:
    for lang, words in CONDITIONAL.items():
        assert words in factor["scheme"][lang].lower()


@each_factor
def test_sources_have_a_status(factor: dict[str, Any]) -> None:
    assert factor["sources"]
    assert all(set(source) == {"source", "status"} and source["source"] for source in factor["sources"])
    assert {source["status"] for source in factor["sources"]} <= {"verified", "unverified"}
    assert factor["attested"] in ({"ky": True}, {"ky": False})


def test_official_points_are_twelve_and_titled() -> None:
    assert list(MAPPING["points"]) == POINTS
    for title in (MAPPING["name"], *MAPPING["points"].values()):
        assert_three_languages(title)
    assert MAPPING["status"].strip()


def test_mapping_covers_all_factors_and_all_points() -> None:
    assert list(MAPPING["codes"]) == ORDER
    assert {point for point in MAPPING["codes"].values() if point} == set(POINTS)


@each_factor
def test_first_mapped_point_agrees_with_the_sources(factor: dict[str, Any]) -> None:
    cited = [source["source"] for source in factor["sources"] if source["source"].startswith("RF 96/2010")]
    point = MAPPING["codes"][factor["code"]]
    first = [re.split(r"[ ,]+", source.removeprefix("RF 96/2010, "))[0] for source in cited]
    assert first == ([point] if point else [])
