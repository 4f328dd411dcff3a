"""Tables of a draft as rows of cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ...expressions import lazy
from ...model import Document, Paragraph
from .text import DIGITS, value_of

_NUMBER = lazy(rf"^(?:{DIGITS})$")
TOTAL = lazy(
    r"^(?:tổng cộng|tổng số|tổng(?!\s+\w)|cộng|(?:tổng(?: số)? [^|\d]{2,40} )?(?:cả|toàn) (?:nhiệm kỳ|giai đoạn|năm|kỳ|khóa)|toàn (?:huyện|xã|đảng bộ|thị xã|thành phố|phường))(?!\w)",
    re.IGNORECASE,
)
ROMAN = lazy(r"^(?:[IVX]+|[A-D])\.?$")


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell and where it stands."""

    text: str
    start: int
    end: int

    @property
    def value(self) -> Decimal | None:
        return value_of(self.text) if _NUMBER.match(self.text) else None


Row = dict[int, Cell]


def rows_of_tables(document: Document) -> list[list[Row]]:
    """Every table of the draft as rows from top to bottom."""
    grids: dict[int, dict[int, Row]] = {}
    for p in document.paragraphs:
        if p.cell is not None and p.story == "table":
            _add(grids, p, document.text)
    return [[grid[r] for r in sorted(grid)] for grid in grids.values()]


def _add(grids: dict[int, dict[int, Row]], p: Paragraph, text: str) -> None:
    assert p.cell is not None
    table, row, column = p.cell
    line = grids.setdefault(table, {}).setdefault(row, {})
    words = text[p.start : p.end].strip()
    old = line.get(column)
    line[column] = Cell(f"{old.text} {words}" if old else words, old.start if old else p.start, p.end)


def label_of(row: Row) -> str:
    """The name of a row: its first cell that is no number."""
    return next(
        (c.text for _, c in sorted(row.items()) if c.text and not _NUMBER.match(c.text) and not ROMAN.match(c.text)),
        "",
    )
