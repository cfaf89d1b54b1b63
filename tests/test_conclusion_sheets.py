"""Procedures, delegations and references in the text, JSON, Markdown and Word views."""

import io
import json as standard
import re
from dataclasses import replace
from pathlib import Path
from string import Formatter

import jsonschema
import pytest
import yaml
from docx import Document

from corruptex.conclusion import docx, html, json, markdown, text
from corruptex.conclusion.sheets import dead, handed, incomplete, listed, sheets
from corruptex.messages import LANGUAGES, say
from tests import reports

METHODOLOGY = reports.methodology()
VALIDATOR = jsonschema.Draft202012Validator(json.schema())
PACKAGE = Path(__file__).parents[1] / "corruptex"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def flat(shown: str) -> str:
    return " ".join(shown.split())


def tables(lang: str, report=None) -> list[list[list[str]]]:
    document = Document(io.BytesIO(docx.render([report or reports.whole(lang)], METHODOLOGY, lang)))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def test_a_sheet_tells_each_element_its_state_and_its_place():
    first = sheets(reports.whole(), METHODOLOGY, "ru")[0]
    assert first.heading == "PR1. Разрешение: ч. 1 ст. 1"
    assert first.norms == "ст. 1; ст. 2"
    assert [(line.titled, line.state, line.place) for line in first.lines] == [
        ("E01 кто решает", "есть", "ч. 1 ст. 1"),
        ("E07 срок решения", "не найден", ""),
        ("E10 основания отказа", "есть", "п. 1 ч. 2 ст. 1 (в другом месте акта)"),
        ("E15 обжалование", "в другом акте", "общий закон: Закон № 210 от 31 июля 2015 года"),
        ("E24 последствие молчания", "не найден", ""),
    ]
    assert first.lines[2].quote == "отказать в выдаче разрешения по иным основаниям"


def test_recommended_elements_and_texts_that_cannot_be_judged_leave_nothing_missing():
    told = sheets(reports.whole(), METHODOLOGY, "ru")
    assert [line.titled for line in told[0].having("missing")] == ["E07 срок решения"]
    assert [sheet.procedure.id for sheet in incomplete(told)] == ["PR1"]


def test_dead_references_are_listed_and_the_others_counted():
    assert [one.reference.status for one in dead(reports.whole(), "ru")] == ["missing", "circular", "missing"]
    shown = flat(text.render(reports.whole(), METHODOLOGY, "ru"))
    assert "Ссылок: 6 (найдены — 1; такой единицы нет — 2; ссылки по кругу — 1;" in shown


def test_the_text_is_tight_unless_full_sheets_are_asked_for():
    tight = flat(text.render(reports.whole(), METHODOLOGY, "ru"))
    full = flat(text.render(reports.whole(), METHODOLOGY, "ru", full_sheets=True))
    assert "Не найдено E07 срок решения В других актах E15 обжалование — общий закон" in tight
    assert "PR2" not in tight
    assert "форма журнала" not in tight
    assert "--sheets" in tight
    for words in ("PR2", "форма журнала", "последствие молчания (желательно) — не найден"):
        assert words in full
    assert "--sheets" not in full


def test_a_report_without_them_says_nothing_of_them():
    for shown in (
        text.render(reports.report(), METHODOLOGY, "ru"),
        markdown.render([reports.report()], METHODOLOGY, "ru"),
    ):
        assert "Листы процедур" not in shown
        assert "Ссылок" not in shown
    assert len(tables("ru")) == len(tables("ru", reports.report())) + 4


def test_an_excerpt_is_said_to_be_one_and_nothing_of_it_to_be_missing():
    base = reports.whole()
    shown = flat(text.render(replace(base, procedures=base.procedures[1:]), METHODOLOGY, "ru"))
    assert "Отсутствие элементов не оценивается" in shown
    assert "«Не найден» значит" not in shown


def test_self_delegation_is_marked_in_words():
    told = handed(reports.whole("ky"), "ky")
    assert told[0].delegate == "Мэрия (өзүнө өзү: ошол эле орган колдонот)"
    assert told[1].delegate == "орган аталган эмес"


