"""Zip packages (docx, odt) read part by part with a meter running."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from corruptex.reading.limits import Limits, Meter, RefusedError

_CHUNK = 256 * 1024
_UNSAFE_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\x00")


class Package:
    """An opened zip package.

    Args:
        data: Bytes of the whole file.
        limits: Bounds for entries, unpacked bytes and ratio.

    Raises:
        RefusedError: If the archive is broken, encrypted, or has too many or unsafe entries.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise RefusedError("reading.damaged") from error
        entries = self._zip.infolist()
        if len(entries) > limits.entries:
            raise RefusedError("reading.too_many_entries", count=len(entries), limit=limits.entries)
        if any(_UNSAFE_NAME.search(entry.filename) for entry in entries):
            raise RefusedError("reading.unsafe_names")
        self._meter = Meter(limits)
        self.names = frozenset(entry.filename for entry in entries)

    def read(self, name: str) -> bytes:
        """Return one part, unpacked.

        Raises:
            RefusedError: If the part is missing, broken, encrypted or over a limit.
        """
        if name not in self.names:
            raise RefusedError("reading.damaged")
        entry = self._zip.getinfo(name)
        if entry.flag_bits & 0x1:
            raise RefusedError("reading.encrypted")
        pieces: list[bytes] = []
        total = 0
        try:
            with self._zip.open(entry) as stream:
                while piece := stream.read(_CHUNK):
                    total += len(piece)
                    self._meter.count(len(piece), total, entry.compress_size)
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
            raise RefusedError("reading.damaged") from error
        return b"".join(pieces)

    def read_if_present(self, name: str) -> bytes | None:
        """Return one part, or ``None`` if the package has none of that name."""
        return self.read(name) if name in self.names else None
