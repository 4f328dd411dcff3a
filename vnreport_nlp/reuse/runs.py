"""Runs of shared shingles on one diagonal of two drafts, stretched over misread syllables; near ones are told together.

Everything is done to all runs of some drafts at once: what cannot be a passage is left out before anything is looked at
one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .marks import Ids
from .seeds import BLOCK, HALF, LOW, WIDTH, Keys, Layout

MAX_GAP, MAX_SHIFT = 14, 6
"""Runs join across at most this many syllables, shifted by at most so many."""
WINDOW, DROP = 40, 4
"""A run goes on over at most this many syllables of which most agree, until that many more have differed than agreed."""
TOGETHER = 4096
"""Runs that are stretched together, so that the tables of their syllables stay small."""
Run = tuple[int, int, int, int]
"""First syllable on the left, one behind the last, how far the right side is ahead, shared shingles."""
Table = NDArray[np.int64]
"""Runs as columns: line (pair of drafts and diagonal), start, end, shingles."""


def candidates(
    parts: Sequence[Keys], layout: Layout, texts: Sequence[Ids], *, least: int, length: int
) -> Iterator[tuple[int, int, list[Run]]]:
    """(left, right, runs) of pieces of two drafts, so long at least, that share so many shingles near one another."""
    count = np.zeros(len(layout.first), dtype=np.int64)
    for part in parts:
        count += np.bincount(layout.owner[part >> HALF], minlength=len(count))
    text = _Text(texts)
    for a, b in _lefts(count, layout) if parts else ():
        ends = [
            np.searchsorted(p, np.array([layout.first[a], layout.first[b]], dtype=np.uint64) << HALF) for p in parts
        ]
        seeds = np.concatenate([p[e[0] : e[1]] for p, e in zip(parts, ends, strict=True)])
        if len(seeds):
            yield from _pieces(seeds, a, layout, text, least, length)


def _lefts(count: NDArray[np.int64], layout: Layout) -> Iterator[tuple[int, int]]:
    """Left drafts that are looked at together: about a block of seeds, and no more than a packed number can tell apart."""
    most = 1 << (64 - sum(n.bit_length() for n in (len(count), 2 * layout.longest, layout.longest)))
    start, held = 0, 0
    for left, seeds in enumerate(count.tolist()):
        if left > start and (held + seeds > BLOCK or left - start >= most):
            yield start, left
            start, held = left, 0
        held += seeds
    yield start, len(count) - 1


class _Text:
    """The syllables of all drafts in one row, so that places of many drafts are compared at once."""

    def __init__(self, texts: Sequence[Ids]) -> None:
        self.ids = np.concatenate([np.zeros(0, dtype=np.uint32), *texts])
        self.first = np.cumsum([0, *map(len, texts)])

    def stretch(self, left: Table, right: Table, i: Table, j: Table, step: int) -> Table:
        """How many syllables from ``i`` and ``j`` on, forwards or backwards, two drafts go on alike."""
        room_left = self.first[left + 1] - self.first[left] - i if step > 0 else i + 1
        room_right = self.first[right + 1] - self.first[right] - j if step > 0 else j + 1
        room = np.minimum(np.minimum(room_left, room_right), WINDOW)
        a, b = self.first[left] + i, self.first[right] + j
        out = np.zeros(len(a), dtype=np.int64)
        for start in range(0, len(a), TOGETHER):
            part = slice(start, start + TOGETHER)
            # where none of the first syllables agree, too many have differed at once: so it is with most
            near = start + np.flatnonzero(self._same(a[part], b[part], room[part], step, DROP + 1).any(axis=1))
            out[near] = self._alike(a[near], b[near], room[near], step)
        return out

    def _same(self, a: Table, b: Table, room: Table, step: int, width: int) -> NDArray[np.bool_]:
        """Whether the syllables of some places in the row of all agree, one after the other as far as there is room."""
        ahead = np.arange(width)
        left, right = (self.ids.take(at[:, None] + ahead * step, mode="clip") for at in (a, b))
        same: NDArray[np.bool_] = (left == right) & (ahead < room[:, None])
        return same

    def _alike(self, a: Table, b: Table, room: Table, step: int) -> Table:
        """How far they go on alike."""
        score = np.cumsum(np.where(self._same(a, b, room, step, WINDOW), 1, -1), axis=1, dtype=np.int16)
        best = np.maximum.accumulate(np.maximum(score, 0), axis=1)
        score[np.maximum.accumulate(best - score > DROP, axis=1)] = -1
        at = np.argmax(score, axis=1)
        return np.where(score[np.arange(len(at)), at] > 0, at + 1, 0)


def _pieces(
    seeds: Keys, base: int, layout: Layout, text: _Text, least: int, length: int
) -> Iterator[tuple[int, int, list[Run]]]:
    """Runs on one diagonal, near runs together; what has too few shingles for a passage is left out at once."""
    spread = layout.longest
    places, diagonals, drafts = spread.bit_length(), (2 * spread).bit_length(), len(layout.first).bit_length()
    i, j = (seeds >> HALF).astype(np.int64), (seeds & LOW).astype(np.int64)
    left, right = layout.owner[i].astype(np.int64), layout.owner[j].astype(np.int64)
    i -= layout.first[left]
    j -= layout.first[right]
    packed = (((((left - base) << drafts) | right) << diagonals | (j - i + spread)) << places | i).astype(np.uint64)
    packed.sort()
    line, at = (packed >> np.uint64(places)).astype(np.int64), (packed & np.uint64((1 << places) - 1)).astype(np.int64)
    head = np.flatnonzero(np.concatenate([[True], (line[1:] != line[:-1]) | (at[1:] - at[:-1] > MAX_GAP)]))
    tail = np.concatenate([head[1:], [len(at)]]) - 1
    runs, band = _banded(np.stack([line[head], at[head], at[tail] + WIDTH, tail - head + 1]), diagonals, least)
    pair, shift = runs[0] >> diagonals, (runs[0] & ((1 << diagonals) - 1)) - spread
    left, right = (pair >> drafts) + base, pair & ((1 << drafts) - 1)
    runs[1] -= text.stretch(left, right, runs[1] - 1, runs[1] - 1 + shift, -1)
    runs[2] += text.stretch(left, right, runs[2], runs[2] + shift, 1)
    order, part = _parted(runs, band, least, length)
    rows = list(zip(*(x[order].tolist() for x in (runs[1], runs[2], shift, runs[3])), strict=True))
    for a, b in pairwise(np.flatnonzero(np.diff(part, prepend=-1, append=-1)).tolist()):
        yield int(left[order[a]]), int(right[order[a]]), rows[a:b]


def _banded(runs: Table, diagonals: int, least: int) -> tuple[Table, Table]:
    """Runs on near diagonals with enough shingles together, and the number of their band: no chain leaves its band."""
    pair = runs[0] >> diagonals
    band = np.cumsum((np.diff(pair, prepend=-1) != 0) | (np.diff(runs[0], prepend=0) > MAX_SHIFT))
    rich = _rich(band, runs[3], least)
    return runs[:, rich], band[rich]


def _parted(runs: Table, band: Table, least: int, length: int) -> tuple[Table, Table]:
    """The order of the runs that no gap parts from enough shingles and syllables, and the number of the part of each."""
    order = np.lexsort((runs[0], runs[1], band))
    start, end, band = runs[1, order], runs[2, order], band[order]
    wide = int(end.max(initial=0)) + MAX_GAP + 1
    reach = np.maximum.accumulate(end + band * wide)
    apart = np.concatenate([[True], (start + band * wide)[1:] > reach[:-1] + MAX_GAP])[: len(band)]
    part = np.cumsum(apart | (np.diff(band, prepend=-1) != 0))
    edges = np.flatnonzero(np.diff(part, prepend=0))
    sizes = np.maximum.reduceat(end, edges) - start[edges] if len(edges) else end
    rich = _rich(part, runs[3, order], least) & (sizes >= length)[part - 1]
    return order[rich], part[rich]


def _rich(part: Table, seeds: Table, least: int) -> NDArray[np.bool_]:
    """Whether each stands in a part with so many shingles."""
    found: NDArray[np.bool_] = (np.bincount(part, weights=seeds, minlength=1) >= least)[part]
    return found
