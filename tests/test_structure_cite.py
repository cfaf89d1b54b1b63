"""Citations in the style of the act, in both languages."""

import pytest

from corruptex.model import Act, Lang
from corruptex.structure import cite, parse, path
from corruptex.structure.numbers import (
    kyrgyz_ordinal,
    roman,
    roman_value,
    russian_ordinal,
    spelled,
    unflatten,
)

NEW_CODE = parse(
    "Глава 1. Начало\nСтатья 12-1. Имя\n1. Орган, указанный в части 2 статьи 3:\n1) выдает:\nа) бланк;\n"
    "б) справку;\n"
    "2) ведет учет.\nУчет открыт.\n2. Норма.\n"
)
OLD_LAW = parse(
    "Статья 8. Имя\n1. Согласно пункту 1 статьи 3 орган:\nа) ведет учет;\n- по рекам;\n- по озерам.\n"
    "2. Норма.\nСтатья 9. Имя\n1. Норма.\n"
)
OLD_CODE = parse(
    "53-статья. Аты\nБиринчи чен.\nКызматкер укуктуу:\n- эс алууга;\n- акы алууга.\n"
    "54-статья. Аты\nЧен.\nДагы бир чен.\n"
)
BY_LAW = parse(
    "Мэрия токтом кылат:\n1. Тартип бекитилсин.\n2. Көзөмөл жүктөлсүн.\n1-тиркеме\nТартип\n"
    "1. Жалпы жоболор\n1.1. Тартип сейил бакка колдонулат:\n1) күндүз;\n2) түнкүсүн.\nИт киргизилбейт.\n"
    "1.2. Чен.\n1.3. Чен.\n"
)


def find(act: Act, words: str) -> int:
    return next(unit.index for unit in act.units if words in act.text[unit.body : unit.end])


@pytest.mark.parametrize(
    ("act", "words", "russian", "kyrgyz"),
    [
        (NEW_CODE, "Имя", "ст. 12-1", "12-1-берене"),
        (NEW_CODE, "Орган", "ч. 1 ст. 12-1", "12-1-берененин 1-бөлүгү"),
        (NEW_CODE, "ведет учет", "п. 2 ч. 1 ст. 12-1", "12-1-берененин 1-бөлүгүнүн 2-пункту"),
        (
            NEW_CODE,
            "справку",
            "пп. «б» п. 1 ч. 1 ст. 12-1",
            "12-1-берененин 1-бөлүгүнүн 1-пунктунун «б» пунктчасы",
        ),
        (NEW_CODE, "открыт", "абзац второй ч. 1 ст. 12-1", "12-1-берененин 1-бөлүгүнүн экинчи абзацы"),
        (NEW_CODE, "Начало", "гл. 1", "1-глава"),
        (OLD_LAW, "ведет", "пп. «а» п. 1 ст. 8", "8-берененин 1-пунктунун «а» пунктчасы"),
        (
            OLD_LAW,
            "озерам",
            "абзац третий пп. «а» п. 1 ст. 8",
            "8-берененин 1-пунктунун «а» пунктчасынын үчүнчү абзацы",
        ),
        (OLD_CODE, "Кызматкер", "часть вторая ст. 53", "53-статьянын экинчи бөлүгү"),
        (OLD_CODE, "акы", "абзац третий ч. 2 ст. 53", "53-статьянын экинчи бөлүгүнүн үчүнчү абзацы"),
        (BY_LAW, "Көзөмөл", "п. 2", "2-пункт"),
        (BY_LAW, "түнкүсүн", "пп. 2 п. 1.1 приложения 1", "1-тиркеменин 1.1-пунктунун 2-пунктчасы"),
        (BY_LAW, "Ит", "абзац второй п. 1.1 приложения 1", "1-тиркеменин 1.1-пунктунун экинчи абзацы"),
        (BY_LAW, "Жалпы", "гл. 1 приложения 1", "1-тиркеменин 1-главасы"),
    ],
)
def test_unit_is_cited_in_both_languages(act: Act, words: str, russian: str, kyrgyz: str) -> None:
    unit = find(act, words)
    assert cite(act, unit, "ru") == russian
    assert cite(act, unit, "ky") == kyrgyz


