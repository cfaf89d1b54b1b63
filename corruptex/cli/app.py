"""The Typer app: commands joined, help translated, mistakes of usage said in two lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from corruptex import __version__
from corruptex.cli import check, conclusion, evaluate, explain, languages, register, rules
from corruptex.cli.codes import CLEAN
from corruptex.cli.console import complain
from corruptex.cli.usage import usage_mistake
from corruptex.messages import catalogue, say
from corruptex.model import MessageLang

app = typer.Typer(
    name="corruptex",
    help="cli_help_app",
    no_args_is_help=True,
    add_completion=False,
)
app.command("check", help="cli_help_check")(check.check)
app.command("explain", help="cli_help_explain")(explain.explain)
app.add_typer(rules.app, name="rules", help="cli_help_rules")
app.add_typer(register.app, name="register", help="cli_help_register")
app.command("conclusion", help="cli_help_conclusion")(conclusion.conclusion)
app.command("languages", help="cli_help_languages")(languages.languages)
app.command("evaluate", help="cli_help_evaluate")(evaluate.evaluate)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"corruptex {__version__}")
        raise typer.Exit(CLEAN)


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="cli_help_version")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


def run(words: Sequence[str], lang: MessageLang) -> int:
    """Run a command line.

    Args:
        words: Words after the program's name.
        lang: Language of the help.

    Returns:
        Exit code.
    """
    command = typer.main.get_command(app)
    _translate(command, lang)
    try:
        code = command.main(args=list(words), prog_name="corruptex", standalone_mode=False)
    except Exception as error:
        # Typer's own mistakes of usage; its class of them is not public in all versions.
        if not hasattr(error, "format_message"):
            raise
        for line in usage_mistake(error, lang):
            complain(line)
        return int(getattr(error, "exit_code", 2))
    return int(code or CLEAN)


def _translate(command: Any, lang: MessageLang) -> None:
    """Put words in place of the message keys that stand as help texts."""
    if command.help in catalogue():
        command.help = say(command.help, lang)
    command.rich_help_panel = say("cli_panel_commands", lang)
    help_option = command.get_help_option(typer.Context(command))
    if help_option is not None:
        help_option.help = say("cli_help_help", lang)
    for parameter in (*command.params, help_option):
        if parameter is None:
            continue
        if parameter.help in catalogue():
            parameter.help = say(parameter.help, lang)
        is_argument = parameter.param_type_name == "argument"
        parameter.rich_help_panel = say(f"cli_panel_{'arguments' if is_argument else 'options'}", lang)
    for inner in getattr(command, "commands", {}).values():
        _translate(inner, lang)
