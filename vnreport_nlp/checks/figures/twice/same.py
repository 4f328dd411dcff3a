"""F204: two statements of one quantity, in text, notes and tables, with different values.

Two statements are one quantity when they count the same noun, tell of the same acts, bodies, places and times with the same
reservations, and share their words. What decides is how far the values lie apart: a slip of the keyboard (one digit wrong, two
changed places) is believed on less, any other difference only of statements in the very same words.
"""

from __future__ import annotations

from collections.abc import Iterator

from ....expressions import lazy
from ....model import Span
from ...context import Context
from ..reading.grid import TOTAL, label_of
from ..reading.pairs import pairs
from ..reading.quantity import Quantity, near, share_of
from ..reading.text import MEASURED

SLIP, OTHER = 1.6, 1.25
"""The factor two values may lie apart, for slips and otherwise."""
FEW, SOME, MANY = 3, 4, 6
"""So much in common is asked of one time and a slip, of no time and a longer slip, of anything else."""
VERBATIM = 0.9
"""Values that are no slip are compared between statements in the very same words."""
LEAST = 2
"""Single digits are alike by chance."""
LONG = 3
"""Of figures with so many digits few differ in one digit by chance."""
_YEAR = lazy(r"(?:[Nn]ăm )?((?:19|20)\d\d)")
_MEASURED = MEASURED | {"rate"}
_NEUTRAL = frozenset(
    [
        "đều",
        "thuộc",
        "của",
        "trong",
        "là",
        "với",
        "tại",
        "ở",
        "theo",
        "ưu",
        "tú",
        "sinh",
        "hoạt",
        "toàn",
        "vào",
        "hoàn",
        "trực",
        "số",
        "và",
        "do",
        "cho",
        "từ",
        "nhằm",
        "đến",
        "để",
        "nên",
        "vẫn",
        "luôn",
    ]
)
"""What may follow a noun without narrowing it …"""
_AUXILIARY = frozenset({"được", "bị", "có", "đạt", "đã"})
"""… and what begins to narrow it: the word after these decides."""


