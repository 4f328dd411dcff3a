"""Numbers that name a place or a class and count nothing (``thôn 10 có 215 hộ``, ``khối 11 có 320 em``)."""

from __future__ import annotations

import re

from ....expressions import lazy
from ...letters import UPPER

_NAMED = lazy(
    r"(?<!số )(?<!các )(?<!mỗi )(?<!những )\b(?:khối|lớp|thôn|ấp|bản|buôn|khóm|tổ|(?<!phân )(?<!giao )khu|khu phố|tiểu khu|khoảnh|lô|giai đoạn|đội|tuyến|phường|quận)\s$",
    re.IGNORECASE,
)
_OF_CLASS = lazy(
    r"\d\s(?:[^\W\d_]+\s){1,3}(?:khối|lớp|thôn|ấp|bản|khóm|tổ|khu phố|đội)\s$",
    re.IGNORECASE,
)
"""A number with its noun before a class or a place (``140 học sinh lớp 12, gồm: …``): the first counts, the second names."""
_OPENS = lazy(r",?\s(?:trong đó|bao gồm|gồm|cụ thể)\b|\s?[:(]", re.IGNORECASE)
_PAPER = lazy(r"(?:Quy định|Nghị quyết|Kết luận|Chỉ thị|Thông tư|Nghị định|Quyết định|Hướng dẫn|Quy chế|Luật)\s$")
"""With a capital, right before its number (``Quy định 22 gồm 7 chương``)."""
_TELLS = lazy(r"\s(?:có|còn|đạt|được|là|với|bao gồm|gồm|thu|trồng|xảy ra|ghi nhận)\s(?=[^.;]{0,30}?\d)")
"""With a figure of its own behind it."""
_BODY = lazy(
    rf"(?:Bệnh viện|Trường|Trạm|Trung tâm|Nhà máy|Xí nghiệp|Công ty|Chi nhánh|Chi bộ|Chi cục|Khu công nghiệp|Cụm công nghiệp|Hợp tác xã|Nông trường|Lâm trường|Ban Quản lý|Cơ sở|Phòng khám)\s(?:[^\W\d_]+\s){{0,5}}?[{UPPER}][^\W\d_]*\s(?:[^\W\d_]+\s){{0,2}}$"
)
_ACTS = lazy(
    r"\s(?:đã|được|tiếp nhận|thực hiện|hoàn thành|tổ chức|khám|quản lý|phụ trách|cung cấp|thu|sản xuất|có|còn|đạt|là|giải quyết|huy động)\s"
)
"""What a body does; a thing that is counted stands nowhere here."""
_DOCUMENT = lazy(
    r"\b(?:Quy định|Nghị quyết|Chỉ thị|Kết luận|Thông tư|Nghị định|Công văn|Quyết định|Hướng dẫn|Luật)\s$",
)
_SAYS = lazy(r"\s(?:gồm|bao gồm|có|còn|quy định|nêu|yêu cầu|được|đã|của|về|là|với|ban hành|bổ sung|thay thế)\b")
"""What follows the number of a document (``Quy định 22 gồm …``); what it counts would be a noun."""
NAME = 64
"""Characters of the longest name of a body."""
_CLASS = lazy(
    r"\b(?:giai đoạn|khối|lớp|thôn|ấp|bản|tổ|đội|nhóm|loại|hạng|cấp|mức|đợt|quý|vụ)\s(?:\d+|[IVX]+)\s(?:có|còn|đạt|là)\s$",
    re.IGNORECASE,
)


def names_one(text: str, at: int, before: str, end: int) -> bool:
    """Whether a number that ends at ``at``, with the words ``before`` it, is a place's or a class's own."""
    if _TELLS.match(text, at, end) is not None and (
        _NAMED.search(before) is not None
        or _PAPER.search(text[max(0, at - NAME) : at].rstrip("0123456789")) is not None
    ):  # the anchored one first: every number asks
        return True
    if _OPENS.match(text, at, end) is not None and _OF_CLASS.search(before) is not None:
        return True
    if _SAYS.match(text, at, end) is not None and _DOCUMENT.search(before) is not None:
        return True
    if not before[-2:-1].isalpha() or _ACTS.match(text, at, end) is None:
        return False
    seen = text[max(0, at - NAME) : at]
    head = seen.rstrip("0123456789")
    return len(seen) - len(head) <= 2 and _BODY.search(head) is not None


def names_a_class(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends with a place or a class by its number and a verb (``…, giai đoạn 4 có``): what comes is its own."""
    return _CLASS.search(text, start, end) is not None
