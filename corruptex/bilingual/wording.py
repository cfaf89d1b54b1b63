"""Closure of lists, exceptions, conditions, bodies, evaluative words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from corruptex.bilingual.difference import NOTHING, Difference, Judge, span_of
from corruptex.bilingual.markers import Marker
from corruptex.bilingual.modality import denied
from corruptex.bilingual.model import Kind
from corruptex.bilingual.passage import Passage


def limit(kind: Kind, name: str, softly: str, *, sure: bool, freer_without: bool) -> Judge:
    """A judge of words that stand in one version and are rendered in no way in the other.

    Args:
        kind: What differs.
        name: The marker.
        softly: Marker of freer renderings, which silence the judge; empty if there is none.
        sure: Whether the difference is stated.
        freer_without: Whether the version without the words leaves more freedom.
    """

    def judge(ky: Passage, ru: Passage) -> Iterator[Difference]:
        ours, theirs = ky.named("limits", name), ru.named("limits", name)
        if bool(ours) == bool(theirs):
            return
        lacking = ru if ours else ky
        if softly and lacking.named("limits", softly):
            return
        freer: Literal["ky", "ru"] = "ru" if bool(ours) == freer_without else "ky"
        yield Difference(
            kind,
            span_of(ours[0]) if ours else None,
            span_of(theirs[0]) if theirs else None,
            f"limits.{name}" if ours else NOTHING,
            f"limits.{name}" if theirs else NOTHING,
            sure,
            freer,
        )

    return judge


def condition(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """«Depending on» in one version, «regardless of» in the other."""
    for name, opposite in (("regardless", "depending"), ("depending", "regardless")):
        ours, theirs = ky.named("limits", name), ru.named("limits", opposite)
        if ours and name == "depending" and _denied_after(ky, ours[0]):
            continue  # «күнөөгө жараша келип чыкпаганда» is «независимо от вины»
        if ours and theirs and not ru.named("limits", name) and not ky.named("limits", opposite):
            says = f"limits.{name}", f"limits.{opposite}"
            yield Difference("condition", span_of(ours[0]), span_of(theirs[0]), *says)
    ours, theirs = ky.named("limits", "regardless"), ru.named("limits", "regardless")
    if theirs and not ours and not ky.named("limits", "depending") and not denied(ky):
        yield Difference("condition", None, span_of(theirs[0]), NOTHING, "limits.regardless", sure=False)


_DENIED_VERB: Final = re.compile(r"\w{2,}[бп][аеоө](?:йт$|г[аеоө]н\w*$|с$)|эмес$")


def _denied_after(passage: Passage, marker: Marker) -> bool:
    """Whether the verb after a marker is denied."""
    forms = passage.version.view.tokens.forms[marker.stop : marker.stop + 3]
    return any(_DENIED_VERB.match(form) for form in forms)


def bodies(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """One version names a body that the other does not, and the other names another instead."""
    names_ky = {marker.name for marker in ky.group("bodies")}
    names_ru = {marker.name for marker in ru.group("bodies")}
    only_ky = [marker for marker in ky.group("bodies") if marker.name not in names_ru]
    only_ru = [marker for marker in ru.group("bodies") if marker.name not in names_ky]
    if only_ky and only_ru:
        one, other = only_ky[0], only_ru[0]
        yield Difference("body", span_of(one), span_of(other), f"bodies.{one.name}", f"bodies.{other.name}")


_FROM_KYRGYZ: Final = "_ky"
"""End of the name of a term that is narrow in Kyrgyz and wide in Russian; the others are the reverse."""
_BINDING: Final = ("reasoned", "written", "at_once", "timely", "proper")
"""Terms that bind the official; the version without them is the freer one."""


def terms(ky: Passage, ru: Passage) -> Iterator[Difference]:
    """An evaluative word in one version only: a question, for it may be rendered by a phrase."""
    for one, other in ((ky, ru), (ru, ky)):
        in_kyrgyz = one is ky
        there = {marker.name for marker in other.group("terms")}
        seen: set[str] = set()
        for marker in one.group("terms"):
            if marker.name.endswith(_FROM_KYRGYZ) != in_kyrgyz or marker.name in there | seen:
                continue
            seen.add(marker.name)
            binding = marker.name.removesuffix(_FROM_KYRGYZ) in _BINDING
            says = f"terms.{marker.name}"
            yield Difference(
                "term",
                span_of(marker) if in_kyrgyz else None,
                None if in_kyrgyz else span_of(marker),
                says if in_kyrgyz else NOTHING,
                NOTHING if in_kyrgyz else says,
                sure=False,
                freer="ru" if in_kyrgyz == binding else "ky",
            )
