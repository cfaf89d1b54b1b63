"""Units that an amending act names: «в абзаце втором части 3 статьи 5», «5-берененин экинчи абзацында»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corruptex.model import Lang
from corruptex.structure.numbers import SUPERSCRIPT_DIGITS, arabic, spelled

Step = tuple[str, str]
"""Kind of a unit and its number; the number is empty if the unit is named without one."""

Path = tuple[Step, ...]

RANK: Final = {
    "annex": 0, "section": 1, "chapter": 2, "article": 3, "part": 4, "point": 5, "subpoint": 6,
    "paragraph": 7, "sentence": 8, "title": 9, "preamble": 9,
}  # fmt: skip
"""Order of the steps of a path, the largest first."""

UNNUMBERED: Final = ("title", "preamble")
"""Steps that have no number."""

_RUSSIAN: Final = (
    ("annex", r"приложени\w{1,3}"),
    ("section", r"раздел(?:а|у|ом|е|ы|ов|ам|ами|ах)?"),
    ("chapter", r"глав(?:а|ы|е|у|ой|ам|ами|ах)?"),
    ("article", r"стать(?:я|и|е|ю|ей|ям|ями|ях)"),
    ("part", r"част(?:ь|и|ью|ей|ям|ями|ях)"),
    ("subpoint", r"подпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?"),
    ("point", r"пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?"),
    ("paragraph", r"абзац(?:а|у|ем|е|ы|ев|ам|ами|ах)?"),
    ("sentence", r"предложени(?:е|я|ем|и|ю)"),
    ("title", r"(?:наименовани|названи|заголов)\w+"),
    ("preamble", r"преамбул\w+"),
)
_KYRGYZ: Final = (
    ("annex", r"тиркеме"),
    ("section", r"бөлүм(?!чө)"),
    ("chapter", r"(?:глава|бап|бабы)"),
    ("article", r"(?:берене|статья)"),
    ("part", r"бөлү[кг]"),
    ("subpoint", r"пунктча"),
    ("point", r"пункт(?!ча)"),
    ("paragraph", r"абзац|обзац"),
    ("sentence", r"сүйлөм"),
    ("title", r"(?:аталыш|наам)"),
    ("preamble", r"преамбула|киришүү"),
)
_ORDINAL_RU: Final = (
    r"(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|тринадцат"
    r"|четырнадцат|пятнадцат)(?:ый|ой|ий|ая|ья|ое|ье|ого|ьего|ому|ьему|ым|ьим|ом|ьем|ей|ьей|ую|ью|ые|ьи|ых|ьих|ыми|ьими)"
)
_ORDINAL_KY: Final = (
    r"(?:(?:он|жыйырма|отуз)\s)?(?:биринчи|экинчи|үчүнчү|төртүнчү|бешинчи|алтынчы|жетинчи|сегизинчи|тогузунчу"
    r"|онунчу|жыйырманчы)"
)
_NUMBER: Final = rf"\d+(?:\.\d+)*[{SUPERSCRIPT_DIGITS}]*(?:\s?-\s?\d+)*|[IVX]+(?![\w])"
_LETTER: Final = r"[«\"“„][а-яa-z][»\"”“]"
_AND_RU: Final = r"(?:\s*,\s*|\s+и\s+|\s+или\s+)"
_AND_KY: Final = r"(?:\s*,\s*|\s+жана\s+|\s+же\s+)"
_ITEM_RU: Final = rf"(?:№\s?)?(?:{_NUMBER}|{_LETTER}|{_ORDINAL_RU})"
_ITEM_KY: Final = rf"(?:№\s?)?(?:{_NUMBER}|{_LETTER}|{_ORDINAL_KY})"
_LIST_RU: Final = rf"{_ITEM_RU}(?:{_AND_RU}{_ITEM_RU})*"
_LIST_KY: Final = rf"{_ITEM_KY}(?:{_AND_KY}{_ITEM_KY})*"


def _alternatives(units: tuple[tuple[str, str], ...]) -> str:
    return "|".join(f"(?P<{kind}>{words})" for kind, words in units)


_UNIT_RU: Final = re.compile(
    rf"(?:\b(?P<before>{_ORDINAL_RU}(?:{_AND_RU}{_ORDINAL_RU})*)\s+)?\b(?:{_alternatives(_RUSSIAN)})\b"
    rf"(?:\s+(?P<after>{_LIST_RU})(?![\w.]\w|\s*(?:год|июн|июл|январ|феврал|март|апрел|ма[яй]\b|август|сентябр|октябр|ноябр|декабр)))?",
    re.IGNORECASE,
)
_UNIT_KY: Final = re.compile(
    rf"(?:(?<![\w.№-])(?P<before>{_LIST_KY})\s?-?\s?)?(?<![а-яөүңё])(?:{_alternatives(_KYRGYZ)})\w*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Named:
    kind: str
    numbers: list[str]
    start: int


def paths_of(phrase: str, lang: Lang) -> list[Path]:
    """Return the units a phrase names, each as a path from the largest step to the smallest.

    «В частях 2 и 3 статьи 5» names two units. A unit without a number («дополнить пункт») keeps an empty
    number, for the reader of the whole command to fill in.

    Args:
        phrase: Words of a command without its quotations.
        lang: Language of the phrase.
    """
    paths: list[Path] = []
    for group in _groups(_named(phrase, lang), lang):
        combined: list[Path] = [()]
        for unit in sorted(group, key=lambda unit: RANK[unit.kind]):
            combined = [(*path, (unit.kind, number)) for path in combined for number in unit.numbers]
        paths += [path for path in combined if path not in paths]
    return paths


def _named(phrase: str, lang: Lang) -> list[_Named]:
    found = []
    for match in (_UNIT_RU if lang == "ru" else _UNIT_KY).finditer(phrase):
        kind = match.lastgroup if match.lastgroup in RANK else None
        kind = kind or next(kind for kind in RANK if match.groupdict().get(kind))
        numbers = match["before"] or match.groupdict().get("after") or ""
        found.append(_Named(kind, _numbers(numbers, lang) or [""], match.start()))
    return found


def _numbers(words: str, lang: Lang) -> list[str]:
    """Split a list of numbers into single ones in one notation."""
    numbers = []
    items = (item.strip(" №") for item in re.split(_AND_RU if lang == "ru" else _AND_KY, words))
    for item in filter(None, items):
        digits = re.fullmatch(rf"(\d+(?:\.\d+)*)([{SUPERSCRIPT_DIGITS}]*)((?:\s?-\s?\d+)*)", item)
        if digits:
            number = digits[1] if "." in digits[1] else arabic(digits[1], digits[2], digits[3])
        else:
            number = spelled(_nominative(item)) or item.strip('«»"“”„').lower()
            number = number.upper() if re.fullmatch("[ivx]+", number) else number
        numbers.append(number)
    return numbers


def _nominative(ordinal: str) -> str:
    """Put a Russian ordinal into the form that ``numbers.spelled`` knows; leave other words alone."""
    return re.sub(
        r"(?:ьего|ого|ьему|ому|ьими|ыми|ьим|ым|ьем|ом|ьих|ых|ьей|ей|ьи|ые)$", "ый", ordinal.strip().lower()
    )


def _groups(units: list[_Named], lang: Lang) -> list[list[_Named]]:
    """Cut the named units into paths: Russian goes from small to large, Kyrgyz from large to small."""
    groups: list[list[_Named]] = []
    for unit in units:
        last = groups[-1] if groups else None
        if last is None:
            groups.append([unit])
            continue
        same = next((other for other in last if other.kind == unit.kind), None)
        if same is not None and unit is not same and last[-1] is same:
            same.numbers += unit.numbers
            continue
        grows = RANK[unit.kind] < RANK[last[-1].kind]
        if same is not None or (grows if lang == "ky" else not grows and len(last) > 1):
            groups.append([unit])
        else:
            last.append(unit)
    return groups


def merged(outer: Path, inner: Path) -> Path:
    """Put a path below another: «в статье 5:» and «часть 2» give article 5, part 2.

    The smaller unit keeps only the larger ones above its own largest step; a step named without a number
    takes the number the outer path gives it.
    """
    if not inner:
        return outer
    known = dict(outer)
    filled = tuple((kind, number or known.get(kind, "")) for kind, number in inner)
    top = min(RANK[kind] for kind, _ in filled)
    return (*(step for step in outer if RANK[step[0]] < top), *filled)
