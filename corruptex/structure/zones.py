"""Zones of an act that no mark opens: its title, its preamble, its signatures."""

from __future__ import annotations

import re
from typing import Final

from corruptex.structure.blocks import Block
from corruptex.structure.headings import OPENING_FORMS, TITLE_END

_ENACTS: Final = re.compile(
    r"(?:постановля[ею]т?|приказываю|реша[ею]т?|решил[аио]?|п о с т а н о в л я е т|токтом кыл(?:ат|ам|абыз)"
    r"|токтом чыгарат|токтом кабыл алат|буйрук кыл(?:ат|ам)|буюрамын|чечим кылат"
    r"|т ?о ?к ?т ?о ?м\s+к ?ы ?л ?а ?т)\s*:?\s*$",
    re.IGNORECASE,
)
_DATE_LINE: Final = re.compile(r".{0,60}(?:\b\d{4}[- ]?(?:жыл|год)|\d\d\.\d\d\.\d{4})")
_LONG_PARAGRAPH: Final = 220
_FINISHED_SENTENCE: Final = 90
_SHORT_SENTENCE: Final = 60

NAME: Final = re.compile(r"(?:^|[\s_])[А-ЯЁӨҮҢ]\. ?(?:[А-ЯЁӨҮҢ]\. ?)?[А-ЯЁӨҮҢ][а-яёөүңА-ЯЁӨҮҢ-]+\s*$")
_BLANK: Final = re.compile(
    r"(?:Президент|Председател|Премьер|Министр|Мэр|Директор|Кыргыз Республикасынын|.{0,60}[Тт]өрага)\w*\b"
    r".*_{3,}\s*$"
)
_NAME_FIRST: Final = re.compile(r"[А-ЯЁӨҮҢ][а-яёөүң-]+ [А-ЯЁӨҮҢ]\. ?(?:[А-ЯЁӨҮҢ]\.)?\s*$")
_POST: Final = re.compile(
    r"(?:председател|президент|министр|мэр\b|мэри\b|директор|руководител|глава\b|секретар|аким|ректор|торага|төрага"
    r"|жетекчи|башчы|башкы|катчы|губернатор|начальник|спикер)",
    re.IGNORECASE,
)
_ADOPTED: Final = re.compile(r"Принят\w*\b|Кыргызской Республики \d|.*кабыл алын(?:ган|ды)|.*Жогорку Кеңеш")


def mark_opening(blocks: list[Block]) -> None:
    """Mark the title and the preamble of the act, and the titles of its annexes.

    Args:
        blocks: Blocks of the act; their kinds are set in place.
    """
    first = next(
        (
            place
            for place, block in enumerate(blocks)
            if block.kind is None and block.form in OPENING_FORMS and not _is_letterhead_annex(block, place)
        ),
        None,
    )
    if first is None:
        _mark_unfinished_lines(blocks[:4])
    else:
        _mark_title_and_preamble(blocks[:first], before_annex=blocks[first].form == "annex")
    for place, block in enumerate(blocks):
        if block.form == "annex" and block.kind is None:
            _mark_unfinished_lines(_zone_after(blocks, place))
        elif block.kind is None and block.form == "text" and _ENACTS.fullmatch(block.head):
            _mark_title_and_preamble(_zone_before(blocks, place), before_annex=False)


def _is_letterhead_annex(block: Block, place: int) -> bool:
    """Tell an annex that is a file of its own: its heading is only the first lines of the title."""
    return block.form == "annex" and place < 3


def _mark_title_and_preamble(zone: list[Block], *, before_annex: bool) -> None:
    """Mark the lines before the first unit; what stands below «постановляет:» is no preamble but a norm.

    An act without numbered units goes straight to its annex or its end: its sentences are norms as well,
    unless the enacting words stand below them.
    """
    enacts = [place for place, block in enumerate(zone) if _ENACTS.search(block.tail)]
    end = enacts[-1] + 1 if enacts else 0 if before_annex else len(zone)
    in_preamble = False
    for place, block in enumerate(zone):
        if block.kind is not None or block.form == "annex":
            continue
        stands_above = place + 1 in enacts and "," in block.head and block.end - block.start > _SHORT_SENTENCE
        in_preamble = in_preamble or stands_above or _begins_preamble(block)
        if not in_preamble:
            block.kind = "title"
        elif place < end:
            block.kind = "preamble"


def _begins_preamble(block: Block) -> bool:
    words = block.head
    if _ENACTS.search(block.tail):
        return True
    if words.isupper() or block.form != "text":
        return False
    length = block.end - block.start
    if length > _LONG_PARAGRAPH:
        return True
    if length > _FINISHED_SENTENCE and words.endswith(TITLE_END):
        return True
    return words.endswith((":", ",")) and length > 20 and _DATE_LINE.match(words) is None


def _zone_after(blocks: list[Block], place: int) -> list[Block]:
    """Return the lines between an annex heading and its first unit, if a unit follows soon."""
    for later in range(place + 1, min(place + 9, len(blocks))):
        if blocks[later].form in OPENING_FORMS and blocks[later].kind is None:
            return blocks[place + 1 : later]
    return []


def _zone_before(blocks: list[Block], place: int) -> list[Block]:
    """Return the lines from a signature to the enacting words of the next act in the same file."""
    for earlier in range(place - 1, max(place - 20, -1), -1):
        if blocks[earlier].kind == "signature":
            return blocks[earlier + 1 : place + 1]
        if blocks[earlier].form != "text":
            break
    return blocks[place : place + 1]


def _mark_unfinished_lines(zone: list[Block]) -> None:
    """Mark as a title the short lines without a full stop that a zone begins with."""
    for block in zone:
        if block.kind == "note":
            continue
        short = block.end - block.start <= 2 * _FINISHED_SENTENCE
        if block.kind is not None or block.form != "text" or not short or block.tail.endswith(TITLE_END):
            return
        block.kind = "title"


def mark_signatures(blocks: list[Block]) -> None:
    """Mark signature blocks: a post and a name on lines of their own after the words of the act.

    Args:
        blocks: Blocks of the act; their kinds are set in place.
    """
    for place, block in enumerate(blocks):
        if not _may_be_name(block):
            continue
        first = place
        while first > 0 and place - first < 5 and _may_be_post(blocks[first - 1]):
            first -= 1
        words = " ".join(f"{line.head} {line.tail}" for line in blocks[first : place + 1])
        before = blocks[first - 1] if first else None
        if before is None or not _POST.search(words) or not (before.closed or before.kind is not None):
            continue
        for line in blocks[first : place + 1]:
            line.kind = "signature"
        _mark_adoption(blocks[place + 1 : place + 5])


def _may_be_name(block: Block) -> bool:
    return (
        block.kind is None
        and block.form == "text"
        and len(block.head) <= 150
        and block.lines <= 4
        and len(block.tail) <= 150
        and not block.tail.endswith(".")
        and any(pattern.search(block.tail) for pattern in (NAME, _NAME_FIRST, _BLANK))
    )


def _may_be_post(block: Block) -> bool:
    return (
        block.kind is None
        and block.form == "text"
        and len(block.head) < 70
        and not block.head.endswith(TITLE_END)
        and NAME.search(block.tail) is None
    )


def _mark_adoption(lines: list[Block]) -> None:
    """Mark the lines below a signature that say when parliament adopted the act."""
    for line in lines:
        short = line.end - line.start < 150 and not line.tail.endswith((".", ":", ";"))
        if line.kind is not None or line.form != "text" or not short or not _ADOPTED.match(line.head):
            return
        line.kind = "signature"
