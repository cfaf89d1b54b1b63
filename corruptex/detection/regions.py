"""Where to look around a match: clause, unit, head of the list, items, article, act."""

from __future__ import annotations

from corruptex.detection.view import View
from corruptex.methodology.rules import Region
from corruptex.model import UnitKind

Range = tuple[int, int]
"""Tokens, half-open."""

_HOLDERS: frozenset[UnitKind] = frozenset({"article", "annex", "section", "chapter", "preamble"})


def article_of(view: View, unit: int) -> int | None:
    """Index of the article that holds a unit; ``None`` outside articles."""
    current: int | None = unit
    while current is not None:
        if view.act.units[current].kind == "article":
            return current
        current = view.act.units[current].parent
    return None


def block_of(view: View, unit: int) -> int:
    """Index of the smallest whole a norm is read in: its article, else its top-level point."""
    units = view.act.units
    article = article_of(view, unit)
    if article is not None:
        return article
    current = unit
    while True:
        parent = units[current].parent
        if parent is None or units[parent].kind in _HOLDERS:
            return current
        current = parent


def heads(view: View, unit: int) -> list[int]:
    """Units above a unit up to its article: the heads of the lists it stands in, nearest first."""
    units = view.act.units
    found = []
    current = units[unit].parent
    while current is not None and units[current].kind not in _HOLDERS:
        found.append(current)
        current = units[current].parent
    if units[unit].parent is not None and not found:
        found += _introduction(view, unit)
    return found


def _introduction(view: View, unit: int) -> list[int]:
    """The nearest earlier sibling that ends with a colon: a list whose head is no parent of its items."""
    units = view.act.units
    for index in range(unit - 1, max(unit - 40, -1), -1):
        if units[index].parent != units[unit].parent:
            if units[index].last >= unit:
                break
            continue
        text = view.act.text[units[index].start : units[index].end].rstrip()
        if text.endswith(":"):
            return [index]
        if not text.endswith((";", ",")):
            break
    return []


def ranges(view: View, span: Range, region: Region) -> list[Range]:
    """Token ranges of a region around the match ``span``."""
    start, end = span
    unit = view.unit_of(start)
    match region:
        case "overlap":
            return [(max(start - 4, 0), min(end + 4, len(view.tokens.forms)))]
        case "before":
            return [(view.clause(start, end)[0], end)]
        case "after":
            return [(start, view.clause(start, end)[1])]
        case "clause":
            return [view.clause(start, end)]
        case "unit":
            return [view.unit_tokens(unit)]
        case "head":
            return [view.unit_tokens(head) for head in heads(view, unit)]
        case "items":
            first, last = view.first[unit + 1], view.first[view.act.units[unit].last + 1]
            return [(first, last)]
        case "article":
            return [view.subtree_tokens(block_of(view, unit))]
        case "act":
            return [(0, len(view.tokens.forms))]
