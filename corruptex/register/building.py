"""Building a register from files and JSON lines: every act is parsed once, its units are kept."""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TextIO

from corruptex.messages import CorruptexError
from corruptex.model import Act
from corruptex.reading import read
from corruptex.register.store import APPLICATION, SCHEMA, VERSION, Register
from corruptex.register.titles import title_key
from corruptex.structure import parse, path
from corruptex.structure.lookup import Lookup
from corruptex.structure.named_acts import NamedAct, named_acts

JSON_LINES: Final = (".jsonl", ".jsonl.xz")
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
_LOST_WHOLE: Final = re.compile(
    r"(?:^|\n)\W{0,3}(?:(?:настоящ\w+ )?(?:закон|кодекс|постановление|указ|решение|положение) )?"
    r"утрати\w+ силу"
    r"|статус[^\n]{0,12}утрати\w+ силу"
    r"|(?:^|\n)\W{0,3}(?:КР |Кыргыз Республикасынын )?[^\n]{0,90}(?:ылайык )?күчүн жогот(?:кон|ту)",
    re.IGNORECASE,
)
"""In the head of an act: the act itself has lost force."""

_REPEALS: Final = re.compile(
    r"признать утративш\w+ силу|признаются утративш\w+ силу|утратившим силу признать|признать недействующ\w+"
    r"|күчүн жоготту деп таб\w+|күчүн жоготкон деп (?:таб|эсепте)\w+",
    re.IGNORECASE,
)
_DRAFT: Final = re.compile(
    r"\W*(?:проект|долбоор)\W*$"
    r"|\W*проект\s+(?:закона|кодекса|указа|постановления|решения|приказа|распоряжения)\b"
    r"|\W*(?:мыйзам|кодекс|указ|жарлык|токтом|чечим|буйрук)\w*\s+долбоору\b",
    re.IGNORECASE,
)
"""A line above the title that says that the act is not adopted."""

DRAFT_LINES: Final = 4
"""First lines in which a draft says what it is."""

_ARTICLE_HEAD: Final = re.compile(
    r"\W*(?:(?:статья|глава|раздел|пункт)\s+[\dIVX]|\d+(?:-\d+)*-\s?(?:берене|глава|бөлүм|пункт))",
    re.IGNORECASE,
)
"""A fragment begins with one of its units where an act has its title."""

_ITEM_MARK: Final = re.compile(r"\W{0,3}(?:\d{1,3}[).]|[а-я]\))?\W{0,3}")
"""What may stand between the beginning of an item and the act it repeals."""


@dataclass(frozen=True, slots=True)
class _Record:
    """An act to be kept, with what its source says beside its text."""

    source: str
    text: str
    title: str = ""
    date: str = ""
    number: str = ""
    edition: str = ""
    act: Act | None = None


