"""The register as a file: SQLite, opened for reading only."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

from corruptex.messages import CorruptexError
from corruptex.register.entries import Entry, Held, HeldUnit
from corruptex.register.titles import title_key
from corruptex.structure.naming import NamedAct

APPLICATION: Final = 0x43525058
"""Mark of a register in the head of its file: „CRPX“."""

VERSION: Final = 2
"""Version of its tables."""

SCHEMA: Final = """
CREATE TABLE acts (
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, date TEXT,
    number TEXT, lang TEXT NOT NULL, status TEXT NOT NULL, edition TEXT NOT NULL, source TEXT NOT NULL,
    sha256 TEXT NOT NULL, lost_by TEXT NOT NULL
);
CREATE TABLE units (
    act INTEGER NOT NULL REFERENCES acts (id), place INTEGER NOT NULL, last INTEGER NOT NULL,
    path TEXT NOT NULL, lost INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (act, place)
) WITHOUT ROWID;
CREATE TABLE repeals (by INTEGER NOT NULL REFERENCES acts (id), kind TEXT NOT NULL, date TEXT, number TEXT);
CREATE INDEX acts_by_key ON acts (key);
CREATE INDEX acts_by_number ON acts (date, number);
CREATE INDEX units_by_path ON units (act, path);
CREATE INDEX repeals_by_number ON repeals (date, number);
"""

_COLUMNS: Final = "id, title, kind, date, number, lang, status, edition, source, sha256"
_ORDER: Final = "ORDER BY status = 'repealed', COALESCE(date, '') DESC, edition DESC, id DESC"


class Register:
    """A register of acts in one SQLite file.

    Use it as a context manager, or close it.
    """

    def __init__(self, base: sqlite3.Connection, path: Path) -> None:
        self._base = base
        self._path = path
        self._found: dict[tuple[str, str, str | None, str | None], Held] = {}

    @classmethod
    def open(cls, path: str | Path) -> Register:
        """Open a register for reading.

        Raises:
            CorruptexError: If the file does not exist, is damaged, or is no register of this version.
        """
        place = Path(path)
        if not place.is_file():
            raise CorruptexError("register_not_found", name=str(place))
        try:
            base = sqlite3.connect(f"{place.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            application = base.execute("PRAGMA application_id").fetchone()[0]
            version = base.execute("PRAGMA user_version").fetchone()[0]
            if application != APPLICATION:
                base.close()
                raise CorruptexError("register_foreign", name=str(place))
            if version != VERSION:
                base.close()
                raise CorruptexError("register_version", name=str(place), version=version, known=VERSION)
            sound = base.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            base.execute(f"SELECT {_COLUMNS} FROM acts LIMIT 1").fetchone()
            base.execute("SELECT act, place, last, path, lost, text FROM units LIMIT 1").fetchone()
        except sqlite3.DatabaseError as error:
            raise CorruptexError("register_damaged", name=str(place)) from error
        if not sound:
            base.close()
            raise CorruptexError("register_damaged", name=str(place))
        return cls(base, place)

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def entries(self) -> tuple[Entry, ...]:
        """All acts, in the order in which they were read."""
        return self._entries("ORDER BY id", ())

    def find(self, named: NamedAct) -> Held:
        """Look a named act up: by date and number, else by title or as a code.

        Args:
            named: An act as a text names it (``structure.named_acts``).

        Returns:
            What the register knows of it. Of several editions the newest one in force comes first.
        """
        key = "constitution" if named.kind == "constitution" else title_key(named.title)
        asked = (named.kind, key, named.date, named.number)
        if asked not in self._found:
            self._found[asked] = self._find(*asked)
        return self._found[asked]

    def _find(self, kind: str, key: str, date: str | None, number: str | None) -> Held:
        if date and number:
            entries = self._entries(
                f"WHERE date = ? AND number = ? AND kind IN (?, ?) {_ORDER}",
                (date, number, kind, "code" if kind == "law" else kind),
            )
            by = self._repealed_by(kind, date, number)
            if by:
                return Held("repealed", entries, by)
        else:
            entries = self._entries(f"WHERE key = ? {_ORDER}", (key,)) if key else ()
        if not entries:
            return Held("unknown")
        if all(entry.status == "repealed" for entry in entries):
            first = entries[0]
            by = self._repealed_by(first.kind, first.date, first.number)
            return Held("repealed", entries, by or self._said_lost_by(entries))
        return Held("held", entries)

    def _repealed_by(self, kind: str, date: str | None, number: str | None) -> str:
        row = self._ask(
            "SELECT acts.title FROM repeals JOIN acts ON acts.id = repeals.by"
            " WHERE repeals.kind = ? AND repeals.date = ? AND repeals.number = ?"
            " ORDER BY acts.date DESC, acts.id LIMIT 1",
            (kind, date or "", number or ""),
        )
        return str(row[0][0]) if row else ""

    def _said_lost_by(self, entries: Sequence[Entry]) -> str:
        """The act by which a held text says that it has lost force; empty if it names none."""
        for entry in entries:
            said = str(self._ask("SELECT lost_by FROM acts WHERE id = ?", (entry.id,))[0][0])
            if said:
                return said
        return ""

    def unit(self, entry: Entry, path: Sequence[tuple[str, str]]) -> HeldUnit | None:
        """A unit of a held act; ``None`` if its text has no such unit.

        Args:
            entry: The act.
            path: Steps to the unit, the largest first, as ``structure.path`` gives them.
        """
        steps = tuple((kind, number) for kind, number in path)
        rows = self._ask(
            "SELECT place, last, lost FROM units WHERE act = ? AND path = ? ORDER BY place LIMIT 1",
            (entry.id, json.dumps(steps, ensure_ascii=False)),
        )
        if not rows:
            return None
        first, last, lost = rows[0]
        texts = self._ask(
            "SELECT text FROM units WHERE act = ? AND place BETWEEN ? AND ? ORDER BY place",
            (entry.id, first, last),
        )
        return HeldUnit(entry, steps, "".join(row[0] for row in texts), bool(lost))

    def articles(self, entry: Entry) -> tuple[str, ...]:
        """Numbers of the articles of a held act, in their order; empty if it has none."""
        rows = self._ask(
            "SELECT path FROM units WHERE act = ? AND path LIKE '[[\"article\", %' AND path NOT LIKE '%], [%'"
            " ORDER BY place",
            (entry.id,),
        )
        return tuple(dict.fromkeys(json.loads(row[0])[0][1] for row in rows))

    def paths(self, entry: Entry, step: tuple[str, str]) -> tuple[tuple[tuple[str, str], ...], ...]:
        """Paths of all units inside a unit of the highest level, in the order of the text.

        Args:
            entry: The act.
            step: Kind and number of the unit.
        """
        head = json.dumps([step], ensure_ascii=False)[:-1]
        rows = self._ask(
            "SELECT path FROM units WHERE act = ? AND substr(path, 1, ?) = ? ORDER BY place",
            (entry.id, len(head) + 2, f"{head}, "),
        )
        return tuple(tuple((kind, number) for kind, number in json.loads(row[0])) for row in rows)

    def _entries(self, where: str, values: tuple[str, ...]) -> tuple[Entry, ...]:
        return tuple(Entry(*row) for row in self._ask(f"SELECT {_COLUMNS} FROM acts {where}", values))

    def _ask(self, query: str, values: tuple[str | int, ...]) -> list[tuple]:  # type: ignore[type-arg]
        try:
            return self._base.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise CorruptexError("register_damaged", name=str(self._path)) from error
