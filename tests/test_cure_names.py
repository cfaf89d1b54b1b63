"""Every cure that a finding lists has a name a person can read, in every language."""

from __future__ import annotations

import re

import pytest

from corruptex import check
from corruptex.conclusion.remarks import remarks
from corruptex.methodology import load
from corruptex.model import MessageLang

METHODOLOGY = load()
FINDER_RULES = sorted(rule.id for rule in METHODOLOGY.rules.values() if rule.finds)
CODE = re.compile(r"[a-z]+_[a-z]|\bE\d\d\b|\bprocedure\b")
LANGS: tuple[MessageLang, ...] = ("ru", "ky")


@pytest.mark.parametrize("name", FINDER_RULES)
def test_cures_of_a_rule_are_named_in_words(name: str) -> None:
    rule = METHODOLOGY.rules[name]
    for example in rule.examples:
        report = check(example.text)
        for lang in LANGS:
            for one in remarks(report, METHODOLOGY, lang):
                assert not [cure for cure in (*one.missing, *one.found) if CODE.search(cure)]