def build(
    inputs: Iterable[Path],
    out: Path,
    *,
    complain: Callable[[CorruptexError], None],
    tell: Callable[[str], None] = lambda _: None,
) -> int:
    """Build a register of acts in one SQLite file. The same inputs give the same register.

    Args:
        inputs: Files of any readable format, JSON lines (``.jsonl``, ``.jsonl.xz``, one act per line with the
            key ``text`` and optionally ``title``, ``date``, ``number``, ``edition``), and folders of them.
        out: The register; an older register in its place is replaced, any other file is not.
        complain: Is given what is wrong with an input that cannot be kept; the rest is built.
        tell: Is given the name of each input as work on it begins.

    Returns:
        How many acts the register holds.

    Raises:
        CorruptexError: If the register cannot be written, the file in its place is no register, or no act
            was found.
    """
    if out.exists():
        Register.open(out).close()
    unfinished = out.with_name(out.name + ".unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as base:
            _prepare(base)
            known: set[str] = set()
            for place in _files(inputs, out, complain):
                tell(place.name)
                _keep_file(base, place, known, complain)
            _settle_force(base)
            base.commit()
            base.execute("VACUUM")
        if not known:
            unfinished.unlink()
            raise CorruptexError("register_empty", name=str(out))
        os.replace(unfinished, out)
    except (OSError, sqlite3.OperationalError) as error:
        unfinished.unlink(missing_ok=True) if unfinished.parent.is_dir() else None
        raise CorruptexError("register_not_written", name=str(out), problem=str(error)) from error
    return len(known)


def of_texts(texts: Iterable[str]) -> Register:
    """A register of a few acts in memory.

    Args:
        texts: Texts of acts.
    """
    base = sqlite3.connect(":memory:")
    _prepare(base)
    known: set[str] = set()
    for text in texts:
        _keep(base, _Record("text", text), known)
    _settle_force(base)
    return Register(base, Path(":memory:"))


def _prepare(base: sqlite3.Connection) -> None:
    base.executescript(SCHEMA)
    base.execute(f"PRAGMA application_id = {APPLICATION}")
    base.execute(f"PRAGMA user_version = {VERSION}")


def _files(inputs: Iterable[Path], out: Path, complain: Callable[[CorruptexError], None]) -> Iterator[Path]:
    for given in inputs:
        if given.is_dir():
            for inside in sorted(given.rglob("*")):
                hidden = any(part.startswith(".") for part in inside.relative_to(given).parts)
                if inside.is_file() and not hidden and inside.resolve() != out.resolve():
                    yield inside
        elif given.is_file():
            yield given
        else:
            complain(CorruptexError("register_no_input", name=str(given)))


def _keep_file(
    base: sqlite3.Connection, place: Path, known: set[str], complain: Callable[[CorruptexError], None]
) -> None:
    try:
        if place.name.endswith(JSON_LINES):
            for record in _records(place, complain):
                try:
                    _keep(base, record, known)
                except CorruptexError as error:
                    complain(error)
        else:
            source = read(place)
            _keep(base, _Record(place.name, source.text, act=parse(source)), known)
    except CorruptexError as error:
        complain(CorruptexError(error.code, **{"name": str(place), **error.values}))


def _records(place: Path, complain: Callable[[CorruptexError], None]) -> Iterator[_Record]:
    """Acts of a file of JSON lines; a line that holds none is told and left out."""
    try:
        with _opened(place) as lines:
            for turn, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                record = _record(place, turn, line)
                if record is None:
                    complain(CorruptexError("register_bad_line", name=str(place), line=turn))
                else:
                    yield record
    except (OSError, EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise CorruptexError("register_bad_lines", name=str(place)) from error


def _opened(place: Path) -> TextIO:
    if place.name.endswith(".xz"):
        return lzma.open(place, "rt", encoding="utf-8")
    return place.open(encoding="utf-8")


def _record(place: Path, turn: int, line: str) -> _Record | None:
    try:
        values: Any = json.loads(line)
    except ValueError:
        return None
    if not isinstance(values, dict) or not isinstance(values.get("text"), str) or not values["text"].strip():
        return None
    said = {
        key: values[key] for key in ("title", "date", "number", "edition") if isinstance(values.get(key), str)
    }
    return _Record(f"{place.name}:{values.get('id', turn)}", values["text"], **said)


def _keep(base: sqlite3.Connection, record: _Record, known: set[str]) -> None:
    """Keep one act with its units; the same text is kept once."""
    digest = hashlib.sha256(record.text.encode("utf-8", "surrogatepass")).hexdigest()
    if digest in known:
        return
    act = record.act or parse(record.text)
    title = " ".join(record.title.split())
    title = title if title_key(title) else act.title
    if not any(unit.number for unit in act.units) and not (title and act.kind != "other"):
        raise CorruptexError("register_no_act", name=record.source)
    if any(map(_DRAFT.match, [record.title, *_first_lines(act.text)])):
        raise CorruptexError("register_draft", name=record.source)
    if not title or _ARTICLE_HEAD.match(title):
        raise CorruptexError("register_fragment", name=record.source)
    known.add(digest)
    date = record.date if _ISO.fullmatch(record.date) else act.date
    head = act.text[: _first_norm(act)]
    lost = _LOST_WHOLE.search(head)
    row = base.execute(
        "INSERT INTO acts (title, key, kind, date, number, lang, status, edition, source, sha256,"
        " lost_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            title,
            title_key(title) if act.kind != "constitution" else "constitution",
            act.kind,
            date,
            record.number or act.number,
            act.lang,
            "repealed" if lost else "stated",
            record.edition,
            record.source,
            digest,
            _lost_by(head, lost) if lost else "",
        ),
    )
    number = row.lastrowid
    lookup = Lookup(act)
    base.executemany(
        "INSERT INTO units (act, place, last, path, lost, text) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                number,
                unit.index,
                unit.last,
                json.dumps(path(act, unit.index), ensure_ascii=False),
                lookup.is_lost(unit.index),
                act.text[unit.start : unit.end],
            )
            for unit in act.units
        ),
    )
    base.executemany(
        "INSERT INTO repeals (by, kind, date, number) VALUES (?, ?, ?, ?)",
        (
            (number, *named)
            for named in dict.fromkeys(_repealed(act))
            if named[1:] != (date, record.number or act.number)  # a page header names the act itself
        ),
    )


