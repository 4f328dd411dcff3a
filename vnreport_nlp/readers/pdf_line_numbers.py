"""Numbers of lines that Word prints in the margin of a draft: they count its lines, and are no text of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .pdf_layout import Page
from .pdf_letters import TextLine

FEWEST = 5
"""Numbers on one page that show that lines are counted; a page with fewer has them only beside such a page."""
GAP = 0.6
"""White space between such a number and its line, in sizes: more than between words."""
SAME = 2.0
"""Points by which right edges of the numbers differ."""
COUNTED = 0.7
"""Share of a page's lines that must be counted: rows of a table have other lines between."""
LONG = 0.45
"""Share of the page's width that half of the lines beside the numbers reach: those of a table do not."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line that begins with a figure apart from the rest, or is nothing else."""

    line: TextLine
    value: int
    x1: float
    end: int
    """How many of the line's glyphs the number is, with the blanks behind it."""


def drop_line_numbers(pages: Sequence[Page]) -> None:
    """Take the numbers of lines away from pages that have them in their left margin."""
    every = [_numbered(page.lines) for page in pages]
    edges = [_edge(page, found) for page, found in zip(pages, every, strict=True)]
    known = Counter(round(edge) for edge in edges if edge is not None)
    if not known:
        return
    usual = known.most_common(1)[0][0]
    for page, found, edge in zip(pages, every, edges, strict=True):
        right = usual if edge is None else edge
        numbers = [one for one in found if abs(one.x1 - right) <= SAME]
        if edge is not None or (numbers and _left_of_text(page, numbers)):
            _take(page, numbers)


def _numbered(lines: Sequence[TextLine]) -> list[_Numbered]:
    found = []
    for line in lines:
        glyphs = line.glyphs
        start = next((i for i, g in enumerate(glyphs) if g.char != " "), len(glyphs))
        stop = next((i for i in range(start, len(glyphs)) if not glyphs[i].char.isdecimal()), len(glyphs))
        rest = next((i for i in range(stop, len(glyphs)) if glyphs[i].char != " "), len(glyphs))
        figures = "".join(g.char for g in glyphs[start:stop])
        apart = rest == len(glyphs) or glyphs[rest].x0 - glyphs[stop - 1].x1 >= GAP * line.size
        if 0 < len(figures) <= 4 and apart:
            found.append(_Numbered(line, int(figures), glyphs[stop - 1].x1, rest))
    return found


def _edge(page: Page, found: Sequence[_Numbered]) -> float | None:
    """The right edge of the numbers that count the lines of a page; None where none do."""
    if len(found) < FEWEST:
        return None
    right = Counter(round(one.x1) for one in found).most_common(1)[0][0]
    numbers = sorted((one for one in found if abs(one.x1 - right) <= SAME), key=lambda one: -one.line.y)
    steps = {below.value - above.value for above, below in pairwise(numbers)}
    step = min(steps, default=0)
    if len(numbers) < FEWEST or len(steps) != 1 or step < 1 or numbers[0].value % step:
        return None
    texts = _texts(page, numbers)
    levels = len({round(line.y) for line in texts})
    long = sum(line.x1 - line.x0 >= LONG * page.width for line in texts)
    whole = len(numbers) * step >= COUNTED * levels and 2 * long >= len(texts)
    return right if whole and _left_of_text(page, numbers) else None


def _texts(page: Page, numbers: Sequence[_Numbered]) -> list[TextLine]:
    """The lines that hold more than a number of a line."""
    alone = {id(one.line) for one in numbers if one.end == len(one.line.glyphs)}
    return [line for line in page.lines if id(line) not in alone]


def _left_of_text(page: Page, numbers: Sequence[_Numbered]) -> bool:
    """Whether all text of a page stands right of the numbers."""
    ends = {id(one.line): one.end for one in numbers}
    right = max(one.x1 for one in numbers)
    return all(
        next((g.x0 for g in line.glyphs[ends.get(id(line), 0) :] if g.char != " "), right + 1) > right
        for line in page.lines
    )


def _take(page: Page, numbers: Sequence[_Numbered]) -> None:
    kept = {id(line) for line in _texts(page, numbers)}
    for one in numbers:
        if id(one.line) in kept:
            one.line.put(one.line.glyphs[one.end :])
    page.lines = [line for line in page.lines if id(line) in kept]
