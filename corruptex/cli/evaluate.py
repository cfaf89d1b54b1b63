"""``corruptex evaluate``: findings scored against annotated acts."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from corruptex.cli import options
from corruptex.cli.language import message_language

Gold = Annotated[list[Path], typer.Argument(metavar="GOLD...", help="cli_help_gold")]


def evaluate(
    gold: Gold,
    *,
    by_code: Annotated[bool, typer.Option("--by-code", help="cli_help_by_code")] = False,
    by_act: Annotated[bool, typer.Option("--by-act", help="cli_help_by_act")] = False,
    errors: Annotated[int, typer.Option("--errors", min=0, help="cli_help_errors")] = 0,
    predictions: Annotated[Path | None, typer.Option("--predictions", help="cli_help_predictions")] = None,
    profile: options.Profile = "auto",
    lang: options.Lang = None,
) -> None:
    """Score findings by the definitions of the gold set."""
    from corruptex import check  # noqa: PLC0415  # not needed for --help
    from corruptex.scoring import evaluation, report  # noqa: PLC0415
    from corruptex.scoring.gold import read_gold  # noqa: PLC0415

    result = evaluation.Evaluation()
    written: list[str] = []
    for path in gold:
        for act in read_gold(path):
            found = [
                (f.start, f.end, f.code, f.confidence) for f in check(act.text, profile=profile).findings
            ]
            evaluation.evaluate([act], {act.name: [place[:3] for place in found]}, result)
            written += [
                json.dumps(
                    {"act": act.name, "start": start, "end": end, "code": code, "confidence": confidence},
                    ensure_ascii=False,
                )
                for start, end, code, confidence in found
            ]
    if predictions is not None:
        predictions.write_text("".join(f"{line}\n" for line in written), encoding="utf-8")
    for line in report.lines(
        result, message_language(lang, "ru"), by_code=by_code, by_act=by_act, errors=errors
    ):
        sys.stdout.write(f"{line}\n")
