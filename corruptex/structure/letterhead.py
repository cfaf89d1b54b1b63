"""Lines above the name of an act that are no part of it: state, body, kind, session, date."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

_KIND_LINE: Final = re.compile(
    r"(?:закон|постановление|указ|приказ|решение|распоряжение|проект"
    r"|токтом\w*|буйру\w*|жарлы\w*|мыйзам\w*|чечим|долбоор\w*)"
    r"(?: (?:кабинета министров|правительства|президента|жогорку кенеша|кыргызской республики"
    r"|.{0,60}кенеша)){0,3}\W*",
    re.I,
)
_LINES: Final = (
    r"",
    r"кыргыз ?республикасы(?:нын)?(?: мыйзамы| жогорку кеңеши| министрлер кабинети| президенти)?",
    r"кыргыз республикасынын (?:министрлер кабинетинин токтому|президентинин жарлыгы)",
    r"кыргызск\w+ республик\w+(?: кыргыз республикасы)?",
    r"кыргыз ?республикасы кыргызск\w+ республик\w+",
    r"(?:кабинет министров|президент|жогорку кенеш) кыргызской республики",
    r"закон кыргызской республики",
    r".{0,40}шаардык ?ке.еши(?: ошский .*)?",
    r".{0,80}сессиясы\w*|.{0,40}сессия.{0,40}|.{0,20}чакырылыш\w*|сурамжылоо жолу менен",
    r"утвержден\w*|бекитилген|№ ?\d+",
    r"г(?:ород|\.) ?\w.{0,60}|\w+ шаары\b.{0,60}",
)
_LETTERHEAD: Final = re.compile(rf"\W*(?:{'|'.join(_LINES)})\W*", re.I)

_BODY_KY: Final = (
    r"(?:министрлиги|ке[ңнӊ]еши|кабинети|өкмөтү|мэриясы|агенттиги|кызматы|комитети|инспекциясы|комиссиясы"
    r"|администрациясы|фонду|банкы|департаменти|башкармалыгы|айыл өкмөтү|палатасы)"
)
_KIND_KY: Final = r"(?:токтому|буйругу|чечими|жарлыгы|тескемеси)"
_ADJECTIVES_RU: Final = r"(?:[а-яё-]+(?:ая|ое|ый|ий|ой) ){0,4}"
_BODY_RU: Final = (
    r"(?:министерство|кенеш|мэрия|агентство|служба|комитет|инспекция|комиссия|администрация|фонд|банк"
    r"|департамент|управление|палата)"
)
_BODY_RU_OF: Final = (
    r"(?:министерства|кенеша|мэрии|агентства|службы|комитета|инспекции|комиссии|администрации|фонда|банка"
    r"|департамента|управления|палаты)"
)
_BODY: Final = re.compile(
    rf"(?:.{{0,120}}\b)?{_BODY_KY}(?:н[иыуү]н {_KIND_KY})?\W*"
    rf"|{_ADJECTIVES_RU}{_BODY_RU}\b(?!.*\b(?:об?|по вопрос\w+) ).{{0,120}}"
    rf"|(?:приказ|постановление|решение|распоряжение) (?:[а-яё-]+(?:ого|ой|его) ){{0,4}}{_BODY_RU_OF}\b"
    r"(?!.*\bоб? ).{0,120}",
    re.I,
)
"""A line with the body, with or without the kind of act: „… КЕҢЕШИНИН ТОКТОМУ“, „МИНИСТЕРСТВО …“."""
_JOINTS: Final = frozenset(
    ("жөнүндө", "жөнүндөгү", "тууралуу", "менен", "боюнча", "жана", "караштуу", "алдындагы", "и", "при")
)
"""Words that go on with the name of a body on the next line: it is part of the title then."""
_TRAILING_DATE: Final = re.compile(r"(?<=\S{3})\s+от \d{1,2} \w+ \d{4} года.*$")


def name_of_act(lines: Sequence[str], is_date: Callable[[str], bool]) -> str:
    """Put the name of an act together from the lines of its title that are no letterhead.

    A body is letterhead only above the name: further down „… министерства“ may be the end of a broken title.

    Args:
        lines: Lines of the title, without white space around them.
        is_date: Tells a line that holds date and number.
    """
    cut = [_TRAILING_DATE.sub("", line) for line in lines]
    plain = [bool(_KIND_LINE.fullmatch(line) or _LETTERHEAD.fullmatch(line) or is_date(line)) for line in cut]
    name: list[str] = []
    for place, line in enumerate(cut):
        if plain[place]:
            continue
        below = next(
            (words for words, head in zip(cut[place + 1 :], plain[place + 1 :], strict=True) if not head), ""
        )
        if name or not _is_body(line, below):
            name.append(line)
    if not name:
        name = [line for line in cut if not is_date(line) and re.search(r"\w", line)][:2]
    return re.sub(r"\s+", " ", " ".join(name)).strip()[:500]


def _is_body(line: str, below: str) -> bool:
    """Whether a line names the body and the next words of the title do not go on with its name."""
    if _BODY.fullmatch(line) is None:
        return False
    word = re.match(r"\w+", below)
    return word is None or not (below[0].islower() or word[0].lower() in _JOINTS)
