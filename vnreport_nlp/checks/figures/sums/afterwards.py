"""F201 of a total that comes after its parts (``xã 12, phường 5, cộng 17``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ....gates import Gated
from ..reading.parts import depth
from ..reading.text import MEASURED, Number, kind_after, noun_after
from .carried import NEAR
from .lists import per_one

MANY = 3
"""So many parts of persons may make a total of turns."""
_AFTERWARDS = Gated(
    r"[,;(]\s*(?:(?:tổng\s+)?cộng(?:\s+(?:là|lại là|có|lại))?|(?P<loose>tổng số|tất cả)(?:\s+(?:là|có))?)\s+(?=\d)",
    re.IGNORECASE,
)
_EACH = lazy(r"\bmỗi\b[^,;:]*$", re.IGNORECASE)
"""What each one gets is no part of what all get."""


def afterwards(sentence: str, found: list[Number]) -> Iterator[tuple[int, int, Number, list[str], str]]:
    """Parts first, ``cộng`` and their total after them."""
    for m in _AFTERWARDS.finditer(sentence):
        total = next((n for n in found if n.start >= m.end()), None)
        if total is None or total.start != m.end() or "lần lượt" in sentence[: m.start()]:
            continue
        opened = max(sentence.rfind(c, 0, m.start()) for c in ":;")
        level = depth(sentence, 0, m.start())
        if level:
            opened = sentence.rfind("(", 0, m.start())
        parts = [n for n in found if opened < n.start < m.start() and depth(sentence, 0, n.start) == level]
        values = [n.value for n in found if n.start < m.start()]
        if len(parts) < 2 or any(
            n.approx or _EACH.search(sentence[opened + 1 : n.start]) or per_one(sentence, n) for n in parts
        ):
            continue
        reached = sum((n.value for n in parts), Decimal())
        if total.value in (reached, *(sum(values[i:], Decimal()) for i in range(len(values) - 1))):
            continue
        if m["loose"] and abs(reached - total.value) * NEAR > total.value:
            continue
        measured = kind_after(sentence, total.end) in MEASURED
        if measured and any(kind_after(sentence, n.end) is None and noun_after(sentence, n.end) for n in parts):
            continue  # so many, each so much
        kinds = {kind_after(sentence, n.end) for n in parts} - {None, kind_after(sentence, total.end)}
        turns = kinds == {"person"} and kind_after(sentence, total.end) == "turn" and len(parts) >= MANY
        if not kinds or turns:
            yield parts[0].start, total.end, total, [n.text for n in parts], "≠"
