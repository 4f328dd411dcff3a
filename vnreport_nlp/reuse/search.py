"""Passages that drafts share: one sort of packed shingles finds the candidates, exact alignment confirms them.

Equal runs of four syllables are found by one sort over all drafts (``seeds``). Those on one diagonal of two drafts join
to runs, near runs to chains, and a chain counts when enough of its syllables are no formula, quotation or template
text. See docs/reuse.md for recall and precision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..similarity import common_share
from .marks import Ids, Marks
from .runs import MAX_GAP, MAX_SHIFT, Run, candidates
from .seeds import WIDTH, Keys, lay_out, seeds_and_common, shingles, sorted_keys

Counts = NDArray[np.bool_]
Range = tuple[int, int]
MIN_SYLLABLES = 25
"""Least length of a shared passage (issue and design: 25 syllables)."""
MIN_COUNTED = 18
"""Of these, least syllables that are no figure, quotation, citation or formula."""
MIN_FIGURES, SAME_FIGURES = 4, 0.5
"""A passage with so many figures of which fewer than half agree is the same form filled in by two units."""
MIN_SIMILAR, MIN_SEEDED = 0.70, 0.28
"""Least share of common syllables in a chain, and of its syllables that start a shared shingle."""
STRAIGHT_SIMILAR, STRAIGHT_SEEDED = 0.65, 0.15
"""The same where all runs lie on one diagonal, and as many syllables agree place by place: so do misread and exchanged
words, while texts of two hands that use the same phrases drift apart. With 6 % of the characters misread 1.00 of the
passages are found so, 0.89 without (made drafts, seeds 77 to 79), and not one more is wrong."""
FEW_FIGURES, APART = 2, 15
"""With so few figures, one to at most so many syllables, none may agree either: ``kiểm tra … lượt, giám sát … lượt``."""
SHORT, SHORT_SIMILAR = 40, 0.80
"""Runs that do not lie on one diagonal and are shorter than this must agree in more: two hands that use the same phrases.
Of planted passages (seeds 1 to 4, 13, 14) none is so short and so unlike, of the 18 wrong ones 14 are."""
ENDS = 3
"""So many syllables of a neighbouring sentence at an end of a passage belong to no passage."""
LEAST_SHINGLES = 5
"""Shared shingles below which nothing is looked at."""
FORMULA = 32
"""A common run of at most this many syllables is a formula; a longer one is a passage that went round."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A shared passage: draft indexes, first and last+1 syllable on both sides, similarity, cluster number."""

    left: int
    right: int
    left_range: tuple[int, int]
    right_range: tuple[int, int]
    similarity: float
    cluster: int = 0


def find_passages(drafts: Sequence[Marks], *, known: Iterable[Ids] = ()) -> list[Passage]:
    """Every passage of 25 syllables or more that two drafts share, ``known`` texts taken out; clustered."""
    if len(drafts) < 2:
        return []
    skip = np.unique(np.concatenate([shingles(k) for k in known] or [np.zeros(0, dtype=np.uint64)]))
    counts = [m.counts.copy() for m in drafts]
    layout = lay_out([max(0, len(m.ids) - WIDTH + 1) for m in drafts])
    keys = sorted_keys(_keys(drafts, counts, skip), layout)
    seeds, common = seeds_and_common(keys, layout)
    del keys  # as large as everything else together
    for count, first in zip(counts, layout.first.tolist(), strict=False):
        _without_formulas(count, np.flatnonzero(common[first : first + max(0, len(count) - WIDTH + 1)]))
    found = []
    for left, right, runs in candidates(
        seeds, layout, [m.ids for m in drafts], least=LEAST_SHINGLES, length=MIN_SYLLABLES
    ):
        found += _chains(drafts, counts, left, right, runs)
    return _clustered(sorted(found, key=lambda p: (p.left, p.right, p.left_range[0], p.right_range[0])))


def _keys(drafts: Sequence[Marks], counts: Sequence[Counts], skip: Keys) -> Iterator[Keys]:
    """The shingles of each draft; what are the template's words no longer counts, whatever figures were filled in between them."""
    for marks, count in zip(drafts, counts, strict=True):
        key = shingles(marks.ids)
        if len(skip) and len(key):
            _discount(count, np.arange(len(marks.ids)), key, skip)
            words = np.flatnonzero(~marks.figures)
            _discount(count, words, shingles(marks.ids[words]), skip)
        yield key


