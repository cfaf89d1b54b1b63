"""Administrative procedures that an act creates, what each of them has, and what it lacks.

``find_procedures`` recognises and gathers them and fills their sheets of elements; ``find`` turns what is
missing into remarks. The words are data: ``rules/procedures/``.
"""

from corruptex.detection.whole.procedures.judging import find
from corruptex.detection.whole.procedures.sheets import Sheet, find_procedures

__all__ = ["Sheet", "find", "find_procedures"]
