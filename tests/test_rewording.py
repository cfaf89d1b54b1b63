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