def _first_lines(text: str) -> list[str]:
    return [line for line in text[:1000].split("\n") if line.strip()][:DRAFT_LINES]


def _lost_by(head: str, lost: re.Match[str]) -> str:
    """The act that the line on the loss of force names: „утратил силу Законом … от … № …“."""
    start = head.rfind("\n", 0, lost.end() - 1) + 1
    end = head.find("\n", lost.end())
    line = head[start : end if end >= 0 else len(head)]
    own = lost.end() - start
    named = [one for one in named_acts(line) if one.date or one.number]
    after = [one for one in named if one.start >= own]
    chosen = next(iter([*after, *named]), None)
    return " ".join(line[chosen.start : chosen.end].split()) if chosen else ""


def _first_norm(act: Act) -> int:
    """Where the first norm begins: what stands before it speaks of the act itself."""
    silent = ("title", "note", "contents", "preamble", "heading")
    return next((unit.start for unit in act.units if unit.kind not in silent), len(act.text))


def _repealed(act: Act) -> Iterator[tuple[str, str, str]]:
    """Kind, date and number of the acts that an act repeals as a whole.

    An act without date and number is passed over: a later one may bear its title.
    """
    for unit in act.units:
        if unit.kind == "note" or not (command := _REPEALS.search(act.text, unit.start, unit.end)):
            continue
        is_head = act.text[unit.start : unit.end].rstrip().endswith(":")
        below = act.units[unit.index + 1 : unit.last + 1] if is_head else ()
        places = [(command.end(), unit.end), *((one.body, one.end) for one in below)]
        for start, end in places:
            named = next(iter(named_acts(act.text[start:end])), None)
            if named is not None and _ITEM_MARK.fullmatch(act.text[start : start + named.start]):
                yield from _dated(named)
        before = next(iter(named_acts(act.text[unit.body : command.start()])), None)
        if (
            before is not None
            and before.start == 0
            and act.text[before.end + unit.body : command.start()].isspace()
        ):
            yield from _dated(before)


def _dated(named: NamedAct) -> Iterator[tuple[str, str, str]]:
    if named.date is not None and named.number is not None:
        yield named.kind, named.date, named.number


def _settle_force(base: sqlite3.Connection) -> None:
    """Mark held acts that another held act repeals."""
    base.execute(
        "UPDATE acts SET status = 'repealed' WHERE EXISTS (SELECT 1 FROM repeals WHERE repeals.by != acts.id"
        " AND repeals.date = acts.date AND repeals.number = acts.number AND repeals.kind = acts.kind)"
    )
