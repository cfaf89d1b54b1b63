"""From bytes to text: UTF-8, UTF-16, and the three Cyrillic code pages of the last century."""

from __future__ import annotations

import codecs
import re

from corruptex.reading.limits import RefusedError

_SAMPLE = 64 * 1024
_CODE_PAGES = ("cp1251", "koi8_r", "cp866")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_META = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)


def _marked(data: bytes) -> str | None:
    """Return the encoding that a byte order mark names."""
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return None


def _unmarked_utf16(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: every other byte is 0 (Latin, spaces) or 4 (Cyrillic)."""
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 4 or len(data) % 2:
        return None
    for name, high, low in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        likely = high.count(0) + high.count(4) + high.count(0x20)
        if likely > 0.9 * len(high) and low.count(0) + low.count(4) < 0.2 * len(low):
            return name
    return None


def _code_page(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  (heavy, and most files are UTF-8)

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_CODE_PAGES)).best()
    return best.encoding if best is not None else "cp1251"


def decode(data: bytes, claimed: str | None = None) -> tuple[str, str]:
    """Return the text of a file, unchanged line ends included, and the name of its encoding.

    Args:
        data: Bytes of the file; a byte order mark is not part of the text.
        claimed: What the file says of itself; believed only after UTF-8 and UTF-16 are excluded.

    Raises:
        RefusedError: If the bytes are no text.
    """
    name = _marked(data) or _unmarked_utf16(data)
    text: str | None = None
    if name is None:
        try:
            text, name = data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            name = _known(claimed) or _code_page(data)
    if text is None:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            # A file cut in the middle of a letter, or with a few damaged bytes, is still a text.
            text = data.decode(name, "replace")
    head = text[:_SAMPLE]
    if (
        "\x00" in head
        or len(_CONTROL.findall(head)) > len(head) / 200
        or head.count("\ufffd") > len(head) / 50
    ):
        raise RefusedError("reading.binary")
    return text, name


def _known(claimed: str | None) -> str | None:
    if not claimed:
        return None
    try:
        name = codecs.lookup(claimed).name
    except (LookupError, ValueError):
        return None
    return name if name in {"cp1251", "koi8-r", "cp866", "koi8-u", "iso8859-5", "mac-cyrillic"} else None


def decode_markup(data: bytes, claimed: str | None = None) -> str:
    """Return the text of an HTML page; its own ``charset`` counts only where the bytes allow it.

    Raises:
        RefusedError: If the bytes are no text.
    """
    if claimed is None and (match := _META.search(data[:4096])):
        claimed = match[1].decode("ascii")
    return decode(data, claimed)[0]
