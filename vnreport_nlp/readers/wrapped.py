"""Files in one text wrapper: "single file web page" (MHTML), "Word XML document" (flat OPC; of 2003), flat OpenDocument."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from email import message_from_bytes
from email.message import Message as Mail
from hashlib import sha256
from io import BytesIO
from itertools import islice
from zipfile import ZipFile

from lxml import etree

from ..errors import ReadError
from ..expressions import compiled
from ..model import Document, msg
from .docx import read_docx
from .docx_places import CELL
from .html import read_html
from .lines import read_text
from .odt import read_odt
from .ooxml import corrupt, parse_xml, too_large
from .options import ReadOptions
from .soffice import convert

PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_NAME = compiled(r"[\w.:-]{2,40}", re.ASCII)
WORD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_SHOWN = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_WIDTH = compiled(r"\d{1,6}(?:\.\d{1,12})?", re.ASCII)
_KNOWN_AS = b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
"""Without this LibreOffice takes a document of Word 2003 for a plain text and shows its marks."""
_LABEL = compiled(r"\W{0,2}\w[^\n]{0,60}[^\w\s]|\d[\d.]{0,60}")
"""An automatic number; letters alone may be a bullet of a symbol font."""
_FIXED = compiled(rb'<w:tblLayout w:type="fixed"/>')
PARTS = 200
"""Parts of a letter that are asked for their names."""
_REPORTS = compiled(r"\.(?:docx?|docm|pdf|odt|rtf|zip|rar|7z)$", re.IGNORECASE)
DEPTH = 8
"""Word nests no deeper; a hostile letter may."""


def read_mhtml(data: bytes, path: str, options: ReadOptions) -> Document:
    """The first page of a web archive, or the text of a letter.

    ReadError ``corrupt`` when there is none, ``wrong_type`` for a letter that reports are attached to, else what ``read_html`` and
    ``read_text`` raise.
    """
    if data.count(b"boundary=") > 100 * DEPTH:
        raise corrupt(path, "MHTML")
    mail = message_from_bytes(data)
    _refuse_cover(mail, path)
    page = _page(mail, DEPTH, ("text/html", "application/xhtml+xml")) or _page(mail, DEPTH, ("text/plain",))
    if page is None:
        raise corrupt(path, "MHTML: HTML?")
    content = page.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise corrupt(path, "MHTML")
    charset = page.get_content_charset() or ""
    if page.get_content_type() == "text/plain":
        known = charset if _NAME.fullmatch(charset) and charset.lower() not in ("us-ascii", "ascii") else ""
        document = read_text(_in_utf8(content, known), path, options)
    else:
        if b"\0" not in content[:200] and _NAME.fullmatch(charset) and b"charset" not in content[:8192].lower():
            content = b'<meta charset="%s">' % charset.encode() + content
        document = read_html(content, path, options)
    return replace(document, sha256=sha256(data).hexdigest())


def _in_utf8(content: bytes, charset: str) -> bytes:
    """Text in a code page that the letter names and Python knows, as UTF-8; other text as it came."""
    try:
        return content.decode(charset).encode("utf-8") if charset else content
    except (LookupError, UnicodeError):
        return content


def _refuse_cover(mail: Mail, path: str) -> None:
    """A letter that reports are attached to is none itself; ReadError ``wrong_type``."""
    names = [
        name for part in islice(mail.walk(), PARTS) if (name := part.get_filename()) and _REPORTS.search(str(name))
    ]
    if names:
        raise ReadError(
            "wrong_type", path, msg("Đây là thư điện tử gửi kèm báo cáo ({names}).", names=", ".join(n[:80] for n in names[:3])),
            msg("Mở thư, lưu tệp báo cáo đính kèm ra ngoài rồi chạy lại với tệp đó."),
        )  # fmt: skip


def _page(mail: Mail, depth: int, kinds: tuple[str, ...]) -> Mail | None:
    """The first part of one of these kinds."""
    if not mail.is_multipart():
        return mail if mail.get_content_type() in kinds else None
    parts = mail.get_payload() if depth else []
    found = (_page(part, depth - 1, kinds) for part in parts if isinstance(part, Mail))
    return next((page for page in found if page is not None), None)


def read_flat(data: bytes, path: str, options: ReadOptions) -> Document:
    """A package written as one XML file; ReadError as for any Word file."""
    root = parse_xml(data, path, "pkg:package")
    out = BytesIO()
    types, taken = [], {"[content_types].xml"}
    with ZipFile(out, "w") as archive:
        for part in root.iter(f"{PKG}part"):
            name = part.get(f"{PKG}name", "").lstrip("/")
            content = _content(part, path)
            if not name or len(archive.namelist()) >= options.limits.parts:
                raise corrupt(path, "pkg:part") if not name else too_large(path, f"> {options.limits.parts} phần")
            if name.lower() in taken:
                raise corrupt(path, f"{name}: trùng tên")
            taken.add(name.lower())
            types.append((name, part.get(f"{PKG}contentType", "")))
            archive.writestr(name, content)
        archive.writestr("[Content_Types].xml", _types(types))
    found = read_docx(out.getvalue(), path, options)
    return replace(found, sha256=sha256(data).hexdigest())


def read_flat_odf(data: bytes, path: str, options: ReadOptions) -> Document:
    """An OpenDocument text written as one XML file; ReadError as for any of them."""
    whole = etree.tostring(parse_xml(data, path, "office:document"))
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name in ("content.xml", "styles.xml"):
            archive.writestr(name, whole)
    return replace(read_odt(out.getvalue(), path, options), sha256=sha256(data).hexdigest())


def read_word_xml(data: bytes, path: str, options: ReadOptions) -> Document:
    """A document of Word 2003 as XML, by LibreOffice; ReadError ``unsafe_xml``, ``converter_missing`` or ``converter_failed`` too."""
    root = parse_xml(data, path, "w:wordDocument")
    _write_numbers(root)
    made = convert(_KNOWN_AS + etree.tostring(root), "xml", path=path, seconds=options.limits.converter_seconds)
    made = made if _narrow(root) else _with_room(made)
    return replace(read_docx(made, path, options), format="doc", sha256=sha256(data).hexdigest())


def _write_numbers(root: etree._Element) -> None:
    """Write the numbers that Word showed into the text: LibreOffice loses those of headings, and makes an item of what leaves its list.

    Signs of bullets stay with their lists.
    """
    for held in list(root.iter(f"{WORD}listPr")):
        properties = held.getparent()
        if properties is None or properties.tag != f"{WORD}pPr":
            continue
        shown, number = held.find(f"{_SHOWN}t"), held.find(f"{WORD}ilfo")
        label = "" if shown is None else shown.get(f"{_SHOWN}val", "").strip()
        if _LABEL.fullmatch(label):
            run = etree.Element(f"{WORD}r")
            etree.SubElement(run, f"{WORD}t").text = f"{label} "
            properties.addnext(run)
        elif number is None or number.get(f"{WORD}val") != "0":
            continue
        properties.remove(held)


def _narrow(root: etree._Element) -> bool:
    """Whether a document of Word 2003 has a column in which no letter has room."""
    widths = (one.get(f"{WORD}w", "") for one in root.iter(f"{WORD}gridCol", f"{WORD}tcW"))
    return any(0 < float(width) < CELL for width in widths if _WIDTH.fullmatch(width))


def _with_room(made: bytes) -> bytes:
    """What LibreOffice made, without the fixed columns of tables whose widths it lost: it gives each of those the least."""
    out = BytesIO()
    with ZipFile(BytesIO(made)) as archive, ZipFile(out, "w") as copy:
        for info in archive.infolist():
            content = archive.read(info)
            copy.writestr(info, _FIXED.sub(b"", content) if info.filename == "word/document.xml" else content)
    return out.getvalue()


def _content(part: etree._Element, path: str) -> bytes:
    """What stands in a part: XML, or bytes in base 64."""
    inner = part.find(f"{PKG}xmlData")
    if inner is not None and len(inner):
        return etree.tostring(inner[0])
    binary = part.findtext(f"{PKG}binaryData") or ""
    try:
        return b64decode(binary)
    except ValueError as error:
        raise corrupt(path, "base64") from error


def _types(types: list[tuple[str, str]]) -> bytes:
    root = etree.Element(f"{{{TYPES}}}Types")
    for name, kind in types:
        etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return etree.tostring(root)
