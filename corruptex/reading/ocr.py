"""Scans read by tesseract with its Kyrgyz and Russian data, directly or through ocrmypdf."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corruptex.model import Notice
from corruptex.reading.blocks import Block, Reading, assemble, tidy
from corruptex.reading.converters import private_folder, program, run
from corruptex.reading.limits import Limits, RefusedError
from corruptex.reading.pdf import PDFIUM_LOCK, read_pdf

LANGUAGES = ("kir", "rus")
_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


def recognise(data: bytes, limits: Limits, languages: Sequence[str] = LANGUAGES) -> Reading:
    """Read a scanned PDF by optical character recognition.

    Args:
        data: The PDF.
        limits: Time and memory for each page; pages.
        languages: Names of tesseract's language data.

    Raises:
        RefusedError: If the programs or their language data are not installed, or fail.
    """
    tesseract = program("tesseract")
    if tesseract is None:
        raise RefusedError("reading.ocr_not_installed")
    with private_folder() as folder:
        listed = run([tesseract, "--list-langs"], folder, limits).decode("utf-8", "replace").split()
        if missing := [language for language in languages if language not in listed]:
            raise RefusedError("reading.ocr_language_missing", languages=", ".join(missing))
        ocrmypdf = program("ocrmypdf")
        asked = "+".join(languages)
        if ocrmypdf is not None:
            reading = _by_ocrmypdf(ocrmypdf, asked, data, folder, limits)
        else:
            reading = _by_tesseract(tesseract, asked, data, folder, limits)
    if not reading.text.strip():
        raise RefusedError("reading.no_text")
    return reading._replace(notices=(*reading.notices, Notice("reading.recognised_now")), scanned=1.0)


def _by_ocrmypdf(ocrmypdf: str, languages: str, data: bytes, folder: Path, limits: Limits) -> Reading:
    scan, result = folder / "scan.pdf", folder / "recognised.pdf"
    scan.write_bytes(data)
    command = [
        ocrmypdf,
        "-l",
        languages,
        "--force-ocr",
        "--output-type",
        "pdf",
        "--quiet",
        str(scan),
        str(result),
    ]
    run(command, folder, limits, seconds=10 * limits.seconds)
    return read_pdf(result.read_bytes(), limits)


def _by_tesseract(tesseract: str, languages: str, data: bytes, folder: Path, limits: Limits) -> Reading:
    import pypdfium2 as pdfium  # noqa: PLC0415  (heavy, and only scans come here)

    blocks: list[Block] = []
    with PDFIUM_LOCK, pdfium.PdfDocument(data) as document:
        if len(document) > limits.pages:
            raise RefusedError("reading.too_many_pages", count=len(document), limit=limits.pages)
        for number in range(len(document)):
            picture = folder / "page.pgm"
            _draw(document[number], picture, limits)
            printed = run([tesseract, str(picture), "stdout", "-l", languages], folder, limits)
            text = tidy(printed.decode("utf-8", "replace")).replace("-\n", "-")
            blocks.extend(Block(" ".join(part.split()), "page", (number,)) for part in text.split("\n\n"))
    return Reading(*assemble(blocks))


def _draw(page: Any, file: Path, limits: Limits) -> None:
    """Draw a page in grey as a portable graymap, which needs no picture library."""
    scale = _DOTS_PER_INCH / _POINTS_PER_INCH
    width, height = page.get_size()
    scale = min(scale, (limits.unpacked / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    stride = bitmap.stride
    pixels = b"".join(rows[row * stride : row * stride + bitmap.width] for row in range(bitmap.height))
    file.write_bytes(b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels)
    bitmap.close()
    page.close()
