"""The languages report as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from corruptex.bilingual.model import Comparison
from corruptex.conclusion.languages_remarks import Shown, Told, about, summary, tell_all
from corruptex.conclusion.markdown import escape
from corruptex.messages import say, tell
from corruptex.model import MessageLang, Severity


def render(comparison: Comparison, lang: MessageLang, least: Severity = "low") -> str:
    """Write a comparison as Markdown.

    Args:
        comparison: The comparison.
        lang: Language of the messages.
        least: Lowest severity to show; the summary counts all.
    """
    return "\n".join(_lines(comparison, lang, least)) + "\n"


def _lines(comparison: Comparison, lang: MessageLang, least: Severity) -> Iterator[str]:
    yield f"# {escape(say('languages_title', lang))}"
    yield ""
    yield escape(about(comparison, lang))
    yield ""
    for notice in comparison.notices:
        yield f"> **{say('conclusion_label_notice', lang)}:** {escape(tell(notice, lang))}"
        yield ""
    yield f"**{summary(comparison, lang)}**"
    yield ""
    for told in tell_all(comparison, lang, least):
        yield from _divergence(told, lang)
    yield f"*{say('conclusion_draft_note', lang)}*"


def _divergence(told: Told, lang: MessageLang) -> Iterator[str]:
    item = told.divergence
    severity = say(f"conclusion_severity_{item.severity}", lang)
    yield f"## {item.id}. {escape(told.kind)} ({severity}, {told.state})"
    yield ""
    rows = (
        ("languages_label_ky", _side(told.ky)),
        ("languages_label_ru", _side(told.ru)),
        ("languages_label_says", escape(told.says)),
        ("conclusion_label_why", escape(told.why)),
        ("languages_label_freer", escape(told.freer)),
        ("conclusion_label_fix", escape(told.fix)),
        ("languages_label_question", escape(told.question)),
    )
    for label, value in rows:
        if value:
            yield f"- **{say(label, lang)}:** {value}"
    yield ""


def _side(shown: Shown) -> str:
    words = f"**{escape(shown.words)}**" if shown.words else ""
    return f"{escape(shown.citation)}: {escape(shown.before)}{words}{escape(shown.after)}"
