"""Reports built by hand: small acts in both languages, with findings placed by their words."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from corruptex.methodology import Methodology
from corruptex.methodology.loading import load
from corruptex.methodology.procedures import Procedures
from corruptex.methodology.rules import Context, Example, Rule
from corruptex.model import (
    Act,
    Actor,
    Cure,
    Delegation,
    Element,
    Factor,
    Finding,
    Lang,
    Notice,
    Procedure,
    Reference,
    Report,
    Severity,
    Source,
    Span,
    Unit,
    UnitKind,
)

LINES: dict[Lang, list[tuple[UnitKind, str | None, str]]] = {
    "ru": [
        ("title", None, "О порядке выдачи разрешений на размещение летних кафе\n"),
        ("article", "1", "Статья 1. Выдача разрешения\n"),
        ("part", "1", "1. Мэрия рассматривает заявление в разумный срок.\n"),
        ("part", "2", "2. Мэрия вправе:\n"),
        ("point", "1", "1) отказать в выдаче разрешения по иным основаниям;\n"),
        ("point", "2", "2) потребовать другие документы.\n"),
        ("article", "2", "Статья 2. Плата\n"),
        ("part", "1", "1. Плата за разрешение не взимается.\n"),
    ],
    "ky": [
        ("title", None, "Жайкы кафелерди жайгаштырууга уруксат берүү тартиби жөнүндө\n"),
        ("article", "1", "1-берене. Уруксат берүү\n"),
        ("part", "1", "1. Мэрия арызды акылга сыярлык мөөнөттө карайт.\n"),
        ("part", "2", "2. Мэрия төмөнкүлөргө укуктуу:\n"),
        ("point", "1", "1) башка негиздер боюнча уруксат берүүдөн баш тартууга;\n"),
        ("point", "2", "2) башка документтерди талап кылууга.\n"),
        ("article", "2", "2-берене. Төлөм\n"),
        ("part", "1", "1. Уруксат үчүн төлөм алынбайт.\n"),
    ],
}
SPANS: dict[Lang, list[tuple[str, str, int, Severity]]] = {
    "ru": [
        ("P3", "в разумный срок", 2, "medium"),
        ("D4", "отказать в выдаче разрешения по иным основаниям", 4, "high"),
        ("P4", "другие документы", 5, "high"),
    ],
    "ky": [
        ("P3", "акылга сыярлык мөөнөттө", 2, "medium"),
        ("D4", "башка негиздер боюнча уруксат берүүдөн баш тартууга", 4, "high"),
        ("P4", "башка документтерди", 5, "high"),
    ],
}
_PARENTS = (None, None, 1, 1, 3, 3, None, 6)
_LAST = (0, 5, 2, 5, 4, 5, 7, 7)
_NAMES = {
    "D4": (
        "основания для отказа не закрыты",
        "баш тартуунун негиздери чектелген эмес",
        "open grounds for refusal",
    ),
    "P3": ("неопределённый срок", "белгисиз мөөнөт", "vague deadline"),
    "P4": ("открытый перечень документов", "документтердин ачык тизмеси", "open list of documents"),
    "R1": ("проект не обсуждён", "долбоор талкууланган эмес", "no public discussion"),
    "N2": ("коллизия с другим актом", "башка акты менен коллизия", "collision with another act"),
}


def texts(ru: str, ky: str, en: str) -> dict[str, str]:
    """One message in three languages."""
    return {"ru": ru, "ky": ky, "en": en}


def act(lang: Lang = "ru", lines: list[tuple[UnitKind, str | None, str]] | None = None) -> Act:
    """An act of eight units: title, two articles with parts, two points."""
    units, text = [], ""
    for index, (kind, number, line) in enumerate(lines or LINES[lang]):
        mark = line.find(" ") + 1 if number else 0
        start = len(text)
        text += line
        units.append(
            Unit(index, kind, number, start, len(text), start + mark, _PARENTS[index], _LAST[index], lang)
        )
    source = Source(
        text, f"draft-{lang}.txt", "txt", hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    )
    title = (lines or LINES[lang])[0][2].strip()
    return Act(text, tuple(units), title, "law", "article_part", None, None, None, lang, source=source)


def finding(owner: Act, number: int, place: tuple[str, str, int, Severity]) -> Finding:
    """A finding on the first place of some words in a unit."""
    code, words, unit, severity = place
    start = owner.text.index(words, owner.units[unit].start)
    body = owner.text.find("Мэрия")
    return Finding(
        id=f"F{number}",
        fingerprint=hashlib.sha256(f"{code}{words}{number}".encode()).hexdigest()[:16],
        code=code,
        also=("P3",) if code == "P4" else (),
        severity=severity,
        confidence=0.8125,
        lang=owner.lang,
        unit=unit,
        start=start,
        end=start + len(words),
        quote=words,
        actor=Actor("public", "Мэрия", Span(body, body + 5), "head"),
        effect="external",
        why=texts(
            "Пределы решения не названы.", "Чечимдин чектери аталган эмес.", "The limits are not named."
        ),
        scheme=texts(
            "Служащий мог бы затягивать дело, пока ему не заплатят.",
            "Кызматкер акы алмайынча ишти создуктура алмак.",
            "An official could delay until paid.",
        ),
        fix=texts(
            "Назвать срок в рабочих днях.", "Мөөнөттү жумушчу күндөр менен көрсөтүү.", "Name a term in days."
        ),
        cures=(
            Cure("closed_list", "article", found=False),
            Cure("deadline", "act", found=False),
            Cure("named_act", "unit", found=True, span=Span(start, start + 3)),
        ),
        rule="sample-rule",
    )


def report(lang: Lang = "ru", count: int = 3, notices: tuple[Notice, ...] = ()) -> Report:
    """A report with any number of findings: the three of the act, over and over."""
    owner = act(lang)
    spans = SPANS[lang]
    found = [finding(owner, number + 1, spans[number % 3]) for number in range(count)]
    return Report(
        act=owner,
        profile="general",
        findings=tuple(found),
        notices=notices,
        methodology_version="2026.1",
        tool_version="0.1.0",
        norms_checked=5,
        factors_checked=("D4", "P3", "P4"),
        factors_for_person=("R1", "N2"),
    )


def whole(lang: Lang = "ru") -> Report:
    """A report with a procedure, two delegations and references of every status."""
    base = report(lang)
    owner = base.act
    body = owner.text.index("Мэрия")
    holder = Actor("public", "Мэрия", Span(body, body + 5), "clause")
    place = {
        code: Span(base.findings[n].start, base.findings[n].end) for n, code in enumerate(("E07", "E10"))
    }
    elements = (
        Element("E01", True, "present", "unit", 2, holder.span),
        Element("E07", True, "missing"),
        Element("E10", True, "present", "chapter", 4, place["E10"]),
        Element("E15", True, "elsewhere", "background"),
        Element("E24", False, "missing"),
    )
    unit = owner.units[2]
    statuses = ("resolved", "missing", "circular", "unnamed", "external", "missing")
    return replace(
        base,
        procedures=(
            Procedure("PR1", "T2", 2, unit.body, unit.end, (1, 6), holder, elements, assessable=True),
            Procedure(
                "PR2",
                "T2",
                7,
                unit.body,
                unit.end,
                (6,),
                Actor("none"),
                (Element("E07", True, "not_assessable"),),
                assessable=False,
            ),
        ),
        delegations=(
            Delegation(2, unit.body, unit.end, "порядок | выдачи", "rights", holder, itself=True),
            Delegation(7, unit.body, unit.end, "форма журнала", "technical", Actor("none"), itself=False),
        ),
        references=tuple(
            Reference(3, unit.body, unit.body + 5 + number, (("article", "77"),), "", None, status)  # type: ignore[arg-type]
            for number, status in enumerate(statuses)
        ),
    )


def with_severities(*severities: Severity) -> Report:
    """A report whose findings have given severities."""
    base = report(count=len(severities))
    changed = [replace(one, severity=level) for one, level in zip(base.findings, severities, strict=True)]
    return replace(base, findings=tuple(changed))


def spoilt(lang: Lang, words: str) -> Report:
    """A report on an act whose part with a vague deadline holds other words around it."""
    lines = list(LINES[lang])
    kind, number, line = lines[2]
    lines[2] = (kind, number, line.rstrip("\n") + words + "\n")
    owner = act(lang, lines)
    base = report(lang)
    return replace(base, act=owner, findings=(finding(owner, 1, SPANS[lang][0]),))


def methodology() -> Methodology:
    """A methodology of five factors, one rule and two contexts."""
    factors = {
        code: Factor(
            code=code,
            id=f"sample.{code.lower()}",
            group=code[0],
            level="norm",
            severity="high",
            name=texts(*names),
            definition=texts("Определение фактора.", "Фактордун аныктамасы.", "Definition of the factor."),
            question=texts("Назван ли срок?", "Мөөнөт аталганбы?", "Is a term named?"),
            scheme=texts("Можно затягивать.", "Создуктурууга болот.", "One could delay."),
            fix=texts("Назвать срок.", "Мөөнөттү көрсөтүү.", "Name a term."),
            automated=code not in ("R1", "N2"),
        )
        for code, names in _NAMES.items()
    }
    return replace(
        load(),
        version="2026.1",
        digest="0" * 64,
        factors=factors,
        rules={"sample-rule": rule()},
        contexts={
            "deadline": Context(
                "deadline", texts("срок в днях", "күн менен мөөнөт", "term in days"), (), {}, (), "d.yaml"
            ),
            "named_act": Context(
                "named_act", texts("названный акт", "аталган акт", "named act"), (), {}, (), "n.yaml"
            ),
        },
        lexicons={},
        procedures=procedures(),
        profiles=(),
        points={"D4": "3а", "P4": "4б"},
        mapping=texts("Пробная методика № 1", "№ 1 сыноо методикасы", "Trial method No 1"),
    )


def procedures() -> Procedures:
    """One type of procedures with five elements."""
    names = {
        "E01": texts("кто решает", "ким чечет", "who decides"),
        "E07": texts("срок решения", "чечимдин мөөнөтү", "term of decision"),
        "E10": texts("основания отказа", "баш тартуунун негиздери", "grounds of refusal"),
        "E15": texts("обжалование", "даттануу", "appeal"),
        "E24": texts("последствие молчания", "жооп бербөөнүн натыйжасы", "effect of silence"),
    }
    shipped = load().procedures
    return replace(
        shipped,
        types={"T2": replace(shipped.types["T2"], name=texts("Разрешение", "Уруксат", "Permit"))},
        elements={code: replace(shipped.elements[code], name=name) for code, name in names.items()},
    )


def rule() -> Rule:
    """A rule with examples of both kinds."""
    return Rule(
        id="sample-rule",
        factor="P3",
        also=(),
        level="norm",
        severity="medium",
        confidence=0.7,
        title=texts("Срок без числа", "Сансыз мөөнөт", "A term without a number"),
        match={},
        finds="",
        actor="public",
        effect="any",
        within=(),
        unless=(),
        cures=(),
        profiles=(),
        why=texts("Срок нельзя проверить.", "Мөөнөттү текшерүү мүмкүн эмес.", "The term cannot be checked."),
        fix=texts("Назвать число дней.", "Күндүн санын көрсөтүү.", "Name the number of days."),
        reword={},
        reword_within=(),
        reword_unless=(),
        attested={"ru": True, "ky": True},
        examples=(
            Example("ru", "flag", "Орган отвечает в разумный срок.", (15, 30)),
            Example("ru", "pass", "Орган отвечает в течение пяти дней.", None),
            Example("ky", "flag", "Орган акылга сыярлык мөөнөттө жооп берет.", (6, 29)),
            Example("ky", "pass", "Орган беш күндүн ичинде жооп берет.", None),
        ),
        path="rules/factors/sample-rule.yaml",
    )
