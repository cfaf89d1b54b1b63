"""References of an act: every citation of a unit, looked up in the tree of the act."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from corruptex.model import Act, Lang, Reference, ReferenceStatus, Unit
from corruptex.structure import citations_ky, citations_ru
from corruptex.structure.absence import is_absent
from corruptex.structure.citations import Citation, Level, anchors
from corruptex.structure.citing import Step, ancestors, article_of
from corruptex.structure.lookup import Lookup, Numbered, one, pick

_GRAMMARS: Final = {"ru": citations_ru, "ky": citations_ky}

SILENT: Final = frozenset(("note", "contents", "signature", "title"))
"""Units without norms: what they cite is no reference of the act."""

_COMMANDS: Final = re.compile(
    r"[Вв]нести .{0,200}(?:изменени|дополнени)|(?:изменени|дополнени)\w+ .{0,60}:\s*$"
    r"|[Сс]лов(?:а|о|ами|ом) [«\"“]|изложить в|признать утративш"
    r"|(?:өзгөртүү|толуктоо)\w* .{0,60}киргиз|сөз(?:дөр|дөрү|ү|дөрүн|дөр менен)? [«\"“]"
    r"|күчүн жоготту деп|редакцияда баяндалсын|алмаштырылсын|толукталсын|алып салынсын"
)
"""Words of a command that changes an act: the units it cites are those of that act."""

_NAMES_ACT: Final = re.compile(
    r"(?<!астоящего )(?<!шул )(?:[Кк]одекс|[Зз]акон(?!одат)|Конституци|[Мм]ыйзам(?!дар)|Жарлы[кг]"
    r"|[Уу]каз[аеоу]?\b)\w*.{0,160}:\s*$",
    re.DOTALL,
)

_STEM: Final = 5
"""Letters of a word that no case ending changes."""

_OF_COUNTRY: Final = ("кыргыз", "республик")

_CONTAINERS: Final = frozenset(("annex", "book", "section", "chapter", "heading"))

_Place = tuple[tuple[Step, ...], int | None, bool]
"""Steps so far, the unit they lead to, and whether its absence is certain."""


def references(act: Act) -> list[Reference]:
    """Find and look up the references of an act to units, its own and those of other acts.

    A reference names one unit: „пункты 1-3 и 5“ gives one for each of them, all with the same words.
    „This article“ is a reference as well; „this Code“ without a unit is none.

    Args:
        act: The act.

    Returns:
        The references in the order of the text. Status ``circular`` is not told here.
    """
    lookup = Lookup(act)
    return [
        reference
        for unit, citation in _citations(lookup)
        for reference in _references(lookup, unit, citation)
    ]


def _citations(lookup: Lookup) -> Iterator[tuple[Unit, Citation]]:
    """Citations of all units that hold norms in force, each read in the language of its unit."""
    act = lookup.act
    langs: set[Lang] = {unit.lang for unit in act.units}
    places = {lang: anchors(act.text, _GRAMMARS[lang].STEMS) for lang in langs}
    for unit in act.units:
        if unit.kind in SILENT:
            continue
        of_lang = places[unit.lang]
        first = bisect_left(of_lang, unit.body)
        last = bisect_left(of_lang, unit.end, first)
        if first < last and not lookup.is_lost(unit.index):
            found = _GRAMMARS[unit.lang].citations(act.text, unit.body, unit.end, of_lang[first:last])
            for citation in found:
                yield unit, citation


def _references(lookup: Lookup, unit: Unit, citation: Citation) -> Iterator[Reference]:
    act = lookup.act
    printed = "" if citation.act is None else " ".join(act.text[slice(*citation.act)].split())
    if citation.owner == "other" and is_this_act(act, printed):
        citation, printed = replace(citation, owner="this", act=None), ""
    checked = citation.owner != "other" and _is_own(lookup, unit, citation)
    for steps, target, certain in _places(lookup, unit, citation.levels, checked=checked):
        status: ReferenceStatus = "unchecked"
        if citation.owner == "other":
            status = "external"
        elif target is not None:
            status = "repealed" if _is_lost(lookup, target) else "resolved"
        elif checked and certain and _is_complete(act, unit, citation):
            status = "missing"
        yield Reference(
            unit=unit.index,
            start=citation.start,
            end=citation.end,
            steps=steps if target is None else lookup.path(target),
            act=printed,
            target=target,
            status=status,
        )


def is_this_act(act: Act, words: str) -> bool:
    """Tell whether an act is cited by its own name: „статья 5 Конституции“ in the constitution itself."""
    if act.kind == "constitution":
        return words.startswith("Конституци")
    name = _name_of_code(words)
    return act.kind == "code" and name is not None and name == _name_of_code(act.title)


def _name_of_code(words: str) -> list[str] | None:
    """Beginnings of the words that tell a code from others; ``None`` if the words name none."""
    before, code, after = words.lower().partition("кодекс")
    if not code:
        return None
    parts = re.findall(r"[а-яёңөү]+", before) + re.findall(r"\bоб? ([а-яё]+)", after)
    return [part[:_STEM] for part in parts if not part.startswith(_OF_COUNTRY)]


def _is_lost(lookup: Lookup, target: int) -> bool:
    return lookup.is_lost(target) or any(
        above.kind not in _CONTAINERS and lookup.is_lost(above.index)
        for above in ancestors(lookup.act, target)
    )


def _is_complete(act: Act, unit: Unit, citation: Citation) -> bool:
    """Tell whether a citation without an article may be cut off by the end of a broken line."""
    if any(level.kind == "article" for level in citation.levels) or citation.owner == "this":
        return True
    return re.search(r"[.;:]", act.text[citation.end : unit.end]) is not None


def _is_own(lookup: Lookup, unit: Unit, citation: Citation) -> bool:
    """Tell whether a citation can be of this act: not in words for another act, nor in a command."""
    act = lookup.act
    if lookup.quoted[unit.index]:
        return False
    if citation.owner == "this":
        return True
    chain = [unit, *ancestors(act, unit.index)]
    if act.amends or any(_COMMANDS.search(act.text[above.body : above.end]) for above in chain):
        return False
    if citation.start > unit.body + 3 or len(chain) == 1:
        return True
    return _NAMES_ACT.search(act.text[chain[1].body : chain[1].end].rstrip()) is None


def _places(lookup: Lookup, unit: Unit, levels: tuple[Level, ...], *, checked: bool) -> Iterator[_Place]:
    """The units a citation names, level by level.

    In „часть 1 статьи 74, 83“ the second article is cited as a whole, and so it is where it lacks the part.
    """
    if not checked:
        yield from (
            ((*(_named(level) for level in levels[:-1]), (levels[-1].kind, number)), None, False)
            for number in _numbers(levels[-1])
        )
        return
    places: list[_Place] = [((), None, True)]
    for depth, level in enumerate(levels):
        following: list[_Place] = []
        for turn, (steps, holder, certain) in enumerate(places):
            if depth and holder is None:
                following.append(((*steps, _named(level)), None, certain))
            elif level.pointed:
                target = _pointed(lookup, unit, level)
                following.append(((*steps, _named(level)), target, False))
            else:
                below = list(
                    _below(lookup, unit, level, steps, holder if depth else None, is_first=not depth)
                )
                lost = any(target is None for _, target, _ in below)
                alone = turn > 0 and (lost or not levels[depth - 1].shared)
                following += [(steps, holder, certain)] if alone else below
        places = following
    yield from places


def _numbers(level: Level) -> Iterator[str]:
    if not level.items:
        yield ""
    for item in level.items:
        yield item.first if item.last is None else f"{item.first}-{item.last}"


def _named(level: Level) -> Step:
    return level.kind, ", ".join(_numbers(level))


def _pointed(lookup: Lookup, unit: Unit, level: Level) -> int | None:
    """The unit that „this“ or „the previous“ means."""
    nearest = lookup.nearest(unit.index, level.kind)
    if nearest is None or level.pointed == "here":
        return nearest
    this = lookup.act.units[nearest]
    siblings = [
        other.index
        for other in lookup.act.units[:nearest]
        if other.parent == this.parent and other.kind == this.kind
    ]
    return siblings[-1] if siblings else None


def _below(
    lookup: Lookup, unit: Unit, level: Level, steps: tuple[Step, ...], holder: int | None, *, is_first: bool
) -> Iterator[_Place]:
    """The units of one level, in the unit found so far or, for the first level, where they may stand."""
    choices: list[Numbered]
    if is_first:
        choices = list(_first_choices(lookup, unit, level))
    else:
        assert holder is not None
        nearer = [above.index for above in ancestors(lookup.act, unit.index) if above.kind == "part"]
        near = (
            nearer
            if level.kind == "point" and article_of(lookup.act, unit.index) is lookup.act.units[holder]
            else []
        )
        choices = [lookup.inside(place, level.kind) for place in (*near, holder)]
    for item in level.items:
        best = next(
            (c for c in choices if one(item.first, c) is not None or _spanned(item.first, item.last, c)), None
        )
        if best is None:
            certain = level.kind != "paragraph" and all(
                is_absent(lookup, number, level.kind, holder, choices)
                for number in (item.first, item.last)
                if number is not None
            )
            above = steps if holder is None else lookup.path(holder)
            for number in _numbers(Level(level.kind, (item,))):
                yield (*above, (level.kind, number)), None, certain
            continue
        for number, target in pick(item, best):
            yield (*steps, (level.kind, number)), target, level.kind != "paragraph"


def _spanned(first: str, last: str | None, numbered: Numbered) -> bool:
    return last is not None and f"{first}-{last}" in numbered


def _first_choices(lookup: Lookup, unit: Unit, level: Level) -> Iterator[Numbered]:
    """Where the largest unit of a citation is looked for, the likeliest place first."""
    act, kind = lookup.act, level.kind
    scope = lookup.scope(unit.index)
    article = article_of(act, unit.index)
    if kind in ("article", "annex", "chapter", "section", "heading", "book"):
        if kind in ("chapter", "heading", "section"):
            holders = [
                above.index
                for above in ancestors(act, unit.index)
                if above.kind in ("section", "chapter", "book")
            ]
            yield from (lookup.inside(holder, kind) for holder in holders)
        yield lookup.top(kind, scope)
        if scope is not None:
            yield lookup.top(kind, None)
        return
    if (kind == "part" or (kind == "point" and act.style == "article_point")) and article is not None:
        yield lookup.inside(article.index, kind)
        return
    if kind == "point" and article is None:
        yield lookup.top("point", scope)
    for above in ancestors(act, unit.index):
        if above.kind in ("annex", "chapter", "section", "book"):
            break
        yield lookup.inside(above.index, kind)
    if kind in ("subpoint", "paragraph") and unit.kind in ("part", "point"):
        yield lookup.inside(unit.index, kind)
