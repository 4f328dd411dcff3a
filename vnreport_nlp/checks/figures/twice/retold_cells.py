"""Which cells of a table a figure of the text tells: the row that its clause names, the columns that hold its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ....expressions import lazy
from ..reading.levels import Level
from ..reading.text import DIGITS
from ..reading.units_of import Unit, unit_of
from ..reading.words import EMPTY
from ..reading.words import WORD as _WORD
from .retellable import Column, Retellable

LONG = 3
"""A figure of so many digits is known by its value where no row is named."""
_BREAK = lazy(r"[;:]|\.\s|\b(?:trong đó|riêng|còn lại|ngoài ra|trừ|không kể)\b")
DIRECT = lazy(
    r"(?:\s(?:hiện|nay|có|còn|là|đạt|ước|được|đã|chỉ|cũng|vẫn|tiếp tục|toàn|huyện|xã|tỉnh|tổng số|tổng cộng|với|thực hiện|lên|trên|hơn|gần|khoảng|xấp xỉ|năm \d{4}|cả năm))*\s*\(?",
)
"""What may stand between the name of a row and a figure of it."""
_COMPARED = lazy(r"\bso với[^,;.]*", re.IGNORECASE)
_YEAR = lazy(r"(?<![\d/])((?:19|20)\d\d)(?!\d|\s?[-–]\s?\d)")
_NUMBER = lazy(DIGITS)
WORDS = 2
"""So many words of a table a clause must say to tell of its total …"""
_IDLE = frozenset({"nguồn", "ước", "thực", "hiện", "nhà", "nước", "địa", "phương", "đến"})
"""… without those that are in every report, and with no more than one other."""


@dataclass(frozen=True, slots=True)
class Named:
    """A row's name in a sentence."""

    start: int
    end: int
    table: Retellable
    row: int


@dataclass(frozen=True, slots=True)
class Owned:
    """A row of a table that is told of, the columns that hold the told value, and the figure, if one is told."""

    table: Retellable
    row: int
    columns: tuple[Column, ...]
    direct: bool
    start: int
    end: int
    figure: Level | None = None
    unit: Unit | None = None
    head: Column | None = None
    """The column that is named, where no row is."""


def named_rows(tables: Sequence[Retellable], sentence: str) -> list[Named]:
    """The names of rows in a sentence; of names within each other the longest, and none that rows of two tables bear."""
    low = sentence.lower()
    found: list[Named] = []
    for table in tables:
        for name, row in table.names.items():
            at = low.find(name)
            while at >= 0:
                end = at + len(name)
                if not (low[at - 1 : at].isalnum() or low[end : end + 1].isalnum()):
                    found.append(Named(at, end, table, row))
                at = low.find(name, end)
    return sorted(
        (
            n
            for n in found
            if not any(o.start <= n.start and n.end <= o.end and o.end - o.start > n.end - n.start for o in found)
        ),
        key=lambda n: (n.start, n.table.start),
    )


def owners(
    tables: Sequence[Retellable], named: Sequence[Named], sentence: str, figure: Level, since: int
) -> list[Owned]:
    """The rows that a figure may be of: those named before it that hold its value, else the one named right before it."""
    unit = unit_of(sentence, figure.end)
    before = [n for n in named if n.end <= figure.start and not _BREAK.search(sentence, n.end, figure.start)]
    held: dict[tuple[int, int], Owned] = {}
    for n in before:
        direct = n.end >= since and DIRECT.fullmatch(sentence, n.end, figure.start) is not None
        columns = tuple(_holding(n.table, n.row, figure, unit))
        if columns or direct or (digits_of(figure) > LONG and n.row in n.table.holding(figure.text)):
            held[n.table.start, n.row] = Owned(n.table, n.row, columns, direct, n.start, figure.end, figure, unit)
    for table, row in _unnamed(tables, sentence, figure):
        columns = tuple(_holding(table, row, figure, unit))
        if columns:
            held.setdefault(
                (table.start, row), Owned(table, row, columns, False, figure.start, figure.end, figure, unit)
            )
    for table in tables:
        row = table.total or table.years.get(_year_told(sentence, figure), 0)
        if row and (column := _headed(table, sentence, figure)) is not None:
            columns = tuple(c for c in _holding(table, row, figure, unit) if c == column)
            own = Owned(table, row, columns, True, figure.start, figure.end, figure, unit, column)
            if columns or (table.start, row) not in held:
                held[table.start, row] = own
    found = [*held.values(), *_summed(tables, sentence, figure, unit)]
    valued = [o for o in found if o.columns]
    return [o for o in valued if o.direct] or valued or [o for o in found if o.direct][-1:] or found[-1:]


