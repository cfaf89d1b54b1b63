"""One act read as a whole: what finders share, computed once and only when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from corruptex.detection.search import NOTHING, Match, Pattern
from corruptex.detection.whole.definitions import Definition, definitions
from corruptex.detection.whole.delegation import find_delegations
from corruptex.detection.whole.extent import brings_whole_text, is_excerpt
from corruptex.detection.whole.named_acts import in_register
from corruptex.detection.whole.paper import Paper, papers_of
from corruptex.detection.whole.procedures import Sheet, find_procedures
from corruptex.detection.whole.references import find_references
from corruptex.model import Act, Amendment, Delegation, Lang, Reference, Source
from corruptex.structure.amendments import amendments
from corruptex.structure.consolidation import Change, word_changes
from corruptex.structure.named_acts import NamedAct, named_acts

if TYPE_CHECKING:
    from corruptex.detection.engine import Engine, Reading
    from corruptex.register import Register

LANGS: tuple[Lang, ...] = ("ru", "ky")


class WholeAct:
    """An act under examination, seen as one.

    Attributes:
        act: The act.
        engine: The compiled methodology.
        reading: Tokens, search, actors and conditions of the act, shared with the rules.
        register: Local register of acts; ``None`` if there is none.
        papers: Accompanying papers of the draft; empty if none were given.
    """

    def __init__(
        self,
        reading: Reading,
        engine: Engine,
        *,
        register: Register | None = None,
        papers: Sequence[Source] = (),
        changes: Sequence[Change] = (),
    ) -> None:
        self.act: Act = reading.view.act
        self.engine = engine
        self.reading = reading
        self.register = register
        self.papers = papers
        self._changes = tuple(changes)

    def pattern(self, context: str, lang: Lang) -> Pattern:
        """The compiled patterns of a context of ``rules/contexts`` in one language."""
        return self.engine.contexts.get((context, lang), NOTHING)

    def matches(self, context: str) -> Iterator[tuple[Match, Lang]]:
        """All places of the act where a context occurs, per language in the order of the text."""
        for lang in LANGS:
            for match in self.reading.search.matches(self.pattern(context, lang)):
                yield match, lang

    @cached_property
    def amendments(self) -> tuple[Amendment, ...]:
        """Commands by which the act amends others, in the order of the text; a table of changes has none."""
        return () if self._changes else amendments(self.act)

    def is_command(self, unit: int, start: int, end: int) -> bool:
        """Whether words belong to an amending command, which is no norm; the new wording it brings is one.

        Args:
            unit: Index of the unit that holds the words.
            start: First character of the words.
            end: Character after them.
        """
        if not any(one.unit == unit for one in self.amendments):
            return False
        wordings = (one.wording for one in self.amendments if one.wording is not None)
        return not any(wording.start <= start and end <= wording.end for wording in wordings)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What is there before and after: as a base act or a table shows it, else as commands name it."""
        return self._changes or word_changes(self.amendments)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Terms that the act defines, in the order of the text."""
        return definitions(self)

    @cached_property
    def delegations(self) -> tuple[Delegation, ...]:
        """What the act hands over and to whom, in the order of the text."""
        return find_delegations(self)

    @cached_property
    def procedures(self) -> tuple[Sheet, ...]:
        """Procedures that the act creates, each with the norms it was gathered from."""
        return find_procedures(self)

    @cached_property
    def named_acts(self) -> tuple[NamedAct, ...]:
        """Acts that the text names, in the order of the text."""
        return tuple(named_acts(self.act.text))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """References of the act, its own and to other acts, in the order of the text."""
        found = find_references(self)
        return found if self.register is None else in_register(found, self.named_acts, self.register)

    @cached_property
    def accompanying(self) -> tuple[Paper, ...]:
        """The accompanying papers, each cut into lines and told what it is."""
        return papers_of(self.papers, self.engine)

    @cached_property
    def is_excerpt(self) -> bool:
        """Whether the text is a part of an act, so that nothing can be called absent from the act."""
        return is_excerpt(self.act)

    @cached_property
    def is_assessable(self) -> bool:
        """Whether absence can be judged: neither in an excerpt nor in an act that amends others.

        An amending act may bring a whole set of rules in an annex; there it can.
        """
        if self.act.amends:
            return not self._changes and brings_whole_text(self.act)
        return not self.is_excerpt
