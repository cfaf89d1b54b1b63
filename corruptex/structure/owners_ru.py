"""Whose unit a Russian citation names: „статья 5 настоящего Кодекса“, „статья 5 Закона „О лесах““."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from corruptex.structure.citations import Citation

_ACTS: Final = (
    r"(?:(?:[Зз]акон|[Кк]одекс|Указ|Регламент|Устав|Договор|Протокол|Пакт|Порядк|Приказ|План|Перечн)(?:а|ов|я)"
    r"|[Кк]онституци(?:и|й)|(?:Постановлени|Решени|Распоряжени|Положени|Соглашени)(?:я|й)|Правил|Инструкци[ий]"
    r"|[Ии]зменений(?=,?\s+(?:котор|в\s))|Конвенци[ий]|Деклараци[ий]|Хартии|Программы|Стратегии|Методики|Концепции|Основ|(?:КоАО|КоП|ГПК|УПК|УИК|ГК|УК|НК|ТК|АПК)"
    r"|(?:постановлени|решени|распоряжени|положени|соглашени)я(?=\s+(?:[А-ЯЁ«\"“]|от\s\d|№|о(?:б)?\s))"
    r"|(?:указ|приказ|договор|регламент|порядк|устав|протокол)а(?=\s+(?:[А-ЯЁ«\"“]|от\s\d|№|о(?:б)?\s))"
    r"|правил(?=\s+(?:[А-ЯЁ«\"“]|от\s\d|№|о(?:б)?\s)))(?!\w)"
)
_THIS_ACT: Final = re.compile(
    r"\s+настоящ(?:его|ей|их)\s+(?:[А-ЯЁа-яё-]+(?:ого|его|ой|ых|их)\s+)?(?:Кодекс|[Зз]акон|кодекс|Конституци|Указ"
    r"|Регламент|регламент|Устав|устав|[Пп]оложени|[Пп]остановлени|[Рр]ешени|[Пп]равил|[Пп]орядк|[Ии]нструкци|[Пп]риказ|[Дд]оговор"
    r"|[Рр]аспоряжени|[Пп]рограмм|[Пп]риложени|[Тт]ребовани|[Мм]етодик|[Пп]еречн|[Сс]тандарт|[Рр]екомендаци|[Сс]оглашени|[Рр]уководств)"
    r"\w*"
)
_TO_THIS_ACT: Final = re.compile(r"\s+к\s+настоящ(?:ему|ей|им)\s+\w+")
_TO_OTHER_ACT: Final = re.compile(r"\s+к\s+(?!настоящ)(?P<act>[А-ЯЁа-яё]+)")
_OTHER_ACT: Final = re.compile(
    rf"\s+(?P<act>(?:(?!настоящ)[А-ЯЁа-яё-]+(?:ого|его|ой|ей|ых|их)\s+(?:же\s+)?){{0,4}}{_ACTS}"
    r"(?:\s+Кыргызской Республики)?"
    r"(?:\s+(?:от\s+[^,;()«\"“]{4,30}?\s?(?:№|N)\s?[\w/-]+\s*)?"
    r"(?:«[^»]{3,200}»|\"[^\"]{3,200}\"|“[^”]{3,200}”))?"
    r"(?:\s+от\s+\d+\s+\w+\s+\d{4}\s+года(?:\s+(?:№|N)\s?[\w/-]+)?)?)"
)
_IN_BRACKETS_AFTER_ACT: Final = re.compile(
    r"(?P<act>(?:Закон|[Кк]одекс|Конституци|Указ|Конвенци|Соглашени)\w*[^().;:]{0,120})\((?:см\.\s*)?$"
)


def owned(text: str, citation: Citation, high: int, low: int) -> Citation:
    """Say whose units a citation names.

    Args:
        text: Text of the act.
        citation: The citation without the act.
        high: Character after the passage.
        low: First character before which nothing belongs to it.

    Returns:
        The citation with its owner; it ends after the words that name the act.
    """
    if citation.levels[0].kind == "annex":
        to_this = _TO_THIS_ACT.match(text, citation.end, high)
        if to_this is not None:
            return replace(citation, end=to_this.end(), owner="this")
        to_other = _TO_OTHER_ACT.match(text, citation.end, high)
        if to_other is not None:
            return replace(citation, owner="other", act=to_other.span("act"))
    this = _THIS_ACT.match(text, citation.end, high)
    if this is not None:
        return replace(citation, end=this.end(), owner="this")
    if citation.levels[0].pointed:
        return replace(citation, owner="this")
    other = _OTHER_ACT.match(text, citation.end, high)
    if other is not None:
        return replace(citation, end=other.end(), owner="other", act=other.span("act"))
    opens = text[max(low, citation.start - 160) : citation.start]
    if opens.endswith(("(", "см. ")):
        above = _IN_BRACKETS_AFTER_ACT.search(opens)
        if above is not None and not re.search(r"настоящ\w+\s+$", opens[: above.start()]):
            shift = citation.start - len(opens)
            return replace(
                citation, owner="other", act=(shift + above.start("act"), shift + above.end("act"))
            )
    return citation
