"""``corruptex explain CODE``: one factor of the methodology."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from corruptex.cli import options
from corruptex.cli.console import has_colour, width
from corruptex.cli.language import message_language
from corruptex.messages import CorruptexError, say
from corruptex.model import MessageLang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from corruptex.conclusion.layout import TextPage
    from corruptex.methodology import Methodology, Rule


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="cli_help_code")],
    lang: options.Lang = None,
) -> None:
    """Explain a factor: what it is, what it makes possible, how to repair it, which rules look for it."""
    from corruptex.methodology import load  # noqa: PLC0415  # not needed for --help

    methodology = load()
    if code.upper() not in methodology.factors:
        raise CorruptexError("cli_factor_unknown", name=code, allowed=", ".join(methodology.factors))
    sys.stdout.write(
        describe(methodology, code.upper(), message_language(lang), width(), has_colour(sys.stdout))
    )


def describe(methodology: Methodology, code: str, lang: MessageLang, columns: int, colour: bool) -> str:
    """Write a factor with its rules and their examples."""
    from corruptex.conclusion.layout import TextPage  # noqa: PLC0415  # not needed for --help

    factor = methodology.factors[code]
    point = methodology.official_point(code)
    page = TextPage(columns, colour)
    page.line(f"{code}  {factor.name[lang]}", "bold")
    checks = "cli_checks_program" if factor.automated else "cli_checks_person"
    page.fields(
        [
            (say("cli_definition", lang), factor.definition[lang]),
            (say("cli_question", lang), factor.question[lang]),
            (say("conclusion_label_scheme", lang), factor.scheme[lang]),
            (say("conclusion_label_fix", lang), factor.fix[lang]),
            (say("conclusion_label_severity", lang), say(f"conclusion_severity_{factor.severity}", lang)),
            (say("cli_official_point", lang), f"{point} — {methodology.mapping[lang]}" if point else "—"),
            (say("cli_who_checks", lang), say(checks, lang)),
        ]
    )
    own = [rule for rule in methodology.rules.values() if rule.factor == code]
    page.add()
    page.line(f"{say('cli_rules', lang)}: {len(own) or say('cli_rules_none', lang)}", "bold")
    for rule in own:
        page.add()
        write_rule(page, rule, lang)
    return page.text()


def write_rule(page: TextPage, rule: Rule, lang: MessageLang) -> None:
    """Write the title of a rule and its examples."""
    page.line(f"{rule.id} — {rule.title[lang]}", "bold")
    page.fields(_examples(page, rule, lang))


def _examples(page: TextPage, rule: Rule, lang: MessageLang) -> Iterator[tuple[str, Text]]:
    for verdict in ("flag", "pass", "todo"):
        for example in rule.examples:
            if example.verdict != verdict:
                continue
            start, end = example.span or (len(example.text), len(example.text))
            text = page.marked(example.text[:start], example.text[start:end], example.text[end:], "yellow")
            for paper in example.papers:
                text.append(f"\n===\n{paper}", "dim")
            yield f"{say(f'cli_examples_{verdict}', lang)} ({example.lang})", text
