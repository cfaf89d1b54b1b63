"""What becomes a unit, what does not, and what holds what."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corruptex.model import Act, Place, Source
from corruptex.structure import article_of, parse, unit_at

PIECES = st.sampled_from(
    [
        "Статья 1. Предмет\n", "1-берене. Максаты\r\n", "Глава 2\n", "РАЗДЕЛ I", "\n", "\r\n"
        "", "\r", "\t", " ", "\f",
        "\u2028", "\x85", "\xa0", "1. Орган вправе:\n", "1) отказать;\n", "а) чоң аянт;\n", "- тире;\n"
        "", "1.1. Норма.\n",
        "(В редакции Закона КР\n", "от 1 мая 2020 года № 5)\n", "«Статья 7. Новая\n"
        "", "текст без конца", ":\n", "»;\n",
        "Приложение 1\n", "к приказу\n", "Мэр А.Б.Асанов\n", "ТОКТОМ КЫЛАТ:\n"
        "", "Статья 1²", "№", "…", "\u0301", "😀",
    ]
)  # fmt: skip


def shape(act: Act) -> list[tuple[str, str | None, int]]:
    """Kind, number and depth of every unit."""
    depths: list[int] = []
    for unit in act.units:
        depths.append(0 if unit.parent is None else depths[unit.parent] + 1)
    return [(unit.kind, unit.number, depth) for unit, depth in zip(act.units, depths, strict=True)]


def own(act: Act, index: int) -> str:
    unit = act.units[index]
    return act.text[unit.start : unit.end]


def numbers(act: Act, kind: str) -> list[str | None]:
    return [unit.number for unit in act.units if unit.kind == kind]


def check_partition(text: str) -> None:
    act = parse(text)
    assert "".join(own(act, unit.index) for unit in act.units) == text
    assert bool(act.units) == bool(text)
    for place, unit in enumerate(act.units):
        assert unit.index == place
        assert unit.start <= unit.body <= unit.end
        assert unit.start < unit.end
        assert place <= unit.last < len(act.units)
        if unit.parent is not None:
            assert unit.parent < place <= act.units[unit.parent].last


@given(st.text(max_size=300))
def test_no_character_is_lost_from_any_text(text: str) -> None:
    check_partition(text)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_character_is_lost_from_texts_that_look_like_acts(text: str) -> None:
    check_partition(text)


def test_empty_text_has_no_units() -> None:
    assert parse("").units == ()


def test_text_without_structure_becomes_paragraphs() -> None:
    act = parse("Сегодня ясный день, и никаких норм здесь нет.\nЗавтра будет дождь.\n")
    assert {unit.kind for unit in act.units} == {"paragraph"}


def test_new_russian_code_nests_article_part_point_subpoint() -> None:
    act = parse(
        "РАЗДЕЛ I. ОБЩИЕ ПОЛОЖЕНИЯ\nГлава 1. Начало\nСтатья 5. Отказ\n"
        "1. Орган отказывает, если:\n1) нет копии:\nа) паспорта;\nб) диплома;\n2) истек срок.\n"
        "2. Отказ по части 1 настоящей статьи обжалуется.\n"
        "Статья 6. Сроки\n1. Срок по части 2 статьи 5 не считается.\n"
    )
    assert shape(act) == [
        ("section", "I", 0),
        ("chapter", "1", 1),
        ("article", "5", 2),
        ("part", "1", 3),
        ("point", "1", 4),
        ("subpoint", "а", 5),
        ("subpoint", "б", 5),
        ("point", "2", 4),
        ("part", "2", 3),
        ("article", "6", 2),
        ("part", "1", 3),
    ]
    assert act.style == "article_part"


def test_new_kyrgyz_law_nests_like_the_russian_one() -> None:
    act = parse(
        "I БӨЛҮМ\nЖАЛПЫ ЖОБОЛОР\n1-глава\nБашталышы\n5-берене. Баш тартуу\n"
        "1. Орган төмөнкү учурларда баш тартат:\n1) көчүрмө жок болсо;\n2) мөөнөт өтсө.\n"
        "2. Ушул берененин 1-бөлүгү боюнча чечимге даттанылат.\n"
    )
    assert shape(act) == [
        ("section", "I", 0),
        ("chapter", "1", 1),
        ("article", "5", 2),
        ("part", "1", 3),
        ("point", "1", 4),
        ("point", "2", 4),
        ("part", "2", 3),
    ]
    assert {unit.lang for unit in act.units} == {"ky"}


def test_old_law_calls_numbered_paragraphs_points() -> None:
    act = parse(
        "Статья 1. Вода\n1. Вода охраняется:\nа) от грязи;\nб) от утечки.\n"
        "Статья 2. Надзор\n1. Пункт 1 статьи 1 применяет инспекция. По пункту 1 статьи 1 ведется учет.\n"
    )
    assert act.style == "article_point"
    assert [kind for kind, _, _ in shape(act)] == [
        "article",
        "point",
        "subpoint",
        "subpoint",
        "article",
        "point",
    ]


def test_parts_without_numbers_make_the_style_of_old_codes() -> None:
    act = parse(
        "1-статья. Эмгек\nЭмгек эркин.\nКызматкер укуктуу:\n- эс алууга;\n- акы алууга.\n"
        "2-статья. Келишим\nКелишим жазуу жүзүндө түзүлөт.\nАнын бир нускасы кызматкерге берилет.\n"
    )
    assert act.style == "article_paragraph"
    assert numbers(act, "article") == ["1", "2"]
    assert [depth for kind, _, depth in shape(act) if kind == "dash"] == [2, 2]


def test_regulation_with_decimal_points() -> None:
    act = parse(
        "Положение\nо бюро пропусков\n1. Общие положения\n1.1. Бюро выдает пропуска.\n1.2. Пропуск бывает:\n"
        "а) разовый;\nб) временный.\n2. Порядок выдачи\n2.1. Пропуск выдается:\n2.1.1. по заявке;\n"
        "2.1.2. по списку.\n"
    )
    assert shape(act) == [
        ("title", None, 0),
        ("title", None, 0),
        ("chapter", "1", 0),
        ("point", "1.1", 1),
        ("point", "1.2", 1),
        ("subpoint", "а", 2),
        ("subpoint", "б", 2),
        ("chapter", "2", 0),
        ("point", "2.1", 1),
        ("point", "2.1.1", 2),
        ("point", "2.1.2", 2),
    ]


def test_headings_of_a_regulation_may_be_numbered_apart_from_its_points() -> None:
    act = parse(
        "1. Жалпы жоболор\n1. Бюро уруксат кагаз берет.\n2. Кагаз акысыз.\n"
        "2. Берүү тартиби\n3. Кагаз бир күндө берилет.\n"
    )
    assert [(kind, number) for kind, number, _ in shape(act)] == [
        ("chapter", "1"),
        ("point", "1"),
        ("point", "2"),
        ("chapter", "2"),
        ("point", "3"),
    ]


def test_roman_headings_and_bap() -> None:
    act = parse(
        "XIX. Бап\nДобуш берүү\n19.1. Добуш ачык берилет.\n19.2. Добуш саналат.\n19.3. Жыйынтык жарыяланат.\n"
    )
    assert shape(act)[0] == ("chapter", "XIX", 0)
    act = parse("I. Жалпы жоболор\n1. Биринчи чен.\nII. Тартиби\n2. Экинчи чен.\n")
    assert numbers(act, "chapter") == ["I", "II"]


def test_words_and_capitals_number_chapters_and_sections() -> None:
    assert numbers(parse("Глава двадцать первая\nО разном\nСтатья 3. Имя\nТекст нормы.\n"), "chapter") == [
        "21"
    ]
    assert numbers(parse("БИРИНЧИ БӨЛҮМ\nНЕГИЗДЕР\n1-берене.\n1. Чен.\n"), "section") == ["1"]
    assert numbers(parse("Глава 10-1 Право аренды\nСтатья 3. Имя\nТекст нормы.\n"), "chapter") == ["10-1"]


def test_title_on_the_next_line_belongs_to_its_heading() -> None:
    act = parse(
        "РАЗДЕЛ II\nВЫДАЧА РАЗРЕШЕНИЙ\nГлава 3\nПодача заявления\nСтатья 9. Форма\n"
        "Заявление подается письменно.\n"
    )
    assert [kind for kind, _, _ in shape(act)] == ["section", "chapter", "article", "paragraph"]
    assert act.text[act.units[0].body : act.units[0].end].strip() == "ВЫДАЧА РАЗРЕШЕНИЙ"


def test_reference_at_the_beginning_of_a_line_opens_nothing() -> None:
    act = parse(
        "Статья 20. Имя\n1. Норма первая.\nСтатья 21 настоящего Кодекса применяется к сделкам.\n"
        "Глава 3 Закона Кыргызской Республики о воде не применяется.\n"
        "3. Статья 26 настоящего Кодекса действует.\n"
    )
    assert numbers(act, "article") == ["20"]
    assert numbers(act, "chapter") == []
    act = parse(
        "20-берене. Аты\n1. Чен.\n34-1-главада белгиленген тартип колдонулат.\n"
        "5-берененин 2-бөлүгү колдонулат.\n"
    )
    assert numbers(act, "article") == ["20"]
    assert numbers(act, "chapter") == []


def test_dates_and_years_are_not_points() -> None:
    act = parse(
        "Статья 1. Имя\n1. Норма.\n5. июля праздник отмечается.\n31.08.2015 принят план.\n"
        "2015. год был сухим.\n"
    )
    assert numbers(act, "part") == ["1"]


def test_superscript_and_hyphen_articles() -> None:
    act = parse(
        "Статья 23. А\nТекст.\nСтатья 23¹. Б\nТекст.\nСтатья 23 -2. В\nТекст.\nСтатья 24. Г\nТекст.\n"
    )
    assert numbers(act, "article") == ["23", "23-1", "23-2", "24"]
    act = parse("12-берене. А\nЧен.\n12-1-берене. Б\nЧен.\n13 -берене. В\nЧен.\n")
    assert numbers(act, "article") == ["12", "12-1", "13"]


def test_letters_printed_for_digits_are_read_as_digits() -> None:
    act = parse("СтатЪя З0. А\nТекст.\nСтатья 3О-1. Б\nТекст.\nСтатья 31. В\nТекст.\n")
    assert numbers(act, "article") == ["30", "30-1", "31"]


def test_flattened_superscripts_are_restored_from_the_order_of_numbers() -> None:
    text = "".join(f"Статья {number}. Имя\nТекст нормы.\n" for number in (59, 60, 601, 602, 61, 62))
    assert numbers(parse(text), "article") == ["59", "60", "60-1", "60-2", "61", "62"]
    parts = "Статья 7. Имя\n" + "".join(f"{number}. Норма.\n" for number in (4, 5, 51, 6))
    assert numbers(parse(parts), "part") == ["4", "5", "5-1", "6"]


def test_heading_with_the_word_after_the_number() -> None:
    act = parse("Статья 77. Имя\nТекст.\n771. Статья Продажа без лицензии\nТекст.\nСтатья 78. Имя\nТекст.\n")
    assert numbers(act, "article") == ["77", "77-1", "78"]


def test_editorial_notes_are_notes_of_the_unit_they_follow() -> None:
    act = parse(
        "Статья 1. Имя\n1. Норма.\n(В редакции Законов КР от 1 мая 2020 года № 5,\n"
        "2 июня 2021 года № 6)\n2. Норма.\n"
        "Статья 2. (Утратила силу в соответствии с Законом КР от 1 мая 2020 года № 5)\n"
    )
    assert [kind for kind, _, _ in shape(act)] == ["article", "part", "note", "part", "article"]
    assert own(act, 2).count("\n") == 2
    act = parse(
        "1-берене. Аты\n1. Чен.\n(КР 2014-жылдын 5-майындагы № 7 Мыйзамынын редакциясына ылайык)\n"
        "КҮЧҮН ЖОГОТТУ\n2. Чен.\n"
    )
    assert [kind for kind, _, _ in shape(act)] == ["article", "part", "note", "note", "part"]


def test_ordinary_brackets_are_not_notes() -> None:
    act = parse("Статья 1. Имя\n1. Норма.\n(Это правило применяется и к гостям)\n2. Норма.\n")
    assert [kind for kind, _, _ in shape(act)] == ["article", "part", "paragraph", "part"]


def test_running_header_is_cut_off_even_when_glued_to_a_sentence() -> None:
    header = 'Кодекс от 1 мая 2020 года № 5 "О вымышленных делах"'
    lines = ["Статья 1. Имя"]
    for number in range(1, 120):
        if number % 12 == 0:
            lines.append(header)
        lines.append(
            f"{header} {number}. Норма о делах." if number % 20 == 0 else f"{number}. Норма о делах."
        )
    text = "\n".join(lines)
    act = parse(text)
    assert numbers(act, "part") == [str(number) for number in range(1, 120)]
    assert {own(act, unit.index).strip() for unit in act.units if unit.kind == "note"} == {header}
    check_partition(text)


def test_table_of_contents_makes_no_articles() -> None:
    act = parse(
        "ЗАКОН\nо складах\nСтатья 1. Предмет\nСтатья 2. Понятия\nСтатья 3. Учет\n"
        "Статья 1. Предмет\nЗакон о складах.\nСтатья 2. Понятия\nСклад есть здание.\nСтатья 3. Учет\n"
        "Учет ведется.\n"
    )
    assert numbers(act, "contents") == ["1", "2", "3"]
    assert numbers(act, "article") == ["1", "2", "3"]


def test_repealed_articles_in_a_row_are_no_contents() -> None:
    act = parse("Статья 1. Имя\nТекст.\nСтатья 2. Имя\nСтатья 3. Имя\nСтатья 4. Имя\nСтатья 5. Имя\nТекст.\n")
    assert numbers(act, "article") == ["1", "2", "3", "4", "5"]


def test_doubled_articles_and_gaps_are_kept() -> None:
    act = parse("".join(f"Статья {number}. Имя\nТекст нормы.\n" for number in (1, 2, 2, 7, 3)))
    assert numbers(act, "article") == ["1", "2", "2", "7", "3"]


def test_sentence_broken_by_the_margin_stays_one_unit() -> None:
    act = parse(
        "Статья 1. Имя\n1. Уполномоченный государственный орган рассматривает заявление в течение\n"
        "десяти рабочих дней.\n2. Норма.\n"
    )
    assert own(act, 1).count("\n") == 2
    assert [kind for kind, _, _ in shape(act)] == ["article", "part", "part"]


def test_items_with_small_letters_stay_apart() -> None:
    act = parse(
        "Статья 1. Имя\nОрган ведет:\nреестр лицензий;\nжурнал жалоб;\nархив.\nОстальное ведут суды.\n"
    )
    assert [depth for _, _, depth in shape(act)] == [0, 1, 2, 2, 2, 1]


def test_paragraph_after_a_closed_list_belongs_to_the_part() -> None:
    act = parse("Статья 1. Имя\n1. Орган ведет:\n1) реестр;\n2) архив.\nСведения открыты.\n2. Норма.\n")
    paragraph = next(unit for unit in act.units if unit.kind == "paragraph")
    assert paragraph.parent is not None
    assert act.units[paragraph.parent].kind == "part"


def test_decision_has_title_preamble_points_signature_and_annex() -> None:
    act = parse(
        "Кара-Балта шаардык Кеңеши\nТОКТОМ\n2020-жылдын 5-майы № 12\nСейил бак эрежелери жөнүндө\n"
        "Сейил бакта тартипти сактоо максатында, жашоочулардын арыздарын карап чыгып, шаардык Кеңеш\n"
        "ТОКТОМ КЫЛАТ:\n"
        "1. Эрежелер 1-тиркемеге ылайык бекитилсин.\n2. Көзөмөл аппаратка жүктөлсүн.\n"
        "Шаардык Кеңештин\nтөрагасы А.Асанов\n"
        "Кара-Балта шаардык Кеңешинин\n2020-жылдын 5-майындагы\n№ 12-токтомуна\n1-тиркеме\n"
        "Сейил бактын эрежелери\n1. Бак күндүз ачык.\n2. Ит киргизүүгө тыюу салынат.\n"
    )
    kinds = [kind for kind, _, _ in shape(act)]
    assert kinds.count("preamble") == 2
    assert kinds.count("signature") == 2
    annex = next(unit for unit in act.units if unit.kind == "annex")
    assert annex.number == "1"
    assert own(act, annex.index).startswith("Кара-Балта шаардык Кеңешинин\n2020")
    assert [unit.number for unit in act.units if unit.kind == "point" and unit.parent == annex.index] == [
        "1",
        "2",
    ]
    assert (act.kind, act.date, act.number, act.lang) == ("local_resolution", "2020-05-05", "12", "ky")
    assert act.title == "Сейил бак эрежелери жөнүндө"
    assert act.body == "Кара-Балта шаардык Кеңеши"


def test_new_wording_in_quotes_is_held_by_the_command() -> None:
    act = parse(
        "ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nО внесении изменений в Закон «О складах»\n"
        "Статья 1.\nВнести в Закон «О складах» следующие изменения:\n"
        "1) статью 4 изложить в следующей редакции:\n"
        "«Статья 4. Учет\n1. Учет ведется:\n1) раз в год;\n2) при ревизии.\n2. Итоги открыты.»;\n"
        "2) статью 5 исключить.\n"
        "Статья 2.\nЗакон вступает в силу через десять дней.\n"
    )
    assert act.amends
    quoted = next(unit for unit in act.units if unit.number == "4")
    assert quoted.kind == "article"
    assert quoted.parent is not None
    assert (act.units[quoted.parent].kind, act.units[quoted.parent].number) == ("point", "1")
    second = [unit for unit in act.units if unit.kind == "point" and unit.number == "2"][-1]
    article = article_of(act, second.index)
    assert article is not None
    assert article.number == "1"
    assert [unit.number for unit in act.units if unit.kind == "article" and unit.parent is None] == ["1", "2"]


def test_requisites_of_a_russian_resolution() -> None:
    act = parse(
        "ПОСТАНОВЛЕНИЕ КАБИНЕТА МИНИСТРОВ КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nот 7 июня 2023 года № 41\n"
        "Об утверждении Порядка учета лодок\n"
        "В целях учета лодок Кабинет Министров Кыргызской Республики постановляет:\n"
        "1. Утвердить Порядок.\n"
    )
    assert (act.kind, act.date, act.number) == ("cabinet_resolution", "2023-06-07", "41")
    assert act.title == "Об утверждении Порядка учета лодок"
    assert not act.amends


def test_second_act_of_a_file_has_its_own_title_and_preamble() -> None:
    act = parse(
        "Нарын шаардык Кеңеши\nТОКТОМ\nКөпүрө жөнүндө\n"
        "Көпүрөнүн абалын карап чыгып, шаардыктардын кайрылууларын эске алып,\n"
        "ТОКТОМ КЫЛАТ:\n1. Көпүрө оңдолсун.\nКеңештин төрагасы А.Асанов\n"
        "Нарынский городской кенеш\nПОСТАНОВЛЕНИЕ\nО мосте\n"
        "Рассмотрев состояние моста и обращения жителей города, городской кенеш\n"
        "ПОСТАНОВЛЯЕТ:\n1. Отремонтировать мост.\n"
    )
    points = [unit for unit in act.units if unit.kind == "point"]
    assert [(unit.number, unit.parent, unit.lang) for unit in points] == [
        ("1", None, "ky"),
        ("1", None, "ru"),
    ]
    assert act.title == "Көпүрө жөнүндө"


def test_point_may_begin_with_a_year() -> None:
    act = parse("1. Эсеп ачык.\n2.2015-жылдын башында эсеп жабылат.\n3. Чен.\n")
    assert numbers(act, "point") == ["1", "2", "3"]


def test_each_unit_of_a_bilingual_act_has_its_language() -> None:
    act = parse(
        "1. Мэрия жарандардын арыздарын он күндүн ичинде карайт.\n2. Чечим жазуу жүзүндө кабыл алынат.\n"
        "3. № 12/7\n"
        "1. Мэрия рассматривает заявления граждан в течение десяти дней.\n"
        "2. Решение принимается в письменной форме.\n"
    )
    assert [unit.lang for unit in act.units] == ["ky", "ky", "ky", "ru", "ru"]


def test_cells_of_a_table_are_cells() -> None:
    text = "1. Тарифы указаны в таблице.\nВид\nЦена\n2. Тарифы пересматриваются раз в год.\n"
    first = text.index("Вид")
    places = (
        Place(first, first + 4, "cell", (0, 0, 0, 0)),
        Place(first + 4, first + 9, "cell", (0, 0, 1, 0)),
    )
    source = Source(text=text, name="a.docx", format="docx", sha256="", places=places)
    act = parse(source)
    assert [unit.kind for unit in act.units] == ["point", "cell", "cell", "point"]
    assert act.source is source


def test_unit_at_finds_the_unit_of_a_character() -> None:
    act = parse("Статья 1. Имя\n1. Норма.\n2. Норма.\n")
    for offset in range(len(act.text)):
        unit = unit_at(act, offset)
        assert unit.start <= offset < unit.end


def test_deeply_malformed_text_is_read_in_reasonable_depth() -> None:
    act = parse("1) x:\n" * 2000)
    assert max(depth for _, _, depth in shape(act)) <= 20


@pytest.mark.parametrize(
    ("norm", "lang"),
    [
        ("Жер инвесторлорго аукционсуз берилет.", "ky"),
        ("Айып салынат.", "ky"),
        ("Лицензия жокко чыгарылат.", "ky"),
        ("Орган отказывает.", "ru"),
        ("Лицензия аннулируется.", "ru"),
    ],
)
def test_a_lone_short_norm_without_letters_of_its_own_has_its_language(norm, lang):
    act = parse(norm)
    assert act.lang == lang
    assert {unit.lang for unit in act.units} == {lang}
