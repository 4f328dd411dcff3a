"""What the two values of a change give, against the amount or percentage that is claimed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ....expressions import lazy
from .levels import Level, Move
from .move_words import MORE
from .parts import depth
from .text import shown
from .told import shown_like

WIDE = Decimal(25)
"""Points by which a percentage may miss where the pair is only inferred; further off it is told of something else."""

_SUBJECT = lazy(rf",\s(?P<of>(?:{MORE})\b[^,;.\d]{{0,20}}?)\s(?:tăng|giảm)\s$", re.IGNORECASE)
SIZE = 3
"""Values that lie further apart, with a change that is as far from their difference, are of two things."""


def slack(a: Level, b: Level, claim: Level) -> Decimal:
    """Nothing where all three have as many places, else what rounding the claim to fewer may take."""
    places = [len(f.text.partition(",")[2]) for f in (a, b, claim)]
    return Decimal(1).scaleb(-places[2]) if places[2] < max(places[:2]) else Decimal("0.0001")


def of_others(sentence: str, behind: int, at: int) -> bool:
    """Whether what is claimed at a place has a subject of its own, behind the values (``công chức giảm từ 238 xuống 209 người, viên chức
    giảm 10,2%``)."""
    m = _SUBJECT.search(sentence, behind, at) if at > behind else None
    return m is not None and m["of"].lower() not in sentence[:behind].lower()


def of_another(found: Sequence[Level], first: Level, second: Level, between: str) -> bool:
    """Whether a change of counts, told behind a semicolon after the first value, is what the second one, a percentage, is held against."""
    start = first.end + between.rfind(";") if ";" in between else second.start
    return second.unit == "%" and any(f.way and f.unit != "%" and start < f.start < second.start for f in found)


def of_earlier(sentence: str, move: Move, claim: Level, found: Sequence[Level]) -> bool:
    """Whether a change told behind the earlier value is that value's own.

    Either a semicolon parts both from the later value and its time, or it stands within the earlier value's bracket, and the later
    one has told its own before that. What there was of something is no earlier value of what came to it, either.
    """
    if _of_stock(move, claim):
        return True
    if move.before.end < claim.start < move.after.start and move.after.time is not None:
        return ";" in sentence[claim.end : move.after.start]
    start, end = move.after.end, move.before.start
    if not start < end < claim.start or not depth(sentence, start, claim.start):
        return False
    return any(f.way and f.unit == claim.unit and start < f.start < end for f in found)


def _of_stock(move: Move, claim: Level) -> bool:
    """Whether a value is held against one behind it that is of another size, as the change is (``kết nạp 45 hội viên, tăng 20 so với đầu năm (1.310)``)."""
    a, b = move.before, move.after
    low, high = sorted((a.value, b.value))
    if a.start < b.start or not low or high <= SIZE * low:
        return False
    true = 100 * (high - low) / a.value if claim.unit == "%" else high - low
    return claim.unit in ("%", a.unit, b.unit) and not true / SIZE <= claim.value <= true * SIZE


def percent_told(move: Move, claim: Level) -> tuple[str, str] | None:
    """The arithmetic of a percentage that neither the values nor what they were rounded from give."""
    a, b, p = move.before, move.after, claim.value
    true = 100 * abs(b.value - a.value) / a.value
    rounded = (
        (a.value - a.half, b.value),
        (a.value + a.half, b.value),
        (a.value, b.value - b.half),
        (a.value, b.value + b.half),
    )
    bounds = [100 * abs(y - x) / x for x, y in rounded if x > 0]
    places = len(claim.text.partition(",")[2])
    slack = max(Decimal("1.5"), p / 6) if claim.soft else Decimal(1).scaleb(-places) * Decimal("1.01")
    if min(bounds) - slack < p < max(bounds) + slack:
        return None
    points = abs(b.value - a.value)
    if a.unit == "%" and abs(points - p) < slack:
        return None
    if not move.sure and abs(true - p) > WIDE:
        return None
    told = f"{shown(points)} điểm phần trăm" if a.unit == "%" else f"{shown_like(true, claim.text)}%"
    return f"{a.text} → {b.text}: {told} ≠ {claim.text}%", "F203"
