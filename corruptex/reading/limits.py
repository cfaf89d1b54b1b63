"""What a file may cost before and while it is read.

Every reader asks here first: a hostile or broken file must end in one line of text, with flat memory.
"""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one file.

    Attributes:
        size: Bytes of the file itself.
        unpacked: Bytes of one file after unpacking, counted while they flow, never taken from headers.
        ratio: Unpacked bytes for one packed byte, looked at once a part is over a megabyte.
        entries: Files inside a zip package.
        pages: Pages of a PDF.
        nesting: Elements inside one another in XML or HTML.
        elements: Tags of one XML or HTML part; the longest code has a quarter of that.
        seconds: Time of one converter (antiword, LibreOffice, …) or of the recognition of one page.
        memory: Address space of one converter, bytes (POSIX only).
    """

    size: int = 64 * MEGABYTE
    unpacked: int = 64 * MEGABYTE
    ratio: int = 200
    entries: int = 4096
    pages: int = 3000
    nesting: int = 200
    elements: int = 2_000_000
    seconds: int = 120
    memory: int = 4096 * MEGABYTE


DEFAULT_LIMITS = Limits()


class RefusedError(Exception):
    """A reader cannot or must not go on; the bank of the river turns it into a ``CorruptexError``.

    Args:
        reason: Key of a message in ``messages/reading.yaml``.
        values: Placeholders of the message besides ``name``, which is added later.
    """

    def __init__(self, reason: str, **values: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


def megabytes(count: int) -> int:
    """Return bytes as whole megabytes, at least one, for messages."""
    return max(1, count // MEGABYTE)


def check_size(count: int, limits: Limits) -> None:
    """Refuse a file that is too large.

    Raises:
        RefusedError: If ``count`` bytes are over ``limits.size``.
    """
    if count > limits.size:
        raise RefusedError("reading.too_large", megabytes=megabytes(count), limit=megabytes(limits.size))


class Meter:
    """Counts unpacked bytes of one file as they flow and stops the flow at the limit.

    Args:
        limits: The bounds to keep.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._total = 0

    def count(self, unpacked: int, part_unpacked: int, part_packed: int) -> None:
        """Count a piece that has just been unpacked.

        Args:
            unpacked: Bytes of the piece.
            part_unpacked: Bytes of the whole part so far, this piece included.
            part_packed: Packed bytes the part has used so far.

        Raises:
            RefusedError: If the file is over ``unpacked`` or ``ratio``.
        """
        self._total += unpacked
        too_dense = part_unpacked > MEGABYTE and part_unpacked > self._limits.ratio * max(part_packed, 1)
        if self._total > self._limits.unpacked or too_dense:
            raise RefusedError("reading.bomb", limit=megabytes(self._limits.unpacked))
