import json

from corruptex.cli import main

TEXT = (
    "Статья 1. Лицензии\nУполномоченный орган вправе отказать в выдаче лицензии.\nСрок лицензии — пять лет.\n"
)


def gold(tmp_path, **changes):
    start = TEXT.index("Уполномоченный")
    middle = TEXT.index("Срок")
    act = {
        "act": "one", "lang": "ru", "text": TEXT,
        "units": [[start, middle, "1"], [middle, len(TEXT), "1"]],
        "labels": [{"unit": 0, "code": "D2", "also": ["D4"], "verdict": "finding", "quote": "", "why": ""}],
    } | changes  # fmt: skip
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(act, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_evaluation_prints_the_figures_beside_the_constant_baseline(tmp_path, capsys):
    assert main(["evaluate", str(gold(tmp_path)), "--lang", "en", "--by-code", "--by-act"]) == 0
    said = capsys.readouterr().out
    assert "ru: detection P 1.000  R 1.000  F1 1.000" in said
    assert "flag-everything F1 0.667" in said
    assert "D2" in said
    assert "one: P 1.000" in said


def test_misses_are_listed_with_the_norm(tmp_path, capsys):
    missed = [{"unit": 1, "code": "P2", "also": [], "verdict": "finding", "quote": "", "why": ""}]
    assert main(["evaluate", str(gold(tmp_path, labels=missed)), "--lang", "en", "--errors", "5"]) == 0
    said = capsys.readouterr().out
    assert "MISSED\tP2\tone\tСрок лицензии" in said


def test_predictions_are_written_for_the_official_scorer(tmp_path, capsys):
    out = tmp_path / "p.jsonl"
    assert main(["evaluate", str(gold(tmp_path)), "--predictions", str(out)]) == 0
    line = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    assert line["act"] == "one"
    assert TEXT[line["start"] : line["end"]] in TEXT
    assert set(line) == {"act", "start", "end", "code", "confidence"}


def test_a_wrong_gold_file_is_one_clear_line(tmp_path, capsys):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"act": "one"}\n', encoding="utf-8")
    assert main(["evaluate", str(path), "--lang", "en"]) == 2
    assert "gold.jsonl, line 1" in capsys.readouterr().err
    assert main(["evaluate", str(tmp_path / "none.jsonl"), "--lang", "en"]) == 2


def test_a_minimal_pair_counts_the_flaw_and_the_silence_of_its_twin(tmp_path, capsys):
    pair = {
        "id": "D4-ru-01", "lang": "ru", "code": "D4", "also": ["D2"],
        "flawed": "Уполномоченный орган «вправе отказать» в выдаче лицензии.",
        "repaired": "Уполномоченный орган выдаёт лицензию за 10 рабочих дней со дня заявления.",
    }  # fmt: skip
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(pair, ensure_ascii=False) + "\n", encoding="utf-8")
    assert main(["evaluate", str(path), "--lang", "en", "--by-act"]) == 0
    said = capsys.readouterr().out
    assert "ru: units 2, findings 1" in said
    assert "D4-ru-01/flawed: P 1.000" in said
    flipped = pair | {
        "flawed": f"«{pair['repaired']}»",
        "repaired": pair["flawed"].translate(str.maketrans("", "", "«»")),
    }
    path.write_text(json.dumps(flipped, ensure_ascii=False) + "\n", encoding="utf-8")
    assert main(["evaluate", str(path), "--lang", "en", "--errors", "5"]) == 0
    said = capsys.readouterr().out
    assert "FALSE ALARM" in said
    assert "MISSED" in said
