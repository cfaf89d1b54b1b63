"""The words around a finding, cut so that a reader sees the whole thought and nothing more."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from corruptex.model import Act, Finding, Unit

WHOLE_UNIT = 500
"""A unit up to so many characters is quoted whole."""
AROUND = 300
"""Longest context on either side of the reported words, in characters."""
LONGEST_SPAN = 1200
"""Longer reported words are shortened in the middle."""
LONGEST_HEAD = 240
CUT = "…"

_CLAUSE_ENDS = re.compile(r"(?<=\w{3}[.;!?])\s+(?=[«\"„(]?[^\W\d_a-zа-яёөүң])|\n")
_LIST_ITEMS = ("point", "subpoint", "dash", "paragraph")
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quoted norm.

    Attributes:
        head: Words that open the list the norm is an item of; empty if it is not.
        before: Words of the norm before the reported ones.
        span: The reported words.
        after: Words after them.
    """

    head: str
    before: str
    span: str
    after: str


def clean(text: str) -> str:
    """Make text of an act safe to show: on one line, without control or direction characters.

    A control character could move a terminal's cursor, break the XML of a document or turn the
    order of letters; it becomes ``U+FFFD``. White space becomes single spaces.
    """
    return "".join(_shown(character) for character in re.sub(r"\s+", " ", text))


def _shown(character: str) -> str:
    broken = unicodedata.category(character) in ("Cc", "Cs") or character in _BIDI_CONTROLS
    return "\ufffd" if broken or character in "\ufffe\uffff" else character


def excerpt(act: Act, finding: Finding) -> Excerpt:
    """Quote the clause in which a finding stands.

    Args:
        act: The act.
        finding: A finding on it.

    Returns:
        The clause in three pieces, cleaned, with the head of its list.
    """
    unit = act.units[finding.unit]
    start, end = min(unit.body, finding.start), max(unit.end, finding.end)
    if end - start > WHOLE_UNIT:
        start, end = _clause(act.text, start, end, finding)
    before, after = act.text[start : finding.start], act.text[finding.end : end].rstrip()
    return Excerpt(
        head=_head(act, unit),
        before=clean(_tail(before.lstrip())),
        span=clean(_middle(finding.quote)),
        after=clean(_front(after)),
    )


def _head(act: Act, unit: Unit) -> str:
    """Words of the unit that opens a list, for an item of it."""
    if unit.parent is None or unit.kind not in _LIST_ITEMS:
        return ""
    parent = act.units[unit.parent]
    own = act.text[parent.body : parent.end].rstrip()
    if not own.endswith(":"):
        return ""
    shown = clean(own)
    return shown if len(shown) <= LONGEST_HEAD else CUT + shown[-LONGEST_HEAD:].partition(" ")[2]


def _clause(text: str, start: int, end: int, finding: Finding) -> tuple[int, int]:
    """Narrow a stretch to the sentences that hold the reported words."""
    for gap in _CLAUSE_ENDS.finditer(text, start, end):
        if gap.end() <= finding.start:
            start = gap.end()
        elif gap.start() >= finding.end:
            return start, gap.start()
    return start, end


def _tail(text: str) -> str:
    return text if len(text) <= AROUND else CUT + text[-AROUND:].partition(" ")[2]


def _front(text: str) -> str:
    return text if len(text) <= AROUND else text[:AROUND].rpartition(" ")[0] + CUT


def _middle(text: str) -> str:
    if len(text) <= LONGEST_SPAN:
        return text
    half = LONGEST_SPAN // 2
    return f"{text[:half].rpartition(' ')[0]} {CUT} {text[-half:].partition(' ')[2]}"
