"""F201 between columns: an average or a yield that is one column divided by another in every row but one (``học sinh/lớp``, ``tạ/ha``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from ....expressions import lazy
from ..reading.contents import is_change, is_rate
from ..reading.grid import Cell, Row
from ..reading.text import shown

PROOFS = 3
"""So many rows must hold before the one that does not is wrong."""
MOST_COLUMNS, MOST_ROWS = 10, 80
POWERS = (0, 1, 2, 3, -1, -2, -3)
"""Tens by which units differ (``tấn`` and ``tạ/ha``)."""
CHANCE = Decimal("0.000001")
"""So seldom must the rows that hold do so by chance: hundreds of quotients are tried, and ``4,0`` is the value of many."""
CLEAR = 100
"""A row is wrong when it misses by more than a hundredth."""
_AVERAGE = lazy(
    r"bình quân|trung bình|mật độ|năng suất|suất đầu tư|đơn giá|[^\W\d_]\s?/\s?(?!tổng)[^\W\d_]", re.IGNORECASE
)
_PERCENT = lazy(r"%|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|TH\s?/\s?KH|\d", re.IGNORECASE)
_NO_AMOUNT = lazy(r"^(?:stt|tt|số tt|năm|ghi chú|xếp hạng.*)$", re.IGNORECASE)


def broken_averages(rows: list[Row]) -> Iterator[tuple[Row, int, str]]:
    """(row, column, arithmetic) of the one row in which an average is not the quotient that the others prove it to be."""
    if not PROOFS < len(rows) - 1 <= MOST_ROWS:
        return
    averages = [c for c, h in sorted(rows[0].items()) if _AVERAGE.search(h.text) and not _PERCENT.search(_bare(h))]
    amounts = [c for c, head in sorted(rows[0].items()) if _is_amount(rows, c, head)]
    if len(amounts) > MOST_COLUMNS:
        return
    for column in averages:
        if (wrong := _exception(rows, column, amounts)) is not None:
            yield wrong


def _bare(head: Cell) -> str:
    """A head without its years."""
    return re.sub(r"\b(?:19|20)\d\d\b", "", head.text)


def _is_amount(rows: list[Row], column: int, head: Cell) -> bool:
    if is_rate(head) or is_change(head) or _NO_AMOUNT.match(head.own.strip()):
        return False
    return sum(1 for r in rows[1:] if column in r and r[column].value is not None) >= PROOFS


def _exception(rows: list[Row], column: int, amounts: list[int]) -> tuple[Row, int, str] | None:
    """The row that breaks a quotient of two columns; None when some quotient holds for all."""
    found = None
    for above, below in permutations(amounts, 2):
        for power in POWERS:
            right, wrong = _held(rows, column, above, below, power)
            if right >= PROOFS and not wrong:
                return None
            if right >= PROOFS and len(wrong) == 1:
                found = found or wrong[0]
            if right:
                break
    return found


def _held(rows: list[Row], column: int, above: int, below: int, power: int) -> tuple[int, list[tuple[Row, int, str]]]:
    """How many rows have a quotient, and those that have another."""
    right, wrong, chance = 0, [], Decimal(1)
    for row in rows[1:]:
        told, a, b = (row.get(c) for c in (column, above, below))
        if not (told and a and b and told.value and a.value and b.value):
            continue
        true = (a.value / b.value).scaleb(power)
        missed = abs(true - told.value)
        slack = _slack(told, a, b, true)
        if missed <= slack:
            right += 1
            chance *= min(Decimal(1), 10 / a.value if true == told.value else 2 * slack / true)
        elif missed * CLEAR > told.value:
            wrong.append((row, column, _arithmetic(told, a, b, power, true)))
    return (right, wrong) if chance <= CHANCE else (0, [])


def _arithmetic(told: Cell, above: Cell, below: Cell, power: int, true: Decimal) -> str:
    tens = f" × {shown(Decimal(10**power))}" if power > 0 else f" : {shown(Decimal(10**-power))}" if power else ""
    places = len(told.text.partition(",")[2])
    return f"{above.text} / {below.text}{tens} = {shown(round(true, places))} ≠ {told.text}"


def _slack(told: Cell, above: Cell, below: Cell, true: Decimal) -> Decimal:
    """What rounding of all three may take: a last place of the quotient, half of one of each of the others."""
    own = Decimal(1).scaleb(-len(told.text.partition(",")[2])) * Decimal("1.01")
    halves = sum(Decimal(5).scaleb(-len(c.text.partition(",")[2]) - 1) / c.value for c in (above, below) if c.value)
    return own + true * halves
