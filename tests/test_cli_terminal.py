"""The terminal: encodings, colours, progress, speed of --help."""

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corruptex.cli import console
from corruptex.cli.language import message_language

ROOT = Path(__file__).parents[1]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def run(*words, **environment):
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *words],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
        cwd=ROOT,
    )


def test_kyrgyz_letters_come_out_as_utf8_whatever_the_console():
    done = run("--help", LANG="ky_KG.UTF-8", LC_ALL="", PYTHONIOENCODING="cp1251")
    assert done.returncode == 0
    assert "коррупцияга каршы" in done.stdout.decode("utf-8")
    assert "ү" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "module", ["pymorphy3", "lxml", "docx", "pypdfium2", "corruptex.detection", "corruptex.reading"]
)
def test_help_imports_nothing_heavy(module):
    code = (
        "import sys; from corruptex.cli import main; code = main(['check', '--help']);"
        f"sys.exit(code or ({module!r} in sys.modules))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT).returncode
        == 0
    )


@pytest.mark.parametrize(
    ("variables", "expected"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_only_on_a_terminal_and_never_against_no_color(variables, expected, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert console.has_colour(Terminal()) is expected
    assert console.has_colour(io.StringIO()) is False


@pytest.mark.parametrize(
    ("asked", "locale", "act", "expected"),
    [
        ("ky", "ru_RU.UTF-8", "ru", "ky"),
        (None, "ru_RU.UTF-8", "ky", "ru"),
        (None, "ky_KG", "ru", "ky"),
        (None, "ky-KG", "ru", "ky"),
        (None, "en_US.UTF-8", "ky", "en"),
        (None, "C.UTF-8", "ky", "ky"),
        (None, "POSIX", "ru", "ru"),
        (None, "de_DE.UTF-8", "ky", "ky"),
        (None, "", None, "en"),
        ("de", "", None, "en"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows also has a language of its own")
def test_language_of_messages(asked, locale, act, expected, monkeypatch):
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", locale)
    assert message_language(asked, act) == expected


def test_long_work_shows_progress_on_a_terminal_only(monkeypatch):
    monkeypatch.setattr(console, "PROGRESS_AFTER", 0.05)

    def work(stream, wanted=True):
        monkeypatch.setattr(sys, "stderr", stream)
        with console.Progress().running(wanted) as progress:
            progress.tell("мыйзам.docx")
            time.sleep(0.6)
        return stream.getvalue()

    assert "мыйзам.docx" in work(Terminal())
    assert work(io.StringIO()) == ""
    assert work(Terminal(), wanted=False) == ""


def test_short_work_shows_nothing(monkeypatch):
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with console.Progress().running() as progress:
        progress.tell("мыйзам.docx")
    assert stream.getvalue() == ""
