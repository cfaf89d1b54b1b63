"""References of an act: what is cited, where it leads, and what is said when it leads nowhere."""

import json
import lzma
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corruptex.checking import check
from corruptex.model import Reference
from corruptex.structure import citations_ky, citations_ru, cite, parse
from corruptex.structure.citations import Citation, anchors
from corruptex.structure.references import references
from tests.shared import SHARED

LAW_RU = """Закон о пасеках
Статья 1. Пасеки
1. Пасека ставится на участке, указанном в заявлении.
2. Пчеловод представляет:
1) план участка;
2) сведения:
а) об ульях;
б) о соседях.
3. Осмотр проводится:
1) весной;
2) осенью.
Статья 2. Заявление
{norm}
Статья 2-1. Сроки
1. Инспекция отвечает за пять дней.
2. (Утратила силу в соответствии с Законом КР от 5 мая 2023 года № 9)
Статья 3. Отказ
Инспекция отказывает, если участок занят.
Статья 4. Плата
Плата не взимается.
"""

LAW_KY = """Бал челектер жөнүндө мыйзам
1-берене. Бал челектер
1. Бал челек арызда көрсөтүлгөн жерге коюлат.
2. Балчы төмөнкүлөрдү берет:
1) жердин планы;
2) маалымат:
а) уюктар жөнүндө;
б) кошуналар жөнүндө.
3. Кароо өткөрүлөт:
1) жазында;
2) күзүндө.
2-берене. Арыз
{norm}
2-1-берене. Мөөнөттөр
1. Инспекция беш күндө жооп берет.
2. (КР 2023-жылдын 5-майындагы № 9 Мыйзамына ылайык күчүн жоготту)
3-берене. Баш тартуу
Жер ээленген болсо, инспекция баш тартат.
4-берене. Акы
Акы алынбайт.
"""


def found(norm: str, law: str) -> tuple[list[str], list[str]]:
    """What the norm of a law cites, cited back in its language, and the status of each."""
    act = parse(law.format(norm=norm))
    lang = act.lang
    result = references(act)
    names = [cite(act, one.target, lang) if one.target is not None else "" for one in result]
    return names, [one.status for one in result]


@pytest.mark.parametrize(
    ("norm", "cited"),
    [
        ("Заявление подаётся по части 2 статьи 1 настоящего Закона.", ["ч. 2 ст. 1"]),
        ("Прилагаются бумаги, указанные в пункте 1 части 2 статьи 1.", ["п. 1 ч. 2 ст. 1"]),
        ("Учитываются подпункты «а» и «б» пункта 2 части 2 статьи 1.",
         ["пп. «а» п. 2 ч. 2 ст. 1", "пп. «б» п. 2 ч. 2 ст. 1"]),
        ("Применяются статьи 1, 3 и 4 настоящего Закона.", ["ст. 1", "ст. 3", "ст. 4"]),
        ("Применяются статьи 2-4 настоящего Закона.", ["ст. 2", "ст. 2-1", "ст. 3", "ст. 4"]),
        ("Срок установлен статьёй 2-1 настоящего Закона.", ["ст. 2-1"]),
        ("Срок установлен статьёй 2¹.", ["ст. 2-1"]),
        ("Срок установлен в части 1 статьи 21 настоящего Закона.", ["ч. 1 ст. 2-1"]),
        ("Применяются части первая и третья статьи 1.", ["ч. 1 ст. 1", "ч. 3 ст. 1"]),
        ("Применяются пункт 1 части 2 и часть 3 статьи 1.", ["п. 1 ч. 2 ст. 1", "ч. 3 ст. 1"]),
        ("Применяется часть 1 статьи 2-1, 3 и 4.", ["ч. 1 ст. 2-1", "ст. 3", "ст. 4"]),
        ("Действие настоящей статьи не ограничено.", ["ст. 2"]),
        ("Учитывается второй абзац части 2 статьи 1 и ст. 3.", ["", "ст. 3"]),
    ],
)  # fmt: skip
def test_russian_citations_lead_to_their_units(norm: str, cited: list[str]) -> None:
    assert found(norm, LAW_RU)[0] == cited


