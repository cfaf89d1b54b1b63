"""Comparing the Kyrgyz and the Russian version of one act."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corruptex import __version__
from corruptex.bilingual.align import align, same_number
from corruptex.bilingual.difference import Difference
from corruptex.bilingual.differences import differences
from corruptex.bilingual.markers import Markers, markers
from corruptex.bilingual.model import Alignment, Comparison, Divergence, Kind, Pair, Side
from corruptex.bilingual.passage import read_version
from corruptex.messages import LANGUAGES, CorruptexError, say
from corruptex.methodology.loading import rules_folder
from corruptex.methodology.rule_file import RuleFile
from corruptex.model import Act, Lang, Notice, Severity, Span, Texts

_HIGH: Final[frozenset[Kind]] = frozenset(
    {"modality", "negation", "number", "unit", "date", "only", "openness", "body", "condition", "bound"}
)
_LOW: Final[frozenset[Kind]] = frozenset({"numbering"})
_NO_NORMS: Final = frozenset({"preamble", "title"})
_HEADINGS: Final = frozenset({"book", "section", "chapter", "heading"})
LEAST_ALIGNED: Final = 0.3
"""Share of units of the shorter version that must have a counterpart; below it the files are not one act."""

MOST_APART: Final = 1.0
"""Divergences per pair of units above which the files are not one act: two editions ten years and a reform
apart have 0.7, two laws with the same numbers 1.2 to 1.6."""

FEWEST_PAIRS: Final = 20
"""Pairs of units below which little can be said of their share."""

_MISSING_QUOTE: Final = 160
"""Characters shown of a unit that one version lacks."""


def compare(one: Act, other: Act) -> Comparison:
    """Compare the two language versions of one act.

    Args:
        one: Either version.
        other: The other version.

    Returns:
        The comparison, the divergences in the order of the Russian text.

    Raises:
        CorruptexError: If both acts are in one language, or are not versions of one act.
    """
    if one.lang == other.lang:
        raise CorruptexError(
            f"languages_both_{one.lang}",
            first=one.source.name if one.source else "text",
            second=other.source.name if other.source else "text",
        )
    ky, ru = (one, other) if one.lang == "ky" else (other, one)
    alignment = align(ky, ru)
    _check_same_act(ky, ru, alignment)
    compiled = markers()
    found = [*_structure(ky, ru, alignment), *_content(ky, ru, alignment, compiled)]
    if len(found) > MOST_APART * max(len(alignment.pairs), FEWEST_PAIRS):
        raise _not_one_act(ky, ru)
    found.sort(key=lambda item: (item.ru.start, item.ky.start))
    return Comparison(
        ky=ky,
        ru=ru,
        alignment=alignment,
        divergences=tuple(_numbered(found)),
        notices=tuple(_notices(ky, ru, alignment)),
        compared=len(alignment.pairs),
        tool_version=__version__,
        methodology_version=str(RuleFile(rules_folder() / "methodology.yaml").need("version")),
    )


def _check_same_act(ky: Act, ru: Act, alignment: Alignment) -> None:
    """Refuse two files of which little corresponds.

    Raises:
        CorruptexError: If they are not versions of one act.
    """
    alone = sum(ru.units[index].last - index + 1 for index, _ in alignment.ru_only)
    alone += sum(ky.units[index].last - index + 1 for index, _ in alignment.ky_only)
    paired = 2 * len(alignment.pairs)
    apart = alone + 6 * len(alignment.rewritten)
    if not paired or paired / (paired + apart) < LEAST_ALIGNED:
        raise _not_one_act(ky, ru)


def _not_one_act(ky: Act, ru: Act) -> CorruptexError:
    return CorruptexError(
        "languages_not_one_act",
        ky=ky.source.name if ky.source else "text",
        ru=ru.source.name if ru.source else "text",
    )


def _notices(ky: Act, ru: Act, alignment: Alignment) -> Iterator[Notice]:
    if ky.kind == "constitution" or ru.kind == "constitution":
        yield Notice("languages_prevails_constitution")
    else:
        yield Notice("languages_prevails")
    alone = len(alignment.ky_only) + len(alignment.ru_only) + len(alignment.rewritten)
    if alone > max(10, len(alignment.pairs) // 50):
        yield Notice("languages_editions", {"count": alone})


def _numbered(found: list[Divergence]) -> Iterator[Divergence]:
    for number, item in enumerate(found, 1):
        yield Divergence(
            f"V{number}", item.kind, item.severity, item.sure, item.ky, item.ru, item.said, item.freer
        )


# -- units without counterpart, other numbers --------------------------------------------------------


def _structure(ky: Act, ru: Act, alignment: Alignment) -> Iterator[Divergence]:
    for index, head in alignment.ru_only:
        if not _is_no_norm(ru, index):
            yield _missing(_whole(ru, index), _nothing(ky, head), "ru", _severity_of_missing(ru, index))
    for index, head in alignment.ky_only:
        if not _is_no_norm(ky, index):
            yield _missing(_whole(ky, index), _nothing(ru, head), "ky", _severity_of_missing(ky, index))
    for pair in alignment.rewritten:
        sides = _whole(ky, pair.ky[0]), _whole(ru, pair.ru[0])
        yield Divergence("", "rewritten", "high", False, *sides)
    yield from _numbering(ky, ru, alignment)


def _is_no_norm(act: Act, index: int) -> bool:
    """Whether a unit is no norm whose absence matters: of the preamble, or a line below the signature."""
    unit = act.units[index]
    if unit.kind != "paragraph" or unit.parent is not None:
        return unit.kind in _NO_NORMS
    return any(above.kind == "signature" for above in act.units[:index])


def _missing(there: Side, nowhere: Side, lang: Lang, severity: Severity) -> Divergence:
    ky, ru = (there, nowhere) if lang == "ky" else (nowhere, there)
    return Divergence("", "missing", severity, True, ky, ru)


def _severity_of_missing(act: Act, index: int) -> Severity:
    return "medium" if act.units[index].kind in _HEADINGS and act.units[index].last == index else "high"


def _whole(act: Act, index: int) -> Side:
    """The beginning of a unit with what it holds."""
    unit = act.units[index]
    end = act.units[unit.last].end
    if end > unit.start + _MISSING_QUOTE:
        end = max(act.text.rfind(" ", unit.start, unit.start + _MISSING_QUOTE), unit.start + 1)
    return _side(act, index, Span(unit.start, end))


def _nothing(act: Act, head: int | None) -> Side:
    """The place where a version has nothing: the end of the unit in which it should stand."""
    place = act.units[act.units[head].last].end if head is not None else len(act.text)
    return Side(head, place, place, "")


def _side(act: Act, unit: int, span: Span) -> Side:
    quote = act.text[span.start : span.end]
    start = span.start + len(quote) - len(quote.lstrip())
    end = span.end - (len(quote) - len(quote.rstrip()))
    return Side(unit, start, end, act.text[start:end])


def _numbering(ky: Act, ru: Act, alignment: Alignment) -> Iterator[Divergence]:
    """Units with other numbers; of a run of numbers shifted alike only the first is told."""
    shift: tuple[int | None, int] | None = None
    for pair in alignment.pairs:
        one, other = ky.units[pair.ky[0]], ru.units[pair.ru[0]]
        if one.kind != other.kind or not one.number or not other.number:
            continue
        if same_number(other, one):
            if shift and shift[0] == other.parent:
                shift = None
            continue
        if not (one.number.isdigit() and other.number.isdigit()):
            continue
        here = other.parent, int(one.number) - int(other.number)
        if here != shift:
            shift = here
            sides = (
                _side(ky, one.index, Span(one.start, one.body)),
                _side(ru, other.index, Span(other.start, other.body)),
            )
            yield Divergence("", "numbering", "low", True, *sides)


# -- what the units say ---------------------------------------------------------------------------------


def _content(ky: Act, ru: Act, alignment: Alignment, compiled: Markers) -> Iterator[Divergence]:
    ours, theirs = read_version(ky, "ky", compiled), read_version(ru, "ru", compiled)
    for pair in alignment.pairs:
        if ru.units[pair.ru[0]].kind in _HEADINGS:
            continue
        for difference in differences(ours.passage(pair.ky), theirs.passage(pair.ru)):
            yield _divergence(ky, ru, pair, difference, compiled)


def _divergence(ky: Act, ru: Act, pair: Pair, found: Difference, compiled: Markers) -> Divergence:
    severity: Severity = "high" if found.kind in _HIGH else "low" if found.kind in _LOW else "medium"
    if not found.sure and severity == "high":
        severity = "medium"
    return Divergence(
        id="",
        kind=found.kind,
        severity=severity,
        sure=found.sure,
        ky=_place(ky, pair.ky, found.ky),
        ru=_place(ru, pair.ru, found.ru),
        said={"ky": _said(found.says_ky, compiled), "ru": _said(found.says_ru, compiled)},
        freer=found.freer,
    )


def _place(act: Act, units: tuple[int, ...], span: Span | None) -> Side:
    """The words in their unit; the beginning of the unit where the version lacks the words."""
    if span is None:
        unit = act.units[units[0]]
        return Side(unit.index, unit.body, unit.body, "")
    index = next(index for index in reversed(units) if act.units[index].start <= span.start)
    return Side(index, span.start, span.end, act.text[span.start : span.end])


def _said(says: str, compiled: Markers) -> Texts:
    if says.startswith("="):
        return dict.fromkeys(LANGUAGES, f"„{says[1:]}“")
    group, _, name = says.partition(".")
    if group == "says":
        return {lang: say(f"languages_says_{name}", lang) for lang in LANGUAGES}
    return compiled.labels[group, name]
