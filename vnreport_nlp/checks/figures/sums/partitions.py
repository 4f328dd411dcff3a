"""F201 of a second division: a total that one list divides in full, divided again by something else (``Xét thẩm quyền: chi bộ 17, …``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ..reading.text import Number, counts, value_of
from .adding import exact
from .judged import OPEN_END

_BY = lazy(
    r"\s*(?:[-+•*]\s*)?(?:(?:nếu\s)?(?:xét|phân|chia|tính)(?: loại| ra)?(?: theo| về)?|theo|về)\s(?P<by>[^.;:,\d]{2,40}):\s",
    re.IGNORECASE,
)
"""What a division opens with."""
LEAST = 3
"""Items of a division; two of them are seldom all."""
NEAR = 8
"""A list that misses the total by more than its eighth is of something else."""
Told = tuple[int, int, str, list[str]]


def partitions(text: str) -> Iterator[Told]:
    """(start, end, total, parts) of every further division of a paragraph that does not make the total another one makes."""
    spans = [(start, end, own) for start, end, own in counts(text) if _BY.match(text, start)]
    if not spans:
        return
    proved = [run for run in exact(text) if run.behind and len(run.parts) >= LEAST]
    for start, end, own in spans:
        if len(own) < LEAST or any(n.approx for n in own) or OPEN_END.search(text, start, end):
            continue
        told = next((r for r in reversed(proved) if r.parts[-1].end <= start), None)
        known = {n.value for s, _, before in counts(text) if s < start for n in before}
        if told is not None and (parts := _wrong(value_of(told.total.text), own, known)):
            yield own[0].start, own[-1].end, told.total.text, parts


def _wrong(total: Decimal, own: tuple[Number, ...], known: set[Decimal]) -> list[str]:
    """The items where they miss the total by little and make no other number told before."""
    reached = sum((n.value for n in own), Decimal())
    near = 0 < abs(reached - total) * NEAR <= total
    return [n.text for n in own] if near and reached not in known and all(n.value < total for n in own) else []
