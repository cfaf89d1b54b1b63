"""The parts of a conclusion before and after the findings."""

from __future__ import annotations

from collections.abc import Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from corruptex.conclusion.docx.page import WIDTH, Page, Piece
from corruptex.conclusion.json import sha256
from corruptex.conclusion.remarks import file_name, languages, notices, papers
from corruptex.conclusion.requisites import Requisites, Value, label
from corruptex.conclusion.verdict import Verdict, formula, risk_words
from corruptex.messages import say
from corruptex.methodology import Methodology
from corruptex.model import Report

_LABEL_WIDTH = 5.5
Row = tuple[str, list[Piece]]


def write_opening(page: Page, reports: Sequence[Report], fields: Requisites) -> None:
    """Write who concludes, number and date, addressee and title."""
    lang = page.lang
    author = fields["body"] if fields.kind == "authorised" else fields["expert"]
    page.paragraph(author, align=WD_ALIGN_PARAGRAPH.CENTER, indent=False, after=12)
    number = page.table((5.5, 5.5, 5.5), borders=False)
    cells = page.row(
        number,
        [
            [f"{say('conclusion_column_number', lang)} ", fields["number"]],
            [fields["date"]],
            [fields["place"]],
        ],
    )
    cells[1].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    cells[2].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    page.gap()
    addressees = [fields["addressee"]]
    if fields.kind == "independent":
        addressees.append(fields["coordinator"])
    for addressee in addressees:
        paragraph = page.paragraph(addressee, align=WD_ALIGN_PARAGRAPH.LEFT, indent=False)
        paragraph.paragraph_format.left_indent = Cm(9)
    page.gap(12)
    word = (say("conclusion_title_word", lang),)
    subtitle = (say(f"conclusion_title_{fields.kind}", lang),)
    for line in (word, subtitle) if lang == "ru" else (subtitle, word):
        page.paragraph(line, align=WD_ALIGN_PARAGRAPH.CENTER, indent=False)
    page.paragraph(act_title(reports, fields), align=WD_ALIGN_PARAGRAPH.CENTER, indent=False, after=6)


def act_title(reports: Sequence[Report], fields: Requisites) -> Value:
    """Titles of the acts as printed, each once; a blank if none was recognised."""
    titles = dict.fromkeys(report.act.title for report in reports if report.act.title)
    return fields.given.get("title") or "; ".join(titles) or fields["title"]


def write_general(
    page: Page, reports: Sequence[Report], fields: Requisites, verdict: Verdict, methodology: Methodology
) -> None:
    """Write what was examined, by whom, on what basis and with what."""
    lang = page.lang
    page.heading(say("conclusion_part_general", lang))
    page.sentence(
        f"conclusion_intro_{verdict.stage}",
        act=act_title(reports, fields),
        basis=fields["basis"],
        received=fields["received"],
        methodology=methodology.version,
        after=6,
    )
    table = page.table((_LABEL_WIDTH, WIDTH - _LABEL_WIDTH))
    for name, value in _general_rows(page, reports, fields, verdict, methodology):
        page.row(table, [[name], value])


def _general_rows(
    page: Page, reports: Sequence[Report], fields: Requisites, verdict: Verdict, methodology: Methodology
) -> list[Row]:
    lang = page.lang

    def field(name: str) -> Row:
        return _capital(label(name, lang)), [fields[name]]

    people: tuple[str, ...] = ("unit",)
    if fields.kind == "independent":
        people = (
            "contact",
            "accreditation_number",
            "accreditation_date",
            "accreditation_issuer",
            "accreditation_validity",
            "discussion",
        )
    act_kind: Value = fields["kind"]
    if "kind" not in fields.given and reports[0].act.kind != "other":
        act_kind = say(f"conclusion_kind_{reports[0].act.kind}", lang)
    versions = say(
        "conclusion_methodology",
        lang,
        methodology=methodology.version,
        tool=reports[0].tool_version,
        mapping=methodology.mapping[lang],
    )
    rows: list[Row] = [
        *(field(name) for name in people),
        field("period"),
        (_capital(label("kind", lang)), [act_kind]),
        (say("conclusion_row_stage", lang), [say(f"conclusion_stage_{verdict.stage}", lang)]),
        field("version"),
        field("link"),
    ]
    for report in reports:
        spoken = ", ".join(say(f"conclusion_language_{code}", lang) for code in languages(report))
        rows += [
            (say("conclusion_row_object", lang), [f"{file_name(report)} ({spoken})"]),
            (say("conclusion_row_hash", lang), [sha256(report)]),
        ]
    documents: Row = field("documents")
    studied = papers(reports, lang)
    if "documents" not in fields.given and studied:
        documents = (documents[0], ["; ".join(studied)])
    return [*rows, documents, (say("conclusion_row_methodology", lang), [versions])]


