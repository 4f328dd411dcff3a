"""Of which number a share is told: no figure to compare with, no other item of its list, but the total that the words name.

A share that is wrong has no arithmetic to say what it is of. Where the number it was held against stands in a bracket of a plan
or of another year, or is an item of the same list, the total of that list is taken; where the words leave it open, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ....expressions import lazy
from ..reading.nearby import Fig, figures
from ..reading.text import DIGITS, off, value_of
from .shares import SHARED

_OPENS = lazy(r"\b(?:trong (?:đó|số đó|số này)|bao gồm|gồm|chia ra)\b", re.IGNORECASE)
_COMPARED = lazy(
    r"\b(?:so với|cùng kỳ|năm trước|năm ngoái|kỳ trước|đầu (?:năm|kỳ|nhiệm kỳ)|kế hoạch|KH|chỉ tiêu|dự toán|mục tiêu|nghị quyết|giao)\b[^()]*\(\s*$",
    re.IGNORECASE,
)
"""What opens a bracket that holds a plan or the value of another time."""
_OF_TOTAL = lazy(
    r"\s?%?\s(?:so với |trong |trên |của )?tổng (?:số )?(?P<w>[^\W\d_]+(?:\s[^\W\d_]+){0,5})(?=[,.;)]|\svà\s|$)"
)
"""``chiếm 26,9% tổng diện tích``."""
_OF_NUMBER = lazy(r"%\s(?:tổng|số)\b[^()%;.]{2,70}\(\s*$")
"""``chiếm 61,1% tổng dư nợ toàn địa bàn (``: what a share of a list is of, and those that follow it."""
_LABEL = lazy(r"[,;:(.]|\b(?:trong (?:đó|số đó|số này)|gồm|và|cho)\b", re.IGNORECASE)
_CLAUSE = lazy(r"[;(]|\.\s")
_NESTED = lazy(r"[,(]?\s(?:có|đã|được)\s", re.IGNORECASE)
"""So begins a part of the item before it."""
_OWN_SHARE = lazy(
    r"(?:(?!\b(?:tăng|giảm|vượt|thêm|so với)\b)[^\d.;,()]){0,40}(?:[(,–-]\s?|\s)(?:(?:chiếm|đạt|tỷ lệ|tỉ lệ|bằng|là|tương đương|với)\s){0,3}"
    rf"(?:(?:gần|trên|hơn|khoảng|dưới|xấp xỉ|ước|chừng)\s){{0,2}}(?P<p>{DIGITS})\s?%(?!\s(?:so với |của )?(?:kế hoạch|KH|chỉ tiêu|dự toán|mục tiêu|nghị quyết|cùng kỳ|năm))"
)
"""Behind a figure its share of all, a rounded one too (``421 hộ (chiếm gần 27%)``); no change, and no share of a plan."""
REACH = 300
"""Characters from a total to the words that open its list."""
BEFORE = 30
"""Characters before a part in which it may be told to be one of the item before it."""
HUNDRED = 100
"""What reaches so many per cent is no share of a list."""
LEAST = 2
"""Words of a name that two figures have in common by no chance."""
FAR = Decimal(20)
"""Points by which a share may miss the total that is taken for it."""
STEPS = 4
ROUNDED = Decimal(2)
"""By so many of its last place a percentage may miss what two rounded amounts give; by more it is a slip, whatever was rounded."""


def rounded_away(text: str, start: int, end: int, ratio: str, true: Decimal, printed: str) -> bool:
    """Whether a share of measured amounts misses by no more than their rounding explains (``494,7/506`` and 97,78%)."""
    part, whole = ratio.partition("/")[::2]
    told = [f for f in figures(text) if start <= f.start < end and not f.percent]
    a, b = (next((f for f in told if f.text == side), None) for side in (part, whole))
    percent = printed.split()[-1].rstrip("%")
    if a is None or b is None or not a.value or not b.value:
        return False
    unit = Decimal(1).scaleb(-len(percent.partition(",")[2]))
    slack = true * Decimal(a.slack / a.value + b.slack / b.value)
    return abs(true - value_of(percent)) <= min(slack + unit / 2, unit * ROUNDED)


def settled(
    text: str, start: int, end: int, ratio: str, true: Decimal, printed: str
) -> tuple[int, int, str, Decimal, str] | None:
    """A wrong share with the total that its words speak of; none where it is right of that, or the total is not sure."""
    part, whole = ratio.partition("/")[::2]
    counts = [f for f in figures(text) if not f.percent]
    a = next((f for f in reversed(counts) if start <= f.start < end and f.text == part), None)
    b = next((f for f in reversed(counts) if a and f.end <= a.start and f.text == whole), None)
    if a is None or b is None:
        return start, end, ratio, true, printed
    base = base_of(text, a, end, b)
    if base is None or _beside(text, base, a):
        return None
    if base is b:
        return start, end, ratio, true, printed
    if not base.value:
        return None
    share, told = 100 * value_of(a.text) / value_of(base.text), printed.split()[-1].rstrip("%")
    if not off(told, share) or abs(share - value_of(told)) > FAR:
        return None
    return base.start, end, f"{part}/{base.text}", share, printed


def base_of(text: str, part: Fig, end: int, whole: Fig) -> Fig | None:
    """The figure that a share, whose percentage ends at a place, is told of: the one it was held against or a better one."""
    counts = [f for f in figures(text) if not f.percent]
    total = _named(text, part, end, counts)
    if total is not None:
        return total
    twin = _namesake(text, part, whole, counts)
    if twin is not None:
        return twin
    base: Fig | None = whole
    for _ in range(STEPS):
        further = _outer(text, base, part, counts) if base else None
        if further is base:
            return base
        base = further
    return None


def _named(text: str, part: Fig, end: int, counts: Sequence[Fig]) -> Fig | None:
    """The first figure before a part beside which the total that a share names is told."""
    m = _OF_TOTAL.match(text, end - 1) or _OF_TOTAL.match(text, end)
    words = m["w"].lower().split() if m else []
    found = [f for f in counts if f.end <= part.start and _may_hold(f, part) and not compared(text, f)]
    leads = [(f, _CLAUSE.split(text[max(0, f.start - REACH) : f.start])[-1].lower()) for f in found if words]
    held = [(f, lead) for f, lead in leads if all(re.search(rf"\b{re.escape(w)}\b", lead) for w in words)]
    total = next((f for f, lead in held if f"tổng {words[0]}" in lead or "tổng số" in lead), None)
    return total or (held[0][0] if held else None)


def _namesake(text: str, part: Fig, whole: Fig, counts: Sequence[Fig]) -> Fig | None:
    """The one figure before a part that has the part's own name, where the whole has another (``vốn đầu tư 41.200 …; vốn đầu tư 29.870``)."""
    name = _label(text, part)
    if len(name.split()) < LEAST or _label(text, whole) == name:
        return None
    found = [f for f in counts if f.end <= part.start and _may_hold(f, part) and _label(text, f) == name]
    return found[0] if len(found) == 1 else None


def _outer(text: str, whole: Fig, part: Fig, counts: Sequence[Fig]) -> Fig | None:
    """The total of a figure that can be no whole of a part, being told to compare with or an item beside it; else the figure itself."""
    earlier = [f for f in counts if f.end <= whole.start and _may_hold(f, part) and not f.soft]
    if compared(text, whole):
        return next((f for f in reversed(earlier) if not compared(text, f)), None)
    if _siblings(text, whole, part):
        return None
    between = text[whole.end : part.start]
    if _OPENS.search(between) or between.count("(") > between.count(")"):
        return whole
    shared = next((f for f in counts if whole.end <= f.start < part.start), None)
    if shared and shared.value > whole.value and _OF_NUMBER.search(text, whole.end, shared.start):
        return shared
    if _siblings(text, whole, part):
        return None
    opened = list(_OPENS.finditer(text, max(0, whole.start - REACH), whole.start))
    if not opened or re.search(r"\.\s", text[opened[-1].end() : whole.start]):
        return whole
    if _NESTED.search(text, max(whole.end, part.start - BEFORE), part.start):
        return whole
    if re.search(r"\.\s", text[whole.end : part.start]):
        return None
    return next((f for f in reversed(earlier) if f.end <= opened[-1].start()), None)


def _beside(text: str, whole: Fig, part: Fig) -> bool:
    """Whether a figure before a part has a share of its own, so that both are items of one list; what it holds is opened by words."""
    own = _OWN_SHARE.match(text, whole.end) if whole.end <= part.start else None
    if own is None or own.end() > part.start or value_of(own["p"]) >= HUNDRED or "tổng" in _label(text, whole):
        return False
    between = text[whole.end : part.start]
    return not (_OPENS.search(between) or between.count("(") > between.count(")"))


def _siblings(text: str, whole: Fig, part: Fig) -> bool:
    """Whether two figures are told by names that begin alike, apart from each other and each with a share of its own."""
    between = text[whole.end : part.start]
    if not re.search(r";|\.\s", between) or _OPENS.search(between):
        return False
    names = [_label(text, f).split()[:1] for f in (whole, part)]
    return names[0] == names[1] != [] and all(SHARED.match(text, f.end) for f in (whole, part))


def compared(text: str, one: Fig) -> bool:
    """Whether a figure stands in a bracket that holds a plan or the value of another time."""
    opened = text.rfind("(", max(0, one.start - REACH), one.start)
    if opened < 0 or ")" in text[opened : one.start]:
        return False
    clause = re.split(r"[,;]|\.\s", text[max(0, opened - REACH) : opened])[-1]
    return _COMPARED.search(f"{clause}(") is not None


def _may_hold(one: Fig, part: Fig) -> bool:
    """Whether a figure counts what a part counts, and is larger."""
    alike = one.noun == part.noun or one.kind == part.kind or not (one.noun and part.noun)
    return one.value > part.value and alike


def _label(text: str, one: Fig) -> str:
    """The words right before a figure, since the last mark."""
    return _LABEL.split(text[max(0, one.start - 80) : one.start])[-1].strip().lower()
