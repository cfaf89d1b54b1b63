"""Accompanying papers: what they are, what they say, and what is not judged without them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corruptex import check
from corruptex.detection.engine import engine
from corruptex.detection.whole.paper import Paper
from corruptex.methodology import load
from corruptex.methodology.examples import read_example
from corruptex.reading import from_text, read
from corruptex.structure.metadata import dates
from tests.shared import DATA

ENGINE = engine(load())
REAL_NOTE = DATA / "files" / "docx" / "note_jalalabad_ifc_ky.docx"
BILL = {
    "ru": "ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nО парке услуг\n\nСтатья 1. Резиденты\n"
    "1. Резидент обязан продавать за рубеж девять десятых услуг.\n"
    "2. Резидентам оказывается всестороннее содействие.\nСтатья 2. Портал\nСоздаётся портал резидентов.\n",
    "ky": "КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ\nКызмат көрсөтүү паркы жөнүндө\n\n1-берене. Резиденттер\n"
    "1. Резидент кызматтарынын ондон тогузун чет өлкөгө сатууга тийиш.\n"
    "2. Резиденттерге ар тараптуу көмөк көрсөтүлөт.\n2-берене. Портал\nРезиденттердин порталы түзүлөт.\n",
}
NOTE = {
    "ru": "СПРАВКА-ОБОСНОВАНИЕ\n1. Цели и задачи\nПроект разработан в целях роста вывоза услуг.\n"
    "2. Прогноз последствий\nОтрицательных последствий не ожидается.\n"
    "3. Регулятивное воздействие\nПроект не требует проведения анализа регулятивного воздействия.\n",
    "ky": "МААЛЫМКАТ-НЕГИЗДЕМЕ\n1. Максаттары жана милдеттери\n"
    "Долбоор кызматтарды сыртка сатуу максатында даярдалды.\n"
    "2. Кесепеттердин божомолу\nТерс кесепеттер күтүлбөйт.\n"
    "3. Жөнгө салуучу таасир\nДолбоор жөнгө салуучу таасирдин талдоосун жүргүзүүнү талап кылбайт.\n",
}


def paper(text: str) -> Paper:
    return Paper(from_text(text), ENGINE)


def process(report) -> dict[str, list[str]]:
    """Rules of group R that spoke, with the words they stand on."""
    found: dict[str, list[str]] = {}
    for finding in report.findings:
        if finding.code in ("R1", "R2", "R5"):
            found.setdefault(finding.rule, []).append(finding.quote)
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("СПРАВКА-ОБОСНОВАНИЕ\nк проекту закона", "note"),
        ("к проекту постановления\nПояснительная записка", "note"),
        ("Долбооруна\nМААЛЫМКАТ-НЕГИЗДЕМЕ\n", "note"),
        ("Негиздеме-маалымкат", "note"),
        ("ОТЧЕТ о результатах общественного обсуждения\nСправка-обоснование обсуждалась.", "discussion"),
        ("Коомдук талкуунун жыйынтыктары жөнүндө отчет", "discussion"),
        ("СРАВНИТЕЛЬНАЯ ТАБЛИЦА\nк проекту", "table"),
        ("Салыштырма таблица", "table"),
        ("Анализ регулятивного воздействия проекта", "impact"),
        ("Жөнгө салуучу таасирди талдоо", "impact"),
        ("Список членов рабочей группы", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_paper_says_what_it_is_in_its_first_lines(text, kind):
    assert paper(text).kind == kind


@pytest.mark.parametrize("lang", ["ru", "ky"])
def test_without_papers_group_r_stays_for_a_person(lang):
    report = check(BILL[lang])
    assert process(report) == {}
    assert {"R1", "R2", "R5"} <= set(report.factors_for_person)
    with_note = check(BILL[lang], papers=[from_text(NOTE[lang])])
    assert {"R1", "R2", "R5"} <= set(with_note.factors_checked)
    assert [notice.code for notice in with_note.notices][-1] == "papers_read_note"


@pytest.mark.parametrize("lang", ["ru", "ky"])
def test_a_thin_note_is_told_and_each_remark_stands_on_its_norm(lang):
    found = process(check(BILL[lang], papers=[from_text(NOTE[lang])]))
    title = {"ru": "О парке услуг", "ky": "Кызмат көрсөтүү паркы жөнүндө"}[lang]
    assert found["discussion-not-shown"] == found["note-incomplete"] == [title]
    assert found["impact-denied"] == [{"ru": "обязан", "ky": "тийиш"}[lang]]
    assert found["declared-only"] == [
        {"ru": "оказывается всестороннее содействие", "ky": "көмөк көрсөтүлөт"}[lang]
    ]
    assert found["duty-without-money"] == [{"ru": "Создаётся портал", "ky": "порталы түзүлөт"}[lang]]


def test_what_is_missing_is_named_and_the_formula_is_quoted():
    report = check(BILL["ru"], papers=[from_text(NOTE["ru"])])
    why = next(finding.why for finding in report.findings if finding.rule == "note-incomplete")
    for words in (
        "„Отрицательных последствий не ожидается“",
        "не показана проблема",
        "не оценены коррупционные последствия",
        "нет анализа соответствия",
        "не названы источники финансирования",
    ):
        assert words in why["ru"]
    assert "не названа цель" not in why["ru"]
    assert "{" not in "".join(why.values())


def test_the_real_note_is_judged_as_an_expert_would():
    report = check(BILL["ky"], papers=[read(REAL_NOTE)])
    why = {finding.rule: finding.why["ru"] for finding in report.findings}
    assert "алып келбейт“" in why["note-incomplete"]
    assert "не названа" not in why["note-incomplete"]
    assert "назван только день размещения" in why["discussion-not-shown"]
    assert "impact-denied" in why


def test_signs_of_templates_in_a_note_stay_words():
    text = NOTE["ru"].replace("Отрицательных", "{gaps} {0} %s Отрицательных")
    report = check(BILL["ru"], papers=[from_text(text)])
    why = next(finding.why for finding in report.findings if finding.rule == "note-incomplete")
    assert "{gaps} {0} %s Отрицательных" in why["ru"]


def test_an_attached_analysis_answers_the_waiver():
    analysis = from_text("АНАЛИЗ РЕГУЛЯТИВНОГО ВОЗДЕЙСТВИЯ\nИздержки резидента посчитаны.")
    assert "impact-denied" not in process(check(BILL["ru"], papers=[from_text(NOTE["ru"]), analysis]))


def test_a_paper_of_an_unknown_kind_is_told_and_changes_nothing():
    other = from_text("Список членов рабочей группы", "list.docx")
    report = check(BILL["ru"], papers=[other])
    assert process(report) == {}
    assert ("papers_read_unknown", "list.docx") in [
        (notice.code, notice.values.get("name")) for notice in report.notices
    ]


def test_the_part_under_a_heading_ends_at_the_next_heading():
    note = paper(NOTE["ru"])
    assert [note.line(index) for index in note.part("note_effects")] == [
        "Отрицательных последствий не ожидается."
    ]


@pytest.mark.parametrize(
    ("dates", "rest", "gap"),
    [
        ("с 1 марта 2024 года по 5 апреля 2024 года", "", None),
        ("1 марта 2024 года, снят 11 марта 2024 года", "", "между названными датами меньше месяца"),
        ("1 марта 2024 года", "", "назван только день размещения"),
        ("по закону от 20 июля 2009 года № 241 1 марта 2024 года", "", "назван только день размещения"),
        ("весной", "", "не названы даты"),
        ("весной", " Обсуждение длилось 30 дней.", None),
    ],
)
def test_the_term_of_the_discussion_is_worked_out(dates, rest, gap):
    text = (
        f"ОТЧЁТ об общественном обсуждении\nПроект размещён на сайте {dates}.{rest} Предложений не поступило."
    )
    whys = [
        finding.why["ru"]
        for finding in check(BILL["ru"], papers=[from_text(text)]).findings
        if finding.code == "R1"
    ]
    assert whys == [] if gap is None else gap in whys[0]


def test_dates_are_found_in_both_languages():
    text = "с 3 марта 2024 года, 2023-жылдын 24-ноябрында, 01.02.2020, 45 марта 2024 года"
    assert [iso for _, _, iso in dates(text)] == ["2024-03-03", "2023-11-24", "2020-02-01"]


def test_an_example_carries_its_papers_apart_from_the_act():
    example = read_example("ru", "flag", "«О парке»\n=====\nСправка\n\n===\nОтчёт «один»")
    assert (example.text, example.span) == ("О парке", (0, 7))
    assert example.papers == ("Справка", "Отчёт «один»")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["1. Цели", "Проект хорош. Да!", "", "\t", "Кесепеттер күтүлбөйт", "а" * 9, "\x0b…"])
    )
)
def test_lines_and_sentences_of_any_paper_lie_in_its_text(lines):
    read_paper = paper("\n".join(lines))
    units = read_paper.act.units
    assert [read_paper.line(unit.index) for unit in units] == [
        line.strip() for line in "\n".join(lines).splitlines() if line.strip()
    ]
    for start, end in read_paper.sentences(range(len(units))):
        assert any(unit.start <= start < end <= unit.end for unit in units)
    for start, end in read_paper.places("note_aims"):
        assert 0 <= start < end <= len(read_paper.act.text)


HIVES = {
    "ru": "ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nО ледовых катках\n\nСтатья 1. Каток\n"
    "1. За открытие катка взимается плата.\n2. Лёд заливает владелец катка.\n",
    "ky": "КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ\nМуз аянтчалары жөнүндө\n\n1-берене. Аянтча\n"
    "1. Аянтчаны ачуу үчүн төлөм алынат.\n2. Музду аянтчанын ээси куят.\n",
}
DENIALS = {
    "ru": [
        "3. Прогнозы последствий. Принятие проекта негативных социальных, правовых и коррупционных"
        " последствий не повлечёт.",
        "3. Прогноз последствий\nНе повлечёт принятие проекта социальных, экологических последствий.",
        "3. Прогноз последствий.\nНегативных экономических последствий от проекта не ожидается.",
    ],
    "ky": [
        "3. Кесепеттердин божомолу. Долбоордун кабыл алынышы терс социалдык, укуктук кесепеттерге"
        " алып келбейт.",
        "3. Кесепеттердин божомолу\nТерс экономикалык кесепеттер күтүлбөйт.",
    ],
}
AROUND = {
    "ru": (
        "СПРАВКА-ОБОСНОВАНИЕ\n1. Цели. Проект готовится в целях учёта катков.\n"
        "2. Описание. В 2025 году ожидалось открытие 14 катков, число споров выросло вдвое.\n{}\n"
        "4. Соответствие. Проект не противоречит Конституции.\n"
        "5. Финансирование. Средств бюджета не потребуется.\n"
        "6. Проект не требует проведения анализа регулятивного воздействия.\n"
    ),
    "ky": (
        "МААЛЫМКАТ-НЕГИЗДЕМЕ\n1. Максаты. Долбоор аянтчаларды эсепке алуу максатында даярдалды.\n"
        "2. Баяндоо. 2025-жылы 14 аянтча ачылышы күтүлдү, талаштардын саны эки эсе өстү.\n{}\n"
        "4. Шайкештиги. Долбоор Конституцияга карама-каршы келбейт.\n"
        "5. Каржылоо. Бюджеттин каражаты талап кылынбайт.\n"
        "6. Долбоор жөнгө салуучу таасирдин талдоосун жүргүзүүнү талап кылбайт.\n"
    ),
}


@pytest.mark.parametrize(("lang", "denial"), [(lang, one) for lang, told in DENIALS.items() for one in told])
def test_a_bare_denial_is_seen_in_any_order_of_words_inside_a_longer_note(lang, denial):
    report = check(HIVES[lang], papers=[from_text(AROUND[lang].format(denial))])
    why = {finding.rule: finding.why["ru"] for finding in report.findings}
    assert "одно отрицание" in why["note-incomplete"]
    assert "impact-denied" in why


@pytest.mark.parametrize(
    ("lang", "forecast"),
    [
        (
            "ru",
            "3. Прогноз последствий. Негативных последствий не ожидается. Доход катков вырастет на треть.",
        ),
        (
            "ky",
            "3. Кесепеттердин божомолу. Терс кесепеттер күтүлбөйт. Аянтчалардын кирешеси үчтөн бирге өсөт.",
        ),
    ],
)
def test_a_denial_beside_a_forecast_is_not_bare(lang, forecast):
    report = check(HIVES[lang], papers=[from_text(AROUND[lang].format(forecast))])
    assert "одно отрицание" not in " ".join(finding.why["ru"] for finding in report.findings)


def test_a_waived_analysis_is_no_remark_where_nothing_burdens_business():
    archive = "ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nОб архиве\n\nСтатья 1. Архив\n1. Архивом заведует мэрия.\n"
    report = check(archive, papers=[from_text(AROUND["ru"].format(DENIALS["ru"][0]))])
    assert "impact-denied" not in {finding.rule for finding in report.findings}
