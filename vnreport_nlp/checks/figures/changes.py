"""F203: increases, falls and shares of a plan against the figures they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...gates import Gated
from .text import DIGITS, shown, stretches, value_of

FROM = re.compile(r"[tT][ừỪ]\s+\d")
"""What every change between two figures holds, quickly looked for."""
NUMERAL = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_CHANGE = Gated(
    rf"(?P<way>tăng|giảm)?\s*từ\s+(?P<a>{NUMERAL})(?P<ap>\s?%)?(?P<x>(?:(?!\d)[^.;:()]|năm \d{{4}}|\([^()%]*\)){{0,50}}?)\s(?P<to>tăng lên|giảm xuống còn|giảm xuống|giảm còn|xuống còn|lên|xuống|còn)\s+(?P<b>{NUMERAL})(?P<bp>\s?%)?"
    rf"(?P<y>(?:(?!\d)[^.;:()]|năm \d{{4}}|\([^()%]*\)){{0,50}}?)\s?[,(]\s*(?:(?:tức|tức là|hay|nghĩa là|tương ứng|tương đương|như vậy|đã|bằng|với mức)\s)*(?P<verb>tăng|giảm)(?: thêm| được| tương ứng)?\s+(?P<p>{NUMERAL})(?P<unit>\s?%|\s?điểm(?: phần trăm| %)?|\s[^\W\d]+)",
    re.IGNORECASE,
)
_BASE = Gated(
    rf"(?<![\w/.,])(?P<b>{NUMERAL})\s+(?P<u>tỷ đồng|triệu đồng|tấn|ha|đảng viên|lượt|hộ|người|cuộc|vụ|đơn|lớp|chi bộ|đồng chí|km)[^.;()\d%]{{0,25}},\s*(?P<way>tăng|giảm|đạt|bằng)\s+(?P<p>{DIGITS})\s?%\s+"
    rf"(?P<of>so với|kế hoạch|dự toán|chỉ tiêu)[^.;()]{{0,40}}?\((?:(?:kế hoạch|chỉ tiêu|dự toán|năm trước|cùng kỳ)(?: giao| năm trước)?(?: là|:)?\s+|là\s+|có\s+|được\s+)?(?P<a>{NUMERAL})\s+(?P=u)\)"
)
_UNITS = r"[^\W\d]+(?:\s[^\W\d]+){0,2}?"
_FORMER = Gated(
    rf"(?<![\w/.,])(?P<b>{NUMERAL})\s(?P<u>{_UNITS})(?P<y>[^.;:()\d%]{{0,25}})\((?:cùng kỳ|năm trước|kỳ trước|năm \d{{4}})(?: năm trước| năm \d{{4}})?(?: là| có| đạt|:)?\s+(?P<a>{NUMERAL})(?:\s(?P=u))?\)"
    rf",\s*(?P<way>tăng|giảm)\s+(?P<p>{DIGITS})\s?%"
)
"""``150 doanh nghiệp (cùng kỳ 120), tăng 25%``."""
_ABOVE_PLAN = Gated(
    rf"(?<![\w/.,])(?P<b>{NUMERAL})/(?P<a>{NUMERAL})(?![\d/])[^.;:()\d%]{{0,40}},\s*(?P<way>vượt)\s+(?P<p>{DIGITS})\s?%(?!\s*so với (?:cùng kỳ|năm))"
)
"""``54/50 ha, vượt 8% kế hoạch``."""
_BACK = Gated(
    rf"(?P<way>tăng|giảm)\s+(?P<p>{DIGITS})\s?%,?\s*\(?\s*từ\s+(?P<a>{NUMERAL})(?!\s?%)(?:(?!\d)[^.;:()]|năm \d{{4}}){{0,40}}?\s(?:lên|xuống còn|xuống|còn)\s+(?P<b>{NUMERAL})(?!\d|\s?%)",
    re.IGNORECASE,
)


def off(percent: str, true: Decimal) -> bool:
    """Whether a printed percentage is neither the rounded nor the cut value."""
    decimals = len(percent.partition(",")[2])
    return abs(value_of(percent) - true) >= Decimal(1).scaleb(-decimals) * Decimal("1.01")


def changes(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, arithmetic) of every wrong one in a paragraph."""
    told = FROM.search(text)
    for m in _CHANGE.over(text, stretches(text)) if told else ():
        if (arithmetic := _change(m)) is not None:
            yield m.start(), m.end("unit"), arithmetic
    for m in _BACK.over(text, stretches(text)) if told else ():
        a, b = value_of(m["a"]), value_of(m["b"])
        if a and off(m["p"], 100 * abs(b - a) / a):
            yield m.start(), m.end(), f"{m['a']} → {m['b']}: {shown(round(100 * abs(b - a) / a, 1))}% ≠ {m['p']}%"
    for m in (*_FORMER.over(text, stretches(text)), *_ABOVE_PLAN.over(text, stretches(text))):
        a, b = value_of(m["a"]), value_of(m["b"])
        if a and (m["way"] == "giảm") != (b > a) and off(m["p"], 100 * abs(b - a) / a):
            yield m.start(), m.end(), f"{m['a']} → {m['b']}: {shown(round(100 * abs(b - a) / a, 1))}% ≠ {m['p']}%"
    for m in _BASE.over(text, stretches(text)):
        if (arithmetic := _against_base(m)) is not None:
            yield m.start(), m.end(), arithmetic


def _change(m: re.Match[str]) -> str | None:
    """The arithmetic of a wrong increase or fall, None when it is right or in doubt."""
    a, b, p = value_of(m["a"]), value_of(m["b"]), value_of(m["p"])
    unit = m["unit"].strip().lower()
    points = unit.startswith("điểm")
    if bool(m["ap"]) != bool(m["bp"]) and not points:
        return None
    diff = abs(b - a)
    relative = 100 * diff / a if a else Decimal()
    slack = Decimal(1).scaleb(-len(m["p"].partition(",")[2])) * Decimal("1.01")
    if points:
        return None if abs(diff - p) < Decimal("0.011") else f"|{m['b']} - {m['a']}| = {shown(diff)} ≠ {m['p']}"
    if unit != "%":
        return None
    if abs(relative - p) < slack or (m["ap"] and abs(diff - p) < slack):
        return None
    true = f"{shown(diff)} điểm phần trăm" if m["ap"] else f"{shown(round(relative, 1))}%"
    return f"{m['a']} → {m['b']}: {true} ≠ {m['p']}%"


def _against_base(m: re.Match[str]) -> str | None:
    """The arithmetic of a share of a plan or a growth whose base is given in brackets, None when right."""
    a, b = value_of(m["a"]), value_of(m["b"])
    if not a:
        return None
    grown = m["way"].lower() in ("tăng", "giảm")
    if grown != (m["of"] == "so với"):
        return None
    true = 100 * abs(b - a) / a if grown else 100 * b / a
    return f"{m['b']} / {m['a']}: {shown(round(true, 1))}% ≠ {m['p']}%" if off(m["p"], true) else None
