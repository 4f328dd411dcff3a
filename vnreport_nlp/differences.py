"""Which runs of words two texts share: by longest matches where they are short, between runs told once on both sides where they are long."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

MOST_WORK = 1_000_000
"""Pairs of equal tokens up to which all are tried, about half a second; two texts of a thousand words have so many."""
RUN = 7
"""Tokens, white space among them, that make a place known again: four words."""
DEPTH = 4
"""How often a gap between known places is searched for places of its own."""
Block: TypeAlias = tuple[int, int, int]
"""Where a shared run begins left and right, and its tokens."""


def shared_runs(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """Shared runs in the order of both sides, none overlapping.

    Texts of thousands of words are not held against each other word by word: what stands between two known places and is long and
    without such places on both sides is taken as written anew.
    """
    return list(_joined(_runs(left, right, DEPTH)))


def _runs(left: Sequence[str], right: Sequence[str], depth: int) -> Iterator[Block]:
    if not left or not right:
        return
    if _work(left, right) <= MOST_WORK:
        found = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
        yield from ((m.a, m.b, m.size) for m in found if m.size)
        return
    a = b = 0
    for i, j, size in (*_known(left, right, depth), (len(left), len(right), 0)):
        yield from ((a + x, b + y, n) for x, y, n in _gap(left[a:i], right[b:j], depth))
        if size:
            yield i, j, size
        a, b = i + size, j + size


def _gap(left: Sequence[str], right: Sequence[str], depth: int) -> Iterator[Block]:
    """What a gap between known places shares; nothing where it is long and has none."""
    if depth and left and right:
        yield from _runs(left, right, depth - 1)


def _work(left: Sequence[str], right: Sequence[str]) -> int:
    counted = Counter(right)
    return sum(n * counted[token] for token, n in Counter(left).items())


def _known(left: Sequence[str], right: Sequence[str], depth: int) -> list[Block]:
    """What both sides begin and end with, and between these the runs that each side has once, as many as stand in one order."""
    least = min(len(left), len(right))
    head = next((k for k in range(least) if left[k] != right[k]), least)
    tail = next((k for k in range(least - head) if left[-1 - k] != right[-1 - k]), least - head)
    found = [(0, 0, head)] if head else []
    first, second = _once(left, head, len(left) - tail), _once(right, head, len(right) - tail)
    places = sorted((i, second[run]) for run, i in first.items() if run in second) if depth else []
    end = (head, head)
    for i, j in _rising(places):
        ahead = max(end[0] - i, end[1] - j, 0)
        if ahead < RUN:
            found.append((i + ahead, j + ahead, RUN - ahead))
            end = (i + RUN, j + RUN)
    if tail:
        found.append((len(left) - tail, len(right) - tail, tail))
    return list(_joined(found))


def _once(tokens: Sequence[str], begin: int, end: int) -> dict[tuple[str, ...], int]:
    """Runs that stand at one place only, with it."""
    seen: dict[tuple[str, ...], int] = {}
    for at in range(begin, end - RUN + 1):
        run = tuple(tokens[at : at + RUN])
        seen[run] = -1 if run in seen else at
    return {run: at for run, at in seen.items() if at >= 0}


def _rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest choice of places that stand in one order on both sides."""
    lasts: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(places):
        k = bisect_left(lasts, j)
        before.append(ends[k - 1] if k else -1)
        lasts[k : k + 1], ends[k : k + 1] = [j], [at]
    chosen: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chosen.append(places[at])
        at = before[at]
    return chosen[::-1]


def _joined(blocks: Iterator[Block] | Sequence[Block]) -> Iterator[Block]:
    """Runs that go on from one another as one."""
    last: Block | None = None
    for block in blocks:
        if last is not None and (last[0] + last[2], last[1] + last[2]) == block[:2]:
            last = (last[0], last[1], last[2] + block[2])
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last
