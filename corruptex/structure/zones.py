"""Zones of an act that no mark opens: title, preamble, contents, signature, titles on their own lines."""

from __future__ import annotations

import re
from typing import Final

from corruptex.structure.blocks import Block
from corruptex.structure.numbers import roman_value

HEADS: Final = ("book", "section", "subsection", "chapter", "paragraph_sign", "roman", "article")
_ABOVE_ARTICLE: Final = frozenset(HEADS[:-1])
_OPENING_FORMS: Final = frozenset((*HEADS, "numeral", "annex"))

_MAX_TITLE_LINES: Final = 6
_MAX_TITLE_LENGTH: Final = 250

_ENACTS: Final = re.compile(
    r"(?:постановля[ею]т?|приказываю|реша[ею]т?|решил[аио]?|п о с т а н о в л я е т|токтом кыл(?:ат|ам|абыз)"
    r"|токтом чыгарат|токтом кабыл алат|буйрук кыл(?:ат|ам)|буюрамын|чечим кылат"
    r"|т ?о ?к ?т ?о ?м\s+к ?ы ?л ?а ?т)\s*:?\s*$",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"(?:^|[\s_])[А-ЯЁӨҮҢ]\. ?(?:[А-ЯЁӨҮҢ]\. ?)?[А-ЯЁӨҮҢ][а-яёөүңА-ЯЁӨҮҢ-]+\s*$")
_NAME_FIRST: Final = re.compile(r"[А-ЯЁӨҮҢ][а-яёөүң-]+ [А-ЯЁӨҮҢ]\. ?(?:[А-ЯЁӨҮҢ]\.)?\s*$")
_POST: Final = re.compile(
    r"(?:председател|президент|министр|мэр\b|мэри\b|директор|руководител|глава\b|секретар|аким|ректор|торага|төрага"
    r"|жетекчи|башчы|башкы|катчы|губернатор|начальник|каржы)",
    re.IGNORECASE,
)
_TITLE_END: Final = (".", ";", ":", ",")
_DATE_LINE: Final = re.compile(r".{0,60}(?:\b\d{4}[- ]?(?:жыл|год)|\d\d\.\d\d\.\d{4})")


def mark_contents(blocks: list[Block]) -> None:
    """Mark tables of contents: headings in a row, without words between them, that come again later."""
    titles: dict[str, int] = {}
    for place, block in enumerate(blocks):
        if block.form in _OPENING_FORMS or block.form == "text":
            titles[_title_key(block)] = place
    numbered = {
        (block.form, block.number): place for place, block in enumerate(blocks) if block.form in HEADS
    }
    place = 0
    while place < len(blocks):
        if blocks[place].form == "contents":
            blocks[place].kind = "contents"
        run = _run_of_headings(blocks, place)
        if run - place >= 3 and _comes_again(blocks, place, run, titles, numbered):
            for block in blocks[place:run]:
                block.kind = "contents"
            if place and blocks[place - 1].form == "contents":
                blocks[place - 1].kind = "contents"
        place = max(run, place + 1)


def _title_key(block: Block) -> str:
    letters = re.sub(r"[^а-яёөүңa-z]+", "", block.head.lower())
    return letters[:60]


def _run_of_headings(blocks: list[Block], place: int) -> int:
    """Return the end of a run of headings and short numbered lines that begins at a place."""
    end = place
    while end < len(blocks):
        block = blocks[end]
        short = len(block.head) < _MAX_TITLE_LENGTH and not block.head.endswith((";", ":", ","))
        heading = block.form in HEADS or (block.form == "numeral" and not block.head.endswith("."))
        if not (short and heading) or block.kind is not None:
            break
        end += 1
    return end


def _comes_again(
    blocks: list[Block],
    place: int,
    end: int,
    titles: dict[str, int],
    numbered: dict[tuple[str, str | None], int],
) -> bool:
    run = blocks[place:end]
    same = max(sum(block.form == form for block in run) for form in {block.form for block in run})
    if same < 3:
        return False
    again = sum(
        titles.get(_title_key(block), 0) >= end or numbered.get((block.form, block.number), 0) >= end
        for block in run
    )
    return again * 3 >= len(run) * 2


