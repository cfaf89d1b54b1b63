"""The tree: what holds what. Containers nest by rank, list items by their forms and numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from corruptex.model import Style, UnitKind
from corruptex.structure.blocks import OPENING_QUOTES, Block
from corruptex.structure.numbers import base, unflatten

RANKS: Final = {
    "annex": 0, "book": 1, "section": 2, "subsection": 3, "chapter": 4, "paragraph_sign": 5, "article": 6,
}  # fmt: skip
KINDS: Final[dict[str, UnitKind]] = {
    "annex": "annex",
    "book": "book",
    "section": "section",
    "subsection": "section",
    "chapter": "chapter",
    "paragraph_sign": "heading",
    "article": "article",
}
_ITEMS: Final = {"numeral": 0, "bracket": 1, "letter": 2, "dash": 3}
_LETTERS: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
_QUOTE_REACH: Final = 400
_QUOTE_PAUSE: Final = 20
"""Blocks to wait before another quotation is looked for after one that never closes."""
_MAX_NESTING: Final = 12
"""No act nests its lists deeper; a text that seems to is malformed."""
_LEAVES: Final = frozenset(("note", "contents", "signature", "title", "preamble", "cell", "heading"))


@dataclass(slots=True)
class Node:
    """A block with its place in the tree.

    Attributes:
        block: The block.
        kind: Kind of the unit.
        parent: Index of the parent, ``None`` at the top.
        number: Number of the unit.
        sentence_items: Whether the items of the list it holds end with full stops.
        continues: Whether it goes on with a sentence that something else broke.
    """

    block: Block
    kind: UnitKind
    parent: int | None
    number: str | None
    sentence_items: bool = False
    continues: bool = False


@dataclass(slots=True)
class _Frame:
    """Open units: of the act itself, or of the words it puts into another act between quotation marks."""

    root: int | None
    containers: list[int] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    ends: int = -1

    def holder(self) -> int | None:
        return self.containers[-1] if self.containers else self.root


class Tree:
    """Builds the nodes of an act from its blocks.

    Args:
        blocks: Blocks in the order of the text.
        style: How the act names its numbered units inside articles.
    """

    def __init__(self, blocks: list[Block], style: Style) -> None:
        self.blocks = blocks
        self.style = style
        self.nodes: list[Node] = []
        self.frames = [_Frame(None)]
        self.last: int | None = None
        self.no_quotes_until = 0

    def build(self) -> list[Node]:
        """Return one node for each block, in the same order."""
        for place, block in enumerate(self.blocks):
            self._close_quotes(place)
            if block.kind in _LEAVES:
                self._leaf(block)
                continue
            self._open_quotes(block, place)
            if block.form in RANKS:
                self._container(block)
            elif block.form in _ITEMS:
                self._item(block)
            else:
                self._paragraph(block)
        self._restore_numbers()
        return self.nodes

    def _add(self, block: Block, kind: UnitKind, parent: int | None) -> int:
        self.nodes.append(Node(block, kind, parent, block.number))
        return len(self.nodes) - 1

    def _open_quotes(self, block: Block, place: int) -> None:
        """Enter the words that an amending act puts into another act: «изложить в редакции: "…"»."""
        if block.head[:1] not in OPENING_QUOTES or not self._last_ends_with(":"):
            return
        if place < self.no_quotes_until or len(self.frames) > 3:
            return
        ends = closing_quote(self.blocks, place)
        if ends is None:
            self.no_quotes_until = place + _QUOTE_PAUSE
            return
        self.frames.append(_Frame(self.last, ends=ends))
        self.last = None

    def _close_quotes(self, place: int) -> None:
        while len(self.frames) > 1 and place > self.frames[-1].ends:
            self.last = self.frames.pop().root

    def _last_ends_with(self, *endings: str) -> bool:
        return self.last is not None and self.nodes[self.last].block.tail.endswith(endings)

    def _leaf(self, block: Block) -> None:
        frame = self.frames[-1]
        kind = block.kind
        assert kind is not None
        if kind in ("title", "preamble", "contents", "signature"):
            annex = next((open_ for open_ in frame.containers if self.nodes[open_].kind == "annex"), None)
            self._add(block, kind, annex)
            if kind in ("preamble", "signature"):
                frame.items.clear()
                self.last = None
            if kind == "signature":
                frame.containers = [] if annex is None else [annex]
            return
        self._add(block, kind, frame.holder())

    def _container(self, block: Block) -> None:
        frame = self.frames[-1]
        rank = RANKS[block.form]
        while frame.containers and RANKS[self.nodes[frame.containers[-1]].block.form] >= rank:
            frame.containers.pop()
        frame.items.clear()
        index = self._add(block, KINDS[block.form], frame.holder())
        frame.containers.append(index)
        self.last = index

    def _item(self, block: Block) -> None:
        frame = self.frames[-1]
        parent = self._holder_of_item(block, frame)
        index = self._add(block, self._kind_of_item(block, parent), parent)
        frame.items.append(index)
        self.last = index

    def _holder_of_item(self, block: Block, frame: _Frame) -> int | None:
        """Close the items a new item ends and return the unit that holds it."""
        if block.number is not None and "." in block.number:
            return self._holder_of_decimal(block.number, frame)
        sibling = self._sibling(block, frame)
        if sibling is not None:
            holder = self.nodes[frame.items[sibling]].parent
            if holder is not None and self.last is not None:
                self.nodes[holder].sentence_items = self._last_ends_with(".")
            del frame.items[sibling:]
            return holder
        if (
            self.last is not None
            and self._last_ends_with(":")
            and self.nodes[self.last].kind not in KINDS.values()
        ):
            if self.last not in frame.items:
                self._keep_ancestors(frame, self.last)
                frame.items.append(self.last)
            return self.last
        rank = _ITEMS[block.form]
        while frame.items and _ITEMS.get(self.nodes[frame.items[-1]].block.form, 9) >= rank:
            frame.items.pop()
        return frame.items[-1] if frame.items else frame.holder()

    def _holder_of_decimal(self, number: str, frame: _Frame) -> int | None:
        while frame.items:
            top = self.nodes[frame.items[-1]]
            if top.block.form == "numeral" and top.number is not None and number.startswith(f"{top.number}."):
                return frame.items[-1]
            frame.items.pop()
        return frame.holder()

    def _sibling(self, block: Block, frame: _Frame) -> int | None:
        """Find the open item of the same form that a new item goes on from."""
        same = [
            place
            for place, index in enumerate(frame.items)
            if self.nodes[index].block.form == block.form and "." not in (self.nodes[index].number or "")
        ]
        if not same:
            return None
        if block.form == "dash":
            return same[-1]
        for place in reversed(same):
            if follows(self.nodes[frame.items[place]].number, block.number):
                return place
        if is_first(block.number) and self._last_ends_with(":") and len(frame.items) < _MAX_NESTING:
            return None
        return same[-1]

    def _keep_ancestors(self, frame: _Frame, index: int) -> None:
        """Keep open only the items that hold a unit."""
        above = set()
        parent = self.nodes[index].parent
        while parent is not None:
            above.add(parent)
            parent = self.nodes[parent].parent
        frame.items[:] = [item for item in frame.items if item in above]

    def _kind_of_item(self, block: Block, parent: int | None) -> UnitKind:
        if block.form in ("dash",):
            return "dash"
        if block.form == "letter":
            return "subpoint"
        holders = self._kinds_above(parent)
        in_article = "article" in holders
        if block.form == "numeral":
            if "point" in holders and not (block.number and "." in block.number):
                return "subpoint"
            if not in_article and len(self.frames) > 1:
                in_article = self.style != "point"  # words for an article that stands outside the quotation
            return "part" if in_article and self.style != "article_point" else "point"
        return "subpoint" if "point" in holders else "point"

    def _kinds_above(self, index: int | None) -> set[UnitKind]:
        root = self.frames[-1].root
        kinds: set[UnitKind] = set()
        while index is not None and index != root:
            kinds.add(self.nodes[index].kind)
            index = self.nodes[index].parent
        return kinds

    def _paragraph(self, block: Block) -> None:
        frame = self.frames[-1]
        parent = self._holder_of_paragraph(block, frame)
        index = self._add(block, "paragraph", parent)
        if self.last is not None and parent in (self.last, self.nodes[self.last].parent):
            self.nodes[index].continues = self._goes_on(self.last, block)
        self.last = index

    def _goes_on(self, last: int, block: Block) -> bool:
        return not self.nodes[last].block.closed and block.head[:1].islower()

    def _holder_of_paragraph(self, block: Block, frame: _Frame) -> int | None:
        last = self.last
        if last is not None and self.nodes[last].kind not in KINDS.values():
            before = self.nodes[last].block
            if self._goes_on(last, block):
                return self.nodes[last].parent if self.nodes[last].continues else last
            if before.tail.endswith(":") and len(frame.items) < _MAX_NESTING:
                if last not in frame.items:
                    self._keep_ancestors(frame, last)
                    frame.items.append(last)
                return last
            if before.tail.endswith((";", ",")) and frame.items:
                return (
                    last
                    if self.nodes[last].kind in ("point", "subpoint", "part")
                    else self.nodes[last].parent
                )
        while frame.items:
            top = self.nodes[frame.items[-1]]
            if top.block.form == "numeral":
                return frame.items[-1]
            holder = top.parent
            if top.block.form == "bracket" and holder is not None and self.nodes[holder].sentence_items:
                return frame.items[-1]
            frame.items.pop()
        return frame.holder()

    def _restore_numbers(self) -> None:
        """Undo flattened superscripts, sequence by sequence: articles of the act, children of one unit."""
        sequences: dict[tuple[object, ...], list[Node]] = {}
        scope: int | None = None
        for index, node in enumerate(self.nodes):
            if node.kind == "annex":
                scope = index
            if node.block.form in ("article", "chapter"):
                sequences.setdefault((node.block.form, scope), []).append(node)
            elif node.block.form in _ITEMS and node.number is not None:
                sequences.setdefault((node.block.form, node.parent, node.kind), []).append(node)
        for nodes in sequences.values():
            if len(nodes) > 1:
                for node, number in zip(nodes, unflatten([node.number for node in nodes]), strict=True):
                    node.number = number


def follows(before: str | None, number: str | None) -> bool:
    """Tell whether a number comes right after another: 2 after 1, 1-1 after 1, «б» after «а»."""
    if before is None or number is None:
        return False
    first, second = base(before), base(number)
    if first is None or second is None:
        places = _LETTERS.find(before[0]), _LETTERS.find(number[0])
        return min(places) >= 0 and 0 <= places[1] - places[0] <= 2 and before != number
    if first == second:
        return before != number and "-" in number
    return second == first + 1 or str(second).startswith(str(first))


def is_first(number: str | None) -> bool:
    """Tell whether a number begins a list."""
    return number in ("1", "а", "a", "I")


def closing_quote(blocks: list[Block], place: int) -> int | None:
    """Find the block that closes a quotation opened at the beginning of a block.

    Returns:
        Its place, ``None`` if the quotation is a word in a sentence or never closes.
    """
    depth = 0
    for later in range(place, min(place + _QUOTE_REACH, len(blocks))):
        lines = (blocks[later].head, blocks[later].tail) if blocks[later].lines > 1 else (blocks[later].head,)
        for line in lines:
            depth += line.count("«") + line.count("“") + line.count("„") - line.count("»") - line.count("”")
            depth += line.count('"') % 2 if depth <= 0 else -(line.count('"') % 2)
        if depth <= 0:
            return later if re.search(r"[»”\"]\s*[.;,]?$", blocks[later].tail) else None
    return None
