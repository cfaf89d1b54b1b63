"""Requisites of an act: kind, name, date, number, adopting body, whether it amends other acts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corruptex.model import ActKind, Lang
from corruptex.structure.tree import Node

_HEAD_REACH: Final = 6000
"""Characters from the beginning in which an act says what it is and that it amends other acts."""

_SPACED: Final = re.compile(r"\b(?:[А-ЯӨҮҢ] ){3,}[А-ЯӨҮҢ]\b")

_RUSSIAN_MONTHS: Final = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split()
_KYRGYZ_MONTHS: Final = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split()
_DATES: Final = (
    re.compile(r"(?P<day>\d{1,2})[ \xa0](?P<month>[а-я]{3,8})[ \xa0](?P<year>(?:19|20)\d\d)"),
    re.compile(
        r"(?P<year>(?:19|20)\d\d)[- ]?жыл\w*[ ,]{1,2}(?P<day>\d{1,2})[- ]?(?P<month>[а-я]{3,8})",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<day>\d{1,2})[- ](?P<month>[а-я]{3,8}),? (?P<year>(?:19|20)\d\d)-ж", re.IGNORECASE),
    re.compile(r"(?P<day>\d{1,2})\.(?P<monthnumber>\d\d)\.(?P<year>(?:19|20)\d\d)"),
)
_NUMBER: Final = re.compile(r"(?:№|\bN|\bNo\.?)[ \xa0]*(?P<number>\d[\w/-]*(?:-[А-Яа-я]{1,3})?)")

_KINDS: Final[tuple[tuple[ActKind, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("note", r"справка[- ]обоснование|маалымкат[- ]?\s?негиздеме|негиздеме[- ]маалымкат|пояснительная записка"),
        ("court_act", r"(?:^|\n)\s*(?:постановление|решение|определение|приговор)\s+(?:именем|суд)|именем кыргызской|кыргыз республикасынын атынан|судебная коллегия|соттук коллегия|верховный суд|жогорку соту"),
        ("constitutional_law", r"конституционный закон|конституциялык мыйзам"),
        ("code", r"\bкодекс"),
        ("constitution", r"^конституция кыргыз|кыргыз республикасынын конституциясы\s*$"),
        ("parliament_resolution", r"(?:постановление жогорку кенеша|жогорку кеңештин токтому|жогорку кеңешинин токтому|регламент жогорку кенеша)"),
        ("cabinet_resolution", r"постановление (?:кабинета министров|правительства)|(?:министрлер кабинетинин|өкмөтүнүн) токтому"),
        ("decree", r"(?:^|\n)\s*указ\b|президент\w* (?:жарлыг|указ)|(?:^|\n)\s*жарлык|указ президента|жарлыгы"),
        ("local_resolution", r"(?:шаардык|айылдык|райондук) кең?ё?ӊ?[ен]?еш|(?:городско[йг]\w*|айылн\w+|районн\w+) кенеш|маслихат|мэрия"),
        ("law", r"(?:^|\n)\s*закон\b|закон кыргызской|федеральный закон|мыйзам(?:ы|)\s*$|мыйзамы"),
        ("order", r"(?:^|\n)\s*приказ\b|приказываю|(?:^|\n)\s*буйрук|буйругу"),
        ("regulation", r"положение|правила|порядок|инструкция|устав|регламент|жобо|эреже|тартип|нускама|регламент|устав"),
    )
)  # fmt: skip
_BODIES: Final = (
    re.compile(r"Ош шаардык Ке[ңнӊё]еши|Ошский городской [Кк]енеш|ОШ ШААРДЫК КЕ[ҢНӉ]ЕШИ"),
    re.compile(r"[А-ЯӨҮҢ][а-яөүң-]+ (?:шаардык|айылдык|райондук) [Кк]еңеши|[А-ЯЁ][а-яё-]+(?:ский|ый) (?:городской|айылный|районный) кенеш"),
    re.compile(r"Кабинет Министров Кыргызской Республики|КАБИНЕТ\w* МИНИСТРОВ\s+КЫРГЫЗСКОЙ РЕСПУБЛИКИ|Кыргыз Республикасынын Министрлер Кабинети"),
    re.compile(r"Правительств[оа] Кыргызской Республики|Кыргыз Республикасынын Өкмөтү"),
    re.compile(r"Президент Кыргызской Республики|Кыргыз Республикасынын Президенти"),
    re.compile(r"Жогорку Кенеш(?:ем)? Кыргызской Республики|Кыргыз Республикасынын Жогорку Кеңеши"),
    re.compile(r"Министерств[оа] [а-яё ,]+Кыргызской Республики|Кыргыз Республикасынын [А-ЯӨҮҢ][а-яөүң ]+ министрлиги"),
)  # fmt: skip
_AMENDS: Final = re.compile(
    r"о внесении (?:изменени|дополнени)|внести (?:в [^\n]{0,400}?)?(?:следующие )?(?:изменени|дополнени)"
    r"|изложить в следующей редакции|(?:өзгөртүү|толуктоо)\w*(?: жана (?:толуктоо|өзгөртүү)\w*)? киргиз(?:үү|ил)"
    r"|(?:редакцияда|редакциясында) (?:баяндалсын|окулсун)|деген сөздөр\w* .{0,200}алмаштырылсын",
    re.IGNORECASE,
)
_KIND_LINE: Final = re.compile(
    r"(?:закон|постановление|указ|приказ|решение|распоряжение|токтом\w*|буйру\w*|жарлы\w*|мыйзам\w*|чечим|проект|долбоор\w*)"
    r"(?: (?:кабинета министров|правительства|президента|жогорку кенеша|кыргызской республики|.{0,60}кенеша))*\W*",
    re.IGNORECASE,
)
_LETTERHEAD: Final = re.compile(
    r"(?:кыргыз республикасы(?:нын)?(?: мыйзамы| жогорку кеңеши| министрлер кабинетинин токтому| президентинин жарлыгы)?"
    r"|кыргызск\w+ республик\w+|кыргызск\w+ республик\w+ кыргыз республикасы|.{0,80}сессиясы\w*|.{0,40}сессия.{0,40}|\(?.{0,20}чакырылыш\w*\)?"
    r"|закон кыргызской республики|.{0,40}шаардык ке.еши(?: ошский .*)?|кыргыз республикасы кыргызск\w+ республик\w+|утвержден\w*|бекитилген"
    r"|г\. ?\w+.{0,40}|\w+ шаары .{0,60})\W*",
    re.IGNORECASE,
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


def requisites_of(text: str, nodes: list[Node], lang: Lang) -> Requisites:
    """Read the requisites from the title zone of an act.

    Args:
        text: The text of the act.
        nodes: Its nodes; the title zone is told by their kinds.
        lang: Language of the act.
    """
    lines = [
        _unspaced(line.strip())
        for node in nodes
        if node.kind == "title"
        for line in text[node.block.start : node.block.end].splitlines()
        if line.strip()
    ]
    zone = "\n".join(lines)
    opening = text[:_HEAD_REACH]
    date, number = _date_and_number(lines)
    return Requisites(
        title=_title(lines),
        kind=_kind(zone, nodes, opening),
        date=date,
        number=number,
        body=_body(zone, opening),
        amends=_AMENDS.search(opening) is not None,
    )


def _unspaced(line: str) -> str:
    """Join spaced capitals: «Т О К Т О М» -> «ТОКТОМ»."""
    return _SPACED.sub(lambda found: found[0].replace(" ", ""), line)


def _kind(zone: str, nodes: list[Node], opening: str) -> ActKind:
    for kind, pattern in _KINDS:
        if pattern.search(zone):
            return kind
    if not zone:
        return "regulation" if any(node.kind == "point" for node in nodes[:10]) else "other"
    return next((kind for kind, pattern in _KINDS[:2] if pattern.search(opening[:1500])), "other")


def _date_and_number(lines: list[str]) -> tuple[str | None, str | None]:
    for place, line in enumerate(lines):
        date = next((found for found in (_date(pattern.search(line)) for pattern in _DATES) if found), None)
        if date is None:
            continue
        near = " ".join(lines[place : place + 2])
        number = _NUMBER.search(near)
        return date, number["number"] if number else None
    number = next((found for found in map(_NUMBER.search, lines) if found), None)
    return None, number["number"] if number else None


def _date(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    groups = match.groupdict()
    if groups.get("monthnumber"):
        month = int(groups["monthnumber"])
    else:
        name = groups["month"].lower()
        month = next(
            (
                at
                for at, stem in enumerate(_RUSSIAN_MONTHS, 1)
                if name.startswith(stem) and (stem != "ма" or name[:3] in ("май", "мая"))
            ),
            0,
        )
    day = int(groups["day"])
    return f"{groups['year']}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _body(zone: str, opening: str) -> str | None:
    for where in (zone, opening[:1500]):
        for pattern in _BODIES:
            found = pattern.search(where)
            if found is not None:
                return re.sub(r"\s+", " ", found[0])
    return None


def _title(lines: list[str]) -> str:
    """Put the name of the act together from the lines that are not letterhead, date or number."""
    name = [
        line
        for line in lines
        if not (_KIND_LINE.fullmatch(line) or _LETTERHEAD.fullmatch(line) or _is_date_line(line))
    ]
    if not name:
        name = [line for line in lines if not _is_date_line(line)][:2]
    return re.sub(r"\s+", " ", " ".join(name)).strip()[:500]


def _is_date_line(line: str) -> bool:
    return (
        len(line) < 80
        and any(pattern.search(line) for pattern in _DATES)
        and not re.search(r"[«\"]|бекит|толуктоо|өзгөртүү|тууралуу|жөнүндө", line)
    )
