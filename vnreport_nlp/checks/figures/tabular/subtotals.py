"""F201 in tables of several levels: the row of a group is the sum of the rows that belong to it.

Groups are numbered (``I``, then ``1``, ``2``; ``1``, then ``1.1``, ``1.2``), their parts may be marked by dashes (``4``, then ``- Nữ``,
``- Nam``), and a first row without a number, ``Tổng thu``, has all rows of the highest level below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ..reading.contents import is_rate, or_nothing
from ..reading.grid import TOTAL, Row, label_of
from ..reading.slips import swapped
from ..reading.text import rounding

PROOFS = 2
"""So many sums of groups must hold before the one that does not is wrong."""
LARGE = 10
"""Smaller sums hold by chance."""
SURE = 100
"""A sum of this size holds by chance so seldom that one is proof."""
NEAR = 4
"""A group that misses by more than a quarter was meant otherwise."""
_LEVELS = (
    lazy(r"^(?:[IVX]+|[A-H])\.?$"),
    lazy(r"^\d{1,2}\.?$"),
    lazy(r"^\d{1,2}\.\d{1,2}\.?$"),
    lazy(r"^\d{1,2}\.\d{1,2}\.\d{1,2}\.?$"),
    lazy(r"^(?:[-+–]|[a-zđ]\)?)$"),
)
_LED = (
    lazy(r"^(?:(?:I{1,3}|I?V|VI{1,3}|IX|[A-E])[.)]|(?:I{1,3}|I?V|VI{1,3}|IX)\s?[-–])\s*[^\W\d_]{2}"),
    lazy(r"^\d{1,2}[.)]\s*[^\W\d_]{2}"),
    lazy(r"^\d{1,2}\.\d{1,2}[.)]?\s+[^\W\d_]{2}"),
    lazy(r"^\d{1,2}\.\d{1,2}\.\d{1,2}[.)]?\s+[^\W\d_]{2}"),
    lazy(r"^(?:[-+–•]\s?|[a-eđ][.)]\s*)[^\W\d_]{2}"),
)
"""The same numbers before the name of a row, in its cell; letters beyond are short for kinds of places (``H. An Lạc``)."""
_SOME = lazy(r"trong đó|riêng|bình quân|tỷ lệ|tỉ lệ|%", re.IGNORECASE)
"""A group with such a row tells only some of its parts, or what cannot be added."""
_RATE = lazy(r"điểm|xếp|năm sinh|ghi chú", re.IGNORECASE)
_DASHED = lazy(r"^[-–+]\s?[^\W\d_]")
_WHOLE = lazy(r"^tổng\b", re.IGNORECASE)
"""The name of a row above all others (``Tổng chi ngân sách``)."""
Told = tuple[Row, int, list[Decimal]]
Group = tuple[int, list[Row]]
"""Where a group's row stands, and the rows that belong to it."""


def level_of(row: Row) -> int:
    """On which level the number of a row stands, -1 without one."""
    first = row[min(row)].text.strip() if row else ""
    if _DASHED.match(first):
        return len(_LEVELS) - 1
    found = (i for i, pair in enumerate(zip(_LEVELS, _LED, strict=True)) if any(level.match(first) for level in pair))
    return next(found, -1) if first else -1


def levelled(rows: list[Row]) -> bool:
    """Whether rows of a table are numbered on more than one level."""
    return len({level_of(row) for row in rows[1:]} - {-1}) > 1


def broken_groups(rows: list[Row]) -> Iterator[Told]:
    """(row, column, parts) of groups that are not the sum of their rows, where other sums prove that they are.

    What proves a numbered group are all such groups of the table, of parts with dashes and of a first row only its other columns.
    """
    numbered: list[Group] = []
    for at, members in _groups(rows):
        if at == 1 and level_of(rows[1]) < 0:
            yield from _broken(rows, [(at, members)], large=SURE, proofs=1)
        elif _DASHED.match(label_of(members[0])):
            yield from _broken(rows, [(at, members)])
        else:
            numbered.append((at, members))
    yield from _broken(rows, numbered)


def broken_blocks(rows: list[Row]) -> Iterator[Told]:
    """(row, column, parts) of the one total that is wrong in a table with a total behind each of its blocks (``Tổng thu`` … ``Tổng chi``)."""
    places = [at for at, row in enumerate(rows) if at and (TOTAL.match(name := label_of(row)) or _WHOLE.match(name))]
    if len(places) < PROOFS or levelled(rows):
        return
    blocks = [(at, rows[before + 1 : at]) for before, at in zip((0, *places), places, strict=False)]
    if all(len(members) > 1 for _, members in blocks) and not any(
        _SOME.search(label_of(m)) for _, b in blocks for m in b
    ):
        yield from _broken(rows, blocks, large=SURE)


def _broken(rows: list[Row], groups: list[Group], *, large: int = LARGE, proofs: int = PROOFS) -> Iterator[Told]:
    """The one sum of some groups that is wrong, where enough others hold and none is far from it."""
    right, sure, wrong = 0, 0, []
    for at, members in groups:
        for column, cell in rows[at].items():
            head = rows[0].get(column)
            values = [or_nothing(member.get(column)) for member in members]
            known = [v for v in values if v is not None]
            if column == min(rows[at]) or cell.value is None or len(known) < max(2, len(members)):
                continue
            if is_rate(head) or (head and _RATE.search(head.text)) or _SOME.search(label_of(rows[at])):
                continue
            missed = abs(sum(known, Decimal()) - cell.value)
            if missed <= rounding([member[column].text for member in members], cell.text, None):
                right += cell.value >= large
                sure += cell.value >= SURE
            elif missed * NEAR <= cell.value:
                wrong.append((rows[at], column, known))
            else:
                return
    if len(wrong) == 1 and (right >= proofs or (sure and _slipped(*wrong[0]))):
        yield wrong[0]


def _slipped(row: Row, column: int, members: list[Decimal]) -> bool:
    """Whether two digits in changed places, in a total or in one of its members, make all that it misses by."""
    total, reached = row[column].value or Decimal(), sum(members, Decimal())
    return swapped(total, reached) or any(v > reached - total and swapped(v, v - reached + total) for v in members)


def _groups(rows: list[Row]) -> Iterator[Group]:
    """Every numbered row with the rows one level below it, up to the next row of its own level."""
    levels = [level_of(row) for row in rows]
    if len(rows) > 1 and levels[1] < 0 and _WHOLE.match(label_of(rows[1])):
        yield from _below_first(rows, levels)
    for at in range(1, len(rows)) if levelled(rows) else ():
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


def _below_first(rows: list[Row], levels: list[int]) -> Iterator[Group]:
    """The first row with all rows of the highest level, where no row below it is told without a number but parts of others."""
    top = min((level for level in levels[2:] if level >= 0), default=-1)
    members = [row for row, level in zip(rows[2:], levels[2:], strict=True) if level == top >= 0]
    bare = [row for row, level in zip(rows[2:], levels[2:], strict=True) if level < 0]
    if len(members) > 1 and all(_SOME.search(label_of(row)) for row in bare):
        yield 1, members
