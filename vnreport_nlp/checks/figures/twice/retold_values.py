"""Values that the text tells of a table's rows: slips of a cell, cells of another time, cells in another unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ....expressions import lazy
from ..reading.grid import Cell, label_of
from ..reading.levels import Level
from ..reading.slips import one_wrong, swapped
from ..reading.units_of import Unit, scaled
from ..reading.words import EMPTY, NAMED, WORD
from .reckoned import Claim, given, holds
from .retellable import Column, Retellable
from .retold_cells import DIRECT, LONG, Owned, digits_of, figures_in, same_value, years_told

_TIMED = lazy(
    r"cùng kỳ|(?:năm(?: học)?|vụ|kỳ|khóa|tháng) trước|trước (?:khi|đây|sắp|sáp)|\bngoái\b|so với|\bcũ\b|ban đầu|đầu (?:năm|kỳ|nhiệm kỳ|giai đoạn)|kế hoạch|dự toán|chỉ tiêu|mục tiêu|phấn đấu|dự kiến|\bgiao\b|\btừ\b|lũy kế|giai đoạn|bình quân|trung bình|\bmỗi\b|\bquý\b|\btháng\b|\bnếu\b",
    re.IGNORECASE,
)
"""With such words before it a figure may be of another time, or of a plan."""
_PARTIAL = lazy(
    r"trong (?:đó|số)|\briêng\b|một số|\btăng\b|\bgiảm\b|\bthêm\b|\btrừ\b|không (?:kể|gồm|tính)|\bmới\b|\bchưa\b|\bkhác\b|\bthiếu\b|\bvượt\b|\bcòn (?:lại|thiếu|nợ)\b",
    re.IGNORECASE,
)
"""With such words between it and its row's name it may be of a part, or of a change."""
_SAID = lazy(r"[,;:().]|\s(?:chiếm|đạt|bằng|tăng|giảm|vượt|và|với|so|do|nhờ|nên|để)\s")
"""Here ends what is said of a figure itself."""
_BREAK = lazy(r"[,;(]")
_YEAR = lazy(r"(?<![\d/])(?:19|20)\d\d(?!\d|\s?[-–]\s?\d)")
_REACHED = lazy(r"\b(?:đạt|thực hiện|thu được|hoàn thành|hiện có|hiện nay)\b", re.IGNORECASE)
FEW = 4
"""One digit is wrong by chance in figures of fewer digits."""


def slip_of(sentence: str, tables: Sequence[Retellable], owned: Owned) -> Cell | None:
    """The cell of a named row, or of a named column's total, that a figure is a slip of, where no table holds the figure."""
    figure = owned.figure
    if figure is None or figure.soft or not owned.direct or digits_of(figure) < LONG or not of_its_row(owned, sentence):
        return None
    if _of_else(sentence, owned) or any(_holds_somewhere(t, owned, figure) for t in tables):
        return None
    told, years = figures_in(sentence), years_told(sentence)
    found = [
        cell
        for column, value in owned.table.values(owned.row, owned.unit)
        if (cell := owned.table.cell(owned.row, column.at)) and (owned.head is None or owned.head == column)
        if not column.plan and cell.text not in told and _slip(figure, value) and _timed(owned.table, column, years)
    ]
    return found[0] if len(found) == 1 else None


def _of_else(sentence: str, owned: Owned) -> bool:
    """Whether words before a figure make it one of another time, of a plan, a part or a change."""
    assert owned.figure is not None
    begin = max(sentence.rfind(";", 0, owned.start), sentence.rfind(":", 0, owned.start)) + 1
    return bool(
        _TIMED.search(sentence, begin, owned.figure.start) or _PARTIAL.search(sentence, owned.start, owned.figure.start)
    )


def of_its_row(owned: Owned, sentence: str) -> bool:
    """Whether all that is said of a figure are words of its table, and no other place is named."""
    assert owned.figure is not None and owned.unit is not None
    row = owned.table.rows[owned.row]
    label = label_of(row).lower()
    if any(m[1].strip().lower() not in f"{label} {owned.table.caption.lower()}" for m in NAMED.finditer(sentence)):
        return False
    words = owned.table.words | frozenset(WORD.findall(" ".join(c.text for c in row.values()).lower()))
    said = _SAID.split(
        sentence[owned.figure.end :].lstrip().removeprefix(owned.unit.name if owned.unit.what else ""), maxsplit=1
    )[0]
    return frozenset(WORD.findall(said.lower())) - EMPTY <= words


def _holds_somewhere(table: Retellable, owned: Owned, figure: Level) -> bool:
    """Whether any cell of a table is the figure, as it is written or in its own unit."""
    if any(c.text == figure.text for row in table.rows for c in row.values()):
        return True
    values = (v for row in range(1, len(table.rows)) for _, v in table.values(row, owned.unit))
    return any(same_value(figure, value) for value in values)


def _timed(table: Retellable, column: Column, years: set[int]) -> bool:
    """Whether a column may be of the only year that a sentence names."""
    if not years:
        return True
    return len(years) == 1 and years <= ({column.time} if column.time is not None else table.about)


