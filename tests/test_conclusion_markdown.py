"""The report as Markdown."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corruptex.conclusion import markdown
from tests import reports

METHODOLOGY = reports.methodology()
READER = MarkdownIt("commonmark").enable("table")


def shown_text(source: str) -> str:
    """What a reader of Markdown sees, without its structure."""
    return "".join(
        child.content or ("\n" if child.type == "softbreak" else "")
        for token in READER.parse(source)
        for child in token.children or ()
    )


def kinds(source: str) -> set[str]:
    tokens = READER.parse(source)
    return {token.type for token in tokens} | {
        child.type for token in tokens for child in token.children or ()
    }


def test_findings_stand_in_a_table_and_in_full():
    page = markdown.render([reports.report()], METHODOLOGY, "ru")
    assert "| F2 | п. 1 ч. 2 ст. 1 | D4 основания для отказа не закрыты | высокая |" in page
    assert "> Мэрия вправе: **отказать в выдаче разрешения по иным основаниям**;" in page
    assert "- R1 проект не обсуждён" in page


def test_text_of_an_act_opens_no_cell_link_or_element():
    hostile = " | # [x](http://a.b) <script>alert(1)</script> `код` **жирно** ![i](j) &lt; <!-- "
    report = reports.spoilt("ru", hostile)
    report = replace(report, act=replace(report.act, title=f"Об актах{hostile}"))
    page = markdown.render([report], METHODOLOGY, "ru")
    found = kinds(page)
    assert not found & {"html_block", "html_inline", "link_open", "image"}
    assert "<script>alert(1)</script> `код` **жирно** ![i](j) &lt; <!--" in shown_text(page)
    table = [line for line in page.splitlines() if line.startswith("| F1")]
    assert len(READER.parse("\n".join(["| a | b | c | d |", "|-|-|-|-|", *table]))) > 0


def test_a_file_name_cannot_break_the_table():
    report = reports.report()
    source = replace(report.act.source, name="a|b|<c>.txt")
    page = markdown.render([replace(report, act=replace(report.act, source=source))], METHODOLOGY, "ru")
    assert "a|b|<c>.txt" in shown_text(page)


def test_several_acts_follow_one_another():
    page = markdown.render([reports.report("ru"), reports.report("ky")], METHODOLOGY, "ky")
    assert [token.tag for token in READER.parse(page) if token.type == "heading_open"].count("h1") == 2


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), max_size=60))
def test_escaped_text_is_shown_as_it_was(words):
    rendered = READER.parseInline(f"а{markdown.escape(words)}а")[0].children
    assert "".join(child.content for child in rendered) == f"а{words}а"
    assert {child.type for child in rendered} <= {"text", "text_special"}


@given(st.text(alphabet="1.)-+=#>*_ а", min_size=1, max_size=12))
def test_escaped_text_at_the_start_of_a_line_stays_a_paragraph(words):
    stripped = words.strip()
    blocks = [token.type for token in READER.parse(f"> {markdown.escape(stripped)}")]
    assert blocks[0] == "blockquote_open"
    assert set(blocks[1:-1]) <= {"paragraph_open", "inline", "paragraph_close"}
