"""F203 and F204 of a text that retells a table: a growth, a share, a value that the row it names does not give.

The text names a row, or tells a value of it; what it goes on to say (``tăng 8,8%``, ``chiếm 26,6%``, ``bằng 107,2% so với năm 2023``)
is held against what the row gives. A percentage is wrong when nothing in the table gives it and either the words leave one reading
alone or a slip of the hand makes it of what the table gives; a value when it is a slip of a cell, or another time's cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ....expressions import lazy
from ....model import Finding, Span
from ...context import NO_PROSE, Context
from ..reading.grid import Cell
from ..reading.levels import Level, levels
from ..reading.text import FIGURE, sentences, shown, value_of
from ..reading.told import retold_share, shown_like, two_told, wrong_change
from ..reading.units_of import Unit, unit_of
from .reckoned import Claim, Given, allowed, amount_claim, claim_of, given, goes_otherwise, holds, slipped
from .retellable import Retellable, near, nearest, retellable, row_name
from .retold_cells import Named, Owned, figures_in, named_rows, owners
from .retold_values import meant_cell, other_row, other_time, other_unit, slip_of

_CLAIM = lazy(
    r"(?P<unit>\s?[^,;:().\d]{0,40}?)(?:^|[,(]\s?|\s)(?:và |tương ứng |tương đương |đồng thời |chỉ |đã |tiếp tục |vẫn |mới |cũng |tỷ lệ )*(?P<verb>tăng|giảm|vượt|chiếm|bằng|đạt)(?P<more>(?:\s(?:thêm|được|đến|tới|tỷ lệ|khoảng|gần|hơn|trên|mạnh|nhẹ|lần lượt|tương ứng))*)\s",
    re.IGNORECASE,
)
"""What may stand between a figure, or a row's name, and a percentage that is said of it."""
_OPEN = lazy(r"\s?[^,;:.\d()]{0,40}\(\s?")
"""A bracket right behind a figure: its share."""
_ELSE = lazy(
    r"trừ|không (?:kể|gồm|bao gồm|tính)|\briêng\b|\bnếu\b|trong (?:đó|số)|bình quân|trung bình|\bmỗi\b|hằng năm|hàng năm|giai đoạn|\bgiá (?:so sánh|hiện hành|cố định)|phấn đấu|dự kiến|mục tiêu|\btừ\b|lũy kế|một số|tháng|quý",
    re.IGNORECASE,
)
"""With such words before it a figure may be of something that no cell tells."""
SURE = 2
"""A change of so many digits has hardly the size of another one by chance."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, where it begins, and the tables of its section."""

    text: str
    at: int
    tables: Sequence[Retellable]


def retold(context: Context) -> Iterator[Finding]:
    """Findings of sentences against the tables of their own sections."""
    tables = retellable(context)
    for p in context.spelled.paragraphs if tables else ():
        text = context.spelled.text[p.start : p.end]
        if p.story in NO_PROSE or not FIGURE.search(text):
            continue
        around = nearest(near(context, tables, context.heading_at(p.start)), p.start)
        for start, end in sentences(text) if around else ():
            if FIGURE.search(text, start, end):
                yield from _sentence(context, Passage(text[start:end], p.start + start, around))


def _sentence(context: Context, passage: Passage) -> Iterator[Finding]:
    """Each figure in turn: a value is looked for in the tables, a percentage held against the value told last."""
    sentence, named = passage.text, named_rows(passage.tables, passage.text)
    held: list[Owned] = []
    seen: list[Owned] = []
    last = 0
    for figure in levels(sentence):
        if figure.unit == "%" or figure.way:
            began = _last_name(passage, named, last, figure)
            held = began or held
            if figure.unit.startswith("điểm"):
                yield from _points(context, passage, figure)
            claim = _claim(sentence, held[0].end if began else last, figure) if held else None
            if claim is not None and not _of_else(sentence, held[0], figure):
                yield from _judged(context, passage, held, claim)
        else:
            held = owners(passage.tables, named, sentence, figure, last)
            yield from _values(context, passage, held, seen)
            seen += held if len(held) == 1 else []
        last = _unit_end(sentence, figure)


def _of_else(sentence: str, owned: Owned, figure: Level) -> bool:
    """Whether words before a percentage, those of its row's name left aside, make it one of something that no cell tells."""
    said = sentence[owned.start : figure.start].lower()
    return _ELSE.search(said.replace(row_name(owned.table.rows[owned.row]), " ", 1)) is not None


def _unit_end(sentence: str, figure: Level) -> int:
    return figure.end + (1 if sentence[figure.end : figure.end + 1] == ")" else 0)


def _last_name(passage: Passage, named: Sequence[Named], last: int, figure: Level) -> list[Owned]:
    """The row that is named right before a percentage, with no figure between."""
    found = [n for n in named if last <= n.start and n.end <= figure.start]
    if not found:
        return []
    end = max(n.end for n in found)
    return [Owned(n.table, n.row, (), True, n.start, n.end) for n in found if n.end == end]


def _claim(sentence: str, since: int, figure: Level) -> Claim | None:
    """What a percentage claims, when it is said right of what stands before it."""
    between = sentence[since : figure.start]
    after = sentence[figure.end : figure.end + 60]
    m = _CLAIM.fullmatch(between)
    if figure.unit != "%":
        return amount_claim(figure, after) if m is not None and "điểm" not in figure.unit else None
    if m is not None:
        return claim_of(figure, m["verb"].lower(), after)
    return claim_of(figure, "chiếm", "") if _OPEN.fullmatch(between) and after.startswith(")") else None


