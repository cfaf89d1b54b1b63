import pytest

from corruptex.language.kyrgyz import Entry, forms

NOUNS = {
    "мыйзам": (
        "мыйзам nom, мыйзамдын gen, мыйзамга dat, мыйзамды acc, мыйзамда loc, мыйзамдан abl, "
        "мыйзамдар pl.nom, мыйзамдарды pl.acc, мыйзамы p3.nom, мыйзамынын p3.gen, мыйзамына p3.dat, "
        "мыйзамын p3.acc, мыйзамында p3.loc, мыйзамынан p3.abl, мыйзамдарынын pl.p3.gen, мыйзамдагы "
        "loc.attr.nom, мыйзамындагы p3.loc.attr.nom, мыйзамдуу luu.nom, мыйзамсыз syz.nom, "
        "мыйзамдуулук luu.lyk.nom, мыйзамдуулугуна luu.lyk.p3.dat, мыйзамыбыз p1pl.nom, "
        "мыйзамдарыбызга pl.p1pl.dat"
    ),
    "тартип": (
        "тартипте loc, тартипке dat, тартиптин gen, тартиби p3.nom, тартибин p3.acc, тартибинде "
        "p3.loc, тартибине p3.dat, тартиптер pl.nom, тартиптик lyk.nom, тартипсиз syz.nom, "
        "тартибиндеги p3.loc.attr.nom"
    ),
    "укук": (
        "укугу p3.nom, укугун p3.acc, укугуна p3.dat, укукка dat, укуктун gen, укуктар pl.nom, "
        "укуктары pl.p3.nom, укуктарынын pl.p3.gen, укуктуу luu.nom, укуксуз syz.nom, укуктук "
        "lyk.nom, укугум p1sg.nom"
    ),
    "милдет": "милдети p3.nom, милдеттин gen, милдеттүү luu.nom, милдеттерин pl.p3.acc, милдетке dat",
    "чечим": (
        "чечими p3.nom, чечимге dat, чечимдер pl.nom, чечимдеринин pl.p3.gen, чечимсиз syz.nom, "
        "чечимисиз p3.syz.nom"
    ),
    "орун": (
        "орундун gen, орунда loc, орундар pl.nom, орду p3.nom, ордун p3.acc, ордуна p3.dat, ордунда "
        "p3.loc, оруну p3.nom"
    ),
    "мүлк": (
        "мүлктүн gen, мүлктү acc, мүлккө dat, мүлкү p3.nom, мүлкүн p3.acc, мүлктөр pl.nom, мүлктүк lyk.nom"
    ),
    "калк": "калкы p3.nom, калкка dat, калктын gen, калктуу luu.nom",
    "чек": "чеги p3.nom, чегинде p3.loc, чекте loc, чексиз syz.nom",
    "бөлүк": "бөлүгү p3.nom, бөлүктө loc, бөлүгүндө p3.loc, бөлүктүн gen, бөлүктөргө pl.dat",
    "өкмөт": "өкмөттүн gen, өкмөткө dat, өкмөтү p3.nom, өкмөтүнүн p3.gen, өкмөттөр pl.nom",
    "жер": "жерлер pl.nom, жерге dat, жери p3.nom, жеринде p3.loc, жердеги loc.attr.nom, жердин gen",
    "шаар": (
        "шаарлар pl.nom, шаардын gen, шаарынын p3.gen, шаардык lyk.nom, шаарда loc, шаардагы loc.attr.nom"
    ),
    "күн": ("күнү p3.nom, күндөн abl, күнгө dat, күндүн gen, күндөр pl.nom, күндүк lyk.nom, күнүнөн p3.abl"),
    "жол": "жолдо loc, жолго dat, жолу p3.nom, жолдун gen, жолунда p3.loc, жолдор pl.nom",
    "кул": "кулда loc, кулга dat, кулдун gen, кулдар pl.nom",
    "ой": "ою p3.nom, оюн p3.acc, оюнча p3.equ, ойго dat, ойлор pl.nom, оюм p1sg.nom",
    "үй": "үйү p3.nom, үйгө dat, үйдө loc, үйлөр pl.nom, үйүнүн p3.gen",
    "ай": "айы p3.nom, айынын p3.gen, айда loc, айга dat, айлар pl.nom",
    "кеңеш": "кеңештин gen, кеңеши p3.nom, кеңешинин p3.gen, кеңешке dat, кеңештер pl.nom",
    "башчы": "башчысы p3.nom, башчынын gen, башчыга dat, башчылар pl.nom",
    "төрага": "төрагасы p3.nom, төраганын gen, төрагага dat, төрагасынын p3.gen, төрагалар pl.nom",
    "мүчө": "мүчөсү p3.nom, мүчөлөр pl.nom, мүчөнүн gen, мүчөлөрүнүн pl.p3.gen, мүчөлүк lyk.nom",
    "ээ": "ээси p3.nom, ээсинин p3.gen, ээге dat, ээлери pl.p3.nom",
    "мэрия": ("мэриянын gen, мэриясы p3.nom, мэрияга dat, мэрияда loc, мэриялар pl.nom, мэриясынын p3.gen"),
    "комиссия": "комиссиянын gen, комиссиясына p3.dat, комиссиялар pl.nom, комиссиялык lyk.nom",
    "статья": "статьянын gen, статьясы p3.nom, статьяда loc, статьялар pl.nom",
    "кодекс": "кодекстин gen, кодексинин p3.gen, кодекске dat, кодексте loc",
    "министр": "министри p3.nom, министрдин gen, министрге dat, министрлер pl.nom",
    "мэр": "мэри p3.nom, мэрдин gen, мэрге dat, мэрлер pl.nom",
    "орган": "органдын gen, органы p3.nom, органга dat, органдарынын pl.p3.gen",
    "роль": "ролу p3.nom, ролун p3.acc, ролдун gen, рольдун gen, ролго dat, ролдор pl.nom",
    "контроль": "контролдун gen, контролу p3.nom, контролго dat, контролдук lyk.nom",
    "бюллетень": "бюллетени p3.nom, бюллетендер pl.nom, бюллетенинин p3.gen",
    "акт": (
        "актынын gen, акттын gen, актылар pl.nom, актысы p3.nom, акты p3.nom, актыларына pl.p3.dat, "
        "актыга dat"
    ),
    "субъект": (
        "субъекти p3.nom, субъекттин gen, субъекттер pl.nom, субъектилер pl.nom, субъектисинин p3.gen"
    ),
    "убакыт": "убактысы p3.nom, убакытка dat, убактысынын p3.gen, убактылуу luu.nom",
    "округ": "округдун gen, округтун gen, округу p3.nom, округга dat, округка dat",
    "устав": "уставдын gen, уставы p3.nom, уставга dat, уставында p3.loc",
    "отчет": "отчеттун gen, отчету p3.nom, отчетко dat, отчеттор pl.nom",
    "критерий": "критерийлер pl.nom, критерийи p3.nom, критерийге dat",
    "бала": (
        "балдар pl.nom, балдардын pl.gen, балдарына pl.p3.dat, баласы p3.nom, баланын gen, балалар pl.nom"
    ),
    "ич": "ичинде p3.loc, ичиндеги p3.loc.attr.nom, ички ky.nom",
    "төмөн": "төмөнкү ky.nom, төмөнкүлөр ky.pl.nom, төмөнкүлөргө ky.pl.dat, төмөнкүдөй ky.sim",
    "үй-бүлө": "үй-бүлөсү p3.nom, үй-бүлөнүн gen, үй-бүлөлүк lyk.nom",
    "өз": "өзү p3.nom, өзүнүн p3.gen, өзүнө p3.dat, өздөрү pl.p3.nom",
    "КР": "крнын gen, крда loc",
    "ал": "ал nom, анын gen, ага dat, аны acc, андан abl, алардын pl.gen",
    "бул": "мунун gen, буга dat, муну acc, мындан abl, мындай sim",
    "ошол": "ошонун gen, ошого dat, ошондой sim",
}

