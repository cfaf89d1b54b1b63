"""The words of procedures, compiled once per methodology."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corruptex.detection.search import NOTHING, Pattern
from corruptex.methodology.rules import Patterns
from corruptex.model import Lang

if TYPE_CHECKING:
    from corruptex.detection.engine import Engine

Compiled = Mapping[Lang, Pattern]


@dataclass(frozen=True, slots=True)
class TypeCues:
    """Words of one type of procedure.

    Attributes:
        match: Norms in which a body decides.
        asks: Norms in which a person asks.
        unless: What makes a clause something else.
        subjects: Names of its matters, one by one: procedures of one type differ by them.
    """

    match: Compiled
    asks: Compiled
    unless: Compiled
    subjects: Mapping[Lang, tuple[Pattern, ...]]


@dataclass(frozen=True, slots=True)
class ElementCues:
    """Words of one element.

    Attributes:
        match: They show it.
        beside: One of them must stand in the same sentence or the head of its list; ``None`` if none must.
        unless: They make the sentence something else.
        inside: Phrases that make words overlapping them something else.
        open: They leave a list open.
        closes: They close a list whatever it holds.
        general: Headings under which an act settles it for all; ``None`` if ``match`` serves there too.
    """

    match: Compiled
    beside: Compiled | None
    unless: Compiled
    inside: Compiled
    open: Compiled
    closes: Compiled
    general: Compiled | None


@dataclass(frozen=True, slots=True)
class Cues:
    """All words of procedures by type and by element."""

    types: Mapping[str, TypeCues]
    elements: Mapping[str, ElementCues]


def compile_cues(engine: Engine) -> Cues:
    """The compiled words of an engine's methodology; before any act is read, for acts know no later words."""
    procedures = engine.methodology.procedures

    def compiled(patterns: Patterns) -> Compiled:
        return {lang: engine.compile(lang, trees, "rules/procedures") for lang, trees in patterns.items()}

    return Cues(
        types={
            kind.id: TypeCues(
                match=compiled(kind.match),
                asks=compiled(kind.asks),
                unless=compiled(kind.unless),
                subjects={
                    lang: tuple(engine.compile(lang, (tree,), "rules/procedures") for tree in trees)
                    for lang, trees in kind.subject.items()
                },
            )
            for kind in procedures.types.values()
        },
        elements={
            element.id: ElementCues(
                match=compiled(element.match),
                beside=compiled(element.beside) if element.beside else None,
                unless=compiled(element.unless),
                inside=compiled(element.inside),
                open=compiled(element.open),
                closes=compiled(element.closes),
                general=compiled(element.general) if element.general else None,
            )
            for element in procedures.elements.values()
        },
    )


def of(patterns: Compiled, lang: Lang) -> Pattern:
    """The pattern of a language; one that matches nothing if there is none."""
    return patterns.get(lang, NOTHING)
