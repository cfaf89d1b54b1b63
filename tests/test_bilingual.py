"""Two language versions of one act: aligned, compared, reported."""

import json
import lzma
import re
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from corruptex.bilingual import compare, split_versions
from corruptex.bilingual.markers import markers
from corruptex.bilingual.quantities import quantities
from corruptex.cli import main
from corruptex.messages import CorruptexError
from corruptex.reading import from_text, read
from corruptex.structure import article_of, cite, parse
from tests.shared import DATA

EXAMPLE = Path(__file__).parents[1] / "examples" / "languages"
PLANTED = yaml.safe_load((EXAMPLE / "expected.yaml").read_text(encoding="utf-8"))["planted"]
KY = (EXAMPLE / "fishing_law_ky.txt").read_text(encoding="utf-8")
RU = (EXAMPLE / "fishing_law_ru.txt").read_text(encoding="utf-8")


def compared(ky: str, ru: str):
    return compare(parse(from_text(ky)), parse(from_text(ru)))


def norms(ky: str, ru: str):
    """Compare two norms, each set as the only part of an article."""
    head_ky = (
        "КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ\n1-берене. Тартип\nУшул Мыйзам тартипти белгилейт.\n2-берене. Ченем\n"
    )
    head_ru = (
        "ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nСтатья 1. Порядок\nЗакон устанавливает порядок.\nСтатья 2. Норма\n"
    )
    return compared(f"{head_ky}{ky}\n", f"{head_ru}{ru}\n").divergences


def keys(comparison, item):
    """Kind, version and citation of a divergence, once per version."""
    return {
        (item.kind, act.lang, cite(act, side.unit, act.lang))
        for act, side in ((comparison.ky, item.ky), (comparison.ru, item.ru))
        if side.unit is not None
    }


EXPECTED = {(item["kind"], item["in"], item["unit"]) for item in PLANTED}

# -- markers and quantities ------------------------------------------------------------------------


@pytest.mark.parametrize(("group", "name"), sorted(markers().examples))
def test_the_examples_of_a_marker_prove_it(group, name):
    for example in markers().examples[group, name]:
        act = parse(from_text(example.text))
        found = [
            (marker.start, marker.end)
            for unit in markers().find(markers().view(act, example.lang), example.lang)
            for marker in unit
            if (marker.group, marker.name) == (group, name)
        ]
        assert (example.span in found) if example.span else not found, example.text


@pytest.mark.parametrize(
    ("ru", "ky", "read_as"),
    [
        ("в течение десяти рабочих дней", "он жумушчу күндүн ичинде", [("10", "day", "working")]),
        ("15 (пятнадцати) календарных дней", "15 (он беш) календардык күн", [("15", "day", "calendar")]),
        ("в трехмесячный срок", "үч айлык мөөнөттө", [("3", "month", "")]),
        ("10 000 сомов", "10 000 сом", [("10000", "som", "")]),
        ("1,5 процента", "1,5 пайыз", [("1.5", "percent", "")]),
        ("не менее двух третей", "үчтөн экисинен кем эмес", [("2/3", "", "")]),
        ("двадцати пяти лет", "жыйырма беш жыл", [("25", "year", "")]),
        ("до 50 расчетных показателей", "50 эсептик көрсөткүчкө чейин", [("50", "rate", "")]),
        ("по одному заявлению", "бир арыз боюнча", []),
    ],
)
def test_numbers_read_alike_in_both_languages(ru, ky, read_as):
    for text, lang in ((ru, "ru"), (ky, "ky")):
        found = quantities(text, 0, len(text), lang).numbers
        assert [(number.value, number.measure, number.days) for number in found] == read_as, text


@pytest.mark.parametrize(
    ("ru", "ky", "cited", "dated"),
    [
        ("в статьях 12 и 13-1", "12 жана 13-1-беренелерде", {"12", "13-1"}, set()),
        ("частью второй статьи 5", "5-берененин экинчи бөлүгүндө", {"2", "5"}, set()),
        ("от 5 мая 2020 года № 45", "2020-жылдын 5-майындагы № 45", set(), {"2020-05-05"}),
        ("с 01.06.2024", "01.06.2024 баштап", set(), {"2024-06-01"}),
        ("в подпункте 3 пункта 2", "2-пункттун 3-пунктчасында", {"2", "3"}, set()),
    ],
)
def test_references_and_dates_read_alike_in_both_languages(ru, ky, cited, dated):
    for text, lang in ((ru, "ru"), (ky, "ky")):
        found = quantities(text, 0, len(text), lang)
        assert {one.value for one in found.references} == cited, text
        assert {one.value for one in found.dates} == dated, text
        assert not found.numbers


