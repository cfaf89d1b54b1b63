"""Which domain profile an act belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from corruptex.language.tokens import tokenise
from corruptex.messages import CorruptexError
from corruptex.methodology import Profile
from corruptex.model import Act

TITLE_CHARACTERS = 600
"""How much of an act without a recognised title is read for the words of its title."""


def profile_of(act: Act, profiles: Sequence[Profile]) -> Profile:
    """The first profile that fits the kind and the title of an act."""
    title = " ".join(tokenise(act.title or act.text[:TITLE_CHARACTERS]).forms)
    for profile in profiles:
        if profile.kinds and act.kind not in profile.kinds:
            continue
        words = profile.title.get(act.lang, ())
        if not words or any(f" {word}" in f" {title}" for word in words):
            return profile
    return profiles[-1]


def named_profile(name: str, profiles: Sequence[Profile]) -> Profile:
    """A profile by its name.

    Raises:
        CorruptexError: If there is no such profile.
    """
    for profile in profiles:
        if profile.id == name:
            return profile
    raise CorruptexError(
        "profile_unknown", name=name, allowed=", ".join(dict.fromkeys(p.id for p in profiles))
    )
