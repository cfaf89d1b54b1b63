"""The values that flow down the river: Source, Act, Unit, Factor, Finding, Report.

Everything here is frozen and has no behaviour beyond itself. Offsets are counted in characters
(code points) of ``Act.text`` and are half-open: ``text[start:end]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["ru", "ky"]
"""Language of a legal text: Russian or Kyrgyz."""

MessageLang = Literal["ru", "ky", "en"]
"""Language of what the tool says to a person."""

Severity = Literal["low", "medium", "high", "critical"]
SEVERITIES: tuple[Severity, ...] = ("low", "medium", "high", "critical")

Level = Literal["norm", "article", "document", "cross"]

Texts = Mapping[str, str]
"""One message in several languages: ``{"ru": …, "ky": …, "en": …}``."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text, half-open, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know about a file or an act, without stopping the work.

    Attributes:
        code: Key of a message in ``corruptex/messages``.
        values: What fills the placeholders of that message.
    """

    code: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of ``Source.text`` stands in the file it came from.

    Attributes:
        start: First character in ``Source.text``.
        end: Character after the last one.
        kind: What holds the text in the file.
        index: Position in the file, outermost first, counted from 0: ``(paragraph,)`` of the body,
            ``(table, row, column, paragraph)`` of a cell, ``(page,)`` of a PDF.
    """

    start: int
    end: int
    kind: Literal["paragraph", "cell", "footnote", "endnote", "textbox", "page", "line"]
    index: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file after reading: its text, and the way back to the file.

    Attributes:
        text: The whole text, one paragraph per line, lines ended by a line feed. For a plain-text
            file it is the decoded file unchanged (old Kyrgyz fonts are repaired letter for letter,
            so offsets stay the file's own).
        name: File name without folders, or ``"text"``.
        format: Kind of the file as its content shows: docx, doc, mht, rtf, odt, pdf, html, txt.
        sha256: Hash of the file's bytes, hexadecimal.
        places: Stretches of ``text`` with their places in the file, in order, not overlapping.
        original: The text before letters were repaired; same length as ``text``. ``None`` if
            nothing was repaired.
        notices: What the reader noticed: repaired font, missing letters, garbled text layer, ….
    """

    text: str
    name: str
    format: str
    sha256: str
    places: tuple[Place, ...] = ()
    original: str | None = None
    notices: tuple[Notice, ...] = ()


UnitKind = Literal[
    "title",  # lines before the preamble: body, kind, name, date and number of the act
    "preamble",
    "book",  # ОБЩАЯ ЧАСТЬ / ЖАЛПЫ БӨЛҮК
    "section",  # раздел / бөлүм
    "chapter",  # глава / глава, бап
    "article",  # статья / берене
    "part",  # часть / бөлүк (numbered paragraph of an article, new style)
    "point",  # пункт / пункт
    "subpoint",  # подпункт / пунктча
    "dash",  # item opened by a dash
    "paragraph",  # абзац: unnumbered paragraph
    "heading",  # a heading without a number
    "annex",  # приложение / тиркеме
    "note",  # editorial note: metadata, not a norm
    "contents",  # line of a table of contents
    "signature",
    "cell",  # text of a table
]

Style = Literal["article_part", "article_point", "article_paragraph", "point", "plain"]
"""How the act cites itself: статья-часть-пункт-подпункт (new codes), статья-пункт-подпункт (old laws),
статья-абзац (parts without numbers), пункт-подпункт (by-laws), or nothing numbered at all."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One structural unit of an act: a line or a few lines that belong together.

    The own texts of all units, in order, are a partition of ``Act.text``: nothing is lost.

    Attributes:
        index: Place in ``Act.units``.
        kind: What the unit is.
        number: Number or letter in one notation, e.g. ``"12-1"``, ``"а"``, ``"IV"``; ``None`` if none.
        start: First character of the unit's own text.
        end: Character after its own text (trailing white space included).
        body: First character after the marker («1)», «Статья 5.»): where the words begin.
        parent: Index of the unit that holds this one; ``None`` at the top.
        last: Index of the last unit inside this one; equal to ``index`` when it holds none.
        lang: Language of the unit's own text.
    """

    index: int
    kind: UnitKind
    number: str | None
    start: int
    end: int
    body: int
    parent: int | None
    last: int
    lang: Lang


ActKind = Literal[
    "constitution",
    "constitutional_law",
    "code",
    "law",
    "decree",
    "parliament_resolution",
    "cabinet_resolution",
    "order",
    "local_resolution",
    "regulation",  # положение, правила, порядок, инструкция, устав adopted by another act
    "court_act",
    "note",  # explanatory note
    "other",
]


@dataclass(frozen=True, slots=True)
class Act:
    """A legal act as a tree of units over one text.

    Attributes:
        text: The text all offsets count in.
        units: All units in the order of the text.
        title: Name of the act as printed, one line; empty if none was recognised.
        kind: Kind of act.
        style: How the act cites its own units.
        date: Date as ISO ``YYYY-MM-DD``; ``None`` if not stated.
        number: Number as printed, without «№»; ``None`` if not stated.
        body: The body that adopted it, as printed; ``None`` if not stated.
        lang: Language of most of the text.
        amends: Whether the act amends other acts.
        source: The file it was read from; ``None`` for text given directly.
    """

    text: str
    units: tuple[Unit, ...]
    title: str
    kind: ActKind
    style: Style
    date: str | None
    number: str | None
    body: str | None
    lang: Lang
    amends: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Factor:
    """A corruption-generating factor of the methodology.

    Attributes:
        code: Short stable code, e.g. ``"D2"``.
        id: Long stable id, e.g. ``"discretion.may_formula"``.
        group: First letter of the code.
        level: Where it shows: in a norm, an article, the whole document, or across documents.
        severity: Base severity, before context.
        name: Name (ru, ky, en).
        definition: Definition (ru, ky, en).
        question: The question an expert asks of every norm (ru, ky, en).
        scheme: What an official could sell or extort, in the conditional (ru, ky, en).
        fix: General way of repair (ru, ky, en).
        automated: Whether this version looks for the factor by itself.
    """

    code: str
    id: str
    group: str
    level: Level
    severity: Severity
    name: Texts
    definition: Texts
    question: Texts
    scheme: Texts
    fix: Texts
    automated: bool


@dataclass(frozen=True, slots=True)
class Actor:
    """Who holds the power in a norm.

    Attributes:
        kind: Role of the holder.
        text: The words that name the holder; empty if nobody is named.
        span: Their place in the act; ``None`` if nobody is named.
        scope: How far from the norm the holder was found.
    """

    kind: Literal["public", "court", "citizen", "private", "none"]
    text: str = ""
    span: Span | None = None
    scope: Literal["clause", "unit", "head", "article", "act", "nowhere"] = "nowhere"


@dataclass(frozen=True, slots=True)
class Cure:
    """One thing that would have cured the norm, and whether it was found.

    Attributes:
        kind: What was looked for, e.g. ``"closed_list"``, ``"deadline"``, ``"named_act"``.
        scope: Widest scope searched, or where it was found.
        found: Whether it was found.
        span: Its place, if found.
    """

    kind: str
    scope: Literal["clause", "unit", "article", "act"]
    found: bool
    span: Span | None = None


ReferenceStatus = Literal[
    "resolved",  # the cited unit or act was found
    "missing",  # the act has no such unit
    "repealed",  # the cited unit or act has lost force
    "circular",  # the cited norm only sends back
    "unnamed",  # „in the established order“: no act or unit is named
    "external",  # another act is cited and no register was there to look it up
    "unknown",  # a register was there, and it does not hold the act
    "unchecked",  # the text is an excerpt, so nothing can be said
]


@dataclass(frozen=True, slots=True)
class Reference:
    """What a norm refers to.

    Attributes:
        unit: Index of the unit in which the reference stands.
        start: First character of the words of the reference.
        end: Character after them.
        steps: Cited unit, the largest step first, as ``structure.path`` gives it; empty if a whole act
            or nothing certain is cited.
        act: The cited act as printed; empty if it is this act.
        target: Index of the cited unit in this act; ``None`` if it is none of this act or not found.
        status: What came of looking it up.
    """

    unit: int
    start: int
    end: int
    steps: tuple[tuple[str, str], ...]
    act: str
    target: int | None
    status: ReferenceStatus


@dataclass(frozen=True, slots=True)
class Delegation:
    """What an act hands over to somebody to settle: a procedure, a list, a rate, a form.

    Attributes:
        unit: Index of the unit.
        start: First character of the words that hand over.
        end: Character after them.
        subject: What is handed over, as printed: „порядок выдачи разрешений“.
        kind: Whether it touches rights and duties of persons or is technical.
        delegate: Who settles it; ``none`` if nobody is named.
        itself: Whether the body that settles it is the one that applies it (self-delegation).
    """

    unit: int
    start: int
    end: int
    subject: str
    kind: Literal["rights", "technical", "other"]
    delegate: Actor
    itself: bool


ElementStatus = Literal["present", "elsewhere", "missing", "not_assessable"]
"""In the norms of the procedure; in a named act or a background law; nowhere; the text is an excerpt."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element that a procedure of a type must have, and where it was found.

    Attributes:
        id: Element of the methodology, section 3.2: ``"E07"``.
        required: Whether the methodology requires it of this type; else it is recommended.
        status: What came of looking for it.
        scope: Where it was found, from near to far; empty if nowhere.
        unit: Index of the unit where it was found.
        span: Its words.
    """

    id: str
    required: bool
    status: ElementStatus
    scope: Literal["", "unit", "article", "cited", "chapter", "annex", "act", "named_act", "background"] = ""
    unit: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure that an act creates, gathered over its articles and annexes.

    Attributes:
        id: Number within the report: ``"PR1"``.
        type: Trigger type of the methodology, section 3.1: ``"T2"``.
        unit: Index of the unit that creates it.
        start: First character of the words that show it.
        end: Character after them.
        units: Indexes of the articles (or top points) its norms were gathered from, ascending.
        actor: Who decides.
        elements: Elements in the order of the catalogue; those not applicable to the type are left out.
        assessable: Whether absence can be judged: not in amending acts and excerpts.
    """

    id: str
    type: str
    unit: int
    start: int
    end: int
    units: tuple[int, ...]
    actor: Actor
    elements: tuple[Element, ...]
    assessable: bool


