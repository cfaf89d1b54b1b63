"""Verdict and risk class."""

from dataclasses import replace

import pytest

from corruptex.conclusion.verdict import formula, judge, risk_class, risk_words, stage_of
from corruptex.messages import LANGUAGES
from tests import reports


@pytest.mark.parametrize(
    ("severities", "risk"),
    [
        ([], 0),
        (["low"], 1),
        (["medium"] * 40, 1),
        (["low", "high"], 2),
        (["high"] * 4 + ["medium"] * 9, 2),
        (["high"] * 5, 3),
        (["critical"], 3),
        (["low", "critical", "low"], 3),
    ],
)
def test_risk_class_follows_the_worst_and_the_number_of_high_findings(severities, risk):
    assert risk_class(severities) == risk


@pytest.mark.parametrize(
    ("severities", "case", "words"),
    [
        ([], "none", "не выявлены"),
        (["medium", "high"], "fixable", "факторы (2). Проект рекомендуется к принятию после их устранения"),
        (["critical"], "critical", "повторной экспертизе"),
    ],
)
def test_each_case_has_its_formula(severities, case, words):
    verdict = judge([reports.with_severities(*severities)])
    assert verdict.case == case
    assert words in formula(verdict, "ru")


def test_an_act_without_norms_cannot_be_assessed():
    verdict = judge([replace(reports.report(count=0), norms_checked=0)])
    assert verdict.case == "not_assessable"
    assert "бүтүрүү" not in formula(verdict, "ky")
    assert "аяктоого мүмкүн эмес" in formula(verdict, "ky")


def test_findings_of_all_files_of_a_draft_count_together():
    verdict = judge(
        [reports.with_severities("high", "high"), reports.with_severities("high", "high", "high")]
    )
    assert (verdict.count, verdict.risk) == (5, 3)


def test_an_act_with_date_and_number_is_in_force_and_is_not_recommended_for_adoption():
    draft = reports.report()
    adopted = replace(draft, act=replace(draft.act, date="2020-05-01", number="17"))
    assert stage_of(draft.act) == "draft"
    assert stage_of(replace(draft.act, date="2020-05-01")) == "draft"
    verdict = judge([adopted])
    assert verdict.stage == "in_force"
    assert "внести в него изменения" in formula(verdict, "ru")
    assert judge([adopted], "draft").stage == "draft"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stage", ["draft", "in_force"])
def test_every_verdict_can_be_said_in_every_language(lang, stage):
    said = {
        formula(judge([reports.with_severities(*severities)], stage), lang)
        for severities in ((), ("low",), ("critical",))
    }
    assert len(said) == 3
    assert risk_words(judge([reports.with_severities("critical")]), lang).count("III") == 1
