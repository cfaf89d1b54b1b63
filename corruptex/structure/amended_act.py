"""Which act an amending act amends, compared with the act that is given as its base."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corruptex.language.passage import passage_language
from corruptex.model import Act, Amendment

_SAME_TITLE: Final = 0.6
"""Share of the words of a base act's title that the name of the amended act must have."""

_OTHER_TITLE: Final = 0.34
"""Share of common words below which two names are those of different acts."""

_HEAD: Final = 1000
"""Characters in which an act names itself."""

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_STEM: Final = 6
_SHORTEST_STEM: Final = 4
_COMMON: Final = frozenset(
    """
    айрым бекити буйруг буйрук внесен года долбоо дополн жобо жобого жобосу жылдын жылы жөнүнд закон
    закона законы измене кабине кенеш кенеша кеңеши киргзү киргиз кодекс кыргыз минист мыйзам настоя
    некото положе порядк порядо постан правил правит приказ проект редакц респуб решени следую тартиб
    тартип токтом толукт туурал указ утверж ушул чечими эрежел өзгөрт өкмөтү
    """.split()
)
"""Beginnings of words that stand in the names of all acts."""

_NUMBER: Final = re.compile(r"(?:№|\bN)\s*(\d[\w/-]*)")


def amended_name(amending: Act, mine: Sequence[Amendment]) -> str:
    """The name of the act that commands speak of; the title of the amending act where they name none.

    Args:
        amending: The amending act.
        mine: Its commands for one act.
    """
    named = max((one.act for one in mine), key=lambda name: len(_stems(name)), default="")
    return named if _stems(named) or _numbers(named) else amending.title


def concerning(base: Act, every: Sequence[Amendment]) -> tuple[Amendment, ...]:
    """The amendments that concern an act: all, if the amending act amends one; else those that name it.

    Args:
        base: The act.
        every: Amendments of one amending act.
    """
    of_units = [one for one in every if one.steps or one.command != "repeal"]
    named, last = [], ""
    for one in of_units:
        last = one.act if _stems(one.act) or _numbers(one.act) else last  # «в указанном Законе» says nothing
        named.append(last)
    if len(set(named) - {""}) <= 1:
        return tuple(of_units)
    mine = {name for name in named if name and _is_named(base, name)}
    return tuple(one for one, name in zip(of_units, named, strict=True) if name in mine)


def is_act(base: Act, name: str) -> bool | None:
    """Tell whether a name is that of an act.

    Args:
        base: The act.
        name: Name of an act as an amending act prints it, perhaps with its date and number.

    Returns:
        ``None`` if it cannot be told: the words are too few or too much alike, or of two languages.
    """
    if _is_named(base, name):
        same_number = not base.number or not _numbers(name) or base.number in _numbers(name)
        return True if same_number else None
    title, said = _stems(base.title), _stems(name)
    if not title or not said or passage_language(base.title, "ru") != passage_language(name, "ru"):
        return None
    common = sum(any(_alike(one, other) for other in said) for one in title)
    back = sum(any(_alike(one, other) for other in title) for one in said)
    above = _stems(base.text[:_HEAD])  # the title may stand in lines that were not read as one
    there = sum(any(_alike(one, other) for other in above) for one in said)
    is_other = max(common / len(title), back / len(said)) < _OTHER_TITLE and there < _SAME_TITLE * len(said)
    return False if is_other else None


def _is_named(base: Act, name: str) -> bool:
    """Tell whether a name as printed is that of an act: by its number, else by the words of its title."""
    title, said = _stems(base.title), _stems(name)
    if base.number and base.number in _numbers(name):
        return not title or not said or bool(title & said)
    return bool(title) and len(title & said) >= _SAME_TITLE * len(title)


def _numbers(name: str) -> list[str]:
    return _NUMBER.findall(name)


def _stems(words: str) -> set[str]:
    return {word[:_STEM].lower() for word in _WORD.findall(words)} - _COMMON


def _alike(one: str, other: str) -> bool:
    """Whether two beginnings may be those of one word in two cases: „лесной“, „лесном“."""
    least = max(_SHORTEST_STEM, min(len(one), len(other)) - 2)
    return one[:least] == other[:least]
