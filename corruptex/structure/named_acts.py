"""Acts that a text names: by title, by date and number, or by the name of a code, in both languages.

„Закон“, „ушул Кодекс“ or „законодательство“ name no act; „Налоговый кодекс“, „Закон "О лесах"“ and
„2013-жылдын 11-июлундагы № 131 Мыйзамы“ do. Russian puts what tells an act apart after its noun, Kyrgyz
before it, so each language has its own reader; both start at the noun, which a plain search finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from corruptex.structure import naming_ky, naming_ru
from corruptex.structure.citations import anchors
from corruptex.structure.naming import NamedAct

__all__ = ["NamedAct", "named_acts"]


def named_acts(text: str) -> list[NamedAct]:
    """Find the acts that a text names.

    Of several acts with one noun („Законов от 1 мая 2010 года № 1, 2 июня 2011 года № 2“) each is named by
    its own words. Every act is listed as often as it is named.

    Args:
        text: Any text in Russian, Kyrgyz or both.

    Returns:
        The named acts in the order of the text; their words do not overlap.
    """
    found = [one for grammar in (naming_ru, naming_ky) for one in _found(text, grammar)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[NamedAct] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _found(text: str, grammar: ModuleType) -> Iterator[NamedAct]:
    done = 0
    for place in anchors(text, grammar.STEMS):
        if place < done:
            continue
        begin = place if not place or not text[place - 1].isalpha() else place - 1
        noun = grammar.NOUNS.match(text, begin)
        if noun is None or (begin and text[begin - 1].isalpha()):
            continue
        for one in grammar.read(text, noun):
            done = max(done, one.end)
            yield one
