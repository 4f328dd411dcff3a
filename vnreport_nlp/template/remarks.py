"""Numbered lines of an outline that are said to whoever writes or sends the report, and ask for no part of it."""

from __future__ import annotations

import re

from ..expressions import compiled
from ..model import Outline, Section, Span
from ..text import BULLETS
from .guidance import told

_REMARKS = compiled(r"\W*(?:(?:một số |những |các )?(?:điểm )?(?:cần )?(?:lưu ý|chú ý)|ghi chú)\b[^.;]{0,40}", re.I)
"""The heading of a remark: ``Lưu ý``, ``Một số lưu ý khi viết báo cáo``."""
_PARTS = ("part", "roman", "upper")


def is_remarks(line: str) -> bool:
    """Whether a line, or the title of a section, only opens remarks."""
    return _REMARKS.fullmatch(line) is not None


def _remarks_from(outline: Outline) -> int:
    """Offset from which on an outline only has remarks: behind a line that opens them and no part of the outline follows; else its end."""
    document = outline.document
    parts = max((s.heading.start for s in outline.sections if s.kind in _PARTS), default=0)
    for p in document.paragraphs:
        if p.start <= max(parts, outline.front.end) or p.story != "body":
            continue
        line = document.text[p.start : p.end].strip(f"{BULLETS}* \t")
        if line.endswith(":") and is_remarks(line):
            return p.end
    return len(document.text)


def is_sent(outline: Outline, section: Section) -> bool:
    """Whether a section only says when and where to send the report."""
    if section.children:
        return False
    words = told(outline, Span(section.heading.start, section.whole.end))
    return words.strip() in ("", section.marker.strip())


def said_aside(outline: Outline) -> frozenset[int]:
    """Sections that only remark on the whole report or say where to send it."""
    end = _remarks_from(outline)
    return frozenset(s.index for s in outline.sections if s.heading.start >= end or is_sent(outline, s))
