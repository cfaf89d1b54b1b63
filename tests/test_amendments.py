"""Amending acts: their commands, the units they touch, the text they give when applied to a base act."""

from __future__ import annotations

import json
import lzma
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corruptex.model import Act, Amendment, Lang
from corruptex.structure import cite, parse
from corruptex.structure.amendments import amendments
from corruptex.structure.consolidation import Consolidated, consolidate
from corruptex.structure.quotations import MASK, masked, quotations
from corruptex.structure.targets import merged, paths_of
from tests.amendment_forms import KYRGYZ, NO_COMMANDS, RUSSIAN, Row
from tests.shared import SHARED

EXAMPLES = Path(__file__).parents[1] / "examples"

HEADS: dict[Lang, str] = {
    "ru": "О внесении изменений в Закон «О пасеках»\nСтатья 1.\n"
    "Внести в Закон «О пасеках» следующие изменения:\n",
    "ky": "«Бал челектер жөнүндө» Мыйзамга өзгөртүүлөрдү киргизүү жөнүндө\n1-берене.\n"
    "«Бал челектер жөнүндө» Мыйзамга төмөнкүдөй өзгөртүүлөр киргизилсин:\n",
}

BASE = (
    "О пасеках\n"
    "Статья 1. Пасека\n1. Пасека огорожена.\n2. Пасечник ведет журнал.\n3. Сосед извещается заранее.\n"
    "Статья 2. Улей\n1. Улей окрашен. Номер улья хорошо виден.\n"
    "2. На пасеке запрещается:\n1) жечь траву;\n2) держать собак без привязи.\n"
    "Статья 3. Мед\n1. Мед хранится в тени.\n"
)


def act(*commands: str, lang: Lang = "ru") -> Act:
    return parse(HEADS[lang] + "\n".join(commands) + "\n")


def steps(amendment: Amendment) -> str:
    return " ".join(f"{kind} {number}".strip() for kind, number in amendment.steps)


def apply(*commands: str, base: str = BASE) -> Consolidated:
    amending = act(*commands)
    return consolidate(parse(base), amendments(amending), amending)


@pytest.mark.parametrize(
    ("lang", "row"),
    [("ru", row) for row in RUSSIAN] + [("ky", row) for row in KYRGYZ],
    ids=lambda value: str(value)[:60],
)
def test_command_is_read_as_written(lang: Lang, row: Row) -> None:
    command, name, target, old, new = row
    found = amendments(act(f"1) {command}", lang=lang))
    assert [(one.command, steps(one), one.old, one.new) for one in found] == [(name, target, old, new)]


@pytest.mark.parametrize("sentence", NO_COMMANDS)
@pytest.mark.parametrize("lang", ["ru", "ky"])
def test_same_verbs_elsewhere_command_nothing(lang: Lang, sentence: str) -> None:
    assert amendments(act(f"1) {sentence}", lang=lang)) == ()


def test_act_that_amends_nothing_has_no_amendments() -> None:
    assert amendments(parse(BASE)) == ()


def test_target_is_gathered_from_the_heads_above() -> None:
    found = amendments(
        act("1) в статье 5:", "а) часть 1 дополнить словами «и мед»;", "б) в части 2 слово «рой» исключить;")
    )
    assert [steps(one) for one in found] == ["article 5 part 1", "article 5 part 2"]
    assert {one.act for one in found} == {"Закон «О пасеках»"}


def test_several_units_of_one_command_are_several_amendments() -> None:
    found = amendments(act("1) в частях 2 и 4 статьи 3 слово «рой» заменить словом «семья»;"))
    assert [steps(one) for one in found] == ["article 3 part 2", "article 3 part 4"]
    found = amendments(
        act(
            "1) 3-берененин 2 жана 4-бөлүктөрүндө «уюк» деген сөз «үй-бүлө» деген сөзгө алмаштырылсын;",
            lang="ky",
        )
    )
    assert [steps(one) for one in found] == ["article 3 part 2", "article 3 part 4"]


def test_two_commands_of_one_unit_follow_each_other() -> None:
    found = amendments(
        act("1) в части 2 статьи 3 слова «рой» исключить, слова «два дня» заменить словами «три дня»;")
    )
    assert [(one.command, steps(one)) for one in found] == [
        ("delete_words", "article 3 part 2"),
        ("replace_words", "article 3 part 2"),
    ]


def test_words_are_paired_one_by_one() -> None:
    found = amendments(
        act("1) в статье 3 слова «рой», «мед» заменить соответственно словами «семья», «воск»;")
    )
    assert [(one.old, one.new) for one in found] == [("рой", "семья"), ("мед", "воск")]


def test_unit_named_without_a_number_is_the_one_named_before() -> None:
    found = amendments(
        act(
            "- в пункте 11:",
            "абзац второй исключить;",
            "- пункт дополнить абзацем третьим следующего содержания:",
            "«Мед взвешивается.»;",
        )
    )
    assert [steps(one) for one in found] == ["point 11 paragraph 2", "point 11 paragraph 3"]


