"""Comparative tables: the text in force beside the proposed one, row by row.

The proposed column becomes an act of its own and so does the column in force, so that the first is judged and
the second is what it is compared with. Both keep the way back to the cells of the file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corruptex.language.passage import passage_language
from corruptex.messages import say
from corruptex.model import Act, Amendment, Place, Source, Span
from corruptex.structure.citing import path, unit_at
from corruptex.structure.comparative_headings import columns_of, is_titled
from corruptex.structure.consolidation import Change
from corruptex.structure.marks import mark
from corruptex.structure.parser import parse
from corruptex.structure.targets import RANK, Path
from corruptex.structure.tree import RANKS

_HEADING_ROWS: Final = 3
_NUMERAL: Final = re.compile(r"\d[\d-]*\.\s")
_MARKER: Final = re.compile(r"^\s*(?:\d[\d-]*[.)]|[а-яa-z]\))\s+")
_UNCHANGED: Final = re.compile(
    r"\W*(?:без изменени\w+|не изменяется|остается без изменений|өзгөртүүсүз(?: калтырылсын)?|өзгөрүүсүз)\W*",
    re.IGNORECASE,
)
_NOTHING: Final = re.compile(
    r"\W*(?:отсутствует|нет|не предусмотрен\w*|исключить|исключается|исключ[её]н\w*"
    r"|призна(?:ть|ется) утративш\w+ силу|утратил\w* силу|жок|каралган эмес|алып салынсын|алынып салынсын"
    r"|күчүн жоготту(?: деп табылсын| деп таанылсын)?)?\W*",
    re.IGNORECASE,
)

Cells = Mapping[int, Sequence[Place]]
"""Paragraphs of the cells of one row by column."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a comparative table.

    Attributes:
        old: Text in force; empty if there is none.
        new: Proposed text; empty if the norm is to go.
        start: First character of the proposed text in ``Comparison.act``.
        end: Character after it; equal to ``start`` if there is none.
        base: First character of the norms in force in ``Comparison.base``.
        shown: Where the row is shown in ``Comparison.act``: its proposed text, or the note that it goes.
    """

    old: str
    new: str
    start: int
    end: int
    base: int
    shown: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparative table, read.

    Attributes:
        act: The proposed column as an act.
        base: The column in force as an act.
        rows: Rows whose two texts differ, in the order of the table.
    """

    act: Act
    base: Act
    rows: tuple[Row, ...]


def comparison_of(source: Source) -> Comparison | None:
    """Read a file as a comparative table.

    Args:
        source: The file; its tables are known by the places of their cells.

    Returns:
        The comparison; ``None`` if no table has a column in force and a proposed one.
    """
    tables = _tables(source)
    titled = is_titled(source.text)
    columns: tuple[int, int] | None = None
    pairs: list[tuple[Sequence[Place], Sequence[Place]]] = []
    for rows in tables.values():
        heading = _heading(source.text, rows, titled=titled)
        if heading is not None:
            first, columns = heading
        elif columns is not None and all(column in rows[min(rows)] for column in columns):
            first = min(rows)  # the table goes on after a page or a heading
        else:
            continue
        pairs += [
            (rows[row].get(columns[0], ()), rows[row].get(columns[1], ()))
            for row in sorted(rows)
            if row >= first
        ]
    if not pairs:
        return None
    return _comparison(source, pairs)


