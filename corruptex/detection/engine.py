"""From an act to candidate findings: match, then actor, effect, exceptions and cures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from corruptex.detection.actors import LEXICONS, ROLES, Actors, RoleName
from corruptex.detection.compiler import Compiler
from corruptex.detection.conditions import Conditions, Found
from corruptex.detection.rewording import reword
from corruptex.detection.search import NOTHING, Match, Pattern, Search
from corruptex.detection.view import View
from corruptex.detection.whole import FINDERS, REMOVED, Remark, WholeAct
from corruptex.detection.whole.procedures.cues import compile_cues
from corruptex.language.vocabulary import Vocabulary, vocabularies
from corruptex.messages import CorruptexError
from corruptex.methodology import Methodology, Profile
from corruptex.methodology.notation import FromLexicon, Sequence
from corruptex.methodology.rule_file import LANGS
from corruptex.methodology.rules import Condition, Region, Rule
from corruptex.model import Act, Actor, Cure, Lang, Source, Span, Texts
from corruptex.structure.consolidation import Change

if TYPE_CHECKING:
    from corruptex.register import Register

SHORT_HEADING = 25
"""Words up to which an article's or chapter's own line is a mere heading."""

HEADINGS = frozenset({"article", "book", "section", "chapter", "heading", "annex"})
"""Units whose own line is usually a heading."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match that survived actor, effect, exceptions and cures.

    Attributes:
        rule: The rule.
        unit: Index of the unit.
        start: First character of the reported words.
        end: Character after them.
        lang: Language of the norm.
        actor: Who holds the power.
        external: Whether the power reaches a person outside the body.
        cures: Cures looked for and not found.
        rewording: Proposed text of the norm; empty if none can be built.
        values: What fills the placeholders of the rule's texts.
        doubt: Factor of the rule's confidence.
        sentence: Characters of the sentence that ``rewording`` rewords.
    """

    rule: Rule
    unit: int
    start: int
    end: int
    lang: Lang
    actor: Actor
    external: bool
    cures: tuple[Cure, ...]
    rewording: str
    values: Mapping[str, str | Texts] = field(default_factory=dict)
    doubt: float = 1.0
    sentence: Span = field(default=Span(0, 0))


@dataclass(frozen=True, slots=True)
class Examination:
    """What reading one act gave.

    Attributes:
        candidates: Candidate findings, ordered by place.
        whole: The act as a whole: its references, delegations and procedures are computed when asked for.
    """

    candidates: list[Candidate]
    whole: WholeAct


class Engine:
    """A methodology compiled for matching; build once, use for any number of acts."""

    def __init__(self, methodology: Methodology) -> None:
        self.methodology = methodology
        self.vocabularies: Mapping[Lang, Vocabulary] = vocabularies()
        self._compilers = {
            lang: Compiler(lang, self.vocabularies[lang], methodology.lexicons) for lang in LANGS
        }
        self._rules: list[tuple[Rule, Lang, Pattern]] = [
            (rule, lang, self._compilers[lang].union(trees, rule.path))
            for rule in methodology.rules.values()
            for lang, trees in rule.match.items()
        ]
        self._finding: dict[str, list[tuple[Rule, str]]] = {}
        for rule in methodology.rules.values():
            if rule.finds:
                finder, _, aspect = rule.finds.partition(".")
                if finder not in FINDERS:
                    raise CorruptexError(
                        "rule_finder_unknown", file=rule.path, name=finder, allowed=", ".join(FINDERS)
                    )
                self._finding.setdefault(finder, []).append((rule, aspect))
        self.contexts: dict[tuple[str, Lang], Pattern] = {
            (context.id, lang): self._compilers[lang].union(trees, context.path)
            for context in methodology.contexts.values()
            for lang, trees in context.match.items()
        }
        self.names: dict[tuple[str, str, Lang], Pattern] = {
            (family.id, name, lang): self._compilers[lang].union(trees, family.path)
            for family in methodology.families.values()
            for name, patterns in family.names.items()
            for lang, trees in patterns.items()
        }
        self.roles: dict[Lang, dict[RoleName, Pattern]] = {
            lang: {role: self._lexicon(lang, LEXICONS[role]) for role in ROLES} for lang in LANGS
        }
        self.effects = {lang: self._lexicon(lang, "external_effect") for lang in LANGS}
        self.procedures = compile_cues(self)

    def _lexicon(self, lang: Lang, name: str) -> Pattern:
        return self._compilers[lang].union([Sequence((FromLexicon(name),))], f"rules/lexicons/{name}.yaml")

    def compile(self, lang: Lang, trees: SequenceOf[Sequence], path: str) -> Pattern:
        """Compile alternative patterns of the methodology that are neither a rule nor a context."""
        return self._compilers[lang].union(trees, path)

    def pattern(self, rule: Rule, lang: Lang) -> Pattern:
        """The compiled patterns of a rule in one language; they find nothing if it has none."""
        return next((p for r, found, p in self._rules if r is rule and found == lang), NOTHING)

    def candidates(self, act: Act, profile: Profile) -> list[Candidate]:
        """All candidate findings of an act, ordered by place."""
        return self.examine(act, profile).candidates

    def examine(
        self,
        act: Act,
        profile: Profile,
        *,
        register: Register | None = None,
        papers: SequenceOf[Source] = (),
        changes: SequenceOf[Change] = (),
    ) -> Examination:
        """Read an act: its norms by rules with patterns, the whole by rules with finders.

        Args:
            act: The act.
            profile: Domain profile.
            register: Local register of acts, to look named acts up in.
            papers: Accompanying papers of the draft.
            changes: Units before and after an amendment, where both are known.
        """
        reading = Reading(self, act, profile)
        found = [
            candidate
            for rule, lang, pattern in self._rules
            if profile.hears(rule)
            for match in reading.search.matches(pattern)
            if (candidate := reading.judge(rule, lang, match)) is not None
        ]
        whole = WholeAct(reading, self, register=register, papers=papers, changes=changes)
        found += self.noticed(whole, profile)
        found = [
            one
            for one in found
            if one.rule.finds.startswith(REMOVED) or not whole.is_command(one.unit, one.start, one.end)
        ]
        return Examination(sorted(found, key=lambda c: (c.start, c.end, c.rule.id)), whole)

    def noticed(self, whole: WholeAct, profile: Profile, only: Rule | None = None) -> Iterator[Candidate]:
        """Candidates that finders raise; of one rule only, if it is given."""
        for finder, rules in self._finding.items():
            asked = [pair for pair in rules if profile.hears(pair[0]) and only in (None, pair[0])]
            if not asked:
                continue
            for remark in FINDERS[finder](whole):
                for rule, aspect in asked:
                    if aspect in ("", remark.aspect):
                        yield _candidate(whole.act, rule, remark)


def _candidate(act: Act, rule: Rule, remark: Remark) -> Candidate:
    return Candidate(
        rule=rule,
        unit=remark.unit,
        start=remark.start,
        end=remark.end,
        lang=act.units[remark.unit].lang,
        actor=remark.actor,
        external=remark.external,
        cures=remark.cures,
        rewording="",
        values=remark.values,
        doubt=remark.doubt,
    )


class Reading:
    """One act under examination.

    Attributes:
        profile: Domain profile that applies to it.
        view: Its tokens.
        search: What patterns find in it.
        conditions: Whether contexts hold at a place.
        actors: Who holds a power at a place.
    """

    def __init__(self, engine: Engine, act: Act, profile: Profile) -> None:
        self._engine = engine
        self.profile = profile
        self.view = View(act, engine.vocabularies)
        self.search = Search(self.view)
        self.conditions = Conditions(self.search, engine.methodology.contexts, engine.contexts)
        self.actors = Actors(self.search, engine.roles, engine.vocabularies)
        self._touches_outside: dict[tuple[int, Lang], bool] = {}

    def judge(self, rule: Rule, lang: Lang, match: Match) -> Candidate | None:
        """Decide about one match of a rule; ``None`` if it is harmless."""
        span = (match[0], match[1])
        unit = self.view.unit_of(match[0])
        if self._is_heading(unit):
            return None
        if self.profile.explicit_body and not self._names_body(span):
            return None
        actor = self._actor(rule, span)
        if actor is None:
            return None
        if any(self.conditions.find(condition, span, lang) for condition in rule.unless):
            return None
        if not all(self.conditions.find(condition, span, lang) for condition in rule.within):
            return None
        external = self.reaches_outside(span, lang)
        if rule.effect == "external" and not external:
            return None
        looked_for = [(condition, self.conditions.find(condition, span, lang)) for condition in rule.cures]
        if any(found for _, found in looked_for):
            return None
        starts, ends = self.view.tokens.starts, self.view.tokens.ends
        return Candidate(
            rule=rule,
            unit=unit,
            start=starts[match[2]],
            end=ends[match[3] - 1],
            lang=lang,
            actor=actor if actor.kind != "none" else self.actors.holder(span),
            external=external,
            cures=tuple(self._cure(condition, found) for condition, found in looked_for),
            rewording=self._proposal(rule, (match[2], match[3]), lang, actor),
            sentence=self._sentence(match),
        )

    def _proposal(self, rule: Rule, span: tuple[int, int], lang: Lang, actor: Actor) -> str:
        """The norm reworded; empty where the rule does not trust its own words."""
        find = self.conditions.find
        if not all(find(condition, span, lang) for condition in rule.reword_within):
            return ""
        if any(find(condition, span, lang) for condition in rule.reword_unless):
            return ""
        return reword(rule, self.view, span, lang, actor.text)

    def _sentence(self, match: Match) -> Span:
        """Characters of the sentence around the reported words."""
        low, high = self.view.sentence(match[2], match[3])
        return Span(self.view.tokens.starts[low], self.view.tokens.ends[high - 1])

    def _names_body(self, span: tuple[int, int]) -> bool:
        """Whether the sentence names a public body in an active role, and no court."""
        mentions = self.actors.between(*self.view.sentence(*span))
        active = {mention.role for mention in mentions if mention.subject or mention.agent}
        return "public" in active and "court" not in {mention.role for mention in mentions}

    def _is_heading(self, unit: int) -> bool:
        low, high = self.view.unit_tokens(unit)
        return self.view.act.units[unit].kind in HEADINGS and high - low <= SHORT_HEADING

    def _actor(self, rule: Rule, span: tuple[int, int]) -> Actor | None:
        """The holder of the power, or ``None`` if the rule does not speak about such a holder."""
        match rule.actor:
            case "public":
                actor = self.actors.subject(span)
                return actor if actor.kind == "public" else None
            case "agent":
                actor = self.actors.agent(span)
                return actor if actor.kind in ("public", "none") else None
            case "not_private":
                actor = self.actors.subject(span)
                return actor if actor.kind in ("public", "none") else None
            case _:
                return self.actors.subject(span)

    def reaches_outside(self, span: tuple[int, int], lang: Lang) -> bool:
        """Whether the unit of a match touches anybody outside the body."""
        unit = self.view.unit_of(span[0])
        if (unit, lang) not in self._touches_outside:
            low, high = self.view.unit_tokens(unit)
            roles = {mention.role for mention in self.actors.between(low, high)}
            self._touches_outside[unit, lang] = bool(
                roles & {"citizen", "private"}
                or self.search.any_between(self._engine.effects[lang], low, high)
            )
        return self._touches_outside[unit, lang]

    def _cure(self, condition: Condition, found: Found | None) -> Cure:
        widest = condition.region or self._widest(condition)
        scope: dict[Region, str] = {"article": "article", "act": "act", "unit": "unit", "items": "unit"}
        span = None
        if found is not None:
            low, high = found[1]
            span = Span(self.view.tokens.starts[low], self.view.tokens.ends[high - 1])
        return Cure(condition.name, scope.get(widest, "clause"), found is not None, span)  # type: ignore[arg-type]

    def _widest(self, condition: Condition) -> Region:
        context = self._engine.methodology.contexts.get(condition.name)
        return context.where[-1] if context else "items"


@lru_cache(maxsize=4)
def engine(methodology: Methodology) -> Engine:
    """The compiled engine of a methodology, built once."""
    return Engine(methodology)
