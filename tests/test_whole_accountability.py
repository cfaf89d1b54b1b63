"""The act and its accountability: basis of by-laws, entry into force, commissions, publication, control."""

from __future__ import annotations

import json
import lzma
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corruptex.detection.engine import Reading, engine
from corruptex.detection.whole import FINDERS, Remark, WholeAct
from corruptex.detection.whole.competence import basis_of
from corruptex.methodology import load
from corruptex.model import Act, Lang
from corruptex.structure import parse
from tests.shared import DATA, SHARED

ENGINE = engine(load())
MINE = ("accountability", "commissions", "competence", "income", "transition")

COUNCIL_RU = "ПОСТАНОВЛЕНИЕ\nКара-Жарского городского кенеша\nО порядке на улицах\n"
COUNCIL_KY = "Кара-Жар шаардык кеңеши\nТОКТОМ\nКөчөлөрдөгү тартип жөнүндө\n"
WITHOUT_LAW_RU = "В целях улучшения порядка Кара-Жарский городской кенеш постановляет:\n"
WITHOUT_LAW_KY = "Тартипти жакшыртуу максатында Кара-Жар шаардык кеңеши токтом кылат:\n"
WITH_LAW_RU = "В соответствии со статьей 9 Закона „О городах“ Кара-Жарский городской кенеш постановляет:\n"
WITH_LAW_KY = "„Шаарлар жөнүндө“ Мыйзамдын 9-беренесине ылайык Кара-Жар шаардык кеңеши токтом кылат:\n"


def _whole(text: str, lang: Lang = "ru", **changes: object) -> WholeAct:
    act = parse(text)
    units = tuple(replace(unit, lang=lang) for unit in act.units)
    return _read(replace(act, lang=lang, units=units, **changes))  # type: ignore[arg-type]


def _read(act: Act) -> WholeAct:
    return WholeAct(Reading(ENGINE, act, ENGINE.methodology.profiles[-1]), ENGINE)


def _noticed(whole: WholeAct, finder: str) -> list[Remark]:
    return list(FINDERS[finder](whole))


def _words(whole: WholeAct, remark: Remark) -> str:
    return whole.act.text[remark.start : remark.end]


