"""Indicators in tables: the total of a column, or the only figure of a row, whose head is one of the indicator's."""

from __future__ import annotations

from collections.abc import Iterator

from ..checks.figures.reading.grid import TOTAL, Cell, Row
from ..model import Indicator
from .phrases import plain


def table_figures(tables: list[list[Row]], indicator: Indicator) -> Iterator[Cell]:
    """Cells with the indicator's figure."""
    heads = {plain(c) for c in indicator.columns}
    for rows in tables if heads else ():
        totals = [row for row in rows[1:] if any(TOTAL.match(c.text) for c in row.values())]
        for column, head in rows[0].items():
            cell = totals[0].get(column) if len(totals) == 1 and plain(head.text) in heads else None
            if cell is not None and cell.value is not None:
                yield cell
        for row in rows[1:]:
            yield from _only(row, heads)


def _only(row: Row, heads: set[str]) -> Iterator[Cell]:
    numbers = [c for _, c in sorted(row.items())[1:] if c.value is not None]
    if len(numbers) == 1 and any(plain(c.text) in heads for c in row.values()):
        yield numbers[0]
