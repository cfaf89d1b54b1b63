"""Two norms of one act that cannot both hold: another term, a ban and a permission, one number twice (N1)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corruptex.detection.search import Match
from corruptex.detection.view import SILENT_KINDS
from corruptex.detection.whole.definitions import stem
from corruptex.detection.whole.reach import roles_in, touches
from corruptex.detection.whole.remark import Remark
from corruptex.detection.whole.terms import cited
from corruptex.model import Lang, Unit
from corruptex.structure.citing import ancestors

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

WHOLE_NORM: Final = 6
"""Words from which a numbered unit is a norm, not a heading or an item of a table."""

SHORT_ACT: Final = 8000
"""Words up to which an act without chapters has one procedure for one paper."""

DURATION: Final = {
    "ru": re.compile(
        r"(?:в течение|не позднее|в срок до|не более(?: чем)?|не превышает)\s+"
        r"(?P<term>[\w-]+(?:\s*\([^)]*\))?\s+(?:рабоч\w+\s|календарн\w+\s|банковск\w+\s)?(?:дн\w+|сут\w+|месяц\w*|час\w*|недел\w*))",
        re.IGNORECASE,
    ),
    "ky": re.compile(
        r"(?P<term>[\w-]+(?:\s*\([^)]*\))?\s+(?:жумуш(?:чу)?\s|календар\w+\s)?(?:күн|ай|саат|жума|сутка)\w*)"
        r"\s+(?:ичинде|мөөнөт\w*|кечикти\w+|ашпаган)",
        re.IGNORECASE,
    ),
}
"""A term in numbers."""

NO_DIFFERENCE: Final = frozenset(
    stem(form)
    for form in "момента регистрации поступления подачи получения приема течение позднее рабочих"
    " календарных банковских дней месяца суток рассматривается рассматривает выдается выдает"
    " принимается принимает решение направляется регистрируется предоставляется дается после настоящим"
    " законом положением календарный"
    " катталган түшкөн берилген алынган күндөн тартып күндүн ичинде жумуш жумушчу календардык айдын каралат"
    " карайт чечим кабыл алынат берилет берет боюнча тарабынан катталат жана менен мөөнөттө жөнөтүлөт".split()
)
"""Stems that do not tell one matter from another."""


def collisions(whole: WholeAct) -> Iterator[Remark]:
    """Remarks ``number``, ``term`` and ``ban``, each on the later of two norms."""
    if whole.act.amends:
        return  # norms of several other acts stand side by side
    yield from _numbers(whole)
    yield from _terms(whole)
    yield from _bans(whole)


def _numbers(whole: WholeAct) -> Iterator[Remark]:
    """Two norms under one number: the only doublet among the parts of their article, point or annex."""
    text = whole.act.text
    same: defaultdict[tuple[int | None, str], defaultdict[str, list[Unit]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for unit in whole.act.units:
        if unit.number and unit.kind in ("article", "part", "point"):
            same[_scope(whole, unit), unit.kind][unit.number].append(unit)
    for of_number in same.values():
        doublets = [units for units in of_number.values() if len(units) > 1]
        if len(doublets) != 1 or len(doublets[0]) != 2:
            continue
        first, second = doublets[0]
        words = [text[unit.body : unit.end].split() for unit in (first, second)]
        if first.lang != second.lang or words[0] == words[1] or not all(map(_is_norm, words)):
            continue
        if not touches(whole, second.index) or not roles_in(whole, second.index):
            continue
        mark = text[second.start : second.body].strip()
        start = text.index(mark, second.start)
        yield Remark(
            "number",
            second.index,
            start,
            start + len(mark),
            values={"number": second.number or "", "first": _opening(words[0]), "second": _opening(words[1])},
            external=True,
        )


def _is_norm(words: list[str]) -> bool:
    """Whether the words under a number are a sentence, not a heading and not a line of a table."""
    return len(words) >= WHOLE_NORM and sum(word[0].isdigit() for word in words[:OPENING]) <= 1


OPENING: Final = 6
"""Words by which a norm is recognised."""


def _opening(words: list[str]) -> str:
    return " ".join(words[:OPENING]).rstrip(" ,;:.") + " …"


def _scope(whole: WholeAct, unit: Unit) -> int | None:
    """What the number of a unit must be unique in."""
    if unit.kind != "article":
        return unit.parent
    return next((above.index for above in ancestors(whole.act, unit.index) if above.kind == "annex"), None)


@dataclass(frozen=True, slots=True)
class _Matter:
    """A norm that says what is done with a paper, and when.

    Attributes:
        match: Its words, the paper reported.
        unit: Index of the unit.
        term: The term as printed.
        start: First character of the term.
        end: Character after it.
    """

    match: Match
    unit: int
    term: str
    start: int
    end: int


def _terms(whole: WholeAct) -> Iterator[Remark]:
    """The same paper, handled the same way, within two terms."""
    same: defaultdict[tuple[int, frozenset[str]], list[_Matter]] = defaultdict(list)
    for match, lang in whole.matches("paper_handled"):
        matter = _matter(whole, match, lang)
        if matter is not None:
            key = _area(whole, matter.unit), _words(whole, match, (matter.start, matter.end))
            same[key].append(matter)
    for (area, _), matters in same.items():
        first = matters[0]
        other = next(
            (m for m in matters[1:] if _days(m.term) != _days(first.term) and m.unit != first.unit), None
        )
        if other is not None and area >= -1:
            yield Remark(
                "term",
                other.unit,
                other.start,
                other.end,
                values={"term": other.term, "other": first.term, "place": cited(whole.act, first.unit)},
                actor=whole.reading.actors.holder((other.match[0], other.match[1])),
            )


def _matter(whole: WholeAct, match: Match, lang: Lang) -> _Matter | None:
    view = whole.reading.view
    unit = view.unit_of(match[0])
    if view.act.units[unit].kind in SILENT_KINDS:
        return None
    low, high = view.clause(match[0], match[1])
    start, end = view.tokens.starts[low], view.tokens.ends[high - 1]
    found = DURATION[lang].search(view.act.text, start, end)
    if found is None or _is_special(whole, unit, lang):
        return None
    return _Matter(match, unit, found["term"], found.start("term"), found.end("term"))


def _is_special(whole: WholeAct, unit: int, lang: Lang) -> bool:
    """Whether a unit has a condition or an exception, so that it may differ from the general rule."""
    found = whole.reading.search.near(
        whole.pattern("special_rule", lang), *whole.reading.view.unit_tokens(unit)
    )
    return next(iter(found), None) is not None


def _area(whole: WholeAct, unit: int) -> int:
    """The chapter of a norm; -1 in a short act without chapters; a number of its own in a long one."""
    for above in ancestors(whole.act, unit):
        if above.kind in ("chapter", "annex"):
            return above.index
    return -1 if len(whole.reading.view.tokens.forms) <= SHORT_ACT else -2 - unit


def _words(whole: WholeAct, match: Match, without: tuple[int, int] = (0, 0)) -> frozenset[str]:
    """Stems of a clause by which its matter is known: without bodies, the term and words of procedure."""
    view = whole.reading.view
    low, high = view.clause(match[0], match[1])
    named = {
        token
        for mention in whole.reading.actors.between(low, high)
        if mention.role == "public"
        for token in range(mention.start, mention.end)
    }
    words = {
        stem(view.tokens.forms[token])
        for token in range(low, high)
        if token not in named
        and len(view.tokens.forms[token]) > 2
        and not view.tokens.forms[token].isdigit()
        and not without[0] <= view.tokens.starts[token] < without[1]
    }
    return frozenset(words - NO_DIFFERENCE)


def _days(term: str) -> str:
    """A term without its case and brackets, to compare: „10 (десяти) рабочих дней“ is „10 раб дн“."""
    words = re.sub(r"\([^)]*\)", " ", term.lower()).split()
    return " ".join(word[:2] if not word.isdigit() else word for word in words)


def _bans(whole: WholeAct) -> Iterator[Remark]:
    """An activity that one norm bans and another allows in the same words."""
    allowed = list(whole.matches("allowed_here"))
    if not allowed:
        return
    banned: dict[frozenset[str], int] = {}
    for match, lang in whole.matches("banned_here"):
        words = _activity(whole, match, lang)
        if words is not None:
            banned.setdefault(words, match[0])
    if not banned:
        return
    tokens = whole.reading.view.tokens
    for match, lang in allowed:
        if match[0] and tokens.forms[match[0] - 1] == "не":
            continue
        words = _activity(whole, match, lang)
        place = banned.get(words) if words is not None else None
        if place is not None:
            yield Remark(
                "ban",
                whole.reading.view.unit_of(match[2]),
                tokens.starts[match[2]],
                tokens.ends[match[3] - 1],
                values={"place": cited(whole.act, whole.reading.view.unit_of(place))},
                actor=whole.reading.actors.holder((match[0], match[1])),
            )


WHOLE_ACTIVITY: Final = 3
"""Words that an activity must have to be known again."""


def _activity(whole: WholeAct, match: Match, lang: Lang) -> frozenset[str] | None:
    """The stems of an activity, without the words that ban or allow it; ``None`` if it has a condition."""
    view = whole.reading.view
    unit = view.unit_of(match[0])
    if view.act.units[unit].kind in SILENT_KINDS or view.act.units[unit].last > unit:
        return None
    if _is_special(whole, unit, lang):
        return None
    low, high = view.clause(match[0], match[1])
    found = DURATION[lang].search(view.act.text, view.tokens.starts[low], view.tokens.ends[high - 1])
    own = frozenset(stem(view.tokens.forms[token]) for token in range(match[0], match[1]))
    words = _words(whole, match, found.span() if found else (0, 0)) - own
    return words if len(words) >= WHOLE_ACTIVITY else None
