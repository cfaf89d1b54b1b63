"""Amendments: what an amending act does to which unit of which act, with which words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from corruptex.model import Act, Amendment, Lang, Span, Unit
from corruptex.structure.amendment_commands import Command, commands_of
from corruptex.structure.quotations import MASK, Quotation, masked, quotations
from corruptex.structure.targets import RANK, Path, merged, paths_of

_ACT_RU: Final = re.compile(
    r"\b(?:конституционн\w+\s+закон|закон|кодекс|положени|правила?|порядок|порядка|инструкци|постановлени|указ|приказ"
    r"|решени|регламент|устав|программ|методик|распоряжени|перечень|[а-яё]+(?:ый|ого|ом)\s+кодекс)\w*\b",
    re.IGNORECASE,
)
_ACT_KY: Final = re.compile(
    r"(?:мыйзам|кодекс|токтом|жобо(?!н?у)|жобосу|жоболор|жарлык|жарлыг|буйру[кг]|эреже|регламент|устав|нускама|чечим|тартип|тартиб)\w*",
    re.IGNORECASE,
)
_NAMED_RU: Final = re.compile(r"[^;]{0,80}?(?:\x01|№|Кыргызской Республики|:\s*$)")
"""What follows the name of a kind of act if a certain act is meant."""
_ACT_ENDS_RU: Final = re.compile(r",?\s+(?:следующ|изменени|дополнени|и\s+дополнени)|:|$")
_HEAD_ENDS_KY: Final = re.compile(
    r"\s*(?:төмөн\w+(?:дөй)?\s+)?(?:өзгөртүү|толуктоо)\w*|\s*төмөн\w+\s+(?:редакци|мазмун)|:|$", re.IGNORECASE
)
_BRINGS_IN: Final = re.compile(
    r"\b(?:внести|внесении|вносятся)\b(?:\s+(?:изменени\w+|дополнени\w+)(?:\s+и\s+дополнени\w+)?)?\s+(?:в|во)\s+",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[^;:.\n\x01]{0,120}")
_CONTENT_KY: Final = re.compile(r"төмөн\w+\s+мазмун\w+\s+", re.IGNORECASE)
_LAST_NAMED_KY: Final = re.compile(
    r"(?:\S+\s+(?:жана\s+)?)?\S*(?:беренен?|статья|бөлүк|пункт|пунктча|абзац|обзац|глава|бап|тиркеме|сүйлөм)\w*\s*$",
    re.IGNORECASE,
)
_UNNUMBERED: Final = ("title", "preamble")
_NOT_NORMS: Final = frozenset(("title", "preamble", "signature", "note", "contents"))


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


def target_of(act: Act, unit_index: int) -> Path:
    """The unit of another act that a command speaks about, as far as its own words and those above it say.

    Args:
        act: The amending act.
        unit_index: Index of the unit that holds the command; of several commands the first counts.
    """
    path: Path = ()
    for unit in reversed(_chain(act, unit_index)):
        words = act.text[unit.body : unit.end]
        words = masked(words, quotations(words))
        path = merged(path, _completed(act, unit, _first_named(words, unit)))
    return tuple(step for step in path if step[1] or step[0] in _UNNUMBERED)


def _completed(act: Act, unit: Unit, path: Path) -> Path:
    """Give a unit named without a number («пункт дополнить …») the number a neighbour before it names."""
    if all(number for _, number in path):
        return path
    for other in reversed(act.units[: unit.index]):
        if other.parent == unit.parent:
            words = act.text[other.body : other.end]
            known = dict(_first_named(masked(words, quotations(words)), other))
            if known.keys() & {kind for kind, number in path if not number}:
                return tuple((kind, number or known.get(kind, "")) for kind, number in path)
    return path


def turn_in_wording(act: Act, unit_index: int) -> int | None:
    """Count a unit among those that stand directly in the new wording that its parent's command brings.

    Args:
        act: The amending act.
        unit_index: Index of the unit.

    Returns:
        0 for the unit that opens the quotation, 1 for the next one; ``None`` outside a new wording.
    """
    unit = act.units[unit_index]
    if unit.parent is None:
        return None
    head = act.units[unit.parent]
    within = act.text[head.start : act.units[head.last].end]
    place = _first(act.text, unit) - head.start
    for quotation in quotations(within):
        if quotation.block and quotation.start <= place < quotation.end:
            return sum(
                other.parent == unit.parent
                and quotation.start <= _first(act.text, other) - head.start < place
                for other in act.units[unit.parent + 1 : unit_index]
            )
    return None


def _chain(act: Act, unit_index: int) -> list[Unit]:
    """A unit and those above it, up to the one whose words are themselves new wording."""
    chain = [act.units[unit_index]]
    while (parent := chain[-1].parent) is not None:
        chain.append(act.units[parent])
    return [unit for unit in chain if unit.kind not in _NOT_NORMS]


def _first_named(words: str, unit: Unit) -> Path:
    """The unit that a head or a command names first; nothing if it names none."""
    found = commands_of(words, unit.lang, 0, len(words))
    paths = (
        _targets(words, found[0], 0, unit.lang)
        if found
        else paths_of(_before_act(words, unit.lang), unit.lang)
    )
    return paths[0] if paths else ()


def _speaks(context: _Context, unit: Unit) -> bool:
    """Tell whether a unit speaks for the amending act itself and not as new wording of another."""
    if unit.kind in _NOT_NORMS:
        return False
    start = _first(context.act.text, unit)
    if start < len(context.text) and context.text[start] == MASK:
        return not any(one.block and one.start <= start < one.end for one in context.quoted)
    return True


def _first(text: str, unit: Unit) -> int:
    start = unit.start
    while start < unit.end - 1 and text[start].isspace():
        start += 1
    return start


def _of_unit(context: _Context, unit: Unit) -> Iterator[Amendment]:
    outer, act_name = _above(context, unit)
    words = context.text
    found = commands_of(words, unit.lang, unit.body, unit.end)
    if not found:
        head = words[unit.body : unit.end]
        name = _act_name(context, unit, unit.body, unit.end) or act_name
        paths = paths_of(_before_act(head, unit.lang), unit.lang)
        path = merged(outer, paths[0]) if len(paths) == 1 else outer
        context.heads[unit.index] = (path, name)
        context.spoken[unit.parent] = (path, name)
        return
    after, last = unit.body, outer
    for command in found:
        name = _act_name(context, unit, after, command.start) or act_name
        named = _targets(words, command, after, unit.lang)
        if command.command == "renumber":
            yield from _renumbered(context, unit, command, name, [merged(outer, path) for path in named])
            after = command.end
            continue
        targets = [_under(outer, _filled(path, last, command), command) for path in named] or [last]
        for target in targets:
            yield from _amendments(context, unit, command, name, _numbered(target, command))
        last = targets[-1] if command.command != "add" else targets[-1][:-1] or last
        after = command.end
        act_name = name
    context.heads[unit.index] = (last, act_name)
    context.spoken[unit.parent] = (last, act_name)


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
    return tuple(step for step in path if step[1] or step in added or step[0] in _UNNUMBERED)


def _above(context: _Context, unit: Unit) -> tuple[Path, str]:
    """What the heads above a unit have named: of the nearest one that said anything.

    A head may stand before its commands as a neighbour («в статье 5:») or, where a command before it
    names the unit, as the words said last.
    """
    parent = unit.parent
    while parent is not None:
        if parent in context.heads:
            said = context.heads[parent]
            break
        parent = context.act.units[parent].parent
    else:
        said = ((), "")
    beside = context.spoken.get(unit.parent)
    if beside is None:
        return said
    own = paths_of(_before_act(context.text[unit.body : unit.end], unit.lang), unit.lang)
    bare = any(not number for path in own for _, number in path)
    ends_open = not said[0] and not own and beside[0]
    if bare or ends_open:
        return merged(said[0], beside[0]), said[1] or beside[1]
    return said[0], said[1] or beside[1]


def _targets(words: str, command: Command, after: int, lang: Lang) -> list[Path]:
    """Units named by the words before a command and by the words that say what is added."""
    before = words[after : command.start]
    what = words[slice(*command.what)]
    if command.command == "add" and lang == "ky":
        if not command.new:
            before, what = _split_content(before + what, what)
    elif command.command == "renumber":
        before, what = f"{before} {what}" if lang == "ky" else before, ""
    elif not paths_of(before, lang):
        before = f"{words[command.start : command.end]}{_rest_of_clause(words, command.end)}"
    holders = paths_of(_after_act(before, lang), lang)
    if command.command != "add":
        return holders
    added = [path for path in paths_of(what, lang) if path] or [()]
    return [merged(holder, path) for holder in holders or [()] for path in added if holder or path]


def _rest_of_clause(words: str, start: int) -> str:
    """Words after a command up to the end of its clause: «признать утратившей силу статью 19»."""
    found = _CLAUSE.match(words, start)
    return "" if found is None else found[0]


def _split_content(before: str, what: str) -> tuple[str, str]:
    """Part «берене төмөнкүдөй мазмундагы 4-бөлүк» into the holder and what is added to it."""
    said = list(_CONTENT_KY.finditer(before))
    if said:
        return before[: said[-1].start()], before[said[-1].end() :]
    named = _LAST_NAMED_KY.search(before)
    if named is None or what.strip() in before[: named.start()]:
        return before, what
    return before[: named.start()], before[named.start() :]


def _before_act(words: str, lang: Lang) -> str:
    """Words of a head that name units, without those that come after the name of the act."""
    if lang == "ky":
        return _after_act(words, lang)
    found = _ACT_RU.search(words)
    return words if found is None else words[: found.start()]


def _after_act(words: str, lang: Lang) -> str:
    """Words that name units: in Kyrgyz the act stands before them, in Russian after."""
    if lang == "ru":
        return _before_act(words, lang) if _BRINGS_IN.search(words) else words
    annexes = [path for path in paths_of(words, lang) if path[0][0] == "annex"]
    ends = [found.end() for found in _ACT_KY.finditer(words)]
    rest = words[ends[-1] :] if ends else words
    if annexes and not any(path[0][0] == "annex" for path in paths_of(rest, lang)):
        number = annexes[-1][0][1]
        rest = f"{number}-тиркеменин {rest}"
    return rest


def _act_name(context: _Context, unit: Unit, start: int, end: int) -> str:
    """The act that a head names, as printed; empty if it names none."""
    words = context.text[start:end]
    if unit.lang == "ru":
        brings = _BRINGS_IN.search(words)
        low = brings.end() if brings else 0
        found = _ACT_RU.search(words, low)
        if found is None or (brings is None and _NAMED_RU.match(words, found.end()) is None):
            return ""
        stop = _ACT_ENDS_RU.search(words, found.end())
        high = stop.start() if stop else len(words)
        return " ".join(context.act.text[start + found.start() : start + high].split())
    named = [found.end() for found in _ACT_KY.finditer(words)]
    stop = _HEAD_ENDS_KY.search(words, named[-1] if named else 0)
    if not named or stop is None:
        return ""
    return " ".join(context.act.text[start : start + named[-1]].split())


def _amendments(
    context: _Context, unit: Unit, command: Command, act_name: str, target: Path
) -> Iterator[Amendment]:
    text = context.act.text
    if command.command == "repeal" and not target:
        yield from _repealed_acts(context, unit, command, act_name)
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
            act=act_name,
            steps=tuple(step for step in target if step[0] in RANK),
            old=words.strip(),
            new=text[wording.start : wording.end].strip() if wording else "",
            wording=wording,
            position=command.position,
        )


def _renumbered(
    context: _Context, unit: Unit, command: Command, act_name: str, named: list[Path]
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
        yield Amendment(unit.index, command.start, end, "renumber", act_name, steps, number, becomes)


def _range(number: str) -> list[str]:
    """Numbers from the first to the last: «3-5» gives 3, 4, 5; another number gives itself."""
    low, dash, high = number.partition("-")
    if not dash or not low.isdigit() or not high.isdigit() or int(low) >= int(high):
        return [number]
    return [str(one) for one in range(int(low), int(high) + 1)]


def _repealed_acts(context: _Context, unit: Unit, command: Command, act_name: str) -> Iterator[Amendment]:
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
        names = [after if unit.lang == "ru" and _ACT_RU.search(after) else act_name]
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
