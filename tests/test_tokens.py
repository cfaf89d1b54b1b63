from hypothesis import given
from hypothesis import strategies as st

from corruptex.language.tokens import GAP_CLAUSE, GAP_COMMA, GAP_NONE, GAP_SENTENCE, fold, tokenise

LETTERS = st.text(alphabet="абвөүңёЁКӨabcAB019 \u00ad\u0301,.;:!?-–«»()\n\r\t", max_size=80)


@given(st.text(max_size=200))
def test_offsets_cut_the_very_words_out_of_any_text(text):
    tokens = tokenise(text)
    assert len(tokens.forms) == len(tokens.starts) == len(tokens.ends) == len(tokens.gaps)
    for form, start, end in zip(tokens.forms, tokens.starts, tokens.ends, strict=True):
        assert fold(text[start:end]) == form
    assert tokens.starts == sorted(tokens.starts)
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))


@given(LETTERS)
def test_nothing_but_separators_stands_between_tokens(text):
    tokens = tokenise(text)
    outside = list(text)
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        outside[start:end] = [" "] * (end - start)
    assert not any(character.isalnum() for character in outside)


@given(LETTERS)
def test_the_first_token_begins_a_sentence_and_gaps_are_known_strengths(text):
    gaps = tokenise(text).gaps
    assert set(gaps) <= {GAP_NONE, GAP_COMMA, GAP_CLAUSE, GAP_SENTENCE}
    assert not gaps or gaps[0] == GAP_SENTENCE


def test_a_hyphen_parts_words_so_that_both_spellings_meet():
    assert tokenise("жол-жобо").forms == tokenise("жол жобо").forms == ["жол", "жобо"]
    assert tokenise("5-беренесинин").forms == ["5", "беренесинин"]


def test_folding_makes_look_alikes_equal():
    assert fold("ЁЛКА") == "елка"
    assert fold("комиcсия") == "комиссия"  # with a Latin c
    assert fold("кѳрсѳтүү") == "көрсөтүү"  # with the letter fita
    assert fold("мам\u00adлекеттик") == "мамлекеттик"
    assert fold("word") == "word"


def test_a_full_stop_of_an_abbreviation_ends_no_sentence():
    gaps = tokenise("в п. 3 ч. 1 ст. 14 Закона. Орган вправе").gaps
    assert gaps.count(GAP_SENTENCE) == 2  # the beginning and «Орган»


def test_marks_break_clauses_and_phrases():
    assert tokenise("если, то").gaps == [GAP_SENTENCE, GAP_COMMA]
    assert tokenise("вправе: отказать; изъять").gaps == [GAP_SENTENCE, GAP_CLAUSE, GAP_CLAUSE]


def test_index_of_the_first_token_at_an_offset():
    tokens = tokenise("Орган вправе отказать")
    assert [tokens.at(0), tokens.at(1), tokens.at(6), tokens.at(99)] == [0, 1, 1, 3]
