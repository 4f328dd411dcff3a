"""Which figures of one kind are held against each other: all of a report's, not all of an annex's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
FAR = 300
"""A figure is held against so many that come after it; a report of 60,000 characters has fewer of one noun."""
LISTING = 1000
"""More figures of one noun than this are an annex: the work would grow with their square, and each row tells of another thing."""


def pairs(group: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Every two of a group, the earlier first; none of a listing."""
    if len(group) > LISTING:
        return
    for k, one in enumerate(group):
        for other in group[k + 1 : k + 1 + FAR]:
            yield one, other


def few(found: tuple[T, ...]) -> tuple[T, ...]:
    """The figures of a sentence; none of a table that was pasted as one, where each would be held against all of it."""
    return found if len(found) <= LISTING else ()
