"""The picture of a PDF page, with and without some of what is drawn on it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium_c

from .pdf_scan import drawn_on

SCALE = 1.0
"""Pixels to a point: at so many the dot of a full stop still darkens one."""
STEP = 16
"""Steps of 255 by which a pixel must differ to be seen to differ."""
INK = 48
"""The same between the darkest and the lightest pixel of a place where something is drawn."""
LONGEST = 2000
"""Pixels of a side of the picture at most."""
Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top in the points of the page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels, with what leads from its points to them."""

    rows: bytes
    stride: int
    width: int
    height: int
    depth: int
    corner: tuple[float, float]
    step: tuple[float, float, float, float]

    @classmethod
    def of(cls, page: Any, *, grey: bool = True) -> Picture:
        """A page as it is now."""
        scale = min(SCALE, LONGEST / max(1.0, *page.get_size()))
        bitmap = page.render(scale=scale, grayscale=grey)
        corner, right, above = (_pixel(page, bitmap, x, y) for x, y in ((0, 0), (1000, 0), (0, 1000)))
        step = (
            (right[0] - corner[0]) / 1000, (right[1] - corner[1]) / 1000, (above[0] - corner[0]) / 1000, (above[1] - corner[1]) / 1000,
        )  # fmt: skip
        depth = bitmap.stride // max(1, bitmap.width) if bitmap.n_channels is None else bitmap.n_channels
        return cls(bytes(bitmap.buffer), bitmap.stride, bitmap.width, bitmap.height, depth, corner, step)

    def slices(self, box: Box) -> Iterator[slice]:
        """Where the rows of a box lie, those of its middle first; nothing for one off the page."""
        xs, ys = zip(*(self._at(x, y) for x, y in ((box[0], box[1]), (box[2], box[3]))), strict=True)
        left, right = max(0, int(min(xs))), min(self.width, int(max(xs)) + 1)
        low, high = max(0, int(min(ys))), min(self.height, int(max(ys)) + 1)
        middle = (low + high) // 2
        for row in (*range(middle, high), *range(low, middle)) if left < right else ():
            start = row * self.stride
            yield slice(start + left * self.depth, start + right * self.depth)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d = self.step
        return self.corner[0] + a * x + c * y, self.corner[1] + b * x + d * y

    def differs(self, other: Picture, box: Box) -> bool:
        """Whether a place looks another way in a picture of the same size."""
        for part in self.slices(box):
            mine, others = self.rows[part], other.rows[part]
            if mine != others and any(abs(a - b) > STEP for a, b in zip(mine, others, strict=True)):
                return True
        return False

    def has_ink(self, box: Box) -> bool:
        """Whether something is drawn in a place, not only one colour laid over it."""
        low, high = [255] * self.depth, [0] * self.depth
        for part in self.slices(box):
            row = self.rows[part]
            for channel in range(min(self.depth, 3)):
                values = row[channel :: self.depth]
                low[channel], high[channel] = min(low[channel], *values), max(high[channel], *values)
        return any(b - a > INK for a, b in zip(low, high, strict=True))


def _pixel(page: Any, bitmap: Any, x: float, y: float) -> tuple[float, float]:
    """Where a point of the page lies in its picture."""
    # asked in hundredths of a pixel: PDFium answers in whole ones
    column, row = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, bitmap.width * 100, bitmap.height * 100, 0, x, y, column, row)
    return column.value / 100, row.value / 100


@contextmanager
def left_out(handles: Iterable[Any]) -> Iterator[None]:
    """Draw a page without some of its objects."""
    gone = list(handles)
    for handle in gone:
        pdfium_c.FPDFPageObj_SetIsActive(handle, False)
    try:
        yield
    finally:
        for handle in gone:
            pdfium_c.FPDFPageObj_SetIsActive(handle, True)


def covered(page: Any) -> float:
    """Share of a page that pictures cover."""
    return drawn_on(page)[1]


def off_page(page: Any, box: Box) -> bool:
    """Whether a box lies wholly outside of what is shown of a page."""
    left, bottom, right, top = page.get_bbox()
    return bool(box[2] < left or box[0] > right or box[3] < bottom or box[1] > top)


def cut_away(handle: Any, box: Box) -> bool:
    """Whether an object is drawn only within a path that a box lies wholly outside of."""
    path = pdfium_c.FPDFPageObj_GetClipPath(handle)
    for index in range(max(0, pdfium_c.FPDFClipPath_CountPaths(path)) if path else 0):
        points: list[tuple[float, float]] = []
        for at in range(max(0, pdfium_c.FPDFClipPath_CountPathSegments(path, index))):
            x, y = ctypes.c_float(), ctypes.c_float()
            segment = pdfium_c.FPDFClipPath_GetPathSegment(path, index, at)
            if segment and pdfium_c.FPDFPathSegment_GetPoint(segment, x, y):
                points.append((x.value, y.value))
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if points and (box[2] < min(xs) or box[0] > max(xs) or box[3] < min(ys) or box[1] > max(ys)):
            return True
    return False


def has_shapes(page: Any, handle: Any) -> bool:
    """Whether a text object alone, without what covers or hides it, is drawn: its font has shapes for it."""
    draw = getattr(pdfium_c, "FPDFTextObj_GetRenderedBitmap", None)
    if draw is None:
        return False
    raw = draw(page.pdf.raw, page.raw, handle, SCALE)
    if not raw:
        return False
    try:
        size = pdfium_c.FPDFBitmap_GetStride(raw) * pdfium_c.FPDFBitmap_GetHeight(raw)
        pixels = ctypes.string_at(pdfium_c.FPDFBitmap_GetBuffer(raw), size)
        return any(pixels[3::4])
    finally:
        pdfium_c.FPDFBitmap_Destroy(raw)
