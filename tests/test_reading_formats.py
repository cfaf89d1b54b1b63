"""rtf, odt, html, mht and txt one by one, and the same text out of all formats."""

import base64
import shutil
from pathlib import Path

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corruptex.messages import CorruptexError
from corruptex.reading import read, read_bytes
from corruptex.reading.converters import private_folder
from corruptex.reading.limits import Limits
from corruptex.reading.office import convert, office_program
from tests.reading_samples import odt

KYRGYZ_AND_RUSSIAN = (
    "Статья 1. Орган вправе отказать.\r\nӨкмөт уруксат берүүдөн баш тартууга укуктуу, эгерде ж.б.\n"
)


# --- plain text -------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_text_is_decoded_and_otherwise_unchanged(encoding: str) -> None:
    source = read_bytes(KYRGYZ_AND_RUSSIAN.encode(encoding), "a.txt")
    assert source.text == KYRGYZ_AND_RUSSIAN
    assert source.format == "txt"
    assert [place.index for place in source.places] == [(0,), (1,)]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize(
    "text",
    [
        "Статья 1. Орган вправе отказать в выдаче разрешения.\r\n",
        "1) заявитель представляет документы; 2) орган рассматривает их в течение десяти дней",
        "Приложение к приказу министерства\n" * 300,
    ],
)
def test_code_pages_of_the_last_century(encoding: str, text: str) -> None:
    assert read_bytes(text.encode(encoding), "a.txt").text == text


def test_kyrgyz_in_a_code_page_without_its_letters_is_named() -> None:
    text = "Жергиликтуу бюджеттин каражаттарын болуштуруу жонундо токтомдун аткарылышы жана коомдун иши. " * 8
    (notice,) = read_bytes(text.encode("cp1251"), "a.txt").notices
    assert notice.code == "reading.code_page_kyrgyz"
    assert notice.values["encoding"] == "cp1251"


def test_old_font_text_keeps_the_offsets_of_the_file() -> None:
    raw = "Кыргыз Республикасынын Ъкмът\\\r\n\r\nжън\\ндъ токтом\r\n"
    source = read_bytes(raw.encode("cp1251"), "a.txt")
    assert source.text == "Кыргыз Республикасынын Өкмөтү\r\n\r\nжөнүндө токтом\r\n"
    assert source.original == raw
    assert [place.index for place in source.places] == [(0,), (2,)]


@given(st.text(alphabet="абвө ү\n\r.1", min_size=1).filter(str.strip))
def test_any_utf8_text_comes_back_whole(text: str) -> None:
    assert read_bytes(text.encode(), "a.txt").text == text


# --- HTML and MHTML ---------------------------------------------------------------------------------


def html(body: str, encoding: str = "utf-8") -> str:
    return read_bytes(f"<html><body>{body}</body></html>".encode(encoding), "a.html").text


def test_block_elements_are_lines_and_white_space_is_folded() -> None:
    body = "<h1>Токтом</h1><p>Бир\n   <b>ин</b>чи<br>экинчи</p>үчүнчү<div>төртүнчү</div><script>x()</script>"
    assert html(body) == "Токтом\nБир инчи\nэкинчи\nүчүнчү\nтөртүнчү\n"


def test_raised_digits_of_html() -> None:
    body = "<p>Статья 23<sup>1</sup>. Предмет</p><p>5 м<span style='vertical-align: super'>2</span></p>"
    assert html(body) == "Статья 23-1. Предмет\n5 м²\n"


def test_cells_of_html_tables_have_places() -> None:
    data = b"<table><tr><td>a<td>b<tr><td><p>c</p><p>d</p></td></tr></table><p>e"
    source = read_bytes(data, "a.html")
    assert source.text == "a\nb\nc\nd\ne\n"
    assert [place.index for place in source.places] == [
        (0, 0, 0, 0), (0, 0, 1, 0), (0, 1, 0, 0), (0, 1, 0, 1), (0,),
    ]  # fmt: skip


def test_numbers_of_html_lists_are_printed() -> None:
    body = "<ol start=3><li>а<li><p>б</p></ol><ol type=a><li value=2>в</ol><ul><li>г</ul>"
    assert html(body) == "3. а\n4. б\nb. в\n• г\n"


