"""PDF files: paragraphs out of lines, running lines away, scans and spoiled text layers named."""

from collections import Counter
from itertools import count

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corruptex.messages import CorruptexError
from corruptex.reading import read_bytes
from corruptex.reading.converters import program
from corruptex.reading.limits import Limits, RefusedError
from corruptex.reading.ocr import recognise
from corruptex.reading.pdf_layout import Line, Stretch, heal, paragraphs_of, without_running_lines
from tests.reading_samples import pdf, scanned_pdf, typed_pdf

LEFT, RIGHT, SIZE = 85.0, 552.0, 12.0


def page_of(texts: list[str], page: int = 0, indent: str = "    ") -> list[Line]:
    """Lines of a page: text that begins with spaces is indented, and a full line ends with «|»."""
    lines = []
    for text, bottom in zip(texts, count(780, -14), strict=False):
        left = LEFT + (35 if text.startswith(indent) else 0)
        words = text.strip().rstrip("|")
        right = RIGHT if text.endswith("|") else left + 6 * len(words)
        lines.append(Line(words, page, left, right, float(bottom), SIZE, words.endswith("\u2010")))
    return lines


def joined(*pages: list[Line]) -> list[str]:
    return ["".join(text for _, text in paragraph) for paragraph in paragraphs_of(pages)]


def test_full_lines_go_on_and_short_lines_end_a_paragraph() -> None:
    page = page_of(
        [
            "    1. Орган рассматривает заявление в течение десяти рабочих|",
            "дней со дня регистрации.",
            "    2. Заявитель вправе отозвать заявление до принятия решения, и|",
            "плата возвращается ему полностью, если орган ещё не приступил к|",
            "рассмотрению.",
            "    1) первое;",
            "    2) второе.",
        ]
    )
    assert joined(page) == [
        "1. Орган рассматривает заявление в течение десяти рабочих дней со дня регистрации.",
        "2. Заявитель вправе отозвать заявление до принятия решения, и плата возвращается ему полностью, "
        "если орган ещё не приступил к рассмотрению.",
        "1) первое;",
        "2) второе.",
    ]


def test_a_paragraph_goes_on_over_the_page_and_keeps_both_places() -> None:
    first = page_of(["    3. Чечим кабыл алынган күндөн тартып үч жумуш күндүн ичинде|"])
    second = page_of(["өтүнмө ээсине жөнөтүлөт.", "    4. Чечимге даттанса болот."], page=1)
    assert paragraphs_of([first, second])[0] == [
        (0, "3. Чечим кабыл алынган күндөн тартып үч жумуш күндүн ичинде "),
        (1, "өтүнмө ээсине жөнөтүлөт."),
    ]


def test_a_wide_gap_between_lines_ends_a_paragraph() -> None:
    lines = page_of(["Орган рассматривает заявление о выдаче разрешения на деятельность|"] * 12 + ["Порядок"])
    assert len(joined(lines)) == 1
    apart = [*lines[:-1], lines[-1]._replace(bottom=lines[-1].bottom - 20)]
    assert len(joined(apart)) == 2


def test_cells_of_a_row_are_parted_but_a_lone_signature_is_not() -> None:
    def row(first: str, second: str, bottom: float) -> Line:
        stretches = (Stretch(first, 90, 150), Stretch(second, 300, 360))
        return Line(f"{first} {second}", 0, 90, 360, bottom, SIZE, False, stretches)

    table = [row("Каттоо", "бир күн", 700), row("Чечим", "он күн", 680)]
    assert joined(table) == ["Каттоо", "бир күн", "Чечим", "он күн"]
    assert joined(table[:1]) == ["Каттоо бир күн"]


def test_a_line_broken_by_a_raised_digit_is_mended() -> None:
    head = Line("Статья 23-1", 0, 90, 150, 700, SIZE, False)
    tail = Line(". Предмет", 0, 150.5, 210, 700, SIZE, False)
    assert joined([head, tail]) == ["Статья 23-1. Предмет"]


@pytest.mark.parametrize(
    ("text", "following", "whole"),
    [
        ("орган мам-", "лекеттик кызмат", "орган мамлекеттик кызмат"),
        ("суроо-", "талап өсөт", "суроо-талап өсөт"),
        ("2024-жылдын 4-", "июлундагы", "2024-жылдын 4-июлундагы"),
        ("ачык-", "айкын иш", "ачык-айкын иш"),
        ("сроки -", "десять дней", "сроки - десять дней"),
        ("Ысык-", "Көл", "Ысык-Көл"),
        ("без переноса", "дальше", "без переноса дальше"),
    ],
)
def test_hyphens_at_line_ends(text: str, following: str, whole: str) -> None:
    words = Counter(["мамлекеттик", "суроо", "талап", "ачык-айкын", "иш"])
    assert heal(text, following, words) == whole


