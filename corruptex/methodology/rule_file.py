"""Reading one rule file: values by key, and errors that name file, line and cure."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

import yaml

from corruptex.messages import CorruptexError
from corruptex.methodology.examples import read_example
from corruptex.methodology.notation import NotationError, Sequence, parse
from corruptex.methodology.rules import Condition, Example, Region
from corruptex.model import Lang, Texts

LANGS: tuple[Lang, ...] = ("ru", "ky")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RuleFile:
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
        """An error about a value, with the file and the line where it stands."""
        key = ".".join(str(part) for part in keys)
        return CorruptexError(code, file=str(self.path), line=self.line(*keys), key=key, **values)

    def get(self, *keys: str | int) -> Any:
        """A value by its keys; ``None`` if it is missing."""
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
        """A value by its keys; an error if it is missing."""
        value = self.get(*keys)
        if value is None:
            raise self.error("rule_key_missing", *keys)
        return value

    def only(self, allowed: Iterable[str]) -> None:
        """Refuse keys that the file may not have."""
        for key in self.data:
            if key not in allowed:
                raise self.error("rule_key_unknown", str(key), allowed=", ".join(sorted(allowed)))

    def word(self, allowed: Iterable[str], *keys: str | int, default: str | None = None) -> str:
        """A value that must be one of the allowed words."""
        value = self.get(*keys) if default is not None else self.need(*keys)
        if value is None and default is not None:
            return default
        if value not in allowed:
            raise self.error("rule_word_unknown", *keys, value=str(value), allowed=", ".join(allowed))
        return str(value)

    def words(self, *keys: str | int) -> tuple[str, ...]:
        """A list of words; empty if it is missing."""
        value = self.get(*keys) or []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error("rule_list_of_words", *keys)
        return tuple(value)

    def conditions(self, known: Iterable[str], *keys: str | int) -> tuple[Condition, ...]:
        """Conditions ``name`` or ``name@region``."""
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
        """A text in ru, ky and en."""
        value = self.need(*keys)
        if not isinstance(value, dict) or not all(value.get(lang) for lang in ("ru", "ky", "en")):
            raise self.error("rule_text_languages", *keys)
        return {lang: str(value[lang]).strip() for lang in ("ru", "ky", "en")}

    def patterns(self, *keys: str | int, optional: bool = False) -> dict[Lang, tuple[Sequence, ...]]:
        """Patterns per language under a key; an error if there are none, unless they are optional."""
        if not optional:
            self.need(*keys)
        found: dict[Lang, tuple[Sequence, ...]] = {}
        for lang in LANGS:
            parsed = []
            for index, pattern in enumerate(self.words(*keys, lang)):
                try:
                    parsed.append(parse(pattern))
                except NotationError as problem:
                    raise self.error(
                        "rule_pattern_wrong", *keys, lang, index, problem=str(problem)
                    ) from problem
            if parsed:
                found[lang] = tuple(parsed)
        if not found and not optional:
            raise self.error("rule_no_patterns", *keys)
        return found

    def rewordings(self) -> dict[Lang, str]:
        """Templates of ``reword`` per language, tried out."""
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

    def examples(self, *keys: str | int) -> tuple[Example, ...]:
        """Examples under a key, ``examples`` of the file itself if none is given."""
        at = keys or ("examples",)
        found: list[Example] = []
        for lang in LANGS:
            for verdict in self.get(*at, lang) or {}:
                if verdict not in ("flag", "pass", "todo"):
                    raise self.error(
                        "rule_word_unknown", *at, lang, verdict, value=verdict, allowed="flag, pass, todo"
                    )
                found += [read_example(lang, verdict, text) for text in self.words(*at, lang, verdict)]
        return tuple(found)
