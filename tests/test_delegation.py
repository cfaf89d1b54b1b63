"""What acts hand over, to whom, and self-delegation, in both languages."""

from __future__ import annotations

import json
import lzma

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corruptex import check
from corruptex.structure.citing import article_of
from tests.shared import SHARED


@pytest.mark.parametrize(
    ("text", "subject", "body"),
    [
        ("1. Пропускту узартуунун тартибин мэрия аныктайт.", "Пропускту узартуунун тартибин", "мэрия"),
        ("1. Жол акысынын өлчөмүн шаардык кеңеш бекитет.", "Жол акысынын өлчөмүн", "шаардык кеңеш"),
        ("1. Жолду жабуунун эрежесин агенттик аныктай алат.", "Жолду жабуунун эрежесин", "агенттик"),
        ("1. Агенттик жолдордун тизмегин бекитүүгө укуктуу.", "жолдордун тизмегин", "Агенттик"),
        ("1. Порядок ночлега на перевале определяет мэр.", "Порядок ночлега на перевале", "мэр"),
        ("1. Агентство вправе утвердить перечень троп.", "перечень троп", "Агентство"),
        ("1. Инспекция может определить порядок обхода.", "порядок обхода", "Инспекция"),
        (
            "1. К компетенции агентства относится: утверждение порядка обхода.",
            "порядка обхода",
            "агентства",
        ),
        (
            "1. Уполномоченный орган по своему усмотрению устанавливает для заявителя размер платы.",
            "размер платы",
            "Уполномоченный орган",
        ),
    ],
)
def test_a_body_hands_a_matter_to_itself_by_whatever_verb(text, subject, body):
    (found,) = delegations(text)
    assert (found.subject, found.delegate.text) == (subject, body)


@pytest.mark.parametrize(
    "text",
    [
        "1. Соглашение, заключенное агентством, устанавливает ставки платы за проход.",
        "1. Агентству утвердить перечень троп до 1 мая.",
        "1. Настоящее Положение определяет перечень троп.",
    ],
)
def test_a_body_that_is_no_subject_settles_nothing(text):
    assert delegations(text) == ()


@pytest.mark.parametrize(
    "article",
    [
        "Статья 2. Приюты\n1. Перечень приютов с особым режимом утверждается Кабинетом Министров.\n"
        "2. По решению Кабинета Министров в приютах с особым режимом вводится пропуск.\n",
        "Статья 2. Выборы\n1. Жогорку Кенеш назначает представителей.\n"
        "2. Представитель отзывается в порядке, утверждаемом Жогорку Кенешем.\n",
        "2-берене. Байкоочулар\n1. Борбордук шайлоо комиссиясы байкоочуларга күбөлүк берет.\n"
        "2. Байкоочуларга күбөлүк берүүнүн тартиби Борбордук шайлоо комиссиясы тарабынан аныкталат.\n",
        "Статья 2. Проверка\n1. Агентство проверяет приюты по согласованию с инспекцией.\n"
        "2. Порядок проверки приютов определяется инспекцией.\n",
    ],
)
def test_who_makes_rules_for_others_or_is_only_asked_does_not_delegate_to_itself(article):
    found = delegations(article)
    assert found
    assert not any(one.itself for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "1. Условия и порядок переноса лавки на другое место определяются инспекцией.",
        "1. Дүкөндү башка жерге көчүрүүнүн тартиби инспекция тарабынан аныкталат.",
    ],
)
def test_what_is_found_to_be_left_to_a_body_touches_rights(text):
    report = check(text)
    assert "C1" in {finding.code for finding in report.findings}
    assert [one.kind for one in report.delegations] == ["rights"]


MATTERS = ["порядок отбора проводников", "перечень троп", "размер платы за проход", "форма пропуска"]
BODIES = ["министерством", "Кабинетом Министров", "инспекцией", "агентством"]


def delegations(text: str):
    return check(text).delegations


@pytest.mark.parametrize(
    ("text", "subject", "body", "kind"),
    [
        (
            "1. Порядок выдачи пропусков на ледник определяется агентством.",
            "Порядок выдачи пропусков на ледник",
            "агентством",
            "rights",
        ),
        (
            "1. Кабинетом Министров устанавливается размер платы за проход.",
            "размер платы за проход",
            "Кабинетом Министров",
            "rights",
        ),
        ("1. Агентство утверждает форму бланка пропуска.", "форму бланка пропуска", "Агентство", "technical"),
        (
            "1. Проход закрывается в порядке, определяемом инспекцией.",
            "Проход закрывается в порядке",
            "инспекцией",
            "rights",
        ),
        (
            "1. Мөңгүгө уруксат берүүнүн тартиби агенттик тарабынан аныкталат.",
            "Мөңгүгө уруксат берүүнүн тартиби",
            "агенттик",
            "rights",
        ),
        (
            "1. Министрлер Кабинети жол үчүн акынын өлчөмүн белгилейт.",
            "жол үчүн акынын өлчөмүн",
            "Министрлер Кабинети",
            "rights",
        ),
        ("1. Жол инспекция белгилеген тартипте жабылат.", "тартипте жабылат", "инспекция", "rights"),
    ],
)
def test_a_delegation_names_its_subject_its_body_and_its_kind(text, subject, body, kind):
    (found,) = delegations(text)
    assert (found.subject, found.delegate.text, found.kind) == (subject, body, kind)
    assert not found.itself


