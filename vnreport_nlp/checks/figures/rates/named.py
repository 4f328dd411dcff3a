"""F203 of shares whose base is named by the very words that another figure stands behind (``lực lượng lao động 12.894 người … bằng 1,5% lực lượng lao động``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ..reading.text import DIGITS, approximate, numbers, off, value_of
from .rows_of_shares import in_row

_SHARE = lazy(
    rf"(?P<gap>[^\d.;:%]{{0,60}}?)(?:,\s|\s?\(|\s)(?:(?:chiếm|bằng|đạt|tương đương|tức)\s)?(?P<p>{DIGITS})\s?%\s(?:so với\s|trong\s|trên\s)?(?:tổng số\s|tổng\s|số\s)?(?P<w>[^\W\d_]+(?:\s[^\W\d_]+){{1,5}})(?=[,.;)]|\s\(|$)"
)
_ELSE = lazy(
    r"\b(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|cùng kỳ|năm|kỳ|tháng|quý|nhu cầu|tăng|giảm|vượt|hơn|nghị quyết|bình quân)\b",
    re.IGNORECASE,
)
"""Bases of another time or of a plan, and changes."""
LEAST = 3
"""Syllables of a name that is nobody else's."""
FAR = Decimal("0.5")
"""A share that is further off than this part of the larger one is of something else."""


def named_bases(text: str) -> Iterator[tuple[int, int, str, Decimal, str]]:
    """(start, end, ``part/whole``, true, printed) of shares of a paragraph that are not those of the base they name."""
    for part in numbers(text) if "%" in text else ():
        m = _SHARE.match(text, part.end)
        if m is None or part.approx or _ELSE.search(m["gap"] + m["w"]) or in_row(text, m.start("p"), m.end("p")):
            continue
        name = m["w"].lower()
        wholes = _told(text, name, m.end()) if len(name.split()) >= LEAST else []
        if len(wholes) != 1 or wholes[0] == part.text or approximate(text, m.start("p")):
            continue
        whole = value_of(wholes[0])
        true, told = 100 * part.value / whole if whole else Decimal(), value_of(m["p"])
        if part.value < whole and off(m["p"], true) and abs(true - told) <= FAR * max(true, told):
            yield part.start, m.end("p") + 1, f"{part.text}/{wholes[0]}", true, f"{m['p']}%"


def _told(text: str, name: str, end: int) -> list[str]:
    """The figures that stand right behind a name, those of the stretch before ``end`` that are no rounded ones."""
    found = re.finditer(
        rf"\b{re.escape(name)}\s(?:là\s|có\s|gồm\s)?(?P<n>{DIGITS})(?![\d/%]|\s?%)", text[:end], re.IGNORECASE
    )
    return list(dict.fromkeys(m["n"] for m in found))