AmendmentCommand = Literal[
    "restate",  # изложить в следующей редакции / төмөнкүдөй редакцияда баяндалсын
    "add",  # дополнить частью 3 следующего содержания / 3-бөлүк менен толукталсын
    "replace_words",  # слова … заменить словами … / деген сөздөр … деген сөздөргө алмаштырылсын
    "add_words",  # после слов … дополнить словами … / деген сөздөрдөн кийин … менен толукталсын
    "delete_words",  # слова … исключить / деген сөздөр алып салынсын
    "repeal",  # признать утратившим силу, исключить / күчүн жоготту деп табылсын
    "renumber",  # считать соответственно / деп эсептелсин
]


@dataclass(frozen=True, slots=True)
class Amendment:
    """One command of an amending act, or one changed row of a comparative table.

    Attributes:
        unit: Index of the unit in which the command stands.
        start: First character of the command's words (of the new wording in a table).
        end: Character after them.
        command: What is to be done.
        act: The amended act as printed; empty if it is not named.
        steps: The unit it touches in the amended act, the largest step first; for ``add`` the unit that
            is added, its number empty if it is not given. Empty for the whole act.
        old: Words that are replaced or deleted, or beside which words are added; the old text of a row, or
            of the whole unit if a command was applied to it that names no words.
        new: Words that take their place or are added; for ``restate`` and ``add`` the new wording.
        wording: Place of the new words in the text, without the quotation marks; ``None`` if there are none.
        position: Where new words stand, seen from the old ones.
        applied: Whether it could be applied to the base act; ``None`` if there was none.
    """

    unit: int
    start: int
    end: int
    command: AmendmentCommand
    act: str
    steps: tuple[tuple[str, str], ...]
    old: str = ""
    new: str = ""
    wording: Span | None = None
    position: Literal["", "after", "before"] = ""
    applied: bool | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark on one norm that an expert may sign or reject.

    Attributes:
        id: Number within the report, ``"F1"``, ``"F2"``, ….
        fingerprint: Hash that stays the same when text around the norm moves.
        code: Code of the root factor.
        also: Codes of secondary factors of the same norm.
        severity: How bad, after context.
        confidence: Estimated probability that an expert would sign it, 0 to 1.
        lang: Language of the norm.
        unit: Index of the unit in ``Act.units``.
        start: First character of the reported words.
        end: Character after them.
        quote: ``act.text[start:end]``.
        actor: Who holds the power.
        effect: What the power touches; ``"external"`` reaches a person outside the body.
        why: Why it is a factor, in ru, ky and en.
        scheme: What it makes possible, in ru, ky and en, in the conditional.
        fix: How to repair it, in ru, ky and en.
        cures: Cures that were looked for.
        rule: Id of the rule that raised it.
        rewording: Proposed text of the norm, in the norm's language; empty if none can be built.
        change: What an amendment did to it: the amended act has it and the old one had not, both had it,
            only the old one had it; empty if no base act was given.
    """

    id: str
    fingerprint: str
    code: str
    also: tuple[str, ...]
    severity: Severity
    confidence: float
    lang: Lang
    unit: int
    start: int
    end: int
    quote: str
    actor: Actor
    effect: Literal["external", "internal", "unknown"]
    why: Texts
    scheme: Texts
    fix: Texts
    cures: tuple[Cure, ...]
    rule: str
    rewording: str = ""
    change: Literal["", "new", "old", "removed"] = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the tool says about one act.

    Attributes:
        act: The act that was checked.
        profile: Domain profile that was applied.
        findings: Findings in the order of the text.
        notices: What a person should know: reading, structure, limits.
        methodology_version: Version of the methodology (rules and factors).
        tool_version: Version of the program.
        norms_checked: How many units were examined.
        factors_checked: Codes of the factors that were looked for.
        factors_for_person: Codes that only a person can examine.
        references: References of the act, in the order of the text.
        delegations: What the act hands over and to whom, in the order of the text.
        procedures: Procedures the act creates, each with its sheet of elements.
        amendments: Commands of an amending act, or changed rows of a comparative table, in their order.
            If they were applied to a base act, their places count in the text of ``amending``.
        amending: The amending act, if ``act`` is the base act with its amendments applied.
        base: The base act before the amendments.
        removed: Findings of the base act that the amendments remove; their places count in ``base``.
            They are shown, and count neither in the verdict nor in the exit code.
        own: Findings in norms of the amending act that are not put into the base act, such as its own entry
            into force; their places count in ``amending``. They are shown and count in the verdict.
    """

    act: Act
    profile: str
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    methodology_version: str
    tool_version: str
    norms_checked: int
    factors_checked: tuple[str, ...]
    factors_for_person: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    amending: Act | None = None
    base: Act | None = None
    removed: tuple[Finding, ...] = ()
    own: tuple[Finding, ...] = ()
