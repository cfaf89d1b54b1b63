"""Blocks: lines of a text with their marks, lines of one broken sentence put together.

A block becomes a unit. Blocks cover the text without gaps: white space after a line belongs to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from corruptex.model import UnitKind
from corruptex.structure.marks import NOTE, TEXT, Form, Mark, mark
from corruptex.structure.notes import HEADER_SHARE, is_note, may_open_note

MAX_NOTE_LINES: Final = 80
"""A list of editions in brackets runs over many lines of a PDF; more than this is a forgotten bracket."""

_TERMINAL: Final = (".", ";", ":", "!", "?", "…")
_CLOSED: Final = re.compile(r"[.;:!?…)»”\"]\s*$")
_DANGLING: Final = re.compile(
    r"(?:^|\s)(?:стать[а-я]{1,4}|част[а-я]{1,4}|пункт[а-я]{0,4}|подпункт[а-я]{0,3}|№|от|до|и|или|жана|же|в|по|с)$"
)
_SPLIT_NAMES: Final = (
    ("Кыргызской", "Республик"),
    ("Кыргыз", "Республика"),
    ("Жогорку", "Кеңеш"),
    ("Кабинета", "Министров"),
)
_HEADS: Final = ("book", "section", "subsection", "chapter", "paragraph_sign", "article", "annex")
OPENING_QUOTES: Final = '«"“„'
_SHORT_LINE: Final = 20
"""Shorter lines are cells of a table, names, parts of a letterhead."""
_MIN_LINES_OF_PRINT: Final = 100
"""A text shorter than this has too few pages for running headers to show."""
_MIN_HEADER: Final = 25
_LETTERHEAD_BLOCKS: Final = 12
_DATE_LINE: Final = re.compile(r"(?:город |г\. ?|от )[«\"\dА-Я].{0,70}(?:\d|_|года|г\.)$")
"""Date and place in the heading of an act begin with a small letter but stand on their own."""
_LONG_LINE: Final = 60
"""A printed line this long may have been broken by the margin; a shorter one was ended on purpose."""


@dataclass(slots=True)
class Block:
    """Lines that will become one unit.

    Attributes:
        form: Form of the mark that opens the block.
        number: Its number.
        start: First character in the text.
        end: Character after the block, white space included.
        body: First character of the words, after the mark.
        head: First line, without white space around it.
        tail: Last line, without white space around it.
        kind: Kind of unit, once something has decided it.
        quoted: Whether an opening quotation mark stands before the mark: words for another act.
        lines: How many lines of the text it holds.
        running: Whether it is a running header of a printed page.
    """

    form: Form
    number: str | None
    start: int
    end: int
    body: int
    head: str
    tail: str
    kind: UnitKind | None = None
    quoted: bool = False
    lines: int = 1
    running: bool = False

    @property
    def closed(self) -> bool:
        """Whether the last line ends like a finished sentence or item."""
        return not self.tail or self.tail.endswith(_TERMINAL) or _CLOSED.search(self.tail) is not None


def blocks_of(text: str) -> list[Block]:
    """Cut a text into blocks.

    Args:
        text: Any text.

    Returns:
        Blocks that cover the text from 0 to its end; empty only for an empty text.
    """
    blocks: list[Block] = []
    bracket = _OpenBracket()
    for start, end, line, is_header in _lines(text):
        if not line and blocks:
            blocks[-1].end = end
            continue
        last = blocks[-1] if blocks else None
        if is_header:
            blocks.append(_block(text, start, end, line, NOTE, quoted=False))
            blocks[-1].running = True
            continue
        if last is not None and bracket.takes(line):
            if blocks[-1].kind == "note":
                blocks.append(_block(text, start, end, line, TEXT, quoted=False))
            else:
                _extend(last, line, end)
            bracket.close(line, text, blocks)
            continue
        found, quoted = _look(line)
        is_date = len(blocks) < _LETTERHEAD_BLOCKS and _DATE_LINE.match(line) is not None
        if last is not None and not is_date and _continues(last, line, found):
            _extend(last, line, end)
            continue
        blocks.append(_block(text, start, end, line, found, quoted=quoted))
        bracket.open(line, len(blocks) - 1)
    if blocks:
        blocks[0].start = 0
    return blocks


@dataclass(slots=True)
class _OpenBracket:
    """A bracketed list of editions that goes on over several lines, page headers among them."""

    depth: int = 0
    first: int = 0
    lines: int = 0

    def open(self, line: str, block: int) -> None:
        self.depth = line.count("(") - line.count(")") if may_open_note(line) else 0
        self.first = block
        self.lines = 0

    def takes(self, line: str) -> bool:
        if self.depth <= 0:
            return False
        self.lines += 1
        if self.lines > MAX_NOTE_LINES or mark(line).form not in ("text", "numeral", "bracket", "dash"):
            self.depth = 0
        return self.depth > 0

    def close(self, line: str, text: str, blocks: list[Block]) -> None:
        self.depth += line.count("(") - line.count(")")
        if self.depth <= 0 and is_note(text[blocks[self.first].body : blocks[-1].end]):
            for block in blocks[self.first :]:
                block.kind = "note"


def _look(line: str) -> tuple[Mark, bool]:
    """Return the mark of a line and whether a quotation mark stands before it."""
    if is_note(line):
        return NOTE, False
    found = mark(line)
    if found is TEXT and line[:1] in OPENING_QUOTES and len(line) > 2:
        inner = mark(line[1:].lstrip())
        if inner is not TEXT:
            return Mark(inner.form, inner.number, inner.body + len(line) - len(line[1:].lstrip())), True
        return TEXT, True
    return found, False


def _block(text: str, start: int, end: int, line: str, found: Mark, *, quoted: bool) -> Block:
    lead = start
    while lead < end and text[lead].isspace():
        lead += 1
    return Block(
        form=found.form,
        number=found.number,
        start=start,
        end=end,
        body=min(lead + found.body, end),
        head=line,
        tail=line,
        kind="note" if found is NOTE else None,
        quoted=quoted,
    )


def _extend(block: Block, line: str, end: int) -> None:
    block.end = end
    block.tail = line
    block.lines += 1


def _continues(last: Block, line: str, found: Mark) -> bool:
    """Tell whether a line goes on with the sentence of the block before it."""
    tail = last.tail
    if last.form == "contents" or last.running or not tail or tail.endswith(_TERMINAL):
        return False
    if last.kind == "note":
        return found is TEXT and last.head[0] != "(" and line[0].islower()
    if found.form in ("numeral", "bracket"):
        return len(tail) >= _LONG_LINE and _DANGLING.search(tail[-20:]) is not None
    return found is TEXT and (_goes_on_small(last, line) if line[0].islower() else _goes_on(tail, line))


def _goes_on_small(last: Block, line: str) -> bool:
    """Tell whether a line with a small first letter goes on: an item of a list may begin so as well."""
    tail = last.tail
    long = len(tail) >= _LONG_LINE
    if tail[-1] in "-–—":
        return len(tail) > 1 and tail[-2].isalpha()
    bare_heading = last.form in _HEADS and tail is last.head and last.body >= last.end - 1
    after_bracket = tail[-1] in ')»”"' and last.form == "text"
    if bare_heading or (not long and (after_bracket or tail[-1] == ",")):
        return False
    return len(tail) >= _SHORT_LINE or last.form != "text"


def _goes_on(tail: str, line: str) -> bool:
    """Tell whether a line with a capital or a digit goes on: only where the margin cut a name or a number."""
    if line[0].isupper():
        return any(tail.endswith(before) and line.startswith(after) for before, after in _SPLIT_NAMES)
    return len(tail) >= _LONG_LINE and line[0] in "№(0123456789" and tail[-1] not in '-–—)»”",'


def _lines(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Yield ``(start, end, stripped line, is a running header)``; a header glued to a line is cut off it."""
    raw = text.splitlines(keepends=True)
    headers = _running_headers(raw)
    glued = tuple(headers)
    position = 0
    for piece in raw:
        end = position + len(piece)
        line = piece.strip()
        if line in headers:
            yield position, end, line, True
        elif glued and line.startswith(glued):
            header = max((candidate for candidate in glued if line.startswith(candidate)), key=len)
            cut = position + piece.index(header) + len(header)
            while cut < end and text[cut].isspace():
                cut += 1
            yield position, cut, header, True
            yield cut, end, text[cut:end].strip(), False
        else:
            yield position, end, line, False
        position = end


def _running_headers(raw: list[str]) -> set[str]:
    """Find lines that a PDF repeats on every page, alone or glued before a sentence."""
    if len(raw) < _MIN_LINES_OF_PRINT:
        return set()
    lines = [line.strip() for line in raw]
    counts = Counter(line for line in lines if len(line) >= _MIN_HEADER)
    headers = {
        line
        for line, count in counts.most_common(6)
        if count >= 5
        and count * HEADER_SHARE >= len(raw)
        and not line.endswith((".", ";"))
        and mark(line) is TEXT
        and not is_note(line)
    }
    return headers | _numbered_headers(lines, headers)


def _numbered_headers(lines: list[str], headers: set[str]) -> set[str]:
    """Find lines with the number of the page that stand above running headers («3 Положение»)."""
    above: dict[str, set[str]] = {}
    for line, following in pairwise(lines):
        if following in headers and re.match(r"\d{1,4} [^\W\d]+$", line):
            above.setdefault(line.lstrip("0123456789"), set()).add(line)
    return {line for family in above.values() if len(family) >= 5 for line in family}
