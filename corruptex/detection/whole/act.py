"""One act read as a whole: what finders share, computed once and only when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from corruptex.detection.search import NOTHING, Match, Pattern
from corruptex.detection.whole.definitions import Definition, definitions
from corruptex.detection.whole.extent import is_excerpt
from corruptex.detection.whole.procedures import Sheet, find_procedures
from corruptex.model import Act, Lang, Source

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
    ) -> None:
        self.act: Act = reading.view.act
        self.engine = engine
        self.reading = reading
        self.register = register
        self.papers = papers

    def pattern(self, context: str, lang: Lang) -> Pattern:
        """The compiled patterns of a context of ``rules/contexts`` in one language."""
        return self.engine.contexts.get((context, lang), NOTHING)

    def matches(self, context: str) -> Iterator[tuple[Match, Lang]]:
        """All places of the act where a context occurs, per language in the order of the text."""
        for lang in LANGS:
            for match in self.reading.search.matches(self.pattern(context, lang)):
                yield match, lang

    @cached_property
    def procedures(self) -> tuple[Sheet, ...]:
        """Procedures that the act creates, each with the norms it was gathered from."""
        return find_procedures(self)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Terms that the act defines, in the order of the text."""
        return definitions(self)

    @cached_property
    def is_excerpt(self) -> bool:
        """Whether the text is a part of an act, so that nothing can be called absent from the act."""
        return is_excerpt(self.act)

    @cached_property
    def is_assessable(self) -> bool:
        """Whether absence can be judged: neither in an excerpt nor in an act that amends others."""
        return not self.is_excerpt and not self.act.amends
