"""F203 of a value, the amount it changed by, and the per cent or the multiple of what there was before.

``543 đơn, giảm 55 đơn, bằng 89,9% so với cùng kỳ``; ``36 lao động, vượt kế hoạch 6 người và đạt 112% kế hoạch``; ``73.488 con, tăng 64.652
con, gấp 8,42 lần``: the value and the amount give the earlier value or the plan, and that gives the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ....gates import Gated
from ..reading.text import DIGITS, approximate, kind_after, off, shown, value_of
from ..reading.told import shown_like

_WORD = r"(?!so\b|trong\b|với\b)[^\W\d_]+"
_PLAN = r"(?:kế hoạch|KH|chỉ tiêu|dự toán|mục tiêu)\b"
_AMOUNT = lazy(
    rf"(?<![\w/.,-])(?P<v>{DIGITS})\s(?P<n>{_WORD}(?:\s{_WORD}){{0,9}}?),?\s(?P<way>tăng|giảm|vượt)\s(?:thêm\s|được\s)?(?:{_PLAN}\s)?(?P<d>{DIGITS})(?:\s(?P<m>{_WORD}(?:\s{_WORD}){{0,5}}?))??"
    r"(?:,\s|\s\(|\s)(?:(?:và|chỉ|mới|tức|là|tương đương|tương ứng)\s)*$",
    re.IGNORECASE,
)
"""A value and what it changed by, right before what that makes of the earlier one."""
_SHARE = Gated(
    rf"\b(?:bằng|đạt)\s(?:tỷ lệ\s)?(?P<p>{DIGITS})\s?%\s(?:so\s(?:với\s)?|của\s)?(?P<base>cùng kỳ|năm (?:trước|ngoái)|(?:nhiệm )?kỳ trước|(?:tháng|quý) trước|{_PLAN})",
    re.IGNORECASE,
)
_TIMES = Gated(rf"\bgấp\s(?P<p>{DIGITS})\slần\b", re.IGNORECASE)
_WAY = lazy(r"(?:tăng|giảm|vượt)\s(?:[^\W\d_]+\s){0,3}\d", re.IGNORECASE)
REACH = 150
"""So far before a share its value and the change are looked for."""
_PLANNED = lazy(_PLAN, re.IGNORECASE)
WIDE = Decimal(30)
"""Points by which a share misses what it is said of; by more it is said of something else."""
FAR = Decimal("0.3")
"""The same of multiples, as a share of the true one."""
Told = tuple[int, int, str, str]


def formerly(text: str) -> Iterator[Told]:
    """(start, end, arithmetic, rule) of every share and multiple of an earlier value that a value and its change refute."""
    for share in _SHARE.finditer(text) if "%" in text else ():
        m = _amount(text, share)
        before = _before(text, m) if m is not None else None
        if m is None or before is None or (m["way"].lower() == "vượt") != bool(_PLANNED.match(share["base"])):
            continue
        true, told = 100 * value_of(m["v"]) / before, value_of(share["p"])
        if off(share["p"], true) and abs(true - told) <= WIDE and not _of_another(text, m, told):
            arithmetic = f"{m['v']}/{shown(before)} = {shown_like(true, share['p'])}% ≠ {share['p']}%"
            yield m.start("v"), share.end(), arithmetic, "F203"
    for times in _TIMES.finditer(text) if "gấp " in text else ():
        m = _amount(text, times)
        before = _before(text, m) if m is not None else None
        if m is None or before is None:
            continue
        true = value_of(m["v"]) / before
        if off(times["p"], true) and abs(true - value_of(times["p"])) <= FAR * true:
            arithmetic = f"{m['v']}/{shown(before)} = {shown_like(true, times['p'])} lần ≠ {times['p']} lần"
            yield m.start("v"), times.end(), arithmetic, "F203"


def _amount(text: str, share: re.Match[str]) -> re.Match[str] | None:
    """The value and its change that end right before a share."""
    first = max(0, share.start() - REACH)
    if not _WAY.search(text, first, share.start()):
        return None
    return _AMOUNT.search(text, first, share.start())


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
