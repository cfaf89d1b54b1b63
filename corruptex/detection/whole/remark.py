"""What a finder noticed in the act as a whole; the rule that names the finder says why it matters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corruptex.model import Actor, Cure, Texts

NOBODY = Actor("none")


@dataclass(frozen=True, slots=True)
class Remark:
    """A place in the act that a finder of the whole act points at.

    Attributes:
        aspect: What was noticed, among the things the finder looks for; a rule that says
            ``finds: finder.aspect`` speaks of this one only. Empty if the finder looks for one thing.
        unit: Index of the unit.
        start: First character of the reported words.
        end: Character after them.
        values: What fills the ``{placeholders}`` of the rule's ``why`` and ``fix``: a word, or a text per
            language.
        actor: Who holds the power.
        cures: What was looked for and not found.
        external: Whether it reaches a person outside the body.
        doubt: How much less sure this remark is than its rule, as a factor of the rule's confidence.
    """

    aspect: str
    unit: int
    start: int
    end: int
    values: Mapping[str, str | Texts] = field(default_factory=dict)
    actor: Actor = NOBODY
    cures: tuple[Cure, ...] = ()
    external: bool = True
    doubt: float = 1.0
