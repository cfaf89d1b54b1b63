"""Commands of amending acts in the two languages, found in a text whose quotations are masked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from corruptex.model import AmendmentCommand, Lang
from corruptex.structure.quotations import MASK

Position = Literal["", "after", "before"]

_Q: Final = rf"{MASK}+"
_NO_Q: Final = rf"[^{MASK};]"

_WORDS_RU: Final = (
    r"(?:слов(?!ар)\w*|цифр\w*|числ\w*|букв\w*|знак\w*|предложени\w+|словосочетани\w+|аббревиатур\w+"
    r"|фраз\w+|текст\w*)"
)
_AND_RU: Final = r"(?:\s*,\s*|\s+и\s+|\s*,?\s+а также\s+|\s+)"
_MORE_RU: Final = rf"(?:{_AND_RU}(?:{_WORDS_RU}\s+)?{_Q})*"
_OLD_RU: Final = rf"(?P<old>{_WORDS_RU}\s+{_Q}{_MORE_RU})"
_NEW_RU: Final = rf"(?P<new>{_WORDS_RU}\s*:?\s+{_Q})"
_BESIDE_RU: Final = rf"\b(?P<place>после|перед)\s+{_OLD_RU}"
_ADD_RU: Final = r"\bдополн(?:ить|ив|яется)\b"

_WORDS_KY: Final = r"(?:сөз|сан|цифра|тамга|белги|сүйлөм|аббревиатура|фраза|тексти?)\w*(?:\s+айкаш\w*)?"
_MORE_KY: Final = rf"(?:(?:\s*,\s*|\s+жана\s+|\s+)(?:деген\s+{_WORDS_KY}\s*(?:,|жана)\s+)?{_Q})*"
_OLD_KY: Final = rf"(?P<old>{_Q}{_MORE_KY})"
_NEW_KY: Final = rf"(?P<new>{_Q}{_MORE_KY})"
_SAID: Final = rf"(?:\s*деген\s+{_WORDS_KY}|\s+{_WORDS_KY})"
_TAKEN: Final = (
    r"(?:(?:алып|алынып|чыгарып|чыгарылып)\s+(?:салынсын|ташталсын|салынат)|чыгарылсын|алынсын|кыскартылсын"
    r"|жокко\s+чыгарылсын)"
)
_RESTATED_KY: Final = r"(?:баяндалсын|окулсун|жазылсын|берилсин|түзүлсүн|өзгөртүлсүн)"

_RUSSIAN: Final[tuple[tuple[AmendmentCommand, str], ...]] = (
    (
        "replace_words",
        rf"{_OLD_RU}{_NO_Q}{{0,90}}?\bзамен(?:ить|ив|яются)\b{_NO_Q}{{0,60}}?(?P<new>{_Q}{_MORE_RU})",
    ),
    ("replace_words", rf"\bзамен(?:ить|ив)\b\s+{_NO_Q}{{0,60}}?{_OLD_RU}{_NO_Q}{{0,40}}?\s{_NEW_RU}"),
    ("add_words", rf"{_ADD_RU}{_NO_Q}{{0,60}}?{_BESIDE_RU}{_NO_Q}{{0,30}}?{_NEW_RU}"),
    ("add_words", rf"(?:{_BESIDE_RU}{_NO_Q}{{0,40}}?)?{_ADD_RU}{_NO_Q}{{0,40}}?{_NEW_RU}"),
    ("delete_words", rf"{_OLD_RU}{_NO_Q}{{0,40}}?\bисключ(?:ить|ив|аются)\b"),
    ("delete_words", rf"\bисключ(?:ить|ив)\b\s+{_NO_Q}{{0,60}}?{_OLD_RU}"),
    ("restate", r"\bизлож(?:ить|ив|ен[аоы]?)\b[^;:\x01]{0,90}?редакци\w+[^;:\x01]{0,60}"),
    ("add", rf"{_ADD_RU}(?P<what>[^;:\x01]{{0,140}})"),
    ("repeal", r"\b(?:призна(?:ть|в|ются|но)|считать)\b[^;\x01]{0,30}?утративш\w+\s+силу"),
    ("repeal", r"\b(?:исключить|отменить|упразднить)\b"),
    ("renumber", r"\bсчитать\b(?P<what>[^;:\x01]{2,140})"),
)
_KYRGYZ: Final[tuple[tuple[AmendmentCommand, str], ...]] = (
    (
        "replace_words",
        rf"{_OLD_KY}{_SAID}{_NO_Q}{{0,60}}?{_NEW_KY}(?:{_SAID})?{_NO_Q}{{0,40}}?"
        r"алмаштыр(?:ылсын|уу|ып|ылат)\w*",
    ),
    (
        "add_words",
        rf"{_OLD_KY}{_SAID}\s+(?P<place>кийин|мурда|мурун|соң)\b{_NO_Q}{{0,30}}?(?P<new>{_Q}){_SAID}\s+"
        r"(?:менен\s+)?толукта\w+",
    ),
    ("add_words", rf"(?P<new>{_Q})\s*деген\s+{_WORDS_KY}\s+(?:менен\s+)?толукта\w+"),
    ("add", rf"(?P<new>{_Q})\s*деген\s+(?P<what>[^;:\x01]{{1,60}}?)\s+менен\s+толукта\w+"),
    ("delete_words", rf"{_OLD_KY}{_SAID}\s*,?\s*{_TAKEN}"),
    ("restate", rf"(?:редакци(?:яда|ясында)|төмөн\w+)\s+{_RESTATED_KY}"),
    (
        "add",
        r"(?P<what>(?:төмөн\w+\s+мазмун\w+\s+[^;:\x01]{1,120}?|[^;:,\x01]{1,80}?))\s+менен\s+"
        r"толукта(?:лсын|лып|лат)",
    ),
    ("repeal", r"күч(?:үн|үнөн)\s+жогот\w+\s+деп\s+(?:табылсын|таанылсын|эсептелсин|саналсын)"),
    ("repeal", _TAKEN),
    ("renumber", r"(?P<what>[^;:\x01]{2,140}?)\s+(?:деп|катары)\s+(?:эсептелсин|саналсын|каралсын)"),
)
_COMMANDS: Final = {
    lang: tuple((command, re.compile(pattern, re.IGNORECASE)) for command, pattern in table)
    for lang, table in (("ru", _RUSSIAN), ("ky", _KYRGYZ))
}
_MAY_COMMAND: Final = {
    "ru": re.compile(r"замен|дополн|исключ|излож|утратив|считать|отменить|упразднить", re.IGNORECASE),
    "ky": re.compile(
        rf"алмаштыр|толукта|{_TAKEN}|{_RESTATED_KY}|жогот|эсептелсин|(?:санал|карал)сын", re.IGNORECASE
    ),
}
_ONE_QUOTATION: Final = re.compile(_Q)
_AFTER: Final = frozenset(("после", "кийин", "соң"))


@dataclass(frozen=True, slots=True)
class Command:
    """A command in a masked text.

    Attributes:
        command: What is to be done.
        start: First character of the command with the words it speaks about.
        end: Character after it.
        old: Places of the quotations that are replaced, deleted or marked, marks included.
        new: Places of the quotations that come instead or are added.
        what: Words that name what is added or renumbered, as a span; empty if there are none.
        position: Where new words stand, seen from the old ones.
    """

    command: AmendmentCommand
    start: int
    end: int
    old: tuple[tuple[int, int], ...] = ()
    new: tuple[tuple[int, int], ...] = ()
    what: tuple[int, int] = (0, 0)
    position: Position = ""


def commands_of(text: str, lang: Lang, start: int, end: int) -> list[Command]:
    """Find the commands of a stretch of a masked text, in order.

    Args:
        text: The masked text (``quotations.masked``).
        lang: Language of the stretch.
        start: First character of the stretch.
        end: Character after it.
    """
    if _MAY_COMMAND[lang].search(text, start, end) is None:
        return []
    found: list[Command] = []
    for command, pattern in _COMMANDS[lang]:
        for match in pattern.finditer(text, start, end):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.append(_command(command, match))
    return sorted(found, key=lambda one: one.start)


def _command(command: AmendmentCommand, match: re.Match[str]) -> Command:
    groups = match.re.groupindex
    place = match["place"] if "place" in groups else None
    position: Position = "" if not place else "after" if place.lower() in _AFTER else "before"
    return Command(
        command=command,
        start=_without_space(match, match.start()),
        end=match.end(),
        old=tuple(_quotes(match, "old")),
        new=tuple(_quotes(match, "new")),
        what=match.span("what") if "what" in groups else (0, 0),
        position=position,
    )


def _without_space(match: re.Match[str], start: int) -> int:
    while start < match.end() and match.string[start].isspace():
        start += 1
    return start


def _quotes(match: re.Match[str], group: str) -> Iterator[tuple[int, int]]:
    if group in match.re.groupindex and match[group] is not None:
        low, high = match.span(group)
        for quotation in _ONE_QUOTATION.finditer(match.string, low, high):
            yield quotation.span()
