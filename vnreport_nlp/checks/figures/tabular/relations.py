"""F201 between columns: one column is the sum (or the difference) of two others in every row but one (``tiếp nhận = đã + đang giải quyết``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from ....expressions import lazy
from ..reading.contents import is_change, is_rate, signed
from ..reading.grid import Row
from ..reading.text import kind_after, rounding

PROOFS = 2
"""So many rows must hold before the one that does not is wrong."""
TAKEN_OFF = 3
"""So many where a column is taken off though no heading speaks of what came and went: of all such formulas some hold twice by chance."""
LARGE = 10
"""Sums of smaller numbers hold by chance; one row that proves must reach it."""
NEAR = 4
"""A row that misses by more than a quarter was meant otherwise."""
NARROW = 5
"""Three columns are tried together where there are no more than so many besides."""
MOST_COLUMNS, MOST_ROWS = 8, 200
"""Larger tables are annexes, with too many columns that agree by chance."""
_ORDINAL = lazy(r"^(?:stt|tt|số tt|năm|năm sinh|ghi chú)$", re.IGNORECASE)
_FLOW = lazy(
    r"\b(?:tăng|giảm|thêm|bớt|đầu (?:năm|kỳ|quý|tháng|nhiệm kỳ|vụ)|cuối|trước|kỳ sau|tồn|nhập|xuất|chuyển|đến|đi|kết nạp|phát sinh|còn(?: lại)?|thu|chi|dư)\b",
    re.IGNORECASE,
)
"""Headings of what there was, came, went and is left."""
_LEAD = lazy(r"^\W*(?:trong đó\W*)?(?:tổng\s)?(?:số\s(?:lượng\s)?)?", re.IGNORECASE)


def broken_sums(rows: list[Row]) -> Iterator[tuple[Row, int, list[Decimal]]]:
    """(row, column, parts) of the one row in which a column is not the sum of others, as all other rows prove it is."""
    if not PROOFS < len(rows) - 1 <= MOST_ROWS:
        return
    columns = [c for c in sorted(rows[0]) if not (is_rate(rows[0][c]) or _ORDINAL.match(rows[0][c].own.strip()))]
    numeric = [c for c in columns if sum(1 for r in rows[1:] if signed(r.get(c)) is not None) > PROOFS]
    told: set[int] = set()
    for group in _groups(rows[0], numeric):
        yield from _of_columns(rows, group, told)


def _groups(heads: Row, numeric: list[int]) -> list[list[int]]:
    """All columns; of a wide table those that share a head, each group by itself."""
    if len(numeric) > MOST_COLUMNS:
        under: dict[str, list[int]] = {}
        for c in numeric:
            under.setdefault(heads[c].levels[0] if heads[c].shared else "", []).append(c)
        return [g for head, g in under.items() if head and 3 <= len(g) <= MOST_COLUMNS]
    return [numeric] if len(numeric) >= 3 else []


def _of_columns(rows: list[Row], numeric: list[int], told: set[int]) -> Iterator[tuple[Row, int, list[Decimal]]]:
    for total in numeric:
        for parts, signs in _formulas([c for c in numeric if c != total]):
            wrong = _exception(rows, total, parts, signs) if _one_kind(rows[0], (total, *parts)) else None
            if wrong is not None and wrong[0][total].start not in told:
                told |= {cell.start for cell in wrong[0].values()}
                yield _as_told(rows[0], wrong[0], total, parts, wrong[1])


def _as_told(
    heads: Row, row: Row, total: int, parts: tuple[int, ...], known: list[Decimal]
) -> tuple[Row, int, list[Decimal]]:
    """A broken sum as its column of changes tells it: what there is now less what there was."""
    changes = [c for c in parts if is_change(heads[c])]
    whole = signed(row[total])
    if len(parts) != 2 or len(changes) != 1 or is_change(heads[total]) or whole is None:
        return row, total, known
    other = next(value for c, value in zip(parts, known, strict=True) if c != changes[0])
    return row, changes[0], [whole, -other]


def _formulas(columns: list[int]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Two columns added; in narrow tables three, one of them taken off (``đầu kỳ + tăng - giảm``)."""
    for pair in combinations(columns, 2):
        yield pair, (1, 1)
    for three in combinations(columns, 3) if len(columns) <= NARROW else ():
        yield from ((three, signs) for signs in ((1, 1, -1), (1, -1, 1), (-1, 1, 1), (1, 1, 1)))


def _one_kind(heads: Row, columns: tuple[int, ...]) -> bool:
    """Whether headings name things of one kind, as far as they name any."""
    return len({kind_after(_LEAD.sub("", heads[c].text), 0) for c in columns} - {None}) <= 1


def _exception(
    rows: list[Row], total: int, parts: tuple[int, ...], signs: tuple[int, ...]
) -> tuple[Row, list[Decimal]] | None:
    """The only row that breaks a sum which enough others prove."""
    wrong: list[tuple[Row, list[Decimal]]] = []
    right = large = 0
    for row in rows[1:]:
        whole, values = signed(row.get(total)), [signed(row.get(c)) for c in parts]
        if whole is None or None in values:
            continue
        known = [sign * v for v, sign in zip(values, signs, strict=True) if v is not None]
        texts = [row[c].text.lstrip("+-– ") for c in parts]
        if abs(sum(known, Decimal()) - whole) <= rounding(texts, row[total].text, None):
            right += all(known)
            large += whole >= LARGE and all(known)
        else:
            wrong.append((row, known))
    if right < _proofs(rows[0], (total, *parts), signs) or not large or len(wrong) != 1:
        return None
    row, known = wrong[0]
    whole = signed(row[total]) or Decimal()
    if _made_up(rows, row, {total, *parts}, abs(whole - sum(known, Decimal()))):
        return None
    near = abs(sum(known, Decimal()) - whole) * NEAR <= abs(whole)
    return wrong[0] if near or _of_change(rows[0], (total, *parts)) else None


def _proofs(heads: Row, columns: tuple[int, ...], signs: tuple[int, ...]) -> int:
    """How many rows must hold before one that does not is wrong."""
    return PROOFS if min(signs) > 0 or any(_FLOW.search(heads[c].text) for c in columns) else TAKEN_OFF


def _made_up(rows: list[Row], row: Row, used: set[int], missed: Decimal) -> bool:
    """Whether a column that is empty in all other rows holds what a row misses (``Không hoàn thành``: 1, elsewhere a dash)."""
    return any(
        signed(cell) == missed and not any(signed(other.get(c)) for other in rows[1:] if other is not row)
        for c, cell in row.items()
        if c not in used
    )


def _of_change(heads: Row, columns: tuple[int, ...]) -> bool:
    """Whether the columns are two of one head and the one that tells how they differ: then no other reading is left."""
    changes = [c for c in columns if is_change(heads[c])]
    return len(columns) == 3 and len(changes) == 1 and len({heads[c].shared for c in columns}) == 1
