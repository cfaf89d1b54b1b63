"""Hostile, broken and foreign files end in one line that names the file, with flat memory."""

import io
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corruptex.messages import LANGUAGES, CorruptexError, catalogue
from corruptex.reading import Limits, read, read_bytes
from corruptex.reading.converters import private_folder, run
from corruptex.reading.limits import MEGABYTE, RefusedError
from tests.reading_samples import deflated_zeros, docx, odt, package, paragraph, pdf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refused(data: bytes, **limits: int) -> str:
    """The code of the refusal; fails if the file is read or the message is not one line with the name."""
    with pytest.raises(CorruptexError) as caught:
        read_bytes(data, "акт.docx", limits=Limits(**limits))
    for lang in LANGUAGES:
        said = caught.value.say(lang)
        assert "акт.docx" in said
        assert "\n" not in said
    return caught.value.code


def outcome(data: bytes) -> str:
    """What a person sees: the error, or the name of the file that was read."""
    try:
        return f"{read_bytes(data, 'x').name}: "
    except CorruptexError as error:
        return str(error)


def nested(count: int) -> str:
    return "<w:sdt><w:sdtContent>" * count + paragraph("т") + "</w:sdtContent></w:sdt>" * count


ENTITIES = '<!DOCTYPE d [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
WORD_BEHIND_DTD = package(
    {"[Content_Types].xml": "<Types/>", "word/document.xml": ENTITIES + "<d>&b;&c;</d>"}
)
UTF16_DTD = package(
    {"[Content_Types].xml": "<Types/>", "word/document.xml": (ENTITIES + "<d>&b;</d>").encode("utf-16")}
)


