"""Entries of a lexicon, their paradigms, and the index that finds them in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from corruptex.language.kyrgyz import nouns, verbs, voices
from corruptex.language.kyrgyz.exceptions import exceptions
from corruptex.language.kyrgyz.letters import fold
from corruptex.language.kyrgyz.paradigm import Alternant, State, fixed_state


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of a lexicon.

    Attributes:
        lemma: a single word. Nouns and adjectives: nominative singular. Verbs: the action noun («аныктоо») or
            the bare stem with a hyphen («аныкта-»). Fixed words: the only form.
        pos: "noun", "adjective", "verb" or "fixed".
        voices: for a verb, the voices whose stems belong to the entry too: "passive", "causative",
            "reciprocal", "reflexive", alone and combined.
    """

    lemma: str
    pos: Literal["noun", "adjective", "verb", "fixed"]
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a form.

    Attributes:
        entry_index: position of the entry in the index.
        lemma: its lemma as given.
        features: dot-separated, see `corruptex.language.kyrgyz`.
    """

    entry_index: int
    lemma: str
    features: str

    @property
    def tags(self) -> frozenset[str]:
        """The features as a set: "act.dat.neg" -> {"act", "dat", "neg"}."""
        return frozenset(self.features.split("."))


#: Letters of a form looked at before anything else.
_HEAD = 3


def _alternants(entry: Entry) -> Iterator[Alternant]:
    written = entry.lemma.strip()
    lemma = written.lower()
    if not lemma or any(letter.isspace() for letter in lemma):
        raise ValueError(f"a lexicon entry is one word: {entry.lemma!r}")
    if entry.pos == "verb":
        for stem, marks in voices.voiced_stems(verbs.stem_of(lemma), entry.voices):
            for alternant in verbs.verb_alternants(stem):
                yield alternant._replace(after=marks)
    elif entry.pos == "fixed":
        yield Alternant(fold(lemma), fixed_state("fixed"))
    elif pronoun := exceptions().pronouns.get(lemma):
        for features, form in pronoun.items():
            yield Alternant(form, fixed_state(features))
    else:
        yield from nouns.noun_alternants(written if nouns.is_abbreviation(written) else lemma, entry.pos)


def _other_words(entry: Entry) -> frozenset[str]:
    if entry.pos != "verb":
        return frozenset()
    return frozenset(exceptions().other_words.get(verbs.stem_of(entry.lemma.strip().lower()), ()))


def stems(entry: Entry) -> frozenset[str]:
    """The stems of an entry in all their shapes: every form begins with one of them (тартип, тартиб)."""
    return frozenset(alternant.stem for alternant in _alternants(entry))


def forms(entry: Entry) -> Mapping[str, tuple[str, ...]]:
    """The whole paradigm of an entry, for listings and tests: form -> features of its readings.

    A noun has about a thousand forms, a verb several thousand for each voice.

    Raises:
        ValueError: the entry is not one word, not a verb lemma, or asks for an unknown voice.
    """
    paradigm: dict[str, dict[str, None]] = {}
    for stem, state, before, after in _alternants(entry):
        for suffix, features in state.listing():
            paradigm.setdefault(stem + suffix, {})[before + features + after] = None
    others = _other_words(entry)
    return {form: tuple(features) for form, features in paradigm.items() if form not in others}


class _Known(NamedTuple):
    """A stem in the index: whose it is, what follows, and the forms it does not claim."""

    number: int
    lemma: str
    state: State
    before: str
    after: str
    others: frozenset[str]


class FormIndex:
    """Finds the entries of a lexicon in any of their forms, without writing the forms out.

    A form belongs to an entry when some beginning of it is a stem of the entry and the rest is an ending of
    that stem's sound class. Entries are numbered in the order given.
    """

    __slots__ = ("_heads", "_longest", "_stems")

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index the entries.

        Raises:
            ValueError: as in `forms`.
        """
        found: dict[str, list[_Known]] = {}
        for number, entry in enumerate(entries):
            others = _other_words(entry)
            for stem, state, before, after in _alternants(entry):
                found.setdefault(stem, []).append(_Known(number, entry.lemma, state, before, after, others))
        self._stems = {stem: tuple(known) for stem, known in found.items()}
        self._heads = frozenset(stem[:_HEAD] for stem in found)
        self._longest = max(map(len, found), default=0)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Every reading of a form.

        Args:
            form: one word, lower case, folded (`corruptex.language.kyrgyz.letters.fold`).

        Returns:
            Readings in the order of the entries' stems, without repetition; empty for an unknown word.
        """
        heads = self._heads
        # Most words of a text are turned away here.
        if form[:_HEAD] not in heads and form[:2] not in heads and form[:1] not in heads:
            return ()
        found: dict[tuple[int, str, str], None] = {}
        stems_known = self._stems
        for cut in range(1, min(len(form), self._longest) + 1):
            known = stems_known.get(form[:cut])
            if known is None:
                continue
            rest = form[cut:]
            for number, lemma, state, before, after, others in known:
                if form in others:
                    continue
                for features in state.read(rest):
                    found[number, lemma, before + features + after] = None
        return tuple([Reading(*reading) for reading in found])