def _slip(figure: Level, value: Decimal) -> bool:
    """Whether a slip of the hand makes a figure of a value, rounded to as many places: in its digits, or in where its comma stands."""
    places = len(figure.text.partition(",")[2])
    meant = round(value, places)
    if swapped(figure.value, meant) or (digits_of(figure) >= FEW and one_wrong(figure.value, meant)):
        return True
    return any(
        digits_of(figure) >= LONG and figure.value.scaleb(-k) == round(value, places + k)
        for k in (1, -1)
        if places + k >= 0
    )


def other_time(sentence: str, owned: Owned, earlier: Sequence[Owned]) -> Cell | None:
    """The cell that is meant where a figure is that of a time which its sentence does not tell of."""
    figure = owned.figure
    if figure is None or owned.head or len(owned.columns) != 1 or figure.soft or not of_its_row(owned, sentence):
        return None
    if not (owned.direct or _total_of_a_year(sentence, owned)):
        return None
    column = owned.columns[0]
    if (
        digits_of(figure) < 2
        or _of_else(sentence, owned)
        or _YEAR.search(_BREAK.split(sentence[figure.end :], maxsplit=1)[0])
    ):
        return None
    years = years_told(sentence[: figure.start])
    if len(years) == 1:
        fits = [c for c in _same(owned.table, column) if c.time in years and not c.plan]
        fits = fits if column.time not in years or (column.plan and _REACHED.search(sentence[: figure.start])) else []
    else:
        last = {c.time for o in earlier if o.table is owned.table for c in o.columns if not c.plan}
        fits = [c for c in _same(owned.table, column) if {c.time} == last and not c.plan] if not years else []
        fits = [c for c in fits if c.time is not None and column.time is not None and column.time < c.time]
    found = [cell for c in fits if (cell := owned.table.cell(owned.row, c.at)) and cell.text != figure.text]
    return found[0] if len(found) == 1 and found[0].text not in figures_in(sentence) else None


def _total_of_a_year(sentence: str, owned: Owned) -> bool:
    """Whether a figure is a total that stands right behind the year it is told of (``năm 2024 là 140.511 lượt``)."""
    assert owned.figure is not None
    years = list(_YEAR.finditer(sentence[: owned.figure.start]))
    return (
        owned.row == owned.table.total
        and len(years) == 1
        and digits_of(owned.figure) >= FEW
        and DIRECT.fullmatch(sentence, years[0].end(), owned.figure.start) is not None
    )


def other_row(sentence: str, owned: Owned) -> Cell | None:
    """The cell of the year that is told, where a figure is that of another year in the column that is named."""
    figure, head = owned.figure, owned.head
    if figure is None or head is None or owned.columns or owned.row not in owned.table.years.values():
        return None
    if figure.soft or digits_of(figure) < LONG or _of_else(sentence, owned) or not of_its_row(owned, sentence):
        return None
    others = [row for row in owned.table.years.values() if row != owned.row]
    held = any((c := owned.table.cell(row, head.at)) and c.text == figure.text for row in others)
    return owned.table.cell(owned.row, head.at) if held else None


def _same(table: Retellable, column: Column) -> Iterator[Column]:
    """The columns that tell the same thing at other times."""
    return (c for c in table.amounts if c.at != column.at and (c.thing == column.thing or column.plan))


def meant_cell(sentence: str, owned: Owned, claim: Claim) -> Cell | None:
    """The cell of another column that a percentage was reckoned from, where it does not come from the told one."""
    figure = owned.figure
    if figure is None or not owned.columns or claim.against == "other" or figure.soft or claim.level.soft:
        return None
    if _of_else(sentence, owned) or _YEAR.search(sentence, owned.start, figure.start):
        return None
    others = [c for c in owned.table.amounts if c not in owned.columns and not c.plan]
    fits = [c for c in others if any(holds(claim, g.value) for g in given(owned, claim, (c,)))]
    found = [cell for c in fits if (cell := owned.table.cell(owned.row, c.at)) and cell.text != figure.text]
    own = owned.columns[0]
    if len(found) != 1 or not (
        own.plan or (own.time is not None and fits[0].time is not None and own.thing == fits[0].thing)
    ):
        return None
    unit = owned.table.unit(owned.row, fits[0].at)
    value = found[0].value
    return found[0] if value is not None and scaled(value, unit, owned.unit) is not None else None


def other_unit(sentence: str, owned: Owned) -> tuple[Cell, Unit] | None:
    """The cell that a figure tells digit by digit in another unit of the same measure, with the unit of the table."""
    figure = owned.figure
    long = LONG - 1 if owned.direct else LONG + 1
    if figure is None or owned.unit is None or not owned.unit.what or digits_of(figure) < long:
        return None
    for column in owned.table.columns:
        cell, unit = owned.table.cell(owned.row, column.at), owned.table.unit(owned.row, column.at)
        if cell and unit and cell.text == figure.text and unit.kin(owned.unit) and unit.ten != owned.unit.ten:
            return cell, unit
    return None
