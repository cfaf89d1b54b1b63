"""Examples of rules: «…» marks the span that must be reported."""

from __future__ import annotations

import re
from typing import Final, Literal

from corruptex.methodology.rules import Example
from corruptex.model import Lang

_PAPER: Final = re.compile(r"^={3,}[ \t]*$", re.M)


def read_example(lang: Lang, verdict: Literal["flag", "pass", "todo"], text: str) -> Example:
    """Take the marks «…» out of an example; quotation marks inside examples are „…“ or "…".

    A line of equals signs ends the act; after it, and after each further such line, stands an accompanying
    paper of the draft.
    """
    text, *papers = (part.strip() for part in _PAPER.split(text))
    if "«" not in text:
        return Example(lang, verdict, text, None, tuple(papers))
    before, rest = text.split("«", 1)
    marked, _, after = rest.partition("»")
    span = len(before), len(before) + len(marked)
    return Example(lang, verdict, before + marked + after, span, tuple(papers))
