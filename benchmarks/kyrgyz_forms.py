"""Recall, precision, speed and size of the Kyrgyz forms, measured on the shared corpora.

    python benchmarks/kyrgyz_forms.py [--shared ../shared] [--misses 20] [--sample FILE]

*Recall* asks whether a form that an annotator gave to a lemma is in our paradigm of that lemma. *Acts*: all
words of the Kyrgyz acts against the lemmas of ``kyrgyz_legal_lemmas.toml``; the silver judge is a stem list
of the shared data (`Silver`). It errs both ways: ``--sample`` writes 200 matched words in context.
"""

from __future__ import annotations

import argparse
import collections
import dataclasses
import json
import lzma
import random
import re
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from corruptex.language.kyrgyz import Entry, FormIndex, stems  # noqa: E402
from corruptex.language.kyrgyz.letters import fold, join  # noqa: E402

ALL_VOICES = ("passive", "causative", "reciprocal", "reflexive")
LOOK_ALIKES = str.maketrans("aceopxykmhtbnɵӊ", "асеорхукмнтвпөң")
WORD = re.compile(r"[а-яөүң]+(?:-[а-яөүң]+)*")

Pair = tuple[str, Entry]


def lines(path: Path) -> list[str]:
    """Lines of an xz file."""
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        return stream.read().splitlines()


def clean(word: str) -> str:
    """Lower case, look-alike Latin letters to Cyrillic, ё to е."""
    return fold(word.lower().translate(LOOK_ALIKES))


def has_form(form: str, entry: Entry) -> bool:
    """Whether the form belongs to the entry."""
    try:
        return bool(FormIndex([entry]).readings(form))
    except ValueError:
        return False


def treebank(path: Path, tag: str) -> Iterator[Pair]:
    """(form, entry) of the words of one part of speech, words with signs or digits left out."""
    for line in lines(path):
        cells = line.split("\t")
        if len(cells) == 10 and cells[3] == tag:
            form, lemma = clean(cells[1]), clean(cells[2])
            if WORD.fullmatch(form) and WORD.fullmatch(lemma):
                yield form, Entry(lemma + "-", "verb", ALL_VOICES) if tag == "VERB" else Entry(lemma, "noun")


def unimorph(path: Path) -> Iterator[Pair]:
    """Single-word verb forms of UniMorph; its present of two words is left out."""
    for line in lines(path):
        lemma, form, _ = line.split("\t")
        if " " not in lemma and " " not in form:
            yield clean(form), Entry(clean(lemma), "verb")


def apertium(path: Path, parts: tuple[str, ...]) -> Iterator[Pair]:
    """Hand-analysed words of the Apertium evaluation, all of whose readings are of the given parts of speech.

    Where readings differ in the lemma, one that we have is taken.
    """
    verbal = "v" in parts
    for line in lines(path):
        match = re.fullmatch(r"\^([^/]+)/(.*?)\$+", line.strip())
        if not match or not WORD.fullmatch(clean(match[1])):
            continue
        readings = re.findall(r"(?:^|/)([^<>/]+)<(\w+)>", match[2])
        if any(part not in parts or not WORD.fullmatch(clean(lemma)) for lemma, part in readings):
            continue
        lemmas = dict.fromkeys(clean(lemma) for lemma, _ in readings)
        entries = [
            Entry(lemma + "-", "verb", ALL_VOICES) if verbal else Entry(lemma, "noun") for lemma in lemmas
        ]
        form = clean(match[1])
        if entries:
            yield form, next((entry for entry in entries if has_form(form, entry)), entries[0])


def recall(name: str, pairs: Iterable[Pair], misses: int) -> None:
    """Print the recall of a gold list and its most frequent misses."""
    counts = collections.Counter(pairs)
    missed = {pair: number for pair, number in counts.items() if not has_form(*pair)}
    total = sum(counts.values())
    found = total - sum(missed.values())
    print(f"| {name} | {total} | {found / max(total, 1):.3f} |")
    if misses:
        worst = sorted(missed.items(), key=lambda item: -item[1])[:misses]
        print("  " + ", ".join(f"{form} < {entry.lemma} ({number})" for (form, entry), number in worst))


