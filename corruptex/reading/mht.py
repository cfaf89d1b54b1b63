"""MHTML: HTML in a MIME envelope, which the state register exports with the extension .doc."""

from __future__ import annotations

import email
import email.message

from corruptex.reading.blocks import Reading, assemble
from corruptex.reading.encodings import decode_markup
from corruptex.reading.html import blocks_of_html
from corruptex.reading.limits import Limits, RefusedError


def read_mht(data: bytes, limits: Limits) -> Reading:
    """Read an MHTML file: its first HTML part is the document.

    Raises:
        RefusedError: If it holds no HTML part, or the part is over a limit.
    """
    message = email.message_from_bytes(data)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return Reading(*assemble(blocks_of_html(decode_markup(content, _charset(part)), limits)))
    raise RefusedError("reading.damaged")


def _charset(part: email.message.Message) -> str | None:
    return part.get_content_charset()
