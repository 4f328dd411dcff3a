"""Word 97-2003 files: through LibreOffice when it is there, else by office-oxide without the automatic numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any

from ..errors import ReadError
from ..model import Document
from .build import Builder
from .docx import read_docx
from .docx_content import RawParagraph
from .docx_crypto import OLE, decrypt_office
from .docx_emit import emit_all
from .docx_styles import RunProps
from .numbering import Label
from .ooxml import corrupt, encrypted
from .options import ReadOptions
from .soffice import convert, find_soffice, missing

_FIB = b"\xec\xa5"
_SECTOR, _SMALL = 512, 64
_VERSIONS = (0, 1)
"""The upper byte of the version of Word 97 and of its followers."""
_ENCRYPTED = 0x0100


def read_doc(data: bytes, path: str, options: ReadOptions) -> Document:
    """The draft of an old Word file; ReadError ``encrypted``, ``corrupt``, ``converter_missing`` or ``converter_failed``."""
    original = sha256(data).hexdigest()
    header = word_header(data)
    if data.startswith(OLE) and header is None:
        raise corrupt(path, "WordDocument")
    if header is not None and header & _ENCRYPTED:
        if not options.password:
            raise encrypted(path)
        data = decrypt_office(data, path, options.password)
    return replace(_converted(data, path, options), format="doc", sha256=original)


def _converted(data: bytes, path: str, options: ReadOptions) -> Document:
    """By LibreOffice; without it, or where it fails, by office-oxide."""
    if not find_soffice():
        return _by_oxide(data, path, options)
    try:
        return via_soffice(data, "doc", path, options)
    except ReadError as error:
        if error.code != "converter_failed":
            raise
        try:
            return _by_oxide(data, path, options)
        except ReadError:
            raise error from None


def via_soffice(data: bytes, suffix: str, path: str, options: ReadOptions) -> Document:
    """Convert to docx and read that; its ReadErrors speak of the file as it came."""
    made = convert(data, suffix, path=path, seconds=options.limits.converter_seconds)
    return read_docx(made, path, options)


def word_header(data: bytes) -> int | None:
    """The flags of the file information block, None when no sector begins one.

    LibreOffice keeps a short text in the small sectors of the file.
    """
    for size in (_SECTOR, _SMALL):
        for at in range(0, len(data) - 12, size):
            if data[at : at + 2] == _FIB and (size == _SECTOR or data[at + 3] in _VERSIONS):
                return int.from_bytes(data[at + 10 : at + 12], "little")
    return None


def _by_oxide(data: bytes, path: str, options: ReadOptions) -> Document:
    try:
        import office_oxide
    except ImportError as error:
        raise missing(path) from error
    try:
        with office_oxide.Document.from_bytes(data, "doc") as opened:
            tree = opened.to_ir()
    except Exception as error:  # a foreign parser: whatever it throws, it could not read the file
        raise corrupt(path, "doc") from error
    builder = Builder(path, "doc", data, options.limits)
    builder.warn("automatic_numbers_lost")
    reader = _Tree(builder)
    try:
        for section in tree.get("sections", ()):
            reader.blocks(section.get("elements", ()), None)
    except (TypeError, AttributeError, RecursionError) as error:
        raise corrupt(path, "doc") from error
    emit_all(builder, reader.found)
    return builder.build()


class _Tree:
    """Walks office-oxide's tree of blocks; its guesses at headings are not kept."""

    def __init__(self, builder: Builder) -> None:
        self.found: list[RawParagraph] = []
        self._builder = builder
        self._tables = 0
        self._note = ""

    def blocks(
        self, items: Iterable[dict[str, Any]], cell: tuple[int, int, int] | None, *, bullet: bool = False
    ) -> None:
        """Collect blocks in order."""
        for item in items:
            kind = item.get("type", "")
            if kind == "table":
                self._table(item)
            elif kind in ("paragraph", "heading"):
                self._paragraph(item, cell, bullet=bullet)
            elif "items" in item:
                for entry in item["items"]:
                    self.blocks(entry.get("content", ()), cell, bullet=not item.get("ordered"))
                    if entry.get("nested"):
                        self.blocks([entry["nested"]], cell)
            elif kind in ("footnote", "endnote"):
                self._add_note(item, kind)
            elif isinstance(item.get("content"), list):
                self.blocks([b for b in item["content"] if isinstance(b, dict)], cell)

    def _add_note(self, item: dict[str, Any], kind: str) -> None:
        if item.get("author"):  # a comment in disguise
            return
        number = 1 + sum(note.kind == kind for note in self._builder.notes.values())
        self._note = f"{kind}:{item.get('id')}"
        self._builder.note(self._note, str(number), "endnote" if kind == "endnote" else "footnote")
        self.blocks(item.get("content", ()), None)
        self._note = ""

    def _paragraph(self, item: dict[str, Any], cell: tuple[int, int, int] | None, *, bullet: bool) -> None:
        target = RawParagraph(
            "table" if cell else "body", cell, note=self._note, centered=item.get("alignment") == "center"
        )
        target.label = Label("-", 0, True) if bullet else None
        self.found.append(target)
        self._inline(item.get("content", ()), target)

    def _inline(self, items: Iterable[dict[str, Any]], target: RawParagraph) -> None:
        for item in items:
            kind = item.get("type", "")
            if kind == "text":
                run = RunProps(bool(item.get("bold")), bool(item.get("italic")))
                target.add(str(item.get("text", "")), run, None, len(self.found), target.length)
            elif kind in ("line_break", "tab", "page_break"):
                target.add("\n" if kind == "line_break" else " ", RunProps(), None, len(self.found), target.length)
            elif isinstance(item.get("content"), list):
                self._inline(item["content"], target)

    def _table(self, item: dict[str, Any]) -> None:
        self._tables += 1
        table = self._tables
        for number, row in enumerate(item.get("rows", ()), 1):
            column = 1
            for entry in row.get("cells", ()):
                self.blocks(entry.get("content", ()), (table, number, column))
                column += int(entry.get("col_span") or 1)
