"""Paragraphs on their way from a file format to one text with places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from corruptex.model import Notice, Place

PlaceKind = Literal["paragraph", "cell", "footnote", "endnote", "textbox", "page", "line"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a file.

    Attributes:
        text: Its words; may hold line feeds where the file breaks a line inside a paragraph.
        kind: What holds it.
        index: Its position, as in ``model.Place``.
    """

    text: str
    kind: PlaceKind
    index: tuple[int, ...]


class Reading(NamedTuple):
    """What a format reader returns.

    Attributes:
        text: The whole text.
        places: Stretches of it with their places.
        notices: What the reader noticed.
        scanned: Share of pages that are pictures, 0 for formats without pages.
    """

    text: str
    places: tuple[Place, ...]
    notices: tuple[Notice, ...] = ()
    scanned: float = 0.0


INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width spaces and joiners, byte order mark: shown as nothing."""

_UNTIDY = re.compile(
    f"[{INVISIBLE}\u2010\u2011\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\x00-\x08\x0b-\x1f\x7f-\x9f\uf000-\uf0ff]"
)
_SYMBOL = re.compile("[\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0fc]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAK = re.compile("[\x0b\x0c\u2028\u2029]")
_NOTHING = re.compile(f"[{INVISIBLE}\x00-\x08\x0e-\x1f\x7f-\x9f]")

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def tidy(text: str) -> str:
    """Return text with one kind of space, no invisible characters, in Unicode NFC."""
    if _UNTIDY.search(text):
        text = _NOTHING.sub("", _BREAK.sub("\n", _SPACE.sub(" ", text)))
        text = _SYMBOL.sub(lambda sign: "-" if sign[0] == "\uf02d" else "•", text)
        text = text.replace("\u2010", "-").replace("\u2011", "-").replace("\r", "")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def raise_digits(before: str, text: str) -> tuple[str, str]:
    """Return what stands before a superscript text, and the text as it is to be written.

    «Статья 23» followed by a raised 1 is article 23-1; «м» followed by a raised 2 is м².

    Args:
        before: Text so far; only its last character counts.
        text: The superscript text.
    """
    if not text[:1].isdecimal():
        return "", text
    if before[-1:].isdecimal():
        return "-", text
    return "", text.translate(_RAISED)


def assemble(blocks: Iterable[Block]) -> tuple[str, tuple[Place, ...]]:
    """Join blocks into one text, one block per line, blank ones left out.

    Returns:
        The text, every block ended by a line feed, and one place per block, the line feed outside it.
    """
    parts: list[str] = []
    places: list[Place] = []
    position = 0
    for block in blocks:
        text = block.text.strip()
        if not text:
            continue
        parts.append(text)
        places.append(Place(position, position + len(text), block.kind, block.index))
        position += len(text) + 1
    return "".join(f"{part}\n" for part in parts), tuple(places)
