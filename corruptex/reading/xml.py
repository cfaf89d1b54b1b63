"""XML and HTML trees from bytes nobody trusts: no DTD, no entities, no network, bounded depth."""

from __future__ import annotations

import re

from lxml import etree

from corruptex.reading.limits import Limits, RefusedError

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def _refuse_many(tags: int, limits: Limits) -> None:
    # A tree costs a few hundred bytes for every element, however short its tag.
    if tags > limits.elements:
        raise RefusedError("reading.too_many_elements", count=tags, limit=limits.elements)


def _refuse_deep(root: etree._Element, limits: Limits) -> None:
    # One XPath step per level runs in C and stops at the first level that is empty.
    if root.xpath(f"boolean({'/*' * (limits.nesting + 1)})"):
        raise RefusedError("reading.too_deep", limit=limits.nesting)


def parse_xml(data: bytes, limits: Limits) -> etree._Element:
    """Return the root of an XML part.

    Raises:
        RefusedError: If it has a DTD, is nested too deeply or is not well formed.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16").encode("utf-8")
        data = re.sub(rb"^<\?xml[^>]*\?>", b"", data)
    _refuse_many(data.count(b"<"), limits)
    if _DOCTYPE.search(data):
        raise RefusedError("reading.has_dtd")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise RefusedError("reading.too_deep", limit=limits.nesting) from error
        raise RefusedError("reading.damaged") from error
    _refuse_deep(root, limits)
    return root


def parse_html(text: str, limits: Limits) -> etree._Element | None:
    """Return the root of an HTML page, ``None`` if it holds no element.

    The text is handed over as UTF-8 whatever its ``<meta charset>`` claims: it is decoded already.

    Raises:
        RefusedError: If it is nested too deeply.
    """
    _refuse_many(text.count("<"), limits)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
    # The parser repairs everything except depth: there it silently drops the rest of the page.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise RefusedError("reading.too_deep", limit=limits.nesting)
    if root is not None:
        _refuse_deep(root, limits)
    return root
