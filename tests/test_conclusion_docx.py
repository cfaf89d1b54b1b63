"""The expert's conclusion in Word."""

import io
import zipfile

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Cm, Pt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from corruptex.conclusion import docx
from corruptex.conclusion.requisites import label, names
from corruptex.messages import CorruptexError, say
from tests import reports

METHODOLOGY = reports.methodology()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(lang="ru", count=3, **options):
    content = docx.render([reports.report(lang, count)], METHODOLOGY, lang, **options)
    return Document(io.BytesIO(content))


def all_text(document) -> str:
    """All text of the body in order, a paragraph a line."""
    return "\n".join(
        "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))
        for paragraph in document.element.body.iter(f"{W}p")
    )


def blanks(document) -> list[str]:
    """The highlighted places to fill in."""
    body = document.element.body
    return [
        "".join(piece.text for piece in run.iter(f"{W}t"))
        for run in body.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}highlight") is not None
    ]


def test_the_page_is_that_of_an_official_paper():
    document = written()
    section, normal = document.sections[0], document.styles["Normal"]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert (round(section.left_margin.cm, 1), round(section.right_margin.cm, 1)) == (3.0, 1.5)
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(14))
    assert normal.paragraph_format.widow_control
    assert abs(document.tables[2].columns[0].width - Cm(1.2)) < Pt(1)
    assert "PAGE" in etree.tostring(section.header._element).decode()


@pytest.mark.parametrize("kind", ["authorised", "independent"])
@pytest.mark.parametrize("lang", ["ru", "ky"])
def test_every_requisite_that_is_not_given_is_a_marked_blank_and_only_once(kind, lang):
    document = written(lang, kind=kind)
    found = blanks(document)
    for name in names(kind):
        if name not in ("title", "kind"):  # known from the act
            times = found.count(say("conclusion_fill", lang, what=label(name, lang)))
            assert times == (2 if name == "expert" else 1), name
    assert all(blank.startswith("____ (") for blank in found)


def test_given_requisites_stand_in_place_of_blanks():
    given_fields = {name: f"данные-{name}" for name in names("authorised")}
    document = written(kind="authorised", fields=given_fields)
    text = all_text(document)
    for name, value in given_fields.items():
        assert value in text, name
    assert set(blanks(document)) == {"____ (заполнить: редакция нормы)"}


def test_an_unknown_requisite_is_refused_with_the_known_ones():
    with pytest.raises(CorruptexError, match=r"stamp.*number"):
        written(fields={"stamp": "x"})
    with pytest.raises(CorruptexError, match="accreditation_number"):
        written(kind="authorised", fields={"accreditation_number": "1"})


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "ru",
            [
                "ЗАКЛЮЧЕНИЕ\nпо результатам антикоррупционной экспертизы",
                "п. 1 ч. 2 ст. 1",
                "«Мэрия вправе: отказать в выдаче разрешения по иным основаниям;»",
                "D4 основания для отказа не закрыты (п. 3а)",
                "Назвать срок в рабочих днях.",
                "В проекте выявлены коррупциогенные факторы (3).",
                "Класс риска: II (средний).",
                "рекомендательный характер",
                "Эксперт обязан проверить каждое замечание",
                "проект не обсуждён",
                "2026.1",
            ],
        ),
        (
            "ky",
            [
                "Коррупцияга каршы экспертизанын жыйынтыгы боюнча\nКОРУТУНДУ",
                "1-берененин 2-бөлүгүнүн 1-пункту",
                "«Мэрия төмөнкүлөргө укуктуу: башка негиздер боюнча уруксат берүүдөн баш тартууга;»",
                "Долбоордо коррупциогендик факторлор (3) аныкталды.",
                "Тобокелдик классы: II (орто).",
                "сунуштоо мүнөзүнө ээ",
                "кол коюуга милдеттүү",
                "долбоор талкууланган эмес",
            ],
        ),
    ],
)
def test_the_conclusion_says_what_the_methodology_asks_for(lang, words):
    document = written(lang)
    text = all_text(document)
    for each in words:
        assert each in text
    assert reports.report(lang).act.source.sha256 in text


def test_the_reported_words_are_bold_in_the_quote():
    document = written()
    bold = [
        run.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if run.bold
    ]
    assert "в разумный срок" in bold


def test_without_findings_there_is_no_table_of_findings():
    assert len(written(count=0).tables) < len(written(count=1).tables)
    assert "не выявила коррупциогенных факторов" in all_text(written(count=0))


def test_the_head_of_the_table_of_findings_repeats_and_rows_stay_whole():
    overview = written(count=60).tables[2]
    assert len(overview.rows) == 61
    assert overview.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in overview.rows)


def test_both_texts_of_a_draft_make_one_conclusion():
    both = [reports.report("ru"), reports.report("ky")]
    text = all_text(Document(io.BytesIO(docx.render(both, METHODOLOGY, "ru"))))
    assert "факторы (6)" in text
    assert "Файл: draft-ky.txt" in text
    for report in both:
        assert report.act.source.sha256 in text
    assert "Назвать срок в рабочих днях. / Мөөнөттү жумушчу күндөр менен көрсөтүү." in text


def test_an_act_in_force_is_not_called_a_draft():
    text = all_text(written(stage="in_force"))
    assert "следующего акта" in text
    assert "Оценка порядка подготовки проекта" not in text
    assert "Проект рекомендуется" not in text


def test_nothing_in_the_file_tells_the_time_or_the_library():
    content = docx.render([reports.report()], METHODOLOGY, "ru")
    core = zipfile.ZipFile(io.BytesIO(content)).read("docProps/core.xml").decode()
    assert "dcterms" not in core.split("?>", 1)[1].split(">", 1)[1]
    assert "python-docx" not in core


def test_a_blank_is_yellow():
    document = written()
    run = document.paragraphs[0].runs[0]
    assert run.font.highlight_color == WD_COLOR_INDEX.YELLOW


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text())
def test_no_text_of_an_act_breaks_the_document(words):
    report = reports.spoilt("ru", f" \x00\x0b\ufffe\ud800 {words}")
    document = Document(io.BytesIO(docx.render([report], METHODOLOGY, "ru", fields={"basis": words or "а"})))
    assert "в разумный срок" in all_text(document)
