"""The output shown in the READMEs is what the program says."""

from pathlib import Path

import pytest

from corruptex.cli import main

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("readme", "lang", "act"),
    [
        ("README.md", "en", "permit_regulation_ru.docx"),
        ("README.ru.md", "ru", "permit_regulation_ru.docx"),
        ("README.ky.md", "ky", "permit_regulation_ky.docx"),
    ],
)
def test_the_shown_output_is_the_real_one(readme, lang, act, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["check", str(ROOT / "examples" / act), "--lang", lang]) == 1
    said = capsys.readouterr().out.splitlines()
    blocks = (ROOT / readme).read_text(encoding="utf-8").split("```")
    block = next(block for block in blocks if "[…]" in block)
    shown = [line for line in block.splitlines() if line.strip() and line != "[…]"]
    assert len(shown) > 15
    assert [line for line in shown if line not in said] == []
