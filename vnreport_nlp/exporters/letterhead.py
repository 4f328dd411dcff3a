"""The Word file on which letters are written: whether it is one, and the size of its type."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.section import Section
from docx.shared import Cm

from ..errors import ReadError, UsageError
from ..model import msg
from ..readers.limits import Limits
from ..readers.ooxml import Package
from .docx_bytes import NOT_WORD

SIZE, LEAST = 14, 13
"""Font size of Party and State letters in points, and the smallest that their text may have."""


def require_letterhead(path: Path) -> None:
    """UsageError when letters cannot be written on the file: asked before anything is written."""
    try:
        if not path.is_file() or path.stat().st_size > Limits().file_bytes:
            raise ValueError(path)  # a pipe or a device may never end
        package = Package(path.read_bytes(), str(path))
        for name in package.names:
            if name.endswith((".xml", ".rels")):
                package.xml(name)
        trial = opened(path)
        trial.add_paragraph("x")
        trial.add_table(1, 1)
        trial.save(BytesIO())
    except (*NOT_WORD, ReadError) as error:
        raise UsageError(
            msg("Tệp tiêu đề công văn “{path}” không có hoặc không phải tệp Word .docx.", path=path),
            msg("Kiểm tra lại đường dẫn; nếu là tệp .doc, mở bằng Word, lưu lại dạng .docx rồi chạy lại."),
        ) from error


def opened(path: Path | None) -> Any:
    """A Word file, or a blank one; python-docx makes no table where a file says nothing of its page."""
    document: Any = docx.Document(str(path) if path else None)
    if not len(document.sections):
        section = Section(document.element.body.get_or_add_sectPr(), document.part)
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    return document


def size_of(letterhead: Any) -> float:
    """The size of a letterhead's own text where it is that of official letters, else theirs."""
    size = letterhead.styles["Normal"].font.size if "Normal" in letterhead.styles else None
    return size.pt if size is not None and LEAST <= size.pt <= SIZE else SIZE
