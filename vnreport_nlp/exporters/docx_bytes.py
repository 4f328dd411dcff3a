"""Word files with equal bytes for equal content: a fixed date in the archive, parts in a fixed order."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from docx.opc.exceptions import PackageNotFoundError
from docx.opc.pkgwriter import PackageWriter
from lxml import etree

from ..whole import beside

TYPES = "[Content_Types].xml"

NOT_WORD = (
    PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError, AttributeError, TypeError, IndexError, etree.XMLSyntaxError
)  # fmt: skip
"""How python-docx refuses a file, or fails at a part whose type it was not told: a draft that our own reader could still read
gets no annotated copy, a letterhead is refused."""
LEVEL = 2
"""How hard parts are deflated: a copy takes a fifth less time than at the usual 6, and a quarter more room."""
FIXED = (1980, 1, 1, 0, 0, 0)
_TERMS = "http://purl.org/dc/terms/"


class _Parts:
    """Takes a package's parts as they are, in the place of python-docx's archive, which would deflate them for nothing."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def write(self, name: Any, blob: bytes) -> None:
        """One part by its name in the archive."""
        self.parts[name.membername] = blob


def _parts_of(document: Any) -> dict[str, bytes]:
    """What ``document.save`` would write, by name and in its order."""
    package, out = document.part.package, _Parts()
    for part in package.parts:
        part.before_marshal()
    writer: Any = PackageWriter
    writer._write_content_types_stream(out, package.parts)
    writer._write_pkg_rels(out, package.rels)
    writer._write_parts(out, package.parts)
    return out.parts


def save(document: Any, target: Path) -> None:
    """Save a python-docx document without the clock."""
    with beside(target) as place, ZipFile(place, "w", ZIP_DEFLATED) as out:
        for name, data in _parts_of(document).items():
            _put(out, name, data)


def saved_over(document: Any, original: Path | BytesIO) -> bytes:
    """A changed document as a copy of ``original``: parts other than the main text and its comments keep their bytes.

    python-docx alone would drop parts that nothing refers to and rewrite the others.
    """
    main = str(document.part.partname).lstrip("/")
    folder, _, file = main.rpartition("/")
    comments = str(document.part._comments_part.partname).lstrip("/")
    changed = {main, f"{folder}/_rels/{file}.rels".lstrip("/"), comments}
    new, made = _parts_of(document), BytesIO()
    with ZipFile(original) as old, ZipFile(made, "w", ZIP_DEFLATED) as out:
        names = list(dict.fromkeys(old.namelist()))
        added = [n for n in changed if n in new and n not in names]
        for name in [*names, *sorted(added)]:
            data = new[name] if name in changed and name in new else old.read(name)
            _put(out, name, _with_types(data, new[name], added) if name == TYPES else data)
    return made.getvalue()


def _put(out: ZipFile, name: str, data: bytes) -> None:
    info = ZipInfo(name, FIXED)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    out.writestr(info, data, compresslevel=LEVEL)


def _with_types(old: bytes, new: bytes, added: list[str]) -> bytes:
    """The original list of content types with entries for the added parts."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree, donor = etree.fromstring(old, parser), etree.fromstring(new, parser)
    for override in donor:
        if override.get("PartName", "").lstrip("/") in added:
            tree.append(override)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def stamp(document: Any, *, title: str) -> None:
    """The title of a new document, which nobody has signed or dated yet: the clock's date would differ each time."""
    properties = document.core_properties
    properties.title = title[:250]
    properties.author = properties.last_modified_by = properties.comments = ""
    for name in ("created", "modified"):
        for element in properties._element.findall(f"{{{_TERMS}}}{name}"):
            properties._element.remove(element)
