"""Classes of word forms that patterns name as ``<class>``: told by the ending, for any word.

Endings come in the variants of vowel harmony. They are generous: a class only narrows a pattern whose
other words are known («<ууга> укуктуу»), it never raises a finding alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corruptex.model import Lang

_KY_NEGATIVE_DATIVE = r"[бп](?:оо|өө)(?:го|гө)$"

CLASSES: Mapping[Lang, Mapping[str, re.Pattern[str]]] = {
    "ru": {
        "number": re.compile(r"^\d+$"),
        "infinitive": re.compile(
            # of an active verb: «может применяться» says what happens to a thing, not what a body does
            r"^(?!быть$|мочь$).*(?:[аеиоуыюя]ть|сти|йти|зти|чь|сть)(?<![ое]сть)$"
        ),
        "short_passive": re.compile(r".(?:ан|ен|ян|ит|ят)[аоы]?$|.(?:нут|тает|ыт|ут)[аоы]?$"),
        "reflexive": re.compile(r".(?:ется|ются|ится|ятся|атся)$"),
    },
    "ky": {
        "number": re.compile(r"^\d+$"),
        # dative of an action noun: «берүүгө укуктуу»
        "ууга": re.compile(r".(?:ууга|үүгө|оого|өөгө)(?<![бп]оого)(?<![бп]өөгө)$"),
        # its negative: «бербөөгө тийиш»
        "боого": re.compile(_KY_NEGATIVE_DATIVE),
        # action noun in -ыш with third person possessive: «берилиши мүмкүн»
        "ышы": re.compile(r".(?:ышы|иши|ушу|үшү|йшы|йши|йшу|йшү)(?<!башы)(?<!беши)$"),
        "башы": re.compile(r".[бп](?:ашы|еши|ошу|өшү)$"),
        # converb before «ал-»: «бере алат»
        "converb": re.compile(r".[аеоөй]$|.(?:ы|и|у|ү)й$"),
        # list of powers: «төмөнкүлөргө укуктуу»
        "лөргө": re.compile(r"^төм[өо]н\w*л[өо]рг[өо]$"),
        "genitive": re.compile(r".[дтн](?:ын|ин|ун|үн)$"),
        "ablative": re.compile(r".[дтн](?:ан|ен|он|өн)$"),
        "locative": re.compile(r".[дт](?:а|е|о|ө)$"),
        "passive_finite": re.compile(
            r".(?:[ыиуү]?лат|[ие]?лет|[уү]лот|[үө]лөт|нат|нет|нот|нөт|лышат|лишет)$"
        ),
        "imperative": re.compile(r".(?:сын|син|сун|сүн)$"),
        # condition of a decision: «тапшырылбаса», «тапшырылбаганда»
        # «же болбосо» is „or“
        "conditional": re.compile(r"^(?!болбосо$).+(?:са|се|со|сө)$"),
        "whenever": re.compile(r".[гк](?:анда|енде|ондо|өндө)$"),
    },
}
"""Class name -> test of a folded form, per language."""
