"""What is wrong with the terms of an act: defined and never used, defined twice with different meaning."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import TYPE_CHECKING, Final

from corruptex.detection.whole.definitions import Definition, names_of, stems
from corruptex.detection.whole.remark import Remark
from corruptex.language.tokens import tokenise
from corruptex.model import Act, Texts
from corruptex.structure.citing import cite

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

SHORTEST: Final = 3
"""Letters of the shortest stem."""

NEAR: Final = 8
"""Words within which the words of a term stand together where the term is used."""

SAME_MEANING: Final = 0.34
"""Share of common words above which two definitions of a term are taken for one."""

LONGEST_TERM: Final = 4
"""Words of a term up to which it is expected to be repeated as it was defined."""


def terms(whole: WholeAct) -> Iterator[Remark]:
    """Remarks ``unused`` and ``twice`` on the definitions of an act."""
    if not whole.definitions:
        return
    yield from _twice(whole)
    if whole.is_assessable:
        yield from _unused(whole)


def _unused(whole: WholeAct) -> Iterator[Remark]:
    """One remark for all terms that stand in a list of terms and nowhere else."""
    listed = [definition for definition in whole.definitions if definition.kind == "listed"]
    if not listed:
        return
    view = whole.reading.view
    uses = _Uses(view.tokens.forms, listed)
    unused = [
        definition
        for definition in listed
        if "," not in definition.term
        and len(stems(definition.term)) <= LONGEST_TERM
        and not any(
            uses.outside(name, *view.subtree_tokens(definition.unit)) for name in names_of(definition.term)
        )
    ]
    if not unused:
        return
    first = unused[0]
    yield Remark(
        "unused",
        first.unit,
        first.start,
        first.end,
        values={"terms": ", ".join(f"„{_plain(definition.term)}“" for definition in unused)},
        external=False,
    )


def _plain(term: str) -> str:
    """A printed term without its quotation marks and what stands in brackets."""
    return re.sub(r"\s*\([^()]*\)", "", term).strip(' «»"„“”')


class _Uses:
    """Where the words of the act's terms stand, by stems; only the rarest word of each name is placed."""

    def __init__(self, forms: Sequence[str], listed: Iterable[Definition]) -> None:
        self._forms = forms
        names = {tuple(dict.fromkeys(name)) for term in listed for name in names_of(term.term)}
        frequency = self._frequency({word for name in names for word in name})
        self._ordered = {name: sorted(name, key=lambda word: frequency[word]) for name in names}
        rare = {ordered[0] for ordered in self._ordered.values()}
        wanted = {form: word for word in rare for form in self._spelled[word]}
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for token in compress(range(len(forms)), map(wanted.__contains__, forms)):
            for word in self._stems_of[forms[token]] & rare:
                self._places[word].append(token)

    def _frequency(self, words: set[str]) -> Mapping[str, int]:
        counts = Counter(self._forms)
        lengths = sorted({len(word) for word in words})
        self._stems_of: defaultdict[str, set[str]] = defaultdict(set)
        self._spelled: defaultdict[str, list[str]] = defaultdict(list)
        beginnings = {word[:SHORTEST] for word in words}
        for form in counts:
            if form[:SHORTEST] in beginnings:
                for length in lengths:
                    if form[:length] in words:
                        self._stems_of[form].add(form[:length])
                        self._spelled[form[:length]].append(form)
        return {word: sum(counts[form] for form in self._spelled[word]) for word in words}

    def outside(self, name: Sequence[str], low: int, high: int) -> bool:
        """Whether the words of a name stand together anywhere but in a range of tokens.

        The commoner words of several may be left out: „земельный участок под жильё“ is said shorter later on.
        """
        ordered = self._ordered[tuple(dict.fromkeys(name))]
        rarest, *others = ordered[: (len(ordered) + 1) // 2]
        return any(
            not low <= token < high and self._surround(token, others) for token in self._places[rarest]
        )

    def _surround(self, token: int, words: Sequence[str]) -> bool:
        around = self._forms[max(token - NEAR, 0) : token + NEAR + 1]
        return all(any(form.startswith(word) for form in around) for word in words)


def _twice(whole: WholeAct) -> Iterator[Remark]:
    first: dict[tuple[str, ...], Definition] = {}
    for definition in whole.definitions:
        key = tuple(tokenise(definition.term).forms)
        if definition.kind == "norm" or not key:
            continue
        earlier = first.setdefault(key, definition)
        if earlier is definition:
            continue
        if _overlap(whole, earlier, definition) and not _same(earlier, definition):
            yield Remark(
                "twice",
                definition.unit,
                definition.start,
                definition.end,
                values={
                    "term": definition.term,
                    "place": cited(whole.act, earlier.unit),
                },
            )


def cited(act: Act, unit: int) -> Texts:
    """The citation of a unit, to fill a placeholder."""
    russian = cite(act, unit, "ru")
    return {"ru": russian, "ky": cite(act, unit, "ky"), "en": russian}


def _overlap(whole: WholeAct, one: Definition, other: Definition) -> bool:
    """Whether two definitions hold for the same norms."""
    if (one.kind == "shortened") != (other.kind == "shortened"):
        return False
    return one.holder == other.holder


def _same(one: Definition, other: Definition) -> bool:
    mine, yours = set(stems(one.words)), set(stems(other.words))
    smaller = min(len(mine), len(yours)) or 1
    return len(mine & yours) / smaller > SAME_MEANING
