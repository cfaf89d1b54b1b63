"""Declension: number × possessive × case, with -дагы, -луу, -сыз, -лык and -ча.

Everything nominal goes through here: nouns, adjectives used as nouns, action nouns and participles.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from corruptex.language.kyrgyz.exceptions import exceptions
from corruptex.language.kyrgyz.letters import (
    HARMONY,
    UNSETTLED,
    VOICED_OF,
    Context,
    attach,
    context_of,
    fold,
    softens,
)
from corruptex.language.kyrgyz.paradigm import (
    ANY,
    CONSONANT,
    FUSED,
    UNFUSED,
    VOWEL,
    Alternant,
    Link,
    Piece,
    State,
)

_BARE_CASES = (
    ("nom", ""),
    ("gen", "NIн"),
    ("dat", "GA"),
    ("acc", "NI"),
    ("loc", "DA"),
    ("abl", "DAн"),
    ("equ", "чA"),
    ("sim", "DAй"),
    ("lim", "GAчA"),
)
_FIRST_CASES = (
    ("nom", ""),
    ("gen", "DIн"),
    ("dat", "A"),
    ("acc", "DI"),
    ("loc", "DA"),
    ("abl", "DAн"),
    ("abl", "Aн"),
)
_POLITE_CASES = (("nom", ""), ("gen", "DIн"), ("dat", "GA"), ("acc", "DI"), ("loc", "DA"), ("abl", "DAн"))
_THIRD_CASES = (
    ("nom", ""),
    ("gen", "нIн"),
    ("dat", "нA"),
    ("acc", "н"),
    ("loc", "нDA"),
    ("abl", "нAн"),
    ("equ", "нчA"),
    ("sim", "нDAй"),
)
_POSSESSIVES = (
    ("", "", _BARE_CASES),
    ("p3.", "sI", _THIRD_CASES),
    ("p1sg.", "iм", _FIRST_CASES),
    ("p1pl.", "iбIз", _POLITE_CASES),
    ("p2sg.", "iң", _FIRST_CASES),
    ("p2pol.", "iңIз", _POLITE_CASES),
    ("p2pl.", "iңAр", _POLITE_CASES),
    ("p2polpl.", "iңIздAр", _POLITE_CASES),
)
_COPULAS = (
    ("1sg", "мIн"),
    ("2sg", "сIң"),
    ("2pol", "сIз"),
    ("1pl", "BIз"),
    ("2pl", "сIңAр"),
    ("2polpl", "сIздAр"),
    ("q", "BI"),
    ("conj", "DIр"),
)

#: Levels: what a stem may take beside number, possessive and case.
NOUN, ADJECTIVE, RELATIONAL = "noun", "adjective", "relational"
ACTION, RESULT, PARTICIPLE = "action", "result", "participle"
AORIST, NOMINATIVE = "aorist", "nominative"
DERIVED, INFLECTED, PLURAL, LAST = "derived", "inflected", "plural", "last"

_TAKES_LUU = frozenset((NOUN, ADJECTIVE, RELATIONAL))
_TAKES_LYK = frozenset((NOUN, ADJECTIVE, RELATIONAL, PARTICIPLE, AORIST, DERIVED))
_PREDICATIVE = frozenset((PARTICIPLE, AORIST, NOMINATIVE))
_THIRD_PERSON_ONLY = frozenset((RESULT, DERIVED, INFLECTED, LAST))
_TAKES_SYZ = frozenset((NOUN, ADJECTIVE, RELATIONAL, ACTION))


@cache
def nominal_state(context: Context, level: str, beginning: str = ANY) -> State:
    """The shared state of all nominal stems of one sound class."""
    return State(lambda: _pieces(context, level), beginning)


def _pieces(context: Context, level: str) -> Iterator[Piece]:
    for number, possessive, ending, cases in _slots(level):
        plural = attach(context, "LAр") if number else ""
        possessed = plural + attach(context.after(plural), ending)
        outer = context.after(possessed)
        yield from _cases(possessed, outer, number + possessive, cases, level)
        if level in _TAKES_SYZ and possessive in ("", "p3."):
            yield from _passage(possessed, outer, "сIз", number + possessive + "syz.", DERIVED)
    if level in _PREDICATIVE:
        for person, ending in _COPULAS:
            yield Piece(attach(context, ending), person)
    yield from _derivations(context, level)


def _slots(level: str) -> Iterator[tuple[str, str, str, tuple[tuple[str, str], ...]]]:
    """Number, possessive, its ending and the cases, as far as a level has them."""
    if level in (NOMINATIVE, AORIST):
        # Declined further, алар "will take" would claim «алардын», топтор «топторду», негиздер «негиздерге».
        yield "", "", "", _BARE_CASES[:1]
        if level == AORIST:
            yield "", "p3.", "sI", _THIRD_CASES
        return
    for number in ("",) if level == PLURAL else ("", "pl."):
        for possessive, ending, cases in _POSSESSIVES:
            if level in _THIRD_PERSON_ONLY and possessive not in ("", "p3."):
                continue
            # The bare -ыш is mostly a noun of its own (өндүрүш), -ышым even more so (келишим).
            if level == RESULT and not possessive:
                continue
            yield number, possessive, ending, cases


def _cases(
    stem: str, context: Context, before: str, cases: tuple[tuple[str, str], ...], level: str
) -> Iterator[Piece]:
    for case, template in cases:
        ending = attach(context, template)
        yield Piece(stem + ending, before + case)
        if level == LAST:
            continue
        if level == ACTION and case == "loc" and not before:
            for person, copula in _COPULAS:
                yield Piece(stem + ending + attach(context.after(ending), copula), f"loc.{person}")
        if case == "loc":
            yield from _passage(stem + ending, context.after(ending), "гI", before + "loc.attr.", LAST)
        elif case == "gen" and cases in (_BARE_CASES, _THIRD_CASES):
            # The possessive pronoun, the genitive without its н: мамлекеттики, өкмөттүкү.
            yield from _passage(stem + ending[:-1], context.after(ending[:-1]), "кI", before + "genki.", LAST)


def _derivations(context: Context, level: str) -> Iterator[Piece]:
    # After р both are written: кадырлуу, түрдүү.
    laterals = ("L", "D") if context.final == "r" else ("L",)
    for lateral in laterals:
        if level in _TAKES_LUU:
            yield from _passage("", context, lateral + "UU", "luu.", DERIVED)
        if level in _TAKES_LYK:
            yield from _passage("", context, lateral + "Iк", "lyk.", INFLECTED)
    if level == RELATIONAL:
        yield from _passage("", context, "кI", "ky.", INFLECTED)
        yield from _passage("", context, "гI", "ky.", INFLECTED)
    if level == ADJECTIVE:
        yield Piece(attach(context, "iрEк"), "cmp")


def _passage(head: str, context: Context, template: str, before: str, level: str) -> Iterator[Piece]:
    suffix = attach(context, template)
    for alternant in sound_alternants(suffix, context, level):
        yield Piece(head + alternant.stem, None, Link(before + alternant.before, "", alternant.state))


def sound_alternants(stem: str, context: Context, level: str) -> Iterator[Alternant]:
    """The shapes of a nominal stem or suffix that its last sounds ask for.

    Args:
        stem: letters; as a suffix it may lack a vowel of its own.
        context: of what stands before ``stem``.
        level: one of the levels above.
    """
    here = context.after(stem)
    written = fold(stem)
    if stem.endswith("ь"):
        # роль: рольдун and ролдун, but ролу.
        yield Alternant(written, nominal_state(here, level, CONSONANT))
        yield Alternant(written[:-1], nominal_state(context.after(stem[:-1]), level))
    elif stem.endswith("й"):
        yield Alternant(written, nominal_state(here, level, UNFUSED))
        yield Alternant(written[:-1], nominal_state(here, level, FUSED))
    elif softens(stem):
        yield Alternant(written, nominal_state(here, level, CONSONANT))
        yield Alternant(written[:-1] + VOICED_OF[stem[-1]], nominal_state(here, level, VOWEL))
    else:
        yield Alternant(written, nominal_state(here, level))
        if stem[-1] in UNSETTLED:
            yield Alternant(written, nominal_state(Context(here.harmony, "voiceless"), level, CONSONANT))


def is_abbreviation(lemma: str) -> bool:
    """Whether a word is read out by its letters: all capitals, or no vowel at all."""
    return (lemma.isupper() and len(lemma) > 1) or not any(letter in HARMONY for letter in lemma)


def noun_alternants(lemma: str, level: str = NOUN) -> Iterator[Alternant]:
    """Every stem of a noun or adjective with the state that follows it.

    Args:
        lemma: nominative singular, lower case, or an abbreviation as written; ё is understood and folded.
        level: `NOUN` or `ADJECTIVE`.
    """
    known = exceptions()
    if lemma in known.relational:
        level = RELATIONAL
    if is_abbreviation(lemma):
        # Read out letter by letter, and everybody hears the last one differently: КРнын, ККМдин, АКШга.
        for harmony in "ае":
            for final in ("vowel", "voiced", "voiceless"):
                yield Alternant(fold(lemma), nominal_state(Context(harmony, final), level))
        return
    lemma = known.hidden_yo.get(lemma, lemma)
    start = context_of(lemma[:1])
    yield from sound_alternants(lemma, start, level)
    if short := known.dropped_vowel.get(lemma):
        yield Alternant(short, nominal_state(context_of(lemma), level, VOWEL))
    if second := known.second_stem.get(lemma):
        yield from sound_alternants(second, start, level)
    if plural := known.plural.get(lemma):
        yield Alternant(plural, nominal_state(context_of(plural), PLURAL), before="pl.")
