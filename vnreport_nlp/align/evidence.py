"""Everything that speaks for or against a section answering a requirement, as matrices requirements x sections."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..classify import Reading
from ..model import Outline, Paragraph, Requirement, Section, Span, Template
from ..outline import count
from ..similarity import TitleIndex
from .naming import LISTED, head_of, pairs_of, said_by, same_steps, telling_pairs
from .opposed import opposed
from .pieces import Pieces
from .speech import Speech
from .themes import Sentence, sentences_of
from .voices import against
from .wanted import Wanted, wanted_by

Matrix = NDArray[np.float64]
HEAD_SHARE = 0.95
"""What a title's likeness counts without its tail."""
CONTAINED = 0.97
"""Share of a title's telling words in another that counts as all of them."""
MIN_OWN_TEXT = 40
"""Syllables right under a heading that make it more than a title over what follows."""
MOST_GOVERNED = 500
"""No heading governs so many others; a draft has some sixty, the longest document at hand 113."""
NO_TITLE, FOREIGN = 0.45, 0.90
"""Likeness under which a title says nothing of a requirement, and the lead of another topic in its text from which it is another's."""
CLEAR_VOICE, NO_TOPIC, CLEAR_TOPIC = 0.75, 0.08, 0.62
"""Share of the other voice, of the own topic and of another from which a text tells another thing; chosen on such drafts."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """Titles, places and contents of one template and one outline, computed once."""

    template: Template
    outline: Outline
    reading: Reading | None = None

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        return self.template.requirements

    @property
    def sections(self) -> tuple[Section, ...]:
        return self.outline.sections

    @cached_property
    def wanted(self) -> Wanted:
        """What the template asks for, shared with every other draft held against it."""
        return wanted_by(self.template.requirements, self.template.title)

    @property
    def index(self) -> TitleIndex:
        return self.wanted.index

    @cached_property
    def titles(self) -> list[str]:
        """What each heading says; one that begins with ``của`` goes on from the heading above it: ``Nguyên nhân`` - ``Của hạn chế``."""
        return said_by(self.sections)

    @cached_property
    def similarity(self) -> Matrix:
        """Likeness of each requirement's titles to each heading, or to what it says besides what the report is about."""
        subject = f"{self.template.title} {self.outline.metadata.unit or ''}"
        heads = [head_of(title, subject) for title in self.titles]
        scores, same = self.index.scores(self.titles), heads == self.titles
        scores = scores if same else np.maximum(scores, HEAD_SHARE * self.index.scores(heads))
        return np.where(self.opposed, 0.0, scores)

    @cached_property
    def opposed(self) -> NDArray[np.bool_]:
        """Where a heading says the opposite of what is asked for."""
        return opposed(self.requirements, self.titles)

    @cached_property
    def speech(self) -> Speech:
        """What headings and texts speak of beside titles."""
        bodies = [self.outline.document.text[s.body.start : s.body.end] for s in self.sections]
        return Speech(self.wanted, self.titles, bodies, [s.children for s in self.sections], self.similarity)

    @cached_property
    def best_other(self) -> Matrix:
        """The greatest similarity of each title to a requirement neither above nor below this one: requirements x sections."""
        others = ~(self.wanted.inside | self.wanted.inside.T | np.eye(len(self.requirements), dtype=bool))
        return np.array([self.similarity[rows].max(axis=0, initial=0.0) for rows in others])

    @cached_property
    def mention(self) -> Matrix:
        return self.index.mentions(self.titles)

    @cached_property
    def named(self) -> Matrix:
        """How much of the words that tell a requirement from its parents and siblings a title holds: requirements x sections."""
        return self.wanted.named.mentions(self.titles)

    @cached_property
    def told_beside(self) -> Matrix:
        """How much of the words that tell a requirement from its siblings alone a title holds: requirements x sections."""
        return self.wanted.told_beside.mentions(self.titles)

    @cached_property
    def items(self) -> list[tuple[str, ...]]:
        """What each title lists, empty for titles of one thing: ``Về chính trị, tư tưởng và đạo đức`` has three."""
        found = [tuple(t for t in LISTED.split(title) if t.strip()) for title in self.titles]
        return [items if len(items) > 1 else () for items in found]

    @cached_property
    def listed(self) -> Matrix:
        """Similarity of the best item of a title that lists several; 0 for other titles."""
        out = np.zeros_like(self.similarity)
        lists = [s for s, items in enumerate(self.items) if items]
        if lists:
            sizes = [len(self.items[s]) for s in lists]
            scores = self.index.scores([item for s in lists for item in self.items[s]])
            out[:, lists] = np.maximum.reduceat(scores, np.cumsum([0, *sizes[:-1]]), axis=1)
        return out

    @cached_property
    def part_named(self) -> Matrix:
        """1 where a title speaks two words running that only the titles of this requirement's part have: ``khâu đột phá``."""
        said = [pairs_of(title) for title in self.titles]
        return np.array([[float(not own.isdisjoint(pairs)) for pairs in said] for own in self.wanted.pairs])

    @cached_property
    def contained(self) -> Matrix:
        """1 where one title's telling words are all in the other: ``Nguyên nhân`` in ``Nguyên nhân của hạn chế``.

        A container's title joins those of its children, so a heading inside it says nothing.
        """
        leaf = np.array([[float(not c)] for c in self.children_of])
        inside = self.index.within(self.titles) * leaf
        return np.asarray(np.maximum(self.mention, inside) >= CONTAINED, dtype=np.float64)

    @property
    def number_of(self) -> dict[str, int]:
        return self.wanted.number_of

    @property
    def root_of(self) -> list[int]:
        return self.wanted.root_of

    @property
    def parent_of(self) -> list[int | None]:
        return self.wanted.parent_of

    @property
    def children_of(self) -> list[list[int]]:
        return self.wanted.children_of

    @cached_property
    def subtree(self) -> list[list[int]]:
        """For each section, the indexes of the sections below it."""
        return [[s.index for s in self.outline.subtree(section)][1:] for section in self.sections]

    @cached_property
    def same_step(self) -> Matrix:
        """1 where requirement and section carry the same last number."""
        return same_steps(
            [r.number for r in self.requirements], [s.number if s.marker else None for s in self.sections]
        )

    @cached_property
    def support(self) -> Matrix:
        """How well a section's descendants match a requirement's: mean over the children of the best match below."""
        out = np.zeros_like(self.similarity)
        containers = [(r, below) for r, below in enumerate(self.wanted.descendants) if below]
        for s, inside in enumerate(self.territory):
            if inside:
                best = self.similarity[:, inside].max(axis=1)
                for r, below in containers:
                    out[r, s] = best[below].mean()
        return out

    @cached_property
    def territory(self) -> list[list[int]]:
        """The sections that a section may govern: its subtree, or in a flat outline those up to the next part heading."""
        roots = [k for k, r in enumerate(self.requirements) if r.parent is None]
        best = self.similarity[roots].max(axis=0) if roots and self.sections else np.zeros(len(self.sections))
        out: list[list[int]] = []
        for section in self.sections:
            inside = self.subtree[section.index]
            if not inside:
                inside = []
                for other in self.sections[section.index + 1 : section.index + 1 + MOST_GOVERNED]:
                    if other.level < section.level or best[other.index] >= 0.75:
                        break
                    if other.level == section.level and other.children and self.tells_itself(section):
                        break
                    inside.append(other.index)
            out.append(inside)
        return out

    def tells_itself(self, section: Section) -> bool:
        """Whether a heading has a text of its own right under it, and so heads nothing that follows at its level."""
        return count(self.outline.document.text[section.body.start : section.body.end]) >= MIN_OWN_TEXT

    def text_span(self, section: Section) -> Span:
        """The section's text without its heading, children included."""
        return Span(min(section.body.start, section.whole.end), section.whole.end)

    @cached_property
    def topic(self) -> Matrix | None:
        """Mean probability of each requirement's topic over a section's text (weighted by syllables), items of one topic told apart by
        their themes; NaN without topic."""
        if self.reading is None:
            return None
        out = np.full(self.similarity.shape, np.nan)
        columns = [self.reading.topic_index(r.topic) for r in self.requirements]
        rows = [k for k, at in enumerate(columns) if at is not None]
        known = [at for at in columns if at is not None]
        for section in self.sections:
            mean = self.reading.mean(self.text_span(section))
            if mean is not None:
                out[rows, section.index] = mean[known]
        return out * self.speech.shares

    def knows_topic(self, requirement: int) -> bool:
        """Whether a text can be held against the requirement's topic: else titles and places alone speak."""
        return self.reading is not None and self.reading.topic_index(self.requirements[requirement].topic) is not None

    @cached_property
    def pieces(self) -> Pieces:
        """The text, cut smaller than paragraphs."""
        return Pieces(self.reading)

    @cached_property
    def knows_topics(self) -> bool:
        """Whether that is so of every item: the classifier was trained on such an outline."""
        return all(self.knows_topic(k) for k, below in enumerate(self.children_of) if not below)

    @cached_property
    def content(self) -> Matrix:
        """What `support` is by titles, by topic: mean over a requirement's items of their best share below a section; 0 in the other voice."""
        out = np.zeros_like(self.similarity)
        if self.topic is None:
            return out
        topic = np.nan_to_num(self.topic)
        leaves = [[k for k in below if not self.children_of[k]] for below in self.wanted.descendants]
        containers = [(r, items) for r, items in enumerate(leaves) if items]
        for s, inside in enumerate(self.subtree):
            if inside:
                best = topic[:, inside].max(axis=1)
                for r, items in containers:
                    if not self.voice_against(r, s):
                        out[r, s] = best[items].mean()
        return out

    @cached_property
    def told(self) -> list[tuple[int, Paragraph, set[tuple[str, str]]]]:
        """Every paragraph under a heading, with the pairs of its words that tell some requirement."""
        document, wanted = self.outline.document, set[tuple[str, str]]().union(*self.wanted.matter)
        under = ((s.index, p) for s in self.sections for _, p in document.paragraphs_in(s.body))
        return [(s, p, wanted & telling_pairs(document.text[p.start : p.end])) for s, p in under]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Every sentence under a heading with the themes that it speaks of."""
        return sentences_of(self.outline)

    @cached_property
    def direction(self) -> list[float | None]:
        """Probability that each section sets directions rather than reports results; None without text."""
        reading = self.reading
        return [reading.direction_of(self.text_span(s)) if reading else None for s in self.sections]

    @cached_property
    def _against(self) -> list[list[bool]]:
        """``voice_against`` of every pair."""
        texts = [self.text_span(s) for s in self.sections]
        return against(self.requirements, self.wanted.twins, self.reading, self.direction, texts)

    @cached_property
    def foreign_topic(self) -> list[float]:
        """The greatest mean topic of each section's text, of the topics of no template as well; 0 without text."""
        reading = self.reading
        means = [reading.mean(self.text_span(s)) if reading else None for s in self.sections]
        return [0.0 if mean is None else float(mean.max()) for mean in means]

    def tells_another(self, requirement: int, section: int) -> bool:
        """Whether the text speaks clearly of another topic, under a title of nobody's or in the other voice: place alone is then no reason to link."""
        if self.topic is None or np.isnan(own := self.topic[requirement, section]):
            return False
        share, voice = self.direction[section], self.requirements[requirement].voice
        most = float(np.nan_to_num(self.topic[:, section]).max())
        if self.similarity[requirement, section] < NO_TITLE and self.foreign_topic[section] - own >= FOREIGN:
            return True
        if share is None or voice is None or (share if voice == "result" else 1 - share) <= CLEAR_VOICE:
            return False
        return bool(own < NO_TOPIC <= CLEAR_TOPIC <= most)

    def voice_against(self, requirement: int, section: int) -> bool:
        """Whether the section's text clearly speaks in the other voice, for topics that occur in both."""
        return self._against[requirement][section]
