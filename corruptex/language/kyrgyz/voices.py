"""Voices: reflexive, reciprocal, causative and passive stems of a verb, and their combinations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corruptex.language.kyrgyz.exceptions import exceptions
from corruptex.language.kyrgyz.letters import HARMONY, join

#: Voice -> mark at the end of the features, in the order in which the suffixes follow each other.
VOICES = {"reflexive": "refl", "reciprocal": "rec", "causative": "caus", "passive": "pass"}


def _ends_in_vowel(stem: str) -> bool:
    return stem[-1] in HARMONY


def _last_consonant(stem: str) -> str:
    return next((letter for letter in reversed(stem) if letter not in HARMONY), "")


def _passive(stem: str) -> list[str]:
    if known := exceptions().passives.get(stem):
        return known
    if _last_consonant(stem) == "л":
        # After л the passive takes н: баалан, алын, кылын; with a second mark баалануу, алынуу stay the same.
        return [join(stem, "iн")]
    regular = join(stem, "iл")
    return [regular, join(regular, "Iн")] if _ends_in_vowel(stem) else [regular]


def _causative(stem: str) -> list[str]:
    if known := exceptions().causatives.get(stem):
        return known
    if _ends_in_vowel(stem):
        return [stem + "т"]
    stems = [join(stem, "DIр"), join(stem, "GIз")]
    if stem[-1] in "рлйн" and sum(letter in HARMONY for letter in stem) > 1:
        stems.append(stem + "т")
    return stems


def _derive(stem: str, voice: str) -> list[str]:
    if voice == "passive":
        return _passive(stem)
    if voice == "causative":
        return _causative(stem)
    return [join(stem, "iн" if voice == "reflexive" else "iш")]


def voiced_stems(stem: str, voices: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Derived stems in the voices asked for, alone and combined (бил -> билдир -> билдирил).

    Args:
        stem: bare verb stem.
        voices: names out of `VOICES`.

    Yields:
        (stem, marks), marks like ".caus.pass"; the plain stem comes first with no marks.

    Raises:
        ValueError: an unknown voice.
    """
    wanted = set(voices)
    if unknown := wanted - VOICES.keys():
        raise ValueError(f"unknown voice {', '.join(sorted(unknown))}; known: {', '.join(VOICES)}")
    stems = [(stem, "")]
    for voice, mark in VOICES.items():
        if voice in wanted:
            stems += [
                (longer, f"{marks}.{mark}") for shorter, marks in stems for longer in _derive(shorter, voice)
            ]
    yield from stems