@pytest.mark.parametrize(
    ("norm", "cited"),
    [
        ("Арыз ушул Мыйзамдын 1-беренесинин 2-бөлүгүнө ылайык берилет.", ["1-берененин 2-бөлүгү"]),
        ("1-берененин 2-бөлүгүнүн 1-пунктунда көрсөтүлгөн кагаздар тиркелет.",
         ["1-берененин 2-бөлүгүнүн 1-пункту"]),
        ("1-берененин 2-бөлүгүнүн 2-пунктунун «а», «б» пунктчалары эске алынат.",
         ["1-берененин 2-бөлүгүнүн 2-пунктунун «а» пунктчасы",
          "1-берененин 2-бөлүгүнүн 2-пунктунун «б» пунктчасы"]),
        ("Ушул Мыйзамдын 1, 3 жана 4-беренелери колдонулат.", ["1-берене", "3-берене", "4-берене"]),
        ("Ушул Мыйзамдын 2-4-беренелери колдонулат.", ["2-берене", "2-1-берене", "3-берене", "4-берене"]),
        ("Мөөнөт 2-1-беренеде белгиленген.", ["2-1-берене"]),
        ("1-берененин биринчи жана үчүнчү бөлүктөрү колдонулат.",
         ["1-берененин 1-бөлүгү", "1-берененин 3-бөлүгү"]),
        ("1-берененин 2-бөлүгүнүн 1-пункту жана 3-бөлүгү колдонулат.",
         ["1-берененин 2-бөлүгүнүн 1-пункту", "1-берененин 3-бөлүгү"]),
        ("Ушул берененин талаптары чектелбейт.", ["2-берене"]),
        ("1- жана 3-беренелер колдонулат.", ["1-берене", "3-берене"]),
    ],
)  # fmt: skip
def test_kyrgyz_citations_lead_to_their_units(norm: str, cited: list[str]) -> None:
    assert found(norm, LAW_KY)[0] == cited


@pytest.mark.parametrize(
    ("norm", "law", "status"),
    [
        ("Отказ выдаётся по части 7 статьи 1 настоящего Закона.", LAW_RU, "missing"),
        ("Отказ выдаётся по статье 6 настоящего Закона.", LAW_RU, "missing"),
        ("Срок установлен частью 2 статьи 2-1 настоящего Закона.", LAW_RU, "repealed"),
        ("Отказ выдаётся по статье 900 настоящего Закона.", LAW_RU, "unchecked"),
        ("Отказ выдаётся по статье 7 Закона Кыргызской Республики «О землях».", LAW_RU, "external"),
        ("Отказ выдаётся по статье 7 Земельного кодекса.", LAW_RU, "external"),
        ("Ушул Мыйзамдын 1-беренесинин 7-бөлүгү боюнча баш тартылат.", LAW_KY, "missing"),
        ("Ушул Мыйзамдын 6-беренеси боюнча баш тартылат.", LAW_KY, "missing"),
        ("Мөөнөт ушул Мыйзамдын 2-1-беренесинин 2-бөлүгүндө белгиленген.", LAW_KY, "repealed"),
        ("Ушул Мыйзамдын 900-беренеси боюнча баш тартылат.", LAW_KY, "unchecked"),
        (
            "«Жер жөнүндө» Кыргыз Республикасынын Мыйзамынын 7-беренеси боюнча баш тартылат.",
            LAW_KY,
            "external",
        ),
        ("Жер кодексинин 7-беренеси боюнча баш тартылат.", LAW_KY, "external"),
    ],
)
def test_what_became_of_a_citation_is_told(norm: str, law: str, status: str) -> None:
    assert found(norm, law)[1] == [status]


@pytest.mark.parametrize(
    ("words", "module"),
    [
        ("Первая часть отпуска длится две недели, вторая часть – одну.", citations_ru),
        ("Автобус идёт через населённые пункты 5 и 6.".replace("ё", "е"), citations_ru),
        ("Эта часть работы длится 3 месяца.", citations_ru),
        ("Өргүүнүн биринчи бөлүгү эки жумага созулат.", citations_ky),
        ("Эмгек акынын бир бөлүгү кармалат.", citations_ky),
    ],
)
def test_parts_of_other_things_are_no_citations(words: str, module) -> None:
    assert module.citations(words, 0, len(words), anchors(words, module.STEMS)) == []


def test_a_number_that_counts_days_ends_a_list() -> None:
    words = "в порядке статьи 5 и 10 рабочих дней"
    (citation,) = citations_ru.citations(words, 0, len(words), anchors(words, citations_ru.STEMS))
    assert words[citation.start : citation.end] == "статьи 5"


def test_words_of_an_amending_command_cite_another_act() -> None:
    act = parse(
        "Закон о внесении изменений\n"
        "Статья 1. Внести в Закон «О пасеках» следующие изменения:\n"
        "1) в статье 5 слово «улей» заменить словом «пасека»;\n"
        "2) часть 2 статьи 9 исключить.\n"
        "Статья 2. Настоящий Закон вступает в силу через десять дней.\n"
    )
    assert {one.status for one in references(act)} == {"unchecked"}


def test_points_of_the_nearest_list_come_first() -> None:
    act = parse(
        "Статья 1. Осмотр\n1. Осмотр проводит:\n1) инспектор;\n2) ветеринар.\n"
        "2. Осмотр не проводится:\n1) зимой;\n2) в случаях, указанных в пункте 1 настоящей статьи.\n"
        "Статья 2. Плата\nПлата по части 1 и части 2 статьи 1 не взимается.\n"
    )
    reference = references(act)[0]
    assert reference.target is not None
    assert cite(act, reference.target, "ru") == "п. 1 ч. 2 ст. 1"


