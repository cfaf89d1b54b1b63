import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corruptex.language.kyrgyz import Entry, FormIndex, forms, stems
from corruptex.language.kyrgyz.letters import HARMONY

ENTRIES = [
    Entry("тартип", "noun"),
    Entry("орун", "noun"),
    Entry("мэрия", "noun"),
    Entry("роль", "noun"),
    Entry("бала", "noun"),
    Entry("акт", "noun"),
    Entry("зарыл", "adjective"),
    Entry("ал", "noun"),
    Entry("АКШ", "noun"),
    Entry("берүү", "verb", ("passive",)),
    Entry("чык-", "verb"),
    Entry("коюу", "verb"),
    Entry("табуу", "verb"),
    Entry("аныктоо", "verb", ("passive",)),
    Entry("тарабынан", "fixed"),
    Entry("отчёт", "noun"),
]
INDEX = FormIndex(ENTRIES)
PARADIGMS = [forms(entry) for entry in ENTRIES]
LETTERS = "абвгдежзийклмнңоөпрстуүфхцчшщъыьэюя"


@pytest.mark.parametrize("number", range(len(ENTRIES)), ids=[entry.lemma for entry in ENTRIES])
def test_no_form_and_no_feature_is_lost_by_the_index(number):
    paradigm = PARADIGMS[number]
    for form in random.Random(number).sample(sorted(paradigm), min(len(paradigm), 1500)):
        found = {reading.features for reading in INDEX.readings(form) if reading.entry_index == number}
        assert found == set(paradigm[form]), form


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([stem for entry in ENTRIES for stem in sorted(stems(entry))]),
    st.text(LETTERS, max_size=8),
)
def test_the_index_reads_nothing_but_forms(stem, rest):
    form = stem + rest
    for reading in INDEX.readings(form):
        assert reading.features in PARADIGMS[reading.entry_index][form]


@settings(max_examples=80, deadline=None)
@given(
    st.text(LETTERS, min_size=1, max_size=9).filter(lambda stem: any(letter in HARMONY for letter in stem))
)
def test_endings_of_any_noun_follow_its_last_vowel(lemma):
    low = {"а": "а", "о": "о", "у": "а", "е": "е", "ө": "ө"}
    last = next(HARMONY[letter] for letter in reversed(lemma) if letter in HARMONY)
    locatives = [form for form, features in forms(Entry(lemma, "noun")).items() if "loc" in features]
    assert locatives
    assert {HARMONY[form[-1]] for form in locatives} == {low[last]}


@settings(max_examples=25, deadline=None)
@given(st.from_regex(r"[бгдкмст][аоуыеиөү][лмнрзкпт]", fullmatch=True))
def test_back_stems_take_back_endings_and_front_stems_front_ones(stem):
    front = stem[1] in "еиөү"
    for form in forms(Entry(stem + "-", "verb")):
        vowels = [letter for letter in form[len(stem) :] if letter in "аоуыеэиөү"]
        assert all((vowel in "еэиөү") == front for vowel in vowels), form


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=12))
def test_any_text_can_be_asked(text):
    assert isinstance(INDEX.readings(text), tuple)


def test_reading_names_entry_lemma_and_features():
    (reading,) = INDEX.readings("аныкталбайт")
    assert (reading.entry_index, reading.lemma, reading.features) == (13, "аныктоо", "fin.pres.neg.pass")
    assert reading.tags == {"fin", "pres", "neg", "pass"}


def test_a_form_of_two_entries_has_both_readings():
    index = FormIndex([Entry("иш", "noun"), Entry("иштөө", "verb")])
    assert {(reading.lemma, reading.features) for reading in index.readings("иштей")} == {
        ("иш", "sim"),
        ("иштөө", "cvb.a"),
    }


def test_fixed_words_have_one_form():
    assert [reading.features for reading in INDEX.readings("тарабынан")] == ["fixed"]
    assert not INDEX.readings("тарабынандын")


def test_yo_is_folded_in_the_index():
    assert {reading.features for reading in INDEX.readings("отчеттун")} == {"gen"}
    assert {reading.features for reading in INDEX.readings("коет")} == {"fin.pres"}


def test_an_empty_index_knows_nothing():
    assert FormIndex([]).readings("мыйзам") == ()


@pytest.mark.parametrize("lemma", ["", "  ", "өз алдынча"])
def test_entry_must_be_one_word(lemma):
    with pytest.raises(ValueError, match="one word"):
        FormIndex([Entry(lemma, "noun")])


def test_every_form_begins_with_a_stem():
    for entry, paradigm in zip(ENTRIES, PARADIGMS, strict=True):
        heads = tuple(stems(entry))
        assert all(form.startswith(heads) for form in paradigm)
