"""The commonest slip of the hand: two neighbouring digits in changed places (``254`` for ``245``, ``60`` for ``06``)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

LEAST = 2
"""A single digit has no neighbour."""
DIFFERENCE = 12
"""Smaller differences are met by chance."""
T = TypeVar("T")


def swapped(told: Decimal, meant: Decimal) -> bool:
    """Whether two values differ by two neighbouring digits in changed places, as many decimals told in both."""
    places = max(0, *(-int(v.as_tuple().exponent) for v in (told, meant)))
    x, y = (f"{abs(v):.{places}f}".replace(".", "") for v in (told, meant))
    width = max(len(x), len(y), LEAST)
    x, y = x.zfill(width), y.zfill(width)
    wrong = [i for i in range(width) if x[i] != y[i]]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and x[wrong[0]] == y[wrong[1]] and x[wrong[1]] == y[wrong[0]]


def slipped_change(a: Decimal, b: Decimal, told: Decimal) -> bool:
    """Whether two digits in changed places, in one of two values or in their difference, make all that a change misses by."""
    way = 1 if b > a else -1
    meant = (told, abs(b - a)), (b, a + way * told), (a, b - way * told)
    return any(true > 0 and swapped(said, true) for said, true in meant)


def swapped_difference(difference: Decimal, others: Mapping[Decimal, T]) -> T | None:
    """Which of other values is a difference with two digits in changed places, none where one is the difference itself."""
    if difference < DIFFERENCE or difference in others:
        return None
    return next((thing for value, thing in others.items() if swapped(value, difference)), None)


def one_wrong(told: Decimal, meant: Decimal) -> bool:
    """Whether two values of as many digits, three at least, differ by one of them."""
    places = max(0, *(-int(v.as_tuple().exponent) for v in (told, meant)))
    x, y = (f"{abs(v):.{places}f}".replace(".", "") for v in (told, meant))
    return len(x) == len(y) > LEAST and sum(a != b for a, b in zip(x, y, strict=True)) == 1
