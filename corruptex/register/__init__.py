"""The local register of acts: which acts there are, whether they are in force, and what their units say."""

from corruptex.register.building import build, of_texts
from corruptex.register.entries import Entry, Held, HeldUnit
from corruptex.register.store import Register

__all__ = ["Entry", "Held", "HeldUnit", "Register", "build", "of_texts"]
