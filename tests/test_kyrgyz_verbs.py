import pytest

from corruptex.language.kyrgyz import Entry, forms

VERBS = {
    "аныктоо": (
        "аныктайт fin.pres, аныктабайт fin.pres.neg, аныктады fin.past, аныкташат fin.pres.3pl, "
        "аныктаган ptc.gan.nom, аныктабаган ptc.gan.nom.neg, аныктагандан ptc.gan.abl, аныктоочу "
        "ptc.uuchu.nom, аныктоого act.dat, аныктабоого act.dat.neg, аныктоонун act.gen, аныктоосу "
        "act.p3.nom, аныкташы act.ysh.p3.nom, аныктабашы act.ysh.p3.nom.neg, аныктап cvb.yp, аныктай "
        "cvb.a, аныктабай cvb.bay.neg, аныктаса cond, аныктабаса cond.neg, аныктасын imp3, аныктаар "
        "ptc.ar.nom, аныктоосуз act.syz.nom"
    ),
    "берүү": (
        "берет fin.pres, бербейт fin.pres.neg, берди fin.past, беришет fin.pres.3pl, берген "
        "ptc.gan.nom, берүүчү ptc.uuchu.nom, берүүчүнүн ptc.uuchu.gen, берүүгө act.dat, бербөөгө "
        "act.dat.neg, бериши act.ysh.p3.nom, бере cvb.a, берип cvb.yp, бербей cvb.bay.neg, берсе "
        "cond, берсин imp3, берер ptc.ar.nom, бербес ptc.ar.nom.neg, бербестен ptc.ar.abl.neg, "
        "бербөөчү ptc.uuchu.nom.neg, бериптир fin.evid, берчү ptc.chu.nom, берелик opt.1pl"
    ),
    "алуу": (
        "алат fin.pres, албайт fin.pres.neg, алышат fin.pres.3pl, алышпайт fin.pres.neg.3pl, ала "
        "cvb.a, алып cvb.yp, алган ptc.gan.nom, алгандыгы ptc.gan.lyk.p3.nom, алуудан act.abl, алса "
        "cond, алды fin.past, алганда ptc.gan.loc, алышы act.ysh.p3.nom, алмайынча cvb.mayincha.neg"
    ),
    "болуу": (
        "болот fin.pres, болбойт fin.pres.neg, болсо cond, болбосо cond.neg, болгондо ptc.gan.loc, "
        "болушу act.ysh.p3.nom, болбошу act.ysh.p3.nom.neg, болмоюнча cvb.mayincha.neg, болуп cvb.yp, "
        "боло cvb.a, болууга act.dat, болбоого act.dat.neg, болобу fin.pres.q, болбосун imp3.neg, "
        "болгондугу ptc.gan.lyk.p3.nom, болбогондо ptc.gan.loc.neg, болор ptc.ar.nom"
    ),
    "коюу": (
        "коет fin.pres, коюп cvb.yp, койду fin.past, койбойт fin.pres.neg, коюуга act.dat, коюшу "
        "act.ysh.p3.nom, койсо cond, койгон ptc.gan.nom, койсун imp3, кое cvb.a, коюучу "
        "ptc.uuchu.nom, койбоого act.dat.neg"
    ),
    "тыюу": "тыят fin.pres, тыйган ptc.gan.nom, тыюуга act.dat, тыйып cvb.yp, тыйбайт fin.pres.neg",
    "кийүү": "киет fin.pres, кийген ptc.gan.nom, кийип cvb.yp, кийүүгө act.dat",
    "чыгуу": (
        "чыгат fin.pres, чыкты fin.past, чыккан ptc.gan.nom, чыгып cvb.yp, чыкпайт fin.pres.neg, "
        "чыгууга act.dat, чыга cvb.a, чыгышы act.ysh.p3.nom, чыкса cond, чыгар ptc.ar.nom, чыкпоого "
        "act.dat.neg"
    ),
    "табуу": (
        "табат fin.pres, тапты fin.past, таап cvb.yp, тапкан ptc.gan.nom, тапса cond, табышы act.ysh.p3.nom"
    ),
    "жабуу": "жаап cvb.yp, жабат fin.pres, жапкан ptc.gan.nom",
    "көрүү": ("көрөт fin.pres, көрүп cvb.yp, көргөн ptc.gan.nom, көрүшөт fin.pres.3pl, көрбөйт fin.pres.neg"),
    "түзүү": (
        "түзөт fin.pres, түзгөн ptc.gan.nom, түзүүгө act.dat, түзбөөгө act.dat.neg, түзүшү act.ysh.p3.nom"
    ),
    "иштөө": (
        "иштейт fin.pres, иштеген ptc.gan.nom, иштөөгө act.dat, иштөөчү ptc.uuchu.nom, иштеши "
        "act.ysh.p3.nom, иштебейт fin.pres.neg, иштеп cvb.yp, иштээр ptc.ar.nom"
    ),
    "төлөө": (
        "төлөйт fin.pres, төлөгөн ptc.gan.nom, төлөөгө act.dat, төлөбөгөн ptc.gan.nom.neg, төлөшү "
        "act.ysh.p3.nom"
    ),
    "окуу": (
        "окуйт fin.pres, окуган ptc.gan.nom, окууга act.dat, окуучу ptc.uuchu.nom, окуюн opt.1sg, "
        "окуур ptc.ar.nom"
    ),
    "таануу": "тааныйт fin.pres, таануу act.nom, таанып cvb.yp, таануучу ptc.uuchu.nom",
    "айтуу": "айтат fin.pres, айтты fin.past, айткан ptc.gan.nom, айтпайт fin.pres.neg, айтып cvb.yp",
    "де-": "дейт fin.pres, деген ptc.gan.nom, деп cvb.yp, деди fin.past, десе cond, дебейт fin.pres.neg",
    "же-": "жейт fin.pres, жеген ptc.gan.nom, жеп cvb.yp",
    "бар-": (
        "барам fin.pres.1sg, барамын fin.pres.1sg, барасыз fin.pres.2pol, барабыз fin.pres.1pl, "
        "бардым fin.past.1sg, баргансыз ptc.gan.2pol, барыңыз imp2.pol, барба imp2.neg, барайын "
        "opt.1sg, баргысы des.p3"
    ),
    "ашуу": ("ашпоого act.dat.neg, ашпашы act.ysh.p3.nom.neg, ашышы act.ysh.p3.nom, ашпаган ptc.gan.nom.neg"),
    "ылайыкташтыруу": "ылайыкташтырат fin.pres, ылайыкташтырууга act.dat",
    "кечиктирүү": "кечиктирбестен ptc.ar.abl.neg, кечиктирүүсүз act.syz.nom, кечиктиргис ptc.gys.nom",
}

