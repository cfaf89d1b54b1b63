"""What an act hands over to somebody to settle: to whom, whether rights hang on it, and self-delegation.

„Порядок … определяется органом“, „орган утверждает перечень“, „в порядке, определяемом органом“ and their
Kyrgyz forms hand a matter over. A body delegates to itself if it also decides the cases to which its own
rule applies: then the article names it once more, where it acts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from corruptex.detection.actors import GENITIVE_ADJECTIVE, Mention
from corruptex.detection.regions import article_of, block_of
from corruptex.detection.whole.handing_over import HandedOver, handed_over
from corruptex.detection.whole.remark import Remark
from corruptex.model import Actor, Delegation, Finding, Span

if TYPE_CHECKING:
    from corruptex.detection.whole.act import WholeAct

FEWEST_BEFORE: Final = 2
"""Words before the matter that are its attributes („технические требования“) or too few to be a subject."""

LONGEST_SUBJECT: Final = 22
"""Words of a printed subject before the matter itself."""

LONGEST_QUOTE: Final = 80
"""Characters up to which a subject is quoted in a remark."""

FEWEST_SHARED: Final = 2
"""Words of substance by which a single decision of an upper body is seen to be under the rule it makes."""

STEM: Final = 5
"""Letters by which words of two names of one body are compared: their endings differ."""

GENERIC: Final = frozenset(
    "орган госуд уполн служб мамле ыйгар укукт аткар кызма адам респу кырги кыргы учреж испол тийиш тиеше"
    " сфере облас соотв".split()
)
"""Stems that do not tell one body from another."""

APPLIES: Final = "applies_rule"
TOGETHER: Final = (
    "соглас",
    "предст",
    "предл",
    "резул",
    "месту",
    "решен",
    "сво",
    "запрос",
    "заявл",
    "итог",
    "ходат",
)
"""Words after „по“ that do not belong to a body's name."""

LONGEST_FIELD: Final = 5
"""Words of the field that a body's name goes on with."""

AFTER_FIELD: Final = frozenset("для в на с со от до при без за по из не может вправе".split())
"""Words that no field of a body goes on with."""

FINITE: Final = ("ает", "яет", "ует", "ают", "яют", "уют", "ивает", "ится", "ется", "ются", "ятся")
"""Endings of Russian verbs of which a body is the subject."""

FORMS: Final = ("форм", "образ", "бланк", "үлгү")
PROCEDURES: Final = ("поряд", "услов", "правил", "тартип", "тартиб", "шарт", "эреже", "срок", "мөөнөт")

GROUNDS: Final = ("критер", "основан", "негиз", "случа", "учур")
"""Beginnings of the other matters by which single cases are decided; a list or a size decides none."""

DECIDES: Final = "single_decision"
UPPER: Final = ("кабинет", "правительств", "президент", "кенеш", "парламент", "өкмөт", "министрлер", "кеңеш")
MAKES_RULES_ONLY: Final = ("жогорк", "центральн", "борборд")
"""Beginnings of names of bodies whose rules bind others: parliament, the central election commission."""

ALREADY_SETTLED: Final = ("определ", "установл", "устанавл", "утвержд", "аныктал", "белгилен", "бекитил")
"""Beginnings of participles that tell what a body has laid down, not what it decides here."""


def find_delegations(whole: WholeAct) -> tuple[Delegation, ...]:
    """What an act hands over, in the order of the text.

    Args:
        whole: The act.

    Returns:
        One delegation for each verb or participle that hands over; courts, persons and parties to a contract
        are no delegates.
    """
    found = handed_over(whole)
    return tuple(_delegation(whole, one, found) for one in found)


def delegation(whole: WholeAct) -> Iterator[Remark]:
    """Self-delegation of matters on which rights hang: ``itself``."""
    for one in whole.delegations:
        if one.itself and one.kind == "rights" and not _defines(whole, one):
            yield Remark(
                "itself",
                one.unit,
                one.start,
                one.end,
                values={"subject": _short(whole, one), "body": one.delegate.text},
                actor=one.delegate,
            )


def agreeing(delegations: Iterable[Delegation], findings: Iterable[Finding]) -> tuple[Delegation, ...]:
    """The map, in agreement with the findings: what was found to be left to a body (C1) touches rights.

    Args:
        delegations: What the act hands over.
        findings: What was found in the act.
    """
    left = [(one.unit, one.start, one.end) for one in findings if one.code == "C1"]
    return tuple(
        replace(one, kind="rights")
        if one.kind == "other"
        and any(unit == one.unit and start < one.end and one.start < end for unit, start, end in left)
        else one
        for one in delegations
    )


def _defines(whole: WholeAct, one: Delegation) -> bool:
    """Whether a term is defined here, or in the article, and nothing is settled yet."""
    view = whole.reading.view
    units = {one.unit, article_of(view, one.unit), whole.act.units[one.unit].parent}
    low, high = min((unit for unit in units if unit is not None), default=one.unit), one.unit
    return any(term.kind == "listed" and low <= term.unit <= high for term in whole.definitions)


