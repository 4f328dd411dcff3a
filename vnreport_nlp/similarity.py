"""How alike titles are: characters in order (rapidfuzz) and the words that tell requirements apart.

Plain ``ratio`` puts ``Tồn tại, hạn chế`` at 0.73 of ``Nguyên nhân tồn tại, hạn chế``; the usual partial and token-set
ratios put it at 0.9 to 1.0 (facts, section 5). Words that occur in many titles of a template say little, so each word
weighs by its rarity among the requirements.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq

from .text import fold, plain

Matrix = NDArray[np.float64]
FUZZY_WORD = 0.74
"""Least similarity of an unknown word to a word of the template (one wrong letter in four: in three it is another syllable)."""
FUZZY_WEIGHT = 0.85
"""What a word that matches only without marks, or with a wrong letter, counts."""
STOP_WORDS = frozenset(fold("và của về các trong với cho là những có công tác việc theo đối").split())
"""Function words: they tell no title from another."""
_BREAK = re.compile(r"[\s,.;:()/“”\"'\-–—]+")
STOP_WEIGHT = 0.25
"""What a function word counts against a content word."""


def split_words(text: str) -> list[str]:
    """Folded syllables of a title, without punctuation."""
    return list(_split(text))


@lru_cache(maxsize=1 << 13)
def _split(text: str) -> tuple[str, ...]:
    """The same, once for each text: headings are compared again at every step."""
    return tuple(w for w in _BREAK.split(fold(text)) if w)


@dataclass(frozen=True)
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
    def _rows(self) -> Matrix:
        rows = np.zeros((len(self._keys), len(self.vocabulary)))
        for k, key in enumerate(self._keys):
            for word in key.split():
                rows[k, self.vocabulary[word]] = 1.0
        return rows

    def _encode(self, titles: Sequence[str]) -> tuple[Matrix, Matrix]:
        """(titles x vocabulary presence in [0, 1], weight of each title's unknown words)."""
        rows = np.zeros((len(titles), len(self.vocabulary)))
        unknown = np.zeros(len(titles))
        typical = float(np.median(self.weights)) if len(self.weights) else 1.0
        strange: dict[str, int | None] = {}
        for k, title in enumerate(titles):
            for word in split_words(title):
                at = self.vocabulary.get(word)
                if at is not None:
                    rows[k, at] = 1.0
                    continue
                if word not in strange:
                    strange[word] = self._nearest(word)
                near = strange[word]
                if near is not None:
                    rows[k, near] = max(rows[k, near], FUZZY_WEIGHT)
                elif word not in STOP_WORDS:
                    unknown[k] += typical
        return rows, unknown

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
        order = process.cdist(self._keys, keys, scorer=Indel.normalized_similarity, dtype=np.float32)
        rows, unknown = self._encode(titles)
        weighted = self._rows * self.weights
        common = weighted @ rows.T
        total = weighted.sum(axis=1)[:, None] + (rows * self.weights).sum(axis=1)[None, :] + unknown[None, :]
        dice = 2 * common / np.maximum(total, 1e-9)
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
        rows, _ = self._encode(titles)
        weighted = self._rows * self._telling
        return self._best((weighted @ rows.T) / np.maximum(weighted.sum(axis=1)[:, None], 1e-9))

    def within(self, titles: Sequence[str]) -> Matrix:
        """How much of a title's telling words a group holds, in [0, 1]: groups x titles, the best variant."""
        rows, unknown = self._encode(titles)
        weighted = self._rows * self._telling
        total = (rows * self._telling).sum(axis=1) + unknown
        return self._best((weighted @ rows.T) / np.maximum(total, 1e-9)[None, :])

    def _best(self, scores: Matrix) -> Matrix:
        """variants x titles → groups x titles."""
        out = np.zeros((len(self.groups), scores.shape[1]))
        for k, (group, _) in enumerate(self.variants):
            out[group] = np.maximum(out[group], scores[k])
        return out


def common_share(left: Sequence[int], right: Sequence[int]) -> float:
    """Share of syllables that two passages have in common and in order, in [0, 1] (longest common subsequence)."""
    return float(LCSseq.normalized_similarity(left, right))
