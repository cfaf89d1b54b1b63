"""Annexes and acts approved by an act: headings that run over several lines above and below the word."""

from __future__ import annotations

import re
from typing import Final

from corruptex.structure.blocks import Block
from corruptex.structure.headings import OPENING_FORMS
from corruptex.structure.zones import NAME

_ADOPTS: Final = re.compile(
    r"(?:\d{4}-? ?жылдын|.{0,60}(?:Ке[ңнӊ]ешинин|Кабинетинин|Президентинин|Өкмөтүнүн|министрлигинин)"
    r"|.{0,60}(?:сессиясынын|чакырылыш)"
    r"|.{0,30}№ ?\d+[ -]*(?:токтом|буйру|жарлы)"
    r"|(?:токтом(?:уна|го)|буйру(?:гуна|кка)|жарлы(?:гына|кка)|чечими?не|жобо(?:го|суна))$"
    r"|Депутаттардын .{0,50}$)",
    re.IGNORECASE,
)
_NAMES_ACT: Final = re.compile(
    r"(?:к [а-яё]+|К [А-ЯЁ]{4,}|от \d|\d{4}-жылдын \d{1,2}-[а-я]+(?: №.*)?$|№|N \d|\d{4} года"
    r"|(?:образования|Кабинета|Правительства|Министерства|Кыргызской|Республики|Жогорку|Президента)\b"
    r"|[Уу]твержден|УТВЕРЖДЕН|постановлени|приказом|указом|решением"
    r"|области|города|района|маслихата|айылного"
    r"|(?:[А-ЯЁ][а-яё-]+ого )?(?:городского|районного|айыл) |кенеша|мэрии)"
)
_APPROVED: Final = re.compile(
    r"(?:Утвержден[аоы]?|УТВЕРЖДЕН[АОЫ]?|Утверждаю|БЕКИТИЛГЕН|Бекитилген)\b.{0,80}$"
    r"|(?:.{0,160}\W)?(?:токтому|буйругу|жарлыгы|чечими) менен бекитил(?:ген|ди)\W*$",
    re.DOTALL,
)
_MAX_LINES: Final = 10


def open_annexes(blocks: list[Block]) -> list[Block]:
    """Join the lines of each annex heading and open an annex where an approved act begins.

    Args:
        blocks: Blocks of the act.

    Returns:
        The blocks, the lines of a heading in one.
    """
    result: list[Block] = []
    place = 0
    in_words = False
    while place < len(blocks):
        block = blocks[place]
        place += 1
        if block.kind is None and block.form == "text" and in_words and _is_approval(block, result):
            block.form, block.number, block.body = "annex", None, block.end
        in_words = in_words or (block.kind is None and block.form in OPENING_FORMS)
        if block.form == "annex" and block.kind is None:
            while result and block.lines < _MAX_LINES and _adopts(result[-1]):
                _put_above(block, result.pop())
            while place < len(blocks) and block.lines < _MAX_LINES and _names_act(blocks[place]):
                _put_below(block, blocks[place])
                place += 1
        result.append(block)
    return result


def _is_approval(block: Block, before: list[Block]) -> bool:
    """Tell «… менен бекитилген» that opens an approved act from the end of a sentence."""
    if block.end - block.start > 260 or _APPROVED.match(" ".join((block.head, block.tail))) is None:
        return False
    return (
        not before
        or before[-1].closed
        or before[-1].kind is not None
        or _adopts(before[-1])
        or block.head[0].isupper()
    )


def _put_above(block: Block, above: Block) -> None:
    block.start, block.head, block.lines = above.start, above.head, block.lines + above.lines


def _put_below(block: Block, below: Block) -> None:
    block.end, block.tail, block.lines = below.end, below.tail, block.lines + below.lines
    if block.number is None or block.body < below.start:
        block.body = below.end


def _adopts(block: Block) -> bool:
    return (
        block.kind is None
        and block.form == "text"
        and len(block.head) < 80
        and _ADOPTS.match(block.head) is not None
        and NAME.search(block.tail) is None
    )


def _names_act(block: Block) -> bool:
    return (
        block.kind is None
        and block.form == "text"
        and len(block.head) < 90
        and not block.head.endswith((".", ":", ";"))
        and _NAMES_ACT.match(block.head) is not None
    )