def test_running_lines_and_page_numbers_go_and_headings_stay() -> None:
    pages = []
    for number in range(5):
        texts = [
            f"Положение о порядке выдачи разрешений {number + 1}",
            f"Статья {number + 1}",
            f"1. Норма «{'абвгд'[number]}», у каждой страницы своя.",
            "Приложение",
            f"- {number + 1} -",
        ]
        body = page_of(texts, number)
        body[1] = body[1]._replace(bottom=700 - number * 9)
        body[3] = body[3]._replace(bottom=600 - number * 9)
        body[4] = body[4]._replace(bottom=40)
        pages.append(body)
    kept = without_running_lines(pages)
    assert [[line.text for line in page] for page in kept] == [
        [f"Статья {number + 1}", f"1. Норма «{'абвгд'[number]}», у каждой страницы своя.", "Приложение"]
        for number in range(5)
    ]


def test_a_bare_number_that_does_not_count_pages_stays() -> None:
    pages = [page_of(["Тариф", "450"], 0), page_of(["Другой тариф", "120"], 1)]
    assert [[line.text for line in page] for page in without_running_lines(pages)] == [
        ["Тариф", "450"],
        ["Другой тариф", "120"],
    ]


@given(st.lists(st.lists(st.text("абв өү.-1)", min_size=1).filter(str.strip), max_size=6), max_size=4))
def test_no_letter_is_lost_when_lines_are_joined(texts: list[list[str]]) -> None:
    pages = [page_of([f"{text.strip()}|" for text in page], number) for number, page in enumerate(texts)]
    before = Counter("".join("".join(line.text for line in page) for page in pages))
    after = Counter("".join(joined(*pages)))
    assert {letter: after[letter] for letter in "абвөү.1)"} == {
        letter: before[letter] for letter in "абвөү.1)"
    }


def test_a_scan_without_text_says_how_to_recognise_it() -> None:
    with pytest.raises(CorruptexError, match=r"ocrmypdf -l kir\+rus") as caught:
        read_bytes(scanned_pdf(1, 1, b"\xff"), "скан.pdf")
    assert caught.value.code == "reading.scan"


def test_a_garbled_layer_over_a_picture_is_named() -> None:
    garbled = ["IIoJIoxeHHe o rropqAKe BbI4aqH", "pa3peIIIeHHH Ha TopfoBJIIO", "opraH BlIpaBe oTKa3aTb"] * 3
    (notice,) = read_bytes(typed_pdf(garbled, picture=True), "a.pdf").notices
    assert notice.code == "reading.garbled_layer"


def test_a_password_is_named() -> None:
    lock = "/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<" + "ab" * 32 + ">/U<" + "cd" * 32 + ">>>/ID[<00><00>]"
    with pytest.raises(CorruptexError) as caught:
        read_bytes(pdf(b"", end=lock), "a.pdf")
    assert caught.value.code == "reading.encrypted"


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(CorruptexError) as caught:
        read_bytes(typed_pdf(["text"]), "a.pdf", limits=Limits(pages=0))
    assert caught.value.code == "reading.too_many_pages"


def test_recognition_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CorruptexError, match="tesseract-ocr-kir") as caught:
        read_bytes(scanned_pdf(1, 1, b"\xff"), "скан.pdf", ocr=True)
    assert caught.value.code == "reading.ocr_not_installed"


@pytest.mark.skipif(program("tesseract") is None, reason="tesseract recognises")
def test_recognition_names_language_data_that_is_missing() -> None:
    with pytest.raises(RefusedError) as caught:
        recognise(scanned_pdf(1, 1, b"\xff"), Limits(), languages=("xx1", "eng"))
    assert caught.value.reason == "reading.ocr_language_missing"
    assert caught.value.values["languages"] == "xx1"


@pytest.mark.skipif(program("tesseract") is None, reason="tesseract recognises")
def test_a_scan_is_recognised() -> None:
    with pypdfium2.PdfDocument(typed_pdf(["The authority may refuse", "the permit at will"])) as document:
        bitmap = document[0].render(scale=2, grayscale=True)
        rows = bytes(bitmap.buffer)
        grey = b"".join(rows[row * bitmap.stride :][: bitmap.width] for row in range(bitmap.height))
        scan = scanned_pdf(bitmap.width, bitmap.height, grey)
    reading = recognise(scan, Limits(), languages=("eng",))
    assert "authority may refuse the permit" in " ".join(reading.text.split())
    assert reading.places[0].index == (0,)
    assert [notice.code for notice in reading.notices] == ["reading.recognised_now"]
