"""Letters of a PDF page that nobody sees: the picture of the page is the same without them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pypdfium2.raw as pdfium_c

from .pdf_letters import Glyph
from .pdf_picture import Box, Picture, covered, cut_away, has_shapes, left_out, off_page
from .pdf_scan import MOST, PICTURE
from .unseen import PROSE, Hidden

SPECK = 2.0
"""Points: letters so small are specks on paper."""
GROUP = 10
"""Letters that stand one after the other and do not show: fewer are signs for which a font has no shape."""
FOOT, HIGH = 0.3, 1.3
"""Shares of the size: how far letters reach below their line, and their whole height with marks."""
FAINT = 26
"""Opacity of 255 below which letters are asked whether they show."""
CLOSE = 0.12
"""Share of the size from one letter of a text object to the next below which they lie on one another."""
MOST_OBJECTS = 200_000
"""Things on a page beyond which it is not drawn: each drawing would take seconds."""
ASKED = 3
"""Text objects of a group that are asked why they do not show."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """The letters of one text object that stand together, with their box on the page."""

    at: int
    """Its number on the page."""
    handle: Any
    glyphs: Sequence[Glyph]
    letters: int
    box: Box

    @property
    def tight(self) -> Box:
        """The body of the letters, without the room of marks, which the lines above and below reach into."""
        left, low, right, high = self.box
        return left, low + 0.3 * (high - low), right, low + 0.65 * (high - low)


def shown_glyphs(page: Any, text: Any, runs: Iterable[tuple[int, Sequence[Glyph]]], hidden: Hidden) -> list[Glyph]:
    """The letters of a page that are seen; what is not is noted in ``hidden``.

    ``runs`` are the letters by their text objects. All stay where too few are unseen, where they are a recogniser's behind the picture
    of the page, and where this PDFium cannot leave text out.
    """
    pieces = [_piece(at, key, glyphs) for at, (key, glyphs) in enumerate(runs)]
    known = [piece for piece in pieces if piece.letters]
    gone: set[int] = set()
    drawn = pdfium_c.FPDFPage_CountObjects(page.raw) <= MOST_OBJECTS
    if drawn and hasattr(pdfium_c, "FPDFPageObj_SetIsActive") and _letters(known) >= PROSE:
        suspects = _suspects(page, text, known)
        if _letters(suspects) >= PROSE:
            gone = {piece.at for piece in _unseen(page, text, suspects, known)}
    kept: list[Glyph] = []
    for piece in pieces:
        if piece.at in gone:
            hidden.note("".join(g.char for g in piece.glyphs))
        else:
            kept += piece.glyphs
    return kept


def _letters(pieces: Iterable[_Piece]) -> int:
    return sum(piece.letters for piece in pieces)


def _piece(at: int, key: int, glyphs: Sequence[Glyph]) -> _Piece:
    letters = sum(g.char.isalpha() for g in glyphs)
    if not key or not letters:
        return _Piece(at, None, glyphs, 0, (0.0, 0.0, 0.0, 0.0))
    seen = [g for g in glyphs if g.char != " "]
    left, right, level, size = [g.x0 for g in seen], [g.x1 for g in seen], seen[0].y, seen[0].font.size
    box = min(left), level - FOOT * size, max(*left, *right), level + (HIGH - FOOT) * size
    return _Piece(at, ctypes.cast(key, pdfium_c.FPDF_PAGEOBJECT), glyphs, letters, box)


def _suspects(page: Any, text: Any, pieces: Sequence[_Piece]) -> list[_Piece]:
    """Letters whose look or whose picture says that they may not show."""
    whole = Picture.of(page)
    with left_out(p.handle for p in pieces):
        without = Picture.of(page)
    return [p for p in pieces if not whole.differs(without, p.tight) or _odd(text, p)]


def _odd(text: Any, piece: _Piece) -> bool:
    """Whether letters are drawn so that they show on few pages."""
    pale = piece.glyphs[0].font.colour & 0xF0F0F0 == 0xF0F0F0
    return pale or _invisible(piece.handle) or _speck(text, piece)


def _invisible(handle: Any) -> bool:
    """Whether letters are drawn without ink, or with hardly any."""
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(handle)
    if mode in (pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium_c.FPDF_TEXTRENDERMODE_CLIP):
        return True
    parts = [ctypes.c_uint() for _ in range(4)]
    known = pdfium_c.FPDFPageObj_GetFillColor(handle, *parts)
    return bool(known) and mode == pdfium_c.FPDF_TEXTRENDERMODE_FILL and parts[3].value < FAINT


def _speck(text: Any, piece: _Piece) -> bool:
    """Whether letters are so small on the page, whatever the file calls their size, or so close that they lie on one another."""
    left, low, right, high = piece.box
    if (
        piece.letters >= GROUP
        and right - left < CLOSE * piece.letters * (high - low) / HIGH
        and not piece.glyphs[0].font.turn
    ):
        return True
    glyph = next(g for g in piece.glyphs if g.char != " ")
    box = pdfium_c.FS_RECTF()
    known = pdfium_c.FPDFText_GetLooseCharBox(text.raw, glyph.index, box)
    return bool(known) and 0 < abs(box.top - box.bottom) < SPECK and abs(box.right - box.left) < SPECK


def _unseen(page: Any, text: Any, suspects: Sequence[_Piece], known: Sequence[_Piece]) -> list[_Piece]:
    """Those of the suspects without which the page, in colour, looks the same, and that have a reason for it.

    Letters without ink where a picture or outlines of letters are drawn are those of a recogniser or of a printer's program.
    """
    whole = Picture.of(page, grey=False)
    with left_out(p.handle for p in suspects):
        without = Picture.of(page, grey=False)
    gone = [p for p in suspects if _speck(text, p) or not whole.differs(without, p.tight)]
    with left_out(p.handle for p in known):
        drawn = Picture.of(page, grey=False)
    on_ink = {p.at for p in gone if drawn.has_ink(p.tight)}
    scanned = _letters(p for p in gone if p.at in on_ink)
    if scanned >= MOST * max(_letters(gone), _letters(known)) and covered(page) >= PICTURE:
        return []  # a recogniser's, over the picture of the page or behind it
    gone = [p for p in gone if p.at not in on_ink or not _invisible(p.handle)]
    found: list[_Piece] = []
    for _, group in groupby(enumerate(gone), key=lambda one: one[1].at - one[0]):
        together = [piece for _, piece in group]
        if _letters(together) >= GROUP and any(_reason(page, text, p) for p in together[:ASKED]):
            found += together
    return found if _letters(found) >= PROSE else []


def _reason(page: Any, text: Any, piece: _Piece) -> bool:
    """Whether there is a reason for letters not to show other than a font without shapes for them."""
    return (
        _invisible(piece.handle)
        or _speck(text, piece)
        or off_page(page, piece.box)
        or cut_away(piece.handle, piece.box)
        or has_shapes(page, piece.handle)
    )
