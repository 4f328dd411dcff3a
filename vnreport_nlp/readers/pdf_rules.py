"""Ruling lines of a PDF page, and the grids of cells that they make."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium_c

THIN = 2.5
"""A filled shape of at most so many points is a line: Word draws borders as such."""
SHORT = 4.0
"""Lines shorter than this are no borders."""
NEAR = 2.5
"""Ends of lines that lie so near touch each other."""
OBJECTS = 20_000
"""Objects of a page that are looked at."""
LINES = 2_000
"""Ruling lines beyond which a page is a drawing, not a table."""
CELLS = 4_000
DEPTH = 3
"""Forms inside one another that are looked into."""
_Matrix: TypeAlias = tuple[float, float, float, float, float, float]
_UNMOVED: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line along one axis: at ``at`` across it, from ``start`` to ``end`` along it, in points."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The horizontal and vertical lines of a page."""

    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Edges of columns from left to right and of rows from top to bottom; ``merged`` names for every place the first one of its cell."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    merged: dict[tuple[int, int], tuple[int, int]]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell (row, column from 0) at a point, None outside."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right([-edge for edge in self.ys], -y) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return self.merged[row, column] if inside else None

    def right(self, cell: tuple[int, int]) -> float:
        """Right edge of a cell."""
        row, column = cell
        while self.merged.get((row, column + 1)) == cell:
            column += 1
        return self.xs[column + 1]


def page_rules(page: Any) -> Rules:
    """All lines that are drawn along the axes; none when there are too many."""
    across: list[Rule] = []
    down: list[Rule] = []
    for item, outer in _paths(page):
        for (x0, y0), (x1, y1) in _strokes(item, outer):
            if abs(y1 - y0) <= THIN and abs(x1 - x0) >= SHORT:
                across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x1 - x0) <= THIN and abs(y1 - y0) >= SHORT:
                down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        if len(across) + len(down) > LINES:
            return Rules()
    return Rules(_joined(across), _joined(down))


def _paths(page: Any) -> Iterator[tuple[Any, _Matrix]]:
    """What is drawn on a page, also inside forms: programs that turn, stamp or gather pages wrap them in one."""
    objects = map(partial(pdfium_c.FPDFPage_GetObject, page.raw), range(pdfium_c.FPDFPage_CountObjects(page.raw)))
    open_ones: list[tuple[Iterator[Any], _Matrix]] = [(objects, _UNMOVED)]
    looked_at = 0
    while open_ones and looked_at < OBJECTS:
        item = next(open_ones[-1][0], None)
        looked_at += 1
        if item is None:
            open_ones.pop()
            continue
        outer, kind = open_ones[-1][1], pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            yield item, outer
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and len(open_ones) <= DEPTH:
            count = pdfium_c.FPDFFormObj_CountObjects(item)
            open_ones.append(
                (map(partial(pdfium_c.FPDFFormObj_GetObject, item), range(count)), _within(_matrix(item), outer))
            )


def _matrix(item: Any) -> _Matrix:
    found = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _within(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """What ``inner`` and then ``outer`` do to a point."""
    if outer == _UNMOVED:
        return inner
    a, b, c, d, e, f = outer
    at = [(x * a + y * c, x * b + y * d) for x, y in (inner[:2], inner[2:4], inner[4:])]
    return (*at[0], *at[1], at[2][0] + e, at[2][1] + f)


def _strokes(item: Any, outer: _Matrix) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight edges of a drawn path, or the middle line of a thin filled one."""
    count = pdfium_c.FPDFPath_CountSegments(item)
    if not 1 < count <= LINES:
        return
    a, b, c, d, e, f = _within(_matrix(item), outer)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(item, fill, stroke)
    x, y = ctypes.c_float(), ctypes.c_float()
    paths: list[list[tuple[float, float]]] = []
    for number in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, number)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO or not paths:
            paths.append([point])
        elif kind == pdfium_c.FPDF_SEGMENT_BEZIERTO:
            return
        else:
            paths[-1].append(point)
            if pdfium_c.FPDFPathSegment_GetClose(segment):
                paths[-1].append(paths[-1][0])
    for points in paths:
        left, right = min(p[0] for p in points), max(p[0] for p in points)
        low, high = min(p[1] for p in points), max(p[1] for p in points)
        if right - left <= THIN or high - low <= THIN:
            yield (left, low), (right, high)
        elif stroke.value:
            yield from pairwise(points)


def _joined(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Pieces of one line made one."""
    found: list[Rule] = []
    for level in _levels([r.at for r in rules]):
        last: Rule | None = None
        for rule in sorted((r for r in rules if abs(r.at - level) <= NEAR), key=lambda r: r.start):
            if last is not None and rule.start <= last.end + NEAR:
                last = Rule(level, last.start, max(last.end, rule.end))
                found[-1] = last
            else:
                last = Rule(level, rule.start, rule.end)
                found.append(last)
    return tuple(found)


def _levels(values: Sequence[float]) -> list[float]:
    """Places of lines; what lies within a line's width of the one before is the same."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def grids(rules: Rules) -> list[Grid]:
    """Tables of more than one cell that the lines of a page make, from the top."""
    groups: list[tuple[list[Rule], list[Rule]]] = []
    for line in rules.across:
        touched = [
            d
            for d in rules.down
            if line.start - NEAR <= d.at <= line.end + NEAR and d.start - NEAR <= line.at <= d.end + NEAR
        ]
        near = [g for g in groups if any(d in g[1] for d in touched)]
        across, down = [line], list(touched)
        for group in near:
            across += group[0]
            down += [d for d in group[1] if d not in down]
            groups.remove(group)
        if touched:
            groups.append((across, down))
    made = [_grid(*group) for group in groups]
    return sorted((g for g in made if g is not None), key=lambda g: -g.ys[0])


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    xs, ys = _levels([d.at for d in down]), _levels([a.at for a in across])[::-1]
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or not 1 < columns * rows <= CELLS:
        return None
    first = {(r, c): (r, c) for r in range(rows) for c in range(columns)}
    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(columns):
            centre = (xs[column] + xs[column + 1]) / 2
            if column and not _drawn(down, xs[column], middle):
                first[row, column] = first[row, column - 1]
            elif row and not _drawn(across, ys[row], centre):
                first[row, column] = first[row - 1, column]
    return Grid(tuple(xs), tuple(ys), first) if len(set(first.values())) > 1 else None


def _drawn(rules: Sequence[Rule], at: float, along: float) -> bool:
    return any(abs(r.at - at) <= NEAR and r.start <= along <= r.end for r in rules)
