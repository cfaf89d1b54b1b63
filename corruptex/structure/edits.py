"""From one amendment to edits of the text of the act it amends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from corruptex.messages import say
from corruptex.model import Act, Amendment, Unit
from corruptex.structure.blocks import OPENING_QUOTES
from corruptex.structure.locating import Located, locate
from corruptex.structure.marks import TEXT, mark
from corruptex.structure.numbers import SUPERSCRIPT_DIGITS

Trouble = Literal["unit", "words", "exists", "wording", "whole_act", "unclear"]

_ANY_QUOTE: Final = "[«»„“”\"']"
_LETTERS: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[А-ЯЁӨҮҢ])")
_LAST_MARK: Final = re.compile(r"[.;:,]?\s*$")


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``text[start:end]`` by ``words``; ``start == end`` inserts."""

    start: int
    end: int
    words: str


def edit_of(act: Act, amendment: Amendment) -> list[Edit] | Trouble:
    """Say what an amendment does to the text of an act.

    Args:
        act: The act as it reads now.
        amendment: The amendment.

    Returns:
        Edits that do not overlap, or why there are none.
    """
    if amendment.command == "add":
        return _add(act, amendment)
    found = locate(act, amendment.steps)
    if found is None:
        if amendment.steps:
            return "unit"
        return "whole_act" if amendment.command in ("repeal", "restate") else _words(act, amendment, None)
    if amendment.command == "restate":
        return _restate(act, amendment, found)
    if amendment.command == "repeal":
        return _repeal(act, amendment, found)
    if amendment.command == "renumber":
        return _renumber(act, amendment, found)
    return _words(act, amendment, found)


def _restate(act: Act, amendment: Amendment, found: Located) -> list[Edit] | Trouble:
    if not amendment.new:
        return "wording"
    start, end = found.span(act)
    words = amendment.new
    marker = act.text[found.unit.start : found.unit.body]
    if not found.own and marker.strip() and mark(_first_line(words)) is TEXT:
        words = f"{marker}{words}"
    return [Edit(start, end, f"{words}\n")]


def _first_line(words: str) -> str:
    return words.split("\n", 1)[0].strip()


def _repeal(act: Act, amendment: Amendment, found: Located) -> list[Edit] | Trouble:
    start, end = found.span(act)
    if amendment.steps[-1][0] == "sentence":
        return _repeal_sentence(act, amendment.steps[-1][1], found)
    marker = act.text[found.unit.start : found.unit.body] if not found.own else ""
    lang = found.unit.lang
    kind, number = amendment.steps[-1]
    note = say("structure_repealed_paragraph", lang, number=number) if kind == "paragraph" else ""
    words = note or say("structure_repealed", lang)
    return [Edit(start, end, f"{marker}{words}\n")]


def _repeal_sentence(act: Act, number: str, found: Located) -> list[Edit] | Trouble:
    unit = found.unit
    starts = [unit.body, *(gap.end() for gap in _SENTENCE.finditer(act.text, unit.body, unit.end)), unit.end]
    if not number.isdigit() or int(number) >= len(starts):
        return "unit"
    words = "\n" if int(number) == len(starts) - 1 else ""
    return [Edit(starts[int(number) - 1], starts[int(number)], words)]


def _renumber(act: Act, amendment: Amendment, found: Located) -> list[Edit] | Trouble:
    unit = found.unit
    marker = re.search(rf"\w[\w.{SUPERSCRIPT_DIGITS}-]*", act.text[unit.start : unit.body])
    if marker is None or not amendment.new:
        return "unclear"
    digits = re.search(
        rf"\d+(?:-\d+)*[{SUPERSCRIPT_DIGITS}]*|^[а-яa-z]", act.text[unit.start : unit.body].strip()
    )
    if digits is None:
        return "unclear"
    start = act.text.index(digits[0], unit.start)
    return [Edit(start, start + len(digits[0]), amendment.new)]


