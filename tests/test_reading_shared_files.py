"""Real files of the country: every one is read or refused in one line, and reads as what it is."""

import json
import lzma
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from corruptex.messages import CorruptexError
from corruptex.model import Source
from corruptex.reading import from_text, read
from corruptex.reading.converters import program
from corruptex.reading.office import office_program
from tests.shared import DATA

FILES = sorted(path for path in (DATA / "files").glob("*/*") if path.is_file())
NEEDS_CONVERTER = {path for path in FILES if path.suffix == ".doc" and not path.name.endswith(".mht.doc")}
HAS_CONVERTER = office_program() is not None or program("antiword", "catdoc") is not None
MIXED = re.compile("[\u0400-\u04ff][A-Za-z]|[A-Za-z][\u0400-\u04ff]")


@cache
def outcome(path: Path) -> Source | str:
    if path in NEEDS_CONVERTER and not HAS_CONVERTER:
        pytest.skip("no converter for Word 97 is installed")
    try:
        return read(path)
    except CorruptexError as error:
        return error.code


def source_of(name: str) -> Source:
    (path,) = (path for path in FILES if path.name == name)
    found = outcome(path)
    assert isinstance(found, Source)
    return found


def codes(name: str) -> set[str]:
    return {notice.code for notice in source_of(name).notices}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_read_or_refused(path: Path) -> None:
    found = outcome(path)
    if path.name in {"scan_employers_council_ky.pdf", "scan_library_fund_rules_ky.pdf"}:
        assert found == "reading.scan"
        return
    assert isinstance(found, Source)
    assert found.text.strip()
    end = 0
    for place in found.places:
        assert end <= place.start < place.end <= len(found.text)
        end = place.end
    if found.original is not None:
        assert len(found.original) == len(found.text)


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.name.endswith(("legacy-font_ky.doc", "register-export.mht.doc"))],
    ids=lambda path: path.name,
)
def test_register_exports_and_old_fonts_read_as_clean_kyrgyz(path: Path) -> None:
    found = outcome(path)
    assert isinstance(found, Source)
    text = found.text
    assert "\\" not in text
    assert "ё" not in text
    assert not re.search("ъ(?![еюя])", text)
    # «XXVIIсессиясынын»: a Roman numeral without a space is Latin by right.
    assert not [
        word for word in re.findall(r"\w+", text) if MIXED.search(word) and not re.match("[IVX]{2,}", word)
    ]
    letters = len(re.findall("[\u0400-\u04ff]", text))
    assert all(text.count(letter) for letter in "өүң")
    assert sum(text.count(letter) for letter in "өүң") > 0.03 * letters


OLD_FONT_ACTS = {
    "osh_decision_242_legacy-font_ky.doc": "_242_Жер",
    "osh_decision_272_legacy-font_ky.doc": "_272_авто",
    "osh_decision_277_tables_legacy-font_ky.doc": "_277_РЕЕСТР",
    "osh_decision_278_amendment_legacy-font_ky.doc": "_278_Ипотека",
    "osh_charter_ky.doc": "_260_токтого_тиркеме",
}


@cache
def kyrgyz_acts() -> dict[str, str]:
    with lzma.open(DATA / "acts" / "acts_ky.jsonl.xz", "rt", encoding="utf-8") as lines:
        return {record["id"]: record["text"] for record in map(json.loads, lines)}


@pytest.mark.parametrize("name", OLD_FONT_ACTS)
def test_old_font_decisions_agree_with_the_repaired_texts(name: str) -> None:
    (repaired,) = (text for key, text in kyrgyz_acts().items() if OLD_FONT_ACTS[name] in key)
    ours = re.findall(r"[\w/]+", source_of(name).text)
    theirs = re.findall(r"[\w/]+", repaired)
    assert len(ours) == len(theirs)
    different = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
    # Where they differ, the repaired text has kept a slash for Ү, or a letter of another alphabet.
    assert len(different) <= 0.01 * len(ours)
    assert all("/" in other or MIXED.search(other) for _, other in different)


def test_kyrgyz_acts_survive_an_old_font_and_back() -> None:
    old_font = str.maketrans("үҮөӨңҢ", "\\/ъЪёЁ")
    letters = wrong = 0
    for text in list(kyrgyz_acts().values())[::2]:
        clean = from_text(text).text
        back = from_text(clean.translate(old_font)).text
        letters += sum(clean.count(letter) for letter in "үҮөӨңҢ")
        wrong += sum(one != other for one, other in zip(clean, back, strict=True))
    assert wrong < 0.001 * letters


def test_no_russian_act_is_taken_for_an_old_font() -> None:
    touched = []
    with lzma.open(DATA / "gold" / "dev_ru.jsonl.xz", "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            source = from_text(record["text"])
            touched.extend(
                notice.code for notice in source.notices if notice.code != "reading.letters_unified"
            )
    assert touched == []


def test_spoiled_text_layers_are_named() -> None:
    assert codes("scan_bad_textlayer_practice_ky.pdf") == {"reading.russian_layer"}
    assert codes("scan_garbled_textlayer_trust_box_ru.pdf") == {"reading.garbled_layer"}


def test_running_headers_of_pdf_editions_are_gone() -> None:
    for name in ("constitution_2021_ru.pdf", "family_code_2025_ru.pdf"):
        assert "cbd.minjust.gov.kg" not in source_of(name).text
    lines = source_of("education_documents_regulation_ru.pdf").text.splitlines()
    assert not [line for line in lines if line.isdecimal()]


def test_pdf_paragraphs_are_whole() -> None:
    for name in ("constitution_2021_ru.pdf", "family_code_2025_ru.pdf", "cabinet_decree_88_2024_ru.pdf"):
        lines = source_of(name).text.splitlines()
        torn = [
            line
            for before, line in pairwise(lines)
            if line[0].islower() and before[-1].isalpha() and not before.isupper()
        ]
        assert len(torn) <= 0.005 * len(lines)


def test_articles_of_pdf_editions_stand_at_line_starts() -> None:
    def articles(name: str) -> list[str]:
        return re.findall(r"^Статья (\d+(?:-\d+)?)\b", source_of(name).text, re.MULTILINE)

    assert articles("constitution_2021_ru.pdf") == [str(number) for number in range(1, 117)]
    # A raised digit in the file: article 85¹, not 851.
    assert "85-1" in articles("family_code_2025_ru.pdf")
    assert "851" not in articles("family_code_2025_ru.pdf")


@pytest.mark.parametrize("converter", ["antiword", "catdoc"])
def test_word_97_without_libreoffice_is_read_with_a_warning(
    converter: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = program(converter)
    if found is None:
        pytest.skip(f"{converter} is not installed")
    (tmp_path / converter).symlink_to(found)
    monkeypatch.setenv("PATH", str(tmp_path))
    source = read(DATA / "files" / "doc" / "osh_charter_ky.doc")
    assert "reading.doc_simplified" in {notice.code for notice in source.notices}
    words = source.text.split()
    assert not [word for word in words if "|" in word]
    whole = Counter(source_of("osh_charter_ky.doc").text.split()) if office_program() else Counter(words)
    assert sum((Counter(words) & whole).values()) > 0.98 * sum(whole.values())
