"""Figures of the text that stand in a table word for word: what they tell is that cell and no other."""

from __future__ import annotations

from ....expressions import lazy
from ....model import Document, Span
from ..reading.digits import LONG
from ..reading.text import DIGITS

_NUMBER = lazy(DIGITS)
Told = tuple[str, Span]


def tells_another_cell(document: Document, first: Told, second: Told) -> bool:
    """Whether one figure is a cell, and the other, of ``LONG`` digits or more and outside that table, stands in another cell of it.

    Whoever writes ``vụ Hè Thu 604 ha`` beside a table with 604 has not mistyped the 640 of another row or year.
    """
    for (text, span), (_, at) in ((first, second), (second, first)):
        table = _table_at(document, at.start)
        if table is None or table == _table_at(document, span.start) or sum(c.isdigit() for c in text) < LONG:
            continue
        cells = (
            document.text[p.start : p.end] for p in document.paragraphs if p.cell is not None and p.cell[0] == table
        )
        if any(m[0] == text for cell in cells if text in cell for m in _NUMBER.finditer(cell)):
            return True
    return False


def _table_at(document: Document, at: int) -> int | None:
    """The number of the table that a place stands in."""
    index = document.paragraph_at(at)
    cell = None if index is None else document.paragraphs[index].cell
    return None if cell is None else cell[0]
