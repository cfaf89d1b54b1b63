"""The local register of acts: built from files and JSON lines, asked by number, title and unit."""

from __future__ import annotations

import json
import lzma
import sqlite3

import pytest

from corruptex import check
from corruptex.cli import main
from corruptex.cli.app import run
from corruptex.messages import CorruptexError
from corruptex.register import Register, build, of_texts
from corruptex.structure.named_acts import named_acts

BEES = """Закон Кыргызской Республики
от 7 июля 2020 года № 70
О пасеках
Статья 1. Пасеки
1. Пасека принадлежит пчеловоду.
2. Улей не отчуждается.
Статья 2. Плата
(Утратила силу в соответствии с Законом КР от 5 мая 2023 года № 9)
Статья 3. Учёт
Пасека ставится на учёт.
Статья 4. Вступление в силу
Признать утратившим силу Закон Кыргызской Республики "О пчёлах" от 5 мая 2001 года № 9.
"""
OLD_BEES = """Закон Кыргызской Республики
от 5 мая 2001 года № 9
О пчёлах
Статья 1. Пчёлы
Пчела летает.
"""
HONEY_CODE = """Кыргыз Республикасынын Салык кодекси
2022-жылдын 18-январы № 3
1-берене. Бал
Балга салык салынбайт.
2-берене. Мом
Мом салыктан бошотулат.
"""
DRAFT = """Статья 1. Учёт
1. Пасека снимается с учёта по статье {article} Закона Кыргызской Республики "О пасеках".
2. Мёд сдаётся по Закону Кыргызской Республики "О мёде".
"""


def quietly(_: CorruptexError) -> None:
    raise AssertionError("nothing should be wrong")


@pytest.fixture
def register(tmp_path):
    lines = [
        {"text": BEES, "title": "О пасеках", "date": "2020-07-07", "number": "70", "edition": "2024"},
        {"text": OLD_BEES},
        {"text": HONEY_CODE},
    ]
    source = tmp_path / "acts.jsonl.xz"
    with lzma.open(source, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    assert build([source], tmp_path / "register.sqlite", complain=quietly) == 3
    with Register.open(tmp_path / "register.sqlite") as opened:
        yield opened


def find(register, words):
    return register.find(named_acts(words)[0])


def test_an_act_is_found_by_date_and_number_or_by_title(register):
    by_number = find(register, "Закона КР от 7 июля 2020 года № 70")
    by_title = find(register, "Законом Кыргызской Республики «О пасеках»")
    assert by_number.status == by_title.status == "held"
    assert by_number.entries == by_title.entries
    assert (by_title.entries[0].title, by_title.entries[0].edition) == ("О пасеках", "2024")


def test_a_code_is_found_in_any_case_and_in_the_other_language(register):
    assert find(register, "Налоговым кодексом").entries == find(register, "Салык кодексинде").entries
    assert find(register, "Налоговым кодексом").entries[0].lang == "ky"


def test_what_is_not_held_is_unknown(register):
    assert find(register, 'Законом "О мёде"').status == "unknown"
    assert find(register, "Законом КР от 7 июля 2020 года № 71").status == "unknown"
    assert find(register, "постановлением Правительства от 7 июля 2020 года № 70").status == "unknown"


def test_an_act_that_another_one_repeals_is_repealed(register):
    held = find(register, 'Закону "О пчёлах"')
    assert (held.status, held.repealed_by) == ("repealed", "О пасеках")


def test_a_unit_is_given_with_its_text_and_whether_it_is_lost(register):
    (entry,) = find(register, 'Закон "О пасеках"').entries
    first = register.unit(entry, (("article", "1"),))
    assert "Улей не отчуждается." in first.text
    assert not first.lost
    assert register.unit(entry, (("article", "1"), ("part", "2"))).text.strip() == "2. Улей не отчуждается."
    assert register.unit(entry, (("article", "2"),)).lost
    assert register.unit(entry, (("article", "9"),)) is None
    assert register.articles(entry) == ("1", "2", "3", "4")


@pytest.mark.parametrize(
    ("article", "status", "rule"),
    [
        ("3", "resolved", None),
        ("2", "repealed", "lost-article-of-act"),
        ("5", "missing", "missing-article-of-act"),
        ("3-1", "unchecked", None),
    ],
)
def test_cited_articles_are_looked_up(register, article, status, rule):
    report = check(DRAFT.format(article=article), register=register)
    statuses = [one.status for one in report.references if one.act]
    assert statuses == [status, "unknown"]
    assert [one.rule for one in report.findings if one.code == "C5"] == ([rule] if rule else [])


def test_without_a_register_other_acts_stay_external():
    report = check(DRAFT.format(article="5"))
    assert {one.status for one in report.references if one.act} == {"external"}
    assert not [one for one in report.findings if one.code == "C5"]


def test_a_bad_input_is_told_and_the_rest_is_built(tmp_path):
    (tmp_path / "acts.jsonl").write_text(
        "not json\n" + json.dumps({"text": BEES}) + "\n" + json.dumps({"title": "x"}) + "\n", encoding="utf-8"
    )
    (tmp_path / "old.txt").write_text(OLD_BEES, encoding="utf-8")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / "cut.jsonl.xz").write_bytes(lzma.compress(json.dumps({"text": BEES}).encode())[:-20])
    wrong: list[CorruptexError] = []
    out = tmp_path / "out" / "register.sqlite"
    out.parent.mkdir()
    assert build([tmp_path, tmp_path / "absent"], out, complain=wrong.append) == 2
    named = " ".join(error.say("en") for error in wrong)
    for name in ("acts.jsonl, line 1", "acts.jsonl, line 3", "broken.docx", "cut.jsonl.xz", "absent"):
        assert name in named or any(name in str(error.values.get("name", "")) for error in wrong)


