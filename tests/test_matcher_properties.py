"""The matcher against a plain reading of the notation, word by word, on texts and patterns made at random."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from corruptex.detection.compiler import Compiler
from corruptex.detection.search import Search
from corruptex.detection.view import View
from corruptex.language.vocabulary import vocabularies
from corruptex.methodology.notation import parse as pattern
from corruptex.structure import parse

WORDS = ("орган", "может", "отказать", "лицо")
TEXTS = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from((" ", " ", ", ", "; "))), min_size=1, max_size=14
)
PARTS = st.lists(
    st.tuples(st.integers(0, 3), st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True)),
    min_size=1,
    max_size=4,
)


def searched(text, parts):
    written = " ".join(
        (f"…{gap} " if gap and number else "") + "(" + "|".join(f'"{word}"' for word in words) + ")"
        for number, (gap, words) in enumerate(parts)
    )
    words = vocabularies()
    compiled = Compiler("ru", words["ru"], {}).union([pattern(written)], "test.yaml")
    act = parse("".join(word + gap for word, gap in text).rstrip(" ,;") + ".")
    act = replace(act, units=tuple(replace(unit, lang="ru", kind="paragraph") for unit in act.units))
    return Search(View(act, words)), compiled


def plainly(text, parts):
    """Every way to place the parts one after another inside a clause."""
    clause, number = [], 0
    for _, gap in text:
        clause.append(number)
        number += gap == "; "

    def ends(place, rest, start):
        if not rest:
            yield place
            return
        gap, words = rest[0]
        for token in range(place, min(place + gap, len(text) - 1) + 1):
            if clause[token] == clause[start] and text[token][0] in words:
                yield from ends(token + 1, rest[1:], start)

    return {
        (start, end)
        for start in range(len(text))
        if text[start][0] in parts[0][1]
        for end in ends(start + 1, parts[1:], start)
    }


@given(TEXTS, PARTS)
@settings(max_examples=150, deadline=None)
def test_the_matcher_finds_what_a_plain_reading_finds(text, parts):
    search, compiled = searched(text, parts)
    assert {match[:2] for match in search.matches(compiled)} == plainly(text, parts)


@given(TEXTS, PARTS, st.data())
@settings(max_examples=100, deadline=None)
def test_a_search_near_a_place_finds_what_the_whole_search_finds_there(text, parts, data):
    search, compiled = searched(text, parts)
    for _ in range(3):
        low = data.draw(st.integers(0, len(text) - 1))
        high = data.draw(st.integers(low, len(text)))
        near = set(search.near(compiled, low, high))
        fresh, _ = searched(text, parts)
        assert near == {match for match in fresh.matches(compiled) if low <= match[0] < high}
