"""F203 by columns: percentages that the other rows of a table prove to be quotients of two columns, or shares of a total row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import permutations

from ....expressions import lazy
from ..reading.grid import TOTAL, Cell, Row, label_of
from ..reading.text import DIGITS, off

PROOFS = 2
"""So many rows must agree before the one that does not is wrong."""
MOST_COLUMNS = 8
"""Wider tables have too many pairs of columns that agree by chance."""
_PERCENT = lazy(rf"({DIGITS})\s?%?")
_SHARE_HEAD = lazy(r"%|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng", re.IGNORECASE)
_ORDINAL = lazy(r"^(?:stt|tt|số tt|năm)$", re.IGNORECASE)
_ALL = lazy(
    r"^(?:tổng(?: số)?\b|kế hoạch|dự toán|chỉ tiêu|số (?:\w+ ){1,4}(?:phải|tiếp nhận|được giao)|số phải|(?:\w+ ){1,3}(?:phải|tiếp nhận)|số (?:hộ|học sinh|đảng viên|chi bộ|thôn|xã)$)",
    re.IGNORECASE,
)
_DONE = lazy(r"\b(?:đã|thực hiện|đạt|hoàn thành|trong đó|giải quyết|số \w+(?: \w+)? (?:có|được|đạt))\b", re.IGNORECASE)
_RATE = lazy(
    r"^(?:(?:tỷ lệ|tỉ lệ)(?: đạt| hoàn thành| thực hiện)?|đạt|so với kế hoạch|so kế hoạch|đạt tỷ lệ|%(?: đạt| thực hiện| hoàn thành)?)?\s*(?:\(?%\)?)?$",
    re.IGNORECASE,
)
"""Headings of a whole, of its part, and of nothing but their quotient."""
_ALONE = lazy(r"\(?%\)?|(?:tỷ lệ|tỉ lệ)(?:\s?\(?%\)?)?|TL", re.IGNORECASE)
"""The head of a column of percentages of the column beside it."""
_GROWN = lazy(r"\bnăm\b|cùng kỳ|tăng|giảm|lũy kế", re.IGNORECASE)
_APART = lazy(r"^(?:chênh lệch|tăng|giảm|so sánh|so với|biến động|mức (?:tăng|giảm)|\+|±)", re.IGNORECASE)
"""The name of a row, or of a column of a turned table, that tells by how much two others differ, percentages by points."""
Formula = Callable[[Row], tuple[str, Decimal] | None]


def wrong_shares(rows: list[Row]) -> Iterator[tuple[Row, str, str, Decimal]]:
    """(row, quotient, printed, true percentage) of the one row in a column of percentages that breaks what the others follow."""
    columns = sorted({c for row in rows[1:] for c, cell in row.items() if cell.value is not None or "%" in cell.text})
    columns = [c for c in columns if c not in rows[0] or not _ORDINAL.match(rows[0][c].own.strip())]
    percents = [c for c in columns if _is_percent(rows, c)]
    counts = [c for c in columns if c not in percents]
    if len(columns) > MOST_COLUMNS:
        yield from _in_wide(rows, counts, percents)
        return
    if len(rows) < PROOFS + 2:
        yield from _named(rows, counts, percents)
        return
    for column in percents:
        wrong = _exception(rows, column, [*_quotients(counts), *_parts(rows, counts)])
        if wrong is not None:
            yield wrong


def wrong_shares_across(rows: list[Row]) -> Iterator[tuple[Row, str, str, Decimal]]:
    """The same where the rows are things and the columns places: of the row of percentages that cell alone."""
    rates = [label_of(row) for row in rows[1:] if _SHARE_HEAD.search(label_of(row))]
    if not rates or len(rows) > MOST_COLUMNS or len(rows[0]) < PROOFS + 2:
        return
    for row, ratio, printed, true in wrong_shares(_turned(rows)):
        cell = next((c for c in row.values() if c.text.rstrip("% ") == printed.rstrip("%")), None)
        if cell is not None:
            yield {0: cell}, ratio, printed, true


def _turned(rows: list[Row]) -> list[Row]:
    """A table with its rows as columns."""
    columns = sorted(rows[0])
    return [{at: row[column] for at, row in enumerate(rows) if column in row} for column in columns]


def _in_wide(rows: list[Row], counts: list[int], percents: list[int]) -> Iterator[tuple[Row, str, str, Decimal]]:
    """The wrong rows of a wide table: each percentage is that of the column left of it with which it shares a head, or whose it is by its own."""
    for column in percents:
        part = column - 1
        if part not in counts or part not in rows[0]:
            continue
        joint = rows[0][part].shared and rows[0][part].shared == rows[0].get(column, rows[0][part]).shared
        if joint or (column in rows[0] and _ALONE.fullmatch(rows[0][column].text.strip())):
            formulas = [_quotient(part, whole, Decimal()) for whole in counts if whole != part]
            wrong = _exception(rows, column, [*formulas, *_parts(rows, [part])])
            if wrong is not None:
                yield wrong


def _named(rows: list[Row], counts: list[int], percents: list[int]) -> Iterator[tuple[Row, str, str, Decimal]]:
    """The wrong row of a table too short for proofs, whose headings say what is divided by what."""
    counts = [c for c in counts if c in rows[0] and not _ORDINAL.match(rows[0][c].text)]
    if len(counts) != 2 or len(percents) != 1 or percents[0] not in rows[0]:
        return
    whole, part = counts
    heads = [rows[0][c].text.strip() for c in (whole, part, percents[0])]
    if not (_ALL.match(heads[0]) and _DONE.search(heads[1]) and _RATE.match(heads[2])) or _GROWN.search(heads[1]):
        return
    formula = _quotient(part, whole, Decimal())
    wrong, right = [], 0
    for row in rows[1:]:
        cell, told = row.get(percents[0]), formula(row)
        printed = _PERCENT.fullmatch(cell.text) if cell else None
        if printed and told and off(printed[1], told[1]):
            wrong.append((row, told[0], f"{printed[1]}%", told[1]))
        elif printed and told:
            right += 1
    if len(wrong) == 1 and (right or len(rows) == 2):
        yield wrong[0]


def _is_percent(rows: list[Row], column: int) -> bool:
    head = rows[0].get(column)
    body = [row[column].text for row in rows[1:] if column in row and row[column].text]
    marked = (head is not None and _SHARE_HEAD.search(head.text)) or all(t.endswith("%") for t in body)
    return bool(marked and body) and all(_PERCENT.fullmatch(t) for t in body)


def _exception(rows: list[Row], column: int, formulas: list[Formula]) -> tuple[Row, str, str, Decimal] | None:
    """The only row that breaks a formula that the other rows prove; None when some formula holds for all."""
    found = None
    for formula in formulas:
        right, wrong = 0, []
        for row in rows[1:]:
            cell, told = row.get(column), formula(row)
            printed = _PERCENT.fullmatch(cell.text) if cell else None
            if printed is None or told is None or _APART.match(label_of(row)):
                continue
            if off(printed[1], told[1]):
                wrong.append((row, told[0], f"{printed[1]}%", told[1]))
            elif told[1] != 100:
                right += 1
        if right >= PROOFS and not wrong:
            return None
        if right >= PROOFS and len(wrong) == 1:
            found = found or wrong[0]
    return found


def _quotients(counts: list[int]) -> Iterator[Formula]:
    """One column in hundredths of another, and the growth from one to another."""
    for above, below in permutations(counts, 2):
        yield _quotient(above, below, Decimal())
        yield _quotient(above, below, Decimal(100))


def _quotient(above: int, below: int, less: Decimal) -> Formula:
    return lambda row: _ratio(row.get(above), row.get(below), less)


def _share(column: int, whole: Cell) -> Formula:
    return lambda row: _ratio(row.get(column), whole, Decimal())


def _ratio(above: Cell | None, below: Cell | None, less: Decimal) -> tuple[str, Decimal] | None:
    if above is None or below is None or above.value is None or not below.value:
        return None
    return f"{above.text}/{below.text}", 100 * above.value / below.value - less


def _parts(rows: list[Row], counts: list[int]) -> Iterator[Formula]:
    """Every row's part of the total row."""
    totals = [row for row in rows[1:] if TOTAL.match(label_of(row))]
    for column in counts if len(totals) == 1 else ():
        whole = totals[0].get(column)
        if whole is not None and whole.value:
            yield _share(column, whole)
