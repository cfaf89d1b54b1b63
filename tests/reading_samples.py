"""Small files made in memory for the tests of reading. Every sentence is the project's own."""

import io
import zipfile
import zlib

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
ODT_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip of the given parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document; further parts by name: ``numbering``, ``styles``, ``footnotes``."""
    document = f"<w:document {WORD} {COMPATIBILITY}><w:body>{body}</w:body></w:document>"
    files: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>", "word/document.xml": document}
    for name, content in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {WORD}>{content}</w:{name}>"
    return package(files)


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(body: str, styles: str = "") -> bytes:
    """An OpenDocument text."""
    content = (
        f"<office:document-content {ODT_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def pdf(
    content: bytes, filters: str = "/FlateDecode", resources: str = "", more: bytes = b"", end: str = ""
) -> bytes:
    """A PDF of one page with the given packed content stream, resources, further objects and trailer."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + f"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 595 842]/Resources<<{resources}>>>>"
        f"endobj\n4 0 obj<</Length {len(content)}/Filter {filters}>>stream\n".encode()
        + content
        + b"\nendstream endobj\n"
        + more
        + f"trailer<</Root 1 0 R{end}>>".encode()
    )


def typed_pdf(lines: list[str], *, picture: bool = False) -> bytes:
    """A PDF of one page with lines of Latin letters, over a picture of the whole page if asked."""
    shown = "BT /F 24 Tf 60 760 Td " + " ".join(f"({line}) Tj 0 -40 Td" for line in lines) + " ET"
    drawn = "q 595 0 0 842 0 0 cm /I Do Q " if picture else ""
    return pdf(
        zlib.compress((drawn + shown).encode()),
        resources="/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</I 5 0 R>>",
        more=picture_object(1, 1, b"\xff"),
    )


def picture_object(width: int, height: int, grey: bytes) -> bytes:
    """Object 5 of a PDF: a grey picture, one byte a pixel."""
    packed = zlib.compress(grey)
    return (
        f"5 0 obj<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray"
        f"/BitsPerComponent 8/Length {len(packed)}/Filter/FlateDecode>>stream\n".encode()
        + packed
        + b"\nendstream endobj\n"
    )


def scanned_pdf(width: int, height: int, grey: bytes) -> bytes:
    """A PDF of one page that is nothing but a picture."""
    content = zlib.compress(b"q 595 0 0 842 0 0 cm /I Do Q")
    return pdf(content, resources="/XObject<</I 5 0 R>>", more=picture_object(width, height, grey))


def deflated_zeros(megabytes: int) -> bytes:
    """That many megabytes of spaces, packed."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * 1024 * 1024) for _ in range(megabytes)) + packer.flush()
