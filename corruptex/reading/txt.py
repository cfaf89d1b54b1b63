"""Plain text: decoded and otherwise left alone, so that offsets are the file's own."""

from __future__ import annotations

import re

from corruptex.model import Place
from corruptex.reading.blocks import Reading
from corruptex.reading.encodings import decode

_LINE = re.compile(r"[^\r\n]+")


def places_of_lines(text: str) -> tuple[Place, ...]:
    """Return one place for every line that is not empty; its index counts all lines from 0."""
    places = []
    number = end = 0
    for match in _LINE.finditer(text):
        between = text[end : match.start()]
        number += between.count("\n") + between.count("\r") - between.count("\r\n")
        end = match.end()
        places.append(Place(match.start(), end, "line", (number,)))
    return tuple(places)


def read_txt(data: bytes) -> tuple[Reading, str]:
    """Read a plain-text file.

    Returns:
        The text, and the name of its encoding.

    Raises:
        RefusedError: If the bytes are no text.
    """
    text, encoding = decode(data)
    return Reading(text, places_of_lines(text)), encoding
