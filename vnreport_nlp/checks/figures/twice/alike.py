"""F204 by words: a table's total and the text with different values."""

from __future__ import annotations

from collections.abc import Iterator

from ....expressions import lazy
from ..reading.pairs import pairs
from ..reading.text import value_of
from .twins import Figure

NEAR = 1.5
"""Two values further apart are taken for a set and one of its parts."""
LEAST_DIGITS = 3
_PART = lazy(r"^(?:trong|riêng|nữ|dân|tộc|thêm|còn|lại)$")


def alike(figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures (earlier, later) of one thing with two values."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.noun:
            groups.setdefault(figure.noun, []).append(figure)
    for group in groups.values():
        for a, b in pairs(sorted(group, key=lambda f: f.span.start)):
            if a.sentence != b.sentence and _near(a, b) and (_total(a, b) or _total(b, a)):
                yield a, b


def _near(a: Figure, b: Figure) -> bool:
    low, high = sorted((float(value_of(a.text)), float(value_of(b.text))))
    return low != high and high <= low * NEAR and a.names == b.names and a.kind != "turn" != b.kind


def _total(table: Figure, text: Figure) -> bool:
    """Whether a statement gives a table's total: one digit is wrong, or its head and year are all there."""
    if not table.total or text.cell or len(text.years) == 1 != len(table.years):
        return False
    head = {w for w in table.words if not _PART.match(w)} - {"cộng", "số", "tổng", "bị", "mới"}
    if len(table.years) == 1 and table.years == text.years:
        return len(head) >= 2 and head - {"năm", *table.years} <= text.words
    return "nạp" in head & text.words and _one_digit(table.digits, text.digits)


def _one_digit(a: str, b: str) -> bool:
    return len(a) == len(b) >= LEAST_DIGITS and sum(x != y for x, y in zip(a, b, strict=True)) == 1
