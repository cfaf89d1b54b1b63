from dataclasses import replace

import pytest

from corruptex.detection.compiler import Compiler
from corruptex.detection.search import Search
from corruptex.detection.view import LONGEST_SENTENCE, View
from corruptex.language.vocabulary import vocabularies
from corruptex.messages import CorruptexError
from corruptex.methodology.notation import parse as pattern
from corruptex.methodology.rules import Lexicon
from corruptex.structure import parse

LEXICONS = {
    "body": Lexicon(
        "body", {"ru": (pattern("орган"), pattern("налоговый орган")), "ky": (pattern("орган"),)}, ""
    ),
    "loop": Lexicon("loop", {"ru": (pattern("[loop] орган"),)}, ""),
}


def found(text, *patterns, lang="ru"):
    words = vocabularies()
    compiled = Compiler(lang, words[lang], LEXICONS).union([pattern(one) for one in patterns], "test.yaml")
    act = parse(text + ".")
    act = replace(act, units=tuple(replace(unit, lang=lang) for unit in act.units))
    view = View(act, words)
    return [view.text(match[2], match[3]) for match in Search(view).matches(compiled)]


def test_a_word_matches_in_any_form():
    assert found("Органу и органами отказано в иске", "орган") == ["Органу", "органами"]
    assert found("Органга жана органдардын", "орган", lang="ky") == ["Органга", "органдардын"]


def test_a_kyrgyz_stem_with_a_hyphen_is_a_verb():
    assert found("Уруксат берет, берүүгө жана берилген", "бер-", lang="ky") == ["берет", "берүүгө"]


def test_a_feature_narrows_the_forms():
    assert found("Орган даёт органу", "орган/nomn") == ["Орган"]
    assert found("берет жана берүүгө", "бер-/act+dat", lang="ky") == ["берүүгө"]


def test_exact_forms_match_only_themselves():
    assert found("по решению, по решениям", '"по решению"') == ["по решению"]


def test_a_comma_may_stand_between_neighbours_but_a_clause_end_may_not():
    assert found("в порядке, установленном органом", "порядок установленный") == ["порядке, установленном"]
    assert found("в порядке; установленном органом", "порядок установленный") == []


def test_a_gap_stays_inside_its_width_and_the_clause():
    assert found("орган может сам отказать", "орган …1 отказать") == []
    assert found("орган может сам отказать", "орган …2 отказать") == ["орган может сам отказать"]
    assert found("орган может; сам отказать", "орган … отказать") == []
    assert found("Орган. Сам отказать", "орган … отказать") == []


def test_alternatives_optional_elements_and_the_reported_part():
    assert found("орган вправе прямо отказать", "орган (вправе|мочь) прямо? {отказать}") == ["отказать"]
    assert found("орган может отказать", "орган (вправе|мочь) прямо? {отказать}") == ["отказать"]


def test_the_longest_entry_of_a_lexicon_is_taken():
    assert found("налоговый орган и орган", "[body]") == ["налоговый орган", "орган"]


def test_a_feature_of_a_lexicon_is_asked_of_its_head_word():
    text = "налоговый орган сообщает налоговому органу"
    assert found(text, "[body]/datv") == ["налоговому органу"]
    assert found(text, "([body]|лицо)/nomn") == ["налоговый орган"]
    assert found("орган органга билдирет", "[body]/dat", lang="ky") == ["органга"]


def test_matching_starts_anywhere_and_grows_to_both_sides():
    text = "орган орган орган вправе отказать отказать"
    assert found(text, "орган вправе отказать") == ["орган вправе отказать"]


def test_plural_nouns_and_participles_have_forms():
    assert found("На торгах, предусмотренных законом", "торги предусмотренный") == ["торгах, предусмотренных"]


@pytest.mark.parametrize("wrong", ["[nothing]", "<nothing>", "[loop]"])
def test_an_unknown_name_is_refused_with_the_file(wrong):
    with pytest.raises(CorruptexError, match=r"test\.yaml"):
        found("орган", wrong)


def test_a_text_without_stops_is_cut_into_sentences():
    words = vocabularies()
    view = View(parse("орган вправе отказать " * LONGEST_SENTENCE), words)
    low, high = view.sentence(LONGEST_SENTENCE + 7, LONGEST_SENTENCE + 8)
    assert (low, high) == (LONGEST_SENTENCE, 2 * LONGEST_SENTENCE)
    assert view.clause(low, low + 1) == (low, high)
