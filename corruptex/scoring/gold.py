"""Reads annotated acts: gold files and minimal pairs.

A gold file holds one annotated act per line. A file of minimal pairs holds one pair per line: a flawed
norm, its flaw between «guillemets», and the repaired twin. A pair becomes two acts of one unit each: the
flawed norm with its label, which must be found, and the twin without labels, where any finding is an error.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corruptex.messages import CorruptexError
from corruptex.model import Lang

_WITHOUT_MARKS = str.maketrans("", "", "«»")


@dataclass(frozen=True, slots=True)
class Label:
    """One expert's remark: index of the unit, root code, other right codes, whether it must be found."""

    unit: int
    code: str
    also: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class GoldAct:
    """An annotated act.

    Attributes:
        name: Id of the act.
        lang: Its language.
        text: Its text, in which all offsets count.
        units: Annotated paragraphs: first character, character after the last, number of the article.
        labels: Remarks.
    """

    name: str
    lang: Lang
    text: str
    units: tuple[tuple[int, int, str | None], ...]
    labels: tuple[Label, ...]


def read_gold(path: Path) -> Iterator[GoldAct]:
    """Read annotated acts or minimal pairs from JSON lines, plain or compressed with xz.

    Raises:
        CorruptexError: If the file cannot be read or is in neither format.
    """
    try:
        opened = lzma.open if path.suffix == ".xz" else open
        with opened(path, "rt", encoding="utf-8") as stream:
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield from _acts(json.loads(line), path, number)
    except json.JSONDecodeError as problem:
        raise CorruptexError("gold_foreign", file=str(path)) from problem
    except (OSError, UnicodeDecodeError, lzma.LZMAError) as problem:
        raise CorruptexError("gold_unreadable", file=str(path), problem=str(problem)) from problem


def _acts(item: Any, path: Path, number: int) -> tuple[GoldAct, ...]:
    try:
        return _pair(item) if "flawed" in item else (_act(item),)
    except (KeyError, TypeError, ValueError) as problem:
        raise CorruptexError("gold_wrong", file=str(path), line=number, problem=str(problem)) from problem


def _act(item: Any) -> GoldAct:
    return GoldAct(
        name=item["act"],
        lang=item["lang"],
        text=item["text"],
        units=tuple((start, end, article) for start, end, article in item["units"]),
        labels=tuple(
            Label(one["unit"], one["code"], tuple(one["also"]), one["verdict"] == "finding")
            for one in item["labels"]
        ),
    )


def _pair(item: Any) -> tuple[GoldAct, ...]:
    flaw = Label(0, item["code"], tuple(item["also"]), required=True)
    sides = (
        ("flawed", item["flawed"].translate(_WITHOUT_MARKS), (flaw,)),
        ("repaired", item["repaired"], ()),
    )
    return tuple(
        GoldAct(f"{item['id']}/{side}", item["lang"], text, ((0, len(text), None),), labels)
        for side, text, labels in sides
    )
