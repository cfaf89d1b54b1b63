"""The command line: ``corruptex check | explain | rules | conclusion``.

Nothing heavy is imported before a command needs it, so that ``corruptex --help`` stays fast.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

from corruptex.cli.codes import BAD_INPUT, INTERNAL_ERROR, INTERRUPTED
from corruptex.cli.console import complain, prepare_streams
from corruptex.cli.language import message_language
from corruptex.messages import CorruptexError, say

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Words after the program's name; those of the process if omitted.

    Returns:
        Exit code: 0 nothing found at the asked severity, 1 findings, 2 bad usage or unreadable
        input, 3 internal error.
    """
    prepare_streams()
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    lang = message_language(_asked_language(words))
    try:
        from corruptex.cli.app import run  # noqa: PLC0415  # typer is not needed to report what follows

        return run([word for word in words if word != "--debug"], lang)
    except CorruptexError as error:
        complain(say("cli_error", lang, text=error.say(lang)))
        return BAD_INPUT
    except KeyboardInterrupt:
        complain(say("cli_stopped", lang))
        return INTERRUPTED
    except Exception as error:  # whatever it is, a user gets one line
        if debug:
            traceback.print_exc()
        problem = " ".join(f"{type(error).__name__}: {error}".split())
        complain(say("cli_internal", lang, problem=problem[:200]))
        return INTERNAL_ERROR


def _asked_language(words: Sequence[str]) -> str | None:
    """Value of ``--lang`` before the command line is parsed: errors of parsing need it too."""
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == "--lang":
            return following
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return None
