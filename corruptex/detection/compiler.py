"""Compiles pattern trees of one language into patterns that can be searched for.

A word, a union of words and a phrase know at once in which clauses they may occur: the words' own bits,
joined by «and» in a sequence and by «or» between alternatives. Equal nodes are shared between rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, product

from corruptex.detection.joining import join, phrase
from corruptex.detection.search import NOTHING, Clauses, Match, Part, Pattern, Search, numbers
from corruptex.language.vocabulary import Vocabulary, parts_of
from corruptex.messages import CorruptexError
from corruptex.methodology import notation
from corruptex.methodology.rules import Lexicon
from corruptex.model import Lang


class Compiler:
    """Turns pattern trees of one language into patterns."""

    def __init__(self, lang: Lang, vocabulary: Vocabulary, lexicons: Mapping[str, Lexicon]) -> None:
        self._lang = lang
        self._vocabulary = vocabulary
        self._lexicons = lexicons
        self._shared: dict[notation.Node, Pattern] = {}
        self._entered: list[str] = []

    def union(self, trees: Iterable[notation.Sequence], path: str) -> Pattern:
        """Compile several alternative patterns into one.

        Raises:
            CorruptexError: If a pattern names a lexicon or a form class that does not exist.
        """
        self._path = path
        return self._union([self._node(tree) for tree in trees])

    def _node(self, node: notation.Node) -> Pattern:
        known = self._shared.get(node)
        if known is None:
            known = self._shared[node] = self._build(node)
        return known

    def _build(self, node: notation.Node) -> Pattern:
        match node:
            case notation.Word(lemma, feature):
                return self._words(lemma, feature)
            case notation.Exact(words):
                parts = [part for word in words for part in word.split("-")]
                return _adjacent([_symbol(self._vocabulary.exact(part)) for part in parts])
            case notation.FormClass(name):
                try:
                    return _symbol(self._vocabulary.form_class(name))
                except KeyError:
                    raise CorruptexError("rule_name_unknown", file=self._path, name=f"<{name}>") from None
            case notation.FromLexicon(name, feature):
                return self._lexicon(name) if not feature else self._featured(name, feature)
            case notation.Choice(options):
                return self._union([self._node(option) for option in options])
            case notation.Sequence(nodes):
                return self._union([self._sequence(variant) for variant in _variants(nodes)])
            case notation.Reported(inner):
                return self._node(inner)
            case _:
                raise AssertionError(node)

    def _union(self, options: list[Pattern]) -> Pattern:
        """One pattern for several; single words become one symbol, so that they cost as one."""
        words = {option.symbol for option in options if option.symbol is not None}
        rest = [option for option in options if option.symbol is None]
        if len(words) > 1:
            return _union([_symbol(self._vocabulary.either(words)), *rest])
        return _union(options)

    def _words(self, lemma: str, feature: str) -> Pattern:
        verb = lemma.endswith("-")
        parts = lemma.rstrip("-").split("-")
        parts[-1] += "-" if verb else ""
        symbols = [self._vocabulary.word(part, "") for part in parts[:-1]]
        symbols.append(self._vocabulary.word(parts[-1], feature))
        return _adjacent([_symbol(symbol) for symbol in symbols])

    def _lexicon(self, name: str) -> Pattern:
        lexicon = self._lexicons.get(name)
        if lexicon is None or name in self._entered:
            raise CorruptexError("rule_name_unknown", file=self._path, name=f"[{name}]")
        self._entered.append(name)
        entries = self._union([self._node(entry) for entry in lexicon.entries.get(self._lang, ())])
        self._entered.pop()
        return Pattern(
            f"[{self._lang}:{name}]",
            lambda search: search.possible(entries),
            lambda search, clauses: _longest(entries.find(search, clauses)),
            whole=True,
        )

    def _featured(self, name: str, feature: str) -> Pattern:
        """Entries of a lexicon whose head word has a feature."""
        every = self._node(notation.FromLexicon(name))
        asked, vocabulary = frozenset(parts_of(feature)), self._vocabulary

        def find(search: Search, _: Clauses) -> list[Match]:
            forms = search.view.tokens.forms
            return [
                match
                for match in search.matches(every)
                if asked <= vocabulary.head_features(forms[match[0] : match[1]])
            ]

        return Pattern(f"{every.key}/{feature}", lambda search: search.possible(every), find, whole=True)

    def _sequence(self, nodes: tuple[notation.Node, ...]) -> Pattern:
        parts: list[Part] = []
        width = 0
        for node in nodes:
            if isinstance(node, notation.Gap):
                width = max(width, node.width)
            else:
                parts.append((self._node(node), width, isinstance(node, notation.Reported)))
                width = 0
        if len(parts) == 1 and not parts[0][2]:
            return parts[0][0]
        return _sequence(parts)


def _variants(nodes: tuple[notation.Node, ...]) -> list[tuple[notation.Node, ...]]:
    """The sequences that optional elements stand for."""
    choices: list[list[tuple[notation.Node, ...]]] = [
        [(node.node,), ()] if isinstance(node, notation.Optional) else [(node,)] for node in nodes
    ]
    return [tuple(node for part in variant for node in part) for variant in product(*choices)]


def _symbol(symbol: int) -> Pattern:
    def find(search: Search, clauses: Clauses) -> list[Match]:
        view = search.view
        everywhere = view.clauses(symbol)
        if not everywhere & ~clauses:
            return [(token, token + 1, token, token + 1) for token in view.places(symbol)]
        return [
            (token, after, token, after)
            for clause in numbers(clauses & everywhere)
            for token, after in view.pieces(symbol, clause)
        ]

    return Pattern(str(symbol), lambda search: search.view.clauses(symbol), find, symbol)


def _adjacent(parts: list[Pattern]) -> Pattern:
    return parts[0] if len(parts) == 1 else _sequence([(part, 0, False) for part in parts])


def _sequence(parts: list[Part]) -> Pattern:
    def possible(search: Search) -> Clauses:
        common = -1
        for part, _, _ in parts:
            common &= search.possible(part)
            if not common:
                break
        return common

    key = "(" + " ".join(f"{gap}{'!' if mark else ''}{part.key}" for part, gap, mark in parts) + ")"
    words = [part.symbol for part, gap, mark in parts if part.symbol is not None and not gap and not mark]
    if len(words) == len(parts):
        return Pattern(
            key, possible, lambda search, clauses: phrase(search, words, clauses & possible(search))
        )
    return Pattern(key, possible, lambda search, clauses: join(search, parts, clauses & possible(search)))


def _union(options: list[Pattern]) -> Pattern:
    unique = {option.key: option for option in options}
    if len(unique) == 1:
        return next(iter(unique.values()))
    parts = list(unique.values())

    def possible(search: Search) -> Clauses:
        together = 0
        for part in parts:
            together |= search.possible(part)
        return together

    def find(search: Search, clauses: Clauses) -> list[Match]:
        runs = [search.inside(part, within) for part in parts if (within := clauses & search.possible(part))]
        return runs[0] if len(runs) == 1 else list(dict.fromkeys(sorted(chain.from_iterable(runs))))

    return Pattern("(" + "|".join(unique) + ")", possible, find) if parts else NOTHING


def _longest(matches: list[Match]) -> list[Match]:
    """Drop matches that lie inside another one; ``matches`` are ordered."""
    kept: list[Match] = []
    for match in matches:
        if not kept or match[1] > kept[-1][1]:
            if kept and kept[-1][0] == match[0]:
                kept.pop()
            kept.append(match)
    return kept
