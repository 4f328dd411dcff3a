"""Page numbers and running heads of a PDF, which are no text of the draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..expressions import compiled
from .docx_formats import roman
from .joins import page_number
from .pdf_layout import Page
from .pdf_letters import TextLine
from .pdf_rules import Grid, grids

MARGIN = 0.1
"""Share of the page height, above and below, where running heads and page numbers stand."""
BESIDE = 2
"""A figure with so many other lines on its level stands in a row of a table; so it does with one that is no running head."""
_DIGITS = compiled(r"\d+")
_ROMAN = {roman(value).lower(): value for value in range(1, 100)}
RUN = 3
"""Pages on which what stands in the margin is no text of the draft."""


def drop_margins(pages: Sequence[Page]) -> None:
    """Take page numbers and running heads away: figures alone, or the same words on three pages or more."""
    seen: dict[str, set[int]] = defaultdict(set)
    margins: dict[int, list[TextLine]] = {}
    for page in pages:
        tables = grids(page.rules)
        margins[page.number] = [line for line in page.lines if _in_margin(line, page) and not _ruled(line, tables)]
        for line in margins[page.number]:
            seen[_key(line)].add(page.number)
    numerals = _numerals(margins)
    for page in pages:
        gone = numerals | {id(line) for line in margins[page.number] if _is_margin(line, seen, margins[page.number])}
        page.lines = [line for line in page.lines if id(line) not in gone]


def _numerals(margins: dict[int, list[TextLine]]) -> set[int]:
    """Roman page numbers, by identity: on several pages they run in step with the pages."""
    found: dict[int, list[TextLine]] = defaultdict(list)
    for page, lines in margins.items():
        for line in lines:
            value = _ROMAN.get(line.text.strip(" -–.").lower())
            if value is not None:
                found[page - value].append(line)
    return {id(line) for lines in found.values() if len(lines) >= RUN for line in lines}


def _in_margin(line: TextLine, page: Page) -> bool:
    return line.y > page.height * (1 - MARGIN) or line.y < page.height * MARGIN


def _ruled(line: TextLine, tables: Sequence[Grid]) -> bool:
    """Whether a line stands in a cell: a table may reach into the margin."""
    return any(grid.place(line.x0 + 1, line.y + 1) is not None for grid in tables)


def _key(line: TextLine) -> str:
    return _DIGITS.sub("#", " ".join(line.text.split())).lower()


def _is_margin(line: TextLine, seen: dict[str, set[int]], others: Sequence[TextLine]) -> bool:
    if page_number(line.text.strip()) is None:
        return len(seen[_key(line)]) >= RUN
    beside = [o for o in others if o is not line and abs(o.y - line.y) < 1]
    heads = all(len(seen[_key(o)]) > 1 or page_number(o.text.strip()) is not None for o in beside)
    return len(beside) < BESIDE and heads
