"""What the methodology knows of administrative procedures: types, elements, and which type needs which.

The data stand in ``rules/procedures/``: ``types.yaml``, ``elements.yaml`` and ``matrix.yaml``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from corruptex.methodology.rule_file import RuleFile
from corruptex.methodology.rules import Example, Patterns
from corruptex.model import Texts

Reach = Literal["article", "group", "act"]
"""How far from the norm the words of an element still belong to the procedure: its article, all its norms,
the whole act."""


@dataclass(frozen=True, slots=True)
class ProcedureType:
    """A type of procedure and the words that create one.

    Attributes:
        id: ``"T1"`` to ``"T12"``.
        name: Name (ru, ky, en).
        subject: Patterns that name its matters, in the same order in both languages: procedures of one
            type differ by their matter.
        match: Patterns of a norm in which a public body decides.
        asks: Patterns of a norm in which a person asks for the decision.
        unless: Patterns that make the clause something else.
        examples: Examples of ``match`` and ``asks``.
    """

    id: str
    name: Texts
    subject: Patterns
    match: Patterns
    asks: Patterns
    unless: Patterns
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class ProcedureElement:
    """An element of procedures and the words that show it.

    Attributes:
        id: ``"E01"`` to ``"E24"``.
        name: Name (ru, ky, en).
        code: Factor that speaks of its absence.
        reach: How far from the norm its words count.
        closed: Whether it is a list that counts only if its last item is closed.
        match: Patterns that show it, any of them.
        beside: Patterns one of which must stand in the same sentence; empty if none must.
        unless: Patterns that make the same sentence something else.
        inside: Patterns of phrases that make words overlapping them something else.
        open: Patterns that leave a list open: then there is no such list.
        closes: Patterns that close a list whatever it holds: a ban on asking for more.
        general: Patterns of a heading under which an act settles it for all procedures; empty if ``match``
            serves for the whole act too.
        examples: Examples of ``match``, ``beside`` and ``unless`` together.
    """

    id: str
    name: Texts
    code: str
    reach: Reach
    closed: bool
    match: Patterns
    beside: Patterns
    unless: Patterns
    inside: Patterns
    open: Patterns
    closes: Patterns
    general: Patterns
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class BackgroundLaw:
    """A law that supplies elements by general rule.

    Attributes:
        id: Stable id.
        name: Name (ru, ky, en).
        types: Types of procedures it covers.
        elements: Elements it supplies.
    """

    id: str
    name: Texts
    types: frozenset[str]
    elements: frozenset[str]


@dataclass(frozen=True, slots=True)
class Procedures:
    """Types, elements and the matrix between them.

    Attributes:
        types: Type by id.
        elements: Element by id, in the order of the catalogue.
        required: Type -> elements it must have.
        recommended: Type -> elements it should have.
        background: Laws that supply elements by general rule.
    """

    types: Mapping[str, ProcedureType]
    elements: Mapping[str, ProcedureElement]
    required: Mapping[str, frozenset[str]]
    recommended: Mapping[str, frozenset[str]]
    background: tuple[BackgroundLaw, ...]

    def supplied(self, kind: str) -> frozenset[str]:
        """Elements of a type that a background law supplies."""
        return frozenset().union(*(law.elements for law in self.background if kind in law.types))


def load_procedures(folder: Path, factors: Collection[str]) -> Procedures:
    """Load the types, elements and matrix of procedures.

    Args:
        folder: Folder with ``types.yaml``, ``elements.yaml`` and ``matrix.yaml``.
        factors: Codes that elements may name.

    Raises:
        CorruptexError: If a file cannot be read or is wrong, naming file, line and cure.
    """
    types = _types(RuleFile(folder / "types.yaml"))
    elements = _elements(RuleFile(folder / "elements.yaml"), factors)
    file = RuleFile(folder / "matrix.yaml")
    file.only(("matrix", "background"))
    required, recommended = {}, {}
    for kind in types:
        required[kind] = frozenset(_known(file, elements, "matrix", kind, "required"))
        recommended[kind] = frozenset(_known(file, elements, "matrix", kind, "recommended"))
    return Procedures(types, elements, required, recommended, tuple(_background(file, types, elements)))


def _types(file: RuleFile) -> dict[str, ProcedureType]:
    file.only(("types", "attested"))
    found: dict[str, ProcedureType] = {}
    for index in range(len(file.need("types"))):
        at = ("types", index)
        kind = ProcedureType(
            id=str(file.need(*at, "id")),
            name=file.texts(*at, "name"),
            subject=file.patterns(*at, "subject"),
            match=file.patterns(*at, "match"),
            asks=file.patterns(*at, "asks", optional=True),
            unless=file.patterns(*at, "unless", optional=True),
            examples=file.examples(*at, "examples"),
        )
        if kind.id in found:
            raise file.error("rule_id_taken", *at, "id", name=kind.id)
        found[kind.id] = kind
    return found


def _elements(file: RuleFile, factors: Collection[str]) -> dict[str, ProcedureElement]:
    file.only(("elements", "attested"))
    found: dict[str, ProcedureElement] = {}
    for index in range(len(file.need("elements"))):
        at = ("elements", index)
        element = ProcedureElement(
            id=str(file.need(*at, "id")),
            name=file.texts(*at, "name"),
            code=file.word(factors, *at, "code"),
            reach=file.word(get_args(Reach), *at, "reach"),  # type: ignore[arg-type]  # checked
            closed=bool(file.get(*at, "closed")),
            match=file.patterns(*at, "match"),
            beside=file.patterns(*at, "beside", optional=True),
            unless=file.patterns(*at, "unless", optional=True),
            inside=file.patterns(*at, "inside", optional=True),
            open=file.patterns(*at, "open", optional=True),
            closes=file.patterns(*at, "closes", optional=True),
            general=file.patterns(*at, "general", optional=True),
            examples=file.examples(*at, "examples"),
        )
        if element.id in found:
            raise file.error("rule_id_taken", *at, "id", name=element.id)
        found[element.id] = element
    return found


def _background(file: RuleFile, types: Collection[str], elements: Collection[str]) -> list[BackgroundLaw]:
    found = []
    for index in range(len(file.get("background") or ())):
        at = ("background", index)
        found.append(
            BackgroundLaw(
                id=str(file.need(*at, "id")),
                name=file.texts(*at, "name"),
                types=frozenset(_known(file, types, *at, "types")),
                elements=frozenset(_known(file, elements, *at, "elements")),
            )
        )
    return found


def _known(file: RuleFile, allowed: Collection[str], *keys: str | int) -> tuple[str, ...]:
    file.need(*keys)
    names = file.words(*keys)
    for name in names:
        if name not in allowed:
            raise file.error("rule_word_unknown", *keys, value=name, allowed=", ".join(allowed))
    return names