def _discount(count: Counts, places: NDArray[np.int64], key: Keys, skip: Keys) -> None:
    """What stands at the places of known shingles does not count."""
    if not len(key):
        return
    at = np.flatnonzero(skip[np.minimum(np.searchsorted(skip, key), len(skip) - 1)] == key)
    for k in range(WIDTH):
        count[places[at + k]] = False


def _without_formulas(count: Counts, at: NDArray[np.int64]) -> None:
    """Short runs that many drafts share are formulas and do not count; long ones are passages that went round."""
    if not len(at):
        return
    breaks = np.flatnonzero(np.diff(at) > MAX_GAP)
    first, last = at[np.concatenate([[0], breaks + 1])], at[np.concatenate([breaks, [-1]])] + WIDTH
    short = last - first <= FORMULA
    turns = np.zeros(len(count) + 1, dtype=np.int32)
    turns[first[short]] += 1
    turns[last[short]] -= 1
    count[np.cumsum(turns[:-1]) > 0] = False


def _chains(
    drafts: Sequence[Marks], counts: Sequence[Counts], left: int, right: int, ordered: list[Run]
) -> list[Passage]:
    """Join near runs, keep chains that are long and alike enough."""
    out = []
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
    drafts: Sequence[Marks], counts: Sequence[Counts], left: int, right: int, chain: list[Run]
) -> Passage | None:
    a, b = _whole(drafts, left, right, chain)
    similar, seeded = _asked(drafts, left, right, chain)
    if a[1] - a[0] < MIN_SYLLABLES or sum(r[3] for r in chain) < seeded * (a[1] - a[0]):
        return None
    x, y = _figures(drafts[left], a), _figures(drafts[right], b)
    if _filled(x, y, a[1] - a[0]):
        return None  # the same words about other numbers are a formula
    # words that every draft uses are no formula where all their figures agree as well
    told = min(len(x), len(y)) >= MIN_FIGURES and bool(np.isin(y, x).all())
    kept = [drafts[left].counts, drafts[right].counts] if told else [counts[left], counts[right]]
    if min(int(kept[0][slice(*a)].sum()), int(kept[1][slice(*b)].sum())) < MIN_COUNTED:
        return None
    share = common_share(drafts[left].ids[slice(*a)].tolist(), drafts[right].ids[slice(*b)].tolist())
    return Passage(left, right, a, b, round(share, 3)) if share >= similar else None


def _whole(drafts: Sequence[Marks], left: int, right: int, chain: list[Run]) -> tuple[Range, Range]:
    """First and last+1 syllable on both sides, without the first or last words of a neighbouring sentence."""
    a0, a1 = chain[0][0], chain[-1][1]
    b0, b1 = a0 + chain[0][2], max(r[1] + r[2] for r in chain)
    sides = ((drafts[left].heads, a0, a1), (drafts[right].heads, b0, b1))
    before = max(
        (k for k in range(1, ENDS + 1) for h, first, _ in sides if h[first + k : first + k + 1].any()), default=0
    )
    behind = max((k for k in range(1, ENDS + 1) for h, _, last in sides if h[last - k : last - k + 1].any()), default=0)
    return (a0 + before, a1 - behind), (b0 + before, b1 - behind)


def _asked(drafts: Sequence[Marks], left: int, right: int, chain: list[Run]) -> tuple[float, float]:
    """Which similarity a chain must have, and which share of shingles."""
    (a0, _, shift, _), a1 = chain[0], chain[-1][1]
    if any(r[2] != shift for r in chain):
        return SHORT_SIMILAR if a1 - a0 < SHORT else MIN_SIMILAR, MIN_SEEDED
    same = drafts[left].ids[a0:a1] == drafts[right].ids[a0 + shift : a1 + shift]
    return (STRAIGHT_SIMILAR, STRAIGHT_SEEDED) if same.mean() >= STRAIGHT_SIMILAR else (MIN_SIMILAR, MIN_SEEDED)


def _figures(marks: Marks, ends: Range) -> Ids:
    return marks.ids[slice(*ends)][marks.figures[slice(*ends)]]


def _filled(x: Ids, y: Ids, length: int) -> bool:
    """Whether these figures of two sides are those of one form that two units filled in."""
    few = min(len(x), len(y))
    alike = float(np.isin(y, x).mean()) if few >= FEW_FIGURES else 1.0
    return alike < SAME_FIGURES if few >= MIN_FIGURES else alike == 0 and length <= APART * few


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
