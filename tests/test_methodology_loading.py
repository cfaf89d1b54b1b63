import shutil

import pytest

from corruptex.messages import CorruptexError
from corruptex.methodology import load, rules_folder

RULE = """\
id: refusal-at-will
factor: D4
title: {ru: отказ, ky: баш тартуу, en: refusal}
match:
  ru: ["орган отказать"]
why: {ru: а, ky: б, en: c}
fix: {ru: а, ky: б, en: c}
"""


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped rules with one more rule to spoil."""
    copy = tmp_path / "rules"
    shutil.copytree(rules_folder(), copy)
    return copy


def spoil(folder, text, name="refusal-at-will"):
    (folder / "factors" / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CorruptexError) as caught:
        load(folder)
    message = caught.value.say("en")
    assert f"{name}.yaml" in message
    assert "\n" not in message
    return message


def test_the_shipped_methodology_loads_and_knows_all_factors():
    methodology = load()
    assert len(methodology.factors) == 52
    assert methodology.official_point("D2") == "3б"
    assert methodology.official_point("A1") is None
    assert {rule.factor for rule in methodology.rules.values()} >= set(
        "D1 D2 D3 D4 D5 C1 P3 P4 K1 L1".split()
    )


def test_every_rule_covers_both_languages():
    for rule in load().rules.values():
        assert set(rule.langs) == {"ru", "ky"}, rule.id


def test_the_digest_changes_with_any_rule(folder):
    before = load(folder).digest
    (folder / "factors" / "refusal-at-will.yaml").write_text(RULE, encoding="utf-8")
    load.cache_clear()
    assert load(folder).digest != before


def test_a_missing_key_is_named(folder):
    assert "“why” is missing" in spoil(folder, RULE.replace("why: {ru: а, ky: б, en: c}\n", ""))


def test_an_unknown_key_is_named_with_its_line(folder):
    message = spoil(folder, RULE + "colour: red\n")
    assert "line 8" in message
    assert "“colour”" in message


def test_a_wrong_pattern_is_named_with_its_line_and_cure(folder):
    message = spoil(folder, RULE.replace("орган отказать", "(орган отказать"))
    assert "line 5" in message
    assert "is missing" in message
    assert "docs/notation.md" in message


def test_an_unknown_factor_context_or_region_is_refused_with_what_is_allowed(folder):
    assert "Allowed: D1" in spoil(folder, RULE.replace("D4", "D44"))
    assert "prohibition" in spoil(folder, RULE + "unless: [prohibitoin]\n")
    assert "article" in spoil(folder, RULE + "unless: [prohibition@artikel]\n")


def test_a_text_without_all_languages_is_refused(folder):
    assert "three languages" in spoil(folder, RULE.replace(", ky: баш тартуу", ""))


def test_broken_yaml_is_refused_with_its_line(folder):
    assert "not YAML" in spoil(folder, RULE + "unless: [prohibition\n")


def test_an_id_must_be_the_file_name_and_unique(folder):
    assert "must equal the file name" in spoil(folder, RULE, name="other")
    (folder / "factors" / "other.yaml").unlink()
    (folder / "factors" / "a").mkdir()
    (folder / "factors" / "a" / "refusal-at-will.yaml").write_text(RULE, encoding="utf-8")
    assert "taken" in spoil(folder, RULE)


def test_a_missing_folder_is_one_clear_line(tmp_path):
    with pytest.raises(CorruptexError, match="cannot be read"):
        load(tmp_path)
