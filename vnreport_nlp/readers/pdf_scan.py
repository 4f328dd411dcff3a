"""Whether a page of a PDF is a picture of text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

STAMP_CHARS = 400
"""A page that is one picture with no more characters than this holds only a signature stamp."""
BARE_CHARS = 15
PICTURE = 0.5
"""Share of the page that a scan's picture covers at least."""


def is_scan(page: Any, chars: int) -> bool:
    """Whether a page is a picture of text: no characters but something drawn, or a covering picture and only a stamp."""
    if chars > STAMP_CHARS:
        return False
    width, height = page.get_size()
    drawn, covered = 0, 0.0
    for item in page.get_objects(max_depth=3):
        drawn += item.type in (pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_SHADING)
        if item.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = _bounds(item)
            covered += max(0.0, right - left) * max(0.0, top - bottom) / max(1.0, width * height)
        if drawn > 2_000:
            break
    return covered >= PICTURE or (chars < BARE_CHARS and drawn > 50)


def _bounds(item: Any) -> tuple[float, float, float, float]:
    bounds: Callable[[], tuple[float, float, float, float]] = getattr(item, "get_bounds", None) or item.get_pos
    try:
        return bounds()
    except pdfium.PdfiumError:
        return (0.0, 0.0, 0.0, 0.0)
