"""Where drafts may share text: equal runs of four syllables, found by one sort over all drafts.

A key holds the hash of a shingle above the shingle's place among those of all drafts, so that a plain sort of numbers,
in place, lays equal shingles side by side in the order of the drafts. A shingle in many drafts pairs each of them with
the first only, so that a passage copied everywhere is one cluster, never g² pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .marks import Ids

WIDTH = 4
"""Syllables in a shingle."""
ROOM = 3
"""At least so many buckets for each shingle: then one in six shingles shares its bucket by chance."""
SEVERAL = 2
"""Two drafts or more."""
BLOCK = 500_000
"""Keys, and later seeds, that are looked at together: the arrays made on the way stay small, however many drafts there are."""
MAX_PLACES = 16
"""A shingle in more places than this pairs each place with the first only."""
COMMON_SHARE, COMMON_LEAST = 0.34, 6
"""A shingle in more than this share of the drafts (and at least so many) is common."""
_MIX = (
    np.uint64(0x9E3779B97F4A7C15),
    np.uint64(0xC2B2AE3D27D4EB4F),
    np.uint64(0x165667B19E3779F9),
    np.uint64(0x27D4EB2F165667C5),
)
HALF = np.uint64(32)
LOW = np.uint64(0xFFFFFFFF)

Keys = NDArray[np.uint64]


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
    """Hash above, place below, in order: of the shingles that stand in two drafts, and a few more.

    A byte for each of some buckets tells whether no, one or several drafts have a shingle in it; most shingles are alone in
    theirs, and need not be sorted.
    """
    total = int(layout.first[-1])
    bits = np.uint64(total.bit_length())
    drafts = list(keys)
    buckets = (ROOM * max(total, 1)).bit_length()
    above = np.uint64(64 - buckets)
    seen = np.zeros(1 << buckets, dtype=np.uint8)
    for key in drafts:
        bucket = (key >> above).astype(np.intp)
        times = seen.take(bucket)
        times += times < SEVERAL
        seen[bucket] = times
    kept = []
    for start, key in zip(layout.first.tolist(), drafts, strict=False):
        at = np.flatnonzero(seen.take((key >> above).astype(np.intp)) == SEVERAL)
        kept.append((key[at] >> bits << bits) | (at + start).astype(np.uint64))
    out = np.concatenate(kept) if kept else np.zeros(0, dtype=np.uint64)
    out.sort()
    return out


def seeds_and_common(keys: Keys, layout: Layout) -> tuple[list[Keys], NDArray[np.bool_]]:
    """Equal shingles of two drafts (left place above the right one, in order, in parts), and which shingles are common."""
    common = np.zeros(int(layout.first[-1]), dtype=np.bool_)
    least = max(COMMON_LEAST, COMMON_SHARE * (len(layout.first) - 1))
    parts = []
    for place, group in _groups(keys, np.uint64(int(layout.first[-1]).bit_length())):
        owner = layout.owner[place]
        edges = np.flatnonzero(np.diff(group, prepend=-1))
        sizes = np.diff(edges, append=len(group))
        fresh = np.concatenate([[True], (owner[1:] != owner[:-1]) | (group[1:] != group[:-1])])
        drafts = np.add.reduceat(fresh, edges)
        common[place[np.repeat(drafts >= least, sizes)]] = True
        parts.append(_seeds(place, owner, group, edges, sizes))
    return parts, common


def _groups(keys: Keys, bits: np.uint64) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """(places, number of the group) of shingles that stand in several places, some at a time, never parting equal ones."""
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
        out.append((place[i].astype(np.uint64) << HALF) | place[j].astype(np.uint64))
    seeds = np.concatenate(out)
    seeds.sort()
    return seeds
