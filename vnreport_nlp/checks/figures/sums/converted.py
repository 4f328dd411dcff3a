"""F201 and F202 of amounts in several units: told twice, a part beyond its whole, a sum that holds in another unit only.

``15.300 triệu đồng (1,53 tỷ đồng)``; ``thu 161 triệu đồng, trong đó thu nội địa 113 tỷ đồng``; ``12,33 triệu lượt … 2,03 triệu lượt … 10,3
nghìn lượt``: that figures add up when one is read in the unit of its neighbours, and not as they stand, is no chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ....expressions import lazy
from ..rates.amounts import Amount, amounts, mixed
from ..reading.slips import one_wrong, swapped
from ..reading.text import sentences, shown

_SAME = lazy(
    r"\s?\(\s?(?:(?:tức(?: là)?|tương đương(?: với)?|hay|bằng|là|khoảng|gần|hơn|trên|=)\s)*|,?\s(?:hay|tức(?: là)?|=)\s"
)
_CLOSED = lazy(r"\s?\)")
_WITHIN = lazy(r"\b[Tt]rong (?:đó|số đó|số này)\b|\b(?:[Bb]ao gồm|[Gg]ồm|[Gg]ồm có)\b|\s\((?=[^()\d]{3,40}\d)")
_PLANNED = lazy(r"kế hoạch|dự toán|chỉ tiêu|bình quân|mỗi|so với|cùng kỳ|lũy kế|luỹ kế|giao(?! thông| lưu| dịch)")
"""What more than the whole may be told of."""
_OF_TIME = lazy(r"\d|\b(?:năm|tháng|quý|kỳ|trước)\b")
"""Words of time between a whole and an amount make that one of another time."""
LEAST_DIGITS = 3
"""A total of fewer digits is met by chance."""
STRONG = Decimal("0.015")
"""Figures that add up as they stand to such a part of their total do so hardly by chance."""
SHARP = Decimal("0.1")
"""Unless the figure in another unit is so small that rounding hides more than such a part of it."""
REACH = 420
"""Characters from the first to the last figure of a sum."""
PARTS = (2, 3, 4)
"""So many parts make a sum."""
TENS = tuple(Decimal(10) ** n for n in (-6, -4, -3, -2, -1, 1, 2, 3, 4, 6))
NEAR = Decimal("0.02")
"""By such a part amounts may differ that were rounded."""
Told = tuple[int, int, str]


def told_twice(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of amounts told again in another unit that are another amount by a power of ten or a slip of digits."""
    found = amounts(text)
    for a, b in pairwise(found):
        m = _SAME.fullmatch(text, a.end, b.start)
        if a.family != b.family or a.power == b.power or not m or not a.told or not b.told:
            continue
        closed = _CLOSED.match(text, b.end) if "(" in m[0] else None
        if "(" in m[0] and closed is None:
            continue
        ratio = b.value / a.value
        if any(abs(ratio / ten - 1) <= NEAR for ten in TENS) or _slipped(a, b):
            yield a.start, closed.end() if closed else b.end, f"{a.text} = {in_unit_of(a, b)} ≠ {b.text}"


def _slipped(a: Amount, b: Amount) -> bool:
    """Whether one of two amounts, in the other's unit, has two digits in changed places or one wrong, more than rounding makes."""
    rough, exact = (a, b) if a.power > b.power else (b, a)
    rough_there, slack = rough.value.scaleb(-exact.power), 2 * rough.slack.scaleb(rough.power - exact.power)
    if abs(rough_there - exact.told) <= slack:
        return False
    return any(slip(rough_there.normalize(), exact.told.normalize()) for slip in (swapped, one_wrong))


def in_unit_of(a: Amount, b: Amount) -> str:
    """An amount in the unit of another one."""
    return f"{shown(a.value.scaleb(-b.power).normalize())} {b.unit}"


def wrong_units(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of sums that hold only when one figure is read in the unit of the others."""
    every = amounts(text)
    for family in sorted({a.family for a in every}) if mixed(every) else ():
        own = [a for a in every if a.family == family]
        done: set[int] = set()
        for told in ([a for a in own if not a.change], own):
            for total, parts in _sums(told):
                if total.start not in done and _only_as_told(total, parts):
                    done |= {total.start, *(p.start for p in parts)}
                    both = sorted((total, *parts), key=lambda a: a.start)
                    yield (
                        both[0].start,
                        both[-1].end,
                        f"{' + '.join(p.text for p in parts)} = {_reached(total, parts)} ≠ {total.text}",
                    )


def _sums(told: Sequence[Amount]) -> Iterator[tuple[Amount, Sequence[Amount]]]:
    """Every figure with the runs of figures right before and right behind it."""
    for at, total in enumerate(told):
        for many in PARTS:
            for parts in (told[at + 1 : at + 1 + many], told[max(0, at - many) : at]):
                ends = [a for one in (total, *parts) for a in (one.start, one.end)]
                if len(parts) == many and max(ends) - min(ends) <= REACH:
                    yield total, parts


def _only_as_told(total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether one figure alone has another unit, and the sum holds by digits and not by amounts."""
    powers = [a.power for a in (total, *parts)]
    if len(set(powers)) != 2 or min(powers.count(p) for p in set(powers)) != 1:
        return False
    digits = total.number.replace(",", "").replace(".", "").strip("0")
    slack = sum((a.slack for a in (total, *parts)), Decimal())
    reached = sum((p.told for p in parts), Decimal())
    odd = next(a.told for a in (total, *parts) if powers.count(a.power) == 1)
    if len(digits) < LEAST_DIGITS or any(not p.told for p in parts) or slack > min(STRONG * total.told, SHARP * odd):
        return False
    true = sum((p.value for p in parts), Decimal())
    return abs(reached - total.told) <= slack and abs(true - total.value) > NEAR * total.value


def _reached(total: Amount, parts: Sequence[Amount]) -> str:
    """What parts come to, in the unit of their total."""
    return f"{shown(sum((p.value for p in parts), Decimal()).scaleb(-total.power).normalize())} {total.unit}"


def beyond_whole(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of parts in another unit than their whole, and larger than all that is told before them."""
    if not mixed(amounts(text)):
        return
    for start, end in sentences(text):
        for m in _WITHIN.finditer(text, start, end):
            before = [a for a in amounts(text) if a.end <= m.start() and m.start() - a.end <= REACH // 2]
            part = next((a for a in amounts(text) if m.end() <= a.start < end), None)
            if (
                part is None
                or part.change
                or not before
                or _OF_TIME.search(text, m.end(), part.start)
                or _PLANNED.search(text[m.end() : part.start])
            ):
                continue
            whole = before[-1]
            if whole.family != part.family or whole.power == part.power or whole.change:
                continue
            if part.value > whole.value * (1 + NEAR) and all(
                a.value < part.value for a in before if a.family == part.family
            ):
                yield whole.start, part.end, f"{part.text} > {whole.text}"