@given(st.text(alphabet="0123456789 ,.-–№%()абвдешнйьятүөң\nX", max_size=80), st.sampled_from(["ru", "ky"]))
def test_quantities_stay_inside_the_passage(text, lang):
    padded = f"12 {text} 7"
    found = quantities(padded, 2, len(padded) - 1, lang)
    for one in (*found.numbers, *found.dates, *found.references):
        assert 2 <= one.start < one.end <= len(padded) - 1


@given(st.integers(2, 999), st.sampled_from([("дней", "күн"), ("месяцев", "ай"), ("процентов", "пайыз")]))
def test_the_same_number_is_no_difference(number, words):
    ru = quantities(text := f"срок {number} {words[0]}", 0, len(text), "ru").numbers[0]
    ky = quantities(text := f"мөөнөт {number} {words[1]}", 0, len(text), "ky").numbers[0]
    assert (ru.value, ru.measure) == (ky.value, ky.measure) == (str(number), ru.measure)


# -- the planted example -----------------------------------------------------------------------------


def test_every_planted_divergence_is_found_and_nothing_else():
    comparison = compared(KY, RU)
    told = [keys(comparison, item) for item in comparison.divergences]
    assert not [want for want in EXPECTED if not any(want in one for one in told)]
    assert not [one for one in told if not one & EXPECTED]
    assert len(comparison.alignment.pairs) - len(EXPECTED) >= 40


def test_quotes_stand_where_they_are_said_to_stand():
    comparison = compared(KY, RU)
    for item in comparison.divergences:
        for act, side in ((comparison.ky, item.ky), (comparison.ru, item.ru)):
            assert act.text[side.start : side.end] == side.quote
            assert side.quote or side.start == side.end
        assert item.ky.quote or item.ru.quote


def test_the_order_of_the_files_does_not_matter():
    ky, ru = parse(from_text(KY)), parse(from_text(RU))
    assert compare(ky, ru).divergences == compare(ru, ky).divergences


@settings(max_examples=15, deadline=None)
@given(st.sets(st.integers(1, 15), min_size=2, max_size=9))
def test_without_some_articles_the_rest_is_told_as_before(dropped):
    def without(text, start):
        pieces = re.split(rf"(?m)^(?={start})", text)
        return "".join(piece for number, piece in enumerate(pieces) if number not in dropped)

    comparison = compared(without(KY, r"\d+-берене"), without(RU, r"Статья \d+"))
    told = [keys(comparison, item) for item in comparison.divergences]
    # an article may now lack its neighbours, never its counterpart
    assert all(one & EXPECTED for one in told)


def test_the_freer_version_is_named():
    found = {
        (item.kind, cite(parse(from_text(RU)), item.ru.unit, "ru")): item.freer
        for item in compared(KY, RU).divergences
        if item.ru.unit is not None
    }
    assert found["modality", "ч. 4 ст. 4"] == "ky"  # „may“ instead of „must not“
    assert found["modality", "ч. 3 ст. 11"] == "ru"  # „must“ instead of „may“
    assert found["openness", "ч. 1 ст. 13"] == "ky"
    assert found["exception", "ч. 3 ст. 13"] == "ru"


# -- alignment ---------------------------------------------------------------------------------------


def test_a_unit_missing_with_all_it_holds_is_told_once():
    ky = re.sub(r"(?s)6-берене\. Билет.*?(?=7-берене)", "", KY)
    missing = [item for item in compared(ky, RU).divergences if item.kind == "missing"]
    assert [item.ru.quote.split(".")[0] for item in missing if item.ru.quote.startswith("Статья 6")] == [
        "Статья 6"
    ]
    assert not any(item.ru.quote.startswith(("1)", "2. Отказ", "3. Билет")) for item in missing)


