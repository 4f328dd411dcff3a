"""F201 in tables that divide one total several times: by sex, then by place; groups, and their parts among them.

All rows together make such a total twice or three times. Which rows belong together is told by the columns in which they hold.
"""

from __future__ import annotations

from decimal import Decimal

from ....expressions import lazy
from ..reading.grid import Cell, Row, label_of
from ..reading.text import rounding

LARGE = 100
"""Smaller totals are made twice by chance."""
NEAR = 5
"""A division that misses its total by more than the fifth was meant otherwise."""
MOST = 4
"""A total is divided in no more ways than these."""
_STRUCTURE = lazy(r"(?i:cơ cấu|tỷ trọng|tỉ trọng|tỷ lệ|tỉ lệ)|%")
_HUNDRED = Decimal(100)


def amounts_of(body: list[Row]) -> list[Row]:
    """The rows above one that says that shares begin (``Cơ cấu (%)``, a hundred in each column)."""
    for at, row in enumerate(body):
        values = [c.value for c in row.values() if c.value is not None]
        if _STRUCTURE.search(label_of(row)) and values and all(v == _HUNDRED for v in values):
            return body[:at]
    return body


def divided(body: list[Row], total: Row) -> list[list[Row]]:
    """The runs of rows that each make a total, as some column proves; none where there is but one, or no such column."""
    for column, cell in sorted(total.items()):
        runs = _runs(body, column, cell)
        if len(runs) > 1:
            return runs
    return []


def repeated(body: list[Row], total: Row) -> bool:
    """Whether a column proves that all rows together make the total several times, as groups do that stand among their parts."""
    for column, cell in total.items():
        cells = _cells(body, column)
        if cell.value is None or cell.value < LARGE or len(cells) < 3:
            continue
        reached = sum((c.value for c in cells if c.value is not None), Decimal())
        slack = rounding([c.text for c in cells], cell.text, None)
        if any(abs(reached - n * cell.value) <= slack for n in range(2, MOST)):
            return True
    return False


def wrong_division(runs: list[list[Row]], column: int, cell: Cell) -> list[Decimal]:
    """The parts of the only division that misses its total a little, or of the first where all make the same other total."""
    told = [[c.value for c in _cells(run, column) if c.value is not None] for run in runs]
    if cell.value is None or any(len(values) < len(run) for values, run in zip(told, runs, strict=True)):
        return []
    slack = max(rounding([c.text for c in _cells(run, column)], cell.text, None) for run in runs)
    missed = [abs(sum(values, Decimal()) - cell.value) for values in told]
    wrong = [i for i, by in enumerate(missed) if by > slack]
    one = len(wrong) == 1 or (len(wrong) == len(runs) and max(missed) - min(missed) <= slack)
    return told[wrong[0]] if wrong and one and missed[wrong[0]] * NEAR <= cell.value else []


def _runs(body: list[Row], column: int, cell: Cell) -> list[list[Row]]:
    """The body in runs that each make a total in one column; empty where rows are left over."""
    if cell.value is None or cell.value < LARGE or len(_cells(body, column)) < len(body):
        return []
    runs: list[list[Row]] = [[]]
    for row in body:
        runs[-1].append(row)
        if len(runs[-1]) > 1 and _make(runs[-1], column, cell):
            runs.append([])
    return runs[:-1] if not runs[-1] else []


def _make(run: list[Row], column: int, cell: Cell) -> bool:
    cells = _cells(run, column)
    reached = sum((c.value for c in cells if c.value is not None), Decimal())
    return cell.value is not None and abs(reached - cell.value) <= rounding([c.text for c in cells], cell.text, None)


def _cells(body: list[Row], column: int) -> list[Cell]:
    return [row[column] for row in body if column in row and row[column].value is not None]
