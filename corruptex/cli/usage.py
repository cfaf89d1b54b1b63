"""Mistakes of usage in the language of the user: Typer itself speaks only English."""

from __future__ import annotations

import re
from typing import Any

from corruptex.messages import say
from corruptex.model import MessageLang


def usage_mistake(error: Any, lang: MessageLang) -> list[str]:
    """Say a mistake of usage in one or two lines.

    Args:
        error: An error of Typer that has ``format_message``; its classes are told by their names,
            since they are not public in all versions of Typer.
        lang: Language of the message.

    Returns:
        What is wrong, and the command that shows the help; nothing if Typer has printed the help.
    """
    kind, original = type(error).__name__, error.format_message()
    if not original:
        return []
    parameter, context = getattr(error, "param", None), getattr(error, "ctx", None)
    if kind == "NoSuchOption":
        text = say("cli_usage_option", lang, name=error.option_name)
    elif kind == "MissingParameter" and parameter is not None:
        text = say("cli_usage_missing", lang, name=_name(parameter))
    elif kind == "BadParameter" and parameter is not None and len(_quoted(error.message)) > 1:
        # «'zip' is not one of 'text', 'json'»: the wrong value comes first.
        allowed = ", ".join(_quoted(error.message)[1:])
        text = say("cli_usage_value", lang, name=_name(parameter), allowed=allowed)
    else:
        text = say("cli_usage_other", lang, text=original)
    lines = [say("cli_error", lang, text=text)]
    return [*lines, f"{context.command_path} --help"] if context is not None else lines


def _quoted(message: str) -> list[str]:
    return re.findall(r"'([^']*)'", message)


def _name(parameter: Any) -> str:
    """Name of a parameter as the user types it."""
    return str(parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar)
