"""Text laid over the pages of a PDF: what was filled into a form's fields, what was typed on top of a page."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium_c

from ..errors import ReadError
from ..expressions import compiled
from ..model import ReadWarning, msg
from .pdf_chars import GUESS
from .pdf_layout import Page
from .pdf_letters import Font, Glyph, TextLine

SIZE = 12.0
"""Size of such text where no line stands above it."""
MOST = 20_000
"""Characters of one field that are read."""
WORD = 5
"""Letters under a typed text that make it a remark on them; one that fills a gap touches a dot or two."""
NAMED = 3
"""Attached files that are named."""
MANY = 200
"""Attached files whose names are looked at."""
COVER = 1_000
"""Characters of a page that only presents the files attached to it; a report has more."""
_PART = compiled(r"\s*(?:[IVX]+|[A-E]|\d{1,2})\s?[.)/:–-]\s*[^\W\d_]")
"""A numbered heading: what has one is a report itself, however short."""
_REPORTS = (".docx", ".doc", ".pdf", ".odt", ".rtf")
_UNSEEN = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW
_WORDS = (pdfium_c.FPDF_FORMFIELD_TEXTFIELD, pdfium_c.FPDF_FORMFIELD_COMBOBOX, pdfium_c.FPDF_FORMFIELD_LISTBOX)


def unread(document: Any) -> list[ReadWarning]:
    """What a PDF holds beside its pages; fields of a form are made ready to be asked."""
    found: list[ReadWarning] = []
    kind = document.get_formtype()
    if kind in (pdfium_c.FORMTYPE_XFA_FULL, pdfium_c.FORMTYPE_XFA_FOREGROUND):
        found.append(ReadWarning("field_not_read", "XFA"))
    elif kind == pdfium_c.FORMTYPE_ACRO_FORM:
        document.init_forms()
    names = [document.get_attachment(i).get_name()[:80] for i in range(min(NAMED, document.count_attachments()))]
    return [*found, ReadWarning("embedded_part", ", ".join(names))] if names else found


def refuse_portfolio(document: Any, lines: Sequence[TextLine], path: str) -> None:
    """A portfolio, whose one page only presents the files in it, is no report; ReadError ``wrong_type``."""
    names = [document.get_attachment(i).get_name()[:80] for i in range(min(MANY, document.count_attachments()))]
    reports = [name for name in names if name.lower().endswith(_REPORTS)]
    if not reports or sum(len(line.text) for line in lines) > COVER or any(_PART.match(line.text) for line in lines):
        return
    raise ReadError(
        "wrong_type", path, msg("Tệp PDF này chỉ là bộ hồ sơ bọc tệp khác ({names}).", names=", ".join(reports[:NAMED])),
        msg("Mở bằng Adobe Reader, lưu tệp báo cáo bên trong ra ngoài rồi chạy lại với tệp đó."),
    )  # fmt: skip


def with_added(lines: Sequence[TextLine], page: Any, number: int) -> tuple[list[TextLine], list[str]]:
    """The lines of a page with the text laid over it, each before the first line that stands lower.

    What was typed on top of words is a reader's remark: these are given back.
    """
    found = list(lines)
    remarks: list[str] = []
    for box, typed, text in _added(page):
        left, top = box.left, max(box.top, box.bottom)
        if typed and any(_covers(box, line) for line in lines):
            remarks += [row.strip() for row in text.splitlines()]
            continue
        size = next((line.size for line in reversed(found) if line.y >= top - line.size), SIZE)
        at = next((i for i, line in enumerate(found) if line.y < top - size), len(found))
        rows = [row for row in text.splitlines() if row.strip()]
        found[at:at] = [_line(row.strip(), number, left, top - (1 + i) * size, size) for i, row in enumerate(rows)]
    return found, remarks


def drop_remarks(pages: Sequence[Page], remarks: Iterable[Sequence[str]]) -> None:
    """Take away what was typed on free space in the same words as a remark on words."""
    known = {text for one in remarks for text in one}
    for page in pages:
        page.lines = [line for line in page.lines if line.text not in known or any(g.index >= 0 for g in line.glyphs)]


def _covers(box: Any, line: TextLine) -> bool:
    """Whether a box lies on words of a line, at least over the breadth of a short word."""
    low, high = sorted((box.bottom, box.top))
    middle = line.y + 0.3 * line.size
    under = [g for g in line.glyphs if g.char != " " and box.left < g.x0 < box.right]
    return low < middle < high and len(under) >= WORD


def _line(text: str, number: int, left: float, base: float, size: float) -> TextLine:
    font = Font("", size, False, False, None)
    step = GUESS * size
    glyphs = [
        Glyph(" " if c.isspace() else c, -1, left + i * step, left + (i + 1) * step, base, font)
        for i, c in enumerate(text)
    ]
    return TextLine(number, glyphs, size, base)


def _added(page: Any) -> Iterator[tuple[Any, bool, str]]:
    """Box and text of everything visible that a person typed over the page, and whether no field of a form was there for it."""
    forms = page.formenv
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        text = "" if pdfium_c.FPDFAnnot_GetFlags(annotation) & _UNSEEN else _text(annotation, forms)
        box = pdfium_c.FS_RECTF()
        if text.strip() and pdfium_c.FPDFAnnot_GetRect(annotation, box):
            yield box, pdfium_c.FPDFAnnot_GetSubtype(annotation) == pdfium_c.FPDF_ANNOT_FREETEXT, text
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _text(annotation: Any, forms: Any) -> str:
    kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
    if kind == pdfium_c.FPDF_ANNOT_FREETEXT:
        return _string(lambda buffer, size: pdfium_c.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size))
    if kind != pdfium_c.FPDF_ANNOT_WIDGET or forms is None:
        return ""
    if pdfium_c.FPDFAnnot_GetFormFieldType(forms, annotation) not in _WORDS:
        return ""
    return _string(lambda buffer, size: pdfium_c.FPDFAnnot_GetFormFieldValue(forms, annotation, buffer, size))


def _string(ask: Callable[[Any, int], int]) -> str:
    """A string of PDFium: asked for its size in bytes, then for its UTF-16."""
    size = ask(None, 0)
    if not 2 < size <= 2 * MOST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(ctypes.cast(buffer, ctypes.POINTER(pdfium_c.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
