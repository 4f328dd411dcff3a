"""Percentages in a row, each of another ratio told before (``38/41 tổ chức và 127/136 cá nhân, lần lượt đạt 92,7% và 93,4%``)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ..reading.text import DIGITS, off, sentences, value_of
from .exceeding import DECIMAL_RATIO

_ROW = lazy(rf"(?<![\w/.,])(?:{DIGITS})\s?%(?:(?:,\s(?:và\s)?|\s(?:và|;)\s)(?:{DIGITS})\s?%)+")
_ONE = lazy(rf"(?P<p>{DIGITS})\s?%")
_AHEAD = lazy(rf"\s?%?(?:,\s(?:và\s)?|\svà\s)(?:{DIGITS})\s?%")
_BEFORE = lazy(r"\d\s?%(?:,|\svà)\s(?:và\s)?$")
SEEN = 8
"""Characters before a percentage in which another one of its row ends."""


def in_row(text: str, start: int, end: int) -> bool:
    """Whether a percentage stands right beside another one: of which figures it is told is said by its place in the row."""
    return bool(_AHEAD.match(text, end) or _BEFORE.search(text, max(0, start - SEEN), start))


def rows_of_shares(text: str) -> Iterator[tuple[int, int, str, Decimal, str]]:
    """(start, end, ratio, true, printed) of percentages in a row that are not those of as many ratios before them, in their order."""
    if "/" not in text:
        return
    for row in _ROW.finditer(text) if "%" in text else ():
        start = next(s for s, e in sentences(text) if s <= row.start() < e)
        told = list(_ONE.finditer(row[0]))
        ratios = [m for m in DECIMAL_RATIO.finditer(text) if start <= m.start() < row.start()][-len(told) :]
        if len(ratios) != len(told):
            continue
        pairs = [
            (m, p, 100 * value_of(m[1]) / value_of(m[2])) for m, p in zip(ratios, told, strict=True) if value_of(m[2])
        ]
        wrong = [(m, p, true) for m, p, true in pairs if off(p["p"], true)]
        if len(pairs) == len(told) and len(wrong) == 1:  # were none of them right, they would be of something else
            m, p, true = wrong[0]
            yield m.start(), row.start() + p.end(), m[0], true, f"{p['p']}%"
