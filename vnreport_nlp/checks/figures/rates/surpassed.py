"""F202 of rounded figures: what words make a part of a figure, and what exceeds all that is told before it by far.

``thu trên 27 tỷ đồng, trong đó thu từ đất trên 34 tỷ đồng``: a word that rounds takes off a little, never so much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ....expressions import lazy
from ..reading.text import CLOSED, kind_after, noun_after, numbers, sentences
from .amounts import amounts

_WITHIN = lazy(r"\b[Tt]rong (?:đó|số đó|số này)\b,?:?")
_ELSE = lazy(
    r"kế hoạch|chỉ tiêu|dự toán|mục tiêu|\bgiao\b(?! thông| lưu| dịch| tiếp)|lũy kế|luỹ kế|bình quân|mỗi|toàn (?:quốc|cầu)|cả (?:nước|năm)|cùng kỳ(?! \d{4},? trong| năm trước[.,])|\btồn\b|chuyển (?:sang|nguồn)|kỳ trước|năm trước (?:là|đạt)|\bngoài (?:ra|kế hoạch|ngân sách)|\bkhác\b|đăng ký|phấn đấu|thêm\b|nhu cầu|\bcòn\b|\bnâng\b|\bđưa\b",
    re.IGNORECASE,
)
"""Another set than the one the part is of, or work that may exceed its plan."""
_BESIDE = lazy(
    r"kéo dài|năm trước|kỳ trước|năm cũ|chuyển (?:sang|nguồn)|bổ sung|kết dư|ứng trước|ngoài (?:ra|kế hoạch)|\bkhác\b|đến dự|khách mời"
)
"""Told behind a part: it came from before, or from elsewhere."""
_GROWN = lazy(r",?\s(?:tăng|giảm|đạt|bằng|vượt)(?:\s(?:hơn|gần|trên|khoảng))?\s[\d.,]+\s?%[^,.;()\d]*(?:năm \d{4})?")
"""How the whole stands to another time; it is passed over."""
_SHORT = lazy(r"\s[A-ZĐ]{2,4}\b")
"""A noun that its letters stand for (``20.000 LĐ``)."""
BY_FAR = Decimal("1.05")
"""What rounding takes off is less than this."""
MOST = 3
"""A figure more than so many times as large is of another set."""
REACH, AHEAD = 200, 70
"""Characters from a whole to the words that open its list, and from these to the part."""
Told = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure as it is told, what it comes to, and what it counts."""

    start: int
    end: int
    text: str
    value: Decimal
    of: str
    change: bool


def surpassed(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of every part of a paragraph that exceeds by far all that is told before it."""
    if not _WITHIN.search(text):
        return
    found, spans = _figures(text), list(sentences(text))
    for index, (start, end) in enumerate(spans):
        for m in _WITHIN.finditer(text, start, end):
            first = spans[index - 1][0] if index and m.start() == start else start
            before = [f for f in found if first <= f.start and f.end <= m.start() and not f.change]
            part = next((f for f in found if m.end() <= f.start < end), None)
            if part is None or part.change or not before or part.start - m.end() > AHEAD:
                continue
            whole = before[-1]
            if whole.of == part.of and m.start() - whole.end <= REACH and _beyond(text, before, part, m):
                yield whole.start, part.end, f"{part.text} > {whole.text}"


def _beyond(text: str, before: list[_Figure], part: _Figure, m: re.Match[str]) -> bool:
    """Whether a part is larger than every figure of its kind before it, and nothing tells of another set."""
    whole = before[-1]
    gap = _GROWN.sub("", text[whole.end : m.start()])
    said = f"{re.split(r'[,;.:(]', text[max(0, whole.start - AHEAD) : whole.start])[-1]}|{gap}|{text[m.end() : part.start]}"
    if _BESIDE.search(re.split(r"[,;.(]\s", text[part.end : part.end + AHEAD])[0]):
        return False
    if _ELSE.search(said) or re.search(r"[()\d]", gap) or re.search(r"[\d(%]", text[m.end() : part.start]):
        return False
    most = max(f.value for f in before if f.of == part.of)
    return most * BY_FAR < part.value <= MOST * whole.value


def _figures(text: str) -> list[_Figure]:
    """The amounts of a paragraph, and its counts of people, bodies and households."""
    measured = [_Figure(a.start, a.end, a.text, a.value, a.family, a.change) for a in amounts(text)]
    taken = {f.start for f in measured if f.of != "người"}
    counted = []
    for n in numbers(text):
        kind = kind_after(text, n.end)
        if kind is None and _SHORT.match(text, n.end):
            kind = "person"
        if n.start not in taken and kind in CLOSED:
            of = "người" if kind == "person" else noun_after(text, n.end).split()[0]
            changed = n.approx and re.search(r"\b(?:tăng|giảm|thêm)\s$", text[max(0, n.start - 8) : n.start])
            counted.append(_Figure(n.start, n.end, n.text, n.value, of, bool(changed)))
    known = {f.start for f in counted}
    return sorted([*(f for f in measured if f.start not in known), *counted], key=lambda f: f.start)
