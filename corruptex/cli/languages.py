"""``corruptex languages``: the Kyrgyz and the Russian text of one act compared."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from corruptex.cli import options
from corruptex.cli.codes import CLEAN, FINDINGS
from corruptex.cli.console import Progress, has_colour, width
from corruptex.cli.files import guard_output, write
from corruptex.cli.language import message_language
from corruptex.messages import say
from corruptex.model import MessageLang, Severity

if TYPE_CHECKING:
    from corruptex.bilingual import Comparison

Format = Literal["text", "json", "md"]
File = Annotated[str, typer.Argument(metavar="FILE", help="cli_help_languages_file")]
OtherFile = Annotated[str | None, typer.Argument(metavar="OTHER", help="cli_help_languages_other")]


def languages(
    one: File,
    other: OtherFile = None,
    *,
    format: Annotated[Format, typer.Option("--format", "-f", help="cli_help_format")] = "text",  # noqa: A002
    output: Annotated[Path | None, typer.Option("--output", "-o", help="cli_help_output")] = None,
    lang: options.Lang = None,
    min_severity: Annotated[Severity, typer.Option("--min-severity", help="cli_help_min_severity")] = "low",
    quiet: options.Quiet = False,
    ocr: options.Ocr = False,
) -> None:
    """Compare the two language versions of an act."""
    from corruptex.conclusion.languages_remarks import shown  # noqa: PLC0415  # not needed for --help

    names = [one, other] if other else [one]
    guard_output(output, names)
    comparison = _compare(names, message_language(lang), ocr=ocr, quiet=quiet)
    spoken = message_language(lang, comparison.ky.lang)
    content = _render(comparison, format, spoken, min_severity, quiet=quiet, to_screen=output is None)
    write(content, output, spoken, quiet)
    raise typer.Exit(FINDINGS if shown(comparison, min_severity) else CLEAN)


def _compare(names: Sequence[str], lang: MessageLang, *, ocr: bool, quiet: bool) -> Comparison:
    """Read the files and compare the versions; one file is split where its language changes."""
    from corruptex.bilingual import compare, split_versions  # noqa: PLC0415  # not needed for --help
    from corruptex.reading import read  # noqa: PLC0415
    from corruptex.structure import parse  # noqa: PLC0415

    sources = []
    with Progress().running(not quiet) as progress:
        for number, name in enumerate(names, 1):
            progress.tell(say("cli_checking", lang, name=Path(name).name, number=number, total=len(names)))
            sources.append(read(Path(name), ocr=ocr))
        one, other = sources if len(sources) == 2 else split_versions(sources[0])
        return compare(parse(one), parse(other))


def _render(
    comparison: Comparison,
    form: Format,
    lang: MessageLang,
    least: Severity,
    *,
    quiet: bool,
    to_screen: bool,
) -> str:
    from corruptex.conclusion import (  # noqa: PLC0415  # not needed for --help
        languages_json,
        languages_markdown,
        languages_text,
    )

    if form == "json":
        return languages_json.render(comparison, least)
    if form == "md":
        return languages_markdown.render(comparison, lang, least)
    if quiet:
        return languages_text.render_summary(comparison, lang)
    columns, colour = (width(), has_colour(sys.stdout)) if to_screen else (80, False)
    return languages_text.render(comparison, lang, least=least, width=columns, colour=colour)
