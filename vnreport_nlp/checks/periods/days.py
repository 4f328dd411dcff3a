"""Calendar days of cut-offs: ``30/9/2024``, ``9/2024`` (its last day), ``30 tháng 9 năm 2024``."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

CALENDAR = r"(?:(?:ngày|tháng)\s+)?\d{1,2}(?:/\d{1,2}/(?:19|20)\d\d|/(?:19|20)\d\d|(?:\s+tháng\s+\d{1,2})?\s+năm\s+(?:19|20)\d\d)(?![\d/])"
"""For use inside an expression; ``day_of`` reads what it matches."""


def day_of(text: str) -> date | None:
    """The day, of a month alone its last; None when there is no such day."""
    parts = [int(x) for x in re.findall(r"\d+", text)]
    try:
        if len(parts) == 2:
            month, year = parts
            return date(year, month, monthrange(year, month)[1])
        return date(parts[2], parts[1], parts[0])
    except (ValueError, IndexError):
        return None
