"""Loads the methodology from ``rules/`` and refuses mistakes with file, line and cure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml

from corruptex.messages import CorruptexError
from corruptex.methodology.examples import read_example
from corruptex.methodology.notation import NotationError, Sequence, parse
from corruptex.methodology.rules import (
    ActorNeed,
    Condition,
    Context,
    EffectNeed,
    Example,
    Lexicon,
    Profile,
    Region,
    Rule,
)
from corruptex.model import SEVERITIES, Factor, Lang, Level, Texts

LANGS: tuple[Lang, ...] = ("ru", "ky")
STRUCTURAL = ("closed_list", "open_list")
"""Conditions that show in the structure of the act, not in words; ``corruptex/detection/conditions.py``
knows them beside the contexts of ``rules/contexts``."""

Item = TypeVar("Item", Rule, Context, Lexicon)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, eq=False)
class Methodology:
    """Factors, rules, contexts and lexicons of one version.

    Attributes:
        version: Version of the methodology as its file states it.
        digest: Hash of all rule files: changes with any of them.
        factors: Factor by code, in the order of the registry.
        rules: Rule by id.
        contexts: Context by id.
        lexicons: Lexicon by id.
        profiles: Domain profiles, the first that fits an act is used.
        points: Code of a factor -> point of the official methodology in force; absent if none.
        mapping: Name of the official methodology the points belong to.
    """

    version: str
    digest: str
    factors: Mapping[str, Factor]
    rules: Mapping[str, Rule]
    contexts: Mapping[str, Context]
    lexicons: Mapping[str, Lexicon]
    profiles: tuple[Profile, ...]
    points: Mapping[str, str]
    mapping: Texts

    def official_point(self, code: str) -> str | None:
        """Point of the official methodology that a factor maps to."""
        return self.points.get(code)


def rules_folder() -> Path:
    """Folder of the shipped rules: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


@lru_cache(maxsize=4)
def load(folder: Path | None = None) -> Methodology:
    """Load a methodology.

    Args:
        folder: Folder with ``methodology.yaml``, ``registry/``, ``factors/``, ``contexts/``,
            ``lexicons/`` and ``mappings/``; the shipped one if omitted.

    Returns:
        The methodology, checked: every name that a rule uses exists.

    Raises:
        CorruptexError: If a file cannot be read or a rule is wrong, naming file, line and cure.
    """
    root = folder or rules_folder()
    registry = _File(root / "methodology.yaml")
    factors = {
        factor.code: factor
        for group in registry.need("groups")
        for factor in _factors(_File(root / "registry" / f"{group['letter']}.yaml"))
    }
    lexicons = _by_id(root / "lexicons", _lexicon)
    contexts = _by_id(root / "contexts", _context)
    rules = _by_id(root / "factors", lambda file: _rule(file, factors, contexts))
    mapping = _File(root / "mappings" / "rf_96.yaml")
    return Methodology(
        version=str(registry.need("version")),
        digest=_digest(root),
        factors=factors,
        rules=rules,
        contexts=contexts,
        lexicons=lexicons,
        profiles=tuple(_profiles(_File(root / "profiles.yaml"), rules)),
        points={code: point for code, point in mapping.need("codes").items() if point},
        mapping=mapping.texts("name"),
    )


