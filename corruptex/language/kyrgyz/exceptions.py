"""The exceptions of Kyrgyz word formation, read from the data file beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Exceptions(NamedTuple):
    """What rules do not give; keys are lower-case lemmas or bare verb stems.

    Attributes:
        dropped_vowel: noun -> stem before a vowel (орун -> орд).
        second_stem: noun -> further stem in a vowel (акт -> акты).
        plural: noun -> irregular plural (бала -> балдар).
        relational: nouns of time or place, which take -кы / -гы (төмөнкү).
        pronouns: pronoun -> {features: form}.
        hidden_yo: loan written with е -> with the ё that its suffixes follow (отчеттун).
        high_vowel_stems: action noun -> stem (окуу -> оку).
        causatives: verb stem -> causative stems.
        passives: verb stem -> passive stems.
        other_words: verb stem -> regular forms that are in practice another word (алар "they" of ал).
    """

    dropped_vowel: dict[str, str]
    second_stem: dict[str, str]
    plural: dict[str, str]
    relational: frozenset[str]
    pronouns: dict[str, dict[str, str]]
    hidden_yo: dict[str, str]
    high_vowel_stems: dict[str, str]
    causatives: dict[str, list[str]]
    passives: dict[str, list[str]]
    other_words: dict[str, list[str]]


@cache
def exceptions() -> Exceptions:
    """The data file, read once."""
    text = files("corruptex.language.kyrgyz").joinpath("exceptions.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Exceptions(relational=frozenset(data.pop("relational")["words"]), **data)