@cache
def _real(name: str) -> WholeAct:
    for lang in ("ru", "ky"):
        with lzma.open(DATA / "acts" / f"acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["id"] == name:
                    return _read(parse(record["text"]))
    raise KeyError(name)


real = pytest.mark.skipif(not SHARED.exists(), reason="the real acts are not beside the checkout")


@pytest.mark.parametrize(
    ("text", "lang", "basis"),
    [
        (COUNCIL_RU + WITHOUT_LAW_RU + "1. Лавки моют.\n2. Двор метут.", "ru", "none"),
        (COUNCIL_RU + WITH_LAW_RU + "1. Лавки моют.\n2. Двор метут.", "ru", "law"),
        (COUNCIL_KY + WITHOUT_LAW_KY + "1. Дүкөн жуулат.\n2. Короо шыпырылат.", "ky", "none"),
        (COUNCIL_KY + WITH_LAW_KY + "1. Дүкөн жуулат.\n2. Короо шыпырылат.", "ky", "law"),
        ("ПРАВИЛА\nуборки\n1. Лавки моют.\n2. Двор метут.", "ru", "unseen"),
        (
            COUNCIL_RU
            + WITHOUT_LAW_RU
            + "1. Правила разработаны в соответствии с Законом „О дворах“.\n2. Двор метут.",
            "ru",
            "law",
        ),
        (
            "КАБИНЕТ МИНИСТРОВ КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nПОСТАНОВЛЕНИЕ\nО дворах\nВ соответствии со статьей 13 "
            "конституционного Закона „О Кабинете Министров“ Кабинет Министров постановляет:"
            "\n1. Двор метут.\n2. Дом моют.",
            "ru",
            "general",
        ),
    ],
)
def test_the_basis_of_a_by_law_is_a_law_it_names(text: str, lang: Lang, basis: str) -> None:
    assert basis_of(_whole(text, lang)) == basis


def test_a_fine_is_doubted_where_the_preamble_names_a_law() -> None:
    norm = "1. Двор метут ежедневно.\n2. С нарушителей взимается штраф 900 сомов."
    (bare,) = _noticed(_whole(COUNCIL_RU + WITHOUT_LAW_RU + norm), "competence")
    (named,) = _noticed(_whole(COUNCIL_RU + WITH_LAW_RU + norm), "competence")
    assert (bare.aspect, named.aspect) == ("only_law", "only_law")
    assert named.doubt < bare.doubt
    assert named.values["basis"] != bare.values["basis"]


@pytest.mark.parametrize("kind", ["law", "code", "constitution", "note", "court_act"])
def test_a_law_may_set_a_fine(kind: str) -> None:
    text = COUNCIL_RU + WITHOUT_LAW_RU + "1. С нарушителей взимается штраф 900 сомов.\n2. Двор метут."
    assert not _noticed(_whole(text, kind=kind), "competence")


def test_each_matter_is_reported_once_at_its_first_norm() -> None:
    text = (
        COUNCIL_KY + WITHOUT_LAW_KY + "1. Эрежени бузгандарга 900 сом айып салынат.\n"
        "2. Экинчи жолу бузгандарга 1800 сом айып салынат.\n"
        "3. Ишкерлер бастырма орнотууга тийиш.\n4. Ишкерлер чырак орнотууга тийиш."
    )
    whole = _whole(text, "ky")
    found = _noticed(whole, "competence")
    assert [(r.aspect, whole.act.units[r.unit].number) for r in found] == [
        ("only_law", "1"),
        ("without_basis", "3"),
    ]


LINES = {
    "ru": [
        "Двор метут ежедневно.",
        "Мэрия ведет журнал.",
        "Лавки открываются в восемь часов.",
        "Справки дает отдел культуры.",
    ],
    "ky": [
        "Короо күн сайын шыпырылат.",
        "Мэрия журнал жүргүзөт.",
        "Дүкөндөр саат сегизде ачылат.",
        "Маалымкатты маданият бөлүмү берет.",
    ],
}
FINE = {"ru": "С нарушителей взимается штраф 900 сомов.", "ky": "Бузгандарга 900 сом айып салынат."}
LAWFUL = {
    "ru": "С нарушителей взимается штраф по Кодексу о правонарушениях.",
    "ky": "Бузгандарга Укук бузуулар жөнүндө кодекс боюнча айып салынат.",
}
HEAD: dict[str, str] = {"ru": COUNCIL_RU + WITHOUT_LAW_RU, "ky": COUNCIL_KY + WITHOUT_LAW_KY}


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["ru", "ky"]), st.data())
def test_a_fine_is_found_wherever_it_stands_and_nothing_else(lang: Lang, data: st.DataObject) -> None:
    lines = data.draw(st.lists(st.sampled_from(LINES[lang]), min_size=2, max_size=6))
    place = data.draw(st.integers(0, len(lines)))
    lawful = data.draw(st.booleans())
    lines.insert(place, LAWFUL[lang] if lawful else FINE[lang])
    numbered = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1))
    whole = _whole(HEAD[lang] + numbered, lang)
    found = _noticed(whole, "competence")
    if lawful:
        assert not found
        return
    (remark,) = found
    unit = whole.act.units[remark.unit]
    assert unit.number == str(place + 1)
    assert unit.start <= remark.start < remark.end <= unit.end
    assert _words(whole, remark) in FINE[lang]


def test_the_entry_into_force_names_the_duty_it_leaves_no_time_for() -> None:
    text = (
        "ЗАКОН\nО весах\nСтатья 1. Весы\nПродавец обязан установить весы.\n"
        "Статья 2. Вступление в силу\nНастоящий Закон вступает в силу со дня опубликования."
    )
    whole = _whole(text)
    (remark,) = _noticed(whole, "transition")
    assert "ст. 1" in remark.values["norm"]["ru"]  # type: ignore[index]
    assert "1-берене" in remark.values["norm"]["ky"]  # type: ignore[index]
    assert not _noticed(_whole(text, kind="code"), "transition")


def test_an_act_in_force_before_it_was_adopted_tells_both_days() -> None:
    text = (
        COUNCIL_KY.replace("ТОКТОМ\n", "ТОКТОМ\n2026-жылдын 14-майы № 8\n")
        + WITH_LAW_KY
        + "1. Тарифтер бекитилсин.\n2. Токтом 2026-жылдын 1-{month} тартып күчүнө кирет."
    )
    (remark,) = _noticed(_whole(text.format(month="мартынан"), "ky"), "transition")
    assert remark.values == {"adopted": "14.05.2026", "entry": "01.03.2026"}
    assert not _noticed(_whole(text.format(month="июнунан"), "ky"), "transition")


def test_two_commissions_are_two_remarks_and_one_commission_is_one() -> None:
    text = (
        "ПОЛОЖЕНИЕ\nо помощи\n1. Конкурсная комиссия определяет победителя среди жителей.\n"
        "2. Конкурсная комиссия принимает решение по заявлению жителя.\n"
        "3. Жилищная комиссия принимает решение о квартире для жителя."
    )
    whole = _whole(text)
    found = _noticed(whole, "commissions")
    assert [whole.act.units[remark.unit].number for remark in found] == ["1", "3"]
    assert {remark.aspect for remark in found} == {"rules"}


