"""The languages report as JSON, format ``corruptex/languages/1``."""

from __future__ import annotations

import json
from typing import Any

from corruptex.bilingual.model import Comparison, Divergence, Side
from corruptex.conclusion.languages_remarks import shown
from corruptex.messages import LANGUAGES, say, tell
from corruptex.model import Act, Severity
from corruptex.structure import cite, path

SCHEMA = "corruptex/languages/1"


def render(comparison: Comparison, least: Severity = "low") -> str:
    """Write a comparison as JSON; the same comparison always gives the same bytes.

    Args:
        comparison: The comparison.
        least: Lowest severity of the divergences to write.
    """
    return json.dumps(as_values(comparison, least), ensure_ascii=False, indent=2) + "\n"


def as_values(comparison: Comparison, least: Severity = "low") -> dict[str, Any]:
    """The comparison as JSON values."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "corruptex", "version": comparison.tool_version},
        "methodology": comparison.methodology_version,
        "factor": "L6",
        "acts": {"ky": _act(comparison.ky), "ru": _act(comparison.ru)},
        "alignment": {
            "pairs": len(comparison.alignment.pairs),
            "ky_only": len(comparison.alignment.ky_only),
            "ru_only": len(comparison.alignment.ru_only),
        },
        "notices": [
            {"code": notice.code, **{lang: tell(notice, lang) for lang in LANGUAGES}}
            for notice in comparison.notices
        ],
        "divergences": [_divergence(comparison, item) for item in shown(comparison, least)],
    }


def _act(act: Act) -> dict[str, Any]:
    return {
        "file": act.source.name if act.source else "text",
        "sha256": act.source.sha256 if act.source else None,
        "title": act.title,
        "kind": act.kind,
        "lang": act.lang,
        "units": len(act.units),
    }


def _divergence(comparison: Comparison, item: Divergence) -> dict[str, Any]:
    return {
        "id": item.id,
        "code": "L6",
        "kind": item.kind,
        "severity": item.severity,
        "sure": item.sure,
        "freer": item.freer or None,
        "ky": _side(comparison.ky, item.ky),
        "ru": _side(comparison.ru, item.ru),
        "said": {version: dict(texts) for version, texts in item.said.items()},
        "why": {lang: say(f"languages_why_{item.kind}", lang) for lang in LANGUAGES},
        "fix": {lang: say(f"languages_fix_{item.kind}", lang) for lang in LANGUAGES},
    }


def _side(act: Act, side: Side) -> dict[str, Any]:
    cited = {"ru": "", "ky": ""}
    steps: list[list[str]] = []
    if side.unit is not None:
        cited = {"ru": cite(act, side.unit, "ru"), "ky": cite(act, side.unit, "ky")}
        steps = [list(step) for step in path(act, side.unit)]
    return {"path": steps, "cite": cited, "start": side.start, "end": side.end, "quote": side.quote}