def _codes(text: str) -> set[str]:
    return {finding.rule for finding in check(text).findings if finding.code == "C5"}


def test_nothing_is_missing_from_an_excerpt() -> None:
    whole = LAW_RU.format(norm="Отказ выдаётся по статье 6 настоящего Закона.")
    assert _codes(whole) == {"missing-unit"}
    excerpt = whole.replace("Статья 1.", "Статья 41.").replace("Статья 4.", "Статья 59.")
    assert _codes(excerpt) == set()


def test_a_missing_part_is_reported_in_an_unbroken_piece_of_an_act() -> None:
    piece = (
        "Статья 7. Причал\n1. Причал открыт летом.\n2. Лодку выдают {by}.\n"
        "Статья 8. Лодка\n1. Лодку ремонтирует сторож.\n2. Лодка окрашена.\n"
    )
    assert _codes(piece.format(by="по части 5 статьи 8 настоящего Закона")) == {"missing-unit"}
    assert _codes(piece.format(by="по части 5 статьи 9 настоящего Закона")) == set()


def test_the_report_lists_references_in_order() -> None:
    report = check(
        LAW_RU.format(norm="Заявление подаётся в установленном порядке по статье 3 и по Закону «О землях».")
    )
    starts = [reference.start for reference in report.references]
    assert starts == sorted(starts)
    assert {reference.status for reference in report.references} == {"unnamed", "resolved", "external"}


WORDS = (
    'статья статьи статьями частью части пункта подпункта абзац второй первой 1 5 12-1 7-9 и , - « » " '
    "настоящей настоящего Закона Кодекса приложение к ушул берененин бөлүгү 3-бөлүгүндө 5-беренеси жана . ) №"
)
pieces = st.sampled_from([*WORDS.split(" "), "\n"])


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, max_size=40).map(" ".join))
def test_any_text_gives_ordered_citations_within_it(text: str) -> None:
    for module in (citations_ru, citations_ky):
        result: list[Citation] = module.citations(text, 0, len(text), anchors(text, module.STEMS))
        spans = [(one.start, one.end) for one in result]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        assert all(one.levels for one in result)


@settings(max_examples=60, deadline=None)
@given(st.lists(pieces, max_size=40).map(" ".join), st.sampled_from([LAW_RU, LAW_KY]))
def test_references_stay_in_their_unit_and_cite_what_exists(norm: str, law: str) -> None:
    act = parse(law.format(norm=norm.replace("{", "").replace("}", "")))
    for one in references(act):
        unit = act.units[one.unit]
        assert unit.body <= one.start < one.end <= unit.end
        assert (one.target is None) != (one.status in ("resolved", "repealed"))


def _act(name: str, lang: str):
    with lzma.open(SHARED / f"data/acts/acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as lines:
        return parse(next(record["text"] for record in map(json.loads, lines) if record["id"] == name))


def _at(act, found: list[Reference], place: str, lang: str) -> list[Reference]:
    return [one for one in found if cite(act, one.unit, lang) == place]


def test_references_of_the_labour_codes_are_resolved() -> None:
    for name, lang in (("kg-ru-labour_code_2004-txt2024", "ru"), ("kg-ky-labour_code_2004", "ky")):
        act = _act(name, lang)
        own = [one for one in references(act) if one.status != "external"]
        assert len(own) > 100
        assert sum(one.status == "resolved" for one in own) >= 0.97 * len(own)


def test_both_language_versions_of_a_norm_cite_the_same_units() -> None:
    cited = {}
    for name, lang, place in (
        ("kg-ru-labour_code_2004-txt2024", "ru", "часть вторая ст. 310"),
        ("kg-ky-labour_code_2004", "ky", "310-статьянын экинчи бөлүгү"),
    ):
        act = _act(name, lang)
        found_here = _at(act, references(act), place, lang)
        cited[lang] = [cite(act, one.target, "ru") for one in found_here if one.target is not None]
    assert cited["ru"] == cited["ky"]
    assert len(cited["ru"]) == 8


def test_exceptions_of_the_land_code_point_at_the_wrong_parts() -> None:
    report = check(_act("kg-ru-land_code_2025-pdf2025", "ru").text)
    (finding,) = [finding for finding in report.findings if finding.code == "C5"]
    assert cite(report.act, finding.unit, "ru") == "ч. 1 ст. 28"
    assert "ч. 2 ст. 28, ч. 3 ст. 28, ч. 8 ст. 28" in finding.why["ru"]


def test_dead_references_of_the_tax_code_are_few_and_known() -> None:
    act = _act("kg-ru-tax_code-pdf2025", "ru")
    begun = time.process_time()
    dead = {cite(act, one.unit, "ru") for one in references(act) if one.status in ("missing", "repealed")}
    assert time.process_time() - begun < 1.5
    assert {"ч. 1 ст. 103", "ч. 11 ст. 423"} <= dead
    assert len(dead) <= 8