def act_words(shared: Path) -> collections.Counter[str]:
    """Frequencies of the words of the Kyrgyz acts."""
    counts: collections.Counter[str] = collections.Counter()
    for line in lines(shared / "data/acts/acts_ky.jsonl.xz"):
        counts.update(WORD.findall(fold(json.loads(line)["text"].replace("\u00ad", ""))))
    return counts


def silver_lemmas(path: Path) -> Iterator[Entry]:
    """Nouns, adjectives, adverbs and verbs of the silver list."""
    for line in lines(path):
        entry = line.split("!", maxsplit=1)[0]
        match = re.match(r"([а-яёөүң-]{2,}):\S+ +(?:(V-INFL|VAUX)|N\d*-INFL|N\d|A\d|ADJ|ADV)", entry)
        if match:
            yield Entry(match[1] + "-", "verb") if match[2] else Entry(match[1], "noun")


class Silver:
    """Judges, by the stem list, whether a word belongs to a lemma of ours.

    A longer listed stem that reads the word takes it away, unless the listed word is itself a form of ours
    (берүүчү of берүү, мыйзамдуу of мыйзам).
    """

    def __init__(self, path: Path, ours: list[Entry]) -> None:
        self.heads: dict[str, list[Entry]] = collections.defaultdict(list)
        for entry in silver_lemmas(path):
            for stem in stems(entry):
                self.heads[stem].append(entry)
        self.ours = FormIndex(ours)
        self.our_heads: dict[str, set[str]] = collections.defaultdict(set)
        for entry in ours:
            for stem in stems(dataclasses.replace(entry, voices=())):
                self.our_heads[stem].add(entry.lemma)

    def rival(self, word: str, lemma: str) -> str | None:
        """A listed word with a longer stem that reads the word and is no form of ``lemma``."""
        for cut in range(len(word), 1, -1):
            head = word[:cut]
            if lemma in self.our_heads.get(head, ()):
                return None
            for entry in self.heads.get(head, ()):
                if has_form(word, entry) and not self.derived(entry, lemma):
                    return entry.lemma
        return None

    def derived(self, entry: Entry, lemma: str) -> bool:
        """Whether a listed word is a form of ours (for a verb: its past is)."""
        form = join(entry.lemma[:-1], "DI") if entry.pos == "verb" else entry.lemma
        return any(reading.lemma == lemma for reading in self.ours.readings(form))

    def owner(self, word: str) -> set[str]:
        """Our lemmas whose stem is the longest known one at the head of the word."""
        for cut in range(len(word), 2, -1):
            head = word[:cut]
            if head in self.our_heads:
                return self.our_heads[head]
            if head in self.heads:
                return set()
        return set()


def legal_text(shared: Path, misses: int, sample: Path | None, seed: int) -> None:
    """Print precision and recall on the acts against the silver list; write samples for the eye."""
    counts = act_words(shared)
    with (ROOT / "benchmarks/kyrgyz_legal_lemmas.toml").open("rb") as stream:
        lemmas = {kind: list(dict.fromkeys(text.split())) for kind, text in tomllib.load(stream).items()}
    pairs: list[tuple[str, str, str]] = []
    for kind, pos, voices in (("nouns", "noun", ()), ("verbs", "verb", ALL_VOICES)):
        entries = [Entry(lemma, pos, voices) for lemma in lemmas[kind]]  # type: ignore[arg-type]
        silver = Silver(shared / "data/morph_kyrgyz/apertium-kir.kir.lexc.xz", entries)
        matched = {word: {reading.lemma for reading in silver.ours.readings(word)} for word in counts}
        claimed = [(counts[word], word, lemma) for word, found in matched.items() for lemma in found]
        rivals = {(word, lemma): silver.rival(word, lemma) for _, word, lemma in claimed}
        doubtful = sorted((row for row in claimed if rivals[row[1:]]), reverse=True)
        unmatched = [word for word in counts if not matched[word] and silver.owner(word)]
        missed = sorted(((counts[word], word) for word in unmatched), reverse=True)
        tokens = sum(number for number, _, _ in claimed)
        precision = 1 - sum(number for number, _, _ in doubtful) / tokens
        recalled = tokens / (tokens + sum(number for number, _ in missed))
        row = f"| acts, {len(entries)} {kind} | {tokens} "
        print(row + f"| silver precision {precision:.3f} | silver recall {recalled:.3f} |")
        if misses:
            worst = [f"{word} < {mine} or {rivals[word, mine]} ({n})" for n, word, mine in doubtful[:misses]]
            print("  doubtful: " + ", ".join(worst))
            print("  missed: " + ", ".join(f"{word} ({number})" for number, word in missed[:misses]))
        weights = [number for number, _, _ in claimed]
        chosen = random.Random(seed).choices(claimed, weights, k=100)
        pairs += [(kind, lemma, word) for _, word, lemma in chosen]
    if sample:
        sample.write_text("\n".join(in_context(shared, pairs)) + "\n", encoding="utf-8")


