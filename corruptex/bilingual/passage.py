"""What one version says in a pair of units: its quantities and its markers, with their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corruptex.bilingual.markers import Marker, Markers
from corruptex.bilingual.quantities import Quantities, quantities
from corruptex.detection.view import View
from corruptex.language.tokens import GAP_SENTENCE
from corruptex.model import Act, Lang


@dataclass(slots=True)
class Passage:
    """One or two neighbouring units of one version.

    Attributes:
        version: The version.
        units: Their indexes.
        markers: Their markers.
        quantities: Their quantities.
    """

    version: Version
    units: tuple[int, ...]
    markers: list[Marker]
    quantities: Quantities

    def named(self, group: str, name: str) -> list[Marker]:
        """Markers of one name."""
        return [marker for marker in self.markers if marker.group == group and marker.name == name]

    def group(self, group: str) -> list[Marker]:
        """Markers of one group."""
        return [marker for marker in self.markers if marker.group == group]

    @property
    def tokens(self) -> list[str]:
        """Folded words."""
        view = self.version.view
        return [
            form for unit in self.units for form in view.tokens.forms[view.first[unit] : view.first[unit + 1]]
        ]

    def sentences(self) -> list[tuple[int, int]]:
        """Tokens of its sentences."""
        view, found = self.version.view, []
        for unit in self.units:
            first, stop = view.first[unit], view.first[unit + 1]
            if first == stop:
                continue
            cuts = [token for token in range(first + 1, stop) if view.tokens.gaps[token] >= GAP_SENTENCE]
            found += list(zip([first, *cuts], [*cuts, stop], strict=True))
        return found


@dataclass(slots=True)
class Version:
    """One version of the act, read for comparing.

    Attributes:
        act: The act.
        lang: Its language.
        view: Its tokens.
        markers: Markers by unit.
    """

    act: Act
    lang: Lang
    view: View
    markers: list[list[Marker]]

    def passage(self, units: Sequence[int]) -> Passage:
        """Read some units."""
        read = Quantities()
        for index in units:
            unit = self.act.units[index]
            part = quantities(self.act.text, unit.body, unit.end, self.lang)
            read.numbers += part.numbers
            read.dates += part.dates
            read.references += part.references
            read.loose |= part.loose
        found = [marker for index in units for marker in self.markers[index]]
        return Passage(self, tuple(units), found, read)


def read_version(act: Act, lang: Lang, markers: Markers) -> Version:
    """Read an act for comparing.

    Args:
        act: The act.
        lang: Language of the version.
        markers: The compiled markers.
    """
    view = markers.view(act, lang)
    return Version(act, lang, view, markers.find(view, lang))
