"""Cells of a workbook as text, under the limits that hold for drafts: nothing is calculated, followed or run."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ..expressions import compiled
from .limits import MB, Limits
from .ooxml import Package

BOOK_LIMITS = Limits(file_bytes=32 * MB, part_bytes=32 * MB, total_bytes=96 * MB, parts=500)
"""A hundred units with fifty findings each make a sheet of some 8 MB; a workbook that asks for more is not one of ours."""
MOST_COLUMNS = 256
"""Cells further right are not read: ours end far before."""
_REFERENCE = compiled(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPED = compiled(r"_x([0-9A-Fa-f]{4})_")
Row = dict[int, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name and its rows that have text: (row number as Excel shows it, text by column from 0)."""

    name: str
    rows: tuple[tuple[int, Row], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets in their order, who saved them last, and when (as written in the file)."""

    sheets: tuple[Sheet, ...]
    saved_by: str = ""
    saved_at: str = ""


def read_workbook(data: bytes, path: str, limits: Limits = BOOK_LIMITS) -> Workbook:
    """The cells of an ``.xlsx`` file; raises ReadError for what is none, is damaged or goes beyond the limits."""
    package = Package(data, path, limits)
    main = next((r.target for r in package.relationships().values() if r.kind == "officeDocument"), "xl/workbook.xml")
    root = package.xml(main)
    links = package.relationships(main)
    strings = _strings(package.xml(_target(links.values(), "sharedStrings")))
    sheets = []
    for node in [] if root is None else _all(root, "sheet"):
        link = links.get(next((v for k, v in node.attrib.items() if str(k).endswith("}id")), ""))
        if link is not None and link.kind == "worksheet" and not link.external:
            sheets.append(Sheet(str(node.get("name", "")), tuple(_rows(package.xml(link.target), strings))))
    saved_by, saved_at = _saved(package.xml("docProps/core.xml"))
    return Workbook(tuple(sheets), saved_by, saved_at)


def _target(links: object, kind: str) -> str:
    return next((r.target for r in links if r.kind == kind and not r.external), "")  # type: ignore[attr-defined]


def _all(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """Descendants of a local name: transitional and strict workbooks differ in the namespace only."""
    return node.iter("{*}" + name)


def _strings(root: etree._Element | None) -> list[str]:
    return [] if root is None else [_text(item) for item in _all(root, "si")]


def _text(node: etree._Element) -> str:
    """The words of a string, plain or in runs, without the readings that East Asian text carries."""
    parts = []
    for t in _all(node, "t"):
        above = t.getparent()
        if above is None or etree.QName(above).localname != "rPh":
            parts.append(t.text or "")
    return clean("".join(parts))


def clean(text: str) -> str:
    """Text of a cell in NFC, with the characters that Excel writes as ``_x000D_``."""
    return unicodedata.normalize("NFC", _ESCAPED.sub(_character, text)).replace("\r\n", "\n").replace("\r", "\n")


def _character(m: re.Match[str]) -> str:
    code = int(m[1], 16)
    return chr(code) if code in (9, 10, 13) or 0x20 <= code < 0xD800 else "\ufffd"


def _rows(root: etree._Element | None, strings: list[str]) -> Iterator[tuple[int, Row]]:
    number = 0
    for node in [] if root is None else _all(root, "row"):
        given = node.get("r", "")
        number = int(given) if given.isascii() and given.isdigit() and len(given) < 9 else number + 1
        cells = dict(_cells(node, strings))
        if cells:
            yield number, cells


def _cells(row: etree._Element, strings: list[str]) -> Iterator[tuple[int, str]]:
    at = -1
    for node in _all(row, "c"):
        m = _REFERENCE.fullmatch(node.get("r", ""))
        at = column_of(m[1]) if m else at + 1
        if at < MOST_COLUMNS and (text := _value(node, strings)):
            yield at, text


def column_of(letters: str) -> int:
    """0 for A, 26 for AA."""
    at = 0
    for letter in letters:
        at = 26 * at + ord(letter) - 64
    return at - 1


def letters_of(column: int) -> str:
    """A for 0, AA for 26."""
    out = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


def _value(node: etree._Element, strings: list[str]) -> str:
    kind = node.get("t", "n")
    if kind == "inlineStr":
        return _text(node)
    value = next((v.text or "" for v in _all(node, "v")), "")
    if kind != "s":
        return clean(value)
    known = value.isascii() and value.isdigit() and len(value) < 9 and int(value) < len(strings)
    return strings[int(value)] if known else ""


def _saved(root: etree._Element | None) -> tuple[str, str]:
    def first(name: str) -> str:
        return "" if root is None else next((n.text or "" for n in _all(root, name)), "").strip()

    return clean(first("lastModifiedBy")), first("modified")
