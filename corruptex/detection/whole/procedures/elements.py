"""Which elements of a procedure its norms have, from near to far, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from corruptex.detection.regions import heads
from corruptex.detection.search import Match
from corruptex.detection.whole.procedures.cues import Compiled, ElementCues, of
from corruptex.detection.whole.procedures.gathering import Group
from corruptex.detection.whole.procedures.triggers import HEADING_KINDS
from corruptex.methodology.procedures import ProcedureElement
from corruptex.methodology.rules import Condition
from corruptex.model import Element, Lang, Span

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

Scope = Literal["unit", "article", "cited", "chapter", "annex", "act"]
Range = tuple[int, int]

_OPEN_LIST = Condition("open_list", None)


def elements(whole: WholeAct, group: Group) -> tuple[Element, ...]:
    """The sheet of a procedure: its elements in the order of the catalogue."""
    procedures = whole.engine.methodology.procedures
    kind = group.root.type
    required, recommended = procedures.required[kind], procedures.recommended[kind]
    supplied = procedures.supplied(kind)
    scopes = list(_scopes(whole, group))
    named = _named_act(whole, group)
    return tuple(
        _element(
            whole,
            group.root.lang,
            element,
            scopes,
            required=name in required,
            named=named,
            supplied=name in supplied,
        )
        for name, element in procedures.elements.items()
        if name in required or name in recommended
    )


def _scopes(whole: WholeAct, group: Group) -> Iterator[tuple[Scope, list[Range]]]:
    """Ranges of tokens to look in, from near to far."""
    view = whole.reading.view
    root = group.root
    yield "unit", [view.subtree_tokens(root.unit)]
    yield "article", [view.subtree_tokens(root.block)]
    others = sorted(
        (block for block in group.blocks if block != root.block), key=lambda block: abs(block - root.block)
    )
    in_annex = [block for block in others if _is_annexed(whole, block) and not _is_annexed(whole, root.block)]
    yield "chapter", [view.subtree_tokens(block) for block in others if block not in in_annex]
    yield "cited", [view.subtree_tokens(block) for block in group.cited]
    yield "annex", [view.subtree_tokens(block) for block in in_annex]
    yield "act", [(0, len(view.tokens.forms))]


def _is_annexed(whole: WholeAct, unit: int) -> bool:
    units = whole.act.units
    current: int | None = unit
    while current is not None:
        if units[current].kind == "annex":
            return True
        current = units[current].parent
    return False


def _element(
    whole: WholeAct,
    lang: Lang,
    element: ProcedureElement,
    scopes: list[tuple[Scope, list[Range]]],
    *,
    required: bool,
    named: Range | None,
    supplied: bool,
) -> Element:
    words = whole.engine.procedures.elements[element.id]
    tokens = whole.reading.view.tokens
    for scope, ranges in scopes:
        if not _reaches(element, scope):
            break
        for low, high in ranges:
            match = (
                _settled(whole, element, words.general, lang)
                if scope == "act" and words.general is not None
                else shows(whole, element, low, high, lang)
            )
            if match is not None:
                span = Span(tokens.starts[match[2]], tokens.ends[match[3] - 1])
                unit = whole.reading.view.unit_of(match[2])
                return Element(element.id, required, "present", scope, unit, span)
    if named is not None and element.reach != "act":
        span = Span(tokens.starts[named[0]], tokens.ends[named[1] - 1])
        return Element(
            element.id, required, "elsewhere", "named_act", whole.reading.view.unit_of(named[0]), span
        )
    if supplied:
        return Element(element.id, required, "elsewhere", "background")
    return Element(element.id, required, "missing" if whole.is_assessable else "not_assessable")


def _reaches(element: ProcedureElement, scope: Scope) -> bool:
    if element.reach == "article":
        return scope in ("unit", "article")
    return element.reach == "act" or scope != "act"


def shows(whole: WholeAct, element: ProcedureElement, low: int, high: int, lang: Lang) -> Match | None:
    """The first words in a range of tokens that show an element; ``None`` if nothing does."""
    words = whole.engine.procedures.elements[element.id]
    for match in whole.reading.search.near(of(words.match, lang), low, high):
        if _holds(whole, element, words, match, lang):
            return match
    return None


def _settled(whole: WholeAct, element: ProcedureElement, headings: Compiled, lang: Lang) -> Match | None:
    """The words that show an element under a heading that settles it for the whole act."""
    view, search = whole.reading.view, whole.reading.search
    for heading in search.matches(of(headings, lang)):
        unit = view.unit_of(heading[0])
        if whole.act.units[unit].kind in HEADING_KINDS:
            match = shows(whole, element, *view.subtree_tokens(unit), lang)
            if match is not None:
                return match
    return None


def _holds(whole: WholeAct, element: ProcedureElement, words: ElementCues, match: Match, lang: Lang) -> bool:
    reading = whole.reading
    span = match[0], match[1]
    sentence = reading.view.sentence(*span)
    if words.beside is not None and not _any(whole, words.beside, sentence, lang):
        return False
    if _any(whole, words.unless, sentence, lang):
        return False
    if element.closed and reading.conditions.find(_OPEN_LIST, span, lang):
        return False
    return not _is_defined(whole, reading.view.unit_of(match[0]), lang)


def _is_defined(whole: WholeAct, unit: int, lang: Lang) -> bool:
    """Whether a unit explains a term: it has no norm of a procedure."""
    view, search = whole.reading.view, whole.reading.search
    return any(
        any(search.near(whole.pattern(name, lang), *view.unit_tokens(index)))
        for index in heads(view, unit)
        for name in ("definition", "terms_head")
    )


def _any(whole: WholeAct, patterns: Compiled, between: Range, lang: Lang) -> bool:
    return any(whole.reading.search.near(of(patterns, lang), *between))


def _named_act(whole: WholeAct, group: Group) -> Range | None:
    """Where the norms send to a named act for the procedure; ``None`` if they do not.

    Elsewhere than in the creating norm the sentence must name the matter of the procedure.
    """
    search, view = whole.reading.search, whole.reading.view
    lang = group.root.lang
    subjects = whole.engine.procedures.types[group.root.type].subjects[lang]
    pattern = whole.pattern("procedure_in_named_act", lang)
    for block in dict.fromkeys((group.root.block, *group.blocks)):
        for match in search.near(pattern, *view.subtree_tokens(block)):
            sentence = view.sentence(match[0], match[1])
            if view.unit_of(match[0]) == group.root.unit or any(
                any(search.near(subject, *sentence)) for subject in subjects
            ):
                return match[0], match[1]
    return None
