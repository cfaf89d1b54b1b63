"""From a text to an act: blocks, zones, tree, languages, requisites."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corruptex.language.passage import evidence, glance
from corruptex.model import Act, Lang, Place, Source, Style, Unit
from corruptex.structure import annexes, headings, zones
from corruptex.structure.blocks import Block, blocks_of
from corruptex.structure.metadata import Requisites, requisites_of
from corruptex.structure.tree import Node, Tree

_WEAK: Final = 5.0
"""Evidence weaker than this does not stand against the language of the whole act."""

_CLEAR: Final = 3.0
"""A glance this strong needs no closer look where it speaks for the language of the whole act."""

_MIN_UNNUMBERED: Final = 4
"""Fewer paragraphs without numbers do not make a style: an amending law has one in each article."""

_PARTS: Final = tuple(map(re.compile, (r"част(?:и|ью|ь|ей|ях|ями|ям) \d", r"\d-бөлү(?:к|г)")))
_POINTS: Final = tuple(
    map(
        re.compile,
        (
            r"пункт(?:а|у|ом|е|ы|ов|ам|ах)? \d[\d-]*\)?,? (?:(?:и|или) \d+ )?(?:настоящей )?стать",
            r"берене\w* \d[\d-]*-пункт",
            r"статья\w* \d[\d-]*-пункт",
        ),
    )
)
"""References to parts and to points; each pattern begins with letters, so that it is found quickly."""


def parse(source: Source | str) -> Act:
    """Read the structure of a legal act.

    Nothing is refused: text without any structure becomes paragraphs.

    Args:
        source: What the reading stage made of a file, or a text.

    Returns:
        The act; the own texts of its units, in order, give its text back.
    """
    text = source if isinstance(source, str) else source.text
    places = () if isinstance(source, str) else source.places
    blocks = blocks_of(text)
    _mark_cells(blocks, places, len(text))
    blocks = prepare(blocks)
    style = _style(text, blocks)
    nodes = Tree(blocks, style).build()
    style = _final_style(style, nodes)
    langs, act_lang = _languages(text, nodes)
    requisites = requisites_of(text, nodes) if nodes else Requisites()
    return Act(
        text=text,
        units=_units(nodes, langs),
        title=requisites.title,
        kind=requisites.kind,
        style=style,
        date=requisites.date,
        number=requisites.number,
        body=requisites.body,
        lang=act_lang,
        amends=requisites.amends,
        source=None if isinstance(source, str) else source,
    )


def prepare(blocks: list[Block]) -> list[Block]:
    """Find the zones of an act among its blocks: contents, headings, annexes, title, signatures."""
    headings.mark_contents(blocks)
    zones.mark_signatures(blocks)
    blocks = annexes.open_annexes(blocks)
    headings.number_headings(blocks)
    zones.mark_opening(blocks)
    return headings.join_titles(blocks)


def _mark_cells(blocks: list[Block], places: Sequence[Place], length: int) -> None:
    """Mark blocks that stand in tables of the file, unless the whole file is laid out as a table."""
    cells = [place for place in places if place.kind == "cell"]
    if sum(place.end - place.start for place in cells) * 5 > length * 3:
        return
    at = 0
    for block in blocks:
        while at < len(cells) and cells[at].end <= block.start:
            at += 1
        if (
            at < len(cells)
            and cells[at].start <= block.start
            and block.form not in ("article", "chapter", "section")
        ):
            block.kind = "cell"


def _style(text: str, blocks: list[Block]) -> Style:
    """Tell how the act names its numbered units, from its own references."""
    articles = sum(block.form == "article" and block.kind is None and not block.quoted for block in blocks)
    numerals = sum(block.form == "numeral" and block.kind is None for block in blocks)
    if articles >= 2 or (articles == 1 and numerals < 5):
        points, parts = (sum(len(p.findall(text)) for p in patterns) for patterns in (_POINTS, _PARTS))
        return "article_point" if points > parts else "article_part"
    if any(block.form in ("numeral", "bracket") and block.kind is None for block in blocks):
        return "point"
    return "plain"


def _final_style(style: Style, nodes: list[Node]) -> Style:
    """Tell acts whose parts are paragraphs without numbers from those with numbered parts."""
    if style not in ("article_part", "article_point"):
        return style
    numbered = unnumbered = 0
    for node in nodes:
        if node.parent is None or nodes[node.parent].kind != "article":
            continue
        if node.block.form == "numeral":
            numbered += 1
        elif node.kind == "paragraph":
            unnumbered += 1
    return "article_paragraph" if unnumbered > 3 * numbered and unnumbered >= _MIN_UNNUMBERED else style


def _languages(text: str, nodes: list[Node]) -> tuple[list[Lang], Lang]:
    """Tell the language of each node and of the act."""
    passages = [text[node.block.body : node.block.end] or node.block.head for node in nodes]
    weights = [glance(passage) for passage in passages]
    act_lang = _majority(passages, weights)
    weights = [
        weight if (weight > 0) == (act_lang == "ky") and abs(weight) >= _CLEAR else evidence(passage)
        for passage, weight in zip(passages, weights, strict=True)
    ]
    act_lang = _majority(passages, weights)
    langs: list[Lang] = []
    for weight in weights:
        found: Lang = "ky" if weight > 0 else "ru"
        strong = abs(weight) >= (2.0 if found == act_lang else _WEAK)
        langs.append(found if strong else langs[-1] if langs else act_lang)
    return langs, act_lang


def _majority(passages: list[str], weights: list[float]) -> Lang:
    """The language of most characters; of a text without any sure sign, what its unsure ones say together."""
    kyrgyz = sum(len(passage) for passage, weight in zip(passages, weights, strict=True) if weight > 1)
    russian = sum(len(passage) for passage, weight in zip(passages, weights, strict=True) if weight < -1)
    return "ky" if kyrgyz > russian or (kyrgyz == russian and sum(weights) > 0) else "ru"


def _units(nodes: list[Node], langs: list[Lang]) -> tuple[Unit, ...]:
    last = list(range(len(nodes)))
    for index in range(len(nodes) - 1, -1, -1):
        parent = nodes[index].parent
        if parent is not None and last[index] > last[parent]:
            last[parent] = last[index]
    return tuple(
        Unit(
            index=index,
            kind=node.kind,
            number=node.number,
            start=node.block.start,
            end=node.block.end,
            body=node.block.body,
            parent=node.parent,
            last=last[index],
            lang=langs[index],
        )
        for index, node in enumerate(nodes)
    )