def in_context(shared: Path, pairs: list[tuple[str, str, str]]) -> Iterator[str]:
    """Each pair with one place of the acts, chosen at random, where the word stands."""
    texts = [fold(json.loads(line)["text"]) for line in lines(shared / "data/acts/acts_ky.jsonl.xz")]
    chance = random.Random(11)
    for kind, lemma, word in pairs:
        places = [
            (text, match.start())
            for text in texts
            for match in re.finditer(rf"(?<![а-яөүң-]){word}(?![а-яөүң-])", text)
        ]
        text, start = chance.choice(places) if places else ("", 0)
        yield f"{kind}\t{lemma}\t{word}\t{' '.join(text[max(0, start - 40) : start + 60].split())}"


def speed(shared: Path) -> None:
    """Construction of an index of 500 entries, and uncached look-ups."""
    with (ROOT / "benchmarks/kyrgyz_legal_lemmas.toml").open("rb") as stream:
        lemmas = tomllib.load(stream)
    entries = [Entry(lemma, "noun") for lemma in dict.fromkeys(lemmas["nouns"].split())]
    entries += [Entry(lemma, "verb", ("passive",)) for lemma in dict.fromkeys(lemmas["verbs"].split())]
    entries = entries[:500]
    words = list(act_words(shared))

    def timed(action: Callable[[], object]) -> float:
        start = time.perf_counter()
        action()
        return time.perf_counter() - start

    cold = timed(lambda: FormIndex(entries))
    warm = min(timed(lambda: FormIndex(entries)) for _ in range(3))
    index = FormIndex(entries)
    first = timed(lambda: [index.readings(word) for word in words])
    again = min(timed(lambda: [index.readings(word) for word in words]) for _ in range(3))
    print(f"| FormIndex({len(entries)} entries) | first {cold * 1e3:.1f} ms | later {warm * 1e3:.1f} ms |")
    print(
        f"| readings of {len(words)} different words | first pass {len(words) / first / 1e3:.0f} k/s |"
        f" later {len(words) / again / 1e3:.0f} k/s |"
    )


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--misses", type=int, default=0, help="show so many misses of each gold list")
    parser.add_argument("--sample", type=Path, help="write 200 matched words of the acts for judging by eye")
    parser.add_argument("--seed", type=int, default=7, help="of the sample")
    arguments = parser.parse_args()
    data = arguments.shared / "data"
    speed(arguments.shared)
    for name, file in (("KTMU test", "ky_ktmu-ud-test"), ("TueCL", "ky_tuecl-ud-test")):
        for tag in ("NOUN", "PROPN", "VERB"):
            pairs = list(treebank(data / f"ud_kyrgyz/{file}.conllu.xz", tag))
            recall(f"{name} {tag}", pairs, arguments.misses)
            if tag == "VERB":
                # бар, жок, керек and the like, whose "stem" is the form itself; and the bare imperative.
                inflected = [pair for pair in pairs if pair[0] + "-" != pair[1].lemma]
                recall(f"{name} VERB, form differs from lemma", inflected, 0)
    recall("UniMorph verbs", unimorph(data / "morph_kyrgyz/unimorph_kir.tsv.xz"), arguments.misses)
    for year in ("1000", "2014"):
        path = data / f"morph_kyrgyz/apertium_eval_ref.{year}.txt.xz"
        for part in (("n", "np", "adj"), ("v", "vaux")):
            recall(f"Apertium {year} {' '.join(part)}", apertium(path, part), arguments.misses)
    legal_text(arguments.shared, arguments.misses, arguments.sample, arguments.seed)


if __name__ == "__main__":
    main()