@pytest.mark.parametrize(
    "text",
    [
        "1. Порядок выдачи пропусков определяется настоящим Законом.",
        "1. Порядок встреч с ребёнком определяется решением суда.",
        "1. Настоящее Положение определяет порядок отбора проводников.",
        "1. В случаях, предусмотренных статьёй 5, агентство закрывает проход.",
        "1. Ледник охраняется агентством.",
        "1. Уруксат берүүнүн тартиби мыйзам менен белгиленет.",
        "1. Мэрия мыйзамда белгиленген тартипте жолду жабат.",
        "1. Мөңгү агенттик тарабынан корголот.",
    ],
)
def test_what_a_law_a_court_or_the_act_itself_settles_is_not_handed_over(text):
    assert delegations(text) == ()


def test_self_delegation_needs_the_body_to_act_in_the_same_article():
    applies = "Статья 3. Пропуск\n1. Заявка рассматривается агентством.\n"
    rule = "2. Перечень документов для пропуска определяется агентством.\n"
    (here,) = delegations(applies + rule)
    assert here.itself
    (elsewhere,) = delegations(applies + "Статья 4. Бумаги\n1. " + rule[3:])
    assert not elsewhere.itself


def test_a_body_above_those_that_apply_the_rule_does_not_delegate_to_itself():
    found = delegations(
        "Статья 3. Отказ\n1. Таможня отказывает в выпуске в порядке, определяемом Комиссией.\n"
        "2. Сведения о выпуске направляются в Комиссию.\n"
    )
    assert [one.itself for one in found] == [False]


def test_a_list_of_powers_is_no_self_delegation():
    found = delegations(
        "Статья 3. Полномочия агентства\nК полномочиям агентства относятся:\n"
        "1) утверждение порядка отбора проводников;\n2) выдача удостоверений проводникам."
    )
    assert [(one.subject, one.itself) for one in found] == [("порядка отбора проводников", False)]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(MATTERS), st.sampled_from(BODIES)), min_size=1, max_size=5))
def test_every_delegation_of_a_row_of_norms_is_found_in_its_own_unit(pairs):
    text = "\n".join(f"{turn}. {matter} определяется {body}." for turn, (matter, body) in enumerate(pairs, 1))
    report = check(text)
    assert [(one.subject, one.delegate.text) for one in report.delegations] == pairs
    for one in report.delegations:
        unit = report.act.units[one.unit]
        assert unit.start <= one.start < one.end <= unit.end


REAL = [
    ("kg-ru-water_code-txt2024", "26", "процедуру", False),
    ("kg-ru-water_code-txt2024", "28", "компенсации", False),
    ("kg-ru-water_code-txt2024", "52", "условия", False),
    ("kg-ru-water_code-txt2024", "53", "документов", True),
    ("kg-ru-tax_code-txt2024", "60-1", "риска", True),
    ("kg-ru-tax_code-txt2024", "133", "случаях", True),
    ("kg-ru-tax_code-txt2024", "384", "порядок", False),
    ("kg-ru-tax_code-txt2024", "414", "порядке", True),
    ("kg-ru-land_code_2025-pdf2025", "28", "торгов, прямого", True),
    ("kg-ru-land_code_2025-pdf2025", "67", "порядке", False),
]


@pytest.fixture(scope="module")
def reports():
    with lzma.open(SHARED / "data/acts/acts_ru.jsonl.xz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    wanted = {name for name, *_ in REAL}
    return {one["id"]: check(one["text"]) for one in records if one["id"] in wanted}


@pytest.mark.skipif(not SHARED.exists(), reason="needs the shared data")
@pytest.mark.parametrize(("name", "article", "subject", "itself"), REAL)
def test_articles_of_real_codes_hand_over_what_experts_underlined(reports, name, article, subject, itself):
    report = reports[name]
    found = [
        one
        for one in report.delegations
        if (unit := article_of(report.act, one.unit)) is not None and unit.number == article
    ]
    assert any(subject in one.subject and one.itself == itself for one in found)
