"""F201 and F203 in tables: total rows, total columns, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...expressions import lazy
from ...gates import Gated
from ...model import Finding, Span, finding, msg
from ..context import Context
from .columns import larger_parts, of_total
from .dims import dimension
from .exceeding import RATIO
from .grid import ROMAN, TOTAL, Cell, Row, label_of, rows_of_tables
from .quotients import wrong_shares
from .relations import broken_sums
from .subtotals import broken_groups, level_of, levelled
from .text import PERCENT, STATIC, kind_after, off, shown, value_of
from .told import impossible, shown_like

_SKIPPED = lazy(
    r"tỷ lệ|tỉ lệ|%|bình quân|năm sinh|stt|^tt$|ngày|^số$|số hiệu|so với|tăng|giảm|ghi chú|tuổi|lũy kế|^năm$",
    re.IGNORECASE,
)
_WITHIN = lazy(r"^\W*(?:trong đó|riêng|-|\+|[a-zđ]\))|\bđó\b", re.IGNORECASE)
_RATES = lazy(r"%|tỷ lệ|tỉ lệ", re.IGNORECASE)
_GROWN = lazy(r"tăng|giảm|so với|cùng kỳ|năm trước|chỉ tiêu|mục tiêu", re.IGNORECASE)
"""Percentages of other things than the ratio beside them."""
_DONE = Gated(
    r"kế hoạch|chỉ tiêu|giao|dự toán|mục tiêu|kết nạp|mới|đào tạo|bồi dưỡng|tăng|giảm|năm trước|cùng kỳ|so với",
    re.IGNORECASE,
)
"""Work that may exceed its plan."""
_UNITS = lazy(r"(?:đơn vị(?: tính)?|đv\s?tính|đvt)\.?(?:\s*\(.*\))?", re.IGNORECASE)
"""The head of a column of units of measure."""
CAPTION = 200
"""A longer line before a table is no caption."""
NEARLY = 5
"""One row that holds is proof enough for a second one that misses its total by less than its fifth."""
_LOWER_LEVEL = lazy(r"^(?:\d+\.\d+\.?|[-+–]|[a-zđ]\))$")


def tables(context: Context) -> Iterator[Finding]:
    """Findings of every table of the draft."""
    for rows in rows_of_tables(context.spelled):
        told = list(_totals(context, rows))
        told += _total_columns(context, rows, told)
        yield from told
        known = [p.span for f in told for p in f.places]
        for row, column, parts in (*broken_sums(rows), *broken_groups(rows)):
            if not any(span.start <= row[column].start < span.end for span in known):
                yield _total_finding(context, row, parts, row[column], rows[0].get(column))
        yield from _shares(context, rows)
        yield from _above_one(context, rows)
        for part, whole in larger_parts(rows):
            yield impossible(context, Span(part.start, part.end), f"{part.text} > {whole.text}")
        for row, cell, printed, true in wrong_shares(rows):
            yield _share_finding(context, row, cell, printed, true)


def _span(row: Row) -> Span:
    return Span(min(c.start for c in row.values()), max(c.end for c in row.values()))


def _totals(context: Context, rows: list[Row]) -> Iterator[Finding]:
    """Total rows against the rows above (or below, when the total stands first)."""
    places = [i for i, r in enumerate(rows) if TOTAL.match(label_of(r))]
    if len(places) != 1 or len(rows) < 3:
        return
    at = places[0]
    if levelled(rows) and level_of(rows[at]) >= 0:
        return  # a group of a table of several levels, not the total of all rows
    body = rows[1:at] if at > 1 else rows[at + 1 :]
    body = [r for r in body if not _WITHIN.search(label_of(r)) and _measure(rows, r) == _measure(rows, rows[at])]
    if len(body) < 2 or len({dimension(label_of(r)) for r in body} - {""}) > 1:
        return
    for column in sorted(rows[at]):
        header = rows[0].get(column)
        total = rows[at][column].value
        if total is None or column == min(rows[0]) or (header and _SKIPPED.search(header.text)):
            continue
        values = [(r, c.value) for r in body if (c := r.get(column)) and c.value is not None]
        if len(values) >= 2 and not _adds(values, total):
            yield _total_finding(context, rows[at], [v for _, v in values], rows[at][column], header)


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
    candidates = [[v for _, v in values], plain, roman, upper]
    return any(len(c) >= 2 and abs(sum(c, Decimal()) - total) <= slack for c in candidates)


def _total_finding(context: Context, row: Row, values: list[Decimal], cell: Cell, header: Cell | None) -> Finding:
    arithmetic = f"{' + '.join(shown(v) for v in values)} = {shown(sum(values, Decimal()))} ≠ {cell.text}"
    places = (context.place(_span(row)), context.place(Span(cell.start, cell.end)))
    return finding(
        "F201", msg("Dòng tổng của bảng không khớp: {arithmetic}", arithmetic=arithmetic), places=places,
        requirement=context.requirement_at(cell.start), content=arithmetic,
        need=msg("Dòng tổng bằng tổng các dòng."), found=msg("Cột “{column}”: {arithmetic}", column=header.text if header else "", arithmetic=arithmetic),
        fix=msg("Kiểm tra lại dòng tổng và từng dòng với số liệu gốc."),
    )  # fmt: skip


def _total_columns(context: Context, rows: list[Row], told: list[Finding]) -> Iterator[Finding]:
    """A total column that all rows but one confirm; a total row that was told to be wrong is not told again."""
    if len(rows) < 3:
        return
    heads = [c for c, cell in rows[0].items() if TOTAL.match(cell.text)]
    others = [
        c for c, cell in rows[0].items() if c not in heads and c != min(rows[0]) and not _SKIPPED.search(cell.text)
    ]
    if len(heads) != 1:
        return
    wrong: list[tuple[Row, list[Decimal], Cell]] = []
    right = 0
    for row in rows[1:]:
        cell = row.get(heads[0])
        values = [v for c in others if c in row and (v := row[c].value) is not None]
        if cell is None or cell.value is None or len(values) < 2 or (told and TOTAL.match(label_of(row))):
            continue
        if sum(values, Decimal()) == cell.value:
            right += 1
        else:
            wrong.append((row, values, cell))
    if len(wrong) == 1 and right >= (1 if _slip(wrong[0]) else 2):
        row, values, cell = wrong[0]
        yield _total_finding(context, row, values, cell, rows[0].get(heads[0]))


def _slip(told: tuple[Row, list[Decimal], Cell]) -> bool:
    """Whether three or more columns nearly make their total, as they do when one figure was mistyped."""
    _, values, cell = told
    short = abs(sum(values, Decimal()) - (cell.value or 0))
    return len(values) >= 3 and short * NEARLY <= (cell.value or 0)


def _shares(context: Context, rows: list[Row]) -> Iterator[Finding]:
    """Rows with one ratio and one percentage that disagree."""
    for row in rows[1:]:
        ratios = [m for c in row.values() if (m := RATIO.fullmatch(c.text))]
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
    caption = _caption(context, rows)
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
            if counted or of_total(head) or ("/" not in head and of_total(caption)):
                yield impossible(context, Span(cell.start, cell.end), f"{m[1]} > {m[2]}")


def _caption(context: Context, rows: list[Row]) -> str:
    """The line that stands right before a table."""
    first = min((c.start for c in rows[0].values()), default=0)
    before = context.spelled.text[max(0, first - CAPTION) : first].rstrip(" |\n\t")
    return before.rpartition("\n")[2]
