"""Lines that say where and when a document was made: ``Khe Ngang, ngày 5 tháng 12 năm 2025``."""

from __future__ import annotations

import re

from ..expressions import compiled
from ..text import CAPITALS

_BLANK = r"\d{1,2}|[…._]*"
_DATE = compiled(
    rf"(?P<head>[^,;()]{{2,80}}?),?\sngày\s*(?:(?P<d>{_BLANK})\s*tháng\s*(?P<m>{_BLANK})\s*năm\s*(?P<y>\d{{4}})"
    r"|(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>\d{4}))[\W_]*",
    re.IGNORECASE,
)
"""A line of its own, or the end of the line with the number: the date of a document cited in a sentence is not the report's."""
_NAME_WORD = compiled(rf"[{CAPITALS}][^\W\d_]*\.?(?:[-’'][^\W\d_]+)*")
_PLACE_WORDS = frozenset(
    ("xã", "phường", "thị", "trấn", "đặc", "khu", "huyện", "quận", "thành", "phố", "tỉnh", "-", "–")
)
MAX_PLACE = 6
"""The name of the place has at most this many words."""


def dated(line: str) -> tuple[str, str] | None:
    """(place, date) of a date line; what is left open in the date is ``…``."""
    m = _DATE.fullmatch(line) if "20" in line or "19" in line else None
    place = _place(m["head"].strip(" *_")) if m else ""
    if m is None or not place:
        return None
    day, month, year = (m[k] or m[f"{k}2"] or "" for k in "dmy")
    return place, "/".join(part if part.isdigit() else "…" for part in (day, month, year))


def _place(head: str) -> str:
    """The name at the end of what stands before the date; empty where a sentence or a cited document stands there."""
    words = head.split()
    first = len(words)
    while first and (words[first - 1] in _PLACE_WORDS or _NAME_WORD.fullmatch(words[first - 1])):
        first -= 1
    if words and not words[-1].isupper():  # the committee's name in capitals may share the line
        first += next((k for k, w in enumerate(words[first:]) if not w.isupper() or len(w) == 1 or w == "TP."), 0)
    before = " ".join(words[:first])
    own = not before or before == before.upper() or before.lower().startswith("số")
    return " ".join(words[first:][-MAX_PLACE:]) if own else ""
