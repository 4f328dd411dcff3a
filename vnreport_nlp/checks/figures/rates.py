"""F202 in per cent: shares of a closed body above a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...gates import Gated
from ...model import Finding, Span
from ..context import Context
from .text import CLOSED, DIGITS, STATIC, kind_after, stretches, value_of
from .told import impossible

_RATE = Gated(
    rf"\b[Tt]ỷ lệ (?P<n>(?:[^.;,\d()]|,\s(?=[^\W\d])){{3,80}}?)\s(?:đạt|là|chiếm|lên)\s+(?P<p>{DIGITS})\s?%(?P<after>[^.;]{{0,40}})"
)
_TAKES = Gated(rf"\bchiếm(?: tỷ lệ)?\s+(?P<p>{DIGITS})\s?%")
_ABOVE = Gated(rf"(?<![\w/.,])(?P<p>{DIGITS})\s?%\s+(?:(?:tổng\s+)?số\s+)?(?P<n>[^\W\d]+(?:\s[^\W\d]+){{0,5}})")
_CLOSED = re.compile(rf"(?:số )?(?:{STATIC.pattern}|cấp ủy)\b")
_POPULATION = re.compile(
    r"\b(?:dân số|nhân dân|trẻ|hộ|hồ sơ|đơn|thư|kiến nghị|ý kiến|vụ việc|vụ án|văn bản|thủ tục|phiếu|che phủ|bao phủ|phủ sóng|hài lòng|đúng hạn|nước sạch|hợp vệ sinh|cứng hóa|bê tông hóa|thu gom)\b",
    re.IGNORECASE,
)
"""Sets and coverings that are whole at a hundred …"""
_GROWS = re.compile(
    r"\b(?:tăng|vốn|thu ngân sách|giải ngân|tín dụng|thực hiện|công suất|sinh|giới tính|tăng trưởng|huy động|chi|lãi|lượt)\b",
    re.IGNORECASE,
)
"""… and rates that may exceed it."""
PLAN = Gated(
    r"kế hoạch|chỉ tiêu|dự toán|(?<!tập )(?<!quán triệt )nghị quyết|vượt|mục tiêu|so với|cùng kỳ|dự kiến|được giao|tỷ số|tỉ số",
    re.IGNORECASE,
)
"""Words of plans, which may be exceeded."""


def rates(context: Context, text: str, base: int) -> Iterator[Finding]:
    """Rates of a closed body above a hundred per cent."""
    for m in _TAKES.over(text, stretches(text)):
        if value_of(m["p"]) > 100:
            yield impossible(context, Span(base + m.start(), base + m.end()), f"{m['p']}% > 100%")
    for m in _RATE.over(text, stretches(text)):
        closed = (
            _CLOSED.match(m["n"])
            or (_POPULATION.search(m["n"]) and not _GROWS.search(m["n"]))
            or re.search(r"\b(?:trên|trong|so với) tổng số\b", m["n"])
        )
        if value_of(m["p"]) > 100 and closed and not PLAN.search(m["n"] + m["after"]) and "tăng" not in m["n"]:
            yield impossible(context, Span(base + m.start(), base + m.end("p") + 1), f"{m['p']}% > 100%")
    for m in _ABOVE.over(text, stretches(text)):
        if value_of(m["p"]) > 100 and kind_after(m["n"], 0) in CLOSED and not PLAN.search(m["n"]):
            before = text[max(0, m.start() - 30) : m.start()]
            if not re.search(r"(?:tăng|thêm|vượt|chiếm|chiếm tỷ lệ)\W*$", before):
                yield impossible(context, Span(base + m.start(), base + m.end()), f"{m['p']}% > 100%")
