"""The command line: what it prints, where it writes, how it exits."""

import io
import json
import sys
from pathlib import Path

import pytest
from docx import Document

from corruptex import __version__
from corruptex.cli import main
from corruptex.conclusion.json import schema
from corruptex.messages import CorruptexError
from corruptex.model import Source
from tests import reports


@pytest.fixture(autouse=True)
def river(monkeypatch):
    """Put a small methodology and hand-made reports in place of the whole river."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    calls = []

    def check(given, **options):
        calls.append((given, options))
        if isinstance(given, Source):
            return reports.report("ru")
        if not given.exists():
            raise CorruptexError("reading.not_found", name=given.name)
        text = given.read_text(encoding="utf-8")
        if text == "broken":
            raise CorruptexError("rule_file_not_mapping", file="x", line=1)
        if text == "crash":
            raise ZeroDivisionError("division\nby zero")
        return reports.report("ky" if "ү" in text else "ru", 0 if text == "clean" else 3)

    monkeypatch.setattr("corruptex.check", check, raising=False)
    monkeypatch.setattr("corruptex.methodology.load", reports.methodology)
    return calls


@pytest.fixture
def files(tmp_path):
    """Files whose content says how their check ends."""
    contents = {"ru": "норма", "ky": "үлгү", "clean": "clean", "broken": "broken", "crash": "crash"}
    for name, content in contents.items():
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
    return {name: str(tmp_path / f"{name}.txt") for name in contents} | {"missing": str(tmp_path / "no.txt")}


def test_findings_exit_one_and_no_findings_exit_zero(files, capsys):
    assert main(["check", files["ru"]]) == 1
    assert "F1" in capsys.readouterr().out
    assert main(["check", files["clean"]]) == 0


def test_exit_code_follows_the_asked_severity(files):
    assert main(["check", files["ru"], "--min-severity", "high"]) == 1
    assert main(["check", files["ru"], "--min-severity", "critical"]) == 0


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["check"],
        ["check", "--no-such-option"],
        ["no-such-command"],
        ["check", "x.txt", "--format", "zip"],
        ["check", "x.txt", "--lang", "de"],
        ["explain", "Z9"],
        ["rules", "show", "no-such-rule"],
        ["check", "x.txt", "--format", "docx"],
    ],
)
def test_bad_usage_exits_two_with_one_or_two_lines(words, capsys):
    assert main(words) == 2
    captured = capsys.readouterr()
    if words:
        assert captured.out == ""
        assert 1 <= len(captured.err.splitlines()) <= 2
        assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check"], "Ката: Көрсөтүлгөн жок: FILE."),
        (["check", "--nope"], "Ката: --nope параметри жок."),
        (["check", "x", "--format", "zip"], "Ката: --format мааниси туура эмес."),
        (["zip"], "Ката: Буйрук түшүнүксүз"),
    ],
)
def test_mistakes_of_usage_are_told_in_the_language_of_the_user(words, said, monkeypatch, capsys):
    monkeypatch.setenv("LANG", "ky_KG.UTF-8")
    assert main(words) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith(said)
    assert lines[1].endswith("--help")


def test_one_unreadable_file_does_not_stop_the_others(files, capsys):
    assert main(["check", files["missing"], files["ru"], files["broken"], "--lang", "ru"]) == 2
    captured = capsys.readouterr()
    assert "F1" in captured.out
    assert captured.err.splitlines()[0].startswith("no.txt: файла нет.")
    assert captured.err.splitlines()[1].startswith(f"{files['broken']}: x, строка 1:")


def test_an_output_that_is_a_folder_is_explained(files, tmp_path, capsys):
    assert main(["check", files["ru"], "-o", str(tmp_path), "--lang", "en"]) == 2
    assert "Give the name of a file" in capsys.readouterr().err


def test_a_mistake_in_the_rules_is_told_once_and_stops_everything(files, monkeypatch, capsys, river):
    def broken():
        raise CorruptexError("rule_file_not_mapping", file="rules/x.yaml", line=1)

    monkeypatch.setattr("corruptex.methodology.load", broken)
    assert main(["check", files["ru"], files["ky"], "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith("Error: rules/x.yaml, line 1:")
    assert river == []


def test_an_internal_error_is_one_line_without_traceback(files, capsys):
    assert main(["check", files["crash"]]) == 3
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "ZeroDivisionError: division by zero" in error
    assert main(["check", files["crash"], "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_messages_follow_the_option_then_the_locale_then_the_act(files, capsys, monkeypatch):
    def printed(*words):
        main(["check", *words])
        return capsys.readouterr().out

    assert "Эскертүүлөр: 3" in printed(files["ky"])
    assert "Замечаний: 3" in printed(files["ru"])
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert "Замечаний: 3" in printed(files["ky"])
    assert "Findings: 3" in printed(files["ky"], "--lang", "en")
    monkeypatch.setenv("LC_ALL", "ky_KG")
    assert "Эскертүүлөр: 3" in printed(files["ru"])


def test_options_reach_the_check(files, river):
    main(["check", files["ru"], "--profile", "land", "--ocr"])
    assert river[0][0] == Path(files["ru"])
    assert river[0][1].items() >= {"profile": "land", "ocr": True, "papers": ()}.items()


def test_papers_are_read_once_and_reach_the_check_of_every_file(files, tmp_path, river):
    for name in ("note", "table"):
        (tmp_path / f"{name}.txt").write_text(f"Справка {name}", encoding="utf-8")
    words = ["--papers", str(tmp_path / "note.txt"), "--papers", str(tmp_path / "table.txt")]
    main(["check", files["ru"], files["ky"], *words])
    main(["conclusion", files["ru"], "-o", str(tmp_path / "out.docx"), *words])
    told = [[paper.text for paper in options["papers"]] for _, options in river]
    assert told == [["Справка note", "Справка table"]] * 3


def test_a_paper_that_cannot_be_read_stops_the_check(files, capsys, river):
    assert main(["check", files["ru"], "--papers", files["missing"], "--lang", "ru"]) == 2
    assert "no.txt" in capsys.readouterr().err
    assert river == []


def test_a_paper_is_not_written_over(files, capsys):
    assert main(["check", files["ru"], "--papers", files["ky"], "-f", "json", "-o", files["ky"]]) == 2
    assert "ky.txt" in capsys.readouterr().err


def test_a_page_is_written_without_naming_a_file(files, capsys):
    assert main(["check", files["ru"], "--format", "html", "--lang", "ru"]) == 1
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_full_sheets_only_when_asked(files, capsys, monkeypatch):
    monkeypatch.setattr("corruptex.check", lambda given, **options: reports.whole("ru"))
    main(["check", files["ru"], "--lang", "ru"])
    assert "форма журнала" not in capsys.readouterr().out
    main(["check", files["ru"], "--lang", "ru", "--sheets"])
    assert "форма журнала" in capsys.readouterr().out


def test_standard_input_is_text(monkeypatch, capsys, river):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\ufeffМүмкүн.".encode())))
    assert main(["check", "-"]) == 1
    assert (river[0][0].name, river[0][0].text) == ("stdin", "Мүмкүн.")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" \n")))
    assert main(["check", "-", "--lang", "en"]) == 2
    assert "-: There is no text on standard input." in capsys.readouterr().err


def test_json_follows_the_schema_and_is_an_array_for_several_files(files, capsys):
    import jsonschema

    main(["check", files["ru"], "--format", "json"])
    jsonschema.validate(json.loads(capsys.readouterr().out), schema())
    main(["check", files["ru"], files["ky"], "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_output_goes_to_the_file_and_only_its_name_to_the_error_stream(files, tmp_path, capsys):
    target = tmp_path / "report.md"
    assert main(["check", files["ru"], "--format", "md", "-o", str(target), "--lang", "en"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"Written: {target}\n"
    assert target.read_text(encoding="utf-8").startswith("# О порядке")


def test_an_input_is_never_written_over(files, capsys):
    assert main(["check", files["ru"], "-o", files["ru"], "--lang", "en"]) == 2
    assert "Choose another name" in capsys.readouterr().err
    assert Path(files["ru"]).read_text(encoding="utf-8") == "норма"


def test_an_output_that_cannot_be_written_is_explained(files, tmp_path, capsys):
    assert main(["check", files["ru"], "-o", str(tmp_path / "no" / "such" / "x.txt"), "--lang", "en"]) == 2
    assert "there is no such folder" in capsys.readouterr().err


def test_quiet_prints_one_line_a_file(files, capsys):
    assert main(["check", files["ru"], files["ky"], "--quiet"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines] == ["draft-ru.txt", "draft-ky.txt"]


def test_wildcards_are_expanded_where_the_shell_does_not(files, tmp_path, river):
    main(["check", str(tmp_path / "[rk]*.txt"), "--quiet"])
    assert [given.name for given, _ in river] == ["ky.txt", "ru.txt"]


def test_a_conclusion_is_written_in_the_language_of_the_act(files, tmp_path):
    target = tmp_path / "conclusion.docx"
    assert main(["conclusion", files["ky"], "-o", str(target), "--field", "number=17-а=б"]) == 1
    words = "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
    assert "КОРУТУНДУ" in words
    assert "17-а=б" in Document(str(target)).tables[0].rows[0].cells[0].text


def test_a_conclusion_of_an_independent_expert_in_the_other_language(files, tmp_path):
    target = tmp_path / "conclusion.docx"
    assert main(["conclusion", files["ky"], "-o", str(target), "--lang", "ru", "--kind", "independent"]) == 1
    words = "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
    assert "независимой антикоррупционной экспертизы" in words


@pytest.mark.parametrize("field", ["number", "=1", "number=", "stamp=1"])
def test_a_wrong_requisite_is_refused_before_anything_is_checked(field, files, tmp_path, river, capsys):
    target = tmp_path / "conclusion.docx"
    assert main(["conclusion", files["ru"], "-o", str(target), "--field", field]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not target.exists()
    assert river == []


def test_explain_tells_the_factor_and_its_rules_with_examples(capsys):
    assert main(["explain", "p3", "--lang", "ru"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    for words in ("P3 неопределённый срок", "Назван ли срок?", "sample-rule — Срок без числа"):
        assert words in shown
    assert "Находит (ru) Орган отвечает [[в разумный срок]]." in shown
    assert "Не задевает (ky) Орган беш күндүн ичинде жооп берет." in shown


def test_explain_gives_the_official_point_and_says_who_checks(capsys):
    main(["explain", "D4", "--lang", "en"])
    assert "3а — Trial method No 1" in capsys.readouterr().out
    main(["explain", "R1", "--lang", "en"])
    assert "only the expert" in capsys.readouterr().out


def test_rules_are_listed_and_shown(capsys):
    assert main(["rules", "list", "--lang", "ky"]) == 0
    assert "P3  sample-rule — Сансыз мөөнөт" in capsys.readouterr().out
    assert main(["rules", "show", "sample-rule", "--lang", "ru"]) == 0
    assert "rules/factors/sample-rule.yaml" in capsys.readouterr().out


@pytest.mark.parametrize("failing", [False, True])
def test_rules_test_names_the_file_of_a_wrong_example(failing, monkeypatch, capsys):
    from corruptex.detection import proof

    failure = proof.ExampleFailure(
        "sample-rule", "rules/x.yaml", "ru", "pass", "Орган молчит.", "example_false_alarm", "«молчит»"
    )
    monkeypatch.setattr(proof, "run", lambda methodology, ids: [failure] if failing else [])
    assert main(["rules", "test", "sample-rule", "--lang", "en"]) == failing
    shown = capsys.readouterr().out
    if failing:
        assert "rules/x.yaml: sample-rule (ru, pass): what must pass was flagged: «молчит»" in shown
        assert "Орган молчит." in shown
        assert "1 of 4" in shown
    else:
        assert shown == "All examples are right. Rules: 1, examples: 4.\n"


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"corruptex {__version__}\n"


@pytest.mark.parametrize(
    "words", [["--help"], ["check", "--help"], ["conclusion", "--help"], ["rules", "test", "--help"]]
)
@pytest.mark.parametrize(
    ("locale", "sign"), [("ru_RU.UTF-8", "Параметры"), ("ky_KG.UTF-8", "Параметрлер"), ("C", "Options")]
)
def test_help_speaks_the_language_of_the_system(words, locale, sign, monkeypatch, capsys):
    monkeypatch.setenv("LANG", locale)
    assert main(words) == 0
    shown = capsys.readouterr().out
    assert sign in shown
    assert "cli_help" not in shown
