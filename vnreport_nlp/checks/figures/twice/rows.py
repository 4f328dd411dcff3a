"""F204 by names: a row of a table that the text tells of by the row's name and the column's heading, with another value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....expressions import lazy
from ....model import Span
from ...context import Context
from ..reading.grid import TOTAL, Row, label_of
from ..reading.quantity import Quantity, near, times_of
from ..reading.text import DIGITS
from ..reading.words import RESERVED
from .same import slip

NEAR = 1.3
"""Values of a named row further apart are of something else, unless one is a slip of the other."""
SLIPPED = 10
BEFORE = 160
"""A table's caption stands in so many characters before it."""
_UNIT = lazy(r"\s*\(([^()]*)\)\s*$")
_LEAD = lazy(r"^(?:[-+*•]\s*|\d+[.)]\s*)?(?:(?:tổng\s)?số(?:\slượng)?\s)?", re.IGNORECASE)
_KIND = lazy(
    r"^(?:dự án|công trình|xã|phường|thị trấn|thôn|bản|đảng bộ|chi bộ|cụm công nghiệp|trường|hợp tác xã|đơn vị)\s+",
    re.IGNORECASE,
)
_PLAIN = lazy(
    r"(?:\s*(?:là|đạt|có|với|khoảng này|theo quyết định|được|của|dự án|công trình|cụm công nghiệp|xã|phường|thị trấn|đảng bộ|hiện|nay|tổng số|số))*\s*",
    re.IGNORECASE,
)
_CUT = lazy(r"[,;:()]|\.(?!\d)|\s(?:và|nên|do|để|nhờ|với|tăng|giảm|chiếm|nhiều|trong đó|của)\b")
_NUMBER = lazy(rf"(?:{DIGITS})")
_SKIPPED = lazy(
    r"^(?:stt|tt|ghi chú|năm|thời gian|địa chỉ|đơn vị tính|đvt|tỷ lệ.*|%|kế hoạch.*|dự toán.*|chỉ tiêu.*|giá trị|số lượng|kết quả)$",
    re.IGNORECASE,
)
_CHANGED = lazy(
    r"điều chỉnh|ban đầu|giải ngân|thanh toán|lũy kế|dự kiến|còn lại|cùng kỳ|kế hoạch|trước đây|sau khi|từ \d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Held:
    """A cell with the name of its row and the heading of its column, both in lower case."""

    row: str
    head: str
    unit: str
    text: str
    times: frozenset[str]
    span: Span


def rows_told(context: Context, told: list[Quantity]) -> Iterator[tuple[Quantity, Held]]:
    """Pairs (statement, cell) of one thing with two values, where no statement gives the cell's own value."""
    tables = context.tables
    named = [h for rows in tables for h in _held(context, rows)]
    by_row: dict[str, list[Held]] = {}
    for held in named:
        by_row.setdefault(held.row, []).append(held)
    seen: dict[int, str] = {}
    for q in told if named else ():
        if q.at not in seen:
            seen[q.at] = _row_of(q.sentence.lower(), list(by_row))
        if not seen[q.at] or RESERVED.search(q.left):
            continue
        told_of = [h for h in by_row[seen[q.at]] if _tells(q, h)]
        if len(told_of) == 1 and q.text != told_of[0].text and not _elsewhere(q, by_row[told_of[0].row]):
            yield q, told_of[0]


def _row_of(sentence: str, rows: list[str]) -> str:
    """The one row that a sentence names, empty when it names none or several, or tells of changes."""
    here = [r for r in rows if r in sentence]
    here = [r for r in here if not any(r != o and r in o for o in here)]
    return here[0] if len(here) == 1 and not _CHANGED.search(sentence) else ""


def _elsewhere(q: Quantity, row: list[Held]) -> bool:
    """Whether another column of the row gives the value: the statement tells of that one."""
    return any(h.text == q.text for h in row)


def _held(context: Context, rows: list[Row]) -> Iterator[Held]:
    """The cells of a table whose rows bear names and whose headings say what is counted."""
    first = min((c for c, cell in rows[0].items() if not _SKIPPED.match(cell.text.strip())), default=None)
    if first is None:
        return
    start = min(c.start for c in rows[0].values())
    caption = context.spelled.text[max(0, start - BEFORE) : start].rstrip(" |\n\t").rpartition("\n")[2]
    around = times_of(f"{caption} {rows[0][first].text}")
    for column, cell in rows[0].items():
        head = cell.text.strip()
        if column == first or _SKIPPED.match(head) or RESERVED.search(head):
            continue
        unit = _UNIT.search(head)
        plain = _LEAD.sub("", _UNIT.sub("", head), count=1).lower()
        for row in rows[1:]:
            name, value = label_of(row), row.get(column)
            if value is None or TOTAL.match(name) or not _NUMBER.fullmatch(value.text) or not _proper(name):
                continue
            times = times_of(head) or around
            yield Held(
                _KIND.sub("", name.lower()).strip(),
                plain,
                unit[1].lower() if unit else "",
                value.text,
                times,
                Span(value.start, value.end),
            )


def _proper(name: str) -> bool:
    """Whether a row is named by a proper name of two words or more."""
    words = name.split()
    return len(words) >= 2 and sum(w[:1].isupper() for w in words[1:]) >= 1 and not any(w.isdigit() for w in words)


def _tells(q: Quantity, held: Held) -> bool:
    """Whether a number is the one that a cell gives: the heading beside it, its row named in the same clause, times alike."""
    at = q.span.start - q.at
    before, after = q.sentence[:at].lower(), q.sentence[at + len(q.text) :].lower().lstrip()
    left = re.split(r"[;:]|\.\s", before)[-1]
    if q.times != held.times and (q.times or held.times):
        return False
    if not near(q.text, held.text, SLIPPED if slip(q.digits, held.text.replace(".", "")) else NEAR):
        return False
    if held.unit and not after.startswith(held.unit):  # "318 tỷ đồng" below "(tỷ đồng)"
        return False
    if held.unit and (spot := left.rfind(held.head)) >= 0:
        gap = left[spot + len(held.head) :].replace(held.row, " ")
        return _PLAIN.fullmatch(gap) is not None and held.row in left
    counted = _CUT.split(after, maxsplit=1)[0].strip(" .")
    return not held.unit and counted == held.head and _follows(left, held.row)


def _follows(left: str, row: str) -> bool:
    """Whether the number comes right behind the row's name, or no other number and comma comes between."""
    gap = left[left.rfind(row) + len(row) :] if row in left else None
    return gap is not None and _PLAIN.fullmatch(gap) is not None
