"""Options that several commands take. Their help is a key of ``corruptex/messages/cli.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from corruptex.model import MessageLang

Files = Annotated[list[str], typer.Argument(metavar="FILE", help="cli_help_files")]
Lang = Annotated[MessageLang | None, typer.Option("--lang", help="cli_help_lang")]
Profile = Annotated[str, typer.Option("--profile", help="cli_help_profile")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="cli_help_quiet")]
Ocr = Annotated[bool, typer.Option("--ocr", help="cli_help_ocr")]
Papers = Annotated[list[str] | None, typer.Option("--papers", metavar="FILE", help="cli_help_papers")]
Base = Annotated[str | None, typer.Option("--base", metavar="FILE", help="cli_help_base")]
RegisterFile = Annotated[
    Path | None, typer.Option("--register", metavar="FILE", help="cli_help_register_option")
]
