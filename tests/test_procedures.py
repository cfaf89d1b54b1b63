"""Procedures of an act: where one is created, what belongs to it, what is found, what is missing."""

from __future__ import annotations

import json
import lzma
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corruptex import check
from corruptex.conclusion.remarks import remarks
from corruptex.detection.engine import Reading, engine
from corruptex.detection.profiles import profile_of
from corruptex.detection.whole import WholeAct
from corruptex.detection.whole.procedures import find
from corruptex.methodology import load
from corruptex.model import Element, MessageLang, Procedure
from corruptex.structure import parse
from corruptex.structure.citing import cite
from tests.shared import SHARED

LAW_RU = """ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ
О маяках
Глава 1. Общие положения
Статья 1. Предмет
1. Настоящий Закон регулирует работу маяков.
Глава 2. Разрешение на маяк
Статья 2. Выдача
1. Разрешение на маяк выдается гражданину речной инспекцией.
2. Заявление подается в письменной форме. К нему прилагаются план маяка и копия паспорта.
Статья 3. Сроки разрешения
1. Разрешение выдается в течение десяти рабочих дней со дня подачи заявления.
Статья 4. Отказ в разрешении
1. Основаниями для отказа являются ветхость маяка и подделка плана.
Глава 3. Контроль
Статья 5. Смотрители
1. Смотритель чистит стекло.
"""
LAW_KY = """КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ
Маяктар жөнүндө
1-глава. Жалпы жоболор
1-берене. Предмети
1. Ушул Мыйзам маяктардын ишин жөнгө салат.
2-глава. Маякка уруксат
2-берене. Уруксат берүү
1. Жаранга маякка уруксат дарыя инспекциясы тарабынан берилет.
2. Арыз жазуу жүзүндө тапшырылат. Арызга паспорттун көчүрмөсү тиркелет.
3-берене. Уруксаттын мөөнөтү
1. Уруксат арыз берилген күндөн тартып он жумушчу күндүн ичинде берилет.
4-берене. Уруксаттан баш тартуу
1. Баш тартуунун негиздери: маяктын эскилиги жана паспорттун жасалмалыгы.
3-глава. Көзөмөлчүлөр
5-берене. Көзөмөлчүлөр
1. Көзөмөлчү айнекти тазалайт.
"""


def whole_of(text: str) -> WholeAct:
    methodology = load()
    compiled = engine(methodology)
    act = parse(text)
    return WholeAct(Reading(compiled, act, profile_of(act, methodology.profiles)), compiled)


def procedures(text: str) -> list[Procedure]:
    return [procedure for procedure, _ in whole_of(text).procedures]


def element(procedure: Procedure, name: str) -> Element:
    return next(element for element in procedure.elements if element.id == name)


@pytest.mark.parametrize("text", [LAW_RU, LAW_KY], ids=["ru", "ky"])
def test_norms_of_one_matter_are_one_procedure(text: str) -> None:
    found = procedures(text)
    assert [procedure.type for procedure in found] == ["T2"]
    act = whole_of(text).act
    assert {act.units[unit].number for unit in found[0].units} == {"2", "3", "4"}
    assert found[0].actor.kind == "public"


@pytest.mark.parametrize("text", [LAW_RU, LAW_KY], ids=["ru", "ky"])
def test_an_element_is_found_near_before_far(text: str) -> None:
    (procedure,) = procedures(text)
    assert element(procedure, "E04").scope == "article"
    assert element(procedure, "E07").scope == "chapter"
    assert element(procedure, "E10").status == "present"
    assert element(procedure, "E13").status == "missing"
    assert element(procedure, "E11").scope == "background"


@pytest.mark.parametrize("text", [LAW_RU, LAW_KY], ids=["ru", "ky"])
def test_a_procedure_with_term_and_grounds_gives_no_remark(text: str) -> None:
    assert not list(find(whole_of(text)))


def test_an_annex_belongs_to_the_procedure_of_the_body() -> None:
    text = LAW_RU.replace(" К нему прилагаются план маяка и копия паспорта.", "") + (
        "Приложение 1\nк Закону о маяках\n"
        "1. Для разрешения представляются план маяка и копия паспорта.\n2. План чертят тушью.\n"
    )
    (procedure,) = procedures(text)
    assert element(procedure, "E04").scope == "annex"


