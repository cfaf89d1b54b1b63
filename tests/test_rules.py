import pytest

from corruptex.detection.proof import REQUIRED, run
from corruptex.messages import say
from corruptex.methodology import load

METHODOLOGY = load()


@pytest.mark.parametrize("name", [*METHODOLOGY.rules, *METHODOLOGY.contexts])
def test_the_examples_prove_it(name):
    failures = run(METHODOLOGY, [name])
    assert not failures, "\n".join(
        f"{f.lang} {say(f.message, 'en', found=f.found)}: {f.text}" for f in failures
    )


@pytest.mark.parametrize("name", METHODOLOGY.rules)
def test_texts_are_written(name):
    rule = METHODOLOGY.rules[name]
    for texts in (rule.title, rule.why, rule.fix):
        assert all(len(texts[lang]) > 10 for lang in ("ru", "ky", "en")), name
    assert rule.fix["ru"] != rule.fix["ky"]


def test_a_rule_without_enough_examples_is_told():
    failures = run(METHODOLOGY, [])
    assert not [f for f in failures if f.kind == "count"]
    assert REQUIRED == 3
