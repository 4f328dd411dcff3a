"""F201: values told one after the other (``lần lượt là 12, 15 và 17``) and the total of them before or behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ....gates import Gated
from ..reading.text import DIGITS, kind_after, rounding, stretches, value_of

NEAR = 4
"""A total that misses the values by more than its quarter is of something else."""
_N = rf"(?:{DIGITS})(?!\d|[/.,]\d|\s?[%‰]|\s?[-–]\s?\d)"
_UNIT = r"(?:\s(?!và\b|cùng\b)[^\W\d]+(?:\s(?!và\b|cùng\b)[^\W\d]+){0,2})"
_LIST = rf"(?P<list>{_N}{_UNIT}?(?:,\s{_N}{_UNIT}?)*(?:,?\svà\s|,\s){_N}(?P<u>{_UNIT})?)"
_TIME = r"(?:là|có|được|đạt|cả|trong|qua|của|các|hai|ba|bốn|năm|sáu|\d{1,2}(?= (?:năm|quý|tháng|kỳ|xã|cụm))|nhiệm kỳ|giai đoạn|toàn|huyện|xã|tỉnh|thị xã|kỳ|quý|tháng|đợt|lại|cụm|lên|số)"
_AFTER = Gated(
    rf"\blần lượt\s(?:[^\d.;:()]{{0,40}}?\s)?{_LIST}\s?[,;(–-]\s*(?:tổng cộng|tổng số|cộng|tổng|cả|tất cả|chung)(?:\s{_TIME})*\s(?P<t>{_N})(?P<v>{_UNIT})?",
    re.IGNORECASE,
)
_BEFORE = Gated(
    rf"(?<![\w/.,+–-])(?P<t>{_N})(?P<v>{_UNIT})(?P<gap>[^\d.;:()]{{0,40}}?)\s?[,;(–-]\s*(?:trong đó\s|cụ thể\s|và\s)?lần lượt\s(?P<by>(?:[^\d.;:()]|(?:19|20)\d\d){{0,70}}?)(?:\s|^){_LIST}(?=\s*(?:[.;)]|,(?!\s*\d)|$))",
    re.IGNORECASE,
)
_ROUND = lazy(r"(?:trên|hơn|gần|khoảng|dưới|xấp xỉ|bình quân|thêm|kế hoạch|chỉ tiêu|giao|từ|đến)\s+$", re.IGNORECASE)
_SPANS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
_SPAN = lazy(r"\b(hai|ba|bốn|năm|sáu|0?[2-6])\s+(?:năm|quý|tháng|đợt|kỳ|cụm|xã|đơn vị)\b", re.IGNORECASE)
_YEAR = lazy(r"(?:19|20)\d\d")
_VALUE = lazy(_N)
_EQUATION = lazy(r"(?<![\w.,/+])(\d[\d.,]*(?:\s*\+\s*\d[\d.,]*)+)\s*=\s*(\d[\d.]*(?:,\d+)?)")
"""``20 + 15 + 3 = 38``."""
Told = tuple[int, int, str, list[str]]


def series(text: str) -> Iterator[Told]:
    """(start, end, total, parts) of every total that its row of values contradicts."""
    for m in _AFTER.over(text, stretches(text)):
        before = text[max(0, m.start() - 120) : m.start()]
        if _total(m, before) and (parts := _wrong(m)):
            yield m.start("list"), m.end("t"), m["t"], parts
    for m in _BEFORE.over(text, stretches(text)):
        before = text[max(0, m.start() - 60) : m.start()]
        if _ROUND.search(before) or not _complete(m, before) or not _one_unit(m["v"], m["u"], ""):
            continue
        if parts := _wrong(m):
            yield m.start(), m.end("list"), m["t"], parts


def _wrong(m: re.Match[str]) -> list[str]:
    """The values as they are told, empty when they make the total, or make another one."""
    parts = _VALUE.findall(m["list"])
    values, total = [value_of(p) for p in parts], value_of(m["t"])
    reached = sum(values, Decimal())
    slack = rounding(parts, m["t"], kind_after(m["v"] or m["u"] or "", 0))
    near = abs(reached - total) * NEAR <= total
    years = any(len(p) == 4 and _YEAR.fullmatch(p) for p in parts)
    return parts if len(values) > 1 and near and abs(reached - total) > slack and not years else []


def _total(m: re.Match[str], before: str) -> bool:
    """Whether the total behind the values counts what they count, all of it."""
    if re.search(r"xếp|hạng|thứ|tỷ lệ|tỉ lệ", before[-60:] + m[0], re.IGNORECASE):
        return False
    return _one_unit(m["v"], m["u"], before + m.string[m.start() : m.start("list")])


def _one_unit(total: str | None, values: str | None, before: str) -> bool:
    """Whether a total and its values have one unit; a unit told at neither, or at the total alone, stands before the values."""
    if total is None:
        return values is None or bool(before)
    said = total.lower().split()
    if values is not None:
        theirs = values.lower().split()
        if kind_after(total, 0) == "person" and (theirs[0] == "người" or theirs[:2] == ["đồng", "chí"]):
            return True
        return said[0] == theirs[0] and (
            len(said) == 1 or said[:2] == theirs[:2] or (len(theirs) == 1 and _free(said[1]))
        )
    return not before or re.search(rf"(?<!\w){re.escape(said[0])}(?!\w)", before.lower()) is not None


def _free(word: str) -> bool:
    return word in ("của", "toàn", "trong", "trên", "tại", "cho", "với", "ở", "mới")


def _complete(m: re.Match[str], before: str) -> bool:
    """Whether the values are told of all that the total is of: as many years, quarters or places as it names."""
    count = len(_VALUE.findall(m["list"]))
    named = _SPAN.search(before + m["gap"])
    if named is not None:
        return (_SPANS.get(named[1].lower()) or int(named[1])) == count
    years = _YEAR.findall(m["by"])
    return count >= 3 and len(years) in (0, count)


def equations(sentence: str, start: int) -> Iterator[tuple[int, int, str, list[str], str]]:
    """(start, end, total, parts, ``≠``) of sums that are written out and do not hold; ``start`` is where the sentence begins."""
    for m in _EQUATION.finditer(sentence) if "=" in sentence else ():
        parts = [p.strip().rstrip(".,") for p in m[1].split("+")]
        if sum((value_of(p) for p in parts), Decimal()) != value_of(m[2]):
            yield start + m.start(), start + m.end(), m[2], parts, "≠"
