"""Citations in Kyrgyz: the largest unit first, „ушул Кодекстин 40-беренесинин 1-бөлүгүнүн 9-пункту“."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, cast

from corruptex.model import UnitKind
from corruptex.structure.citations import LETTER, NUMBER, RANKS, Citation, Item, Level, Owner, as_item
from corruptex.structure.numbers import spelled

STEMS: Final = (
    "ерене",
    "тать",
    "өлүк",
    "өлүг",
    "өлүм",
    "ункт",
    "бзац",
    "лава",
    "араграф",
    "иркеме",
    "бап",
    "баб",
)
"""Pieces of the nouns below: where none of them occurs, nothing is cited."""

_NOUN: Final = re.compile(
    r"(?:(?P<article>[Бб]ерене|[Сс]татья|БЕРЕНЕ|СТАТЬЯ)|(?P<part>[Бб]өлү[кг])|(?P<subpoint>[Пп]унктча)|(?P<point>[Пп]ункт)"
    r"|(?P<paragraph>[Аа]бзац)|(?P<chapter>[Гг]лава|[Бб]а[пб](?=[ыт]|\b))|(?P<section>[Бб]өлүм)|(?P<heading>[Пп]араграф)|(?P<annex>[Тт]иркеме))"
    r"(?P<ending>\w{0,14})"
)
_OWNER_ENDING: Final = re.compile(r"(?:[нд][ыиуү]н|т[ыиуү]н)$")
"""Genitive: the unit holds what follows."""

_ENDINGS: Final = re.compile(
    r"(?:[лдт][аеоө]р)?(?:с?[ыиуү](?:н[ыиуү]?)?)?(?:[нд][ыиуү]н|т[ыиуү]н|[гк][аеоө]|[нд]?[аеоө]|[нд][ыиуү]|т[ыиуү]|[дт][аеоө]н?|н[аеоө]н|н)?"
    r"(?:г[ыиуү]|к[ыиуү])?"
)
"""Endings of number, possession and case; any other ending makes another word of the noun."""

_PLURAL: Final = re.compile(r"[лдт][аеоө]р")

_ORDINAL: Final = (
    r"(?:(?:он|жыйырма|отуз)\s)?(?:биринчи|экинчи|үчүнчү|төртүнчү|бешинчи|алтынчы|жетинчи|сегизинчи|тогузунчу|онунчу"
    r"|жыйырманчы|отузунчу)"
)
_ONE: Final = rf"(?:{NUMBER}\.?|{LETTER}\)?|{_ORDINAL}|[IVXLХ]+(?!\w))"
_GAP: Final = r"(?:-?\s*,\s*(?:жана\s+|же\s+)?|-?\s+(?:жана|же|болбосо|жана/же)\s+|\s*[-–—]\s*)"
_ITEMS: Final = re.compile(
    rf"(?<![\w.,-])(?P<list>{_ONE}(?:{_GAP}{_ONE})*)(?P<join>\)?\s*[-–]?\s*)$", re.IGNORECASE
)
_PIECES: Final = re.compile(rf"(?P<item>{_ONE})|(?P<range>[-–—])|(?P<list>,|жана|же|болбосо)", re.IGNORECASE)
_HERE: Final = re.compile(r"(?<!\w)(?:[Уу]шул|[Бб]ул)\s+(?:эле\s+)?$")
_BEFORE: Final = re.compile(r"(?<!\w)[Мм]урунку\s+$")
_COORDINATION: Final = re.compile(
    r"\s*,\s*(?:(?:жана|же|ошондой эле|болбосо)\s+)?|\s+(?:жана|же|болбосо|ошондой эле|жана/же)\s+"
)
_WINDOW: Final = 110

_CASE: Final = r"(?:[нд][ыиуү]н|т[ыиуү]н)"
_THIS_ACT: Final = re.compile(
    rf"(?<!\w)[Уу]шул\s+(?:эле\s+)?\w+(?:{_CASE}|га|ге|го|гө|ка|ке|ко|кө)\s+(?:карата\s+)?$"
)
_OTHER_ACT: Final = re.compile(
    r"(?P<act>(?:(?:«[^»]{3,200}»|\"[^\"]{3,200}\"|“[^”]{3,200}”)\s+)?(?:[А-ЯӨҮҢ][\w-]*\s+(?:[\w-]+\s+)?)?(?:Республикасынын\s+)?(?:\d{4}-жылдын\s+[\w-]+\s+(?:№\s?\w+\s+)?)?"
    r"(?:[\w-]*(?:[Мм]ыйзам|[Кк]одекс|Конституция|[Жж]арлы[кг]|[Тт]октом|[Бб]уйру[кг]|[Жж]обо|[Ээ]реже|Регламент|регламент|Устав|устав"
    r"|[Кк]елишим|Конвенция|Макулдашуу|Декларация|Пакт|Протокол|[Чч]ечим|Тартиб|тартиб|Нускама))"
    rf"(?P<ending>\w*?{_CASE}))\s+$"
)
_POSSESSED: Final = re.compile(r"^(?:[лдт][аеоө]р)?с?[ыиуү]н[ыиуү]н$")


@dataclass(slots=True)
class _Step:
    """A step with its place and whether something smaller may follow it."""

    level: Level
    start: int
    end: int
    holds: bool
    by_word: bool


def citations(text: str, low: int, high: int, places: list[int]) -> list[Citation]:
    """Read the citations of a passage.

    Args:
        text: Text of the act.
        low: First character of the passage.
        high: Character after it.
        places: Where one of ``STEMS`` occurs in the passage, ascending.

    Returns:
        The citations in order; those that share a larger unit with a neighbour hold it as well.
    """
    steps: list[_Step] = []
    for place in places:
        start = place
        while start > low and text[start - 1].isalpha():
            start -= 1
        if steps and start < steps[-1].end:
            continue
        step = _step(text, start, steps[-1].end if steps else low, high)
        if step is not None:
            steps.append(step)
    chains: list[list[_Step]] = []
    for step in steps:
        if chains and _goes_on(text, chains[-1][-1], step):
            chains[-1].append(step)
        else:
            chains.append([step])
    return _citations(text, chains, low)


def _goes_on(text: str, above: _Step, step: _Step) -> bool:
    smaller = RANKS[step.level.kind] < RANKS[above.level.kind] or above.level.kind == "paragraph"
    return above.holds and smaller and not text[above.end : step.start].strip(" ,\n")


def _step(text: str, start: int, low: int, high: int) -> _Step | None:
    noun = _NOUN.match(text, start, high)
    if noun is None or not _ENDINGS.fullmatch(noun["ending"]):
        return None
    kind = cast(
        UnitKind, next(name for name, words in noun.groupdict().items() if words and name != "ending")
    )
    before = text[max(low, start - _WINDOW) : start]
    holds = _OWNER_ENDING.search(noun["ending"]) is not None
    for pattern, pointed in ((_HERE, "here"), (_BEFORE, "before")):
        found = pattern.search(before)
        if found is not None:
            opens = start - len(before) + found.start()
            return _Step(Level(kind, (), pointed), opens, noun.end(), holds, by_word=False)  # type: ignore[arg-type]
    if before[-1:] not in ' -–)"»”' + "\n":
        return None
    found = _ITEMS.search(before)
    if found is None:
        return None
    plural = _PLURAL.match(noun["ending"]) is not None
    items = _items(found["list"], plural=plural)
    if not items or (found["list"][-1].isdigit() and "-" not in found["join"] and "–" not in found["join"]):
        return None
    by_word = found["list"].strip(" -")[-1:].isalpha() and len(found["list"]) > 4
    return _Step(Level(kind, items), start - len(before) + found.start(), noun.end(), holds, by_word)


def _items(words: str, *, plural: bool) -> tuple[Item, ...]:
    items: list[Item] = []
    ranged = False
    for piece in _PIECES.finditer(words):
        if piece["range"]:
            ranged = bool(items)
        elif piece["list"]:
            ranged = False
        elif piece["item"]:
            raw = piece["item"]
            number = spelled(" ".join(raw.lower().split())) if raw[-1].isalpha() and len(raw) > 4 else None
            item = Item(number) if number else as_item(raw, plural=plural)
            if ranged and items[-1].last is None:
                items[-1] = Item(items[-1].first, item.first)
            else:
                items.append(item)
            ranged = False
    return tuple(items)


def _citations(text: str, chains: list[list[_Step]], low: int) -> list[Citation]:
    """Give each chain its act, and the larger units it shares with the chain before it."""
    result: list[Citation] = []
    for chain in chains:
        first, last = chain[0], chain[-1]
        levels = tuple(step.level for step in chain)
        owner, act, start = _owner(text, first, result[-1].end if result else low)
        citation = Citation(start, last.end, levels, owner, act)
        above = result[-1] if result else None
        if above is not None and owner == "unsaid" and _COORDINATION.fullmatch(text[above.end : start]):
            shared = tuple(
                level for level in above.levels if RANKS[level.kind] > max(citation.top, above.bottom)
            )
            if shared or citation.top >= above.bottom:
                citation = replace(citation, levels=shared + levels, owner=above.owner, act=above.act)
        if first.by_word and len(citation.levels) == 1 and citation.owner == "unsaid":
            continue  # „the first part of the leave“ is no unit of an act
        result.append(citation)
    return result


def _owner(text: str, first: _Step, low: int) -> tuple[Owner, tuple[int, int] | None, int]:
    """Say whose units a chain names, and where its words begin."""
    if first.level.pointed:
        return "this", None, first.start
    begins = max(low, first.start - 260)
    before = text[begins : first.start]
    if not before.endswith((" ", "\n")):
        return "unsaid", None, first.start
    this = _THIS_ACT.search(before)
    if this is not None:
        return "this", None, begins + this.start()
    other = _OTHER_ACT.search(before)
    if other is None:
        return "unsaid", None, first.start
    return "other", (begins + other.start("act"), begins + other.end("act")), begins + other.start()
