"""P401 of what a report tells as done on a day behind its own, or in a year that has not come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...expressions import lazy
from ...gates import Gated
from ...model import Message, Span, msg
from ..context import NO_PROSE, Context
from ..figures.reading.text import sentences
from ..form.packs import dates_meant

_DAY = Gated(
    r"\bngày\s+(?P<d>\d{1,2})(?:(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)|\s+tháng\s+(?P<n>\d{1,2})\s+năm\s+)(?P<y>20\d\d)(?![\d/])",
    re.IGNORECASE,
)
_MONTH = Gated(r"(?<!\d )(?<!\d)\btháng\s+(?P<m>\d{1,2})(?:/|\s+năm\s+)(?P<y>20\d\d)(?![\d/])", re.IGNORECASE)
_YEAR = Gated(r"\bnăm\s(?P<y>20\d\d)(?![\d/]|\s?[-–]\s?\d|[.,]\d)", re.IGNORECASE)
_SYMBOL = lazy(r"(?:\d(?:[-/]\S*)?[A-ZĐ]{2,}\S*[\s,(]*|\b(?:ban hành|ký)\s)$")
"""Before the day of a document, which the citation checks tell."""
_WORD = lazy(r"[^\W\d]+\s$")
_DONE = lazy(
    r"\bđã\b|\bxảy ra\b|\bbắt (?:giữ|quả|\d)|\bphát hiện\b|\bthu giữ\b|\bphá (?:\w+ )?(?:chuyên án|thành công|án)\b|\bkhánh thành\b|\bđược (?:công nhận|phê duyệt|tặng|trao|thành lập|bầu|bổ nhiệm|xếp)\b|\bđỗ\b|\btrúng cử\b|\bđạt \d",
    re.IGNORECASE,
)
_TO_COME = lazy(
    r"\bsẽ\b|dự kiến|phấn đấu|kế hoạch|chuẩn bị|lộ trình|hiệu lực|thời hạn|thời điểm|gia hạn|mục tiêu|chỉ tiêu|định hướng|tầm nhìn|quy hoạch|giai đoạn|đề án|chương trình|dự án|tiếp tục|"
    r"hướng tới|chậm nhất|muộn nhất|trước (?:ngày|tháng|năm)|từ (?:ngày|tháng|năm)|đến (?:ngày|tháng|năm|hết|cuối)|vào (?:ngày|tháng|năm)|hết năm|cuối năm|đầu năm|năm học|cho năm|dự toán|đăng ký|quyết tâm|\bhạn\b|\bchờ\b|diễn ra|nhiệm kỳ|\bdự thảo\b|\bmời\b|hợp đồng|nghỉ hưu",
    re.IGNORECASE,
)
"""What may well lie ahead."""
_COUNTED = lazy(r",?\s(?:là|có|còn|đạt)\s\d[^.;]{0,60}\b(?:tăng|giảm)\s\d[^.;]{0,40}\bso với\b", re.IGNORECASE)
"""What there is on a day (``đến ngày 14/12/2025 là 73 người, giảm 09 người so với đầu kỳ``) was counted."""
_EXPECTED = lazy(r"\bsẽ\b|dự kiến|\bước\b|phấn đấu|kế hoạch|mục tiêu|chỉ tiêu|dự báo|dự toán|lộ trình", re.IGNORECASE)
_PLANS = lazy(r"phương hướng|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|kế hoạch|định hướng|kiến nghị|đề xuất", re.IGNORECASE)
FAR = 2
"""So many years behind the report's own a year is no slip of what begins soon."""


def told_ahead(context: Context) -> Iterator[tuple[Span, Message]]:
    """(place, why) of each day, month and year that lie behind the day of the report, where something is told as done."""
    written = context.outline.metadata.date
    own = dates_meant(written, ())[1]
    if written is None or own == date.max:
        return
    text, body = context.spelled.text, context.outline
    found = [m for m in _DAY.finditer(text) if _after(m, own)]
    found += [m for m in _MONTH.finditer(text) if (int(m["y"]), int(m["m"])) > (own.year, own.month)]
    found += [m for m in _YEAR.finditer(text) if int(m["y"]) >= own.year + FAR]
    for m in found:
        p = next((p for p in context.spelled.paragraphs if p.start <= m.start() < p.end), None)
        if p is None or p.story in NO_PROSE or p.cell is not None or p.start < body.front.end:
            continue
        start, end = next(
            (p.start + a, p.start + b) for a, b in sentences(text[p.start : p.end]) if p.start + b > m.start()
        )
        word = _WORD.search(text, start, m.start()) if m.re is _YEAR.pattern else None
        at = word.start() if word else m.start()
        if _SYMBOL.search(text, max(start, at - 40), at) or _is_plan(context, p.start):
            continue
        behind = text.find(";", m.end(), end)
        clause = max(start, text.rfind(";", start, at) + 1), behind if behind >= 0 else end
        done = _DONE.search(text, *clause) and not _TO_COME.search(text, start, end)
        counted = _COUNTED.match(text, m.end(), end) and not _EXPECTED.search(text, start, end)
        if done or counted:
            place = Span(m.start(), m.end())
            yield place, msg("Báo cáo đề ngày {own}; việc đã làm không thể sau ngày đó.", own=_shown(own))


def _after(m: re.Match[str], own: date) -> bool:
    try:
        return date(int(m["y"]), int(m["m"] or m["n"]), int(m["d"])) > own
    except ValueError:
        return False


def _shown(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _is_plan(context: Context, at: int) -> bool:
    """Whether a place stands in a part that tells what is to be done."""
    section = context.outline.section_at(at)
    while section is not None:
        if _PLANS.search(section.title):
            return True
        section = context.outline.sections[section.parent] if section.parent is not None else None
    return context.is_ahead(at)
