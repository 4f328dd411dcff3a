"""What a table gives for a percentage that the text tells of one of its rows: growth, share, per cent of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ....expressions import lazy
from ..reading.levels import EARLY, LATE, Level
from ..reading.slips import one_wrong, swapped
from ..reading.text import off, value_of
from ..reading.units_of import scaled
from .retellable import Column, Retellable
from .retold_cells import Owned, same_value

HUNDRED = Decimal(100)
_COUNTED = lazy(r"^(?:\s(?!so\b)[^\W\d_]+){0,4}?(?=\s+so\b)", re.IGNORECASE)
_PLAN = lazy(
    r"\s*(?:so với\s|so\s)?(?:\S+\s){0,2}?(?:kế hoạch|dự toán|chỉ tiêu|KH\b|NQ\b|nghị quyết|mục tiêu)", re.IGNORECASE
)
_YEAR = lazy(
    r"\s*(?:so với|so|của)?\s?(?:cả |cuối |thực hiện |vụ )?(?:năm|năm học)?\s?((?:19|20)\d\d)\b", re.IGNORECASE
)
_BEFORE = lazy(
    r"\s*(?:so với|so)\s(?:với\s)?(?:cùng kỳ|đầu năm|(?:\S+\s){0,2}?năm (?:học )?(?:trước|ngoái))", re.IGNORECASE
)
_START = lazy(r"\s*(?:so với|so)\s(?:với\s)?(?:(?:nhiệm )?kỳ trước|(?:đầu|trước) \S+)", re.IGNORECASE)
_COMPARED = lazy(r"\s*(?:so|điểm|mỗi|bình quân|trong|của|ở|tại|theo|vào|kể)\b", re.IGNORECASE)
_SHARE = lazy(r"tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|cơ cấu|chiếm|^%$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """What a table gives, from which figures it is reckoned, and of which column it is."""

    value: Decimal
    worked: str
    column: Column


@dataclass(frozen=True, slots=True)
class Claim:
    """A percentage and what is said of it: ``grow``, ``over``, ``share`` or ``ratio``, and what it is compared with; ``more`` of an amount, ``way`` of one compared with nothing."""

    level: Level
    kind: str
    against: str
    year: int = 0


def claim_of(level: Level, verb: str, after: str) -> Claim | None:
    """What a percentage claims by the verb before it and the words behind it; None where a table cannot tell."""
    against, year = _against(after)
    if verb in ("tăng", "giảm"):
        return None if against in ("plan", "other") else Claim(level, "grow", against, year)
    if verb == "vượt":
        return Claim(level, "over", against, year) if against == "plan" else None
    if verb == "chiếm":
        return Claim(level, "share", against)
    return Claim(level, "rate" if against == "none" else "ratio", against, year) if against != "other" else None


def amount_claim(level: Level, after: str) -> Claim | None:
    """What an amount of change claims (``tăng 12 đảng viên so với năm 2023``); None where it is no plain rise or fall."""
    against, year = _against(_COUNTED.sub("", after, count=1))
    if level.way not in ("tăng", "giảm") or against in ("plan", "other"):
        return None
    return Claim(level, "way" if against == "none" else "more", against, year)


def _against(after: str) -> tuple[str, int]:
    if _PLAN.match(after):
        return "plan", 0
    if m := _YEAR.match(after):
        return "year", int(m[1])
    if _BEFORE.match(after):
        return "before", 0
    if _START.match(after):
        return "start", 0
    return ("other" if _COMPARED.match(after) else "none"), 0


def given(owned: Owned, claim: Claim, columns: tuple[Column, ...]) -> list[Given]:
    """What the table gives for a claim where its figure is of one of these columns."""
    if claim.kind == "share":
        return list(_shares(owned.table, owned.row, columns))
    if claim.kind == "rate":
        return list(_rates(owned.table, owned.row))
    if claim.kind in ("more", "way"):
        return list(_differences(owned, claim, columns))
    found = [
        _grown(owned.table, owned.row, column, base, less=claim.kind != "ratio")
        for column in columns
        for base in _bases(owned.table, owned.row, column, claim)
    ]
    return [g for g in found if g is not None]


def _rates(table: Retellable, row: int) -> Iterator[Given]:
    """What a row's own columns of rates tell."""
    for column in table.columns:
        m = _RATE.match(table.rows[row][column.at].text) if column.rate and column.at in table.rows[row] else None
        if m is not None and not column.change:
            yield Given(value_of(m[1]), f"“{table.rows[0][column.at].text}”:", column)


def _differences(owned: Owned, claim: Claim, columns: tuple[Column, ...]) -> Iterator[Given]:
    """The differences of a row's figure and those of other times, in the unit of the text."""
    table = owned.table
    for column in columns:
        for row, base in _bases(table, owned.row, column, claim):
            now, then = table.cell(owned.row, column.at), table.cell(row, base)
            units = table.unit(owned.row, column.at), table.unit(row, base)
            if now is None or then is None or now.value is None or then.value is None or units[0] != units[1]:
                continue
            value = scaled(now.value - then.value, units[0], owned.unit)
            if value is not None:
                yield Given(value, f"{now.text} - {then.text} =", column)


