"""F201 of two totals told side by side, each item with its part of both (``34 lớp, 2.805 học viên: 6 lớp, 412 học viên; …``).

That one of the two adds up proves what the items are of: then the other one must as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ....expressions import lazy
from ..reading.slips import one_wrong, swapped
from ..reading.text import DIGITS, rounding, value_of

_N = rf"(?:{DIGITS})(?![\w/]|[.,]\d|\s?[%‰])"
_UNIT = r"(?:tỷ đồng|triệu đồng|đồng|[^\W\d]+)"
_PAIR = lazy(
    rf"(?<![\w.,/–-])(?P<a>{_N})\s(?P<u>{_UNIT})(?:\s[^\W\d]+){{0,2}}(?:,\s(?:tương ứng\s|với\s)?|\svới\s|/|\s?\()(?P<b>{_N})\s(?P<v>{_UNIT})",
    re.IGNORECASE,
)
NEAR = 10
"""The total that does not add up misses its items by at most this part of it, unless by a slip."""
MOST = 30
"""A passage with more pairs is a table that lost its cells."""
Told = tuple[int, int, str, list[str]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures side by side as they are printed, with their places."""

    texts: tuple[str, str]
    starts: tuple[int, int]
    end: int

    def value(self, side: int) -> Decimal:
        """One of the two."""
        return value_of(self.texts[side])


def parallel(text: str) -> Iterator[Told]:
    """(start, end, total, parts) of every total of a passage whose twin adds up and that does not."""
    groups: dict[tuple[str, str], list[Pair]] = {}
    for m in _PAIR.finditer(text):
        pair = Pair((m["a"], m["b"]), (m.start("a"), m.start("b")), m.end("b"))
        groups.setdefault((m["u"].lower(), m["v"].lower()), []).append(pair)
    for pairs in groups.values():
        if 3 <= len(pairs) <= MOST:
            yield from _of(pairs)


def _of(pairs: Sequence[Pair]) -> Iterator[Told]:
    """The wrong twin of the first pair whose items follow it."""
    for at, total in enumerate(pairs[:-2]):
        for side in (0, 1):
            items = _run(pairs[at + 1 :], total.value(side), side)
            if items and (parts := _wrong(total, items, 1 - side)):
                yield total.starts[1 - side], items[-1].end, total.texts[1 - side], parts
                return


def _run(pairs: Sequence[Pair], total: Decimal, side: int) -> list[Pair]:
    """The pairs from the first on that make a total with one side, none where they do not."""
    reached = Decimal()
    for count, pair in enumerate(pairs, 1):
        reached += pair.value(side)
        if reached == total and count > 1:
            return list(pairs[:count])
        if reached > total:
            return []
    return []


def _wrong(total: Pair, items: Sequence[Pair], side: int) -> list[str]:
    """The other side of the items where they miss their total by a slip or by little."""
    texts, told = [p.texts[side] for p in items], total.value(side)
    reached = sum((p.value(side) for p in items), Decimal())
    if abs(reached - told) <= rounding(texts, total.texts[side], None):
        return []
    near = abs(reached - told) * NEAR <= told
    return texts if near or swapped(told, reached) or one_wrong(told, reached) else []
