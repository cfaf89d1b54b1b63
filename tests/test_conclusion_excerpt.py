"""The quoted norm around a finding."""

import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corruptex.conclusion.excerpt import AROUND, LONGEST_SPAN, clean, excerpt
from tests import reports


def test_a_short_norm_is_quoted_whole_without_its_number():
    report = reports.report()
    words = excerpt(report.act, report.findings[0])
    assert words.before + words.span + words.after == "Мэрия рассматривает заявление в разумный срок."
    assert words.span == "в разумный срок"


def test_an_item_of_a_list_comes_with_the_words_that_open_the_list():
    report = reports.report("ky")
    words = excerpt(report.act, report.findings[1])
    assert words.head == "Мэрия төмөнкүлөргө укуктуу:"
    assert words.after == ";"


def test_a_long_norm_is_cut_to_the_sentence_of_the_finding():
    report = reports.spoilt("ru", " Ответ вручается лично." * 40)
    words = excerpt(report.act, report.findings[0])
    assert (words.before, words.after) == ("Мэрия рассматривает заявление ", ".")


def test_a_sentence_without_end_is_cut_at_a_word():
    report = reports.spoilt("ru", " и так далее" * 200)
    words = excerpt(report.act, report.findings[0])
    assert words.after.endswith("…")
    assert len(words.after) <= AROUND + 1
    assert words.after[:-1].split()[-1] in ("и", "так", "далее")


def test_very_long_reported_words_are_shortened_in_the_middle():
    report = reports.spoilt("ru", " слово" * 1000)
    found = report.findings[0]
    end = report.act.units[2].end
    long = replace(found, end=end, quote=report.act.text[found.start : end])
    words = excerpt(report.act, long)
    assert len(words.span) <= LONGEST_SPAN + 3
    assert words.span.startswith("в разумный срок")
    assert " … " in words.span


@given(st.text())
def test_cleaned_text_never_holds_control_characters_and_stays_on_one_line(text):
    shown = clean(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in shown)
    assert "\u202e" not in shown
    assert len(shown.splitlines()) <= 1


@given(st.text(alphabet="абвүөң .;,-\n", max_size=700))
def test_the_quote_stays_in_the_order_of_the_act(words):
    report = reports.spoilt("ky", f" {words}")
    quoted = excerpt(report.act, report.findings[0])
    whole = clean(report.act.text)
    assert clean(quoted.before + quoted.span).removeprefix("…") in whole
    assert quoted.after.removesuffix("…") in whole