def _bases(table: Retellable, row: int, column: Column, claim: Claim) -> Iterator[tuple[int, int]]:
    """The cells (row, column) that a claim may compare a cell with."""
    if claim.year and claim.year in table.years and row in table.years.values():
        yield table.years[claim.year], column.at
    for other in table.amounts:
        if other.at == column.at:
            continue
        if claim.against == "plan":
            if other.plan and not column.plan:
                yield row, other.at
        elif other.thing == column.thing and not (other.plan or column.plan) and _is_base(other, column, claim):
            yield row, other.at


def _is_base(base: Column, column: Column, claim: Claim) -> bool:
    """Whether a column is of the time that a claim compares with, or of an earlier one where it names none."""
    if claim.year:
        return base.time == claim.year
    if base.time is None or (column.time is None and base.time != EARLY):
        return False
    if claim.against == "start":
        return base.time == EARLY
    if claim.against == "before":
        return base.time in (EARLY, (column.time or LATE) - 1)
    return base.time < (column.time or LATE)


def _grown(table: Retellable, row: int, column: Column, base: tuple[int, int], *, less: bool) -> Given | None:
    now, then = table.cell(row, column.at), table.cell(*base)
    if now is None or then is None or now.value is None or not then.value:
        return None
    if table.unit(row, column.at) != table.unit(*base):
        return None
    value = HUNDRED * now.value / then.value - (HUNDRED if less else 0)
    return Given(value, f"{then.text} → {now.text}:" if less else f"{now.text}/{then.text} =", column)


def _shares(table: Retellable, row: int, columns: tuple[Column, ...]) -> Iterator[Given]:
    """The shares of a row in the total, and those that its own columns of shares tell."""
    for column in columns:
        part, whole = table.cell(row, column.at), table.cell(table.total, column.at) if table.total else None
        if part and whole and part.value is not None and whole.value and table.total != row:
            yield Given(HUNDRED * part.value / whole.value, f"{part.text}/{whole.text} =", column)


def allowed(table: Retellable, row: int, claim: Claim) -> bool:
    """Whether a row gives a percentage otherwise: in its own columns of rates, or of what stands beside, above or below."""
    percent = claim.level.text
    if claim.kind == "more":
        values = [c.value for c in table.rows[row].values() if c.value is not None]
        return any(claim.level.value == abs(v) for v in values) or any(
            claim.level.value == abs(a - b) for a in values for b in values
        )
    told = [value_of(m[1]) for c in table.rows[row].values() if (m := _PERCENT.match(c.text))]
    cells = {c.at: v for c in table.columns if (found := table.cell(row, c.at)) and (v := found.value) is not None}
    if any(not off(percent, abs(v)) for value in (*cells.values(), *told) for v in (value, value - HUNDRED)):
        return True
    return any(not off(percent, true) for true in _elsewhere(table, row, claim, cells))


def _elsewhere(table: Retellable, row: int, claim: Claim, cells: Mapping[int, Decimal]) -> Iterator[Decimal]:
    """Shares in any row of its column, or quotients with any other column of its row."""
    for at, value in cells.items():
        if claim.kind == "share":
            rows = (c.value for other in range(1, len(table.rows)) if (c := table.cell(other, at)) is not None)
            yield from (HUNDRED * value / base for base in rows if base and base != value)
        else:
            less = 0 if claim.kind == "ratio" else HUNDRED
            yield from (abs(HUNDRED * value / base - less) for base in cells.values() if base and base != value)


_RATE = lazy(r"(\d+(?:,\d+)?)\s?%?$")
_PERCENT = lazy(r"[-+–]?\s?(\d[\d.]*(?:,\d+)?)\s?%$")


def slipped(percent: str, true: Decimal, *, sure: bool) -> bool:
    """Whether a slip of the hand makes a percentage of what is true: two digits in changed places, one wrong only where ``sure``."""
    places = len(percent.partition(",")[2])
    told, meant = value_of(percent), round(abs(true), places)
    return swapped(told, meant) or (sure and one_wrong(told, meant))


def holds(claim: Claim, true: Decimal) -> bool:
    """Whether a claim tells a true value, which way it goes left aside."""
    if claim.kind in ("more", "way"):
        return same_value(claim.level, abs(true))
    if claim.level.soft:
        return abs(claim.level.value - abs(true)) <= max(Decimal(1), claim.level.value / 10)
    return not off(claim.level.text, abs(true))


def goes_otherwise(claim: Claim, true: Given) -> bool:
    """Whether a claim tells a rise of what fell, or a fall of what rose."""
    return claim.kind in ("grow", "more", "way") and (claim.level.way, true.value > 0) in (
        ("tăng", False),
        ("giảm", True),
    )
