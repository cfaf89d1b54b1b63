"""Which units of two language versions correspond: by number, by order and by content.

Articles are compared through the whole act, whatever chapter they stand in; inside two articles that
correspond their parts are compared, and so on down. Nothing is moved across: both texts go in one order.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from corruptex.bilingual.likeness import Dictionary, Profile, learn, likeness, without_numbers
from corruptex.bilingual.model import Alignment, Pair
from corruptex.bilingual.outline import OPENED, Outline, outline
from corruptex.model import Act, Unit, UnitKind

_ITEMS: Final[frozenset[UnitKind]] = frozenset({"part", "point", "subpoint", "dash", "paragraph", "cell"})
_SAME_NUMBER: Final = 0.7
_OTHER_NUMBER: Final = -0.45
_NO_NUMBER: Final = 0.15
_OTHER_KIND: Final = -0.25
_SPLIT: Final = -0.45
"""What the parts of a score weigh; a split paragraph must look much better whole than in pieces."""
_RENUMBERED: Final = 0.03
"""By how much a unit must look better on average before numbers are distrusted."""
_BAND: Final = 12
"""How far apart in order two units of a long row are looked for."""
_MOVES: Final = ((1, 1), (1, 0), (0, 1))
_SPLITS: Final = ((2, 1), (1, 2))
"""One paragraph as two; looked for only where one version has more paragraphs than the other."""
_NEVER: Final = -1e9
_MOVED: Final = 0.25
"""Score from which two units left over in one article are taken for one unit that stands elsewhere."""
_ALONE: Final = -0.6
"""The same where each version has just one unit left over under the same head."""
_BROKEN: Final = 60
"""Characters up to which paragraphs of a point may be the broken lines of one sentence."""
_UNNUMBERED: Final[frozenset[UnitKind]] = frozenset({"paragraph", "dash", "cell"})
_ALIKE: Final = 0.1
"""The score, figures aside, from which two paragraphs in the same place are one norm: lengths 20 % apart."""
_REWRITTEN_FROM: Final = 4
"""Parts without counterpart from which an article may count as rewritten."""


def align(ky: Act, ru: Act) -> Alignment:
    """Align the two versions of an act.

    Args:
        ky: The Kyrgyz version.
        ru: The Russian version.

    Returns:
        Pairs of units, and the units without counterpart.
    """
    return _Aligner(outline(ky), outline(ru)).align()


Move = tuple[int, int]
"""How many Russian and how many Kyrgyz units are taken together."""


class _Aligner:
    def __init__(self, ky: Outline, ru: Outline) -> None:
        self._ky, self._ru = ky, ru
        self._dictionary: Dictionary = {}
        self._trusts_numbers = True
        self._levelled_heads: set[tuple[str, int]] = set()
        self._pairs: list[Pair] = []
        self._ky_only: list[tuple[int, int | None]] = []
        self._ru_only: list[tuple[int, int | None]] = []
        self._rewritten: list[Pair] = []

    def align(self) -> Alignment:
        top = self._outer_row()
        self._record(top, None)
        self._find_moved()
        self._ru_only = _outermost(self._ru.act, self._ru_only)
        self._ky_only = _outermost(self._ky.act, self._ky_only)
        order = {pair: place for place, pair in enumerate(self._pairs)}
        return Alignment(
            pairs=tuple(sorted(self._pairs, key=lambda pair: (pair.ru, order[pair]))),
            ky_only=tuple(sorted(self._ky_only)),
            ru_only=tuple(sorted(self._ru_only)),
            rewritten=tuple(self._rewritten),
        )

    def _outer_row(self) -> list[Pair]:
        """Align the outermost units twice: trusting the numbers, and by content alone.

        Numbers are right as a rule; where one version is renumbered, the content tells.
        """
        ru, ky = self._ru.top(), self._ky.top()
        by_number = self._two_rounds(ru, ky)
        alike, dictionary = self._alike(by_number), self._dictionary
        if not self._may_be_renumbered(by_number):
            return by_number
        self._trusts_numbers = False
        by_content = self._two_rounds(ru, ky)
        self._trusts_numbers = True
        if self._alike(by_content) > alike + _RENUMBERED * len(ky):
            return by_content
        self._dictionary = dictionary
        return by_number

    def _two_rounds(self, ru: list[int], ky: list[int]) -> list[Pair]:
        """Align the outermost units without a dictionary, then with what the first round teaches."""
        self._dictionary = {}
        self._learn(self._row(ru, ky))
        row = self._row(ru, ky)
        self._learn(row)
        return row

    def _may_be_renumbered(self, row: Sequence[Pair]) -> bool:
        """Whether a numbered unit is left over; one inserted later (360-1) shifts no numbers."""
        alone = [self._ru.act.units[pair.ru[0]] for pair in row if not pair.ky]
        alone += [self._ky.act.units[pair.ky[0]] for pair in row if not pair.ru]
        return any(unit.number and unit.number.isdigit() for unit in alone)

    def _alike(self, row: Sequence[Pair]) -> float:
        """How much the units of a row look like translations of each other, their numbers aside."""
        return sum(
            likeness(self._ru.profile(pair.ru[0]), self._ky.profile(pair.ky[0]), self._dictionary)
            for pair in row
            if len(pair.ru) == len(pair.ky) == 1
        )

    def _learn(self, row: Sequence[Pair]) -> None:
        """Learn words from pairs of the outermost row and, where their parts agree in number, from these."""
        found: list[tuple[Profile, Profile]] = []
        for pair in row:
            if len(pair.ru) != 1 or len(pair.ky) != 1:
                continue
            found += self._exact(pair.ru[0], pair.ky[0])
        self._dictionary = learn(found)

    def _exact(self, ru: int, ky: int) -> list[tuple[Profile, Profile]]:
        """Pairs of parts in order, down to the leaves, where both sides have equally many."""
        below = list(zip(self._ru.children[ru], self._ky.children[ky], strict=False))
        if not below or len(self._ru.children[ru]) != len(self._ky.children[ky]):
            return [(self._ru.profile(ru), self._ky.profile(ky))]
        return [pair for one, other in below for pair in self._exact(one, other)]

    def _record(self, row: Sequence[Pair], parents: tuple[int, int] | None) -> None:
        """Keep the pairs of a row and go into each."""
        for pair in row:
            if not pair.ky:
                self._ru_only += ((index, parents and parents[1]) for index in pair.ru)
            elif not pair.ru:
                self._ky_only += ((index, parents and parents[0]) for index in pair.ky)
            else:
                self._pairs.append(pair)
                self._inside(pair)

    def _inside(self, pair: Pair) -> None:
        """Align what two corresponding units hold."""
        ru, ky = pair.ru[-1], pair.ky[-1]
        if self._ru.act.units[ru].kind in OPENED or self._ky.act.units[ky].kind in OPENED:
            return
        done = self._levelled_heads
        below_ru = [kid for index in pair.ru if ("ru", index) not in done for kid in self._ru.children[index]]
        below_ky = [kid for index in pair.ky if ("ky", index) not in done for kid in self._ky.children[index]]
        below_ru, below_ky = self._ru.opened(below_ru), self._ky.opened(below_ky)
        article = self._ru.act.units[ru].kind == "article"
        if bool(below_ru) != bool(below_ky) and self._says_it_in_its_heading(pair):
            below_ky, below_ru = self._ky.flattened(below_ky), self._ru.flattened(below_ru)
            self._pairs[-1] = Pair(ky=(*pair.ky, *below_ky), ru=(*pair.ru, *below_ru))
            return
        row = self._row(*self._levelled(below_ru, below_ky))
        if article and row and self._first_is_in_heading(pair, row[0]):
            self._pairs[-1] = Pair(ky=(*pair.ky, *row[0].ky), ru=(*pair.ru, *row[0].ru))
            row = row[1:]
        alone = sum(not inner.ru or not inner.ky for inner in row)
        if alone >= _REWRITTEN_FROM and 2 * alone > len(row):
            self._rewritten.append(pair)
            row = [inner for inner in row if inner.ru and inner.ky]
        self._record(row, (ru, ky))

    def _find_moved(self) -> None:
        """Pair units left over in one article: an item moved in its list, a part one level down."""
        heads = {pair.ru[0]: pair.ky[0] for pair in self._pairs}
        rivals: list[tuple[float, int, int]] = []
        for ru, under in self._ru_only:
            ours = self._ru.block(ru)
            for ky, above in self._ky_only:
                theirs = self._ky.block(ky)
                if ours is None or theirs is None or heads.get(ours) != theirs:
                    continue
                alike = self._turn(self._ru_only, ru, under) == self._turn(self._ky_only, ky, above)
                beside = alike and above is not None and heads.get(above) == under
                score = self._score((ru,), (ky,))
                if score > (_ALONE if beside else _MOVED):
                    rivals.append((score, ru, ky))
        taken: set[tuple[str, int]] = set()
        for _, ru, ky in sorted(rivals, reverse=True):
            if taken.isdisjoint({("ru", ru), ("ky", ky)}):
                taken |= {("ru", ru), ("ky", ky)}
                self._pairs.append(Pair((ky,), (ru,)))
        self._ru_only = [item for item in self._ru_only if ("ru", item[0]) not in taken]
        self._ky_only = [item for item in self._ky_only if ("ky", item[0]) not in taken]
        for lang, index in sorted(taken):
            if lang == "ru":
                self._inside(next(pair for pair in self._pairs if pair.ru == (index,)))

    @staticmethod
    def _turn(alone: list[tuple[int, int | None]], index: int, head: int | None) -> tuple[int, int]:
        """Which of the units left over under a head a unit is, and how many they are."""
        under = sorted(other for other, above in alone if above == head)
        return under.index(index), len(under)

    def _first_is_in_heading(self, pair: Pair, first: Pair) -> bool:
        """Whether a version holds in the line of its heading what is the first part of the other."""
        if bool(first.ru) == bool(first.ky):
            return False
        there, here = (self._ru, self._ky) if first.ru else (self._ky, self._ru)
        inside, own = (first.ru[0], pair.ky[-1]) if first.ru else (first.ky[0], pair.ru[-1])
        heading = (pair.ru if first.ru else pair.ky)[-1]
        long, part = here.act.units[own], there.act.units[inside]
        shorter = there.act.units[heading]
        surplus = (long.end - long.body) - (shorter.end - shorter.body)
        return part.last == part.index and surplus > 0.5 * (part.end - part.body)

    def _says_it_in_its_heading(self, pair: Pair) -> bool:
        """Whether a unit without parts holds in its own line what the other version holds in paragraphs."""
        ru_below, ky_below = (
            side.flattened(side.children[unit])
            for side, unit in ((self._ru, pair.ru[-1]), (self._ky, pair.ky[-1]))
        )
        parts = [self._ru.act.units[index] for index in ru_below]
        parts += [self._ky.act.units[index] for index in ky_below]
        if any(part.kind != "paragraph" for part in parts):
            return False
        broken = sum(part.end - part.body for part in parts) <= _BROKEN * len(parts)
        if self._ru.act.units[pair.ru[-1]].kind != "article" and not broken:
            return False
        ru, ky = self._ru.profile(pair.ru[-1]), self._ky.profile(pair.ky[-1])
        return likeness(ru, ky, self._dictionary) > _MOVED

    def _levelled(self, ru: list[int], ky: list[int]) -> tuple[list[int], list[int]]:
        """Put nested paragraphs beside their heads where the other version has them there."""
        if len(ru) == len(ky):
            return ru, ky
        flat_ru, flat_ky = self._ru.flattened(ru), self._ky.flattened(ky)
        pairs = ((flat_ru, ky), (ru, flat_ky), (flat_ru, flat_ky))
        best = min(pairs, key=lambda rows: abs(len(rows[0]) - len(rows[1])))
        if abs(len(best[0]) - len(best[1])) >= abs(len(ru) - len(ky)):
            return ru, ky
        self._levelled_heads |= {("ru", index) for index in ru if best[0] is flat_ru}
        self._levelled_heads |= {("ky", index) for index in ky if best[1] is flat_ky}
        return best

    def _row(self, ru: Sequence[int], ky: Sequence[int]) -> list[Pair]:
        """Align two rows of units so that the sum of the scores is greatest."""
        best: dict[tuple[int, int], tuple[float, Move]] = {(0, 0): (0.0, (0, 0))}
        slope = len(ky) / len(ru) if ru else 1.0
        band = _BAND + abs(len(ky) - len(ru))
        for row in range(len(ru) + 1):
            middle = round(row * slope)
            for column in range(max(0, middle - band), min(len(ky), middle + band) + 1):
                if row or column:
                    best[row, column] = self._best(ru, ky, row, column, best)
        pairs: list[Pair] = []
        place = (len(ru), len(ky))
        while place != (0, 0):
            down, along = best[place][1]
            pairs.append(
                Pair(
                    ky=tuple(ky[place[1] - along : place[1]]),
                    ru=tuple(ru[place[0] - down : place[0]]),
                )
            )
            place = place[0] - down, place[1] - along
        return self._other_figures(pairs[::-1])

    def _other_figures(self, row: list[Pair]) -> list[Pair]:
        """Pair paragraphs left over in the same place whose figures alone keep them apart.

        Unnumbered paragraphs are told by their content, and in a short one the figures are half of it: „2 ай“
        beside „3 месяца“ is one norm with two numbers and not two norms without counterpart.
        """
        found: list[Pair] = []
        for paired, run in groupby(row, key=lambda pair: bool(pair.ru and pair.ky)):
            beside = list(run)
            ru = [index for pair in beside for index in pair.ru]
            ky = [index for pair in beside for index in pair.ky]
            if paired or len(ru) != len(ky) or not all(map(self._differ_in_figures, ru, ky)):
                found += beside
            else:
                found += [Pair(ky=(one,), ru=(other,)) for one, other in zip(ky, ru, strict=True)]
        return found

    def _differ_in_figures(self, ru: int, ky: int) -> bool:
        """Whether two paragraphs have equally many figures and, these aside, look alike."""
        units = self._ru.act.units[ru], self._ky.act.units[ky]
        if any(unit.kind not in _UNNUMBERED for unit in units):
            return False
        ours, theirs = self._ru.profile(ru), self._ky.profile(ky)
        if not ours.numbers or ours.numbers.total() != theirs.numbers.total():
            return False
        return likeness(without_numbers(ours), without_numbers(theirs), self._dictionary) > _ALIKE

    def _best(
        self,
        ru: Sequence[int],
        ky: Sequence[int],
        row: int,
        column: int,
        best: dict[tuple[int, int], tuple[float, Move]],
    ) -> tuple[float, Move]:
        """The best way to a cell of the table."""
        found: tuple[float, Move] = (_NEVER, (1, 0))
        moves = _MOVES if len(ru) == len(ky) else (*_MOVES, *_SPLITS)
        for move in moves:
            before = best.get((row - move[0], column - move[1]))
            if before is None:
                continue
            ours, theirs = ru[row - move[0] : row], ky[column - move[1] : column]
            score = before[0] + (self._score(ours, theirs) if ours and theirs else 0.0)
            if score > found[0]:
                found = score, move
        return found

    def _score(self, ru: Sequence[int], ky: Sequence[int]) -> float:
        """How well some units of each side go together; at most two on one side."""
        first_ru, first_ky = self._ru.act.units[ru[0]], self._ky.act.units[ky[0]]
        if len(ru) == len(ky) == 1:
            fit = _fit(first_ru, first_ky, numbers=self._trusts_numbers)
            if fit == _NEVER:
                return fit
            return fit + likeness(self._ru.profile(ru[0]), self._ky.profile(ky[0]), self._dictionary)
        units = [self._ru.act.units[index] for index in ru] + [self._ky.act.units[index] for index in ky]
        if any(unit.kind != "paragraph" for unit in units):
            return _NEVER
        ours = self._ru.joined(*ru) if len(ru) == 2 else self._ru.profile(ru[0])
        theirs = self._ky.joined(*ky) if len(ky) == 2 else self._ky.profile(ky[0])
        return _NO_NUMBER + _SPLIT + likeness(ours, theirs, self._dictionary)


def _outermost(act: Act, alone: list[tuple[int, int | None]]) -> list[tuple[int, int | None]]:
    """Leave out units inside a chapter that is itself without counterpart."""
    indexes = {index for index, _ in alone}
    kept = []
    for index, head in alone:
        above = act.units[index].parent
        while above is not None and above not in indexes:
            above = act.units[above].parent
        if above is None:
            kept.append((index, head))
    return kept


def _fit(ru: Unit, ky: Unit, *, numbers: bool) -> float:
    """How well kind and number of two units go together; their numbers only where they are trusted."""
    fit = 0.0
    if ru.kind != ky.kind:
        if not (ru.kind in _ITEMS and ky.kind in _ITEMS) and not (ru.kind in OPENED and ky.kind in OPENED):
            return _NEVER
        fit = _OTHER_KIND
    if not numbers or not ru.number or not ky.number:
        return fit + _NO_NUMBER
    return fit + (_SAME_NUMBER if same_number(ru, ky) else _OTHER_NUMBER)


def same_number(ru: Unit, ky: Unit) -> bool:
    """Whether two units have the same number, however it is printed."""
    return (ru.number or "").rstrip(".").lower() == (ky.number or "").rstrip(".").lower()
