"""What clears figures that weigh as wrong: a percentage that is plainly of others, a list that is whole in itself."""

from __future__ import annotations

import re

from ....expressions import lazy
from ..rates.doubting import Doubt
from ..rates.exceeding import RATIO
from ..rates.linking import Pair, loose
from ..reading.given import of_others
from ..reading.nearby import Fig, figures
from ..reading.text import value_of
from .adding import Run

_OF_PLAN = lazy(r"\s?%?\s(?:so với\s)?(?:kế hoạch|chỉ tiêu|dự toán|định mức)\b")
_PLANNED = lazy(r"\b(?:kế hoạch|chỉ tiêu|dự toán|định mức|giao|mục tiêu)\b[^,;.]*$", re.IGNORECASE)
_FROM_TO = lazy(r"\btừ \d[\d.,]*\s?%\s(?:lên|xuống|còn)\s\d[\d.,]*\s?%")
"""``từ 17,2% lên 17,4%``: two levels, no change."""
_PARTS = lazy(r"\b(?:bao gồm|trong (?:đó|số đó|số này)|gồm|chia ra)\b", re.IGNORECASE)
"""Opens a list: what follows is a part of what stands before, not its value at another time."""
_AGAINST = lazy(r"\s?%?\sso với (?:cùng kỳ )?năm (20\d\d)")
_CLAUSES = lazy(r"[,;]\s|\svà\s")
_BREAK = lazy(r"[,;:(]|\.\s")
_OF_OTHERS = lazy(r"\s?%?\sso với\s(?!tổng|số|toàn|cả)(?P<w>[^\W\d_]+(?:\s[^\W\d_]+){1,5})\s?(?=[,.;)]|$)")
_BASE = lazy(
    r"\b(?:so|cùng kỳ|từ|trước|năm|tháng|quý|kỳ|ngoái|kế hoạch|dự toán|chỉ tiêu|thực hiện|nay|cũ)\b|[(:]", re.IGNORECASE
)
"""What introduces the figure that a change is told against."""
_PLACED = lazy(r"\b(?:ở|tại|thuộc|trên)\s$", re.IGNORECASE)
_TWICE = lazy(r"\b(?:tham gia|thuộc|ở|mắc|nhận|giữ|làm|kiêm) (?:cả )?(?:hai|ba|2|02|3|03|nhiều)\b")
"""Some of those listed are counted twice (``bốn đồng chí tham gia hai tổ``)."""
_CLAUSE = lazy(r"[,;]\s|\.\s|\s(?:và|còn|đồng thời)\s")
_BASED = lazy(
    r"\b(?:so với|cùng kỳ|từ|hơn|năm|kỳ|tháng|quý|đầu|trước|cũ|ban đầu|mức|con số|số|lên|xuống|đạt|là|còn)\b|\(",
    re.IGNORECASE,
)
_ACTED = lazy(r"\bđã\s(?!là\b|có\b|đạt\b)[^\W\d_]+", re.IGNORECASE)
"""What introduces an earlier value behind its change, and a deed that opens another figure."""
AFTER, BEFORE = 60, 60
"""Characters behind a list in which it may say so, and before a figure in which its year stands."""
THOUSAND = 1000.0
"""What parts the units in which money is told (``2,84 tỷ USD``, ``2.187 triệu USD``)."""


def of_another(text: str, doubt: Doubt) -> bool:
    """Whether what stands beside a percentage says that it is of no such pair."""
    p, pair = doubt.percent, doubt.pair
    if _OF_PLAN.match(text, p.end) and not any(
        _PLANNED.search(text, max(0, f.start - 40), f.start) for f in (pair.a, pair.b)
    ):
        return True
    if pair.way == "move":
        others = of_others(text, max(pair.a.end, pair.b.end), p.start)
        return others or _no_change(text, p, pair) or _of_namesake(text, p, pair)
    if _PLACED.search(text, max(0, pair.a.start - 12), pair.a.start) and pair.a.noun != pair.b.noun:
        return True  # ``13 đơn vị bầu cử ở 10 huyện``: where, not how many of them
    return _names_others(text, p, pair) or _in_bracket(text, p, pair) or _in_other_units(text, p, pair.a)