VOICED = {
    "аныктоо": (
        "аныкталат fin.pres.pass, аныкталбайт fin.pres.neg.pass, аныкталышы act.ysh.p3.nom.pass, "
        "аныкталбоого act.dat.neg.pass, аныкталмайынча cvb.mayincha.neg.pass, аныкталсын imp3.pass, "
        "аныктатат fin.pres.caus"
    ),
    "белгилөө": "белгиленет fin.pres.pass, белгиленген ptc.gan.nom.pass, белгиленсин imp3.pass",
    "баалоо": "бааланат fin.pres.pass",
    "берүү": (
        "берилет fin.pres.pass, берилсин imp3.pass, берилиши act.ysh.p3.nom.pass, берилбейт fin.pres.neg.pass"
    ),
    "алуу": (
        "алынат fin.pres.pass, алынган ptc.gan.nom.pass, алынышы act.ysh.p3.nom.pass, алдырат fin.pres.caus"
    ),
    "кылуу": "кылынат fin.pres.pass, кылдырат fin.pres.caus",
    "коюу": (
        "коюлат fin.pres.pass, коюлду fin.past.pass, коюлушу act.ysh.p3.nom.pass, койдурат fin.pres.caus"
    ),
    "чыгуу": "чыгарат fin.pres.caus, чыгарылат fin.pres.caus.pass",
    "табуу": "табылат fin.pres.pass, табылышы act.ysh.p3.nom.pass, таптырат fin.pres.caus",
    "кагуу": "кагылат fin.pres.pass, кагылган ptc.gan.nom.pass",
    "тартуу": "тартылат fin.pres.pass, тартылышы act.ysh.p3.nom.pass, тартылсын imp3.pass",
    "билүү": (
        "билдирет fin.pres.caus, билдирилет fin.pres.caus.pass, билишет fin.pres.rec, билинет fin.pres.pass"
    ),
    "токтоо": ("токтотот fin.pres.caus, токтотулат fin.pres.caus.pass, токтотулушу act.ysh.p3.nom.caus.pass"),
    "эсептөө": "эсептелет fin.pres.pass, эсептелинет fin.pres.pass",
    "кароо": "каралат fin.pres.pass, каралууга act.dat.pass, каралбайт fin.pres.neg.pass",
    "көрүү": "көрсөтөт fin.pres.caus, көрсөтүлөт fin.pres.caus.pass",
    "айыруу": "айрылат fin.pres.pass",
    "төлөө": "төлөнөт fin.pres.pass, төлөнүүчү ptc.uuchu.nom.pass",
}

