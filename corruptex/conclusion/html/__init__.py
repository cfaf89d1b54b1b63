"""The report as one HTML file: readable without scripts, network or other files, and printable.

Every text of an act and of a file name goes through the escaping of the templates; a policy in the head of
the page forbids scripts and outside resources altogether, so that a hostile act can do nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from jinja2 import Environment, PackageLoader, StrictUndefined

from corruptex.conclusion.changes import (
    Difference,
    Gone,
    changes_sentence,
    differences,
    gone,
    gone_sentence,
)
from corruptex.conclusion.html.marking import Row, rows
from corruptex.conclusion.json import sha256
from corruptex.conclusion.remarks import Remark, counts, file_name, languages, notices, remarks, title
from corruptex.conclusion.sheets import (
    Cited,
    Handed,
    Sheet,
    change,
    handed,
    listed,
    map_counts,
    reference_sentence,
    sheet_counts,
    sheets,
)
from corruptex.conclusion.verdict import conclusion_words, judge
from corruptex.messages import say
from corruptex.methodology import Methodology
from corruptex.model import SEVERITIES, MessageLang, Report, Severity


@dataclass(frozen=True, slots=True)
class Section:
    """What the page shows of one report, in words.

    Attributes:
        prefix: Begins the anchors of this report: two reports may stand in one page.
        report: The report.
        title: Title of the act.
        notices: What a person should know.
        about: Labels with values.
        verdict: Sentences of the verdict.
        counts: Sentence that counts the findings.
        remarks: Findings in the order of the text.
        rows: Text of the act with the findings beside it.
        sheets: Procedures; with the sentence that counts them.
        changes: Amendments; with the sentence that counts them.
        gone: Findings that the amendments remove; with the sentence that says what they are.
        handed: Delegations; with the sentence that counts them.
        dead: References that lead nowhere; with the sentence that counts all.
        person: Code and name of the factors only a person can examine.
    """

    prefix: str
    report: Report
    title: str
    notices: tuple[str, ...]
    about: tuple[tuple[str, str], ...]
    verdict: str
    counts: str
    remarks: tuple[Remark, ...]
    rows: tuple[Row, ...]
    sheets: tuple[Sheet, ...]
    sheet_counts: str
    changes: tuple[Difference, ...]
    changes_sentence: str
    gone: tuple[Gone, ...]
    gone_sentence: str
    handed: tuple[Handed, ...]
    map_counts: str
    cited: tuple[Cited, ...]
    reference_sentence: str
    person: tuple[tuple[str, str], ...]


def render(
    reports: Sequence[Report], methodology: Methodology, lang: MessageLang, least: Severity = "low"
) -> str:
    """Write reports as one HTML page.

    Args:
        reports: Reports to write; at least one.
        methodology: The methodology they were made with.
        lang: Language of the words around the texts of the acts.
        least: Lowest severity to show; the summary counts all findings.
    """
    sections = [
        _section(report, methodology, lang, least, f"a{number}-") for number, report in enumerate(reports, 1)
    ]
    told: Callable[..., str] = partial(_say, lang)
    text = (
        _environment()
        .get_template("page.html.jinja")
        .render(
            lang=lang,
            say=told,
            change=partial(change, lang=lang),
            sections=sections,
            severities=SEVERITIES[SEVERITIES.index(least) :],
        )
    )
    return text + "\n"


def _say(lang: MessageLang, code: str, **values: str | int) -> str:
    return say(code, lang, **values)


@cache
def _environment() -> Environment:
    """Templates, always escaping: there is no file type that would switch it off."""
    return Environment(
        loader=PackageLoader("corruptex.conclusion.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _section(
    report: Report, methodology: Methodology, lang: MessageLang, least: Severity, prefix: str
) -> Section:
    verdict = judge([report])
    told = remarks(report, methodology, lang, least)
    procedures = sheets(report, methodology, lang)
    return Section(
        prefix=prefix,
        report=report,
        title=title(report, lang),
        notices=notices(report, lang),
        about=_about(report, lang),
        verdict=conclusion_words(verdict, lang),
        counts=counts(report, lang, least),
        remarks=told,
        rows=rows(report.act, told),
        sheets=procedures,
        sheet_counts=sheet_counts(procedures, lang),
        changes=differences(report, lang),
        changes_sentence=changes_sentence(report, lang),
        gone=gone(report, methodology, lang),
        gone_sentence=gone_sentence(report, lang),
        handed=handed(report, lang),
        map_counts=map_counts(report, lang),
        cited=listed(report, lang),
        reference_sentence=reference_sentence(report, lang),
        person=tuple((code, methodology.factors[code].name[lang]) for code in report.factors_for_person),
    )


def _about(report: Report, lang: MessageLang) -> tuple[tuple[str, str], ...]:
    spoken = ", ".join(say(f"conclusion_language_{code}", lang) for code in languages(report))
    checked = say("conclusion_checked", lang, norms=report.norms_checked, factors=len(report.factors_checked))
    values = (
        ("conclusion_label_kind", say(f"conclusion_kind_{report.act.kind}", lang)),
        ("conclusion_label_language", spoken),
        ("conclusion_label_file", file_name(report)),
        ("conclusion_row_hash", sha256(report)),
        ("conclusion_label_checked", checked),
        ("conclusion_label_versions", f"corruptex {report.tool_version}; {report.methodology_version}"),
    )
    return tuple((say(code, lang), value) for code, value in values)
