"""Conjugation: tenses, moods, converbs, and the declined participles and action nouns.

The bare stem as an imperative (ал, түз) is left out: acts never command so, and it is the most frequent
homograph. The plural -ыш- (алышат) and the negative -ба- (албайт) are stems of their own that lead back into
the same tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corruptex.language.kyrgyz import nouns
from corruptex.language.kyrgyz.exceptions import exceptions
from corruptex.language.kyrgyz.letters import (
    HARMONY,
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
    fixed_state,
)

#: Levels: a plain stem; a plain one in -ла; one with the plural -ыш-; both negated.
PLAIN, DENOMINAL, THIRD_PLURAL, NEGATIVE, NEGATIVE_PLURAL = "plain", "denominal", "3pl", "neg", "neg3pl"
_SINGULAR = frozenset((PLAIN, DENOMINAL))
_PLURALS = frozenset((THIRD_PLURAL, NEGATIVE_PLURAL))
_NEGATIVES = frozenset((NEGATIVE, NEGATIVE_PLURAL))

_PERSONS = (("1sg", "м"), ("2sg", "ң"), ("2pol", "ңIз"), ("1pl", "к"), ("2pl", "ңAр"), ("2polpl", "ңIздAр"))
_PRESENT_PERSONS = (
    ("1sg", "м"),
    ("1sg", "мIн"),
    ("2sg", "сIң"),
    ("2pol", "сIз"),
    ("1pl", "бIз"),
    ("2pl", "сIңAр"),
    ("2polpl", "сIздAр"),
)

#: Forms of every level.
_COMMON = (
    ("fin.pres", "aт"),
    ("fin.pres.q", "aбI"),
    ("fin.past", "DI"),
    ("fin.past.q", "DIбI"),
    ("cond", "сA"),
    ("imp3", "сIн"),
    ("imp3", "сIнчI"),
)
_NOT_NEGATIVE = (
    ("cvb.yp", "iп"),
    ("cvb.a", "a"),
    ("fin.evid", "iптIр"),
)
_NEGATIVE_ONLY = (("cvb.bay", "й"), ("fin.evid", "птIр"))
_NEGATIVE_SINGULAR = (("imp2", ""),)
#: Not with the plural -ыш-: алыштык would be "we took together", өндүрүштүк is an adjective.
_NOT_PLURAL = (
    *((f"fin.pres.{person}", "a" + ending) for person, ending in _PRESENT_PERSONS),
    *((f"fin.past.{person}", "DI" + ending) for person, ending in _PERSONS),
    *((f"cond.{person}", "сA" + ending) for person, ending in _PERSONS),
    ("imp2.pl", "GIлA"),
    ("imp2.pol", "iңIз"),
    ("imp2.polpl", "iңIздAр"),
    ("imp2.pl", "iңAр"),
    ("opt.1sg", "yйIн"),
    ("opt.1sg.q", "yйIнбI"),
    ("opt.1pl", "aлI"),
    ("opt.1pl", "aлIк"),
    ("opt.1pl", "yйлI"),
    ("opt", "GAй"),
    ("fin.evid.1sg", "iптIрмIн"),
    ("fin.evid.1pl", "iптIрбIз"),
    ("fin.evid.2sg", "iптIрсIң"),
    ("cvb.gancha", "GAнчA"),
    ("cvb.gancha", "GIчA"),
    ("cvb.galy", "GAлI"),
    ("cvb.gyday", "GIдAй"),
    ("cvb.gany", "GAнI"),
    ("des.p3", "GIсI"),
    ("des.p1sg", "GIм"),
    ("des.p2sg", "GIң"),
)
_PLAIN_ONLY = (
    ("cvb.mayincha.neg", "мAйIнчA"),
    ("cvb.mayincha.neg", "мAйIн"),
    ("inf.makchy", "мAкчI"),
)

#: The long vowel of the action noun for a stem that ends in a vowel.
_CONTRACTIONS = {
    **dict.fromkeys("ао", "оо"),
    **dict.fromkeys("еөэ", "өө"),
    **dict.fromkeys("ыуюя", "уу"),
    **dict.fromkeys("иү", "үү"),
}

#: Nominal stems: features, template, level of declension.
_PARTICIPLES = (("ptc.gan", "GAн", nouns.PARTICIPLE), ("ptc.chu", "чU", nouns.PARTICIPLE))
_AORIST = (
    ("ptc.ar", "Aр", nouns.AORIST),
    ("ptc.ar", "Eр", nouns.AORIST),
)
#: After a vowel: карар, and караар with the contracted stem. Only the bare short form, see `nouns`.
_VOWEL_AORIST = (("ptc.ar", "р", nouns.NOMINATIVE),)
_NEGATIVE_AORIST = (("ptc.ar", "с", nouns.PARTICIPLE),)
_RESULT = (("act.ysh", "iш", nouns.RESULT),)
_PLAIN_NOMINALS = (("inf.mak", "мAк", nouns.NOMINATIVE), ("ptc.gys", "GIс", nouns.DERIVED))
_ACTION = (("act", "", nouns.ACTION), ("ptc.uuchu", "чU", nouns.PARTICIPLE))


#: Stems in -ла, whose short aorist is spelled like a plural: негиздер, топтор. Only the long one is read.
_DENOMINAL = re.compile("[лдт][аеоө]$")


@cache
def verbal_state(context: Context, level: str, beginning: str = ANY) -> State:
    """The shared state of all verb stems of one sound class."""
    return State(lambda: _pieces(context, level), beginning)


@cache
def _contracted_state(vowel: str, level: str) -> State:
    """Forms in which the final vowel of a stem contracts: аныкта + уу -> аныктоо, аныктаар."""
    return State(lambda: _contracted(vowel, level))


def _contracted(vowel: str, level: str) -> Iterator[Piece]:
    yield from _action(_CONTRACTIONS[vowel], level)
    if level not in _NEGATIVES:
        aorist = attach(Context(HARMONY[vowel], "voiced"), "E" if vowel in "аеоө" else "II") + "р"
        yield from _nominal(aorist, context_of(aorist), ("ptc.ar", "", nouns.AORIST))


def _pieces(context: Context, level: str) -> Iterator[Piece]:
    for features, template in _endings(level):
        yield Piece(attach(context, template), features)
    for nominal in _nominals(context, level):
        yield from _nominal("", context, nominal)
    if context.final != "vowel":
        yield from _action(attach(context, "UU"), level)
    yield from _longer_stems(context, level)


def _endings(level: str) -> tuple[tuple[str, str], ...]:
    """Finite forms and converbs of a level."""
    negative = level in _NEGATIVES
    endings: tuple[tuple[str, str], ...] = _COMMON + (_NEGATIVE_ONLY if negative else _NOT_NEGATIVE)
    if level not in _PLURALS:
        endings += _NOT_PLURAL
    if level == NEGATIVE:
        endings += _NEGATIVE_SINGULAR
    return endings + _PLAIN_ONLY if level in _SINGULAR else endings


def _nominals(context: Context, level: str) -> tuple[tuple[str, str, str], ...]:
    """Participles, the aorist that fits, and the nouns of a level."""
    nominals: tuple[tuple[str, str, str], ...] = _PARTICIPLES
    if level in _NEGATIVES:
        nominals += _NEGATIVE_AORIST
    elif context.final != "vowel":
        nominals += _AORIST
    elif level != DENOMINAL:
        nominals += _VOWEL_AORIST
    if level not in _PLURALS:
        nominals += _RESULT
    return nominals + _PLAIN_NOMINALS if level in _SINGULAR else nominals


def _longer_stems(context: Context, level: str) -> Iterator[Piece]:
    if level not in _NEGATIVES:
        denied = NEGATIVE_PLURAL if level in _PLURALS else NEGATIVE
        for alternant in sound_alternants(attach(context, "BA"), context, denied):
            yield Piece(alternant.stem, None, Link("", ".neg", alternant.state))
    if level in _SINGULAR:
        for alternant in sound_alternants(attach(context, "iш"), context, THIRD_PLURAL):
            yield Piece(alternant.stem, None, Link("", ".3pl", alternant.state))


def _action(vowels: str, level: str) -> Iterator[Piece]:
    if level not in _PLURALS:
        for nominal in _ACTION:
            yield from _nominal(vowels, context_of(vowels), nominal)


def _nominal(head: str, context: Context, nominal: tuple[str, str, str]) -> Iterator[Piece]:
    features, template, level = nominal
    suffix = head + attach(context, template)
    for alternant in nouns.sound_alternants(suffix, context, level):
        yield Piece(alternant.stem, None, Link(features + ".", "", alternant.state))


def sound_alternants(stem: str, context: Context, level: str = PLAIN) -> Iterator[Alternant]:
    """The shapes of a verb stem, or of -ба- and -ыш-, that its last sounds ask for.

    Args:
        stem: letters.
        context: of what stands before ``stem``.
        level: one of the levels above.
    """
    here = context.after(stem)
    written = fold(stem)
    if here.final == "vowel":
        yield Alternant(written, verbal_state(here, level))
        yield Alternant(written[:-1], _contracted_state(stem[-1], level))
    elif stem.endswith("й"):
        yield Alternant(written, verbal_state(here, level, UNFUSED))
        yield Alternant(written[:-1], verbal_state(here, level, FUSED))
    elif softens(stem):
        yield Alternant(written, verbal_state(here, level, CONSONANT))
        yield Alternant(written[:-1] + VOICED_OF[stem[-1]], verbal_state(here, level, VOWEL))
    else:
        yield Alternant(written, verbal_state(here, level))


def verb_alternants(stem: str) -> Iterator[Alternant]:
    """Every shape of a bare verb stem with the state that follows it (чык- and чыг-, таба- and таап)."""
    yield from sound_alternants(stem, context_of(stem[:1]), DENOMINAL if _DENOMINAL.search(stem) else PLAIN)
    if stem.endswith("п") and softens(stem) and sum(letter in HARMONY for letter in stem) == 1:
        # тап: таап; the regular табып is written too.
        yield Alternant(fold(stem[:-1] + attach(context_of(stem), "E")[1:] + "п"), fixed_state("cvb.yp"))


def stem_of(lemma: str) -> str:
    """The bare stem of a verb lemma.

    Args:
        lemma: the stem with a hyphen («аныкта-») or the action noun («аныктоо», «чыгуу», «коюу»), lower case.

    Returns:
        The stem without hyphen: аныкта, чык, кой.

    Raises:
        ValueError: the lemma is neither.
    """
    if lemma.endswith("-") and len(lemma) > 2 and " " not in lemma:
        return lemma[:-1]
    if known := exceptions().high_vowel_stems.get(lemma):
        return known
    head, vowels = lemma[:-2], lemma[-2:]
    if vowels not in ("уу", "үү", "оо", "өө", "юу") or not head or " " in lemma:
        raise ValueError(f"a Kyrgyz verb lemma is its action noun (аныктоо) or its stem (аныкта-): {lemma!r}")
    if vowels in ("оо", "өө"):
        previous = next((HARMONY[letter] for letter in reversed(head) if letter in HARMONY), "а")
        return head + {"оо": "о" if previous == "о" else "а", "өө": "ө" if previous == "ө" else "е"}[vowels]
    if vowels == "юу":
        return head + "й"
    devoiced = {"г": "к", "б": "п"}
    if head[-1] in devoiced and len(head) > 1 and head[-2] in HARMONY:
        return head[:-1] + devoiced[head[-1]]
    return head
