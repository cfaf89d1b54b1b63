"""A finding put into the words of one language: what the text, Markdown and Word views all show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corruptex.conclusion.excerpt import Excerpt, clean, excerpt
from corruptex.messages import catalogue, say, tell
from corruptex.methodology import Methodology
from corruptex.model import SEVERITIES, Act, Cure, Finding, Lang, MessageLang, Report, Severity
from corruptex.structure import cite

_PAPERS = tuple(f"papers_read_{kind}" for kind in ("note", "discussion", "table", "impact"))
"""Notices on papers that were recognised."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding in the words of one language. All texts are safe to show (see ``clean``).

    Attributes:
        finding: The finding itself.
        citation: The unit in the act's own style of citing.
        severity: Word for the severity.
        factor: Name of the factor.
        point: Point of the official methodology in words, e.g. «п. 3б»; empty if there is none.
        also: Code and name of the secondary factors.
        excerpt: The quoted norm.
        holder: Who holds the power, in words; empty for a remark on the act as such, on its title.
        why: Why it is a factor.
        scheme: What it makes possible.
        fix: How to repair it.
        fix_in_act: The same in the language of the norm; empty if that is the language of the remark.
        rewording: Proposed text of the norm, in its own language; empty if none can be built.
        missing: Cures looked for and not found.
        found: Cures found, though not enough.
    """

    finding: Finding
    citation: str
    severity: str
    factor: str
    point: str
    also: tuple[str, ...]
    excerpt: Excerpt
    holder: str
    why: str
    scheme: str
    fix: str
    fix_in_act: str
    rewording: str
    missing: tuple[str, ...]
    found: tuple[str, ...]


def shown(report: Report, least: Severity = "low") -> tuple[Finding, ...]:
    """Return the findings at or above a severity."""
    rank = SEVERITIES.index(least)
    return tuple(finding for finding in report.findings if SEVERITIES.index(finding.severity) >= rank)


def remarks(
    report: Report, methodology: Methodology, lang: MessageLang, least: Severity = "low"
) -> tuple[Remark, ...]:
    """Put the findings of a report into words.

    Args:
        report: The report.
        methodology: The methodology whose factors and contexts the report names.
        lang: Language of the words; quotes stay in the language of the act.
        least: Lowest severity to show.
    """
    return tuple(_remark(report.act, finding, methodology, lang) for finding in shown(report, least))


def _remark(act: Act, finding: Finding, methodology: Methodology, lang: MessageLang) -> Remark:
    point = methodology.official_point(finding.code)
    return Remark(
        finding=finding,
        citation=citation(act, finding.unit, lang),
        severity=say(f"conclusion_severity_{finding.severity}", lang),
        factor=methodology.factors[finding.code].name[lang],
        point=say("conclusion_point", lang, point=point) if point else "",
        also=tuple(f"{code} {methodology.factors[code].name[lang]}" for code in finding.also),
        excerpt=excerpt(act, finding),
        holder="" if act.units[finding.unit].kind == "title" else _holder(finding, lang),
        why=clean(finding.why[lang]),
        scheme=clean(finding.scheme[lang]),
        fix=clean(finding.fix[lang]),
        fix_in_act=clean(finding.fix[finding.lang]) if finding.lang != lang else "",
        rewording=clean(finding.rewording),
        missing=tuple(_cure(cure, methodology, lang) for cure in finding.cures if not cure.found),
        found=tuple(_cure(cure, methodology, lang) for cure in finding.cures if cure.found),
    )


def citation(act: Act, unit: int, lang: MessageLang) -> str:
    """Cite a unit; English messages cite in the language of the act."""
    language: Lang = act.lang if lang == "en" else lang
    return clean(cite(act, unit, language)) or say("conclusion_whole_act", lang)


def _holder(finding: Finding, lang: MessageLang) -> str:
    actor = finding.actor
    kind = say(f"conclusion_actor_{actor.kind}", lang)
    words = say("conclusion_actor_named", lang, text=clean(actor.text), kind=kind) if actor.text else kind
    if finding.effect == "unknown":
        return words
    return f"{words}; {say(f'conclusion_effect_{finding.effect}', lang)}"


def _cure(cure: Cure, methodology: Methodology, lang: MessageLang) -> str:
    """Name a cure and where it was looked for.

    The words come from the element of procedures or the context of that name in the methodology;
    structural cures have theirs in the messages.
    """
    own = f"conclusion_cure_{cure.kind}"
    element = methodology.procedures.elements.get(cure.kind.removeprefix("procedure_"))
    if element is not None:
        name = element.name[lang]
        kind = name[:1].lower() + name[1:]
    elif cure.kind in methodology.contexts:
        kind = methodology.contexts[cure.kind].what[lang]
    else:
        kind = say(own, lang) if own in catalogue() else cure.kind.replace("_", " ")
    return say("conclusion_cure", lang, kind=clean(kind), scope=say(f"conclusion_scope_{cure.scope}", lang))


def title(report: Report, lang: MessageLang) -> str:
    """Title of the act, or words that say it has none."""
    return clean(report.act.title) or say("conclusion_untitled", lang)


def file_name(report: Report) -> str:
    """Name of the file the act was read from; ``"text"`` for text given directly."""
    return clean(report.act.source.name) if report.act.source else "text"


def notices(report: Report, lang: MessageLang) -> tuple[str, ...]:
    """What a person should know about the file and the act, in words."""
    own = () if report.amending is None else (_own(report.amending, finding, lang) for finding in report.own)
    return (*(clean(tell(notice, lang)) for notice in report.notices), *own)


def papers(reports: Iterable[Report], lang: MessageLang) -> tuple[str, ...]:
    """Accompanying papers that were read with the acts: what each is, and its file."""
    told = {
        say(f"conclusion_{notice.code}", lang, name=clean(str(notice.values["name"])))
        for report in reports
        for notice in report.notices
        if notice.code in _PAPERS
    }
    return tuple(sorted(told))


def _own(amending: Act, finding: Finding, lang: MessageLang) -> str:
    """A finding in a norm of the amending act itself, which does not stand in the text that is shown."""
    return say(
        "own_norm",
        lang,
        place=citation(amending, finding.unit, lang),
        code=finding.code,
        severity=say(f"conclusion_severity_{finding.severity}", lang),
        quote=clean(finding.quote),
        why=clean(finding.why[lang]),
        fix=clean(finding.fix[lang]),
    )


def counts(report: Report, lang: MessageLang, least: Severity = "low") -> str:
    """Sentence that counts the findings by severity, and those that are not shown."""
    all_severities = [finding.severity for finding in (*report.findings, *report.own)]
    numbers = {severity: all_severities.count(severity) for severity in SEVERITIES}
    sentence = say("conclusion_counts", lang, total=len(all_severities), **numbers)
    hidden = len(report.findings) - len(shown(report, least))
    return f"{sentence} {say('conclusion_hidden', lang, hidden=hidden)}" if hidden else sentence


def languages(report: Report) -> tuple[Lang, ...]:
    """Languages of an act, the main one first: those that hold at least a twentieth of the text."""
    lengths: dict[Lang, int] = {"ru": 0, "ky": 0}
    for unit in report.act.units:
        lengths[unit.lang] += unit.end - unit.start
    least = sum(lengths.values()) / 20
    main = report.act.lang
    return (main, *(lang for lang in lengths if lang != main and lengths[lang] > least))