@pytest.mark.parametrize(
    "text",
    [
        LAW_RU.replace("план маяка и копия паспорта", "план маяка и иные документы"),
        LAW_KY.replace("паспорттун көчүрмөсү тиркелет", "зарыл документтер тиркелет"),
    ],
    ids=["ru", "ky"],
)
def test_an_open_list_of_papers_is_no_list(text: str) -> None:
    (procedure,) = procedures(text)
    assert element(procedure, "E04").status == "missing"


@pytest.mark.parametrize(
    "text",
    [
        "Статья 1. Предмет\n1. Закон о маяках.\nСтатья 2. Маяки\n1. Разрешение на маяк выдается гражданину "
        "инспекцией в порядке, установленном {}.\n",
        "1-берене. Предмети\n1. Маяктар.\n2-берене. Маяктар\n1. Жаранга маякка уруксат инспекция тарабынан "
        "{} белгиленген тартипте берилет.\n",
    ],
    ids=["ru", "ky"],
)
def test_only_a_named_act_supplies_what_is_not_here(text: str) -> None:
    ru = text.startswith("С")
    named = procedures(
        text.format('Законом Кыргызской Республики "О судоходстве"' if ru else '"Кеме жөнүндө" Мыйзамда')
    )
    unnamed = procedures(text.format("законодательством" if ru else "мыйзамдарда"))
    assert element(named[0], "E07").scope == "named_act"
    assert element(named[0], "E07").status == "elsewhere"
    assert element(unnamed[0], "E07").status == "missing"


@pytest.mark.parametrize(
    "norm",
    [
        "Под маяком понимается башня, разрешение на которую выдается инспекцией.",
        "Разрешение на маяк выдается судом.",
        "Разрешение на маяк не выдается инспекцией.",
        "Маяк строится при наличии разрешения.",
        "Маякка уруксат инспекция тарабынан берилбейт.",
        "Маякка уруксат сот тарабынан берилет.",
    ],
)
def test_a_mere_mention_creates_no_procedure(norm: str) -> None:
    assert not procedures(f"Статья 1. Предмет\n1. Маяки.\nСтатья 2. Маяки\n1. {norm}\n")


@pytest.mark.parametrize(
    "head",
    ["Компетенция инспекции", "Полномочия инспекции", "Заключительные положения"],
)
def test_competence_and_final_norms_create_no_procedure(head: str) -> None:
    assert not procedures(
        f"Статья 1. Предмет\n1. Маяки.\nСтатья 2. {head}\n1. Инспекция выдает гражданину разрешение.\n"
    )


def test_in_an_excerpt_nothing_is_called_missing() -> None:
    excerpt = "Статья 17. Маяки\n1. Разрешение на маяк выдается гражданину речной инспекцией.\n"
    (procedure,) = procedures(excerpt)
    assert not procedure.assessable
    assert element(procedure, "E07").status == "not_assessable"
    assert "missing" not in {one.status for one in procedure.elements}
    assert not list(find(whole_of(excerpt)))


def test_elements_stand_in_the_order_of_the_catalogue_and_of_the_matrix() -> None:
    known = load().procedures
    (procedure,) = procedures(LAW_RU)
    names = [one.id for one in procedure.elements]
    assert names == sorted(names)
    assert {one.id for one in procedure.elements if one.required} == known.required["T2"]
    assert set(names) == known.required["T2"] | known.recommended["T2"]


def test_the_report_holds_the_procedures_and_the_remark() -> None:
    norm = "1. Разрешение на маяк выдается гражданину инспекцией."
    text = f"Статья 1. Предмет\n1. Маяки.\nСтатья 2. Маяки\n{norm}\n"
    report = check(text)
    assert [procedure.type for procedure in report.procedures] == ["T2"]
    finding = next(one for one in report.findings if one.rule == "procedure-only-declared")
    assert "срок решения" in finding.why["ru"]
    assert "чечимдин мөөнөтү" in finding.why["ky"]
    assert finding.quote == "Разрешение на маяк выдается"


