"""The two language versions of one act compared (factor L6): aligned, then judged pair by pair."""

from corruptex.bilingual.compare import compare
from corruptex.bilingual.model import Alignment, Comparison, Divergence, Pair, Side
from corruptex.bilingual.one_file import split_versions

__all__ = ["Alignment", "Comparison", "Divergence", "Pair", "Side", "compare", "split_versions"]
