"""Text boxes of a PDF: Word and LibreOffice draw them after the text of the page, wherever they stand on it."""

from __future__ import annotations

from collections.abc import Sequence

from .pdf_layout import Page
from .pdf_letters import TextLine

ALONE = 0.9
"""A line has a height of its own where no other line's is nearer than this, in sizes."""
MOST = 0.34
"""Share of the lines of a page that may stand in boxes."""


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
