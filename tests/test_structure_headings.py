"""What stands above the name of an act, and how the headings of annexes are written."""

import pytest

from corruptex.reading import from_text
from corruptex.structure import cite, parse

DECISION_KY = (
    "{top}\n2026-жылдын 9-июну № 18\nКөпүрөлөрдү тазалоо эрежелерин бекитүү жөнүндө\n"
    "Көпүрөлөрдү тазалоо максатында ТОКТОМ КЫЛАТ:\n1. Эрежелер тиркемеге ылайык бекитилсин.\n"
    "2. Токтом жарыялансын.\n3. Көзөмөл аппаратка жүктөлсүн.\nТөрага А. Асанов\n{annex}\n"
    "Көпүрөлөрдү тазалоо эрежелери\n1. Көпүрө жазында тазаланат.\n2. Кар түшсө, тазалоо тез жүргүзүлөт.\n"
)
DECISION_RU = (
    "{top}\nот 9 июня 2026 года № 18\nОб утверждении правил уборки мостов\n"
    "В целях уборки мостов ПОСТАНОВЛЯЕТ:\n1. Утвердить правила согласно приложению.\n"
    "2. Опубликовать постановление.\n3. Контроль возложить на аппарат.\nПредседатель А. Асанов\n{annex}\n"
    "Правила уборки мостов\n1. Мост убирают весной.\n2. Снег убирают сразу.\n"
)


@pytest.mark.parametrize(
    ("top", "body"),
    [
        ("БАЛЫКЧЫ ШААРДЫК КЕҢЕШИНИН ТОКТОМУ", "БАЛЫКЧЫ ШААРДЫК КЕҢЕШИ"),
        ("Балыкчы шаардык кеңешинин чечими", "Балыкчы шаардык кеңеши"),
        (
            "КЫРГЫЗ РЕСПУБЛИКАСЫНЫН КӨПҮРӨ МИНИСТРЛИГИНИН БУЙРУГУ",
            "КЫРГЫЗ РЕСПУБЛИКАСЫНЫН КӨПҮРӨ МИНИСТРЛИГИ",
        ),
        (
            "КЫРГЫЗ РЕСПУБЛИКАСЫНЫН КӨПҮРӨ МИНИСТРЛИГИ\nБУЙРУК",
            "КЫРГЫЗ РЕСПУБЛИКАСЫНЫН КӨПҮРӨ МИНИСТРЛИГИ",
        ),
        ("НАРЫН ШААРЫНЫН МЭРИЯСЫНЫН ТОКТОМУ", None),
    ],
)
def test_a_kyrgyz_title_does_not_hold_the_body(top, body):
    act = parse(from_text(DECISION_KY.format(top=top, annex="Тиркеме")))
    assert act.title == "Көпүрөлөрдү тазалоо эрежелерин бекитүү жөнүндө"
    assert act.body == body


@pytest.mark.parametrize(
    ("top", "body"),
    [
        (
            "МИНИСТЕРСТВО МОСТОВ КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nПРИКАЗ",
            "МИНИСТЕРСТВО МОСТОВ КЫРГЫЗСКОЙ РЕСПУБЛИКИ",
        ),
        ("МИНИСТЕРСТВО МОСТОВ И ДОРОГ", None),
        ("ПРИКАЗ МИНИСТЕРСТВА МОСТОВ КЫРГЫЗСКОЙ РЕСПУБЛИКИ", "МИНИСТЕРСТВА МОСТОВ КЫРГЫЗСКОЙ РЕСПУБЛИКИ"),
        ("МЭРИЯ ГОРОДА НАРЫН\nПОСТАНОВЛЕНИЕ", None),
        ("ГОСУДАРСТВЕННАЯ МОСТОВАЯ СЛУЖБА\nПРИКАЗ", None),
    ],
)
def test_a_russian_title_does_not_hold_the_body(top, body):
    act = parse(from_text(DECISION_RU.format(top=top, annex="Приложение")))
    assert act.title == "Об утверждении правил уборки мостов"
    assert act.body == body


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Нарын шаарынын мэриясы\nжөнүндө жобо\n1. Мэрия иштейт.\n2. Мэр башкарат.\n",
            "Нарын шаарынын мэриясы жөнүндө жобо",
        ),
        (
            "НАРЫН ШААРЫНЫН МЭРИЯСЫ\nЖӨНҮНДӨ ЖОБО\n1. Мэрия иштейт.\n2. Мэр башкарат.\n",
            "НАРЫН ШААРЫНЫН МЭРИЯСЫ ЖӨНҮНДӨ ЖОБО",
        ),
        (
            "Об утверждении положения\nМинистерства мостов\n1. Утвердить.\n2. Опубликовать.\n",
            "Об утверждении положения Министерства мостов",
        ),
    ],
)
def test_a_body_the_title_is_about_stays_in_it(text, title):
    assert parse(from_text(text)).title == title


