"""An item that asks for annexes is answered behind the signature, where no section of the report stands any more."""

from __future__ import annotations

import re

from ..align import Evidence
from ..expressions import compiled
from ..model import Place, Span
from .absence import place

_WORDS = r"(?:các\s)?(?:phụ lục|phụ biểu|biểu mẫu|biểu số liệu|bảng biểu)"
_ASKED = compiled(rf"\W*{_WORDS}\b", re.IGNORECASE)
_GIVEN = compiled(
    rf"^\W*(?:{_WORDS}|biểu(?: tổng hợp)?|bảng tổng hợp)\b(?![^\n]*[.;]\s*$)[^\n]*", re.IGNORECASE | re.MULTILINE
)
"""The head of an annex: a line that is no sentence."""


def annex_for(evidence: Evidence, title: str) -> Place | None:
    """The head of the annex behind the report that an item of this title asks for; None for other items, or without one."""
    closing = evidence.outline.closing
    if not _ASKED.match(title) or closing.end <= closing.start:
        return None
    m = _GIVEN.search(evidence.outline.document.text, closing.start, closing.end)
    return None if m is None else place(evidence, Span(m.start(), m.end()))
