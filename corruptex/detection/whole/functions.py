"""Powers side by side: one body with powers that should be apart (C6), one power given to two bodies (D6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from corruptex.detection.regions import block_of
from corruptex.detection.search import Match
from corruptex.detection.view import SILENT_KINDS
from corruptex.detection.whole.definitions import stem
from corruptex.detection.whole.norms import listed
from corruptex.detection.whole.remark import Remark
from corruptex.detection.whole.terms import cited
from corruptex.language.tokens import tokenise
from corruptex.model import Actor, Lang, UnitKind

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

LANGS: Final[tuple[Lang, ...]] = ("ru", "ky")

Role = Literal["rules", "permit", "control", "sanction", "appeal", "paid", "taking", "award"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
"""What a body does; each has a context ``role_…`` in ``rules/contexts``."""

HEADINGS: Final[frozenset[UnitKind]] = frozenset(
    {"article", "book", "section", "chapter", "heading", "annex"}
)

ACTS_ON_PERSONS: Final[frozenset[Role]] = frozenset(("permit", "control", "sanction", "taking"))
"""Roles whose decisions a person complains of."""

DECIDES_ALONE: Final[frozenset[Role]] = frozenset(("sanction", "award"))
"""Roles any of which is enough: the complaint can only be about them."""

MANY: Final = 4
"""Roles of one body in one list that are too many whatever they are."""

SHARED: Final[frozenset[Role]] = frozenset(("rules", "permit", "control", "appeal", "taking"))
"""Powers over persons that only one body should hold."""

WHOLE_POWER: Final = 3
"""Words that a power must have besides its holder to be known again."""

LONG_NAME: Final = 3
"""Words that a name of a body may have besides those that show that it is one."""

OWN: Final = ("сво", "өз", "тиешел", "соответств", "подведомств")
"""Beginnings of words by which each body keeps to its own sphere."""

NO_DIFFERENCE: Final = frozenset(
    stem(form)
    for form in "пределах административных границ рамках осуществление проведение также настоящим кодексом"
    " законом настоящего кодекса ушул мыйзамда чегинде жүзөгө ашыруу ашырат жана менен боюнча".split()
)
"""Stems that do not tell one power from another."""

UNNAMED: Final = frozenset(
    stem(form)
    for form in "орган уполномоченный государственный должностное лицо комиссия соответствующий"
    " мамлекеттик ыйгарым укуктуу кызмат адамы тиешелүү".split()
)
"""Stems of words that name no body in particular."""


@dataclass(frozen=True, slots=True)
class Power:
    """A place where the act gives somebody a power of a role.

    Attributes:
        role: The role.
        match: Its words.
        lang: Their language.
        unit: Index of the unit.
        block: Index of the article or top point.
    """

    role: Role
    match: Match
    lang: Lang
    unit: int
    block: int


def functions(whole: WholeAct) -> Iterator[Remark]:
    """Remarks ``judge`` / ``seller`` / ``many`` on one body, ``shared`` on one power of two bodies."""
    if whole.act.amends:
        return  # norms of several other acts stand side by side
    powers = list(_powers(whole))
    yield from _combined(whole, powers)
    yield from _shared(whole, powers)


def _powers(whole: WholeAct) -> Iterator[Power]:
    view = whole.reading.view
    for role in ROLES:
        for match, lang in whole.matches(f"role_{role}"):
            unit = view.unit_of(match[0])
            if view.act.units[unit].kind not in SILENT_KINDS | HEADINGS:
                yield Power(role, match, lang, unit, block_of(view, unit))


def _holder(whole: WholeAct, power: Power) -> Actor | None:
    """The named body that holds a power: in its sentence, or in the head of the list it stands in."""
    actor = whole.reading.actors.subject((power.match[0], power.match[1]))
    if actor.kind != "public" or actor.span is None:
        return None
    if UNNAMED.issuperset(_body(whole, actor)):
        return None
    if actor.scope == "head":
        unit = whole.act.units[whole.reading.view.unit_of(whole.reading.view.tokens.at(actor.span.start))]
        return actor if whole.act.text[unit.start : unit.end].rstrip().endswith(":") else None
    return actor if actor.scope == "clause" else None


def _body(whole: WholeAct, actor: Actor) -> tuple[str, ...]:
    """A body by the stems of its name, whatever the case; with its field: „орган по охране лесов“."""
    stems = tuple(stem(form) for form in tokenise(actor.text).forms)
    if actor.span is None:
        return stems
    forms = whole.reading.view.tokens.forms
    end = whole.reading.view.tokens.at(actor.span.end)
    after = forms[end : end + FIELD]
    if after[:1] == ["по"] and after[1:2] and not after[1].startswith(NO_FIELD):
        return stems + tuple(stem(form) for form in after[1:])
    if after[:2] in (["в", "сфере"], ["в", "области"]):
        return stems + tuple(stem(form) for form in after[2:])
    return stems


FIELD: Final = 4
"""Words after a body among which its field is named."""

NO_FIELD: Final = (
    "согласов",
    "решени",
    "заявлен",
    "запрос",
    "результат",
    "итог",
    "предложен",
    "требован",
    "месту",
)
"""Beginnings of words after „по“ that name no field."""


def _combined(whole: WholeAct, powers: Iterable[Power]) -> Iterator[Remark]:
    blocks: defaultdict[int, list[Power]] = defaultdict(list)
    for power in powers:
        blocks[power.block].append(power)
    for block in sorted(blocks):
        if _conflict(whole, block, blocks[block]) is None:
            continue
        bodies: defaultdict[tuple[str, ...], list[tuple[Power, Actor]]] = defaultdict(list)
        for power in blocks[block]:
            actor = _holder(whole, power)
            if actor is not None:
                bodies[_body(whole, actor)].append((power, actor))
        for held in bodies.values():
            found = _conflict(whole, block, [power for power, _ in held])
            if found is not None:
                yield _remark_on_roles(whole, found, held)


def _conflict(whole: WholeAct, block: int, powers: Sequence[Power]) -> tuple[str, Power] | None:
    """What is wrong with these powers in one hand, and the power it shows at; ``None`` if nothing."""
    by_role = {power.role: power for power in reversed(powers)}
    roles = by_role.keys()
    complained_of = len(roles & ACTS_ON_PERSONS) > 1 or not roles.isdisjoint(DECIDES_ALONE)
    if "appeal" in roles and complained_of and not _goes_to_court(whole, block):
        return "judge", by_role["appeal"]
    if "paid" in roles and "permit" in roles:
        return "seller", by_role["paid"]
    if len(roles - {"taking", "award"}) >= MANY:
        return "many", max(by_role.values(), key=lambda power: power.match)
    return None


def _goes_to_court(whole: WholeAct, block: int) -> bool:
    low, high = whole.reading.view.subtree_tokens(block)
    return any(
        whole.reading.search.any_between(whole.pattern(context, lang), low, high)
        for context in ("court_here", "court_application")
        for lang in LANGS
    )


def _remark_on_roles(
    whole: WholeAct, found: tuple[str, Power], held: Sequence[tuple[Power, Actor]]
) -> Remark:
    aspect, power = found
    actor = next(actor for other, actor in held if other is power)
    roles = [role for role in ROLES if any(other.role == role for other, _ in held)]
    tokens = whole.reading.view.tokens
    return Remark(
        aspect,
        power.unit,
        tokens.starts[power.match[2]],
        tokens.ends[power.match[3] - 1],
        values={"body": actor.text, "roles": listed(tuple(f"whole_role_{role}" for role in roles))},
        actor=actor,
    )


def _shared(whole: WholeAct, powers: Iterable[Power]) -> Iterator[Remark]:
    """Equal powers of different bodies, once for each power."""
    same: defaultdict[tuple[Role, frozenset[str]], list[Power]] = defaultdict(list)
    near: defaultdict[tuple[Role, int], list[tuple[frozenset[str], Power]]] = defaultdict(list)
    for power in powers:
        if power.role in SHARED and (words := _words(whole, power)) is not None:
            same[power.role, words].append(power)
            near[power.role, power.block].append((words, power))
    groups = [*same.values(), *(group for pairs in near.values() for group in _within_one_block(pairs))]
    said: set[int] = set()
    for equal in groups:
        if len({power.unit for power in equal}) < 2:
            continue
        holders = [(power, actor) for power in equal if (actor := _holder(whole, power)) is not None]
        first = holders[0] if holders else None
        for power, actor in holders[1:]:
            if first is not None and power.unit not in said and _overlap(whole, first[1], actor):
                said.add(power.unit)
                yield _remark_on_power(whole, first, power, actor)
                break


def _within_one_block(pairs: Sequence[tuple[frozenset[str], Power]]) -> Iterator[list[Power]]:
    """Pairs of powers of one article of which one says more than the other, not something else."""
    for place, (words, power) in enumerate(pairs):
        for other_words, other in pairs[place + 1 :]:
            if words < other_words or other_words < words:
                yield [power, other]


def _words(whole: WholeAct, power: Power) -> frozenset[str] | None:
    """Stems of the words of a power besides bodies; ``None`` if each body keeps to its own sphere."""
    view = whole.reading.view
    low, high = view.clause(power.match[0], power.match[1])
    named = {
        token
        for mention in whole.reading.actors.between(low, high)
        if mention.role == "public"
        for token in _name(mention.start, mention.end, power, low)
    }
    forms = [view.tokens.forms[token] for token in range(low, high) if token not in named]
    if any(form.startswith(OWN) for form in forms):
        return None
    words = {stem(form) for form in forms if len(form) > 2 and not form.isdigit()} - NO_DIFFERENCE
    return frozenset(words) if len(words) >= WHOLE_POWER else None


def _name(start: int, end: int, power: Power, low: int) -> range:
    """Tokens of the whole name of a body: „инспекция экологии“, „экология инспекциясы“."""
    first = power.match[0]
    if power.lang == "ru" and end <= first <= end + LONG_NAME:
        end = first
    return range(low if start - low <= LONG_NAME else start, end)


def _overlap(whole: WholeAct, one: Actor, other: Actor) -> bool:
    """Whether two holders are different bodies that can meet: local bodies act each on its own territory."""
    return _body(whole, one) != _body(whole, other) and not (
        _is_local(whole, one) and _is_local(whole, other)
    )


def _is_local(whole: WholeAct, actor: Actor) -> bool:
    if actor.span is None:
        return False
    low = whole.reading.view.tokens.at(actor.span.start)
    high = whole.reading.view.tokens.at(actor.span.end)
    return any(
        whole.reading.search.any_between(whole.pattern("local_body_named", lang), low, high) for lang in LANGS
    )


def _remark_on_power(whole: WholeAct, first: tuple[Power, Actor], power: Power, actor: Actor) -> Remark:
    tokens = whole.reading.view.tokens
    return Remark(
        "shared",
        power.unit,
        tokens.starts[power.match[2]],
        tokens.ends[power.match[3] - 1],
        values={"body": actor.text, "other": first[1].text, "place": cited(whole.act, first[0].unit)},
        actor=actor,
    )
