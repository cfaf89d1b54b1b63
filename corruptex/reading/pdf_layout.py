"""Lines of PDF pages put together again: running headers away, paragraphs rejoined, hyphens healed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_EDGE_LINES = 6  # how many lines from the top and bottom edge may be running ones
_EDGE_REPEATS = 3  # on how many pages a line must stand to be a running one
_FEW_LINES = 12  # on a page below which its own margins say nothing
_BLOCK_LINES = 4  # that make a narrow block with margins of its own
_SAME_HEIGHT = 3.0  # points
_PAGE_NUMBER = re.compile(
    r"^[-–—\s]*(?:стр\.?|страница|бет|page)?\s*(\d{1,4})(?:\s*(?:из|/|of)\s*\d+)?[-–—\s.]*$", re.I
)
_EDGE_NUMBER = re.compile(r"^\d{1,4}\s+|\s+\d{1,4}$")
_LONG_ENOUGH = 20  # characters left of a running line without its page number

_OPENING = re.compile(
    r"""^(?:
        (?:статья|глава|раздел|параграф|приложение|статья|тиркеме|бөлүк|бөлүм)\b .{0,4} [\dIVXLC]
      | \d+(?:[-.]\d+)*-?(?:берене|глава|бөлүм|бөлүк|тиркеме|статья)\b
      | [IVXLC]+\s*(?:бөлүм|глава|раздел)\b
      | \d{1,3}(?:[-.]\d{1,3})*\s?[.)]\s?(?!\d)
      | \d{1,3}(?:\.\d{1,3})+\s
      | [IVX]{1,5}\.\s
      | [а-яёa-zөүң]\)\s?
      | [-–—•▪]\s?\D
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_FIRST_WORD = re.compile(r"(?:№\s*)?\S+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

Paragraph = list[tuple[int, str]]
"""A paragraph as stretches: number of the page, text."""


class Stretch(NamedTuple):
    """A part of a line between wide gaps; points."""

    text: str
    left: float
    right: float


class Line(NamedTuple):
    """One visual line; points from the lower left corner of the page."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    hyphen: bool
    stretches: tuple[Stretch, ...] = ()

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left


def _key(line: Line) -> str:
    shorter = _EDGE_NUMBER.sub("", line.text)
    return shorter if len(shorter) >= _LONG_ENOUGH else line.text


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Drop headers, footers and page numbers that repeat at the edges of pages.

    A line is running if the same words stand at the same height on at least three pages; a page
    number is one if numbers at the edges count in step with the pages.
    """
    heights: dict[str, list[float]] = defaultdict(list)
    steps: Counter[int] = Counter()
    for number, lines in enumerate(pages):
        for line in _edges(lines):
            heights[_key(line)].append(line.bottom)
            if match := _PAGE_NUMBER.match(line.text):
                steps[int(match[1]) - number] += 1
    step = steps.most_common(1)[0][0] if steps else None

    def running(line: Line, number: int) -> bool:
        if match := _PAGE_NUMBER.match(line.text):
            return step is not None and int(match[1]) - number == step and (steps[step] > 1 or step in {0, 1})
        near = sum(abs(height - line.bottom) < _SAME_HEIGHT for height in heights[_key(line)])
        return near >= _EDGE_REPEATS and near > 0.3 * len(pages)

    kept = []
    for number, lines in enumerate(pages):
        dropped: set[int] = set()
        by_height = sorted(range(len(lines)), key=lambda place: -lines[place].bottom)
        for order in (by_height, by_height[::-1]):
            for place in order[:_EDGE_LINES]:
                if place in dropped or not running(lines[place], number):
                    break
                dropped.add(place)
        kept.append([line for place, line in enumerate(lines) if place not in dropped])
    return kept


def _edges(lines: Sequence[Line]) -> list[Line]:
    by_height = sorted(lines, key=lambda line: -line.bottom)
    return by_height if len(lines) <= 2 * _EDGE_LINES else by_height[:_EDGE_LINES] + by_height[-_EDGE_LINES:]


class _Column(NamedTuple):
    """The column of text of a page; points."""

    left: float
    right: float
    spacing: float


def _column(lines: Sequence[Line]) -> _Column:
    lefts = Counter(round(line.left) for line in lines)
    common = max(lefts.values())
    left = min(place for place, count in lefts.items() if count >= 0.4 * common)
    rights = sorted(line.right for line in lines)
    gaps = [upper.bottom - lower.bottom for upper, lower in pairwise(lines)]
    near = [gap for gap in gaps if 0 < gap < 60]
    return _Column(left, rights[int(0.97 * (len(rights) - 1))], median(near) if near else 14.0)


def _columns(lines: Sequence[Line]) -> dict[int, _Column]:
    """Return the column of every page; a page of few lines has that of the document."""
    of_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        of_page[line.page].append(line)
    whole = _column(lines)
    return {page: whole if len(own) < _FEW_LINES else _column(own) for page, own in of_page.items()}


def _level(one: Line, other: Line) -> bool:
    return one.page == other.page and abs(one.bottom - other.bottom) < 0.3 * max(one.size, other.size)


def _cells_apart(lines: Sequence[Line]) -> list[Line]:
    """Put together what stands on one line, and apart the cells of a table row.

    Wide gaps are cells if the line above or below has a gap before the same place; otherwise they are
    the tabs of a signature or of a bilingual head.
    """
    starts = [{round(stretch.left / 4) for stretch in line.stretches[1:]} for line in lines]
    result: list[Line] = []
    for place, line in enumerate(lines):
        near = starts[place - 1] if place else set()
        near = near | (starts[place + 1] if place + 1 < len(lines) else set())
        if any(start + shift in near for start in starts[place] for shift in (-1, 0, 1)):
            result.extend(
                line._replace(text=text, left=left, right=right, hyphen=False)
                for text, left, right in line.stretches
            )
        elif result and _level(result[-1], line) and -2 < line.left - result[-1].right < line.size:
            # A raised digit makes pdfium break the line.
            space = " " if line.left - result[-1].right > 0.2 * line.size else ""
            result[-1] = result[-1]._replace(
                text=f"{result[-1].text}{space}{line.text}", right=line.right, hyphen=line.hyphen
            )
        else:
            result.append(line)
    return result


def _block_rights(lines: Sequence[Line], columns: dict[int, _Column]) -> list[float | None]:
    """Return for lines of a narrow block, inset or centred, where the block ends; ``None`` elsewhere."""
    rights: list[float | None] = [None] * len(lines)
    start = 0
    for end in range(1, len(lines) + 1):
        column = columns[lines[start].page]
        if end < len(lines) and _one_block(lines[end - 1], lines[end], column):
            continue
        block = lines[start:end]
        widest = max(line.width for line in block)
        if len(block) >= _BLOCK_LINES and all(line.width > 0.85 * widest for line in block[:-1]):
            rights[start:end] = [min(line.left + widest, column.right) for line in block]
        start = end
    return rights


def _one_block(before: Line, line: Line, column: _Column) -> bool:
    if line.page != before.page or line.left < column.left + 15 or not _near(before, line, column):
        return False
    return abs(before.left - line.left) < 4 or (_is_centred(before, column) and _is_centred(line, column))


def _near(before: Line, line: Line, column: _Column) -> bool:
    """Whether two lines are of one type size and follow one another as lines of a paragraph do."""
    if abs(before.size - line.size) > 0.12 * max(before.size, line.size):
        return False
    gap = before.bottom - line.bottom
    return line.page != before.page or 0.4 * line.size < gap < 1.45 * max(column.spacing, line.size)


def _is_centred(line: Line, column: _Column) -> bool:
    margin = line.left - column.left
    return margin > 15 and abs(margin - (column.right - line.right)) < 12


def _may_go_on(before: Line, line: Line, column: _Column, indented: bool) -> bool:
    """Whether a line looks like a further line of a paragraph, judged by its beginning."""
    if _OPENING.match(line.text):
        # «… в пункте / 12) настоящего …»: at the margin of a text whose paragraphs are indented.
        return indented and line.left < column.left + 3 and before.text[-1:] not in ".;:"
    hanging = _OPENING.match(before.text) is not None
    return (line.left < before.left + 3 or hanging) and before.left - line.left < 100


def _joins(before: Line, line: Line, column: _Column, block_right: float | None, indented: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if before.hyphen:
        return True
    if not _near(before, line, column):
        return False
    # The next word would have fitted on the line before: its author ended the paragraph there.
    first = _FIRST_WORD.match(line.text)
    word = line.width / max(1, len(line.text)) * ((first.end() if first else 1) + 0.5)
    if _is_centred(before, column) and _is_centred(line, column):
        room = (block_right - before.left) if block_right is not None else column.right - column.left
        return before.width + word > room and not _OPENING.match(line.text)
    right = column.right if block_right is None else block_right
    return before.right + word > right and _may_go_on(before, line, column, indented)


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Rejoin lines into paragraphs, over page breaks too.

    A line ends a paragraph when the next word would still have fitted on it, when the next line is
    indented or stands apart, or when it opens with a number, a letter or a dash of its own.
    """
    lines = [line for page in pages for line in _cells_apart(page)]
    if not lines:
        return []
    columns = _columns(lines)
    rights = _block_rights(lines, columns)
    words = Counter(word.lower() for line in lines for word in _WORD.findall(line.text.rstrip("-")))
    indents = sum(12 < line.left - columns[line.page].left < 60 for line in lines)
    indented = indents > 0.15 * len(lines)
    paragraphs: list[Paragraph] = [[(lines[0].page, lines[0].text)]]
    for (before, right), line in zip(zip(lines, rights, strict=True), lines[1:], strict=False):
        if _joins(before, line, columns[before.page], right, indented):
            _append(paragraphs[-1], line, words)
        else:
            paragraphs.append([(line.page, line.text)])
    return paragraphs


def _append(paragraph: Paragraph, line: Line, words: Counter[str]) -> None:
    page, text = paragraph[-1]
    joined = heal(text, line.text, words)
    if page == line.page:
        paragraph[-1] = (page, joined)
    else:
        paragraph[-1] = (page, joined[: len(joined) - len(line.text)])
        paragraph.append((line.page, line.text))


def heal(text: str, following: str, words: Counter[str]) -> str:
    """Join the end of a line with the next one, deciding what a hyphen at the break was.

    A hyphen stays when the document knows both halves as words («суроо-талап») or the hyphened word;
    it goes when the document knows the joined word or the first half is no word («мам-лекеттик»).

    Args:
        text: Text so far.
        following: The next line.
        words: How often each word stands in the document, small letters.
    """
    if not text.endswith("-") or text[-2:-1].isspace() or len(text) < 2:
        return f"{text} {following}"
    head = re.search(r"[^\W\d_]+$", text[:-1])
    tail = re.match(r"[^\W\d_]+", following)
    if head is None or tail is None or tail[0][0].isupper():
        return text + following
    first, second = head[0].lower(), tail[0].lower()
    if words[f"{first}-{second}"]:
        return text + following
    if words[first + second] or not words[first]:
        return text[:-1] + following
    return text + following
