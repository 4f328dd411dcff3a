"""What headings and the text under them speak of, beside the likeness of titles: words of the guidance, kinds of matter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .naming import pairs_of, telling_pairs, variants
from .themes import Phrase, themes
from .wanted import Wanted

IN_HEADING, IN_TEXT, MOST = 0.15, 0.08, 0.30
"""What two words running of a requirement's matter count, said in a heading or under it, and what all of them count at most;
each the less the more requirements, or sections, have them. Chosen with ``scripts/evaluate_bare.py``."""
OUTLINES_WORDS, MOSTLY = 0.75, 0.75
"""Likeness of a heading that is worded as the outline, and the share of such headings in a draft that follows its wording."""
FEW = 6
"""Of fewer headings nothing is said about the wording of all."""
MIN_TELLS = 1.5
"""What a heading and all the text under it must say of an item's themes to be told of it; no other item of the part is told as much."""


@dataclass(frozen=True, eq=False)
class Speech:
    """Headings (``titles``) with the text right under each (``texts``) and the headings right below each, and the likeness of
    requirements to headings."""

    wanted: Wanted
    titles: list[str]
    texts: list[str]
    below: list[tuple[int, ...]]
    similarity: NDArray[np.float64]

    @cached_property
    def follows(self) -> bool:
        """Whether nearly all headings are in the outline's words: what stands between them in others is no answer by its place."""
        best = self.similarity.max(axis=0) if self.similarity.size else np.zeros(0)
        return len(best) >= FEW and float((best >= OUTLINES_WORDS).mean()) >= MOSTLY

    def speaks_pair(self, requirement: int, section: int) -> bool:
        """Whether a heading has two syllables running of one of the requirement's titles: one alone is of many words (``chính``)."""
        own = (pairs_of(title) for title in variants(self.wanted.requirements[requirement]))
        said = pairs_of(self.titles[section])
        return any(pairs & said for pairs in own)

    @cached_property
    def under(self) -> list[set[tuple[str, str]]]:
        """Two words running in each text."""
        return [telling_pairs(text) for text in self.texts]

    @cached_property
    def hinted(self) -> NDArray[np.float64]:
        """How much of a requirement's matter is told in a heading and under it, up to ``MOST``: requirements x sections."""
        wanted, said = self.wanted, [telling_pairs(title) for title in self.titles]
        seen = Counter(pair for pairs in self.under for pair in pairs)
        out = np.zeros(self.similarity.shape)
        for r, own in enumerate(wanted.matter):
            titles = wanted.telling[r]
            for s, pairs in enumerate(said):
                head = sum(1 / wanted.matter_seen[p] for p in (own - titles) & pairs)
                text = sum(1 / wanted.matter_seen[p] / seen[p] for p in own & self.under[s] - pairs)
                out[r, s] = min(MOST, IN_HEADING * head + IN_TEXT * text)
        return out

    @cached_property
    def beneath(self) -> NDArray[np.float64]:
        """Share of the headings right below one that tell items of a container by their themes, and more of them than of any
        other item of its part: requirements x sections."""
        wanted, out = self.wanted, np.zeros(self.similarity.shape)
        for s, below in enumerate(self.below):
            for t in below if len(below) > 1 else ():
                for r in self.items_told[t]:
                    above = wanted.parent_of[r]
                    while above is not None:
                        out[above, s] += 1 / len(below)
                        above = wanted.parent_of[above]
        return out

    @cached_property
    def items_told(self) -> list[list[int]]:
        """For each section the items that it tells most of, one of each part at most."""
        return [self._told_under(s) for s in range(len(self.titles))]

    @cached_property
    def shares(self) -> NDArray[np.float64]:
        """Of items of a part that have one topic and voice, how much of each one's themes a section tells beside the one of which it
        tells most; 1 for other items, and where little is told of any: requirements x sections."""
        wanted, out = self.wanted, np.ones(self.similarity.shape)
        alike: dict[tuple[int, str | None, str | None], list[int]] = {}
        for k, r in enumerate(wanted.requirements):
            if r.topic is not None and not wanted.children_of[k]:
                alike.setdefault((wanted.root_of[k], r.topic, r.voice), []).append(k)
        several = [items for items in alike.values() if len(items) > 1]  # of most outlines none: no theme is loaded
        for items in ([k for k in items if wanted.asked[k]] for items in several):
            if len(items) < 2:
                continue
            for s, phrases in enumerate(self._said):
                said = phrases.union(themes().phrases(self.titles[s]))
                told = np.array([themes().worth(said, wanted.asked[k]) for k in items])
                if told.max() >= MIN_TELLS:
                    out[items, s] = told / told.max()
        return out

    @cached_property
    def _said(self) -> list[set[Phrase]]:
        """The phrases of themes in all the text under each heading; headings stand before those below them."""
        out = [set(themes().phrases(text)) for text in self.texts]
        for s in range(len(out) - 1, -1, -1):
            out[s].update(*(out[t] for t in self.below[s]))
        return out

    def _told_under(self, s: int) -> list[int]:
        """The item of each part of whose themes a heading and all the text under it say most."""
        phrases, parts = self._said[s].union(themes().phrases(self.titles[s])), dict[int, list[tuple[float, int]]]()
        for r, own in enumerate(self.wanted.asked):
            if own and not self.wanted.children_of[r]:
                parts.setdefault(self.wanted.root_of[r], []).append((themes().worth(phrases, own), r))
        ranked = [sorted(items, reverse=True) for items in parts.values()]
        clear = (items for items in ranked if len(items) < 2 or items[0][0] > items[1][0])
        return [items[0][1] for items in clear if items[0][0] >= MIN_TELLS]
