"""What a column of a table holds, by its head: amounts that add up, rates that do not, changes, or no figures of things at all."""

from __future__ import annotations

import re
from decimal import Decimal

from ....expressions import lazy
from .grid import Cell, Row
from .text import DIGITS, kind_after, value_of

RATE = lazy(
    r"%|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỷ suất|bình quân|(?:điểm|thu nhập|giá|mức|lương|nhiệt độ) trung bình|năng suất|mật độ|hệ số|chỉ số|đơn giá|tốc độ|tăng trưởng|suất đầu tư|xếp hạng|thứ hạng|đầu người|định mức|\([^()/]+/[^()]+\)|\bTH\s?/\s?[A-ZĐ]{2}\b|\b(?:19|20)\d\d\s?/\s?(?:năm )?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Also units with a stroke (``tạ/ha``), and quotients of plans or years (``TH/KH``, ``2024/2023``)."""
_NO_COUNT = lazy(
    r"năm sinh|stt|^tt$|ngày(?! công)|^số$|số hiệu|ghi chú|tuổi|lũy kế|luỹ kế|^năm$",
    re.IGNORECASE,
)
_CHANGE = lazy(
    r"so với|cùng kỳ|(?<!gia )tăng(?! cường| trưởng| huyết)|(?<!suy )giảm(?! nghèo| thiểu| sát)", re.IGNORECASE
)
_UNIT = lazy(r"\(\s*([^()]+?)\s*\)\s*$")
_SIGNED = lazy(rf"^(?:(?P<up>\+|tăng)|(?P<down>-|–|giảm))?\s?(?P<n>{DIGITS})$", re.IGNORECASE)
_NOTHING = lazy(r"^(?:[-–—]|0)$")
PROOFS = 2
"""So many rows must prove that a column is the difference of two others."""


def is_rate(head: Cell | None) -> bool:
    """Whether a column holds rates, averages, or quotients."""
    return head is not None and RATE.search(head.text) is not None


def is_change(head: Cell | None) -> bool:
    """Whether a column tells how much more or less there is."""
    return head is not None and _CHANGE.search(head.text) is not None


def counts_nothing(head: Cell | None) -> bool:
    """Whether a column holds ordinals, dates, ages, remarks, or what was reached before."""
    return head is not None and (_NO_COUNT.search(head.own) or _NO_COUNT.search(head.text)) is not None


def counted(head: Cell | None) -> bool:
    """Whether a head ends with the thing that is counted in brackets (``Giảm trong kỳ (hộ)``)."""
    unit = _UNIT.search(head.own) if head else None
    return unit is not None and "%" not in unit[1] and kind_after(f" {unit[1]}", 0) is not None


def signed(cell: Cell | None) -> Decimal | None:
    """The value of a cell, below zero where it is marked so; None when it has none."""
    m = _SIGNED.match(cell.text.strip()) if cell else None
    return None if m is None else value_of(m["n"]) * (-1 if m["down"] else 1)


def or_nothing(cell: Cell | None) -> Decimal | None:
    """The value of a cell, zero where a dash says that there is nothing."""
    if cell is not None and _NOTHING.match(cell.text.strip()):
        return Decimal()
    return signed(cell)


def is_difference(rows: list[Row], column: int, others: list[int]) -> bool:
    """Whether rows prove that a column is what another one has more than a third."""
    return any(_proven(rows, column, a, b) for a in others for b in others if column not in (a, b) and a != b)


def _proven(rows: list[Row], column: int, late: int, early: int) -> bool:
    right = wrong = 0
    for row in rows:
        d, a, b = (or_nothing(row.get(c)) for c in (column, late, early))
        if d is None or a is None or b is None:
            continue
        wrong += d != a - b
        right += d == a - b and bool(d)
    return right >= PROOFS and not wrong
