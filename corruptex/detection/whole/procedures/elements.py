"""Which elements of a procedure its norms have, from near to far, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from corruptex.detection.regions import heads
from corruptex.detection.search import Match
from corruptex.detection.whole.procedures.cues import Compiled, ElementCues, of
from corruptex.detection.whole.procedures.gathering import Group
from corruptex.detection.whole.procedures.triggers import BY_LAW, DECIDER, HEADING_KINDS, SHORT_HEADING
from corruptex.methodology.procedures import ProcedureElement
from corruptex.methodology.rules import Condition
from corruptex.model import Actor, Element, Lang, Span

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

Scope = Literal["unit", "article", "cited", "chapter", "annex", "act"]
Range = tuple[int, int]

_OPEN_LIST = Condition("open_list", None)

OUTCOME = "procedure_outcome"
"""Context of what a body brings forth: a decision, a refusal, an action."""

STEM = 5
"""Letters by which a word is known in all its cases."""


def elements(whole: WholeAct, group: Group, decider: Actor) -> tuple[Element, ...]:
    """The sheet of a procedure: its elements in the order of the catalogue.

    Args:
        whole: The act.
        group: The norms of the procedure.
        decider: Who decides; a norm on appeal against that body belongs to the procedure wherever it stands.
    """
    procedures = whole.engine.methodology.procedures
    kind = group.root.type
    required, recommended = procedures.required[kind], procedures.recommended[kind]
    supplied = procedures.supplied(kind)
    scopes = list(_scopes(whole, group))
    named = _named_act(whole, group)
    return tuple(
        _element(
            whole,
            group,
            element,
            scopes,
            decider,
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


def is_assessable(whole: WholeAct, group: Group) -> bool:
    """Whether absence can be judged: in a whole act, or in a whole by-law annexed to an amending decision."""
    if whole.is_assessable:
        return True
    return (
        not whole.is_excerpt
        and _is_annexed(whole, group.root.unit)
        and not any(_is_annexed(whole, one.unit) for one in whole.amendments)
    )


def _element(
    whole: WholeAct,
    group: Group,
    element: ProcedureElement,
    scopes: list[tuple[Scope, list[Range]]],
    decider: Actor,
    *,
    required: bool,
    named: Range | None,
    supplied: bool,
) -> Element:
    words = whole.engine.procedures.elements[element.id]
    tokens = whole.reading.view.tokens
    lang = group.root.lang
    lacking = Element(element.id, required, "missing" if is_assessable(whole, group) else "not_assessable")
    if _is_left_open(whole, group, words):
        return lacking
    for scope, ranges in scopes:
        if not _reaches(element, scope):
            break
        for low, high in ranges:
            match = (
                _settled(whole, element, words.general, decider, lang)
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
    return lacking


def _is_left_open(whole: WholeAct, group: Group, words: ElementCues) -> bool:
    """Whether the norms of a procedure leave the list open that the element is to close."""
    view, search = whole.reading.view, whole.reading.search
    lang = group.root.lang
    return any(
        _stands_beside(whole, words, match, lang)
        and not _any(whole, words.closes, view.sentence(match[0], match[1]), lang)
        for block in dict.fromkeys((group.root.block, *group.blocks))
        for match in search.near(of(words.open, lang), *view.subtree_tokens(block))
    )


def _reaches(element: ProcedureElement, scope: Scope) -> bool:
    if element.reach == "article":
        return scope in ("unit", "article")
    return element.reach == "act" or scope != "act"


def shows(whole: WholeAct, element: ProcedureElement, low: int, high: int, lang: Lang) -> Match | None:
    """The first words in a range of tokens that show an element; ``None`` if nothing does."""
    return next(_shown(whole, element, low, high, lang), None)


def _shown(whole: WholeAct, element: ProcedureElement, low: int, high: int, lang: Lang) -> Iterator[Match]:
    """Words in a range of tokens that show an element; of deciders, those that act come first."""
    words, search = whole.engine.procedures.elements[element.id], whole.reading.search
    yield from (
        match for match in search.near(of(words.closes, lang), low, high) if not _leads_nowhere(whole, match)
    )
    found = [
        match
        for match in search.near(of(words.match, lang), low, high)
        if _holds(whole, element, words, match, lang)
    ]
    if element.id == DECIDER:
        acting = [
            (mention.start, mention.end)
            for mention in whole.reading.actors.between(low, high)
            if mention.role == "public" and (mention.subject or mention.agent)
        ]
        found.sort(key=lambda match: not any(start < match[3] and match[2] < end for start, end in acting))
    yield from found


def _settled(
    whole: WholeAct, element: ProcedureElement, headings: Compiled, decider: Actor, lang: Lang
) -> Match | None:
    """The words that show an element for the whole act: under its heading, or speaking of the decider."""
    view, search = whole.reading.view, whole.reading.search
    for heading in search.matches(of(headings, lang)):
        unit = view.unit_of(heading[0])
        if whole.act.units[unit].kind in HEADING_KINDS:
            match = shows(whole, element, *view.subtree_tokens(unit), lang)
            if match is not None:
                return match
    everything = (0, len(view.tokens.forms))
    return next(
        (match for match in _shown(whole, element, *everything, lang) if _is_of(whole, match, decider, lang)),
        None,
    )


def _is_of(whole: WholeAct, match: Match, decider: Actor, lang: Lang) -> bool:
    """Whether a norm speaks of what the decider brings forth; in a by-law every decision is the decider's."""
    view = whole.reading.view
    low, high = view.sentence(match[0], match[1])
    if not any(whole.reading.search.near(whole.pattern(OUTCOME, lang), low, high)):
        return False
    if whole.act.style in BY_LAW:
        return True
    stems = {form[:STEM] for form in view.tokens.forms[low:high]}
    named = [word[:STEM] for word in decider.text.casefold().split()]
    return bool(named) and all(stem in stems for stem in named)


