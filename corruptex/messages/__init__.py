"""What the tool says to people, in Russian, Kyrgyz and English.

Messages are data: one YAML file per part of the program beside this module, each entry
``code: {ru: …, ky: …, en: …}`` with ``{placeholders}``. Codes are unique over all files.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml

from corruptex.model import MessageLang, Notice

LANGUAGES: tuple[MessageLang, ...] = ("ru", "ky", "en")


class CorruptexError(Exception):
    """An error a person can act on: one line that says what is wrong and what to do.

    Args:
        code: Key of the message.
        values: What fills its placeholders.
    """

    def __init__(self, code: str, /, **values: str | int) -> None:
        super().__init__(code, values)
        self.code = code
        self.values: Mapping[str, str | int] = values

    def say(self, lang: MessageLang) -> str:
        """Return the message in one language."""
        return say(self.code, lang, **self.values)

    def __str__(self) -> str:
        return self.say("en")


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Load all messages: code -> language -> text."""
    merged: dict[str, Mapping[str, str]] = {}
    for entry in sorted(resources.files(__name__).iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".yaml"):
            loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
            merged.update(yaml.load(entry.read_text(encoding="utf-8"), Loader=loader) or {})
    return merged


def say(code: str, lang: MessageLang, /, **values: str | int) -> str:
    """Return a message with its placeholders filled.

    Raises:
        KeyError: If the code is unknown; a test keeps all used codes in the catalogue.
    """
    return catalogue()[code][lang].format(**values)


def tell(notice: Notice, lang: MessageLang) -> str:
    """Return the text of a notice in one language."""
    return say(notice.code, lang, **notice.values)
