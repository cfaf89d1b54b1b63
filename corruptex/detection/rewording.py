"""A norm reworded: the proposed text of a finding, built from the norm itself.

A rule says with what its reported words are replaced; the rest of the sentence stays. ``{words}`` are the
reported words, ``{duty}`` the same with the power turned into a duty, ``{here}`` a reference to a part of
the act that the drafter fills in. What stands after ``|`` is put at the end of the clause. Where the words
of the norm around the replaced ones would not bear the text, nothing is proposed. Numbers, cases
and criteria are never invented: «…» marks what only the drafter knows.
"""

from __future__ import annotations

import re

from corruptex.detection.view import View
from corruptex.language.tokens import GAP_COMMA
from corruptex.methodology import Rule
from corruptex.model import Lang, Style

_ARTICLES: frozenset[Style] = frozenset({"article_part", "article_point", "article_paragraph"})
_HERE = {
    ("ru", True): "в части … настоящей статьи",
    ("ru", False): "в пункте …",
    ("ky", True): "ушул берененин …-бөлүгүндө",
    ("ky", False): "…-пунктта",
}

LONGEST_READ = 40
"""Words of a sentence that still reads with cases added at its end."""

_PAIRS = (("(", ")"), ("«", "»"), ("„", "“"))
_REFLEXIVE_DUTY = re.compile(r"\bобязан\w*\s(?:.*\s)?\w+ться\b")
_HANGING_OWN = re.compile(r"\b(?:өз|өзүнүн)\s+$", re.IGNORECASE)

_RUSSIAN_MODAL = re.compile(
    r"\b(?:вправе|может|могут|имеет право|имеют право)\b"
    r"(?P<passive>\s+быть(?:\s+\w+но)?\s+(?P<participle>\w+[нт][оаы]?)\b)?(?!\s+быть)"
)
_CONDITIONS = frozenset({"если", "когда", "эгерде", "эгер"})
_SHORT_ENDINGS = {"о": "должно", "а": "должна", "ы": "должны"}

_KYRGYZ_PRESENT = (
    ("а", "ат"),
    ("ы", "ат"),
    ("у", "ат"),
    ("о", "от"),
    ("е", "ет"),
    ("и", "ет"),
    ("ө", "өт"),
    ("ү", "өт"),
)
_KYRGYZ_POSSIBLE = re.compile(r"(?P<stem>\w+?)(?:ышы|иши|ушу|үшү) мүмкүн\b")
_KYRGYZ_ABLE = re.compile(r"(?P<converb>\w+[аеоөй]) алат\b")
_KYRGYZ_RIGHT = re.compile(r"\b(?:укуктуу|акылуу|укугу бар)\b")


def reword(rule: Rule, view: View, span: tuple[int, int], lang: Lang, actor: str) -> str:
    """The sentence of a norm with the reported words replaced as the rule proposes.

    Args:
        rule: The rule.
        view: The act.
        span: Tokens of the reported words.
        lang: Language of the norm.
        actor: The holder of the power as named in the norm, for agreement.

    Returns:
        The proposed text; empty if the rule proposes none in this language.
    """
    template = rule.reword.get(lang)
    if not template:
        return ""
    low, high = view.sentence(*span)
    replaced, _, tail = template.partition("|")
    tail = tail.strip()
    if not _bears(view, span, tail):
        return ""
    adds_sentence = tail.startswith(".")
    clause_end = _clause_end(view, span) if tail and not adds_sentence else view.clause(*span)[1]
    words = view.text(*span)
    ordered = duty(words, lang, actor)
    if "{duty}" in template and (ordered == words or _REFLEXIVE_DUTY.search(ordered)):
        return ""
    here = _HERE[lang, view.act.style in _ARTICLES]
    middle = replaced.strip().format(words=words, duty=ordered, here=here)
    starts, ends, text = view.tokens.starts, view.tokens.ends, view.act.text
    before = _without_own(text[starts[low] : starts[span[0]]], middle)
    after = text[ends[span[1] - 1] : ends[clause_end - 1]] if clause_end > span[1] else ""
    tail = tail.format(here=here, words=words[:1].lower() + words[1:])
    glue = "" if not tail or tail.startswith((":", ",", ".")) else " "
    rest = text[ends[clause_end - 1] : ends[high - 1]] if high > clause_end and not tail else ""
    if before == "" and middle:
        middle = middle[0].upper() + middle[1:]
    return _tidy(f"{before}{middle}{after}{glue}{tail}{rest}") + "."


