"""Page turns inside the rows of a Word table: the cells of a row stand side by side, so each begins where the row begins.

Word notes ``w:lastRenderedPageBreak`` in the order of the file. A row that runs over a page's end has one in every cell that
runs over it, and one more at the start of what comes next, where the page turns back: their sum is no page number.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class RowPages:
    """The pages of one row while its cells are read: ``start`` its first, ``end`` the furthest that a cell reached."""

    start: int
    end: int
    over: bool = False
    """Whether the cell with text before the present one ran over a page's end: a break before any text turns back."""
    text: bool = False
    """Whether the present cell has shown text."""
    row_text: bool = False
    """Whether a cell before it has."""

    @classmethod
    def below(cls, last: RowPages | None, page: int) -> RowPages:
        """The row that begins on ``page``, under the row ``last``."""
        return cls(page, page, last is not None and last.over)

    def turned(self, page: int, *, text: bool) -> int:
        """The page behind a break, ``text`` when its paragraph has shown some before."""
        if self.text or text:
            return page + 1
        if self.over:
            self.over = False
            return page
        if not self.row_text:
            self.start += 1
        return page + 1

    def close(self, page: int) -> int:
        """The cell ended on ``page``; where the next one begins."""
        self.end = max(self.end, page)
        if self.text:
            self.over, self.text, self.row_text = page > self.start, False, True
        return self.start
