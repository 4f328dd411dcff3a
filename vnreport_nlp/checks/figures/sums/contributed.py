"""F201 of what the sectors contribute to growth: their points make the growth, their shares of it make a hundred (``đóng góp 2,36 điểm phần trăm``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ..reading.text import DIGITS, value_of
from .hundred import SECTORS

_GIVEN = lazy(rf"\bđóng góp(?: được| tới| khoảng)?\s(?P<n>{DIGITS})\s?(?P<u>%|điểm\b)", re.IGNORECASE)
_GROWTH = lazy(rf"\b(?:tăng|tăng trưởng|đạt|mức|ở mức)\s(?P<n>{DIGITS})\s?%", re.IGNORECASE)
_ELSE = lazy(
    r"\blàm giảm\b|\bkéo giảm\b|\bâm\b|\btrừ đi\b|\bđóng góp\s(?:giảm|hơn|gần|trên|khoảng)\b|\btrong đó,? (?:riêng )?ngành\b",
    re.IGNORECASE,
)
"""A sector takes away, or some of the contributions are rounded or parts of others."""
_TAXES = lazy(r"\bthuế sản phẩm\b", re.IGNORECASE)
LEAST, MOST = 3, 5
HUNDRED = Decimal(100)
NEAR = Decimal("0.3")
"""Contributions that miss the growth by a larger part of it are of something else."""
CLOSE = Decimal(12)
Told = tuple[int, int, str, list[str]]


def contributions(text: str) -> Iterator[Told]:
    """(start, end, total, parts) where a paragraph's contributions do not make what they should."""
    given = list(_GIVEN.finditer(text)) if "đóng góp" in text else []
    if not LEAST <= len(given) <= MOST or len({m["u"] for m in given}) > 1 or _ELSE.search(text):
        return
    growth = next(_GROWTH.finditer(text), None)
    ends = [0, *(m.end() for m in given)]
    labels = [text[a : m.start()] for a, m in zip(ends, given, strict=False)]
    if not all(any(p.search(label) for label in labels) for p in SECTORS):
        return
    parts = [m["n"] for m in given]
    reached = sum(map(value_of, parts), Decimal())
    slack = Decimal(1).scaleb(-max(len(p.partition(",")[2]) for p in parts)) * max(1, len(parts) // 2)
    if given[0]["u"] == "%":
        if slack < abs(reached - HUNDRED) <= CLOSE:
            yield given[0].start(), given[-1].end(), "100%", parts
        return
    if growth is None or growth.end() > given[0].start() or any(p.search(text[: growth.start()]) for p in SECTORS):
        return
    total = value_of(growth["n"])
    slack += Decimal(5).scaleb(-len(growth["n"].partition(",")[2]) - 1)
    missed = reached - total
    whole = missed > 0 or any(_TAXES.search(label) for label in labels)
    if whole and slack < abs(missed) <= NEAR * total:
        yield growth.start(), given[-1].end(), f"{growth['n']}%", parts
