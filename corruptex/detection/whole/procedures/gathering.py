"""From triggers to procedures: norms about one matter, across the articles of a chapter and the annexes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corruptex.detection.regions import article_of, block_of
from corruptex.detection.search import Search
from corruptex.detection.view import SILENT_KINDS, View
from corruptex.detection.whole.procedures.triggers import (
    BY_LAW,
    HOLDERS,
    SHORT_HEADING,
    Trigger,
    holder_of,
    triggers,
)
from corruptex.model import Unit

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

TAKEN_AWAY = frozenset({"T10"})
"""Types that take away what another procedure gave: the body that gave it takes it away."""


@dataclass(frozen=True, slots=True)
class Group:
    """The norms of one procedure.

    Attributes:
        root: The trigger that shows it best.
        blocks: Articles or top points it was gathered from, ascending.
        cited: Articles they cite by number, ascending.
        count: How many norms show it.
    """

    root: Trigger
    blocks: tuple[int, ...]
    cited: tuple[int, ...]
    count: int


def groups(whole: WholeAct) -> list[Group]:
    """Procedures of an act, one per type and matter, in the order of their roots."""
    shown = triggers(whole)
    if not shown:
        return []
    titled = _titled(whole)
    by_matter: dict[tuple[object, ...], list[Trigger]] = defaultdict(list)
    for trigger in shown:
        by_matter[_matter(whole, trigger, titled)].append(trigger)
    found = [
        _group(whole, members, titled)
        for members in by_matter.values()
        if not all(trigger.heading for trigger in members)
    ]
    real = [group for group in found if _is_real(group, found)]
    kept = [group for group in found if group in real or _takes_away(whole, group, real)]
    return _once(sorted(kept, key=lambda group: group.root.start))


def _once(found: Sequence[Group]) -> list[Group]:
    """One group of a type for one norm: „регистрируется и вносится в реестр“ is one procedure."""
    kept: dict[tuple[str, int], Group] = {}
    for group in found:
        place = group.root.type, group.root.unit
        first = kept.get(place)
        if first is None:
            kept[place] = group
            continue
        blocks = tuple(sorted({*first.blocks, *group.blocks}))
        cited = tuple(sorted({*first.cited, *group.cited} - {*blocks}))
        kept[place] = replace(first, blocks=blocks, cited=cited, count=first.count + group.count)
    return list(kept.values())


def _titled(whole: WholeAct) -> frozenset[str]:
    """Types whose matter the title of the act names: then the whole act is their procedure."""
    title = whole.act.title
    unit = Unit(0, "paragraph", None, 0, len(title), 0, None, 0, whole.act.lang)
    search = Search(View(replace(whole.act, text=title, units=(unit,)), whole.engine.vocabularies))
    return frozenset(
        name
        for name, words in whole.engine.procedures.types.items()
        if any(search.possible(pattern) for pattern in words.subjects[whole.act.lang])
    )


def _matter(whole: WholeAct, trigger: Trigger, titled: frozenset[str]) -> tuple[object, ...]:
    """What a trigger shares with others of its procedure: type, matter, and the chapter or act."""
    if trigger.type in titled:
        return trigger.type, _annex(whole, trigger.block)
    if trigger.subject < 0:
        return trigger.type, "block", trigger.block
    return trigger.type, trigger.subject, holder_of(whole, trigger.block)


def _annex(whole: WholeAct, block: int) -> int | None:
    units = whole.act.units
    current: int | None = block
    while current is not None and units[current].kind != "annex":
        current = units[current].parent
    return current


def _group(
    whole: WholeAct,
    members: Sequence[Trigger],
    titled: frozenset[str],
) -> Group:
    headed = {trigger.block for trigger in members if trigger.heading}
    norms = [trigger for trigger in members if not trigger.heading]
    root = min(norms, key=lambda t: (t.block not in headed, t.asks, not t.named, t.refuses, t.start))
    blocks = {trigger.block for trigger in members} | _related(whole, root, whole_act=root.type in titled)
    ordered = tuple(sorted(blocks))
    return Group(root, ordered, tuple(sorted(_cited(whole, blocks) - blocks)), len(members))


def _related(whole: WholeAct, root: Trigger, *, whole_act: bool) -> set[int]:
    """Norms of the same chapter, or of the whole act, that name the same matter; all points of a by-law."""
    view, search = whole.reading.view, whole.reading.search
    is_by_law = whole.act.style in BY_LAW
    holder = _annex(whole, root.block) if whole_act else holder_of(whole, root.block)
    if not (whole_act or is_by_law) and root.subject < 0:
        return {root.block}
    if not (whole_act or is_by_law) and holder is None:
        return _neighbours(whole, root)
    low, high = view.subtree_tokens(holder) if holder is not None else (0, len(view.tokens.forms))
    subjects = whole.engine.procedures.types[root.type].subjects[root.lang]
    chosen = subjects if whole_act else subjects[root.subject : root.subject + 1] if root.subject >= 0 else ()
    ranges = [(low, high), *_annexes(whole, root)]
    related = {
        block_of(view, unit)
        for pattern in chosen
        for place in ranges
        for match in search.near(pattern, *place)
        if (unit := view.unit_of(match[0])) != holder and whole.act.units[unit].kind not in HOLDERS
    }
    if whole_act and is_by_law:
        related |= _blocks(whole, range(view.unit_of(low), view.unit_of(max(high - 1, low)) + 1), holder)
    return {block for block in related if not _is_empty(whole, block)}


def _neighbours(whole: WholeAct, root: Trigger) -> set[int]:
    """In a law without chapters: articles beside the root that name its matter, and those headed by it."""
    view, search = whole.reading.view, whole.reading.search
    pattern = whole.engine.procedures.types[root.type].subjects[root.lang][root.subject]
    articles = [
        unit.index
        for unit in whole.act.units
        if unit.kind == "article" and holder_of(whole, unit.index) is None
    ]
    found = {root.block}
    if root.block not in articles:
        return found
    place = articles.index(root.block)
    for row in (reversed(articles[1:place]), articles[place + 1 :]):
        for index in row:
            if not any(search.near(pattern, *view.subtree_tokens(index))):
                break
            found.add(index)
    found |= {
        index
        for index in articles[1:]
        if _is_headed(whole, index) and any(search.near(pattern, *view.unit_tokens(index)))
    }
    return {index for index in found if not _is_empty(whole, index)}


def _is_headed(whole: WholeAct, article: int) -> bool:
    low, high = whole.reading.view.unit_tokens(article)
    return low < high <= low + SHORT_HEADING


def _is_empty(whole: WholeAct, block: int) -> bool:
    """Whether nothing of an article is left but its heading and a note that it lost force."""
    unit = whole.act.units[block]
    low, high = whole.reading.view.unit_tokens(block)
    inside = whole.act.units[block + 1 : unit.last + 1]
    return (
        unit.kind == "article"
        and high - low <= SHORT_HEADING
        and all(other.kind in SILENT_KINDS for other in inside)
    )


def _annexes(whole: WholeAct, root: Trigger) -> list[tuple[int, int]]:
    """Tokens of the annexes of an act whose body holds the root."""
    if _annex(whole, root.block) is not None:
        return []
    view = whole.reading.view
    return [view.subtree_tokens(unit.index) for unit in whole.act.units if unit.kind == "annex"]


def _blocks(whole: WholeAct, units: Iterable[int], annex: int | None) -> set[int]:
    return {
        block_of(whole.reading.view, unit)
        for unit in units
        if whole.act.units[unit].kind in ("article", "part", "point", "paragraph", "dash", "subpoint", "cell")
        and _annex(whole, unit) == annex
    }


def _cited(whole: WholeAct, blocks: set[int]) -> set[int]:
    """Articles of this act, and of no other, that the norms cite by number."""
    view = whole.reading.view
    return {
        article
        for reference in whole.references
        if not reference.act and reference.target is not None and block_of(view, reference.unit) in blocks
        if (article := article_of(view, reference.target)) is not None
    }


def _takes_away(whole: WholeAct, group: Group, real: Sequence[Group]) -> bool:
    """Whether a group takes away what a procedure of the act gives („Разрешение аннулируется в случаях“)."""
    root, search = group.root, whole.reading.search
    return root.type in TAKEN_AWAY and any(
        any(search.near(pattern, root.start, root.end))
        for other in real
        if other.root.type not in TAKEN_AWAY and other.root.subject >= 0
        for pattern in whole.engine.procedures.types[other.root.type].subjects[root.lang][
            other.root.subject : other.root.subject + 1
        ]
    )


def _is_real(group: Group, others: Sequence[Group]) -> bool:
    """Whether a group is a procedure of its own and no echo of another one of the same matter."""
    if group.count > 1:
        return True
    if not group.root.named:
        return False
    return not group.root.asks or not any(
        other is not group
        and (other.root.type, other.root.subject) == (group.root.type, group.root.subject)
        and other.count > 1
        and group.root.subject >= 0
        for other in others
    )
