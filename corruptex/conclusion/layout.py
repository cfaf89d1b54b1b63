"""Plain text laid out for one width: headings, labelled texts, marked words."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

WIDEST = 100
"""Longer lines tire the eye, however wide the terminal is."""
NARROWEST = 40
LABEL_WIDTH = 16
INDENT = 4


class TextPage:
    """Lines laid out for one width, kept as a string.

    Args:
        width: Columns of the terminal.
        colour: Whether to use colours; without them marked words stand in ``[[…]]``.
    """

    def __init__(self, width: int, colour: bool) -> None:
        self.colour = colour
        self._file = io.StringIO()
        self._console = Console(
            file=self._file,
            width=max(NARROWEST, min(width, WIDEST)),
            force_terminal=colour,
            color_system="standard" if colour else None,
            legacy_windows=False,
            no_color=not colour,
            highlight=False,
            emoji=False,
            markup=False,
        )

    def add(self, item: RenderableType = "") -> None:
        """Add a paragraph; an empty line if nothing is given."""
        self._console.print(item)

    def line(self, text: str, style: str = "") -> None:
        """Add a paragraph in one style."""
        self.add(Text(text, style=style))

    def rule(self) -> None:
        """Add a horizontal line."""
        self.add(Rule(style="dim", characters="─"))

    def fields(self, rows: Iterable[tuple[str, str | Text]]) -> None:
        """Add labelled texts in two columns; rows without text are left out."""
        grid = Table.grid(padding=(0, 2), expand=True)
        grid.add_column(style="dim", width=LABEL_WIDTH)
        grid.add_column(ratio=1)
        for label, value in rows:
            text = Text(value) if isinstance(value, str) else value
            if text.plain:
                grid.add_row(Text(label), text)
        self.add(Padding(grid, (0, 0, 0, INDENT)))

    def marked(self, before: str, span: str, after: str, style: str = "bold") -> Text:
        """Text with some words marked."""
        if self.colour and span:
            return Text.assemble(before, (span, f"{style} reverse"), after)
        return Text(f"{before}[[{span}]]{after}" if span else f"{before}{after}")

    def text(self) -> str:
        """Everything written so far, without spaces at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._file.getvalue().split("\n"))
