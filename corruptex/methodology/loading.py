"""Loads the methodology from ``rules/`` and refuses mistakes with file, line and cure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, get_args

from corruptex.methodology.families import Family, family
from corruptex.methodology.procedures import Procedures, load_procedures
from corruptex.methodology.rule_file import LANGS, RuleFile
from corruptex.methodology.rules import ActorNeed, Context, EffectNeed, Lexicon, Profile, Region, Rule
from corruptex.model import SEVERITIES, Factor, Level, Texts

STRUCTURAL = ("closed_list", "open_list")
"""Conditions that show in the structure of the act, not in words; ``corruptex/detection/conditions.py``
knows them beside the contexts of ``rules/contexts``."""

Item = TypeVar("Item", Rule, Context, Lexicon, Family)


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
        procedures: Types of administrative procedures, their elements and what each type must have.
        families: Families of names of one thing, by id.
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
    procedures: Procedures
    families: Mapping[str, Family]

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
            ``lexicons/``, ``procedures/``, ``terms/`` and
            ``mappings/``; the shipped one if omitted.

    Returns:
        The methodology, checked: every name that a rule uses exists.

    Raises:
        CorruptexError: If a file cannot be read or a rule is wrong, naming file, line and cure.
    """
    root = folder or rules_folder()
    registry = RuleFile(root / "methodology.yaml")
    factors = {
        factor.code: factor
        for group in registry.need("groups")
        for factor in _factors(RuleFile(root / "registry" / f"{group['letter']}.yaml"))
    }
    lexicons = _by_id(root / "lexicons", _lexicon)
    contexts = _by_id(root / "contexts", _context)
    rules = _by_id(root / "factors", lambda file: _rule(file, factors, contexts))
    mapping = RuleFile(root / "mappings" / "rf_96.yaml")
    return Methodology(
        version=str(registry.need("version")),
        digest=_digest(root),
        factors=factors,
        rules=rules,
        contexts=contexts,
        lexicons=lexicons,
        profiles=tuple(_profiles(RuleFile(root / "profiles.yaml"), rules)),
        points={code: point for code, point in mapping.need("codes").items() if point},
        mapping=mapping.texts("name"),
        procedures=load_procedures(root / "procedures", factors),
        families=_by_id(root / "terms", family),
    )


def _digest(root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.yaml")):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _by_id(folder: Path, build: Callable[[RuleFile], Item]) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for path in sorted(folder.rglob("*.yaml")):
        file = RuleFile(path)
        item = build(file)
        if item.id != path.stem:
            raise file.error("rule_id_is_not_file_name", "id", name=path.stem)
        if item.id in found:
            raise file.error("rule_id_taken", "id", name=item.id)
        found[item.id] = item
    return found


def _factors(file: RuleFile) -> Iterable[Factor]:
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


def _profiles(file: RuleFile, rules: Mapping[str, Rule]) -> Iterable[Profile]:
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


def _lexicon(file: RuleFile) -> Lexicon:
    file.only(("id", "what", "entries", "attested"))
    return Lexicon(id=file.need("id"), entries=file.patterns("entries"), path=str(file.path))


def _context(file: RuleFile) -> Context:
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


def _rule(file: RuleFile, factors: Mapping[str, Factor], contexts: Mapping[str, Context]) -> Rule:
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
        reword_within=file.conditions(known, "reword", "within"),
        reword_unless=file.conditions(known, "reword", "unless"),
        attested={lang: bool((file.get("attested") or {}).get(lang, True)) for lang in LANGS},
        examples=file.examples(),
        path=str(file.path),
    )
