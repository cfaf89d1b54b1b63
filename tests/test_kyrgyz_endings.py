import pytest
from hypothesis import given
from hypothesis import strategies as st

from corruptex.language.kyrgyz import Entry, forms, generic_form

SAYS = {
    "act.dat": "берүүгө токтотууга аныктоого иштөөгө коюуга бербөөгө сууга",
    "act.dat.neg": "бербөөгө ашпоого болбоого киргизбөөгө тартпоого кылбоого",
    "act.ysh": "берилиши болушу аныкташы көрсөтүлүшү коюшу чыгышы төлөшү",
    "act.ysh.neg": "болбошу ашпашы берилбеши колдонулбашы көрсөтүлбөшү",
    "cvb.a": "аткара бере боло көрө аныктай кое чыга төгө иштей",
    "gen": "мыйзамдын өкмөттүн мэриянын органдарынын тартиптин кеңешинин",
    "dat": "мыйзамга өкмөткө мэрияга органына үйгө",
    "loc": "мыйзамда өкмөттө органында тартипте",
    "abl": "мыйзамдан өкмөттөн органынан берүүдөн күнүнөн",
}
DOES_NOT_SAY = {
    "act.dat": "мыйзамга уу тоо үйгө башкаруу",
    "act.dat.neg": "жабууга берүүгө табууга",
    "act.ysh": "мыйзамы башы тартиби бериш",
    "act.ysh.neg": "башы бешик берилиши баштоо",
    "cvb.a": "эсепке ишке жетекчиликке жана гана кабыл",
    "gen": "алтын мөөнөтүн шартын бүтүн мыйзам",
    "abl": "кыргызстан менен болгон өткөн",
    "loc": "эгерде жөнүндө",
    "dat": "башка гана аткара",
}


@pytest.mark.parametrize(("tag", "form"), [(tag, form) for tag, row in SAYS.items() for form in row.split()])
def test_ending_is_recognised(tag, form):
    assert tag in generic_form(form)


@pytest.mark.parametrize(
    ("tag", "form"), [(tag, form) for tag, row in DOES_NOT_SAY.items() for form in row.split()]
)
def test_trap_is_refused(tag, form):
    assert tag not in generic_form(form)


@given(st.text(max_size=20))
def test_any_text_can_be_asked(text):
    assert generic_form(text) <= set(SAYS)


@pytest.mark.parametrize(
    "lemma", ["өткөрүү", "кароо", "иштөө", "төлөө", "токтотуу", "колдонуу", "чечүү", "айтуу"]
)
def test_generated_forms_are_recognised_by_their_ending(lemma):
    paradigm = forms(Entry(lemma, "verb", ("passive",)))
    checked = 0
    for form, features in paradigm.items():
        datives = {"act.dat", "act.dat.pass"} & set(features)
        denied = {"act.dat.neg", "act.dat.neg.pass"} & set(features)
        results = {"act.ysh.p3.nom", "act.ysh.p3.nom.pass"} & set(features)
        if not (datives or denied or results):
            continue
        said = generic_form(form)
        checked += 1
        assert ("act.dat" in said) == bool(datives or denied), form
        assert ("act.dat.neg" in said) == bool(denied), form
        assert ("act.ysh" in said) == bool(results), form
    assert checked >= 6
