"""How much each paragraph of a part says of each of its items, where no topic of an outline is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from ..expressions import compiled
from ..model import Span
from ..outline import count
from ..similarity import STOP_WORDS, split_words
from .evidence import Evidence
from .kinds import CAUSES, LESSONS, REQUESTS, STRENGTHS, WANTING, praised, told, wanted_clauses
from .naming import telling_pairs, variants
from .passages import OPENING
from .themes import CALLED, Phrase, themes

OPENS, GENERAL, WORD, KIND = 2.0, 0.5, 0.3, 2.0
"""How much more what a paragraph opens with counts, how much less general phrases; what a single word of a title counts, and a sentence of the item's kind."""
TELLING = frozenset((WANTING, CAUSES, LESSONS, REQUESTS))
"""Kinds that sentences show by how they speak; what they speak of tells less."""
_TURNS = compiled(r"\W*(?:tuy|dù|dẫu|mặc dù|song|nhưng)\s", re.IGNORECASE)
"""So begins what did not go well, behind what did."""


@dataclass(frozen=True, slots=True)
class Told:
    """One paragraph of a part, with the bullets that belong to it, and what it says."""

    section: int
    span: Span
    syllables: int
    phrases: frozenset[Phrase]
    pairs: frozenset[tuple[str, str]]
    words: frozenset[str]
    first_phrases: frozenset[Phrase]
    first_pairs: frozenset[tuple[str, str]]

    def holds(self, passage: Span) -> bool:
        """Whether a passage stands in it, or some of it."""
        return passage.start < self.span.end and self.span.start < passage.end


class Likeness:
    """How much each paragraph of a part says of each of its items: of their themes, of their titles' and guidances' words, of their kind."""

    def __init__(self, evidence: Evidence, items: Sequence[int], told: Sequence[Told]) -> None:
        self._evidence, self._told = evidence, told
        wanted = evidence.wanted
        self._words = {
            r: frozenset(w for title in variants(evidence.requirements[r]) for w in split_words(title)) - STOP_WORDS
            for r in items
        }
        self._asking = Counter(theme for r in items for theme in wanted.asked[r])
        self._having = Counter(pair for r in items for pair in wanted.matter[r])
        self._naming = Counter(word for r in items for word in self._words[r])
        self._pairs = Counter(pair for one in told for pair in one.pairs)
        self._said = Counter(word for one in told for word in one.words)
        self._known: dict[tuple[int, int], float] = {}

    def of(self, r: int, at: int) -> float:
        """The likeness of one pair, 0 where a paragraph says nothing of an item."""
        if (r, at) not in self._known:
            one = self._told[at]
            said = self._themes(r, one) + self._titles(r, one)
            weight = GENERAL if self._evidence.wanted.kinds[r] & TELLING else 1.0
            self._known[r, at] = weight * said + self._kinds(r, one)
        return self._known[r, at]

    def _themes(self, r: int, one: Told) -> float:
        known, asked, total = themes(), self._evidence.wanted.asked[r], 0.0
        for phrase in one.phrases if asked else ():
            of = known.of(phrase)
            worth = sum(1 / self._asking[theme] for theme in of & asked) / len(of)
            worth *= (CALLED if phrase in known.names else 1.0) * (OPENS if phrase in one.first_phrases else 1.0)
            total += worth * (GENERAL if phrase in known.general else 1.0)
        return total

    def _titles(self, r: int, one: Told) -> float:
        """Words running and words of the title and the guidance, each the more the fewer paragraphs and items have it."""
        total = 0.0
        for pair in one.pairs & self._evidence.wanted.matter[r]:
            total += (OPENS if pair in one.first_pairs else 1.0) * self._rare(self._pairs[pair]) / self._having[pair]
        return total + sum(WORD * self._rare(self._said[w]) / self._naming[w] for w in one.words & self._words[r])

    def _rare(self, seen: int) -> float:
        """1 for what one paragraph of many says, 0 for what all say."""
        most = len(self._told) + 1
        return max(0.0, log(most / (seen + 0.5)) / log(most))

    def _kinds(self, r: int, one: Told) -> float:
        text = self._evidence.outline.document.text
        says = {STRENGTHS: praised, WANTING: wanted_clauses}
        return sum(
            KIND
            for kind in self._evidence.wanted.kinds[r]
            if told(kind, text, one.span, home=True)
            or (kind in says and says[kind](text, one.span))
            or (kind == WANTING and _TURNS.match(text, one.span.start))
        )


def tell(text: str, section: int, span: Span) -> Told:
    """What one paragraph, or one with the bullets that belong to it, says."""
    known, said = themes(), text[span.start : span.end]
    opening = " ".join(said.split()[:OPENING])
    return Told(
        section,
        span,
        count(said),
        frozenset(known.phrases(said)),
        frozenset(telling_pairs(said)),
        frozenset(split_words(said)) - STOP_WORDS,
        frozenset(known.phrases(opening)),
        frozenset(telling_pairs(opening)),
    )
