"""Tables as the text around them retells them: rows by their names, columns by their times, plans apart, each figure with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from heapq import nsmallest
from itertools import takewhile

from ....expressions import lazy
from ...context import Context
from ..reading.contents import counts_nothing, is_change, is_rate
from ..reading.grid import JOINT, TOTAL, Cell, Row, label_of
from ..reading.levels import EARLY, LATE
from ..reading.units_of import Unit, scaled, unit_of
from ..reading.words import EMPTY

MOST_ROWS, MOST_COLUMNS = 80, 16
"""Larger tables are annexes: what the text says is seldom of them, and may be of many of their rows."""
MOST_TABLES = 24
"""Tables that a sentence is held against, the nearest; around none of the corpus's are more than three."""
CAPTION = 240
"""Characters before a table in which its caption and its unit stand."""
LINES, LONGEST = 3, 160
"""A caption has no more lines, and none is longer."""
_ORDINAL = lazy(r"^(?:stt|tt|số tt|ghi chú|năm|đvt|đv tính|đơn vị(?: tính)?|xếp hạng.*|đánh giá)$", re.IGNORECASE)
_UNITS = lazy(r"^(?:đơn vị(?: tính)?|đv\s?tính|đvt)\.?$", re.IGNORECASE)
_MEASURED_IN = lazy(r"\b(?:đơn vị(?: tính)?|đvt|đv\s?tính)\s*:\s*(?P<unit>[^\n|);.]+)", re.IGNORECASE)
_BRACKET = lazy(r"\(([^()]*)\)\s*$")
_LEAD = lazy(r"^(?:trong đó\W*|[-+*•–]\s*|(?:\d+|[a-zđ])[.)]\s*|(?:tổng\s)?số\s(?:lượng\s)?)+", re.IGNORECASE)
_WHOLE = lazy(r"^tổng\b(?! đàn)", re.IGNORECASE)
"""The name of a row above or below all others (``Tổng diện tích tự nhiên``)."""
_REST = lazy(r"^(?:còn lại|số còn lại)\s")
_TAIL = lazy(r"\s*\([^()]*\)\s*$")
_PLAN = lazy(r"kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|\bgiao\b|\bKH\b|\bNQ\b|tổng mức", re.IGNORECASE)
_OLD = lazy(
    r"\bđầu (?:năm|kỳ|nhiệm kỳ|giai đoạn)|\btrước\b|cùng kỳ|(?:năm|kỳ) (?:ngoái|trước)|ban đầu|\bcũ\b", re.IGNORECASE
)
_START = lazy(r"\bđầu năm", re.IGNORECASE)
_NEW = lazy(r"\bcuối (?:năm|kỳ|nhiệm kỳ|giai đoạn)|\bsau\b|hiện (?:nay|có)|năm nay|đến nay", re.IGNORECASE)
_DIFFERS = lazy(r"chênh lệch|so sánh|[+-]/[-+]|\btăng|\bgiảm", re.IGNORECASE)
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = lazy(r"[^\W\d_]+")
_YEAR_NAME = lazy(r"^(?:năm\s)?((?:19|20)\d\d)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its time as ``levels`` tell times, what it holds, and what is said of it besides its time."""

    at: int
    time: int | None
    plan: bool
    rate: bool
    change: bool
    thing: str


@dataclass(frozen=True)
class Retellable:
    """A table with named rows, and what is said around it."""

    rows: list[Row]
    columns: tuple[Column, ...]
    caption: str
    start: int
    end: int
    about: frozenset[int]
    """The years that its heads, its caption and the title of the report name."""

    @cached_property
    def names(self) -> dict[str, int]:
        """The rows by their names, those that several rows bear left out."""
        found: dict[str, list[int]] = {}
        for at, row in enumerate(self.rows[1:], 1):
            if len(name := row_name(row)) > 2:
                found.setdefault(name, []).append(at)
        return {name: rows[0] for name, rows in found.items() if len(rows) == 1}

    @cached_property
    def years(self) -> dict[int, int]:
        """The rows that are named by a year."""
        told = {
            at: _YEAR_NAME.match(next(iter(sorted(r.items())))[1].text.strip())
            for at, r in enumerate(self.rows)
            if at and r
        }
        return {int(m[1]): at for at, m in told.items() if m}

    @cached_property
    def total(self) -> int:
        """The one row that sums up the others, by its name or by all its amounts, 0 without."""
        for name in (TOTAL, _WHOLE):
            found = [at for at, row in enumerate(self.rows) if at and name.match(label_of(row))]
            if found:
                return found[0] if len(found) == 1 else 0
        return next((at for at in (1, len(self.rows) - 1) if self._sums_up(at)), 0)

    def _sums_up(self, at: int) -> bool:
        """Whether every amount of a row is the sum of all the others below each other."""
        sums = 0
        for column in self.amounts:
            whole = self.cell(at, column.at)
            unit = self.unit(at, column.at)
            parts = [
                c.value
                for row in range(1, len(self.rows))
                if row != at and (c := self.cell(row, column.at)) and self.unit(row, column.at) == unit
            ]
            if whole is None or len(parts) < 2 or sum(p for p in parts if p is not None) != whole.value:
                return False
            sums += 1
        return sums > 0

    @cached_property
    def heads(self) -> dict[str, Column]:
        """The columns by what stands right above them, those that share it left out."""
        found: dict[str, list[Column]] = {}
        for column in self.columns:
            name = _REST.sub("", _TAIL.sub("", _LEAD.sub("", self.rows[0][column.at].own.lower().strip()))).strip()
            if len(name.split()) > 1:
                found.setdefault(name, []).append(column)
        return {name: columns[0] for name, columns in found.items() if len(columns) == 1}

    @cached_property
    def words(self) -> frozenset[str]:
        """The syllables of its caption and heads that say something."""
        return (
            frozenset(_WORD.findall(" ".join([self.caption, *(h.text for h in self.rows[0].values())]).lower())) - EMPTY
        )

    def latest(self) -> tuple[Column, ...]:
        """The amounts that tell how things are: those of the last time, or of all times together."""
        found = [c for c in self.amounts if not c.plan]
        whole = [c for c in found if TOTAL.match(self.rows[0][c.at].own)]
        last = max((c.time for c in found if c.time is not None), default=None)
        return tuple(whole if len(whole) == 1 else [c for c in found if c.time == last] if last is not None else found)

    @property
    def amounts(self) -> Iterator[Column]:
        """The columns of figures of things."""
        return (c for c in self.columns if not (c.rate or c.change))

    def cell(self, row: int, column: int) -> Cell | None:
        """A cell with a value."""
        found = self.rows[row].get(column)
        return found if found is not None and found.value is not None else None

    def rates(self, row: int) -> Iterator[tuple[Cell, Cell]]:
        """Two rates of a row that tell one thing at two times, the earlier first."""
        found = [c for c in self.columns if c.rate and not c.change and c.time is not None]
        for early in found:
            for late in found:
                a, b = self.rows[row].get(early.at), self.rows[row].get(late.at)
                if a and b and (early.time or 0) < (late.time or 0) and early.thing == late.thing:
                    yield a, b

    def unit(self, row: int, column: int) -> Unit | None:
        """What a cell is measured in, as far as head, row or caption tell."""
        head = self.rows[0].get(column)
        for level in reversed(head.levels or (head.text,)) if head else ():
            if said := _BRACKET.search(level):
                return unit_of(said[1])
        measures = next((c for c, h in self.rows[0].items() if _UNITS.match(h.text.strip())), None)
        if measures is not None and measures in self.rows[row]:
            return unit_of(self.rows[row][measures].text)
        told = _MEASURED_IN.search(self.caption)
        return unit_of(told["unit"]) if told else None

    def holding(self, text: str) -> list[int]:
        """The rows in which a figure stands as it is written, once for every cell."""
        return [
            at
            for at in range(1, len(self.rows))
            for column in self.columns
            if (cell := self.rows[at].get(column.at)) is not None and cell.text == text
        ]

    def values(self, row: int, unit: Unit | None) -> Iterator[tuple[Column, Decimal]]:
        """The amounts of a row in a unit of the text; what is measured in something else is left out."""
        for column in self.amounts:
            cell = self.cell(row, column.at)
            value = scaled(cell.value, self.unit(row, column.at), unit) if cell and cell.value is not None else None
            if value is not None:
                yield column, value


def row_name(row: Row) -> str:
    """How a text would name a row."""
    return _TAIL.sub("", _LEAD.sub("", label_of(row).lower().strip())).strip(" .:")


def retellable(context: Context) -> dict[int, list[Retellable]]:
    """The tables of a draft by the section they stand in."""
    found: dict[int, list[Retellable]] = {}
    for rows in context.tables:
        if len(rows) < 3 or len(rows) > MOST_ROWS or not rows[0] or len(rows[0]) > MOST_COLUMNS:
            continue
        columns = tuple(_columns(rows))
        if columns:
            start = min(c.start for c in rows[0].values())
            end = max(c.end for c in rows[-1].values())
            caption = _caption(context, start)
            found.setdefault(context.heading_at(start), []).append(
                Retellable(rows, columns, caption, start, end, _years(context, caption, rows[0]))
            )
    return found


def near(context: Context, tables: Mapping[int, list[Retellable]], section: int) -> list[Retellable]:
    """The tables of a section, of those below it, of the one that it is a part of, and of the other parts of that one."""
    if section < 0:
        return tables.get(section, [])
    sections = context.outline.sections
    above = sections[section].parent
    around = {section, *sections[section].children}
    if above is not None and sections[above].level > 1:
        around |= {above, *sections[above].children}
    return [table for index in sorted(around) for table in tables.get(index, ())]


def nearest(tables: list[Retellable], at: int) -> list[Retellable]:
    """Of more tables than a sentence is held against those that stand nearest to a place, in their order."""
    if len(tables) <= MOST_TABLES:
        return tables
    return sorted(nsmallest(MOST_TABLES, tables, key=lambda t: abs(t.start - at)), key=lambda t: t.start)


def _caption(context: Context, start: int) -> str:
    """The lines right before a table that are no sentences."""
    lines = context.spelled.text[max(0, start - CAPTION) : start].rstrip(" |\n\t").split("\n")[-LINES:]
    short = list(
        takewhile(lambda line: len(line) <= LONGEST and not line.rstrip().endswith((".", ";")), reversed(lines))
    )
    return "\n".join(reversed(short))


def _years(context: Context, caption: str, heads: Row) -> frozenset[int]:
    said = " ".join([caption, context.outline.metadata.subject or "", *(h.text for h in heads.values())])
    return frozenset(int(y) for y in _YEAR.findall(said))


def _columns(rows: list[Row]) -> Iterator[Column]:
    for at, head in sorted(rows[0].items()):
        if at == min(rows[0]) or _ORDINAL.match(head.own.strip()) or counts_nothing(head):
            continue
        if not any(row[at].value is not None for row in rows[1:] if at in row):
            continue
        rate = is_rate(head) or any(row[at].text.endswith("%") for row in rows[1:] if at in row)
        yield Column(
            at,
            _time(head.text),
            _PLAN.search(head.text) is not None,
            rate,
            is_change(head) or _DIFFERS.search(head.own) is not None,
            _thing(head),
        )


def _time(head: str) -> int | None:
    years = {int(y) for y in _YEAR.findall(head)}
    if len(years) == 1:
        return years.pop() - (_START.search(head) is not None)  # a year begins as the last one ended
    if years:
        return None
    return EARLY if _OLD.search(head) else LATE if _NEW.search(head) else None


def _thing(head: Cell) -> str:
    """What a head says besides times and plans: columns that say the same tell one thing at several times."""
    said = _NEW.sub(" ", _OLD.sub(" ", _YEAR.sub(" ", head.text.replace(JOINT, " ").lower())))
    words = _WORD.findall(said)
    return " ".join(w for w in words if w not in _IDLE)


_IDLE = frozenset({"năm", "cuối", "đầu", "thực", "hiện", "tháng", "ước", "đến", "ngày", "hết", "kết", "quả", "số", "lượng", "học", "tại", "thời", "điểm"})  # fmt: skip
