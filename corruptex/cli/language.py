"""Which language the program speaks: the asked one, else the system's, else the act's."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Iterable

from corruptex.messages import LANGUAGES
from corruptex.model import Lang, MessageLang


def message_language(asked: str | None, act: Lang | None = None) -> MessageLang:
    """Choose the language of messages.

    Args:
        asked: What ``--lang`` says; ignored if it is not a language of the messages.
        act: Language of the act the messages are about, if there is one.

    Returns:
        The asked language, else that of the locale, else that of the act, else English.
    """
    for known in LANGUAGES:
        if asked == known:
            return known
    return _system_language() or act or "en"


def _system_language() -> MessageLang | None:
    """Language of the user's locale, if messages exist in it; ``None`` for the locale C."""
    for name in _locale_names():
        for known in LANGUAGES:
            if name.lower().partition("_")[0].partition("-")[0] == known:
                return known
        if name:
            return None
    return None


def _locale_names() -> Iterable[str]:
    """Names like ``ky_KG.UTF-8``, the most binding first, as POSIX and Windows keep them."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        yield os.environ.get(variable, "")
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # exists everywhere, but windll only here

        yield locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
