"""Tables of a PDF: lines cut at the columns' edges and put in order cell by cell, a table that goes on over the page made one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .docx_content import RawParagraph
from .docx_layout import MIN_HEADINGS, is_number, is_title, settle_layout, settle_report
from .docx_styles import PLAIN_RUN
from .joins import ENDS
from .pdf_columns import columns
from .pdf_layout import SPACE, Block, Page
from .pdf_letters import Glyph, TextLine
from .pdf_rules import Grid, grids

Place = tuple[int, int]
PADDING = 5.4
"""White space inside a cell's edge, in points (0.19 cm in Word and LibreOffice)."""
SAME = 4.0
"""Columns of two parts of one table lie at most so far apart."""
MIDDLE = 0.3
"""Share of the size from the baseline up to the middle of a small letter."""


@dataclass(slots=True)
class _Part:
    """What one page holds of a table: lines by cell, and whether text stands above or below it on the page."""

    xs: tuple[float, ...]
    cells: dict[Place, list[TextLine]] = field(default_factory=dict)
    at: int = 0
    last: int = 0
    sure: bool = True

    @property
    def rows(self) -> int:
        """Rows with text or without, up to the last one that has some."""
        return max((row for row, _ in self.cells), default=-1) + 1

    def drop_first(self) -> None:
        """Take the first row out."""
        self.cells = {(r - 1, c): found for (r, c), found in self.cells.items() if r}

    def row_lines(self, number: int) -> dict[int, list[TextLine]]:
        """The lines of one row by column."""
        return {c: found for (r, c), found in sorted(self.cells.items()) if r == number}

    def row(self, number: int) -> list[tuple[int, str]]:
        """The words of one row."""
        found = [(c, " ".join(line.text for line in lines)) for (r, c), lines in self.cells.items() if r == number]
        return sorted((c, " ".join(text.split())) for c, text in found)


def take_tables(pages: Sequence[Page]) -> None:
    """Put the cells of tables, as lines that know their cell, in place of the lines that ran through them."""
    number = 0
    open_table: _Part | None = None
    cut: _Cut | None = None
    offset = 0
    every = [_parts(page) for page in pages]
    _drop_unsure(pages, every)
    for page, parts in zip(pages, every, strict=True):
        lines: list[TextLine] = []
        taken = 0
        for index, part in enumerate(parts):
            above = page.lines[taken : part.at]
            lines += above
            goes_on = open_table is not None and not index and not above and _same_columns(open_table.xs, part.xs)
            if goes_on and open_table is not None:
                if part.row(0) == open_table.row(0) and part.rows > 1:
                    # Word repeats the table's head on every page
                    part.drop_first()
                if cut is not None and _is_rest(cut.cells, part.row_lines(0)):
                    cut.take(part)
            else:
                number, offset, open_table = number + 1, 0, part
            for (row, column), found in sorted(part.cells.items()):
                for line in found:
                    line.cell = (number, offset + row + 1, column + 1)
                lines += found
            offset += part.rows
            taken = part.last
            if part.rows:
                cut = _Cut(page, part.row_lines(part.rows - 1))
        rest = page.lines[taken:]
        if rest or not parts:
            open_table = cut = None
        page.lines = lines + rest


@dataclass(frozen=True, slots=True)
class _Cut:
    """The last row of a table on a page, which the page's end may have cut."""

    page: Page
    cells: dict[int, list[TextLine]]

    def take(self, part: _Part) -> None:
        """Put the rest of the row, the first of the next page, where its cells are."""
        for column, found in part.row_lines(0).items():
            above = self.cells[column][-1]
            at = next(i for i, line in enumerate(self.page.lines) if line is above) + 1
            for line in found:
                line.cell = above.cell
            self.page.lines[at:at] = found
            self.cells[column] += found
        part.drop_first()


def _is_rest(row: Mapping[int, Sequence[TextLine]], below: Mapping[int, Sequence[TextLine]]) -> bool:
    """Whether the first row of a page is the rest of the last one before: no new number, and text that goes on in its cell."""
    if not below or min(row, default=0) in below or not below.keys() <= row.keys():
        return False
    return all(_goes_on(row[column][-1], lines[0]) for column, lines in below.items())


def _goes_on(above: TextLine, line: TextLine) -> bool:
    """Whether a line of a cell goes on with the one above: two of no room there, no end of a sentence, and a small letter tell it."""
    wrapped = above.x1 + SPACE * line.size + line.first_width > above.room
    open_end = any(map(str.isalpha, above.text)) and not ENDS.search(above.text)
    return wrapped + open_end + line.text.lstrip()[:1].islower() >= 2


def _drop_unsure(pages: Sequence[Page], every: Sequence[list[_Part]]) -> None:
    """A row or two at the end or start of a page are a table only when the other page goes on with it."""
    for index, parts in enumerate(every):
        before = every[index - 1][-1] if index and every[index - 1] else None
        behind = every[index + 1][0] if index + 1 < len(every) and every[index + 1] else None
        if before is not None and (not before.sure or before.last < len(pages[index - 1].lines)):
            before = None
        if behind is not None and (not behind.sure or behind.at > 0):
            behind = None
        for part in [p for p in parts if not p.sure]:
            first = before is not None and part.at == 0 and _same_columns(before.xs, part.xs)
            last = behind is not None and part.last == len(pages[index].lines) and _same_columns(behind.xs, part.xs)
            part.sure = first or last
        parts[:] = [p for p in parts if p.sure]


