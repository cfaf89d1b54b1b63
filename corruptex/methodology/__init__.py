"""The methodology: factors, rules, contexts and lexicons, all loaded from data in ``rules/``."""

from corruptex.methodology.loading import Methodology, load, rules_folder
from corruptex.methodology.rules import Context, Example, Lexicon, Profile, Rule

__all__ = ["Context", "Example", "Lexicon", "Methodology", "Profile", "Rule", "load", "rules_folder"]