def test_units_are_found_by_content_after_others_were_renumbered():
    ky = re.sub(r"(?s)4-берене\. Арыз.*?(?=5-берене)", "", KY)
    ky = re.sub(r"(?m)^(\d+)-берене", lambda m: f"{int(m[1]) - (int(m[1]) > 4)}-берене", ky)
    comparison = compared(ky, RU)
    numbers = {
        comparison.ru.units[pair.ru[0]].number: comparison.ky.units[pair.ky[0]].number
        for pair in comparison.alignment.pairs
        if comparison.ru.units[pair.ru[0]].kind == "article"
    }
    assert {ru: numbers.get(ru) for ru in ("3", "5", "9", "14")} == {"3": "3", "5": "4", "9": "8", "14": "13"}
    assert "4" not in numbers


# -- single norms: what is said and what is not --------------------------------------------------------


@pytest.mark.parametrize(
    ("ky", "ru"),
    [
        ("Инспектор актыны көрүүгө укуктуу.", "Инспектор вправе просмотреть акт."),
        ("Мөөнөт узартылышы мүмкүн эмес.", "Срок не может быть продлен."),
        ("Мүчө курамга кирбейт.", "Член не может входить в состав."),
        ("Акт эки нускада түзүлөт.", "Акт составляется в двух экземплярах."),
        ("Бир айдын ичинде чечим кабыл алынат.", "Решение принимается в течение месяца."),
        ("Кызмат жооп берет.", "Служба обязана ответить."),
        ("Текшерүү кандай гана түрдө болбосун жүргүзүлөт.", "Проверка проводится в любой форме."),
        (
            "Арыз 2-3-пункттарда аталган учурларда каралат.",
            "Заявление рассматривается в случаях, названных в пунктах 2, 3.",
        ),
    ],
)
def test_the_same_norm_in_other_words_is_no_divergence(ky, ru):
    assert not norms(ky, ru)


@pytest.mark.parametrize(
    ("ky", "ru", "kind"),
    [
        ("Кызмат арызды кайтарууга милдеттүү.", "Служба вправе вернуть заявление.", "modality"),
        ("Кызмат арызды кайтарат.", "Служба может вернуть заявление.", "modality"),
        ("Кызмат арызды кайтарбайт.", "Служба возвращает заявление.", "negation"),
        ("Кызмат арызды кайтарат.", "Служба не возвращает заявление.", "negation"),
        ("Жооп он жумушчу күндүн ичинде берилет.", "Ответ дается в течение 20 рабочих дней.", "number"),
        ("Мөөнөт үч айдан ашпайт.", "Срок составляет не менее трех месяцев.", "bound"),
        ("Чечимди прокурор кабыл алат.", "Решение принимает суд.", "body"),
        ("Жооп токтоосуз берилет.", "Ответ дается заявителю.", "term"),
        ("Жыйым 500 сом өлчөмүндө төлөнөт.", "Сбор уплачивается в размере 500 процентов.", "unit"),
    ],
)
def test_a_changed_norm_is_a_divergence_of_its_kind(ky, ru, kind):
    assert kind in {item.kind for item in norms(ky, ru)}


def test_a_soft_difference_is_a_question():
    (item,) = norms("Жооп токтоосуз берилет.", "Ответ дается заявителю.")
    assert not item.sure
    assert item.severity == "medium"


# -- files that do not go together ----------------------------------------------------------------------


@pytest.mark.parametrize(("text", "code"), [(KY, "languages_both_ky"), (RU, "languages_both_ru")])
def test_one_language_twice_is_refused(text, code):
    with pytest.raises(CorruptexError) as refused:
        compared(text, text)
    assert refused.value.code == code


def test_two_different_acts_are_refused():
    other = (EXAMPLE.parent / "amendment_law_ru.txt").read_text(encoding="utf-8")
    with pytest.raises(CorruptexError) as refused:
        compared(KY, other)
    assert refused.value.code == "languages_not_one_act"


# -- the command ------------------------------------------------------------------------------------------


def run(*words):
    return main(["languages", *map(str, words)])


@pytest.fixture
def files(tmp_path):
    ky, ru = tmp_path / "act_ky.txt", tmp_path / "act_ru.txt"
    ky.write_text(KY, encoding="utf-8")
    ru.write_text(RU, encoding="utf-8")
    return ky, ru