def years_told(text: str) -> set[int]:
    """The years that a text tells of; those that it compares with are none."""
    return {int(m[1]) for m in _YEAR.finditer(_COMPARED.sub(" ", text))}


def _year_told(sentence: str, figure: Level) -> int:
    """The only year that a sentence tells of before a figure, 0 without."""
    years = years_told(sentence[: figure.start])
    return years.pop() if len(years) == 1 else 0


def _headed(table: Retellable, sentence: str, figure: Level) -> Column | None:
    """The column whose head stands right before a figure."""
    low = sentence[: figure.start].lower()
    found = [
        (at, column) for head, column in table.heads.items()
        if (at := low.rfind(head)) >= 0 and DIRECT.fullmatch(sentence, at + len(head), figure.start)
    ]  # fmt: skip
    return min(found)[1] if found else None


def _summed(tables: Sequence[Retellable], sentence: str, figure: Level, unit: Unit) -> Iterator[Owned]:
    """The total of a table whose words the clause says (``Tổng chi ngân sách địa phương ước thực hiện``)."""
    begin = max(sentence.rfind(mark, 0, figure.start) for mark in ",;:") + 1
    clause = sentence[begin : figure.start].lower()
    if "tổng" not in clause:
        return
    words = frozenset(_WORD.findall(clause)) - EMPTY - _IDLE
    for table in tables:
        if table.total and len(words & table.words) >= WORDS and len(words - table.words) <= 1:
            columns = tuple(_holding(table, table.total, figure, unit))
            yield Owned(table, table.total, columns, True, begin, figure.end, figure, unit)


def _unnamed(tables: Sequence[Retellable], sentence: str, figure: Level) -> Iterator[tuple[Retellable, int]]:
    """Rows that no text names: totals, rows of a year that the sentence tells, and the only row with a long figure."""
    for table in tables:
        if table.total and digits_of(figure) >= LONG:
            yield table, table.total
        told = _COMPARED.sub(" ", sentence[: figure.start]) if table.years else ""
        for year, row in table.years.items():
            if str(year) in told:
                yield table, row
        if not table.years and digits_of(figure) > LONG:
            rows = table.holding(figure.text)
            yield from ((table, row) for row in rows if len(rows) == 1)


def _holding(table: Retellable, row: int, figure: Level, unit: Unit) -> Iterator[Column]:
    """The columns of a row that hold a figure, rounded as it may be."""
    for column, value in table.values(row, unit):
        if same_value(figure, value):
            yield column


def same_value(figure: Level, value: Decimal) -> bool:
    """Whether a figure is a value, or that value rounded or cut to the places that are told."""
    if figure.value == value:
        return True
    places = len(figure.text.partition(",")[2])
    exact = value == value.to_integral_value() and not places
    if exact:
        return False
    return abs(figure.value - value) < Decimal(1).scaleb(-places)


def figures_in(text: str) -> set[str]:
    """All figures of a text as they are written."""
    return set(_NUMBER.findall(text))


def digits_of(figure: Level) -> int:
    """How many digits a figure is written with."""
    return sum(ch.isdigit() for ch in figure.text)
