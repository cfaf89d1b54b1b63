"""The terminal: encodings, colours, complaints, progress."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from typing import TextIO

PROGRESS_AFTER = 1.0
"""Seconds of work after which progress is shown."""


def prepare_streams() -> None:
    """Make the output able to hold ө, ү, ң on every system: UTF-8, never an encoding error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def complain(line: str) -> None:
    """Write one line to the standard error stream."""
    print(line, file=sys.stderr)


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def has_colour(stream: TextIO) -> bool:
    """Whether to colour: only on a terminal, and not against ``NO_COLOR`` (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Progress:
    """What is being worked on, shown on a terminal once the work has taken a second."""

    def __init__(self) -> None:
        self._text = ""
        self._lock = threading.Lock()
        self._done = threading.Event()

    def tell(self, text: str) -> None:
        """Say what is being worked on now."""
        with self._lock:
            self._text = text

    def _show(self) -> None:
        if self._done.wait(PROGRESS_AFTER):
            return
        from rich.console import Console  # noqa: PLC0415  # only for long work
        from rich.text import Text  # noqa: PLC0415

        console = Console(stderr=True)
        with console.status("") as status:
            while not self._done.wait(0.2):
                with self._lock:
                    status.update(Text(self._text))

    @contextlib.contextmanager
    def running(self, wanted: bool = True) -> Iterator[Progress]:
        """Show progress while the block runs, if it is wanted and the error stream is a terminal."""
        if not wanted or not sys.stderr.isatty():
            yield self
            return
        thread = threading.Thread(target=self._show, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._done.set()
            thread.join()