def _add(act: Act, amendment: Amendment) -> list[Edit] | Trouble:
    if not amendment.new:
        return "wording"
    if not amendment.steps:
        return "unclear"
    kind, number = amendment.steps[-1]
    number = number or mark(_first_line(amendment.new)).number or ""
    holder = locate(act, amendment.steps[:-1])
    if holder is None and any(step[0] != "annex" for step in amendment.steps[:-1]):
        return "unit"
    if kind == "paragraph":
        place = _after_paragraph(act, amendment, number, holder)
    elif number and locate(act, (*amendment.steps[:-1], (kind, number))) is not None:
        return "exists"
    else:
        place = _after_sibling(act, kind, number, holder)
    if place is None:
        return "unit"
    before = "" if act.text[place - 1 : place] in ("\n", "") else "\n"
    return [Edit(place, place, f"{before}{amendment.new}\n")]


def _after_paragraph(act: Act, amendment: Amendment, number: str, holder: Located | None) -> int | None:
    """Where a new paragraph goes: after the one before it, else at the end of what holds it."""
    if number.isdigit() and int(number) > 1:
        before = locate(act, (*amendment.steps[:-1], ("paragraph", str(int(number) - 1))))
        if before is not None:
            return before.span(act)[1]
    return None if holder is None else act.units[holder.unit.last].end


def _after_sibling(act: Act, kind: str, number: str, holder: Located | None) -> int | None:
    """Where a new unit goes: after the last one with a smaller number, else at the end of what holds it."""
    within = act.units if holder is None else act.units[holder.unit.index + 1 : holder.unit.last + 1]
    same = [unit for unit in within if unit.kind == kind and unit.number]
    if not same:
        same = [
            unit for unit in within if unit.number and unit.parent == (holder.unit.index if holder else None)
        ]
    smaller = [unit for unit in same if not number or order(unit.number or "") < order(number)]
    if smaller:
        nearest: Unit = max(smaller, key=lambda unit: order(unit.number or ""))
        return act.units[nearest.last].end
    if same:
        return same[0].start
    return None if holder is None else act.units[holder.unit.last].end


def order(number: str) -> tuple[int, ...]:
    """Key that sorts numbers as an act does: 2, 13, 13-1, 14; letters by the alphabet."""
    if number[:1].isdigit():
        return tuple(int(digits) for digits in re.findall(r"\d+", number))
    return (_LETTERS.find(number[:1]),)


def _words(act: Act, amendment: Amendment, found: Located | None) -> list[Edit] | Trouble:
    """Edits of words inside a unit, or inside the whole act if no unit is named."""
    start, end = (0, len(act.text)) if found is None else found.span(act)
    if not amendment.old:
        if amendment.command != "add_words" or found is None:
            return "unclear"
        last = _LAST_MARK.search(act.text, found.unit.body, found.unit.end)
        assert last is not None
        return [Edit(last.start(), last.start(), _joined(amendment.new))]
    places = [match.span() for match in _pattern(amendment.old).finditer(act.text, start, end)]
    if not places:
        return "words"
    if amendment.command == "add_words":
        low, high = places[0]
        if amendment.position == "before":
            return [Edit(low, low, f"{amendment.new} ")]
        return [Edit(high, high, _joined(amendment.new))]
    if amendment.command == "replace_words":
        return [Edit(low, high, amendment.new) for low, high in places] if amendment.wording else "wording"
    return [_cut(act.text, low, high) for low, high in places]


def _pattern(words: str) -> re.Pattern[str]:
    """Words as they may stand in another file: any space, any quotation marks, е for ё."""
    pieces = []
    for word in words.split():
        escaped = re.escape(word.strip())
        escaped = re.sub(_ANY_QUOTE, lambda _: _ANY_QUOTE, escaped)
        pieces.append(re.sub("[её]", "[её]", escaped))
    edge = r"(?<!\w)" if words[:1].isalnum() else ""
    return re.compile(edge + r"\s+".join(pieces) + (r"(?!\w)" if words[-1:].isalnum() else ""), re.IGNORECASE)


def _joined(words: str) -> str:
    return words if words[:1] in ".,;:)" else f" {words}"


def _cut(text: str, low: int, high: int) -> Edit:
    """Take words out together with the space that would be left over."""
    if text[low - 1 : low].isspace() and (
        text[high : high + 1].isspace() or text[high : high + 1] in ".,;:)"
    ):
        while low > 0 and text[low - 1] == " ":
            low -= 1
    elif text[high : high + 1] == " " and (low == 0 or text[low - 1] in f"\n{OPENING_QUOTES}("):
        high += 1
    return Edit(low, high, "")
