"""Text set in two columns, and two pages side by side on one sheet: each column becomes a page of its own, with its own notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise
from statistics import median

from .pdf_layout import Page
from .pdf_letters import TextLine
from .pdf_rules import Rules, grids

MANY = 10
"""Lines on each side of the white space of a page that shows the columns; title blocks and signatures have fewer."""
FEW = 2
"""The same for other pages, with the white space in the same place."""
PROSE = 20
"""Characters that half of a column's lines have at least; cells of tables have fewer."""
TURNS = 4
"""The content has a column in one piece, notes perhaps apart; a table has its cells row by row."""
NARROW = 8.0
"""Points of white space between columns at least; of small letters so many sizes do."""
SMALL = 0.8
STEP = 2.0
MIDDLE = (0.3, 0.7)
"""Shares of the page's width between which the white space is looked for."""
NEAR = 0.05
"""Share of the page's width by which the middle of a centred line may miss that of the page: its margins differ."""
LONG = 0.55
"""Lines of more than this share of the page's width are in no column."""


@dataclass(frozen=True, slots=True)
class _Set:
    """A line as it is set on its page; ``at`` is its place in the content."""

    x0: float
    x1: float
    at: int
    line: TextLine
    over: bool = False
    """Whether it stands over all columns, however short it is."""

    def crosses(self, x: float) -> bool:
        return self.over or self.x0 < x < self.x1


def part_columns(pages: Sequence[Page]) -> list[Page]:
    """The pages with every column of text as one; lines know their column from 1."""
    settings = [_titled(page) for page in pages]
    gutters = [_gutter(page, lines) for page, lines in zip(pages, settings, strict=True)]
    known = sorted({gutter for gutter in gutters if gutter is not None})
    if not known:
        return list(pages)
    out: list[Page] = []
    for page, lines, found in zip(pages, settings, gutters, strict=True):
        tried = known if found is None else [found]
        gutter = next((x for x in tried if any(_columns(band, x, FEW) for _, band in _bands(lines, x))), None)
        out += [page] if gutter is None else _split(page, lines, gutter)
    return out


def _titled(page: Page) -> list[_Set]:
    """The lines as set; what stands in the middle, below all that comes before it and above all behind, is over all columns."""
    lines, near = page.lines, NEAR * page.width
    before = list(accumulate((line.y for line in lines), min, initial=float("inf")))
    behind = list(accumulate((line.y for line in reversed(lines)), max, initial=float("-inf")))[::-1]
    return [
        _Set(
            line.x0, line.x1, at, line,
            abs(line.x0 + line.x1 - page.width) < 2 * near and behind[at + 1] < line.y < before[at],
        )
        for at, line in enumerate(lines)
    ]  # fmt: skip


def _gutter(page: Page, lines: Sequence[_Set]) -> float | None:
    """Middle of the white space between two columns."""
    if len(lines) < 2 * MANY or 2 * sum(one.x1 - one.x0 > LONG * page.width for one in lines) > len(lines):
        return None
    tables = grids(page.rules)
    free = [one for one in lines if not any(grid.place(one.x0 + 1, one.line.y + 1) for grid in tables)]
    start, stop = (int(share * page.width / STEP) for share in MIDDLE)
    crossing = [(sum(one.crosses(STEP * k) for one in free), STEP * k) for k in range(start, stop)]
    fewest = min(crossing)[0]
    runs = [[x for _, x in run] for count, run in groupby(crossing, key=lambda one: one[0]) if count == fewest]
    widest = max(runs, key=len)
    x = (widest[0] + widest[-1]) / 2
    wide = widest[-1] - widest[0] >= min(NARROW, SMALL * median(one.line.size for one in lines)) - STEP
    return x if wide and any(_columns(band, x, MANY) for _, band in _bands(free, x)) else None


def _bands(lines: Sequence[_Set], x: float) -> Iterator[tuple[list[_Set], list[_Set]]]:
    """From the top: what crosses ``x`` on one level, and the lines under it up to the next such level."""
    levels = sorted({one.line.y for one in lines if one.crosses(x)}, reverse=True)
    for top, foot in pairwise([float("inf"), *levels, float("-inf")]):
        above = [one for one in lines if one.line.y == top and one.crosses(x)]
        yield above, [one for one in lines if foot < one.line.y <= top and not one.crosses(x)]


def _columns(band: Sequence[_Set], x: float, least: int) -> bool:
    """Whether lines stand in two columns left and right of ``x``, and the content has one after the other."""
    sides = [one.x0 >= x for one in band]
    turns = sum(a != b for a, b in pairwise(sides))
    halves = [[one for one, right in zip(band, sides, strict=True) if right is side] for side in (False, True)]
    prose = all(2 * sum(len(one.line.text) >= PROSE for one in half) >= len(half) for half in halves)
    # the last page may fill only one column
    return prose and turns <= TURNS and len(halves[0]) >= least and (least <= FEW or len(halves[1]) >= least)


def _split(page: Page, lines: Sequence[_Set], x: float) -> list[Page]:
    """The page as pages: what runs over the whole width, and each column, from the top."""
    parts: list[tuple[int, list[_Set]]] = []
    whole: list[_Set] = []
    for above, band in _bands(lines, x):
        whole += above
        if not _columns(band, x, FEW):
            whole += band
            continue
        parts += [(0, whole), (1, [one for one in band if one.x0 < x]), (2, [one for one in band if one.x0 >= x])]
        whole = []
    return [_part(page, column, found, x) for column, found in [*parts, (0, whole)] if found]


def _part(page: Page, column: int, lines: Sequence[_Set], x: float) -> Page:
    found = [one.line for one in sorted(lines, key=lambda one: one.at)]
    for line in found:
        line.column = column
    rules = page.rules
    if column:
        across, down = (
            tuple(r for r in rules.across if (r.start + r.end < 2 * x) == (column == 1)),
            tuple(r for r in rules.down if (r.at < x) == (column == 1)),
        )
        rules = Rules(across, down)
    return replace(page, lines=found, notes=[], rules=rules)
