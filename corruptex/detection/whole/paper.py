"""An accompanying paper of a draft: what it is and what it says, found by the same words as in acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from corruptex.detection.search import NOTHING, Match, Search
from corruptex.detection.view import View
from corruptex.language.passage import document_language, passage_language
from corruptex.model import Act, Lang, Source, Unit

if TYPE_CHECKING:
    from corruptex.detection.engine import Engine

PaperKind = Literal["note", "discussion", "table", "impact", "unknown"]
"""Explanatory note, report on public discussion, comparative table, impact analysis."""

_TITLES: tuple[tuple[PaperKind, str], ...] = (
    ("discussion", "discussion_report_title"),
    ("table", "comparative_table_title"),
    ("note", "note_title"),
    ("impact", "impact_analysis"),
)
"""Contexts that name the kind of a paper in its title; a report on the discussion may name the note, too."""

TITLE_LINES = 8
"""Lines in which a paper says what it is."""
LONGEST_TITLE = 30
LONGEST_HEADING = 30
"""Words of the longest line that is a title or the heading of a part."""

_NUMBERED = re.compile(r"\s*(?:\d+(?:\.\d+)*|[IVX]+)[.)]\s+\S")
_NUMBER = re.compile(r"(\d+)([.)])\s")
_ENDS = re.compile(r"[.!?](?=\s|$)")
LANGS: tuple[Lang, ...] = ("ru", "ky")


class Paper:
    """One paper, cut into lines; where a context holds is told by the number of the line.

    Args:
        source: The paper as it was read.
        engine: The compiled methodology.
    """

    def __init__(self, source: Source, engine: Engine) -> None:
        self.source = source
        self._engine = engine
        self.act = _as_lines(source.text)
        self._view = View(self.act, engine.vocabularies)
        self._search = Search(self._view)

    def line(self, index: int) -> str:
        """Words of a line."""
        unit = self.act.units[index]
        return self.act.text[unit.start : unit.end].strip()

    def lines(self, context: str, among: Iterable[int] | None = None) -> list[int]:
        """Numbers of the lines in which a context holds, ascending.

        Args:
            context: Context of ``rules/contexts``.
            among: Lines to look in; all if omitted.
        """
        found = {self.act.units[self._view.unit_of(token)].index for token, _ in self._tokens(context)}
        return sorted(found if among is None else found & set(among))

    def places(self, context: str) -> list[tuple[int, int]]:
        """Characters of the paper at which a context holds, ascending."""
        tokens = self._view.tokens
        return sorted((tokens.starts[first], tokens.ends[last - 1]) for first, last in self._tokens(context))

    def _tokens(self, context: str) -> Iterable[tuple[int, int]]:
        for lang in LANGS:
            pattern = self._engine.contexts.get((context, lang), NOTHING)
            yield from ((match[0], match[1]) for match in self._search.matches(pattern))

    @cached_property
    def kind(self) -> PaperKind:
        """What the paper is, by its first lines; ``unknown`` if they do not say."""
        lines = [self.line(unit.index) for unit in self.act.units[:TITLE_LINES]]
        head = "\n".join(line for line in lines if len(line.split()) <= LONGEST_TITLE)
        named = [
            (match[0], kind)
            for lang in LANGS  # a title alone does not always show its language
            for kind, context in _TITLES
            for match in self._searched(_as_lines(head, lang), context, lang)[:1]
        ]
        return min(named, default=(0, "unknown"), key=_first)[1]

    def _searched(self, act: Act, context: str, lang: Lang) -> list[Match]:
        pattern = self._engine.contexts.get((context, lang), NOTHING)
        return Search(View(act, self._engine.vocabularies)).matches(pattern)

    def is_heading(self, index: int) -> bool:
        """Whether a line is the heading of a part: short, and no sentence."""
        line = self.line(index)
        if len(line.split()) > LONGEST_HEADING or line[-1:] in ".;:,!?" or not line:
            return False
        return bool(_NUMBERED.match(line)) or line[0].isupper()

    def is_numbered(self, index: int) -> bool:
        """Whether a line bears the number of a part."""
        return bool(_NUMBERED.match(self.line(index)))

    def is_part(self, index: int) -> bool:
        """Whether a part begins at a line, with its heading alone or with its text after it."""
        return self.is_numbered(index) or self.is_heading(index)

    def part(self, context: str) -> list[int]:
        """Lines under the first heading in which a context holds; empty if there is no such heading."""
        for index in self.lines(context):
            if self.is_heading(index):
                return list(self._until_heading(index + 1, self._following(index)))
        return []

    def _following(self, index: int) -> str:
        """How the part after a numbered heading begins: its text may stand on the line of its heading."""
        found = _NUMBER.match(self.line(index))
        return f"{int(found[1]) + 1}{found[2]}" if found else ""

    def _until_heading(self, first: int, following: str) -> Iterable[int]:
        for index in range(first, len(self.act.units)):
            if self.is_heading(index) or (following and self.line(index).startswith(following)):
                return
            yield index

    def sentences(self, lines: Iterable[int]) -> list[tuple[int, int]]:
        """Characters of the sentences of some lines."""
        found = []
        for index in lines:
            unit = self.act.units[index]
            start = unit.start
            for end in (match.end() for match in _ENDS.finditer(self.act.text, unit.start, unit.end)):
                if len(self.act.text[start:end].split()) > 1:
                    found.append((start, end))
                    start = end
            if len(self.act.text[start : unit.end].split()) > 1:
                found.append((start, unit.end))
        return found


def _first(named: tuple[int, PaperKind]) -> int:
    return named[0]


def papers_of(sources: Sequence[Source], engine: Engine) -> tuple[Paper, ...]:
    """Cut accompanying papers into lines."""
    return tuple(Paper(source, engine) for source in sources)


def _as_lines(text: str, only: Lang | None = None) -> Act:
    """A paper as an act whose every line is a paragraph: papers have no norms and no structure of an act."""
    main = only or document_language(text.split("\n"))
    units: list[Unit] = []
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        if line.strip():
            index, body = len(units), start + len(line) - len(line.lstrip())
            lang = only or passage_language(line, main)
            units.append(Unit(index, "paragraph", None, start, end, body, None, index, lang))
        start = end
    return Act(text, tuple(units), "", "note", "plain", None, None, None, main)
