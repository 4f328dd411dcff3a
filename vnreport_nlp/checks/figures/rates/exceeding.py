"""F202 of ratios: which of them are shares of a body that is counted, so that they cannot exceed one."""

from __future__ import annotations

import re

from ....expressions import lazy
from ....gates import Gated
from ..reading.slips import swapped
from ..reading.text import CLOSED, DIGITS, MEASURED, STATIC, kind_after, sentences, value_of
from .rates import PLAN

RATIO = lazy(r"(?<![\w/.,+-])(\d{1,3}(?:\.\d{3})+|\d+)/(\d{1,3}(?:\.\d{3})+|\d+)(?![\w/]|[.,]\d|-\w)")
DECIMAL_RATIO = Gated(
    rf"(?<![\w/.,+-])({DIGITS})(?:\s(?:tỷ đồng|triệu đồng|tấn|ha|km|người|hộ|em|trẻ|cháu|học sinh|lao động|hội viên|đảng viên))?/({DIGITS})(?![\w/]|[.,]\d|-\w)"
)
UNBOUND = frozenset({"turn", "event"})
"""Turns and meetings may be more than what they are of."""
DATES, MONTHS = 31, 12
"""Up to so much a ratio may be a day and its month."""
STATIC_NOUN = lazy(
    r"\s*(?:số\s+)?(?:phiếu|công dân|thí sinh|nhân khẩu|bệnh nhân|cử tri|nhà văn hóa|học sinh|sinh viên|thành viên|chủ tịch|chỉ tiêu|tiêu chí|tổ|câu lạc bộ|nhóm|cấp ủy|ban chỉ đạo|nhà|ngành|cụm|đầu mối|thủ tục|đơn|kiến nghị|ý kiến|vụ|hồ sơ|tin|trường hợp|cửa hàng|cơ sở|điểm|bệnh viện|nhà máy|tuyến|cầu|đại lý|lớp|đoàn viên|khách hàng|tập thể|cá nhân|dự án|công trình|mỏ|bến|tàu|giường|trẻ|cháu|phòng|máy|xe|phương tiện|ca|thửa|sản phụ|thuê bao|camera|trạm|hồ|đập)\b",
    re.IGNORECASE,
)
_NAMED_BEFORE = lazy(rf"\b(?:{STATIC.pattern}|cấp ủy)\s?\($")
"""``100% số chi bộ (47/45)``."""
MADE = Gated(
    r"(?:kết nạp|phát triển|thành lập|đào tạo|bồi dưỡng|xây dựng|trồng|tạo việc làm|mở|giới thiệu|tuyển|tinh giản|giảm|tăng|thu|hỗ trợ|xóa|xoá|thu hút|huy động|vận động|tiếp nhận|trao|tặng|cấp)(?: được| mới)*\s*$",
    re.IGNORECASE,
)
_BOTH = Gated(
    r"\b(?:tiếp nhận|thụ lý|nhận|tiếp|đăng ký|được giao|phát ra|gửi đi|mời)(?:\s[^\W\d]+){0,3}\s(?:và|/)\s(?:đã\s)?[^\W\d]+(?:\s[^\W\d]+){0,4}\s*$",
    re.IGNORECASE,
)
"""``thụ lý và giải quyết 179/29 vụ``: what came in and what was done of it, in this order."""
_NUMBER_OF = lazy(rf"\b[Ss]ố (?:lượng )?(?:{STATIC.pattern}|cấp ủy)\b[^.;:,\d]{{0,60}}?\s(?:là|đạt|có)\s+$")
NAMED = 200
"""Characters before a ratio in which what it counts is named."""
_EXPLAINED = lazy(
    r"\b(?:kể cả|tính cả|bao gồm cả|gồm cả)\s|\b(?:do|vì|nhờ)\s[^.;]*?\b(?:thêm|ngoài|cả|phát sinh|bổ sung|tạm trú|mời)\b",
    re.IGNORECASE,
)
"""The text says why more came than were counted."""
_CHANGED = lazy(r"\b(?:tăng|giảm|(?:nhiều|ít|cao|thấp|kém) hơn)\s[^()]{1,30}\($", re.IGNORECASE)
"""``tăng 02 đơn (10/08 đơn)``, ``nhiều hơn 02 đơn (10/08 đơn)``: of this time and of the one before it."""
_SET = Gated(r"kế hoạch|chỉ tiêu|dự kiến|triệu tập|mục tiêu|\bgiao\b", re.IGNORECASE)


def exceeds(text: str, m: re.Match[str]) -> bool:
    """Whether a ratio is above one and cannot be."""
    return value_of(m[1]) > value_of(m[2]) and _closed(text, m) and not _several(text, m)


def _closed(text: str, m: re.Match[str]) -> bool:
    """Whether a ratio is a share of a body that is counted, so that it cannot exceed one."""
    before = re.split(r"\.\s", text[max(0, m.start() - 40) : m.start()])[-1]  # another sentence sets nothing
    named = (
        kind_after(text, m.end()) in CLOSED
        or STATIC_NOUN.match(text, m.end())
        or _NUMBER_OF.search(text, max(0, m.start() - NAMED), m.start())
        or _swapped(text, m)
        or (text[m.end() : m.end() + 1] == ")" and _NAMED_BEFORE.search(text, max(0, m.start() - 20), m.start()))
    )
    if not named or _CHANGED.search(before):
        return False
    if (
        MADE.search(before)
        or _BOTH.search(before)
        or re.search(r"(?:tỷ số|tỉ số|số|hộp|thửa|tờ)\s*$", before, re.IGNORECASE)
    ):
        return False
    if (
        int(value_of(m[2])) <= MONTHS
        and int(value_of(m[1])) <= DATES
        and re.search(r"(?:ngày|dịp|trước|sau|hết|tháng|,|đến|từ|và)\s*$", before, re.IGNORECASE)
        and not re.search(r"[,;]\s*(?:và\s*)?$", before)
    ):
        return False
    clause = re.split(r"[.;]", text[m.end() : m.end() + 100])[0].replace(
        "đúng kế hoạch", ""
    )  # in time, not more than planned
    planned = rf"(?:{_SET.pattern.pattern})[^.;\d]{{0,40}}{re.escape(m[2])}(?![\d/])"
    if _EXPLAINED.search(clause) or (_SET.search(before) or re.search(planned, text, re.IGNORECASE)):
        return False
    return not PLAN.search(clause[:70]) and not PLAN.search(re.split(r"[.;]", before)[-1])


def _several(text: str, m: re.Match[str]) -> bool:
    """Whether another ratio of the sentence, no day and month, is above one too: then it is how two numbers are told, no slip."""
    start, end = next((s, e) for s, e in sentences(text) if m.start() < e)
    others = (r for r in DECIMAL_RATIO.pattern.finditer(text, start, end) if r.start() != m.start())
    values = ((value_of(r[1]), value_of(r[2])) for r in others)
    return any(a > b and (a > DATES or b > MONTHS) for a, b in values)


def _swapped(text: str, m: re.Match[str]) -> bool:
    """Whether a ratio of things, neither measured nor work, has the same digits on both sides, two in changed places."""
    alike = len(m[1]) == len(m[2]) and value_of(m[2]) > DATES and swapped(value_of(m[1]), value_of(m[2]))
    named = re.match(r"\s[^\W\d]{2,}", text[m.end() : m.end() + 12])
    return alike and named is not None and kind_after(text, m.end()) not in MEASURED | UNBOUND
