"""Word 97 files (.doc) through antiword, catdoc or LibreOffice.

antiword is quick, but its plain text loses automatic numbers, raised digits («Статья 23¹») and the
shape of tables. Its DocBook output tells whether the file has any of them; then LibreOffice reads it.
"""

from __future__ import annotations

import re
from pathlib import Path

from corruptex.model import Notice
from corruptex.reading.blocks import Block, Reading, assemble, tidy
from corruptex.reading.converters import private_folder, program, run
from corruptex.reading.docx import read_docx
from corruptex.reading.limits import Limits, RefusedError
from corruptex.reading.office import convert, office_program

_RICH = re.compile(rb"<(?:informaltable|orderedlist|superscript|footnote)\b")
_TABLE_LINE = re.compile(r"^\s*\|(?:.*\|)?\s*$")
_FIB = 512  # The first sector after the OLE header begins the file information block in files of Word itself.
_WORD_MAGIC = b"\xec\xa5"
_ENCRYPTED_FLAG = 0x01


def read_doc(data: bytes, limits: Limits) -> Reading:
    """Read a Word 97 file.

    Raises:
        RefusedError: If it has a password, is damaged, or no converter is installed.
    """
    if data[_FIB : _FIB + 2] == _WORD_MAGIC and data[_FIB + 11] & _ENCRYPTED_FLAG:
        raise RefusedError("reading.encrypted")
    with private_folder() as folder:
        file = folder / "act.doc"
        file.write_bytes(data)
        simple = _simple(file, folder, limits)
        if simple is not None:
            return simple
        if office_program() is not None:
            return read_docx(convert(file, "docx", folder, limits), limits)
        rough = _rough(file, folder, limits)
        if rough is not None:
            return rough
    raise RefusedError("reading.no_doc_converter")


def _antiword(file: Path, folder: Path, limits: Limits) -> str | None:
    antiword = program("antiword")
    if antiword is None:
        return None
    try:
        return run([antiword, "-w", "0", "-m", "UTF-8.txt", str(file)], folder, limits).decode(
            "utf-8", "replace"
        )
    except RefusedError:
        return None


def _simple(file: Path, folder: Path, limits: Limits) -> Reading | None:
    """Read by antiword a file that has nothing antiword loses."""
    antiword = program("antiword")
    if antiword is None:
        return None
    try:
        if _RICH.search(run([antiword, "-x", "db", str(file)], folder, limits)):
            return None
    except RefusedError:
        return None
    text = _antiword(file, folder, limits)
    return None if text is None or not text.strip() else Reading(*assemble(_lines(text)))


def _rough(file: Path, folder: Path, limits: Limits) -> Reading | None:
    """Read by antiword or catdoc whatever they can, with a warning of what they lose."""
    text = _antiword(file, folder, limits)
    if text is None and (catdoc := program("catdoc")) is not None:
        text = run([catdoc, "-w", "-d", "utf-8", str(file)], folder, limits).decode("utf-8", "replace")
    if text is None or not text.strip():
        return None
    return Reading(*assemble(_lines(text)), (Notice("reading.doc_simplified"),))


def _lines(text: str) -> list[Block]:
    blocks: list[Block] = []
    for number, line in enumerate(tidy(text).split("\n")):
        if _TABLE_LINE.match(line):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            blocks.extend(Block(cell, "line", (number,)) for cell in cells)
        else:
            blocks.append(Block(line, "line", (number,)))
    return blocks
