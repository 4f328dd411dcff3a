"""F201 and F203 in tables: total rows, total columns, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ....gates import Gated
from ....model import Finding, Span, finding, msg
from ...context import Context
from ..rates.exceeding import RATIO
from ..reading.grid import Cell, Row, caption, label_of
from ..reading.text import PERCENT, STATIC, kind_after, off, shown, value_of
from ..reading.told import impossible, shown_like
from .averages import broken_averages
from .columns import larger_parts, of_total
from .quotients import wrong_shares, wrong_shares_across
from .relations import broken_sums
from .subtotals import broken_blocks, broken_groups
from .totals import wrong_total_columns, wrong_totals

_RATES = lazy(r"%|tỷ lệ|tỉ lệ", re.IGNORECASE)
_GROWN = lazy(r"tăng|giảm|so với|cùng kỳ|năm trước|chỉ tiêu|mục tiêu", re.IGNORECASE)
"""Percentages of other things than the ratio beside them."""
_DONE = Gated(
    r"kế hoạch|chỉ tiêu|giao|dự toán|mục tiêu|kết nạp|mới|đào tạo|bồi dưỡng|tăng|giảm|năm trước|cùng kỳ|so với",
    re.IGNORECASE,
)
"""Work that may exceed its plan."""
CAPTION = 200
"""A longer line before a table is no caption."""


def tables(context: Context) -> Iterator[Finding]:
    """Findings of every table of the draft."""
    for rows in context.tables:
        sums = list(wrong_totals(rows))
        told = [_total_finding(context, row, parts, row[c], rows[0].get(c)) for row, c, parts in sums]
        across = wrong_total_columns(rows, told=bool(sums))
        told += [_row_finding(context, row, parts, row[c], rows[0].get(c)) for row, c, parts in across]
        yield from told
        known = [p.span for f in told for p in f.places]
        broken = [(_total_finding, *b) for b in (*broken_groups(rows), *broken_blocks(rows))]
        broken += [(_row_finding, *b) for b in broken_sums(rows)]
        for made, row, column, parts in broken:
            if not any(span.start <= row[column].start < span.end for span in known):
                one = made(context, row, parts, row[column], rows[0].get(column))
                known += [p.span for p in one.places]
                yield one
        for row, column, arithmetic in broken_averages(rows):
            if not any(span.start <= row[column].start < span.end for span in known):
                yield _of_columns(context, row, arithmetic, row[column], rows[0].get(column))
        yield from _shares(context, rows)
        yield from _above_one(context, rows)
        for part, whole in larger_parts(rows):
            yield impossible(context, Span(part.start, part.end), f"{part.text} > {whole.text}")
        for row, cell, printed, true in (*wrong_shares(rows), *wrong_shares_across(rows)):
            yield _share_finding(context, row, cell, printed, true)


def _span(row: Row) -> Span:
    return Span(min(c.start for c in row.values()), max(c.end for c in row.values()))


def _total_finding(context: Context, row: Row, values: list[Decimal], cell: Cell, header: Cell | None) -> Finding:
    arithmetic = _arithmetic(values, cell)
    places = (context.place(_span(row)), context.place(Span(cell.start, cell.end)))
    return finding(
        "F201", msg("Dòng tổng của bảng không khớp: {arithmetic}", arithmetic=arithmetic), places=places,
        requirement=context.requirement_at(cell.start), content=arithmetic,
        need=msg("Dòng tổng bằng tổng các dòng."), found=msg("Cột “{column}”: {arithmetic}", column=header.text if header else "", arithmetic=arithmetic),
        fix=msg("Kiểm tra lại dòng tổng và từng dòng với số liệu gốc."),
    )  # fmt: skip


def _row_finding(context: Context, row: Row, values: list[Decimal], cell: Cell, header: Cell | None) -> Finding:
    return _of_columns(context, row, _arithmetic(values, cell), cell, header)


def _of_columns(context: Context, row: Row, arithmetic: str, cell: Cell, header: Cell | None) -> Finding:
    """F201 of one row whose columns do not give each other as they do in the other rows."""
    places = (context.place(_span(row)), context.place(Span(cell.start, cell.end)))
    return finding(
        "F201", msg("Các cột trong một dòng của bảng không khớp nhau: {arithmetic}", arithmetic=arithmetic), places=places,
        requirement=context.requirement_at(cell.start), content=arithmetic,
        need=msg("Các cột khớp nhau như ở những dòng khác của bảng."),
        found=msg("Cột “{column}”: {arithmetic}", column=header.text if header else "", arithmetic=arithmetic),
        fix=msg("Kiểm tra lại từng ô của dòng với số liệu gốc."),
    )  # fmt: skip


_MONTH = lazy(r"(?:0?[1-9]|1[0-2])/(?:19|20)\d\d")
"""``5/2024``: when something began."""


def _arithmetic(values: list[Decimal], cell: Cell) -> str:
    """A sum that does not give its cell, what is taken off with a minus."""
    first, *others = values
    worked = shown(first) + "".join(f" {'-' if v < 0 else '+'} {shown(abs(v))}" for v in others)
    return f"{worked} = {shown(sum(values, Decimal()))} ≠ {cell.text}"


def _shares(context: Context, rows: list[Row]) -> Iterator[Finding]:
    """Rows with one ratio and one percentage that disagree."""
    for row in rows[1:]:
        ratios = [m for c in row.values() if (m := RATIO.fullmatch(c.text)) and not _MONTH.fullmatch(c.text)]
        percents = [m for n, c in row.items() if (m := _percent(rows[0].get(n), c))]
        if len(ratios) != 1 or len(percents) != 1:
            continue
        a, b = value_of(ratios[0][1]), value_of(ratios[0][2])
        if b and off(percents[0][1], 100 * a / b):
            yield _share_finding(context, row, ratios[0][0], percents[0][0], 100 * a / b)


def _percent(head: Cell | None, cell: Cell) -> re.Match[str] | None:
    """The percentage of a cell, its sign in the cell or in the heading."""
    m = PERCENT.fullmatch(cell.text)
    if m is not None or head is None or not _RATES.search(head.text) or _GROWN.search(head.text):
        return m
    return PERCENT.fullmatch(f"{cell.text}%")


def _share_finding(context: Context, row: Row, ratio: str, printed: str, true: Decimal) -> Finding:
    arithmetic = f"{ratio} = {shown_like(true, printed)}% ≠ {printed}"
    return finding(
        "F203", msg("Tỷ lệ không khớp số liệu: {arithmetic}", arithmetic=arithmetic), places=(context.place(_span(row)),),
        requirement=context.requirement_at(_span(row).start), content=arithmetic,
        need=msg("Tỷ lệ bằng tử số chia mẫu số."), found=msg("{arithmetic}", arithmetic=arithmetic), fix=msg("Tính lại tỷ lệ."),
    )  # fmt: skip


def _above_one(context: Context, rows: list[Row]) -> Iterator[Finding]:
    """Shares of a counted body that exceed it, plans and work done apart."""
    above = caption(context.spelled.text, rows, reach=CAPTION)
    for row in rows[1:]:
        label = label_of(row)
        if _DONE.search(label):
            continue
        counted = kind_after(label, 0) in ("person", "body", "house")
        for column, cell in row.items():
            m = RATIO.match(cell.text)
            head = rows[0][column].text if column in rows[0] else ""
            if m and cell.text[m.end() :].strip():  # ``12/11 chi bộ``
                if STATIC.match(cell.text, m.end() + 1) and value_of(m[1]) > value_of(m[2]) and not _DONE.search(head):
                    yield impossible(context, Span(cell.start, cell.end), f"{m[1]} > {m[2]}")
                continue
            if not m or value_of(m[1]) <= value_of(m[2]) or _DONE.search(head):
                continue
            if counted or of_total(head) or ("/" not in head and of_total(above)):
                yield impossible(context, Span(cell.start, cell.end), f"{m[1]} > {m[2]}")
