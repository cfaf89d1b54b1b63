"""Citing units as the act itself does: small to large in Russian, large to small in Kyrgyz."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corruptex.messages import say
from corruptex.model import Act, Lang, Unit
from corruptex.structure.blocks import OPENING_QUOTES
from corruptex.structure.new_wording import target_of, turn_in_wording
from corruptex.structure.numbers import kyrgyz_ordinal, russian_ordinal
from corruptex.structure.targets import merged

Step = tuple[str, str]
"""Kind of a unit and its number: ``("article", "12-1")``."""

_UNNUMBERED: Final = ("paragraph", "dash", "cell")
"""Units without numbers, cited by their turn: «абзац второй»."""

_OWN_FIRST: Final = ("part", "point", "subpoint")
"""Units whose own words are their first абзац."""

_ZONES: Final = ("title", "preamble", "contents", "signature", "note")
_ABOVE: Final = ("chapter", "section", "heading", "book")

_RUSSIAN: Final = {
    "article": "ст. {}",
    "part": "ч. {}",
    "point": "п. {}",
    "subpoint": "пп. {}",
    "chapter": "гл. {}",
    "section": "разд. {}",
    "heading": "§ {}",
    "book": "часть {}",
}
_KYRGYZ: Final = {
    "берене": ("берене", "берененин", "беренеси", "беренесинин"),
    "статья": ("статья", "статьянын", "статьясы", "статьясынын"),
    "бөлүк": ("бөлүк", "бөлүктүн", "бөлүгү", "бөлүгүнүн"),
    "пункт": ("пункт", "пункттун", "пункту", "пунктунун"),
    "пунктча": ("пунктча", "пунктчанын", "пунктчасы", "пунктчасынын"),
    "абзац": ("абзац", "абзацтын", "абзацы", "абзацынын"),
    "тиркеме": ("тиркеме", "тиркеменин", "тиркемеси", "тиркемесинин"),
    "глава": ("глава", "главанын", "главасы", "главасынын"),
    "бап": ("бап", "баптын", "бабы", "бабынын"),
    "бөлүм": ("бөлүм", "бөлүмдүн", "бөлүмү", "бөлүмүнүн"),
    "параграф": ("параграф", "параграфтын", "параграфы", "параграфынын"),
}
"""Each word alone, as an owner, as a thing owned, as both: берене, берененин, беренеси, беренесинин."""

_KYRGYZ_WORDS: Final = {
    "article": "берене",
    "part": "бөлүк",
    "point": "пункт",
    "subpoint": "пунктча",
    "paragraph": "абзац",
    "chapter": "глава",
    "section": "бөлүм",
    "heading": "параграф",
    "annex": "тиркеме",
    "book": "бөлүк",
}
_OLD_KYRGYZ_WORDS: Final = {"article": "статья", "chapter": "бап"}
"""Words of older acts; an act that uses them in its headings is cited with them."""


def ancestors(act: Act, index: int) -> Iterator[Unit]:
    """Yield the units that hold a unit, from the nearest to the outermost."""
    parent = act.units[index].parent
    while parent is not None:
        unit = act.units[parent]
        yield unit
        parent = unit.parent


def article_of(act: Act, index: int) -> Unit | None:
    """Return the article a unit belongs to: the unit itself if it is one, ``None`` outside articles."""
    unit = act.units[index]
    if unit.kind == "article":
        return unit
    return next((above for above in ancestors(act, index) if above.kind == "article"), None)


def unit_at(act: Act, offset: int) -> Unit:
    """Return the unit whose own text holds a character of the act.

    Raises:
        IndexError: If the act has no such character.
    """
    if not 0 <= offset < len(act.text):
        raise IndexError(offset)
    low, high = 0, len(act.units) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if act.units[middle].start <= offset:
            low = middle
        else:
            high = middle - 1
    return act.units[low]


def path(act: Act, unit_index: int) -> tuple[Step, ...]:
    """Return the steps to a unit, the largest first: ``(("article", "53"), ("part", "1"), ("point", "2"))``.

    Articles are numbered through the whole act, so nothing above them but an annex is a step. A unit
    without a number is counted: «абзац второй» is ``("paragraph", "2")``; a paragraph of an article in
    an act whose parts have no numbers is ``("part", "2")``. A zone is one step without a number. Words
    that an act puts into another act are reached through the unit that quotes them.

    Args:
        act: The act.
        unit_index: Index of the unit.
    """
    return tuple(step for steps in _paths(act, unit_index) for step in steps)


def _paths(act: Act, unit_index: int) -> list[tuple[Step, ...]]:
    """Return the path, cut where an act begins to quote the new wording of another act; mostly one piece."""
    unit = act.units[unit_index]
    chain = [unit, *ancestors(act, unit_index)]
    if unit.kind == "note" and any(above.kind not in ("annex", "book") for above in chain[1:]):
        chain = chain[1:]
    pieces: list[tuple[Step, ...]] = []
    steps: list[Step] = []
    for place, above in enumerate(chain):
        step = _step(act, above, steps, is_unit=place == 0)
        if step is not None:
            steps.append(step)
        if steps and place + 1 < len(chain) and is_quoted(act, above):
            pieces.append(_in_target(act, above, tuple(reversed(steps))))
            steps = []
    pieces.append(tuple(reversed(steps)))
    return [piece for piece in reversed(pieces) if piece]


def _in_target(act: Act, unit: Unit, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Put the steps inside a new wording below the unit of the other act that the command names.

    Args:
        act: The amending act.
        unit: The unit that stands directly in the new wording.
        steps: Steps from it to the cited unit.
    """
    if not act.amends or unit.parent is None:
        return steps
    target = target_of(act, unit.parent)
    if unit.kind not in _UNNUMBERED or len(steps) > 1 or steps[0][0] not in ("paragraph", "part"):
        return merged(target, steps)
    turn = turn_in_wording(act, unit.index) or 0
    if target and target[-1][0] == "paragraph" and target[-1][1].isdigit():
        return (*target[:-1], ("paragraph", str(int(target[-1][1]) + turn)))
    return target if target and not turn else merged(target, (("paragraph", str(turn + 1)),))


