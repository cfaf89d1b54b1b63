"""The whole river in one call: file or text -> report."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from corruptex import __version__
from corruptex.detection.editions import compared
from corruptex.detection.engine import HEADINGS, engine
from corruptex.detection.findings import findings
from corruptex.detection.profiles import named_profile, profile_of
from corruptex.detection.view import SILENT_KINDS
from corruptex.detection.whole.delegation import agreeing
from corruptex.detection.whole.papers import FINDER as PAPERS
from corruptex.methodology import load
from corruptex.model import Act, Finding, Notice, Report, Source
from corruptex.structure.drafts import Draft, draft_of

if TYPE_CHECKING:
    from corruptex.methodology import Methodology
    from corruptex.register import Register


def check(
    path_or_text: str | Path | Source,
    *,
    profile: str = "auto",
    ocr: bool = False,
    methodology: Methodology | None = None,
    register: Register | None = None,
    papers: Sequence[Source] = (),
    base: Path | Source | None = None,
) -> Report:
    """Check one act for corruption-generating factors.

    Args:
        path_or_text: A file (``Path``), the text of an act (``str``) or a file already read (``Source``).
        profile: Domain profile; ``"auto"`` chooses it by the kind and title of the act.
        ocr: Whether a scan without text may be recognised (needs ``ocrmypdf`` or ``tesseract``).
        methodology: Methodology to use; the shipped one if omitted.
        register: Local register of acts in which named acts are looked up; none if omitted.
        papers: Accompanying papers of the draft, already read.
        base: The act that an amending act amends: its commands are applied and the consolidated act is
            checked, its findings marked new or old; those that have gone are listed apart.

    Returns:
        The report. A comparative table is checked by its proposed column.

    Raises:
        CorruptexError: If a file cannot be read, the profile does not exist or the amending act does not
            amend the base; the message names the file and the cure.
    """
    rules = methodology or load()
    with _collector_paused():
        source = _source(path_or_text, ocr=ocr)
        before = None if base is None else _source(base, ocr=ocr)
        return _check(draft_of(source, before), rules, profile, register, papers)


def _check(
    draft: Draft, rules: Methodology, profile: str, register: Register | None, papers: Sequence[Source]
) -> Report:
    act = draft.act
    chosen = profile_of(act, rules.profiles) if profile == "auto" else named_profile(profile, rules.profiles)
    examined = engine(rules).examine(act, chosen, register=register, papers=papers, changes=draft.changes)
    found = tuple(findings(act, examined.candidates, rules.factors))
    if act.amends and not examined.whole.is_assessable:
        found = tuple(_within_sight(finding) for finding in found)
    removed: tuple[Finding, ...] = ()
    if draft.base is not None:
        before = engine(rules).candidates(draft.base, chosen)
        found, removed = compared(act, found, draft.base, findings(draft.base, before, rules.factors))
    own = () if draft.amending is None else _own(draft.amending, draft, rules, profile)
    looked_for = {
        rule.factor
        for rule in rules.rules.values()
        if chosen.hears(rule) and (papers or rule.finds.partition(".")[0] != PAPERS)
    }
    notices = list(draft.notices)
    notices += (
        Notice(f"papers_read_{paper.kind}", {"name": paper.source.name})
        for paper in examined.whole.accompanying
    )
    return Report(
        act=act,
        profile=chosen.id,
        findings=found,
        notices=tuple(notices),
        methodology_version=rules.version,
        tool_version=__version__,
        norms_checked=sum(unit.kind not in SILENT_KINDS | HEADINGS for unit in act.units),
        factors_checked=tuple(code for code in rules.factors if code in looked_for),
        factors_for_person=tuple(code for code in rules.factors if code not in looked_for),
        references=examined.whole.references,
        delegations=agreeing(examined.whole.delegations, found),
        procedures=tuple(procedure for procedure, _ in examined.whole.procedures),
        amendments=draft.amendments,
        amending=draft.amending,
        base=draft.base,
        removed=removed,
        own=own,
    )


def _within_sight(finding: Finding) -> Finding:
    """Leave out cures not found in the whole act, of which an amending act or a table shows a part only."""
    return replace(finding, cures=tuple(cure for cure in finding.cures if cure.found or cure.scope != "act"))


def _own(amending: Act, draft: Draft, rules: Methodology, profile: str) -> tuple[Finding, ...]:
    """Findings in an amending act that do not stand in the consolidated text."""
    chosen = (
        profile_of(amending, rules.profiles) if profile == "auto" else named_profile(profile, rules.profiles)
    )
    applied = [one for one in draft.amendments if one.applied]
    spans = [(one.start, one.end) for one in applied]
    spans += [(one.wording.start, one.wording.end) for one in applied if one.wording is not None]
    found = findings(amending, engine(rules).candidates(amending, chosen), rules.factors)
    return tuple(
        _within_sight(finding)
        for finding in found
        if not any(finding.start < end and start < finding.end for start, end in spans)
    )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector out of the way: a check makes many small values and no cycles.

    Measured at a fifth of the whole time (``benchmarks/river.py``).
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _source(path_or_text: str | Path | Source, *, ocr: bool) -> Source:
    from corruptex.reading import from_text, read  # noqa: PLC0415  # readers are heavy to import

    if isinstance(path_or_text, Source):
        return path_or_text
    if isinstance(path_or_text, Path):
        return read(path_or_text, ocr=ocr)
    return from_text(path_or_text)
