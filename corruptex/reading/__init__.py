"""From a file to its text: `read`, `read_bytes`, `from_text`.

The kind of a file is decided by its content. Whatever is wrong with a file ends here in a
`CorruptexError` of one line that names the file and the cure; nothing else leaves this bank of the river.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from corruptex.messages import CorruptexError
from corruptex.model import Source
from corruptex.reading.blocks import Reading
from corruptex.reading.diagnosis import diagnose
from corruptex.reading.kinds import Kind, kind_of
from corruptex.reading.letters import repair_letters
from corruptex.reading.limits import DEFAULT_LIMITS, Limits, RefusedError, check_size
from corruptex.reading.txt import read_txt

__all__ = ["Limits", "from_text", "read", "read_bytes"]

_NAMELESS = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")
_NEEDS_OCR = frozenset(("reading.scan", "reading.no_text"))
_BAD_LAYER = frozenset(("reading.garbled_layer", "reading.russian_layer"))


def read(path: str | Path, *, ocr: bool = False, limits: Limits = DEFAULT_LIMITS) -> Source:
    """Read a file.

    Args:
        path: The file: docx, doc, rtf, odt, pdf, html, mht or txt, whatever its extension says.
        ocr: Whether a scan without a usable text layer may be recognised by tesseract, if installed.
        limits: Bounds for hostile files.

    Returns:
        The text with its places and what was noticed on the way.

    Raises:
        CorruptexError: If the file cannot be read; says in one line why and what to do.
    """
    path = Path(path)
    name = _one_line(path.name or str(path))
    try:
        if path.is_dir():
            raise CorruptexError("reading.folder", name=name)
        if path.exists() and not path.is_file():  # a pipe or a device could be read for ever
            raise CorruptexError("reading.no_access", name=name)
        with path.open("rb") as stream:
            data = stream.read(limits.size + 1)
            if len(data) > limits.size:
                check_size(max(path.stat().st_size, len(data)), limits)
    except RefusedError as refused:
        raise CorruptexError(refused.reason, name=name, **refused.values) from refused
    except FileNotFoundError as error:
        raise CorruptexError("reading.not_found", name=name) from error
    except (OSError, ValueError) as error:
        raise CorruptexError("reading.no_access", name=name) from error
    return read_bytes(data, name, ocr=ocr, limits=limits)


def read_bytes(data: bytes, name: str, *, ocr: bool = False, limits: Limits = DEFAULT_LIMITS) -> Source:
    """Read a file that is in memory already.

    Args:
        data: Bytes of the file.
        name: Its name, for messages.
        ocr: As in `read`.
        limits: As in `read`.

    Raises:
        CorruptexError: As in `read`.
    """
    name = _one_line(name)
    kind: Kind | None = None
    try:
        check_size(len(data), limits)
        kind = kind_of(data, limits)
        return _source(data, name, kind, ocr, limits)
    except RefusedError as refused:
        raise CorruptexError(refused.reason, name=name, **refused.values) from refused
    except Exception as error:
        # The last line of defence: a parser met something its authors did not think of.
        raise CorruptexError("reading.damaged", name=name) from error


def from_text(text: str, name: str = "text") -> Source:
    """Make a source of a text given directly; its letters are repaired and judged as a file's.

    Args:
        text: The text; kept as it is except for letters repaired one for one.
        name: Name for messages.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _finish(Reading(text, ()), _one_line(name), "txt", digest, "")


def _source(data: bytes, name: str, kind: Kind, ocr: bool, limits: Limits) -> Source:
    digest = hashlib.sha256(data).hexdigest()
    encoding = ""
    if kind == "txt":
        reading, encoding = read_txt(data)
    else:
        try:
            reading = _read_kind(data, kind, limits)
        except RefusedError as refused:
            if not (ocr and kind == "pdf" and refused.reason in _NEEDS_OCR):
                raise
            return _finish(_recognised(data, limits), name, kind, digest, "")
    source = _finish(reading, name, kind, digest, encoding)
    if ocr and kind == "pdf" and any(notice.code in _BAD_LAYER for notice in source.notices):
        return _finish(_recognised(data, limits), name, kind, digest, "")
    if not source.text.strip():
        raise RefusedError("reading.empty")
    return source


def _read_kind(data: bytes, kind: Kind, limits: Limits) -> Reading:
    # Each format brings its own libraries: they are loaded when the format is met.
    reader: Callable[[bytes, Limits], Reading] = getattr(
        import_module(f"corruptex.reading.{kind}"), f"read_{kind}"
    )
    return reader(data, limits)


def _recognised(data: bytes, limits: Limits) -> Reading:
    reader: Callable[[bytes, Limits], Reading] = import_module("corruptex.reading.ocr").recognise
    return reader(data, limits)


def _finish(reading: Reading, name: str, kind: Kind, digest: str, encoding: str) -> Source:
    repair = repair_letters(reading.text)
    found = diagnose(repair.text, scanned=reading.scanned, encoding=encoding)
    return Source(
        text=repair.text,
        name=name,
        format=kind,
        sha256=digest,
        places=reading.places,
        original=None if repair.text == reading.text else reading.text,
        notices=(*reading.notices, *repair.notices, *found),
    )


def _one_line(name: str) -> str:
    return _NAMELESS.sub(" ", name)[:200] or "?"
