"""Words that stand on their side on an upright page, as in the head of a narrow column: each run of them becomes a line.

Its letters are set where the run stands, all within a letter's width, so that a table finds them in their cell.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import isfinite, pi
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium_c

from .pdf_letters import Glyph, TextLine

Extent: TypeAlias = tuple[float, float]
GAP = 0.15
"""A gap of this share of the size is a space."""
NEXT = 1.75
"""Lines of one text are at most so many sizes apart."""
BODY = 0.75
"""Share of the size that a letter rises above its baseline."""
UP = 3
"""Quarters of a turn, clockwise, of letters that are read from below."""

SLANT = 0.28
"""Share of a quarter up to which letters only lean, as a made-up italic does."""


def turned(text: Any, index: int) -> int:
    """Quarters of a turn, clockwise, that a character of a text page stands away from upright (-1: a slant)."""
    quarters = pdfium_c.FPDFText_GetCharAngle(text, index) / (pi / 2)
    if not isfinite(quarters):
        return 0
    if pdfium_c.FPDFText_GetFontSize(text, index) < 0:
        quarters += 2  # a negative size turns the letter back
    return round(quarters) % 4 if abs(quarters - round(quarters)) <= SLANT else -1


@dataclass(slots=True)
class Sideways:
    """The letters of one run, by lines of their own; ``extent`` measures a letter along the page's height."""

    page: int
    extent: Callable[[Glyph], Extent]
    rows: list[list[Glyph]] = field(default_factory=list)

    def take(self, glyph: Glyph) -> bool:
        """Add a letter; False when it belongs to another run."""
        if not self.rows:
            self.rows.append([glyph])
            return True
        last = self.rows[-1][-1]
        size = max(glyph.font.size, last.font.size)
        if last.font.turn != glyph.font.turn:
            return False
        if abs(glyph.x0 - last.x0) < GAP * size and self._forward(last, glyph) > -size:
            self.rows[-1].append(glyph)
            return True
        # the content, or PDFium, may have the second line before the first
        if abs(glyph.x0 - last.x0) > NEXT * size or not self._beside(glyph):
            return False
        self.rows.append([glyph])
        return True

    def line(self) -> TextLine:
        """The run as one line."""
        self.rows.sort(key=lambda row: row[0].x0 if row[0].font.turn == UP else -row[0].x0)
        ends = [edge for row in self.rows for g in (row[0], row[-1]) for edge in self.extent(g)]
        first = self.rows[0][0]
        left = first.x0 - BODY * first.font.size if first.font.turn == UP else first.x0
        middle = (min(ends) + max(ends)) / 2
        made: list[Glyph] = []
        for row in self.rows:
            for at, glyph in enumerate(row):
                gap = self._forward(row[at - 1], glyph) > GAP * glyph.font.size if at else bool(made)
                if gap:
                    made.append(Glyph(" ", glyph.index, left, left, middle, glyph.font))
                made.append(replace(glyph, x0=left, x1=left + BODY * glyph.font.size, y=middle))
        line = TextLine(self.page, made)
        line.settle()
        return line

    def _forward(self, last: Glyph, glyph: Glyph) -> float:
        """White space between two letters in the direction of reading."""
        before, behind = self.extent(last), self.extent(glyph)
        return behind[0] - before[1] if glyph.font.turn == UP else before[0] - behind[1]

    def _beside(self, glyph: Glyph) -> bool:
        """Whether a letter that begins a line lies where the line before it lies."""
        ends = [edge for g in (self.rows[-1][0], self.rows[-1][-1]) for edge in self.extent(g)]
        low, high = self.extent(glyph)
        return low < max(ends) + glyph.font.size and high > min(ends) - glyph.font.size
