"""``corruptex conclusion``: the draft of an expert's conclusion in Word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from corruptex.cli import options
from corruptex.cli.codes import BAD_INPUT, CLEAN, FINDINGS
from corruptex.cli.files import check_beside, guard_format, guard_output, write
from corruptex.cli.language import message_language
from corruptex.conclusion.requisites import Kind, check_names
from corruptex.conclusion.verdict import Stage
from corruptex.messages import CorruptexError
from corruptex.model import Lang


def conclusion(
    files: options.Files,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="cli_help_output_docx")],
    lang: Annotated[Lang | None, typer.Option("--lang", help="cli_help_conclusion_lang")] = None,
    kind: Annotated[Kind, typer.Option("--kind", help="cli_help_kind")] = "authorised",
    field: Annotated[list[str] | None, typer.Option("--field", help="cli_help_field")] = None,
    stage: Annotated[Stage | None, typer.Option("--stage", help="cli_help_stage")] = None,
    profile: options.Profile = "auto",
    quiet: options.Quiet = False,
    ocr: options.Ocr = False,
    papers: options.Papers = None,
    register: options.RegisterFile = None,
    base: options.Base = None,
) -> None:
    """Check the files of one draft and write one conclusion on all of them."""
    from corruptex.conclusion import docx  # noqa: PLC0415  # not needed for --help
    from corruptex.methodology import load  # noqa: PLC0415

    fields = _fields(field or [])
    check_names(kind, fields)
    methodology = load()
    guard_format(output, is_word=True)
    guard_output(output, [*files, *(papers or ()), *([base] if base else ())])
    spoken = message_language(lang)
    reports, all_read = check_beside(
        files, spoken, profile=profile, ocr=ocr, quiet=quiet, papers=papers, register=register, base=base
    )
    if reports:
        written = lang or reports[0].act.lang
        content = docx.render(reports, methodology, written, kind=kind, fields=fields, stage=stage)
        write(content, output, spoken, quiet)
    if not all_read:
        raise typer.Exit(BAD_INPUT)
    raise typer.Exit(FINDINGS if any(report.findings or report.own for report in reports) else CLEAN)


def _fields(texts: Sequence[str]) -> dict[str, str]:
    """Read ``name=value`` words.

    Raises:
        CorruptexError: If one has another form.
    """
    fields = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise CorruptexError("cli_field_form", text=text)
        fields[name.strip()] = value.strip()
    return fields
