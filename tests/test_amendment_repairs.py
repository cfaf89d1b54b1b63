"""Comparative tables as they are headed in life, bases that do not fit, and losses of whole parts."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from corruptex import check
from corruptex.conclusion import html, text
from corruptex.conclusion import json as json_view
from corruptex.conclusion.verdict import judge
from corruptex.detection.whole.extent import brings_whole_text
from corruptex.messages import CorruptexError, tell
from corruptex.methodology import load
from corruptex.model import Lang, Report, Source
from corruptex.reading import read_bytes
from corruptex.structure import cite
from corruptex.structure.amendments import amendments
from corruptex.structure.comparative import comparison_of
from corruptex.structure.parser import parse
from tests.test_amended_drafts import LANGS, table_file

TITLES: dict[Lang, str] = {
    "ru": "СРАВНИТЕЛЬНАЯ ТАБЛИЦА\nк проекту Закона «О внесении изменений в Закон «О причалах»",
    "ky": "«Пирстер жөнүндө» Мыйзамга өзгөртүүлөрдү киргизүү жөнүндө\nСАЛЫШТЫРМА ТАБЛИЦА",
}
NORMS: dict[Lang, tuple[str, str]] = {
    "ru": (
        "Статья 4. Причалы\n1. Причалы предоставляются по итогам аукциона.",
        "Статья 4. Причалы\n1. Причалы предоставляются портовым управлением.",
    ),
    "ky": (
        "4-берене. Пирстер\n1. Пирстер аукциондун жыйынтыгы боюнча берилет.",
        "4-берене. Пирстер\n1. Пирстер порт башкармалыгы тарабынан берилет.",
    ),
}
HEADINGS: tuple[tuple[Lang, Sequence[str], tuple[int, int]], ...] = (
    ("ru", ("№", "Редакция действующего закона", "Редакция законопроекта"), (1, 2)),
    ("ru", ("Действующее законодательство", "Проект"), (0, 1)),
    ("ru", ("Действующая норма", "Вносимая редакция", "Обоснование изменений"), (0, 1)),
    ("ru", ("№ п/п", "Структурный элемент", "Текущая редакция", "Изменения", "Примечание"), (2, 3)),
    ("ru", ("Обоснование", "Существующий текст", "Новый текст"), (1, 2)),
    ("ky", ("№", "Колдонуудагы мыйзам", "Долбоор", "Негиздеме"), (1, 2)),
    ("ky", ("Колдонуудагы ченем", "Өзгөртүлгөн ченем"), (0, 1)),
    ("ky", ("Азыркы редакция", "Киргизилип жаткан редакция", "Түшүндүрмө"), (0, 1)),
    ("ky", ("Учурдагы текст", "Мыйзам долбоору"), (0, 1)),
)  # fmt: skip


def file(words: str, name: str) -> Source:
    return read_bytes(words.encode(), name)


@pytest.mark.parametrize(("lang", "heading", "columns"), HEADINGS)
def test_columns_are_known_by_their_headings(
    lang: Lang, heading: Sequence[str], columns: tuple[int, int]
) -> None:
    row = ["—"] * len(heading)
    row[columns[0]], row[columns[1]] = NORMS[lang]
    report = check(table_file(TITLES[lang], (heading, row)))
    assert [notice.code for notice in report.notices][-1] == "comparative_table"
    (lost,) = [finding for finding in report.findings if finding.rule == "competition-removed"]
    assert cite(report.act, lost.unit, lang) == {"ru": "ч. 1 ст. 4", "ky": "4-берененин 1-бөлүгү"}[lang]
    assert judge([report]).stage == "draft"


@pytest.mark.parametrize(
    "heading", [("Наименование сбора", "Ставка"), ("Действующий тариф", "Изменение к прошлому году")]
)
def test_columns_of_other_things_are_left_alone(heading: Sequence[str]) -> None:
    assert comparison_of(table_file("Приложение", (heading, ("вода", "5 сомов")))) is None


@pytest.mark.parametrize("lang", LANGS)
def test_table_whose_columns_are_not_understood_is_not_called_clean(lang: Lang) -> None:
    report = check(table_file(TITLES[lang], (("А", "Б"), ("Пирс 1", "Пирс 2"))))
    assert "comparative_table_unread" in [notice.code for notice in report.notices]
    assert judge([report]).case in ("not_assessable", "fixable", "critical")
    assert report.findings or judge([report]).case == "not_assessable"


ROWS: dict[Lang, Sequence[Sequence[str]]] = {
    "ru": (
        ("Действующая редакция", "Предлагаемая редакция"),
        (
            "Статья 8. Сборы\n5. Отсутствует",
            "5. Министерство вправе отказать гражданину по своему усмотрению.",
        ),
        ("Статья 9. Итоги\n2. Итоги публикуются на официальном сайте управления.", "Исключить"),
        ("Статья 12. Общие положения\n1. Сбор вносится до 1 мая.", "1. Сбор вносится до 1 июня."),
    ),
    "ky": (
        ("Колдонуудагы редакция", "Сунушталган редакция"),
        ("8-берене. Жыйымдар\n5. Жок", "5. Министрлик өз каалоосу боюнча жаранга баш тартууга укуктуу."),
        ("9-берене. Жыйынтыктар\n2. Жыйынтыктар башкармалыктын расмий сайтында жарыяланат.", "Алып салынсын"),
        ("12-берене. Жалпы жоболор\n1. Жыйым 1-майга чейин төлөнөт.", "1. Жыйым 1-июнга чейин төлөнөт."),
    ),
}


@pytest.mark.parametrize("lang", LANGS)
def test_rows_keep_the_article_of_the_other_column(lang: Lang) -> None:
    report = check(table_file(TITLES[lang], ROWS[lang]))
    assert [one.steps for one in report.amendments] == [
        (("article", "8"), ("part", "5")),
        (("article", "9"), ("part", "2")),
        (("article", "12"), ("part", "1")),
    ]
    assert [one.command for one in report.amendments] == ["add", "repeal", "restate"]
    places = {finding.rule: cite(report.act, finding.unit, lang) for finding in report.findings}
    assert places["publication-removed"] == {"ru": "ч. 2 ст. 9", "ky": "9-берененин 2-бөлүгү"}[lang]
    assert {"ru": "ч. 5 ст. 8", "ky": "8-берененин 5-бөлүгү"}[lang] in places.values()


@pytest.mark.parametrize("lang", LANGS)
def test_table_says_nothing_of_the_whole_act(lang: Lang) -> None:
    words = {
        "ru": ("Действующая редакция", "Предлагаемая редакция", "2. Комиссия распределяет участки граждан."),
        "ky": (
            "Колдонуудагы редакция",
            "Сунушталган редакция",
            "2. Комиссия жарандарга тилкелерди бөлүштүрөт.",
        ),
    }[lang]
    report = check(table_file(TITLES[lang], (words[:2], ("—", words[2]))))
    assert "P10" not in {finding.code for finding in report.findings}
    assert not [cure for finding in report.findings for cure in finding.cures if cure.scope == "act"]


BASES: dict[Lang, str] = {
    "ru": (
        "ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nО причалах\n"
        "Статья 1. Места\n1. Места у причалов предоставляются мэрией на конкурсной основе.\n"
        "2. Мэрия отказывает гражданину при отсутствии паспорта лодки.\n"
        "3. Перечень оснований для отказа является исчерпывающим.\n"
        "4. Решение по заявлению принимается в течение 5 рабочих дней.\n"
        "5. Мотивированный отказ вручается в течение трех рабочих дней и может быть обжалован в суд.\n"
        "Статья 2. Лодки\n1. Лодка стоит у причала.\n2. Лодка вносится в реестр.\n"
    ),
    "ky": (
        "КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ\nПирстер жөнүндө\n"
        "1-берене. Орундар\n1. Пирстеги орундарды мэрия конкурстук негизде берет.\n"
        "2. Кайыктын паспорту жок болсо, мэрия жаранга баш тартат.\n"
        "3. Баш тартуу негиздеринин тизмеси толук болуп саналат.\n"
        "4. Арыз боюнча чечим 5 жумушчу күндүн ичинде кабыл алынат.\n"
        "5. Баш тартуу жөнүндө чечим негизделет жана үч жумушчу күндүн ичинде тапшырылат, "
        "ага сотко даттанууга болот.\n"
        "2-берене. Кайыктар\n1. Кайык пирсте турат.\n2. Кайык реестрге киргизилет.\n"
    ),
}
COMMANDS: dict[Lang, str] = {
    "ru": (
        "ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nО внесении изменений в Закон «О причалах»\nСтатья 1.\n"
        "Внести в Закон «О причалах» следующие изменения:\n"
        "1) в части 1 статьи 1 слова «на конкурсной основе» исключить;\n2) часть 3 статьи 1 исключить;\n"
        "3) часть 4 статьи 1 признать утратившей силу;\n4) часть 5 статьи 1 признать утратившей силу;\n"
        "5) по всему тексту слово «Лодка» заменить словом «Катер».\n"
        "Статья 2.\nНастоящий Закон распространяется на правоотношения, возникшие с 1 января 2020 года.\n"
    ),
    "ky": (
        "КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ\n«Пирстер жөнүндө» Мыйзамга өзгөртүүлөрдү киргизүү жөнүндө\n"
        "1-берене.\n"
        "«Пирстер жөнүндө» Мыйзамга төмөнкүдөй өзгөртүүлөр киргизилсин:\n"
        "1) 1-берененин 1-бөлүгүндөгү «конкурстук негизде» деген сөздөр алып салынсын;\n"
        "2) 1-берененин 3-бөлүгү күчүн жоготту деп табылсын;\n"
        "3) 1-берененин 4-бөлүгү күчүн жоготту деп табылсын;\n"
        "4) 1-берененин 5-бөлүгү күчүн жоготту деп табылсын;\n"
        "5) бүткүл тексти боюнча «Кайык» деген сөз «Катер» деген сөз менен алмаштырылсын.\n"
        "2-берене.\nУшул Мыйзам 2020-жылдын 1-январынан тартып келип чыккан мамилелерге жайылтылат.\n"
    ),
}


@pytest.fixture(scope="module", params=LANGS)
def report(request: pytest.FixtureRequest) -> Report:
    lang: Lang = request.param
    return check(file(COMMANDS[lang], "change.txt"), base=file(BASES[lang], "base.txt"))


def test_parts_that_close_a_list_or_hold_a_term_are_missed(report: Report) -> None:
    lang = report.act.lang
    part = {"ru": "ч. {} ст. 1", "ky": "1-берененин {}-бөлүгү"}[lang]
    places = {(finding.rule, cite(report.act, finding.unit, lang)) for finding in report.findings}
    assert {
        ("closed-list-removed", part.format(3)),
        ("deadline-removed", part.format(4)),
        ("deadline-removed", part.format(5)),
        ("reasons-removed", part.format(5)),
        ("appeal-removed", part.format(5)),
    } <= places


def test_remedy_keeps_the_whole_phrase_and_names_the_holder(report: Report) -> None:
    lang = report.act.lang
    (lost,) = [finding for finding in report.findings if finding.rule == "competition-removed"]
    assert {"ru": "„на конкурсной основе“", "ky": "„конкурстук негизде“"}[lang] in lost.fix[lang]
    assert lost.actor.text
    assert lost.quote == {
        "ru": "Места у причалов предоставляются мэрией",
        "ky": "Пирстеги орундарды мэрия берет",
    }[lang]  # fmt: skip


def test_words_are_replaced_in_the_whole_text(report: Report) -> None:
    lang = report.act.lang
    assert {"ru": "Лодка", "ky": "Кайык "}[lang] not in report.act.text
    assert report.act.text.count("Катер") == 2
    assert all(one.applied for one in report.amendments)
    assert "amendment_exact_forms" in [notice.code for notice in report.notices]


def test_own_norms_of_the_amending_act_are_kept(report: Report) -> None:
    assert report.amending is not None
    assert [finding.code for finding in report.own] == ["N4"]
    (own,) = report.own
    assert report.amending.text[own.start : own.end] == own.quote
    assert judge([report]).count == len(report.findings) + 1
    assert judge([report]).stage == "draft"
    lang = report.act.lang
    for words in (text.render(report, load(), lang), html.render([report], load(), lang)):
        assert own.quote.split()[0] in words
        assert "N4" in words
    assert [one["code"] for one in json.loads(json_view.render([report], load()))["own"]] == ["N4"]


def test_list_of_findings_shows_what_is_new(report: Report) -> None:
    page = html.render([report], load(), "ru")
    overview = page[page.index('class="overview"') : page.index("</table>")]
    assert "появилось с изменениями" in overview


@pytest.mark.parametrize(
    "words",
    [
        "1) статью 4 признать утратившей силу;\n2) по всему тексту слово «егерь» заменить словом «лесник»;\n",
        "1) статью 4 исключить;\n2) слово «егерь» по тексту Закона заменить словом «лесник»;\n",
    ],
)
def test_command_for_the_whole_text_is_not_bound_to_the_article_before_it(words: str) -> None:
    head = (
        "О внесении изменений в Закон «О лесах»\nСтатья 1.\nВнести в Закон «О лесах» следующие изменения:\n"
    )
    assert [one.steps for one in amendments(parse(head + words))] == [(("article", "4"),), ()]


def test_text_of_one_article_is_that_article() -> None:
    words = (
        "О внесении изменений в Закон «О лесах»\nСтатья 1.\nВнести в Закон «О лесах» следующие изменения:\n"
        "1) в статье 6:\nа) часть 2 исключить;\nб) по тексту слово «луг» заменить словом «поле»;\n"
        "2) по всему тексту статьи 9 слово «стог» заменить словом «скирда».\n"
    )
    assert [one.steps[0] for one in amendments(parse(words))] == [
        ("article", "6"), ("article", "6"), ("article", "9"),
    ]  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_base_of_another_name_is_refused(lang: Lang) -> None:
    other = {
        "ru": "ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nО племенном коневодстве\nСтатья 1. Кони\n1. Конь стоит.\n",
        "ky": "КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ\nАсыл тукум жылкылар жөнүндө\n1-берене. Ат\n1. Ат турат.\n",
    }[lang]
    with pytest.raises(CorruptexError) as error:
        check(file(COMMANDS[lang], "change.txt"), base=file(other, "base.txt"))
    assert error.value.code == "base_of_another_act"


def test_base_that_cannot_be_compared_is_told() -> None:
    base = "Статья 1. Места\n1. Места у причалов предоставляются на конкурсной основе.\n"
    words = "Внести следующие изменения:\n1) в части 1 статьи 1 слова «на конкурсной основе» исключить.\n"
    report = check(file(words, "change.txt"), base=file(base, "base.txt"))
    (notice,) = [notice for notice in report.notices if notice.code == "base_unverified"]
    assert "base.txt" in tell(notice, "ru")


def test_file_is_no_base_of_itself() -> None:
    with pytest.raises(CorruptexError) as error:
        check(file(COMMANDS["ru"], "change.txt"), base=file(COMMANDS["ru"], "other.txt"))
    assert error.value.code == "base_same_file"


def test_table_needs_no_base() -> None:
    with pytest.raises(CorruptexError) as error:
        check(table_file(TITLES["ru"], ROWS["ru"]), base=file(BASES["ru"], "base.txt"))
    assert error.value.code == "base_with_table"


ANNEXED: dict[Lang, tuple[str, str]] = {
    "ru": (
        "ПОСТАНОВЛЕНИЕ ГОРОДСКОГО КЕНЕША\nО внесении изменений в постановление о причалах\n"
        "1. Внести изменения в постановление о причалах, изложив приложение в новой редакции.\n"
        "2. Постановление вступает в силу после опубликования.\n\n"
        "Приложение 1\nПОЛОЖЕНИЕ\nо комиссии по причалам\n",
        "{number}. Комиссия ведет журнал причалов и хранит его у секретаря в течение года.\n",
    ),
    "ky": (
        "ШААРДЫК КЕҢЕШТИН ТОКТОМУ\nПирстер жөнүндө токтомго өзгөртүүлөрдү киргизүү жөнүндө\n"
        "1. Пирстер жөнүндө токтомго өзгөртүүлөр киргизилип, тиркеме жаңы редакцияда бекитилсин.\n"
        "2. Токтом жарыялангандан кийин күчүнө кирет.\n\n"
        "1-тиркеме\nПирстер боюнча комиссия жөнүндө\nЖОБО\n",
        "{number}. Комиссия пирстердин журналын жүргүзөт жана аны катчыда бир жыл бою сактайт.\n",
    ),
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("points", "whole"), [(12, True), (3, False)])
def test_annexed_set_of_rules_is_a_norm_text_of_its_own(lang: Lang, points: int, whole: bool) -> None:
    head, line = ANNEXED[lang]
    act = parse(head + "".join(line.format(number=number) for number in range(1, points + 1)))
    assert act.amends
    assert brings_whole_text(act) is whole