def _same_columns(a: Sequence[float], b: Sequence[float]) -> bool:
    return len(a) == len(b) and all(abs(x - y) <= SAME for x, y in zip(a, b, strict=True))


def _parts(page: Page) -> list[_Part]:
    """The tables of a page in order: ruled ones, and rows whose words stand in columns."""
    found: list[_Part] = []
    taken: set[int] = set()
    for grid in grids(page.rules):
        if all(column == 0 for _, column in grid.merged.values()):
            continue  # a frame round the text
        part, used = _ruled(page, grid, taken)
        if part.cells:
            # a cell alone is no table, but may be the rest of one
            part.sure = len(part.cells) > 1
            found.append(part)
            taken |= used if part.sure else set()
    found += [_Part(c.xs, c.cells, c.used[0], c.used[-1] + 1, c.sure) for c in columns(page.lines, taken)]
    return sorted(found, key=lambda part: part.at)


def _ruled(page: Page, grid: Grid, taken: set[int]) -> tuple[_Part, set[int]]:
    """The lines inside a grid, cut at its columns."""
    part, used = _Part(grid.xs), set()
    for index, line in enumerate(page.lines):
        middle = line.y + MIDDLE * line.size
        if index in taken or not grid.ys[-1] < middle < grid.ys[0]:
            continue
        pieces: dict[Place, list[Glyph]] = {}
        place: Place | None = None
        for glyph in line.glyphs:
            if glyph.char != " ":
                place = grid.place(glyph.x0 + 0.25 * glyph.font.size, middle)
            if place is not None:
                pieces.setdefault(place, []).append(glyph)
        if not pieces:
            continue
        used.add(index)
        for cell, glyphs in pieces.items():
            part.cells.setdefault(cell, []).append(piece(line, glyphs, grid.right(cell) - PADDING))
    if used and max(used) - min(used) + 1 != len(used):
        # words beside the table stand between its lines in the content: their order cannot be kept
        return _Part(grid.xs), set()
    part.at, part.last = min(used, default=0), max(used, default=-1) + 1
    for lines in part.cells.values():
        lines.sort(key=lambda one: (-round(one.y), one.x0))
    return part, used


def piece(line: TextLine, glyphs: Sequence[Glyph], room: float) -> TextLine:
    """A stretch of a line as a line of its own, in a cell whose text may reach to ``room``."""
    kept = list(glyphs)
    while kept and kept[-1].char == " ":
        kept.pop()
    made = TextLine(line.page, kept, room=room)
    made.settle()
    return made


def settle_tables(blocks: list[Block]) -> None:
    """Cells that hold headings with the text under them are part of the body, as in a Word file."""
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.cell is not None:
            tables.setdefault(block.cell[0], []).append(block)
    for number, inside in tables.items():
        raws = [RawParagraph("table", block.cell) for block in inside]
        for raw, block in zip(raws, inside, strict=True):
            raw.add(block.text, PLAIN_RUN, None, None, 0)
        settle_layout(raws, number, "body", None)
        for raw, block in zip(raws, inside, strict=True):
            block.cell = raw.cell
    _settle_banners(blocks, tables)
    _settle_report(blocks)


def _settle_report(blocks: list[Block]) -> None:
    """A report in the rows of tables is the body, its numbers in front of their titles, as in a Word file."""
    raws = [RawParagraph("body" if block.cell is None else "table", block.cell) for block in blocks]
    for raw, block in zip(raws, blocks, strict=True):
        raw.add(block.text, PLAIN_RUN, None, None, 0)
    settle_report(raws)
    gone: set[int] = set()
    for raw, block in zip(raws, blocks, strict=True):
        if block.cell is None or raw.cell is not None:
            continue
        if raw.length:
            block.cell, block.label = None, f"{raw.label.text} " if raw.label is not None else block.label
        else:
            gone.add(id(block))
    blocks[:] = [block for block in blocks if id(block) not in gone]


def _settle_banners(blocks: list[Block], tables: Mapping[int, Sequence[Block]]) -> None:
    """Tables of one row that hold a number and its title, where there are several: headings in frames."""
    banners = [inside for inside in tables.values() if _is_banner(inside)]
    if len(banners) < MIN_HEADINGS:
        return
    for number, title, *wrapped in banners:
        shown = number.text.strip()
        title.label, title.cell = shown + (". " if shown[-1:].isalnum() else " "), None
        title.lines += [line for block in wrapped for line in block.lines]
        for block in (number, *wrapped):
            blocks.remove(block)


def _is_banner(inside: Sequence[Block]) -> bool:
    """Whether a table is a number in one cell and a title in the next, on whatever lines."""
    places = [block.cell[1:] for block in inside if block.cell is not None]
    if len(places) < 2 or places != [(1, 1), *[(1, 2)] * (len(inside) - 1)]:
        return False
    return is_number(inside[0].text) and is_title(" ".join(block.text for block in inside[1:]))
