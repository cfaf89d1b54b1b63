"""Rich Text Format (.rtf) by striprtf, with marks for what it leaves out: cells, notes, raised digits."""

from __future__ import annotations

import re
from collections.abc import Callable

from corruptex.reading.blocks import Block, PlaceKind, Reading, assemble, raise_digits, tidy
from corruptex.reading.limits import Limits, RefusedError, megabytes

_CELL, _ROW, _RAISED, _FOOTNOTE, _BOX, _IN_TABLE = "\ue001", "\ue002", "\ue003", "\ue004", "\ue005", "\ue006"
_MARKS = re.compile(f"([\n{_CELL}{_ROW}{_FOOTNOTE}{_BOX}{_IN_TABLE}])")

_HEX = re.compile(r"[0-9a-fA-F\r\n]{512,}")
_CELL_END = re.compile(r"\\(?:nest)?cell(?![a-z])-?\d* ?")
_ROW_END = re.compile(r"\\(?:nest)?row(?![a-z])-?\d* ?")
_TABLE_TEXT = re.compile(r"\\intbl(?![a-z0-9]) ?")
_SUPERSCRIPT = re.compile(r"\\super(?![a-z0-9])(?: ?)")
_DELETED = re.compile(r"\\deleted(?![a-z0-9]) ?")
_FIELD_CODE = re.compile(r"\\fldinst(?![a-z])")
_BRACE = re.compile(r"\\[\\{}]|[{}]")
_CUT = re.compile(r"\{\s*(?:\\\*)?\s*\\(footnote|shptxt)(?![a-z])")
_RAISED_DIGITS = re.compile(f"(.?){_RAISED}+([^{_RAISED}]?\\d*)")


def _cut_groups(rtf: str) -> tuple[str, list[tuple[str, str]]]:
    """Take notes and text boxes out of the text, wherever they hang.

    Returns:
        The rest, and for every group its mark and content.
    """
    found: list[tuple[str, str]] = []
    kept: list[str] = []
    position = 0
    while match := _CUT.search(rtf, position):
        depth = 1
        end = len(rtf)
        for brace in _BRACE.finditer(rtf, match.end()):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if depth == 0:
                end = brace.end()
                break
        kept.append(rtf[position : match.start()])
        mark = _FOOTNOTE if match[1] == "footnote" else _BOX
        found.append((mark, rtf[match.end() : max(match.end(), end - 1)]))
        position = end
    kept.append(rtf[position:])
    return "".join(kept), found


def _prepare(rtf: str, limits: Limits) -> str:
    rtf = _HEX.sub("", rtf)
    if len(rtf) > limits.unpacked // 4:
        raise RefusedError(
            "reading.too_large", megabytes=megabytes(len(rtf)), limit=megabytes(limits.unpacked // 4)
        )
    rtf, groups = _cut_groups(rtf)
    appended = "".join(f"{{\\par {mark}{content}\\par }}" for mark, content in groups)
    rtf = rtf.rstrip("\x00\r\n\t ")
    rtf = f"{rtf[:-1]}{appended}}}" if rtf.endswith("}") else rtf + appended
    # A mark follows an unknown control word, so that it is never taken for the stand-in of a «\\u» letter.
    for pattern, mark in ((_CELL_END, _CELL), (_ROW_END, _ROW), (_TABLE_TEXT, _IN_TABLE)):
        rtf = pattern.sub(f"\\\\mark {mark}", rtf)
    rtf = _SUPERSCRIPT.sub(f"\\\\super {_RAISED}", rtf)
    # A group becomes invisible at «\*»: text deleted under tracking, codes of fields.
    # striprtf writes its last letters when something follows them.
    return _FIELD_CODE.sub(r"\\*", _DELETED.sub(r"\\*", rtf)) + "\n"


def _with_raised(match: re.Match[str]) -> str:
    link, digits = raise_digits(match[1], match[2])
    return f"{match[1]}{link}{digits}"


def read_rtf(data: bytes, limits: Limits) -> Reading:
    """Read an .rtf file.

    Raises:
        RefusedError: If it is over a limit.
    """
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415  (only this format needs it)

    convert: Callable[..., str] = rtf_to_text
    text = convert(_prepare(data.decode("latin-1"), limits), encoding="cp1251", errors="replace")
    # Letters beyond the basic plane come in two halves.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Reading(*assemble(_blocks(tidy(_RAISED_DIGITS.sub(_with_raised, text)))))


class _Lines:
    """Gathers blocks while the marked text goes by."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._line = ""
        self._cell: list[str] = []
        self._in_table = False
        self._after_table = True
        self._table, self._row, self._column = -1, 0, 0
        self._kind: PlaceKind = "paragraph"
        self._counts: dict[PlaceKind, int] = {"paragraph": 0, "footnote": -1, "textbox": -1}

    def take(self, token: str) -> None:
        """Take a stretch of text or a mark."""
        if token == "\n":
            self.end_paragraph()
        elif token == _IN_TABLE:
            self._in_table = True
        elif token == _CELL:
            self._end_cell()
        elif token == _ROW:
            self._row, self._column, self._in_table = self._row + 1, 0, False
        elif token in {_FOOTNOTE, _BOX}:
            self._kind = "footnote" if token == _FOOTNOTE else "textbox"
            self._counts[self._kind] += 1
        else:
            self._line += token

    def end_paragraph(self) -> None:
        """End a paragraph: it belongs to a cell that is still open, or stands by itself."""
        line, self._line = self._line, ""
        if self._in_table:
            self._cell.append(line)
            return
        if line.strip():
            self._after_table = True
        self.blocks.append(Block(line, self._kind, (self._counts[self._kind],)))
        self._counts["paragraph"] += self._kind == "paragraph"

    def _end_cell(self) -> None:
        if self._after_table:
            self._table, self._row, self._column, self._after_table = self._table + 1, 0, 0, False
        self._cell.append(self._line)
        index = (self._table, self._row, self._column)
        self.blocks.extend(Block(text, "cell", (*index, place)) for place, text in enumerate(self._cell))
        self._cell, self._line, self._column = [], "", self._column + 1


def _blocks(text: str) -> list[Block]:
    lines = _Lines()
    for token in _MARKS.split(text):
        lines.take(token)
    lines.end_paragraph()
    return lines.blocks
