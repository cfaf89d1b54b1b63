"""What is to be judged: an act as it stands, the proposed column of a table, or a base act as amended."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Final

from corruptex.messages import CorruptexError
from corruptex.model import Act, Amendment, Notice, Source
from corruptex.structure.amended_act import amended_name, concerning, is_act
from corruptex.structure.amendments import amendments
from corruptex.structure.citing import cite
from corruptex.structure.comparative import comparison_of, row_amendments, row_changes
from corruptex.structure.comparative_headings import is_titled
from corruptex.structure.consolidation import Change, Outcome, consolidate
from corruptex.structure.parser import parse

_SHOWN_WORDS: Final = 120


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
        CorruptexError: If a base was given that is the file itself or an act the file does not amend, or if
            the file is a comparative table, which holds its own base.
    """
    comparison = comparison_of(source) if any(place.kind == "cell" for place in source.places) else None
    if base is not None:
        if source.sha256 == base.sha256:
            raise CorruptexError("base_same_file", name=source.name)
        if comparison is not None or is_titled(source.text):
            raise CorruptexError("base_with_table", name=source.name)
        return _consolidated(source, base)
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
    if is_titled(source.text):
        notices = (*notices, Notice("comparative_table_unread"))
    return Draft(act=act, amendments=amendments(act), notices=notices)


def _consolidated(source: Source, base_source: Source) -> Draft:
    amending, base = parse(source), parse(base_source)
    every = amendments(amending)
    mine = concerning(base, every)
    if not mine:
        raise CorruptexError("base_without_commands", name=source.name, base=base_source.name)
    amended = amended_name(amending, mine)
    sameness = is_act(base, amended)
    if sameness is False:
        raise CorruptexError(
            "base_of_another_act",
            name=source.name, amended=_short(amended), base=base_source.name, title=_short(base.title),
        )  # fmt: skip
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
    if sameness is None:
        notices.append(
            Notice("base_unverified", {"amended": _short(amended) or "—", "base": base_source.name})
        )
    notices += [_failure(amending, outcome) for outcome in done.outcomes if outcome.reason]
    notices += [
        Notice("amendment_exact_forms", {"old": one.old, "place": cite(amending, one.unit, amending.lang)})
        for one in (outcome.amendment for outcome in done.outcomes)
        if one.applied and one.command == "replace_words" and not one.steps
    ]
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
            "words": _short(words),
            "place": cite(amending, amendment.unit, amending.lang),
            "old": amendment.old,
        },
    )


def _short(words: str) -> str:
    return f"{words[:_SHOWN_WORDS]}…" if len(words) > _SHOWN_WORDS else words
