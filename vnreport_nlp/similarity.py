"""How alike titles are: characters in order (rapidfuzz) and the words that tell requirements apart.

Plain ``ratio`` puts ``Tồn tại, hạn chế`` at 0.73 of ``Nguyên nhân tồn tại, hạn chế``; the usual partial and token-set
ratios put it at 0.9 to 1.0 (facts, section 5). Words that occur in many titles of a template say little, so each word
weighs by its rarity among the requirements.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq

from .expressions import compiled
from .text import fold, plain

Matrix = NDArray[np.float64]
FUZZY_WORD = 0.74
"""Least similarity of an unknown word to a word of the template (one wrong letter in four: in three it is another syllable)."""
FUZZY_WEIGHT = 0.85
"""What a word that matches only without marks, or with a wrong letter, counts."""
STOP_WORDS = frozenset(fold("và của về các trong với cho là những có công tác việc theo đối").split())
"""Function words: they tell no title from another."""
_BREAK = compiled(r"[\s,.;:()/“”\"'\-–—]+")
STOP_WEIGHT = 0.25
"""What a function word counts against a content word."""
TITLE = 300
"""Characters of the longest text whose words are kept: the paragraphs of sixty drafts took 20 MB and were not asked for again."""
REMEMBERED = 1 << 10
"""Titles and strange words whose comparison with an index is kept; a draft has some hundreds."""


def split_words(text: str) -> list[str]:
    """Folded syllables of a title, without punctuation."""
    return list(_split(text)) if len(text) <= TITLE else _cut(text)


@lru_cache(maxsize=1 << 13)
def _split(text: str) -> tuple[str, ...]:
    """The same, once for each title: headings are compared again at every step, paragraphs hardly ever."""
    return tuple(_cut(text))


def _cut(text: str) -> list[str]:
    return [w for w in _BREAK.split(fold(text)) if w]


@dataclass(frozen=True, eq=False)
class TitleIndex:
    """Variants of titles (one group per requirement), ready to be compared with headings."""

    groups: tuple[tuple[str, ...], ...]

    @cached_property
    def variants(self) -> list[tuple[int, str]]:
        return [(g, v) for g, group in enumerate(self.groups) for v in group]

    @cached_property
    def _keys(self) -> list[str]:
        return [" ".join(split_words(v)) for _, v in self.variants]

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        out: dict[str, int] = {}
        for key in self._keys:
            for word in key.split():
                out.setdefault(word, len(out))
        return out

    @cached_property
    def _plain_vocabulary(self) -> dict[str, int]:
        out: dict[str, int] = {}
        for word, at in self.vocabulary.items():
            out.setdefault(plain(word), at)
        return out

    @cached_property
    def weights(self) -> Matrix:
        """Rarity of each word among the groups, function words damped.

        A word of some group's first variant (the title) counts in the groups whose title has it: aliases must not make the
        template's own words common.
        """
        counts = np.zeros(len(self.vocabulary))
        titles = [set(split_words(group[0])) if group else set() for group in self.groups]
        own = set().union(*titles) if titles else set()
        for group, title in zip(self.groups, titles, strict=True):
            for word in title | ({w for v in group for w in split_words(v)} - own):
                counts[self.vocabulary[word]] += 1
        rarity = np.log1p(len(self.groups) / np.maximum(counts, 1))
        for word, at in self.vocabulary.items():
            if word in STOP_WORDS:
                rarity[at] *= STOP_WEIGHT
        return np.asarray(rarity)

    @cached_property
    def _rows(self) -> NDArray[np.int8]:
        """Presence of each word in each variant: words x variants, so that a word's column lies together in memory."""
        rows = np.zeros((len(self.vocabulary), len(self._keys)), dtype=np.int8)
        for k, key in enumerate(self._keys):
            for word in key.split():
                rows[self.vocabulary[word], k] = 1
        return rows

    @cached_property
    def _weighted(self) -> tuple[Matrix, Matrix]:
        """(the same by weight, weight of each variant's words)."""
        weighted = self._rows * self.weights[:, None]
        return weighted, weighted.sum(axis=0)

    @cached_property
    def _weighted_telling(self) -> tuple[Matrix, Matrix]:
        """The same by telling weight."""
        weighted = self._rows * self._telling[:, None]
        return weighted, weighted.sum(axis=0)

    @cached_property
    def typical(self) -> float:
        """What a word counts that no group has."""
        ordered = sorted(self.weights.tolist())  # np.median would import numpy.ma, a tenth of numpy
        middle = len(ordered) // 2
        return (ordered[middle] + ordered[-1 - middle]) / 2 if ordered else 1.0

    @cached_property
    def _starts(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """(groups that have variants, where each one's begin)."""
        owners = np.array([g for g, _ in self.variants], dtype=np.intp)
        return np.unique(owners, return_index=True)

    @cached_property
    def _encode(self) -> Callable[[str], Encoded]:
        """``_encoded`` of this index, remembered: a heading is held against it in several ways."""
        return lru_cache(maxsize=REMEMBERED)(partial(_encoded, self))

    def _laid_out(self, titles: Sequence[str]) -> Laid:
        """The words of all titles in a row; a title without any has one of no value, so that each has its place."""
        each = [self._encode(title) for title in titles]
        words = [pair for one in each for pair in (one.words or ((0, 0.0),))]
        sizes = np.array([max(len(one.words), 1) for one in each], dtype=np.intp)
        return Laid(
            np.array([at for at, _ in words], dtype=np.intp),
            np.array([value for _, value in words]),
            np.cumsum(sizes) - sizes,
            np.array([one.unknown for one in each]),
        )

    @cached_property
    def nearest(self) -> Callable[[str], int | None]:
        """The word of the index that a strange word stands for, remembered: units write the same words."""
        return lru_cache(maxsize=REMEMBERED)(self._nearest)

    def _nearest(self, word: str) -> int | None:
        bare = plain(word)
        at = self._plain_vocabulary.get(bare)
        if at is not None or len(bare) < 4:
            return at
        found = process.extractOne(
            bare, self._plain_vocabulary.keys(), scorer=Indel.normalized_similarity, score_cutoff=FUZZY_WORD
        )
        return self._plain_vocabulary[found[0]] if found else None

    def scores(self, titles: Sequence[str]) -> Matrix:
        """Similarity in [0, 1] of every group with every title: groups x titles, the best variant of each group."""
        out = np.zeros((len(self.groups), len(titles)))
        if not titles or not self._keys:
            return out
        keys = [" ".join(split_words(t)) for t in titles]
        order = process.cdist(self._keys, keys, scorer=Indel.normalized_similarity, dtype=np.float32).T
        weighted, sums = self._weighted
        laid = self._laid_out(titles)
        total = sums[None, :] + (laid.total(self.weights) + laid.unknown)[:, None]
        dice = 2 * laid.common(weighted) / np.maximum(total, 1e-9)
        both = 0.5 * order + 0.5 * dice
        both = np.where(order >= 0.999, 1.0, np.minimum(both, 0.995))
        return self._best(both)

    @cached_property
    def _telling(self) -> Matrix:
        """The weights without those of function words."""
        return np.array(
            [0.0 if word in STOP_WORDS else w for word, w in zip(self.vocabulary, self.weights, strict=True)]
        )

    def mentions(self, titles: Sequence[str]) -> Matrix:
        """How much of a group's telling words a title holds, in [0, 1]: groups x titles, the best variant."""
        if not titles or not self._keys:
            return np.zeros((len(self.groups), len(titles)))
        weighted, sums = self._weighted_telling
        return self._best(self._laid_out(titles).common(weighted) / np.maximum(sums, 1e-9)[None, :])

    def within(self, titles: Sequence[str]) -> Matrix:
        """How much of a title's telling words a group holds, in [0, 1]: groups x titles, the best variant."""
        if not titles or not self._keys:
            return np.zeros((len(self.groups), len(titles)))
        weighted, _ = self._weighted_telling
        laid = self._laid_out(titles)
        total = laid.total(self._telling) + laid.unknown
        return self._best(laid.common(weighted) / np.maximum(total, 1e-9)[:, None])

    def _best(self, scores: Matrix) -> Matrix:
        """titles x variants → groups x titles."""
        out = np.zeros((len(self.groups), len(scores)))
        groups, starts = self._starts
        out[groups] = np.maximum.reduceat(scores, starts, axis=1).T
        return out


class Encoded(NamedTuple):
    """A title as (number of a word of the index, presence in (0, 1]) and the weight of its unknown words."""

    words: tuple[tuple[int, float], ...]
    unknown: float


class Laid(NamedTuple):
    """The words of many titles in a row; ``first`` is where each title's begin."""

    words: NDArray[np.intp]
    values: Matrix
    first: NDArray[np.intp]
    unknown: Matrix

    def common(self, weighted: Matrix) -> Matrix:
        """Weight of the words that titles and variants share: titles x variants.

        Summed word by word, not by a product of matrices: a title has few of the words, and the sum comes out the
        same on every machine.
        """
        return np.add.reduceat(weighted[self.words] * self.values[:, None], self.first, axis=0)

    def total(self, weights: Matrix) -> Matrix:
        """Weight of each title's known words."""
        return np.add.reduceat(weights[self.words] * self.values, self.first)


def _encoded(index: TitleIndex, title: str) -> Encoded:
    found: dict[int, float] = {}
    unknown = 0.0
    for word in split_words(title):
        at, value = index.vocabulary.get(word), 1.0
        if at is None:
            at, value = index.nearest(word), FUZZY_WEIGHT
        if at is not None:
            found[at] = max(found.get(at, 0.0), value)
        elif word not in STOP_WORDS:
            unknown += index.typical
    return Encoded(tuple(found.items()), unknown)


def common_share(left: Sequence[int], right: Sequence[int]) -> float:
    """Share of syllables that two passages have in common and in order, in [0, 1] (longest common subsequence)."""
    return float(LCSseq.normalized_similarity(left, right))
