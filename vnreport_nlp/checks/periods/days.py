"""Days up to which figures count, as reports write them, and the last day of each."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from ...expressions import lazy

CALENDAR = r"(?:(?:ngày|tháng)\s+)?\d{1,2}(?:/\d{1,2}/(?:19|20)\d\d|/(?:19|20)\d\d|(?:\s+tháng\s+\d{1,2})?\s+năm\s+(?:19|20)\d\d)(?![\d/])"
"""For use inside an expression; ``day_of`` reads what it matches."""
ENDS = (
    rf"(?:(?:hết|cuối)\s+)?(?:{CALENDAR}"
    r"|ngày\s+\d{1,2}[-.]\d{1,2}[-.](?:19|20)\d\d(?![\d/])"
    r"|quý\s+(?:[IV]+|[1-4])(?:\s*/\s*|,?\s+(?:năm\s+)?)(?:19|20)\d\d(?![\d/])"
    r"|(?:\d|sáu|chín)\s+tháng\s+đầu\s+năm\s+(?:19|20)\d\d(?![\d/])"
    r"|(?:hết|cuối)\s+năm\s+(?:19|20)\d\d(?![\d/]|\s?[-–]\s?\d))"
)
"""The same with quarters, halves and ends of years in words."""
_QUARTER = lazy(r"quý\s+([IV]+|[1-4])", re.IGNORECASE)
_FIRST = lazy(r"(\d|sáu|chín)\s+tháng\s+đầu", re.IGNORECASE)
_QUARTERS = {"i": 3, "ii": 6, "iii": 9, "iv": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_MONTHS = {"sáu": 6, "chín": 9}


def day_of(text: str) -> date | None:
    """The day, of a month, quarter or year its last; None when there is no such day."""
    parts = [int(x) for x in re.findall(r"\d+", text)]
    try:
        if m := _QUARTER.search(text):
            return _last(_QUARTERS[m[1].lower()], parts[-1])
        if m := _FIRST.search(text):
            return _last(_MONTHS.get(m[1].lower()) or int(m[1]), parts[-1])
        if len(parts) == 1:
            return _last(12, parts[0])
        if len(parts) == 2:
            return _last(*parts)
        return date(parts[2], parts[1], parts[0])
    except (ValueError, IndexError, KeyError):
        return None


def _last(month: int, year: int) -> date:
    return date(year, month, monthrange(year, month)[1])
