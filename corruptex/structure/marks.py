"""Marks: how the beginning of a line opens a unit («Статья 5.», «5-берене.», «1)», «а)», «- »).

Each line is looked at once: its first character chooses the few patterns that could match. A mark
says what the line claims to be; the tree decides what it becomes among its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from corruptex.structure.numbers import SUPERSCRIPT_DIGITS, arabic, roman, spelled

Form = Literal[
    "text",
    "book",
    "section",
    "subsection",
    "chapter",
    "paragraph_sign",  # «§ 3», «Параграф 3»: below a chapter, above an article
    "article",
    "annex",
    "numeral",  # «1.», «1.2.»
    "bracket",  # «1)»
    "letter",  # «а)»
    "dash",
    "roman",  # «IV. Title»
    "note",
    "contents",  # the word «Содержание» / «Мазмуну» alone
]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line opens.

    Attributes:
        form: Form of the mark.
        number: Number in one notation, ``None`` if the form has none.
        body: Characters from the beginning of the stripped line to its words.
    """

    form: Form
    number: str | None = None
    body: int = 0


TEXT: Final = Mark("text")
NOTE: Final = Mark("note")

_SUP = f"[{SUPERSCRIPT_DIGITS}]*"
_CAPITAL = "[А-ЯЁӨҮҢA-Z]"
_OPENING = "«\"„“'"
_ROMAN = "[IVXХІШП]+"
_MONTHS = (
    "январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|жыл|год"
    "|процент|пайыз|сом|тысяч|миллион|рабоч|календарн|расчетн|час"
)

_RUSSIAN_HEADS: Final[tuple[tuple[str, Form], ...]] = (
    (r"[Сс][Тт][Аа][Тт][ЬьЪъ][Яя]", "article"),
    (r"[Гг][Лл][Аа][Вв][Аа]", "chapter"),
    (r"[Рр][Аа][Зз][Дд][Ее][Лл]", "section"),
    (r"[Пп][Оо][Дд][Рр][Аа][Зз][Дд][Ее][Лл]", "subsection"),
    (r"[Пп][Аа][Рр][Аа][Гг][Рр][Аа][Фф]|§", "paragraph_sign"),
    (r"[Чч][Аа][Сс][Тт][Ьь]|[Кк][Нн][Ии][Гг][Аа]", "book"),
)
_KYRGYZ_FORMS: Final[dict[str, Form]] = {
    "берене": "article",
    "статья": "article",
    "статъя": "article",
    "глава": "chapter",
    "бап": "chapter",
    "бөлүм": "section",
    "бөлүмчө": "subsection",
    "параграф": "paragraph_sign",
    "бөлүк": "book",
    "тиркеме": "annex",
}
_ARABIC = (
    rf"(?P<digits>(?:\d|[Зз](?=\d))[\dЗОзоOo]{{0,4}})(?P<sup>{_SUP})"
    rf"(?P<insert>(?: ?[-–] ?\d{{1,3}})*(?:\.\d{{1,2}}(?=\.? |\.?$))?)"
)

