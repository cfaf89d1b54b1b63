"""PDF files: the text layer, line by line with its geometry, rejoined into paragraphs."""

from __future__ import annotations

import re
import threading
from typing import Any, NamedTuple

from corruptex.model import Notice, Place
from corruptex.reading.blocks import Reading, raise_digits, tidy
from corruptex.reading.limits import Limits, RefusedError
from corruptex.reading.pdf_layout import Line, Paragraph, Stretch, paragraphs_of, without_running_lines
from corruptex.reading.pdf_streams import check_streams

PDFIUM_LOCK = threading.Lock()  # pdfium is not made for threads
_LINE_HYPHEN = "\ufffe"  # pdfium's sign for a hyphen at the end of a line, after which it joins the lines
_VISUAL_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")
_RAISABLE = re.compile(r"(?<=[^\W\d_])\d+|\d{2,}")
_SIZED = re.compile(r"\w")
_SPACES = re.compile(r" +")
_LOOSE = 0.55  # width of an average character in type sizes above which a line is looked at for gaps
_WIDE_GAP = 1.2  # type sizes between words that keep cells of a table apart
_VERY_WIDE_GAP = 3.0
_SMALL = 0.8  # a raised digit is set in at most this share of the size before it
_PICTURE_SHARE = 0.5
_SAMPLED_PAGES = 12
_FEW_LETTERS = 20  # letters on a page below which it counts as having no text


class Page(NamedTuple):
    """One page with text as pdfium sees it.

    Attributes:
        lines: Visual lines in the order of the file.
        letters: Letters on the page.
        picture: Whether a picture covers most of it; ``None`` if not looked at.
    """

    lines: list[Line]
    letters: int
    picture: bool | None


class _Boxes:
    """Geometry of single characters of a page, asked for only where needed."""

    def __init__(self, textpage: Any) -> None:
        from pypdfium2 import raw  # noqa: PLC0415

        self._raw = raw
        self._page = textpage.raw
        self._box = raw.FS_RECTF()

    def box(self, index: int) -> tuple[float, float, float]:
        """Return left, right and bottom of the room of a character, in points."""
        self._raw.FPDFText_GetLooseCharBox(self._page, index, self._box)
        return self._box.left, self._box.right, self._box.bottom

    def size(self, index: int) -> float:
        """Return the font size of a character in points."""
        return float(self._raw.FPDFText_GetFontSize(self._page, index))


def _with_raised_digits(text: str, start: int, boxes: _Boxes) -> str:
    """Write raised digits as «-N» after a digit, as superscripts after a letter."""
    found: list[tuple[int, int, str]] = []
    for match in _RAISABLE.finditer(text):
        for place in range(max(1, match.start()), match.end()):
            if text[place - 1].isalnum() and boxes.size(start + place) < _SMALL * boxes.size(
                start + place - 1
            ):
                shown = "".join(raise_digits(text[:place], text[place : match.end()]))
                found.append((place, match.end(), shown))
                break
    for begin, end, shown in reversed(found):
        text = text[:begin] + shown + text[end:]
    return text


