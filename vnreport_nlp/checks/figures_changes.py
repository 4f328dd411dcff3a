"""F203: increases, falls and shares of a plan against the figures they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ..gates import Gated
from .figures_text import DIGITS, shown, value_of

NUMERAL = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_CHANGE = Gated(
    rf"(?P<way>tăng|giảm)?\s*từ\s+(?P<a>{NUMERAL})(?P<ap>\s?%)?(?P<x>(?:(?!\d)[^.;:()]|năm \d{{4}}|\([^()%]*\)){{0,50}}?)\s(?P<to>tăng lên|giảm xuống còn|giảm xuống|giảm còn|xuống còn|lên|xuống|còn)\s+(?P<b>{NUMERAL})(?P<bp>\s?%)?"
    rf"(?P<y>(?:(?!\d)[^.;:()]|năm \d{{4}}|\([^()%]*\)){{0,50}}?)\s?[,(]\s*(?:tức |hay )?(?P<verb>tăng|giảm)(?: thêm| được| tương ứng)?\s+(?P<p>{NUMERAL})(?P<unit>\s?%|\s?điểm(?: phần trăm| %)?|\s[^\W\d]+)",
    re.IGNORECASE,
)
_TURN = Gated(
    rf"(?P<way>tăng|giảm)\s+(?:dần\s+|mạnh\s+|nhanh\s+)?từ\s+(?P<a>{NUMERAL})(?![\d/])(?P<x>(?:[^\d.,;:()]|năm \d{{4}}|\([^()%]*\)){{0,45}}?)\s(?P<to>lên|xuống còn|xuống|còn)\s+"
    rf"(?P<b>{NUMERAL})(?![\d/])(?P<y>[^\d.,;:()]{{0,40}})(?:(?:\s?[,(]|\s-)\s*(?:tức |hay )?(?:tăng|giảm)(?: thêm| được| đi)?\s+(?P<p>{NUMERAL})\s(?P<noun>[^\W\d]+)(?P<z>[^.;()]{{0,30}}))?",
    re.IGNORECASE,
)
"""``tăng từ 45 lên 38``, ``giảm từ 38 xuống 29, giảm 11 đầu mối``."""
_RANKED = re.compile(r"\b(?:hạng|xếp (?:thứ|loại)|vị trí|thứ|bậc|loại|tuổi)\b", re.IGNORECASE)
_OTHER_BASE = re.compile(
    r"so với|cùng kỳ|kế hoạch|chỉ tiêu|bình quân|mỗi|hằng năm|trong đó|\bphần\b|\blần\b", re.IGNORECASE
)
_UNITS = re.compile(r"\s*(%|[^\W\d]+)")
_BASE = Gated(
    rf"(?<![\w/.,])(?P<b>{NUMERAL})\s+(?P<u>tỷ đồng|triệu đồng|tấn|ha|đảng viên|lượt|hộ|người|cuộc|vụ|đơn|lớp|chi bộ|đồng chí|km)[^.;()\d%]{{0,25}},\s*(?P<way>tăng|giảm|đạt|bằng)\s+(?P<p>{DIGITS})\s?%\s+"
    rf"(?P<of>so với|kế hoạch|dự toán|chỉ tiêu)[^.;()]{{0,40}}?\((?:là\s+|có\s+|được\s+)?(?P<a>{NUMERAL})\s+(?P=u)\)"
)
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
    for m in _CHANGE.finditer(text):
        if (arithmetic := _change(m)) is not None:
            yield m.start(), m.end("unit"), arithmetic
    for m in _BACK.finditer(text):
        a, b = value_of(m["a"]), value_of(m["b"])
        if a and off(m["p"], 100 * abs(b - a) / a):
            yield m.start(), m.end(), f"{m['a']} → {m['b']}: {shown(round(100 * abs(b - a) / a, 1))}% ≠ {m['p']}%"
    for m in _BASE.finditer(text):
        if (arithmetic := _against_base(m)) is not None:
            yield m.start(), m.end(), arithmetic


def turns(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, arithmetic) of every change in a paragraph that goes the other way, or by another amount, than it says."""
    for m in _TURN.finditer(text):
        if (arithmetic := _turn(m, text[max(0, m.start() - 80) : m.start()])) is not None:
            yield m.start(), m.end("noun") if m["noun"] else m.end("b"), arithmetic


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


def _turn(m: re.Match[str], before: str) -> str | None:
    """The contradiction of a change that goes the other way, or by another amount, than it says; None when right or in doubt."""
    a, b = value_of(m["a"]), value_of(m["b"])
    units = [_UNITS.match(m[side]) for side in ("x", "y")]
    first, second = (u[1].lower() if u else "" for u in units)
    if _RANKED.search(before[-40:] + m["x"]) or (first not in ("", "năm") and first != second):
        return None
    if a != b and {m["way"].lower() == "tăng", m["to"].lower() == "lên"} != {b > a}:
        return f"{m['way'].lower()} {m['a']} → {m['to'].lower()} {m['b']}"
    noun = re.split(r"[,;.)]|\scòn\s", (m["noun"] or "") + (m["z"] or ""))[0].lower().strip()
    said = f"{before} {m['x']} {m['y']}".lower()
    if (
        not noun
        or noun == "điểm"
        or not re.search(rf"(?<!\w){re.escape(noun)}(?!\w)", said)
        or _OTHER_BASE.search(m["y"] + m["z"])
    ):
        return None
    return f"|{m['b']} - {m['a']}| = {shown(abs(b - a))} ≠ {m['p']}" if abs(b - a) != value_of(m["p"]) else None


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
