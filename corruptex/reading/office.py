"""LibreOffice as a converter: its own profile, no macros, no links followed."""

from __future__ import annotations

from pathlib import Path

from corruptex.reading.converters import program, run
from corruptex.reading.limits import Limits, RefusedError

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
 <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
 <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
 <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
 <item oor:path="/org.openoffice.Office.Writer/Content/Update">
  <prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def office_program() -> str | None:
    """Return the path of LibreOffice, ``None`` if it is not installed."""
    return program("soffice", "libreoffice", "soffice.com")


def convert(file: Path, kind: str, folder: Path, limits: Limits) -> bytes:
    """Convert a file with LibreOffice.

    Args:
        file: The file, inside ``folder``.
        kind: Wanted format, e.g. ``"docx"``.
        folder: Private folder for the profile and the result.
        limits: Time and memory of the conversion.

    Raises:
        RefusedError: If LibreOffice is missing, fails, or is over a limit.
    """
    office = office_program()
    if office is None:
        raise RefusedError("reading.no_doc_converter")
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    results = folder / "converted"
    results.mkdir(exist_ok=True)
    command = [
        office,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
    ]
    run([*command, "--convert-to", kind, "--outdir", str(results), str(file)], folder, limits)
    result = results / f"{file.stem}.{kind.partition(':')[0]}"
    if not result.is_file():
        raise RefusedError("reading.converter_failed", program="LibreOffice")
    if result.stat().st_size > limits.size:
        raise RefusedError("reading.bomb", limit=limits.unpacked // (1024 * 1024))
    return result.read_bytes()
