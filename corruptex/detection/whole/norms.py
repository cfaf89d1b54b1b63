"""A place of the act as a remark: its unit, its words, who holds the power."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from corruptex.detection.search import Match
from corruptex.detection.whole.act import WholeAct
from corruptex.detection.whole.remark import Remark
from corruptex.messages import say
from corruptex.methodology.rules import Condition, Region
from corruptex.model import Cure, Lang, Texts, UnitKind
from corruptex.structure import cite

HEADINGS: Final[frozenset[UnitKind]] = frozenset({"book", "section", "chapter", "heading", "annex"})
"""Units that name what follows and say nothing themselves."""


def norms(whole: WholeAct, context: str) -> Iterator[tuple[Match, Lang]]:
    """Places of a context in norms, headings left out, per language in the order of the text."""
    view = whole.reading.view
    for match, lang in whole.matches(context):
        if view.act.units[view.unit_of(match[0])].kind not in HEADINGS:
            yield match, lang


def occurs(whole: WholeAct, *contexts: str) -> bool:
    """Whether any of the contexts occurs in a norm of the act."""
    return any(True for context in contexts for _ in norms(whole, context))


def holds(whole: WholeAct, match: Match, lang: Lang, *names: str) -> bool:
    """Whether any of the contexts, ``name`` or ``name@region``, holds at a match."""
    for name in names:
        context, _, region = name.partition("@")
        where: Region | None = region or None  # type: ignore[assignment]  # one of the words of Region
        if whole.reading.conditions.find(Condition(context, where), (match[0], match[1]), lang):
            return True
    return False


def reaches_outside(whole: WholeAct, match: Match, lang: Lang) -> bool:
    """Whether the unit of a match touches anybody outside the body."""
    view = whole.reading.view
    low, high = view.unit_tokens(view.unit_of(match[0]))
    roles = {mention.role for mention in whole.reading.actors.between(low, high)}
    return bool(
        roles & {"citizen", "private"}
        or whole.reading.search.any_between(whole.engine.effects[lang], low, high)
    )


def remark(
    whole: WholeAct,
    match: Match,
    aspect: str,
    *,
    values: Mapping[str, str | Texts] | None = None,
    cures: tuple[str, ...] = (),
    scope: Literal["unit", "act"] = "act",
    doubt: float = 1.0,
) -> Remark:
    """The words a context marks as a remark.

    Args:
        whole: The act.
        match: Where the context was found.
        aspect: What was noticed.
        values: What fills the texts of the rule.
        cures: Contexts that were looked for and not found.
        scope: How far they were looked for.
        doubt: Factor of the rule's confidence.
    """
    tokens = whole.reading.view.tokens
    return Remark(
        aspect,
        whole.reading.view.unit_of(match[2]),
        tokens.starts[match[2]],
        tokens.ends[match[3] - 1],
        values=values or {},
        actor=whole.reading.actors.holder((match[0], match[1])),
        cures=tuple(Cure(name, scope, False, None) for name in cures),
        doubt=doubt,
    )


def cited(whole: WholeAct, unit: int) -> Texts:
    """A norm cited in each language, to fill a placeholder; English texts keep the Russian citation."""
    russian, kyrgyz = cite(whole.act, unit, "ru"), cite(whole.act, unit, "ky")
    return {"ru": russian, "ky": kyrgyz, "en": russian}


def texts(code: str) -> Texts:
    """A message in all languages, to fill a placeholder."""
    return {"ru": say(code, "ru"), "ky": say(code, "ky"), "en": say(code, "en")}


def listed(codes: tuple[str, ...]) -> Texts:
    """Several messages as one enumeration in all languages."""
    parts = [texts(code) for code in codes]
    return {lang: ", ".join(part[lang] for part in parts) for lang in ("ru", "ky", "en")}