def test_path_names_kinds_and_numbers_from_the_article_down() -> None:
    assert path(NEW_CODE, find(NEW_CODE, "справку")) == (
        ("article", "12-1"),
        ("part", "1"),
        ("point", "1"),
        ("subpoint", "б"),
    )


def test_new_wording_names_both_places() -> None:
    act = parse(
        "Статья 1.\nВнести изменения:\n1) часть 2 статьи 4 изложить в следующей редакции:\n"
        "«2. Срок равен пяти дням.»;\n"
    )
    unit = find(act, "Срок")
    assert cite(act, unit, "ru") == "ч. 2 ст. 4 (новая редакция: п. 1 ст. 1)"
    assert cite(act, unit, "ky") == "4-берененин 2-бөлүгү (жаңы редакция: 1-берененин 1-пункту)"
    assert path(act, unit) == (("article", "1"), ("point", "1"), ("article", "4"), ("part", "2"))


def test_zone_is_cited_by_its_name() -> None:
    act = parse(
        "ЗАКОН\nО складах\n"
        "Настоящий Закон принят, чтобы склады были открыты для граждан и для ревизии во всякое время.\n"
        "Статья 1. Имя\nТекст.\n"
    )
    assert cite(act, find(act, "О складах"), "ru") == "наименование"
    assert cite(act, find(act, "ревизии"), "ky") == "преамбула"


def test_note_is_cited_by_the_unit_it_belongs_to() -> None:
    act = parse("Статья 4. Имя\n1. Норма.\n(В редакции Закона КР от 1 мая 2020 года № 5)\n2. Норма.\n")
    assert cite(act, find(act, "редакции"), "ru") == "ст. 4"


def test_repealed_paragraph_keeps_its_turn() -> None:
    act = parse(
        "Статья 2. Понятия\nВ части 1 статьи 3 понятия:\nлодка - судно без мотора;\n"
        "(абзац третий утратил силу в соответствии с Законом КР от 1 мая 2020 года № 5)\n"
        "причал - место стоянки.\n"
        "1. Норма.\n2. Норма.\n"
    )
    assert cite(act, find(act, "причал"), "ru") == "абзац четвертый ст. 2"


@pytest.mark.parametrize("lang", ["ru", "ky"])
def test_every_unit_can_be_cited(lang: Lang) -> None:
    for act in (NEW_CODE, OLD_LAW, OLD_CODE, BY_LAW, parse("Просто слова.\n- тире\n(КР)\n")):
        for unit in act.units:
            assert cite(act, unit.index, lang).strip()


def test_ordinals_in_words() -> None:
    assert [russian_ordinal(number) for number in (1, 3, 12, 20, 23, 40)] == [
        "первый",
        "третий",
        "двенадцатый",
        "двадцатый",
        "двадцать третий",
        "сороковой",
    ]
    assert [russian_ordinal(number, feminine=True) for number in (2, 3, 21)] == [
        "вторая",
        "третья",
        "двадцать первая",
    ]
    assert [kyrgyz_ordinal(number) for number in (1, 6, 10, 19, 34, 50)] == [
        "биринчи",
        "алтынчы",
        "онунчу",
        "он тогузунчу",
        "отуз төртүнчү",
        "элүүнчү",
    ]


def test_numbers_are_read_from_words_and_lookalike_letters() -> None:
    assert spelled("двадцать первая") == "21"
    assert spelled("ОН ЭКИНЧИ") == "12"
    assert spelled("большая") is None
    assert roman("ХІV") == "XIV"
    assert roman("ABC") is None
    assert roman_value("XIX") == 19


@pytest.mark.parametrize(
    ("printed", "restored"),
    [
        (["738", "7381", "7382", "739"], ["738", "738-1", "738-2", "739"]),
        (["233", "244", "2331", "2332", "245"], ["233", "244", "233-1", "233-2", "245"]),
        (["1", "17", "38"], ["1", "17", "38"]),
        (["9", "10", "11", "12"], ["9", "10", "11", "12"]),
        (["1", "11", "2"], ["1", "1-1", "2"]),
        (["102", "1023", "103"], ["102", "102-3", "103"]),
        (["12-1", "13", None, "14"], ["12-1", "13", None, "14"]),
    ],
)
def test_flattened_numbers_are_split_only_when_they_break_the_order(
    printed: list[str | None], restored: list[str | None]
) -> None:
    assert unflatten(printed) == restored
