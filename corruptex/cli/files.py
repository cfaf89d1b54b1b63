"""Files in, reports out: what ``check`` and ``conclusion`` share."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from corruptex.cli.console import Progress, complain
from corruptex.messages import CorruptexError, say, tell
from corruptex.model import MessageLang, Report, Source

if TYPE_CHECKING:
    from corruptex.register import Register

STANDARD_INPUT = "-"
JSON_LINES = (".jsonl", ".jsonl.xz")

WORD = ".docx"
FOREIGN = (".docx", ".doc", ".odt", ".rtf", ".pdf")
"""Endings of files that a program other than a text editor opens."""


def expand(names: Sequence[str]) -> list[str]:
    """Replace names with wildcards by the files they stand for; the Windows shell does not.

    A name that exists as it is, or that matches nothing, stays.
    """
    expanded: list[str] = []
    for name in names:
        matches = sorted(glob.glob(name)) if not Path(name).exists() else []
        expanded += matches or [name]
    return expanded


def check_all(
    names: Sequence[str],
    lang: MessageLang,
    *,
    profile: str,
    ocr: bool,
    quiet: bool,
    papers: Sequence[Source] = (),
    register: Register | None = None,
    base: Source | None = None,
) -> tuple[list[Report], bool]:
    """Check files one after another; one that cannot be read does not stop the others.

    Args:
        names: Files; ``-`` is the standard input.
        lang: Language of errors and progress.
        profile: Domain profile.
        ocr: Whether to recognise scans.
        quiet: Whether to show no progress.
        papers: Accompanying papers of the draft, already read (``read_papers``).
        register: Register in which named acts are looked up; ``None`` if none was given.
        base: The act that an amending act amends, already read (``read_base``).

    Returns:
        The reports, and whether every file could be read and held a norm.

    Raises:
        CorruptexError: If a base is given with several files.
    """
    reports: list[Report] = []
    complaints: list[str] = []
    files = expand(names)
    if base is not None and len(files) > 1:
        raise CorruptexError("base_one_file")
    with Progress().running(not quiet) as progress:
        for number, name in enumerate(files, 1):
            progress.tell(say("cli_checking", lang, name=Path(name).name, number=number, total=len(files)))
            try:
                report = _check(name, profile, ocr, papers, register, base)
                reports.append(report)
                if not report.norms_checked:
                    complaints.append(say("cli_no_norms", lang, name=name))
            except CorruptexError as error:
                text = error.say(lang)
                complaints.append(text if "name" in error.values else f"{name}: {text}")
    for complaint in complaints:
        complain(complaint)
    return reports, not complaints


def check_beside(
    names: Sequence[str],
    lang: MessageLang,
    *,
    profile: str,
    ocr: bool,
    quiet: bool,
    papers: Sequence[str] | None,
    register: Path | None,
    base: str | None,
) -> tuple[list[Report], bool]:
    """Check files with what lies beside them: papers, a register and the act they amend.

    Args:
        names: Files; ``-`` is the standard input.
        lang: Language of errors and progress.
        profile: Domain profile.
        ocr: Whether to recognise scans.
        quiet: Whether to show no progress.
        papers: Names of accompanying papers.
        register: File of a register.
        base: Name of the act that is amended.

    Returns:
        As ``check_all``.

    Raises:
        CorruptexError: If something beside the files cannot be read.
    """
    beside = read_papers(papers, ocr=ocr)
    before = read_base(base, ocr=ocr)
    with opened_register(register) as held:
        reports, all_read = check_all(
            names, lang, profile=profile, ocr=ocr, quiet=quiet, papers=beside, register=held, base=before
        )
    warn_of_unknown_papers(reports, lang)
    return reports, all_read


def _check(  # noqa: PLR0917
    name: str,
    profile: str,
    ocr: bool,
    papers: Sequence[Source],
    register: Register | None,
    base: Source | None,
) -> Report:
    from corruptex import check  # noqa: PLC0415  # heavy: reading, detection

    if name.lower().endswith(JSON_LINES):
        raise CorruptexError("cli_json_lines", name=name)
    if name != STANDARD_INPUT:
        return check(Path(name), profile=profile, ocr=ocr, papers=papers, register=register, base=base)
    from corruptex.reading import Limits, read_bytes  # noqa: PLC0415

    # One byte over the limit is enough for the reader to refuse the whole.
    data = sys.stdin.buffer.read(Limits().size + 1)
    if not data.strip():
        raise CorruptexError("cli_input_empty")
    source = read_bytes(data, "stdin", ocr=ocr)
    return check(source, profile=profile, papers=papers, register=register, base=base)


@contextmanager
def opened_register(path: Path | None) -> Iterator[Register | None]:
    """Open a register while the block runs; ``None`` if none was named.

    Raises:
        CorruptexError: If it cannot be opened; the message names it and the cure.
    """
    if path is None:
        yield None
        return
    from corruptex.register import Register  # noqa: PLC0415  # not needed for --help

    with Register.open(path) as register:
        yield register


def read_papers(names: Sequence[str] | None, *, ocr: bool) -> tuple[Source, ...]:
    """Read the accompanying papers of a draft.

    A paper that cannot be read stops the work: without it the draft would be judged as if it had none.

    Args:
        names: Files; ``None`` if none were given.
        ocr: Whether to recognise scans.

    Raises:
        CorruptexError: If a file cannot be read; the message names it and the cure.
    """
    if not names:
        return ()
    from corruptex.reading import read  # noqa: PLC0415  # readers are heavy to import

    return tuple(read(Path(name), ocr=ocr) for name in expand(names))


def warn_of_unknown_papers(reports: Sequence[Report], lang: MessageLang) -> None:
    """Say on the error stream which papers were not recognised: without them the draft is judged anew."""
    unknown = {
        tell(notice, lang): None
        for report in reports
        for notice in report.notices
        if notice.code == "papers_read_unknown"
    }
    for line in unknown:
        complain(line)


def read_base(name: str | None, *, ocr: bool) -> Source | None:
    """Read the act that an amending act amends; ``None`` if none was given.

    Args:
        name: File.
        ocr: Whether to recognise a scan.

    Raises:
        CorruptexError: If the file cannot be read; the message names it and the cure.
    """
    if name is None:
        return None
    from corruptex.reading import read  # noqa: PLC0415  # readers are heavy to import

    return read(Path(name), ocr=ocr)


def guard_output(output: Path | None, names: Sequence[str]) -> None:
    """Refuse to write over a file that is being checked.

    Raises:
        CorruptexError: If the output is one of the inputs.
    """
    if output is None or not output.exists():
        return
    if any(Path(name).exists() and output.samefile(name) for name in expand(names)):
        raise CorruptexError("cli_output_is_input", name=str(output))


def guard_format(output: Path | None, *, is_word: bool) -> None:
    """Refuse to write one format under the name of another.

    Args:
        output: Where to write; ``None`` for the screen.
        is_word: Whether a Word file is to be written; otherwise it is text.

    Raises:
        CorruptexError: If the ending of the name belongs to another format.
    """
    ending = output.suffix.lower() if output is not None else ""
    if is_word and ending not in ("", WORD):
        raise CorruptexError("cli_output_not_word", name=str(output))
    if not is_word and ending in FOREIGN:
        raise CorruptexError("cli_output_not_text", name=str(output))


def write(content: str | bytes, output: Path | None, lang: MessageLang, quiet: bool) -> None:
    """Write a result to a file, or to the screen if there is no file.

    Raises:
        CorruptexError: If the file cannot be written.
    """
    if output is None:
        sys.stdout.write(content if isinstance(content, str) else content.decode())
        return
    try:
        output.write_bytes(content if isinstance(content, bytes) else content.encode())
    except OSError as error:
        raise _explained(error, output) from error
    if not quiet:
        complain(say("cli_saved", lang, name=str(output)))


def _explained(error: OSError, output: Path) -> CorruptexError:
    """An error of writing that a person can act on."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return CorruptexError("cli_no_such_folder", name=str(output.parent))
    if isinstance(error, IsADirectoryError) or output.is_dir():
        return CorruptexError("cli_output_is_folder", name=str(output))
    if isinstance(error, PermissionError):
        return CorruptexError("cli_output_forbidden", name=str(output))
    return CorruptexError("cli_output_trouble", name=str(output), problem=error.strerror or str(error))
