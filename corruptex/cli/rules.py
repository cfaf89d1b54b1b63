"""``corruptex rules list | show | test``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from corruptex.cli import options
from corruptex.cli.codes import CLEAN, FINDINGS
from corruptex.cli.console import has_colour, width
from corruptex.cli.explain import write_rule
from corruptex.cli.language import message_language
from corruptex.messages import CorruptexError, say

app = typer.Typer(no_args_is_help=True)

Names = Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="cli_help_rule")]
Name = Annotated[str, typer.Argument(metavar="ID", help="cli_help_rule")]


@app.command("list", help="cli_help_rules_list")
def list_rules(lang: options.Lang = None) -> None:
    """List the rules by factor."""
    from corruptex.conclusion.layout import TextPage  # noqa: PLC0415  # not needed for --help
    from corruptex.methodology import load  # noqa: PLC0415

    spoken = message_language(lang)
    rules = load().rules.values()
    page = TextPage(width(), has_colour(sys.stdout))
    order = list(load().factors)
    for rule in sorted(rules, key=lambda rule: (order.index(rule.factor), rule.id)):
        page.line(f"{rule.factor:<4}{rule.id} — {rule.title[spoken]}")
    page.line(say("cli_rules_count", spoken, count=len(rules)), "dim")
    sys.stdout.write(page.text())


@app.command("show", help="cli_help_rules_show")
def show_rule(name: Name, lang: options.Lang = None) -> None:
    """Show one rule."""
    from corruptex.conclusion.layout import TextPage  # noqa: PLC0415  # not needed for --help
    from corruptex.methodology import load  # noqa: PLC0415

    methodology, spoken = load(), message_language(lang)
    if name not in methodology.rules:
        raise CorruptexError("rule_unknown", name=name)
    rule = methodology.rules[name]
    page = TextPage(width(), has_colour(sys.stdout))
    write_rule(page, rule, spoken)
    page.fields(
        [
            (
                say("conclusion_factor_short", spoken),
                f"{rule.factor} {methodology.factors[rule.factor].name[spoken]}",
            ),
            (say("conclusion_label_severity", spoken), say(f"conclusion_severity_{rule.severity}", spoken)),
            (say("conclusion_label_why", spoken), rule.why[spoken]),
            (say("conclusion_label_fix", spoken), rule.fix[spoken]),
            (say("cli_rule_file", spoken), rule.path),
        ]
    )
    sys.stdout.write(page.text())


@app.command("test", help="cli_help_rules_test")
def try_rules(names: Names = None, lang: options.Lang = None) -> None:
    """Run the examples of rules; a wrong one is told with its file."""
    from corruptex.detection import proof  # noqa: PLC0415  # not needed for --help
    from corruptex.methodology import load  # noqa: PLC0415

    spoken, methodology, ids = message_language(lang), load(), names or []
    failures = proof.run(methodology, ids)
    examples = proof.count(methodology, ids)
    for failure in failures:
        told = say(failure.message, spoken, found=failure.found)
        print(f"{failure.path}: {failure.rule_id} ({failure.lang}, {failure.kind}): {told}")
        if failure.text:
            print(f"    {failure.text}")
    if failures:
        print(say("cli_rules_failed", spoken, failures=len(failures), examples=examples))
        raise typer.Exit(FINDINGS)
    rules = len(ids) or len(methodology.rules)
    print(say("cli_rules_passed", spoken, rules=rules, examples=examples))
    raise typer.Exit(CLEAN)