def _judged(context: Context, passage: Passage, held: Sequence[Owned], claim: Claim) -> Iterator[Finding]:
    """The percentage that no reading of its table gives, and that was surely meant for one of them."""
    wrong: list[tuple[Owned, Given]] = []
    for owned in held:
        if claim.kind == "way" or owned.figure is None:
            turned = _turned(passage, owned, claim)
            if turned is not None:
                span = Span(passage.at + owned.start, passage.at + claim.level.end)
                yield wrong_change(context, "F203", span, f"{claim.level.way} {_as_way(turned)}")
                return
            if claim.kind == "way":
                return
        if owned.figure is not None and not owned.columns:
            return  # a figure that the table does not hold is of something else
        if claim.kind == "more" and (owned.figure is None or owned.figure.unit != claim.level.unit):
            return
        columns = owned.columns or owned.table.latest()
        found = given(owned, claim, columns)
        if any(holds(claim, g.value) for g in found):
            if owned.figure is not None and len(found) == 1 and goes_otherwise(claim, found[0]):
                span = Span(passage.at + owned.start, passage.at + claim.level.end)
                yield wrong_change(context, "F203", span, f"{claim.level.way} {found[0].worked.rstrip(':')}")
            return
        if (meant := meant_cell(passage.text, owned, claim)) is not None:
            yield _two(context, passage, owned, meant)
            return
        if allowed(owned.table, owned.row, claim):
            return
        wrong += [(owned, g) for g in found if _told(owned, claim, found, g)][:1]
    if len(wrong) == 1:
        owned, true = wrong[0]
        span = Span(passage.at + owned.start, passage.at + claim.level.end)
        if claim.kind == "more":
            arithmetic = f"{true.worked} {shown(true.value)} ≠ {claim.level.text}"
            yield wrong_change(context, "F201", span, arithmetic)
            return
        printed = f"{claim.level.text}%"
        yield retold_share(context, span, f"{true.worked} {shown_like(abs(true.value), printed)}% ≠ {printed}")


def _turned(passage: Passage, owned: Owned, claim: Claim) -> Given | None:
    """The only change of a row that has the size which the text tells right behind the row's name, and goes the other way."""
    if claim.level.soft or len(claim.level.text.strip("0,")) < SURE:
        return None
    own = replace(owned, unit=unit_of(passage.text, claim.level.end)) if claim.kind != "grow" else owned
    found = [g for g in given(own, claim, owned.table.latest()) if holds(claim, g.value)]
    return found[0] if len(found) == 1 and goes_otherwise(claim, found[0]) else None


def _as_way(given: Given) -> str:
    """The two figures of a change, the earlier first."""
    return " → ".join(reversed(given.worked.rstrip(" :=").split(" - ")))


def _points(context: Context, passage: Passage, figure: Level) -> Iterator[Finding]:
    """Points between two percentages of one row that the sentence tells both (``8,17% … 6,41%, giảm 1,76 điểm phần trăm``)."""
    told = figures_in(passage.text[: figure.start])
    found = {
        (a.text, b.text)
        for table in passage.tables
        for row in range(1, len(table.rows))
        for a, b in table.rates(row)
        if {a.text.rstrip("% "), b.text.rstrip("% ")} <= told
    }
    if len(found) != 1:
        return
    a, b = (text.rstrip("% ") for text in found.pop())
    true = abs(value_of(a) - value_of(b))
    if abs(true - figure.value) > Decimal(1).scaleb(-len(figure.text.partition(",")[2])):
        span = Span(passage.at + figure.start, passage.at + figure.end)
        yield wrong_change(context, "F203", span, f"{a}% → {b}%: {shown(true)} điểm phần trăm ≠ {figure.text}")


def _told(owned: Owned, claim: Claim, found: Sequence[Given], true: Given) -> bool:
    """Whether a percentage was surely meant for a true one: no other reading is left, or a slip made it."""
    if len(found) == 1 and owned.figure is not None and not claim.level.soft:
        alone = claim.against == "none" and claim.kind == "grow" and not any(c.plan for c in owned.table.columns)
        if claim.against in ("year", "before", "start") or alone:
            return True
    return slipped(claim.level.text, true.value, sure=len(found) == 1)


def _values(context: Context, passage: Passage, held: Sequence[Owned], earlier: Sequence[Owned]) -> Iterator[Finding]:
    """A value that is a slip of the cell that is named, or a cell of another time."""
    if len(held) != 1:
        return
    owned = held[0]
    if owned.columns:
        meant = other_time(passage.text, owned, earlier)
    else:
        meant = slip_of(passage.text, passage.tables, owned) or other_row(passage.text, owned)
    if meant is not None:
        yield _two(context, passage, owned, meant)
    elif not owned.columns and (other := other_unit(passage.text, owned)) is not None:
        yield _two(context, passage, owned, other[0], unit=other[1])


def _two(context: Context, passage: Passage, owned: Owned, cell: Cell, *, unit: Unit | None = None) -> Finding:
    """A figure of the text and the cell that it should tell, with their units where these differ."""
    assert owned.figure is not None and owned.unit is not None
    spot = Span(passage.at + owned.figure.start, passage.at + owned.figure.end)
    told, held = passage.text[owned.figure.start : owned.figure.end], cell.text
    unit = unit or owned.table.unit(
        owned.row, next((c for c, at in owned.table.rows[owned.row].items() if at is cell), 0)
    )
    if unit is not None and unit != owned.unit:
        told, held = f"{told} {owned.unit.name}", f"{held} {unit.name}"
    return two_told(context, "retold", (told, spot), (held, Span(cell.start, cell.end)))