def is_quoted(act: Act, unit: Unit) -> bool:
    """Tell whether a unit begins the new wording of another act: «статью 9 изложить …: "Статья 9. …»."""
    if act.amends and unit.kind in _UNNUMBERED:
        return turn_in_wording(act, unit.index) is not None
    if (
        unit.parent is None
        or unit.body == unit.start
        or act.text[unit.start : unit.body].lstrip()[:1] not in OPENING_QUOTES
    ):
        return False
    above = act.units[unit.parent]
    return act.text[above.start : above.end].rstrip().endswith(":")


def _step(act: Act, unit: Unit, below: list[Step], *, is_unit: bool) -> Step | None:
    """Return the step a unit adds to the path of what it holds, ``None`` if it adds nothing."""
    kinds = {kind for kind, _ in below}
    step: Step | None = (unit.kind, unit.number or "")
    if unit.kind == "annex":
        return step
    if "article" in kinds:
        return None
    if unit.kind in _UNNUMBERED:
        step = _turn(act, unit) if is_unit or _is_part(act, unit) else None
    elif unit.kind in _OWN_FIRST and below and below[-1][1].startswith(f"{unit.number}."):
        step = None  # «п. 1.2» already says «п. 1»
    elif unit.kind in _ABOVE:
        above = kinds.isdisjoint((*_OWN_FIRST, *_ABOVE, *_ZONES))
        step = (unit.kind, unit.number or _heading_words(act, unit)) if above else None
    return step


def _heading_words(act: Act, unit: Unit) -> str:
    words = act.text[unit.start : unit.end].split("\n", 1)[0].strip()
    return words.capitalize() if words.isupper() else words


def _is_part(act: Act, unit: Unit) -> bool:
    """Tell whether an unnumbered paragraph is a part of its article, as in codes without numbered parts."""
    if act.style != "article_paragraph" or unit.kind != "paragraph" or unit.parent is None:
        return False
    return act.units[unit.parent].kind == "article"


def _turn(act: Act, unit: Unit) -> Step:
    """Count a unit without a number among those of the nearest unit that can be cited."""
    part = _is_part(act, unit)
    holder = _counting_holder(act, unit)
    count = 1 if holder is not None and act.units[holder].kind in _OWN_FIRST else 0
    if holder is not None and _is_part(act, act.units[holder]):
        count = 1
    first = 0 if holder is None else holder + 1
    for other in act.units[first : unit.index + 1]:
        if part:
            count += other.kind == "paragraph" and other.parent == holder
        elif other.kind in _UNNUMBERED or _is_repealed_paragraph(act, other):
            count += _counting_holder(act, other) == holder
    return ("part" if part else "paragraph"), str(count)


def _counting_holder(act: Act, unit: Unit) -> int | None:
    """Find the unit within which paragraphs are counted: the nearest one that is no paragraph itself."""
    holder = unit.parent
    while holder is not None:
        above = act.units[holder]
        if above.kind not in _UNNUMBERED or _is_part(act, above):
            return holder
        holder = above.parent
    return None


