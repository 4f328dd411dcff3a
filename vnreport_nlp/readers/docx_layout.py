"""Tables that only lay out a page: a cell that holds headings and the text under them reads as body, not as a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Story
from .docx_content import RawParagraph
from .docx_lines import LONGEST_TITLE

Cell = tuple[int, int, int]
MIN_PROSE = 25
"""Fewest words of a paragraph of running text: what stands in the cells of a data table is shorter."""
MIN_HEADINGS = 2
"""A table with fewer headings over running text than this holds data; one row of a plan may look like a section."""
MIN_SHARE = 0.7
"""Share of the table's characters that must stand in cells with headings, and of a row's that must stand in one cell."""
MAX_BESIDE = 1
"""More cells with text beside one with headings make a row of data."""
_HEADING = re.compile(
    r"\s*(?:(?:[IVX]{1,5}|[A-HKLMNĐ]|\d{1,2}(?:\.\d{1,2}){0,4})\s?[.)/–-]|\d{1,2}(?:\.\d{1,2})+\s|(?:phần|chương|mục)\s+(?:thứ\s|[IVX]+\b|\d))", re.IGNORECASE
)  # fmt: skip
_SENTENCE_END = re.compile(r"[.;,…]\s*$")


def settle_layout(found: Sequence[RawParagraph], table: int, story: Story, cell: Cell | None) -> None:
    """Turn the layout cells of a table just read into its surroundings, ``story`` and ``cell``."""
    cells: dict[Cell, list[RawParagraph]] = {}
    for paragraph in found:
        if paragraph.cell is not None and paragraph.cell[0] == table and paragraph.story == "table":
            cells.setdefault(paragraph.cell, []).append(paragraph)
    layout = _layout_cells(cells)
    for place in layout:
        for paragraph in cells[place]:
            paragraph.story, paragraph.cell = story, cell


def _layout_cells(cells: dict[Cell, list[RawParagraph]]) -> list[Cell]:
    """The cells that hold sections, when they are what the table is made of."""
    sizes = {place: sum(p.length for p in inside) for place, inside in cells.items()}
    rows: dict[int, list[int]] = {}
    for (_, row, _), size in sizes.items():
        rows.setdefault(row, []).extend([size] if size else [])
    sections = {place: n for place, inside in cells.items() if (n := _sections(inside))}
    alone = all(
        len(rows[row]) <= MAX_BESIDE + 1 and sizes[table, row, column] >= MIN_SHARE * sum(rows[row])
        for table, row, column in sections
    )
    held = sum(sizes[place] for place in sections)
    if sum(sections.values()) < MIN_HEADINGS or not alone or held < MIN_SHARE * sum(sizes.values()):
        return []
    return list(sections)


def _sections(inside: Sequence[RawParagraph]) -> int:
    """How many headings of a cell have running text somewhere under them."""
    headings = open_headings = 0
    for paragraph in inside:
        text = paragraph.raw
        size = len(text.split())
        if _is_heading(paragraph, text, size):
            open_headings += 1
        elif size >= MIN_PROSE and open_headings:
            headings, open_headings = headings + open_headings, 0
    return headings


def _is_heading(paragraph: RawParagraph, text: str, size: int) -> bool:
    if not 0 < size <= LONGEST_TITLE or _SENTENCE_END.search(text):
        return False
    labelled = paragraph.label is not None and not paragraph.label.bullet
    return labelled or paragraph.level is not None or _HEADING.match(text) is not None