def test_the_same_inputs_give_the_same_register(tmp_path):
    (tmp_path / "b.txt").write_text(BEES, encoding="utf-8")
    (tmp_path / "a.txt").write_text(OLD_BEES, encoding="utf-8")
    for name in ("one", "two"):
        build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / name, complain=quietly)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_file_that_is_no_register_is_named_with_the_cure(tmp_path):
    absent, damaged, foreign = tmp_path / "absent", tmp_path / "damaged", tmp_path / "foreign"
    damaged.write_bytes(b"no base at all" * 100)
    base = sqlite3.connect(foreign)
    base.execute("CREATE TABLE notes (text)")
    base.commit()
    base.close()
    codes = []
    for path in (absent, damaged, foreign):
        with pytest.raises(CorruptexError) as error:
            Register.open(path)
        codes.append(error.value.code)
        assert path.name in error.value.say("ky")
    assert codes == ["register_not_found", "register_damaged", "register_foreign"]


def test_a_truncated_register_is_damaged(tmp_path):
    (tmp_path / "a.txt").write_text(BEES * 30, encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "register", complain=quietly)
    whole = (tmp_path / "register").read_bytes()
    (tmp_path / "register").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CorruptexError) as error:
        Register.open(tmp_path / "register")
    assert error.value.code == "register_damaged"


def test_no_other_file_is_overwritten(tmp_path):
    (tmp_path / "letter.txt").write_text("a letter", encoding="utf-8")
    (tmp_path / "a.txt").write_text(BEES, encoding="utf-8")
    with pytest.raises(CorruptexError):
        build([tmp_path / "a.txt"], tmp_path / "letter.txt", complain=quietly)
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "a letter"


def test_the_commands_build_list_and_use_a_register(tmp_path, capsys):
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "bees.txt").write_text(BEES, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(DRAFT.format(article="5"), encoding="utf-8")
    out, draft = str(tmp_path / "r.sqlite"), str(tmp_path / "draft.txt")
    assert run(["register", "build", str(tmp_path / "acts"), "--out", out, "--lang", "en"], "en") == 0
    assert "1 acts" in capsys.readouterr().err
    assert run(["register", "list", out, "--lang", "en"], "en") == 0
    assert "2020-07-07  № 70  О пасеках" in capsys.readouterr().out
    run(["check", draft, "--register", out, "--format", "json"], "en")
    rules = [one["rule"] for one in json.loads(capsys.readouterr().out)["findings"]]
    assert "missing-article-of-act" in rules


MARKET = {
    "ru": "Закон Кыргызской Республики\nот 4 апреля 2022 года № 40\nО дворовых ярмарках\n"
    "Статья 1. Место\nЯрмарка стоит во дворе.\n"
    "Статья 2. Часы\n1. Ярмарка открыта утром.\n2. Ночью ярмарка закрыта.\n"
    "Статья 3. Товары\nПродаются:\n1) яблоки;\n2) груши.\n",
    "ky": "Кыргыз Республикасынын Мыйзамы\n2022-жылдын 4-апрели № 40\nКороо жарманкелери жөнүндө\n"
    "1-берене. Орду\nЖарманке короодо турат.\n"
    "2-берене. Убактысы\n1. Жарманке эртең менен ачык.\n2. Түнкүсүн жарманке жабык.\n"
    "3-берене. Товарлар\nТөмөнкүлөр сатылат:\n1) алма;\n2) алмурут.\n",
}
CITING = {
    "ru": "Статья 1. Учёт\n1. Товар взвешивается согласно {cited} Закона Кыргызской Республики"
    " „О дворовых ярмарках“.\n",
    "ky": "1-берене. Эсеп\n1. Товар „Короо жарманкелери жөнүндө“ Кыргыз Республикасынын Мыйзамынын"
    " {cited} ылайык таразаланат.\n",
}


def missing_in(lang, cited):
    with of_texts([MARKET[lang]]) as held:
        report = check(CITING[lang].format(cited=cited), register=held)
    status = [one.status for one in report.references if one.act]
    found = [finding for finding in report.findings if finding.rule == "missing-article-of-act"]
    return status, found


@pytest.mark.parametrize(
    ("lang", "cited"),
    [
        ("ru", "статье 4"),
        ("ru", "статье 77"),
        ("ru", "статье 5000"),
        ("ru", "части 7 статьи 2"),
        ("ru", "части 2 статьи 1"),
        ("ru", "части 2 статьи 3"),
        ("ru", "пункту 9 статьи 3"),
        ("ky", "4-беренесине"),
        ("ky", "77-беренесине"),
        ("ky", "5000-беренесине"),
        ("ky", "2-беренесинин 7-бөлүгүнө"),
        ("ky", "1-беренесинин 2-бөлүгүнө"),
        ("ky", "3-беренесинин 9-пунктуна"),
    ],
)
def test_a_unit_that_the_whole_held_act_lacks_is_missing_however_far_it_lies(lang, cited):
    status, found = missing_in(lang, cited)
    assert status == ["missing"]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("lang", "cited"),
    [
        ("ru", "части 2 статьи 2"),
        ("ru", "пункту 2 статьи 2"),
        ("ru", "части 1 статьи 1"),
        ("ru", "пункту 2 статьи 3"),
        ("ru", "статье 3-1"),
        ("ky", "2-беренесинин 2-бөлүгүнө"),
        ("ky", "1-беренесинин 1-бөлүгүнө"),
        ("ky", "3-беренесинин 2-пунктуна"),
    ],
)
def test_a_unit_that_is_there_or_may_have_been_inserted_is_not_missing(lang, cited):
    status, found = missing_in(lang, cited)
    assert "missing" not in status
    assert not found


