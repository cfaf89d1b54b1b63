"""Packed streams of a PDF measured before anything draws them: a bomb is refused with flat memory."""

from __future__ import annotations

import re
import zlib

from corruptex.reading.limits import MEGABYTE, Limits, Meter, RefusedError

_STREAM = re.compile(rb"stream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PIXELS = re.compile(rb"/Subtype\s*/Image\b")
_WINDOW = 2048
_CHUNK = 256 * 1024


def check_streams(data: bytes, limits: Limits) -> None:
    """Unpack every deflated stream in small pieces and throw the pieces away.

    Each stream has a meter of its own, because a page is drawn and forgotten one at a time. The ratio
    of pictures is not looked at: an empty scan packs a thousandfold and is harmless.

    Raises:
        RefusedError: If one stream is over ``limits.unpacked`` or ``limits.ratio``, or is packed twice.
    """
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _WINDOW) : match.start()]
        head = head[head.rfind(b"obj") + 3 :]
        filters = len(_FLATE.findall(head))
        if filters > 1:
            raise RefusedError("reading.bomb", limit=limits.unpacked // MEGABYTE)
        if filters:
            _measure(data, match.end(), limits, picture=bool(_PIXELS.search(head)))


def _measure(data: bytes, start: int, limits: Limits, *, picture: bool) -> None:
    meter = Meter(limits)
    unpacker = zlib.decompressobj()
    position, total = start, 0
    rest = b""
    while not unpacker.eof:
        if not rest:
            rest = data[position : position + _CHUNK]
            position += len(rest)
            if not rest:
                return
        try:
            piece = unpacker.decompress(rest, _CHUNK)
        except zlib.error:
            return  # encrypted or damaged: pdfium judges it
        rest = unpacker.unconsumed_tail
        total += len(piece)
        packed = total if picture else position - start - len(rest)
        meter.count(len(piece), total, packed)
