"""Word documents: order, numbering, tracked changes, notes, boxes, raised digits, the way back."""

import pytest

from corruptex.reading import read_bytes
from corruptex.reading.docx import paragraphs
from corruptex.reading.limits import Limits
from tests.reading_samples import docx, paragraph, run


def text_of(body: str, **parts: str) -> str:
    return read_bytes(docx(body, **parts), "акт.docx").text


def level(depth: int, style: str, pattern: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{pattern}"/>{more}</w:lvl>'
    )


def numbered(number: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def lists(levels: str, numbers: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{numbers}'


def test_body_and_tables_come_in_order_of_reading() -> None:
    cell = "<w:tc>{}</w:tc>"
    table = (
        f"<w:tbl><w:tr>{cell.format(paragraph('Орган'))}{cell.format(paragraph('Мөөнөт') + paragraph('күн'))}"
        f"</w:tr><w:tr>{cell.format(paragraph('Мэрия'))}{cell.format(paragraph('Он'))}</w:tr></w:tbl>"
    )
    source = read_bytes(docx(paragraph("До таблицы") + table + paragraph("После")), "a.docx")
    assert source.text == "До таблицы\nОрган\nМөөнөт\nкүн\nМэрия\nОн\nПосле\n"
    assert [(place.kind, place.index) for place in source.places] == [
        ("paragraph", (0,)),
        ("cell", (0, 0, 0, 0)),
        ("cell", (0, 0, 1, 0)),
        ("cell", (0, 0, 1, 1)),
        ("cell", (0, 1, 0, 0)),
        ("cell", (0, 1, 1, 0)),
        ("paragraph", (1,)),
    ]
    assert [source.text[place.start : place.end] for place in source.places] == source.text.splitlines()


def test_automatic_numbers_of_several_levels_are_printed() -> None:
    levels = (
        level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "russianLower", "%3)")
        + level(3, "bullet", "-")
    )  # fmt: skip
    depths = [0, 1, 1, 2, 2, 0, 1, 2, 3]
    body = "".join(paragraph("норма", numbered(1, depth)) for depth in depths)
    printed = [line.split(" ")[0] for line in text_of(body, numbering=lists(levels)).splitlines()]
    assert printed == ["1.", "1.1.", "1.2.", "а)", "б)", "2.", "2.1.", "а)", "-"]


@pytest.mark.parametrize(
    ("style", "start", "expected"),
    [
        ("upperRoman", 4, "IV"),
        ("lowerRoman", 9, "ix"),
        ("upperLetter", 2, "B"),
        ("lowerLetter", 28, "bb"),
        ("russianUpper", 8, "З"),
        ("russianLower", 10, "к"),
        ("decimalZero", 7, "07"),
        ("chineseCounting", 3, "3"),
    ],
)
def test_number_formats_of_word(style: str, start: int, expected: str) -> None:
    body = paragraph("норма", numbered(1))
    assert text_of(body, numbering=lists(level(0, style, "%1", start))) == f"{expected} норма\n"


def test_start_override_restarts_a_shared_list_once() -> None:
    numbers = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(paragraph("т", numbered(number)) for number in (1, 1, 2, 2, 1))
    printed = text_of(body, numbering=lists(level(0, "decimal", "%1)"), numbers)).splitlines()
    assert printed == ["1) т", "2) т", "5) т", "6) т", "7) т"]


def test_number_comes_from_the_style_and_its_ancestors() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Base"/></w:style>'
    )
    levels = level(0, "decimal", "Статья %1.", more='<w:pStyle w:val="Base"/>')
    body = (
        paragraph("Предмет", '<w:pStyle w:val="Child"/>')
        + paragraph("Без номера", '<w:pStyle w:val="Child"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("Цели", '<w:pStyle w:val="Child"/>')
    )
    assert text_of(body, styles=styles, numbering=lists(levels)) == (
        "Статья 1. Предмет\nБез номера\nСтатья 2. Цели\n"
    )


def test_legal_numbering_prints_upper_levels_in_arabic() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", more="<w:isLgl/>")
    body = paragraph("Глава", numbered(1, 0)) + paragraph("Пункт", numbered(1, 1))
    assert text_of(body, numbering=lists(levels)) == "I. Глава\n1.1. Пункт\n"


def test_insertions_are_kept_and_deletions_dropped() -> None:
    deleted = (
        "<w:del><w:r><w:delText>отменено</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>ушло</w:t></w:r></w:moveFrom>"
    )
    inserted = f"<w:ins>{run(' добавлено')}</w:ins><w:moveTo>{run(' пришло')}</w:moveTo>"
    assert text_of(f"<w:p>{run('Было')}{deleted}{inserted}</w:p>") == "Было добавлено пришло\n"


def test_paragraph_whose_mark_was_deleted_joins_the_next_one() -> None:
    first = paragraph("Орган вправе", "<w:rPr><w:del/></w:rPr>")
    assert text_of(first + paragraph(" отказать.")) == "Орган вправе отказать.\n"


def test_deleted_numbered_paragraph_takes_no_number() -> None:
    gone = (
        f"<w:p><w:pPr>{numbered(1)}<w:rPr><w:del/></w:rPr></w:pPr>"
        "<w:del><w:r><w:delText>старое</w:delText></w:r></w:del></w:p>"
    )
    body = paragraph("а", numbered(1)) + gone + paragraph("б", numbered(1))
    assert text_of(body, numbering=lists(level(0, "decimal", "%1."))) == "1. а\n2. б\n"


def test_deleted_table_row_is_dropped() -> None:
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>"
    old = row.format("<w:trPr><w:del/></w:trPr>", paragraph("старая"))
    body = f"<w:tbl>{old}{row.format('', paragraph('новая'))}</w:tbl>"
    assert text_of(body) == "новая\n"


def test_footnotes_stand_after_the_body_as_their_own_paragraphs() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{paragraph("черта")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("Примечание к норме.")}</w:footnote>'
    )
    body = f'<w:p>{run("Норма")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>' + paragraph("Конец")
    source = read_bytes(docx(body, footnotes=notes), "a.docx")
    assert source.text == "Норма\nКонец\nПримечание к норме.\n"
    assert source.places[-1].kind == "footnote"


