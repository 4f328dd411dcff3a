"""Paragraphs whose letters are known with their look when they end: what does not show is taken out of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .docx_content import Chunk, RawParagraph
from .docx_shades import PAPER, UNKNOWN, alike
from .unseen import Hidden, is_prose


def settle_unseen(paragraph: RawParagraph, hidden: Hidden, *, behind: str = "", off: bool = False) -> None:
    """Take out specks and, of prose, letters as pale as what lies behind; all of it where the paragraph is ``off`` the page.

    ``behind`` is what lies behind letters that say nothing of it, the paper when empty.
    """
    faint = [off or _pale(chunk, behind or PAPER) for chunk in paragraph.chunks]
    specks = [chunk.run.sight.speck for chunk in paragraph.chunks]
    if not any(faint) and not any(specks):
        return
    for chunk, pale, speck in zip(paragraph.chunks, faint, specks, strict=True):
        if pale or speck:
            hidden.note(chunk.text)
    prose = is_prose(paragraph.raw)
    _leave_out(paragraph, [speck or (pale and prose) for pale, speck in zip(faint, specks, strict=True)])


def _pale(chunk: Chunk, behind: str) -> bool:
    colour = chunk.run.sight.colour
    return colour not in (None, UNKNOWN) and alike(str(colour), chunk.run.sight.behind or behind)


def _leave_out(paragraph: RawParagraph, gone: list[bool]) -> None:
    """Drop chunks; what happened inside of them happens where they stood."""
    if not any(gone):
        return
    moved = _moves([(len(c.text), g) for c, g in zip(paragraph.chunks, gone, strict=True)])
    paragraph.chunks = [chunk for chunk, one in zip(paragraph.chunks, gone, strict=True) if not one]
    paragraph.length = sum(len(chunk.text) for chunk in paragraph.chunks)
    paragraph.events = [
        replace(event, at=moved(event.at), end=event.end if event.end < 0 else moved(event.end))
        for event in paragraph.events
        if event.kind != "inserted" or moved(event.at) < moved(event.end)
    ]


def _moves(parts: list[tuple[int, bool]]) -> Callable[[int], int]:
    """Where an offset comes to lie when some of the parts, given by their lengths, are dropped."""

    def moved(offset: int) -> int:
        at = kept = 0
        for length, gone in parts:
            inside = min(max(offset - at, 0), length)
            kept += 0 if gone else inside
            at += length
        return kept

    return moved
