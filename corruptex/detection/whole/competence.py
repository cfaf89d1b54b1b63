"""What a by-law may not set, and by-laws that name no law they rest on (factors C2 and C3).

Rights are limited, and payments, permits, fines and forfeiture are brought in, by law alone. A by-law may
repeat or carry out a law, and then its norm or its preamble names that law.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final, Literal, get_args

from corruptex.detection.search import Match
from corruptex.detection.whole.act import WholeAct
from corruptex.detection.whole.norms import holds, norms, remark, texts
from corruptex.detection.whole.remark import Remark
from corruptex.model import ActKind, Lang

BY_LAWS: Final[frozenset[ActKind]] = frozenset(
    {"decree", "cabinet_resolution", "order", "local_resolution", "regulation"}
)

Basis = Literal["law", "general", "none", "unseen"]
"""The act names a law it rests on; it names only the statute of its body; it has a preamble and names none;
it has no preamble to look at."""

UNFOUNDED: Final[tuple[Basis, ...]] = ("general", "none")

PUNISHES: Final[Mapping[str, str]] = {"fine": "sets_fine", "forfeiture": "sets_forfeiture"}
"""Matters that no reference in a preamble brings within the reach of a by-law, with their contexts."""

CHARGES: Final[Mapping[str, str]] = {
    "charge": "sets_charge",
    "permit": "demands_permit",
    "removal": "orders_removal",
}
"""Matters of a law that a law may hand over, with their contexts."""

BINDS: Final[Mapping[str, str]] = {"ban": "bans_activity", "duty": "binds_persons"}
"""Primary rules of conduct, with their contexts."""

ONE_BY_ONE: Final = ("removal",)
"""Matters that hit a different person each time; the others are reported once."""

DOUBT_WITH_LAW = 0.7
"""A law named in the preamble may set the fine that the by-law repeats."""

HARMLESS: Final = ("names_law@unit", "names_law@head", "court_here", "definition", "compensated")
"""Circumstances in which a norm of a by-law sets nothing of its own."""

OF_INSTITUTIONS: Final[frozenset[ActKind]] = frozenset({"regulation", "order"})
"""Acts that may order the life of one institution, and then bind no outsiders."""


def competence(whole: WholeAct) -> Iterator[Remark]:
    """Matters of a law that a by-law sets: ``only_law``; rules of conduct without a law: ``without_basis``.

    Orders to remove what stands without permission carry out a law that they do not name: ``unlawful``.

    A matter is reported at the first norm that sets it; orders against single persons, each of them.
    """
    if whole.act.kind not in BY_LAWS:
        return
    basis = basis_of(whole)
    doubt = 1.0 if basis in UNFOUNDED else DOUBT_WITH_LAW
    yield from _set_here(whole, "only_law", PUNISHES, basis, doubt)
    if basis in UNFOUNDED and not whole.act.amends and not whole.is_excerpt:
        yield from _set_here(whole, "only_law", CHARGES, basis, doubt)
        yield from _set_here(whole, "without_basis", BINDS, basis, doubt)


def basis_of(whole: WholeAct) -> Basis:
    """What the preamble, or a norm that says by which law the act was made, names as its basis.

    The constitution and the statute of the body itself give general competence and are no basis.
    """
    view, search = whole.reading.view, whole.reading.search
    ranges = [view.unit_tokens(unit.index) for unit in whole.act.units if unit.kind == "preamble"]
    basis: Basis = "none" if any(low < high for low, high in ranges) else "unseen"
    ranges += [view.unit_tokens(view.unit_of(match[0])) for match, _ in whole.matches("made_under_law")]
    for lang in ("ru", "ky"):
        general = whole.pattern("general_competence_law", lang)
        for low, high in ranges:
            own = [(match[0], match[1]) for match in search.between(general, low, high)]
            for match in search.between(whole.pattern("names_law", lang), low, high):
                if not any(start <= match[0] < end for start, end in own):
                    return "law"
                basis = "general"
    return basis


def _set_here(
    whole: WholeAct, aspect: str, matters: Mapping[str, str], basis: Basis, doubt: float
) -> Iterator[Remark]:
    for matter, context in matters.items():
        own = (match for match, lang in norms(whole, context) if _is_own(whole, match, lang))
        set_here = (match for match in own if matter != "duty" or _binds(whole, match))
        values = {
            "act": texts(f"whole_kind_{whole.act.kind}"),
            "matter": texts(f"whole_matter_{matter}"),
            "basis": texts(f"whole_basis_{basis}"),
        }
        for found in set_here if matter in ONE_BY_ONE else islice(set_here, 1):
            noticed = "unlawful" if matter == "removal" and _is_unlawful(whole, found) else aspect
            cures = ("names_law",)
            yield remark(whole, found, noticed, values=values, cures=cures, scope="unit", doubt=doubt)


def _is_own(whole: WholeAct, match: Match, lang: Lang) -> bool:
    """Whether the norm sets the matter itself: a norm that names a law repeats or carries it out."""
    if whole.act.kind in OF_INSTITUTIONS and holds(whole, match, lang, "within_institution"):
        return False
    return not holds(whole, match, lang, *HARMLESS)


def _is_unlawful(whole: WholeAct, match: Match) -> bool:
    """Whether the objects that go stand without permission."""
    return any(holds(whole, match, lang, "unlawful_objects") for lang in get_args(Lang))


def _binds(whole: WholeAct, match: Match) -> bool:
    """Whether a person is the subject of a duty, not merely somebody for whose sake a body acts."""
    mentions = whole.reading.actors.between(match[0], match[1])
    return any(mention.subject and mention.role in ("citizen", "private") for mention in mentions)
