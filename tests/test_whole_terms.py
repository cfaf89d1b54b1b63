"""Terms, names, collisions and functions of bodies inside one act."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corruptex.detection.engine import Reading, engine
from corruptex.detection.profiles import profile_of
from corruptex.detection.whole import FINDERS, Remark, WholeAct
from corruptex.methodology import load
from corruptex.structure import cite, parse
from tests.shared import DATA

MINE = ("terms", "names", "collisions", "functions", "undefined")


def whole(text: str) -> WholeAct:
    compiled = engine(load())
    act = parse(text)
    return WholeAct(Reading(compiled, act, profile_of(act, compiled.methodology.profiles)), compiled)


def remarks(finder: str, text: str) -> list[tuple[str, str]]:
    seen = whole(text)
    return [(remark.aspect, text[remark.start : remark.end]) for remark in FINDERS[finder](seen)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Статья 2. Основные понятия\n1) улей (домик пчёл) - ящик для семьи;\n2) рамка - часть улья.\n",
            ["улей (домик пчёл)", "рамка"],
        ),
        ("1. Отбор ведёт совет по выпасу (далее - Совет).\n2. Совет заседает по средам.\n", ["Совет"]),
        (
            "1. Под пасечным взносом понимается плата за место пасеки.\n2. Взнос вносится до мая.\n",
            ["пасечным взносом"],
        ),
        (
            "2-берене. Негизги түшүнүктөр\n1) уюк - аары үйү;\n2) рамка - уюктун бөлүгү.\n",
            ["уюк", "рамка"],
        ),
        (
            "1. Тандоону жайыт кеңеши (мындан ары – Кеңеш) жүргүзөт.\n2. Кеңеш шаршембиде чогулат.\n",
            ["Кеңеш"],
        ),
        (
            "1. Аары взносу деп аарыкана орду үчүн төлөнгөн акы түшүнүлөт.\n2. Ал майга чейин төлөнөт.\n",
            ["Аары взносу"],
        ),
    ],
)
def test_terms_are_found_with_their_place(text: str, terms: list[str]) -> None:
    found = whole(text).definitions
    assert [definition.term.lower() for definition in found] == [term.lower() for term in terms]
    for definition in found:
        assert text[definition.start : definition.end].strip(' «»"“”') == definition.term


def test_a_list_with_dashes_is_no_list_of_terms() -> None:
    assert whole("1. Приём ведут:\n- кассир - утром;\n- сторож - вечером.\n").definitions == ()


def test_a_definition_for_one_article_holds_only_there() -> None:
    text = (
        "Статья 1. Рынок\n1. В настоящей статье под лотком понимается стол продавца.\n"
        "Статья 2. Ярмарка\n1. Под лотком понимается палатка.\n"
    )
    first, second = whole(text).definitions
    assert first.holder is not None
    assert second.holder is None


def test_names_in_one_clause_are_two_things() -> None:
    assert (
        remarks("names", "1. Договор подписывает лицензиат или владелец лицензии.\n2. Лицензиат платит.\n")
        == []
    )


def test_a_name_in_the_title_of_an_act_is_not_the_drafters() -> None:
    text = (
        "1. Порядок утверждает Кабинет Министров Кыргызской Республики.\n"
        "2. Отменить постановление Правительства Кыргызской Республики № 15.\n"
    )
    assert remarks("names", text) == []


def test_amending_acts_are_not_asked_to_use_their_terms() -> None:
    text = (
        "Закон Кыргызской Республики\nО внесении изменений в Закон „О пасеках“\n"
        "Статья 1. Внести в Закон Кыргызской Республики „О пасеках“ следующие изменения:\n"
        "1) статью 2 изложить в следующей редакции:\n"
        "«Статья 2. Основные понятия\n1) улей - ящик для пчёл;\n2) рамка - часть ящика.».\n"
    )
    assert not [aspect for aspect, _ in remarks("terms", text) if aspect == "unused"]


def test_norms_of_several_amended_acts_are_not_set_against_each_other() -> None:
    text = (
        "Закон Кыргызской Республики\nО внесении изменений в некоторые законодательные акты\n"
        "Статья 1. Внести в Закон Кыргызской Республики „О пасеках“ следующие изменения:\n"
        "1) часть 2 статьи 4 изложить в следующей редакции:\n"
        "«2. Заявление рассматривается министерством в течение 10 рабочих дней.».\n"
        "Статья 2. Внести в Закон Кыргызской Республики „О теплицах“ следующие изменения:\n"
        "1) часть 5 статьи 9 изложить в следующей редакции:\n"
        "«5. Заявление рассматривается министерством в течение 30 рабочих дней.».\n"
    )
    assert whole(text).act.amends
    assert all(remarks(finder, text) == [] for finder in MINE)


def test_a_longer_term_for_a_special_case_is_no_collision() -> None:
    text = (
        "1. Заявление рассматривается отделом в течение 10 рабочих дней.\n"
        "2. При наличии замечаний заявление рассматривается отделом в течение 20 рабочих дней.\n"
    )
    assert remarks("collisions", text) == []


def test_bodies_of_one_tier_have_one_power_side_by_side() -> None:
    text = (
        "Статья 1. Мэрия\nК компетенции мэрии относится:\n1) выдача разрешений на вывеску лавки.\n"
        "Статья 2. Аил\nК компетенции айыл окмоту относится:\n1) выдача разрешений на вывеску лавки.\n"
    )
    assert remarks("functions", text) == []
    assert [
        aspect
        for aspect, _ in remarks(
            "functions", text.replace("Мэрия", "Агентство").replace("мэрии", "агентства")
        )
    ] == ["shared"]


def _acts() -> Iterator[tuple[str, str]]:
    for lang in ("ru", "ky"):
        path = DATA / "acts" / f"acts_{lang}.jsonl.xz"
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield record["id"], record["text"]


@pytest.fixture(scope="module")
def real() -> dict[str, list[tuple[Remark, str]]]:
    """Remarks with citations on four real acts, two in each language."""
    wanted = (
        "kg-ru-land_code_2025-pdf2025",
        "kg-ru-water_code-txt2024",
        "kg-ky-citizen_appeals",
        "kg-ky-municipal_property",
    )
    found = {}
    for name, text in _acts():
        if name in wanted:
            seen = whole(text)
            found[name] = [
                (remark, cite(seen.act, remark.unit, "ru"))
                for finder in MINE
                for remark in FINDERS[finder](seen)
            ]
    return found


def test_the_land_code_gives_one_power_to_a_district_and_to_a_town(
    real: dict[str, list[tuple[Remark, str]]],
) -> None:
    shared = [place for remark, place in real["kg-ru-land_code_2025-pdf2025"] if remark.aspect == "shared"]
    assert "п. 8 ч. 1 ст. 22" in shared
    judges = [place for remark, place in real["kg-ru-land_code_2025-pdf2025"] if remark.aspect == "judge"]
    assert judges == ["п. 17 ст. 20", "п. 10 ч. 1 ст. 23", "п. 12 ч. 1 ст. 24"]


def test_the_water_code_has_two_names_of_the_executive_and_two_makers_of_one_standard(
    real: dict[str, list[tuple[Remark, str]]],
) -> None:
    found = {
        (remark.values.get("name") or remark.aspect, place)
        for remark, place in real["kg-ru-water_code-txt2024"]
    }
    assert found == {("Кабинет Министров", "п. 2 ст. 40"), ("shared", "п. 3 ст. 49")}


def test_kyrgyz_laws_are_read_too(real: dict[str, list[tuple[Remark, str]]]) -> None:
    appeals = {remark.values.get("name") or remark.aspect for remark, _ in real["kg-ky-citizen_appeals"]}
    assert appeals == {"term"}
    assert {remark.values.get("name") for remark, _ in real["kg-ky-municipal_property"]} == {
        "тендер",
        "жергиликтүү коомчулук",
    }


PIECES = (
    "Статья 2. Основные понятия\n",
    "2-берене. Негизги түшүнүктөр\n",
    "1) улей - ящик для пчёл;\n",
    "2) уюк (үй) – аары үйү;\n",
    "1. Совет (далее - Совет) выдаёт билет в течение 3 дней.\n",
    "1. Совет выдаёт билет в течение пяти дней.\n",
    "2. Агенттик билет берет, текшерет жана айып салат (мындан ары ААА).\n",
    "3. Торговля с лотка запрещается.\n",
    "3. Торговля с лотка допускается.\n",
    "4. Инспекция рассматривает жалобы, проводит проверки, выдаёт разрешения:\n",
    "- ",
    "«(",
    ")—",
    "ГКРД ",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_remarks_stand_on_words_of_their_unit(text: str) -> None:
    seen = whole(text)
    for definition in seen.definitions:
        assert seen.act.units[definition.unit].start <= definition.start < definition.end <= len(text)
    for finder in MINE:
        for remark in FINDERS[finder](seen):
            unit = seen.act.units[remark.unit]
            assert unit.start <= remark.start < remark.end <= unit.end
            assert text[remark.start : remark.end].strip()
