import pytest

from corruptex import check
from corruptex.detection.profiles import named_profile, profile_of
from corruptex.messages import CorruptexError
from corruptex.methodology import load
from corruptex.structure import parse

PROFILES = load().profiles


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("Гражданский процессуальный кодекс КР\nСтатья 1. Задачи\nТекст.", "code_procedural"),
        ("ГРАЖДАНСКИЙ КОДЕКС КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nСтатья 1. Отношения\nТекст.", "code_civil"),
        ("КЫРГЫЗ РЕСПУБЛИКАСЫНЫН ЭМГЕК КОДЕКСИ\n1-берене. Мамилелер\nБул берене.", "code_civil"),
        ("ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nО рынках\nСтатья 1. Предмет\nТекст.", "code_admin"),
        ("КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ\nБазарлар жөнүндө\n1-берене. Предмети\nБул берене.", "code_admin"),
    ],
)  # fmt: skip
def test_the_act_chooses_its_profile(text, profile):
    assert profile_of(parse(text), PROFILES).id == profile


def test_a_profile_can_be_given_and_is_reported():
    norm = (
        "Статья 1. Аренда\nНаймодатель не возражает, орган в кратчайшие сроки выдаёт разрешение заявителю.\n"
    )
    administrative = check(norm, profile="code_admin")
    civil = check(norm, profile="code_civil")
    assert administrative.profile == "code_admin"
    assert civil.profile == "code_civil"
    assert "vague-deadline" in {finding.rule for finding in administrative.findings}
    assert "vague-deadline" not in {finding.rule for finding in civil.findings}


def test_where_private_law_rules_only_a_named_body_can_hold_a_power():
    named = "Статья 1. Опека\nОрган опеки вправе отказать гражданину в опеке.\n"
    nobody = "Статья 1. Опека\nВ опеке гражданину может быть отказано.\n"
    assert check(named, profile="code_civil").findings
    assert not check(nobody, profile="code_civil").findings


def test_an_unknown_profile_names_the_known_ones():
    with pytest.raises(CorruptexError, match="code_admin"):
        named_profile("poetry", PROFILES)
