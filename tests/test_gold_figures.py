"""The figures on the annotated acts may not fall below what the project promises."""

import importlib.util
import json

import pytest

from corruptex import check
from corruptex.scoring.evaluation import evaluate
from corruptex.scoring.gold import read_gold
from tests.shared import DATA, SHARED

PROMISED = {"ru": 0.75, "ky": 0.70}
"""Detection F1."""
PRECISION = 0.70
NAMED = 0.80


@pytest.fixture(scope="module", params=["ru", "ky"])
def scored(request):
    path = DATA / "gold" / f"dev_{request.param}.jsonl.xz"
    acts = list(read_gold(path))
    predictions = {act.name: [(f.start, f.end, f.code) for f in check(act.text).findings] for act in acts}
    return request.param, path, predictions, evaluate(acts, predictions)


def test_detection_keeps_its_promise(scored):
    lang, _, _, result = scored
    counts = result.languages[lang]
    assert counts.f1 >= PROMISED[lang]
    assert counts.precision >= PRECISION
    assert counts.code >= NAMED
    assert counts.f1 > counts.baseline


def test_the_figures_are_those_of_the_official_scorer(scored, tmp_path, capsys, monkeypatch):
    lang, path, predictions, result = scored
    lines = [
        json.dumps({"act": act, "start": start, "end": end, "code": code})
        for act, found in predictions.items()
        for start, end, code in found
    ]
    file = tmp_path / "predictions.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("score_gold", SHARED / "tools" / "score_gold.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    monkeypatch.setattr("sys.argv", ["score_gold.py", str(path), str(file)])
    scorer.main()
    counts = result.languages[lang]
    said = capsys.readouterr().out
    assert f"detection P {counts.precision:.3f}  R {counts.recall:.3f}  F1 {counts.f1:.3f}" in said
    assert f"flag-everything F1 {counts.baseline:.3f}" in said
    assert f"code {counts.code:.3f}  group {counts.group:.3f}" in said
