"""Kyrgyz word forms, generated from lemmas: no dictionary of forms, no model.

Features of a reading are dot-separated. What the form is comes first, marks come last:

* **Nouns, adjectives** ``[derivation.][pl.][possessive.]case``.
  Cases: ``nom gen dat acc loc abl``, ``equ`` (-ча), ``sim`` (-дай), ``lim`` (-гача).
  Possessives: ``p3`` (-ы, -сы), ``p1sg p1pl p2sg p2pol p2pl p2polpl``.
  Derivations, declined in their turn: ``luu`` (-луу), ``syz`` (-сыз), ``lyk`` (-лык), ``ky`` (төмөнкү),
  ``loc.attr`` (-дагы), ``genki`` (-ныкы); of adjectives ``cmp`` (-раак).
  Examples: мыйзамдын ``gen``, органдарынын ``pl.p3.gen``, ичиндеги ``p3.loc.attr.nom``.
* **Action nouns** ``act`` (-уу, -оо) and ``act.ysh`` (-ышы, always with a possessive), then as a noun:
  аныктоого ``act.dat``, аткарылышы ``act.ysh.p3.nom``.
* **Participles** ``ptc.gan ptc.uuchu ptc.ar ptc.chu``, ``ptc.gys`` (кечиктирилгис) and ``inf.mak``, then as a
  noun; the nominative of ``ptc.gan``, ``ptc.ar`` and ``ptc.chu`` is also the finite 3rd person; other persons
  are ``ptc.gan.1sg``.
* **Finite** ``fin.pres fin.past fin.evid`` (3rd person; ``.1sg .2sg .2pol .1pl .2pl .2polpl``, question
  ``.q``), ``cond`` (-са), ``imp3`` (-сын), ``imp2`` (-ыңыз, -ба), ``opt``, ``des`` (-гысы).
* **Converbs** ``cvb.a`` (аткара алат), ``cvb.yp``, ``cvb.bay.neg`` (-бай), ``cvb.gancha``, ``cvb.galy``,
  ``cvb.gany``, ``cvb.mayincha.neg``.
* **Marks** at the end, in this order: ``neg`` (-ба-), ``3pl`` (-ыш- of the plural: алышат), voices
  ``refl rec caus pass``: аткарылбайт of «аткаруу» with the passive is ``fin.pres.neg.pass``.
"""

from corruptex.language.kyrgyz.endings import generic_form
from corruptex.language.kyrgyz.index import Entry, FormIndex, Reading, forms, stems

__all__ = ["Entry", "FormIndex", "Reading", "forms", "generic_form", "stems"]
