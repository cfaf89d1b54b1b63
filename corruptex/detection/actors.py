"""Who holds the power in a norm.

Mentions of roles (public body, court, citizen, party to a contract) come from the lexicons; what decides is
their grammar: a Russian nominative or a Kyrgyz bare form is a subject, a Russian instrumental or a Kyrgyz
form before «тарабынан» is the agent of a passive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corruptex.detection.matcher import Pattern, Search
from corruptex.detection.regions import block_of, heads
from corruptex.language.vocabulary import Vocabulary
from corruptex.model import Actor, Lang, Span

RoleName = Literal["public", "court", "citizen", "private"]
ROLES: tuple[RoleName, ...] = ("public", "court", "citizen", "private")
LEXICONS: Mapping[RoleName, str] = {
    "public": "public_body",
    "court": "court",
    "citizen": "citizen",
    "private": "private_party",
}
CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
"""Cases of a Russian word; «учащийся» is no noun for the dictionary but has them."""
DECISIONS = ("чечим", "буйру", "токтом", "тескеме")
"""Kyrgyz papers whose author is the agent of a passive: «мэриянын токтому менен берилет»."""
POSTPOSITIONS = frozenset("үчүн менен боюнча жөнүндө тууралуу катары аркылуу сыяктуу тарабынын".split())
"""Kyrgyz words after which a bare form is no subject: «ишкер үчүн»."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a role.

    Attributes:
        start: First token.
        end: Token after the last.
        role: Role.
        subject: Whether its form can be a subject.
        agent: Whether its form is the agent of a passive.
    """

    start: int
    end: int
    role: RoleName
    subject: bool
    agent: bool


class Actors:
    """All mentions of roles in one act, and who holds the power at a place."""

    def __init__(
        self,
        search: Search,
        roles: Mapping[Lang, Mapping[RoleName, Pattern]],
        vocabularies: Mapping[Lang, Vocabulary],
    ) -> None:
        self._search = search
        self._view = search.view
        self._vocabularies = vocabularies
        self._roles = [(lang, role, pattern) for lang, of in roles.items() for role, pattern in of.items()]
        self._known: dict[int, list[Mention]] = {}

    def _in_clause(self, clause: int) -> list[Mention]:
        """Mentions in a clause; none reaches beyond it. The lexicons of roles are searched whole."""
        known = self._known.get(clause)
        if known is None:
            known = self._known[clause] = _longest(
                [
                    self._mention(match[0], match[1], role, lang)
                    for lang, role, pattern in self._roles
                    for match in self._search.by_clause(pattern, 0).get(clause, ())
                ]
            )
        return known

    def _mention(self, start: int, end: int, role: RoleName, lang: Lang) -> Mention:
        forms = self._view.tokens.forms
        vocabulary = self._vocabularies[lang]
        if lang == "ru":
            known = [vocabulary.features(form) for form in forms[start:end]]
            features = next((found for found in known if "NOUN" in found), None) or next(
                (found for found in known if found & CASES), frozenset({"nomn"})
            )
            return Mention(start, end, role, "nomn" in features, "ablt" in features)
        following = forms[end] if end < len(forms) else ""
        features = vocabulary.features(forms[end - 1])
        agent = following == "тарабынан" or following.startswith(DECISIONS)
        subject = not agent and following not in POSTPOSITIONS and ("nom" in features or not features)
        return Mention(start, end, role, subject, agent)

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin inside a token range, in order."""
        if start >= end:
            return []
        clause_of = self._view.clause_of
        return [
            mention
            for clause in range(clause_of[start], clause_of[end - 1] + 1)
            for mention in self._in_clause(clause)
            if start <= mention.start < end
        ]

    def subject(self, span: tuple[int, int]) -> Actor:
        """The holder of an active power («орган вправе»), from near to far.

        In the sentence it is the nearest subject to the left, else to the right, else a public agent;
        in the head of a list any public body named there («к компетенции кенеша относятся:»); then the
        nearest subject earlier in the unit. Farther away nobody is guessed.
        """
        for scope, low, high in self._scopes(span):
            chosen = self._subject_in(scope, self.between(low, high), span)
            if chosen is not None:
                return self._actor(chosen, scope)
        return Actor("none")

    @staticmethod
    def _subject_in(scope: str, mentions: list[Mention], span: tuple[int, int]) -> Mention | None:
        subjects = [m for m in mentions if m.subject]
        public = [m for m in mentions if m.role == "public"]
        if scope == "clause":
            left = [m for m in subjects if m.start < span[0]]
            right = [m for m in subjects if m.start >= span[1]]
            agents = [m for m in public if m.agent]
            chosen = left[-1:] or right[:1] or agents[:1]
        elif scope == "head":
            chosen = subjects[-1:] or public[:1]
        else:
            chosen = subjects[-1:] if scope == "unit" else []
        return chosen[0] if chosen else None

    def agent(self, span: tuple[int, int]) -> Actor:
        """The agent of a passive («приостановлено органом»); nobody if none is named near."""
        for scope, low, high in self._scopes(span):
            inside = self.between(low, high)
            agents = [m for m in inside if m.agent]
            if scope in ("head", "article"):
                agents = agents or [m for m in inside if m.subject and m.role in ("public", "court")]
            if agents:
                nearest = min(agents, key=lambda m: abs(m.start - span[0]))
                return self._actor(nearest, scope)
        return Actor("none")

    def _scopes(
        self, span: tuple[int, int]
    ) -> list[tuple[Literal["clause", "unit", "head", "article"], int, int]]:
        view = self._view
        unit = view.unit_of(span[0])
        sentence = view.sentence(*span)
        found: list[tuple[Literal["clause", "unit", "head", "article"], int, int]] = [
            ("clause", *sentence),
        ]
        found += [("head", *view.unit_tokens(head)) for head in heads(view, unit)]
        first, _ = view.unit_tokens(unit)
        found.append(("unit", first, span[0]))
        block = block_of(view, unit)
        found.append(("article", view.first[block], span[0]))
        return found

    def _actor(self, mention: Mention, scope: Literal["clause", "unit", "head", "article"]) -> Actor:
        starts, ends = self._view.tokens.starts, self._view.tokens.ends
        span = Span(starts[mention.start], ends[mention.end - 1])
        return Actor(mention.role, self._view.act.text[span.start : span.end], span, scope)


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Keep the longest of overlapping mentions; of equal ones the first role."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept
