import pytest

from corruptex import check
from corruptex.detection.rewording import duty


@pytest.mark.parametrize(
    ("words", "actor", "expected"),
    [
        ("вправе отказать", "Уполномоченный орган", "обязан отказать"),
        ("вправе отказать", "комиссия", "обязана отказать"),
        ("вправе отказать", "Министерство", "обязано отказать"),
        ("могут ограничить", "налоговые органы", "обязаны ограничить"),
        ("имеет право изъять", "инспектор", "обязан изъять"),
        ("может быть приостановлено", "", "должно быть приостановлено"),
        ("может быть приостановлена", "", "должна быть приостановлена"),
        ("могут быть временно отозваны", "", "должны быть временно отозваны"),
        ("могут быть отозваны", "", "должны быть отозваны"),
        ("отказывает", "", "отказывает"),
    ],
)
def test_a_russian_power_becomes_a_duty(words, actor, expected):
    assert duty(words, "ru", actor) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("баш тартууга укуктуу", "баш тартууга милдеттүү"),
        ("берүүгө укугу бар", "берүүгө милдеттүү"),
        ("токтото алат", "токтотот"),
        ("чектей алат", "чектейт"),
        ("бере алат", "берет"),
        ("токтотулушу мүмкүн", "токтотулат"),
        ("берилиши мүмкүн", "берилет"),
        ("бөлүнүшү мүмкүн", "бөлүнөт"),
        ("узартылышы мүмкүн", "узартылат"),
    ],
)
def test_a_kyrgyz_power_becomes_a_duty(words, expected):
    assert duty(words, "ky") == expected


def proposals(text):
    return {finding.code: finding.rewording for finding in check(text).findings}


def test_the_proposal_is_the_norm_itself_reworded():
    assert proposals("Уполномоченный орган вправе изъять товар у заявителя.")["D2"] == (
        "Уполномоченный орган обязан изъять товар у заявителя в следующих случаях: 1) …; 2) …."
    )
    assert proposals("Ыйгарым укуктуу орган арыз ээсинин лицензиясын токтото алат.")["D2"] == (
        "Ыйгарым укуктуу орган арыз ээсинин лицензиясын төмөнкү учурларда токтотот: 1) …; 2) …."
    )


def test_the_proposal_names_a_part_of_the_act_as_the_act_cites_itself():
    text = "В исключительных случаях мэрия освобождает арендатора от арендной платы."
    assert "указанных в пункте …" in proposals(f"1. {text}\n2. Плата вносится ежемесячно.")["D3"]
    article = "Статья 1. Плата\n1. {}\n2. Плата вносится ежемесячно.\nСтатья 2. Иное\n1. Срок — год."
    assert "указанных в части … настоящей статьи" in proposals(article.format(text))["D3"]


def test_nothing_is_proposed_where_words_of_the_norm_would_be_lost():
    norm = "Уполномоченный орган вправе изменить срок разрешения заявителя: зимний или летний."
    assert check(norm).findings
    assert set(proposals(norm).values()) == {""}


@pytest.mark.parametrize(
    "norm",
    [
        "Участки предоставляются рыбакам по результатам прямых переговоров без проведения конкурса.",
        "В отдельных случаях по решению руководителя причал предоставляется гражданину без конкурса.",
        "Инспекция вправе прекратить торговлю предпринимателя по иным основаниям.",
        "Комиссия может запросить у организации сведения о стаже.",
        "Инспекция вправе закрыть лавку предпринимателя за нарушение правил.",
        "Мэрия арыз ээсинен башка документтерди да талап кылууга укуктуу.",
        "Тилкелер балыкчыларга аукцион өткөрбөстөн түз келишим боюнча берилет.",
        "Баш тартуу жөнүндө чечим арыз ээсине тапшырылат.",
        "Эрежени бузганда инспекция ишкердин дүкөнүн жаба алат.",
    ],
)
def test_no_proposal_keeps_the_words_another_remark_is_about(norm):
    assert set(proposals(norm).values()) <= {""}


def test_a_power_that_cases_cannot_bind_gets_no_proposal():
    assert proposals("Уполномоченный орган вправе запросить у заявителя любые сведения.").get("D2", "") == ""


def test_an_evaluative_word_is_explained_in_a_sentence_of_its_own():
    norm = "Грубое нарушение графика влечет аннулирование лицензии перевозчика."
    assert proposals(norm)["L1"] == norm + " Под словами „грубое нарушение“ понимаются: 1) …; 2) …."
    norm = "Графикти одоно бузуу лицензияны жокко чыгарууга алып келет."
    explained = " Мында „одоно бузуу“ деген сөздөр төмөнкүлөрдү билдирет: 1) …; 2) …."
    assert proposals(norm)["L1"] == norm + explained


def test_a_word_of_ones_own_does_not_hang_before_the_criteria():
    norm = "Үлүштүн өлчөмү мэриянын өз каалоосу боюнча жарандарга белгиленет."
    assert "өз …" not in proposals(norm).get("D1", "")


@pytest.mark.parametrize(
    ("norm", "rule"),
    [
        ("Сотрудники отдела кадров своевременно готовят документы к заседанию.", "vague-deadline"),
        ("Кадрлар бөлүмү отурумга документтерди өз убагында даярдайт.", "vague-deadline"),
        ("Агентство утверждает регламент своей работы.", "procedure-left-to-body"),
        ("Агенттик өзүнүн ишинин регламентин бекитет.", "procedure-left-to-body"),
        (
            "Агентство может продлить срок приема заявок граждан один раз не более чем на 7 дней.",
            "body-may-act",
        ),
        ("Агенттик арыз ээсинин мөөнөтүн бир жолу 7 күндөн ашпаган мөөнөткө узарта алат.", "body-may-act"),
        ("Эгер эки аукцион өтпөй калса, кеме жаранга түз сатылат.", "without-competition"),
        ("Инспекция балыкчыдан балыкты алып коюуга укуктуу эмес.", "body-may-act"),
    ],
)
def test_harmless_norms_get_no_remark(norm, rule):
    assert rule not in {finding.rule for finding in check(norm).findings}


def test_asking_for_information_weighs_less_than_deciding():
    found = check("Комиссия может запросить у организации сведения о стаже.").findings
    assert [(finding.code, finding.severity) for finding in found] == [("D2", "medium")]


def test_the_narrower_factor_says_it_once():
    found = check("Инспектор вправе освободить от штрафа владельца лодки.").findings
    assert [(finding.code, "D2" in finding.also) for finding in found] == [("D7", True)]


@pytest.mark.parametrize(
    "norm",
    [
        "Владелец лодки представляет отчет, а также иные сведения по запросу инспектора.",
        "Кайыктын ээси отчет, ошондой эле инспектордун талабы боюнча башка маалыматтарды берет.",
    ],
)
def test_papers_at_an_officials_request_are_an_open_list(norm):
    assert "P4" in {finding.code for finding in check(norm).findings}
