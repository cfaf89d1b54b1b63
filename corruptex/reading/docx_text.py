"""Text of a Word paragraph, piece by piece, each with its place in the XML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from corruptex.reading.blocks import INVISIBLE, PlaceKind

# Characters whose form in the text differs from the file: invisible ones, odd spaces, letters in two parts.
_SIGN = f"[{INVISIBLE}\u00a0\u2000-\u200a\u202f\t\r\n\u2010\u2011]"
_ODD = re.compile(rf"{_SIGN}|.[\u0300-\u036f]+")
_MAY_BE_ODD = re.compile(f"{_SIGN[:-1]}\u0300-\u036f]")  # a set alone is searched for ten times as fast


class Piece(NamedTuple):
    """A stretch of a paragraph's text and where it stands in the XML.

    Attributes:
        text: As it appears in the text.
        element: The ``w:t`` that holds it; ``None`` for what the program prints (numbers, tabs, breaks).
        offset: First character in the text of ``element``.
        length: Characters in the text of ``element``; differs from ``len(text)`` for composed letters.
    """

    text: str
    element: etree._Element | None = None
    offset: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the document with its way back.

    Attributes:
        element: The ``w:p``.
        kind: What holds it.
        index: Position, as in ``model.Place``.
        pieces: Its text, in order. ``Source.text`` has the same, without white space at both ends.
    """

    element: etree._Element
    kind: PlaceKind
    index: tuple[int, ...]
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The whole text, white space at both ends included."""
        return "".join(piece.text for piece in self.pieces)


def pieces_of(element: etree._Element, text: str) -> Iterator[Piece]:
    """Cut the text of a ``w:t`` where its form in the paragraph differs from the file."""
    if not _MAY_BE_ODD.search(text):
        yield Piece(text, element, 0, len(text))
        return
    position = 0
    for match in _ODD.finditer(text):
        if match.start() > position:
            yield Piece(text[position : match.start()], element, position, match.start() - position)
        found = match[0]
        if found not in INVISIBLE:
            shown = (
                unicodedata.normalize("NFC", found)
                if len(found) > 1
                else "-"
                if found in "\u2010\u2011"
                else " "
            )
            yield Piece(shown, element, match.start(), len(found))
        position = match.end()
    if position < len(text):
        yield Piece(text[position:], element, position, len(text) - position)
