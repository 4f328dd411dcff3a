"""Files in one text wrapper: "single file web page" (MHTML), "Word XML document" (flat OPC; of 2003), flat OpenDocument."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from email import message_from_bytes
from email.message import Message as Mail
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from ..expressions import compiled
from ..model import Document
from .doc import via_soffice
from .docx import read_docx
from .html import read_html
from .odt import read_odt
from .ooxml import corrupt, parse_xml, too_large
from .options import ReadOptions

PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_NAME = compiled(r"[\w.:-]{2,40}", re.ASCII)
DEPTH = 8
"""Word nests no deeper; a hostile letter may."""


def read_mhtml(data: bytes, path: str, options: ReadOptions) -> Document:
    """The first page of a web archive; ReadError ``corrupt`` when it holds none, else what ``read_html`` raises."""
    if data.count(b"boundary=") > 100 * DEPTH:
        raise corrupt(path, "MHTML")
    page = _page(message_from_bytes(data), DEPTH)
    if page is None:
        raise corrupt(path, "MHTML: HTML?")
    content = page.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise corrupt(path, "MHTML")
    charset = page.get_content_charset() or ""
    if b"\0" not in content[:200] and _NAME.fullmatch(charset) and b"charset" not in content[:8192].lower():
        content = b'<meta charset="%s">' % charset.encode() + content
    return replace(read_html(content, path, options), sha256=sha256(data).hexdigest())


def _page(mail: Mail, depth: int) -> Mail | None:
    """The first part that is a page."""
    if not mail.is_multipart():
        return mail if mail.get_content_type() in ("text/html", "application/xhtml+xml") else None
    parts = mail.get_payload() if depth else []
    found = (_page(part, depth - 1) for part in parts if isinstance(part, Mail))
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
    parse_xml(data, path, "w:wordDocument")
    return replace(via_soffice(data, "xml", path, options), format="doc", sha256=sha256(data).hexdigest())


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
