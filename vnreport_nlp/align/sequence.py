"""Two sequences held against each other in their order: which of one goes with which of the other, so that all pairs together are worth most.

By dynamic programming (Needleman and Wunsch, 1970), in the product of the two lengths.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import pairwise
from math import inf


def in_order(worth: Sequence[Sequence[float]], bound: Container[int] = frozenset()) -> dict[int, int]:
    """The pairs (row, column), both rising, of most worth together: ``worth`` is rows x columns, minus infinity for no pair.

    A row takes one column at most and a column one row; rows that are ``bound`` must have one: no pair at all where they cannot.
    Of pairs worth as much those further left and below are taken.
    """
    rows, columns = len(worth), len(worth[0]) if worth else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        above, here = best[i - 1], best[i]
        for j in range(columns + 1):
            here[j] = -inf if i - 1 in bound else above[j]
            if j:
                here[j] = max(here[j], here[j - 1], above[j - 1] + worth[i - 1][j - 1])
    out: dict[int, int] = {}
    i, j = rows, columns
    while i and j and best[rows][columns] > -inf:
        if best[i][j] == best[i][j - 1]:
            j -= 1
        elif i - 1 not in bound and best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            i, j = i - 1, j - 1
            out[i] = j
    return out


def between(places: Mapping[int, int], rows: int, columns: int) -> list[tuple[range, range]]:
    """(rows, columns) without a place that lie between two that have one, or at an end; only where there are as many of both."""
    known = [(-1, -1), *sorted(places.items()), (rows, columns)]
    gaps = ((range(a + 1, c), range(b + 1, d)) for (a, b), (c, d) in pairwise(known))
    return [(left, right) for left, right in gaps if left and len(left) == len(right)]
