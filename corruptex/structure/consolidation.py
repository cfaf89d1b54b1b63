"""Applying amendments to the act they amend: its consolidated text, and what could not be applied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corruptex.model import Act, Amendment
from corruptex.structure.edits import Edit, edit_of
from corruptex.structure.locating import Located, locate
from corruptex.structure.parser import parse
from corruptex.structure.targets import Path

Reason = Literal["", "unit", "words", "exists", "wording", "whole_act", "unclear"]
"""Why an amendment was not applied: no such unit, no such words, the unit to be added exists, no new
wording found, a whole act is repealed, the command is not understood."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one amendment.

    Attributes:
        amendment: The amendment, with ``applied`` filled in.
        reason: Why it was not applied; empty if it was.
    """

    amendment: Amendment
    reason: Reason


@dataclass(frozen=True, slots=True)
class Change:
    """A unit before and after.

    Attributes:
        unit: Index of the unit where the change is shown: the unit itself, or what held it if it is gone.
        start: First character of its words there.
        end: Character after them.
        before: Its text before; empty if it was added.
        after: Its text now; empty if it is gone.
        command: Words of the command that changes it; empty in a comparative table.
        fragment: Whether only the words that go and come are known, not the whole unit.
    """

    unit: int
    start: int
    end: int
    before: str
    after: str
    command: str = ""
    fragment: bool = False


@dataclass(frozen=True, slots=True)
class Consolidated:
    """An act with amendments applied.

    Attributes:
        act: The act as it then reads.
        outcomes: One for each amendment, in the order given.
        changes: Units touched by the applied amendments, in the order of the amendments.
    """

    act: Act
    outcomes: tuple[Outcome, ...]
    changes: tuple[Change, ...]


def consolidate(base: Act, amendments: Sequence[Amendment], commands: Act) -> Consolidated:
    """Apply amendments to an act, one after another.

    Commands that touch different places are applied together and the structure is read again only where
    one depends on another. What fails is tried once more at the end: a part may be renumbered after the
    command that adds a new one in its place.

    Args:
        base: The act to be amended.
        amendments: What to apply; all of them must concern this act.
        commands: The act that the amendments stand in.
    """
    work = _Work(base)
    reasons = [work.apply(amendment) for amendment in amendments]
    for place, amendment in enumerate(amendments):
        if reasons[place] in ("unit", "words", "exists"):
            reasons[place] = work.apply(amendment)
    work.flush()
    outcomes: list[Outcome] = []
    changes: list[Change] = []
    for amendment, reason in zip(amendments, reasons, strict=True):
        done = replace(amendment, applied=not reason)
        if not reason:
            changes.append(_change(base, work.act, amendment, commands))
            done = replace(done, old=amendment.old or changes[-1].before.strip())
        outcomes.append(Outcome(done, reason))
    return Consolidated(work.act, tuple(outcomes), tuple(changes))


class _Work:
    """An act on which edits wait to be made."""

    def __init__(self, act: Act) -> None:
        self.act = act
        self.waiting: list[Edit] = []

    def apply(self, amendment: Amendment) -> Reason:
        """Note the edits of one amendment; return why it has none."""
        edits = edit_of(self.act, amendment)
        if self.waiting and (isinstance(edits, str) or self._touches(edits)):
            self.flush()
            edits = edit_of(self.act, amendment)
        if isinstance(edits, str):
            return edits
        self.waiting += edits
        return ""

    def _touches(self, edits: Sequence[Edit]) -> bool:
        return any(
            edit.start <= other.end and other.start <= edit.end for edit in edits for other in self.waiting
        )

    def flush(self) -> None:
        """Make the waiting edits and read the structure again."""
        if not self.waiting:
            return
        text = self.act.text
        for edit in sorted(self.waiting, key=lambda edit: edit.start, reverse=True):
            text = text[: edit.start] + edit.words + text[edit.end :]
        self.waiting = []
        self.act = parse(text)


def _change(base: Act, act: Act, amendment: Amendment, commands: Act) -> Change:
    before, after = locate(base, amendment.steps), locate(act, amendment.steps)
    if amendment.command == "add":
        before = None
    shown = after or _holder(act, amendment.steps)
    start, end = shown if isinstance(shown, tuple) else shown.span(act)
    unit = shown.unit.index if not isinstance(shown, tuple) else 0
    return Change(
        unit=unit,
        start=start,
        end=start + len(act.text[start:end].rstrip()),
        before="" if before is None else base.text[slice(*before.span(base))],
        after="" if after is None or amendment.command == "repeal" else act.text[slice(*after.span(act))],
        command=commands.text[amendment.start : amendment.end],
    )


def _holder(act: Act, steps: Path) -> Located | tuple[int, int]:
    while steps:
        steps = steps[:-1]
        found = locate(act, steps)
        if found is not None:
            return Located(found.unit, own=True)
    return act.units[0].start, act.units[0].end


def word_changes(amendments: Sequence[Amendment]) -> tuple[Change, ...]:
    """What commands take out or replace word by word, where no base act shows the whole units."""
    return tuple(
        Change(one.unit, one.start, one.end, one.old, one.new, fragment=True)
        for one in amendments
        if one.command in ("delete_words", "replace_words")
    )
