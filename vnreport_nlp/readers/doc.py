"""Word 97-2003 files: through LibreOffice when it is there, else by office-oxide without the automatic numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any

from ..model import Document
from .build import Builder, ParagraphDraft
from .docx import read_docx
from .docx_crypto import OLE, decrypt_office
from .ooxml import corrupt, encrypted
from .options import ReadOptions
from .soffice import convert, find_soffice, missing

_FIB = b"\xec\xa5"
_SECTOR = 512
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
    document = via_soffice(data, "doc", path, options) if find_soffice() else _by_oxide(data, path, options)
    return replace(document, format="doc", sha256=original)


def via_soffice(data: bytes, suffix: str, path: str, options: ReadOptions) -> Document:
    """Convert to docx and read that; its ReadErrors speak of the file as it came."""
    made = convert(data, suffix, path=path, seconds=options.limits.converter_seconds)
    return read_docx(made, path, options)


def word_header(data: bytes) -> int | None:
    """The flags of the file information block, None when no sector begins one."""
    for at in range(0, len(data) - 12, _SECTOR):
        if data[at : at + 2] == _FIB:
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
    except (TypeError, AttributeError) as error:
        raise corrupt(path, "doc") from error
    return builder.build()


class _Tree:
    """Walks office-oxide's tree of blocks; its guesses at headings are not kept."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._tables = 0
        self._count = 0

    def blocks(self, items: Iterable[dict[str, Any]], cell: tuple[int, int, int] | None) -> None:
        """Add blocks in order."""
        for item in items:
            kind = item.get("type", "")
            if kind == "table":
                self._table(item)
            elif kind in ("paragraph", "heading"):
                self._paragraph(item, cell)
            elif kind == "list":
                for entry in item.get("items", ()):
                    self.blocks(entry.get("content", ()), cell)
                    if entry.get("nested"):
                        self.blocks([entry["nested"]], cell)
            elif isinstance(item.get("content"), list):
                self.blocks([b for b in item["content"] if isinstance(b, dict)], cell)

    def _paragraph(self, item: dict[str, Any], cell: tuple[int, int, int] | None) -> None:
        self._count += 1
        draft = self._builder.paragraph(
            story="table" if cell else "body", cell=cell, centered=item.get("alignment") == "center"
        )
        self._inline(item.get("content", ()), draft)

    def _inline(self, items: Iterable[dict[str, Any]], draft: ParagraphDraft) -> None:
        for item in items:
            kind = item.get("type", "")
            if kind == "text":
                draft.add(
                    str(item.get("text", "")), source=draft.length, paragraph=self._count,
                    bold=bool(item.get("bold")), italic=bool(item.get("italic")),
                )  # fmt: skip
            elif kind in ("line_break", "tab", "page_break"):
                draft.add(" ", source=draft.length, paragraph=self._count)
            elif isinstance(item.get("content"), list):
                self._inline(item["content"], draft)

    def _table(self, item: dict[str, Any]) -> None:
        self._tables += 1
        table = self._tables
        for number, row in enumerate(item.get("rows", ()), 1):
            column = 1
            for entry in row.get("cells", ()):
                self.blocks(entry.get("content", ()), (table, number, column))
                column += int(entry.get("col_span") or 1)
