"""Quotations: words that an amending act speaks about, and new wording of many paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

MASK: Final = "\x01"
"""Stands for every character of a quotation in a masked text, so that offsets stay what they were."""

_CLOSING: Final = {"«": "»", "„": "“”", "“": "”“", '"': '"'}
_MARK: Final = re.compile('[«„“"]')
_ANY: Final = re.compile('[«»„“”"]')
_LETTER: Final = re.compile(r"[а-яёөүңa-z]", re.IGNORECASE)
_CLOSES_BLOCK: Final = re.compile(r"[»”“\"]\s*[.;,]*\s*$")
_REACH: Final = 400
"""Lines after which a quotation that does not close is a mistake of the text."""
_NESTED: Final = 200
"""Marks inside a quotation of one line after which it is a mistake of the text."""
_DEEPEST: Final = 40
"""Marks open at once after which a quotation of many lines is a mistake of the text."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation that stands in no other.

    Attributes:
        start: Its opening mark.
        end: Character after its closing mark.
        block: Whether it opens a new wording: after a colon, perhaps with many paragraphs.
    """

    start: int
    end: int
    block: bool

    @property
    def inner(self) -> tuple[int, int]:
        """First character of the words and the character after them."""
        return self.start + 1, self.end - 1


def quotations(text: str) -> list[Quotation]:
    """Find the outermost quotations of a text, in order.

    A mark that never closes opens nothing. A single letter in quotation marks is the number of a unit
    («подпункт "а"») and no quotation.

    Args:
        text: Text of an act.
    """
    found: list[Quotation] = []
    at = 0
    while (mark := _MARK.search(text, at)) is not None:
        place = mark.start()
        end = None
        block = _after_colon(text, place)
        if block:
            end = _end_of_block(text, place)
        if end is None:
            block = False
            end = _end_in_line(text, place)
        if end is None:
            at = place + 1
            continue
        at = end
        if end - place != 3 or not _LETTER.match(text, place + 1):
            found.append(Quotation(place, end, block))
    return found


def masked(text: str, quoted: list[Quotation]) -> str:
    """The text with every character of its quotations masked; line ends stay."""
    pieces: list[str] = []
    at = 0
    for quotation in quoted:
        pieces.append(text[at : quotation.start])
        words = text[quotation.start : quotation.end]
        pieces.append("\n".join(MASK * len(line) for line in words.split("\n")))
        at = quotation.end
    pieces.append(text[at:])
    return "".join(pieces)


def _after_colon(text: str, place: int) -> bool:
    before = place
    while before > 0 and text[before - 1].isspace():
        before -= 1
    return text[before - 1 : before] == ":" or (
        "\n" in text[before:place]
        and re.search(r"(?:окулсун|баяндалсын)\.$", text[max(0, before - 20) : before]) is not None
    )


def _end_in_line(text: str, place: int) -> int | None:
    """Find the end of a quotation inside one line; marks of the same kind nest, straight ones do not."""
    opening = text[place]
    line_end = text.find("\n", place)
    line_end = len(text) if line_end < 0 else line_end
    depth = 1
    for mark in islice(_ANY.finditer(text, place + 1, line_end), _NESTED):
        if mark[0] in _CLOSING[opening] and (opening != mark[0] or not _opens(text, mark.start())):
            depth -= 1
            if depth == 0:
                return mark.end()
        elif mark[0] == opening and opening != '"':
            depth += 1
    return None


def _opens(text: str, place: int) -> bool:
    """Tell whether a mark that both opens and closes stands before a word and after a space."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return before.isspace() and after.isalnum()


def _end_of_block(text: str, place: int) -> int | None:
    """Find the line that closes a quotation opened after a colon, as ``tree.closing_quote`` does."""
    depth, at = 0, place
    for _ in range(_REACH):
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        line = text[at:line_end]
        depth += sum(line.count(mark) for mark in "«“„") - line.count("»") - line.count("”")
        straight = line.count('"') % 2
        depth += straight if depth <= 0 else -straight
        if depth > _DEEPEST:
            return None
        if depth <= 0 and line.strip():
            closing = _CLOSES_BLOCK.search(line)
            return None if closing is None else at + closing.start() + 1
        if line_end == len(text):
            return None
        at = line_end + 1
    return None