def _names_others(text: str, p: Fig, pair: Pair) -> bool:
    """Whether a share goes on with what it is of, and no word beside its whole says that (``100 hộ giỏi, đạt 60,5% so với hộ hội viên``)."""
    base = _OF_OTHERS.match(text, p.end)
    if base is None:
        return False
    whole = max(pair.a, pair.b, key=lambda f: f.value)
    beside = f"{_BREAK.split(text[: whole.start])[-1]} {_BREAK.split(text[whole.end :], maxsplit=1)[0]}".lower().split()
    words = set(base["w"].lower().split()) - set(whole.noun.split())
    return bool(words) and words.isdisjoint(beside)


def _in_bracket(text: str, p: Fig, pair: Pair) -> bool:
    """Whether a percentage stands in brackets behind a figure that is not of the pair (``111 hộ cận nghèo (6%)``)."""
    bracket = text[max(0, p.start - 1) : p.start] == "(" and text.startswith(")", p.end)
    before = [f for f in figures(text) if f.end < p.start and not f.percent]
    return bracket and bool(before) and before[-1] not in (pair.a, pair.b) and ")" not in text[before[-1].end : p.start]


def _in_other_units(text: str, p: Fig, part: Fig) -> bool:
    """Whether a part is the share of an amount of money told in thousands of its unit."""
    wholes = (f.value * THOUSAND for f in figures(text) if f.kind == part.kind == "money" and f.start < p.start)
    return any(w > part.value and abs(100 * part.value / w - p.value) < 2 * loose(p.text) for w in wholes)


def _no_change(text: str, p: Fig, pair: Pair) -> bool:
    """Whether a percentage is a level, or a change from a year that the earlier figure is not told of, or from no figure with a unit."""
    if any(m.start() < p.start < m.end() for m in _FROM_TO.finditer(text)):
        return True
    a, b = pair.a, pair.b
    if a.sentence != b.sentence and (a.kind is None) != (b.kind is None):
        return True
    if b.start > p.end and _opens_another(_CLAUSE.split(text[p.end : b.start])[-1]):
        return True  # ``tăng 9,4% và đã chi 761 tỷ đồng``: another figure begins
    if _PARTS.search(text, min(a.end, b.end), max(a.start, b.start)):
        return True
    if b.start > p.end and not _BASE.search(_CLAUSES.split(text[p.end : b.start])[-1]):
        return True  # ``đã thu …, tăng 9,4% và đã chi 761 tỷ đồng``: another figure
    m = _AGAINST.match(text, p.end)
    if m is None or b.start > p.start or text[max(0, b.start - 3) : b.start] == "từ ":
        return False
    return m[1] not in text[max(0, b.start - BEFORE) : b.end + AFTER // 2]


def _of_namesake(text: str, p: Fig, pair: Pair) -> bool:
    """Whether the change is from the earlier figure to another one that counts the same, as the later one does not (``486 giải (…, quốc gia 468). So với chỉ tiêu 450 giải vượt 8%``)."""
    b = pair.b
    if not b.noun or not b.value or pair.a.noun == b.noun:
        return False
    like = (f for f in figures(text) if f.noun == b.noun and not f.percent and f is not b)
    return any(abs(100 * abs(f.value - b.value) / b.value - p.value) < loose(p.text) for f in like)


def _opens_another(words: str) -> bool:
    """Whether the words before a figure, behind a change, make it no earlier value of what changed."""
    return _ACTED.search(words) is not None or _BASED.search(words) is None


def whole_in_itself(text: str, run: Run, places: set[int]) -> bool:
    """Whether a list has another total, counts some twice, or ends with what is left of one of its parts (``39/41 đơn, còn 02``)."""
    start, end = min(places), max(f.end for f in (run.total, *run.parts))
    other = any(f.value == run.reached for f in figures(text) if f.start not in places)
    if other or _TWICE.search(text, start, end + AFTER):
        return True
    values = [p.value for p in run.parts]
    ratios = ((float(value_of(m[1])), float(value_of(m[2]))) for m in RATIO.finditer(text, start, end))
    return any(y in values and y - x in values for x, y in ratios)
