import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from corruptex.messages import LANGUAGES, CorruptexError, catalogue, say

FOLDER = Path(__file__).parents[1] / "corruptex"


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_every_message_stands_in_three_languages_with_the_same_placeholders(code):
    entry = catalogue()[code]
    assert set(entry) == set(LANGUAGES)
    assert all(entry[lang].strip() for lang in LANGUAGES)
    assert len({frozenset(placeholders(entry[lang])) for lang in LANGUAGES}) == 1


def test_codes_are_unique_over_all_files():
    codes = [
        code
        for path in (FOLDER / "messages").glob("*.yaml")
        for code in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    assert len(codes) == len(set(codes))


def test_every_code_raised_or_noticed_is_in_the_catalogue():
    used = set()
    for path in FOLDER.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        used |= set(re.findall(r"(?:CorruptexError|Notice|say)\(\s*\"([a-z]+_[a-z_]+)\"", text))
    assert used
    assert used <= set(catalogue())


def test_an_error_speaks_the_language_asked():
    error = CorruptexError("profile_unknown", name="x", allowed="y")
    assert "x" in error.say("ky")
    assert error.say("ru") != error.say("en")
    assert str(error) == error.say("en") == say("profile_unknown", "en", name="x", allowed="y")
