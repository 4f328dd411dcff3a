"""F202 in per cent: shares of a closed body above a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....expressions import lazy
from ....gates import Gated
from ....model import Finding, Span
from ...context import Context
from ..reading.text import CLOSED, DIGITS, STATIC, kind_after, stretches, value_of
from ..reading.told import below_nothing, impossible

_RATE = Gated(
    rf"\b(?:[Tt]ỷ lệ|[Đđ]ộ(?= (?:bao phủ|che phủ|phủ))) (?P<n>(?:[^.;,\d()]|,\s(?=[^\W\d])|(?<=\s)\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?(?=\stuổi)){{3,80}}?)\s(?:đạt|là|chiếm|lên)\s+(?P<p>{DIGITS})\s?%(?P<after>[^.;]{{0,40}})"
)
_TAKES = Gated(rf"\bchiếm(?: tỷ lệ)?\s+(?P<p>{DIGITS})\s?%")
_ABOVE = Gated(rf"(?<![\w/.,])(?P<p>{DIGITS})\s?%\s+(?:(?:tổng\s+)?số\s+)?(?P<n>[^\W\d]+(?:\s[^\W\d]+){{0,5}})")
_CLOSED = lazy(rf"(?:số )?(?:{STATIC.pattern}|cấp ủy)\b")
_POPULATION = lazy(
    r"\b(?:dân số|nhân dân|trẻ|hộ|hồ sơ|đơn|thư|kiến nghị|ý kiến|vụ việc|vụ án|văn bản|thủ tục|phiếu|che phủ|bao phủ|phủ sóng|hài lòng|đúng hạn|nước sạch|hợp vệ sinh|cứng hóa|bê tông hóa|thu gom)\b",
    re.IGNORECASE,
)
"""Sets and coverings that are whole at a hundred …"""
_GROWS = lazy(
    r"\b(?:tăng|vốn|thu ngân sách|giải ngân|tín dụng|thực hiện|công suất|sinh|giới tính|tăng trưởng|huy động|chi|lãi|lượt)\b",
    re.IGNORECASE,
)
"""… and rates that may exceed it."""
PLAN = Gated(
    r"kế hoạch|chỉ tiêu|dự toán|(?<!tập )(?<!quán triệt )nghị quyết|vượt|mục tiêu|so với|cùng kỳ|dự kiến|được giao|tỷ số|tỉ số",
    re.IGNORECASE,
)
"""Words of plans, which may be exceeded."""


_FALLS = Gated(
    rf"(?<!không )(?<!chưa )\bgiảm\s(?:tới\s|đến\s|được\s|hơn\s|trên\s|gần\s|khoảng\s)?(?P<p>{DIGITS})\s?%(?!\s(?:so với\s)?(?:kế hoạch|chỉ tiêu|mục tiêu|yêu cầu|lộ trình))",
    re.IGNORECASE,
)
_TOLD_BEHIND = lazy(r"\s?\(\d")
"""``đạt 102% số học viên (550)``: the number that was planned stands behind."""
_BELOW_ZERO = lazy(
    r"lợi nhuận|\blãi\b|tăng trưởng|chênh lệch|thặng dư|hiệu quả|dòng tiền|kết quả kinh doanh", re.IGNORECASE
)
"""What may fall below nothing."""
BEHIND = 16
"""Characters behind a fall in which it may be named."""
_OF_ALL = Gated(
    rf"(?:^|[,;]\s|\scó\s|\sđã\s)(?P<p>{DIGITS})\s?%\s(?:tổng\s)?số\s(?P<n>[^\W\d]+(?:\s[^\W\d]+){{0,5}})",
    re.IGNORECASE,
)
"""``104,6% số trẻ đang học``: of those that there are."""


def _falls(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, percentage) of falls by more than all there was."""
    for m in _FALLS.finditer(text):
        clause = re.split(r"[,;.:]", text[: m.start()])[-1]
        behind = text[m.end() : m.end() + BEHIND]
        if value_of(m["p"]) > 100 and not _BELOW_ZERO.search(f"{clause} {behind}"):
            yield m.start(), m.end(), f"{m['p']}%"


def _of_sets(text: str) -> Iterator[tuple[int, int, str]]:
    """The same of shares of a number of things that are whole at a hundred."""
    for m in _OF_ALL.over(text, stretches(text)):
        whole = _POPULATION.match(m["n"]) and not _GROWS.search(m["n"])
        if value_of(m["p"]) > 100 and whole and not PLAN.search(m["n"]):
            yield m.start("p"), m.end(), f"{m['p']}% > 100%"


def rates(context: Context, text: str, base: int) -> Iterator[Finding]:
    """Rates of a closed body above a hundred per cent."""
    for m in _TAKES.over(text, stretches(text)):
        if value_of(m["p"]) > 100:
            yield impossible(context, Span(base + m.start(), base + m.end()), f"{m['p']}% > 100%")
    for start, end, fall in _falls(text):
        yield below_nothing(context, Span(base + start, base + end), fall)
    for m in _RATE.over(text, stretches(text)):
        closed = (
            _CLOSED.match(m["n"])
            or (_POPULATION.search(m["n"]) and not _GROWS.search(m["n"]))
            or re.search(r"\b(?:trên|trong|so với) tổng số\b", m["n"])
        )
        if (
            value_of(m["p"]) > 100
            and closed
            and not PLAN.search(m["n"] + m["after"].split(",")[0])
            and "tăng" not in m["n"]
        ):
            yield impossible(context, Span(base + m.start(), base + m.end("p") + 1), f"{m['p']}% > 100%")
    for m in _ABOVE.over(text, stretches(text)):
        if value_of(m["p"]) > 100 and kind_after(m["n"], 0) in CLOSED and not PLAN.search(m["n"]):
            before = text[max(0, m.start() - 30) : m.start()]
            planned = _TOLD_BEHIND.match(text, m.end()) is not None
            if not planned and not re.search(r"(?:tăng|thêm|vượt|chiếm|chiếm tỷ lệ)\W*$", before):
                yield impossible(context, Span(base + m.start(), base + m.end()), f"{m['p']}% > 100%")
    for start, end, arithmetic in _of_sets(text):
        yield impossible(context, Span(base + start, base + end), arithmetic)
