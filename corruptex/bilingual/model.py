"""What comparing the two language versions of one act gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from corruptex.model import Act, Lang, Notice, Severity, Texts

Kind = Literal[
    "missing",  # a unit stands in one version only
    "rewritten",  # most of an article has no counterpart: editions differ, or one text is not a translation
    "numbering",  # the same unit has another number
    "number",  # another number, or a number in one version only
    "unit",  # the same number of something else: days and months, working and calendar days
    "date",
    "bound",  # at least and at most, before and after
    "modality",  # may, must, must not, need not
    "negation",
    "only",  # closed by „only“ in one version
    "openness",  # „and others“ in one version
    "exception",
    "condition",  # depending on and regardless of
    "body",  # another body
    "reference",  # another unit is cited
    "term",  # an evaluative word in one version
]


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one version.

    Attributes:
        unit: Index of the unit in the act of this version; where the version has nothing, the unit in which
            it is missing. ``None`` if that is the act itself.
        start: First character of the words in the text of this version.
        end: Character after them; equal to ``start`` where the version has nothing.
        quote: The words; empty where the version has nothing.
    """

    unit: int | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Divergence:
    """A place where the two versions do not say the same (factor L6).

    Attributes:
        id: Number within the comparison: ``"V1"``.
        kind: What differs.
        severity: High if modality, negation, a number, a body or the closure of a list differs.
        sure: Whether it is stated; else it is put as a question to a person.
        ky: The Kyrgyz words.
        ru: The Russian words.
        said: What each version says, by language, in words a reader understands: ``{"ky": …, "ru": …}``,
            each in ru, ky and en.
        freer: The version that leaves the official more freedom; empty if neither does.
    """

    id: str
    kind: Kind
    severity: Severity
    sure: bool
    ky: Side
    ru: Side
    said: Mapping[Lang, Texts] = field(default_factory=dict)
    freer: Literal["", "ky", "ru"] = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Units that correspond: mostly one and one; where a version splits a paragraph, one and two.

    Attributes:
        ky: Indexes of units of the Kyrgyz act.
        ru: Indexes of units of the Russian act.
    """

    ky: tuple[int, ...]
    ru: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which units of the two versions correspond.

    Attributes:
        pairs: Units that correspond, outermost first, in the order of the Russian text.
        ky_only: Units of the Kyrgyz act without counterpart, each with the unit of the Russian act in which
            it is missing (``None``: in the act itself). Units inside them are not listed.
        ru_only: The same for the Russian act.
        rewritten: Pairs of articles most of whose parts have no counterpart.
    """

    pairs: tuple[Pair, ...]
    ky_only: tuple[tuple[int, int | None], ...]
    ru_only: tuple[tuple[int, int | None], ...]
    rewritten: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything found by comparing the two versions.

    Attributes:
        ky: The Kyrgyz version.
        ru: The Russian version.
        alignment: Which units correspond.
        divergences: In the order of the Russian text.
        notices: What a person should know.
        compared: How many pairs of units were compared.
        tool_version: Version of the program.
        methodology_version: Version of the rules.
    """

    ky: Act
    ru: Act
    alignment: Alignment
    divergences: tuple[Divergence, ...]
    notices: tuple[Notice, ...]
    compared: int
    tool_version: str
    methodology_version: str