def _tables(source: Source) -> dict[int, dict[int, dict[int, list[Place]]]]:
    """Lines of the cells by table, row and column."""
    tables: dict[int, dict[int, dict[int, list[Place]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for place in source.places:
        if place.kind == "cell" and len(place.index) >= 3:
            table, row, column = place.index[:3]
            at = place.start
            for line in source.text[place.start : place.end].splitlines(keepends=True):
                words = line.rstrip("\r\n")
                tables[table][row][column].append(replace(place, start=at, end=at + len(words)))
                at += len(line)
    return tables


def _heading(text: str, rows: Mapping[int, Cells], *, titled: bool) -> tuple[int, tuple[int, int]] | None:
    """Find the heading of a table: the first row below it, the column in force and the proposed one."""
    for row in sorted(rows)[:_HEADING_ROWS]:
        words = {column: _words(text, cells) for column, cells in rows[row].items()}
        columns = columns_of(words, titled=titled)
        if columns is not None:
            return row + 1, columns
    return None


def _words(text: str, cells: Sequence[Place]) -> str:
    return "\n".join(text[place.start : place.end].strip() for place in cells).strip()


def _comparison(source: Source, pairs: Sequence[tuple[Sequence[Place], Sequence[Place]]]) -> Comparison:
    opening = [place for place in source.places if place.kind != "cell" and place.end <= _first_cell(source)]
    old, new = _Column(source, opening), _Column(source, opening)
    rows = []
    for old_cells, new_cells in pairs:
        before, after = _words(source.text, old_cells), _words(source.text, new_cells)
        if _is_heading_row(before, after) or _UNCHANGED.fullmatch(after):
            old.add(old_cells or new_cells)
            new.add(old_cells or new_cells)
            continue
        old_head, old_rest = _split(source.text, old_cells)
        new_head, new_rest = _split(source.text, new_cells)
        heading = old_head or new_head
        before = "" if _says_nothing(source.text, old_head, old_rest) else before
        after = "" if _says_nothing(source.text, new_head, new_rest) else after
        old.add(() if old_head and before else heading)
        stood = old.add(old_cells if before else ())
        new.add(() if new_head and after else heading)
        span = new.add(new_cells if after else ())
        shown = span if after else new.add_lines(_gone(source.text, old_rest or old_cells))
        if " ".join(before.split()) != " ".join(after.split()):
            base = stood.start + (len(_words(source.text, old_head)) + 1 if old_head and old_rest else 0)
            rows.append(Row(before, after, span.start, span.end, base, shown))
    return Comparison(new.act(), old.act(), tuple(rows))


def _is_heading_row(before: str, after: str) -> bool:
    """Tell a row that only names an article or chapter for both columns, in a cell that spans them."""
    words = before or after
    return bool(words) and not (before and after) and "\n" not in words and mark(words).form in RANKS


def _split(text: str, cells: Sequence[Place]) -> tuple[Sequence[Place], Sequence[Place]]:
    """Part the heading of an article or chapter that opens a cell from the norms below it."""
    filled = [place for place in cells if text[place.start : place.end].strip()]
    if filled and mark(text[filled[0].start : filled[0].end].strip()).form in RANKS:
        return filled[:1], filled[1:]
    return (), filled


def _says_nothing(text: str, heading: Sequence[Place], cells: Sequence[Place]) -> bool:
    """Whether a cell only says that there is no norm: „отсутствует“, „2. Исключить“."""
    return bool(cells or not heading) and _NOTHING.fullmatch(_MARKER.sub("", _words(text, cells))) is not None


def _gone(text: str, cells: Sequence[Place]) -> list[str]:
    """Lines that stand for norms that go: their numbers with a note, as in a consolidated act."""
    words = _words(text, cells)
    note = say("structure_repealed", passage_language(words, "ru"))
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if len(lines) == 1 and mark(lines[0]).form in RANKS:
        return [note]  # the heading itself stands above
    marked = [found[0].strip() for found in map(_NUMERAL.match, lines) if found]
    return [f"{number} {note}" for number in marked] or [note]


def _first_cell(source: Source) -> int:
    return next((place.start for place in source.places if place.kind == "cell"), len(source.text))


class _Column:
    """A column put together as a text, with the places its paragraphs have in the file."""

    def __init__(self, source: Source, opening: Sequence[Place]) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._original: list[str] = []
        self._places: list[Place] = []
        self._length = 0
        self.add(opening)

    def add(self, places: Sequence[Place]) -> Span:
        """Add paragraphs; return where they stand now."""
        start = end = self._length
        for place in places:
            words = self._source.text[place.start : place.end].rstrip()
            if not words:
                continue
            self._pieces.append(f"{words}\n")
            if self._source.original is not None:
                self._original.append(f"{self._source.original[place.start : place.start + len(words)]}\n")
            end = self._length + len(words)
            self._places.append(replace(place, start=self._length, end=end))
            self._length = end + 1
        return Span(start, end)

    def add_lines(self, lines: Sequence[str]) -> Span:
        """Add lines that stand in no cell; return where they stand now."""
        start = self._length
        for line in lines:
            self._pieces.append(f"{line}\n")
            self._original.append(f"{line}\n")
            self._length += len(line) + 1
        return Span(start, max(self._length - 1, start))

    def act(self) -> Act:
        """The column as an act; the structure does not ask that it was laid out as a table."""
        text = "".join(self._pieces)
        source = replace(
            self._source,
            text=text,
            places=tuple(self._places),
            original="".join(self._original) if self._source.original is not None else None,
        )
        return replace(parse(text), source=source, amends=True)


def row_changes(comparison: Comparison) -> tuple[Change, ...]:
    """The rows as units before and after; a norm that goes is shown at the note that stands for it."""
    act = comparison.act
    return tuple(
        Change(unit_at(act, row.shown.start).index, row.shown.start, row.shown.end, row.old, row.new)
        for row in (comparison.rows if act.units else ())
    )


def row_amendments(comparison: Comparison) -> tuple[Amendment, ...]:
    """The rows as amendments: what is added, what goes, what gets a new wording."""
    return tuple(
        Amendment(
            unit=_unit(comparison.act, row),
            start=row.start,
            end=row.end,
            command="restate" if row.old and row.new else "add" if row.new else "repeal",
            act=comparison.act.title,
            steps=_steps(comparison, row),
            old=row.old,
            new=row.new,
            wording=Span(row.start, row.end) if row.new else None,
        )
        for row in comparison.rows
        if comparison.act.units
    )


def _steps(comparison: Comparison, row: Row) -> Path:
    """The unit a row touches: in the proposed column, or in the one in force if the norm is to go."""
    act, place = (comparison.act, row.start) if row.new else (comparison.base, row.base)
    return tuple(step for step in path(act, unit_at(act, place).index) if step[0] in RANK)


def _unit(act: Act, row: Row) -> int:
    return unit_at(act, row.shown.start).index
