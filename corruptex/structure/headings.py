"""Headings: tables of contents, titles on their own lines, numbered headings of by-laws."""

from __future__ import annotations

import re
from typing import Final

from corruptex.structure.blocks import Block
from corruptex.structure.marks import Form
from corruptex.structure.numbers import base, roman_value

HEADS: Final[tuple[Form, ...]] = (
    "book",
    "section",
    "subsection",
    "chapter",
    "paragraph_sign",
    "roman",
    "article",
)
_IN_CONTENTS: Final[frozenset[Form]] = frozenset((*HEADS, "numeral"))
"""Forms of the lines of a table of contents."""
OPENING_FORMS: Final[frozenset[Form]] = frozenset((*HEADS, "numeral", "annex"))
"""Forms that end the title and the preamble of an act."""

_MAX_TITLE_LINES: Final = 6
_MAX_TITLE_LENGTH: Final = 250
_LETTERS: Final = re.compile(r"[а-яёөүңa-z]+")
TITLE_END: Final = (".", ";", ":", ",")
"""Ends of a sentence or an item; a title has none of them."""


def mark_contents(blocks: list[Block]) -> None:
    """Mark tables of contents: headings in a row, without words between them, that come again later."""
    known: tuple[dict[str, int], dict[tuple[Form, str | None], int]] | None = None
    place = 0
    while place < len(blocks):
        if blocks[place].form == "contents":
            blocks[place].kind = "contents"
        if blocks[place].form not in _IN_CONTENTS:
            place += 1
            continue
        run = _run_of_headings(blocks, place)
        if run - place >= 3:
            known = known or _last_places(blocks)
        if run - place >= 3 and known is not None and _comes_again(blocks, place, run, *known):
            for block in blocks[place:run]:
                block.kind = "contents"
            if place and blocks[place - 1].form == "contents":
                blocks[place - 1].kind = "contents"
        place = max(run, place + 1)


def _last_places(blocks: list[Block]) -> tuple[dict[str, int], dict[tuple[Form, str | None], int]]:
    """Where each title, and each numbered heading, stands last."""
    titles = {
        _title_key(block): place
        for place, block in enumerate(blocks)
        if block.form in OPENING_FORMS or block.form == "text"
    }
    numbered = {
        (block.form, block.number): place for place, block in enumerate(blocks) if block.form in HEADS
    }
    return titles, numbered


def _title_key(block: Block) -> str:
    return "".join(_LETTERS.findall(block.head[:200].lower()))[:60]


def _run_of_headings(blocks: list[Block], place: int) -> int:
    """Return the end of a run of headings and short numbered lines, each new, that begins at a place."""
    end = place
    seen: set[str] = set()
    while end < len(blocks):
        block = blocks[end]
        short = len(block.head) < _MAX_TITLE_LENGTH and not block.head.endswith((";", ":", ","))
        heading = block.form in HEADS or (block.form == "numeral" and not block.head.endswith("."))
        if not (short and heading) or block.kind is not None:
            break
        key = _title_key(block)
        if key in seen and len(key) > 12:
            break
        seen.add(key)
        end += 1
    return end


def _comes_again(
    blocks: list[Block],
    place: int,
    end: int,
    titles: dict[str, int],
    numbered: dict[tuple[Form, str | None], int],
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
    """Count the blocks below a heading that belong to its title.

    A heading without words takes the line below it. Further lines belong to the title only if the
    next heading follows them: otherwise they are the words of the unit.
    """
    bare = head.body >= head.start + len(head.head)
    if head.form == "article":
        return int(bare and place + 1 < len(blocks) and _is_article_title(blocks[place], blocks[place + 1]))
    count = 0
    for line in blocks[place : place + _MAX_TITLE_LINES]:
        if line.kind is not None:
            return count if bare or not _ends_like_sentence(blocks, place, count) else 0
        if line.form in HEADS and not (bare and count == 0 and line.form == "book" and head.form != "book"):
            return count if bare or not _ends_like_sentence(blocks, place, count) else 0
        if line.form not in ("text", "book") or len(line.head) > 160 or line.head.endswith((";", ":")):
            break
        count += 1
    return int(bare and count > 0 and not _ends_like_sentence(blocks, place, 1))


def _ends_like_sentence(blocks: list[Block], place: int, count: int) -> bool:
    return any(line.tail.endswith((".", ";", ":")) for line in blocks[place : place + count])


def _is_article_title(line: Block, following: Block) -> bool:
    return (
        line.form == "text"
        and line.kind is None
        and len(line.head) < 150
        and not line.head.endswith(TITLE_END)
        and following.form in ("numeral", "text", "bracket")
        and following.head[:1].upper() == following.head[:1]
    )


def number_headings(blocks: list[Block]) -> None:
    """Turn numbered headings of by-laws («1. Общие положения») and Roman ones into chapters."""
    in_article = False
    point: int | None = None
    for place, block in enumerate(blocks):
        if block.kind is not None:
            continue
        if block.form == "annex":
            in_article, point = False, None
        elif block.form == "article":
            in_article = not block.quoted
        elif in_article:
            continue
        elif block.form == "roman":
            if _fits_roman(blocks, place):
                block.form = "chapter"
            else:
                block.form, block.number, block.body = "text", None, block.start
        elif block.form == "numeral":
            if _is_heading(blocks, place, point):
                block.form = "chapter"
            else:
                point = base(block.number)


def _fits_roman(blocks: list[Block], place: int) -> bool:
    """Tell a Roman heading from a person's initial («П. Иванов») or a row of a table."""
    block = blocks[place]
    if block.head.endswith((";", ",")) or len(block.head) > _MAX_TITLE_LENGTH or block.number is None:
        return False
    value = roman_value(block.number)
    if block.head[0] in "IVX" and value not in (5, 10):
        return True
    return any(
        other.form in ("chapter", "roman") and other.number is not None and not other.number[0].isdigit()
        and abs(roman_value(other.number) - value) == 1
        for other in blocks[max(0, place - 60) : place + 60]
    )  # fmt: skip


def _is_heading(blocks: list[Block], place: int, point: int | None) -> bool:
    """Tell a numbered heading of a by-law from a numbered norm, by its form and by what follows it."""
    block = blocks[place]
    number = block.number or "."
    if len(block.head) > 160 or block.head.endswith((";", ",")) or "." in number or block.quoted:
        return False
    near = blocks[place + 1 : place + 6]
    following = next((other for other in near if other.kind != "note" and other.form != "text"), None)
    if following is not None and following.form == "numeral" and following.number is not None:
        return _heads(block.head, number, following.number, point)
    unfinished = not block.head.endswith((".", ":"))
    return unfinished and bool(near) and near[0].form == "text" and _has_decimals(blocks, place)


def _heads(words: str, number: str, following: str, point: int | None) -> bool:
    """Tell whether a numbered line stands over the number that follows it.

    «2. …» stands over «2.1.», over «7.», and over «3.» if the point before it was «2.» already.
    """
    if following.startswith(f"{number}."):
        return not words.endswith(".") or (len(words) < 80 and words.count(" ") < 8)
    own, next_own = base(number), base(following)
    if words.endswith((".", ":")) or own is None:
        return False
    return next_own != own + 1 or (point is not None and own != point + 1 and next_own == point + 1)


def _has_decimals(blocks: list[Block], place: int) -> bool:
    near = blocks[max(0, place - 60) : place + 60]
    return sum(block.form == "numeral" and "." in (block.number or "") for block in near) >= 3
