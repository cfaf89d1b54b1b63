"""Amendments: what an amending act does to which unit of which act, with which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corruptex.model import Act, Amendment, Span, Unit
from corruptex.structure.amendment_commands import Command, commands_of
from corruptex.structure.amendment_naming import act_name, before_act, names_act, targets_of
from corruptex.structure.new_wording import NOT_NORMS, first_character
from corruptex.structure.quotations import MASK, Quotation, masked, quotations
from corruptex.structure.targets import RANK, UNNUMBERED, Path, merged, paths_of

_THROUGHOUT = re.compile(
    r"\bпо\s+(?:всему\s+)?тексту\b|\bво?\s+вс[её]м\s+тексте\b|(?<![а-яөүңё])текст(?:и)?\s+боюнча"
    r"|(?:бүткүл|бардык|бүт)\s+текст\w*",
    re.IGNORECASE,
)
"""What binds a command to a whole act, or to all of the unit it names."""

_HEAD = re.compile(r":\s*$|\bвнести\b|киргизилсин|киргизилип", re.IGNORECASE)
"""What shows that a unit without a command is the head of some."""


@dataclass(slots=True)
class _Context:
    """What the units above a command have said: the act, the unit, and the whole act's masked text."""

    act: Act
    text: str
    quoted: list[Quotation]
    heads: dict[int, tuple[Path, str]] = field(default_factory=dict)
    spoken: dict[int | None, tuple[Path, str]] = field(default_factory=dict)


def amendments(act: Act) -> tuple[Amendment, ...]:
    """Read the commands of an amending act, in the order of the text.

    A command that names several units gives an amendment for each of them.

    Args:
        act: The act; nothing is looked for in one that amends no other.
    """
    if not act.amends:
        return ()
    quoted = quotations(act.text)
    context = _Context(act, masked(act.text, quoted), quoted)
    return tuple(found for unit in act.units if _speaks(context, unit) for found in _of_unit(context, unit))


def _speaks(context: _Context, unit: Unit) -> bool:
    """Tell whether a unit speaks for the amending act itself and not as new wording of another."""
    if unit.kind in NOT_NORMS:
        return False
    start = first_character(context.act.text, unit)
    if start < len(context.text) and context.text[start] == MASK:
        return not any(one.block and one.start <= start < one.end for one in context.quoted)
    return True


def _of_unit(context: _Context, unit: Unit) -> Iterator[Amendment]:
    outer, known = _above(context, unit)
    words = context.text
    found = commands_of(words, unit.lang, unit.body, unit.end)
    if not found:
        head = words[unit.body : unit.end]
        if not _HEAD.search(head):
            return  # a sentence between the commands, or the reasons of a decision
        name = act_name(context.act.text, head, unit.body, unit.lang) or known
        paths = paths_of(before_act(head, unit.lang), unit.lang)
        path = merged(outer, paths[0]) if len(paths) == 1 else outer
        context.heads[unit.index] = (path, name)
        context.spoken[unit.parent] = (path, name)
        return
    after, last = unit.body, outer
    for command in found:
        name = act_name(context.act.text, words[after : command.start], after, unit.lang) or known
        named = targets_of(words, command, after, unit.lang)
        if command.command == "renumber":
            yield from _renumbered(context, unit, command, name, [merged(outer, path) for path in named])
            after = command.end
            continue
        if _THROUGHOUT.search(words, after, command.end):
            last = _heads(context, unit)[0]
            named = paths_of(words[after : command.start], unit.lang)
            targets = [merged(last, _filled(path, last, command)) for path in named] or [last]
            yield from (
                one
                for target in targets
                for one in _amendments(context, unit, command, name, _numbered(target, command))
            )
            after, known = command.end, name
            continue
        targets = [_under(outer, _filled(path, last, command), command) for path in named] or [last]
        for target in targets:
            yield from _amendments(context, unit, command, name, _numbered(target, command))
        last = targets[-1] if command.command != "add" else targets[-1][:-1] or last
        after = command.end
        known = name
    context.heads[unit.index] = (last, known)
    context.spoken[unit.parent] = (last, known)


def _under(outer: Path, path: Path, command: Command) -> Path:
    """Put a path below the heads; what is added without a number takes none from them."""
    target = merged(outer, path)
    return (*target[:-1], path[-1]) if command.command == "add" and path else target


def _filled(path: Path, last: Path, command: Command) -> Path:
    """Give a unit named without a number («пункт дополнить …») the number it was last named with."""
    known = dict(last)
    added = path[-1:] if command.command == "add" else ()
    return tuple(step if step in added else (step[0], step[1] or known.get(step[0], "")) for step in path)


def _numbered(path: Path, command: Command) -> Path:
    """Leave out steps without a number, but for what is added: its number may stand in the new wording."""
    added = path[-1:] if command.command == "add" else ()
    return tuple(step for step in path if step[1] or step in added or step[0] in UNNUMBERED)


