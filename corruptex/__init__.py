"""corruptex: anti-corruption expertise of legal acts in Kyrgyz and Russian.

    >>> from pathlib import Path
    >>> from corruptex import check
    >>> report = check(Path("draft.docx"))  # doctest: +SKIP
    >>> [finding.code for finding in report.findings]  # doctest: +SKIP

The types of what comes back are in ``corruptex.model``; errors a person can act on are ``CorruptexError``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["CorruptexError", "__version__", "check"]

if TYPE_CHECKING:
    from corruptex.checking import check
    from corruptex.messages import CorruptexError


def __getattr__(name: str) -> Any:
    """Import the public names when first used, so that ``corruptex --help`` stays quick."""
    if name == "check":
        from corruptex.checking import check  # noqa: PLC0415

        return check
    if name == "CorruptexError":
        from corruptex.messages import CorruptexError  # noqa: PLC0415

        return CorruptexError
    raise AttributeError(f"module 'corruptex' has no attribute {name!r}")
