"""The report as corruptex/report/1."""

import json as standard
import shutil
import subprocess
import sys
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corruptex.conclusion import json
from corruptex.model import Actor, Notice
from tests import reports

METHODOLOGY = reports.methodology()
VALIDATOR = jsonschema.Draft202012Validator(json.schema())


def test_the_schema_is_itself_valid():
    jsonschema.Draft202012Validator.check_schema(json.schema())


@pytest.mark.parametrize("lang", ["ru", "ky"])
@pytest.mark.parametrize("count", [0, 3, 60])
def test_reports_follow_the_schema(lang, count):
    notice = Notice("cli_saved", {"name": "a"})
    report = reports.report(lang, count, notices=(notice,))
    VALIDATOR.validate(standard.loads(json.render([report], METHODOLOGY)))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda value: value.pop("coverage"),
        lambda value: value.update(extra=1),
        lambda value: value["findings"][0].update(severity="awful"),
        lambda value: value["findings"][0].update(confidence=1.5),
        lambda value: value["findings"][0]["why"].pop("ky"),
        lambda value: value["act"].update(hash="0"),
    ],
)
def test_the_schema_refuses_other_values(spoil):
    value = json.as_values(reports.report(), METHODOLOGY)
    spoil(value)
    assert not VALIDATOR.is_valid(value)


def test_offsets_and_quote_point_into_the_act():
    report = reports.report("ky")
    for value in json.as_values(report, METHODOLOGY)["findings"]:
        assert report.act.text[value["start"] : value["end"]] == value["quote"]
        for place in value["evidence"]:
            assert report.act.text[place["start"] : place["end"]] == place["text"]


def test_a_unit_is_cited_in_both_languages():
    value = json.as_values(reports.report("ru"), METHODOLOGY)["findings"][1]["unit"]
    assert value["path"] == [
        {"kind": "article", "number": "1"},
        {"kind": "part", "number": "2"},
        {"kind": "point", "number": "1"},
    ]
    assert value["cite"]["ru"] == "п. 1 ч. 2 ст. 1"
    assert value["cite"]["ky"] == "1-берененин 2-бөлүгүнүн 1-пункту"


def test_severity_filter_hides_findings_but_not_from_the_verdict():
    value = json.as_values(reports.report(), METHODOLOGY, "high")
    assert [found["severity"] for found in value["findings"]] == ["high", "high"]
    assert value["verdict"]["count"] == 3


def test_an_actor_without_place_has_no_evidence():
    base = reports.report(count=1)
    report = replace(base, findings=(replace(base.findings[0], actor=Actor("none")),))
    value = json.as_values(report, METHODOLOGY)
    VALIDATOR.validate(value)
    assert [place["role"] for place in value["findings"][0]["evidence"]] == ["norm", "cure"]


def test_text_without_a_file_is_hashed_itself():
    base = reports.report()
    direct = replace(base, act=replace(base.act, source=None))
    assert json.sha256(direct) == json.sha256(base)  # the file of this act is its text in UTF-8
    assert json.as_values(direct, METHODOLOGY)["act"]["file"] == "text"


def test_several_reports_are_an_array():
    values = standard.loads(json.render([reports.report("ru"), reports.report("ky")], METHODOLOGY))
    assert [value["act"]["languages"] for value in values] == [["ru"], ["ky"]]


def test_the_same_report_gives_the_same_bytes_in_another_process():
    if shutil.which(sys.executable) is None:
        pytest.skip("no interpreter to start")
    code = (
        "import sys; from tests import reports; from corruptex.conclusion import json;"
        "sys.stdout.buffer.write(json.render([reports.report()], reports.methodology()).encode())"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert other == json.render([reports.report()], METHODOLOGY).encode()


@given(st.text(alphabet=st.characters(exclude_characters="\n")))
def test_any_text_survives_the_way_through_json(words):
    report = reports.spoilt("ru", f" {words}")
    found = report.findings[0]
    end = report.act.units[2].end
    report = replace(report, findings=(replace(found, end=end, quote=report.act.text[found.start : end]),))
    written = json.render([report], METHODOLOGY).encode("utf-8")
    assert standard.loads(written)["findings"][0]["quote"] == report.findings[0].quote
