"""What is to be judged: an act as it stands, the proposed column of a table, or a base act as amended."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corruptex.messages import CorruptexError
from corruptex.model import Act, Amendment, Notice, Source
from corruptex.structure.amendments import amendments
from corruptex.structure.citing import cite
from corruptex.structure.comparative import comparison_of, row_amendments, row_changes
from corruptex.structure.consolidation import Change, Outcome, consolidate
from corruptex.structure.parser import parse

_SAME_TITLE: Final = 0.6
"""Share of the words of a base act's title that the name of the amended act must have."""

_SHOWN_WORDS: Final = 120
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_STEM: Final = 6
_COMMON: Final = frozenset(("кыргыз", "республ", "респуб", "закон", "мыйзам", "кодекс", "жөнүнд", "тууралуу"))


@dataclass(frozen=True, slots=True)
class Draft:
    """What is judged and what it is compared with.

    Attributes:
        act: The act to judge.
        amendments: Commands it holds or that were applied to it, or changed rows of its table.
        changes: Units before and after, where both are known.
        base: The act before; ``None`` if it is not known.
        amending: The amending act whose commands were applied; ``None`` if there is none.
        notices: What a person should know of how the text came about.
    """

    act: Act
    amendments: tuple[Amendment, ...] = ()
    changes: tuple[Change, ...] = ()
    base: Act | None = None
    amending: Act | None = None
    notices: tuple[Notice, ...] = ()


def draft_of(source: Source, base: Source | None = None) -> Draft:
    """Find what is to be judged in a file.

    Args:
        source: An act, an amending act or a comparative table.
        base: The act that an amending act amends; its commands are applied to it.

    Raises:
        CorruptexError: If a base was given and the file holds no command for it.
    """
    if base is not None:
        return _consolidated(source, base)
    comparison = comparison_of(source) if any(place.kind == "cell" for place in source.places) else None
    if comparison is not None and comparison.rows:
        return Draft(
            act=comparison.act,
            amendments=row_amendments(comparison),
            changes=row_changes(comparison),
            base=comparison.base,
            notices=(*source.notices, Notice("comparative_table", {"rows": len(comparison.rows)})),
        )
    act = parse(source)
    notices = (*source.notices, Notice("amendment_not_consolidated")) if act.amends else source.notices
    return Draft(act=act, amendments=amendments(act), notices=notices)


def _consolidated(source: Source, base_source: Source) -> Draft:
    amending, base = parse(source), parse(base_source)
    every = amendments(amending)
    mine = concerning(base, every)
    if not mine:
        raise CorruptexError("base_without_commands", name=source.name, base=base_source.name)
    done = consolidate(base, mine, amending)
    text = done.act.text
    written = replace(
        base_source,
        text=text,
        name=f"{base_source.name} + {source.name}",
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        places=(),
        original=None,
    )
    applied = sum(not outcome.reason for outcome in done.outcomes)
    values: dict[str, str | int] = {
        "base": base_source.name, "name": source.name, "applied": applied, "all": len(mine),
    }  # fmt: skip
    notices = [*base_source.notices, *source.notices, Notice("consolidated", values)]
    notices += [_failure(amending, outcome) for outcome in done.outcomes if outcome.reason]
    if len(every) > len(mine):
        notices.append(Notice("amendments_of_others", {"number": len(every) - len(mine)}))
    return Draft(
        act=replace(done.act, source=written),
        amendments=tuple(outcome.amendment for outcome in done.outcomes),
        changes=done.changes,
        base=base,
        amending=amending,
        notices=tuple(notices),
    )


def _failure(amending: Act, outcome: Outcome) -> Notice:
    amendment = outcome.amendment
    words = " ".join(amending.text[amendment.start : amendment.end].split())
    return Notice(
        f"amendment_failed_{outcome.reason}",
        {
            "words": f"{words[:_SHOWN_WORDS]}…" if len(words) > _SHOWN_WORDS else words,
            "place": cite(amending, amendment.unit, amending.lang),
            "old": amendment.old,
        },
    )


def concerning(base: Act, every: Sequence[Amendment]) -> tuple[Amendment, ...]:
    """The amendments that concern an act: all, if the amending act amends one; else those that name it.

    Args:
        base: The act.
        every: Amendments of one amending act.
    """
    of_units = [one for one in every if one.steps or one.command != "repeal"]
    names = dict.fromkeys(one.act for one in of_units if one.act)
    if len(names) <= 1:
        return tuple(of_units)
    named = {name for name in names if _is_named(base, name)}
    return tuple(one for one in of_units if one.act in named)


def _is_named(base: Act, name: str) -> bool:
    """Tell whether a name as printed is that of an act: by its number, else by the words of its title."""
    if base.number and re.search(rf"(?:№|N)\s*{re.escape(base.number)}(?!\w)", name):
        return True
    title = _stems(base.title)
    return bool(title) and len(title & _stems(name)) >= _SAME_TITLE * len(title)


def _stems(words: str) -> set[str]:
    return {word[:_STEM].lower() for word in _WORD.findall(words)} - _COMMON
