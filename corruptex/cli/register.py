"""``corruptex register build | list``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from corruptex.cli import options
from corruptex.cli.codes import BAD_INPUT, CLEAN
from corruptex.cli.console import Progress, complain
from corruptex.cli.language import message_language
from corruptex.messages import CorruptexError, say

app = typer.Typer(no_args_is_help=True)

Inputs = Annotated[list[Path], typer.Argument(metavar="FILE", help="cli_help_register_inputs")]
Out = Annotated[Path, typer.Option("--out", "-o", help="cli_help_register_out")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="cli_help_register_file")]


@app.command("build", help="cli_help_register_build")
def build_register(
    inputs: Inputs, *, out: Out, lang: options.Lang = None, quiet: options.Quiet = False
) -> None:
    """Build a register; an input that cannot be kept is named, the rest is built."""
    from corruptex.register import build  # noqa: PLC0415  # heavy: reading, structure

    spoken = message_language(lang)
    errors: list[CorruptexError] = []
    with Progress().running(not quiet) as progress:
        count = build(
            inputs,
            out,
            complain=errors.append,
            tell=lambda name: progress.tell(say("cli_register_reading", spoken, name=name)),
        )
    for error in errors:
        text = error.say(spoken)
        name = str(error.values.get("name", ""))
        complain(text if name in text else say("cli_register_skipped", spoken, name=name, problem=text))
    if not quiet:
        complain(say("cli_register_built", spoken, name=str(out), count=count))
    mistaken = any(error.code == "register_no_input" for error in errors)  # what was left out is no failure
    raise typer.Exit(BAD_INPUT if mistaken else CLEAN)


@app.command("list", help="cli_help_register_list")
def list_register(file: File, lang: options.Lang = None) -> None:
    """List the acts of a register, one line each."""
    from corruptex.register import Register  # noqa: PLC0415  # not needed for --help

    spoken = message_language(lang)
    with Register.open(file) as register:
        for entry in register.entries():
            force = f"({say('cli_register_repealed', spoken)})" if entry.status == "repealed" else ""
            parts = (
                entry.date or "—",
                f"№ {entry.number or '—'}",
                entry.title,
                entry.edition,
                force,
            )
            sys.stdout.write("  ".join(part for part in parts if part) + "\n")
