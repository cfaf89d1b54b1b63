"""The whole river through the command line, on the examples of the repository."""

import json
from pathlib import Path

import jsonschema
import pytest
from docx import Document

from corruptex.cli import main
from corruptex.conclusion.json import schema
from corruptex.reading import read

EXAMPLES = Path(__file__).parents[1] / "examples"
PERMITS = {lang: EXAMPLES / f"permit_regulation_{lang}.docx" for lang in ("ru", "ky")}


@pytest.mark.parametrize("lang", ["ru", "ky"])
def test_a_word_file_gives_a_valid_report_with_exact_quotes(lang, capsys):
    assert main(["check", str(PERMITS[lang]), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    jsonschema.validate(report, schema())
    text = read(PERMITS[lang]).text
    assert report["act"]["languages"][0] == lang
    assert report["findings"]
    for finding in report["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["quote"]
        assert finding["unit"]["path"]


def test_both_texts_of_a_draft_make_one_conclusion(tmp_path):
    target = tmp_path / "conclusion.docx"
    assert main(["conclusion", *map(str, PERMITS.values()), "-o", str(target), "--lang", "ky"]) == 1
    words = "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
    assert "КОРУТУНДУ" in words
    for path in PERMITS.values():
        assert f"Файл: {path.name}" in words


def test_every_factor_of_the_methodology_can_be_explained(capsys):
    from corruptex.methodology import load

    for code in load().factors:
        assert main(["explain", code, "--lang", "ky"]) == 0
        assert capsys.readouterr().out.startswith(f"{code}  ")