_RUSSIAN_PATTERNS: Final = tuple(
    (
        re.compile(
            rf"(?:{word})(?:[ \t\xa0]+|(?<=§))(?:№ ?)?"
            rf"(?:{_ARABIC}|(?P<roman>{_ROMAN})|(?P<words>[А-Яа-яё]+(?: [а-яё]+)?))"
            rf"(?P<dot>[.:]?)(?=[ \t\xa0]|$|{_CAPITAL}|\()[ \t\xa0]*"
        ),
        form,
    )
    for word, form in _RUSSIAN_HEADS
)
_KYRGYZ_HEAD: Final = re.compile(
    rf"(?:№ ?)?(?:{_ARABIC}|(?P<roman>{_ROMAN}))(?P<joint> ?[-–] ?|\. ?| )"
    rf"(?P<word>(?i:берене|стат[ьъ]я|глава|бап|бөлүмчө|бөлүм|бөлүк|параграф|тиркеме))"
    rf"(?P<dot>[.:]?)(?=[ \t\xa0]|$|{_CAPITAL}|\()[ \t\xa0]*"
)
_KYRGYZ_SPELLED: Final = re.compile(
    r"(?P<words>(?:(?i:он|жыйырма|отуз) )?(?i:биринчи|экинчи|үчүнчү|төртүнчү|бешинчи|алтынчы|жетинчи"
    r"|сегизинчи|тогузунчу|онунчу|жыйырманчы|отузунчу)) "
    r"(?P<word>(?i:бөлүм|бөлүк|глава|бап))(?P<dot>\.?)(?=[ \t\xa0]|$)[ \t\xa0]*"
)
_BOOK: Final = re.compile(
    r"(?:ОБЩАЯ|ОСОБЕННАЯ|Общая|Особенная) (?:ЧАСТЬ|часть)\.?$"
    r"|(?:ЖАЛПЫ|ӨЗГӨЧӨ|Жалпы|Өзгөчө) (?:БӨЛҮК|бөлүк)\.?$"
)
_ANNEX_RUSSIAN: Final = re.compile(
    r"(?:Приложение|ПРИЛОЖЕНИЕ|приложение(?= ))"
    r"(?:[ \xa0]*(?:№|N|No)?[ \xa0]*(?P<digits>\d{1,3}(?:-\d{1,2})?))?(?P<rest>.*)"
)
_ANNEX_OF: Final = re.compile(
    r"к (?:постановлению|решению|приказу|указу|распоряжению|закону|положению|правилам|порядку|инструкции"
    r"|регламенту|уставу)\b(?!.*\b(?:излож|дополн|призна|утвер|исключ|замен|счита|внес|прилаг|явля))"
)
"""What follows the word «приложение» with a small letter where it is a heading and no item of a list."""
_ANNEX_KYRGYZ: Final = re.compile(
    r"тиркеме$|(?:Тиркеме|ТИРКЕМЕ)(?:[ \xa0]*(?:№|N)?[ \xa0]*(?P<digits>\d{1,3}))?[ \xa0]*$"
    r"|(?:.{0,170}[ \xa0\d-])?"
    r"(?i:токтом(?:уна|го)|буйру(?:гуна|кка)|жарлы(?:гына|кка)|чечими?не|мыйзамы?на|кодексине|уставына"
    r"|тескемесине|жобо(?:го|суна)|эрежелер(?:ге|ине)|тартибине|нускама(?:га|сына))"
    r"[ \xa0–-]*(?:(?:№|N)?[ \xa0]*(?P<annex>\d{1,3})[ \xa0–-]*)?(?i:тиркеме)$"
)
"""«Тиркеме 1», and the act with its annex on one line: «… кеңешинин № 31 токтомуна №1 тиркеме»."""
_INVERTED_ARTICLE: Final = re.compile(
    rf"(?P<digits>\d{{2,5}})\. (?:Статья) (?={_CAPITAL}[а-яё]+(?!.*[.;:]$))"
)

_NUMERAL: Final = re.compile(
    rf"(?P<digits>\d{{1,4}})(?P<sup>{_SUP})(?P<insert>(?:[-–]\d{{1,2}})*)(?P<decimal>(?:\.[1-9]\d{{0,2}})*)"
    rf"(?:(?P<bracket>\.?\))|(?P<dot>\.)|(?=[ \xa0]{_CAPITAL}))"
    rf"(?=[ \t\xa0]|[^\d,;.)]|(?:19|20)\d\d-|$)[ \t\xa0_]*"
)
_DATE: Final = re.compile(r"[0-3]?\d\.[01]\d\.(?:19|20)?\d\d\b")
_QUANTITY: Final = re.compile(rf"(?:{_MONTHS})")
_LETTER: Final = re.compile(rf"(?:[а-яёөүңa-z](?:\d{{1,2}}|{_SUP})|[А-ЯA-Z])\)[ \t\xa0]*(?=\S)")
_DASH: Final = re.compile(r"(?:[-–—•*·▪●]|o\t)+[ \t\xa0]*(?=[^\W\d]|[«\"„“(№\[]|(?<=[ \t\xa0])\d|\d{4}-жыл)")
_ROMAN_MARK: Final = re.compile(rf"(?P<roman>{_ROMAN})[.)][ \t\xa0]*(?={_CAPITAL}|[{_OPENING}])")
_CONTENTS: Final = re.compile(r"(?:Содержание|СОДЕРЖАНИЕ|Оглавление|ОГЛАВЛЕНИЕ|Мазмуну|МАЗМУНУ)[.:]?$")
_LEADERS: Final = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d*$")

