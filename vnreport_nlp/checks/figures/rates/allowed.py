"""F203: why a percentage that its figures do not give may be right: they are rounded, or it is of another pair beside them.

Where two things are counted together (``thụ lý 214 vụ - 391 bị cáo, giải quyết 187 vụ - 352 bị cáo, đạt 87,4%``) the percentage may
be of either. A figure with decimals in thousands, millions or billions stands for all that is rounded to it.
"""

from __future__ import annotations

from decimal import Decimal

from ....expressions import lazy
from ..reading.nearby import Fig, figures
from ..reading.text import off, value_of
from .bases import rounded_away

_JOINED = lazy(r"\s[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s?(?:[-–/,;]|với|và|cùng|gồm)\s(?:(?:tổng )?số\s)?")
"""What stands between two counts of one event: the noun of the first and what joins them."""
_PLUS = lazy(r"(?:\s[^\W\d_]+){0,6}\s?(?:\+|,?\s(?:và|cùng(?: với)?|cộng(?: với)?))\s?")
"""What stands between a number and one that is added to it."""
_LARGE = lazy(r"\s(?:nghìn|ngàn|triệu|t[ỷỉ])\b")
"""A unit in which figures are rounded."""


def allowed(text: str, start: int, end: int, ratio: str, true: Decimal, printed: str) -> bool:
    """Whether a wrong share of a paragraph is explained by rounding, or right of the first of two things counted together."""
    if rounded_away(text, start, end, ratio, true, printed):
        return True
    part, whole = ratio.partition("/")[::2]
    counts = [f for f in figures(text) if not f.percent]
    a = next((f for f in reversed(counts) if start <= f.start < end and f.text == part), None)
    b = next((f for f in reversed(counts) if start <= f.start < end and f.text == whole and f is not a), None)
    percent = printed.split()[-1].rstrip("%")
    if a is None or _of_first(text, counts, a, percent):
        return a is not None
    return b is not None and (_within(text, a, b, percent) or _of_sum(text, counts, a, b, percent))


def _within(text: str, part: Fig, whole: Fig, percent: str) -> bool:
    """Whether a percentage lies between the least and the most that two figures told in large units may give."""
    slack = [_slack(text, f) for f in (part, whole)]
    if not any(slack) or value_of(whole.text) <= slack[1]:
        return False
    (a, b), half = (value_of(f.text) for f in (part, whole)), Decimal(1).scaleb(-len(percent.partition(",")[2])) / 2
    least, most = 100 * (a - slack[0]) / (b + slack[1]), 100 * (a + slack[0]) / (b - slack[1])
    return least - half <= value_of(percent) <= most + half


def _of_sum(text: str, counts: list[Fig], part: Fig, whole: Fig, percent: str) -> bool:
    """Whether a percentage is right of a whole and of what is added to it right behind (``624 vụ mới + 89 vụ kỳ trước chuyển sang``)."""
    more = next((f for f in counts if f.start > whole.start), None)
    if more is None or more.noun != whole.noun or not _PLUS.fullmatch(text, whole.end, more.start):
        return False
    return not off(percent, 100 * value_of(part.text) / (value_of(whole.text) + value_of(more.text)))


def _slack(text: str, one: Fig) -> Decimal:
    """Half of the last decimal of a figure in a large unit; nothing of any other figure."""
    places = len(one.text.partition(",")[2])
    return Decimal(1).scaleb(-places) / 2 if places and _LARGE.match(text, one.end) else Decimal()


def _of_first(text: str, counts: list[Fig], part: Fig, percent: str) -> bool:
    """Whether a percentage is right of what is counted together with a part, right before it, and an earlier number of that."""
    before = [f for f in counts if f.end <= part.start]
    if not before or before[-1].noun == part.noun or not _JOINED.fullmatch(text, before[-1].end, part.start):
        return False
    first = before[-1]
    wholes = [f for f in before[:-1] if f.noun == first.noun != "" and f.value >= first.value]
    return any(not off(percent, 100 * value_of(first.text) / value_of(f.text)) for f in wholes)