def test_what_the_act_says_of_a_commission_is_not_called_missing() -> None:
    decides = "1. Комиссия определяет получателей кредита из числа заявителей.\n2. Заявления хранятся год.\n"
    bare = _noticed(_whole("ПОЛОЖЕНИЕ\nо кредите\n" + decides), "commissions")
    recused = _noticed(
        _whole("ПОЛОЖЕНИЕ\nо кредите\n" + decides + "3. Родственник заявителя не решает."), "commissions"
    )
    assert "отвод" in bare[0].values["missing"]["ru"]  # type: ignore[index]
    assert "отвод" not in recused[0].values["missing"]["ru"]  # type: ignore[index]


def test_nothing_is_absent_from_an_excerpt_or_an_amending_act() -> None:
    norms = "1. Средства фонда расходуются по решению мэра.\n2. Помощь предоставляется по решению мэрии."
    text = "ПОЛОЖЕНИЕ\nо фонде\n" + norms
    assert {remark.aspect for remark in _noticed(_whole(text), "accountability")} == {
        "control",
        "publication",
    }
    assert not _noticed(_whole(text, amends=True), "accountability")
    assert not _noticed(_whole(text.replace("1.", "7.").replace("2.", "8.")), "accountability")


def test_the_fund_is_found_only_with_the_norm_that_spends_it() -> None:
    fills = "ПОЛОЖЕНИЕ\nо надзоре\n1. Штрафы зачисляются в фонд надзора.\n"
    assert not _noticed(_whole(fills + "2. Надзор ведет журнал."), "income")
    (remark,) = _noticed(_whole(fills + "2. Средства фонда расходуются на премирование надзора."), "income")
    assert remark.values["norm"]["ru"] == "п. 2"  # type: ignore[index]


@real
def test_spending_of_the_reserve_fund_is_without_control() -> None:
    whole = _real("osh-ky-22_229")
    (remark,) = _noticed(whole, "accountability")
    assert remark.aspect == "control"
    assert whole.act.units[remark.unit].number == "4"


@real
def test_commissions_that_impose_liability_have_no_rules() -> None:
    whole = _real("kg-ky-osh_status")
    (remark,) = _noticed(whole, "commissions")
    assert (remark.aspect, whole.act.units[remark.unit].number) == ("rules", "11")


@real
def test_a_commission_with_quorum_and_vote_lacks_only_the_recusal() -> None:
    whole = _real("osh-ky-9_ТОКТОМ_278_Ипотека_боюнча_Жобого_толуктоо_киргизуу_жонундо")
    assert {remark.aspect for remark in _noticed(whole, "commissions")} == {"recusal"}


@real
@pytest.mark.parametrize(
    "name",
    [
        "kg-ky-employers_council",
        "kg-ky-library_fund_rules",
        "kg-ky-local_council_elections",
        "kg-ru-president_decree_96_2025",
    ],
)
def test_acts_that_say_it_or_need_not_say_it_are_left_alone(name: str) -> None:
    whole = _real(name)
    assert not [remark for finder in MINE for remark in _noticed(whole, finder)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "ru",
            "ПОЛОЖЕНИЕ\nо лавках\n1. Решение о предоставлении участка жителю принимается комиссией.\n"
            "2. Мэр утверждает состав комиссии.",
        ),
        (
            "ky",
            "Дүкөндөр жөнүндө\nЖОБО\n1. Комиссия тургунга уруксат берүү жөнүндө чечим кабыл алат. "
            "Комиссиянын курамын мэр бекитет.",
        ),
    ],
)
def test_members_approved_by_somebody_are_no_rules_of_a_commission(lang: Lang, text: str) -> None:
    (found,) = _noticed(_whole(text, lang), "commissions")
    assert found.aspect == "rules"


@pytest.mark.parametrize(
    ("lang", "act", "order", "words"),
    [
        (
            "ru",
            COUNCIL_RU + WITHOUT_LAW_RU,
            "1. Размер сбора за торговлю устанавливает мэр.",
            "Размер сбора за торговлю устанавливает",
        ),
        (
            "ky",
            COUNCIL_KY + WITHOUT_LAW_KY,
            "1. Жарманкедеги жыйымдын өлчөмүн мэр белгилейт.",
            "жыйымдын өлчөмүн мэр белгилейт",
        ),
        (
            "ky",
            COUNCIL_KY + WITHOUT_LAW_KY,
            "1. Токтотмо үчүн жыйым ар бир саатка 50 сом өлчөмүндө төлөнөт.",
            "жыйым ар бир саатка 50 сом өлчөмүндө төлөнөт",
        ),
    ],
)
def test_a_charge_that_a_by_law_sets_or_leaves_to_a_body_is_for_a_law(
    lang: Lang, act: str, order: str, words: str
) -> None:
    whole = _whole(act + order, lang)
    assert [_words(whole, one) for one in _noticed(whole, "competence")] == [words]
