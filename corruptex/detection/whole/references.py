"""References of the act: where they lead, and what is said of those that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corruptex.detection.whole.extent import is_run
from corruptex.detection.whole.misdirected import misdirected
from corruptex.detection.whole.remark import Remark
from corruptex.model import Act, Reference, Texts
from corruptex.structure.cited_acts import with_acts
from corruptex.structure.citing import article_of, cite_steps
from corruptex.structure.references import references as references_of_act

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

UNNAMED: Final = "unnamed_order"
"""Context of „in the established order“: an order is meant, and no act is named."""

_NUMBERED_THROUGH: Final = frozenset(("article", "chapter", "section", "heading", "annex"))
"""Units whose absence cannot be told from a part of an act."""

_NORMS: Final = frozenset(("part", "point", "subpoint", "paragraph", "dash"))

_ITEMS: Final = frozenset(("part", "point", "subpoint"))

_POINTED: Final = re.compile(r"(?:настоящ|предыдущ)|(?:ушул|бул|мурунку)\s+(?:эле\s+)?\w+$", re.IGNORECASE)
"""„This part“: a norm that speaks of itself by this name does not run in a circle."""

_ORDER: Final = re.compile(r"(?:порядк|правил|условия|тартип|эреже|шарттар)\w*")
"""Words by which a norm leaves its order to the norm it cites."""

_ORDER_REACH: Final = 60
"""Characters before or after a citation in which such a word stands."""

_RANGE: Final = re.compile(r"\d\s?[-–—]\s?\d|(?:ым|им|ой|ей|нчи|нчу|нчү)\s?[-–—]\s?\w")


def find_references(whole: WholeAct) -> tuple[Reference, ...]:
    """All references of an act: units it cites, and orders it leaves without a name.

    Args:
        whole: The act.

    Returns:
        References in the order of the text.
    """
    act = whole.act
    cited = with_acts(act, references_of_act(act), whole.named_acts)
    found = [_judged(whole, reference) for reference in cited]
    circles = set(_circles(act, found))
    found = [replace(r, status="circular") if place in circles else r for place, r in enumerate(found)]
    return tuple(sorted([*found, *_unnamed(whole)], key=lambda reference: (reference.start, reference.end)))


def _judged(whole: WholeAct, reference: Reference) -> Reference:
    """Call nothing missing that a part of an act may have left out."""
    if reference.status != "missing" or not whole.is_excerpt:
        return reference
    article = next((number for kind, number in reference.steps if kind == "article"), None)
    has_article = any(unit.kind == "article" and unit.number == article for unit in whole.act.units)
    if is_run(whole.act) and has_article and reference.steps[-1][0] not in _NUMBERED_THROUGH:
        return reference
    return replace(reference, status="unchecked")


def _unnamed(whole: WholeAct) -> Iterator[Reference]:
    view = whole.reading.view
    for match, _ in whole.matches(UNNAMED):
        unit = view.unit_of(match[0])
        start, end = view.tokens.starts[match[2]], view.tokens.ends[match[3] - 1]
        yield Reference(unit, start, end, steps=(), act="", target=None, status="unnamed")


def _circles(act: Act, found: Sequence[Reference]) -> Iterator[int]:
    """Places of the references that lead back to where they stand.

    Either a norm cites itself by its number, or it leaves its order to an article whose only norm leaves
    it to the first one again.
    """
    by_unit: dict[int, list[int]] = {}
    for place, reference in enumerate(found):
        is_norm = act.units[reference.unit].kind in _NORMS
        if (
            is_norm
            and reference.status == "resolved"
            and not _POINTED.match(act.text[reference.start : reference.end])
        ):
            by_unit.setdefault(reference.unit, []).append(place)
    for places in by_unit.values():
        for place in places:
            reference = found[place]
            itself = reference.target == reference.unit and reference.steps[-1][0] in _ITEMS
            if itself or (
                _is_order(act, reference)
                and any(
                    _leads_back(act, found[other], reference.unit)
                    for other in by_unit.get(_only_norm(act, reference.target), ())
                )
            ):
                yield place


def _only_norm(act: Act, target: int | None) -> int:
    """Index of the only norm of a cited unit if it is one sentence, else -1."""
    if target is None or act.units[target].kind not in ("article", "part", "point"):
        return -1
    unit = act.units[target]
    inside = range(target if unit.kind != "article" else target + 1, unit.last + 1)
    norms = [index for index in inside if act.units[index].kind not in ("note", "heading")]
    if len(norms) != 1:
        return -1
    words = act.text[act.units[norms[0]].body : act.units[norms[0]].end].strip()
    return norms[0] if not re.search(r"[.;]\s", words) else -1


def _leads_back(act: Act, reference: Reference, unit: int) -> bool:
    if reference.target is None or not _is_order(act, reference):
        return False
    target = act.units[reference.target]
    article = article_of(act, unit)
    holds = target.index <= unit <= target.last
    return holds and (article is None or target.index >= article.index)


def _is_order(act: Act, reference: Reference) -> bool:
    """Tell whether a norm leaves its order to what it cites."""
    unit = act.units[reference.unit]
    before = act.text[max(unit.start, reference.start - _ORDER_REACH) : reference.start]
    after = act.text[reference.end : min(unit.end, reference.end + _ORDER_REACH)]
    return _ORDER.search(after if unit.lang == "ky" else before) is not None


def references(whole: WholeAct) -> Iterator[Remark]:
    """Dead references: ``missing`` units, ``repealed`` ones, ``circular`` norms, absent ``annex``es.

    And ``wrong`` ones, that cite other parts than those meant.
    """
    yield from misdirected(whole)
    grouped: dict[tuple[int, int, str], list[Reference]] = {}
    for reference in whole.references:
        aspect = _aspect(whole.act, reference)
        if aspect:
            grouped.setdefault((reference.start, reference.end, aspect), []).append(reference)
    for (start, end, aspect), group in grouped.items():
        yield Remark(aspect, group[0].unit, start, end, values={"cited": _cited(whole.act, group)})


def _aspect(act: Act, reference: Reference) -> str:
    if reference.act:
        return ""
    if reference.status == "missing":
        return "annex" if reference.steps[-1][0] == "annex" else "missing"
    if reference.status == "repealed" and not _RANGE.search(act.text[reference.start : reference.end]):
        return "repealed"
    return "circular" if reference.status == "circular" else ""


def _cited(act: Act, group: Sequence[Reference]) -> Texts:
    cited = {
        lang: ", ".join(cite_steps(act, reference.unit, reference.steps, lang) for reference in group)
        for lang in ("ru", "ky")
    }
    return {**cited, "en": cited["ru"]}