def test_a_charset_that_lies_is_not_believed() -> None:
    lie = "<html><head><meta charset=windows-1251></head><body><p>Өкмөт</p></body></html>"
    assert read_bytes(lie.encode("utf-8"), "a.html").text == "Өкмөт\n"
    assert read_bytes(lie.encode("utf-16"), "a.html").text == "Өкмөт\n"
    truth = "<html><head><meta charset=koi8-r></head><body><p>УКАЗ</p></body></html>"
    assert read_bytes(truth.encode("koi8-r"), "a.html").text == "УКАЗ\n"


def test_soft_hyphens_and_odd_spaces_are_tidied() -> None:
    assert (
        html("<p>Статья&nbsp;30. Норма&shy;лизация&#8203;, 1‐берене</p>")
        == "Статья 30. Нормализация, 1-берене\n"
    )


def test_register_export_is_read_by_its_content() -> None:
    page = "<html><body><p>Жергиликтүү өз алдынча башкаруу жөнүндө</p></body></html>"
    message = (
        "MIME-Version:1.0\nContent-Type:multipart/related;boundary=b\n\n--b\n"
        "Content-Transfer-Encoding:base64\nContent-Type:text/html\n\n"
        + base64.encodebytes(page.encode("utf-16")).decode()
        + "\n--b--\n"
    )
    source = read_bytes(message.encode(), "мыйзам.doc")
    assert (source.format, source.text) == ("mht", "Жергиликтүү өз алдынча башкаруу жөнүндө\n")


# --- OpenDocument -----------------------------------------------------------------------------------

LIST_STYLE = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="а, б, .., аа" '
    'style:num-suffix=")"/></text:list-style>'
    '<style:style style:name="up"><style:text-properties style:text-position="super 58%"/></style:style>'
)


def test_lists_of_odt_are_numbered() -> None:
    inner = "<text:list><text:list-item><text:p>в</text:p></text:list-item></text:list>"
    body = (
        '<text:list text:style-name="L"><text:list-item><text:p>а</text:p><text:p>без номера</text:p>'
        "</text:list-item>"
        f"<text:list-item><text:p>б</text:p>{inner}</text:list-item></text:list><text:p>перерыв</text:p>"
        '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>г</text:p>'
        "</text:list-item></text:list>"
    )
    expected = "1. а\nбез номера\n2. б\nа) в\nперерыв\n3. г\n"
    assert read_bytes(odt(body, LIST_STYLE), "a.odt").text == expected


def test_notes_boxes_changes_and_spaces_of_odt() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>отменено</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>Статья 5<text:span text:style-name="up">2</text:span><text:s text:c="2"/>'
        "Мөөнөт<text:tab/>бир"
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>сноска</text:p></text:note-body></text:note><text:line-break/>эки"
        "<office:annotation><text:p>замечание</text:p></office:annotation>"
        "<draw:frame><draw:text-box><text:p>куту</text:p></draw:text-box></draw:frame></text:p>"
    )
    source = read_bytes(odt(body, LIST_STYLE), "a.odt")
    assert source.text == "Статья 5-2  Мөөнөт\tбир\nэки\nкуту\nсноска\n"
    assert [place.kind for place in source.places] == ["paragraph", "textbox", "footnote"]


# --- RTF --------------------------------------------------------------------------------------------


def rtf(body: str) -> str:
    head = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Times;}}\f0 "
    return read_bytes(head + body.encode("cp1251") + b"}", "a").text


def test_letters_cells_notes_and_raised_digits_of_rtf() -> None:
    table = r"\pard\intbl бир\par эки\cell\pard\intbl үч\cell\row \pard кийин\par ".replace("ү", r"\u1199?")
    body = (
        r"\'d1\'f2\'e0\'f2\'fc\'ff 7{\super 1}. \u1257?{\*\comment x}\par "
        + table
        + r"норма{\footnote \pard сноска} {\deleted было }стало\par "
        + r"{\field{\*\fldinst HYPERLINK x}{\fldrslt ссылка}}"
    )
    assert rtf(body) == "Статья 7-1. ө\nбир\nэки\nүч\nкийин\nнорма стало\nссылка\nсноска\n"


def test_cells_of_rtf_have_places() -> None:
    row = r"\pard\intbl a\cell b\cell\row "
    source = read_bytes((r"{\rtf1 " + row + row + r"\pard c\par " + row + "}").encode(), "a.rtf")
    assert [place.index for place in source.places] == [
        (0, 0, 0, 0), (0, 0, 1, 0), (0, 1, 0, 0), (0, 1, 1, 0), (0,), (1, 0, 0, 0), (1, 0, 1, 0),
    ]  # fmt: skip


