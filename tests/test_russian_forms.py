import pytest

from corruptex.language.russian import forms, table


def of(lemma, *features):
    return {form for form, grammemes in forms(lemma) if grammemes.issuperset(features)}


@pytest.mark.parametrize(
    ("lemma", "features", "expected"),
    [
        ("орган", ("gent", "plur"), {"органов"}),
        ("отказать", ("VERB", "3per", "sing"), {"откажет"}),
        ("отказать", ("INFN",), {"отказать"}),
        ("вправе", (), {"вправе"}),
        ("предусмотренный", ("gent", "plur"), {"предусмотренных"}),
        ("торги", ("gent", "plur"), {"торгов"}),
        ("кенеш", ("ablt", "sing"), {"кенешем"}),
        ("кенеш", ("gent", "plur"), {"кенешей"}),
        ("курултай", ("datv", "sing"), {"курултаю"}),
    ],
)
def test_forms_with_features(lemma, features, expected):
    assert expected <= of(lemma, *features)


def test_a_participle_given_as_a_lemma_brings_no_other_forms_of_the_verb():
    assert "предусмотрит" not in of("предусмотренный")
    assert "предусмотренных" in of("предусмотреть")


def test_yo_is_written_ye():
    assert all("ё" not in form for form, _ in forms("приём"))


def test_a_form_of_two_lemmas_belongs_to_both():
    found = table(["порядок", "порядки"])
    assert {lemma for lemma, _ in found["порядки"]} == {"порядок", "порядки"}
