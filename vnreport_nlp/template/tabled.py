"""Outlines that come as a table, an item a row: number, title, what is asked; rolled out into lines, a heading each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..expressions import compiled
from ..model import Document, Outline, Paragraph
from ..outline import outline
from ..outline.markers import parse_marker
from ..readers.build import Builder
from ..text import BULLETS

MIN_ITEMS = 4
"""Fewest numbered rows of such a table."""
_NUMBER = compiled(r"\(?(?P<n>[IVXLC]{1,6}|[A-ZĐ]|[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,4})\s?[.):/–-]?")
_FIRST = frozenset({"I", "A", "1", "a"})
_HEAD = compiled(r"\W*(?:(?:tên |các )?(?:đề )?mục\b|nội dung|yêu cầu|tiêu đề|đề cương)", re.IGNORECASE)
"""How the head over the titles begins: ``Nội dung báo cáo``."""
_BULLET = compiled(rf"\s*([{BULLETS}])(?:\s+|\s*$)")
_CLOSED = compiled(r"[.;:!?…]\s*$")

Row = list[list[str]]
"""The cells of a row with text in them, each as its paragraphs."""


def read_rolled_out(document: Document) -> Outline:
    """The outline of a document; where its items stand in a table instead of in numbered lines, that of the table."""
    found = outline(document)
    tables = _tables(document)
    if not tables:
        return found
    items = max(tables, key=lambda at: _items(tables[at]))
    rows, start = tables[items], next(i for i, p in enumerate(document.paragraphs) if _table_of(p) == items)
    marked = [s for s in found.sections if s.marker]
    above = any(s.heading.start < document.paragraphs[start].start for s in marked)
    if above or len(marked) >= _items(rows) or not _asks(document, rows, start):
        return found
    return outline(_unrolled(document, items, rows))


def _table_of(paragraph: Paragraph) -> int | None:
    return paragraph.cell[0] if paragraph.story == "table" and paragraph.cell is not None else None


def _tables(document: Document) -> dict[int, list[Row]]:
    """The rows of the tables with enough numbered rows that begin with a first number."""
    tables = _joined(document)
    return {at: rows for at, rows in tables.items() if _items(rows) >= MIN_ITEMS and _first(rows) in _FIRST}


def _joined(document: Document) -> dict[int, list[Row]]:
    """The rows of each table, with those of the tables that follow it with nothing between: a page break cuts a table in two."""
    cells: dict[int, dict[tuple[int, int], dict[int, list[str]]]] = {}
    first, before = 0, None
    for p in document.paragraphs:
        text = " ".join(document.text[p.start : p.end].split())
        if not text:
            continue
        table = _table_of(p)
        if table is not None and p.cell is not None:
            first = first if before is not None else table
            cells.setdefault(first, {}).setdefault(p.cell[:2], {}).setdefault(p.cell[2], []).append(text)
        before = table
    return {at: [[row[c] for c in sorted(row)] for _, row in sorted(rows.items())] for at, rows in cells.items()}


def _items(rows: Sequence[Row]) -> int:
    return sum(_heading(row) is not None for row in rows)


def _first(rows: Sequence[Row]) -> str:
    found = next((row for row in rows if _heading(row) is not None), [[""]])
    m = _NUMBER.match(found[0][0])
    return m["n"] if m else ""


def _heading(row: Row) -> tuple[str, int] | None:
    """(heading, cells that it takes) of a row that begins with a number, in a cell of its own or before the title."""
    m = _NUMBER.fullmatch(row[0][0]) if len(row) > 1 and len(row[0]) == 1 else None
    if m is not None:
        sign = ")" if m["n"].islower() else "."
        return f"{m['n']}{sign} {row[1][0]}", 2
    return (row[0][0], 1) if parse_marker(row[0][0]) is not None else None


def _asks(document: Document, rows: Sequence[Row], start: int) -> bool:
    """Whether a table is said to be an outline, by what stands before it or by its head."""
    head = rows[0] if _heading(rows[0]) is None else []
    before = document.text[: document.paragraphs[start].start].casefold()
    return "đề cương" in before or any(_HEAD.match(cell[0]) for cell in head)


def _unrolled(document: Document, table: int, rows: Sequence[Row]) -> Document:
    """The document with the rows as lines of its body: each heading, then what is asked as sentences."""
    builder, done = Builder(document.path, document.format, b""), False
    inside = False
    for p in document.paragraphs:
        at = _table_of(p)
        inside = at == table or (inside and at is not None)
        if not inside:
            made = builder.paragraph(story=p.story, cell=p.cell, centered=p.centered)
            made.add(document.text[p.start : p.end])
        elif not done:
            done = True
            for line in _lines(rows):
                builder.paragraph().add(line)
    return builder.build()


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    begun = False
    for row in rows:
        heading = _heading(row) or _bullet(row)
        begun = begun or _heading(row) is not None
        if not begun or (_heading(row) is None and row == rows[0]):  # the head, which Word may repeat
            continue
        taken = heading[1] if heading is not None else 0
        if heading is not None:
            yield heading[0]
            yield from row[taken - 1][1:]
        yield from (_sentence(text) for cell in row[taken:] for text in cell)


def _bullet(row: Row) -> tuple[str, int] | None:
    """(line, cells that it takes) of a row that begins with a bullet instead of a number, in a cell of its own or before the words."""
    m = _BULLET.match(row[0][0])
    if m is None:
        return None
    if m.end() < len(row[0][0]):
        return row[0][0], 1
    return (f"{m[1]} {row[1][0]}", 2) if len(row) > 1 and len(row[0]) == 1 else None


def _sentence(text: str) -> str:
    """What is asked, as a line that nobody takes for a heading or for an item of a list."""
    text = _BULLET.sub("", text, count=1)
    text = text if parse_marker(text) is None else f"- {text}"
    return text if _CLOSED.search(text) else f"{text}."