_REFERENCE: Final = re.compile(
    r"(?:[а-яёөүң]"
    r"|(?:Закон|Кодекс|Конституци|Положени|Регламент|Устав|Указ|Постановлени|Мыйзам|Жобо)\w*"
    r"|[А-ЯЁ][а-яё-]+(?:ого|его) (?:кодекса|закона|положения)"
    r"|(?:КР|РФ|РК|УК|ГК|НК|ТК|КоАП)\b)"
)
_SENTENCE_END = (".", ";", ":", ",")


def _numbered(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups.get("digits"):
        insert = groups.get("insert") or ""
        number, _, decimal = insert.partition(".")
        joined = arabic(groups["digits"], groups.get("sup") or "", number)
        return f"{joined}.{decimal}" if decimal else joined
    if groups.get("roman"):
        return roman(groups["roman"])
    return spelled(groups.get("words") or "")


def _opens(line: str, match: re.Match[str], form: Form) -> bool:
    """Tell a heading from a sentence that begins with a reference to a unit."""
    rest = line[match.end() :]
    if not rest:
        return True
    dotted = bool(match["dot"])
    if form == "book":
        return (
            len(rest) < 120
            and rest[0] != ","
            and (dotted or rest[0].isupper())
            and not rest.endswith(_SENTENCE_END)
        )
    if rest[0] == "(" or (dotted and not rest[0].islower()):
        return True
    if dotted:
        return form == "article" and len(rest) < 200 and not rest.endswith((";", ":"))
    if rest[0] in _OPENING and form != "article":
        return True
    return (
        not _REFERENCE.match(rest)
        and rest[0].isupper()
        and len(rest) < 250
        and not rest.endswith(_SENTENCE_END)
    )


def _head(line: str, match: re.Match[str] | None, form: Form) -> Mark | None:
    if match is None:
        return None
    number = _numbered(match)
    if number is None or not _opens(line, match, form):
        return None
    return Mark(form, number, match.end())


def _russian_word(line: str) -> Mark | None:
    for pattern, form in _RUSSIAN_PATTERNS:
        match = pattern.match(line)
        if match is not None:
            return _head(line, match, form)
    return None


def _kyrgyz_head(line: str) -> Mark | None:
    match = _KYRGYZ_HEAD.match(line)
    if match is None:
        return None
    word = match["word"].lower()
    if match["digits"] and match["joint"].startswith(".") and word not in ("глава", "бап"):
        return None  # «3. Статья …» is a numbered sentence
    return _head(line, match, _KYRGYZ_FORMS[word])


def _book(line: str) -> Mark | None:
    return Mark("book", None, len(line)) if _BOOK.match(line) else None


def _spelled_head(line: str) -> Mark | None:
    match = _KYRGYZ_SPELLED.match(line)
    return None if match is None else _head(line, match, _KYRGYZ_FORMS[match["word"].lower()])


def _annex(line: str) -> Mark | None:
    if len(line) > 200 or line.endswith((".", ";", ":")):
        return None
    match = _ANNEX_RUSSIAN.match(line)
    if match is not None:
        rest = match["rest"].strip()
        if rest and not rest.startswith(("к ", "(", "К ")):
            return None
        if line[0] == "п" and _ANNEX_OF.match(rest) is None:
            return None
        return Mark("annex", match["digits"], match.start("rest"))
    lowered = line.lower()
    if not lowered.startswith("тиркеме") and not lowered.endswith("тиркеме"):
        return None
    match = _ANNEX_KYRGYZ.match(line)
    if match is None:
        return None
    return Mark("annex", match["digits"] or match["annex"], len(line))


def _digit(line: str) -> Mark | None:
    numeral = _NUMERAL.match(line)
    if numeral is None or numeral["dot"]:
        head = _kyrgyz_head(line) if numeral is None or not numeral["decimal"] else None
        if head is not None:
            return head
        inverted = _INVERTED_ARTICLE.match(line)
        if inverted is not None and len(line) < 250:
            return Mark("article", inverted["digits"], inverted.end())
    if numeral is None:
        return _annex(line) if "тиркеме" in line[-9:].lower() else None
    return _numeral(line, numeral)


def _numeral(line: str, match: re.Match[str]) -> Mark | None:
    rest = line[match.end() :]
    digits = match["digits"]
    if match["bracket"]:
        if 1900 <= int(digits) <= 2100 or digits[0] == "0":
            return None
        return Mark("bracket", arabic(digits, match["sup"], match["insert"]) + match["decimal"], match.end())
    if match["dot"] is None and not match["decimal"]:
        return None
    if _DATE.match(line) or digits[0] == "0" or _QUANTITY.match(rest) or 1900 <= int(digits) <= 2100:
        return None
    if not rest and not match["decimal"]:
        return None
    return Mark("numeral", arabic(digits, match["sup"], match["insert"]) + match["decimal"], match.end())


def _letter(line: str) -> Mark | None:
    match = _LETTER.match(line)
    if match is None:
        return None
    letter = line[: line.index(")")].lower()
    return Mark("letter", letter if len(letter) == 1 else f"{letter[0]}-{arabic(letter[1:])}", match.end())


def _dash(line: str) -> Mark | None:
    match = _DASH.match(line)
    return None if match is None else Mark("dash", None, match.end())


def _roman(line: str) -> Mark | None:
    head = _kyrgyz_head(line)
    if head is not None:
        return head
    match = _ROMAN_MARK.match(line)
    number = None if match is None else roman(match["roman"])
    if match is None or number is None or len(line) > 250:
        return None
    return Mark("roman", number, match.end())


def _contents(line: str) -> Mark | None:
    return Mark("contents") if _CONTENTS.match(line) else None


_Recogniser = Callable[[str], Mark | None]
_BY_FIRST: dict[str, tuple[_Recogniser, ...]] = {}


def _register(characters: str, *recognisers: _Recogniser) -> None:
    for character in characters:
        _BY_FIRST[character] = (*_BY_FIRST.get(character, ()), *recognisers)


_register("0123456789", _digit)
_register("СсГгРрПп§ЧчКк", _russian_word)
_register("-–—•*·▪●", _dash)
_register("IVXХІШП", _roman)
_register("ОЖӨ", _book)
_register("ПпТ", _annex)
_register("№", _kyrgyz_head, _annex)
_register("БЭҮТАЖСОбэүтажсо", _spelled_head)
_register("СОМ", _contents)


def mark(line: str) -> Mark:
    """Say what a line opens.

    Args:
        line: One line of text without white space around it.

    Returns:
        The mark; ``TEXT`` for a line that opens nothing.
    """
    if not line:
        return TEXT
    if len(line) > 1 and line[-1].isdigit() and _LEADERS.search(line[-60:]):
        return Mark("contents")
    if line[1:2] == ")" or line[2:3] == ")" or line[3:4] == ")":
        found = _letter(line)
        if found is not None:
            return found
    for recognise in _BY_FIRST.get(line[0], ()):
        found = recognise(line)
        if found is not None:
            return found
    annex = _annex(line) if line[-7:].lower() == "тиркеме" else None
    return annex or TEXT
