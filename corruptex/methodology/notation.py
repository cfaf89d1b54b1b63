"""The notation of patterns: what a lawyer writes in a rule, as a tree.

The whole grammar (``docs/notation.md`` explains it with examples):

    pattern   one or more elements, one after another inside a clause
    word      a lemma: any of its forms             отказать        баш тартуу → баш тартуу
    word/f    a lemma in forms that have feature f  орган/nomn      берүү/act.dat
    "words"   exactly these forms                   "в установленном порядке"
    [name]    an entry of a lexicon                 [public_body]
    [name]/f  the same, its head word with feature f  [citizen]/datv
    <name>    a class of forms of any word          <ууга>  <число>
    (a|b c)   alternatives; (a|b)/f asks the feature of the last word of each
    x?        optional element
    …         a gap of up to 25 words inside the clause; …5 up to 5 words
    {x}       the words to report; without braces the whole match is reported
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DEFAULT_GAP = 25

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<gap>…(?P<width>\d*))
    | "(?P<exact>[^"]+)"
    | \[(?P<lexicon>[\w-]+)\](?:/(?P<asked>[\w.+-]+))?
    | <(?P<form>[\w-]+)>
    | \)/(?P<chosen>[\w.+-]+)
    | (?P<mark>[(){}|?])
    | (?P<word>[^\s"\[\]<>(){}|?…/]+)(?:/(?P<feature>[\w.+-]+))?
    )""",
    re.VERBOSE,
)


class NotationError(ValueError):
    """A pattern that cannot be read; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Word:
    """A lemma, optionally only its forms with one feature."""

    lemma: str
    feature: str = ""


@dataclass(frozen=True, slots=True)
class Exact:
    """Exact forms, one after another."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FromLexicon:
    """Any entry of a lexicon, optionally only with a feature of its head word."""

    name: str
    feature: str = ""


@dataclass(frozen=True, slots=True)
class FormClass:
    """Any word whose form belongs to a class, such as a dative of an action noun."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to ``width`` words between two elements, inside one clause."""

    width: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences."""

    options: tuple[Sequence, ...]


@dataclass(frozen=True, slots=True)
class Optional:
    """An element that may be absent."""

    node: Node


@dataclass(frozen=True, slots=True)
class Reported:
    """The part of a pattern that is reported to the reader."""

    node: Sequence


@dataclass(frozen=True, slots=True)
class Sequence:
    """Elements one after another."""

    nodes: tuple[Node, ...]


Node = Word | Exact | FromLexicon | FormClass | Gap | Choice | Optional | Reported | Sequence


def parse(pattern: str) -> Sequence:
    """Read a pattern.

    Args:
        pattern: Text in the notation of this module.

    Returns:
        The tree of the pattern.

    Raises:
        NotationError: With the place and the cure, if the text is not a pattern.
    """
    reader = _Reader(pattern, _scan(pattern))
    sequence = reader.sequence(closing="")
    if not any(not isinstance(node, Gap) for node in sequence.nodes):
        raise NotationError(f"«{pattern}»: a pattern needs at least one word")
    for end in (sequence.nodes[0], sequence.nodes[-1]):
        if isinstance(end, Gap):
            raise NotationError(f"«{pattern}»: a pattern cannot begin or end with a gap")
    if all(isinstance(node, Optional | Gap) for node in sequence.nodes):
        raise NotationError(f"«{pattern}»: at least one element must not be optional")
    return sequence


def _scan(pattern: str) -> list[re.Match[str]]:
    tokens: list[re.Match[str]] = []
    place = 0
    while place < len(pattern.rstrip()):
        match = _TOKEN.match(pattern, place)
        if match is None or match.end() == place:
            raise NotationError(f"«{pattern}»: cannot read «{pattern[place:].strip()[:20]}»")
        tokens.append(match)
        place = match.end()
    return tokens


class _Reader:
    def __init__(self, pattern: str, tokens: list[re.Match[str]]) -> None:
        self.pattern = pattern
        self.tokens = tokens
        self.place = 0

    def sequence(self, closing: str) -> Sequence:
        nodes: list[Node] = []
        while self.place < len(self.tokens):
            token = self.tokens[self.place]
            mark = ")" if token["chosen"] else token["mark"]
            if mark and mark in (closing or "") + "|":
                break
            if mark in (")", "}"):
                raise NotationError(f"«{self.pattern}»: «{mark}» closes nothing")
            node = self.element()
            if mark == "?" or node is None:
                raise NotationError(f"«{self.pattern}»: «?» must follow an element")
            nodes.append(node)
        if not nodes:
            raise NotationError(f"«{self.pattern}»: an empty alternative; remove the extra «|» or brackets")
        return Sequence(tuple(nodes))

    def element(self) -> Node | None:
        token = self.tokens[self.place]
        self.place += 1
        node: Node
        if token["mark"] == "(":
            node = self.choice()
        elif token["mark"] == "{":
            node = Reported(self.sequence("}"))
            self.expect("}")
        elif token["mark"]:
            return None
        else:
            node = _leaf(token)
        if self.place < len(self.tokens) and self.tokens[self.place]["mark"] == "?":
            self.place += 1
            node = Optional(node)
        return node

    def choice(self) -> Choice:
        options = [self.sequence(")")]
        while self.place < len(self.tokens) and self.tokens[self.place]["mark"] == "|":
            self.place += 1
            options.append(self.sequence(")"))
        feature = self.tokens[self.place]["chosen"] if self.place < len(self.tokens) else None
        if feature:
            self.place += 1
            return Choice(tuple(_with_feature(option, feature) for option in options))
        self.expect(")")
        return Choice(tuple(options))

    def expect(self, mark: str) -> None:
        if self.place >= len(self.tokens) or self.tokens[self.place]["mark"] != mark:
            raise NotationError(f"«{self.pattern}»: «{mark}» is missing")
        self.place += 1


def _with_feature(option: Sequence, feature: str) -> Sequence:
    """Ask a feature of the last word of an alternative."""
    *before, last = option.nodes
    if isinstance(last, Word) and not last.feature:
        last = Word(last.lemma, feature)
    elif isinstance(last, FromLexicon) and not last.feature:
        last = FromLexicon(last.name, feature)
    return Sequence((*before, last))


def _leaf(token: re.Match[str]) -> Node:
    if token["gap"]:
        return Gap(int(token["width"]) if token["width"] else DEFAULT_GAP)
    if token["exact"]:
        return Exact(tuple(token["exact"].split()))
    if token["lexicon"]:
        return FromLexicon(token["lexicon"], token["asked"] or "")
    if token["form"]:
        return FormClass(token["form"])
    return Word(token["word"].lower(), token["feature"] or "")