def _is_repealed_paragraph(act: Act, unit: Unit) -> bool:
    """Tell a note that stands in place of one repealed paragraph and keeps its turn."""
    if unit.kind != "note":
        return False
    words = act.text[unit.body : unit.end].strip().lower()
    return words.startswith("(абзац ") and "силу" in words


def cite(act: Act, unit_index: int, lang: Lang) -> str:
    """Cite a unit in the style of its act.

    Args:
        act: The act.
        unit_index: Index of the unit.
        lang: Language of the citation, whatever the language of the act.

    Returns:
        «п. 2 ч. 1 ст. 53» or «53-берененин 1-бөлүгүнүн 2-пункту».
    """
    pieces = _paths(act, unit_index)
    cited = [
        _cite_russian(act, steps) if lang == "ru" else _cite_kyrgyz(act, unit_index, steps)
        for steps in pieces
    ]
    if len(cited) == 1:
        return cited[0]
    return say("structure_new_wording", lang, unit=cited[-1], outer=", ".join(cited[:-1]))


def cite_steps(act: Act, unit_index: int, steps: tuple[Step, ...], lang: Lang) -> str:
    """Cite a unit that may not exist, in the style of an act.

    Args:
        act: The act.
        unit_index: Index of the unit that speaks of it.
        steps: Steps to the unit, the largest first, each with a number.
        lang: Language of the citation.
    """
    if any(kind == "paragraph" and not number.isdigit() for kind, number in steps):
        return " ".join(number for _, number in steps)
    return _cite_russian(act, steps) if lang == "ru" else _cite_kyrgyz(act, unit_index, steps)


def _cite_russian(act: Act, steps: tuple[Step, ...]) -> str:
    words = [_russian_step(act, step, last=step is steps[-1]) for step in reversed(steps)]
    if steps[-1][0] in _ZONES and len(steps) > 1:
        return ", ".join([f"приложение {steps[0][1]}".strip(), words[0]])
    return " ".join(words)


def _russian_step(act: Act, step: Step, *, last: bool) -> str:
    kind, number = step
    if kind in _ZONES:
        return say(f"structure_zone_{kind}", "ru")
    if kind == "annex":
        return f"{'приложение' if last else 'приложения'} {number}".strip()
    if kind == "paragraph":
        return f"абзац {russian_ordinal(int(number))}"
    if kind == "part" and act.style == "article_paragraph" and last and number.isdigit():
        return f"часть {russian_ordinal(int(number), feminine=True)}"
    if kind in _ABOVE and not _is_number(number):
        return number
    return _RUSSIAN[kind].format(_in_quotes(step))


def _is_number(number: str) -> bool:
    return number[:1].isdigit() or set(number) <= set("IVXLC")


def _in_quotes(step: Step) -> str:
    kind, number = step
    return f"«{number}»" if kind == "subpoint" and number[:1].isalpha() else number


def _cite_kyrgyz(act: Act, unit_index: int, steps: tuple[Step, ...]) -> str:
    words = []
    for place, step in enumerate(steps):
        owned, owner = place > 0, place < len(steps) - 1
        words.append(_kyrgyz_step(act, unit_index, step, owned=owned, owner=owner))
    return " ".join(words)


def _kyrgyz_step(act: Act, unit_index: int, step: Step, *, owned: bool, owner: bool) -> str:
    kind, number = step
    if kind in _ZONES:
        return say(f"structure_zone_{kind}", "ky")
    if kind in _ABOVE and not _is_number(number):
        return number
    noun = _KYRGYZ[_kyrgyz_word(act, unit_index, kind)][2 * owned + owner]
    if kind == "paragraph" or (kind == "part" and act.style == "article_paragraph" and number.isdigit()):
        ordinal = kyrgyz_ordinal(int(number))
        return f"{ordinal}{noun}" if ordinal.endswith("-") else f"{ordinal} {noun}"
    if number[:1].isdigit():
        return f"{number}-{noun}"
    return f"{_in_quotes(step)} {noun}".strip()


def _kyrgyz_word(act: Act, unit_index: int, kind: str) -> str:
    """Choose the Kyrgyz word for a kind: the word in the heading, if the heading is Kyrgyz and old."""
    old = _OLD_KYRGYZ_WORDS.get(kind)
    if old is not None:
        for unit in (act.units[unit_index], *ancestors(act, unit_index)):
            if unit.kind == kind and unit.lang == "ky" and old in act.text[unit.start : unit.body].lower():
                return old
    return _KYRGYZ_WORDS[kind]
