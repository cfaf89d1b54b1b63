"""The whole river in one call: file or text -> report."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from corruptex import __version__
from corruptex.detection.engine import HEADINGS, engine
from corruptex.detection.findings import findings
from corruptex.detection.profiles import named_profile, profile_of
from corruptex.detection.view import SILENT_KINDS
from corruptex.methodology import load
from corruptex.model import Notice, Report, Source
from corruptex.structure import parse

if TYPE_CHECKING:
    from corruptex.methodology import Methodology


def check(
    path_or_text: str | Path | Source,
    *,
    profile: str = "auto",
    ocr: bool = False,
    methodology: Methodology | None = None,
) -> Report:
    """Check one act for corruption-generating factors.

    Args:
        path_or_text: A file (``Path``), the text of an act (``str``) or a file already read (``Source``).
        profile: Domain profile; ``"auto"`` chooses it by the kind and title of the act.
        ocr: Whether a scan without text may be recognised (needs ``ocrmypdf`` or ``tesseract``).
        methodology: Methodology to use; the shipped one if omitted.

    Returns:
        The report.

    Raises:
        CorruptexError: If the file cannot be read or the profile does not exist; the message names the
            file and the cure.
    """
    rules = methodology or load()
    with _collector_paused():
        return _check(path_or_text, rules, profile=profile, ocr=ocr)


def _check(path_or_text: str | Path | Source, rules: Methodology, *, profile: str, ocr: bool) -> Report:
    source = _source(path_or_text, ocr=ocr)
    act = parse(source)
    chosen = profile_of(act, rules.profiles) if profile == "auto" else named_profile(profile, rules.profiles)
    candidates = engine(rules).candidates(act, chosen)
    looked_for = {rule.factor for rule in rules.rules.values() if rule.id not in chosen.silent}
    notices = list(source.notices)
    if act.amends:
        notices.append(Notice("amendment_not_consolidated"))
    return Report(
        act=act,
        profile=chosen.id,
        findings=tuple(findings(act, candidates, rules.factors)),
        notices=tuple(notices),
        methodology_version=rules.version,
        tool_version=__version__,
        norms_checked=sum(unit.kind not in SILENT_KINDS | HEADINGS for unit in act.units),
        factors_checked=tuple(code for code in rules.factors if code in looked_for),
        factors_for_person=tuple(code for code in rules.factors if code not in looked_for),
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
