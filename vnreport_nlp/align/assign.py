"""The best one-to-one choice as a whole: the Hungarian method with potentials (Kuhn 1955, Jonker and Volgenant 1987).

scipy has the same in ``linear_sum_assignment``; importing it costs more than a whole structural check, so these few
lines stand here and a test holds them against scipy.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = -1.0e6
"""Gain of a pair that must not be chosen."""


def assign(gain: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Row-column pairs with the greatest total gain; a pair of negative gain is never chosen.

    ``gain`` is rows x columns. Every row gets a dummy column of gain 0, so a row may stay alone.
    """
    rows, columns = gain.shape
    if not rows or not columns:
        return []
    cost = np.zeros((rows, columns + rows))
    cost[:, :columns] = -np.where(gain > 0, gain, FORBIDDEN)
    width = columns + rows
    u, v = np.zeros(rows + 1), np.zeros(width + 1)
    match = np.zeros(width + 1, dtype=np.int64)
    for row in range(1, rows + 1):
        _augment(row, cost, u, v, match)
    chosen = [(int(match[c]) - 1, c - 1) for c in range(1, columns + 1) if match[c]]
    return sorted(pair for pair in chosen if gain[pair] > 0)


def _augment(
    row: int,
    cost: NDArray[np.float64],
    u: NDArray[np.float64],
    v: NDArray[np.float64],
    match: NDArray[np.int64],
) -> None:
    """Grow the shortest augmenting path from ``row`` and flip it."""
    width = len(v) - 1
    least = np.full(width + 1, np.inf)
    way = np.zeros(width + 1, dtype=np.int64)
    used = np.zeros(width + 1, dtype=bool)
    match[0] = row
    column = 0
    while True:
        used[column] = True
        current = match[column]
        reduced = cost[current - 1] - u[current] - v[1:]
        free = ~used[1:]
        better = free & (reduced < least[1:])
        least[1:][better] = reduced[better]
        way[1:][better] = column
        open_least = np.where(free, least[1:], np.inf)
        following = int(np.argmin(open_least)) + 1
        delta = open_least[following - 1]
        u[match[used]] += delta
        v[used] -= delta
        least[1:][free] -= delta
        column = following
        if match[column] == 0:
            break
    while column:
        previous = int(way[column])
        match[column] = match[previous]
        column = previous
