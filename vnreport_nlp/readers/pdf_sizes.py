"""The size of a PDF's body text, by which titles and notes are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .pdf_layout import Page


def body_size(pages: Sequence[Page]) -> float:
    """Size of the body: the largest that a good part of the characters has (notes may hold more); recognised pages tell it where there are no others."""
    sizes: Counter[float] = Counter()
    for page in [page for page in pages if not page.recognised and page.lines] or pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.glyphs)
    enough = 0.15 * sum(sizes.values())
    return max((size for size, count in sizes.items() if count >= enough), default=0.0)


def fitted_size(pages: Sequence[Page]) -> float:
    """Size of the body; the guessed sizes of recognised pages take its measure where other pages tell it."""
    size = body_size(pages)
    guessed = [page for page in pages if page.recognised and page.lines]
    for page in guessed if any(page.lines and not page.recognised for page in pages) else ():
        usual = body_size([page])
        for line in page.lines:
            line.size = round(line.size * size / usual, 1) if usual else size
    return size