def test_the_articles_of_a_part_that_is_not_held_are_not_missing():
    text = "Гражданский кодекс Кыргызской Республики. Часть I\n" + "".join(
        f"Статья {number}. Дело\nДело ведётся.\n" for number in range(1, 6)
    )
    with of_texts([text]) as held:
        report = check(
            "Статья 1. Долг\n1. Долг платится по статье 300 Гражданского кодекса Кыргызской Республики.\n",
            register=held,
        )
    assert [one.status for one in report.references if one.act] == ["unchecked"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Закон Кыргызской Республики\nот 1 марта 2005 года № 11\nО дворниках\n"
         "(Утратил силу Законом Кыргызской Республики от 2 июня 2019 года № 60)\n"
         "Статья 1. Двор\nДвор метут.\n", "от 2 июня 2019 года № 60"),
        ("Кыргыз Республикасынын Мыйзамы\n2005-жылдын 1-марты № 11\nКороо тазалоочулар жөнүндө\n"
         "(Кыргыз Республикасынын 2019-жылдын 2-июнундагы № 60 Мыйзамына ылайык күчүн жоготту)\n"
         "1-берене. Короо\nКороо шыпырылат.\n", "2019-жылдын 2-июнундагы № 60"),
    ],
)  # fmt: skip
def test_the_act_that_a_held_text_names_as_its_end_is_kept(text, by):
    with of_texts([text]) as held:
        entry = held.entries()[0]
        assert entry.status == "repealed"
        act = named_acts("Закон КР от 1 марта 2005 года № 11 применяется")[0]
        assert by in held.find(act).repealed_by


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Проект\nЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nО дворах\nСтатья 1. Двор\nДвор метут.\n", "register_draft"),
        ("Долбоор\nКЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ\nКороолор жөнүндө\n1-берене. Короо\nШыпырылат.\n",
         "register_draft"),
        ("Статья 7. Метла\nМетла стоит в углу.\n", "register_fragment"),
        ("7-берене. Шыпыргы\nШыпыргы бурчта турат.\n", "register_fragment"),
    ],
)  # fmt: skip
def test_drafts_and_fragments_are_left_out_and_the_rest_is_built(tmp_path, text, code):
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "acts" / "two.txt").write_text(MARKET["ru"], encoding="utf-8")
    errors = []
    assert build([tmp_path / "acts"], tmp_path / "r.sqlite", complain=errors.append) == 1
    assert [error.code for error in errors] == [code]
    assert main(["register", "build", str(tmp_path / "acts"), "--out", str(tmp_path / "s.sqlite"), "-q"]) == 0


def test_an_empty_folder_makes_no_register(tmp_path, capsys):
    (tmp_path / "acts").mkdir()
    assert main(["register", "build", str(tmp_path / "acts"), "--out", str(tmp_path / "r.sqlite")]) == 2
    assert "r.sqlite" in capsys.readouterr().err
    assert not list(tmp_path.glob("r.sqlite*"))