def write_context(page: Page, fields: Requisites, verdict: Verdict) -> None:
    """Write what the act is about and, where an authorised body examines a draft, how it was prepared."""
    page.heading(say("conclusion_part_subject", page.lang))
    page.paragraph(fields["subject"])
    if fields.kind == "authorised" and verdict.stage == "draft":
        page.heading(say("conclusion_part_process", page.lang))
        page.paragraph(fields["process"])


def write_limits(page: Page, reports: Sequence[Report], fields: Requisites, methodology: Methodology) -> None:
    """Write other remarks, what was not examined and what the conclusion is not."""
    lang = page.lang
    page.heading(say("conclusion_part_remarks", lang))
    page.paragraph(fields["remarks"])
    page.heading(say("conclusion_part_limits", lang))
    page.sentence(
        "conclusion_limits_scope",
        norms=str(sum(report.norms_checked for report in reports)),
        factors=", ".join(dict.fromkeys(code for report in reports for code in report.factors_checked)),
    )
    for notice in dict.fromkeys(notice for report in reports for notice in notices(report, lang)):
        page.paragraph(notice)
    person = dict.fromkeys(code for report in reports for code in report.factors_for_person)
    if person:
        lead = page.sentence("conclusion_limits_person", after=3)
        lead.paragraph_format.keep_with_next = True
        table = page.table((1.5, WIDTH - 1.5))
        for code in person:
            page.row(table, [[code], [methodology.factors[code].name[lang]]])
        page.gap()
    page.sentence("conclusion_limits_recommendation")
    page.sentence("conclusion_limits_software", tool=reports[0].tool_version)


def write_verdict(page: Page, verdict: Verdict) -> None:
    """Write the formula of the verdict and the risk class."""
    page.heading(say("conclusion_part_verdict", page.lang))
    page.paragraph((formula(verdict, page.lang),)).paragraph_format.keep_with_next = True
    risk = risk_words(verdict, page.lang)
    if risk:
        page.paragraph(risk, after=12).paragraph_format.keep_with_next = True


def write_signatures(page: Page, fields: Requisites) -> None:
    """Write the declaration of an independent expert and the place for signatures."""
    lang = page.lang
    signers: list[tuple[Piece, Piece]]
    contact: list[Piece] = []
    if fields.kind == "authorised":
        signers = [(fields["head_post"], fields["head"]), (fields["executor_post"], fields["executor"])]
        contact = [f"{_capital(label('phone', lang))}: ", fields["phone"]]
    else:
        page.heading(say("conclusion_part_interest", lang))
        page.paragraph(fields["interest"], after=12).paragraph_format.keep_with_next = True
        signers = [(say("conclusion_expert", lang), fields["expert"])]
    table = page.table((6, 4.5, 6), borders=False)
    for post, name in signers:
        cells = page.row(table, [[post], ["______________ "], [name]], keep=True)
        note = cells[1].add_paragraph(say("conclusion_signature", lang), style="Table Text")
        for paragraph in (cells[1].paragraphs[0], note):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.keep_with_next = True
        for cell in (cells[0], cells[2]):
            cell.paragraphs[0].paragraph_format.space_after = Pt(10)
    page.row(table, [[f"{_capital(label('signed', lang))}: ", fields["signed"]], [], contact])
    page.gap()  # a body that ends with a table is not read alike by all editors


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
