"""The local register of acts: which acts there are, and what their units say."""

from __future__ import annotations


class Register:
    """A register of acts in one SQLite file."""
