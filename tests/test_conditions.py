from dataclasses import replace

import pytest

from corruptex.detection.engine import Reading, engine
from corruptex.methodology import load
from corruptex.methodology.rules import Condition
from corruptex.structure import parse


def holds(name, text, mark, lang="ru", region=None):
    """Whether a condition holds for the word ``mark``, and what words show it."""
    act = parse(text)
    act = replace(act, lang=lang, units=tuple(replace(unit, lang=lang) for unit in act.units))
    compiled = engine(load())
    read = Reading(compiled, act, compiled.methodology.profiles[-1])
    token = read.view.tokens.at(text.index(mark))
    found = read.conditions.find(Condition(name, region), (token, token + 1), lang)
    return None if found is None else (found[0], read.view.text(*found[1]))


CLOSED = {
    "ru": "Статья 3. Отказ\nОрган отказывает в билете в случаях:\n1) нет заявления;\n2) нет оплаты.\n",
    "ky": "3-берене. Билет\nОрган төмөнкү учурларда баш тартат:\n1) арыз жок болсо;\n2) төлөм жок болсо.\n",
}  # fmt: skip
OPEN = {
    "ru": CLOSED["ru"].replace("нет оплаты", "иные случаи"),
    "ky": CLOSED["ky"].replace("төлөм жок болсо", "башка учурлар"),
}
MARK = {"ru": "отказывает", "ky": "баш тартат"}


@pytest.mark.parametrize("lang", ["ru", "ky"])
def test_a_closed_list_below_the_norm_is_told_from_an_open_one(lang):
    assert holds("closed_list", CLOSED[lang], MARK[lang], lang)
    assert not holds("open_list", CLOSED[lang], MARK[lang], lang)
    assert holds("open_list", OPEN[lang], MARK[lang], lang)
    assert not holds("closed_list", OPEN[lang], MARK[lang], lang)


@pytest.mark.parametrize("lang", ["ru", "ky"])
def test_a_norm_without_items_has_no_list(lang):
    alone = {"ru": "Орган отказывает в выдаче билета.", "ky": "Орган билет берүүдөн баш тартат."}
    assert not holds("closed_list", alone[lang], MARK[lang], lang)
    assert not holds("open_list", alone[lang], MARK[lang], lang)


@pytest.mark.parametrize(
    ("lang", "text", "mark"),
    [
        ("ru", "Орган не вправе отказать в выдаче билета.", "вправе"),
        ("ky", "Орган билет берүүдөн баш тартууга укуксуз.", "укуксуз"),
    ],
)
def test_a_ban_beside_the_words_is_a_prohibition(lang, text, mark):
    assert holds("prohibition", text, mark, lang)


def test_a_ban_in_the_next_clause_is_not():
    text = "Орган вправе отказать в выдаче билета; посторонним вход не разрешается и запрещается."
    assert not holds("prohibition", text, "вправе")


@pytest.mark.parametrize(
    ("lang", "text", "mark"),
    [
        ("ru", "Решение принимается в течение 10 рабочих дней со дня регистрации заявления.", "принимается"),
        ("ky", "Чечим арыз катталган күндөн тартып 10 жумушчу күндүн ичинде кабыл алынат.", "кабыл"),
    ],
)
def test_a_term_with_a_number_is_a_deadline(lang, text, mark):
    region, words = holds("deadline", text, mark, lang)
    assert region == "unit"
    assert "10" in words
    assert not holds("deadline", text.replace("10 ", ""), mark, lang)


def test_a_region_widens_the_search_from_the_point_to_the_article():
    text = "Статья 3. Решение\n1. Орган принимает решение.\n2. Решение выдаётся в течение 5 рабочих дней.\n"
    assert not holds("deadline", text, "принимает")
    assert holds("deadline", text, "принимает", region="article")
    other = text.replace("2. Решение", "Статья 4. Выдача\nРешение")
    assert not holds("deadline", other, "принимает", region="article")
    assert holds("deadline", other, "принимает", region="act")
