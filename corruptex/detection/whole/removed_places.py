"""Where a loss is shown in the new text, and by which words of the old one it is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

QUOTE: Final = 160
"""Characters up to which a line is quoted whole."""

WORDS_BEFORE: Final = 5
"""Words quoted before the place from which something is gone."""

WORDS_AFTER: Final = 3
"""Words quoted after it."""

CLAUSE: Final = 9
"""Further words up to which a quotation is led to the ends of its clause."""

PHRASE: Final = 12
"""Words up to which everything that goes is named, not only the words that show the element."""

_STOPS: Final = " ;.,:"
_MARKER: Final = re.compile(r"^\s*[«\"“„]?(?:\d[\d.-]*[.)]|\w\)|[-–—])\s+")
_WORD: Final = re.compile(r"\S+")


def gap(before: str, after: str) -> tuple[int, int]:
    """Where an old line begins to differ from the new one: the clause of the new line around that place."""
    start = len(after) - len(_MARKER.sub("", after))
    old, new = _MARKER.sub("", before).split(), list(_WORD.finditer(after, start))
    same = 0
    while same < min(len(old), len(new)) and old[same] == new[same][0]:
        same += 1
    first = max(same - WORDS_BEFORE, 0)
    last = min(max(same + WORDS_AFTER, first + 1), len(new)) - 1
    low, high = new[_opening(new, first)].start(), new[_closing(new, last)].end()
    return low, low + len(after[low:high].rstrip(_STOPS))


def _opening(words: list[re.Match[str]], first: int) -> int:
    """Lead back to the beginning of the clause, if it is near."""
    for place in range(first, max(first - CLAUSE, 0) - 1, -1):
        if place == 0 or words[place - 1][0][-1] in _STOPS:
            return place
    return first


def _closing(words: list[re.Match[str]], last: int) -> int:
    """Lead on to the end of the clause, if it is near."""
    for place in range(last, min(last + CLAUSE, len(words))):
        if place == len(words) - 1 or words[place][0][-1] in _STOPS:
            return place
    return last


def gone_runs(before: str, after: str) -> Iterator[str]:
    """Stretches of the old line that the new one does not have."""
    old, new = _MARKER.sub("", before).split(), _MARKER.sub("", after).split()
    bare, other = ([word.strip(_STOPS) for word in words] for words in (old, new))
    for tag, low, high, _, _ in SequenceMatcher(None, bare, other, autojunk=False).get_opcodes():
        if tag in ("delete", "replace"):
            yield " ".join(old[low:high])


def whole_phrase(words: str, runs: Iterable[str]) -> str:
    """All that goes together with the words of an element, if it is a phrase.

    Args:
        words: Words that show the element.
        runs: Stretches of text that go.
    """
    words = " ".join(words.split())
    for run in runs:
        phrase = " ".join(run.split()).strip(_STOPS)
        if words in phrase and len(phrase.split()) <= PHRASE:
            return phrase
    return words


def line_of(text: str, start: int, end: int, lost: str) -> tuple[int, int]:
    """The line of a changed stretch that stands where a line was: that of its number, else the first.

    Args:
        text: Text of the act.
        start: First character of the stretch.
        end: Character after it.
        lost: The line of the old text.
    """
    lines = [line for line in _lines(text, start, end) if text[slice(*line)].strip()]
    number = _MARKER.match(lost)
    for low, high in lines:
        here = _MARKER.match(text[low:high])
        if number is not None and here is not None and here[0].strip() == number[0].strip():
            return _cut(text, low, high)
    return _cut(text, *(lines[0] if lines else (start, end)))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        yield at, at + len(line)
        at += len(line)


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """The words of a line, without its number unless they are a note, and cut after so many characters."""
    words = text[start:end].strip()
    bare = _MARKER.sub("", words)
    words = words if bare.startswith("(") else bare
    start = text.index(words, start)
    if len(words) > QUOTE:
        words = words[:QUOTE].rpartition(" ")[0]
    return start, start + max(len(words.rstrip(_STOPS)), 1)
