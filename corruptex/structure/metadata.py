"""Requisites of an act: kind, name, date, number, adopting body, whether it amends other acts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Final

from corruptex.model import ActKind
from corruptex.structure.letterhead import name_of_act
from corruptex.structure.tree import Node

_HEAD_REACH: Final = 6000
"""Characters from the beginning in which an act shows that it amends other acts."""

_LINE_REACH: Final = 1000
_HEAD_KINDS: Final = ("title", "preamble", "note", "contents", "annex")
"""Kinds of units before the first norm; a file may hold the same act in a second language further on."""
_LINES_REACH: Final = 60
"""No letterhead is longer; a text without units may be one endless zone."""

_SPACED: Final = re.compile(r"\b(?:[А-ЯӨҮҢ] ){3,}[А-ЯӨҮҢ]\b")
_MONTHS: Final = (
    "январ", "феврал", "март", "апрел", "май|мая|майы", "июн", "июл", "август", "сентябр", "октябр", "ноябр",
    "декабр",
)  # fmt: skip
_DATES: Final = (
    re.compile(r"(?P<day>\d{1,2})[ \xa0](?P<month>[а-я]{3,8})[ \xa0](?P<year>(?:19|20)\d\d)"),
    re.compile(
        r"(?P<year>(?:19|20)\d\d)[- ]?жыл\w*[ ,]{1,2}(?P<day>\d{1,2}) ?-? ?(?P<month>[а-я]{3,8})", re.I
    ),
    re.compile(r"(?P<day>\d{1,2})[- ](?P<month>[а-я]{3,8}),? (?P<year>(?:19|20)\d\d)-ж", re.I),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d\d)\.(?P<year>(?:19|20)\d\d)"),
)
_NUMBER: Final = re.compile(r"(?:№|\bN|\bNo\.?)[ \xa0]*(?P<number>\d[\w/-]*)")

_KINDS: Final[tuple[tuple[ActKind, tuple[str, ...]], ...]] = (
    ("note", (r"справка[- ]обоснование", r"маалымкат[-\s]{0,2}негиздеме", r"негиздеме[- ]маалымкат")),
    ("note", (r"пояснительная записка",)),
    ("constitutional_law", (r"конституционный закон", r"конституциялык мыйзам")),
    ("law", (r"^закон\b", r"^федеральный закон", r"^кыргыз республикасынын мыйзамы\W*$")),
    (
        "court_act",
        (r"^(?:постановление|решение|определение|приговор)\s+(?:именем|суд)", r"именем кыргызской"),
    ),
    (
        "court_act",
        (r"кыргыз республикасынын атынан", r"судебная коллегия", r"соттук коллегия", r"верховный суд"),
    ),
    ("constitution", (r"^конституция кыргыз", r"кыргыз республикасынын конституциясы\W*$")),
    ("code", (r"\bкодекс(?:и)?\b",)),
    ("parliament_resolution", (r"постановление жогорку кенеша", r"регламент жогорку кенеша")),
    ("parliament_resolution", (r"жогорку кенеш[^\n]*\n+постановление", r"жогорку кеңеши\n+токтом")),
    ("parliament_resolution", (r"жогорку кеңеш(?:ин|т)ин токтому",)),
    ("cabinet_resolution", (r"постановление (?:кабинета министров|правительства)",)),
    ("cabinet_resolution", (r"(?:министрлер кабинетинин|өкмөтүнүн) токтому",)),
    ("cabinet_resolution", (r"кабинет министров[^\n]*\n+постановление", r"министрлер кабинети\n+токтом")),
    ("decree", (r"^указ\b", r"президент\w* (?:жарлыг|указ)", r"указ президента", r"^жарлык", r"жарлыгы")),
    ("local_resolution", (r"(?:шаардык|айылдык|райондук) ке[ңнӊ]еш", r"маслихат", r"мэрия")),
    ("local_resolution", (r"(?:городск\w+|айылн\w+|районн\w+) кенеш",)),
    ("law", (r"закон кыргызской", r"федеральный закон", r"мыйзам(?:ы)?\W*$")),
    ("order", (r"^приказ\b", r"приказываю", r"^буйрук", r"буйругу")),
    ("regulation", (r"положение", r"правила", r"порядок", r"инструкция", r"\bустав", r"регламент")),
    ("regulation", (r"жобо", r"эреже", r"тартиби?\b", r"нускама")),
)
"""How title zones name the kinds of acts; the first that fits wins, so the order matters."""

_KIND_PATTERNS: Final = tuple((kind, re.compile("|".join(words), re.I | re.M)) for kind, words in _KINDS)
_OWN_NAME: Final = re.compile(
    r"\b(?:настоящ(?:ий|его|им|ем|ее|ая|ей|ие|их)|ушул|бул) "
    r"(закон|кодекс|конституци|положени|порядк|порядок|правил|инструкци|регламент|устав"
    r"|мыйзам|жобо|эреже|нускама|тартип)",
    re.I,
)
_OWN_NAMES: Final[dict[str, ActKind]] = {
    "закон": "law",
    "мыйзам": "law",
    "кодекс": "code",
    "конституци": "constitution",
}
_PARLIAMENT: Final = re.compile(
    r"Жогорку Кенеш\w*\s+Кыргызской Республики|Кыргыз Республикасынын Жогорку Кеңеши\w*", re.I
)
_BODIES: Final = tuple(
    re.compile(pattern, re.I | re.M)
    for pattern in (
        r"\b[А-ЯЁӨҮҢ][\w-]{1,30} (?:шаардык|айылдык|райондук) ке[ңнӊ]еши(?=нин (?:токтому|чечими)\W*$|\b)",
        r"\b[А-ЯЁ][\w-]{1,30}(?:ский|ый) (?:городской|айылный|районный) кенеш",
        r"Кабинет\w* Министров\s+Кыргызской Республики|Кыргыз Республикасынын Министрлер Кабинети\w*",
        r"Правительств[оа]\s+Кыргызской Республики|Кыргыз Республикасынын Өкмөтү\w*",
        r"Президент\w*\s+Кыргызской Республики|Кыргыз Республикасынын Президенти\w*",
        r"Жогорку Кенеш\w*\s+Кыргызской Республики|Кыргыз Республикасынын Жогорку Кеңеши\w*",
        r"Министерств[оа] [\w ,]{3,80}?\s+Кыргызской Республики",
        r"Кыргыз Республикасынын [\w ]{3,80}? министрлиги\w*",
    )
)
_AMENDS: Final = re.compile(
    r"о внесении (?:изменени|дополнени|поправ)"
    r"|внести (?:в [^\n]{0,400}?)?(?:следующие )?(?:изменени|дополнени)"
    r"|изложить в следующей редакции"
    r"|(?:өзгөртүү|толуктоо)\w*(?: жана (?:толуктоо|өзгөртүү)\w*)? киргиз(?:үү жөнүндө|илсин|илип)"
    r"|(?:редакцияда|редакциясында) (?:баяндалсын|окулсун)|деген сөздөр[^\n]{0,200}алмаштырылсын",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Requisites:
    """What an act says of itself; see the attributes of ``Act``."""

    title: str = ""
    kind: ActKind = "other"
    date: str | None = None
    number: str | None = None
    body: str | None = None
    amends: bool = False


def requisites_of(text: str, nodes: list[Node]) -> Requisites:
    """Read the requisites from the title, the preamble and the signature of an act.

    Args:
        text: The text of the act.
        nodes: Its nodes.
    """
    lines = _lines(text, nodes, "title")
    zone = "\n".join(lines)
    date, number = _date_and_number(lines)
    kind = _kind(zone, text)
    return Requisites(
        title=name_of_act(lines, _is_date_line),
        kind=kind,
        date=date,
        number=number,
        body=_body(zone, text, nodes, kind),
        amends=_AMENDS.search(text[:_HEAD_REACH]) is not None,
    )


def _lines(text: str, nodes: list[Node], kind: str) -> list[str]:
    """Return the stripped lines of a zone of the act itself, not of its annexes."""
    zone = takewhile(lambda node: node.kind in _HEAD_KINDS, nodes) if kind != "signature" else nodes
    lines = (
        _unspaced(line.strip()[:_LINE_REACH])
        for node in zone
        if node.kind == kind and (node.parent is None or node.parent == 0)
        for line in text[node.block.start : node.block.end].splitlines()
        if line.strip()
    )
    return list(islice(lines, _LINES_REACH))


def _unspaced(line: str) -> str:
    """Join spaced capitals: «Т О К Т О М» -> «ТОКТОМ»."""
    return _SPACED.sub(lambda found: found[0].replace(" ", ""), line)


def _kind(zone: str, text: str) -> ActKind:
    """Tell the kind by the title zone; an excerpt without one is told by how it calls itself."""
    for kind, pattern in _KIND_PATTERNS:
        if pattern.search(zone):
            return kind
    own_name = _OWN_NAME.search(text[:_HEAD_REACH])
    if own_name is None:
        return "other"
    words = own_name[1].lower()
    return next((kind for stem, kind in _OWN_NAMES.items() if words.startswith(stem)), "regulation")


def dates(text: str) -> list[tuple[int, int, str]]:
    """Find the full dates of a text, in both languages.

    Args:
        text: Any text.

    Returns:
        Start, end and ISO date of each, in the order of the text; an impossible date is left out.
    """
    found = [
        (match.start(), match.end(), iso)
        for pattern in _DATES
        for match in pattern.finditer(text)
        if (iso := _iso(match)) is not None
    ]
    return sorted(found)


def _date_and_number(lines: list[str]) -> tuple[str | None, str | None]:
    for place, line in enumerate(lines):
        date = next((found for found in (_iso(pattern.search(line)) for pattern in _DATES) if found), None)
        if date is not None:
            number = _NUMBER.search(line) or next(
                (found for found in map(_NUMBER.search, lines[max(0, place - 1) : place + 2]) if found), None
            )
            return date, _trimmed(number)
    return None, _trimmed(next((found for found in map(_NUMBER.search, lines) if found), None))


def _trimmed(number: re.Match[str] | None) -> str | None:
    """Return the number without words glued to it: «260-токтому» -> «260»."""
    return None if number is None else re.sub(r"-[^\W\d]{2,}.*$|-$", "", number["number"])


def _iso(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    name = match["month"].lower()
    if name.isdigit():
        month = int(name)
    else:
        month = next((place for place, stem in enumerate(_MONTHS, 1) if re.match(stem, name)), 0)
    day = int(match["day"])
    return f"{match['year']}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _body(zone: str, text: str, nodes: list[Node], kind: ActKind) -> str | None:
    """Find the body that adopted the act: in its title, then in the preamble and the signature.

    A law is signed by the President but adopted by parliament: its signature is asked for parliament only.
    """
    found = _first_body(zone, _BODIES)
    if found is not None or kind == "court_act":
        return found
    if kind in ("constitution", "constitutional_law", "code", "law"):
        return _first_body(" ".join(_lines(text, nodes, "signature")), (_PARLIAMENT,))
    if kind in ("other", "regulation", "note"):
        return None
    below = (" ".join(_lines(text, nodes, place)) for place in ("preamble", "signature"))
    return next((body for body in (_first_body(words, _BODIES) for words in below) if body), None)


def _first_body(words: str, patterns: tuple[re.Pattern[str], ...]) -> str | None:
    found = next((match for match in (pattern.search(words) for pattern in patterns) if match), None)
    if found is None:
        return None
    return re.sub(r"(?<=[иү])н[иү]н$", "", re.sub(r"\s+", " ", found[0]), flags=re.I)


def _is_date_line(line: str) -> bool:
    if re.search(r"[«\"]|бекит|толуктоо|өзгөртүү|тууралуу|жөнүндө|\bо\b|\bоб\b", line):
        return False
    return len(line) < 80 and any(pattern.search(line) for pattern in _DATES)