def _bears(view: View, span: tuple[int, int], tail: str) -> bool:
    """Whether the sentence can take the text: what opens a list or breaks off takes none.

    Words added at the end are read with the whole sentence: it must be one clause, begin as a sentence
    does, not as an item, and be short enough to be read with its new end.
    """
    low, high = view.sentence(*span)
    starts, ends, text = view.tokens.starts, view.tokens.ends, view.act.text
    sentence = text[starts[low] : ends[high - 1]]
    if text[ends[high - 1] :].lstrip(' »”"').startswith(":"):
        return False
    if text[ends[span[1] - 1] :][:1] in ("-", "–") and span[1] < high:
        return False  # half of a compound word
    if any(sentence.count(opening) != sentence.count(closing) for opening, closing in _PAIRS):
        return False
    if not tail:
        return True
    first = next((letter for letter in sentence if letter.isalpha()), "")
    if high > view.clause(*span)[1] or not first.isupper() or sentence[:1].isdigit():
        return False
    return tail.startswith(".") or high - low <= LONGEST_READ


def _without_own(before: str, middle: str) -> str:
    """What stands before the replaced words, without a word that the new words say again or leave hanging."""
    kept = _HANGING_OWN.sub("", before) if middle.startswith(("…", "ушул", "ачык")) else before
    last, first = kept.split()[-1:], middle.split()[:1]
    return kept[: kept.rstrip().rfind(last[0])] if last and last == first else kept


def _tidy(text: str) -> str:
    """One line without the doubled marks that a replacement may leave."""
    line = " ".join(text.split())
    line = re.sub(r",\s*(?=[,;:.)])", "", line)
    return line.rstrip(" ,;:")


def _clause_end(view: View, span: tuple[int, int]) -> int:
    """Where the cases of a power are put: before the condition they replace, else at the clause's end."""
    end = view.clause(*span)[1]
    tokens = view.tokens
    for token in range(span[1], end):
        if tokens.gaps[token] == GAP_COMMA and tokens.forms[token] in _CONDITIONS:
            return token
    return end


def duty(words: str, lang: Lang, actor: str = "") -> str:
    """Turn the power in some words into a duty: «вправе отказать» → «обязан отказать».

    Args:
        words: The reported words, the modal among them.
        lang: Their language.
        actor: The subject as named in the norm; decides the agreement of «обязан».

    Returns:
        The same words with a duty; unchanged if no modal is recognised.
    """
    return _russian_duty(words, actor) if lang == "ru" else _kyrgyz_duty(words)


def _russian_duty(words: str, actor: str) -> str:
    def change(found: re.Match[str]) -> str:
        if found["passive"]:
            must = _SHORT_ENDINGS.get(found["participle"][-1], "должен")
            return f"{must}{found['passive']}"
        return _obliged(actor, plural=found[0] in ("могут", "имеют право"))

    return _RUSSIAN_MODAL.sub(change, words, count=1)


def _obliged(actor: str, *, plural: bool) -> str:
    """«Обязан» in agreement with its subject; the head is the first noun-like word of the actor."""
    head = actor.lower().split()[-1] if actor else ""
    first = next(
        (word for word in actor.lower().split() if not word.endswith(("ый", "ий", "ая", "ое", "ые"))), head
    )
    if plural or first.endswith(("ы", "и", "ли")):
        return "обязаны"
    if first.endswith(("ия", "ая", "а", "я")):
        return "обязана"
    return "обязано" if first.endswith(("во", "ие", "о", "е")) else "обязан"


def _kyrgyz_duty(words: str) -> str:
    able = _KYRGYZ_ABLE.search(words)
    if able:
        return f"{words[: able.start()]}{able['converb']}т{words[able.end() :]}"
    possible = _KYRGYZ_POSSIBLE.search(words)
    if possible:
        return f"{words[: possible.start()]}{_present(possible['stem'])}{words[possible.end() :]}"
    return _KYRGYZ_RIGHT.sub("милдеттүү", words, count=1)


def _present(stem: str) -> str:
    """Present tense of a Kyrgyz passive stem that ends in a consonant, by vowel harmony."""
    for letter in reversed(stem.lower()):
        for vowel, ending in _KYRGYZ_PRESENT:
            if letter == vowel:
                return stem + ending
    return stem + "ат"