def _lines_of(textpage: Any, page: int) -> list[Line]:
    text: str = textpage.get_text_range()
    boxes = _Boxes(textpage)
    lines = []
    for match in _VISUAL_LINE.finditer(text):
        raw = match[0]
        hyphen = raw.endswith(_LINE_HYPHEN)
        shown = raw.removesuffix(_LINE_HYPHEN)
        first = match.start() + len(shown) - len(shown.lstrip())
        last = match.start() + len(shown.rstrip()) - 1
        if last < first:
            continue
        left, _, bottom = boxes.box(first)
        _, right, _ = boxes.box(last)
        # Signs that pdfium adds itself have no size of their own: a letter near the middle has.
        letter = _SIZED.search(text, (first + last) // 2, last + 1)
        size = boxes.size(letter.start() if letter else first)
        stretches = (
            _stretches(text, first, last, boxes, size)
            if right - left > _LOOSE * size * (last - first)
            else []
        )
        shown = tidy(_with_raised_digits(text[first : last + 1], first, boxes)).strip()
        if shown:
            shown += "-" if hyphen else ""
            lines.append(Line(shown, page, left, right, bottom, size, hyphen, tuple(stretches)))
    return lines


def _stretches(text: str, first: int, last: int, boxes: _Boxes, size: float) -> list[Stretch]:
    """Return the parts of a loose line that wide gaps keep apart; empty if there is no wide gap."""
    gaps = [
        (match.start(), match.end(), boxes.box(match.end())[0] - boxes.box(match.start() - 1)[1])
        for match in _SPACES.finditer(text, first, last)
    ]
    # In a justified line all gaps are alike and none parts cells, unless they are wider than any setting.
    usual = min((gap for _, _, gap in gaps), default=0.0)
    wide = [
        (end, start)
        for end, start, gap in gaps
        if gap > _VERY_WIDE_GAP * size or (gap > _WIDE_GAP * size and gap > 2.5 * usual)
    ]
    if not wide:
        return []
    begins = [first, *(start for _, start in wide)]
    ends = [*(end for end, _ in wide), last + 1]
    return [
        Stretch(text[begin:end], boxes.box(begin)[0], boxes.box(end - 1)[1])
        for begin, end in zip(begins, ends, strict=True)
    ]


def _has_picture(page: Any) -> bool:
    from pypdfium2 import raw  # noqa: PLC0415

    width, height = page.get_size()
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = found.get_bounds()
        if (right - left) * (top - bottom) > _PICTURE_SHARE * width * height:
            return True
    return False


def _pages(data: bytes, limits: Limits) -> list[Page]:
    import pypdfium2 as pdfium  # noqa: PLC0415

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        reason = "reading.encrypted" if "password" in str(error).lower() else "reading.damaged"
        raise RefusedError(reason) from error
    pages = []
    with document:
        count = len(document)
        if count > limits.pages:
            raise RefusedError("reading.too_many_pages", count=count, limit=limits.pages)
        step = max(1, count // _SAMPLED_PAGES)
        for number in range(count):
            page = document[number]
            textpage = page.get_textpage()
            lines = _lines_of(textpage, number)
            letters = sum(character.isalpha() for line in lines for character in line.text)
            looked_at = number % step == 0 or letters < _FEW_LETTERS
            pages.append(Page(lines, letters, _has_picture(page) if looked_at else None))
            textpage.close()
            page.close()
    return pages


def read_pdf(data: bytes, limits: Limits) -> Reading:
    """Read the text layer of a PDF.

    Raises:
        RefusedError: If it has a password, is damaged, over a limit, or a scan without text.
    """
    check_streams(data, limits)
    with PDFIUM_LOCK:
        pages = _pages(data, limits)
    blank = [number for number, page in enumerate(pages) if page.letters < _FEW_LETTERS and page.picture]
    looked_at = [page for page in pages if page.picture is not None]
    scanned = sum(bool(page.picture) for page in looked_at) / max(1, len(looked_at))
    if not any(page.lines for page in pages) or len(blank) > len(pages) / 2:
        raise RefusedError("reading.scan" if blank else "reading.no_text")
    body = without_running_lines([page.lines for page in pages])
    text, places = _write(paragraphs_of(body))
    notices: tuple[Notice, ...] = ()
    if blank:
        shown = ", ".join(str(number + 1) for number in blank[:20])
        notices = (Notice("reading.pages_without_text", {"pages": shown}),)
    return Reading(text, places, notices, scanned)


def _write(paragraphs: list[Paragraph]) -> tuple[str, tuple[Place, ...]]:
    parts: list[str] = []
    places: list[Place] = []
    position = 0
    for paragraph in paragraphs:
        for page, stretch in paragraph:
            end = position + len(stretch)
            if places and places[-1].index == (page,):
                places[-1] = Place(places[-1].start, end, "page", (page,))
            else:
                places.append(Place(position, end, "page", (page,)))
            parts.append(stretch)
            position = end
        parts.append("\n")
        position += 1
    return "".join(parts), tuple(places)
