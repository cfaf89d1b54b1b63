"""Named acts looked up in the local register: repealed ones, cited articles that the held edition has not.

Only what a register holds is judged. Editions differ, so a missing article is a doubt that names the edition;
an act that the register does not hold is no finding at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from corruptex.detection.whole.remark import Remark
from corruptex.model import Act, Reference, ReferenceStatus, Texts
from corruptex.structure.citing import Step, ancestors, article_of, cite_steps
from corruptex.structure.named_acts import NamedAct
from corruptex.structure.named_acts import named_acts as acts_named_in

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct
    from corruptex.register import Entry, Held, Register

FINDER: Final = "named_acts"

ASPECTS: Final = {
    "act_repealed": "repealed",
    "article_lost": "lost",
    "article_missing": "missing",
    "far_missing": "missing",
    "unrelated": "unrelated",
}
"""What is reported of a reference, by the verdict on it."""

DOUBT_OF_EDITION: Final = 0.75
"""Another edition of the act may have the article."""

FARTHEST: Final = 1.5
"""A cited number this many times the last one is no matter of editions, or a flattened „261-3“."""

MOST_GAPS: Final = 0.1
"""Share of its articles that a whole act may lack: some editions leave no trace of repealed ones."""

FEWEST_WORDS: Final = 4
"""Words of substance that a citing article must have to be compared at all."""

STEM: Final = 5
COMMON: Final = frozenset(
    "насто статья стать соотв кодек закон кыргы респу части пункт преду указа устан поряд случа орган госуд"
    " измен редак мыйза ылайы берен бөлүк карал".split()
)
"""Stems of words that every law uses."""

_LONG_WORD: Final = re.compile(r"[а-яёөүң]{6,}")

NEAR: Final = 80
"""Characters around a reference in which words of repeal belong to it."""

_ITEM: Final = re.compile(r"\d+(?:-\d+)?[).]|\w\)|[-–—•]")
"""Mark of an item of a list: the item belongs to the paragraph above it."""

_NAMES_PART: Final = re.compile(
    r"\bчаст[ьи]\s+([IVX\d]+|\w+ая)|([IVX\d]+|\w+нчи)[- ]?бөлү[кгм]", re.IGNORECASE
)
"""A code in parts is several acts: the articles of a part that is not held are not missing."""

_OF_THE_PAST: Final = re.compile(
    r"утрати\w+ силу|признать|в редакции|до вступления|принят\w* до"
    r"|күчүн жогот|редакция|кабыл алынганга чейин",
    re.IGNORECASE,
)
"""A norm that repeals an act, or speaks of the time when it was in force, names it rightly."""


_Verdict = Literal[
    "held",
    "unrelated",
    "act_repealed",
    "article_lost",
    "article_missing",
    "far_missing",
    "unchecked",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class _Looked:
    """A reference to another act, and what the register says of it."""

    reference: Reference
    held: Held
    verdict: _Verdict


_STATUS: Final[dict[str, ReferenceStatus]] = {
    "held": "resolved",
    "unrelated": "resolved",
    "act_repealed": "repealed",
    "article_lost": "repealed",
    "article_missing": "missing",
    "far_missing": "missing",
    "unchecked": "unchecked",
    "unknown": "unknown",
}


def in_register(
    references: Sequence[Reference], named: Sequence[NamedAct], register: Register
) -> tuple[Reference, ...]:
    """Look the references to other acts up in a register.

    Args:
        references: References of an act.
        named: The acts that its text names, in the order of the text.
        register: The register.

    Returns:
        The same references; those to other acts with the status that the register gives them.
    """
    looked = {id(one.reference): one for one in _look_up(references, named, register)}
    return tuple(
        replace(reference, status=_STATUS[looked[id(reference)].verdict])
        if id(reference) in looked
        else reference
        for reference in references
    )


def named_acts(whole: WholeAct) -> Iterator[Remark]:
    """Named acts that have lost force (``repealed``), cited articles that are ``lost`` or ``missing``.

    And ``unrelated`` ones, that share no word of substance with the article that cites them.
    """
    if whole.register is None or whole.act.amends:
        return
    said: set[tuple[int, str]] = set()
    looked = list(_look_up(whole.references, whole.named_acts, whole.register))
    rows = Counter((one.reference.unit, one.reference.act) for one in looked)
    for one in looked:
        verdict = one.verdict
        is_alone = rows[one.reference.unit, one.reference.act] == 1
        if verdict == "held" and is_alone and _is_unrelated(whole, one):
            verdict = "unrelated"
        aspect = ASPECTS.get(verdict)
        unit = whole.act.units[one.reference.unit]
        if aspect is None or _speaks_of_the_past(whole.act, one.reference):
            continue
        if (unit.index, one.reference.act) in said:
            continue
        said.add((unit.index, one.reference.act))
        yield Remark(
            aspect,
            unit.index,
            one.reference.start,
            one.reference.end,
            values=_values(whole, one),
            doubt=1.0 if verdict in ("act_repealed", "far_missing") else DOUBT_OF_EDITION,
        )


def _is_unrelated(whole: WholeAct, one: _Looked) -> bool:
    """Whether a cited article, held in the same language, shares no longer word with the citing one."""
    reference, act, register = one.reference, whole.act, whole.register
    unit = act.units[reference.unit]
    if register is None or unit.kind in ("preamble", "note") or not reference.steps:
        return False
    texts = [
        held.text
        for entry in one.held.entries
        if entry.lang == unit.lang and (held := register.unit(entry, reference.steps[:1])) is not None
    ]
    if reference.steps[0][0] != "article" or not texts:
        return False
    article = article_of(act, unit.index) or unit
    around = act.text[article.start : reference.start] + act.text[reference.end : act.units[article.last].end]
    said = _stems(around)
    return len(said) >= FEWEST_WORDS and not any(said & _stems(text) for text in texts)


def _stems(text: str) -> frozenset[str]:
    """Beginnings of the longer words of a text, those left out that every law uses."""
    return frozenset(word[:STEM] for word in _LONG_WORD.findall(text.lower())) - COMMON


def _speaks_of_the_past(act: Act, reference: Reference) -> bool:
    """Whether the words around a reference, or a head above it, repeal the act or speak of earlier times."""
    unit = act.units[reference.unit]
    near = max(unit.start, reference.start - NEAR), min(unit.end, reference.end + NEAR)
    places = [near, *((above.start, above.end) for above in ancestors(act, unit.index))]
    return unit.kind == "note" or any(_OF_THE_PAST.search(act.text, *place) for place in places)


def _look_up(
    references: Sequence[Reference], named: Sequence[NamedAct], register: Register
) -> Iterator[_Looked]:
    starts = [one.start for one in named]
    for reference in references:
        one = _named_in(reference, named, starts) if reference.act else None
        if one is None:
            continue
        held = register.find(one)
        if held.status != "held":
            yield _Looked(reference, held, "act_repealed" if held.status == "repealed" else "unknown")
        elif not reference.steps:
            yield _Looked(reference, held, "held")
        else:
            yield _Looked(reference, held, _cited(register, held.entries, reference.steps))


def _named_in(reference: Reference, named: Sequence[NamedAct], starts: Sequence[int]) -> NamedAct | None:
    """The act that a reference names: among its words, or farther on if it stands in a row of units."""
    place = bisect_left(starts, reference.start)
    if place < len(named) and named[place].start < reference.end:
        return named[place]
    if place and named[place - 1].end > reference.start:
        return named[place - 1]
    return _as_named(reference.act)


@lru_cache(maxsize=4096)
def _as_named(words: str) -> NamedAct | None:
    return next(iter(acts_named_in(words)), None)


def _cited(register: Register, entries: Sequence[Entry], steps: Sequence[Step]) -> _Verdict:
    """What becomes of a cited unit: of an article or the ends of a row of them, else of the largest unit."""
    article = next((number for kind, number in steps if kind == "article"), None)
    if article is None:
        return "held" if any(register.unit(entry, steps[:1]) for entry in entries) else "unchecked"
    whole = _article(register, entries, article)
    if whole == "held" and _lacks_item(register, entries, steps):
        return "article_missing"
    first, dash, last = article.partition("-")
    if whole != "unchecked" or not dash or not (first.isdigit() and last.isdigit()):
        return whole
    ends = {_article(register, entries, first), _article(register, entries, last)}
    return "held" if ends == {"held"} and int(first) < int(last) else "unchecked"


def _article(register: Register, entries: Sequence[Entry], number: str) -> _Verdict:
    """Whether any held edition has an article. Only whole acts miss one, and never an inserted number."""
    units = [unit for entry in entries if (unit := register.unit(entry, (("article", number),))) is not None]
    if units:
        return "article_lost" if all(unit.lost for unit in units) else "held"
    if not number.isdigit() or any(
        register.unit(entry, (("article", f"{number[:cut]}-{number[cut:]}"),)) is not None
        for entry in entries
        for cut in range(1, len(number))
    ):
        return "unchecked"
    newest = [entry for entry in entries if entry.status == entries[0].status]
    articles = {entry: found for entry in newest if (found := register.articles(entry))}
    numbers = [plain for found in articles.values() if (plain := _plain(found))]
    if not numbers or not all(_is_whole(found) for found in numbers):
        return "unchecked"
    last = max(map(max, numbers))
    if int(number) < min(map(min, numbers)) or (int(number) > last and _lacks_a_part(newest)):
        return "unchecked"
    if int(number) <= last * FARTHEST:
        return "article_missing"
    inserted = {base for found in articles.values() for base, dash, _ in map(_parted, found) if dash}
    may_be_flattened = any(number[:cut] in inserted for cut in range(1, len(number)))
    return "unchecked" if may_be_flattened else "far_missing"


def _parted(number: str) -> tuple[str, str, str]:
    return number.partition("-")


def _lacks_a_part(entries: Sequence[Entry]) -> bool:
    """Whether the entries are parts of a code, and fewer than two of them are held."""
    parts = {named[0].lower() for entry in entries if (named := _NAMES_PART.search(entry.title))}
    return len(parts) == 1


def _lacks_item(register: Register, entries: Sequence[Entry], steps: Sequence[Step]) -> bool:
    """Whether the held article has no part or point with the cited number, in any edition.

    Its items must be numbered without gaps; where they bear no numbers, its lines are counted.
    """
    if len(steps) < 2 or steps[0][0] != "article" or steps[1][0] not in ("part", "point"):
        return False
    kind, number = steps[1]
    if not number.isdigit():
        return False
    for entry in entries:
        article = register.unit(entry, steps[:1])
        if article is None:
            continue
        inside = [found[1:] for found in register.paths(entry, steps[0])]
        lines = [line.strip() for line in article.text.split("\n")[1:] if line.strip()]
        kinds = ("part",) if kind == "part" else ("part", "point", "subpoint")
        if any(step == (one, number) for below in inside for step in below for one in kinds):
            return False
        if any(line.startswith(f"{number}.") for line in lines):
            return False
        first = {below[0][1] for below in inside if below[0][0] in kinds and below[0][1]}
        plain = _plain(tuple(first))
        if plain:
            if min(plain) != 1 or len(plain) != max(plain) or len(plain) != len(first):
                return False
        elif kind != "part" or int(number) <= sum(_ITEM.match(line) is None for line in lines):
            return False
    return True


def _plain(numbers: Sequence[str]) -> set[int]:
    return {int(number) for number in numbers if number.isdigit()}


def _is_whole(numbers: set[int]) -> bool:
    return len(numbers) >= (1 - MOST_GAPS) * (max(numbers) - min(numbers) + 1)


def _values(whole: WholeAct, one: _Looked) -> dict[str, str | Texts]:
    reference, held = one.reference, one.held
    cited = {
        lang: cite_steps(whole.act, reference.unit, reference.steps, lang) if reference.steps else ""
        for lang in ("ru", "ky")
    }
    entry = held.entries[0] if held.entries else None
    return {
        "act": entry.title if entry is not None and entry.title else reference.act,
        "cited": {**cited, "en": cited["ru"]},
        "edition": (entry.edition or entry.date or entry.source) if entry is not None else "—",
        "by": held.repealed_by or "—",
    }