def test_text_box_is_read_once_though_it_is_stored_twice() -> None:
    box = f"<w:txbxContent>{paragraph('Бекитилген')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    source = read_bytes(docx(f"<w:p>{run('Токтом')}{drawing}</w:p>"), "a.docx")
    assert source.text == "Токтом\nБекитилген\n"
    assert [place.kind for place in source.places] == ["paragraph", "textbox"]


def test_raised_digit_after_a_number_becomes_a_hyphened_number() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    body = (
        f"<w:p>{run('Статья 23')}{run('1', raised)}{run('0', raised)}{run('. Предмет')}</w:p>"
        f"<w:p>{run('площадь 5 м')}{run('2', raised)}{run(' и более')}</w:p>"
    )
    assert text_of(body) == "Статья 23-10. Предмет\nплощадь 5 м² и более\n"


def test_tabs_breaks_and_special_hyphens() -> None:
    body = (
        "<w:p><w:r><w:t>1.</w:t><w:tab/><w:t>эл</w:t><w:noBreakHyphen/><w:t>аралык</w:t><w:br/>"
        "<w:t>мам</w:t><w:softHyphen/><w:t>ле\u00adкет\u00a0орган</w:t></w:r></w:p>"
    )
    assert text_of(body) == "1.\tэл-аралык\nмамлекет орган\n"


def test_comments_field_codes_and_hidden_text_are_left_out_and_hidden_text_is_named() -> None:
    shown = '<w:vanish w:val="0"/>'
    body = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f"{run('Видно')}{run('скрыто', '<w:vanish/>')}{run('!', shown)}</w:p>"
    )
    source = read_bytes(docx(body), "a.docx")
    assert source.text == "Видно!\n"
    assert [(notice.code, notice.values["count"]) for notice in source.notices] == [
        ("reading.hidden_text", 6)
    ]


def test_every_piece_leads_back_to_the_words_in_the_xml() -> None:
    odd = "ле\u00adкеттик\u00a0и\u0306 орган"
    body = f"<w:p>{run('Мам')}{run(odd)}</w:p>" + paragraph("б", numbered(1))
    data = docx(body, numbering=lists(level(0, "decimal", "%1.")))
    found = paragraphs(data, Limits())
    assert [one.text for one in found] == ["Мамлекеттик й орган", "1. б"]
    for piece in (piece for one in found for piece in one.pieces if piece.element is not None):
        raw = piece.element.text[piece.offset : piece.offset + piece.length]
        assert len(raw) == piece.length
        if piece.length == len(piece.text):
            assert raw.replace("\u00a0", " ") == piece.text
    assert found[1].pieces[0].element is None