def test_rtf_cut_short_gives_what_is_left() -> None:
    data = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 T;}}\f0 \'d3\'ea\'e0\'e7"
    assert read_bytes(data, "a").text == "Указ\n"


# --- one document, all formats ----------------------------------------------------------------------

ACT = [
    ("heading", "Уруксат берүү тартиби жөнүндө жобо"),
    ("heading", "1-глава. Жалпы жоболор"),
    (
        "plain",
        "1. Ушул Жобо соода жайын пайдаланууга уруксат берүүнүн тартибин, мөөнөтүн жана уруксатты "
        "токтотуунун негиздерин аныктайт; ал шаардын бүт аймагында колдонулат жана бардык өтүнмө ээлерине "
        "тең тиешелүү.",
    ),
    ("plain", "2. Өтүнмө ээси төмөнкү документтерди берет:"),
    ("plain", "1) өтүнмө;"),
    ("plain", "2) өздүгүн тастыктаган документтин көчүрмөсү;"),
    ("plain", "а) эгерде өкүл берсе, ишеним кат."),
    ("heading", "Глава 2. Рассмотрение заявлений"),
    (
        "plain",
        "3. Уполномоченный орган рассматривает заявление в течение десяти рабочих дней со дня его "
        "регистрации и направляет заявителю мотивированное решение тем способом, который указан в заявлении.",
    ),
    ("plain", "4. В выдаче разрешения отказывается, если сведения недостоверны."),
    ("plain", "- отказ может быть обжалован в суд;"),
    ("table", "Кызмат|Мөөнөт|Срок"),
    ("table", "Каттоо|бир күн|один день"),
    ("table", "Чечим|он күн|десять дней"),
    ("raised", "Статья 12|1|. Переходные положения"),
    ("plain", "5. Жобо расмий жарыяланган күндөн тартып он беш күн өткөндөн кийин күчүнө кирет."),
]
FORMATS = ["doc", "odt", "rtf", "pdf", "html", "txt:Text (encoded):UTF8"]


def expected_paragraphs() -> list[str]:
    lines: list[str] = []
    for kind, text in ACT:
        lines.extend(text.split("|") if kind == "table" else [text.replace("|1|", "-1")])
    return lines


def write_act(file: Path) -> None:
    document = python_docx.Document()
    table = None
    for kind, text in ACT:
        if kind == "table":
            cells = text.split("|")
            if table is None:
                table = document.add_table(0, len(cells))
                table.style = "Table Grid"
            for cell, words in zip(table.add_row().cells, cells, strict=True):
                cell.text = words
        elif kind == "raised":
            before, raised, after = text.split("|")
            paragraph = document.add_paragraph(before)
            paragraph.add_run(raised).font.superscript = True
            paragraph.add_run(after)
        elif kind == "heading":
            document.add_heading(text, 1)
        else:
            document.add_paragraph(text)
    document.save(str(file))


def folded(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.mark.skipif(office_program() is None, reason="LibreOffice makes the other formats")
def test_one_document_gives_the_same_paragraphs_in_every_format(tmp_path: Path) -> None:
    act = tmp_path / "act.docx"
    write_act(act)
    assert folded(read(act).text) == expected_paragraphs()
    for kind in FORMATS:
        with private_folder() as folder:
            copy = folder / "act.docx"
            shutil.copy(act, copy)
            data = convert(copy, kind, folder, Limits())
        # The name has no extension: the content alone tells the format.
        source = read_bytes(data, "act")
        assert source.format == kind.partition(":")[0]
        expected = expected_paragraphs()
        if source.format == "txt":
            # Plain text cannot raise a digit.
            expected = [line.replace("12-1", "121") for line in expected]
        assert folded(source.text) == expected, kind


def test_a_doc_without_any_converter_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + "WordDocument".encode("utf-16-le")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CorruptexError, match="Install LibreOffice or antiword"):
        read_bytes(data, "a.doc")


def test_each_line_of_preformatted_html_is_a_paragraph():
    page = (
        "<html><body><pre>ЗАКОН\nО скамейках\n\nСтатья 1. Скамейка\n1. Скамейка   стоит.\r\n"
        "<b>2.</b> Скамейку <i>красят</i>.<br>Статья 2. Цвет\n</pre><p>За\nписано.</p></body></html>"
    )
    assert read_bytes(page.encode(), "act.html").text.splitlines() == [
        "ЗАКОН",
        "О скамейках",
        "Статья 1. Скамейка",
        "1. Скамейка стоит.",
        "2. Скамейку красят.",
        "Статья 2. Цвет",
        "За писано.",
    ]
