"""Sentences that tell a requirement's themes, under whatever heading, where no topic of the outline is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..expressions import compiled
from ..model import Span
from .evidence import Evidence
from .kinds import kinds_of
from .naming import telling_pairs
from .parts import Parts
from .passages import Passage, voice_fits
from .themes import Sentence, themes

MIN_SAID, MIN_SAID_FREE, MIN_SAID_HOME = 3.0, 1.5, 1.0
"""What sentences in a row must say of a requirement's themes under the heading of another requirement, under one of nobody's, and
at home: below the heading of the requirement above it, where few headings stand for many items. Chosen with ``evaluate_bare.py``
and twelve drafts by an author outside the corpus."""
MIN_RUN, MIN_RUN_HOME = 20, 12
"""Least length of such sentences, in syllables; at home."""
MERGED = 0.67
"""So many headings for an item at most where a writer tells several items under one; with one heading less its item is missing."""
SURE = 0.6
"""What such a passage says of itself: a person should look."""
_FIGURE = compiled(r"\d")


def themed_passage(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int) -> Passage | None:
    """The sentences in a row of the requirement's part that say most of it, and more than of any other item."""
    if evidence.children_of[r] or evidence.wanted.kinds[r]:
        return None
    search = _Search(evidence, parts, chosen, r)
    best: tuple[float, Passage] | None = None
    for run in search.runs():
        span, size = Span(run[0].span.start, run[-1].span.end), sum(one.syllables for one in run)
        said, (least, long) = search.said(r, run), search.asked_of(run[0].section)
        if size < long or said < least or (best is not None and said <= best[0]):
            continue
        if search.reports(span):
            best = said, Passage(run[0].section, span, size, SURE)
    return best[1] if best else None


@dataclass(frozen=True, eq=False)
class _Search:
    """One requirement looked for among the sentences of a draft; ``chosen`` are the headings that answer others."""

    evidence: Evidence
    parts: Parts
    chosen: dict[int, int]
    r: int

    @cached_property
    def home(self) -> frozenset[int]:
        """The parent's heading and those right below it, where these are so few that items must be told together."""
        parent = self.evidence.parent_of[self.r]
        if parent is None or parent not in self.chosen:
            return frozenset()
        at = self.chosen[parent]
        below = self.evidence.sections[at].children
        return frozenset((at, *below)) if len(below) <= MERGED * len(self.evidence.children_of[parent]) else frozenset()

    @cached_property
    def held(self) -> dict[int, frozenset[str]]:
        """The headings of other items, with the themes that those ask for."""
        asked = self.evidence.wanted.asked
        return {s: asked[k] for k, s in self.chosen.items() if not self.evidence.children_of[k]}

    def asked_of(self, s: int) -> tuple[float, int]:
        """(what must be said, syllables) under a heading."""
        if s in self.home:
            return MIN_SAID_HOME if s not in self.held else MIN_SAID_FREE, MIN_RUN_HOME
        return MIN_SAID_FREE if s not in self.held else MIN_SAID, MIN_RUN

    def said(self, k: int, run: Sequence[Sentence]) -> float:
        """How much sentences say of a requirement: of its themes, and at home of what only its title says."""
        home = run[0].section in self.home and run[0].section not in self.held
        said = themes().worth((p for one in run for p in one.phrases), self.evidence.wanted.asked[k], home=home)
        if not home:
            return said
        text, own = self.evidence.outline.document.text, self.evidence.wanted.alone[k]
        return said + len(own & set().union(*(telling_pairs(text[one.span.start : one.span.end]) for one in run)))

    def reports(self, span: Span) -> bool:
        """Whether sentences speak in the requirement's voice; results have figures."""
        text, voice = self.evidence.outline.document.text, self.evidence.requirements[self.r].voice
        figures = voice == "direction" or _FIGURE.search(text, span.start, span.end) is not None
        return figures and voice_fits(self.evidence, self.r, span, clear=False)

    def runs(self) -> Iterator[list[Sentence]]:
        """Sentences in a row that say more of the requirement than of another item; one that says nothing of any may stand between two."""
        run: list[Sentence] = []
        between: list[Sentence] = []
        for one in self.evidence.sentences:
            if run and one.section != run[-1].section:
                yield run
                run, between = [], []
            mine, other = self._shares(one)
            if mine and mine >= other:
                run, between = [*run, *between, one], []
            elif run and not between and not mine and not other:
                between = [one]
            elif run:
                yield run
                run, between = [], []
        if run:
            yield run

    def _shares(self, one: Sentence) -> tuple[float, float]:
        """How much a sentence says of the requirement, and of that other item of the part of which it says most."""
        silent = not one.phrases and one.section not in self.home  # says nothing of any, as most signs between stops do
        if silent or not self._open(one.section):
            return 0.0, 0.0
        others = (self.said(k, [one]) for k in self.evidence.wanted.leaves_beside[self.r])
        return self.said(self.r, [one]), max(others, default=0.0)

    def _open(self, s: int) -> bool:
        """Whether the text under a heading may be the requirement's: at home, of its part, of none, or under a heading of nobody's."""
        evidence, region, root = self.evidence, self.parts.region[s], self.evidence.root_of[self.r]
        if s in self.held and self.held[s] >= evidence.wanted.asked[self.r] and s not in self.home:
            return False  # that heading's own text
        if s in self.home and s not in self.held:
            return True
        if kinds_of(evidence.titles[s]) or not evidence.wanted.asked[self.r]:
            return False
        if self.parts.at_home(s, root):
            return True
        if not evidence.wanted.asked[self.r] - evidence.wanted.asked_elsewhere[root]:
            return False
        if region is None:
            return True
        voices = {
            evidence.requirements[region].voice,
            evidence.requirements[self.r].voice or evidence.requirements[root].voice,
        }
        if "direction" in voices and len(voices) > 1:
            return False
        return s not in self.chosen.values() or (root not in self.parts.section_of and not _judges(evidence, region))


def _judges(evidence: Evidence, root: int) -> bool:
    """Whether a part is made of what any report has: strengths, shortcomings, causes."""
    kinds = evidence.wanted.kinds
    below = evidence.children_of[root]
    return bool(kinds[root]) or (bool(below) and 2 * sum(bool(kinds[k]) for k in below) >= len(below))
