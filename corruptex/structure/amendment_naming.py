"""What a command names: the units it touches and the act they belong to."""

from __future__ import annotations

import re
from typing import Final

from corruptex.model import Lang
from corruptex.structure.amendment_commands import Command
from corruptex.structure.targets import Path, merged, paths_of

_ACT_RU: Final = re.compile(
    r"\b(?:конституционн\w+\s+закон|закон|кодекс|положени|правила?|порядок|порядка|инструкци|постановлени|указ|приказ"
    r"|решени|регламент|устав|программ|методик|распоряжени|перечень|[а-яё]+(?:ый|ого|ом)\s+кодекс)\w*\b",
    re.IGNORECASE,
)
_ACT_KY: Final = re.compile(
    r"(?:мыйзам|кодекс|токтом|жобо(?!н?у)|жобосу|жоболор|жарлык|жарлыг|буйру[кг]|эреже|регламент|устав|нускама|чечим|тартип|тартиб)\w*",
    re.IGNORECASE,
)
_NAMED_RU: Final = re.compile(r"[^;]{0,80}?(?:\x01|№|Кыргызской Республики|:\s*$)")
"""What follows the name of a kind of act if a certain act is meant."""
_ACT_ENDS_RU: Final = re.compile(r",?\s+(?:следующ|изменени|дополнени|и\s+дополнени)|:|$")
_HEAD_ENDS_KY: Final = re.compile(
    r"\s*(?:төмөн\w+(?:дөй)?\s+)?(?:өзгөртүү|толуктоо)\w*|\s*төмөн\w+\s+(?:редакци|мазмун)|:|$", re.IGNORECASE
)
_BRINGS_IN: Final = re.compile(
    r"\b(?:внести|внесении|вносятся)\b(?:\s+(?:изменени\w+|дополнени\w+)(?:\s+и\s+дополнени\w+)?)?\s+(?:в|во)\s+",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[^;:.\n\x01]{0,120}")
_CONTENT_KY: Final = re.compile(r"төмөн\w+\s+мазмун\w+\s+", re.IGNORECASE)
_LAST_NAMED_KY: Final = re.compile(
    r"(?:\S+\s+(?:жана\s+)?)?\S*(?:беренен?|статья|бөлүк|пункт|пунктча|абзац|обзац|глава|бап|тиркеме|сүйлөм)\w*\s*$",
    re.IGNORECASE,
)


def names_act(words: str) -> bool:
    """Tell whether Russian words name a kind of act."""
    return _ACT_RU.search(words) is not None


def targets_of(words: str, command: Command, after: int, lang: Lang) -> list[Path]:
    """Units named by the words before a command and by the words that say what is added.

    Args:
        words: The masked text that the command's places count in.
        command: The command.
        after: First character of the words that may belong to it.
        lang: Language of the command.
    """
    before = words[after : command.start]
    what = words[slice(*command.what)]
    if command.command == "add" and lang == "ky":
        if not command.new:
            before, what = _split_content(before + what, what)
    elif command.command == "renumber":
        before, what = f"{before} {what}" if lang == "ky" else before, ""
    elif not paths_of(before, lang):
        before = f"{words[command.start : command.end]}{_rest_of_clause(words, command.end)}"
    holders = paths_of(_after_act(before, lang), lang)
    if command.command != "add":
        return holders
    added = [path for path in paths_of(what, lang) if path] or [()]
    return [merged(holder, path) for holder in holders or [()] for path in added if holder or path]


def _rest_of_clause(words: str, start: int) -> str:
    """Words after a command up to the end of its clause: «признать утратившей силу статью 19»."""
    found = _CLAUSE.match(words, start)
    return "" if found is None else found[0]


def _split_content(before: str, what: str) -> tuple[str, str]:
    """Part «берене төмөнкүдөй мазмундагы 4-бөлүк» into the holder and what is added to it."""
    said = list(_CONTENT_KY.finditer(before))
    if said:
        return before[: said[-1].start()], before[said[-1].end() :]
    named = _LAST_NAMED_KY.search(before)
    if named is None or what.strip() in before[: named.start()]:
        return before, what
    return before[: named.start()], before[named.start() :]


def before_act(words: str, lang: Lang) -> str:
    """Words of a head that name units, without those that stand beyond the name of the act."""
    if lang == "ky":
        return _after_act(words, lang)
    found = _ACT_RU.search(words)
    return words if found is None else words[: found.start()]


def _after_act(words: str, lang: Lang) -> str:
    """Words that name units: in Kyrgyz the act stands before them, in Russian after."""
    if lang == "ru":
        return before_act(words, lang) if _BRINGS_IN.search(words) else words
    annexes = [path for path in paths_of(words, lang) if path[0][0] == "annex"]
    ends = [found.end() for found in _ACT_KY.finditer(words)]
    rest = words[ends[-1] :] if ends else words
    if annexes and not any(path[0][0] == "annex" for path in paths_of(rest, lang)):
        number = annexes[-1][0][1]
        rest = f"{number}-тиркеменин {rest}"
    return rest


def act_name(text: str, words: str, start: int, lang: Lang) -> str:
    """The act that a head names, as printed; empty if it names none.

    Args:
        text: The text of the amending act.
        words: Masked words of the head.
        start: Their first character in the text.
        lang: Language of the head.
    """
    if lang == "ru":
        brings = _BRINGS_IN.search(words)
        low = brings.end() if brings else 0
        found = _ACT_RU.search(words, low)
        if found is None or (brings is None and _NAMED_RU.match(words, found.end()) is None):
            return ""
        stop = _ACT_ENDS_RU.search(words, found.end())
        high = stop.start() if stop else len(words)
        return " ".join(text[start + found.start() : start + high].split())
    named = [found.end() for found in _ACT_KY.finditer(words)]
    stop = _HEAD_ENDS_KY.search(words, named[-1] if named else 0)
    if not named or stop is None:
        return ""
    return " ".join(text[start : start + named[-1]].split())
