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

CAPITALS: Final = re.compile(r"[А-ЯЁӨҮҢ]{3,}")
LONGEST: Final = 7
"""Letters of the longest abbreviation; a longer word in capitals is a heading."""

QUOTES: Final = '«»„“”"'
"""Names of firms stand in quotation marks, or before them: they are no abbreviations to explain."""

HEADINGS: Final[frozenset[UnitKind]] = frozenset(
    ("article", "book", "section", "chapter", "heading", "annex", "cell")
)

SHOUTING: Final = 0.3
"""Share of capitals above which a unit is set in capitals altogether."""

BRACKETS: Final = 80
"""Characters within which a bracket that explains an abbreviation was opened."""

FULL_WORD: Final = 4
"""Letters of the shortest word that gives a letter to an abbreviation."""

SHORT_NORM: Final = 8
"""Words below which a unit is a line of a list, not a norm."""


def undefined(whole: WholeAct) -> Iterator[Remark]:
    """Remarks ``abbreviation`` and ``term``, once for each word, on the first norm that decides by it."""
    if not whole.is_assessable:
        return
    if whole.act.kind in NORMATIVE:
        yield from _abbreviations(whole)
    yield from _unsettled(whole)


def _abbreviations(whole: WholeAct) -> Iterator[Remark]:
    view = whole.reading.view
    first: dict[str, tuple[Unit, int]] = {}
    for match in CAPITALS.finditer(whole.act.text):
        if match.group() in first or not _is_abbreviation(whole.act.text, match.start(), match.end()):
            continue
        unit = whole.act.units[view.unit_of(view.tokens.at(match.start()))]
        if unit.kind not in SILENT_KINDS | HEADINGS and _is_norm(whole, unit):
            first[match.group()] = unit, match.start()
    for word, (unit, start) in first.items():
        if not _is_known(whole, start) and not _is_expanded(whole, word):
            yield Remark(
                "abbreviation",
                unit.index,
                start,
                start + len(word),
                values={"word": word},
                actor=whole.reading.actors.subject(_tokens(whole, start)),
            )


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether a run of capitals is a word by itself and no name, part of a name or number."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if end - start > LONGEST or before.isalnum() or after.isalnum() or "_" in (before, after):
        return False
    if (before and before in f"{QUOTES}№-.") or (after and after in f"{QUOTES}-"):
        return False
    return not (after.isspace() and text[end + 1 : end + 2] in tuple('«„"'))


def _is_norm(whole: WholeAct, unit: Unit) -> bool:
    """Whether a unit decides about a person: a sentence, not set in capitals, that touches somebody."""
    words = whole.act.text[unit.body : unit.end]
    if len(words.split()) < SHORT_NORM or sum(map(str.isupper, words)) > SHOUTING * len(words):
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


def _is_expanded(whole: WholeAct, word: str) -> bool:
    """Whether the act explains an abbreviation: in brackets, as a term, by words with its first letters."""
    text = whole.act.text
    if re.search(rf"{word}[»\"”]?\s*(?:\)|\(|[–—-]\s)", text):
        return True
    for use in re.finditer(word, text):
        opened = text.rfind("(", max(0, use.start() - BRACKETS), use.start())
        if opened >= 0 and not re.search(r"[)\n]", text[opened : use.start()]):
            return True
    letters = "".join(form[0] for form in whole.reading.view.tokens.forms if len(form) >= FULL_WORD)
    return word.lower() in letters


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
