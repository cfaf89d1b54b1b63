"""Words that must agree in both versions: ``rules/languages/``, compiled for searching."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from corruptex.detection.compiler import Compiler
from corruptex.detection.search import Pattern, Search
from corruptex.detection.view import View
from corruptex.language.vocabulary import vocabularies
from corruptex.methodology.loading import rules_folder
from corruptex.methodology.rule_file import LANGS, RuleFile
from corruptex.methodology.rules import Example
from corruptex.model import Act, Lang, Texts

GROUPS = ("modality", "limits", "bounds", "bodies", "terms")
"""Files of ``rules/languages/``."""

RIVALS = frozenset({"modality", "bodies", "bounds"})
"""Groups whose names exclude each other on the same words: the longest match counts («не вправе»)."""

UNLIKE = "_unlike"
"""End of a name whose words look like the name without it and mean something else: «кандай гана»."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Words found in an act.

    Attributes:
        group: Group of the marker: modality, limits, bounds, bodies, terms.
        name: Name within the group: may, only, court.
        first: Its first token.
        stop: Token after its last.
        start: First character.
        end: Character after them.
    """

    group: str
    name: str
    first: int
    stop: int
    start: int
    end: int


class Markers:
    """All markers, compiled once for any number of acts.

    Args:
        folder: Folder of the marker files; the shipped one if omitted.

    Attributes:
        labels: What a marker says, by group and name.
        examples: Examples by group and name.
    """

    def __init__(self, folder: Path | None = None) -> None:
        root = folder or rules_folder() / "languages"
        self._vocabularies = vocabularies()
        compilers = {lang: Compiler(lang, self._vocabularies[lang], {}) for lang in LANGS}
        self.labels: dict[tuple[str, str], Texts] = {}
        self.examples: dict[tuple[str, str], tuple[Example, ...]] = {}
        self._patterns: dict[Lang, list[tuple[str, str, Pattern]]] = {lang: [] for lang in LANGS}
        for group in GROUPS:
            file = RuleFile(root / f"{group}.yaml")
            file.only(("id", "what", "names", "examples", "attested"))
            for name in file.need("names"):
                self.labels[group, name] = file.texts("names", name, "label")
                for lang, trees in file.patterns("names", name).items():
                    self._patterns[lang].append((group, name, compilers[lang].union(trees, str(file.path))))
            for name in file.get("examples") or {}:
                self.examples[group, name] = file.examples("examples", name)

    def view(self, act: Act, lang: Lang) -> View:
        """The act as the matcher sees it: every line in the language of the version, short ones too."""
        units = tuple(unit if unit.lang == lang else replace(unit, lang=lang) for unit in act.units)
        return View(replace(act, units=units), self._vocabularies)

    def find(self, view: View, lang: Lang) -> list[list[Marker]]:
        """Find the markers of one language.

        Args:
            view: The act, from ``view``.
            lang: Language of the version.

        Returns:
            Markers by unit, in the order of the text.
        """
        search, act = Search(view), view.act
        found: list[list[Marker]] = [[] for _ in act.units]
        starts, ends = view.tokens.starts, view.tokens.ends
        for group, name, pattern in self._patterns[lang]:
            for first, stop, *_ in search.matches(pattern):
                marker = Marker(group, name, first, stop, starts[first], ends[stop - 1])
                found[view.unit_of(first)].append(marker)
        return [_strongest(markers) for markers in found]


def _strongest(markers: list[Marker]) -> list[Marker]:
    """Where markers of rival names overlap, keep the longest; of equal ones the last named."""
    kept: list[Marker] = []
    taken: dict[str, set[int]] = {}
    ordered = sorted(enumerate(markers), key=lambda item: (item[1].first - item[1].stop, -item[0]))
    for _, marker in ordered:
        scope = marker.group
        if marker.group not in RIVALS or "before" in marker.name:
            scope = f"{marker.group}.{marker.name.removesuffix(UNLIKE)}"
        tokens = taken.setdefault(scope, set())
        if tokens.isdisjoint(range(marker.first, marker.stop)):
            tokens.update(range(marker.first, marker.stop))
            kept.append(marker)
    kept = [marker for marker in kept if not marker.name.endswith(UNLIKE)]
    return sorted(kept, key=lambda marker: marker.first)


@lru_cache(maxsize=1)
def markers() -> Markers:
    """The shipped markers."""
    return Markers()


def by_name(found: list[Marker], group: str) -> Mapping[str, list[Marker]]:
    """Markers of a group by name."""
    names: dict[str, list[Marker]] = {}
    for marker in found:
        if marker.group == group:
            names.setdefault(marker.name, []).append(marker)
    return names