def _above(context: _Context, unit: Unit) -> tuple[Path, str]:
    """What the heads above a unit have named: of the nearest one that said anything.

    A head may stand before its commands as a neighbour («в статье 5:») or, where a command before it
    names the unit, as the words said last.
    """
    said = _heads(context, unit)
    beside = context.spoken.get(unit.parent)
    if beside is None:
        return said
    own = paths_of(before_act(context.text[unit.body : unit.end], unit.lang), unit.lang)
    bare = any(not number for path in own for _, number in path)
    ends_open = not said[0] and not own and beside[0]
    if bare or ends_open:
        return merged(said[0], beside[0]), said[1] or beside[1]
    return said[0], said[1] or beside[1]


def _heads(context: _Context, unit: Unit) -> tuple[Path, str]:
    """What the nearest unit above a command that said anything has named."""
    parent = unit.parent
    while parent is not None:
        if parent in context.heads:
            return context.heads[parent]
        parent = context.act.units[parent].parent
    return (), ""


def _amendments(
    context: _Context, unit: Unit, command: Command, amended: str, target: Path
) -> Iterator[Amendment]:
    text = context.act.text
    if command.command == "repeal" and not target:
        yield from _repealed_acts(context, unit, command, amended)
        return
    old = [text[low + 1 : high - 1] for low, high in command.old]
    new = [Span(low + 1, high - 1) for low, high in command.new]
    end = _end_of_words(text, command)
    if command.command in ("restate", "add") and not new:
        wording = _wording(context, unit, command)
        new = [wording] if wording else []
    if command.command == "add" and not new and not target:
        return  # «стороны могут дополнить объяснения» commands nothing
    pairs: list[tuple[str, Span | None]]
    if command.command == "replace_words" and len(old) == len(new):
        pairs = list(zip(old, new, strict=True))
    else:
        first = new[0] if new else None
        pairs = [(words, first) for words in old] or [("", first)]
    for words, wording in pairs:
        yield Amendment(
            unit=unit.index,
            start=command.start,
            end=end,
            command=command.command,
            act=amended,
            steps=tuple(step for step in target if step[0] in RANK),
            old=words.strip(),
            new=text[wording.start : wording.end].strip() if wording else "",
            wording=wording,
            position=command.position,
        )


def _renumbered(
    context: _Context, unit: Unit, command: Command, amended: str, named: list[Path]
) -> Iterator[Amendment]:
    """Pair each old number with its new one: «части 3-5 считать частями 4-6»."""
    text = context.act.text
    numbers = [(path[:-1], path[-1][0], number) for path in named if path for number in _range(path[-1][1])]
    if unit.lang == "ru":
        what = text[slice(*command.what)]
        new = [number for path in paths_of(what, "ru") for number in _range(path[-1][1])]
    else:
        half = len(numbers) // 2
        numbers, new = numbers[:half], [number for _, _, number in numbers[half:]]
    end = _end_of_words(text, command)
    for (holder, kind, number), becomes in zip(numbers, new, strict=False):
        steps = (*holder, (kind, number))
        yield Amendment(unit.index, command.start, end, "renumber", amended, steps, number, becomes)


def _range(number: str) -> list[str]:
    """Numbers from the first to the last: «3-5» gives 3, 4, 5; another number gives itself."""
    low, dash, high = number.partition("-")
    if not dash or not low.isdigit() or not high.isdigit() or int(low) >= int(high):
        return [number]
    return [str(one) for one in range(int(low), int(high) + 1)]


def _repealed_acts(context: _Context, unit: Unit, command: Command, amended: str) -> Iterator[Amendment]:
    """Whole acts that lose their force: those listed below the command, else the one it names."""
    text = context.act.text
    words = text[command.start : command.end].lower()
    if "сил" not in words and "жогот" not in words:
        return  # «исключить», «чыгарылсын» without a unit speak of persons and things
    end = _end_of_words(text, command)
    listed = text[command.end : unit.end].strip() == ":"
    below = [one for one in context.act.units[unit.index + 1 : unit.last + 1] if one.parent == unit.index]
    names = [_line(text, one.body, one.end) for one in below] if listed else []
    if not names:
        after = _line(text, command.end, unit.end)
        names = [after if unit.lang == "ru" and names_act(after) else amended]
    for name in names:
        if name:
            yield Amendment(unit.index, command.start, end, "repeal", name, ())


def _line(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split()).strip(" .;:")


def _end_of_words(text: str, command: Command) -> int:
    end = command.end
    while end > command.start and text[end - 1].isspace():
        end -= 1
    return end


def _wording(context: _Context, unit: Unit, command: Command) -> Span | None:
    """The new wording that follows a command: a quotation, else what the command's unit holds."""
    text = context.act.text
    tail = re.compile(r"[^\n:.;]{0,120}[:.]?\s*").match(context.text, command.end)
    place = tail.end() if tail else command.end
    for quotation in context.quoted:
        if command.end <= quotation.start <= place:
            return Span(*quotation.inner)
    if unit.last == unit.index or not text[command.end : unit.end].strip(" \n").endswith(":"):
        return None
    first, last = context.act.units[unit.index + 1], context.act.units[unit.last]
    return Span(first.start, first.start + len(text[first.start : last.end].rstrip()))
