"""Whether a condition that a rule names holds at a match: a context in words, or the shape of a list."""

from __future__ import annotations

from collections.abc import Mapping

from corruptex.detection.regions import Range, heads, ranges
from corruptex.detection.search import Match, Pattern, Search
from corruptex.language.tokens import GAP_CLAUSE
from corruptex.methodology.rules import Condition, Context, Region
from corruptex.model import Lang

Found = tuple[Region, tuple[int, int]]
"""The region in which a condition was found, and its tokens."""


class Conditions:
    """Evaluates conditions in one act."""

    def __init__(
        self,
        search: Search,
        contexts: Mapping[str, Context],
        patterns: Mapping[tuple[str, Lang], Pattern],
    ) -> None:
        self._search = search
        self._contexts = contexts
        self._patterns = patterns
        self._span: Range | None = None
        self._known: dict[Region, list[Range]] = {}

    def find(self, condition: Condition, span: tuple[int, int], lang: Lang) -> Found | None:
        """Where a condition holds for a match.

        Args:
            condition: Condition named by a rule.
            span: Tokens of the match.
            lang: Language of the norm.

        Returns:
            Region and tokens of the first place found, nearest region first; ``None`` if it does not hold.
        """
        if condition.name in ("closed_list", "open_list"):
            return self._list(condition.name == "open_list", span, lang)
        context = self._contexts[condition.name]
        pattern = self._patterns.get((context.id, lang))
        if pattern is None or not self._search.possible(pattern):
            return None
        for region in (condition.region,) if condition.region else context.where:
            for low, high in self._ranges(span, region):
                for match in self._search.near(pattern, low, high):
                    if match[1] > high:
                        continue
                    if region == "overlap" and not self._touches(match, span):
                        continue
                    if region == "before" and match[1] > span[0]:
                        continue
                    if region == "after" and match[0] < span[1]:
                        continue
                    return region, (match[0], match[1])
        return None

    def _ranges(self, span: tuple[int, int], region: Region) -> list[Range]:
        """Ranges of a region, remembered while the same match is asked about."""
        if span != self._span:
            self._span = span
            self._known.clear()
        if region not in self._known:
            self._known[region] = ranges(self._search.view, span, region)
        return self._known[region]

    def _touches(self, match: Match, span: tuple[int, int]) -> bool:
        """Whether a match overlaps the words of a rule or stands right beside them in their clause."""
        if match[0] < span[1] and span[0] < match[1]:
            return True
        gaps = self._search.view.tokens.gaps
        if match[0] == span[1]:
            return gaps[match[0]] < GAP_CLAUSE
        return match[1] == span[0] and gaps[span[0]] < GAP_CLAUSE

    def _list(self, wants_open: bool, span: tuple[int, int], lang: Lang) -> Found | None:
        """A list that the match opens: items below its unit, the last of them open or not."""
        view = self._search.view
        unit = view.unit_of(span[0])
        own = view.act.units[unit]
        text = view.act.text[own.start : own.end].rstrip()
        items = [u for u in view.act.units[unit + 1 : own.last + 1] if u.parent == unit]
        if not text.endswith(":"):
            return None
        if not items:
            items = self._following(unit)
        if len(items) < 2:
            return None
        open_item = self._patterns.get(("open_item", lang))
        is_open = False
        if open_item is not None:
            low, high = view.first[items[-1].index], view.first[items[-1].index + 1]
            is_open = self._search.any_between(open_item, low, high)
        if is_open != wants_open:
            return None
        return "items", (view.first[items[0].index], view.first[items[-1].index + 1])

    def _following(self, unit: int) -> list:  # type: ignore[type-arg]
        units = self._search.view.act.units
        found = []
        for other in units[unit + 1 :]:
            if other.parent != units[unit].parent:
                break
            if unit not in heads(self._search.view, other.index):
                break
            found.append(other)
        return found