@pytest.mark.parametrize("lang", ["ru", "ky", "en"])
def test_the_text_report_says_what_differs_and_which_text_prevails(files, capsys, lang):
    assert run(*files, "--lang", lang) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "V22" in shown
    assert "241" in shown
    assert "[[мэрия]]" in shown
    assert "[[местный кенеш]]" in shown


def test_the_json_report_is_complete(files, capsys):
    assert run(*files, "--format", "json") == 1
    report = json.loads(capsys.readouterr().out)
    assert report["schema"] == "corruptex/languages/1"
    assert len(report["divergences"]) == len(PLANTED)
    texts = {"ky": KY, "ru": RU}
    for item in report["divergences"]:
        assert item["code"] == "L6"
        for lang in ("ky", "ru"):
            assert texts[lang][item[lang]["start"] : item[lang]["end"]] == item[lang]["quote"]
        assert all(item[key][lang] for key in ("why", "fix") for lang in ("ru", "ky", "en"))


def test_the_markdown_report_and_the_lowest_severity(files, tmp_path):
    target = tmp_path / "report.md"
    assert (
        run(files[1], files[0], "-f", "md", "-o", target, "--min-severity", "high", "--lang", "ky", "-q") == 1
    )
    written = target.read_text(encoding="utf-8")
    assert written.startswith("# Мамлекеттик жана расмий тилдердеги")
    assert "ар башка номерлер" not in written


def test_texts_that_agree_leave_with_zero(tmp_path, capsys):
    ky, ru = tmp_path / "a.txt", tmp_path / "b.txt"
    ky.write_text("1-берене. Арыз\n1. Кызмат арызды каттайт.\n2. Кызмат жооп берет.\n", encoding="utf-8")
    ru.write_text(
        "Статья 1. Заявление\n1. Служба регистрирует заявление.\n2. Служба дает ответ.\n", encoding="utf-8"
    )
    assert run(ky, ru, "--lang", "en") == 0
    assert "No divergence" in capsys.readouterr().out


def test_mistakes_are_told_on_one_line(files, tmp_path, capsys):
    assert run(files[0], files[0], "--lang", "ru") == 2
    assert run(files[0], tmp_path / "none.txt", "--lang", "ru") == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert "кыргызском" in lines[0]


