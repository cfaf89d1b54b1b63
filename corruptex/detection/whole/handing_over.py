"""Places where an act hands a matter over: verbs and participles, each with its matter and its body.

„Порядок … определяется органом“, „орган утверждает перечень“, „в порядке, определяемом органом“ and their
Kyrgyz forms. Courts, persons and parties to a contract are no delegates, nor is a law.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from corruptex.detection.actors import Mention
from corruptex.detection.search import Match
from corruptex.language.tokens import GAP_COMMA
from corruptex.methodology.rules import Condition
from corruptex.model import Actor, Lang

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

NEAR_VERB: Final = 12
"""Words between a verb and the body it names."""

NEAR_PARTICIPLE: Final = 4
SHORT_MARK: Final = 5
"""Characters of a list mark before the first word of an item."""

OF_LAW: Final = ("мыйзам", "кодекс", "устав")
"""Kyrgyz words between a body and a participle that show who laid the rule down: a law."""

NOUNS: Final = ("определени", "установлени", "утверждени")
"""Beginnings of nouns by which a list of powers hands over."""

POWERS: Final = ("компетенц", "полномоч", "ведени", "функци")
"""Beginnings of words for what a sentence says belongs to a body."""

NO_MATTER: Final = frozenset(("основании", "случае"))
"""„На основании“ and „в случае“ are prepositions."""

HARMLESS: Final = ("definition", "court_mandate", "own_law", "prohibition", "own_subject")
"""Contexts in which nothing is handed over to a body."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A place where a matter is handed over; all places are ranges of tokens.

    Attributes:
        matter: The word for the matter: „порядок“, „тизме“.
        words: All the words that hand over.
        verb: The verb or participle.
        lang: Language of the norm.
        body: The body that settles the matter.
        form: Whether a passive verb, an active one or a participle („в порядке, определяемом …“) hands over.
    """

    matter: tuple[int, int]
    words: tuple[int, int]
    verb: tuple[int, int]
    lang: Lang
    body: Mention
    form: Literal["passive", "active", "attribute"]

    @property
    def is_attribute(self) -> bool:
        """Whether a participle hands over."""
        return self.form == "attribute"


def handed_over(whole: WholeAct) -> list[HandedOver]:
    """All places where an act hands a matter over to a body, in the order of the text, one for each verb."""
    best: dict[int, HandedOver] = {}
    for one in _all(whole):
        known = best.get(one.verb[1])
        if known is None or _rank(one) > _rank(known):
            best[one.verb[1]] = one
    kept = [one for one in best.values() if _is_nearest(one, best.values()) and not _harmless(whole, one)]
    return sorted(kept, key=lambda one: one.words)


def _is_nearest(one: HandedOver, others: Iterable[HandedOver]) -> bool:
    """Whether the agent of a passive belongs to it and not to a nearer verb or a participle beside it."""
    if one.form != "passive":
        return True
    rivals = [other for other in others if other.body == one.body and other is not one]
    return not any(other.is_attribute or _to_body(other) < _to_body(one) for other in rivals)


def _to_body(one: HandedOver) -> int:
    return abs(one.body.start - one.verb[0])


def _rank(one: HandedOver) -> int:
    """Of several matters the nearest to the verb; of „порядок и условия определяются“ the first."""
    far = abs(one.matter[0] - one.verb[0])
    return far if one.lang == "ru" and not one.is_attribute and one.matter[0] < one.verb[0] else -far


def _all(whole: WholeAct) -> Iterator[HandedOver]:
    for match, lang in whole.matches("handed_over"):
        yield from _passive(whole, match, lang)
    for match, lang in whole.matches("hands_over"):
        yield from _active(whole, match, lang)
    for match, lang in whole.matches("as_laid_down"):
        yield from _attribute(whole, match, lang)


def _passive(whole: WholeAct, match: Match, lang: Lang) -> Iterator[HandedOver]:
    """„Порядок … определяется органом“, „органом определяется …“, „тартиби орган тарабынан аныкталат“."""
    first, last, low, high = match
    verb = (last - 1, last) if low == first else (first, first + 1)
    start, end = whole.reading.view.clause(first, last)
    actors = whole.reading.actors
    if lang == "ru":
        bodies = [one for one in actors.between(verb[1], min(end, verb[1] + NEAR_VERB)) if one.agent]
        body = bodies[0] if bodies else None
        if body is None or body.start > verb[1] + 2:
            before = [one for one in actors.between(start, verb[0]) if one.agent and one.end == verb[0]]
            body = before[-1] if before else body
    else:
        bodies = [one for one in actors.between(max(start, low - NEAR_VERB), verb[0]) if one.agent]
        body = bodies[-1] if bodies else None
    if body is not None and body.role == "public":
        words = (min(low, verb[0]), max(high, verb[1], body.end))
        yield HandedOver((low, high), words, verb, lang, body, "passive")


def _active(whole: WholeAct, match: Match, lang: Lang) -> Iterator[HandedOver]:
    """„Орган утверждает перечень“, „в ведении органа: утверждение перечня“, „орган тизмени бекитет“."""
    first, last, low, high = match
    if lang == "ru" and first == low:
        yield from _before_subject(whole, match)
        return
    verb = (first, first + 1) if lang == "ru" else (last - 1, last)
    if lang == "ru" and whole.reading.view.tokens.forms[first].startswith(NOUNS):
        named = _head_body(whole, verb)
    else:
        named = _subject(whole, verb if lang == "ru" else (low, last))
        if named is not None and not named.subject and _same_unit(whole, named, verb):
            return  # „соглашение, заключенное органом, устанавливает“
    if named is not None and named.role == "public":
        yield HandedOver((low, high), (min(low, first), max(high, last)), verb, lang, named, "active")


def _before_subject(whole: WholeAct, match: Match) -> Iterator[HandedOver]:
    """„Порядок аренды определяет мэр“: the verb stands between its object and its subject."""
    _, last, low, high = match
    actors, view = whole.reading.actors, whole.reading.view
    _, end = view.clause(low, last)
    for verb in range(high, last):
        if view.tokens.forms[verb].endswith(("ет", "ют")):
            after = actors.between(verb + 1, min(end, verb + 2))
            if after and after[0].subject and after[0].role == "public":
                words = (low, after[0].end)
                yield HandedOver((low, high), words, (verb, verb + 1), "ru", after[0], "active")
            return


def _attribute(whole: WholeAct, match: Match, lang: Lang) -> Iterator[HandedOver]:
    """„В порядке, определяемом органом“, „орган белгилеген тартипте“."""
    first, last, low, high = match
    view = whole.reading.view
    start, end = view.clause(first, last)
    if view.tokens.forms[low] in NO_MATTER:
        return
    if lang == "ru":
        after = whole.reading.actors.between(last - 1, min(end, last + NEAR_PARTICIPLE))
        is_active = whole.reading.view.tokens.forms[last - 1].endswith(("ет", "ют"))
        body = next((one for one in after if (one.subject if is_active else one.agent)), None)
        if body is not None and any(gap >= GAP_COMMA for gap in view.tokens.gaps[last : body.start + 1]):
            body = None
        verb = (last - 1, last)
    else:
        before = whole.reading.actors.between(max(start, first - 8), low)
        body = before[-1] if before else None
        verb = (first, first + 1)
        between = view.tokens.forms[body.end : low] if body is not None else []
        if body is not None and (first - body.end > 1 or any(form.startswith(OF_LAW) for form in between)):
            body = None
    if body is not None and body.role == "public":
        words = (min(low, body.start), max(high, last, body.end))
        yield HandedOver((low, high), words, verb, lang, body, "attribute")


def _harmless(whole: WholeAct, one: HandedOver) -> bool:
    conditions = whole.reading.conditions
    return any(conditions.find(Condition(name, None), one.words, one.lang) for name in HARMLESS)


def _subject(whole: WholeAct, verb: tuple[int, int]) -> Mention | None:
    """The subject of an active verb in its sentence, or the body in the head of the list it stands in."""
    own = [one for one in whole.reading.actors.between(*verb) if one.subject]
    if own:
        return own[-1]  # „тартибин мэрия аныктайт“
    actor = whole.reading.actors.subject(verb)
    return _mention(whole, actor) if actor.scope in ("clause", "head") else None


def _same_unit(whole: WholeAct, one: Mention, verb: tuple[int, int]) -> bool:
    view = whole.reading.view
    return view.unit_of(one.start) == view.unit_of(verb[0])


def _head_body(whole: WholeAct, noun: tuple[int, int]) -> Mention | None:
    """The body whose powers a list names: „к полномочиям агентства относится …“."""
    view = whole.reading.view
    if view.tokens.starts[noun[0]] - whole.act.units[view.unit_of(noun[0])].body > SHORT_MARK:
        return _whose_powers(whole, noun)
    actor = whole.reading.actors.subject(noun)
    return _mention(whole, actor) if actor.scope == "head" else None


def _whose_powers(whole: WholeAct, noun: tuple[int, int]) -> Mention | None:
    """The body of „к компетенции агентства относится: утверждение порядка“, all in one sentence."""
    view = whole.reading.view
    start = view.sentence(*noun)[0]
    forms = view.tokens.forms[start : noun[0]]
    belongs = next((start + place for place, form in enumerate(forms) if form.startswith("относ")), None)
    if belongs is None or not any(form.startswith(POWERS) for form in forms):
        return None
    bodies = [one for one in whole.reading.actors.between(start, belongs) if one.role == "public"]
    return bodies[0] if bodies else None


def _mention(whole: WholeAct, actor: Actor) -> Mention | None:
    if actor.span is None:
        return None
    view = whole.reading.view
    place = bisect_left(view.tokens.starts, actor.span.start)
    return next(iter(whole.reading.actors.between(place, place + 1)), None)