def _holds(whole: WholeAct, element: ProcedureElement, words: ElementCues, match: Match, lang: Lang) -> bool:
    reading = whole.reading
    span = match[0], match[1]
    unit = reading.view.unit_of(match[0])
    if _is_heading(whole, unit):
        return False
    sentence = reading.view.sentence(*span)
    if not _stands_beside(whole, words, match, lang) or _any(whole, words.unless, sentence, lang):
        return False
    if any(
        _any(whole, words.unless, reading.view.unit_tokens(head), lang) for head in _list_heads(whole, unit)
    ):
        return False
    if any(
        other[2] < match[3] and match[2] < other[3]
        for other in reading.search.near(of(words.inside, lang), *sentence)
    ):
        return False
    if element.closed and (reading.conditions.find(_OPEN_LIST, span, lang) or _leads_nowhere(whole, match)):
        return False
    return not _is_defined(whole, unit, lang)


def _is_heading(whole: WholeAct, unit: int) -> bool:
    """Whether a unit is a mere heading, which has no norm."""
    one = whole.act.units[unit]
    if one.kind != "article":
        return one.kind in HEADING_KINDS or one.kind in ("title", "preamble")
    low, high = whole.reading.view.unit_tokens(unit)
    return one.last > unit and high - low <= SHORT_HEADING


def _stands_beside(whole: WholeAct, words: ElementCues, match: Match, lang: Lang) -> bool:
    """Whether the words beside the element stand in its sentence or in the head of its list."""
    if words.beside is None:
        return True
    view = whole.reading.view
    if _any(whole, words.beside, view.sentence(match[0], match[1]), lang):
        return True
    return any(
        _any(whole, words.beside, view.unit_tokens(head), lang)
        for head in _list_heads(whole, view.unit_of(match[0]))
    )


def _list_heads(whole: WholeAct, unit: int) -> list[int]:
    """Heads of the lists a unit stands in; an earlier list that has its own items is no head of it."""
    units = whole.act.units
    return [
        head
        for head in heads(whole.reading.view, unit)
        if not _is_heading(whole, head) and (units[head].last == head or units[head].last >= unit)
    ]


def _leads_nowhere(whole: WholeAct, match: Match) -> bool:
    """Whether the sentence names what it means by a reference to a unit that this act has not."""
    view = whole.reading.view
    low, high = view.sentence(match[0], match[1])
    start, end = view.tokens.starts[low], view.tokens.ends[high - 1]
    return any(
        one.status == "missing" and not one.act and start <= one.start < end for one in whole.references
    )


def _is_defined(whole: WholeAct, unit: int, lang: Lang) -> bool:
    """Whether a unit explains a term: it has no norm of a procedure."""
    view, search = whole.reading.view, whole.reading.search
    return any(
        any(search.near(whole.pattern(name, lang), *view.unit_tokens(index)))
        for index in _list_heads(whole, unit)
        for name in ("definition", "terms_head")
    )


def _any(whole: WholeAct, patterns: Compiled, between: Range, lang: Lang) -> bool:
    return any(whole.reading.search.near(of(patterns, lang), *between))


def _named_act(whole: WholeAct, group: Group) -> Range | None:
    """Where the norms send to a named act for the procedure; ``None`` if they do not.

    Elsewhere than in the creating norm it must be the procedure of this very matter that stands there, not an
    amount, a term, or the procedure of something else.
    """
    search, view = whole.reading.search, whole.reading.view
    root = group.root
    kind = whole.engine.procedures.types[root.type]
    pattern = whole.pattern("procedure_in_named_act", root.lang)
    for block in dict.fromkeys((root.block, *group.blocks)):
        for match in search.near(pattern, *view.subtree_tokens(block)):
            inside = match[2], match[3]
            if (
                view.unit_of(match[0]) == root.unit
                or _any(whole, kind.match, view.sentence(match[0], match[1]), root.lang)
                or any(any(search.near(subject, *inside)) for subject in kind.subjects[root.lang])
            ):
                return match[0], match[1]
    return None
