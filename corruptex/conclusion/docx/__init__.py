"""The expert's conclusion as a Word document (methodology, sections 4.2 to 4.5): a draft to be signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corruptex.conclusion.docx.annexes import write_annexes
from corruptex.conclusion.docx.findings import write_findings
from corruptex.conclusion.docx.page import Page
from corruptex.conclusion.docx.parts import (
    write_context,
    write_general,
    write_limits,
    write_opening,
    write_signatures,
    write_verdict,
)
from corruptex.conclusion.requisites import Kind, Requisites, check_names
from corruptex.conclusion.verdict import Stage, judge
from corruptex.messages import say
from corruptex.methodology import Methodology
from corruptex.model import Lang, Report


def render(
    reports: Sequence[Report],
    methodology: Methodology,
    lang: Lang,
    *,
    kind: Kind = "authorised",
    fields: Mapping[str, str] | None = None,
    stage: Stage | None = None,
) -> bytes:
    """Write the draft of a conclusion.

    Requisites that were not given are highlighted blanks that say what belongs there; nothing is
    invented.

    Args:
        reports: Reports on the files that make up what was examined, e.g. the Russian and the Kyrgyz
            text of one draft; at least one.
        methodology: The methodology they were made with.
        lang: Language of the conclusion.
        kind: Whose conclusion it is.
        fields: Requisites by name (``corruptex.conclusion.requisites.names``).
        stage: Draft or adopted act; worked out from the first act if omitted.

    Returns:
        The bytes of a .docx file.

    Raises:
        CorruptexError: If a requisite is not known.
    """
    check_names(kind, fields or {})
    known = Requisites(kind, lang, fields or {})
    verdict = judge(reports, stage)
    page = Page(lang, say(f"conclusion_title_{kind}", lang))
    write_opening(page, reports, known)
    write_general(page, reports, known, verdict, methodology)
    write_context(page, known, verdict)
    write_findings(page, reports, methodology)
    write_limits(page, reports, known, methodology)
    write_verdict(page, verdict)
    write_signatures(page, known)
    write_annexes(page, reports, methodology)
    return page.save()
