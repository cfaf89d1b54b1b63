"""Who may, must and must not; what is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corruptex.bilingual.difference import AFFIRMED, DENIED, PRESENT, Difference, sentences, span_of, within
from corruptex.bilingual.markers import Marker
from corruptex.bilingual.passage import Passage
from corruptex.model import Span

_SOFT_RIGHT: Final = {
    "ru": re.compile(
        r"прав[оаеу]?м?$|возможн|разреш|допуск|допуст|полномоч|мог|вправ|предостав|согла[сш]|желан|усмотр"
    ),
    "ky": re.compile(
        r"укук|укуг|мүмкүн(?!чүлүктөр)|уруксат|жол$|ал[аоы]т$|алыш(?:ат|са|ы)|ала$|каала|ыктыяр|өз$"
    ),
}  # fmt: skip
_NEGATIVE: Final = {
    "ru": re.compile(
        r"не$|ни$|нет$|без$|запре|недопу|кроме$|исключ|отказ|невозм|нельзя|лиш|никто|против|нару[шщ]|вне$"
    ),
    "ky": re.compile(
        r"эмес|жок|тыюу|укуксуз|тышкары|кошпо|копшо|с[ыиуү]з|карабас|башка|баш$|ченем|жатпа|чейин|гана|мурда|"
        r"\w+[бп](?:ай|ей|ой|өй|ас|ес|ос|өс|аг|ег|ог|өг|аш|еш|ош|өш|оо|өө|аст|ест|ост|өст|асын|есин|осун|өсүн)"
    ),
}  # fmt: skip
_FINITE_NEGATION: Final = {
    "ru": re.compile(r"не$"),
    "ky": re.compile(r"(?!болбосун)\w{2,}[бп](?:айт|ейт|ойт|өйт|асын|есин|осун|өсүн)$"),
}
_RUSSIAN_VERB: Final = re.compile(r"\w{2,}(?:ет|ют|ит|ят|ат|ут)(?:ся)?$")
_FREEDOM: Final = {"may": 2, "exempt": 2, "": 1, "must": 1, "forbid": 0}
"""How much a modal leaves to whoever acts; ordering for the direction of a difference."""


def modality(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """May, must and must not, sentence by sentence where both have as many."""
    for inside_ky, inside_ru in sentences(ky, ru):
        ours = [m for m in ky.group("modality") if m.name != "neither" and within(m, inside_ky)]
        theirs = [m for m in ru.group("modality") if m.name != "neither" and within(m, inside_ru)]
        yield from _modals(ky, ru, ours, theirs)


def _left(these: list[Marker], those: list[Marker]) -> list[Marker]:
    """Markers left after each name is set off against the same name of the other version."""
    names = [marker.name for marker in those]
    left = []
    for marker in these:
        if marker.name in names:
            names.remove(marker.name)
        else:
            left.append(marker)
    return left


def _modals(ky: Passage, ru: Passage, all_ky: list[Marker], all_ru: list[Marker]) -> Iterator[Difference]:
    """Judge the modals of one sentence that the other version lacks."""
    ours, theirs = _left(all_ky, all_ru), _left(all_ru, all_ky)
    if ours and theirs:
        one, other = ours[0], theirs[0]
        if {one.name, other.name} == {"forbid", "must"} and (denied(ky) and denied(ru)):
            return  # «must not» said as a duty with a negated verb
        yield _modal(one, other, sure=len(ours) == len(theirs))
    elif theirs and not all_ky and theirs[0].name != "must":
        lost = theirs[0]
        if lost.name == "may" and not _says(ky, _SOFT_RIGHT):
            yield _modal(None, lost, sure=len(theirs) == 1)
        elif lost.name == "forbid" and not denied(ky):
            yield _modal(None, lost, sure=True)
    elif ours and not all_ru and ours[0].name != "must":
        lost = ours[0]
        if lost.name == "may" and not _says(ru, _SOFT_RIGHT):
            yield _modal(lost, None, sure=len(ours) == 1)
        elif lost.name == "forbid" and not denied(ru):
            yield _modal(lost, None, sure=True)


def _modal(ky: Marker | None, ru: Marker | None, *, sure: bool) -> Difference:
    free_ky, free_ru = _FREEDOM[ky.name if ky else ""], _FREEDOM[ru.name if ru else ""]
    return Difference(
        "modality",
        span_of(ky) if ky else None,
        span_of(ru) if ru else None,
        f"modality.{ky.name}" if ky else PRESENT,
        f"modality.{ru.name}" if ru else PRESENT,
        sure,
        "ky" if free_ky > free_ru else "ru" if free_ru > free_ky else "",
    )


def _says(passage: Passage, words: dict[str, re.Pattern[str]]) -> bool:
    pattern = words[passage.version.lang]
    return any(pattern.match(form) for form in passage.tokens)


def denied(passage: Passage) -> bool:
    """Whether anything at all is denied in a passage, in any form."""
    return _says(passage, _NEGATIVE) or bool(passage.named("modality", "forbid"))


def negation(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """A verb denied in one version, where the other denies nothing in any form."""
    if ky.group("modality") or ru.group("modality"):
        return
    for one, other in ((ky, ru), (ru, ky)):
        span = _finite_negation(one)
        if span is None or denied(other):
            continue
        in_kyrgyz = one is ky
        yield Difference(
            "negation",
            span if in_kyrgyz else None,
            None if in_kyrgyz else span,
            DENIED if in_kyrgyz else AFFIRMED,
            AFFIRMED if in_kyrgyz else DENIED,
        )


def _finite_negation(passage: Passage) -> Span | None:
    """The first denied verb of a passage: «не выдается», «берилбейт»."""
    view, lang = passage.version.view, passage.version.lang
    for unit in passage.units:
        for token in range(view.first[unit], view.first[unit + 1]):
            form = view.tokens.forms[token]
            if not _FINITE_NEGATION[lang].match(form):
                continue
            if lang == "ky":
                return Span(view.tokens.starts[token], view.tokens.ends[token])
            verb = token + 1
            if verb < view.first[unit + 1] and _RUSSIAN_VERB.match(view.tokens.forms[verb]):
                return Span(view.tokens.starts[token], view.tokens.ends[verb])
    return None
