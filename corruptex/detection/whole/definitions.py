"""Terms that an act defines: in its list of terms, after „далее –“ / „мындан ары –“, or in a norm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from corruptex.language.tokens import tokenise
from corruptex.model import Act, Unit
from corruptex.structure.citing import ancestors

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

LISTED: Final = re.compile(
    r"(?P<term>(?:[^()\n:;]|\([^()\n]*\)){2,160}?)(?:\s+[-–—]+\s*|\s*[–—]+\s*|(?<=[)»\"”])\s*-\s*)(?:это\s+)?(?P<words>\S.*)",
    re.DOTALL,
)
"""An item of a list of terms: „карьер – место добычи камня“."""

SHORTENED: Final = re.compile(
    r"\(\s*(?:в дальнейшем|далее|мындан ары)(?!\s+в настоящ|\s+ушул)(?:\s+по тексту)?"
    r"\s*[-–—:]*\s*(?P<term>[^()\n;]{2,90}?)\s*\)",
    re.IGNORECASE,
)
"""A short name that stands from here on for the words before it."""

WITHIN_NORM: Final = {
    "ru": re.compile(
        r"\bпод (?P<term>[^\n;:,.]{3,70}?) понима(?:ется|ются)\s+(?P<words>[^\n;.]{3,})", re.IGNORECASE
    ),
    "ky": re.compile(r"(?:^|[,.] )(?P<term>[^\n;:,.]{3,50}?) деп (?P<words>[^\n;:.]{10,}?) түшүнүлөт"),
}
"""„Под X понимается …“ and „X деп … түшүнүлөт“."""

LONG_HEADING: Final = 45
"""Words above which a paragraph that speaks of terms is a norm, not the head of their list."""

LONG_TERM: Final = 14
"""Words above which what stands before the dash is no term."""

NO_TERM: Final = ("в ", "для ", "на ", "при ")
"""Words that begin a norm, not a term."""

ENOUGH: Final = 2
"""Items that make a list of terms."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and the words that say what it means.

    Attributes:
        term: The term as printed.
        kind: An item of a list of terms; a short name („далее –“); a norm that says what is understood.
        unit: Index of the unit.
        start: First character of the term.
        end: Character after it.
        words: The defining words; of a short name, the words before it.
        holder: Index of the unit within which it holds; ``None`` for the whole act.
    """

    term: str
    kind: Literal["listed", "shortened", "norm"]
    unit: int
    start: int
    end: int
    words: str
    holder: int | None


def definitions(whole: WholeAct) -> tuple[Definition, ...]:
    """All definitions of an act, in the order of the text."""
    act = whole.act
    found: dict[int, Definition] = {}
    for head in sorted({whole.reading.view.unit_of(match[0]) for match, _ in whole.matches("terms_head")}):
        for definition in _listed(act, head):
            found.setdefault(definition.start, definition)
    for definition in (*_shortened(act), *_in_norms(act)):
        found.setdefault(definition.start, definition)
    return tuple(found[start] for start in sorted(found))


def _listed(act: Act, head: int) -> list[Definition]:
    """Items of the list that a unit opens; empty if it opens none."""
    unit = act.units[head]
    text = act.text[unit.start : unit.end]
    if len(text.split()) > LONG_HEADING:
        return []
    found = [
        definition
        for item in _items(act, unit)
        if (definition := _item(act, item, _holder(act, text, unit))) is not None
    ]
    return found if len(found) >= ENOUGH else []


def _items(act: Act, head: Unit) -> Iterator[Unit]:
    """Units that may be items: those inside the head, else those after it under the same holder."""
    if head.last > head.index:
        yield from act.units[head.index + 1 : head.last + 1]
        return
    stop = len(act.units) - 1 if head.parent is None else act.units[head.parent].last
    for unit in act.units[head.index + 1 : stop + 1]:
        if unit.kind in ("article", "chapter", "section", "annex"):
            return
        if unit.kind == head.kind and head.kind in ("part", "point") and unit.parent == head.parent:
            return
        yield unit


def _item(act: Act, unit: Unit, holder: int | None) -> Definition | None:
    if unit.kind in ("note", "cell", "signature", "article", "chapter"):
        return None
    match = LISTED.match(act.text[unit.body : unit.end].rstrip())
    if match is None or len(match["term"].split()) > LONG_TERM or len(match["words"].split()) < ENOUGH:
        return None
    term = match["term"].strip()
    if term.lower().startswith(NO_TERM):
        return None
    start = unit.body + match.start("term")
    return Definition(term, "listed", unit.index, start, start + len(term), match["words"], holder)


def _shortened(act: Act) -> Iterator[Definition]:
    units = iter(act.units)
    unit = next(units, None)
    for match in SHORTENED.finditer(act.text):
        while unit is not None and unit.end <= match.start():
            unit = next(units, None)
        if unit is None:
            return
        annex = next((above.index for above in ancestors(act, unit.index) if above.kind == "annex"), None)
        before = act.text[max(unit.body, match.start() - 160) : match.start()]
        yield Definition(
            match["term"].strip(' «»"“”'),
            "shortened",
            unit.index,
            match.start("term"),
            match.end("term"),
            before,
            annex,
        )


def _in_norms(act: Act) -> Iterator[Definition]:
    for unit in act.units:
        if unit.kind in ("note", "contents", "title"):
            continue
        text = act.text[unit.body : unit.end]
        if "понима" not in text and "түшүнүл" not in text:
            continue
        for match in WITHIN_NORM[unit.lang].finditer(text):
            start = unit.body + match.start("term")
            yield Definition(
                match["term"].strip(' «»"“”'),
                "norm",
                unit.index,
                start,
                unit.body + match.end("term"),
                match["words"],
                _holder(act, text, unit),
            )


HOLDERS: Final = {
    "article": re.compile(r"(?:настоящей статье|настоящей статьи|ушул берене|ушул статья)", re.IGNORECASE),
    "chapter": re.compile(r"(?:настоящей глав|ушул глава|ушул бап)", re.IGNORECASE),
    "section": re.compile(r"(?:настоящем разделе|настоящего раздела|ушул бөлүм)", re.IGNORECASE),
}
"""Words by which a definition holds only within a part of the act."""


def _holder(act: Act, text: str, unit: Unit) -> int | None:
    for kind, words in HOLDERS.items():
        if words.search(text):
            return next((above.index for above in ancestors(act, unit.index) if above.kind == kind), None)
    return next((above.index for above in ancestors(act, unit.index) if above.kind == "annex"), None)


SHORT_WORD, SHORTEST_STEM, LONGEST_STEM, ENDING = 5, 4, 5, 3


def stem(form: str) -> str:
    """The beginning of a folded word that its other forms share: „участок“, „участки“ – „учас“."""
    if len(form) <= SHORT_WORD:
        return form[: max(SHORTEST_STEM - 1, len(form) - 1)]
    return form[: min(max(SHORTEST_STEM, len(form) - ENDING), LONGEST_STEM)]


def stems(words: str) -> tuple[str, ...]:
    """Stems of the words of a phrase, without words of one or two letters."""
    return tuple(stem(form) for form in tokenise(words).forms if len(form) > 2)


def names_of(term: str) -> Sequence[tuple[str, ...]]:
    """The names that a printed term gives, as stems: what stands in brackets is another name or a part."""
    plain = re.sub(r"\([^()]*\)", " ", term)
    names = [plain, term, *re.findall(r"\(([^()]*)\)", term)]
    short = SHORTENED.search(term)
    if short:
        names.append(short["term"])
    return [found for name in dict.fromkeys(names) if (found := stems(name))]
