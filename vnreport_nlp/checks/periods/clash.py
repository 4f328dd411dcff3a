"""P401 within one sentence: a term with a year or a voice that cannot belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...gates import Gated
from ...model import Message, msg
from .scope import Scope

OTHER_BODIES = Gated(
    r"Hội đồng nhân dân|HĐND|Quốc hội|Đoàn|Hội (?:Nông|Phụ|Cựu|Người|Liên)|Mặt trận|Công đoàn|[Tt]rưởng thôn|[Tt]rưởng khu|tổ trưởng|[Cc]hi bộ|của Đảng(?! bộ| ủy| uỷ)|toàn quốc|quy hoạch|thôn|hòa giải|bầu cử"
)
COMPARED = Gated(
    r"so với|cùng kỳ|nhiệm kỳ trước|trước|tăng|giảm|khắc phục|chỉ ra|từ nhiệm kỳ|qua (?:hai|ba|các) nhiệm kỳ|kế thừa|dấu mốc|sang nhiệm kỳ|đến nhiệm kỳ|kinh nghiệm|cũ\b",
    re.IGNORECASE,
)
DIRECTION = lazy(r"^(?:[A-ZIVX\d.\-–)\s]*)(?:phương hướng|mục tiêu|nhiệm vụ)", re.IGNORECASE)
_TERM = r"nhiệm kỳ\s+(?P<a>20\d\d)\s?[-–]\s?(?P<b>20\d\d)\b"
_AIM = Gated(
    rf"(?P<said>(?:mục tiêu|chỉ tiêu|đột phá|nhiệm vụ|phương hướng|phấn đấu)[^.;:]{{0,40}}?{_TERM})(?=\s*:|,?\s(?:là|gồm|phấn đấu)\b)(?P<rest>[^.]{{0,300}})",
    re.IGNORECASE,
)
"""``Mục tiêu nhiệm kỳ … là``: what follows is aimed at within the term."""
_STRIVEN = Gated(rf"(?P<said>phấn đấu\s(?:đến|trong)[^.;:,]{{0,20}}?{_TERM})(?P<rest>[^.;]{{0,300}})", re.IGNORECASE)
_DEADLINE = lazy(r"(?:đến|trước|vào|trong|hết)\s(?:(?:cuối|đầu|giữa|hết)\s)?năm\s(?P<y>20\d\d)", re.IGNORECASE)
OUTLOOK_REACH = 40
_OUTLOOK = lazy(r"(?:tầm nhìn|định hướng)[^,;]*$", re.IGNORECASE)
_OPENED = Gated(
    rf"(?P<said>đầu\s{_TERM})\s*[,(]\s*(?:ngay\s)?(?:sau|từ|tại|khi|tính từ|bầu)\s[^.;,\d]{{0,30}}(?:ngày\s\d{{1,2}}/\d{{1,2}}/|tháng\s\d{{1,2}}/)(?P<y>20\d\d)",
    re.IGNORECASE,
)
"""``đầu nhiệm kỳ …, sau bầu cử ngày …``: the day that opens a term."""
_LED = Gated(
    r"(?P<said>(?:khóa|khoá)\s[IVXL]+,?\s*\(?(?:nhiệm kỳ\s)?(?P<a>20\d\d)\s?[-–]\s?(?P<b>20\d\d)\)?)\sđã\s(?P<rest>[^.;]{0,300})",
    re.IGNORECASE,
)
"""A committee named with its years, and what it did."""
_WITHIN = lazy(r"(?:vào|trong|từ)\s(?:(?:đầu|cuối|giữa)\s)?(?:năm|tháng\s\d{1,2}/|tháng\s\d{1,2}\snăm)\s?(?P<y>20\d\d)")
_DONE = Gated(
    rf"trong(?:\ssuốt)?\s(?P<said>{_TERM}),\s[^.;,]{{3,60}}?\sđã\s(?!chuẩn bị|giới thiệu|xác định|dự kiến|đề ra|đăng ký)",
    re.IGNORECASE,
)
"""``Trong nhiệm kỳ …, Huyện ủy đã``: what was done in a term."""


_CARRIED = Gated(
    rf"(?:qua|sau|trong)\s[^.;,]{{0,40}}thực hiện nghị quyết đại hội[^.;]{{0,80}}?(?P<said>{_TERM})", re.IGNORECASE
)
"""``Sau 5 năm thực hiện Nghị quyết Đại hội … nhiệm kỳ …``."""
_PASSED = Gated(
    r"(?P<said>(?:(?:năm|05?|5) năm|nhiệm kỳ)\s(?:(?:vừa\s)?qua\s?[(,]\s?(?:nhiệm kỳ\s)?|(?<=[Nn]hìn lại \d năm\s)|(?<=[Nn]hìn lại \d\d năm\s))\(?(?P<a>20\d\d)\s?[-–]\s?(?P<b>20\d\d)\)?)",
    re.IGNORECASE,
)
"""``Năm năm qua (…)``: the years that have just passed."""


def clashes(sentence: str, scope: Scope) -> Iterator[tuple[int, int, Message]]:
    """Terms that the rest of their sentence contradicts."""
    for m in (*_AIM.finditer(sentence), *_STRIVEN.finditer(sentence)):
        years = [
            int(y["y"])
            for y in _DEADLINE.finditer(m["rest"])
            if not _OUTLOOK.search(m["rest"][max(0, y.start() - OUTLOOK_REACH) : y.start()])
        ]
        if years and max(years) > int(m["b"]):
            yield _outside(m, max(years))
            break
    for m in _OPENED.finditer(sentence):
        if int(m["y"]) >= int(m["b"]):
            yield _outside(m, int(m["y"]))
    for m in _LED.finditer(sentence):
        year = max((int(y["y"]) for y in _WITHIN.finditer(m["rest"])), default=0)
        if year > int(m["b"]):
            yield _outside(m, year)
    if scope.term is None:
        return
    coming = scope.term if scope.congress else (scope.term[0] + 5, scope.term[1] + 5)
    for m in _PASSED.finditer(sentence):
        if (int(m["a"]), int(m["b"])) == (coming[0] - 10, coming[1] - 10) and not OTHER_BODIES.search(sentence):
            yield *m.span("said"), msg("Nhiệm kỳ của báo cáo là {a} - {b}.", a=coming[0] - 5, b=coming[1] - 5)
    for m in (*_DONE.finditer(sentence), *_CARRIED.finditer(sentence)):
        if (int(m["a"]), int(m["b"])) == coming and not OTHER_BODIES.search(sentence, m.start()):
            yield *m.span("said"), msg("Kết quả là của nhiệm kỳ {a} - {b}.", a=coming[0] - 5, b=coming[1] - 5)


def _outside(m: re.Match[str], year: int) -> tuple[int, int, Message]:
    return *m.span("said"), msg("Câu nói đến năm {year}, ngoài nhiệm kỳ {a} - {b}.", year=year, a=m["a"], b=m["b"])
