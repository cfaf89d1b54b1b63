"""Citations in Russian: the smallest unit first, „пунктами 1-3 части 2 статьи 15 настоящего Кодекса“."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, cast

from corruptex.model import UnitKind
from corruptex.structure.citations import LETTER, NUMBER, RANKS, Citation, Item, Level, as_item
from corruptex.structure.numbers import spelled
from corruptex.structure.owners_ru import owned

STEMS: Final = (
    "тать", "татей", "част", "Част", "ункт", "глав", "Глав", "бзац", "риложени", "раздел", "Раздел",
    "араграф", "ст. ", "ч. ", "п. ",
)  # fmt: skip
"""Pieces of the nouns below: where none of them occurs, nothing is cited."""

_NOUN: Final = re.compile(
    r"(?:(?P<article>[Сс]тать(?:[яию]|е|[её][йю]|ями|ям|ях)|[Сс]татей|[Сс]т\.(?=\s?\d))"
    r"|(?P<part>[Чч]аст(?:ь|и|ью|ей|ям|ями|ях)|[Чч]\.(?=\s?\d))"
    r"|(?P<subpoint>[Пп]одпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|пп\.(?=\s?\d))"
    r"|(?P<point>[Пп]ункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|п\.(?=\s?\d))"
    r"|(?P<paragraph>[Аа]бзац(?:а|у|ем|е|ы|ев|ам|ами|ах)?)"
    r"|(?P<chapter>[Гг]лав(?:[аыеу]|ой|ою|ам|ами|ах)?)"
    r"|(?P<section>[Рр]аздел(?:а|у|ом|е|ы|ов|ам|ами|ах)?)"
    r"|(?P<heading>[Пп]араграф(?:а|у|ом|е|ы|ов|ам|ами|ах)?)"
    r"|(?P<annex>[Пп]риложени(?:ями|ям|ях|ем|[еяюий])))(?!\w)"
)
_PLURAL: Final = re.compile(r"(?:ями|ам[и]?|ях|ям|ах|татей|ов|ев|астей|ункты|бзацы|лавы)$")
_OF_ONE: Final = frozenset(("статьи", "части", "пункта", "подпункта", "абзаца", "главы", "раздела"))
"""Genitive of one unit: what stands after the first number is cited by itself."""

_SINGULAR: Final = re.compile(
    r"(?:тать(?:я|е|ю|[её][йю])|асть|астью|ункт(?:|а|у|ом|е)|бзац(?:|а|у|ем|е)|лав(?:а|у|ой)|п\.)$"
)

_ENDING: Final = "(?:ый|ой|ий|ая|ья|ое|ье|ого|ьего|ому|ьему|ым|ьим|ом|ьем|ей|ьей|ую|ью|ые|ьи|ых|ьих|ыми|ьими)"
_ORDINAL: Final = (
    r"(?:(?:двадцать|тридцать|сорок)\s)?(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят"
    r"|(?:один|две|три|четыр|пят|шест|сем|восем|девят)надцат|двадцат|тридцат)" + _ENDING + r"(?!\w)"
)
_ITEM: Final = re.compile(
    rf"(?P<number>{NUMBER}\)?)(?![\w%]|-[а-яё]|,\d|-\d)|(?P<letter>(?:{LETTER})\)?)|(?P<roman>[IVXLХ]+)(?!\w)"
    rf"|(?P<spelled>{_ORDINAL})"
)
_BEFORE_FIRST: Final = re.compile(r"(?!\s*\n\d+\.\s)\s*(?:№|N(?=\s?\d))?\s*(?:с\s+(?=\d+\s+по\s))?")
_RANGE: Final = re.compile(r"\s*[-–—]\s*|\s+по\s+")
_LIST: Final = re.compile(
    r"\s*,\s*(?:(?:а также|и|или|либо)\s+)?|\s+(?:и\s?/\s?или|и \(или\)|и|или|либо|а также|,)\s+"
)
_COUNTED: Final = re.compile(
    r"\s*(?:%|(?:календар|рабоч|месяц|процент|расч[её]т|минут|январ|феврал|март|апрел|июн|июл|август|сентябр"
    r"|октябр|ноябр|декабр|сом|тысяч|кратн|экземпляр|кв)\w*"
    r"|(?:дн(?:я|ей)|день|года?|лет|мая|раза?|часа|часов|г|га|км)\b)"
)
"""What follows a number that counts something."""

_HERE: Final = re.compile(r"[Нн]астоящ(?:ей|ая|ую|его|ему|ем|им|ий|ие|их|ими|ею|ее)\s+$")
_BEFORE: Final = re.compile(r"[Пп]редыдущ(?:ей|ая|ую|его|ему|ем|им|ий|их|ими)\s+$")
_ORDINALS_BEFORE: Final = re.compile(
    rf"(?<!\w)(?P<words>{_ORDINAL}(?:(?:\s*,\s*|\s+(?:и|или)\s+|\s*[-–—]\s*){_ORDINAL})*"
    r"|\d+-(?:й|я|го|му|м|ой|ю|ей|ая|ый|ом|ую))\s+$",
    re.IGNORECASE,
)
_COORDINATION: Final = re.compile(
    r"\s*,\s*(?:(?:а также|и|или|либо|в|с|по|к)\s+){0,2}"
    r"|\s+(?:и\s?/\s?или|и \(или\)|и|или|либо|а также)\s+(?:(?:в|во|с|со|по|к)\s+)?"
)
_DESCENT: Final = re.compile(r"\s*,?\s*\(?\s*")

_MEANT_BEFORE: Final = re.compile(
    r"\s+(?:указан|назван|упомянут|данн|эт|т)\w{1,6}\s+(?:же\s+)?(?:стать|част|пункт|подпункт)"
)
"""„Части второй указанного пункта“: what is cited was named before, of this act or another."""


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
    found: list[Citation] = []
    end = low
    for place in places:
        start = _word_start(text, place, low)
        if start < end:
            continue
        chain = _chain(text, start, end, high)
        if chain is not None:
            found.append(chain)
            end = chain.end
    return list(_shared(text, found))


def _word_start(text: str, place: int, low: int) -> int:
    while place > low and text[place - 1].isalpha():
        place -= 1
    return place


def _chain(text: str, start: int, low: int, high: int) -> Citation | None:
    """Read the steps that follow each other, then the act."""
    levels: list[Level] = []
    first = place = start
    while place < high:
        read = _level(text, place, low if not levels else place, high)
        if read is None:
            break
        level, opens, ends = read
        if levels and not _may_hold(level, levels[-1]):
            break
        if not levels:
            first = opens
        levels.append(level)
        place = end = ends
        while place < high and text[place].isspace():
            place += 1
        here = _here_at(text, place)
        if here:
            place = here
    if not levels:
        return None
    if text[end - 1] == ")" and "(" not in text[first:end]:
        end -= 1
    citation = Citation(first, end, tuple(reversed(levels)), "unsaid")
    citation = owned(text, citation, high, low)
    if _MEANT_BEFORE.match(text, end, high):
        return None
    weak = len(levels) == 1 and citation.owner == "unsaid" and first < start and not levels[0].pointed
    return None if weak else citation


def _may_hold(level: Level, below: Level) -> bool:
    """Tell whether a step can hold the one before it: „пункт 1 абзаца второго“ turns the ranks round."""
    turned = (level.kind, below.kind) == ("point", "part") or (
        level.kind == "paragraph" and below.kind != "paragraph"
    )
    return RANKS[level.kind] > RANKS[below.kind] or turned


def _here_at(text: str, place: int) -> int:
    """Place after «настоящей » if it stands here before a unit, else 0."""
    if not text.startswith(("настоящ", "предыдущ"), place):
        return 0
    found = re.compile(r"\w+\s+").match(text, place)
    return found.end() if found is not None and _NOUN.match(text, found.end()) else 0


def _level(text: str, start: int, low: int, high: int) -> tuple[Level, int, int] | None:
    """Read one step: the level, its first character, the character after it."""
    noun = _NOUN.match(text, start)
    if (
        noun is None
        or text.startswith("населенных ", start - 11)
        or text.startswith("населенные ", start - 11)
    ):
        return None
    kind = cast(UnitKind, noun.lastgroup)
    before = text[max(low, start - 60, 0) : start] if start > low else text[max(0, start - 14) : start]
    for pattern, pointed in ((_HERE, "here"), (_BEFORE, "before")):
        found = pattern.search(before)
        if found is not None:
            opens = start - len(found[0])
            return Level(kind, (), pointed), opens, noun.end()  # type: ignore[arg-type]
    items, end = _items(text, noun.end(), high, _is_plural(noun[0]), kind)
    if items:
        return Level(kind, tuple(items), "", shared=noun[0].lower() not in _OF_ONE), start, end
    ordinals = _ORDINALS_BEFORE.search(before) if kind in ("part", "paragraph", "point") else None
    if ordinals is not None and start > low:
        items = _ordinals(ordinals["words"])
        return (Level(kind, tuple(items), ""), start - len(ordinals[0]), noun.end()) if items else None
    return None


def _is_plural(noun: str) -> bool | None:
    if _SINGULAR.search(noun):
        return False
    return True if _PLURAL.search(noun) else None


def _items(text: str, place: int, high: int, plural: bool | None, kind: UnitKind) -> tuple[list[Item], int]:
    """Read the numbers after a noun."""
    lead = _BEFORE_FIRST.match(text, place)
    found = _ITEM.match(text, lead.end() if lead else place, high)
    if found is None or not _suits(found, kind):
        return [], place
    items: list[Item] = []
    while True:
        if found.lastgroup == "spelled":
            number = spelled(" ".join(found[0].lower().replace("ё", "е").split()))
            if number is None:
                return items, place
            items.append(Item(number))
        else:
            items.append(as_item(found[0], plural=plural))
        place = found.end()
        gap = _RANGE.match(text, place, high)
        last = _ITEM.match(text, gap.end(), high) if gap is not None else None
        if last is not None and last.lastgroup == found.lastgroup and items[-1].last is None:
            number = as_item(last[0], plural=False).first
            if last.lastgroup == "spelled":
                number = spelled(last[0].lower()) or ""
            items[-1] = Item(items[-1].first, number)
            place = last.end()
        gap = _LIST.match(text, place, high)
        following = _ITEM.match(text, gap.end(), high) if gap is not None else None
        if (
            following is None
            or not _suits(following, kind)
            or (following.lastgroup == "spelled") != (found.lastgroup == "spelled")
            or (following.lastgroup == "number" and _COUNTED.match(text, following.end()))
        ):
            return items, place
        found = following


def _suits(found: re.Match[str], kind: UnitKind) -> bool:
    if found.lastgroup == "letter":
        return kind in ("subpoint", "point", "paragraph")
    if found.lastgroup == "roman":
        return kind in ("section", "chapter", "annex")
    return True


def _ordinals(words: str) -> list[Item]:
    digits = re.match(r"\d+", words)
    if digits is not None:
        return [Item(digits[0])]
    items: list[Item] = []
    ranged = False
    for piece in re.split(r"(\s*,\s*|\s+(?:и|или)\s+|\s*[-–—]\s*)", words.lower().replace("ё", "е")):
        if not piece.strip(" ,-–—") or piece.strip() in ("и", "или"):
            ranged = piece.strip() in ("-", "–", "—")
            continue
        number = spelled(piece)
        if number is None:
            return []
        items[len(items) - ranged :] = [Item(items[-1].first, number) if ranged else Item(number)]
        ranged = False
    return items


def _shared(text: str, found: list[Citation]) -> Iterator[Citation]:
    """Give coordinated citations the larger unit and the act they share.

    „пунктом 2 и подпунктом „а“ пункта 3 статьи 7 Закона“: point 2 is one of article 7 of that law as well.
    A smaller unit right after a larger one belongs to it: „статья 5 (часть 2)“.
    """
    result = list(found)
    for place in range(len(result) - 2, -1, -1):
        this, after = result[place], result[place + 1]
        between = text[this.end : after.start]
        if this.owner == "unsaid" and _COORDINATION.fullmatch(between):
            shared = tuple(level for level in after.levels if RANKS[level.kind] > max(this.top, after.bottom))
            if shared or (after.owner != "unsaid" and this.top >= after.top):
                result[place] = replace(this, levels=shared + this.levels, owner=after.owner, act=after.act)
                continue
        if (
            after.owner == "unsaid"
            and this.bottom > after.top
            and this.levels[-1].kind == "article"
            and len(this.levels[-1].items) == 1
            and _DESCENT.fullmatch(between)
        ):
            result[place + 1] = replace(
                after, levels=this.levels + after.levels, owner=this.owner, act=this.act
            )
    yield from result
