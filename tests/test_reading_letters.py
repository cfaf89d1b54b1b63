"""Old Kyrgyz fonts, look-alike letters, and what is said about letters that are missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corruptex.messages import tell
from corruptex.reading import from_text

OLD_FONT = str.maketrans("үҮөӨңҢ", "\\/ъЪёЁ")
KYRGYZ = (
    "Шаардык Кеңештин бюджетти бөлүштүрүү жөнүндө токтому\n"
    "1. Үйлөрдү көчүрүү үчүн төлөмдөр мөөнөтүндө төлөнсүн.\n"
    "2. Өкмөттүн өкүлү көңүл буруп, өңүрдүн өнүгүүсүн көзөмөлдөсүн.\n"
    "ӨКМӨТТҮН ЧЕЧИМИ ЖӨНҮНДӨ\n"
)
RUSSIAN = (
    "Комиссия рассматривает съёмку объекта и объём работ.\n"
    "Подъезд к зданию ещё не принят, разъяснение даётся в приёмной.\n"
)


def codes(text: str) -> list[str]:
    return [notice.code for notice in from_text(text).notices]


def test_old_font_is_repaired_letter_for_letter() -> None:
    source = from_text(KYRGYZ.translate(OLD_FONT))
    assert source.text == KYRGYZ
    assert source.original == KYRGYZ.translate(OLD_FONT)
    assert [notice.code for notice in source.notices] == ["reading.old_font"]


def test_russian_paragraphs_inside_an_old_font_act_stay_as_they_are() -> None:
    mixed = "".join(
        kyrgyz + russian
        for kyrgyz, russian in zip(
            KYRGYZ.translate(OLD_FONT).splitlines(keepends=True),
            2 * RUSSIAN.splitlines(keepends=True),
            strict=True,
        )
    )
    lines = from_text(mixed).text.splitlines()
    assert lines[::2] == KYRGYZ.splitlines()
    assert lines[1::2] == 2 * RUSSIAN.splitlines()


@pytest.mark.parametrize(
    "text",
    [
        RUSSIAN * 20,
        "Файлы лежат в папке C:\\Документы\\Приказы\\проекты и ещё на диске \\сервер\\отдел.",
        "Твоё, моё, её, заём, приём, наём, объём, подъём, въезд, съезд, изъян.",
        KYRGYZ + "Субъекттин объектиси жана/же актёр.",
    ],
)
def test_old_font_repair_stays_silent(text: str) -> None:
    assert from_text(text).text == text
    assert codes(text) == []


def test_hard_sign_of_a_loan_word_survives_in_old_font_text() -> None:
    text = "Субъекттер жана объекттер ж\\н\\ндъ м\\лк боюнча эрежелер каралган.\n"
    assert from_text(text).text.startswith("Субъекттер жана объекттер жүнүндө мүлк")


def test_lone_capital_u_at_the_head_of_words_and_initials() -> None:
    text = "Жумабаев /. къчъс\\ндъг\\ \\йл\\\\ жер. 2.17./йлър жана /ч к\\н, К/Р, жана/же\n"
    assert from_text(text).text == "Жумабаев Ү. көчөсүндөгү үйлүү жер. 2.17.Үйлөр жана Үч күн, К/Р, жана/же\n"


@pytest.mark.parametrize(
    ("spoiled", "sound"),
    [
        ("кеӊеш жана кењеш", "кеңеш жана кеңеш"),
        ("орɵ, ѳкмѳт", "орө, өкмөт"),
        ("комиcсия", "комиссия"),
        ("Kодекс", "Кодекс"),
        ("МЫЙ3АМЫ", "МЫЙЗАМЫ"),
        ("глава ХVI жана ХXII", "глава XVI жана XXII"),
        ("Министрлик жана Өкмөт Yчүн", "Министрлик жана Өкмөт Үчүн"),
        ("жана мамлекеттин мyлкү", "жана мамлекеттин мүлкү"),
        ("кодекс по дyху закона и права", "кодекс по духу закона и права"),
    ],
)
def test_look_alike_letters_are_unified(spoiled: str, sound: str) -> None:
    source = from_text(spoiled)
    assert source.text == sound
    assert source.original == spoiled
    assert [notice.code for notice in source.notices] == ["reading.letters_unified"]


@pytest.mark.parametrize(
    "text", ["ISO 9001 жана SMSти", "PCга", "Wi-Fi", "KPIлер", "сессияXXIII", "COVIDге", "ё", "3"]
)
def test_words_that_are_rightly_of_two_alphabets_stay(text: str) -> None:
    assert from_text(text).text == text


def test_western_looking_text_of_windows_1251_is_repaired() -> None:
    text = "Статья 1. Орган вправе отказать в выдаче разрешения.\n"
    source = from_text(text.encode("cp1251").decode("latin-1"))
    assert source.text == text
    assert [notice.code for notice in source.notices] == ["reading.code_page_repaired"]


def test_kyrgyz_typed_without_its_letters_is_named() -> None:
    plain = KYRGYZ.lower().translate(str.maketrans("үөң", "уон")) * 5
    assert codes(plain) == ["reading.letters_missing"]
    assert codes(KYRGYZ * 5) == []
    assert codes(RUSSIAN * 5) == []


def test_text_in_another_script_is_named() -> None:
    assert codes("The authority may refuse the permit at its own discretion in each case. " * 3) == [
        "reading.no_cyrillic"
    ]


def test_notices_speak_three_languages() -> None:
    (notice,) = from_text(KYRGYZ.translate(OLD_FONT)).notices
    assert len({tell(notice, "ru"), tell(notice, "ky"), tell(notice, "en")}) == 3


LEGAL = "абвеёиъоуыэюяөүңАЁЪӨҮҢ\\/| \n.,-3xXyYcѳњӊIV"


@given(st.text(alphabet=LEGAL, max_size=300))
def test_repair_keeps_length_lines_and_places(text: str) -> None:
    source = from_text(text)
    assert len(source.text) == len(text)
    assert [line for line in source.text.split("\n") if not line] == [
        line for line in text.split("\n") if not line
    ]
    assert source.original in (None, text)
    assert all(source.text[place.start : place.end].strip("\r\n") for place in source.places)


@given(st.text(max_size=200))
def test_any_text_at_all_is_taken(text: str) -> None:
    assert len(from_text(text).text) == len(text)
