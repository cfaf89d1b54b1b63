"""What a register holds: an act, one of its units, and the answer to a look-up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corruptex.model import ActKind, Lang

ForceStatus = Literal["stated", "repealed"]
"""Nothing is said against its force, or a text of the register says that it has lost it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One act in one edition, as the register holds it.

    Attributes:
        id: Number within the register.
        title: Title as printed.
        kind: Kind of the act.
        date: Date as ISO ``YYYY-MM-DD``; ``None`` if not known.
        number: Number; ``None`` if not known.
        lang: Language of its text.
        status: Whether it has lost force.
        edition: Edition as its source names it; empty if it is not named.
        source: File or record it was read from, without folders.
        sha256: Hash of its text, hexadecimal.
    """

    id: int
    title: str
    kind: ActKind
    date: str | None
    number: str | None
    lang: Lang
    status: ForceStatus
    edition: str
    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class HeldUnit:
    """A unit of a held act.

    Attributes:
        entry: The act.
        path: Steps to the unit, the largest first, as ``structure.path`` gives them.
        text: Its text with everything inside it.
        lost: Whether nothing is left of it but a note that it has lost force.
    """

    entry: Entry
    path: tuple[tuple[str, str], ...]
    text: str
    lost: bool


@dataclass(frozen=True, slots=True)
class Held:
    """What the register says of a named act.

    Attributes:
        status: Whether it is held, known to be repealed, or unknown.
        entries: The acts it may be, the likeliest first: a code in two parts is two acts. Empty if only a
            text that repeals it is held.
        repealed_by: Title of the act that repeals it, or the act its own text names; empty if none is known.
    """

    status: Literal["held", "repealed", "unknown"]
    entries: tuple[Entry, ...] = ()
    repealed_by: str = ""
