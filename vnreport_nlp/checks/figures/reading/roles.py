"""What part a figure plays: a plan, a change, a comparison, a rate per year, a part, a rest, one stage of several, a bound."""

from __future__ import annotations

import re

from ....gates import Gated

_HARMLESS = Gated(
    r"\b(?:hoàn thành|đạt|vượt|bảo đảm|bằng)(?: [^\s,;|]+){0,3}? (?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)\b|\b(?:trong|trên) (?:tổng số\b|số(?= \|))|\b(?:tăng|giảm)(?: [^\W\d_]+)? (?:còn|lên|xuống)\b|\b(?:thu nhập|năng suất|giá trị)(?: [^\W\d_]+){0,2} bình quân\b|\btăng trưởng\b|\bso với mức\b|tỷ lệ tăng",
    re.IGNORECASE,
)
ROLES: dict[str, Gated] = {
    "plan": Gated(r"dự kiến|kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|dự toán|\bgiao\b|nghị quyết đề ra|phương hướng|đăng ký|\bsẽ\b|thời gian tới|tiếp theo", re.IGNORECASE),
    "change": Gated(r"\b(?:tăng|giảm|vượt|thêm|cắt giảm|tinh giản|bổ sung)\b", re.IGNORECASE),
    "other time": Gated(r"cùng kỳ|so với|năm trước|nhiệm kỳ trước|\bđầu (?:nhiệm kỳ|năm|kỳ|giai đoạn)\b|\bban đầu\b|\bcũ\b|trước đây|\btrước (?:khi|ngày)\b", re.IGNORECASE),
    "staged": Gated(r"\bsau (?:khi |sắp|sáp|kiện|điều|hợp)|\btrước (?:khi |sắp|sáp)|điều chỉnh|sáp nhập|hợp nhất|sắp xếp|lũy kế|luỹ kế|cộng dồn", re.IGNORECASE),
    "rate": Gated(r"(?<!thu nhập )(?<!năng suất )(?<!giá trị )bình quân|trung bình|\bmỗi\b|hằng năm|hàng năm|mật độ", re.IGNORECASE),
    "part": Gated(r"trong (?:đó|số)\b|\briêng\b|\bngoài ra\b|một số|\bhơn nữa\b|\bchiếm\b|\bnhất\b|\bthuộc\b", re.IGNORECASE),
    "rest": Gated(r"\bcòn lại\b|\bchưa\b|\bkhông\b|\bthiếu\b|\bkhác\b|\btồn\b|\bmiễn\b", re.IGNORECASE),
    "bound": Gated(r"\b(?:trên|hơn|gần|khoảng|dưới|ít nhất|tối thiểu|tối đa|xấp xỉ|từ|trở lên|trở xuống)\b", re.IGNORECASE),
    "all": Gated(r"\b(?:toàn|cả|tất cả|tổng số|tổng|toàn bộ|tính chung)\b", re.IGNORECASE),
}  # fmt: skip
"""Each with the words that give it."""


def roles_of(left: str, right: str) -> frozenset[str]:
    """The roles that words on both sides of a number give it."""
    told = _HARMLESS.pattern.sub(" ", f"{left} | {right}")
    return frozenset(name for name, words in ROLES.items() if words.search(told))
