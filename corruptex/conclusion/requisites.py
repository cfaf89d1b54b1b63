"""The requisites of a conclusion (methodology, section 4.2): which there are and who needs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corruptex.messages import CorruptexError, say
from corruptex.model import Lang

Kind = Literal["authorised", "independent"]
"""Whose conclusion it is: the authorised body's or an accredited independent expert's."""

OWN: Mapping[Kind, tuple[str, ...]] = {
    "authorised": ("body", "unit", "executor", "executor_post", "phone", "head", "head_post", "process"),
    "independent": (
        "expert",
        "contact",
        "accreditation_number",
        "accreditation_date",
        "accreditation_issuer",
        "accreditation_validity",
        "coordinator",
        "discussion",
        "interest",
    ),
}
COMMON = (
    *("number", "date", "place", "addressee", "basis", "received", "period", "signed"),
    *("title", "kind", "version", "link", "documents", "subject", "remarks"),
)


@dataclass(frozen=True, slots=True)
class Blank:
    """A place that a person must fill in.

    Attributes:
        what: What belongs there, in the language of the conclusion.
    """

    what: str


Value = str | Blank


@dataclass(frozen=True, slots=True)
class Requisites:
    """Requisites of one conclusion: those that were given, and blanks for the others.

    Attributes:
        kind: Whose conclusion it is.
        lang: Language of the conclusion.
        given: Name of a requisite -> its value.
    """

    kind: Kind
    lang: Lang
    given: Mapping[str, str]

    def __getitem__(self, name: str) -> Value:
        return self.given.get(name) or Blank(label(name, self.lang))


def names(kind: Kind) -> tuple[str, ...]:
    """Names of the requisites that a kind of conclusion has."""
    return OWN[kind] + COMMON


def label(name: str, lang: Lang) -> str:
    """What a requisite is called."""
    return say(f"conclusion_field_{name}", lang)


def check_names(kind: Kind, given: Mapping[str, str]) -> None:
    """Refuse requisites that a kind of conclusion does not have.

    Raises:
        CorruptexError: If a name is not known; it lists those that are.
    """
    for name in given:
        if name not in names(kind):
            raise CorruptexError("conclusion_field_unknown", name=name, allowed=", ".join(names(kind)))
