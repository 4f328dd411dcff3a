"""F206: two ends of one time, the second before the first (``khai giảng ngày 16/9/2024, bế giảng ngày 11/9/2024``, ``từ ngày 15 đến ngày 12/8``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....expressions import lazy
from ....gates import Gated

_DAY = r"\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+tháng\s+\d{1,2}(?:/|\s+năm\s+))(?:19|20)\d\d"
_MONTH = r"(?:tháng\s+)?\d{1,2}(?:/|\s+năm\s+)(?:19|20)\d\d"
_QUARTER = r"quý\s+(?:IV|I{1,3}|[1-4])(?:/|\s+năm\s+)(?:19|20)\d\d"
_YEAR = r"năm\s+(?:19|20)\d\d"
_TO = r"(?:\s+(?:đến|tới)\s+(?:hết\s+|đầu\s+|cuối\s+)?|\s*[-–]\s*)"
_FROM = r"\b(?:từ|diễn ra|trong thời gian|trong)\s+(?:hết\s+|đầu\s+|cuối\s+)?"
_END = r"(?![\d/]|[.,]\d)"
_BOTH = "|".join(
    rf"{pre}{form}{_TO}{pre}{form}"
    for pre, form in ((r"(?:ngày\s+)?", _DAY), ("", _MONTH), ("", _QUARTER), ("", _YEAR))
)
_SPANNED = Gated(rf"{_FROM}(?:{_BOTH}){_END}", re.IGNORECASE)
"""``từ ngày 15/8/2023 đến ngày 20/9/2023``: both ends of one form, with their years."""
_SHORT = Gated(
    rf"\b(?:từ|trong)\s+(?:các\s+)?(?:ngày\s+)(?P<a>\d{{1,2}})(?:/(?P<b>\d{{1,2}}))?{_TO}(?:ngày\s+)?(?P<c>\d{{1,2}})(?:/|\s+tháng\s+)(?P<d>\d{{1,2}})(?![\d]|[.,]\d)(?P<y>(?:/|\s+năm\s+)\d{{4}})?",
    re.IGNORECASE,
)
"""``từ ngày 15 đến ngày 12/8/2024``: one month, or one year."""
_BEGUN = r"khai giảng|khai mạc|khởi công|bắt đầu|mở lớp|mở|phát động|tiếp nhận|khởi động|thụ lý|khởi tố|lên đường|ban hành|ký kết|ký|phát hành|nhận hồ sơ|ra quân"
_ENDED = r"bế giảng|bế mạc|khánh thành|kết thúc|tổng kết|hoàn thành|nghiệm thu|bàn giao|trả kết quả|đóng|đưa vào (?:sử dụng|hoạt động|khai thác)|có hiệu lực|hết hiệu lực|kết luận|xét xử|thông xe|trở về"
_AT = rf"(?:\s[^\W\d]+){{0,6}}?\s\(?(?:(?:từ|vào)\s)?(?:ngày\s)?(?P<@>{_DAY}|tháng\s+\d{{1,2}}(?:/|\s+năm\s+)(?:19|20)\d\d)(?!\d|/|[.,]\d)"
_PAIR = Gated(
    rf"\b(?P<o>{_BEGUN}){_AT.replace('@', 'p')}(?P<gap>[^\d.:;]{{0,60}}?)\b(?P<e>{_ENDED}){_AT.replace('@', 'q')}",
    re.IGNORECASE,
)
"""An opening and its closing, each with its date."""
_OTHER = lazy(r"\b(?:trước|còn|trong khi|riêng|khác|theo|căn cứ|thay thế)\b", re.IGNORECASE)
_FIGURE = lazy(r"\d")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PART = lazy(r"\d+|(?<=quý )[iv]+", re.IGNORECASE)


def ranges(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every time that ends before it begins; both ends stand in one line."""
    at = 0
    for line in text.split("\n"):
        if _FIGURE.search(line):
            yield from ((at + start, at + end) for start, end in _of_line(line))
        at += len(line) + 1


def _of_line(text: str) -> Iterator[tuple[int, int]]:
    for m in _SPANNED.finditer(text):
        if backwards(m[0]):
            yield m.span()
    for m in _SHORT.finditer(text):
        day, month, last, ends = (int(m[g]) if m[g] else 0 for g in "abcd")
        if ends <= 12 and max(day, last) <= 31 and ((month or ends), day) > (ends, last) and month <= 12:
            turned = month > ends and not m["y"]
            if not turned and (month == 0 or month == ends or (m["y"] and month - ends < TURN)):
                yield m.span()
    for m in _PAIR.finditer(text):
        if not _OTHER.search(m[0]) and backwards(f"{m['p']} {m['q']}"):
            yield m.start("o"), m.end()


TURN = 6
"""From a late month to an early one a year may turn (``từ ngày 25/12 đến ngày 05/02/2024``)."""


def backwards(told: str) -> bool:
    """Whether a span of time ends before it begins; both ends have as many parts, and exist."""
    found = [_ROMAN.get(d.lower()) or int(d) for d in _PART.findall(told)]
    half = len(found) // 2
    if len(found) % 2:
        return False
    return found[half:][::-1] < found[:half][::-1] and all(m <= 12 for m in found[-2::-half] if half > 1)
