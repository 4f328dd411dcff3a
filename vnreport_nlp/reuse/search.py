"""Passages that drafts share: one sort of packed shingles finds the candidates, exact alignment confirms them.

Every run of four syllables is a key; equal keys lie side by side after one sort over all drafts. A key in many drafts
pairs each of them with the first only, so that a passage copied everywhere is one cluster, never g² pairs. Keys on one
diagonal of two drafts join to runs, near runs to chains, and a chain counts when enough of its syllables are no
formula, quotation or template text. See docs/reuse.md for recall and precision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ..similarity import common_share
from .marks import Ids, Marks

WIDTH = 4
"""Syllables in a shingle."""
MIN_SYLLABLES = 25
"""Least length of a shared passage (issue and design: 25 syllables)."""
MIN_COUNTED = 18
"""Of these, least syllables that are no figure, quotation, citation or formula."""
MIN_FIGURES, SAME_FIGURES = 4, 0.5
"""A passage with so many figures of which fewer than half agree is the same form filled in by two units."""
SLICES = 16
"""Parts in which the keys are sorted: all keys of a thousand drafts at once would need a gigabyte."""
BLOCK = 1_000_000
"""Seeds that are looked at together, for the same reason; those of one left draft are never parted."""
MAX_PLACES = 16
"""A key in more places than this pairs each place with the first only."""
MAX_GAP, MAX_SHIFT = 14, 6
"""Runs join across at most this many syllables, shifted by at most so many."""
MIN_SIMILAR = 0.70
"""Least share of common syllables in a chain."""
MIN_SEEDED = 0.28
"""Least share of a chain's syllables that start a shared shingle."""
COMMON_SHARE, COMMON_LEAST = 0.34, 6
"""A shingle in more than this share of the drafts (and at least so many) is common."""
FORMULA = 32
"""A common run of at most this many syllables is a formula; a longer one is a passage that went round."""
_MIX = (
    np.uint64(0x9E3779B97F4A7C15),
    np.uint64(0xC2B2AE3D27D4EB4F),
    np.uint64(0x165667B19E3779F9),
    np.uint64(0x27D4EB2F165667C5),
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A shared passage: draft indexes, first and last+1 syllable on both sides, similarity, cluster number."""

    left: int
    right: int
    left_range: tuple[int, int]
    right_range: tuple[int, int]
    similarity: float
    cluster: int = 0


def shingles(ids: Ids) -> NDArray[np.uint64]:
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


def find_passages(drafts: Sequence[Marks], *, known: Iterable[Ids] = ()) -> list[Passage]:
    """Every passage of 25 syllables or more that two drafts share, ``known`` texts taken out; clustered."""
    if len(drafts) < 2:
        return []
    keys = [shingles(m.ids) for m in drafts]
    skip = np.unique(np.concatenate([shingles(k) for k in known] or [np.zeros(0, dtype=np.uint64)]))
    plainly = [_plain_positions(m, k, skip) for m, k in zip(drafts, keys, strict=True)]
    _without_formulas(plainly, keys)
    seeds = _seeds(keys)
    found = []
    for left, right, runs in _pairs(seeds, len(drafts)):
        found += _chains(drafts, plainly, left, right, runs)
    return _clustered(found)


def _plain_positions(marks: Marks, keys: NDArray[np.uint64], skip: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which syllables count: not quoted, not cited, not the template's words."""
    counts = marks.counts.copy()
    if len(skip) and len(keys):
        for at in np.flatnonzero(np.isin(keys, skip)):
            counts[at : at + WIDTH] = False
    return counts


def _without_formulas(counts: Sequence[NDArray[np.bool_]], keys: Sequence[NDArray[np.uint64]]) -> None:
    """Short runs that many drafts share are formulas and do not count; long ones are passages that went round."""
    frequent = []
    for places in _slices(keys):
        own = [np.unique(k[at]) for k, at in zip(keys, places, strict=True)]
        names, times = np.unique(np.concatenate(own), return_counts=True)
        frequent.append(names[times >= max(COMMON_LEAST, COMMON_SHARE * len(keys))])
    common = np.concatenate(frequent)
    for count, key in zip(counts, keys, strict=True):
        at = np.flatnonzero(np.isin(key, common))
        if not len(at):
            continue
        breaks = np.flatnonzero(np.diff(at) > MAX_GAP) + 1
        for run in np.split(at, breaks):
            if run[-1] + WIDTH - run[0] <= FORMULA:
                count[run[0] : run[-1] + WIDTH] = False


def _slices(keys: Sequence[NDArray[np.uint64]]) -> Iterator[list[NDArray[np.int64]]]:
    """Positions of the keys of each draft, a slice of all possible keys after the other: equal keys fall into one slice."""
    for part in range(SLICES):
        yield [np.flatnonzero(k >> np.uint64(60) == np.uint64(part)) for k in keys]


def _seeds(keys: Sequence[NDArray[np.uint64]]) -> list[NDArray[np.int32]]:
    """(left draft, right draft, diagonal, left position) of equal keys in two drafts, by slices of the keys."""
    return [_seeds_in([k[at] for k, at in zip(keys, places, strict=True)], places) for places in _slices(keys)]


def _seeds_in(keys: Sequence[NDArray[np.uint64]], places: Sequence[NDArray[np.int64]]) -> NDArray[np.int32]:
    """The same of one slice, whose keys stand at ``places`` of their drafts."""
    total = np.concatenate(keys)
    draft = np.concatenate([np.full(len(k), d, dtype=np.int32) for d, k in enumerate(keys)])
    place = np.concatenate(places).astype(np.int32)
    order = np.argsort(total, kind="stable")
    total, draft, place = total[order], draft[order], place[order]
    edges = (
        np.flatnonzero(np.concatenate([[True], total[1:] != total[:-1], [True]])) if len(total) else np.zeros(0, int)
    )
    sizes = np.diff(edges)
    out: list[NDArray[np.int32]] = []
    for size in range(2, MAX_PLACES + 1):
        heads = edges[:-1][sizes == size]
        for i in range(size):
            for j in range(i + 1, size):
                out.append(_rows(draft, place, heads + i, heads + j))
    for head, size in zip(edges[:-1][sizes > MAX_PLACES], sizes[sizes > MAX_PLACES], strict=True):
        others = np.arange(head + 1, head + size)
        out.append(_rows(draft, place, np.full(len(others), head), others))
    rows = np.concatenate(out) if out else np.zeros((0, 4), dtype=np.int32)
    apart: NDArray[np.int32] = rows[rows[:, 0] != rows[:, 1]]
    return apart


def _rows(
    draft: NDArray[np.int32], place: NDArray[np.int32], i: NDArray[np.int64], j: NDArray[np.int64]
) -> NDArray[np.int32]:
    return np.stack([draft[i], draft[j], place[j] - place[i], place[i]], axis=1)


def _pairs(seeds: Sequence[NDArray[np.int32]], drafts: int) -> Iterator[tuple[int, int, NDArray[np.int32]]]:
    """(left, right, runs) with runs of seeds on one diagonal: (start, end, diagonal, seeds); some left drafts at a time."""
    block_of = np.cumsum(sum(np.bincount(s[:, 0], minlength=drafts) for s in seeds)) // BLOCK
    for number in np.unique(block_of):
        block = np.concatenate([s[block_of[s[:, 0]] == number] for s in seeds])
        if len(block):
            yield from _pairs_of(block)


def _pairs_of(seeds: NDArray[np.int32]) -> Iterator[tuple[int, int, NDArray[np.int32]]]:
    order = np.lexsort((seeds[:, 3], seeds[:, 2], seeds[:, 1], seeds[:, 0]))
    s = seeds[order]
    same = (
        (s[1:, 0] == s[:-1, 0]) & (s[1:, 1] == s[:-1, 1]) & (s[1:, 2] == s[:-1, 2]) & (s[1:, 3] - s[:-1, 3] <= MAX_GAP)
    )
    first = np.flatnonzero(np.concatenate([[True], ~same]))
    last = np.concatenate([first[1:], [len(s)]]) - 1
    runs = np.stack(
        [s[first, 0], s[first, 1], s[first, 3], s[last, 3] + WIDTH, s[first, 2], (last - first + 1).astype(np.int32)],
        axis=1,
    )
    edge = np.flatnonzero(np.concatenate([[True], (runs[1:, :2] != runs[:-1, :2]).any(axis=1), [True]]))
    for a, b in pairwise(edge):
        block = runs[a:b]
        if int(block[:, 5].sum()) >= MIN_SYLLABLES * MIN_SEEDED:
            yield int(block[0, 0]), int(block[0, 1]), block[:, 2:]


def _chains(
    drafts: Sequence[Marks], counts: Sequence[NDArray[np.bool_]], left: int, right: int, runs: NDArray[np.int32]
) -> list[Passage]:
    """Join near runs, keep chains that are long and alike enough."""
    out = []
    ordered: list[list[int]] = runs[np.lexsort((runs[:, 2], runs[:, 0]))].tolist()
    used = [False] * len(ordered)
    for k in range(len(ordered)):
        if used[k]:
            continue
        chain = [ordered[k]]
        for j in range(k + 1, len(ordered)):
            run, last = ordered[j], chain[-1]
            if run[0] > last[1] + MAX_GAP:
                break
            if not used[j] and abs(run[2] - last[2]) <= MAX_SHIFT and run[1] > last[1]:
                chain.append(run)
                used[j] = True
        if chain[-1][1] - chain[0][0] < MIN_SYLLABLES:
            continue
        passage = _passage(drafts, counts, left, right, chain)
        if passage is not None:
            out.append(passage)
    return out


def _passage(
    drafts: Sequence[Marks], counts: Sequence[NDArray[np.bool_]], left: int, right: int, chain: list[list[int]]
) -> Passage | None:
    a0, a1 = chain[0][0], chain[-1][1]
    b0, b1 = a0 + chain[0][2], max(r[1] + r[2] for r in chain)
    if sum(r[3] for r in chain) < MIN_SEEDED * (a1 - a0):
        return None
    alike = _figures_alike(drafts[left], (a0, a1), drafts[right], (b0, b1))
    if alike is not None and alike < SAME_FIGURES:
        return None  # the same words about other numbers are a formula
    # words that every draft uses are no formula where all their figures agree as well
    kept = [drafts[left].counts, drafts[right].counts] if alike == 1.0 else [counts[left], counts[right]]
    if min(int(kept[0][a0:a1].sum()), int(kept[1][b0:b1].sum())) < MIN_COUNTED:
        return None
    share = common_share(drafts[left].ids[a0:a1].tolist(), drafts[right].ids[b0:b1].tolist())
    return Passage(left, right, (a0, a1), (b0, b1), round(share, 3)) if share >= MIN_SIMILAR else None


def _figures_alike(left: Marks, a: tuple[int, int], right: Marks, b: tuple[int, int]) -> float | None:
    """Share of the right side's figures that stand on the left too; None where either side has too few to tell."""
    x = left.ids[a[0] : a[1]][left.figures[a[0] : a[1]]]
    y = right.ids[b[0] : b[1]][right.figures[b[0] : b[1]]]
    return float(np.isin(y, x).mean()) if min(len(x), len(y)) >= MIN_FIGURES else None


def _clustered(found: list[Passage]) -> list[Passage]:
    """Number passages that overlap in a draft as one cluster, in order of first appearance."""
    spans: dict[int, list[tuple[int, int, int]]] = {}
    parent = list(range(len(found)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for k, p in enumerate(found):
        for draft, (a, b) in ((p.left, p.left_range), (p.right, p.right_range)):
            spans.setdefault(draft, []).append((a, b, k))
    for entries in spans.values():
        entries.sort()
        open_end, owner = -1, -1
        for a, b, k in entries:
            if owner >= 0 and min(b, open_end) - a >= MIN_SYLLABLES // 2:
                parent[root(k)] = root(owner)
            if b > open_end:
                open_end, owner = b, k
    numbers: dict[int, int] = {}
    out = []
    for k, p in enumerate(found):
        number = numbers.setdefault(root(k), len(numbers) + 1)
        out.append(Passage(p.left, p.right, p.left_range, p.right_range, p.similarity, number))
    return out
