"""Language of a passage: Russian or Kyrgyz, told by letters, function words and endings.

Kyrgyz law quotes Russian names and Russian law quotes Kyrgyz ones, one Kyrgyz sentence in five has none
of the letters ө ү ң, and some texts are typed without them altogether. So the evidence is summed up
instead of asked for one sign, and a passage without evidence takes the language of what surrounds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from corruptex.model import Lang

SAMPLE: Final = 600
"""Characters of a passage that are looked at: enough for a norm, cheap for a long one."""

GLANCE: Final = 160
"""Characters that usually decide at once."""

AT_A_GLANCE: Final = 6.0
"""Evidence that needs no closer look: two small words, or as many letters."""

DECISIVE: Final = 2.0
"""How much evidence decides; one ending of a surname is not enough."""

KYRGYZ_LETTERS: Final = "өүңӨҮҢ"
_KYRGYZ_LETTER: Final = re.compile(f"[{KYRGYZ_LETTERS}]")
RUSSIAN_LETTERS: Final = "щъьцфв"
"""Letters that Kyrgyz uses in borrowed words only."""

_KYRGYZ_WORDS: Final = """
    жана же менен бул ушул үчүн учун боюнча болуп болот болсо эмес эле деп анын алар аны ал ага бир эки башка
    тарабынан карата ылайык жөнүндө жонундо тууралуу тийиш керек мүмкүн эгерде качан кийин мурда чейин
    тартипте ээ бар жок кылат кылууга укуктуу милдеттүү жыл жылдын күнү күндүн ошондой ошол мындан ары
    төмөнкү төмөнкүдөй катары аркылуу гана дагы өз сом ичинде болгон киргизилсин бекитилсин жүктөлсүн
    берене берененин беренеси статьясы мыйзам мыйзамдын мыйзамы токтом токтому жобо күчүн жоготту
"""
_RUSSIAN_WORDS: Final = """
    и в во на не с со по ко об от то те тот тех до за из у для при под или а также его ее её их он она они
    это что как который которая которые которых которого если либо иной иных иные иными чем году года лет
    срок порядке между через после перед быть был была были есть нет том числе настоящего настоящим
    настоящей статьи статьей статья пункт пункта части закона кодекса лиц лица лицо вправе обязан может
    могут случае случаях соответствии республики кыргызской утратил утратила силу редакции приложение глава
    раздел
"""
KYRGYZ_WORDS: Final = frozenset(_KYRGYZ_WORDS.split())
RUSSIAN_WORDS: Final = frozenset(_RUSSIAN_WORDS.split())
"""Words of each language that the other does not have (a few look alike and were left out)."""

KYRGYZ_PIECES: Final = (
    "нын", "дын", "тын", "нин", "дин", "тин", "лар", "лер", "дар", "дер", "тар", "уу", "аа", "ээ", "оо",
    "гы ", "кы ", "ган", "ген", "жа", "жы", "ыкт", "ыра", "ылат", "илет", "улат", "ууга", "ында", "инде",
    "нун ", "дун ", "тун ", "нон ", "дон ", "тон ", "лор", "суз", "сыз", "дык", "тык", "ыгы", "угу ", "рго ",
    "ып ", "ип ", "уп ", "илет", "илди", "ылды", "ынат", "инет", "йт ", "бейт", "байт", "чыг",
    "кко ", "дай ", "дей ", "гон ",
)  # fmt: skip
RUSSIAN_PIECES: Final = (
    "ого", "его", "ой ", "ых ", "ии", "ия", "ий", "ие", "ое", "ть", "ся", "ств", "ени", "ани", "ую", "ост",
    "ми ", "ов ", "пре", "про", "ются", "ется", "ает ", "яет ", "ует ", "ают ", "яют ",
)  # fmt: skip
"""Pieces of words, mostly endings; each counts little, together they decide passages without small words."""


_AS_SPACE: Final = str.maketrans(".,;:)", "     ")


def evidence(passage: str) -> float:
    """Weigh the signs of Kyrgyz against the signs of Russian.

    Args:
        passage: Any text; its first ``SAMPLE`` characters are looked at.

    Returns:
        A sum above 0 for Kyrgyz, below 0 for Russian, 0 if nothing speaks for either.
    """
    total = glance(passage)
    return total if abs(total) >= AT_A_GLANCE else _close_evidence(passage[:SAMPLE])


def glance(passage: str) -> float:
    """Weigh letters and small words only, as they stand; 0 where they contradict each other.

    A capital alone is an initial or a letter of a spaced word, not the word «а» or «в».
    """
    shown = passage[:GLANCE]
    letters = len(_KYRGYZ_LETTER.findall(shown))
    words = shown.split()
    found = len(KYRGYZ_WORDS.intersection(words)) - len(RUSSIAN_WORDS.intersection(words))
    total = 1.5 * letters + 3.0 * found
    return total if (letters > 0) == (total > 0) else 0.0


def _close_evidence(sample: str) -> float:
    """The evidence of a passage that a glance does not decide."""
    letters = sum(map(sample.count, KYRGYZ_LETTERS))
    words = {word if len(word) == 1 else word.lower() for word in map(_bare, sample.split())}
    total = 1.5 * letters + 3.0 * (len(words & KYRGYZ_WORDS) - len(words & RUSSIAN_WORDS))
    if abs(total) >= 9.0 and (letters > 0) == (total > 0):
        return total
    lowered = f"{sample.lower().translate(_AS_SPACE)} "
    return (
        total
        + sum(map(lowered.count, KYRGYZ_PIECES))
        - sum(map(lowered.count, RUSSIAN_PIECES))
        - 0.3 * sum(map(lowered.count, RUSSIAN_LETTERS))
    )


def _bare(word: str) -> str:
    return word.strip('.,:;()"«»„“”')


def passage_language(passage: str, otherwise: Lang) -> Lang:
    """Tell the language of a passage.

    Args:
        passage: A sentence, a line or a unit of an act.
        otherwise: Answer for a passage that says nothing (numbers, symbols, names): the language of
            what surrounds it.

    Returns:
        ``"ky"`` or ``"ru"``.
    """
    weight = evidence(passage)
    if weight > DECISIVE:
        return "ky"
    if weight < -DECISIVE:
        return "ru"
    return otherwise


def document_language(passages: Iterable[str], otherwise: Lang = "ru") -> Lang:
    """Tell the language of most of a text, by the characters that speak for each.

    Args:
        passages: The text in pieces, in any order.
        otherwise: Answer if no piece says anything.
    """
    kyrgyz = russian = 0
    for passage in passages:
        weight = evidence(passage)
        if weight > DECISIVE:
            kyrgyz += len(passage)
        elif weight < -DECISIVE:
            russian += len(passage)
    if kyrgyz == russian:
        return otherwise
    return "ky" if kyrgyz > russian else "ru"
