"""Pages whose text runs up, down or upside down in the file: turned by quarters, so that lines are lines."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pypdfium2.raw as pdfium_c

from .pdf_scan import is_scan
from .pdf_sideways import turned

SAMPLE = 60
"""Characters of a page that are asked for their direction."""
MOST = 0.6
"""Share of them that must run the same way; a page with a few words along its edge stays."""


def set_upright(document: Any, index: int) -> Any:
    """Open a page; one whose text mostly runs another way than left to right is opened again, turned in memory only."""
    page = document[index]
    textpage = page.get_textpage()
    try:
        quarter, count = _direction(textpage.raw), pdfium_c.FPDFText_CountChars(textpage.raw)
    finally:
        textpage.close()
    # a stamp on its side tells nothing of the picture of text behind it
    if not quarter or is_scan(page, count):
        return page
    left, bottom, right, top = page.get_cropbox()
    turned = {1: (0, 1, -1, 0, top, -left), 2: (-1, 0, 0, -1, right, top), 3: (0, -1, 1, 0, -bottom, right)}[quarter]
    width, height = (right - left, top - bottom) if quarter == 2 else (top - bottom, right - left)
    clip = pdfium_c.FS_RECTF(0, height, width, 0)
    if pdfium_c.FPDFPage_TransFormWithClip(page.raw, pdfium_c.FS_MATRIX(*turned), clip):
        page.set_mediabox(0, 0, width, height)
        page.set_cropbox(0, 0, width, height)
        page.set_rotation(0)
        page.close()
        page = document[index]
    return page


def _direction(text: Any) -> int:
    """Quarters of a turn, clockwise, that most characters stand away from upright."""
    count = pdfium_c.FPDFText_CountChars(text)
    step = max(1, count // SAMPLE)
    asked = [i for i in range(0, count, step) if pdfium_c.FPDFText_GetUnicode(text, i) > ord(" ")]
    quarters = Counter(turned(pdfium_c.FPDFText_GetCharAngle(text, i)) for i in asked)
    quarter, share = quarters.most_common(1)[0] if quarters else (0, 0)
    return quarter if quarter > 0 and share >= MOST * len(asked) else 0
