"""Brackets in the titles of an outline: what tells the writer is guidance, what belongs to the name stays."""

from __future__ import annotations

import re

from ..expressions import compiled
from ..outline import count, is_caps

OPTIONAL = compiled(r"[(\[]\s*(?:nếu có|không bắt buộc|tùy chọn)\b[^)\]]*[)\]]", re.I)
CONDITION = compiled(r"\(\s*((?:chỉ áp dụng|áp dụng|chỉ|đối với|trường hợp|khi|nếu)[^)]*)\)", re.I)
_SQUARE = compiled(r"\s*\[(?P<words>[^\]]*)(?:\]|$)")
_ROUND = compiled(r"\s*\((?P<words>(?:[^()]|\([^()]*\))*)\)")
_TELLS = compiled(
    r"(?:cần |phải |đề nghị |yêu cầu )?(?:nêu|ghi|trình bày|đánh giá|phân tích|làm rõ|chỉ rõ|thống kê|liệt kê|tập trung|tóm tắt|tổng hợp|thuyết minh|"
    r"so sánh|khái quát|kèm|gửi kèm|có|không|xem|số(?! hóa)|số lượng|số liệu|tổng|tỷ lệ|mức|danh mục|danh sách|tính (?:đến|từ)|theo)\b",
    re.I,
)
"""How words for the writer begin: what to do, which figures to give."""
_FORM = compiled(
    r"(?:có |kèm |xem |theo |tại |ở )*(?:số liệu )?(?:có |kèm |xem |theo |tại |ở )*(?:các )?(?:biểu|bảng|phụ lục|mẫu)\b",
    re.I,
)
_LIST = compiled(r"[,;:]")
_NAME = compiled(
    r"(?:giai đoạn|nhiệm kỳ|từ năm|nghị quyết|quyết định|chỉ thị|kết luận|kế hoạch|đề án|chương trình|dự án|luật|nghị định|thông tư)\b",
    re.I,
)
"""A time or a document: part of the name that stands before it."""
MAX_NAME = 4
"""Longest bracket without a comma that may be a part of the name, in syllables: ``(nông thôn mới)``."""
MAX_FORM = 8
"""A bracket of no more syllables that names a form asks for nothing beside it."""


def without_instructions(title: str) -> tuple[str, str]:
    """(title, guidance that stood in its brackets); ``(nếu có)`` and ``(chỉ áp dụng …)`` are conditions, which stay."""
    asked: list[str] = []

    def parted(m: re.Match[str]) -> str:
        words = m["words"].strip(" .;")
        if OPTIONAL.fullmatch(m[0].strip()) or CONDITION.fullmatch(m[0].strip()):
            return m[0]
        if m.re is _ROUND and not is_guidance(words):
            return m[0]
        if words and not (_FORM.match(words) and count(words) <= MAX_FORM):
            asked.append(words)
        return ""

    for pattern in (_SQUARE, _ROUND):
        title = pattern.sub(parted, title)
    return " ".join(title.split()), " ".join(asked)


def is_guidance(words: str) -> bool:
    """Whether the words of a bracket are for the writer: a list, a form, something to state; a short name is none."""
    if not words or _TELLS.match(words) or _FORM.match(words):
        return True
    if all(is_caps(part) or part.strip().isupper() for part in _LIST.split(words)):
        return False
    if _LIST.search(words):
        return True
    return count(words) > MAX_NAME and _NAME.match(words) is None
