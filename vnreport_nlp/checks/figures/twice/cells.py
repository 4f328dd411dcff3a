"""F204 by cells: a sentence that names a row and a column of a table, or goes from one time's cell to the next one's, with a slip in a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....expressions import lazy
from ....gates import Gated
from ....model import Span
from ...context import Context
from ..reading.contents import is_change, is_rate
from ..reading.grid import TOTAL, Cell, Row, label_of
from ..reading.quantity import Quantity, times_of
from ..reading.slips import one_wrong, swapped
from ..reading.text import DIGITS, value_of
from ..reading.words import EMPTY, WORD

MOST_ROWS = 200
"""Larger tables are annexes."""
CAPTION = 200
"""Characters before a table in which its caption stands."""
_CHANGED = Gated(
    r"\b(?:tăng|giảm|vượt|thêm|hơn|kém|hụt|thiếu|mỗi|bình quân|trung bình|kế hoạch|chỉ tiêu|dự toán|dự kiến|phấn đấu|so với|cùng kỳ|còn lại|trong đó|trong số|một số|riêng|trước|ngoái|ban đầu|cũ|khoảng|gần|trên|dưới|lũy kế|ít nhất|tối thiểu|mới|chưa|không|khác)\b",
    re.IGNORECASE,
)
"""A figure of a change, a plan, a part, or one that is not exact: no cell is held against it."""
_COLUMN = lazy(r"^(?:stt|tt|số tt|ghi chú|năm|đvt|đơn vị tính)$", re.IGNORECASE)
_FROM_TO = lazy(
    rf"\btừ (?P<a>{DIGITS})(?P<u>(?:\s[^\W\d_]+){{0,3}}?)\s(?:lên|xuống(?: còn)?|còn|đến)\s(?P<b>{DIGITS})(?!\s?%|[\w/]|[.,]\d)\s(?P<noun>[^\W\d_]+(?:\s[^\W\d_]+){{0,2}})\s*(?=[,.;)]|$)",
    re.IGNORECASE,
)
_AHEAD = lazy(
    r"phấn đấu|dự kiến|kế hoạch|mục tiêu|chỉ tiêu|dự toán|\bsẽ\b|tháng|quý|tới\b|(?:năm|năm học|kỳ|nhiệm kỳ|khóa) trước|ngoái|cùng kỳ",
    re.IGNORECASE,
)
"""Where such words stand, a figure may be of a time that no column tells."""
_IDLE = frozenset({"sl", "tl", "trong", "đó", "số", "lượng", "đvt", "tính", "đơn", "vị"})
_CLASSED = frozenset({"xếp", "loại", "hạng", "mức", "đạt", "được"})
"""Words that only lead to the name of a class."""
_YEAR = lazy(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: what all its heads and its lowest one say, in syllables, and its times."""

    at: int
    words: frozenset[str]
    own: frozenset[str]
    times: frozenset[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with named rows, and what is said around it."""

    rows: list[Row]
    names: dict[str, Row]
    columns: tuple[Column, ...]
    around: str
    values: frozenset[str]


def cells_told(context: Context, told: list[Quantity]) -> Iterator[tuple[tuple[str, Span], tuple[str, Span]]]:
    """(text, span) of a figure of the text and of the cell that it tells of, where a slip makes two values of them."""
    tables = [t for rows in context.tables if (t := _table(context, rows))]
    sentences = {q.at: q.sentence for q in told} if tables else {}
    named = {at: [(t, row) for t in tables if (row := _row(t, said))] for at, said in sentences.items()}
    for at, said in sentences.items():
        for table, row in named[at]:
            yield from _moved(table, row, said, at)
    for q in told if tables else ():
        found = [cell for table, row in named[q.at] if (cell := _cell(table, row, q))]
        if len(found) == 1:
            yield (q.text, q.span), (found[0].text, Span(found[0].start, found[0].end))


def _table(context: Context, rows: list[Row]) -> Table | None:
    """What a table says, when its rows have names of their own and its heads say what is counted."""
    heads = rows[0]
    named: dict[str, list[Row]] = {}
    for row in rows[1:]:
        name = label_of(row).lower().strip(" .:")
        if _tells(name) and not TOTAL.match(name):
            named.setdefault(name, []).append(row)
    columns = tuple(
        Column(c, _words(head.text), _own(head), times_of(head.text))
        for c, head in sorted(heads.items())
        if c > min(heads)
        and not (_COLUMN.match(head.own) or is_rate(head))
        and any(r[c].value is not None for r in rows[1:] if c in r)
    )
    start = min((c.start for c in heads.values()), default=0)
    caption = context.spelled.text[max(0, start - CAPTION) : start].rstrip(" |\n\t").rpartition("\n")[2]
    values = frozenset(c.text for row in rows[1:] for c in row.values())
    names = {name: same[0] for name, same in named.items() if len(same) == 1}
    around = " ".join([caption, *(h.text for h in heads.values())]).lower()
    return Table(rows, names, columns, around, values) if 1 < len(names) < MOST_ROWS and columns else None


def _tells(name: str) -> bool:
    """Whether the name of a row is no common word: two syllables or more."""
    return len(name.split()) >= 2 and name[:1].isalpha()


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(_YEAR.sub(" ", text).lower())) - EMPTY - _IDLE


def _own(head: Cell) -> frozenset[str]:
    """What the lowest of a column's heads says that says more than a year."""
    return next((w for level in reversed(head.levels or (head.text,)) if (w := _words(level))), frozenset())


def _row(table: Table, sentence: str) -> Row | None:
    """The one row that a sentence names."""
    low = sentence.lower()
    here = [n for n in table.names if n in low and _apart(low, n)]
    here = [n for n in here if not any(n != o and n in o for o in here)]
    return table.names[here[0]] if len(here) == 1 else None


def _apart(text: str, name: str) -> bool:
    """Whether a name stands in a text as words of their own."""
    at = text.find(name)
    end = at + len(name)
    return at >= 0 and not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())


