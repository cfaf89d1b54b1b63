"""Keys by which acts are found: a title in any spelling, a code in any case and either language."""

from __future__ import annotations

import re
from typing import Final

from corruptex.structure.codes import code_id

_WORD: Final = re.compile(r"\w+")
_DROPPED: Final = frozenset(
    "закон закона кодекс конституционный кыргызской республики кр часть i ii мыйзам мыйзамы"
    " конституциялык кыргыз республикасынын республикасы кыргызская республика".split()
)
"""Words that stand around a title and tell no act from another."""


def title_key(title: str) -> str:
    """The key of a title: codes by what they are, other acts by the words of their titles.

    Args:
        title: Title as printed, with or without the kind of act around it; „“ gives „“.
    """
    if "кодекс" in title.lower() and not _amends(title):
        code = code_id(title)
        if code is not None:
            return f"code:{code}"
    words = [word for word in _WORD.findall(title.lower().replace("ё", "е")) if word not in _DROPPED]
    return " ".join(word for word in words if not word.isdigit() or len(words) == 1)


def _amends(title: str) -> bool:
    return re.search(r"о внесении|о введении|киргизүү|колдонууга", title.lower()) is not None
