"""F201 in tables of several levels: the row of a group is the sum of the rows that belong to it (``I``, then ``1``, ``2``; ``1``, then ``1.1``, ``1.2``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...expressions import lazy
from .grid import Row, label_of
from .text import rounding

PROOFS = 2
"""So many sums of groups must hold before the one that does not is wrong."""
LARGE = 10
"""Smaller sums hold by chance."""
NEAR = 4
"""A group that misses by more than a quarter was meant otherwise."""
_LEVELS = (
    lazy(r"^(?:[IVX]+|[A-H])\.?$"),
    lazy(r"^\d{1,2}\.?$"),
    lazy(r"^\d{1,2}\.\d{1,2}\.?$"),
    lazy(r"^\d{1,2}\.\d{1,2}\.\d{1,2}\.?$"),
    lazy(r"^(?:[-+–]|[a-zđ]\)?)$"),
)
_SOME = lazy(r"trong đó|riêng|bình quân|tỷ lệ|tỉ lệ|%", re.IGNORECASE)
"""A group with such a row tells only some of its parts, or what cannot be added."""
_RATE = lazy(r"%|tỷ lệ|tỉ lệ|bình quân|năng suất|mật độ|điểm|xếp|năm sinh|thứ hạng|ghi chú", re.IGNORECASE)
Told = tuple[Row, int, list[Decimal]]


def level_of(row: Row) -> int:
    """On which level the number of a row stands, -1 without one."""
    first = row[min(row)].text.strip() if row else ""
    return next((i for i, level in enumerate(_LEVELS) if level.match(first)), -1) if first else -1


def levelled(rows: list[Row]) -> bool:
    """Whether rows of a table are numbered on more than one level."""
    return len({level_of(row) for row in rows[1:]} - {-1}) > 1


def broken_groups(rows: list[Row]) -> Iterator[Told]:
    """(row, column, parts) of the group that is not the sum of its rows, where the sums of other groups or columns prove that they are."""
    if not levelled(rows):
        return
    right, wrong = 0, []
    for at, members in _groups(rows):
        for column, cell in rows[at].items():
            head = rows[0].get(column)
            values = [member[column].value for member in members if column in member]
            if column == min(rows[at]) or cell.value is None or None in values or len(values) < max(2, len(members)):
                continue
            if (head and _RATE.search(head.text)) or _SOME.search(label_of(rows[at])):
                continue
            known = [v for v in values if v is not None]
            missed = abs(sum(known, Decimal()) - cell.value)
            if missed <= rounding([member[column].text for member in members], cell.text, None):
                right += cell.value >= LARGE
            elif missed * NEAR <= cell.value:
                wrong.append((rows[at], column, known))
            else:
                return
    if right >= PROOFS and len(wrong) == 1:
        yield wrong[0]


def _groups(rows: list[Row]) -> Iterator[tuple[int, list[Row]]]:
    """Every numbered row with the rows one level below it, up to the next row of its own level."""
    levels = [level_of(row) for row in rows]
    for at in range(1, len(rows)):
        if levels[at] < 0:
            continue
        members: list[Row] = []
        below = -1
        for later in range(at + 1, len(rows)):
            if 0 <= levels[later] <= levels[at] or levels[later] < 0:
                break
            below = levels[later] if below < 0 else below
            if levels[later] == below:
                members.append(rows[later])
        if len(members) > 1 and not any(_SOME.search(label_of(m)) for m in members):
            yield at, members
