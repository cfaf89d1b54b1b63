"""Procedures of an act with their sheets of elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corruptex.detection.actors import Mention
from corruptex.detection.whole.procedures.elements import elements, is_assessable
from corruptex.detection.whole.procedures.gathering import Group, groups
from corruptex.model import Actor, Procedure, Span

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct


Sheet = tuple[Procedure, Group]
"""A procedure with its elements, and the norms it was gathered from."""


def find_procedures(whole: WholeAct) -> tuple[Sheet, ...]:
    """Procedures that an act creates, in the order of the text."""
    return tuple(
        (_procedure(whole, group, number), group) for number, group in enumerate(groups(whole), start=1)
    )


def _procedure(whole: WholeAct, group: Group, number: int) -> Procedure:
    root = group.root
    tokens = whole.reading.view.tokens
    decider = _decider(whole, group)
    return Procedure(
        id=f"PR{number}",
        type=root.type,
        unit=root.unit,
        start=tokens.starts[root.start],
        end=tokens.ends[root.end - 1],
        units=group.blocks,
        actor=decider,
        elements=elements(whole, group, decider),
        assessable=is_assessable(whole, group),
    )


def _decider(whole: WholeAct, group: Group) -> Actor:
    """Who decides: the agent of the creating norm, else the public body that acts most in its article."""
    actors, view = whole.reading.actors, whole.reading.view
    root = group.root
    agent = actors.agent((root.start, root.end))
    if not root.asks and agent.kind == "public" and agent.scope == "clause":
        return agent
    acting = [
        mention
        for mention in actors.between(*view.subtree_tokens(root.block))
        if mention.role == "public" and (mention.subject or mention.agent)
    ]
    if not acting:
        return agent
    names = [_name(whole, mention) for mention in acting]
    most = max(names, key=lambda name: (names.count(name), -names.index(name)))
    first = acting[names.index(most)]
    span = Span(view.tokens.starts[first.start], view.tokens.ends[first.end - 1])
    return Actor("public", whole.act.text[span.start : span.end], span, "article")


def _name(whole: WholeAct, mention: Mention) -> tuple[str, ...]:
    """Beginnings of the words that name a body, the same in all cases."""
    return tuple(word[:5] for word in whole.reading.view.tokens.forms[mention.start : mention.end])