NOT_FORMS = {
    "алуу": "алар алардын аларга ал алык алгөн алпайт алыпды",
    "берүү": "берене берененин берат бербайт беррет",
    "кароо": "каражат каражаттын карата каршы",
    "келүү": "келишим келишимдин келишими",
    "бөлүү": "бөлүм бөлүк бөлүктүн",
    "токтоо": "токтом токтомдун",
    "чечүү": "чечим чечими",
    "негиздөө": "негиздер негиздерди негизде",
    "топтоо": "топтор топтордун",
    "тартуу": "тартип тартиби",
    "коюу": "койот койуу койуп",
    "чыгуу": "чыгган чыкат чыгты",
}


def table(lemmas: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(lemma, *pair.split()) for lemma, row in lemmas.items() for pair in row.split(", ")]  # type: ignore[misc]


@pytest.fixture(scope="module")
def paradigm():
    known = {}

    def get(lemma, voices=()):
        if (lemma, voices) not in known:
            known[lemma, voices] = forms(Entry(lemma, "verb", voices))
        return known[lemma, voices]

    return get


@pytest.mark.parametrize(("lemma", "form", "features"), table(VERBS))
def test_verb_form_has_its_features(paradigm, lemma, form, features):
    assert features in paradigm(lemma).get(form, ())


@pytest.mark.parametrize(("lemma", "form", "features"), table(VOICED))
def test_voices_on_request(paradigm, lemma, form, features):
    voices = ("passive", "causative", "reciprocal")
    assert features in paradigm(lemma, voices).get(form, ())


@pytest.mark.parametrize(
    ("lemma", "form"), [(lemma, form) for lemma, row in NOT_FORMS.items() for form in row.split()]
)
def test_nouns_pronouns_and_broken_forms_are_not_claimed(paradigm, lemma, form):
    assert form not in paradigm(lemma)


def test_voices_are_not_there_unasked(paradigm):
    assert "аныкталат" not in paradigm("аныктоо")
    assert "билдирет" not in paradigm("билүү", ("passive",))


@pytest.mark.parametrize(
    ("action", "stem"),
    [
        ("аныктоо", "аныкта-"),
        ("колдоо", "колдо-"),
        ("төлөө", "төлө-"),
        ("үйрөнүү", "үйрөн-"),
        ("күтүү", "күт-"),
        ("иштөө", "иште-"),
        ("чыгуу", "чык-"),
        ("табуу", "тап-"),
        ("коюу", "кой-"),
        ("окуу", "оку-"),
        ("алуу", "ал-"),
        ("кайрылуу", "кайрыл-"),
    ],
)
def test_action_noun_and_stem_name_the_same_verb(action, stem):
    assert forms(Entry(action, "verb")) == forms(Entry(stem, "verb"))


@pytest.mark.parametrize("lemma", ["чакырык", "баш тартуу", "уу", "-", "ал"])
def test_a_lemma_that_is_no_verb_is_refused(lemma):
    with pytest.raises(ValueError, match=r"verb|one word"):
        forms(Entry(lemma, "verb"))


def test_unknown_voice_is_refused():
    with pytest.raises(ValueError, match="unknown voice middle"):
        forms(Entry("алуу", "verb", ("middle",)))
