"""F201 in tables: total rows against the rows they sum up, total columns against the columns beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ..reading.contents import RATE, counted, counts_nothing, is_change, is_difference, is_rate, or_nothing
from ..reading.dims import dimension
from ..reading.grid import ROMAN, TOTAL, Cell, Row, label_of
from ..reading.text import rounding
from ..sums.hundred import HIGH, HUNDRED, LOW
from .divisions import amounts_of, divided, repeated, wrong_division
from .subtotals import LARGE, level_of, levelled

_WITHIN = lazy(r"^\W*(?:trong đó|riêng|-|\+|[a-zđ]\))|\bđó\b", re.IGNORECASE)
_UNITS = lazy(r"(?:đơn vị(?: tính)?|đv\s?tính|đvt)\.?(?:\s*\(.*\))?", re.IGNORECASE)
"""The head of a column of units of measure."""
_LOWER_LEVEL = lazy(r"^(?:\d+\.\d+\.?|[-+–]|[a-zđ]\))$")
_MONEY = lazy(r"thành tiền|số tiền|kinh phí|\([^()]*đồng\)", re.IGNORECASE)
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)|\b(?:quý|tháng)\b", re.IGNORECASE)
_NAMES = lazy(r"\s+[^\W\d_]{2,}")
NEARLY = 5
"""One row that holds is proof enough for a second one that misses its total by less than its fifth."""
FAR = Decimal("1.5")
"""A total that lies among its parts, so many times below their sum, is their average where figures have decimals."""
Told = tuple[Row, int, list[Decimal]]


def wrong_totals(rows: list[Row]) -> Iterator[Told]:
    """(row, column, parts) of total rows that are not the sum of the rows above (or below, when the total stands first)."""
    places = [i for i, r in enumerate(rows) if i and TOTAL.match(label_of(r))]
    if len(places) != 1 or len(rows) < 3:
        return
    at = places[0]
    if levelled(rows) and level_of(rows[at]) >= 0:
        return  # a group of a table of several levels, not the total of all rows
    body = rows[1:at] if at > 1 else rows[at + 1 :]
    paid = _without_parts(amounts_of(body))
    body = [r for r in paid if _measure(rows, r) == _measure(rows, rows[at])]
    if len(body) < 2 < len(paid):
        yield from _of_money(rows, paid, at)
    mixed = len({dimension(label_of(r)) for r in body} - {""}) > 1
    if len(body) < 2 or (mixed and not _one_adds(rows, body, at)):
        return
    if runs := divided(body, rows[at]):
        yield from _of_divisions(rows, runs, at)
        return
    if repeated(body, rows[at]) and not _one_adds(rows, body, at):
        return
    own = _own_thing(label_of(rows[at])) and not _one_adds(rows, body, at)
    for column in sorted(rows[at]):
        head, cell = rows[0].get(column), rows[at][column]
        if column == min(rows[0]) or counts_nothing(head):
            continue
        if is_rate(head):
            told = _hundred(body, column, cell)
        elif is_change(head):
            told = _changes(rows, body, column, cell)
        else:
            told = _amounts(body, column, cell, head)
        if told and not (own and _far(told, cell)):
            yield rows[at], column, told


def _of_divisions(rows: list[Row], runs: list[list[Row]], at: int) -> Iterator[Told]:
    """Totals that one of their divisions does not make, in columns of amounts."""
    for column, cell in sorted(rows[at].items()):
        head = rows[0].get(column)
        if column == min(rows[0]) or counts_nothing(head) or is_rate(head) or is_change(head):
            continue
        if told := wrong_division(runs, column, cell):
            yield rows[at], column, told


def _of_money(rows: list[Row], body: list[Row], at: int) -> Iterator[Told]:
    """Money that adds up though the rows count things of several kinds (``con``, ``kg``; ``Thành tiền``)."""
    for column, cell in sorted(rows[at].items()):
        head = rows[0].get(column)
        if head is not None and _MONEY.search(head.text) and not (is_rate(head) or is_change(head)):
            told = _amounts(body, column, cell, head)
            if told and not _far(told, cell):
                yield rows[at], column, told


def _own_thing(label: str) -> bool:
    """Whether a total names what it counts (``Tổng số lượt tiếp công dân``): below rows of other things it is one of them."""
    m = TOTAL.match(label)
    return m is not None and _NAMES.match(label, m.end()) is not None


def _far(parts: list[Decimal], cell: Cell) -> bool:
    """Whether parts miss their total by more than a slip would."""
    return cell.value is None or abs(sum(parts, Decimal()) - cell.value) * NEARLY > cell.value


def _without_parts(body: list[Row]) -> list[Row]:
    """The rows without those of parts: ``Trong đó: A``, and the rows behind it that go on with it (``B``, ``C``)."""
    kept: list[Row] = []
    numbered = sum(level_of(row) >= 0 for row in body) > 1
    until = 0
    for at, row in enumerate(body):
        if _WITHIN.search(label_of(row)):
            until = max(until, _parts_end(body, at, numbered=numbered))
        elif at >= until:
            kept.append(row)
    return kept


def _parts_end(body: list[Row], at: int, *, numbered: bool) -> int:
    """Where the parts end that a row opens: at the next number, or where together they make the row above."""
    end = at + 1
    if level_of(body[at]) >= 0 or not at:
        return end
    while end < len(body) and level_of(body[end]) < 0 and not TOTAL.match(label_of(body[end])):
        end += 1
        if not numbered and _makes(body[at - 1], body[at:end]):
            return end
    return end if numbered else at + 1


def _makes(whole: Row, parts: list[Row]) -> bool:
    """Whether rows make another one in every column of amounts, some of them large."""
    sums = [
        (cell.value, sum((p[c].value or Decimal() for p in parts if c in p), Decimal()))
        for c, cell in whole.items()
        if cell.value is not None and all(c in p and p[c].value is not None for p in parts)
    ]
    held = [total for total, reached in sums if total == reached]
    return bool(held) and max(held) >= LARGE


def _one_adds(rows: list[Row], body: list[Row], at: int) -> bool:
    """Whether a column of amounts proves that rows of several kinds make their total all the same."""
    for column, cell in rows[at].items():
        values = [(r, c.value) for r in body if (c := r.get(column)) and c.value is not None]
        if cell.value is not None and cell.value >= LARGE and len(values) > 2 and _adds(values, cell.value):
            return True
    return False


def _amounts(body: list[Row], column: int, cell: Cell, head: Cell | None) -> list[Decimal]:
    """The parts of a total of amounts that they do not make; empty when they do, or when it is no sum."""
    values = [(r, c.value) for r in body if (c := r.get(column)) and c.value is not None]
    total = cell.value
    if total is None or len(values) < 2 or _adds(values, total):
        return []
    parts = [v for _, v in values]
    if _among(parts, total) and not counted(head):
        return []
    upper = [[v for r, v in values if level_of(r) == level] for level in range(2)] if levelled(body) else []
    if any(len(u) > 1 and sum(u, Decimal()) == total for u in upper):
        return []  # the total is right, and a group between it and its rows is not: told as a group
    return min(([*(u for u in upper if len(u) > 1), parts]), key=lambda one: abs(sum(one, Decimal()) - total))


def _hundred(body: list[Row], column: int, cell: Cell) -> list[Decimal]:
    """The shares that should make the hundred of their total and do not; no average of less than a hundred is a hundred."""
    shares = [c for r in body if (c := r.get(column)) and c.value is not None]
    values = [c.value for c in shares if c.value is not None]
    if cell.value != HUNDRED or len(values) < max(2, len(body)) or max(values) >= HUNDRED:
        return []
    reached = sum(values, Decimal())
    places = max(len(c.text.partition(",")[2]) for c in shares)
    slack = Decimal(1).scaleb(-places) * max(1, len(values) // 2)
    return values if LOW <= reached <= HIGH and abs(reached - HUNDRED) > slack else []


def _changes(rows: list[Row], body: list[Row], column: int, cell: Cell) -> list[Decimal]:
    """The parts of a total change that they do not make: only of counted things, or where rows prove of what it is the difference."""
    values = [(r, v) for r in body if (v := or_nothing(r.get(column))) is not None]
    total = or_nothing(cell)
    if total is None or len(values) < len(body) or _adds(values, total):
        return []
    others = [c for c in rows[0] if c != column and not is_rate(rows[0][c])]
    sure = counted(rows[0][column]) or is_difference(body, column, others)
    return [v for _, v in values] if sure else []


def _among(parts: list[Decimal], total: Decimal) -> bool:
    """Whether a total is plainly an average of its parts."""
    broken = any(v % 1 for v in (*parts, total))
    return broken and min(parts) <= total <= max(parts) and total * FAR < sum(parts, Decimal())


def _measure(rows: list[Row], row: Row) -> str:
    """What a row is counted in, where a column says so."""
    column = next((c for c, head in rows[0].items() if _UNITS.fullmatch(head.text.strip())), None)
    if column is None or any(column in r and not r[column].text[:1].islower() for r in rows[1:]):
        return ""  # under ``Đơn vị`` names of organisations may stand as well
    return row[column].text.strip() if column in row else ""


def _adds(values: list[tuple[Row, Decimal]], total: Decimal) -> bool:
    """All rows, or the rows of the upper level only, make the total."""
    slack = Decimal("0.05") * len(values) if total % 1 or any(v % 1 for _, v in values) else Decimal()
    roman = [v for r, v in values if any(ROMAN.match(c.text) for c in r.values())]
    plain = [v for r, v in values if not any(ROMAN.match(c.text) for c in r.values())]
    upper = [v for r, v in values if not any(_LOWER_LEVEL.match(c.text) for c in r.values())]
    top = min((level for r, _ in values if (level := level_of(r)) >= 0), default=-1)
    highest = [v for r, v in values if level_of(r) == top] if len({level_of(r) for r, _ in values} - {-1}) > 1 else []
    candidates = [[v for _, v in values], plain, roman, upper, highest]
    return any(len(c) >= 2 and abs(sum(c, Decimal()) - total) <= slack for c in candidates)


def wrong_total_columns(rows: list[Row], *, told: bool) -> Iterator[Told]:
    """(row, column, parts) of the one row that breaks a total column which the others confirm.

    With ``told`` a total row that was found to be wrong is not told again.
    """
    if len(rows) < 3:
        return
    totals = [c for c, head in rows[0].items() if TOTAL.match(head.own)]
    for total in totals:
        if sum(rows[0][c].shared == rows[0][total].shared for c in totals) > 1:
            continue
        for others in _beside(rows[0], total):
            right, wrong = _held(rows, total, others, told=told)
            if right and not wrong:
                break
            if len(wrong) == 1 and right >= (1 if _slip(*wrong[0]) else 2):
                yield wrong[0]
                break


def _beside(heads: Row, total: int) -> Iterator[list[int]]:
    """The columns that a total may sum up: those that share its head, else all, else the next ones that share one."""
    first = min(heads)
    summed = [
        c for c, head in sorted(heads.items())
        if c not in (total, first) and not (TOTAL.match(head.own) or is_rate(head) or is_change(head) or counts_nothing(head))
    ]  # fmt: skip
    shared = heads[total].shared
    if shared:
        yield [c for c in summed if heads[c].levels[: len(shared)] == shared]
        return
    yield summed
    groups: dict[str, list[int]] = {}
    for c in summed:
        if heads[c].shared:
            groups.setdefault(heads[c].levels[0], []).append(c)
    yield from (g for g in groups.values() if len(g) > 1 and total in (g[-1] + 1, g[0] - 1))


def _held(rows: list[Row], total: int, others: list[int], *, told: bool) -> tuple[int, list[Told]]:
    """How many rows confirm a total column, and those that do not."""
    right, wrong = 0, []
    places = not any(
        _YEAR.search(rows[0][c].text) for c in others
    )  # over years what there is at their ends is not added up
    for row in rows[1:]:
        cell = row.get(total)
        parts = [row[c] for c in others if c in row and row[c].value is not None]
        if cell is None or cell.value is None or len(parts) < 2 or (told and TOTAL.match(label_of(row))):
            continue
        if places and RATE.search(label_of(row)):
            continue
        values = [p.value for p in parts if p.value is not None]
        if abs(sum(values, Decimal()) - cell.value) <= rounding([p.text for p in parts], cell.text, None):
            right += 1
        else:
            wrong.append((row, total, values))
    return right, wrong


def _slip(row: Row, column: int, values: list[Decimal]) -> bool:
    """Whether three or more columns nearly make their total, as they do when one figure was mistyped."""
    total = row[column].value or Decimal()
    return len(values) >= 3 and abs(sum(values, Decimal()) - total) * NEARLY <= total
