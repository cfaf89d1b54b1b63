"""One role, paper or procedure called by two names in one act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from corruptex.detection.regions import block_of
from corruptex.detection.view import SILENT_KINDS
from corruptex.detection.whole.reach import roles_in, touches
from corruptex.detection.whole.remark import Remark
from corruptex.detection.whole.terms import cited
from corruptex.methodology.families import Family
from corruptex.model import Lang

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

LANGS: Final[tuple[Lang, ...]] = ("ru", "ky")
QUOTES: Final = (("«", "»"), ("“", "”"), ("„", "“"))

Uses = Mapping[str, list[tuple[int, int]]]
"""Places of each name of a family, as tokens."""


def names(whole: WholeAct) -> Iterator[Remark]:
    """Remarks on names: one for each family of which the act uses two members for one thing.

    Names that stand in one clause are two things („заявитель либо претендент“), and so are names that the
    act defines one by one.
    """
    if whole.act.amends:
        return  # norms of several other acts stand side by side
    for family in whole.engine.methodology.families.values():
        for lang in LANGS:
            used = _used(whole, family, lang)
            if len(used) < 2 or _are_distinct(whole, used):
                continue
            remark = _remark(whole, family, used if family.within == "act" else _in_one_block(whole, used))
            if remark is not None:
                yield remark


def _used(whole: WholeAct, family: Family, lang: Lang) -> Uses:
    view, search = whole.reading.view, whole.reading.search
    found: dict[str, list[tuple[int, int]]] = {}
    for name in family.names:
        pattern = whole.engine.names.get((family.id, name, lang))
        if pattern is None or not search.possible(pattern):
            continue
        places = [
            (match[0], match[1])
            for match in search.matches(pattern)
            if view.act.units[view.unit_of(match[0])].kind not in SILENT_KINDS
        ]
        if places:
            found[name] = places
    if len(found) < 2:
        return found
    own = {
        name: [place for place in places if not _is_title(whole, place[0])] for name, places in found.items()
    }
    return {name: places for name, places in own.items() if places}


def _is_title(whole: WholeAct, token: int) -> bool:
    """Whether a name stands in quotation marks or in the name of an act, which the drafter cannot change."""
    view = whole.reading.view
    start = view.tokens.starts[token]
    before = view.act.text[view.act.units[view.unit_of(token)].start : start]
    if before.count('"') % 2 or any(
        before.rfind(opening) > before.rfind(closing) for opening, closing in QUOTES
    ):
        return True
    first = view.unit_tokens(view.unit_of(token))[0]
    return any(view.tokens.forms[near].startswith(ACTS) for near in range(max(first, token - 3), token))


ACTS: Final = (
    "постановлени",
    "распоряжени",
    "решени",
    "престарел",
    "мыйзамынын",
    "мыйзамдын",
    "кодексинин",
    "кодекстин",
)
"""Words after which a name is part of another: „постановлением Правительства“, „дома престарелых и …“."""


def _are_distinct(whole: WholeAct, used: Uses) -> bool:
    """Whether two of the names mean two things: they stand in one clause, or each has its definition."""
    clause_of = whole.reading.view.clause_of
    seen: dict[int, str] = {}
    for name, places in used.items():
        for start, _ in places:
            if seen.setdefault(clause_of[start], name) != name:
                return True
    defined = {definition.term.lower() for definition in whole.definitions}
    return len(defined & {name.lower() for name in used}) > 1


def _in_one_block(whole: WholeAct, used: Uses) -> Uses:
    """The uses of the first article (or top point) that uses two names; empty if none does."""
    view = whole.reading.view
    blocks: defaultdict[int, defaultdict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for name, places in used.items():
        for place in places:
            blocks[block_of(view, view.unit_of(place[0]))][name].append(place)
    return next((blocks[block] for block in sorted(blocks) if len(blocks[block]) > 1), {})


def _remark(whole: WholeAct, family: Family, used: Uses) -> Remark | None:
    """The remark on the first norm in which the rarest name matters; ``None`` if there is no such norm."""
    if len(used) < 2:
        return None
    view = whole.reading.view
    usual, *_, rare = sorted(used, key=lambda name: (-len(used[name]), used[name][0]))
    place = next((place for place in used[rare] if _matters(whole, family, view.unit_of(place[0]))), None)
    if place is None:
        return None
    other = view.unit_of(used[usual][0][0])
    return Remark(
        "",
        view.unit_of(place[0]),
        view.tokens.starts[place[0]],
        view.tokens.ends[place[1] - 1],
        values={"name": rare, "usual": usual, "place": cited(whole.act, other)},
        actor=whole.reading.actors.subject(place),
    )


def _matters(whole: WholeAct, family: Family, unit: int) -> bool:
    """Whether a body decides by the words of a unit.

    In private and procedural law, and for two spellings of one word, the unit itself must name the body;
    for two spellings the person too.
    """
    if not touches(whole, unit):
        return False
    needed = set[str]()
    if family.weight == "wording":
        needed = {"public", "citizen"}
    elif whole.reading.profile.explicit_body:
        needed = {"public"}
    return needed <= roles_in(whole, unit)
