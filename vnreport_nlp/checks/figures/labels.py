"""Numbers that name a place or a class and count nothing (``thôn 10 có 215 hộ``, ``khối 11 có 320 em``)."""

from __future__ import annotations

import re

from ...expressions import lazy

_NAMED = lazy(
    r"(?<!số )(?<!các )(?<!mỗi )(?<!những )\b(?:khối|lớp|thôn|ấp|bản|buôn|khóm|tổ|(?<!phân )(?<!giao )khu|khu phố|tiểu khu|khoảnh|lô|giai đoạn|đội|tuyến|phường|quận)\s$",
    re.IGNORECASE,
)
_TELLS = lazy(r"\s(?:có|còn|đạt|được|là|với|gồm|thu|trồng|xảy ra|ghi nhận)\s(?=[^.;]{0,30}?\d)")
"""With a figure of its own behind it."""
_CLASS = lazy(
    r"\b(?:giai đoạn|khối|lớp|thôn|ấp|bản|tổ|đội|nhóm|loại|hạng|cấp|mức|đợt|quý|vụ)\s(?:\d+|[IVX]+)\s(?:có|còn|đạt|là)\s$",
    re.IGNORECASE,
)


def names_one(text: str, at: int, before: str, end: int) -> bool:
    """Whether a number that ends at ``at``, with the words ``before`` it, is a place's or a class's own."""
    return (
        _TELLS.match(text, at, end) is not None and _NAMED.search(before) is not None
    )  # the anchored one first: every number asks


def names_a_class(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends with a place or a class by its number and a verb (``…, giai đoạn 4 có``): what comes is its own."""
    return _CLASS.search(text, start, end) is not None
