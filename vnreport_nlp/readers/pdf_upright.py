"""Pages whose text runs up, down or upside down in the file: turned by quarters, so that lines are lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium_c

from .pdf_letters import TextLine
from .pdf_scan import is_scan
from .pdf_sideways import turned

SAMPLE = 60
"""Characters of a page that are asked for their direction."""
MOST = 0.6
"""Share of them that must run the same way; a page with a few words along its edge stays."""


def set_upright(document: Any, index: int) -> tuple[Any, Any]:
    """Open a page and its text; a page whose text mostly runs another way than left to right is turned, in memory only.

    So is one moved whose corner is not the origin: what stands in its margins is told by the distance from there.
    """
    page = document[index]
    text = page.get_textpage()
    quarter = _direction(text.raw)
    left, bottom, right, top = page.get_bbox()
    if quarter and is_scan(page, pdfium_c.FPDFText_CountChars(text.raw)):
        quarter = 0  # a stamp on its side tells nothing of the picture of text behind it
    if (quarter or abs(left) >= 1 or abs(bottom) >= 1) and right - left >= 1 and top - bottom >= 1:
        text.close()
        _move(page, quarter, left, bottom, right, top)
        page.close()
        page = document[index]
        text = page.get_textpage()
    elif page.get_rotation() % 180 and not is_scan(page, pdfium_c.FPDFText_CountChars(text.raw)):
        text.close()
        page.set_rotation(0)  # upright text on a page that is shown lying: it is read as it was set
        page.close()
        page = document[index]
        text = page.get_textpage()
    return page, text


def _move(page: Any, quarter: int, left: float, bottom: float, right: float, top: float) -> None:
    """Turn what is drawn by quarters and lay its corner on the origin; seen when the page is opened again."""
    moves = (
        (1, 0, 0, 1, -left, -bottom), (0, 1, -1, 0, top, -left), (-1, 0, 0, -1, right, top), (0, -1, 1, 0, -bottom, right),
    )  # fmt: skip
    width, height = (top - bottom, right - left) if quarter % 2 else (right - left, top - bottom)
    clip = pdfium_c.FS_RECTF(0, height, width, 0)
    if pdfium_c.FPDFPage_TransFormWithClip(page.raw, pdfium_c.FS_MATRIX(*moves[quarter]), clip):
        page.set_mediabox(0, 0, width, height)
        page.set_cropbox(0, 0, width, height)
        if quarter:
            page.set_rotation(0)


def on_page(lines: Sequence[TextLine], page: Any) -> list[TextLine]:
    """The lines that lie, for a part at least, on what is shown of the page."""
    left, bottom, right, top = page.get_bbox()
    if right - left < 1 or top - bottom < 1:
        return list(lines)
    return [one for one in lines if bottom - one.size < one.y < top and one.x0 < right and one.x1 > left]


def _direction(text: Any) -> int:
    """Quarters of a turn, clockwise, that most characters stand away from upright."""
    count = pdfium_c.FPDFText_CountChars(text)
    step = max(1, count // SAMPLE)
    asked = [i for i in range(0, count, step) if pdfium_c.FPDFText_GetUnicode(text, i) > ord(" ")]
    quarters = Counter(turned(text, i) for i in asked)
    quarter, share = quarters.most_common(1)[0] if quarters else (0, 0)
    return quarter if quarter > 0 and share >= MOST * len(asked) else 0
