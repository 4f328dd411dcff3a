"""Lines of a PDF that are drawn where they do not stand: text boxes after the text of the page, or all lines in no order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from .pdf_layout import Page
from .pdf_letters import TextLine

ALONE = 0.9
"""A line has a height of its own where no other line's is nearer than this, in sizes."""
UPS, OFTEN = 3, 0.2
"""How often, and in what share of its lines, a page goes up again where it has no order."""
BESIDE = 0.2
"""Share of the lines of such a page that may stand beside another, as in the head of a report."""
MOST = 0.34
"""Share of the lines of a page that may stand in boxes."""


def in_order(lines: list[TextLine]) -> list[TextLine]:
    """The lines of a page from its top down where the file draws them in no order: some programs write them as they were edited.

    Only where nearly all lines stand alone and over one another: columns and cells have an order that heights do not tell.
    """
    ups = sum(b.y > a.y + ALONE * b.size for a, b in pairwise(lines))
    if ups < UPS or ups < OFTEN * len(lines):
        return lines
    found = sorted(lines, key=lambda line: -line.y)
    alike = [a.y - b.y < ALONE * min(a.size, b.size) for a, b in pairwise(found)]
    over = [_over(a, b) for a, b in pairwise(found)]
    if sum(alike) > BESIDE * len(found) or sum(over) < (1 - 2 * BESIDE) * len(over):
        return lines
    rows = [0, *accumulate(not beside for beside in alike)]
    return [line for _, line in sorted(zip(rows, found, strict=True), key=lambda pair: (pair[0], pair[1].x0))]


def _over(a: TextLine, b: TextLine) -> bool:
    """Whether one line stands over the other, no more beside it than over it."""
    shared = min(a.x1, b.x1) - max(a.x0, b.x0)
    return shared > 0 and 2 * shared >= min(a.x1 - a.x0, b.x1 - b.x0)


def into_place(pages: Sequence[Page]) -> None:
    """Put lines that a page draws last, but shows alone between lines of its text, where they are seen."""
    for page in pages:
        first = page is pages[0]
        lowest = min(range(len(page.lines)), key=lambda k: page.lines[k].y, default=0)
        text, boxes = page.lines[: lowest + 1], page.lines[lowest + 1 :]
        if boxes and len(boxes) <= MOST * len(page.lines) and all(alone(line, text, first=first) for line in boxes):
            for line in sorted(boxes, key=lambda line: -line.y):
                above = max((k for k, other in enumerate(text) if other.y > line.y), default=-1)
                text.insert(above + 1, line)
            page.lines = text


def alone(line: TextLine, text: Sequence[TextLine], *, first: bool = False) -> bool:
    """Whether a line stands beside none of the text; on the ``first`` page, whose head may be stamped over, below its first line."""
    return not (first and line.y > text[0].y) and all(abs(line.y - other.y) >= ALONE * line.size for other in text)