def same(context: Context, told: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of statements (earlier, later) of one quantity with two values."""
    own = context.outline.metadata.unit or ""
    groups: dict[str, list[Quantity]] = {}
    for quantity in told:
        if quantity.unit and len(quantity.digits) >= LEAST:
            groups.setdefault(quantity.unit, []).append(quantity)
    yield from _with_tables(context, told, own)
    for group in groups.values():
        for a, b in pairs(group):
            if a.digits != b.digits and a.at != b.at and _believed(a, b) and one_scope(a, b, own):
                yield a, b


def slip(a: str, b: str) -> bool:
    """Whether two figures are one with a digit wrong, or with two neighbouring digits in changed places."""
    if len(a) != len(b) or a.find(",") != b.find(","):
        return False
    wrong = [i for i in range(len(a)) if a[i] != b[i]]
    if len(wrong) == 2:
        i, j = wrong
        return a[i] == b[j] and a[j] == b[i] and (j == i + 1 or a[i + 1 : j] == ",")
    return len(wrong) == 1


def _believed(a: Quantity, b: Quantity) -> bool:
    """Whether the values lie so that one may be meant for the other, and the words are enough to think so."""
    slipped = slip(a.digits, b.digits)
    if not near(a.text, b.text, SLIP if slipped else OTHER) or a.reserved or b.reserved:
        return False
    if a.unit == "%" and a.words ^ b.words:
        return False
    long = len(a.digits.replace(",", "")) >= LONG
    if not slipped:
        alike = bool(a.times) and a.times == b.times and share_of(a.words, b.words) >= VERBATIM
        return alike and len(a.words & b.words) >= MANY and not a.apart(b) and not b.apart(a)
    if a.times and b.times:
        return a.times == b.times and evidence(a, b) >= FEW
    return evidence(a, b) >= (MANY if a.times or b.times or not long else SOME) and (long or not a.times | b.times)


def evidence(a: Quantity, b: Quantity) -> int:
    """How much two statements have in common: words, and acts and bodies, which weigh twice."""
    return len(a.words & b.words) + 2 * len(a.acts & b.acts) + 2 * len(a.bodies & b.bodies)


def one_scope(a: Quantity, b: Quantity, own: str) -> bool:
    """Whether two statements speak of the same acts of the same bodies at the same places, of the same set."""
    if a.marks != b.marks or {n for n in a.names ^ b.names if n not in own}:
        return False
    if a.bodies and b.bodies and not a.bodies & b.bodies:
        return False
    if a.acts != b.acts and (a.kind not in _MEASURED or (a.acts - b.acts and b.acts - a.acts)):
        return False
    if (a.levels and b.levels and not a.levels & b.levels) or "base" in a.levels ^ b.levels:
        return False
    if a.apart(b) and b.apart(a):
        return False
    return _same_object(a, b) and _same_object(b, a)


def _same_object(a: Quantity, b: Quantity) -> bool:
    """Whether what narrows the counted noun on one side, right of the words that both have, is told on the other side too."""
    ours, theirs = a.right.lower().split(), b.right.lower().split()
    alike = next((i for i, (x, y) in enumerate(zip(ours, theirs, strict=False)) if x != y), min(len(ours), len(theirs)))
    after = [w.strip("“”\"'") for w in ours[alike:]]
    if not after or after[0] in _NEUTRAL:
        return True
    first = next((w for w in after if w not in _AUXILIARY), "")
    acts = a.acts & b.acts
    return first in b.clause.lower().split() or any(first in act.split() for act in acts) or "chosen" in acts


def _with_tables(context: Context, told: list[Quantity], own: str) -> Iterator[tuple[Quantity, Quantity]]:
    """Cells of tables against running text, in the order in which they stand."""
    by_length: dict[int, list[Quantity]] = {}
    for quantity in told:
        if len(quantity.digits) >= LONG:
            by_length.setdefault(len(quantity.digits), []).append(quantity)
    for cell in _cells(context) if by_length else ():
        for quantity in by_length.get(len(cell.digits), ()):
            if slip(cell.digits, quantity.digits) and _tells_cell(quantity, cell, own):
                first, second = sorted((cell, quantity), key=lambda q: q.span.start)
                yield first, second


def _cells(context: Context) -> Iterator[Quantity]:
    """Every count of a table with the names of its row and its column; a row named by a year is told of by the table's head."""
    for rows in context.tables:
        first = min(rows[0], default=0)
        head = rows[0][first].text if rows[0] else ""
        for row in rows[1:]:
            year = _YEAR.fullmatch(row[first].text) if first in row else None
            name = f"{head} năm {year[1]}" if year else "" if TOTAL.match(label_of(row)) else label_of(row)
            for column, cell in row.items():
                if column != first and cell.value is not None and len(cell.text) >= LONG and column in rows[0]:
                    said = f"{name} {rows[0][column].text}"
                    span = Span(cell.start, cell.end)
                    yield Quantity(cell.text, "", None, said, "", said, span, cell.start)


def _tells_cell(text: Quantity, cell: Quantity, own: str) -> bool:
    """Whether a statement names all that a cell stands for, its year, and little else."""
    if text.reserved or cell.reserved or not cell.times or text.times != cell.times or text.marks != cell.marks:
        return False
    if contradict(text, cell, own):
        return False
    named = cell.words - frozenset(text.unit.split())
    if len(named) < 2 or not named <= text.words or len(named) * 2 < len(text.words):
        return False
    return cell.acts == text.acts or (text.kind in _MEASURED and cell.acts <= text.acts)


def contradict(a: Quantity, b: Quantity, own: str) -> bool:
    """Whether two statements plainly speak of different things, however alike their figures."""
    if {n for n in a.names ^ b.names if n not in own} and a.names and b.names:
        return True
    for one, other in ((a.bodies, b.bodies), (a.levels, b.levels), (a.acts, b.acts)):
        if one and other and not one & other:
            return True
    first, second = a.moments, b.moments
    if first and second and not first & second:
        return True
    if a.near_marks - b.marks and b.near_marks - a.marks:
        return True
    return a.kind in _MEASURED and bool(a.apart(b) and b.apart(a))
