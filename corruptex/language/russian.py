"""Forms of Russian lemmas, generated from the dictionary of pymorphy3 when rules are compiled.

Generating instead of analysing keeps the dictionary out of the way of a text: a check only looks words up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from corruptex.language.tokens import fold

ANALOGUES = {"кенеш": "финиш", "курултай": "урожай", "маслихат": "халат", "айыл": "канал", "тундук": "сундук"}
"""Kyrgyz words of Russian law that the dictionary does not inflect, and a noun that declines as they do."""


@lru_cache(maxsize=1)
def _analyser() -> Any:
    import pymorphy3  # noqa: PLC0415  # heavy: only when forms are not in the cache

    return pymorphy3.MorphAnalyzer()


def forms(lemma: str) -> Iterator[tuple[str, frozenset[str]]]:
    """All forms of a lemma with their grammemes.

    Args:
        lemma: Dictionary form, e.g. ``"отказать"``; a participle («предусмотренный») yields the forms of
            the participle only; a word that does not inflect yields itself.

    Yields:
        Folded form and grammemes in the notation of OpenCorpora, e.g. ``{"NOUN", "nomn", "sing"}``.
        A form that several grammatical readings share comes once for each.
    """
    word = lemma.lower()
    if word in ANALOGUES:
        yield from _like(word, ANALOGUES[word])
        return
    parses = _analyser().parse(word)
    own = [parse for parse in parses if fold(parse.normal_form) == fold(word)]
    if own:
        for parse in own:
            for form in parse.lexeme:
                yield fold(form.word), frozenset(form.tag.grammemes)
        return
    participle = next((p for p in parses if p.tag.POS in ("PRTF", "PRTS")), None)
    if participle is not None:
        kept = {
            "past" if "past" in participle.tag else "pres",
            "pssv" if "pssv" in participle.tag else "actv",
        }
        for form in participle.lexeme:
            if form.tag.POS in ("PRTF", "PRTS") and kept <= form.tag.grammemes:
                yield fold(form.word), frozenset(form.tag.grammemes)
        return
    if parses and parses[0].is_known:  # a plural noun («торги») whose dictionary form is another word
        for form in parses[0].lexeme:
            yield fold(form.word), frozenset(form.tag.grammemes)
        return
    yield fold(word), frozenset({"FORM"})


def _like(word: str, analogue: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Forms of a word that declines as another one: the analogue's endings on the word's stem."""
    stem, model = word.rstrip("й"), analogue.rstrip("й")
    for form in _analyser().parse(analogue)[0].lexeme:
        yield fold(stem + form.word.removeprefix(model)), frozenset(form.tag.grammemes)


def table(lemmas: Iterable[str]) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """Forms of many lemmas: folded form -> the lemmas it may belong to, with grammemes."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for lemma in lemmas:
        for form, grammemes in forms(lemma):
            found.setdefault(form, []).append((lemma, grammemes))
    return found
