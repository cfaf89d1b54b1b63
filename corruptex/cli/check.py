"""``corruptex check``: findings in acts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from corruptex.cli import options
from corruptex.cli.codes import BAD_INPUT, CLEAN, FINDINGS
from corruptex.cli.console import has_colour, width
from corruptex.cli.files import check_beside, guard_format, guard_output, write
from corruptex.cli.language import message_language
from corruptex.messages import CorruptexError
from corruptex.model import MessageLang, Report, Severity

if TYPE_CHECKING:
    from corruptex.methodology import Methodology

Format = Literal["text", "json", "md", "html", "docx"]


def check(
    files: options.Files,
    *,
    format: Annotated[Format, typer.Option("--format", "-f", help="cli_help_format")] = "text",  # noqa: A002
    output: Annotated[Path | None, typer.Option("--output", "-o", help="cli_help_output")] = None,
    lang: options.Lang = None,
    profile: options.Profile = "auto",
    min_severity: Annotated[Severity, typer.Option("--min-severity", help="cli_help_min_severity")] = "low",
    quiet: options.Quiet = False,
    ocr: options.Ocr = False,
    papers: options.Papers = None,
    register: options.RegisterFile = None,
    base: options.Base = None,
    sheets: Annotated[bool, typer.Option("--sheets", help="cli_help_sheets")] = False,
) -> None:
    """Check acts and report what was found."""
    if format == "docx" and output is None:
        raise CorruptexError("cli_output_needed")
    guard_format(output, is_word=format == "docx")
    guard_output(output, [*files, *(papers or ()), *([base] if base else ())])
    _load_rules()
    spoken = message_language(lang)
    reports, all_read = check_beside(
        files, spoken, profile=profile, ocr=ocr, quiet=quiet, papers=papers, register=register, base=base
    )
    if reports:
        content = _render(
            reports, format, lang, min_severity, quiet=quiet, to_screen=output is None, full_sheets=sheets
        )
        write(content, output, spoken, quiet)
    if not all_read:
        raise typer.Exit(BAD_INPUT)
    raise typer.Exit(FINDINGS if _any_shown(reports, min_severity) else CLEAN)


def _load_rules() -> None:
    """Load the methodology once and before the files: a mistake in a rule is no fault of a file."""
    from corruptex.methodology import load  # noqa: PLC0415  # not needed for --help

    load()


def _any_shown(reports: Sequence[Report], least: Severity) -> bool:
    from corruptex.conclusion.remarks import shown  # noqa: PLC0415  # not needed for --help

    return any(
        shown(report, least) or shown(replace(report, findings=report.own), least) for report in reports
    )


def _render(
    reports: Sequence[Report],
    form: Format,
    lang: MessageLang | None,
    least: Severity,
    *,
    quiet: bool,
    to_screen: bool,
    full_sheets: bool,
) -> str | bytes:
    """Write reports in one form. A conclusion in Word always holds all findings, as its verdict does."""
    from corruptex.conclusion import docx, html, json, markdown  # noqa: PLC0415  # not needed for --help
    from corruptex.methodology import load  # noqa: PLC0415

    methodology, main = load(), reports[0].act.lang
    spoken = message_language(lang, main)
    if form == "json":
        return json.render(reports, methodology, least)
    if form == "md":
        return markdown.render(reports, methodology, spoken, least)
    if form == "html":
        return html.render(reports, methodology, spoken, least)
    if form == "docx":
        return docx.render(reports, methodology, main if spoken == "en" else spoken)
    return _render_text(
        reports, methodology, lang, least, quiet=quiet, to_screen=to_screen, full_sheets=full_sheets
    )


def _render_text(
    reports: Sequence[Report],
    methodology: Methodology,
    lang: MessageLang | None,
    least: Severity,
    *,
    quiet: bool,
    to_screen: bool,
    full_sheets: bool,
) -> str:
    from corruptex.conclusion import text  # noqa: PLC0415  # not needed for --help

    if quiet:
        return "".join(
            text.render_summary(report, message_language(lang, report.act.lang), least) for report in reports
        )
    columns, colour = (width(), has_colour(sys.stdout)) if to_screen else (80, False)
    return "\n".join(
        text.render(
            report,
            methodology,
            message_language(lang, report.act.lang),
            least=least,
            width=columns,
            colour=colour,
            full_sheets=full_sheets,
        )
        for report in reports
    )
