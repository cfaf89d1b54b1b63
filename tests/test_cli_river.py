"""The whole river through the command line, on the examples of the repository."""

import json
from pathlib import Path

import jsonschema
import pytest
from docx import Document

from corruptex.cli import main
from corruptex.conclusion.json import schema
from corruptex.messages import say
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


@pytest.mark.parametrize("lang", ["ru", "ky", "en"])
def test_a_text_without_norms_has_no_class_of_risk_and_fails(tmp_path, capsys, lang):
    (tmp_path / "hello.txt").write_text("сары ат\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "hello.txt"), "--lang", lang]) == 2
    shown = capsys.readouterr()
    assert say("cli_no_norms", lang, name=str(tmp_path / "hello.txt")) in shown.err
    assert say("conclusion_risk", lang, name="").split(":")[0] not in shown.out
    for form in ("md", "html"):
        main(["check", str(tmp_path / "hello.txt"), "--lang", lang, "--format", form])
        assert say("conclusion_risk_0", lang) not in capsys.readouterr().out


def test_json_lines_are_sent_to_the_register(tmp_path, capsys):
    (tmp_path / "acts.jsonl").write_text('{"text": "Статья 1. Двор"}\n', encoding="utf-8")
    assert main(["check", str(tmp_path / "acts.jsonl"), "--lang", "ru"]) == 2
    assert "register build" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "form"), [("x.pdf", "docx"), ("x.docx", "text"), ("x.pdf", "html")])
def test_one_format_is_not_written_under_the_name_of_another(tmp_path, capsys, name, form):
    (tmp_path / "act.txt").write_text("Статья 1. Двор\n1. Двор метут.\n", encoding="utf-8")
    words = ["check", str(tmp_path / "act.txt"), "-o", str(tmp_path / name), "--format", form, "--lang", "ru"]
    assert main(words) == 2
    assert name in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_a_paper_that_is_none_is_told_even_quietly(tmp_path, capsys):
    (tmp_path / "act.txt").write_text("Статья 1. Двор\n1. Двор метут.\n", encoding="utf-8")
    (tmp_path / "other.txt").write_text("Статья 1. Сад\n1. Сад растёт.\n", encoding="utf-8")
    main(["check", str(tmp_path / "act.txt"), "--papers", str(tmp_path / "other.txt"), "-q", "--lang", "ru"])
    assert "other.txt" in capsys.readouterr().err


def test_the_papers_stand_among_the_documents_studied(tmp_path):
    (tmp_path / "act.txt").write_text("Статья 1. Двор\n1. Двор метут.\n", encoding="utf-8")
    (tmp_path / "note.txt").write_text("СПРАВКА-ОБОСНОВАНИЕ\n1. Цели\nЧистый двор.\n", encoding="utf-8")
    out = tmp_path / "c.docx"
    main(["conclusion", str(tmp_path / "act.txt"), "--papers", str(tmp_path / "note.txt"), "-o", str(out)])
    cells = [cell.text for table in Document(str(out)).tables for row in table.rows for cell in row.cells]
    assert "справка-обоснование (note.txt)" in cells


def test_a_file_without_annotations_is_named_as_such(tmp_path, capsys):
    (tmp_path / "act.txt").write_text("Статья 1. Двор\n", encoding="utf-8")
    assert main(["evaluate", str(tmp_path / "act.txt"), "--lang", "ru"]) == 2
    assert "не файл разметки" in capsys.readouterr().err
