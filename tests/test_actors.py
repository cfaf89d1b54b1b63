from dataclasses import replace

import pytest

from corruptex import check
from corruptex.detection.engine import Reading, engine
from corruptex.detection.view import View
from corruptex.methodology import load
from corruptex.structure import parse


def reading(text, lang):
    act = parse(text)
    act = replace(act, lang=lang, units=tuple(replace(unit, lang=lang) for unit in act.units))
    compiled = engine(load())
    return Reading(compiled, act, compiled.methodology.profiles[-1])


def holder(text, lang, mark):
    """Who holds the power at the word ``mark``."""
    read = reading(text, lang)
    view: View = read.view
    token = view.tokens.at(text.index(mark))
    return read.actors.subject((token, token + 1)), read.actors.agent((token, token + 1))


@pytest.mark.parametrize(
    ("lang", "text", "mark", "kind"),
    [
        ("ru", "Уполномоченный орган вправе отказать в выдаче лицензии.", "вправе", "public"),
        ("ru", "Гражданин вправе обратиться в уполномоченный орган.", "вправе", "citizen"),
        ("ru", "Суд вправе отложить разбирательство.", "вправе", "court"),
        ("ru", "Сторона вправе расторгнуть договор с органом.", "вправе", "private"),
        ("ru", "Если заявитель не явился, орган вправе вернуть заявление.", "вправе", "public"),
        ("ru", "Срок вправе менять лишь закон.", "вправе", "none"),
        ("ru", "Орган, если предприниматель устранил нарушение, вправе снять пломбу.", "вправе", "public"),
        ("ru", "Гражданин, которому орган отказал, вправе подать жалобу.", "вправе", "citizen"),
        ("ru", "Инспекция по заявлению организации вправе продлить срок.", "вправе", "public"),
        ("ru", "Инспекция по запросу юридического лица вправе выдать копию.", "вправе", "public"),
        ("ru", "По просьбе учащегося директор школы вправе перенести экзамен.", "вправе", "public"),
        ("ky", "Ыйгарым укуктуу орган лицензия берүүдөн баш тартууга укуктуу.", "укуктуу.", "public"),
        ("ky", "Инспектор ишкер бузууну четтетсе, мөөрдү алып салууга укуктуу.", "укуктуу.", "public"),
        ("ky", "Ишкер бузууну четтетсе, инспектор мөөрдү алып салууга укуктуу.", "укуктуу.", "public"),
        ("ky", "Жаран ыйгарым укуктуу органга кайрылууга укуктуу.", "укуктуу.", "citizen"),
        ("ky", "Сот ишти кийинкиге калтырууга укуктуу.", "укуктуу.", "court"),
        ("ky", "Иш берүүчү келишимди бузууга укуктуу.", "укуктуу.", "private"),
    ],
)
def test_the_subject_of_an_active_power(lang, text, mark, kind):
    assert holder(text, lang, mark)[0].kind == kind


@pytest.mark.parametrize(
    ("lang", "text", "mark", "kind"),
    [
        ("ru", "Разрешение может быть приостановлено уполномоченным органом.", "может", "public"),
        ("ru", "Разрешение может быть приостановлено.", "может", "none"),
        ("ru", "Разрешение может быть приостановлено по решению мэрии.", "может", "public"),
        ("ky", "Уруксат мэриянын буйругу менен токтотулушу мүмкүн.", "токтотулушу", "public"),
        ("ru", "Разрешение может быть приостановлено судом.", "может", "court"),
        ("ky", "Уруксат ыйгарым укуктуу орган тарабынан токтотулушу мүмкүн.", "токтотулушу", "public"),
        ("ky", "Уруксат токтотулушу мүмкүн.", "токтотулушу", "none"),
    ],
)
def test_the_agent_of_a_passive(lang, text, mark, kind):
    assert holder(text, lang, mark)[1].kind == kind


def test_the_head_of_a_list_holds_the_power_of_its_items():
    text = "Инспектор вправе:\n1) изымать документы;\n2) опечатывать помещения."
    found = holder(text, "ru", "изымать")[0]
    assert (found.kind, found.scope) == ("public", "head")
    text = "Комиссия төмөнкүлөргө укуктуу:\n1) документтерди алып коюуга;\n2) жайларды текшерүүгө."
    found = holder(text, "ky", "документтерди")[0]
    assert (found.kind, found.scope) == ("public", "head")


def test_the_words_of_the_holder_are_quoted_from_the_act():
    text = "Районная инспекция вправе изъять товар."
    found = holder(text, "ru", "вправе")[0]
    assert text[found.span.start : found.span.end] == found.text == "Районная инспекция"


@pytest.mark.parametrize(
    ("text", "rule", "holder"),
    [
        ("1. Инспектор налагает штраф на нарушителя.", "procedure-only-declared", "Инспектор"),
        (
            "1. Заявки принимает уполномоченный орган.\n2. Комиссия распределяет участки между пастухами.",
            "commission-without-rules",
            "Комиссия",
        ),
        ("1. Пропускту узартуунун тартибин мэрия аныктайт.", "procedure-left-to-body", "мэрия"),
    ],
)
def test_the_holder_shown_is_the_one_the_norm_itself_names(text, rule, holder):
    report = check("ПОЛОЖЕНИЕ\nо ледниках\n\n" + text)
    assert {f.actor.text for f in report.findings if f.rule == rule} == {holder}
