"""What a file is, judged by its content; the extension is only ever wrong."""

from __future__ import annotations

import re
from typing import Literal

from corruptex.reading.limits import Limits, RefusedError
from corruptex.reading.package import Package

Kind = Literal["docx", "odt", "doc", "rtf", "pdf", "mht", "html", "txt"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
_ODT_TYPES = (b"application/vnd.oasis.opendocument.text",)

# Files that are no text at all: name of the kind for the message, first bytes.
_FOREIGN: tuple[tuple[str, tuple[bytes, ...]], ...] = (
    ("reading.picture", (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8", b"BM")),
    ("reading.picture", (b"AT&TFORM", b"\x00\x00\x00\x0cjP")),
    ("reading.archive", (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")),
)
_MIME = re.compile(rb"^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version\s*:", re.IGNORECASE)
_MULTIPART = re.compile(rb"^Content-Type\s*:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_WORD_XML = re.compile(r"<\?mso-application|<w:wordDocument|<pkg:package|<office:document\b")
_HTML_START = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|style|div|p|span|table|"
    r"h[1-6]|center|font|b|i|a|br|ol|ul|article|section|main)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(data: bytes, limits: Limits) -> Kind:
    """Return the kind of a file.

    Raises:
        RefusedError: If it is empty, encrypted, a picture, an archive, a table, or of no known kind.
    """
    head = data[:_HEAD]
    if not data.strip(b"\x00 \t\r\n"):
        raise RefusedError("reading.empty")
    for reason, starts in _FOREIGN:
        if head.startswith(starts):
            raise RefusedError(reason)
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_package(data, limits)
    if head.startswith(_OLE):
        return _kind_of_ole(data)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if _MIME.search(head.replace(b"\r\n", b"\n")) and _MULTIPART.search(head):
        return "mht"
    return _kind_of_text(head)


def _kind_of_package(data: bytes, limits: Limits) -> Kind:
    package = Package(data, limits)
    if "mimetype" in package.names and package.read("mimetype").strip().startswith(_ODT_TYPES):
        return "odt"
    if "[Content_Types].xml" in package.names:
        if any(name.startswith("word/") for name in package.names):
            return "docx"
        raise RefusedError("reading.not_a_text_document")
    if "content.xml" in package.names:
        raise RefusedError("reading.not_a_text_document")
    raise RefusedError("reading.archive")


def _kind_of_ole(data: bytes) -> Kind:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise RefusedError("reading.encrypted")
    if holds("WordDocument"):
        return "doc"
    if holds("Workbook") or holds("PowerPoint Document"):
        raise RefusedError("reading.not_a_text_document")
    raise RefusedError("reading.damaged")


def _kind_of_text(head: bytes) -> Kind:
    text = head.replace(b"\x00", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe")
    if _WORD_XML.search(text):
        raise RefusedError("reading.word_xml")
    return "html" if _HTML_START.match(text) else "txt"