def join_titles(blocks: list[Block]) -> list[Block]:
    """Join a heading with the lines of its title below it."""
    joined: list[Block] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        place += 1
        joined.append(block)
        if block.kind is not None or block.form not in HEADS or block.form == "roman":
            continue
        count = _title_lines(blocks, place, block)
        for line in blocks[place : place + count]:
            block.end = line.end
            block.tail = line.tail
            block.lines += line.lines
        place += count
    return joined


def _title_lines(blocks: list[Block], place: int, head: Block) -> int:
    """Count the blocks below a heading that belong to its title."""
    bare = head.body >= head.start + len(head.head)
    if head.form == "article":
        return int(bare and place + 1 < len(blocks) and _is_article_title(blocks[place], blocks[place + 1]))
    count = 0
    for line in blocks[place : place + _MAX_TITLE_LINES]:
        if line.kind is not None or len(line.head) > _MAX_TITLE_LENGTH:
            return int(bare and count > 0) if line.kind != "note" else count
        if line.form in HEADS and not (head.form != "book" and bare and count == 0 and line.form == "book"):
            return count
        if line.form not in ("text", "book") or line.head.endswith((";", ":", ".")):
            return min(count, 1) if bare else 0
        count += 1
    return int(bare and count > 0)


def _is_article_title(line: Block, following: Block) -> bool:
    return (
        line.form == "text"
        and line.kind is None
        and len(line.head) < 150
        and not line.head.endswith(_TITLE_END)
        and following.form in ("numeral", "text", "bracket")
        and following.head[:1].upper() == following.head[:1]
    )


def number_headings(blocks: list[Block]) -> None:
    """Turn numbered headings of by-laws («1. Общие положения») and Roman ones into chapters."""
    in_article = False
    for place, block in enumerate(blocks):
        if block.kind is not None:
            continue
        if block.form == "annex":
            in_article = False
        elif block.form == "article":
            in_article = not block.quoted
        elif in_article:
            continue
        elif block.form == "roman":
            if _fits_roman(blocks, place):
                block.form = "chapter"
            else:
                block.form, block.number, block.body = "text", None, block.start
        elif block.form == "numeral" and _is_heading(blocks, place):
            block.form = "chapter"


def _fits_roman(blocks: list[Block], place: int) -> bool:
    """Tell a Roman heading from a person's initial («П. Иванов») or a row of a table."""
    block = blocks[place]
    if block.head.endswith((";", ",")) or len(block.head) > _MAX_TITLE_LENGTH or block.number is None:
        return False
    value = roman_value(block.number)
    if block.head[0] in "IVX" and value != 5 and value != 10:
        return True
    return any(
        other.form in ("chapter", "roman") and other.number is not None and not other.number[0].isdigit()
        and abs(roman_value(other.number) - value) == 1
        for other in blocks[max(0, place - 200) : place + 200]
    )  # fmt: skip


def _is_heading(blocks: list[Block], place: int) -> bool:
    block = blocks[place]
    words = block.head
    if len(words) > 160 or words.endswith((";", ",")) or block.number is None or block.quoted:
        return False
    following = next(
        (other for other in blocks[place + 1 : place + 6] if other.kind != "note" and other.form != "text"),
        None,
    )
    adjacent = blocks[place + 1] if place + 1 < len(blocks) else None
    number = block.number
    if "." in number:
        return False
    if following is not None and following.form == "numeral" and following.number is not None:
        if following.number.startswith(f"{number}."):
            return not words.endswith(".") or (len(words) < 80 and words.count(" ") < 8)
        if words.endswith((".", ":")):
            return False
        expected = int(number.split("-")[0]) + 1
        continued = following.number.split("-")[0]
        return continued.isdigit() and int(continued) != expected
    if words.endswith((".", ":")) or adjacent is None:
        return False
    return _has_decimals(blocks, place) and adjacent.form == "text"


def _has_decimals(blocks: list[Block], place: int) -> bool:
    near = blocks[max(0, place - 60) : place + 60]
    return sum(block.form == "numeral" and "." in (block.number or "") for block in near) >= 3


