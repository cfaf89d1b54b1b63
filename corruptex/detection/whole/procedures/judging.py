"""What is missing from a procedure, as remarks: the whole of its steps, or the one element that lacks.

Only what is certain is said. A procedure that the act hands to another paper is left to the rules on
delegation; elements that a background law supplies weigh nothing; in excerpts and amending acts nothing is
absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from corruptex.detection.whole.procedures.gathering import Group
from corruptex.detection.whole.remark import Remark
from corruptex.model import Cure, Procedure

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

STEPS: Final = frozenset({"E02", "E03", "E04", "E05", "E06", "E07", "E09", "E10", "E20", "E21", "E22", "E23"})
"""Elements that are steps of the decision itself: without them the procedure is only declared."""

FEWEST_MISSING = 3
"""Required steps that must be missing for the procedure as a whole to be called missing."""

KEYSTONES: Final = frozenset({"E07", "E10"})
"""None of these may be there: a term and grounds of refusal make a procedure."""

KEYSTONES_OWN_MOTION: Final = frozenset({"E07", "E09"})
"""The same where nobody applies, so that nothing is refused: a term and grounds of the measure."""

STOPPED: Final = "permit_stopped"
"""Context of a permit or an activity that is stopped or annulled."""

ON_APPLICATION: Final = frozenset({"T1", "T2", "T3", "T5", "T11", "T12"})
"""Types in which a person applies and waits."""

APPLICATION: Final = ("E03", "E04")
"""Elements that show how to apply: form and papers."""

OF_SERVICE: Final = frozenset({"T9"})
"""Types of the inner life of a service: the laws on it lay down the steps."""

OF_PERSONS: Final = frozenset({"T4", "T10"})
"""Types that touch nobody unless a person is named: a body also inspects its own works."""

PROCEDURE_WORDS: Final = ("поряд", "правил", "процедур", "услови", "тартип", "тартиб")
"""Beginnings of the words that name a procedure."""

ELSEWHERE: Final = "procedure_set_elsewhere"
"""Context of a procedure that is handed to another paper."""


def find(whole: WholeAct) -> Iterator[Remark]:
    """Remarks on the procedures of an act, one per procedure."""
    if not whole.is_assessable:
        return
    for procedure, group in whole.procedures:
        remark = _declared_only(whole, procedure, group) or _without_term(whole, procedure, group)
        if remark is not None:
            yield remark
        remark = _without_appeal(whole, procedure, group)
        if remark is not None:
            yield remark


def _declared_only(whole: WholeAct, procedure: Procedure, group: Group) -> Remark | None:
    """A procedure whose steps are not laid down."""
    if group.root.asks or procedure.type in OF_SERVICE or not _concerns_persons(whole, group):
        return None
    required = {element.id for element in procedure.elements if element.required}
    missing = [
        element.id
        for element in procedure.elements
        if element.required and element.status == "missing" and element.id in STEPS
    ]
    keystones = KEYSTONES if "E10" in required else KEYSTONES_OWN_MOTION
    if len(missing) < FEWEST_MISSING or not keystones <= set(missing):
        return None
    return None if _is_set_elsewhere(whole, group) else _remark(whole, "missing", procedure, missing)


def _without_term(whole: WholeAct, procedure: Procedure, group: Group) -> Remark | None:
    """A decision on an application whose form or papers are set and whose term is not."""
    found = {element.id: element.status for element in procedure.elements}
    if procedure.type not in ON_APPLICATION or found["E07"] != "missing":
        return None
    if "present" not in {found.get(name) for name in APPLICATION}:
        return None
    if group.root.asks or not _concerns_persons(whole, group) or _is_set_elsewhere(whole, group):
        return None
    return _remark(whole, "no_term", procedure, ["E07"])


def _without_appeal(whole: WholeAct, procedure: Procedure, group: Group) -> Remark | None:
    """A permit or an activity is stopped or annulled, and the act tells of no appeal."""
    root = group.root
    stops = whole.reading.search.near(whole.pattern(STOPPED, root.lang), root.start, root.end)
    if procedure.type != "T10" or not root.named or not any(stops):
        return None
    appeal = next(element for element in procedure.elements if element.id == "E15")
    if appeal.status == "present" or _is_set_elsewhere(whole, group):
        return None
    return _remark(whole, "no_appeal", procedure, ["E15"])


def _concerns_persons(whole: WholeAct, group: Group) -> bool:
    """Whether a public body is named in the creating norm and somebody outside it is touched."""
    root = group.root
    view, actors = whole.reading.view, whole.reading.actors
    roles = {mention.role for mention in actors.between(*view.sentence(root.start, root.end))}
    if not root.named and "public" not in roles:
        return False
    if root.type in OF_PERSONS and not (roles & {"citizen", "private"}):
        return False
    return whole.reading.reaches_outside((root.start, root.end), root.lang)


def _is_set_elsewhere(whole: WholeAct, group: Group) -> bool:
    """Whether the article hands the procedure to another paper, in the creating norm or naming its matter."""
    view, search = whole.reading.view, whole.reading.search
    root = group.root
    own = view.sentence(root.start, root.end)
    subjects = whole.engine.procedures.types[root.type].subjects[root.lang]
    for match in search.near(whole.pattern(ELSEWHERE, root.lang), *view.subtree_tokens(root.block)):
        sentence = view.sentence(match[0], match[1])
        if sentence == own:
            return True
        names = view.tokens.forms[match[0]].startswith(PROCEDURE_WORDS)
        if names and any(any(search.near(subject, *sentence)) for subject in subjects):
            return True
    return False


def _remark(whole: WholeAct, aspect: str, procedure: Procedure, missing: list[str]) -> Remark:
    catalogue = whole.engine.methodology.procedures
    names = {
        lang: "; ".join(_lowered(catalogue.elements[name].name[lang]) for name in missing)
        for lang in ("ru", "ky", "en")
    }
    return Remark(
        aspect=aspect,
        unit=procedure.unit,
        start=procedure.start,
        end=procedure.end,
        values={"missing": names, "type": catalogue.types[procedure.type].name},
        actor=procedure.actor,
        cures=tuple(Cure(f"procedure_{name}", "act", found=False) for name in missing),
    )


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]
