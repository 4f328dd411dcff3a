"""F203 of a change told in per cent of what there is now, where it must be of what there was.

``khám phá 68 vụ … So với tháng trước, số vụ khám phá tăng 4 vụ (+5,9%)``: 4 is 5,9% of 68, but what there was is 64. And what has
fallen by all of it has nothing left: ``01 vụ, so với tháng trước giảm 01 vụ (-100%)``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ..reading.levels import Level, levels
from ..reading.text import DIGITS, off, sentences, shown
from ..reading.told import shown_like

_SHARE = lazy(
    rf"(?:\s[^\W\d]+){{0,4}}?\s?\(\s?(?:(?P<way>tăng|giảm)\s)?(?:[+–-]\s?)?(?P<p>{DIGITS})\s?%\s?\)", re.IGNORECASE
)
"""Right behind an amount its rate in a bracket."""
_AGAINST = lazy(r"\b[Ss]o (?:với )?(?!kế hoạch|dự toán|chỉ tiêu|mục tiêu|dự kiến)")
_OPENS = lazy(r"\W*So với (?!kế hoạch|dự toán|chỉ tiêu|mục tiêu|dự kiến)")
_EARLIER = lazy(r"\b(?:trước|cùng kỳ|năm ngoái|đầu (?:năm|kỳ|nhiệm kỳ)|từ)\b[^,;.()]{0,40}$", re.IGNORECASE)
"""The value before it is that of the earlier time."""
_DATE = lazy(r"(?:\d{1,2}/)*(?:19|20)\d\d\b")
_WORD = lazy(r"[^\W\d_]{2,}")
_EMPTY = frozenset({"số", "tổng", "so", "với", "cùng", "kỳ", "năm", "tháng", "quý", "trước", "tăng", "giảm", "có", "là", "đã", "bị", "và", "xảy", "ra", "thêm"})  # fmt: skip
SURE = 3
"""A rate of so many digits is no other's by chance; one of fewer needs a word in common with the value."""
ALL = 100
MOST = 40
"""A passage with more figures is a table that lost its cells."""
NEAR = 60
"""Characters before a value that may name it."""
Told = tuple[int, int, str, str]


def misbased(text: str) -> Iterator[Told]:
    """(start, end, arithmetic, rule) of every rate of a paragraph that is of the later value."""
    if "%" not in text or not _AGAINST.search(text):
        return
    before = -1
    for start, end in sentences(text):
        first = before if before >= 0 and _OPENS.match(text, start, end) else start
        if "%" in text[start:end] and _AGAINST.search(text, start, end):
            yield from _of(text[first:end], first, start - first)
        before = start


def _of(passage: str, first: int, own: int) -> Iterator[Told]:
    """Those of a passage whose own sentence begins at ``own``."""
    found = levels(passage)
    against = _AGAINST.search(passage, own)
    if len(found) > MOST or against is None:
        return
    for at, amount in enumerate(found):
        if amount.start < against.end() or amount.way not in ("tăng", "giảm") or amount.soft or amount.unit == "%":
            continue
        m = _SHARE.match(passage, amount.end)
        now = _now(passage, found[:at], amount, against.start()) if m else None
        if (
            m is None
            or now is None
            or _of_then(passage, against, amount.start)
            or (m["way"] or amount.way).lower() != amount.way
        ):
            continue
        earlier = _earlier(now, amount)
        if earlier > 0 and off(m["p"], 100 * amount.value / earlier) and _is_of(passage, now, amount, m["p"], found):
            true, sign = shown_like(100 * amount.value / earlier, m["p"]), "+" if amount.way == "giảm" else "-"
            base = f"({now.text} {sign} {shown(amount.value)})"
            yield first + amount.start, first + m.end(), f"{shown(amount.value)}/{base} = {true}% ≠ {m['p']}%", "F203"


def _now(passage: str, before: list[Level], amount: Level, against: int) -> Level | None:
    """The value that an amount changed: of its unit, told before the comparison, by a word in common or as the only one."""
    plain = [f for f in before if f.end <= against and f.unit == amount.unit != "" and not f.way and not f.soft]
    plain = [f for f in plain if not _EARLIER.search(passage, max(0, f.start - NEAR), f.start)]
    if len(plain) == 1:
        return plain[0]
    said = _words(re.split(r"[,;.()]", passage[: amount.start])[-1])
    named = [f for f in plain if said & _words(re.split(r"[,;.()]", passage[: f.start])[-1])]
    return named[0] if said and len(named) == 1 else None


def _of_then(passage: str, against: re.Match[str], end: int) -> bool:
    """Whether the time that the comparison names is that of the value before it (``Năm 2023 có 133 đơn. So với năm 2023 …``)."""
    told = set(_DATE.findall(passage, 0, against.start()))
    return not told.isdisjoint(_DATE.findall(passage, against.end(), end))


def _words(clause: str) -> set[str]:
    """The words of a clause that name something."""
    return {w.lower() for w in _WORD.findall(clause)} - _EMPTY


def _is_of(passage: str, now: Level, amount: Level, percent: str, found: list[Level]) -> bool:
    """Whether a rate is that of the later value beyond doubt, and of no other value of the passage."""
    if off(percent, 100 * amount.value / now.value):
        return False
    others = [f.value for f in found if f.unit == amount.unit and not f.way and f is not now]
    bases = {v for x in others for v in (x, x + amount.value, x - amount.value) if v > 0}
    if any(not off(percent, 100 * amount.value / v) for v in bases):
        return False
    if Decimal(percent.replace(",", ".")) == ALL:
        return amount.way == "giảm"
    named = _words(re.split(r"[,;.()]", passage[: amount.start])[-1]) & _words(
        passage[max(0, now.start - NEAR) : now.start]
    )
    return len(percent.replace(",", "")) >= SURE or bool(named)


def _earlier(now: Level, amount: Level) -> Decimal:
    return now.value + (amount.value if amount.way == "giảm" else -amount.value)
