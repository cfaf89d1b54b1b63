"""Examples of rules: «…» marks the span that must be reported."""

from __future__ import annotations

from typing import Literal

from corruptex.methodology.rules import Example
from corruptex.model import Lang


def read_example(lang: Lang, verdict: Literal["flag", "pass", "todo"], text: str) -> Example:
    """Take the marks «…» out of an example; quotation marks inside examples are „…“ or "…"."""
    text = text.strip()
    if "«" not in text:
        return Example(lang, verdict, text, None)
    before, rest = text.split("«", 1)
    marked, _, after = rest.partition("»")
    return Example(lang, verdict, before + marked + after, (len(before), len(before) + len(marked)))