def test_new_wording_of_many_paragraphs_holds_quotations_of_its_own() -> None:
    found = amendments(
        act(
            "1) статью 4 изложить в следующей редакции:",
            "«Статья 4. О журнале",
            "1. Журнал «Пасека» ведется.",
            "2. Журнал прошит.»;",
            "2) статью 5 исключить;",
        )
    )
    assert [one.command for one in found] == ["restate", "repeal"]
    assert found[0].new == "Статья 4. О журнале\n1. Журнал «Пасека» ведется.\n2. Журнал прошит."


def test_acts_that_lose_force_are_listed_one_by_one() -> None:
    found = amendments(
        act(
            "2. Признать утратившими силу:",
            "- постановление «О бортях» от 3 мая 2011 года № 7;",
            "- постановление «О воске» от 4 мая 2012 года № 8.",
        )
    )
    assert [(one.command, one.act, one.steps) for one in found] == [
        ("repeal", "постановление «О бортях» от 3 мая 2011 года № 7", ()),
        ("repeal", "постановление «О воске» от 4 мая 2012 года № 8", ()),
    ]


def test_new_wording_is_cited_by_the_unit_it_will_be() -> None:
    amending = act(
        "1) в статье 5:",
        "а) абзац второй части 3 изложить в следующей редакции:",
        "«Рой принадлежит тому, кто его нашел.»;",
    )
    unit = next(unit for unit in amending.units if "Рой" in amending.text[unit.start : unit.end])
    assert cite(amending, unit.index, "ru").startswith("абзац второй ч. 3 ст. 5 (новая редакция:")
    assert cite(amending, unit.index, "ky").startswith(
        "5-берененин 3-бөлүгүнүн экинчи абзацы (жаңы редакция:"
    )


def test_list_inside_a_new_wording_is_cited_inside_it() -> None:
    amending = act(
        "1) статью 6 изложить в следующей редакции:",
        "«Статья 6. Сбор",
        "1. Собирают:",
        "- травы;",
        "- ягоды.»;",
    )
    unit = next(unit for unit in amending.units if "ягоды" in amending.text[unit.start : unit.end])
    assert cite(amending, unit.index, "ru") == "абзац третий ч. 1 ст. 6 (новая редакция: п. 1 ст. 1)"


def test_words_are_replaced_only_in_the_named_unit() -> None:
    done = apply("1) в части 1 статьи 2 слово «Улей» заменить словом «Домик»;")
    assert "1. Домик окрашен." in done.act.text
    assert "Статья 2. Улей" in done.act.text
    assert [one.amendment.applied for one in done.outcomes] == [True]


def test_deleted_words_leave_no_double_space() -> None:
    done = apply(
        "1) в части 1 статьи 2 слово «хорошо» исключить;",
        "2) в пункте 2 части 2 статьи 2 слова «без привязи» исключить;",
    )
    assert "Номер улья виден.\n" in done.act.text
    assert "2) держать собак.\n" in done.act.text


def test_sentence_is_repealed_alone() -> None:
    done = apply("1) предложение второе части 1 статьи 2 исключить;")
    assert (
        "1. Улей окрашен. \n2. На пасеке" in done.act.text
        or "1. Улей окрашен.\n2. На пасеке" in done.act.text
    )


def test_added_units_stand_in_their_place() -> None:
    done = apply(
        "1) дополнить статьей 2-1 следующего содержания:", "«Статья 2-1. Рамка", "Рамка из дерева.»;",
        "2) статью 1 дополнить частью 4 следующего содержания:", "«4. Тропа свободна.»;",
        "3) часть 2 статьи 2 дополнить пунктом 3 следующего содержания:", "«3) шуметь.»;",
    )  # fmt: skip
    numbers = [unit.number for unit in done.act.units if unit.kind == "article"]
    assert numbers == ["1", "2", "2-1", "3"]
    lines = done.act.text.splitlines()
    assert lines[lines.index("3. Сосед извещается заранее.") + 1] == "4. Тропа свободна."
    assert lines[lines.index("2) держать собак без привязи.") + 1] == "3) шуметь."


def test_renumbering_makes_room_whatever_the_order() -> None:
    done = apply(
        "1) статью 1 дополнить частью 3 следующего содержания:", "«3. Вход закрыт.»;",
        "2) часть 3 статьи 1 считать частью 4;",
    )  # fmt: skip
    assert [one.reason for one in done.outcomes] == ["", ""]
    assert "4. Сосед извещается заранее." in done.act.text
    assert "3. Вход закрыт." in done.act.text


