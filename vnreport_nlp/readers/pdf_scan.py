"""Whether a page of a PDF is a picture of text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from ..errors import ReadError
from ..model.findings import msg

STAMP_CHARS = 400
"""A page that is one picture with no more characters than this holds only a signature stamp."""
BARE_CHARS = 15
ASKED, MOST = 24, 0.8
"""Characters of a page that are asked whether they are shown, and the share of them that is not, behind a picture."""
PICTURE = 0.5
"""Share of the page that a scan's picture covers at least."""


def is_scan(page: Any, chars: int) -> bool:
    """Whether a page is a picture of text: no characters but something drawn, or a covering picture and only a stamp."""
    if chars > STAMP_CHARS:
        return False
    drawn, covered = drawn_on(page)
    return covered >= PICTURE or (chars < BARE_CHARS and drawn > 50)


def is_layer(page: Any, text: Any) -> bool:
    """Whether the letters of a page are a recogniser's, laid unseen behind the picture of the page."""
    count, ask = pdfium_c.FPDFText_CountChars(text.raw), getattr(pdfium_c, "FPDFText_GetTextObject", None)
    if count <= STAMP_CHARS or ask is None:
        return False
    objects = [ask(text.raw, round(k * (count - 1) / ASKED)) for k in range(ASKED + 1)]
    modes = [pdfium_c.FPDFTextObj_GetTextRenderMode(one) for one in objects if one]
    unseen = sum(mode == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE for mode in modes)
    known = sum(mode != pdfium_c.FPDF_TEXTRENDERMODE_UNKNOWN for mode in modes)
    return known > 0 and unseen >= MOST * known and drawn_on(page)[1] >= PICTURE


def drawn_on(page: Any) -> tuple[int, float]:
    """Things drawn on a page, and the share of it that pictures cover."""
    width, height = page.get_size()
    drawn, covered = 0, 0.0
    for item in page.get_objects(max_depth=3):
        drawn += item.type in (pdfium_c.FPDF_PAGEOBJ_PATH, pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_SHADING)
        if item.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = _bounds(item)
            covered += max(0.0, right - left) * max(0.0, top - bottom) / max(1.0, width * height)
        if drawn > 2_000:
            break
    return drawn, covered


def _bounds(item: Any) -> tuple[float, float, float, float]:
    bounds: Callable[[], tuple[float, float, float, float]] = getattr(item, "get_bounds", None) or item.get_pos
    try:
        return bounds()
    except pdfium.PdfiumError:
        return (0.0, 0.0, 0.0, 0.0)


def scan_error(path: str, *, missing_program: bool) -> ReadError:
    """The error for a file of nothing but pictures: ``ocr_missing`` or ``no_text_layer``."""
    if missing_program:
        return ReadError(
            "ocr_missing", path, msg("Tệp PDF là bản quét (chỉ có hình ảnh), máy chưa có chương trình nhận dạng chữ."),
            msg("Cài Tesseract với dữ liệu tiếng Việt (vie), hoặc xin đơn vị gửi bản Word."),
        )  # fmt: skip
    return ReadError(
        "no_text_layer", path, msg("Tệp PDF là bản quét (chỉ có hình ảnh), không có lớp chữ."),
        msg("Xin đơn vị gửi bản Word, hoặc bật nhận dạng chữ (bỏ --no-ocr)."),
    )  # fmt: skip
