"""Tables without ruling lines: rows whose words stand in the same columns, with white space between that runs through all rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..expressions import compiled
from .pdf_letters import Glyph, TextLine

Place = tuple[int, int]
MIN_COLUMNS = 3
MIN_ROWS = 3
"""Fewer rows or columns are the title block, the signatures, or a list set with tabs."""
GAP = 1.1
"""White space between two cells, in sizes; stretched spaces of a justified line are narrower."""
MAX_COLUMNS = 24
MAX_ROWS = 200
TRIES = 60
"""What has more columns or rows is a drawing; so many starts of a table are tried on one page."""
LEVEL = 0.4
"""Lines are on one level when their baselines differ by less, in sizes."""
STEP = 2.6
"""Rows of one table are at most so many sizes apart."""
ALIGNED = 1.5
"""Words of one column begin at most so many points apart."""
EDGE = 12.0
"""White space that a cell keeps before the next column, in points: the inner margins of both cells (10.8 as a rule), and the error of a guess."""
WHITE = 0.15
"""Least white space between two columns that must run through all rows, in sizes: the width of a last letter is a guess."""
_NUMBERED = compiled(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,4})[.)]\s?[^\W\d_]")
FILLED = 0.6
"""Share of the places of a table that hold words."""


@dataclass(frozen=True, slots=True)
class _Words:
    """A stretch of a line between wide gaps."""

    x0: float
    x1: float
    glyphs: tuple[Glyph, ...]


@dataclass(slots=True)
class _Row:
    """Everything on one baseline: its stretches, and the lines they come from by their place on the page."""

    line: TextLine
    words: list[_Words]
    used: list[int]


@dataclass(frozen=True, slots=True)
class Columns:
    """A table: the lines it takes, left edges of its columns, its lines by (row, column) from 0.

    ``sure`` is False for one or two rows at a page's end or start, which are a table only with its other part.
    """

    used: tuple[int, ...]
    xs: tuple[float, ...]
    cells: dict[Place, list[TextLine]]
    sure: bool


def columns(lines: Sequence[TextLine], taken: set[int]) -> list[Columns]:
    """Tables among the lines of a page, from the top."""
    rows = _baselines(lines, taken)
    if len(rows) > MAX_ROWS:
        return []
    for other, row in [*pairwise(rows), *pairwise(reversed(rows))]:
        _split_beside(row, other)
    right = max((words.x1 for row in rows for words in row.words), default=0.0)
    found: list[Columns] = []
    at = tries = 0
    while at < len(rows) and tries < TRIES:
        tries += len(rows[at].words) >= MIN_COLUMNS
        stop = _stretch(rows, at, right)
        # the rest of a row that a page end has cut may stand above the first whole one
        start = 0 if at and stop > at and all(_inside(rows[i], rows[at]) for i in range(at)) else at
        made = _table(rows[start:stop], right, edge=start == 0 or stop == len(rows)) if stop > at else None
        if made is not None and max(made.used) - min(made.used) + 1 == len(made.used):
            found.append(made)
            at = stop
        else:
            at += 1
    return found


def _baselines(lines: Sequence[TextLine], taken: set[int]) -> list[_Row]:
    """Lines on one level as one row, from the top: a page holds its tables cell by cell."""
    rows: list[_Row] = []
    for index in sorted((i for i in range(len(lines)) if i not in taken), key=lambda i: -lines[i].y):
        line = lines[index]
        words = _words(line)
        if rows and abs(rows[-1].line.y - line.y) < LEVEL * line.size:
            rows[-1].words += words
            rows[-1].used.append(index)
        else:
            rows.append(_Row(line, words, [index]))
    for row in rows:
        row.words.sort(key=lambda one: one.x0)
    return rows


def _words(line: TextLine) -> list[_Words]:
    """The line cut at its wide gaps."""
    found: list[list[Glyph]] = []
    before: Glyph | None = None
    for glyph in line.glyphs:
        if glyph.char == " ":
            if found:
                found[-1].append(glyph)
            continue
        if before is None or (glyph.x0 - before.x1 > GAP * line.size and not line.stretched):
            found.append([])
        found[-1].append(glyph)
        before = glyph
    return [_Words(one[0].x0, max(g.x1 for g in one if g.char != " "), tuple(one)) for one in found]


def _split_beside(row: _Row, other: _Row) -> None:
    """Cut a row where a word begins just as a column of the row next to it does: a long cell leaves little white space."""
    if not MIN_COLUMNS <= len(other.words) <= MAX_COLUMNS or len(row.words) < MIN_COLUMNS - 1:
        return
    starts = [words.x0 for words in other.words[1:]]
    found: list[_Words] = []
    for words in row.words:
        cuts = [0]
        for at, (space, glyph) in enumerate(pairwise(words.glyphs), 1):
            if space.char == " " and glyph.char != " " and any(abs(glyph.x0 - x) < ALIGNED for x in starts):
                cuts.append(at)
        for a, b in pairwise([*cuts, len(words.glyphs)]):
            part = words.glyphs[a:b]
            found.append(_Words(part[0].x0, max(g.x1 for g in part if g.char != " "), part))
    row.words = found


def _stretch(rows: Sequence[_Row], at: int, right: float) -> int:
    """End of the run of rows that share columns with the row at ``at``."""
    if not MIN_COLUMNS <= len(rows[at].words) <= MAX_COLUMNS:
        return at
    rivers = _rivers([rows[at]])
    stop = at + 1
    while stop < len(rows):
        row, above = rows[stop], rows[stop - 1]
        drop = above.line.y - row.line.y
        if not 0 < drop <= STEP * row.line.size or abs(row.line.size - rows[at].line.size) > 2:
            break
        if not 0 < len(row.words) <= MAX_COLUMNS:
            break
        left = _shared(rivers, row)
        if len(left) < MIN_COLUMNS - 1 or (len(row.words) < 2 and not _hangs(rows, stop, left, right)):
            break
        rivers, stop = left, stop + 1
    while stop > at and len(rows[stop - 1].words) < 2 and not _hangs(rows, stop - 1, rivers, right):
        stop -= 1
    return stop


def _inside(row: _Row, below: _Row) -> bool:
    """Whether all words of a row stand in columns of the one below."""
    return all(any(abs(w.x0 - b.x0) < ALIGNED for b in below.words) for w in row.words) and bool(
        _shared(_rivers([below]), row)
    )


def _rivers(rows: Sequence[_Row]) -> list[tuple[float, float]]:
    return [(a.x1, b.x0) for row in rows for a, b in pairwise(row.words)]


def _shared(rivers: Sequence[tuple[float, float]], row: _Row) -> list[tuple[float, float]]:
    """What a row leaves of the white space between columns; rivers that it crosses dry up."""
    left: list[tuple[float, float]] = []
    for start, end in rivers:
        for words in row.words:
            if words.x0 < end and words.x1 > start:
                # the part before the words or behind them, whichever is there
                start, end = (start, words.x0) if words.x0 - start > end - words.x1 else (words.x1, end)
        if end - start >= WHITE * row.line.size:
            left.append((start, end))
    return left


def _hangs(rows: Sequence[_Row], index: int, rivers: Sequence[tuple[float, float]], right: float) -> bool:
    """Whether a row of one stretch goes on with a cell of the row above: that cell is full up to the next column."""
    words, above = rows[index].words[0], rows[index - 1]
    return not _heads(words, above) and _goes_on(above, words, [*(end for _, end in rivers), right], rivers)


def _heads(words: _Words, above: _Row) -> bool:
    """Whether words are a numbered heading under a table, not the rest of a cell: bold as no cell above is, or set elsewhere."""
    if _NUMBERED.match("".join(g.char for g in words.glyphs[:12])) is None:
        return False
    bold = words.glyphs[0].font.bold
    return all(w.glyphs[0].font.bold != bold or abs(w.x0 - words.x0) > ALIGNED for w in above.words)


def _column(x: float, rivers: Sequence[tuple[float, float]]) -> int:
    return sum(x >= (start + end) / 2 for start, end in rivers)


def _full(cell: _Words, below: _Words, edge: float, size: float) -> bool:
    """Whether the first word below would not have fitted before the next column."""
    end = next((g.x0 for g in below.glyphs if g.char == " "), below.x1)
    return cell.x1 + 0.25 * size + (end - below.x0) > edge - EDGE


def _table(rows: Sequence[_Row], right: float, *, edge: bool) -> Columns | None:
    """The cells of a run of rows; None where too few places hold words for a table."""
    rivers = _rivers([max(rows, key=lambda row: len(row.words))])
    for row in rows:
        rivers = _shared(rivers, row)
    edges = [*(end for _, end in rivers), right]
    cells: dict[Place, list[TextLine]] = {}
    number = -1
    for index, row in enumerate(rows):
        number += not (index and all(_goes_on(rows[index - 1], w, edges, rivers) for w in row.words))
        for words in row.words:
            column = _column(words.x0, rivers)
            line = TextLine(row.line.page, _trimmed(words.glyphs), room=edges[column] - EDGE)
            line.settle()
            cells.setdefault((number, column), []).append(line)
    filled = len(cells) >= FILLED * (number + 1) * (len(rivers) + 1)
    # letters of no width or far off the page may leave a column without words
    if not filled or (number + 1 < MIN_ROWS and not edge) or {column for _, column in cells} != set(range(len(edges))):
        return None
    starts = [min(w.x0 for row in rows for w in row.words if _column(w.x0, rivers) == c) for c in range(len(edges))]
    used = tuple(sorted(index for row in rows for index in row.used))
    return Columns(used, tuple(starts), cells, number + 1 >= MIN_ROWS)


def _goes_on(above: _Row, words: _Words, edges: Sequence[float], rivers: Sequence[tuple[float, float]]) -> bool:
    """Whether words go on with the cell in the row above: it is full up to its edge."""
    column = _column(words.x0, rivers)
    cell = next((w for w in above.words if _column(w.x0, rivers) == column), None)
    return cell is not None and _full(cell, words, edges[column], above.line.size)


def _trimmed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    kept = list(glyphs)
    while kept and kept[-1].char == " ":
        kept.pop()
    return kept
