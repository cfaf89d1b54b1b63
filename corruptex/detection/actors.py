"""Who holds the power in a norm.

Mentions of roles (public body, court, citizen, party to a contract) come from the lexicons; what decides is
their grammar: a Russian nominative or a Kyrgyz bare form is a subject, a Russian instrumental or a Kyrgyz
form before «тарабынан» is the agent of a passive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corruptex.detection.regions import block_of, heads
from corruptex.detection.search import Pattern, Search
from corruptex.language.classes import CLASSES
from corruptex.language.tokens import GAP_NONE
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
DECISIONS = ("чечим", "буйру", "токтом", "тескеме")
"""Kyrgyz papers whose author is the agent of a passive: «мэриянын токтому менен берилет»."""
RUSSIAN_DECISIONS = frozenset(
    "решению решением распоряжению распоряжением приказу приказом постановлением".split()
)
"""Papers whose author is the agent of a passive: «прекращается по решению мэрии»."""
CONJUNCTIONS = frozenset("и или а но также либо однако иные другие все данные эти".split())
PLURAL_ADJECTIVE = ("ые", "ие")
GENITIVE_ADJECTIVE = ("ого", "его", "ой", "ей", "ых", "их")
BEFORE_SUBJECT = (*PLURAL_ADJECTIVE, "ют", "ут", "ят", "ат", "тся", "ны", "ли", "вправе")
"""Endings of a Russian word after which a form is a plural subject, not a genitive."""
SUBORDINATORS = frozenset("если когда пока поскольку хотя чтобы где куда чей".split())
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
        self._roles = [
            (lang, role, search.by_clause(pattern, 0))
            for lang, patterns in roles.items()
            for role, pattern in patterns.items()
        ]
        self._known: dict[int, list[Mention]] = {}

    def _in_clause(self, clause: int) -> list[Mention]:
        """Mentions in a clause; none reaches beyond it. The lexicons of roles are searched whole."""
        known = self._known.get(clause)
        if known is None:
            known = self._known[clause] = _longest(
                [
                    self._mention(match[0], match[1], role, lang)
                    for lang, role, found in self._roles
                    for match in found.get(clause, ())
                ]
            )
        return known

    def _mention(self, start: int, end: int, role: RoleName, lang: Lang) -> Mention:
        forms = self._view.tokens.forms
        vocabulary = self._vocabularies[lang]
        if lang == "ru":
            features = vocabulary.head_features(forms[start:end]) or frozenset({"nomn"})
            subject = "nomn" in features and not ("gent" in features and self._is_genitive(start, end))
            decided = start > 0 and self._view.tokens.forms[start - 1] in RUSSIAN_DECISIONS
            return Mention(start, end, role, subject, decided or "ablt" in features)
        following = forms[end] if end < len(forms) else ""
        features = vocabulary.head_features(forms[start:end])
        agent = following == "тарабынан" or following.startswith(DECISIONS)
        subject = not agent and following not in POSTPOSITIONS and ("nom" in features or not features)
        return Mention(start, end, role, subject, agent)

    def _is_genitive(self, start: int, end: int) -> bool:
        """Whether a form that may be a genitive or a plural subject («организации») is governed.

        «по заявлению организации орган вправе»: the organisation holds nothing. An adjective of its own
        tells the case; else a plural subject begins its clause or follows a conjunction, an adjective in the
        plural or a verb.
        """
        tokens = self._view.tokens
        own = tokens.forms[start]
        if end - start > 1 and own.endswith(PLURAL_ADJECTIVE):
            return False
        if end - start > 1 and own.endswith(GENITIVE_ADJECTIVE):
            return True
        if start == 0 or tokens.gaps[start] != GAP_NONE:
            return False
        before = tokens.forms[start - 1]
        return before not in CONJUNCTIONS and not before.endswith(BEFORE_SUBJECT)

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
            mentions = self.between(low, high)
            if scope == "clause":
                mentions = self._main(mentions, span[0])
            chosen = self._subject_in(scope, mentions, span)
            if chosen is not None:
                return self._actor(chosen, scope)
        return Actor("none")

    def _main(self, mentions: list[Mention], place: int) -> list[Mention]:
        """Mentions without the subjects of subordinate clauses before a place, if a main subject is left.

        «Орган, если предприниматель устранил нарушение, вправе снять пломбу»: the power is the body's. In a
        Kyrgyz clause that ends with a condition only the nearest of two subjects is its own.
        """
        left = [m for m in mentions if m.subject and m.start < place]
        own = self._view.part(place)[0]
        dropped: set[Mention] = set()
        for mention in reversed(left):
            first, last = self._view.part(mention.start)
            if first != own and self._is_subordinate(first, last):
                nearer = any(first <= other.start < last for other in dropped)
                if not nearer or self._view.tokens.forms[first] in SUBORDINATORS:
                    dropped.add(mention)
        if len(dropped) == len(left):
            return mentions
        return [m for m in mentions if m not in dropped]

    def _is_subordinate(self, first: int, last: int) -> bool:
        forms = self._view.tokens.forms
        if forms[first] in SUBORDINATORS or any(
            form.startswith("котор") for form in forms[first : min(first + 3, last)]
        ):
            return True
        return any(CLASSES["ky"][name].search(forms[last - 1]) for name in ("conditional", "whenever"))

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

    def holder(self, span: tuple[int, int]) -> Actor:
        """The holder a person would name for a norm, where nothing hangs on how the norm is worded.

        A subject among the words themselves („комиссия распределяет участки“), else the agent there, else
        as for an active power, else the agent of a passive in the sentence.
        """
        inside = self.between(*span)
        own = [m for m in inside if m.subject and m.role in ("public", "court")] or [
            m for m in inside if m.agent and m.role == "public"
        ]
        if own:
            return self._actor(own[0], "clause")
        subject = self.subject(span)
        if subject.kind in ("public", "court") and subject.scope == "clause":
            return subject
        agent = self.agent(span)
        if agent.kind != "none" and (subject.kind == "none" or agent.scope == "clause"):
            return agent
        return subject

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
