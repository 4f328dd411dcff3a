"""F204: two figures of two spans of hours (``từ 6 giờ đến 12 giờ``), each told at the head of a passage or of a sentence."""

from __future__ import annotations

import re

from ....expressions import lazy
from ....model import Document
from ..reading.told import Told

_HOUR = r"\d{1,2}\s?(?:giờ|h)(?:\s?\d{1,2}(?:\s?phút)?)?(?:\s(?:sáng|trưa|chiều|tối|đêm))?(?:,?\s(?:cùng ngày|(?:ngày\s)?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?|ngày\s(?:mai|hôm sau|hôm trước)))?"
_SPAN = lazy(
    rf"(?:^|[.!?;:(\n])[\s\W]*(?:(?:tính|trong|chỉ|riêng|khoảng|thời gian)\s)*(?:từ\s)?(?P<a>{_HOUR}),?\s?(?:đến|tới|[-–])\s?(?P<b>{_HOUR})",
    re.IGNORECASE,
)
"""At the head of what is told of it; hours of work stand elsewhere."""
_DAY = lazy(
    r"\b(?:ngày \d{1,2}[/-]\d{1,2}|(?:cả|trong|hết) (?:ngày|tuần|tháng|quý|năm)|(?:tháng|năm|quý) (?:\d+|[IVX]+)|24 giờ qua|đến nay|lũy kế)\b",
    re.IGNORECASE,
)
"""A longer time than a span of hours."""


def of_two_hours(document: Document, first: Told, second: Told) -> bool:
    """Whether two figures are told of two spans of hours, or one of such a span and the other of a longer time."""
    a, b = (_told(document, span.start) for _, span in (first, second))
    return a != b and any((a[0], b[0])) and all(any(told) for told in (a, b))


def _told(document: Document, at: int) -> tuple[str, str]:
    """The last span of hours told in a paragraph before a place, and the longer time where none is."""
    index = document.paragraph_at(at)
    start = document.paragraphs[index].start if index is not None else at
    before = document.text[start:at]
    spans = list(_SPAN.finditer(before))
    if spans:
        return " ".join(f"{spans[-1]['a']} {spans[-1]['b']}".lower().split()), ""
    days = list(_DAY.finditer(before))
    return "", days[-1][0].lower() if days else ""
