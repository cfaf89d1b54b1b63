"""The report as one HTML page."""

import html as standard
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corruptex.conclusion import html
from corruptex.conclusion.excerpt import clean
from corruptex.conclusion.html.marking import rows
from corruptex.conclusion.remarks import remarks
from corruptex.model import Notice
from tests import reports

METHODOLOGY = reports.methodology()
VOID = {"meta", "input", "br"}


class Reader(HTMLParser):
    """Collects tags with attributes and checks that every element is closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] != ["style"]:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def attributes(self, name):
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def page(report=None, lang="ru", least="low") -> Reader:
    return Reader(html.render([report or reports.whole(lang)], METHODOLOGY, lang, least))


@pytest.mark.parametrize("lang", ["ru", "ky", "en"])
def test_the_page_is_well_formed_and_in_one_language(lang):
    read = Reader(html.render([reports.whole("ky")], METHODOLOGY, lang))
    assert read.tags[0] == ("html", {"lang": lang})
    ids = read.attributes("id")
    assert len(ids) == len(set(ids))
    for russian in ("Почему", "Замечаний") if lang != "ru" else ():
        assert russian not in read.text


def test_every_link_leads_to_a_place_in_the_page():
    read = page()
    ids = set(read.attributes("id"))
    links = read.attributes("href")
    assert len(links) > 10
    assert all(link.startswith("#") and link[1:] in ids for link in links)


def test_nothing_is_fetched_and_no_script_may_run():
    content = html.render([reports.whole()], METHODOLOGY, "ru")
    assert "default-src 'none'; style-src 'unsafe-inline'" in content
    read = Reader(content)
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & {tag for tag, _ in read.tags}
    assert not re.search(r"url\(|@import|https?:|\bon\w+\s*=", content)


def test_findings_stand_beside_their_norm():
    told = rows(reports.report().act, remarks(reports.report(), METHODOLOGY, "ru"))
    by_words = {
        "".join(segment.text for block in row.blocks for segment in block.segments): [
            remark.finding.id for remark in row.remarks
        ]
        for row in told
    }
    assert by_words["1. Мэрия рассматривает заявление в разумный срок."] == ["F1"]
    assert by_words["1) отказать в выдаче разрешения по иным основаниям;"] == ["F2"]
    assert by_words["Статья 2. Плата1. Плата за разрешение не взимается."] == []


def test_the_reported_words_are_marked_and_lead_to_their_finding():
    content = html.render([reports.report()], METHODOLOGY, "ru")
    assert '<mark class="medium">в разумный срок</mark><sup><a href="#a1-F1">F1</a></sup>.' in content


def test_overlapping_and_long_words_are_cut_not_repeated():
    base = reports.report(count=2)
    first, second = base.findings
    unit = base.act.units[first.unit]
    inner = replace(first, start=unit.body, end=unit.end - 2)
    across = replace(second, unit=first.unit, start=first.start + 2, end=base.act.units[3].end)
    report = replace(base, findings=(inner, across))
    told = rows(report.act, remarks(report, METHODOLOGY, "ru"))
    segments = [segment for row in told for block in row.blocks for segment in block.segments]
    joined = "".join(segment.text for segment in segments)
    assert joined == report.act.text.replace("\n", "")
    assert [segment.severity for segment in segments if "Мэрия вправе" in segment.text] == ["high"]


def test_sheets_map_and_references_are_told():
    read = page()
    for words in (
        "PR1. Разрешение: ч. 1 ст. 1",
        "E07 срок решения обязательно не найден",
        "Мэрия (сам себе: применяет тот же орган)",
        "порядок | выдачи",
        "такой единицы нет",
        "Не найден» значит",
    ):
        assert words in read.text


def test_severity_filter_hides_findings_but_not_from_the_counts():
    read = page(reports.report(), least="high")
    assert "Замечаний: 3" in read.text
    assert "a1-F1" not in read.attributes("id")
    assert "a1-F2" in read.attributes("id")


def test_an_act_without_findings_still_shows_its_text():
    read = page(reports.report(count=0))
    assert "Замечаний нет." in read.text
    assert "Плата за разрешение не взимается." in read.text


def test_two_reports_share_a_page_without_sharing_anchors():
    read = Reader(html.render([reports.whole("ru"), reports.whole("ky")], METHODOLOGY, "ru"))
    ids = read.attributes("id")
    assert len(ids) == len(set(ids))
    assert {"a1-F1", "a2-F1"} <= set(ids)


def test_hostile_words_stay_words():
    hostile = '</p></style><script>alert(1)</script><img src=x onerror="alert(2)">'
    hostile += "{{ 7*7 }}{% raw %}&lt;\x1b[2J\u202e"
    base = reports.spoilt("ru", f" {hostile}")
    source = replace(base.act.source, name=f'"><script>{hostile}.txt')
    found = replace(base.findings[0], actor=replace(base.findings[0].actor, text=hostile))
    report = replace(
        base,
        act=replace(base.act, title=hostile, source=source),
        findings=(found,),
        notices=(Notice("cli_saved", {"name": hostile}),),
    )
    read = page(report)
    assert not {"script", "img"} & {tag for tag, _ in read.tags}
    assert not any(name.startswith("on") for _, attributes in read.tags for name in attributes)
    assert "<script>alert(1)</script>" in read.text
    assert "{{ 7*7 }}" in read.text
    assert "\x1b" not in read.text
    assert "\u202e" not in read.text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(), st.integers(0, 40))
def test_no_text_of_an_act_breaks_the_page(words, place):
    report = reports.spoilt("ru", f" {words[:place]}<b a='{words[place:]}")
    read = page(report)
    assert "b" not in {tag for tag, _ in read.tags}
    shown = "".join("".join(read.words).split())
    told = "".join(clean(report.act.text[report.findings[0].end : report.act.units[2].end]).split())
    assert told in shown


def test_the_same_report_gives_the_same_page():
    assert html.render([reports.whole()], METHODOLOGY, "ru") == html.render(
        [reports.whole()], METHODOLOGY, "ru"
    )


def test_quotation_marks_in_values_cannot_leave_an_attribute():
    report = replace(reports.report(), act=replace(reports.report().act, title='x" onload="y'))
    assert standard.escape('x" onload="y').replace("&quot;", "&#34;") in html.render(
        [report], METHODOLOGY, "ru"
    )
