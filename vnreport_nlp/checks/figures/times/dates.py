"""F206: dates that no calendar has, and times that end before they begin."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from ....expressions import lazy
from ....gates import Gated
from ....model import Finding, Message, Span, finding, msg
from ...context import Context
from .ranges import ranges
from .years import absurd_years, ahead, reversed_periods, suspects

_FULL = Gated(r"(?<![\w/.,-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/])")
_WORDS = Gated(r"\b(?:ngày|Ngày)\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d\d)\b")
_SHORT = Gated(
    r"\b(?:ngày|Ngày)\s+(\d{1,2})(?:/(\d{1,2})(?![\d/]|[.,]\d)|\s+tháng\s+(\d{1,2})(?![\d/]|[.,]\d|\s+(?:năm\s+)?\d|\s+âm))"
)
_BETWEEN = Gated(
    r"\b[Tt]ừ\s+(?P<a>\d{1,2}/\d{1,2})(?![\d/]|[.,]\d)(?:\s+(?:năm|hằng|hàng)\s[^.;()\d]{1,20})?\s*,?\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?(?P<b>\d{1,2}/\d{1,2})(?![\d/]|[.,]\d)"
)
"""Two days without ``ngày``: nothing else runs from one to another by days and months."""
_MONTH = Gated(r"(?<!lương )(?<!thưởng )\b[Tt]háng\s+(\d{1,2})(?:/| năm )((?:19|20)\d\d)(?![\d/])")
_QUARTER = Gated(r"\b[Qq]uý\s(?P<q>IIII|V|VI{1,3}|IX|X|[5-9])(?=(?:\s?/|,?\snăm\s)\s?20\d\d)")
_HOUR = Gated(
    r"\b(?:lúc|vào|hồi|từ|đến)\s(?P<h>\d{2})\s?(?:giờ|h)(?:\s?\d{1,2}(?:\s?phút)?)?,?\s(?:ngày|sáng|chiều|tối)\b"
)
HOURS = 24
DAYS, MONTHS = 31, 12
_NUMBERED = lazy(r"(?:\bsố|\bSố|[Tt]hửa|tờ|Km)\s*:?\s*$")


def impossible_dates(context: Context) -> Iterator[Finding]:
    """One finding a date, at its place."""
    text = context.spelled.text
    for m in _FULL.finditer(text):
        if not _NUMBERED.search(text, max(0, m.start() - 8), m.start()) and (why := _wrong(m[1], m[3], m[4])):
            yield _finding(context, Span(m.start(), m.end()), m[0], why)
    for m in _WORDS.finditer(text):
        if why := _wrong(m[1], m[2], m[3]):
            yield _finding(context, Span(m.start(1), m.end()), text[m.start(1) : m.end()], why)
    for m in _SHORT.finditer(text):
        if m[2] and int(m[1]) > 31 and int(m[2]) > 12:
            continue  # "trong một ngày 41/43 đám": a ratio
        if why := _wrong(m[1], m[2] or m[3], "2024"):
            yield _finding(context, Span(m.start(1), m.end()), text[m.start(1) : m.end()], why)
    yield from _between(context, text)
    for m in _MONTH.finditer(text):
        if not 1 <= int(m[1]) <= 12:
            yield _finding(context, Span(m.start(), m.end()), m[0], msg("Không có tháng {month}.", month=int(m[1])))
    for m in _QUARTER.finditer(text):
        yield _finding(context, Span(m.start(), m.end()), m[0], msg("Một năm có bốn quý."))
    for m in _HOUR.finditer(text):
        if int(m["h"]) > HOURS:
            yield _finding(context, Span(m.start(), m.end()), m[0], msg("Một ngày có 24 giờ."))
    yield from _years(context, text)


def _between(context: Context, text: str) -> Iterator[Finding]:
    """Days that their month has not, in spans whose ends are both days and months by their size."""
    for m in _BETWEEN.finditer(text):
        days = [tuple(map(int, m[end].split("/"))) for end in ("a", "b")]
        if not all(1 <= d <= DAYS and 1 <= of <= MONTHS for d, of in days):
            continue  # ``từ 5/13 xã đến 8/13 xã``
        for end in ("a", "b"):
            before = text[m.start() : m.start(end)]
            day, month = m[end].split("/")
            if not before.rstrip().endswith("ngày") and (why := _wrong(day, month, "2024")):
                yield _finding(context, Span(m.start(end), m.end(end)), m[end], why)


def _years(context: Context, text: str) -> Iterator[Finding]:
    """Spans of time that run backwards, and years that cannot be meant."""
    dated = re.search(r"20\d\d", context.outline.metadata.date or "")
    own = int(dated[0]) if dated else 0
    back, absurd, far = suspects(text, own)
    spans = list(ranges(text))
    periods = [(at + start, at + end) for at, line in back for start, end in reversed_periods(line)]
    for start, end in (*spans, *(p for p in periods if not any(s < p[1] and p[0] < e for s, e in spans))):
        yield _backward(context, Span(start, end), text[start:end])
    told = [(at + start, at + end, year) for at, line in absurd for start, end, year in absurd_years(line)]
    for start, end, year in (*told, *(ahead(text, own) if far else ())):
        yield _absurd(context, Span(start, end), text[start:end], year)


def _wrong(day: str, month: str, year: str) -> Message | None:
    """What is impossible, None when nothing is."""
    d, m, y = int(day), int(month), int(year)
    if not 1 <= m <= 12:
        return msg("Không có tháng {month}.", month=m)
    last = monthrange(y, m)[1]
    if d < 1:
        return msg("Không có ngày 0.")
    return msg("Tháng {month}/{year} chỉ có {last} ngày.", month=m, year=y, last=last) if d > last else None


def _finding(context: Context, span: Span, date: str, why: Message) -> Finding:
    return finding(
        "F206", msg("Ngày không có trong lịch: {date}", date=date), places=(context.place(span),),
        requirement=context.requirement_at(span.start), need=msg("Ngày có trong lịch."), found=why,
        fix=msg("Đối chiếu văn bản gốc và sửa lại ngày."),
    )  # fmt: skip


def _backward(context: Context, span: Span, told: str) -> Finding:
    return finding(
        "F206", msg("Thời gian kết thúc trước khi bắt đầu: {told}", told=told), places=(context.place(span),),
        requirement=context.requirement_at(span.start), need=msg("Thời điểm cuối không đứng trước thời điểm đầu."),
        found=msg("{arithmetic}", arithmetic=told), fix=msg("Kiểm tra lại hai mốc thời gian."),
    )  # fmt: skip


def _absurd(context: Context, span: Span, told: str, year: str) -> Finding:
    return finding(
        "F206", msg("Năm không thể có: {told}", told=told), places=(context.place(span),),
        requirement=context.requirement_at(span.start), need=msg("Năm của việc được báo cáo."),
        found=msg("Năm {year} quá xa thời gian của báo cáo.", year=year), fix=msg("Kiểm tra lại năm."),
    )  # fmt: skip
