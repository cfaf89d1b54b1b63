"""What a rule, a context and a lexicon are, after loading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corruptex.methodology.notation import Sequence
from corruptex.model import Lang, Level, Severity, Texts

Patterns = Mapping[Lang, tuple[Sequence, ...]]

Region = Literal["overlap", "before", "after", "clause", "unit", "head", "items", "article", "act"]
"""Where a context is looked for, seen from the words a rule matched: overlapping them, right before or
after them in the sentence, in their clause, their unit, the head line of their list, the items of the
list they open, their article, the whole act."""

ActorNeed = Literal["public", "agent", "not_private", "any"]
"""Who must hold the power: a public body as the subject; a public body as the agent of a passive, or nobody
named; anybody but a citizen, a court or a party to a contract; no matter who."""

EffectNeed = Literal["external", "any"]


@dataclass(frozen=True, slots=True)
class Condition:
    """A context named by a rule, ``name`` or ``name@region``.

    Attributes:
        name: Id of a context, or of a cure that the engine knows by itself.
        region: Where to look instead of the context's own regions; ``None`` keeps them.
    """

    name: str
    region: Region | None


@dataclass(frozen=True, slots=True)
class Example:
    """A text written for a rule, with the verdict it must get.

    Attributes:
        lang: Language of the text.
        verdict: ``flag`` must be found, ``pass`` must stay silent, ``todo`` is a known error.
        text: The text without the marks «…» around the span.
        span: The marked span, characters of ``text``; ``None`` if nothing is marked.
        papers: Accompanying papers given with the text.
    """

    lang: Lang
    verdict: Literal["flag", "pass", "todo"]
    text: str
    span: tuple[int, int] | None
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """A named circumstance that rules require or that silences them.

    Attributes:
        id: Name used in the ``unless`` and ``within`` of rules.
        what: What it is, for the reader of a finding.
        where: Regions in which it is looked for.
        match: Patterns per language.
        examples: Its own examples.
        path: File it comes from.
    """

    id: str
    what: Texts
    where: tuple[Region, ...]
    match: Patterns
    examples: tuple[Example, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A named list of words or phrases.

    Attributes:
        id: Name used in patterns as ``[id]``.
        entries: Patterns per language.
        path: File it comes from.
    """

    id: str
    entries: Patterns
    path: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the words of a factor, who must hold the power, and what makes it harmless.

    Attributes:
        id: Readable id, equal to the file name.
        factor: Code of the root factor.
        also: Codes of secondary factors.
        level: Level of detection.
        severity: Severity before context.
        confidence: Probability that an expert signs the finding, before context, 0 to 1.
        title: What it catches.
        match: Patterns per language; empty if the rule names a finder.
        finds: What a finder of the whole act must notice for the rule to speak, ``finder`` or
            ``finder.aspect`` (``corruptex/detection/whole``); empty if the rule has patterns.
        actor: Who must hold the power.
        effect: Whom it must touch.
        within: Contexts that must hold (each of them).
        unless: Contexts that make the words harmless (any of them).
        cures: What would have cured the norm (any of it silences the rule); shown to the reader.
        profiles: Domain profiles in which the rule speaks; empty means all.
        why: Why it is a factor.
        fix: How to repair it.
        reword: Per language, what replaces the reported words in the proposed text of the norm
            (``corruptex/detection/rewording.py``).
        reword_within: Contexts that must hold (each of them) for a text to be proposed.
        reword_unless: Contexts in which no text is proposed (any of them).
        attested: Per language, whether the wording of the patterns was seen in real law.
        examples: Examples, the proof of the rule.
        path: File it comes from.
    """

    id: str
    factor: str
    also: tuple[str, ...]
    level: Level
    severity: Severity
    confidence: float
    title: Texts
    match: Patterns
    finds: str
    actor: ActorNeed
    effect: EffectNeed
    within: tuple[Condition, ...]
    unless: tuple[Condition, ...]
    cures: tuple[Condition, ...]
    profiles: tuple[str, ...]
    why: Texts
    fix: Texts
    reword: Mapping[Lang, str]
    reword_within: tuple[Condition, ...]
    reword_unless: tuple[Condition, ...]
    attested: Mapping[Lang, bool]
    examples: tuple[Example, ...]
    path: str

    @property
    def langs(self) -> tuple[Lang, ...]:
        """Languages the rule covers: a finder reads both."""
        return ("ru", "ky") if self.finds else tuple(self.match)


@dataclass(frozen=True, slots=True)
class Profile:
    """How suspicious the methodology is in a field of law.

    Attributes:
        id: Name, also given by ``--profile``.
        what: What it is for.
        kinds: Kinds of act it applies to; empty means all.
        title: Per language, beginnings of words of the title; empty means all.
        explicit_body: Whether only norms that name a public body in their sentence can carry a finding.
        silent: Rules that do not speak in this field.
    """

    id: str
    what: Texts
    kinds: tuple[str, ...]
    title: Mapping[str, tuple[str, ...]]
    explicit_body: bool
    silent: frozenset[str]

    def hears(self, rule: Rule) -> bool:
        """Whether a rule speaks in this field."""
        return rule.id not in self.silent and (not rule.profiles or self.id in rule.profiles)
