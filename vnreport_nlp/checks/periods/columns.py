"""P402 of a column that gives each row's day: rows of another day than most have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...expressions import lazy
from ...gates import Gated
from ...model import Span
from ..context import NO_TEXT, Context
from .days import ENDS, day_of

_HEAD = lazy(
    r"\W*(?:(?:thời điểm|thời gian|ngày|mốc|kỳ)(?:\s(?:chốt|lấy|tính|cập nhật|thống kê|của))*(?:\s(?:các\s)?số liệu|(?<=chốt)|(?<=thống kê)|(?<=cập nhật))"
    r"|số liệu\s(?:tính\s|chốt\s|lấy\s|cập nhật\s)?(?:đến|tới|ngày)(?:\s(?:ngày|thời điểm|tháng|hết))*"
    r"|(?:tính|chốt|cập nhật|lấy)\s(?:số liệu\s)?(?:đến|tới)(?:\s(?:ngày|thời điểm|tháng|hết))*)\W*",
    re.IGNORECASE,
)
"""The heading of a column that says up to what day each row counts."""
_CELL = lazy(rf"\W*(?:(?:tính |chốt )?(?:đến|tới)\s)?(?:hết\s)?(?P<day>{ENDS})\W*", re.IGNORECASE)
_OWN = Gated(r"\bước\b|dự kiến|kế hoạch|so với|\briêng\b|năm học|\bvụ\b|cùng kỳ", re.IGNORECASE)
"""A row whose figures are none of the others' kind."""
HEADINGS = 2
"""The last row that may still be one of headings."""
LEAST_ROWS = 3
SAME_YEAR = 366
"""Days further apart are a look back."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row's day, where it stands, and the words of the row."""

    when: date
    span: Span
    words: str


def odd_rows(context: Context) -> Iterator[tuple[Row, Row]]:
    """(odd one, usual one) of each column of days in which more than half of the rows have one day."""
    for rows in _columns(context).values():
        usual, often = Counter(row.when for row in rows).most_common(1)[0] if rows else (None, 0)
        names = {row.words for row in rows}
        if usual is None or len(rows) < LEAST_ROWS or often * 2 <= len(rows) or len(names) < len(rows):
            continue
        first = next(row for row in rows if row.when == usual)
        yield from (
            (row, first) for row in rows if 0 < abs((row.when - usual).days) < SAME_YEAR and not _OWN.search(row.words)
        )


def _columns(context: Context) -> dict[tuple[int, int], list[Row]]:
    """The rows of each column whose heading says that it gives days of counting."""
    text, found = context.spelled.text, dict[tuple[int, int], list[Row]]()
    words: dict[tuple[int, int], str] = {}
    cells = [(p, p.cell) for p in context.spelled.paragraphs if p.cell is not None and p.story not in NO_TEXT]
    for p, (table, row, column) in cells:
        if row <= HEADINGS and _HEAD.fullmatch(text, p.start, p.end) and (table, column) not in found:
            found[table, column] = []
    if not found:
        return found
    for p, (table, row, column) in cells:
        if (table, column) not in found:
            words[table, row] = f"{words.get((table, row), '')} {text[p.start : p.end]}"
    for p, (table, row, column) in cells:
        m = _CELL.fullmatch(text, p.start, p.end) if (table, column) in found else None
        if m and (when := day_of(m["day"])) is not None:
            found[table, column].append(Row(when, p.span, _name(words.get((table, row), ""))))
    return found


def _name(words: str) -> str:
    """The words of a row without its figures: rows of one thing at several times have the same."""
    return " ".join(re.sub(r"[\d.,%/]+", " ", words).split())
