"""Lines of PDF pages put together again: running headers away, paragraphs rejoined, hyphens healed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

_EDGE_LINES = 6  # how many lines from the top and bottom edge may be running ones
_EDGE_REPEATS = 3  # on how many pages a line must stand to be a running one
_SAME_HEIGHT = 3.0  # points
_PAGE_NUMBER = re.compile(r"^[-–—\s]*(?:стр\.?|страница|бет|page)?\s*(\d{1,4})(?:\s*(?:из|/|of)\s*\d+)?[-–—\s.]*$", re.I)
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
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

Paragraph = list[tuple[int, str]]
"""A paragraph as stretches: number of the page, text."""


class Line(NamedTuple):
    """One visual line; points from the lower left corner of the page."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    hyphen: bool

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
    """The column of text of a page."""

    left: float
    right: float
    spacing: float


def _column(lines: Sequence[Line]) -> _Column:
    lefts = Counter(round(line.left) for line in lines)
    common = max(lefts.values())
    left = min(place for place, count in lefts.items() if count >= 0.4 * common)
    rights = sorted(line.right for line in lines)
    gaps = [upper.bottom - lower.bottom for upper, lower in zip(lines, lines[1:], strict=False)]
    near = [gap for gap in gaps if 0 < gap < 60]
    return _Column(left, rights[int(0.97 * (len(rights) - 1))], median(near) if near else 14.0)


def _joins(before: Line, line: Line, column: _Column, indented: bool) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    if before.hyphen:
        return True
    if abs(before.size - line.size) > 0.12 * max(before.size, line.size):
        return False
    if line.page == before.page:
        gap = before.bottom - line.bottom
        if not 0.4 * line.size < gap < 1.45 * max(column.spacing, line.size):
            return False
    if _OPENING.match(line.text) and not (indented and line.left < column.left + 3 and before.text[-1:] not in ".;:"):
        return False
    letter = line.width / max(1, len(line.text))
    word = letter * (len(line.text.split(maxsplit=1)[0]) + 0.5)
    centred = _is_centred(before, column) and _is_centred(line, column)
    if centred:
        return before.width + word > column.right - column.left
    if line.left > before.left + 3 and not _OPENING.match(before.text):
        return False
    if before.left - line.left > 100:
        return False
    return before.right + word > column.right


def _is_centred(line: Line, column: _Column) -> bool:
    margin = line.left - column.left
    return margin > 15 and abs(margin - (column.right - line.right)) < 12


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Rejoin lines into paragraphs, over page breaks too.

    A line ends a paragraph when the next word would still have fitted on it, when the next line is
    indented or stands apart, or when it opens with a number, a letter or a dash of its own.
    """
    lines = [line for page in pages for line in page]
    columns = {page[0].page: _column(page) for page in pages if page}
    words = Counter(word.lower() for line in lines for word in _WORD.findall(line.text.rstrip("-")))
    indents = sum(12 < line.left - columns[line.page].left < 60 for line in lines)
    indented = indents > 0.15 * len(lines)
    paragraphs: list[Paragraph] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _joins(before, line, columns[before.page], indented):
            _append(paragraphs[-1], line, words)
        else:
            paragraphs.append([(line.page, line.text)])
        before = line
    return paragraphs


def _append(paragraph: Paragraph, line: Line, words: Counter[str]) -> None:
    page, text = paragraph[-1]
    joined = f"{heal(text, line.text, words)}"
    glue = joined[: len(joined) - len(line.text)]
    if page == line.page:
        paragraph[-1] = (page, joined)
    else:
        paragraph[-1] = (page, glue)
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