def mark_opening(blocks: list[Block]) -> None:
    """Mark the title and the preamble: what stands before the first unit with a mark."""
    first = next(
        (
            place
            for place, block in enumerate(blocks)
            if block.kind is None
            and block.form in _OPENING_FORMS
            and not (block.form == "annex" and place < 3)
        ),
        None,
    )
    if first is None:
        _mark_plain_title(blocks)
        return
    in_preamble = False
    for block in blocks[:first]:
        if block.kind is not None or block.form == "annex":
            continue
        if not in_preamble and _begins_preamble(block):
            in_preamble = True
        block.kind = "preamble" if in_preamble else "title"


def _begins_preamble(block: Block) -> bool:
    words = block.head
    if _ENACTS.search(words):
        return True
    if words.isupper() or block.form != "text":
        return False
    length = block.end - block.start
    if length > 220:
        return True
    return (length > 90 and words.endswith((".", ":", ",", ";"))) or (
        words.endswith((":", ",")) and length > 20 and not _DATE_LINE.match(words)
    )


def _mark_plain_title(blocks: list[Block]) -> None:
    for block in blocks[:4]:
        if (
            block.kind is None
            and block.form == "text"
            and len(block.head) <= 160
            and not block.head.endswith(_TITLE_END)
        ):
            block.kind = "title"
        else:
            return


def mark_signatures(blocks: list[Block]) -> None:
    """Mark signature blocks: a post and a name on their own lines after the words of the act."""
    for place, block in enumerate(blocks):
        if block.kind is not None or block.form != "text" or len(block.head) > 150 or block.lines > 4:
            continue
        if not (_NAME.search(block.tail) or _NAME_FIRST.search(block.tail)) or block.tail.endswith("."):
            continue
        first = place
        while first > 0 and place - first < 5 and _may_be_post(blocks[first - 1]):
            first -= 1
        words = " ".join(f"{line.head} {line.tail}" for line in blocks[first : place + 1])
        if not _POST.search(words):
            continue
        before = blocks[first - 1] if first else None
        if before is not None and (before.closed or before.kind is not None):
            for line in blocks[first : place + 1]:
                line.kind = "signature"


def _may_be_post(block: Block) -> bool:
    return (
        block.kind is None
        and block.form == "text"
        and len(block.head) < 70
        and not block.head.endswith(_TITLE_END)
        and _NAME.search(block.tail) is None
    )


def open_annexes(blocks: list[Block]) -> list[Block]:
    """Join the lines of an annex heading: «к приказу …» below it, the adopting body above it."""
    result: list[Block] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        place += 1
        if block.form != "annex" or block.kind is not None:
            result.append(block)
            continue
        while result and _adopts(result[-1]):
            above = result.pop()
            block.start = above.start
            block.head = above.head
            block.lines += above.lines
        while place < len(blocks) and block.lines < 10 and _names_act(blocks[place]):
            below = blocks[place]
            block.end, block.tail, block.lines = below.end, below.tail, block.lines + below.lines
            place += 1
        result.append(block)
    return result


_ADOPTS: Final = re.compile(
    r"(?:\d{4}-жылдын|.{0,40}(?:Кеңеши?нин|Кабинетинин|Президентинин|Өкмөтүнүн|министрлигинин|сессиясынын|чакырылыш)"
    r"|.{0,30}№ ?\d+[ -]*(?:токтом|буйру|жарлы))",
    re.IGNORECASE,
)
_NAMES_ACT: Final = re.compile(
    r"(?:к \w+|от \d|№ ?\d|N \d|\d{4} года|(?:образования|Кабинета|Правительства|Министерства|Кыргызской|Республики|Жогорку)\b.{0,60}$"
    r"|утвержден|\(?в редакции|области|города|района|маслихата|№)"
)


def _adopts(block: Block) -> bool:
    return (
        block.kind is None
        and block.form == "text"
        and len(block.head) < 80
        and _ADOPTS.match(block.head) is not None
    )


def _names_act(block: Block) -> bool:
    return (
        block.kind is None
        and block.form == "text"
        and len(block.head) < 90
        and not block.head.endswith((".", ":", ";"))
        and _NAMES_ACT.match(block.head) is not None
    )
