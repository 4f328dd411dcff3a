"""Tables of a draft as rows of cells, with one row of heads: two or three rows of heads are read as one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ....expressions import lazy
from ....model import Document, Paragraph
from .text import DIGITS, value_of

_NUMBER = lazy(rf"^([-–\u2212]\s?)?({DIGITS})$")
TOTAL = lazy(
    r"^(?:tổng cộng|tổng số|tổng(?!\s+\w)|cộng|(?:tổng(?: số)? [^|\d]{2,40} )?(?:cả|toàn) (?:nhiệm kỳ|giai đoạn|năm|kỳ|khóa)|toàn (?:huyện|xã|đảng bộ|thị xã|thành phố|phường))(?!\w)",
    re.IGNORECASE,
)
ROMAN = lazy(r"^(?:[IVX]+|[A-D])\.?$")


_ORDINAL = lazy(r"^(?:stt|tt|số tt|số thứ tự)\W*$", re.IGNORECASE)
_YEAR = lazy(r"^(?:19|20)\d\d$")
_NUMBERING = lazy(r"^\(?(?:(?P<n>\d{1,2})|[A-Ea-e])\)?(?:\s?=.*)?$")
"""What a row of nothing but the columns' numbers holds (``A | B | 1 | 2 | 3=1+2``)."""
HEADS = 3
"""More rows of heads than these are not looked for."""
WIDEST = 200
"""Columns of a table that are compared with one another, each with each; Word allows 63."""
JOINT = " – "


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell and where it stands; of a head in several rows all that is said of its column, also row by row from above."""

    text: str
    start: int
    end: int
    levels: tuple[str, ...] = ()

    @property
    def own(self) -> str:
        """What stands right above a column, without what several columns share."""
        return self.levels[-1] if self.levels else self.text

    @property
    def shared(self) -> tuple[str, ...]:
        """What stands above a column and its neighbours together."""
        return self.levels[:-1]

    @property
    def value(self) -> Decimal | None:
        """Its number, below zero with a minus before it; None for anything else."""
        m = _NUMBER.match(self.text)
        return None if m is None else -value_of(m[2]) if m[1] else value_of(m[2])


Row = dict[int, Cell]


def rows_of_tables(document: Document) -> list[list[Row]]:
    """Every table of the draft as rows from top to bottom."""
    grids: dict[int, dict[int, Row]] = {}
    for p in document.paragraphs:
        if p.cell is not None and p.story == "table":
            _add(grids, p, document.text)
    return [_headed([grid[r] for r in sorted(grid)]) for grid in grids.values()]


def _add(grids: dict[int, dict[int, Row]], p: Paragraph, text: str) -> None:
    assert p.cell is not None
    table, row, column = p.cell
    if column > WIDEST:
        return
    line = grids.setdefault(table, {}).setdefault(row, {})
    words = text[p.start : p.end].strip()
    old = line.get(column)
    line[column] = Cell(f"{old.text} {words}" if old else words, old.start if old else p.start, p.end)


def _headed(rows: list[Row]) -> list[Row]:
    """The table with its rows of heads joined into one, and without a row that numbers the columns."""
    first = min(c for row in rows for c in row)
    names = next((c for c in sorted(rows[0]) if c > first), first)
    lead = names if first in rows[0] and _ORDINAL.match(rows[0][first].text) else first
    deep = 1
    while deep < min(HEADS, len(rows) - 1) and _goes_on(rows[deep], lead):
        deep += 1
    heads = [_joined(rows[:deep])] if deep > 1 else rows[:1]
    return heads + rows[deep + (deep < len(rows) and _numbering(rows[deep])) :]


def _goes_on(row: Row, lead: int) -> bool:
    """Whether a row still tells what columns hold: it names no row, and has no value but years."""
    return min(row) > lead and all(c.value is None or _YEAR.match(c.text) for c in row.values()) and _worded(row)


def _worded(row: Row) -> bool:
    """Whether a row says anything: dashes alone are values that are nothing."""
    return any(ch.isalnum() for cell in row.values() for ch in cell.text)


def _numbering(row: Row) -> bool:
    found = [_NUMBERING.match(cell.text.strip()) for _, cell in sorted(row.items())]
    told = [int(m["n"]) for m in found if m and m["n"]]
    return all(found) and len(told) > 1 and told == list(range(told[0], told[0] + len(told)))


def _joined(heads: list[Row]) -> Row:
    """One head a column: all that stands above it, merged cells spread over the columns they cover."""
    columns = sorted({c for row in heads for c in row})
    levels: dict[int, list[Cell]] = {c: [] for c in columns}
    for depth, row in enumerate(heads):
        below = {c for later in heads[depth + 1 :] for c in later}
        over: Cell | None = None
        around: list[Cell] = []
        for column in columns:
            if column in row:
                over, around = row[column], levels[column][:]
            elif column not in below or levels[column] != around:
                over = None
            if over is not None:
                levels[column].append(over)
    return {c: _head(said) for c, said in levels.items() if said}


def _head(said: list[Cell]) -> Cell:
    if len(said) == 1:
        return said[0]
    return Cell(JOINT.join(c.text for c in said), said[0].start, said[0].end, tuple(c.text for c in said))


def label_of(row: Row) -> str:
    """The name of a row: its first cell that is no number."""
    return next(
        (c.text for _, c in sorted(row.items()) if c.text and not _NUMBER.match(c.text) and not ROMAN.match(c.text)),
        "",
    )


def caption(text: str, rows: list[Row], *, reach: int) -> str:
    """The line that stands right before a table, so far back at most."""
    first = min((c.start for c in rows[0].values()), default=0)
    return text[max(0, first - reach) : first].rstrip(" |\n\t").rpartition("\n")[2]
