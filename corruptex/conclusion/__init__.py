"""The lower bank of the river: a Report put into the form a person or a program reads.

One module per form: ``text`` (terminal), ``json`` (``corruptex/report/1``), ``markdown`` and ``docx``
(the expert's conclusion). ``verdict`` says what the findings come to.
"""
