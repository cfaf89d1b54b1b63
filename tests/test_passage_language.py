"""Language of a passage: letters, small words and endings together."""

import json
import lzma

import pytest

from corruptex.language.passage import document_language, evidence, passage_language
from corruptex.model import Lang
from tests.shared import SHARED


@pytest.mark.parametrize(
    ("passage", "lang"),
    [
        ("Орган арызды он күндүн ичинде карайт.", "ky"),
        ("Арыз жазуу жана оозеки формада берилет.", "ky"),
        ("Мыйзам менен тыюу салынган аракеттер", "ky"),
        ("Жарандар арызды кайра карап чыгууну суранууга акылуу.", "ky"),
        ("Уполномоченный орган рассматривает заявление в течение десяти дней.", "ru"),
        ("Отказ не допускается.", "ru"),
        ("То же деяние, совершенное повторно:", "ru"),
        ("Решение принимает Жогорку Кеңеш по представлению комитета.", "ru"),
        ("Жарандык кодекске ылайык, «О банках» мыйзамына таянып чечим чыгарылат.", "ky"),
        ("арыз берүү учун документтер жонундо", "ky"),
    ],
)
def test_language_is_told(passage: str, lang: Lang) -> None:
    other: Lang = "ru" if lang == "ky" else "ky"
    assert passage_language(passage, other) == lang


@pytest.mark.parametrize("passage", ["", "12", "№ 5/7", "— ; —", "1 250,5", "А. Б.", "\n\t"])
def test_passage_that_says_nothing_takes_the_language_around_it(passage: str) -> None:
    assert passage_language(passage, "ky") == "ky"
    assert passage_language(passage, "ru") == "ru"


def test_evidence_has_a_sign() -> None:
    assert evidence("Бул тартип үчүн жооптуу") > 0 > evidence("Ответственность за этот порядок")


def test_language_of_most_of_a_text_wins() -> None:
    kyrgyz = "Арыз берүүчү чечимге даттанууга укуктуу."
    assert document_language([kyrgyz, kyrgyz, "Заявитель вправе обжаловать решение."]) == "ky"
    assert document_language(["1", "2"], "ky") == "ky"


@pytest.mark.parametrize(("name", "lang"), [("acts/acts_ky.jsonl.xz", "ky"), ("acts/acts_ru.jsonl.xz", "ru")])
def test_lines_of_real_acts(name: str, lang: Lang) -> None:
    other: Lang = "ru" if lang == "ky" else "ky"
    right = wrong = 0
    with lzma.open(SHARED / "data" / name, "rt", encoding="utf-8") as records:
        for record in map(json.loads, records):
            if "osh-" in record["id"]:  # holds bilingual letterheads and lists of names
                continue
            for line in record["text"].split("\n")[::5]:
                if len(line) > 30:
                    wrong += passage_language(line, lang) == other
                    right += passage_language(line, other) == lang
    assert wrong / (right + wrong) < 0.01
    assert right / (right + wrong) > 0.99
