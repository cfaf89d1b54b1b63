"""How much two passages in different languages look like one another's translation.

Numbers, names and borrowed words are the same in both languages, lengths go together; the rest is learned
from the two acts themselves: words that keep turning up in the same articles translate each other.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

STEM: Final = 5
"""Letters by which words are compared: endings of both languages stand at the end."""
SHORTEST: Final = 4
TOO_FREQUENT: Final = 0.35
"""Share of the passages above which a word says nothing."""
LEAST_TOGETHER: Final = 2
LEAST_DICE: Final = 0.4
LENGTH_RATIO: Final = math.log(0.95)
"""Kyrgyz text is a little shorter than Russian text of the same content."""

_WORD: Final = re.compile(r"[а-яёөүңa-z]+")
_NUMBER: Final = re.compile(r"\d+")
_FOLD: Final = str.maketrans("ёэыйщ", "ееииш")


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared of a passage.

    Attributes:
        length: Characters.
        stems: Beginnings of its longer words.
        cognates: The same in letters that both languages spell alike.
        numbers: Numbers in digits.
        parts: How many units it holds.
    """

    length: int
    stems: frozenset[str]
    cognates: frozenset[str]
    numbers: Counter[str]
    parts: int


def profile(text: str, parts: int = 0) -> Profile:
    """Look at a passage."""
    lowered = text.lower()
    words = [word for word in _WORD.findall(lowered) if len(word) >= SHORTEST]
    stems = frozenset(word[:STEM] for word in words)
    cognates = frozenset(word.translate(_FOLD)[:STEM] for word in words if len(word) > STEM)
    return Profile(len(text), stems, cognates, Counter(_NUMBER.findall(lowered)), parts)


def without_numbers(passage: Profile) -> Profile:
    """The same passage as if it had no number in digits."""
    return replace(passage, numbers=Counter())


Dictionary = Mapping[str, frozenset[str]]
"""Beginnings of Russian words with those of Kyrgyz words that translate them."""


def learn(pairs: Iterable[tuple[Profile, Profile]]) -> Dictionary:
    """Learn which words translate each other from passages that correspond, Russian first.

    Two words belong together if they are in the same passages (Dice coefficient).
    """
    seen = list(pairs)
    russian = Counter(stem for ru, _ in seen for stem in ru.stems)
    kyrgyz = Counter(stem for _, ky in seen for stem in ky.stems)
    most = max(TOO_FREQUENT * len(seen), LEAST_TOGETHER)
    together: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for ru, ky in seen:
        useful = [stem for stem in ky.stems if LEAST_TOGETHER <= kyrgyz[stem] <= most]
        for stem in ru.stems:
            if LEAST_TOGETHER <= russian[stem] <= most:
                together[stem].update(useful)
    found: dict[str, frozenset[str]] = {}
    for stem, counts in together.items():
        good = frozenset(
            other
            for other, count in counts.items()
            if count >= LEAST_TOGETHER and 2 * count >= LEAST_DICE * (russian[stem] + kyrgyz[other])
        )
        if good:
            found[stem] = good
    return found


def likeness(ru: Profile, ky: Profile, dictionary: Dictionary) -> float:
    """Compare two passages.

    Returns:
        About 1 for a translation, 0 for passages that say nothing for or against it, below 0 for strangers.
    """
    total = 0.4 * _length(ru, ky) + 0.5 * _numbers(ru, ky) + _words(ru, ky, dictionary)
    if ru.parts or ky.parts:
        total += 0.3 * (1 - abs(ru.parts - ky.parts) / max(ru.parts, ky.parts))
    return total


def _length(ru: Profile, ky: Profile) -> float:
    apart = abs(math.log((ky.length + 15) / (ru.length + 15)) - LENGTH_RATIO)
    return max(-1.0, 0.6 - 1.6 * apart)


def _numbers(ru: Profile, ky: Profile) -> float:
    if not ru.numbers and not ky.numbers:
        return 0.0
    common = (ru.numbers & ky.numbers).total()
    return 2 * common / (ru.numbers | ky.numbers).total() - 1 if ru.numbers and ky.numbers else -0.4


def _words(ru: Profile, ky: Profile, dictionary: Dictionary) -> float:
    known = [stem for stem in ru.stems if stem in dictionary]
    told = sum(not dictionary[stem].isdisjoint(ky.stems) for stem in known)
    share = (2.4 * told / len(known) - 0.9) * min(1.0, len(known) / 3) if known else 0.0
    borrowed = len(ru.cognates & ky.cognates)
    return share + min(0.6, 0.2 * borrowed)