def encrypted_odt() -> bytes:
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
            "content.xml": b"\x00\x01",
        }
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "reading.empty"),
        (b" \n\x00\t", "reading.empty"),
        (docx(""), "reading.empty"),
        (os.urandom(4096).replace(b"PK", b"") + b"\x00\x01", "reading.binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "reading.picture"),
        (b"\x1f\x8b\x08" + bytes(50), "reading.archive"),
        (package({"акт.docx": docx(paragraph("т"))}), "reading.archive"),
        (
            package({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"}),
            "reading.not_a_text_document",
        ),
        (OLE + "Workbook".encode("utf-16-le"), "reading.not_a_text_document"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "reading.encrypted"),
        (OLE + b"\xec\xa5" + bytes(9) + b"\x01" + "WordDocument".encode("utf-16-le"), "reading.encrypted"),
        (OLE, "reading.damaged"),
        (encrypted_odt(), "reading.encrypted"),
        (b"%PDF-1.7\n" + bytes(range(256)), "reading.damaged"),
        (b"PK\x03\x04" + bytes(100), "reading.damaged"),
        (docx(paragraph("т" * 500))[:300], "reading.damaged"),
        (docx("<w:p>"), "reading.damaged"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><a/>', "reading.word_xml"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--", "reading.damaged"),
        (WORD_BEHIND_DTD, "reading.has_dtd"),
        (UTF16_DTD, "reading.has_dtd"),
        (docx(nested(5000)), "reading.too_deep"),
        (docx(nested(120)), "reading.too_deep"),
        (b"<html>" + b"<div>" * 5000 + b"t", "reading.too_deep"),
        (
            package({"[Content_Types].xml": "", "word/document.xml": "", "../../x": "1"}),
            "reading.unsafe_names",
        ),
        (package({"[Content_Types].xml": "", "word/document.xml": "", "C:\\x": "1"}), "reading.unsafe_names"),
        (package({f"word/{number}": "" for number in range(5000)}), "reading.too_many_entries"),
        (pdf(deflated_zeros(80)), "reading.bomb"),
        (pdf(b"", "[/FlateDecode /FlateDecode]"), "reading.bomb"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_every_limit_is_kept() -> None:
    text = "абв где\n" * 20000
    assert refused(text.encode(), size=1000) == "reading.too_large"
    assert refused(docx(paragraph(text)), unpacked=10_000) == "reading.bomb"
    assert refused(docx(paragraph("а" * 3 * MEGABYTE)), ratio=50) == "reading.bomb"
    assert refused(docx(paragraph("т"), styles=""), entries=2) == "reading.too_many_entries"
    assert refused(odt("<text:p>т</text:p>"), nesting=3) == "reading.too_deep"
    assert refused(b"<p><b><i><u>t", nesting=4) == "reading.too_deep"
    assert refused(b"<p>t" * 50, elements=40) == "reading.too_many_elements"
    assert refused(docx(paragraph("т") * 50), elements=100) == "reading.too_many_elements"
    assert refused(rb"{\rtf1 " + b"z" * 5000 + b"}", unpacked=10_000) == "reading.too_large"


def test_sizes_are_counted_and_not_believed() -> None:
    data = bytearray(docx(paragraph("а" * 4 * MEGABYTE)))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lie = bytes(data).replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lie != bytes(data)
    assert refused(lie, unpacked=MEGABYTE) in {"reading.bomb", "reading.damaged"}


def test_folders_missing_files_and_odd_names(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path, "reading.folder"),
        (tmp_path / "нет.docx", "reading.not_found"),
        (tmp_path / ("а" * 300), "reading.no_access"),
        (Path("a\x00b"), "reading.no_access"),
    ):
        with pytest.raises(CorruptexError) as caught:
            read(path)
        assert caught.value.code == code
    strange = tmp_path / "a\nb.txt"
    strange.write_bytes(b"")
    with pytest.raises(CorruptexError) as caught:
        read(strange)
    assert str(caught.value).startswith("a b.txt: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CorruptexError) as caught:
        read(tmp_path / "pipe")
    assert caught.value.code == "reading.no_access"


def test_a_file_over_the_limit_is_not_loaded(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as stream:
        stream.truncate(10**12)
    with pytest.raises(CorruptexError) as caught:
        read(huge)
    assert caught.value.values["megabytes"] == 10**12 // MEGABYTE


@pytest.mark.skipif(os.name != "posix", reason="memory is measured by the POSIX resource module")
@pytest.mark.parametrize("kind", ["docx", "odt", "pdf"])
def test_memory_stays_flat_on_a_bomb(kind: str, tmp_path: Path) -> None:
    zeros = " " * 120 * MEGABYTE
    bomb = tmp_path / "bomb"
    if kind == "pdf":
        bomb.write_bytes(pdf(deflated_zeros(120)))
    else:
        bomb.write_bytes(docx(paragraph(zeros)) if kind == "docx" else odt(zeros))
    del zeros
    script = (
        "import resource, sys\nfrom corruptex.reading import read\n"
        "import pypdfium2, lxml.etree\nfrom corruptex.messages import CorruptexError, catalogue\n"
        "catalogue()\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "try:\n    read(sys.argv[1])\nexcept CorruptexError as error:\n    print(error.code, end=' ')\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    root = Path(__file__).parents[1]
    printed = subprocess.run(
        [sys.executable, "-c", script, str(bomb)], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split()
    assert printed[0] == "reading.bomb"
    kilobytes = int(printed[1]) // (1024 if sys.platform == "darwin" else 1)
    assert kilobytes < 100 * 1024


@given(
    st.binary(max_size=400),
    st.sampled_from(["", "PK\x03\x04", "%PDF-1.4", "{\\rtf1 ", "<html>", "MIME-Version: 1.0\n"]),
)
def test_junk_never_ends_in_a_traceback(junk: bytes, start: str) -> None:
    assert outcome(start.encode() + junk).startswith("x: ")


@given(st.integers(0, 600), st.binary(min_size=1, max_size=8))
def test_a_damaged_package_never_ends_in_a_traceback(place: int, junk: bytes) -> None:
    whole = docx(paragraph("Статья 1. Предмет"), styles="", numbering="")
    assert outcome(whole[:place] + junk + whole[place + len(junk) :]).startswith("x: ")


@pytest.mark.skipif(os.name != "posix", reason="the limits of a process are POSIX")
def test_converters_are_kept_on_a_leash() -> None:
    python = sys.executable
    with private_folder() as folder:
        assert folder.stat().st_mode & 0o077 == 0
        assert run(
            [python, "-c", "import os; print(os.environ['HOME'])"], folder, Limits()
        ).decode().strip() == str(folder)
        for command, code in (
            ("import time; time.sleep(60)", "reading.too_slow"),
            ("b = bytes(900_000_000)", "reading.converter_failed"),
            ("print('a' * 50_000_000)", "reading.converter_failed"),
        ):
            with pytest.raises(RefusedError) as caught:
                run(
                    [python, "-c", command],
                    folder,
                    Limits(memory=500_000_000, unpacked=10_000_000),
                    seconds=2,
                )
            assert caught.value.reason == code
        with pytest.raises(RefusedError):
            run(["/no/such/program"], folder, Limits())
    assert not folder.exists()


def test_every_message_of_reading_exists_with_the_same_placeholders_in_all_languages() -> None:
    folder = Path(__file__).parents[1] / "corruptex" / "reading"
    used = {
        code
        for module in folder.glob("*.py")
        for code in re.findall(r'"(reading\.[a-z_0-9]+)"', module.read_text(encoding="utf-8"))
    }
    assert used == {code for code in catalogue() if code.startswith("reading.")}
    for code in used:
        texts = catalogue()[code]
        assert set(texts) == set(LANGUAGES)
        assert len({frozenset(re.findall(r"\{(\w+)\}", text)) for text in texts.values()}) == 1
        assert not any("\n" in text for text in texts.values())
