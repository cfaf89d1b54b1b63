"""The report as JSON, format ``corruptex/report/1`` (``report.schema.json`` beside this module)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources
from typing import Any

from corruptex.conclusion.changes import target
from corruptex.conclusion.remarks import file_name, languages, shown
from corruptex.conclusion.sheets import OPEN, reference_counts
from corruptex.conclusion.verdict import Verdict, judge
from corruptex.messages import LANGUAGES, tell
from corruptex.methodology import Methodology
from corruptex.model import (
    Actor,
    Amendment,
    Delegation,
    Element,
    Finding,
    Notice,
    Procedure,
    Reference,
    Report,
    Severity,
    Span,
    Texts,
)
from corruptex.structure import cite, path

SCHEMA = "corruptex/report/1"

_SURROGATES = re.compile("[\ud800-\udfff]")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a report."""
    text = resources.files("corruptex.conclusion").joinpath("report.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def render(reports: Sequence[Report], methodology: Methodology, least: Severity = "low") -> str:
    """Write reports as JSON: one report is an object, several are an array of them.

    The same reports always give the same bytes: keys stand in a fixed order and nothing depends on
    the clock.

    Args:
        reports: Reports to write.
        methodology: The methodology they were made with.
        least: Lowest severity of the findings to write; the verdict always counts all of them.
    """
    values = [as_values(report, methodology, least) for report in reports]
    text = json.dumps(values[0] if len(values) == 1 else values, ensure_ascii=False, indent=2)
    # A half of a surrogate pair cannot be written in UTF-8; JSON can still spell it.
    return _SURROGATES.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def as_values(report: Report, methodology: Methodology, least: Severity = "low") -> dict[str, Any]:
    """Return a report as plain values in the order they are written."""
    act = report.act
    return {
        "schema": SCHEMA,
        "versions": {"tool": report.tool_version, "methodology": report.methodology_version},
        "act": {
            "title": act.title,
            "kind": act.kind,
            "date": act.date,
            "number": act.number,
            "languages": list(languages(report)),
            "file": file_name(report),
            "format": act.source.format if act.source else "txt",
            "hash": f"sha256:{sha256(report)}",
            "units": len(act.units),
        },
        "profile": report.profile,
        "findings": [_finding(report, finding, methodology) for finding in shown(report, least)],
        "procedures": [_procedure(report, procedure, methodology) for procedure in report.procedures],
        "delegations": [_delegation(report, delegation) for delegation in report.delegations],
        "references": {
            "counts": dict(reference_counts(report)),
            "open": [_reference(report, cited) for cited in report.references if cited.status in OPEN],
        },
        "amendments": [_amendment(report, amendment) for amendment in report.amendments],
        "removed": [_removed(report, finding, methodology) for finding in report.removed],
        "own": [_own(report, finding, methodology) for finding in report.own],
        "coverage": {
            "norms": report.norms_checked,
            "factors": list(report.factors_checked),
            "person": list(report.factors_for_person),
        },
        "verdict": _verdict(judge([report])),
        "warnings": [_warning(notice) for notice in report.notices],
    }


def _amendment(report: Report, amendment: Amendment) -> dict[str, Any]:
    return {
        "command": amendment.command,
        "act": amendment.act,
        "unit": {
            "path": [{"kind": kind, "number": number} for kind, number in amendment.steps],
            "cite": {"ru": target(report, amendment, "ru"), "ky": target(report, amendment, "ky")},
        },
        "old": amendment.old,
        "new": amendment.new,
        "start": amendment.start,
        "end": amendment.end,
        "applied": amendment.applied,
    }


def _removed(report: Report, finding: Finding, methodology: Methodology) -> dict[str, Any]:
    """A finding of the act before; its places count in the text of that act."""
    assert report.base is not None
    return _finding(replace(report, act=report.base), finding, methodology)


def _own(report: Report, finding: Finding, methodology: Methodology) -> dict[str, Any]:
    """A finding of the amending act itself; its places count in the text of that act."""
    assert report.amending is not None
    return _finding(replace(report, act=report.amending), finding, methodology)


def sha256(report: Report) -> str:
    """Hash of the file an act was read from; of its text in UTF-8 if there was no file."""
    if report.act.source:
        return report.act.source.sha256
    return hashlib.sha256(report.act.text.encode("utf-8", "surrogatepass")).hexdigest()


def _finding(report: Report, finding: Finding, methodology: Methodology) -> dict[str, Any]:
    act = report.act
    return {
        "id": finding.id,
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "factor": methodology.factors[finding.code].id,
        "official_point": methodology.official_point(finding.code),
        "also": list(finding.also),
        "severity": finding.severity,
        "confidence": round(finding.confidence, 4),
        "lang": finding.lang,
        "unit": {
            "path": [{"kind": kind, "number": number} for kind, number in path(act, finding.unit)],
            "cite": _cite(report, finding.unit),
        },
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote,
        "actor": _actor(finding.actor),
        "effect": finding.effect,
        "why": _texts(finding.why),
        "scheme": _texts(finding.scheme),
        "fix": _texts(finding.fix),
        "rewording": finding.rewording,
        "cures_checked": [
            {"kind": cure.kind, "scope": cure.scope, "found": cure.found, **_place(cure.span)}
            for cure in finding.cures
        ],
        "rule": finding.rule,
        "change": finding.change,
        "evidence": _evidence(report, finding),
    }


def _evidence(report: Report, finding: Finding) -> list[dict[str, Any]]:
    """Places in the act that a finding rests on, with their words."""
    places = [("norm", Span(finding.start, finding.end)), ("actor", finding.actor.span)]
    places += [("cure", cure.span) for cure in finding.cures]
    return [
        {"role": role, **_place(span), "text": report.act.text[span.start : span.end]}
        for role, span in places
        if span is not None
    ]


def _procedure(report: Report, procedure: Procedure, methodology: Methodology) -> dict[str, Any]:
    return {
        "id": procedure.id,
        "type": procedure.type,
        "name": _texts(methodology.procedures.types[procedure.type].name),
        "cite": _cite(report, procedure.unit),
        "start": procedure.start,
        "end": procedure.end,
        "quote": report.act.text[procedure.start : procedure.end],
        "norms": [_cite(report, unit) for unit in procedure.units],
        "actor": _actor(procedure.actor),
        "assessable": procedure.assessable,
        "elements": [_element(report, element, methodology) for element in procedure.elements],
    }


def _element(report: Report, element: Element, methodology: Methodology) -> dict[str, Any]:
    span = element.span
    return {
        "id": element.id,
        "name": _texts(methodology.procedures.elements[element.id].name),
        "required": element.required,
        "status": element.status,
        "scope": element.scope,
        "cite": None if element.unit is None else _cite(report, element.unit),
        **_place(span),
        "quote": report.act.text[span.start : span.end] if span else "",
    }


def _delegation(report: Report, delegation: Delegation) -> dict[str, Any]:
    return {
        "cite": _cite(report, delegation.unit),
        "start": delegation.start,
        "end": delegation.end,
        "quote": report.act.text[delegation.start : delegation.end],
        "subject": delegation.subject,
        "kind": delegation.kind,
        "delegate": _actor(delegation.delegate),
        "itself": delegation.itself,
    }


def _reference(report: Report, reference: Reference) -> dict[str, Any]:
    return {
        "cite": _cite(report, reference.unit),
        "start": reference.start,
        "end": reference.end,
        "quote": report.act.text[reference.start : reference.end],
        "steps": [{"kind": kind, "number": number} for kind, number in reference.steps],
        "act": reference.act,
        "status": reference.status,
    }


def _cite(report: Report, unit: int) -> dict[str, str]:
    return {"ru": cite(report.act, unit, "ru"), "ky": cite(report.act, unit, "ky")}


def _actor(actor: Actor) -> dict[str, Any]:
    return {"kind": actor.kind, "text": actor.text, "scope": actor.scope, **_place(actor.span)}


def _place(span: Span | None) -> dict[str, int | None]:
    return {"start": span.start if span else None, "end": span.end if span else None}


def _texts(texts: Texts) -> dict[str, str]:
    return {lang: texts[lang] for lang in LANGUAGES}


def _verdict(verdict: Verdict) -> dict[str, Any]:
    return {"case": verdict.case, "risk": verdict.risk, "stage": verdict.stage, "count": verdict.count}


def _warning(notice: Notice) -> dict[str, Any]:
    return {
        "code": notice.code,
        "values": dict(notice.values),
        "text": {lang: tell(notice, lang) for lang in LANGUAGES},
    }
