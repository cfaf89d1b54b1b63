"""Structure of legal acts: from a text to a tree of units, and how to cite them."""

from corruptex.structure.citing import ancestors, article_of, cite, path, unit_at
from corruptex.structure.parser import parse

__all__ = ["ancestors", "article_of", "cite", "parse", "path", "unit_at"]