def _cell(table: Table, row: Row, q: Quantity) -> Cell | None:
    """The cell of a row that a figure tells of by its column's words, when the two differ by a slip."""
    near = f"{q.left.split(',')[-1]} | {q.right}"
    noun = q.unit.lower()
    if q.unit == "%" or q.text in table.values or noun not in table.around:
        return None
    if _CHANGED.search(near) or _AHEAD.search(q.sentence):
        return None
    counted, right = _words(noun), _words(f"{noun} {q.right}")
    fits = [c for c in table.columns if c.own and c.own <= right]
    fits = [c for c in fits if c.own - counted] or fits
    fits = [c for c in fits if not any(c.own < o.own for o in fits)]
    fits = fits if len(fits) == 1 else [c for c in fits if c.words <= _words(q.sentence) and _timed(table, c, q)]
    if q.names and not all(n.lower() in label_of(row).lower() for n in q.names):
        return None
    extra = right - counted - _words(label_of(row)) - _CLASSED
    if len(fits) != 1 or extra - fits[0].words or not _timed(table, fits[0], q):
        return None
    cell = row.get(fits[0].at)
    head = table.rows[0][fits[0].at]
    if cell is None or cell.value is None or is_change(head) or _CHANGED.search(head.text):
        return None
    return cell if _slip(q.text, cell.text) and cell.text not in re.findall(DIGITS, q.sentence) else None


def _timed(table: Table, column: Column, q: Quantity) -> bool:
    """Whether a figure may be of a column's time: both named alike, or no other time told of either."""
    if column.times:
        return q.times == column.times
    around = times_of(table.around)
    return not q.times or q.times == around


def _slip(a: str, b: str) -> bool:
    """Whether a slip of the hand makes one figure of the other."""
    x, y = value_of(a), value_of(b)
    short = min(len(re.sub(r"\D", "", t)) for t in (a, b))
    return swapped(x, y) or (short > 2 and one_wrong(x, y))


def _moved(table: Table, row: Row, sentence: str, at: int) -> Iterator[tuple[tuple[str, Span], tuple[str, Span]]]:
    """``từ 12 lên 16`` where the row's two cells of one head are 12 and 15."""
    for m in () if _AHEAD.search(sentence) else _FROM_TO.finditer(sentence):
        ends = [(row[a.at], row[b.at]) for a, b in _pairs(table, row, sentence) if _words(m["noun"]) <= a.words]
        for key, own, other, kept in (("b", 1, "a", 0), ("a", 0, "b", 1)):
            found = [e[own] for e in ends if e[kept].text == m[other]]
            if len(found) == 1 and not {m["a"], m["b"]} <= {c.text for c in row.values()} and found[0].text != m[other]:
                spot = Span(at + m.start(key), at + m.end(key))
                yield (m[key], spot), (found[0].text, Span(found[0].start, found[0].end))


def _pairs(table: Table, row: Row, sentence: str) -> Iterator[tuple[Column, Column]]:
    """Columns that follow each other and tell one thing at two times, where the sentence names no third time."""
    times = times_of(sentence)
    for a, b in zip(table.columns, table.columns[1:], strict=False):
        both = [row[c.at].value for c in (a, b) if c.at in row]
        if len(both) == 2 and None not in both and _two_times(table.rows[0], a, b) and times <= a.times | b.times:
            yield a, b


def _two_times(heads: Row, a: Column, b: Column) -> bool:
    """Whether two columns tell one thing at two times, the earlier first."""
    one = heads[a.at].shared == heads[b.at].shared and a.words == b.words
    return one and len(a.times) == len(b.times) == 1 and min(a.times) < min(b.times)
