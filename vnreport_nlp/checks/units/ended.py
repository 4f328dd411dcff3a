"""U501 of bodies that the reorganisation of 2025 ended: asked for something, or told to act, after they were no more.

Departments of a province were joined from 1 March 2025 (Resolution 18-NQ/TW reviewed, Decree 45/2025/NĐ-CP), the districts and their
bodies ended on 1 July 2025 (Constitution as amended by Resolution 203/2025/QH15).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...expressions import lazy
from ...gates import Gated
from ...model import Message, Span, msg
from ..context import NO_TEXT, Context
from ..figures.reading.text import sentences
from .profile import NAME, REFORM, front_end, written

JOINED = date(2025, 3, 1)
"""From this day the departments of a province stand joined."""
_AND = r"(?:\s?[-–,]\s?|\svà\s)"
_INTO = {
    "Sở Khoa học và Công nghệ": r"Thông tin và Truyền thông|TT&TT|TTTT",
    "Sở Nội vụ": rf"Lao động{_AND}Thương binh{_AND}Xã hội|LĐ-?TB&?XH|LĐ-TB-XH|LĐTBXH",
    "Sở Tài chính": r"Kế hoạch và Đầu tư|KH&ĐT|KHĐT|KH-ĐT",
    "Sở Xây dựng": r"Giao thông vận tải|Giao thông Vận tải|GTVT",
    "Sở Nông nghiệp và Môi trường": r"Tài nguyên và Môi trường|Nông nghiệp và Phát triển [Nn]ông thôn|TN&MT|TNMT|NN&PTNT",
}
_DEPARTMENT = "|".join(_INTO.values())
_PROVINCE = Gated(rf"\bSở\s(?P<field>{_DEPARTMENT})(?!\s?\(?(?:cũ|nay|trước))")
_DISTRICT = Gated(
    rf"\b(?:(?:Ban Thường vụ|Thường trực|Ban (?:Dân vận|Tổ chức|Tuyên giáo|Nội chính|Chấp hành)|Văn phòng|(?:Ủy|Uỷ) ban Kiểm tra)\s)?(?:Huyện|Thị)\s(?:ủy|uỷ)(?:[ \xa0]{NAME})?"
    rf"|\b(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|Phòng(?:,?\s(?:-\s)?[^\W\d_]+){{1,8}}?|Thanh tra|Công an|Ban Chỉ huy [Qq]uân sự)\s(?:huyện|thị xã)\b(?:[ \xa0]{NAME})?"
)
"""Committees and offices of a district; its hospitals, schools and centres went on."""
_ASKS = lazy(
    r"^[-–+•*\W\d.)]*(?:[^.;:]{0,90},\s)?(?:kính\s|cũng\s)?(?:đề nghị|kiến nghị|mong|đề xuất)(?:\svới)?(?:\scác)?\s(?:[^.;:]{0,60}?(?:,|\svà)\s)?$",
    re.IGNORECASE,
)
"""Before the one that is asked for something."""
_SINCE = lazy(
    r"^[-–+•*\W\d.)]*(?:từ|kể từ|sau)\s(?:ngày\s(?P<d>\d{1,2})/)?(?:tháng\s)?(?P<m>\d{1,2})/(?P<y>20\d\d),\s$",
    re.IGNORECASE,
)
"""What goes on since a day, before its doer."""
_OPENS = lazy(r"^[-–+•*\W\d.)]*(?:[^.;:]{0,90},\s)?$")
_WILL = lazy(r"\s(?:sẽ|cần|tiếp tục)\b")
_AHEAD = lazy(
    r"thời gian tới|những tháng cuối năm 2025|năm học 2025\s?[-–]\s?2026|tháng (?:8|9|10|11|12)(?:/| năm )2025|(?:năm|/)\s?202[6-9]|nhiệm kỳ 2025\s?[-–]\s?2030|\bsẽ\b",
    re.IGNORECASE,
)
"""What is still to come for a report of these days."""
_THEN = lazy(
    r"\bđã\b|trước (?:đây|ngày|tháng|khi)|nay là|\bcũ\b|sáp nhập|hợp nhất|chuyển giao|tiếp nhận từ|bàn giao",
    re.IGNORECASE,
)
"""What was done, or how things were before."""


def ended_bodies(context: Context) -> Iterator[tuple[Span, Message, str]]:
    """(place, reason, empty: the unit as the outline names it) of each body that was no more when it is asked or told to act."""
    day = written(context)
    if day is None or day < JOINED:
        return
    text, front = context.spelled.text, front_end(context)
    found = [(m, why) for m, why, since in _found(text) if m.start() >= front and day >= since]
    for p in context.spelled.paragraphs if found else ():
        here = [(m, why) for m, why in found if p.start <= m.start() < p.end and p.story not in NO_TEXT]
        for left, right in sentences(text[p.start : p.end]) if here else ():
            sentence = text[p.start + left : p.start + right]
            for m, why in here:
                at = m.start() - p.start - left
                if 0 <= at < right - left and _alive(sentence, at, at + len(m[0]), day):
                    yield Span(m.start(), m.end()), why, ""


def _found(text: str) -> Iterator[tuple[re.Match[str], Message, date]]:
    """Each body that ended, what became of it, and since when."""
    for m in _PROVINCE.finditer(text):
        into = next(name for name, fields in _INTO.items() if re.fullmatch(fields, m["field"]))
        yield m, msg("Từ 01/3/2025 sở này đã hợp nhất, nay là {name}.", name=into), JOINED
    for m in _DISTRICT.finditer(text) if "huyện" in text or "Huyện" in text or "hị " in text else ():
        yield m, msg("Cấp huyện đã kết thúc hoạt động từ 01/7/2025."), REFORM


def _alive(sentence: str, left: int, right: int, day: date) -> bool:
    """Whether a sentence speaks of a body as of something alive on the day of the report."""
    if _THEN.search(sentence):
        return False
    before = sentence[:left]
    if _ASKS.match(before):
        return True
    since = _SINCE.match(before)
    if since is not None:
        return REFORM <= date(int(since["y"]), min(12, max(1, int(since["m"]))), 1) <= day
    return bool(_OPENS.match(before) and _WILL.match(sentence, right) and _AHEAD.search(sentence))
