"""What differs between two passages that should say the same: one small judge per kind of difference.

A judge speaks only where one version says something that the other says in no way: translations are free in
words, not in force. Where a softer rendering is possible, the difference is a question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from corruptex.bilingual.markers import Marker
from corruptex.bilingual.model import Kind
from corruptex.bilingual.passage import Passage
from corruptex.bilingual.quantities import Cited, Quantity
from corruptex.model import Span

Said = str
"""What a version says: ``group.name`` of a marker, or ``=words`` taken as they stand."""

NOTHING: Final = "says.nothing"
PRESENT: Final = "says.present"
AFFIRMED: Final = "says.affirmed"
DENIED: Final = "says.denied"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two passages.

    Attributes:
        kind: What differs.
        ky: The Kyrgyz words; ``None`` if it has none.
        ru: The Russian words; ``None`` if it has none.
        says_ky: What the Kyrgyz version says.
        says_ru: What the Russian version says.
        sure: Whether it is stated, or asked.
        freer: The version that leaves the official more freedom.
    """

    kind: Kind
    ky: Span | None
    ru: Span | None
    says_ky: Said
    says_ru: Said
    sure: bool = True
    freer: Literal["", "ky", "ru"] = ""


def differences(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """Compare two passages.

    Args:
        ky: The Kyrgyz passage.
        ru: The Russian passage.

    Yields:
        Differences, the gravest kinds first.
    """
    for judge in JUDGES:
        yield from judge(ky, ru)


def _span(found: Marker | Quantity | Cited) -> Span:
    return Span(found.start, found.end)


def _words(passage: Passage, span: Span) -> Said:
    return "=" + " ".join(passage.version.act.text[span.start : span.end].split())


# -- who may, must, must not ---------------------------------------------------------------------

_SOFT_RIGHT: Final = {
    "ru": re.compile(
        r"прав[оаеу]?м?$|возможн|разреш|допуск|допуст|полномоч|мог|вправ|предостав|согла[сш]|желан|усмотр"
    ),
    "ky": re.compile(
        r"укук|укуг|мүмкүн(?!чүлүктөр)|уруксат|жол$|ал[аоы]т$|алыш(?:ат|са|ы)|ала$|каала|ыктыяр|өз$"
    ),
}  # fmt: skip
_NEGATIVE: Final = {
    "ru": re.compile(
        r"не$|ни$|нет$|без$|запре|недопу|кроме$|исключ|отказ|невозм|нельзя|лиш|никто|против|нару[шщ]|вне$"
    ),
    "ky": re.compile(
        r"эмес|жок|тыюу|укуксуз|тышкары|кошпо|копшо|с[ыиуү]з|карабас|башка|баш$|ченем|жатпа|чейин|гана|мурда|"
        r"\w+[бп](?:ай|ей|ой|өй|ас|ес|ос|өс|аг|ег|ог|өг|аш|еш|ош|өш|оо|өө|аст|ест|ост|өст|асын|есин|осун|өсүн)"
    ),
}  # fmt: skip
_FINITE_NEGATION: Final = {
    "ru": re.compile(r"не$"),
    "ky": re.compile(r"(?!болбосун)\w{2,}[бп](?:айт|ейт|ойт|өйт|асын|есин|осун|өсүн)$"),
}
_RUSSIAN_VERB: Final = re.compile(r"\w{2,}(?:ет|ют|ит|ят|ат|ут)(?:ся)?$")
_FREEDOM: Final = {"may": 2, "exempt": 2, "": 1, "must": 1, "forbid": 0}
"""How much a modal leaves to whoever acts; ordering for the direction of a difference."""


def _modality(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """May, must and must not, sentence by sentence where both have as many."""
    for inside_ky, inside_ru in _sentences(ky, ru):
        ours = [m for m in ky.group("modality") if m.name != "neither" and _within(m, inside_ky)]
        theirs = [m for m in ru.group("modality") if m.name != "neither" and _within(m, inside_ru)]
        yield from _modals(ky, ru, ours, theirs)


def _sentences(ky: Passage, ru: Passage) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Sentences that correspond, as tokens; the whole passages if they have not equally many."""
    ours, theirs = ky.sentences(), ru.sentences()
    if len(ours) == len(theirs):
        return list(zip(ours, theirs, strict=True))
    return [((0, 1 << 60), (0, 1 << 60))]


def _within(marker: Marker, tokens: tuple[int, int]) -> bool:
    return tokens[0] <= marker.first < tokens[1]


def _left(these: list[Marker], those: list[Marker]) -> list[Marker]:
    """Markers left after each name is set off against the same name of the other version."""
    names = [marker.name for marker in those]
    left = []
    for marker in these:
        if marker.name in names:
            names.remove(marker.name)
        else:
            left.append(marker)
    return left


def _modals(ky: Passage, ru: Passage, all_ky: list[Marker], all_ru: list[Marker]) -> Iterator[Difference]:
    """Judge the modals of one sentence that the other version lacks."""
    ours, theirs = _left(all_ky, all_ru), _left(all_ru, all_ky)
    if ours and theirs:
        one, other = ours[0], theirs[0]
        if {one.name, other.name} == {"forbid", "must"} and (_denied(ky) and _denied(ru)):
            return  # «must not» said as a duty with a negated verb
        yield _modal(one, other, sure=len(ours) == len(theirs))
    elif theirs and not all_ky and theirs[0].name != "must":
        lost = theirs[0]
        if lost.name == "may" and not _says(ky, _SOFT_RIGHT):
            yield _modal(None, lost, sure=len(theirs) == 1)
        elif lost.name == "forbid" and not _denied(ky):
            yield _modal(None, lost, sure=True)
    elif ours and not all_ru and ours[0].name != "must":
        lost = ours[0]
        if lost.name == "may" and not _says(ru, _SOFT_RIGHT):
            yield _modal(lost, None, sure=len(ours) == 1)
        elif lost.name == "forbid" and not _denied(ru):
            yield _modal(lost, None, sure=True)


def _modal(ky: Marker | None, ru: Marker | None, *, sure: bool) -> Difference:
    free_ky, free_ru = _FREEDOM[ky.name if ky else ""], _FREEDOM[ru.name if ru else ""]
    return Difference(
        "modality",
        _span(ky) if ky else None,
        _span(ru) if ru else None,
        f"modality.{ky.name}" if ky else PRESENT,
        f"modality.{ru.name}" if ru else PRESENT,
        sure,
        "ky" if free_ky > free_ru else "ru" if free_ru > free_ky else "",
    )


def _says(passage: Passage, words: dict[str, re.Pattern[str]]) -> bool:
    pattern = words[passage.version.lang]
    return any(pattern.match(form) for form in passage.tokens)


def _denied(passage: Passage) -> bool:
    """Whether anything at all is denied in a passage, in any form."""
    return _says(passage, _NEGATIVE) or bool(passage.named("modality", "forbid"))


def _negation(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """A verb denied in one version, where the other denies nothing in any form."""
    if ky.group("modality") or ru.group("modality"):
        return
    for one, other in ((ky, ru), (ru, ky)):
        span = _finite_negation(one)
        if span is None or _denied(other):
            continue
        in_kyrgyz = one is ky
        yield Difference(
            "negation",
            span if in_kyrgyz else None,
            None if in_kyrgyz else span,
            DENIED if in_kyrgyz else AFFIRMED,
            AFFIRMED if in_kyrgyz else DENIED,
        )


def _finite_negation(passage: Passage) -> Span | None:
    """The first denied verb of a passage: «не выдается», «берилбейт»."""
    view, lang = passage.version.view, passage.version.lang
    for unit in passage.units:
        for token in range(view.first[unit], view.first[unit + 1]):
            form = view.tokens.forms[token]
            if not _FINITE_NEGATION[lang].match(form):
                continue
            if lang == "ky":
                return Span(view.tokens.starts[token], view.tokens.ends[token])
            verb = token + 1
            if verb < view.first[unit + 1] and _RUSSIAN_VERB.match(view.tokens.forms[verb]):
                return Span(view.tokens.starts[token], view.tokens.ends[verb])
    return None


# -- numbers, dates, references ------------------------------------------------------------------


def _numbers(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """Numbers of one version that the other has in no form; a pair of them is one difference."""
    ours, theirs = _unmatched(ky, ru), _unmatched(ru, ky)
    for quantity in list(ours):
        rival = next((other for other in theirs if other.measure == quantity.measure), None)
        if rival is None and len(ours) == len(theirs) == 1:
            rival = theirs[0]
        if rival is not None:
            ours.remove(quantity)
            theirs.remove(rival)
            yield _number(ky, ru, quantity, rival)
    for quantity in ours:
        yield _number(ky, ru, quantity, None)
    for quantity in theirs:
        yield _number(ky, ru, None, quantity)


def _number(ky: Passage, ru: Passage, one: Quantity | None, other: Quantity | None) -> Difference:
    ours = _span(one) if one else None
    theirs = _span(other) if other else None
    present = one or other
    return Difference(
        "number",
        ours,
        theirs,
        _words(ky, ours) if ours else NOTHING,
        _words(ru, theirs) if theirs else NOTHING,
        sure=bool(one and other) or bool(present and present.measure),
    )


def _unmatched(one: Passage, other: Passage) -> list[Quantity]:
    """Numbers that the other version has in no form, each value once."""
    there = {quantity.value for quantity in other.quantities.numbers} | other.quantities.loose
    there |= {cited.value for cited in other.quantities.references}
    found: dict[str, Quantity] = {}
    bare = {quantity.measure for quantity in other.quantities.numbers}
    for quantity in one.quantities.numbers:
        if quantity.value == "1" and quantity.measure not in bare:
            continue  # «в течение месяца» is one month too
        if quantity.value not in there:
            found.setdefault(quantity.value, quantity)
    return list(found.values())


def _measures(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """The same number of something else."""
    for one in ky.quantities.numbers:
        rivals = [other for other in ru.quantities.numbers if other.value == one.value]
        twins = [other for other in ky.quantities.numbers if other.value == one.value]
        if not one.measure or len(rivals) != 1 or len(twins) != 1 or not rivals[0].measure:
            continue
        other = rivals[0]
        if one.measure == other.measure and one.days == other.days:
            continue
        sure = one.measure != other.measure or bool(one.days and other.days)
        ours, theirs = _span(one), _span(other)
        yield Difference("unit", ours, theirs, _words(ky, ours), _words(ru, theirs), sure)


def _dates(ky: Passage, ru: Passage) -> Iterator[Difference]:
    ours = _missing_dates(ky.quantities.dates, ru.quantities.dates)
    theirs = _missing_dates(ru.quantities.dates, ky.quantities.dates)
    for place in range(max(len(ours), len(theirs))):
        one = _span(ours[place]) if place < len(ours) else None
        other = _span(theirs[place]) if place < len(theirs) else None
        says_ky = _words(ky, one) if one else NOTHING
        says_ru = _words(ru, other) if other else NOTHING
        yield Difference("date", one, other, says_ky, says_ru, bool(one and other))


def _missing_dates(these: list[Cited], those: list[Cited]) -> list[Cited]:
    """Dates that the other version has not; a date without a year is the same in any year."""
    full, short = {date.value for date in those}, {date.value[-5:] for date in those}
    return [
        date
        for date in these
        if date.value not in full and not (date.value.startswith("-") and date.value[-5:] in short)
        and f"--{date.value[-5:]}" not in full
    ]  # fmt: skip


def _references(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """Other units cited; a number that the other version has as a plain number is no difference."""
    ours, theirs = _uncited(ky, ru), _uncited(ru, ky)
    if not ours and not theirs:
        return
    one = _span(ours[0]) if ours else None
    other = _span(theirs[0]) if theirs else None
    if one is None and ky.quantities.references and other is not None:
        one = _span(ky.quantities.references[0])
    if other is None and ru.quantities.references and one is not None:
        other = _span(ru.quantities.references[0])
    says_ky = _words(ky, one) if one else NOTHING
    says_ru = _words(ru, other) if other else NOTHING
    yield Difference("reference", one, other, says_ky, says_ru, bool(ours and theirs))


def _uncited(one: Passage, other: Passage) -> list[Cited]:
    there = {cited.value for cited in other.quantities.references} | other.quantities.loose
    there |= {part for value in there for part in value.split("-")}
    return [
        cited
        for cited in one.quantities.references
        if cited.value not in there and not there.issuperset(cited.value.split("-"))  # «2-3» and «2, 3»
    ]


# -- limits ----------------------------------------------------------------------------------------


def _limit(kind: Kind, name: str, softly: str, *, sure: bool, freer_without: bool) -> Judge:
    """A judge of words that stand in one version and are rendered in no way in the other.

    Args:
        kind: What differs.
        name: The marker.
        softly: Marker of freer renderings, which silence the judge; empty if there is none.
        sure: Whether the difference is stated.
        freer_without: Whether the version without the words leaves more freedom.
    """

    def judge(ky: Passage, ru: Passage) -> Iterator[Difference]:
        ours, theirs = ky.named("limits", name), ru.named("limits", name)
        if bool(ours) == bool(theirs):
            return
        lacking = ru if ours else ky
        if softly and lacking.named("limits", softly):
            return
        freer: Literal["ky", "ru"] = "ru" if bool(ours) == freer_without else "ky"
        yield Difference(
            kind,
            _span(ours[0]) if ours else None,
            _span(theirs[0]) if theirs else None,
            f"limits.{name}" if ours else NOTHING,
            f"limits.{name}" if theirs else NOTHING,
            sure,
            freer,
        )

    return judge


def _condition(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """«Depending on» in one version, «regardless of» in the other."""
    for name, opposite in (("regardless", "depending"), ("depending", "regardless")):
        ours, theirs = ky.named("limits", name), ru.named("limits", opposite)
        if ours and name == "depending" and _denied_after(ky, ours[0]):
            continue  # «күнөөгө жараша келип чыкпаганда» is «независимо от вины»
        if ours and theirs and not ru.named("limits", name) and not ky.named("limits", opposite):
            says = f"limits.{name}", f"limits.{opposite}"
            yield Difference("condition", _span(ours[0]), _span(theirs[0]), *says)
    ours, theirs = ky.named("limits", "regardless"), ru.named("limits", "regardless")
    if theirs and not ours and not ky.named("limits", "depending") and not _denied(ky):
        yield Difference("condition", None, _span(theirs[0]), NOTHING, "limits.regardless", sure=False)


_DENIED_VERB: Final = re.compile(r"\w{2,}[бп][аеоө](?:йт$|г[аеоө]н\w*$|с$)|эмес$")


def _denied_after(passage: Passage, marker: Marker) -> bool:
    """Whether the verb after a marker is denied."""
    forms = passage.version.view.tokens.forms[marker.stop : marker.stop + 3]
    return any(_DENIED_VERB.match(form) for form in forms)


# -- which way a limit cuts --------------------------------------------------------------------------

_OPPOSITE: Final = (
    ("at_least", "at_most"), ("at_most", "at_least"), ("at_least", "over"), ("over", "at_least"),
    ("over", "at_most"), ("at_most", "over"),
)  # fmt: skip


def _bounds(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """«At least» in one version, «at most» or «more than» in the other, if nothing else bounds there."""
    before = ru.named("bounds", "before_event")
    if before:
        if not ky.named("bounds", "before_event"):
            yield from _before(ky, ru)
        return
    if ky.named("bounds", "before_event"):
        return
    if not ky.quantities.loose or not ru.quantities.loose:
        return  # «более тяжкое» is no bound
    for inside_ky, inside_ru in _sentences(ky, ru):
        ours = [one for one in ky.group("bounds") if _within(one, inside_ky)]
        theirs = [one for one in ru.group("bounds") if _within(one, inside_ru)]
        names = {one.name for one in ours}, {one.name for one in theirs}
        if len(names[0]) == len(names[1]) == 1 and (ours[0].name, theirs[0].name) in _OPPOSITE:
            says = f"bounds.{ours[0].name}", f"bounds.{theirs[0].name}"
            yield Difference("bound", _span(ours[0]), _span(theirs[0]), *says)


def _before(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """«At least N days before» became «not later than N days»: before or after the event is left open."""
    ours, theirs = ky.named("bounds", "at_most"), ru.named("bounds", "at_least_before")
    if ours and theirs:
        yield Difference(
            "bound", _span(ours[0]), _span(theirs[0]), "bounds.at_most", "bounds.at_least_before", sure=False
        )


# -- bodies and evaluative words -----------------------------------------------------------------------


def _bodies(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """One version names a body that the other does not, and the other names another instead."""
    names_ky = {marker.name for marker in ky.group("bodies")}
    names_ru = {marker.name for marker in ru.group("bodies")}
    only_ky = [marker for marker in ky.group("bodies") if marker.name not in names_ru]
    only_ru = [marker for marker in ru.group("bodies") if marker.name not in names_ky]
    if only_ky and only_ru:
        one, other = only_ky[0], only_ru[0]
        yield Difference("body", _span(one), _span(other), f"bodies.{one.name}", f"bodies.{other.name}")


_FROM_KYRGYZ: Final = "_ky"
"""End of the name of a term that is narrow in Kyrgyz and wide in Russian; the others are the reverse."""
_BINDING: Final = ("reasoned", "written", "at_once", "timely", "proper")
"""Terms that bind the official; the version without them is the freer one."""


def _terms(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """An evaluative word in one version only: a question, for it may be rendered by a phrase."""
    for one, other in ((ky, ru), (ru, ky)):
        in_kyrgyz = one is ky
        there = {marker.name for marker in other.group("terms")}
        seen: set[str] = set()
        for marker in one.group("terms"):
            if marker.name.endswith(_FROM_KYRGYZ) != in_kyrgyz or marker.name in there | seen:
                continue
            seen.add(marker.name)
            binding = marker.name.removesuffix(_FROM_KYRGYZ) in _BINDING
            says = f"terms.{marker.name}"
            yield Difference(
                "term",
                _span(marker) if in_kyrgyz else None,
                None if in_kyrgyz else _span(marker),
                says if in_kyrgyz else NOTHING,
                NOTHING if in_kyrgyz else says,
                sure=False,
                freer="ru" if in_kyrgyz == binding else "ky",
            )


Judge = Callable[[Passage, Passage], Iterator[Difference]]

JUDGES: Final[tuple[Judge, ...]] = (
    _modality,
    _negation,
    _numbers,
    _measures,
    _dates,
    _bounds,
    _bodies,
    _limit("only", "only", "only_softly", sure=True, freer_without=True),
    _limit("openness", "open", "open_softly", sure=True, freer_without=False),
    _limit("openness", "including", "including_softly", sure=False, freer_without=False),
    _limit("exception", "except", "except_softly", sure=True, freer_without=False),
    _condition,
    _references,
    _terms,
)