ANNEXES_KY = [
    ("токтомуна тиркеме", None),
    ("токтомуна №1 тиркеме", "1"),
    ("токтомуна\nтиркеме", None),
    ("Балыкчы шаардык кеңешинин\n2026-жылдын 9-июнундагы № 18\nтоктомуна\n1-тиркеме", "1"),
    ("Балыкчы шаардык кеңешинин\n2026-жылдын 9-июнундагы № 18\nтоктомуна тиркеме", None),
    ("Балыкчы шаардык кеңешинин 2026-жылдын 9-июнундагы № 18 токтомуна №1 тиркеме", "1"),
    ("Көпүрө министрлигинин 2026-жылдын 9-июнундагы № 18 буйругуна 1-тиркеме", "1"),
    ("Мэриянын чечимине № 1 тиркеме", "1"),
    ("Балыкчы шаардык кеңешинин токтомуна тиркеме\n2026-жылдын 9-июну № 18", None),
]
ANNEXES_RU = [
    ("приложение к постановлению", None),
    ("приложение № 1 к решению городского кенеша от 9 июня 2026 года № 18", "1"),
    ("Приложение\nк постановлению\nгородского кенеша\nот 9 июня 2026 года № 18", None),
    ("ПРИЛОЖЕНИЕ № 1\nК ПОСТАНОВЛЕНИЮ", "1"),
]


@pytest.mark.parametrize(
    ("text", "heading", "number"),
    [(DECISION_KY.format(top="ТОКТОМ", annex=heading), heading, number) for heading, number in ANNEXES_KY]
    + [
        (DECISION_RU.format(top="ПОСТАНОВЛЕНИЕ", annex=heading), heading, number)
        for heading, number in ANNEXES_RU
    ],
)
def test_the_heading_of_an_annex_opens_it_whole(text, heading, number):
    act = parse(from_text(text))
    annex = next(unit for unit in act.units if unit.kind == "annex")
    assert annex.number == number
    assert act.text[annex.start : annex.end].strip() == heading
    points = [unit for unit in act.units if unit.kind == "point"]
    assert [unit.number for unit in points if unit.parent == annex.index] == ["1", "2"]
    assert cite(act, points[-1].index, act.lang) != cite(act, points[1].index, act.lang)


@pytest.mark.parametrize(
    "text",
    [
        "1. Арызга төмөнкүлөр тиркелет:\nкөчүрмө;\nсүрөт жана\nтиркемелер.\n2. Арыз катталат.\n",
        "1. К заявлению прилагаются:\nкопия;\nприложение к договору\nи снимок.\n2. Заявление регистрируют.\n",
        "1. Решить так:\nприложение к решению изложить в новой\nредакции.\n2. Опубликовать.\n",
        "1. Токтомуна тиркеме берилсин.\n2. Жарыялансын.\n",
    ],
)
def test_a_line_that_speaks_of_an_annex_opens_none(text):
    assert all(unit.kind != "annex" for unit in parse(from_text(text)).units)
