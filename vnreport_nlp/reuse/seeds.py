"""Where drafts may share text: equal runs of four syllables, found by one sort over all drafts and joined to runs.

A key holds the hash of a shingle above the shingle's place among those of all drafts, so that a plain sort of numbers,
in place, lays equal shingles side by side in the order of the drafts. A shingle in many drafts pairs each of them with
the first only, so that a passage copied everywhere is one cluster, never g² pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .marks import Ids

WIDTH = 4
"""Syllables in a shingle."""
BLOCK = 1_000_000
"""Keys, and later seeds, that are looked at together: the arrays made on the way stay small, however many drafts there are."""
MAX_PLACES = 16
"""A shingle in more places than this pairs each place with the first only."""
MAX_GAP, MAX_SHIFT = 14, 6
"""Runs join across at most this many syllables, shifted by at most so many."""
COMMON_SHARE, COMMON_LEAST = 0.34, 6
"""A shingle in more than this share of the drafts (and at least so many) is common."""
_MIX = (
    np.uint64(0x9E3779B97F4A7C15),
    np.uint64(0xC2B2AE3D27D4EB4F),
    np.uint64(0x165667B19E3779F9),
    np.uint64(0x27D4EB2F165667C5),
)
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)

Keys = NDArray[np.uint64]
Run = tuple[int, int, int, int]
"""First syllable on the left, one behind the last, how far the right side is ahead, shared shingles."""


@dataclass(frozen=True, slots=True)
class Layout:
    """All drafts' shingles in one row: where each draft's begin (and the last end), whose each is, the longest draft."""

    first: NDArray[np.int64]
    owner: NDArray[np.unsignedinteger]
    longest: int


def shingles(ids: Ids) -> Keys:
    """A 64-bit key for every run of four syllables."""
    if len(ids) < WIDTH:
        return np.zeros(0, dtype=np.uint64)
    wide = ids.astype(np.uint64)
    key = np.zeros(len(ids) - WIDTH + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for k in range(WIDTH):
            key ^= (wide[k : len(ids) - WIDTH + 1 + k] + np.uint64(k + 1)) * _MIX[k]
            key = (key << np.uint64(7)) | (key >> np.uint64(57))
    return key


def lay_out(sizes: Sequence[int]) -> Layout:
    """The layout of drafts with so many shingles each."""
    first = np.concatenate([[0], np.cumsum(np.array(sizes, dtype=np.int64))]).astype(np.int64)
    owner = np.repeat(np.arange(len(sizes), dtype=np.min_scalar_type(len(sizes))), sizes)
    return Layout(first, owner, max(sizes, default=0))


def sorted_keys(keys: Iterable[Keys], layout: Layout) -> Keys:
    """Hash above, place below, in order."""
    total = int(layout.first[-1])
    bits = np.uint64(total.bit_length())
    out = np.empty(total, dtype=np.uint64)
    for start, key in zip(layout.first, keys, strict=False):
        out[start : start + len(key)] = key
    out >>= bits
    out <<= bits
    for at in range(0, total, BLOCK):
        out[at : at + BLOCK] |= np.arange(at, min(at + BLOCK, total), dtype=np.uint64)
    out.sort()
    return out


def seeds_and_common(keys: Keys, layout: Layout) -> tuple[list[Keys], NDArray[np.bool_]]:
    """Equal shingles of two drafts (left place above the right one, in order, in parts), and which shingles are common."""
    common = np.zeros(len(keys), dtype=np.bool_)
    least = max(COMMON_LEAST, COMMON_SHARE * (len(layout.first) - 1))
    parts = []
    for place, group in _groups(keys):
        owner = layout.owner[place]
        edges = np.flatnonzero(np.diff(group, prepend=-1))
        sizes = np.diff(edges, append=len(group))
        fresh = np.concatenate([[True], (owner[1:] != owner[:-1]) | (group[1:] != group[:-1])])
        drafts = np.add.reduceat(fresh, edges)
        common[place[np.repeat(drafts >= least, sizes)]] = True
        parts.append(_seeds(place, owner, group, edges, sizes))
    return parts, common


def _groups(keys: Keys) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """(places, number of the group) of shingles that stand in several places, some at a time, never parting equal ones."""
    bits = np.uint64(len(keys).bit_length())
    low = (np.uint64(1) << bits) - np.uint64(1)
    start = 0
    while start < len(keys):
        end = min(start + BLOCK, len(keys))
        if end < len(keys):  # to where the last of the block's hashes ends
            end = int(np.searchsorted(keys, keys[end - 1] | low, side="right"))
        block = keys[start:end]
        same = (block[1:] >> bits) == (block[:-1] >> bits)
        several = np.concatenate([same, [False]]) | np.concatenate([[False], same])
        if same.any():
            block = block[several]
            head = block >> bits
            yield (block & low).astype(np.int64), np.cumsum(np.diff(head, prepend=head[0]) != 0)
        start = end


def _seeds(
    place: NDArray[np.int64], owner: NDArray[np.unsignedinteger], group: NDArray[np.int64], edges: NDArray[np.int64],
    sizes: NDArray[np.int64],
) -> Keys:  # fmt: skip
    """Pairs of equal shingles in two drafts, in order."""
    few = np.repeat(sizes <= MAX_PLACES, sizes)
    pairs = []
    for step in range(1, min(MAX_PLACES, int(sizes.max()))):
        at = np.flatnonzero((group[step:] == group[:-step]) & few[step:])
        pairs.append((at, at + step))
    many = np.flatnonzero(~few)
    pairs.append((np.repeat(edges, sizes)[many], many))
    out = []
    for i, j in pairs:
        apart = owner[i] != owner[j]
        i, j = i[apart], j[apart]
        out.append((place[i].astype(np.uint64) << _HALF) | place[j].astype(np.uint64))
    seeds = np.concatenate(out)
    seeds.sort()
    return seeds


def candidates(parts: Sequence[Keys], layout: Layout, *, least: int) -> Iterator[tuple[int, int, list[Run]]]:
    """(left, right, runs) of pieces of two drafts that share at least so many shingles near one another."""
    count = np.zeros(len(layout.first), dtype=np.int64)
    for part in parts:
        count += np.bincount(layout.owner[part >> _HALF], minlength=len(count))
    for a, b in _lefts(count, layout) if parts else ():
        ends = [
            np.searchsorted(p, np.array([layout.first[a], layout.first[b]], dtype=np.uint64) << _HALF) for p in parts
        ]
        seeds = np.concatenate([p[e[0] : e[1]] for p, e in zip(parts, ends, strict=True)])
        if len(seeds):
            yield from _pieces(seeds, a, layout, least)


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


def _pieces(seeds: Keys, base: int, layout: Layout, least: int) -> Iterator[tuple[int, int, list[Run]]]:
    """Runs on one diagonal, near runs together; what has too few shingles for a passage is left out at once."""
    spread = layout.longest
    places, diagonals = spread.bit_length(), (2 * spread).bit_length()
    i, j = (seeds >> _HALF).astype(np.int64), (seeds & _LOW).astype(np.int64)
    left, right = layout.owner[i].astype(np.int64), layout.owner[j].astype(np.int64)
    i -= layout.first[left]
    j -= layout.first[right]
    drafts = len(layout.first).bit_length()
    packed = (((((left - base) << drafts) | right) << diagonals | (j - i + spread)) << places | i).astype(np.uint64)
    packed.sort()
    line, at = (packed >> np.uint64(places)).astype(np.int64), (packed & np.uint64((1 << places) - 1)).astype(np.int64)
    head = np.flatnonzero(np.concatenate([[True], (line[1:] != line[:-1]) | (at[1:] - at[:-1] > MAX_GAP)]))
    tail = np.concatenate([head[1:], [len(at)]]) - 1
    runs = _kept(np.stack([line[head], at[head], at[tail] + WIDTH, tail - head + 1]), diagonals, least)
    pair, shift = (runs[0] >> diagonals).tolist(), (runs[0] & ((1 << diagonals) - 1)) - spread
    rows = list(zip(runs[1].tolist(), runs[2].tolist(), shift.tolist(), runs[3].tolist(), strict=True))
    for a, b in pairwise(np.flatnonzero(np.diff(runs[4], prepend=-1, append=-1)).tolist()):
        yield (pair[a] >> drafts) + base, pair[a] & ((1 << drafts) - 1), rows[a:b]


def _kept(runs: NDArray[np.int64], diagonals: int, least: int) -> NDArray[np.int64]:
    """Runs (line, start, end, seeds) that may belong to a passage, in order of their pieces, and the number of the piece.

    A chain takes no step of more than ``MAX_SHIFT`` to another diagonal and of more than ``MAX_GAP`` syllables: what is
    parted by more is parted before anything is looked at one by one.
    """
    pair = runs[0] >> diagonals
    band = np.cumsum((np.diff(pair, prepend=-1) != 0) | (np.diff(runs[0], prepend=0) > MAX_SHIFT))
    runs, band = _rich(runs, band, least)
    order = np.lexsort((runs[0], runs[1], band))
    runs, band = runs[:, order], band[order]
    wide = int(runs[2].max(initial=0)) + MAX_GAP + 1
    reach = np.maximum.accumulate(runs[2] + band * wide)
    apart = np.concatenate([[True], (runs[1] + band * wide)[1:] > reach[:-1] + MAX_GAP])[: len(band)]
    runs, band = _rich(runs, np.cumsum(apart | (np.diff(band, prepend=-1) != 0)), least)
    return np.concatenate([runs, band[None]])


def _rich(runs: NDArray[np.int64], part: NDArray[np.int64], least: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Only the parts with so many seeds."""
    rich = np.bincount(part, weights=runs[3], minlength=1) >= least
    kept = rich[part]
    return runs[:, kept], part[kept]
