"""Numbers, terms, sums, dates, cited units, and which way a limit cuts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corruptex.bilingual.difference import NOTHING, Difference, sentences, span_of, within, words_of
from corruptex.bilingual.passage import Passage
from corruptex.bilingual.quantities import Cited, Quantity


def numbers(ky: Passage, ru: Passage) -> Iterator[Difference]:
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
    ours = span_of(one) if one else None
    theirs = span_of(other) if other else None
    present = one or other
    return Difference(
        "number",
        ours,
        theirs,
        words_of(ky, ours) if ours else NOTHING,
        words_of(ru, theirs) if theirs else NOTHING,
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


def measures(ky: Passage, ru: Passage) -> Iterator[Difference]:
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
        ours, theirs = span_of(one), span_of(other)
        yield Difference("unit", ours, theirs, words_of(ky, ours), words_of(ru, theirs), sure)


def dates(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """Dates that the other version has not."""
    ours = _missing_dates(ky.quantities.dates, ru.quantities.dates)
    theirs = _missing_dates(ru.quantities.dates, ky.quantities.dates)
    for place in range(max(len(ours), len(theirs))):
        one = span_of(ours[place]) if place < len(ours) else None
        other = span_of(theirs[place]) if place < len(theirs) else None
        says_ky = words_of(ky, one) if one else NOTHING
        says_ru = words_of(ru, other) if other else NOTHING
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


def references(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """Other units cited; a number that the other version has as a plain number is no difference."""
    ours, theirs = _uncited(ky, ru), _uncited(ru, ky)
    if not ours and not theirs:
        return
    one = span_of(ours[0]) if ours else None
    other = span_of(theirs[0]) if theirs else None
    if one is None and ky.quantities.references and other is not None:
        one = span_of(ky.quantities.references[0])
    if other is None and ru.quantities.references and one is not None:
        other = span_of(ru.quantities.references[0])
    says_ky = words_of(ky, one) if one else NOTHING
    says_ru = words_of(ru, other) if other else NOTHING
    yield Difference("reference", one, other, says_ky, says_ru, bool(ours and theirs))


def _uncited(one: Passage, other: Passage) -> list[Cited]:
    there = {cited.value for cited in other.quantities.references} | other.quantities.loose
    there |= {part for value in there for part in value.split("-")}
    return [
        cited
        for cited in one.quantities.references
        if cited.value not in there and not there.issuperset(cited.value.split("-"))  # «2-3» and «2, 3»
    ]


_OPPOSITE: Final = (
    ("at_least", "at_most"), ("at_most", "at_least"), ("at_least", "over"), ("over", "at_least"),
    ("over", "at_most"), ("at_most", "over"),
)  # fmt: skip


def bounds(ky: Passage, ru: Passage) -> Iterator[Difference]:
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
    for inside_ky, inside_ru in sentences(ky, ru):
        ours = [one for one in ky.group("bounds") if within(one, inside_ky)]
        theirs = [one for one in ru.group("bounds") if within(one, inside_ru)]
        names = {one.name for one in ours}, {one.name for one in theirs}
        if len(names[0]) == len(names[1]) == 1 and (ours[0].name, theirs[0].name) in _OPPOSITE:
            says = f"bounds.{ours[0].name}", f"bounds.{theirs[0].name}"
            yield Difference("bound", span_of(ours[0]), span_of(theirs[0]), *says)


def _before(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """«At least N days before» became «not later than N days»: before or after the event is left open."""
    ours, theirs = ky.named("bounds", "at_most"), ru.named("bounds", "at_least_before")
    if ours and theirs:
        yield Difference(
            "bound",
            span_of(ours[0]),
            span_of(theirs[0]),
            "bounds.at_most",
            "bounds.at_least_before",
            sure=False,
        )