def _short(whole: WholeAct, one: Delegation) -> str:
    """What is settled, in a few words: the subject, or the words that hand it over where it runs long."""
    words = one.subject if len(one.subject) <= LONGEST_QUOTE else whole.act.text[one.start : one.end]
    return " ".join(words.split())


# -- Describing ------------------------------------------------------------------------------------


def _delegation(whole: WholeAct, found: HandedOver, others: list[HandedOver]) -> Delegation:
    view = whole.reading.view
    starts, ends = view.tokens.starts, view.tokens.ends
    low, high = _subject_tokens(whole, found)
    begin, stop = found.words
    if not found.is_attribute:
        begin, stop = min(low, begin), max(high, stop)
    body = found.body
    span = Span(starts[_name_start(whole, body)], ends[_name_end(whole, body) - 1])
    return Delegation(
        unit=view.unit_of(found.matter[0]),
        start=starts[begin],
        end=max(ends[stop - 1], span.end if body.end == stop else 0),
        subject=_printed(whole, low, high, found),
        kind=_kind(whole, low, high, found),
        delegate=Actor("public", whole.act.text[span.start : span.end], span, _scope(whole, found)),
        itself=_is_itself(whole, found, others),
    )


def _scope(whole: WholeAct, found: HandedOver) -> Literal["clause", "head"]:
    view = whole.reading.view
    return "clause" if view.unit_of(found.body.start) == view.unit_of(found.matter[0]) else "head"


def _subject_tokens(whole: WholeAct, found: HandedOver) -> tuple[int, int]:
    """Tokens of what is handed over."""
    view = whole.reading.view
    low, high = found.matter
    body = whole.act.units[view.unit_of(low)].body
    first = max(view.part(low)[0], min(bisect_left(view.tokens.starts, body), low))
    if found.is_attribute:
        start = max(view.sentence(low, high)[0], min(bisect_left(view.tokens.starts, body), low))
        if low - first < 3 and found.lang == "ru":
            first = max(start, low - LONGEST_SUBJECT)
        return max(first, low - LONGEST_SUBJECT), high
    if found.lang == "ky":
        begin = max(first, low - LONGEST_SUBJECT)
        if begin <= found.body.start < low:
            begin = found.body.end + (view.tokens.forms[found.body.end] == "тарабынан")
        return min(begin, low), high
    if found.verb[0] > low:
        return (first if low - first <= FEWEST_BEFORE else low), found.verb[0]
    stop = view.clause(low, high)[1]
    if found.body.start > high:
        stop = found.body.start
    return low, min(stop, high + LONGEST_SUBJECT)