def test_repealed_unit_keeps_its_number() -> None:
    done = apply("1) часть 2 статьи 1 признать утратившей силу;", "2) статью 3 признать утратившей силу;")
    assert "2. (Утратил силу)\n" in done.act.text
    assert "Статья 3. (Утратил силу)\n" in done.act.text
    assert "Мед хранится" not in done.act.text


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("1) в статье 9 слово «мед» исключить;", "unit"),
        ("1) в статье 3 слово «воск» исключить;", "words"),
        ("1) статью 1 дополнить частью 2 следующего содержания:\n«2. Вход закрыт.»;", "exists"),
        ("1) статью 3 изложить в следующей редакции согласно приложению;", "wording"),
    ],
)
def test_command_that_cannot_be_applied_says_why(command: str, reason: str) -> None:
    done = apply(command)
    assert [one.reason for one in done.outcomes] == [reason]
    assert done.act.text == BASE


def test_changes_show_the_unit_before_and_after() -> None:
    done = apply("1) в части 1 статьи 3 слова «в тени» исключить;")
    (change,) = done.changes
    assert change.before == "1. Мед хранится в тени.\n"
    assert change.after == "1. Мед хранится.\n"
    assert done.act.text[change.start : change.end] == "1. Мед хранится."


@pytest.mark.parametrize("lang", ["ru", "ky"])
def test_example_applies_to_its_base_without_loss(lang: Lang) -> None:
    base, amending = (
        parse((EXAMPLES / f"{name}_{lang}.txt").read_text(encoding="utf-8"))
        for name in ("trade_law", "amendment_law")
    )
    done = consolidate(base, amendments(amending), amending)
    assert [one.reason for one in done.outcomes] == [""] * 7
    assert [unit.number for unit in done.act.units if unit.kind == "article"] == [
        *map(str, range(1, 14)), "13-1", *map(str, range(14, 19)),
    ]  # fmt: skip


def test_commands_of_real_decisions_are_found() -> None:
    wanted = {
        "kg-ru-cabinet_decree_88_2024-pdf": [
            "restate point 11 paragraph 2",
            "add point 11 paragraph 3",
            "add point 11 paragraph 4",
            *["repeal"] * 5,
        ],
        "osh-ky-9_ТОКТОМ_278": ["add annex 2 part 3.1 point 4"],
        "osh-ky-8_ТОКТОМ_277": ["restate point 3"],
    }  # fmt: skip
    for lang in ("ru", "ky"):
        with lzma.open(SHARED / f"data/acts/acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                name = next((name for name in wanted if f'"{name}' in line[:200]), None)
                if name is not None:
                    found = amendments(parse(json.loads(line)["text"]))
                    assert [f"{one.command} {steps(one)}".strip() for one in found] == wanted.pop(name)
    assert not wanted


@given(st.text(alphabet='аб «»„“”"\n:;.', max_size=120))
@settings(max_examples=300, deadline=None)
def test_masking_keeps_every_offset(text: str) -> None:
    quoted = quotations(text)
    hidden = masked(text, quoted)
    assert len(hidden) == len(text)
    assert [place for place, mark in enumerate(text) if mark == "\n"] == [
        place for place, mark in enumerate(hidden) if mark == "\n"
    ]
    assert all(before.end <= after.start for before, after in pairwise(quoted))
    outside = [place for place, mark in enumerate(hidden) if mark != MASK]
    assert all(text[place] == hidden[place] for place in outside)


@given(
    st.integers(1, 400), st.integers(1, 30), st.integers(1, 30), st.sampled_from(["ru", "ky"]),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_path_is_read_whatever_the_numbers(article: int, part: int, point: int, lang: Lang) -> None:
    words = {
        "ru": f"в пункте {point} части {part} статьи {article}",
        "ky": f"{article}-берененин {part}-бөлүгүнүн {point}-пунктунда",
    }
    assert paths_of(words[lang], lang) == [
        (("article", str(article)), ("part", str(part)), ("point", str(point)))
    ]


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_after_a_head_is_read_without_error(tail: str) -> None:
    amending = act(f"1) в статье 5: {tail} исключить;")
    for one in amendments(amending):
        assert 0 <= one.start < one.end <= len(amending.text)
        if one.wording is not None:
            assert amending.text[one.wording.start : one.wording.end].strip() == one.new
    consolidate(parse(BASE), amendments(amending), amending)


def test_smaller_unit_goes_below_the_larger() -> None:
    assert merged((("article", "5"), ("part", "2")), (("part", "3"),)) == (("article", "5"), ("part", "3"))
    assert merged((("article", "5"),), (("point", ""),)) == (("article", "5"), ("point", ""))


def test_marks_that_never_close_are_given_up_without_reading_the_text_for_each_of_them() -> None:
    """Two texts, one ten times as long: the marks looked at grow as the text does, not as its square."""

    def looked_at(text: str) -> int:
        seen = 0

        class Counting(str):
            __slots__ = ()

            def find(self, *place: object) -> int:
                nonlocal seen
                seen += 1
                return str.find(self, *place)  # type: ignore[arg-type]

        assert quotations(Counting(text)) == []
        return seen

    line = "1) изложить:\n«"
    assert looked_at(line * 3000) <= 11 * looked_at(line * 300)
