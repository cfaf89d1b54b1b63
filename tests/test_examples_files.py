"""The example acts: sources, Word files, the two languages and what is expected of them agree."""

from __future__ import annotations

import importlib.util
import io
import re
import zipfile
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from corruptex.model import Lang, Source
from corruptex.reading.docx import read_docx
from corruptex.reading.limits import Limits
from corruptex.structure import cite, parse, unit_at

EXAMPLES = Path(__file__).parents[1] / "examples"
ACTS = ("amendment_law", "permit_regulation")
NAMES = tuple(f"{act}_{lang}" for act in ACTS for lang in ("ru", "ky"))
FIRST_FACTORS = {"D1", "D2", "D3", "D4", "D5", "C1", "P3", "P4", "K1", "L1"}

_LETTERS = re.compile(r"([абвг])\) ")
_MARK = re.compile(
    r"[«]?(?:(?P<item>\d+[.)]) |(?:Глава|Статья) (?P<ru>[\d-]+)\.|(?P<ky>\d+(?:-\d+)?)-(?:глава|берене)\."
    r"|Приложение (?P<annex_ru>\d+)$|(?P<annex_ky>\d+)-тиркеме$)"
)


def load_builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("examples_build", EXAMPLES / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


BUILDER = load_builder()
EXPECTED = yaml.safe_load((EXAMPLES / "expected.yaml").read_text(encoding="utf-8"))


def source(name: str) -> str:
    return (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")


def folded(text: str) -> str:
    return " ".join(text.split())


def skeleton(text: str) -> list[str]:
    """Numbers of all units in order, whatever the language calls them."""
    marks = []
    for line in text.splitlines():
        if letter := _LETTERS.match(line):
            marks.append(letter[0].strip())
        elif found := _MARK.match(line):
            marks.append(next(group for group in found.groups() if group))
    return marks


@pytest.mark.parametrize("name", NAMES)
def test_word_file_reads_as_its_source(name: str) -> None:
    data = (EXAMPLES / f"{name}.docx").read_bytes()
    assert folded(read_docx(data, Limits()).text) == folded(source(name))


@pytest.mark.parametrize("name", NAMES)
def test_building_twice_gives_the_same_bytes(name: str) -> None:
    built = BUILDER.build(EXAMPLES / f"{name}.txt")
    assert built == BUILDER.build(EXAMPLES / f"{name}.txt")
    with zipfile.ZipFile(io.BytesIO(built)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2026, 1, 1, 0, 0, 0)}
        assert set(re.findall(rb"\d{4}-\d\d-\d\dT", package.read("docProps/core.xml"))) == {b"2026-01-01T"}


def test_points_of_the_regulations_are_numbered_by_word() -> None:
    for name in BUILDER.NUMBERED_BY_WORD:
        typed = re.findall(r"(?m)^\d+\) ", source(name))
        raw = BUILDER.Document(str(EXAMPLES / f"{name}.docx"))
        numbered = [paragraph for paragraph in raw.paragraphs if paragraph._p.pPr.numPr is not None]
        assert len(numbered) == len(typed) > 10
        assert not any(re.match(r"\d+\)", paragraph.text) for paragraph in raw.paragraphs)


@pytest.mark.parametrize("act", ACTS)
def test_both_languages_have_the_same_structure(act: str) -> None:
    russian, kyrgyz = source(f"{act}_ru"), source(f"{act}_ky")
    assert len(russian.splitlines()) == len(kyrgyz.splitlines())
    assert skeleton(russian) == skeleton(kyrgyz)
    assert len(skeleton(russian)) > 20


@pytest.mark.parametrize("name", NAMES)
def test_every_expected_quote_stands_in_its_text_once(name: str) -> None:
    lines = source(name).splitlines()
    quotes = [planted["quote"] for planted in EXPECTED[name]["planted"]] + EXPECTED[name]["clean"]
    assert {quote: sum(quote in line for line in lines) for quote in quotes} == dict.fromkeys(quotes, 1)


@pytest.mark.parametrize("lang", ["ru", "ky"])
def test_planted_factors_of_the_regulation_are_cited_as_the_act_cites_itself(lang: Lang) -> None:
    name = f"permit_regulation_{lang}"
    act = parse(Source(source(name), f"{name}.txt", "txt", ""))
    for planted in EXPECTED[name]["planted"]:
        unit = unit_at(act, act.text.index(planted["quote"]))
        assert cite(act, unit.index, lang) == planted["unit"]


@pytest.mark.parametrize("act", ACTS)
def test_both_languages_expect_the_same_factors(act: str) -> None:
    russian, kyrgyz = EXPECTED[f"{act}_ru"], EXPECTED[f"{act}_ky"]
    codes = [planted["code"] for planted in russian["planted"]]
    assert codes == [planted["code"] for planted in kyrgyz["planted"]]
    assert set(codes) >= FIRST_FACTORS
    assert len(russian["clean"]) == len(kyrgyz["clean"]) > 10


@pytest.mark.parametrize("name", NAMES)
def test_planted_and_clean_quotes_do_not_overlap(name: str) -> None:
    text = source(name)
    spans = sorted(
        (text.index(quote), text.index(quote) + len(quote))
        for quote in [*(planted["quote"] for planted in EXPECTED[name]["planted"]), *EXPECTED[name]["clean"]]
    )
    assert all(end <= following for (_, end), (following, _) in pairwise(spans))