# -- real texts ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def code():
    acts = {}
    for lang, wanted in (("ky", "kg-ky-labour_code_2004"), ("ru", "kg-ru-labour_code_2004-txt2024")):
        with lzma.open(DATA / "acts" / f"acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as lines:
            acts[lang] = next(act["text"] for act in map(json.loads, lines) if act["id"] == wanted)
    begun = time.process_time()
    comparison = compared(acts["ky"], acts["ru"])
    return comparison, time.process_time() - begun


def test_articles_of_a_real_code_are_aligned_with_their_number(code):
    comparison, seconds = code
    ky, ru = comparison.ky, comparison.ru
    pairs = [(ky.units[pair.ky[0]], ru.units[pair.ru[0]]) for pair in comparison.alignment.pairs]
    right = sum(one.kind == other.kind == "article" and one.number == other.number for one, other in pairs)
    assert right >= 0.97 * sum(unit.kind == "article" for unit in ky.units)
    assert seconds < 10


@pytest.mark.parametrize(
    ("article", "kind", "count"),
    [
        ("129", "modality", 1), ("379", "condition", 1), ("419", "modality", 1), ("420", "modality", 1),
        ("97", "modality", 2), ("299", "modality", 1), ("203", "modality", 1), ("437", "bound", 1),
        ("71", "term", 1), ("20", "term", 1), ("389", "bound", 1), ("100", "term", 1), ("345", "term", 1),
        ("324", "modality", 0), ("375", "modality", 0), ("324", "negation", 0), ("375", "negation", 0),
    ],
)  # fmt: skip
def test_known_divergences_of_a_real_code_are_found(code, article, kind, count):
    comparison, _ = code
    found = [
        item
        for item in comparison.divergences
        if item.kind == kind
        and item.ru.unit is not None
        and (holder := article_of(comparison.ru, item.ru.unit)) is not None
        and holder.number == article
    ]
    assert len(found) >= count if count else not found


def test_a_real_decree_that_agrees_gives_no_report():
    acts = {}
    for lang in ("ky", "ru"):
        with lzma.open(DATA / "acts" / f"acts_{lang}.jsonl.xz", "rt", encoding="utf-8") as lines:
            acts[lang] = next(
                act["text"] for act in map(json.loads, lines) if "president_decree_96" in act["id"]
            )
    assert not compared(acts["ky"], acts["ru"]).divergences


def test_one_file_with_both_versions_is_split_where_the_language_changes(tmp_path, capsys):
    both = tmp_path / "both.txt"
    for text in (KY + RU, RU + KY):
        both.write_text(text, encoding="utf-8")
        assert run(both, "--format", "json") == 1
        report = json.loads(capsys.readouterr().out)
        assert len(report["divergences"]) == len(PLANTED)
        for item in report["divergences"]:
            for lang in ("ky", "ru"):
                assert text[item[lang]["start"] : item[lang]["end"]] == item[lang]["quote"]


@pytest.mark.parametrize("text", [KY, RU])
def test_one_file_with_one_version_is_not_enough(tmp_path, capsys, text):
    one = tmp_path / "one.txt"
    one.write_text(text, encoding="utf-8")
    assert run(one, "--lang", "en") == 2
    assert "only" in capsys.readouterr().err


def test_a_real_decree_printed_in_both_languages_gives_no_report():
    pages = read(DATA / "files" / "pdf" / "president_decree_96_2025_ky_ru.pdf")
    assert not compare(*map(parse, split_versions(pages))).divergences


def test_the_example_files_are_read_as_they_stand():
    comparison = compare(*(parse(read(EXAMPLE / f"fishing_law_{lang}.txt")) for lang in ("ru", "ky")))
    assert (comparison.ky.lang, comparison.ru.lang) == ("ky", "ru")


@pytest.mark.parametrize(
    ("ky", "ru"),
    [
        ("Кайык ээсине 4 саатта берилет.", "Лодка выдаётся владельцу за 9 часов."),
        (
            "Көпүрө 5 айда оңдолуп бүтөт.\nЖол өзүнчө оңдолот.",
            "Мост чинится 8 недель.\nДорога чинится отдельно.",
        ),
    ],
)
def test_short_paragraphs_without_numbers_differ_in_their_figures(ky, ru):
    kinds = [item.kind for item in compared(f"{ky}\n", f"{ru}\n").divergences]
    assert "number" in kinds
    assert "missing" not in kinds


def test_paragraphs_of_unlike_length_in_the_same_place_are_two_norms():
    ky = "Кайык таңда берилет.\nКайык 4 саатка берилет.\n"
    ru = "Лодка выдаётся утром.\nЗа 9 дней до начала сезона инспектор осматривает причалы, склады и дороги.\n"
    assert [item.kind for item in compared(ky, ru).divergences] == ["missing", "missing"]


def test_points_in_the_chapters_of_an_annex_are_compared() -> None:
    """A regulation stands in the annex of a resolution: its points count, not its heading only."""
    examples = Path(__file__).parents[1] / "examples"
    ky = (examples / "permit_regulation_ky.txt").read_text(encoding="utf-8")
    ru = (examples / "permit_regulation_ru.txt").read_text(encoding="utf-8")
    planted = ru.replace(
        "рассматривает заявление и в течение 10 рабочих", "рассматривает заявление и в течение 20 рабочих"
    )
    assert planted != ru
    before, after = (compare(parse(ky), parse(text)) for text in (ru, planted))
    assert before.compared > 60
    assert [one.kind for one in before.divergences].count("number") == 0
    assert [one.kind for one in after.divergences].count("number") == 1


def test_two_laws_with_the_same_numbers_are_refused() -> None:
    examples = Path(__file__).parents[1] / "examples"
    ky = (examples / "languages" / "fishing_law_ky.txt").read_text(encoding="utf-8")
    ru = (examples / "trade_law_ru.txt").read_text(encoding="utf-8")
    with pytest.raises(CorruptexError) as refused:
        compare(parse(ky), parse(ru))
    assert refused.value.code == "languages_not_one_act"
