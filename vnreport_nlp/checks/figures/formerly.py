"""F203 of a value, the amount it changed by, and the per cent or the multiple of what there was before.

``543 đơn, giảm 55 đơn, bằng 89,9% so với cùng kỳ``; ``36 lao động, vượt kế hoạch 6 người và đạt 112% kế hoạch``; ``73.488 con, tăng 64.652
con, gấp 8,42 lần``: the value and the amount give the earlier value or the plan, and that gives the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...expressions import lazy
from ...gates import Gated
from .text import DIGITS, approximate, kind_after, off, shown, value_of
from .told import shown_like

_WORD = r"(?!so\b|trong\b|với\b)[^\W\d_]+"
_PLAN = r"(?:kế hoạch|KH|chỉ tiêu|dự toán|mục tiêu)\b"
_AMOUNT = rf"(?<![\w/.,-])(?P<v>{DIGITS})\s(?P<n>{_WORD}(?:\s{_WORD}){{0,9}}?),?\s(?P<way>tăng|giảm|vượt)\s(?:thêm\s|được\s)?(?P<of>{_PLAN}\s)?(?P<d>{DIGITS})(?:\s(?P<m>{_WORD}(?:\s{_WORD}){{0,5}}?))??"
_LINK = r"(?:,\s|\s\(|\s)(?:(?:và|chỉ|mới|tức|là|tương đương|tương ứng)\s)*"
_SHARE = Gated(
    rf"{_AMOUNT}{_LINK}(?:bằng|đạt)\s(?:tỷ lệ\s)?(?P<p>{DIGITS})\s?%\s(?:so\s(?:với\s)?|của\s)?(?P<base>cùng kỳ|năm (?:trước|ngoái)|(?:nhiệm )?kỳ trước|(?:tháng|quý) trước|{_PLAN})",
    re.IGNORECASE,
)
_TIMES = Gated(rf"{_AMOUNT}{_LINK}gấp\s(?P<p>{DIGITS})\slần\b", re.IGNORECASE)
_PLANNED = lazy(_PLAN, re.IGNORECASE)
WIDE = Decimal(30)
"""Points by which a share misses what it is said of; by more it is said of something else."""
FAR = Decimal("0.3")
"""The same of multiples, as a share of the true one."""
Told = tuple[int, int, str, str]


def formerly(text: str) -> Iterator[Told]:
    """(start, end, arithmetic, rule) of every share and multiple of an earlier value that a value and its change refute."""
    for m in _SHARE.finditer(text) if "%" in text else ():
        before = _before(text, m)
        over = m["way"].lower() == "vượt"
        if before is None or over != bool(_PLANNED.match(m["base"])):
            continue
        true, told = 100 * value_of(m["v"]) / before, value_of(m["p"])
        if off(m["p"], true) and abs(true - told) <= WIDE and not _of_another(text, m, told):
            yield m.start(), m.end(), f"{m['v']}/{shown(before)} = {shown_like(true, m['p'])}% ≠ {m['p']}%", "F203"
    for m in _TIMES.finditer(text) if "gấp" in text else ():
        before = _before(text, m)
        if before is None:
            continue
        true = value_of(m["v"]) / before
        if off(m["p"], true) and abs(true - value_of(m["p"])) <= FAR * true:
            yield (
                m.start(),
                m.end(),
                f"{m['v']}/{shown(before)} = {shown_like(true, m['p'])} lần ≠ {m['p']} lần",
                "F203",
            )


def _before(text: str, m: re.Match[str]) -> Decimal | None:
    """What there was before a change; None where a figure is rounded, or the change counts another thing."""
    way, noun, again = m["way"].lower(), m["n"].lower().split(), (m["m"] or "").lower().split()
    people = kind_after(text, m.end("v")) == "person" == kind_after(text, m.end("d"))
    if (again and again[0] != noun[0] and not people) or approximate(text, m.start("v")):
        return None
    value = value_of(m["v"]) + (value_of(m["d"]) if way == "giảm" else -value_of(m["d"]))
    return value if value > 0 else None


def _of_another(text: str, m: re.Match[str], told: Decimal) -> bool:
    """Whether another figure of the sentence gives the share."""
    start, end = text.rfind(". ", 0, m.start()) + 1, text.find(". ", m.end())
    others = re.findall(rf"(?<![\w/.,-])(?:{DIGITS})", text[start : end if end >= 0 else len(text)])
    return any(v and abs(100 * value_of(m["v"]) / v - told) < Decimal("0.06") for v in map(value_of, others))
