"""The report on a terminal."""

import re
from dataclasses import replace

import pytest

from corruptex.conclusion import text
from corruptex.model import Notice
from tests import reports

METHODOLOGY = reports.methodology()
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_a_finding_says_where_what_who_why_and_how_to_repair():
    shown = text.render(reports.report(), METHODOLOGY, "ru")
    assert "F2  п. 1 ч. 2 ст. 1  [высокая]" in shown
    joined = " ".join(shown.split())
    for words in (
        "D4 основания для отказа не закрыты (п. 3а)",
        "Мэрия вправе: [[отказать в выдаче разрешения по иным основаниям]];",
        "«Мэрия» (государственный или муниципальный орган, должностное лицо)",
        "Служащий мог бы затягивать дело",
        "Назвать срок в рабочих днях.",
        "Не найдено закрытый перечень — в статье; срок в днях — во всём акте",
        "Найдено названный акт — в этой норме",
    ):
        assert words in joined


def test_the_kyrgyz_view_is_kyrgyz_throughout():
    shown = text.render(reports.report("ky"), METHODOLOGY, "ky")
    assert "1-берененин 2-бөлүгүнүн 1-пункту" in shown
    assert "Эскертүүлөр: 3" in shown
    for russian in ("Норма ", "Почему", "Замечаний", "степен", "выявлен"):
        assert russian not in shown


@pytest.mark.parametrize("width", [40, 80, 100, 200])
@pytest.mark.parametrize("lang", ["ru", "ky", "en"])
def test_no_line_is_wider_than_the_terminal_or_than_a_page(width, lang):
    shown = text.render(reports.report("ky"), METHODOLOGY, lang, width=width)
    assert max(map(len, shown.splitlines())) <= min(width, 100)


def test_colours_only_when_asked_and_then_no_brackets():
    plain = text.render(reports.report(), METHODOLOGY, "ru")
    coloured = text.render(reports.report(), METHODOLOGY, "ru", colour=True)
    assert "\x1b" not in plain
    assert "[[" in plain
    assert "\x1b[" in coloured
    assert "[[" not in ANSI.sub("", coloured)


def test_notices_stand_before_findings():
    notice = Notice("cli_saved", {"name": "проба"})
    shown = text.render(reports.report(notices=(notice,)), METHODOLOGY, "ru")
    assert 0 < shown.index("! Внимание") < shown.index("F1")


def test_the_summary_counts_what_is_not_shown():
    shown = " ".join(text.render(reports.report(), METHODOLOGY, "ru", least="high").split())
    assert "F1 " not in shown
    assert "Замечаний: 3 (критических — 0, высоких — 2, средних — 1, низких — 0). Не показано" in shown
    assert "Не показано ниже заданной степени: 1." in shown


def test_an_act_without_findings_says_so():
    shown = text.render(reports.report(count=0), METHODOLOGY, "en")
    assert "No corruption-generating factors were found in the draft." in shown
    assert "Not shown" not in shown


def test_escape_sequences_in_an_act_do_not_reach_the_terminal():
    shown = text.render(reports.spoilt("ru", " \x1b[2Jстёрто \x07 \x9b31m"), METHODOLOGY, "ru")
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\x9b" not in shown
    assert "стёрто" in shown


def test_square_brackets_of_an_act_are_not_taken_for_markup():
    shown = text.render(reports.spoilt("ru", " [bold]слово[/bold] :smile:"), METHODOLOGY, "ru")
    assert "[bold]слово[/bold] :smile:" in " ".join(shown.split())


def test_a_cure_without_words_of_its_own_is_named_by_its_id():
    base = reports.report(count=1)
    cure = replace(base.findings[0].cures[0], kind="very_new_cure")
    report = replace(base, findings=(replace(base.findings[0], cures=(cure,)),))
    assert "very new cure" in text.render(report, METHODOLOGY, "ru")