@pytest.mark.parametrize(
    ("lang", "name"), [("ru", "срок решения"), ("ky", "чечимдин мөөнөтү"), ("en", "term of decision")]
)
def test_what_a_procedure_lacks_is_named_in_words(lang: MessageLang, name: str) -> None:
    norm = "1. Разрешение на маяк выдается гражданину инспекцией."
    text = f"Статья 1. Предмет\n1. Маяки.\nСтатья 2. Маяки\n{norm}\n"
    told = [
        one for one in remarks(check(text), load(), lang) if one.finding.rule == "procedure-only-declared"
    ]
    missing = " ".join(told[0].missing)
    assert name in missing
    assert "procedure" not in missing


PIECES = st.sampled_from(
    [
        "Статья {}. Разрешение\n",
        "{}. Разрешение на маяк выдается инспекцией.\n",
        "{}) к заявлению прилагаются:\n",
        "Приложение {}\n",
        "{}-берене. Каттоо\n",
        "{}. Маякты каттоо инспекция тарабынан жүргүзүлөт.\n",
        "Глава {}. Проверки\n",
        "проверка проводится в течение {} дней, если\n",
        "Жарандарга субсидия {} күндүн ичинде берилет;\n",
        "«",
        "\n",
        "не ",
        "суд ",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(PIECES, st.integers(0, 40)), max_size=25))
def test_places_lie_in_their_units_whatever_the_text(pieces: list[tuple[str, int]]) -> None:
    whole = whole_of("".join(piece.format(number) for piece, number in pieces))
    act = whole.act
    for procedure, _ in whole.procedures:
        unit = act.units[procedure.unit]
        assert unit.start <= procedure.start < procedure.end <= unit.end
        assert list(procedure.units) == sorted(set(procedure.units))
        for one in procedure.elements:
            assert (one.span is None) == (one.unit is None)
            if one.span is not None and one.unit is not None:
                holder = act.units[one.unit]
                assert holder.start <= one.span.start < one.span.end <= act.units[holder.last].end
    for remark in find(whole):
        assert act.text[remark.start : remark.end].strip()


@cache
def real(name: str) -> WholeAct:
    lang = name.split("-")[1]
    with lzma.open(SHARED / f"data/acts/acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["id"] == name:
                return whole_of(record["text"])
    raise LookupError(name)


def sheet(whole: WholeAct, article: str) -> dict[str, tuple[str, str]]:
    """Status and place of the elements of the procedure created in an article."""
    for procedure, group in whole.procedures:
        if whole.act.units[group.root.block].number == article:
            return {
                one.id: (one.status, cite(whole.act, one.unit, "ru") if one.unit is not None else "")
                for one in procedure.elements
            }
    raise LookupError(article)


def test_the_water_permit_has_its_term_and_lacks_grounds_of_refusal() -> None:
    cells = sheet(real("kg-ru-water_code-txt2024"), "26")
    assert cells["E04"] == ("present", "п. 1 ст. 26")
    assert cells["E07"][0] == "present"
    assert cells["E11"] == ("present", "п. 9 ст. 26")
    assert cells["E15"] == ("present", "п. 2 ст. 28")
    assert cells["E08"][0] == cells["E10"][0] == "missing"


def test_articles_that_lost_force_belong_to_no_procedure() -> None:
    whole = real("kg-ru-water_code-txt2024")
    numbers = {whole.act.units[unit].number for procedure, _ in whole.procedures for unit in procedure.units}
    assert "26" in numbers
    assert not numbers & {"22", "23", "25"}


def test_the_discharge_permit_lacks_its_papers_and_grounds() -> None:
    cells = sheet(real("kg-ru-water_code-txt2024"), "53")
    assert cells["E04"][0] == cells["E08"][0] == cells["E10"][0] == "missing"
    assert cells["E07"] == ("present", "п. 4 ст. 53")
    assert cells["E13"] == ("present", "абзац первый ст. 57")
    assert cells["E15"] == ("elsewhere", "")


def test_the_law_on_appeals_is_one_procedure_with_its_term() -> None:
    (procedure,) = [procedure for procedure, _ in real("kg-ky-citizen_appeals").procedures]
    assert procedure.type == "T8"
    assert element(procedure, "E07").status == "present"
    assert element(procedure, "E08").status == "present"
    assert element(procedure, "E15").status == "present"


@pytest.mark.parametrize(
    "name", ["kg-ru-civil_code_2-txt2024", "kg-ru-criminal_code-txt2024", "kg-ru-family_code-txt2024"]
)
def test_private_and_criminal_codes_create_hardly_any_procedure(name: str) -> None:
    assert len(real(name).procedures) <= 1
