"""Strict Word packages in the transitional names, which python-docx and every Word know: only names are changed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from ..expressions import compiled

_MARK = b"http://purl.oclc.org/ooxml/"
_ROOT = "_rels/.rels"
_RENAMED = (
    (b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/customProperties", b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"),
)  # fmt: skip
"""Names that are written in another way; the others differ by where the year stands."""
_FAMILY = compiled(
    rb"http://purl\.oclc\.org/ooxml/(officeDocument|wordprocessingml|drawingml|schemaLibrary|spreadsheetml)/"
)
_CONFORMANCE = compiled(rb"""\s\w+:conformance\s*=\s*["']strict["']""")


def transitional(source: Path) -> Path | BytesIO:
    """The package under transitional names when it is a strict one, else ``source`` itself; raises as ``ZipFile`` does."""
    with ZipFile(source) as package:
        if _ROOT not in package.namelist() or _MARK not in package.read(_ROOT):
            return source
        out = BytesIO()
        with ZipFile(out, "w") as made:
            for name in dict.fromkeys(package.namelist()):
                data = package.read(name)
                made.writestr(name, _renamed(data) if name.lower().endswith((".xml", ".rels")) else data)
    out.seek(0)
    return out


def _renamed(data: bytes) -> bytes:
    for strict, known in _RENAMED:
        data = data.replace(strict, known)
    data = _FAMILY.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)
    return _CONFORMANCE.sub(b"", data)