def _digest(root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.yaml")):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _by_id(folder: Path, build: Callable[[_File], Item]) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for path in sorted(folder.rglob("*.yaml")):
        file = _File(path)
        item = build(file)
        if item.id != path.stem:
            raise file.error("rule_id_is_not_file_name", "id", name=path.stem)
        if item.id in found:
            raise file.error("rule_id_taken", "id", name=item.id)
        found[item.id] = item
    return found


class _File:
    """One YAML file whose mistakes are reported with file, line and cure."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.text = path.read_text(encoding="utf-8")
            self.data = yaml.load(self.text, Loader=_Loader)
        except (OSError, UnicodeDecodeError) as problem:
            raise CorruptexError("rule_file_unreadable", file=str(path), problem=str(problem)) from problem
        except yaml.YAMLError as problem:
            mark = getattr(problem, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            reason = getattr(problem, "problem", None) or str(problem)
            raise CorruptexError("rule_file_not_yaml", file=str(path), line=line, problem=reason) from problem
        if not isinstance(self.data, dict):
            raise CorruptexError("rule_file_not_mapping", file=str(path), line=1)

    def line(self, *keys: str | int) -> int:
        """Line (from 1) where a value stands; the nearest holder if the value is missing."""
        node = yaml.compose(self.text, Loader=yaml.SafeLoader)
        line = 1
        for key in keys:
            child = None
            if isinstance(node, yaml.MappingNode):
                for name, value in node.value:
                    if name.value == str(key):
                        child, line = value, name.start_mark.line + 1
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
                child = node.value[key]
                line = child.start_mark.line + 1
            if child is None:
                break
            node = child
        return line

    def error(self, code: str, *keys: str | int, **values: str | int) -> CorruptexError:
        key = ".".join(str(part) for part in keys)
        return CorruptexError(code, file=str(self.path), line=self.line(*keys), key=key, **values)

    def get(self, *keys: str | int) -> Any:
        value: Any = self.data
        for key in keys:
            if isinstance(value, dict):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return None
        return value

    def need(self, *keys: str | int) -> Any:
        value = self.get(*keys)
        if value is None:
            raise self.error("rule_key_missing", *keys)
        return value

    def only(self, allowed: Iterable[str]) -> None:
        for key in self.data:
            if key not in allowed:
                raise self.error("rule_key_unknown", str(key), allowed=", ".join(sorted(allowed)))

    def word(self, allowed: Iterable[str], *keys: str | int, default: str | None = None) -> str:
        value = self.get(*keys) if default is not None else self.need(*keys)
        if value is None and default is not None:
            return default
        if value not in allowed:
            raise self.error("rule_word_unknown", *keys, value=str(value), allowed=", ".join(allowed))
        return str(value)

    def words(self, *keys: str | int) -> tuple[str, ...]:
        value = self.get(*keys) or []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error("rule_list_of_words", *keys)
        return tuple(value)

    def conditions(self, known: Iterable[str], *keys: str | int) -> tuple[Condition, ...]:
        found = []
        for text in self.words(*keys):
            name, _, region = text.partition("@")
            if name not in known:
                raise self.error("rule_word_unknown", *keys, value=name, allowed=", ".join(known))
            if region and region not in get_args(Region):
                raise self.error(
                    "rule_word_unknown", *keys, value=region, allowed=", ".join(get_args(Region))
                )
            found.append(Condition(name, region or None))  # type: ignore[arg-type]  # checked above
        return tuple(found)

    def texts(self, *keys: str | int) -> Texts:
        value = self.need(*keys)
        if not isinstance(value, dict) or not all(value.get(lang) for lang in ("ru", "ky", "en")):
            raise self.error("rule_text_languages", *keys)
        return {lang: str(value[lang]).strip() for lang in ("ru", "ky", "en")}

    def patterns(self, key: str) -> dict[Lang, tuple[Sequence, ...]]:
        self.need(key)
        found: dict[Lang, tuple[Sequence, ...]] = {}
        for lang in LANGS:
            parsed = []
            for index, pattern in enumerate(self.words(key, lang)):
                try:
                    parsed.append(parse(pattern))
                except NotationError as problem:
                    raise self.error(
                        "rule_pattern_wrong", key, lang, index, problem=str(problem)
                    ) from problem
            if parsed:
                found[lang] = tuple(parsed)
        if not found:
            raise self.error("rule_no_patterns", key)
        return found

    def rewordings(self) -> dict[Lang, str]:
        found: dict[Lang, str] = {}
        for lang in LANGS:
            template = self.get("reword", lang)
            if template is None:
                continue
            try:
                str(template).format(words="", duty="", here="")
            except (KeyError, IndexError, ValueError) as problem:
                raise self.error("rule_rewording_wrong", "reword", lang, problem=str(problem)) from problem
            found[lang] = str(template)
        return found

    def examples(self) -> tuple[Example, ...]:
        found: list[Example] = []
        for lang in LANGS:
            for verdict in self.get("examples", lang) or {}:
                if verdict not in ("flag", "pass", "todo"):
                    raise self.error(
                        "rule_word_unknown",
                        "examples",
                        lang,
                        verdict,
                        value=verdict,
                        allowed="flag, pass, todo",
                    )
                found += [read_example(lang, verdict, text) for text in self.words("examples", lang, verdict)]
        return tuple(found)


def _factors(file: _File) -> Iterable[Factor]:
    for index, item in enumerate(file.need("factors")):
        try:
            yield Factor(
                code=item["code"],
                id=item["id"],
                group=item["code"][0],
                level=item["level"],
                severity=item["severity"],
                automated=bool(item["automated"]),
                **{key: dict(item[key]) for key in ("name", "definition", "question", "scheme", "fix")},
            )
        except (KeyError, TypeError) as problem:
            raise file.error("rule_key_missing", "factors", index, str(problem)) from problem


def _profiles(file: _File, rules: Mapping[str, Rule]) -> Iterable[Profile]:
    for index, item in enumerate(file.need("profiles")):
        for name in item.get("silent") or []:
            if name not in rules:
                raise file.error("rule_word_unknown", "profiles", index, value=name, allowed=", ".join(rules))
        titles = item.get("title") or {}
        yield Profile(
            id=item["id"],
            what=file.texts("profiles", index, "what"),
            kinds=tuple(item.get("kinds") or ()),
            title={lang: tuple(titles.get(lang) or ()) for lang in LANGS},
            explicit_body=bool(item.get("explicit_body")),
            silent=frozenset(item.get("silent") or ()),
        )


def _lexicon(file: _File) -> Lexicon:
    file.only(("id", "what", "entries", "attested"))
    return Lexicon(id=file.need("id"), entries=file.patterns("entries"), path=str(file.path))


def _context(file: _File) -> Context:
    file.only(("id", "what", "where", "match", "examples", "attested"))
    where = file.words("where")
    for region in where:
        if region not in get_args(Region):
            raise file.error("rule_word_unknown", "where", value=region, allowed=", ".join(get_args(Region)))
    return Context(
        id=file.need("id"),
        what=file.texts("what"),
        where=where,  # type: ignore[arg-type]  # checked above
        match=file.patterns("match"),
        examples=file.examples(),
        path=str(file.path),
    )


_RULE_KEYS = (
    "id factor also level severity confidence title match finds needs unless cures profiles why fix"
    " reword attested examples"
).split()


def _rule(file: _File, factors: Mapping[str, Factor], contexts: Mapping[str, Context]) -> Rule:
    file.only(_RULE_KEYS)
    factor = factors[file.word(factors, "factor")]
    known = (*contexts, *STRUCTURAL)
    finds = file.get("finds") or ""
    if bool(finds) == bool(file.get("match")):
        raise file.error("rule_match_or_finds", "finds")
    also = file.words("also")
    for code in also:
        if code not in factors:
            raise file.error("rule_word_unknown", "also", value=code, allowed=", ".join(factors))
    return Rule(
        id=file.need("id"),
        factor=factor.code,
        also=also,
        level=file.word(get_args(Level), "level", default=factor.level),  # type: ignore[arg-type]
        severity=file.word(SEVERITIES, "severity", default=factor.severity),  # type: ignore[arg-type]
        confidence=float(file.get("confidence") or 0.6),
        title=file.texts("title"),
        match={} if finds else file.patterns("match"),
        finds=str(finds),
        actor=file.word(get_args(ActorNeed), "needs", "actor", default="public"),  # type: ignore[arg-type]
        effect=file.word(get_args(EffectNeed), "needs", "effect", default="any"),  # type: ignore[arg-type]
        within=file.conditions(known, "needs", "within"),
        unless=file.conditions(known, "unless"),
        cures=file.conditions(known, "cures"),
        profiles=file.words("profiles"),
        why=file.texts("why"),
        fix=file.texts("fix"),
        reword=file.rewordings(),
        attested={lang: bool((file.get("attested") or {}).get(lang, True)) for lang in LANGS},
        examples=file.examples(),
        path=str(file.path),
    )
