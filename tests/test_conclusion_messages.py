"""The words of the conclusion and of the command line."""

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from corruptex.messages import LANGUAGES, catalogue
from corruptex.model import SEVERITIES

PACKAGE = Path(__file__).parents[1] / "corruptex"
FILES = ("cli", "conclusion")
ENTRIES = {
    code: texts
    for name in FILES
    for code, texts in yaml.safe_load(
        (PACKAGE / "messages" / f"{name}.yaml").read_text(encoding="utf-8")
    ).items()
}
SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for folder in FILES for path in sorted((PACKAGE / folder).rglob("*.py"))
)


@pytest.mark.parametrize("code", ENTRIES)
def test_a_message_says_the_same_with_the_same_values_in_every_language(code):
    texts = ENTRIES[code]
    assert sorted(texts) == sorted(LANGUAGES)
    assert all(isinstance(text, str) and text.strip() == text and text for text in texts.values())
    fields = {
        lang: {field for _, field, _, _ in Formatter().parse(text) if field} for lang, text in texts.items()
    }
    assert fields["ru"] == fields["ky"] == fields["en"]


def test_every_code_in_the_sources_is_in_the_catalogue():
    used = set(re.findall(r"[\"']((?:cli|conclusion)_[a-z0-9_]+)[\"']", SOURCES))
    assert len(used) > 100
    assert used <= set(catalogue())


def test_every_message_is_used():
    families = tuple(re.findall(r"f[\"']((?:cli|conclusion)_\w*?)\{", SOURCES))
    used = set(re.findall(r"[\"']((?:cli|conclusion)_[a-z0-9_]+)[\"']", SOURCES))
    assert [code for code in ENTRIES if code not in used and not code.startswith(families)] == []


def test_kyrgyz_messages_are_not_russian():
    for code, texts in ENTRIES.items():
        if len(texts["ky"]) > 25:
            assert texts["ky"] != texts["ru"], code
        assert not re.search(r"щ|\w(ение|ания|ться|ется|ывать)\b", texts["ky"]), code


def test_severities_have_words():
    assert all(f"conclusion_severity_{severity}" in ENTRIES for severity in SEVERITIES)
