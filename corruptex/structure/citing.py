"""Citing units as the act itself does: small to large in Russian, large to small in Kyrgyz."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corruptex.model import Act, Lang, Unit, UnitKind
from corruptex.structure.numbers import kyrgyz_ordinal, russian_ordinal

_COUNTED: Final = ("paragraph", "dash", "cell")
"""Units without numbers, cited by their turn."""

_TURN_STARTS_AT_TWO: Final = ("part", "point", "subpoint", "dash", "paragraph")
"""Units whose own words are their first абзац."""

_RUSSIAN: Final[dict[UnitKind, str]] = {
    "article": "ст. {}",
    "part": "ч. {}",
    "point": "п. {}",
    "subpoint": "пп. {}",
    "chapter": "гл. {}",
    "section": "разд. {}",
    "heading": "§ {}",
}
_KYRGYZ: Final[dict[str, tuple[str, str, str, str]]] = {
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
"""Each word alone, as an owner, as a thing owned, as both: «берене», «берененин», «беренеси», «беренесинин»."""

_KYRGYZ_WORDS: Final[dict[UnitKind, str]] = {
    "article": "берене",
    "part": "бөлүк",
    "point": "пункт",
    "subpoint": "пунктча",
    "chapter": "глава",
    "section": "бөлүм",
    "heading": "параграф",
    "annex": "тиркеме",
    "book": "бөлүк",
}
_ZONES: Final[dict[UnitKind, dict[Lang, str]]] = {
    "title": {"ru": "наименование акта", "ky": "актынын аталышы"},
    "preamble": {"ru": "преамбула", "ky": "преамбула"},
    "contents": {"ru": "оглавление", "ky": "мазмуну"},
    "signature": {"ru": "подпись", "ky": "кол тамга"},
}


def ancestors(act: Act, index: int) -> Iterator[Unit]:
    """Yield the units that hold a unit, from the nearest to the outermost."""
    parent = act.units[index].parent
    while parent is not None:
        unit = act.units[parent]
        yield unit
        parent = unit.parent


def article_of(act: Act, index: int) -> Unit | None:
    """Return the article a unit belongs to, the unit itself if it is an article, ``None`` outside articles."""
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


def path(act: Act, unit_index: int) -> tuple[tuple[str, str], ...]:
    """Return the steps to a unit, the largest first: ``(("article", "53"), ("part", "1"), ("point", "2"))``.

    Args:
        act: The act.
        unit_index: Index of the unit.

    Returns:
        Kind and number of each step. A unit without a number is counted among its kind («абзац второй»
        is ``("paragraph", "2")``). Chapters and sections stand in the path only where no article does:
        articles are numbered through the whole act.
    """
    unit = act.units[unit_index]
    if unit.kind in _ZONES:
        annex = next((above for above in ancestors(act, unit_index) if above.kind == "annex"), None)
        own = (unit.kind, "")
        return ((*_step(act, annex), own)) if annex else (own,)
    chain = [unit, *ancestors(act, unit_index)]
    if unit.kind == "note":
        chain = chain[1:] or chain
    steps: list[tuple[str, str]] = []
    article = False
    for place, above in enumerate(chain):
        if above.kind == "article":
            article = True
            if above.number is not None:
                steps.append(("article", above.number))
        elif above.kind in ("part", "point", "subpoint"):
            if not article and above.number is not None and not _covered(above, steps):
                steps.append((above.kind, above.number))
        elif above.kind in _COUNTED:
            if not article and (place == 0 or _names_a_part(act, above)):
                steps.append(_turn(act, above))
        elif above.kind == "annex":
            steps.extend(_step(act, above))
        elif (
            not article
            and above.kind in ("chapter", "section", "heading", "book")
            and above.number is not None
        ):
            if above is unit or not any(kind in ("point", "part") for kind, _ in steps):
                steps.append((above.kind, above.number))
    return tuple(reversed(steps)) or ((unit.kind, unit.number or ""),)


def _covered(unit: Unit, steps: list[tuple[str, str]]) -> bool:
    """Tell whether a decimal number below («1.2») already says the number of a unit («1»)."""
    return bool(steps) and "." in steps[-1][1] and steps[-1][1].startswith(f"{unit.number}.")


def _step(act: Act, annex: Unit) -> tuple[tuple[str, str], ...]:
    return (("annex", annex.number or ""),)


def _names_a_part(act: Act, unit: Unit) -> bool:
    """Tell whether an unnumbered paragraph is a part of its article, as in codes without numbered parts."""
    if act.style != "article_paragraph" or unit.kind != "paragraph" or unit.parent is None:
        return False
    return act.units[unit.parent].kind == "article"


def _turn(act: Act, unit: Unit) -> tuple[str, str]:
    """Count a unit without a number among those of the nearest unit that can be cited."""
    holder = unit.parent
    while holder is not None:
        above = act.units[holder]
        if above.kind not in (*_COUNTED, "heading") or _names_a_part(act, above):
            break
        holder = above.parent
    part = _names_a_part(act, unit)
    first = 0 if holder is None else holder + 1
    count = 0
    if holder is not None and act.units[holder].kind in _TURN_STARTS_AT_TWO:
        count = 1
    for other in act.units[first : unit.index + 1]:
        if (
            other.kind in _COUNTED
            and _counts_with(act, other, holder)
            and (not part or other.parent == holder)
        ):
            count += 1
    return ("part" if part else "paragraph", str(count))


def _counts_with(act: Act, unit: Unit, holder: int | None) -> bool:
    parent = unit.parent
    while parent != holder:
        if parent is None:
            return False
        above = act.units[parent]
        if above.kind not in (*_COUNTED, "heading"):
            return False
        parent = above.parent
    return True


def cite(act: Act, unit_index: int, lang: Lang) -> str:
    """Cite a unit in the style of its act.

    Args:
        act: The act.
        unit_index: Index of the unit.
        lang: Language of the citation, whatever the language of the act.

    Returns:
        «п. 2 ч. 1 ст. 53» or «53-берененин 1-бөлүгүнүн 2-пункту».
    """
    steps = path(act, unit_index)
    return _cite_russian(act, steps) if lang == "ru" else _cite_kyrgyz(act, unit_index, steps)


def _cite_russian(act: Act, steps: tuple[tuple[str, str], ...]) -> str:
    words = []
    for place, (kind, number) in enumerate(reversed(steps)):
        if kind == "annex":
            noun = "приложение" if place == 0 else "приложения"
            words.append(f"{noun} {number}".strip())
        elif kind in _ZONES:
            words.append(_ZONES[kind]["ru"])  # type: ignore[index]
        elif kind == "paragraph":
            words.append(f"абзац {russian_ordinal(int(number))}")
        elif kind == "part" and act.style == "article_paragraph":
            words.append(
                f"часть {russian_ordinal(int(number), feminine=True)}" if place == 0 else f"ч. {number}"
            )
        else:
            words.append(_RUSSIAN.get(kind, "{}").format(_quoted(kind, number)))  # type: ignore[call-overload]
    return " ".join(words)


def _quoted(kind: str, number: str) -> str:
    return f"«{number}»" if kind == "subpoint" and number[:1].isalpha() else number


def _cite_kyrgyz(act: Act, unit_index: int, steps: tuple[tuple[str, str], ...]) -> str:
    words = []
    for place, (kind, number) in enumerate(steps):
        if kind in _ZONES:
            words.append(_ZONES[kind]["ky"])  # type: ignore[index]
            continue
        noun = _kyrgyz_word(act, unit_index, kind)
        form = _KYRGYZ[noun][(0 if place == 0 else 2) + (0 if place == len(steps) - 1 else 1)]
        if kind == "paragraph" or (kind == "part" and act.style == "article_paragraph"):
            words.append(f"{kyrgyz_ordinal(int(number))} {form}".replace("- ", "-"))
        elif kind == "subpoint" and number[:1].isalpha():
            words.append(f"«{number}» {form}")
        elif not number:
            words.append(form)
        elif number[0].isdigit():
            words.append(f"{number}-{form}")
        else:
            words.append(f"{number} {form}")
    return " ".join(words)


def _kyrgyz_word(act: Act, unit_index: int, kind: str) -> str:
    """Choose the Kyrgyz word for a kind; old acts call an article «статья», a chapter «бап»."""
    if kind == "paragraph":
        return "абзац"
    if kind in ("article", "chapter"):
        for unit in (act.units[unit_index], *ancestors(act, unit_index)):
            if unit.kind == kind and unit.lang == "ky":
                heading = act.text[unit.start : unit.body].lower()
                old = "статья" if kind == "article" else "бап"
                if old in heading:
                    return old
    return _KYRGYZ_WORDS.get(kind, "абзац")  # type: ignore[call-overload, no-any-return]