@pytest.mark.parametrize("lang", ["ru", "ky"])
def test_json_holds_all_of_it_and_follows_the_schema(lang):
    report = reports.whole(lang)
    value = standard.loads(json.render([report], METHODOLOGY))
    VALIDATOR.validate(value)
    procedure = value["procedures"][0]
    assert procedure["name"]["en"] == "Permit"
    assert [element["status"] for element in procedure["elements"]] == [
        "present", "missing", "present", "elsewhere", "missing",
    ]  # fmt: skip
    for place in (procedure, *value["delegations"], *value["references"]["open"]):
        assert report.act.text[place["start"] : place["end"]] == place["quote"]
    for element in procedure["elements"]:
        assert (element["start"] is None) == (element["quote"] == "")
    assert value["references"]["counts"]["external"] == 1
    assert [one["status"] for one in value["references"]["open"]] == [
        "missing", "circular", "unnamed", "missing",
    ]  # fmt: skip
    assert [one["itself"] for one in value["delegations"]] == [True, False]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda value: value["procedures"][0]["elements"][0].update(status="perhaps"),
        lambda value: value["procedures"][0].pop("elements"),
        lambda value: value["references"]["counts"].pop("missing"),
        lambda value: value["delegations"][0].update(itself="yes"),
        lambda value: value["findings"][0].update(change="gone"),
    ],
)
def test_the_schema_refuses_other_values(spoil):
    value = json.as_values(reports.whole(), METHODOLOGY)
    spoil(value)
    assert not VALIDATOR.is_valid(value)


@pytest.mark.parametrize("lang", ["ru", "ky", "en"])
def test_what_an_amendment_did_is_told_with_the_finding(lang):
    base = reports.report(count=1)
    report = replace(base, findings=(replace(base.findings[0], change="new"),))
    told = {
        "ru": "появилось с изменениями",
        "ky": "өзгөртүү менен пайда болду",
        "en": "new with the amendment",
    }
    assert told[lang] in flat(text.render(report, METHODOLOGY, lang))
    assert told[lang] in markdown.render([report], METHODOLOGY, lang)
    assert json.as_values(report, METHODOLOGY)["findings"][0]["change"] == "new"
    if lang != "en":
        assert any(told[lang] in row for table in tables(lang, report) for row in table)


def test_the_annexes_of_a_conclusion_are_tables_with_a_head_on_every_page():
    document = Document(io.BytesIO(docx.render([reports.whole("ky")], METHODOLOGY, "ky")))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert "1-тиркеме. Жол-жоболордун барактары" in words
    assert "2-тиркеме. Ыйгарым укуктарды берүү картасы" in words
    for table in document.tables[-4:]:
        assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert tables("ky")[-4][2] == ["E07 чечимдин мөөнөтү", "милдеттүү", "табылган жок", ""]


def test_markdown_cells_of_an_act_open_no_columns():
    shown = markdown.render([reports.whole()], METHODOLOGY, "ru")
    assert "порядок \\| выдачи" in shown
    lines = shown.splitlines()
    at = next(n for n, line in enumerate(lines) if "порядок" in line)
    assert len(re.findall(r"(?<!\\)\|", lines[at])) == len(re.findall(r"\|", lines[at - 1]))


ENTRIES = yaml.safe_load((PACKAGE / "messages" / "sheets.yaml").read_text(encoding="utf-8"))
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted((PACKAGE / "conclusion").rglob("*"))
    if path.suffix in (".py", ".jinja")
)


@pytest.mark.parametrize("code", ENTRIES)
def test_a_message_says_the_same_in_every_language_and_is_used(code):
    texts = ENTRIES[code]
    assert sorted(texts) == sorted(LANGUAGES)
    fields = [{field for _, field, _, _ in Formatter().parse(each) if field} for each in texts.values()]
    assert fields[0] == fields[1] == fields[2]
    families = tuple(re.findall(r"f[\"'](sheets_\w*?)\{", SOURCES))
    assert code.startswith(families) or re.search(rf"[\"']{code}[\"']", SOURCES)


@pytest.mark.parametrize("lang", ["ru", "ky", "en"])
def test_references_that_could_not_be_looked_up_are_shown_with_their_places(lang):
    base = reports.whole()
    one = base.references[0]
    doubtful = tuple(
        replace(one, start=one.start + number, status=status)
        for status in ("unknown", "unchecked")
        for number in range(7)
    )
    report = replace(base, references=doubtful)
    assert [cited.reference for cited in listed(report, lang)] == list(doubtful)
    shown = text.render(report, METHODOLOGY, lang, width=200)
    state = say("sheets_reference_unchecked", lang)
    assert shown.count(f"» — {state}") == 5
    assert say("sheets_references_more", lang, count=2) in shown
    assert text.render(report, METHODOLOGY, lang, width=200, full_sheets=True).count(f"» — {state}") == 7
    assert markdown.render([report], METHODOLOGY, lang).count(f"| {state} |") == 7
    assert html.render([report], METHODOLOGY, lang).count(f"<td>{state}</td>") == 7
    if lang != "en":
        cells = [cell for table in tables(lang, report) for row in table for cell in row]
        assert cells.count(state) == 7
