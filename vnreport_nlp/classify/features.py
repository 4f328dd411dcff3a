"""A passage's features, words and pairs of neighbouring words, as columns of the model: for many passages at once, in numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise, repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
"""Columns while they are looked up and counted: half as wide, twice as fast."""
PACK = 21
"""Bits of a word's number in the key of a pair, and of a column and ``GOES_ON`` behind it."""
GOES_ON = 1 << PACK - 1
"""The bit of an entry behind which a key stands whose place was taken: others need not be looked for further on."""
COLUMN = GOES_ON - 1
"""The bits of the column in an entry."""
_FREE = ~GOES_ON
"""No key's entry, and none stands behind it."""
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""A multiplier that spreads keys over the table's places."""
BLOCK = 1 << 17
"""Places of the table in which repeated features are found; bounds the memory of a call and stays in the processor's cache."""


def features(words: Sequence[str]) -> list[str]:
    """Words and pairs of neighbouring words."""
    return [*words, *(f"{a} {b}" for a, b in pairwise(words))]


class PairTable:
    """Columns of word pairs by their packed key, looked up for a whole array at once: open addressing, a tenth full.

    An entry is the key with its column behind it: one look into memory for both, which is what a lookup costs.
    """

    def __init__(self, keys: Ints, columns: Ints) -> None:
        self._bits = max(10 * len(keys), 2).bit_length()
        self._entries = np.full(1 << self._bits, _FREE, dtype=np.int64)
        rest, places, entries = np.arange(len(keys)), self._places(keys), keys << PACK | columns
        while len(rest):  # of several keys for one place the last gets it, the others try the next one
            free = self._entries[places] == _FREE
            self._entries[places[free]] = entries[rest[free]]
            moved = self._entries[places] | GOES_ON != entries[rest] | GOES_ON
            rest, places = rest[moved], places[moved]
            self._entries[places] |= GOES_ON
            places = (places + 1) % len(self._entries)

    def _places(self, keys: Ints) -> Ints:
        return ((keys.astype(np.uint64) * _SPREAD) >> np.uint64(64 - self._bits)).astype(np.int64)

    def columns(self, keys: Ints) -> Small:
        """The column of each key, -1 where it has none."""
        places = self._places(keys)
        there = self._entries.take(places)
        right = there >> PACK == keys
        out: Small = np.where(right, there & COLUMN, -1).astype(np.int32)
        rest = np.flatnonzero((there & GOES_ON > 0) & ~right)
        while len(rest):  # the place is another key's, and this one may stand in the next
            places[rest] = near = (places.take(rest) + 1) % len(self._entries)
            there = self._entries.take(near)
            right = there >> PACK == keys.take(rest)
            out[rest[right]] = there[right] & COLUMN
            rest = rest[(there & GOES_ON > 0) & ~right]
        return out


class Counted(NamedTuple):
    """Which features stand in which passages, passage by passage, and how often.

    ``starts`` tells where each passage's features begin in ``columns`` and ``times``, and where the last one's end.
    """

    starts: Ints
    columns: Ints
    times: Ints


class FeatureTable:
    """The vocabulary of a model: numbers of words, and the columns that words and pairs of words have by number."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary

    @cached_property
    def _numbered(self) -> tuple[dict[str, int], Ints, Ints]:
        """(word → number, the words of all features in a row by number, where each feature's begin)."""
        sizes = np.fromiter(map(str.count, self._vocabulary, repeat(" ")), np.int64, len(self._vocabulary)) + 1
        words = " ".join(self._vocabulary).split(" ") if self._vocabulary else []
        numbers = {word: at for at, word in enumerate(dict.fromkeys(words))}
        return (
            numbers,
            np.fromiter(map(numbers.__getitem__, words), np.int64, len(words)),
            np.concatenate(([0], np.cumsum(sizes))),
        )

    @property
    def numbers(self) -> dict[str, int]:
        """Word → number; what stands in no feature has the number ``len(numbers)``."""
        return self._numbered[0]

    @cached_property
    def _columns(self) -> tuple[Small, PairTable]:
        """(column of each word by number, -1: none; columns of pairs)."""
        known, numbers, starts = self._numbered
        columns = np.fromiter(self._vocabulary.values(), np.int64, len(self._vocabulary))
        first, alone = numbers[starts[:-1]], np.diff(starts) == 1
        single = np.full(len(known) + 1, -1, dtype=np.int32)
        single[first[alone]] = columns[alone]
        second = numbers[starts[:-1][~alone] + 1]
        return single, PairTable(first[~alone] << PACK | second, columns[~alone])

    def columns(self, ids: Ints, sizes: Ints) -> tuple[Ints, Small]:
        """(where each passage's begin, and the last one's end; columns) of all known words and pairs, a word before the
        pair that it opens.

        ``ids`` are the numbers of all passages' words in a row, ``sizes`` how many each passage has.
        """
        single, pairs = self._columns
        both = np.full(2 * len(ids), -1, dtype=np.int32)
        both[::2] = single.take(ids)
        both[1:-1:2] = pairs.columns(ids[:-1] << PACK | ids[1:])
        both[2 * np.cumsum(sizes[sizes > 0]) - 1] = -1  # a passage's last word opens no pair
        known = np.flatnonzero(both >= 0)
        return np.searchsorted(known, 2 * np.cumsum(np.concatenate(([0], sizes)))), both.take(known)

    def counted(self, ids: Ints, sizes: Ints, width: int) -> Counted:
        """The features of all passages, each once with the times that it stands there; ``width`` is the number of columns.

        Every cell (passage, column) writes where it stands into its place of a table: what can be read there afterwards
        is the cell's last standing, for all its standings. The table needs no clearing, and nothing is sorted; it has room
        for some passages at a time.
        """
        starts, columns = self.columns(ids, sizes)
        height = max(BLOCK // width, 1)
        cells = np.repeat(np.arange(len(sizes)) % height * width, np.diff(starts))  # places are looked up as they are
        cells += columns
        order = np.arange(len(cells), dtype=np.int32)
        last, stands = np.empty(max(BLOCK, width), dtype=np.int32), np.empty(len(cells), dtype=np.int32)
        for a, b in pairwise([*starts[:-1:height].tolist(), len(cells)]):
            last[cells[a:b]] = order[a:b]
            last.take(cells[a:b], out=stands[a:b], mode="clip")
        first = stands == order
        kept, again = np.flatnonzero(first), np.flatnonzero(~first)  # few stand again
        times = np.bincount(stands.take(again), minlength=len(cells)).take(kept) + 1
        return Counted(np.searchsorted(kept, starts), columns.take(kept).astype(np.int64), times)
