"""Commissions that decide about rights: who sits, how they vote, who must step aside (factors P10, A4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from corruptex.detection.search import Match
from corruptex.detection.whole.act import WholeAct
from corruptex.detection.whole.norms import holds, listed, norms, reaches_outside, remark
from corruptex.detection.whole.remark import Remark
from corruptex.model import Lang

HARMLESS: Final = (
    "advisory_only",
    "prohibition",
    "private_law",
    "worker_relations",
    "court_here",
    "definition",
    "commission_by_statute",
    "union_commission",
    "deputies",
)
"""Circumstances in which a commission decides nothing about outsiders, or is organised by another act."""

NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "members": ("commission_members",),
    "vote": ("commission_vote", "commission_statute"),
    "recusal": ("recusal",),
}
"""What an act should say of a commission, with the contexts that show it."""

ADJECTIVES: Final = (
    "ая",
    "ой",
    "ую",
    "ые",
    "ых",
    "ными",
    "дык",
    "лык",
    "тык",
    "дик",
    "лик",
    "тик",
    "дүк",
    "лүк",
)
"""Endings of Russian and Kyrgyz adjectives that name a commission: „конкурсная“, „конкурстук“."""

STEM: Final = 6
"""Letters by which the adjective of a commission is known again in another case."""


def commissions(whole: WholeAct) -> Iterator[Remark]:
    """Commissions that decide about rights by rules the act does not give.

    Aspects: ``rules`` without members and vote, ``recusal`` with a vote but without it, ``consent`` an
    unnamed commission whose consent a person needs. Each commission is reported once, at the first norm
    that lets it decide.
    """
    yield from _consenting(whole)
    deciding = [pair for pair in norms(whole, "commission_decides") if _decides(whole, *pair)]
    if not deciding:
        return
    found = {item for item, contexts in NEEDED.items() if _is_said(whole, contexts)}
    seen: set[str] = set()
    for match, lang in deciding:
        name = _name(whole, match)
        if name in seen or (not name and seen):
            continue
        seen.add(name)
        if "vote" in found:
            if "recusal" not in found and whole.is_assessable:
                yield remark(whole, match, "recusal", cures=("recusal",))
        elif (whole.is_assessable or not whole.act.amends) and not _is_ruled(whole, match, lang, found):
            missing = tuple(item for item in NEEDED if item not in found)
            values = {"missing": listed(tuple(f"whole_missing_{item}" for item in missing))}
            cures = tuple(NEEDED[item][0] for item in missing)
            yield remark(whole, match, "rules", values=values, cures=cures)


def _may_be_absent(whole: WholeAct) -> bool:
    """Whether the text can show what it lacks: an amending act or a table only if it brings a whole text."""
    return whole.is_assessable or not whole.act.amends


def _consenting(whole: WholeAct) -> Iterator[Remark]:
    """The first norm by which a person needs the consent of an unnamed commission."""
    for match, lang in norms(whole, "consent_of_some_commission"):
        if not holds(whole, match, lang, "commission_members@article", "commission_vote@article"):
            yield remark(whole, match, "consent", cures=("commission_members", "commission_vote"))
            return


def _decides(whole: WholeAct, match: Match, lang: Lang) -> bool:
    """Whether the commission decides about somebody outside, by rules that this act must give."""
    return reaches_outside(whole, match, lang) and not holds(whole, match, lang, *HARMLESS)


def _is_ruled(whole: WholeAct, match: Match, lang: Lang, found: set[str]) -> bool:
    """Whether members are named or the article rules the commission.

    That somebody approves its members is no rule of its work.
    """
    if "members" in found:
        return True
    ruled = holds(whole, match, lang, "commission_rules@article")
    return ruled and not holds(whole, match, lang, "commission_composed_by@article")


def _is_said(whole: WholeAct, contexts: tuple[str, ...]) -> bool:
    """Whether the act says it of a commission of its own; election and deputies' commissions do not count."""
    left_open = ("commission_composed_by",) if contexts == NEEDED["members"] else ()
    return any(
        not holds(whole, match, lang, "commission_by_statute", "deputies", *left_open)
        for context in contexts
        for match, lang in norms(whole, context)
    )


def _name(whole: WholeAct, match: Match) -> str:
    """What tells the commission from others: the beginning of its adjective, or nothing."""
    forms = whole.reading.view.tokens.forms
    place = next((t for t in range(match[0], match[1]) if forms[t].startswith(("комисси", "жюри"))), match[0])
    before = forms[place - 1] if place else ""
    return before[:STEM] if before.endswith(ADJECTIVES) else ""
