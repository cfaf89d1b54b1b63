"""Cheap tests on the ending of a word that stands in no lexicon.

They look at letters only, so they propose; the neighbouring word («мүмкүн», «алат») decides. Traps:

* ``act.dat``: also adjectives in -луу used as nouns (милдеттүүгө) and nouns in a long vowel (тоого).
* ``act.ysh``: also possessed nouns in -ш (чогулушу, кеңеши); meant for the word before мүмкүн, керек, зарыл.
* ``cvb.a``: nearly every noun in а е о ө й looks so; meant for the word before ал-. Datives are not proposed
  (эсепке алат) unless the stem would be too short for a noun (чыга алат); a noun such as «баа» is.
* ``abl``: names in -стан are refused, «капитан» and the like too; others slip through.
* ``gen``: the accusative of a possessed noun in н looks the same (санын, күнүн, ордун).
* ``loc``, ``dat``: verb forms slip through (тарта, өткө). Frequent particles are refused (жана, эгерде).
"""

from __future__ import annotations

import re

_VOWELS = "аоуыяюеэиөү"
_VOICELESS = "кпстфхцчшщ"
_VOICED = "бвгджзйлмнрң"
_PARTICLES = frozenset(
    ("жана", "гана", "башка", "эгерде", "жөнүндө", "дагы", "кайра", "мурда", "өзгөчө", "менен")
)
_CONVERB_IN_GA = re.compile(rf"[^{_VOWELS}]*[{_VOWELS}]г[аоеө]$")
_NOT_ABLATIVE = re.compile(r"(?:стан|султан|капитан|дастан|менен)$")


def _ending(back: str, front: str, before: str) -> str:
    """Either ending after a letter out of ``before``, in harmony with the last vowel on its left."""
    consonants = rf"[^{_VOWELS}]*(?<=[{before}])"
    return rf"[аоуыяю]{consonants}(?:{back})|[еэиөү]{consonants}(?:{front})"


_ANY = _VOWELS + _VOICED + _VOICELESS + "ь"
_SOUND = _VOWELS + _VOICED + "ь"
_CONSONANTS = _VOICED + _VOICELESS

_ENDINGS: dict[str, tuple[str, ...]] = {
    "act.dat": (r".*[^аоуыяюеэиөү](?:ууга|үүгө|оого|өөгө)", r".*[аоуы]юуга"),
    "act.dat.neg": (_ending("боого", "бөөгө", _SOUND), _ending("поого", "пөөгө", _VOICELESS)),
    "act.ysh": (_ending("[ыуао]ш[ыу]", "[иүеө]ш[иү]", _CONSONANTS), r".*[аоуы]юш[ыу]"),
    "act.ysh.neg": (
        _ending("б[ао]ш[ыу]", "б[еө]ш[иү]", _SOUND),
        _ending("п[ао]ш[ыу]", "п[еө]ш[иү]", _VOICELESS),
    ),
    "cvb.a": (_ending("[ао]", "[еө]", _CONSONANTS), rf".*[{_VOWELS}][йяе]"),
    "gen": (
        _ending("н[ыу]н", "н[иү]н", _VOWELS),
        _ending("д[ыу]н", "д[иү]н", _VOICED),
        _ending("т[ыу]н", "т[иү]н", _VOICELESS),
    ),
    "dat": (
        _ending("г[ао]", "г[еө]", _SOUND),
        _ending("к[ао]", "к[еө]", _VOICELESS),
        _ending("на", "н[еө]", "ыуиү"),
    ),
    "loc": (_ending("(?:н)?д[ао]", "(?:н)?д[еө]", _SOUND), _ending("т[ао]", "т[еө]", _VOICELESS)),
    "abl": (
        _ending("д[ао]н", "д[еө]н", _SOUND),
        _ending("т[ао]н", "т[еө]н", _VOICELESS),
        _ending("нан", "н[еө]н", "ыуиү"),
    ),
}
_LAST_LETTERS = {"act.ysh": "ыиуү", "act.ysh.neg": "ыиуү", "gen": "н", "abl": "н", "cvb.a": "аоеөйя"}
_TESTS: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
for _features, _patterns in _ENDINGS.items():
    _test = (_features, re.compile(rf"(?:.*(?:{'|'.join(_patterns)}))$"))
    for _letter in _LAST_LETTERS.get(_features, "аоеө"):
        _TESTS.setdefault(_letter, []).append(_test)


def generic_form(form: str) -> frozenset[str]:
    """What the ending of a word says about it, whatever the word.

    Args:
        form: one word, lower case, folded.

    Returns:
        A subset of ``act.dat act.dat.neg act.ysh act.ysh.neg cvb.a gen dat loc abl``. A negative form bears
        the positive features too (бербөөгө: ``act.dat`` and ``act.dat.neg``): test the negative first.
    """
    if form in _PARTICLES:
        return frozenset()
    found = {features for features, pattern in _TESTS.get(form[-1:], ()) if pattern.match(form)}
    if "abl" in found and _NOT_ABLATIVE.search(form):
        found.discard("abl")
    if "dat" in found and not _CONVERB_IN_GA.match(form):
        found.discard("cvb.a")
    return frozenset(found)
