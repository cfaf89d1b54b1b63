"""Words on which a right depends and that the act explains nowhere: abbreviations, unsettled terms (L2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from corruptex.detection.view import SILENT_KINDS
from corruptex.detection.whole.definitions import names_of, stems
from corruptex.detection.whole.reach import touches
from corruptex.detection.whole.remark import Remark
from corruptex.model import ActKind, Lang, Unit, UnitKind

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

LANGS: Final[tuple[Lang, ...]] = ("ru", "ky")

NORMATIVE: Final[frozenset[ActKind]] = frozenset(("code", "law", "cabinet_resolution", "order", "regulation"))

ABBREVIATION: Final = re.compile(r"(?<![\w.«\"“„№-])[А-ЯЁӨҮҢ]{3,7}(?![\w»\"”“-]|\s[«\"„])")
"""A word in capitals that is no part of a name: the names of firms stand in quotation marks."""

HEADINGS: Final[frozenset[UnitKind]] = frozenset(
    ("article", "book", "section", "chapter", "heading", "annex", "cell")
)

SHOUTING: Final = 0.3
"""Share of capitals above which a unit is set in capitals altogether."""

SHORT_NORM: Final = 8
"""Words below which a unit is a line of a list, not a norm."""


def undefined(whole: WholeAct) -> Iterator[Remark]:
    """Remarks ``abbreviation`` and ``term``, once for each word, on the first norm that decides by it."""
    if whole.act.kind in NORMATIVE and whole.is_assessable:
        yield from _abbreviations(whole)
    yield from _unsettled(whole)


def _abbreviations(whole: WholeAct) -> Iterator[Remark]:
    text = whole.act.text
    first: dict[str, tuple[Unit, int]] = {}
    for unit in whole.act.units:
        if unit.kind in SILENT_KINDS | HEADINGS:
            continue
        for match in ABBREVIATION.finditer(text, unit.body, unit.end):
            if match.group() not in first and _is_norm(whole, unit):
                first[match.group()] = unit, match.start()
    for word, (unit, start) in first.items():
        if not _is_known(whole, start) and not _is_expanded(text, word):
            yield Remark(
                "abbreviation",
                unit.index,
                start,
                start + len(word),
                values={"word": word},
                actor=whole.reading.actors.subject(_tokens(whole, start)),
            )


def _is_norm(whole: WholeAct, unit: Unit) -> bool:
    """Whether a unit decides about a person: a sentence, not set in capitals, that touches somebody."""
    words = whole.act.text[unit.body : unit.end]
    letters = [letter for letter in words if letter.isalpha()]
    if len(words.split()) < SHORT_NORM or sum(map(str.isupper, letters)) > SHOUTING * len(letters):
        return False
    return touches(whole, unit.index)


def _is_known(whole: WholeAct, start: int) -> bool:
    low, high = _tokens(whole, start)
    return any(
        next(
            iter(whole.reading.search.near(whole.pattern("known_abbreviation_named", lang), low, high)), None
        )
        for lang in LANGS
    )


def _tokens(whole: WholeAct, start: int) -> tuple[int, int]:
    token = whole.reading.view.tokens.at(start)
    return token, token + 1


def _is_expanded(text: str, word: str) -> bool:
    """Whether the act explains an abbreviation: in brackets, as a term, by words with its first letters."""
    if re.search(rf"[(«\"“\s–—-]{word}[»\"”]?\s*(?:\)|\(|[–—-]\s)", text):
        return True
    if re.search(rf"\([^()\n]{{0,80}}\b{word}\b", text):
        return True
    initials = r"(?:\s+\w{1,3})?[\s-]+".join(rf"{letter.lower()}\w+" for letter in word)
    return re.search(rf"\b{initials}", text.lower()) is not None


def _unsettled(whole: WholeAct) -> Iterator[Remark]:
    view = whole.reading.view
    uses: dict[tuple[str, ...], list[tuple[int, int, Lang]]] = {}
    for match, lang in whole.matches("unsettled_named"):
        key = stems(view.text(match[0], match[1]))
        uses.setdefault(key, []).append((match[0], match[1], lang))
    for key, places in uses.items():
        if _is_defined(whole, key) or any(_is_explained(whole, start, end) for start, end, _ in places):
            continue
        place = next((place for place in places if _decides(whole, *place)), None)
        if place is not None:
            start, end, _ = place
            yield Remark(
                "term",
                view.unit_of(start),
                view.tokens.starts[start],
                view.tokens.ends[end - 1],
                values={"word": view.text(start, end)},
                actor=whole.reading.actors.subject((start, end)),
            )


def _decides(whole: WholeAct, start: int, end: int, lang: Lang) -> bool:
    """Whether the unit of a word is a norm that touches a person, no aim and no definition."""
    unit = whole.act.units[whole.reading.view.unit_of(start)]
    if unit.kind in SILENT_KINDS | HEADINGS or not _is_norm(whole, unit):
        return False
    return not any(
        _holds(whole, start, end, context, lang) for context in ("aims", "definition", "technical")
    )


def _is_explained(whole: WholeAct, start: int, end: int) -> bool:
    """Whether the sentence itself says what a word means: „…, то есть“, „под … понимается“, „… деп“."""
    forms = whole.reading.view.tokens.forms
    after = forms[end : end + 2]
    return after == ["то", "есть"] or after[:1] == ["деп"] or (start > 0 and forms[start - 1] == "под")


def _holds(whole: WholeAct, start: int, end: int, context: str, lang: Lang) -> bool:
    low, high = whole.reading.view.unit_tokens(whole.reading.view.unit_of(start))
    return next(iter(whole.reading.search.near(whole.pattern(context, lang), low, high)), None) is not None


def _is_defined(whole: WholeAct, key: tuple[str, ...]) -> bool:
    """Whether a definition of the act has the words of a term."""
    return any(
        all(any(_alike(word, other) for other in name) for word in key)
        for definition in whole.definitions
        for name in names_of(definition.term)
    )


def _alike(one: str, other: str) -> bool:
    """Whether two stems may belong to one word: suffixes make the stem of a long form longer."""
    return one.startswith(other) or other.startswith(one)
