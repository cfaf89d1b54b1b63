"""Words of procedures: each type and element of ``rules/procedures`` is proved by its examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from corruptex.detection.engine import Reading, engine
from corruptex.detection.proof import as_act
from corruptex.detection.whole import WholeAct
from corruptex.detection.whole.procedures.elements import shows
from corruptex.detection.whole.procedures.triggers import triggers
from corruptex.messages import CorruptexError
from corruptex.methodology import Example, load, rules_folder
from corruptex.methodology.procedures import load_procedures
from corruptex.structure import parse

METHODOLOGY = load()
PROCEDURES = METHODOLOGY.procedures


def _whole(example: Example) -> WholeAct:
    compiled = engine(METHODOLOGY)
    return WholeAct(Reading(compiled, as_act(example), METHODOLOGY.profiles[-1]), compiled)


@pytest.mark.parametrize(
    ("kind", "example"),
    [(kind.id, example) for kind in PROCEDURES.types.values() for example in kind.examples],
    ids=lambda value: value if isinstance(value, str) else value.text[:30],
)
def test_a_type_is_told_by_its_words(kind: str, example: Example) -> None:
    whole = _whole(example)
    tokens = whole.reading.view.tokens
    spans = [(tokens.starts[t.start], tokens.ends[t.end - 1]) for t in triggers(whole) if t.type == kind]
    if example.verdict == "flag":
        assert example.span in spans, [example.text[low:high] for low, high in spans]
    else:
        assert not spans


@pytest.mark.parametrize(
    ("element", "example"),
    [(element.id, example) for element in PROCEDURES.elements.values() for example in element.examples],
    ids=lambda value: value if isinstance(value, str) else value.text[:30],
)
def test_an_element_is_told_by_its_words(element: str, example: Example) -> None:
    whole = _whole(example)
    everything = (0, len(whole.reading.view.tokens.forms))
    found = shows(whole, PROCEDURES.elements[element], *everything, example.lang)
    assert (found is not None) == (example.verdict == "flag")


@pytest.mark.parametrize("lang", ["ru", "ky"])
def test_every_type_and_element_has_examples_of_both_verdicts(lang: str) -> None:
    for item in (*PROCEDURES.types.values(), *PROCEDURES.elements.values()):
        verdicts = {example.verdict for example in item.examples if example.lang == lang}
        assert verdicts == {"flag", "pass"}, item.id


def test_every_type_has_its_row_of_the_matrix() -> None:
    for kind in PROCEDURES.types:
        assert PROCEDURES.required[kind]
        assert not PROCEDURES.required[kind] & PROCEDURES.recommended[kind]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("matrix.yaml", "required: [E01, E02,", "required: [E01, E99,", "E99"),
        ("matrix.yaml", "  T12: ", "  T13: ", "matrix.T12"),
        ("elements.yaml", "    code: C4", "    code: C99", "C99"),
        ("elements.yaml", "  - id: E02", "  - id: E01", "E01"),
        ("types.yaml", "'{подлежать/VERB …2 лицензирование}'", "'{подлежать …2'", "подлежать"),
        ("types.yaml", 'ky: "Лицензиялоо", ', "", "name"),
    ],
)
def test_a_mistake_in_the_data_is_told_with_file_and_line(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    for path in (rules_folder() / "procedures").iterdir():
        text = path.read_text(encoding="utf-8")
        if path.name == file:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    with pytest.raises(CorruptexError) as caught:
        load_procedures(tmp_path, METHODOLOGY.factors)
    message = caught.value.say("en")
    assert file in message
    assert "line" in message
    assert said in message


BYLAW_RU = """ПОЛОЖЕНИЕ
о выдаче разрешений на маяк
1. Настоящее Положение определяет порядок выдачи разрешений на маяк.
2. Разрешение на маяк выдает мэрия. {papers}
3. Мэрия рассматривает заявление в течение 10 дней и выдает разрешение. {refusal}
4. {rest}
"""
BYLAW_KY = """ЖОБО
маякка уруксат берүү жөнүндө
1. Бул Жобо маякка уруксат берүүнүн тартибин аныктайт.
2. Маякка уруксатты мэрия берет. {papers}
3. Мэрия арызды 10 күндүн ичинде карап, уруксат берет. {refusal}
4. {rest}
"""


def _status(text: str, name: str) -> str:
    compiled = engine(METHODOLOGY)
    whole = WholeAct(Reading(compiled, parse(text), METHODOLOGY.profiles[-1]), compiled)
    procedure = next(procedure for procedure, _ in whole.procedures if procedure.type == "T2")
    return next(element.status for element in procedure.elements if element.id == name)


@pytest.mark.parametrize(
    ("bylaw", "name", "words", "status"),
    [
        (BYLAW_RU, "E04", {"papers": "К заявлению прилагаются план и копия паспорта."}, "present"),
        (
            BYLAW_RU,
            "E04",
            {"papers": "К заявлению прилагаются план и копия паспорта, а также иные документы."},
            "missing",
        ),
        (
            BYLAW_RU,
            "E04",
            {
                "papers": "К заявлению прилагается план, другие документы прилагаются по просьбе мэрии.",
                "rest": "К заявлению прилагается копия паспорта.",
            },
            "missing",
        ),
        (BYLAW_RU, "E10", {"refusal": "В выдаче отказывают, если план не подписан."}, "present"),
        (
            BYLAW_RU,
            "E10",
            {"refusal": "Основания отказа названы в пункте 12 настоящего Положения."},
            "missing",
        ),
        (BYLAW_RU, "E15", {"rest": "Решение мэрии может быть обжаловано в суд."}, "present"),
        (BYLAW_RU, "E15", {"rest": "Мэрия вправе обратиться в суд с иском."}, "elsewhere"),
        (BYLAW_KY, "E04", {"papers": "Арызга пландын көчүрмөсү тиркелет."}, "present"),
        (
            BYLAW_KY,
            "E04",
            {"papers": "Арызга пландын көчүрмөсү тиркелет. Мэрия башка документтерди талап кылат."},
            "missing",
        ),
        (BYLAW_KY, "E15", {"rest": "Мэриянын чечимине арыз ээси сотко даттанууга укуктуу."}, "present"),
    ],
)
def test_an_element_is_told_in_the_whole_of_a_procedure(
    bylaw: str, name: str, words: dict[str, str], status: str
) -> None:
    filled = {"papers": "", "refusal": "", "rest": "", **words}
    assert _status(bylaw.format(**filled), name) == status


@pytest.mark.parametrize(
    ("bylaw", "words"),
    [
        (BYLAW_RU, "Решения публикуются в размере, установленном Законом о маяках."),
        (
            BYLAW_RU,
            "Продажа лодок осуществляется в порядке, установленном Законом Кыргызской Республики о лодках.",
        ),
        (BYLAW_KY, "Маякчыга Эмгек кодексинде белгиленген өлчөмдө акы төлөнөт."),
    ],
)
def test_a_named_act_on_something_else_supplies_nothing(bylaw: str, words: str) -> None:
    assert _status(bylaw.format(papers="", refusal="", rest=words), "E02") == "missing"
