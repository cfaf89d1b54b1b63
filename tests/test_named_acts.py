"""Acts that a text names, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corruptex.structure.codes import CODES, code_id
from corruptex.structure.named_acts import named_acts


@pytest.mark.parametrize(
    ("text", "words", "kind", "title", "date", "number"),
    [
        (
            'по Закону Кыргызской Республики "О пчеловодстве" от 8 декабря 2010 года № 319 выдаётся',
            'Закону Кыргызской Республики "О пчеловодстве" от 8 декабря 2010 года № 319',
            "law",
            "О пчеловодстве",
            "2010-12-08",
            "319",
        ),
        (
            "Закон КР от 1 мая 2020 года № 5 «О пчеловодстве» применяется",
            "Закон КР от 1 мая 2020 года № 5 «О пчеловодстве»",
            "law",
            "О пчеловодстве",
            "2020-05-01",
            "5",
        ),
        (
            'Законом "О внесении изменений в Закон "О пчеловодстве"" отменено',
            'Законом "О внесении изменений в Закон "О пчеловодстве""',
            "law",
            'О внесении изменений в Закон "О пчеловодстве"',
            None,
            None,
        ),
        ("в силу Налогового кодекса пасека", "Налогового кодекса", "code", "Налоговый кодекс", None, None),
        (
            "по Кодексу Кыргызской Республики о правонарушениях",
            "Кодексу Кыргызской Республики о правонарушениях",
            "code",
            "Кодекс о правонарушениях",
            None,
            None,
        ),
        (
            "утверждены постановлением Кабинета Министров Кыргызской Республики от 3 марта 2022 года № 12.",
            "постановлением Кабинета Министров Кыргызской Республики от 3 марта 2022 года № 12",
            "cabinet_resolution",
            "",
            "2022-03-03",
            "12",
        ),
        (
            "приказ министерства от 05.05.2021 № 12/1 действует",
            "приказ министерства от 05.05.2021 № 12/1",
            "order",
            "",
            "2021-05-05",
            "12/1",
        ),
        (
            "решением Баткенского городского кенеша от 31 мая 2020 года № 5-3",
            "решением Баткенского городского кенеша от 31 мая 2020 года № 5-3",
            "local_resolution",
            "",
            "2020-05-31",
            "5-3",
        ),
        (
            '"Балчылык жөнүндө" Кыргыз Республикасынын Мыйзамына ылайык',
            '"Балчылык жөнүндө" Кыргыз Республикасынын Мыйзамына',
            "law",
            "Балчылык жөнүндө",
            None,
            None,
        ),
        (
            "КР 2013-жылдын 11-июлундагы № 131 Мыйзамынын редакциясында",
            "КР 2013-жылдын 11-июлундагы № 131 Мыйзамынын",
            "law",
            "",
            "2013-07-11",
            "131",
        ),
        (
            "Кыргыз Республикасынын Министрлер Кабинетинин 2022-жылдын 3-мартындагы № 12 токтому менен",
            "Кыргыз Республикасынын Министрлер Кабинетинин 2022-жылдын 3-мартындагы № 12 токтому",
            "cabinet_resolution",
            "",
            "2022-03-03",
            "12",
        ),
        ("ага Салык кодексинде жол берилет", "Салык кодексинде", "code", "Салык кодекси", None, None),
        (
            "Баткен шаардык Кеңешинин 2014-жылдын 19-ноябрындагы №230-токтому",
            "Баткен шаардык Кеңешинин 2014-жылдын 19-ноябрындагы №230-токтому",
            "local_resolution",
            "",
            "2014-11-19",
            "230",
        ),
        ("жана Конституцияга ылайык", "Конституцияга", "constitution", "Конституция", None, None),
    ],
)
def test_a_named_act_is_read_with_kind_title_date_and_number(  # noqa: PLR0917
    text, words, kind, title, date, number
):
    (found,) = named_acts(text)
    assert (text[found.start : found.end], found.kind, found.title) == (words, kind, title)
    assert (found.date, found.number) == (date, number)


@pytest.mark.parametrize(
    "text",
    [
        "в соответствии с законодательством и законом",
        "настоящим Кодексом и настоящего Закона",
        "решение органа обжалуется, приказ издаётся",
        "ушул Мыйзам жана ушул Кодекстин беренеси",
        "мыйзамдарга ылайык токтом кабыл алынат",
        "жүрүм-турум кодекси бекитилет",
        "кодекс этики",
    ],
)
def test_words_that_name_no_certain_act_are_none(text):
    assert named_acts(text) == []


def test_several_acts_of_one_noun_are_several_acts():
    russian = named_acts("(В редакции Законов КР от 5 мая 2013 года № 32, 11 апреля 2023 года № 86)")
    assert [(act.date, act.number) for act in russian] == [("2013-05-05", "32"), ("2023-04-11", "86")]
    kyrgyz = named_acts("КР 2013-жылдын 11-июлундагы № 131, 2014-жылдын 3-мартындагы № 12 Мыйзамдарынын")
    assert [(act.date, act.number) for act in kyrgyz] == [("2013-07-11", "131"), ("2014-03-03", "12")]
    titles = named_acts('Законами "О лугах" и "О стогах" | "Шалбаа жөнүндө", "Чөмөлө жөнүндө" мыйзамдары')
    assert [act.title for act in titles] == ["О лугах", "О стогах", "Шалбаа жөнүндө", "Чөмөлө жөнүндө"]


def test_a_day_that_is_no_day_gives_no_date():
    (found,) = named_acts('Закон "О лугах" от 31 февраля 2020 года № 7')
    assert (found.date, found.number) == (None, "7")


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_both_names_of_a_code_name_the_same_code(code):
    assert code_id(code.ru) == code.id
    assert code_id(code.ky) == code.id


PIECES = st.sampled_from(
    [
        "Закон",
        "Закону",
        "Законов",
        "Кодекс",
        "кодексом",
        "Налоговым",
        "Кыргызской Республики",
        "КР",
        "от",
        "8 мая 2010 года",
        "№ 319",
        "№",
        "«О лугах»",
        '"О лугах"',
        '"',
        "»",
        "«",
        ",",
        "и",
        "\n",
        "постановление",
        "Правительства",
        "Мыйзамынын",
        "мыйзамдары",
        "кодекси",
        "Салык",
        "токтому",
        "Өкмөтүнүн",
        "Кыргыз Республикасынын",
        "2013-жылдын",
        "11-июлундагы",
        "№ 131",
        '"Лугдар жөнүндө"',
        "жана",
        "Конституция",
        "Жарлыгы",
        "-",
        " ",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_places_are_in_order_do_not_overlap_and_hold_what_they_name(text):
    place = 0
    for found in named_acts(text):
        assert place <= found.start < found.end <= len(text)
        words = text[found.start : found.end]
        assert words == words.strip()
        assert found.number is None or found.number in words
        assert found.title or found.date or found.number
        place = found.end
