"""Drafts that change acts, checked whole: on a base act, as a comparative table, by commands alone."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from corruptex import check
from corruptex.cli.app import app
from corruptex.conclusion import json as json_view
from corruptex.conclusion.verdict import judge
from corruptex.messages import CorruptexError, tell
from corruptex.methodology import load
from corruptex.model import Lang, Report, Source
from corruptex.reading import read_bytes
from corruptex.structure import cite
from corruptex.structure.comparative import comparison_of

EXAMPLES = Path(__file__).parents[1] / "examples"
LANGS: tuple[Lang, ...] = ("ru", "ky")

TABLES: dict[Lang, tuple[str, Sequence[Sequence[str]]]] = {
    "ru": (
        "Сравнительная таблица к проекту Закона «О внесении изменений в Закон «О сенокосах»",
        (
            ("№", "Действующая редакция", "Предлагаемая редакция"),
            (
                "1",
                "Статья 4. Решение\n1. Министерство рассматривает заявление в течение 7 рабочих дней.\n"
                "2. Министерство ведет реестр.",
                "Статья 4. Решение\n1. Министерство рассматривает заявление.\n2. Министерство ведет реестр.",
            ),
            (
                "2",
                "Статья 5. Участки\nУчастки предоставляются гражданам по результатам открытого конкурса.",
                "Статья 5. Участки\nУчастки предоставляются гражданам по решению министерства.",
            ),
            ("3", "Статья 6. Плата\nПлата вносится до 1 мая.", "Без изменений"),
            ("4", "нет", "Статья 7. Отказ\nМинистерство вправе отказать гражданину по своему усмотрению."),
            ("5", "Статья 8. Обжалование\nОтказ министерства обжалуется в суд.", "Исключить"),
        ),
    ),
    "ky": (
        "«Чөп чабындылар жөнүндө» Мыйзамга өзгөртүүлөрдү киргизүү жөнүндө салыштырма таблица",
        (
            ("№", "Колдонуудагы редакция", "Сунушталган редакция"),
            (
                "1",
                "4-берене. Чечим\n1. Министрлик арызды 7 жумушчу күндүн ичинде карайт.\n"
                "2. Министрлик реестр жүргүзөт.",
                "4-берене. Чечим\n1. Министрлик арызды карайт.\n2. Министрлик реестр жүргүзөт.",
            ),
            (
                "2",
                "5-берене. Тилкелер\nТилкелер жарандарга ачык конкурстун жыйынтыгы боюнча берилет.",
                "5-берене. Тилкелер\nТилкелер жарандарга министрликтин чечими боюнча берилет.",
            ),
            ("3", "6-берене. Төлөм\nТөлөм 1-майга чейин төлөнөт.", "Өзгөртүүсүз"),
            ("4", "жок", "7-берене. Баш тартуу\nМинистрлик өз каалоосу боюнча жаранга баш тартууга укуктуу."),
            ("5", "8-берене. Даттануу\nБаш тартууга сотко даттанууга болот.", "Алып салынсын"),
        ),
    ),
}  # fmt: skip


def table_file(title: str, rows: Sequence[Sequence[str]]) -> Source:
    document = Document()
    document.add_paragraph(title)
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            first, *others = text.split("\n")
            cell.paragraphs[0].text = first
            for line in others:
                cell.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    return read_bytes(written.getvalue(), "table.docx")


def on_base(lang: Lang) -> Report:
    return check(EXAMPLES / f"amendment_law_{lang}.txt", base=EXAMPLES / f"trade_law_{lang}.txt")


@pytest.fixture(scope="module", params=LANGS)
def consolidated(request: pytest.FixtureRequest) -> Report:
    return on_base(request.param)


def test_consolidated_act_is_judged(consolidated: Report) -> None:
    report = consolidated
    assert report.base is not None
    assert report.act.title == report.base.title
    assert report.notices[0].code == "consolidated"
    assert report.notices[0].values["applied"] == report.notices[0].values["all"] == 7
    assert not report.act.amends
    for finding in report.findings:
        assert report.act.text[finding.start : finding.end] == finding.quote


def test_findings_are_marked_by_what_the_amendments_did(consolidated: Report) -> None:
    report = consolidated
    new = {finding.code for finding in report.findings if finding.change == "new"}
    assert {"D3", "D4", "P3", "C1", "K1", "P4", "D5", "D1", "L1"} <= new
    assert {finding.change for finding in report.findings} <= {"new", "old"}
    assert {finding.change for finding in report.removed} == {"removed"}
    assert "D2" in {finding.code for finding in report.removed}
    assert report.base is not None
    for finding in report.removed:
        assert report.base.text[finding.start : finding.end] == finding.quote


def test_deleted_term_is_reported_at_the_norm_that_lost_it(consolidated: Report) -> None:
    (lost,) = [finding for finding in consolidated.findings if finding.rule == "deadline-removed"]
    lang = consolidated.act.lang
    assert cite(consolidated.act, lost.unit, lang) == {"ru": "ч. 4 ст. 9", "ky": "9-берененин 4-бөлүгү"}[lang]
    assert "5" in lost.why[lang]
    assert lost.change == "new"


def test_removed_findings_do_not_count(consolidated: Report) -> None:
    assert consolidated.removed
    assert judge([consolidated]).count == len(consolidated.findings)


def test_untouched_base_has_only_old_findings() -> None:
    base = (EXAMPLES / "trade_law_ru.txt").read_text(encoding="utf-8")
    text = (
        "О внесении изменений в Закон «О сезонной торговле»\nСтатья 1.\n"
        "Внести в Закон «О сезонной торговле» следующие изменения:\n"
        "1) в статье 14 цифру «5» заменить цифрой «6»;\n"
    )
    report = check(read_bytes(text.encode(), "change.txt"), base=read_bytes(base.encode(), "base.txt"))
    assert report.findings
    assert {finding.change for finding in report.findings} == {"old"}
    assert report.removed == ()
    assert "в радиусе 6 метров" in report.act.text


def test_command_that_fails_is_told_and_the_others_are_applied() -> None:
    text = (
        "О внесении изменений в Закон «О сезонной торговле»\nСтатья 1.\n"
        "Внести в Закон «О сезонной торговле» следующие изменения:\n"
        "1) в статье 99 слово «чек» исключить;\n2) в статье 12 слова «и официальном» исключить;\n"
    )
    report = check(read_bytes(text.encode(), "change.txt"), base=EXAMPLES / "trade_law_ru.txt")
    codes = [notice.code for notice in report.notices]
    assert codes == ["consolidated", "amendment_failed_unit"]
    assert "«чек»" in tell(report.notices[1], "ru")
    assert [one.applied for one in report.amendments] == [False, True]
    assert "на государственном языках" in report.act.text


def test_only_commands_for_the_base_are_applied() -> None:
    text = (
        "О внесении изменений в некоторые акты\n"
        "1. Внести в Закон «О сезонной торговле» от 14 марта 2025 года № 318 следующие изменения:\n"
        "1) в статье 14 цифру «5» заменить цифрой «6»;\n"
        "2. Внести в Закон «О лодочных переправах» от 2 мая 2020 года № 77 следующие изменения:\n"
        "1) статью 2 признать утратившей силу;\n"
    )
    report = check(read_bytes(text.encode(), "change.txt"), base=EXAMPLES / "trade_law_ru.txt")
    assert [one.applied for one in report.amendments] == [True]
    assert [notice.code for notice in report.notices] == ["consolidated", "amendments_of_others"]


def test_act_that_does_not_amend_the_base_is_refused() -> None:
    with pytest.raises(CorruptexError) as error:
        check(EXAMPLES / "permit_regulation_ru.txt", base=EXAMPLES / "trade_law_ru.txt")
    assert error.value.code == "base_without_commands"


@pytest.mark.parametrize("lang", LANGS)
def test_words_of_commands_are_no_norms(lang: Lang) -> None:
    words = {
        "ru": "О внесении изменений в Закон «О бортях»\nСтатья 1.\n"
        "Внести в Закон «О бортях» следующие изменения:\n"
        "1) в части 2 статьи 3 слова «в исключительных случаях по своему усмотрению» исключить;\n",
        "ky": "«Челектер жөнүндө» Мыйзамга өзгөртүүлөрдү киргизүү жөнүндө\n1-берене.\n"
        "«Челектер жөнүндө» Мыйзамга төмөнкүдөй өзгөртүүлөр киргизилсин:\n"
        "1) 3-берененин 2-бөлүгүндө «өзгөчө учурларда өз каалоосу боюнча» деген сөздөр алып салынсын;\n",
    }
    assert check(words[lang]).findings == ()


@pytest.mark.parametrize("lang", LANGS)
def test_comparative_table_is_judged_by_its_proposed_column(lang: Lang) -> None:
    report = check(table_file(*TABLES[lang]))
    assert report.notices[-1].code == "comparative_table"
    assert report.notices[-1].values == {"rows": 4}
    assert [unit.number for unit in report.act.units if unit.kind == "article"] == ["4", "5", "6", "7", "8"]
    rules = {finding.rule: finding for finding in report.findings}
    assert {"deadline-removed", "competition-removed", "appeal-removed"} <= rules.keys()
    changed = {finding.change for finding in report.findings if finding.code != "P8"}
    assert changed == {"new"}
    assert cite(report.act, rules["deadline-removed"].unit, lang) == {
        "ru": "ч. 1 ст. 4", "ky": "4-берененин 1-бөлүгү",
    }[lang]  # fmt: skip
    assert {"D1", "D4"} & {finding.code for finding in report.findings}


@pytest.mark.parametrize("lang", LANGS)
def test_column_keeps_the_way_back_to_its_cells(lang: Lang) -> None:
    source = table_file(*TABLES[lang])
    comparison = comparison_of(source)
    assert comparison is not None
    assert comparison.act.source is not None
    originals = {place.index: source.text[place.start : place.end].strip() for place in source.places}
    for place in comparison.act.source.places:
        assert comparison.act.text[place.start : place.end] == originals[place.index]
    for row in comparison.rows:
        assert comparison.act.text[row.start : row.end] == row.new
    assert [bool(row.old) for row in comparison.rows] == [True, True, False, True]
    assert [bool(row.new) for row in comparison.rows] == [True, True, True, False]


def test_heading_across_both_columns_belongs_to_both() -> None:
    document = Document()
    table = document.add_table(rows=3, cols=2)
    for row, texts in enumerate(
        (
            ("Действующая редакция", "Предлагаемая редакция"),
            ("Статья 3. Срок", ""),
            ("1. Билет выдается за 5 дней.", "1. Билет выдается за 3 дня."),
        )
    ):
        for cell, text in zip(table.rows[row].cells, texts, strict=True):
            cell.paragraphs[0].text = text
    table.rows[1].cells[0].merge(table.rows[1].cells[1])
    written = io.BytesIO()
    document.save(written)
    comparison = comparison_of(read_bytes(written.getvalue(), "table.docx"))
    assert comparison is not None
    assert comparison.act.text == "Статья 3. Срок\n1. Билет выдается за 3 дня.\n"
    assert comparison.base.text == "Статья 3. Срок\n1. Билет выдается за 5 дней.\n"
    assert len(comparison.rows) == 1


def test_table_of_other_things_is_no_comparison() -> None:
    rows = (("Наименование", "Количество"), ("ведро", "2"), ("лопата", "3"))
    source = table_file("Опись имущества пасеки", rows)
    assert comparison_of(source) is None


def test_differences_and_removed_findings_stand_in_json(consolidated: Report) -> None:
    values = json.loads(json_view.render([consolidated], load()))
    assert [one["command"] for one in values["amendments"]] == [
        "restate", "add", "restate", "add", "add", "delete_words", "restate",
    ]  # fmt: skip
    assert all(one["applied"] for one in values["amendments"])
    assert values["amendments"][0]["unit"]["cite"]["ky"] == "4-берененин 2-бөлүгү"
    assert {one["change"] for one in values["removed"]} == {"removed"}
    assert values["verdict"]["count"] == len(consolidated.findings)


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_every_form_shows_what_changes(tmp_path: Path, form: str) -> None:
    output = tmp_path / "report"
    arguments = [
        "check", str(EXAMPLES / "amendment_law_ru.txt"), "--base", str(EXAMPLES / "trade_law_ru.txt"),
        "--format", form, "--output", str(output), "--lang", "ru",
    ]  # fmt: skip
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 1
    written = output.read_text(encoding="utf-8")
    assert "Замечания, снятые изменениями" in written
    assert "исключение слов" in written


def test_base_goes_with_one_file_only() -> None:
    names = [str(EXAMPLES / f"amendment_law_{lang}.txt") for lang in LANGS]
    base = str(EXAMPLES / "trade_law_ru.txt")
    with pytest.raises(CorruptexError) as error:
        CliRunner().invoke(app, ["check", *names, "--base", base], catch_exceptions=False)
    assert error.value.code == "base_one_file"
