"""The commonest slip of the hand: two neighbouring digits in changed places (``254`` for ``245``, ``60`` for ``06``)."""

from __future__ import annotations

from decimal import Decimal

LEAST = 2
"""A single digit has no neighbour."""


def swapped(told: Decimal, meant: Decimal) -> bool:
    """Whether two values differ by two neighbouring digits in changed places, as many decimals told in both."""
    places = max(0, *(-int(v.as_tuple().exponent) for v in (told, meant)))
    x, y = (f"{abs(v):.{places}f}".replace(".", "") for v in (told, meant))
    width = max(len(x), len(y), LEAST)
    x, y = x.zfill(width), y.zfill(width)
    wrong = [i for i in range(width) if x[i] != y[i]]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and x[wrong[0]] == y[wrong[1]] and x[wrong[1]] == y[wrong[0]]
