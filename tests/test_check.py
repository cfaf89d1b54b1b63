from pathlib import Path

import pytest
import yaml

from corruptex import check
from corruptex.messages import CorruptexError

EXAMPLES = Path(__file__).parents[1] / "examples"
EXPECTED = yaml.safe_load((EXAMPLES / "expected.yaml").read_text(encoding="utf-8"))


def overlaps(finding, text, quote):
    start = text.index(quote)
    return finding.start < start + len(quote) and start < finding.end


@pytest.mark.parametrize("stem", EXPECTED)
def test_planted_factors_are_found_and_named(stem):
    report = check(EXAMPLES / f"{stem}.docx")
    missed = [
        (planted["code"], planted["quote"])
        for planted in EXPECTED[stem]["planted"]
        if not any(
            overlaps(f, report.act.text, planted["quote"]) and planted["code"] in (f.code, *f.also)
            for f in report.findings
        )
    ]
    assert not missed


@pytest.mark.parametrize("stem", EXPECTED)
def test_clean_norms_stay_silent(stem):
    report = check(EXAMPLES / f"{stem}.docx")
    wrong = [
        (f.rule, f.quote)
        for f in report.findings
        for quote in EXPECTED[stem]["clean"]
        if overlaps(f, report.act.text, quote)
    ]
    assert not wrong


@pytest.mark.parametrize("stem", EXPECTED)
def test_quotes_are_exact_and_fingerprints_unique(stem):
    report = check(EXAMPLES / f"{stem}.docx")
    assert all(f.quote == report.act.text[f.start : f.end] for f in report.findings)
    assert len({f.fingerprint for f in report.findings}) == len(report.findings)
    assert [f.id for f in report.findings] == [f"F{n}" for n in range(1, len(report.findings) + 1)]


def test_fingerprints_stay_when_text_before_the_norm_moves():
    norm = "Уполномоченный орган вправе отказать в выдаче лицензии заявителю."
    one = check(norm)
    two = check(f"Лицензия выдаётся на пять лет.\n{norm}")
    assert [f.fingerprint for f in one.findings] == [f.fingerprint for f in two.findings] != []


def test_the_same_act_gives_the_same_report_twice():
    path = EXAMPLES / "permit_regulation_ky.docx"
    assert check(path) == check(path)


def test_text_without_words_gives_an_empty_report():
    assert check("").findings == ()
    assert check("— . —").findings == ()


def test_an_unknown_profile_is_refused():
    with pytest.raises(CorruptexError, match="no profile"):
        check("Орган вправе отказать.", profile="poetry")


@pytest.mark.parametrize(
    "norm",
    [
        "Орган вправе отказать в выдаче лицензии.",
        "Ыйгарым укуктуу орган лицензия берүүдөн баш тартууга укуктуу.",
    ],
)
def test_a_power_to_refuse_is_one_finding_not_two(norm):
    (finding,) = check(norm).findings
    assert finding.code == "D4"
    assert "D2" in finding.also
