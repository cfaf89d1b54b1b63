"""Families of names that legal texts give to one and the same role, paper or procedure (``rules/terms/``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from corruptex.methodology.rule_file import RuleFile
from corruptex.methodology.rules import Patterns
from corruptex.model import Texts

Within = Literal["article", "act"]
"""How far the names must mean the same: in one article (elsewhere they may differ), or in a whole act."""


Weight = Literal["thing", "wording"]
"""Whether two names may be taken for two things, or are two spellings that mislead only where a body decides
about a person."""


@dataclass(frozen=True, slots=True)
class Family:
    """Names of one thing; an act should use one of them.

    Attributes:
        id: Name of the family, equal to the file's.
        what: What they name.
        within: How far they must mean the same.
        weight: What a second name does.
        names: Patterns by name, as the name is shown to the reader.
        path: File it comes from.
    """

    id: str
    what: Texts
    within: Within
    weight: Weight
    names: Mapping[str, Patterns]
    path: str


def family(file: RuleFile) -> Family:
    """Read a family from its file.

    Raises:
        CorruptexError: If the file is wrong, naming file, line and cure.
    """
    file.only(("id", "what", "within", "weight", "names", "attested"))
    return Family(
        id=file.need("id"),
        what=file.texts("what"),
        within=file.word(get_args(Within), "within"),  # type: ignore[arg-type]  # checked by word()
        weight=file.word(get_args(Weight), "weight", default="thing"),  # type: ignore[arg-type]  # the same
        names={name: file.patterns("names", name) for name in file.need("names")},
        path=str(file.path),
    )
