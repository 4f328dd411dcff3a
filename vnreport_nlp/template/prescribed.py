"""The forms that an outline document prescribes: tables and annexes that every unit copies and fills in."""

from __future__ import annotations

from textwrap import wrap

from ..model import Outline

MOST = 1_500
"""Characters of a piece: a template file takes texts of this length."""
PIECES = 40
"""Pieces that are kept; a form of a hundred rows has two or three."""
LEAST = 12
"""Fewer characters are no form."""


def forms_of(outline: Outline) -> tuple[str, ...]:
    """The text of each run of cells, and of what stands behind the items (``PHỤ LỤC 1``, ``BIỂU 02``), in the order of the document.

    Words that a unit took from there are the outline's, and no copy of another unit's (R601).
    """
    document = outline.document
    runs: list[list[str]] = []
    inside = False
    for p in document.paragraphs:
        text = " ".join(document.text[p.start : p.end].split())
        prescribed = p.story in ("table", "toc") or (
            p.story in ("body", "textbox") and p.start >= outline.closing.start
        )
        prescribed = prescribed and p.start >= outline.front.end
        if prescribed and text:
            runs = [*runs, []] if not inside else runs
            runs[-1].append(text)
        inside = prescribed if text else inside
    texts = [" ".join(run) for run in runs]
    return tuple(piece for text in texts for piece in wrap(text, MOST) if len(piece) >= LEAST)[:PIECES]