def _printed(whole: WholeAct, low: int, high: int, found: HandedOver) -> str:
    """A subject as printed; words of the body between its parts are left out."""
    view = whole.reading.view
    body = found.body
    if found.is_attribute and low <= body.start < found.matter[0]:
        begin = _name_start(whole, body)
        if begin - low < FEWEST_BEFORE:
            end = min(view.clause(*found.matter)[1], found.matter[1] + LONGEST_SUBJECT // 2)
            return " ".join(view.text(found.matter[0], end).split())
        before = view.text(low, begin) if begin > low else ""
        return " ".join(f"{before} … {view.text(*found.matter)}".split())
    if found.lang == "ky" and high <= body.start:
        return " ".join(view.text(low, high).split())
    if low < body.start < high:
        high = body.start
    return " ".join(view.text(low, max(high, low + 1)).split())


def _kind(whole: WholeAct, low: int, high: int, found: HandedOver) -> Literal["rights", "technical", "other"]:
    search, lang = whole.reading.search, found.lang
    named = found.matter if found.is_attribute else (low, high)
    forms = whole.reading.view.tokens.forms[slice(*named)]
    is_form = any(form.startswith(FORMS) for form in forms) and not any(
        form.startswith(PROCEDURES) for form in forms
    )
    if is_form or search.any_between(whole.pattern("technical", lang), low, high):
        return "technical"
    return "rights" if search.any_between(whole.pattern("delegated_right", lang), low, high) else "other"


# -- Self-delegation -------------------------------------------------------------------------------


def _is_itself(whole: WholeAct, found: HandedOver, others: list[HandedOver]) -> bool:
    """Whether the body acts once more in the article, where it settles nothing."""
    view, actors = whole.reading.view, whole.reading.actors
    unit = view.unit_of(found.matter[0])
    article = article_of(view, unit)
    low, high = view.subtree_tokens(block_of(view, unit) if article is None else article)
    key = _key(whole, found.body)
    if not key or _scope(whole, found) == "head" or _binds_others_only(whole, found):
        return False
    delegates = {one.body for one in others}
    for one in actors.between(low, high):
        if one.role != "public" or one in delegates or one == found.body:
            continue
        if _same(key, _key(whole, one)) and _acts(whole, one, found):
            return True
    return False


def _binds_others_only(whole: WholeAct, found: HandedOver) -> bool:
    """Whether the body makes rules for others, or the matter of an upper body decides no single case."""
    forms = whole.reading.view.tokens.forms
    name = forms[max(found.body.start - 1, 0) : found.body.end]
    if any(form.startswith(MAKES_RULES_ONLY) for form in name):
        return True
    matter = forms[found.matter[0]]
    return _is_upper(whole, found.body) and not matter.startswith((*PROCEDURES, *GROUNDS))


def _is_aside(whole: WholeAct, one: Mention) -> bool:
    """Whether a body is only asked („по согласованию с органом“) or has laid something else down."""
    forms = whole.reading.view.tokens.forms
    before, after = forms[max(one.start - 1, 0) : one.start], forms[one.end : one.end + 2]
    if before and (before[0] in ("с", "со") or before[0].startswith(ALREADY_SETTLED)):
        return True
    return after[:1] == ["менен"] or (
        after[:1] == ["тарабынан"]
        and after[1:2] != []
        and after[1].endswith(("ган", "ген", "гон", "гөн"))
        and after[1].startswith(ALREADY_SETTLED)
    )


def _acts(whole: WholeAct, one: Mention, found: HandedOver) -> bool:
    """Whether a mention stands where the body decides a case or receives an application."""
    view, search = whole.reading.view, whole.reading.search
    if _is_aside(whole, one):
        return False
    low, high = view.clause(one.start, one.end)
    upper = _is_upper(whole, one)
    pattern = whole.pattern(DECIDES if upper else APPLIES, found.lang)
    if not any(not found.words[0] <= match[0] < found.words[1] for match in search.near(pattern, low, high)):
        return False
    shared = _content(whole, low, high) & _content(whole, *_subject_tokens(whole, found))
    return not upper or len(shared) >= FEWEST_SHARED


def _content(whole: WholeAct, low: int, high: int) -> set[str]:
    """Stems of the longer words, by which two norms are seen to speak of one thing."""
    forms = whole.reading.view.tokens.forms[low:high]
    return {
        form[:STEM] for form in forms if len(form) > STEM and not form.startswith((*UPPER, *PROCEDURES))
    } - GENERIC


def _is_upper(whole: WholeAct, one: Mention) -> bool:
    """Whether a body makes rules first of all: it applies one only where a decision of its own is named.

    „Комиссия“ with a capital letter is that of the union, which customs bodies serve.
    """
    view = whole.reading.view
    is_union = (
        whole.act.text.startswith("Комисси", view.tokens.starts[one.start]) and one.end - one.start == 1
    )
    return is_union or any(form.startswith(UPPER) for form in view.tokens.forms[one.start : one.end])


def _name_end(whole: WholeAct, one: Mention) -> int:
    """Token after a body's name with its field: „орган по охране среды“, „министерство финансов“."""
    view = whole.reading.view
    forms, end = view.tokens.forms, one.end
    _, stop = view.part(one.start)
    if forms[end : end + 2] in (["кыргызской", "республики"],):
        end += 2
    is_field = (forms[end : end + 1] == ["по"] and not forms[end + 1].startswith(TOGETHER)) or forms[
        end : end + 2
    ] in (["в", "сфере"], ["в", "области"])
    if not (end < stop and is_field and _is_collective(whole, one)):
        return end
    limit = min(stop, end + LONGEST_FIELD)
    return next((at for at in range(end + 2, limit) if _ends_field(forms[at])), limit)


def _ends_field(form: str) -> bool:
    """Whether a word after „орган по охране среды“ belongs to the sentence and not to the name."""
    return form in AFTER_FIELD or form.endswith(FINITE)


def _name_start(whole: WholeAct, one: Mention) -> int:
    forms = whole.reading.view.tokens.forms
    start = one.start - (forms[one.start - 1 : one.start] == ["жогорку"])
    return start - 2 if forms[max(start - 2, 0) : start] == ["кыргыз", "республикасынын"] else start


def _is_collective(whole: WholeAct, one: Mention) -> bool:
    """Whether a name may go on with its field: „орган по охране среды“."""
    forms = whole.reading.view.tokens.forms[one.start : one.end]
    return any(form.startswith(("орган", "агентств", "комитет", "служб")) for form in forms)


def _key(whole: WholeAct, one: Mention) -> frozenset[str]:
    """Stems of the words of a body's name; „орган налоговой службы“ goes on in the genitive."""
    all_forms, end = whole.reading.view.tokens.forms, _name_end(whole, one)
    if end == one.end and end + 1 < len(all_forms) and all_forms[end - 1].startswith("орган"):
        end += 2 * all_forms[end].endswith(GENITIVE_ADJECTIVE)
    forms = all_forms[one.start : end]
    return frozenset(form[:STEM] for form in forms if len(form) > 2)


def _same(this: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names may name one body: what tells them apart is the same, or one says less."""
    told, other_told = this - GENERIC, other - GENERIC
    if told and other_told:
        return told <= other_told or other_told <= told
    return bool(this & other) and ("уполн" in this & other or "ыйгар" in this & other)