ADJECTIVES = {
    "зарыл": "зарыл nom, зарылдык lyk.nom, зарылдыгына lyk.p3.dat, зарылыраак cmp",
    "көп": "көбү p3.nom, көбүрөөк cmp, көптөр pl.nom, көптүк lyk.nom",
    "тез": "тезирээк cmp, тездик lyk.nom",
    "тиешелүү": "тиешелүүлөр pl.nom, тиешелүүсү p3.nom",
}

NOT_FORMS = {
    "мыйзам": "мыйзамге мыйзамтын мыйзамлар мыйзамда-гы мыйзамдаштыруу",
    "тартип": "тартипи тартибте тартибке тартибдин тартуу",
    "калк": "калгы калкга",
    "жол": "жолда жолга жолдар жолы",
    "үй": "үю үйда үйдар",
    "ой": "ойу ойдо-го",
    "жер": "жердер жергиликтүү",
    "орун": "ордго орддун",
    "кул": "кулдо кулдор",
    "сан": "саналат санап сананы",
    "белги": "белгиленет белгилөө",
    "ким": "кимде-ким",
}


def table(lemmas: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(lemma, *pair.split()) for lemma, row in lemmas.items() for pair in row.split(", ")]  # type: ignore[misc]


@pytest.fixture(scope="module")
def paradigm():
    known = {}

    def get(lemma, pos="noun"):
        if (lemma, pos) not in known:
            known[lemma, pos] = forms(Entry(lemma, pos))
        return known[lemma, pos]

    return get


@pytest.mark.parametrize(("lemma", "form", "features"), table(NOUNS))
def test_noun_form_has_its_features(paradigm, lemma, form, features):
    assert features in paradigm(lemma).get(form, ())


@pytest.mark.parametrize(("lemma", "form", "features"), table(ADJECTIVES))
def test_adjective_form_has_its_features(paradigm, lemma, form, features):
    assert features in paradigm(lemma, "adjective").get(form, ())


@pytest.mark.parametrize(
    ("lemma", "form"), [(lemma, form) for lemma, row in NOT_FORMS.items() for form in row.split()]
)
def test_other_words_and_broken_harmony_are_no_forms(paradigm, lemma, form):
    assert form not in paradigm(lemma)


def test_every_form_is_folded(paradigm):
    assert not [form for form in paradigm("режиссёр") if "ё" in form or form != form.lower()]
    assert "режиссердун" in paradigm("режиссёр")


@pytest.mark.parametrize("lemma", ["мыйзам", "тартип", "мүчө", "өкмөт"])
def test_a_form_begins_like_its_lemma(paradigm, lemma):
    assert all(form[:3] == lemma[:3] for form in paradigm(lemma))
