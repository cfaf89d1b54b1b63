"""Which norms create a procedure, which norm is its root, and what is gathered around it."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corruptex.detection.engine import Reading, engine
from corruptex.detection.profiles import profile_of
from corruptex.detection.whole import WholeAct
from corruptex.detection.whole.procedures.gathering import Group
from corruptex.methodology import load
from corruptex.structure import parse
from corruptex.structure.citing import cite
from tests.shared import SHARED

EXAMPLES = Path(__file__).parents[1] / "examples"

FERRY_RU = """ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ
О паромах
Статья 1. Предмет
1. Настоящий Закон регулирует движение паромов и выдачу разрешений на перевозку.
Статья 2. Паромщик
1. Паромщик носит форму.
Статья 3. Разрешение на перевозку
1. Речная инспекция рассматривает заявление паромщика и выдает ему разрешение.
Статья 4. Отказ
1. Речная инспекция отказывает паромщику в выдаче разрешения, если судно неисправно.
Статья 5. Причалы
1. Причал красят весной согласно статье 6 Лодочного кодекса.
Статья 6. Флаги
1. Флаг поднимают утром.
Статья 7. Срок действия разрешения
1. Он равен одному году.
"""
FERRY_KY = """КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ
Паромдор жөнүндө
1-берене. Предмети
1. Ушул Мыйзам паромдордун кыймылын жана ташууга уруксат берүүнү жөнгө салат.
2-берене. Паромчу
1. Паромчу форма кийет.
3-берене. Ташууга уруксат
1. Дарыя инспекциясы паромчунун арызын карап, жаранга уруксат берет.
4-берене. Баш тартуу
1. Кеме бузук болсо, дарыя инспекциясы жаранга уруксат берүүдөн баш тартат.
5-берене. Причалдар
1. Причал жазында Кеме кодексинин 6-беренесине ылайык сырдалат.
6-берене. Желектер
1. Желек эртең менен көтөрүлөт.
7-берене. Уруксаттын мөөнөтү
1. Ал бир жылга барабар.
"""
NORM_RU = "Статья 1. Предмет\n1. Лодки и люди.\nСтатья 2. Порядок\n1. {}\n"
NORM_KY = "1-берене. Предмети\n1. Кайыктар жана адамдар.\n2-берене. Тартип\n1. {}\n"


def groups(text: str) -> tuple[WholeAct, list[Group]]:
    methodology = load()
    compiled = engine(methodology)
    act = parse(text)
    whole = WholeAct(Reading(compiled, act, profile_of(act, methodology.profiles)), compiled)
    return whole, [group for _, group in whole.procedures]


def types(text: str) -> list[str]:
    return [group.root.type for group in groups(text)[1]]


@pytest.mark.parametrize(
    ("norm", "kind"),
    [
        ("Лицензию на переправу гражданину выдает Министерство транспорта.", "T1"),
        ("Разрешение на причал гражданину выдает речная инспекция.", "T2"),
        ("Министерство вносит лодку гражданина в реестр или отказывает в этом.", "T3"),
        ("Министерство в день регистрации заявления вносит лодку гражданина в реестр.", "T3"),
        ("Проверки лодок граждан проводит инспекция.", "T4"),
        ("Инспекция проверяет соблюдение гражданами правил стоянки.", "T4"),
        ("Субсидию гражданину назначает районная комиссия.", "T5"),
        ("Участки для лодочных станций распределяет районная комиссия.", "T7"),
        ("Жалобу гражданина рассматривает министерство.", "T8"),
        ("Инспектор налагает штраф на гражданина.", "T10"),
        ("Штраф на гражданина налагает инспектор.", "T10"),
        ("Инспекция приостанавливает торговлю гражданина с лодки.", "T10"),
        ("Справку гражданину выдает айыл окмоту.", "T11"),
    ],
)
def test_a_deciding_norm_is_told_in_russian(norm: str, kind: str) -> None:
    assert types(NORM_RU.format(norm)) == [kind]


@pytest.mark.parametrize(
    ("norm", "kind"),
    [
        ("Өткөөлгө лицензияны жаранга Транспорт министрлиги берет.", "T1"),
        ("Мэрия жаранга уруксат берет же баш тартат.", "T2"),
        ("Мэрия арызды карап, жаранга уруксат берет.", "T2"),
        ("Мэрия уруксат берүү же аны берүүдөн баш тартуу жөнүндө чечим кабыл алат.", "T2"),
        ("Мэрия уруксат берүү же уруксат берүүдөн баш тартуу жөнүндө чечим кабыл алат.", "T2"),
        ("Министрлик жарандын кайыгын реестрге киргизет же андан баш тартат.", "T3"),
        ("Мэриянын кызматкерлери жарандардын эрежелерди сакташын текшерет.", "T4"),
        ("Инспектор жаранга айып салат.", "T10"),
        ("Инспекция жарандын соодасын он күнгө токтото турат.", "T10"),
        ("Жаранга маалымкатты айыл өкмөтү берет.", "T11"),
    ],
)
def test_a_deciding_norm_is_told_in_kyrgyz(norm: str, kind: str) -> None:
    assert types(NORM_KY.format(norm)) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        NORM_RU.format("Секретарь проводит регистрацию участников собрания."),
        NORM_RU.format("Земельные участки предоставляются согласно статье 2 Лодочного кодекса."),
        NORM_RU.format("Сумма указывается в решении по жалобе, копию которого хранит министерство."),
        NORM_KY.format("Мэрия жыйындын катышуучуларын каттоону жүргүзөт."),
        NORM_KY.format("Кайык айдоого Өкмөт бекиткен билими бар адамдарга уруксат берилет."),
        NORM_KY.format("Арыз катталган күндөн тартып мэрия эки күндө чечим кабыл алат."),
    ],
)
def test_a_mention_creates_no_procedure(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("head", "item"),
    [
        ("3. Должностные обязанности секретаря:", "1) выдает справки сотрудникам клуба;"),
        ("3. Катчынын функционалдык милдеттери:", "1) клубдун мүчөлөрүнө аныктамаларды берет;"),
    ],
    ids=["ru", "ky"],
)
def test_the_duties_of_one_officer_create_no_procedure(head: str, item: str) -> None:
    title = "ПОЛОЖЕНИЕ\nо лодочном клубе\n1. Клуб" if "обяз" in head else "Кайык клубу жөнүндө\nЖОБО\n1. Клуб"
    assert types(f"{title}.\n2. Клуб.\n{head}\n{item}\n") == []


@pytest.mark.parametrize("text", [FERRY_RU, FERRY_KY], ids=["ru", "ky"])
def test_neighbours_and_headings_that_name_the_matter_are_gathered(text: str) -> None:
    whole, (group,) = groups(text)
    assert [whole.act.units[block].number for block in group.blocks] == ["3", "4", "7"]
    assert whole.act.units[group.root.block].number == "3"


@pytest.mark.parametrize("text", [FERRY_RU, FERRY_KY], ids=["ru", "ky"])
def test_an_article_of_another_act_is_never_taken_for_one_of_this(text: str) -> None:
    ru = text is FERRY_RU
    own = "согласно статье 6 настоящего Закона" if ru else "ушул Мыйзамдын 6-беренесине ылайык"
    other = "согласно статье 6 Лодочного кодекса" if ru else "Кеме кодексинин 6-беренесине ылайык"
    place = "выдает ему разрешение" if ru else "жаранга уруксат берет"
    for words, cited in ((own, ["6"]), (other, [])):
        whole, (group,) = groups(text.replace(place, f"{words} {place}"))
        assert [whole.act.units[unit].number for unit in group.cited] == cited


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("Инспекция выдает гражданину разрешение.", "Разрешение аннулируется в случае подделки плана."),
        ("Инспекция жаранга уруксат берет.", "Уруксат план жасалма болсо жокко чыгарылат."),
    ],
    ids=["ru", "ky"],
)
def test_what_is_given_is_taken_away_by_the_same_body(given: str, taken: str) -> None:
    norm = NORM_RU if given.startswith("Инспекция выд") else NORM_KY
    assert types(norm.format(given) + f"2. {taken}\n") == ["T2", "T10"]
    assert types(norm.format(taken)) == []


@pytest.mark.parametrize("text", [NORM_RU, NORM_KY], ids=["ru", "ky"])
def test_a_refusal_is_the_root_only_where_nothing_else_decides(text: str) -> None:
    refuses, gives = (
        ("Инспекция отказывает гражданину в выдаче разрешения.", "Инспекция выдает гражданину разрешение.")
        if text is NORM_RU
        else ("Инспекция жаранга уруксат берүүдөн баш тартат.", "Инспекция жаранга уруксат берет.")
    )
    whole, (group,) = groups(text.format(refuses) + f"2. {gives}\n")
    assert whole.act.units[group.root.unit].number == "2"
    assert groups(text.format(refuses))[1][0].root.refuses


@pytest.mark.parametrize("name", ["permit_regulation", "trade_law"])
def test_an_act_has_the_same_procedures_in_both_languages(name: str) -> None:
    both = []
    for lang in ("ru", "ky"):
        whole, found = groups((EXAMPLES / f"{name}_{lang}.txt").read_text(encoding="utf-8"))
        both.append(
            [(group.root.type, cite(whole.act, group.root.unit, "ru"), len(group.blocks)) for group in found]
        )
    assert both[0] == both[1]
    assert [kind for kind, _, _ in both[0]] == ["T2", "T10"]


def test_a_real_code_has_the_same_procedures_in_both_languages() -> None:
    both = []
    for lang, name in (("ru", "kg-ru-labour_code_2004-txt2024"), ("ky", "kg-ky-labour_code_2004")):
        with lzma.open(SHARED / "data" / "acts" / f"acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as lines:
            text = next(act["text"] for act in map(json.loads, lines) if act["id"] == name)
        whole, found = groups(text)
        both.append([(group.root.type, cite(whole.act, group.root.unit, "ru")) for group in found])
    assert both[0] == both[1] != []


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(order=st.permutations(range(4)), lang=st.sampled_from(("ru", "ky")))
def test_one_procedure_of_a_type_for_one_norm_whatever_the_order(order: list[int], lang: str) -> None:
    norms = {
        "ru": (
            "Инспекция выдает гражданину разрешение.",
            "Штраф на гражданина налагает инспектор.",
            "Лодка подлежит регистрации инспекцией и вносится в реестр.",
            "Инспекция отказывает гражданину в выдаче разрешения.",
        ),
        "ky": (
            "Инспекция жаранга уруксат берет.",
            "Инспектор жаранга айып салат.",
            "Кайык катталууга тийиш жана инспекция тарабынан реестрге киргизилет.",
            "Инспекция жаранга уруксат берүүдөн баш тартат.",
        ),
    }[lang]
    text = {"ru": NORM_RU, "ky": NORM_KY}[lang].format(
        "\n".join(f"{number}. {norms[index]}" for number, index in enumerate(order, start=1))[3:]
    )
    _, found = groups(text)
    places = [(group.root.type, group.root.unit) for group in found]
    assert len(places) == len(set(places))
    assert sorted({kind for kind, _ in places}) == ["T10", "T2", "T3"]
