"""The languages report as plain text."""

from __future__ import annotations

from rich.text import Text

from corruptex.bilingual.model import Comparison
from corruptex.conclusion.languages_remarks import Shown, Told, about, summary, tell_all
from corruptex.conclusion.layout import TextPage
from corruptex.conclusion.text import COLOURS
from corruptex.messages import say, tell
from corruptex.model import MessageLang, Severity


def render(
    comparison: Comparison,
    lang: MessageLang,
    *,
    least: Severity = "low",
    width: int = 80,
    colour: bool = False,
) -> str:
    """Write a comparison for reading on a terminal.

    Args:
        comparison: The comparison.
        lang: Language of the messages.
        least: Lowest severity to show; the summary counts all.
        width: Columns of the terminal.
        colour: Whether to colour; without colours the words stand in ``[[…]]``.
    """
    page = TextPage(width, colour)
    page.line(say("languages_title", lang), "bold")
    page.line(about(comparison, lang), "dim")
    for notice in comparison.notices:
        page.line(f"! {say('conclusion_label_notice', lang)}: {tell(notice, lang)}", "yellow")
    for told in tell_all(comparison, lang, least):
        page.add()
        _write(page, told, lang)
    page.rule()
    page.line(summary(comparison, lang))
    page.line(say("conclusion_draft_note", lang), "dim")
    return page.text()


def render_summary(comparison: Comparison, lang: MessageLang) -> str:
    """Write a comparison on one line."""
    return f"{about(comparison, lang)}: {summary(comparison, lang)}\n"


def _write(page: TextPage, told: Told, lang: MessageLang) -> None:
    item = told.divergence
    colour = COLOURS[item.severity]
    severity = say(f"conclusion_severity_{item.severity}", lang)
    head = f"{item.id}  {told.kind}"
    page.add(Text.assemble((head, "bold"), "  ", (f"[{severity}, {told.state}]", colour)))
    page.fields(
        [
            (say("languages_label_ky", lang), _side(page, told.ky, colour)),
            (say("languages_label_ru", lang), _side(page, told.ru, colour)),
            (say("languages_label_says", lang), told.says),
            (say("conclusion_label_why", lang), told.why),
            (say("languages_label_freer", lang), told.freer),
            (say("conclusion_label_fix", lang), told.fix),
            (say("languages_label_question", lang), told.question),
        ]
    )


def _side(page: TextPage, shown: Shown, colour: str) -> Text:
    return Text.assemble(
        (f"{shown.citation}: ", "bold"), page.marked(shown.before, shown.words, shown.after, colour)
    )
