"""Everything that speaks for or against a section answering a requirement, as matrices requirements x sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..classify import Reading
from ..model import Outline, Requirement, Section, Span, Template
from ..similarity import TitleIndex, split_words
from .naming import GOES_ON, LISTED, pairs_of, step_value, variants, without

Matrix = NDArray[np.float64]
CONTAINED = 0.97
"""Share of a title's telling words in another that counts as all of them."""


@dataclass(frozen=True)
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
    def index(self) -> TitleIndex:
        return TitleIndex(tuple(variants(r) for r in self.requirements))

    @cached_property
    def titles(self) -> list[str]:
        """What each heading says; one that begins with ``của`` goes on from the heading above it: ``Nguyên nhân`` - ``Của hạn chế``."""
        own = [re.sub(r"\[[^\]]*\]", " ", s.title) for s in self.sections]
        own = [re.sub(r"\([^)]*\)", " ", title) if len(title) > 60 else title for title in own]
        return [
            f"{own[s.parent]} {title}" if s.parent is not None and GOES_ON.match(title) else title
            for s, title in zip(self.sections, own, strict=True)
        ]

    @cached_property
    def similarity(self) -> Matrix:
        return self.index.scores(self.titles)

    @cached_property
    def best_below(self) -> Matrix:
        """For each section, the greatest similarity of its title to a requirement below level 1."""
        rows = [k for k, r in enumerate(self.requirements) if r.parent is not None]
        return self.similarity[rows].max(axis=0) if rows and self.sections else np.zeros(len(self.sections))

    @cached_property
    def mention(self) -> Matrix:
        return self.index.mentions(self.titles)

    @cached_property
    def named(self) -> Matrix:
        """How much of the words that tell a requirement from its parents and siblings a title holds: requirements x sections."""
        groups = []
        for k, r in enumerate(self.requirements):
            parent = self.parent_of[k]
            beside = [] if parent is None else [q for q in self.children_of[parent] if q != k]
            common = {w for q in self.requirements if r.number.startswith(q.number + ".") for w in split_words(q.title)}
            alike = common | {w for q in beside for w in split_words(self.requirements[q].title)}
            groups.append(without(variants(r), alike))
        return TitleIndex(tuple(groups)).mentions(self.titles)

    @cached_property
    def told_beside(self) -> Matrix:
        """How much of the words that tell a requirement from its siblings alone a title holds: requirements x sections."""
        groups = []
        for k, r in enumerate(self.requirements):
            parent = self.parent_of[k]
            beside = [] if parent is None else [q for q in self.children_of[parent] if q != k]
            groups.append(without(variants(r), {w for q in beside for w in split_words(self.requirements[q].title)}))
        return TitleIndex(tuple(groups)).mentions(self.titles)

    @cached_property
    def items(self) -> list[tuple[str, ...]]:
        """What each title lists, empty for titles of one thing: ``Về chính trị, tư tưởng và đạo đức`` has three."""
        found = [tuple(t for t in LISTED.split(title) if t.strip()) for title in self.titles]
        return [items if len(items) > 1 else () for items in found]

    @cached_property
    def listed(self) -> Matrix:
        """Similarity of the best item of a title that lists several; 0 for other titles."""
        out = np.zeros_like(self.similarity)
        for s, items in enumerate(self.items):
            if items:
                out[:, s] = self.index.scores(items).max(axis=1)
        return out

    @cached_property
    def part_named(self) -> Matrix:
        """1 where a title speaks two words running that only the titles of this requirement's part have: ``khâu đột phá``."""
        said = [pairs_of(title) for title in self.titles]
        own = {root: pairs_of(self.requirements[root].title) for root in set(self.root_of)}
        for k, root in enumerate(self.root_of):
            for other in own.keys() - {root}:
                own[other] = own[other] - set().union(*map(pairs_of, variants(self.requirements[k])))
        return np.array([[float(bool(own[root] & pairs)) for pairs in said] for root in self.root_of])

    @cached_property
    def contained(self) -> Matrix:
        """1 where one title's telling words are all in the other: ``Nguyên nhân`` in ``Nguyên nhân của hạn chế``.

        A container's title joins those of its children, so a heading inside it says nothing.
        """
        leaf = np.array([[float(not c)] for c in self.children_of])
        inside = self.index.within(self.titles) * leaf
        return np.asarray(np.maximum(self.mention, inside) >= CONTAINED, dtype=np.float64)

    @cached_property
    def number_of(self) -> dict[str, int]:
        return {r.number: k for k, r in enumerate(self.requirements)}

    @cached_property
    def root_of(self) -> list[int]:
        """Index of each requirement's level-1 requirement."""
        return [self.number_of[r.number.split(".")[0]] for r in self.requirements]

    @cached_property
    def parent_of(self) -> list[int | None]:
        return [self.number_of[r.parent] if r.parent else None for r in self.requirements]

    @cached_property
    def children_of(self) -> list[list[int]]:
        out: list[list[int]] = [[] for _ in self.requirements]
        for k, parent in enumerate(self.parent_of):
            if parent is not None:
                out[parent].append(k)
        return out

    @cached_property
    def inside(self) -> NDArray[np.bool_]:
        """Whether each requirement stands below each other one: requirements x requirements."""
        return np.array([[a.number.startswith(b.number + ".") for b in self.requirements] for a in self.requirements])

    def leaves_beside(self, requirement: int) -> list[int]:
        """The other requirements of the same part that have none below them."""
        root = self.root_of[requirement]
        return [k for k, c in enumerate(self.children_of) if not c and k != requirement and self.root_of[k] == root]

    def sibling_words(self, requirement: int) -> set[str]:
        """Words of a requirement's titles that those of a sibling have too."""
        parent = self.parent_of[requirement]
        beside = [] if parent is None else [q for q in self.children_of[parent] if q != requirement]
        own = {w for text in variants(self.requirements[requirement]) for w in split_words(text)}
        return own & {w for q in beside for text in variants(self.requirements[q]) for w in split_words(text)}

    def descendants(self, requirement: int) -> list[int]:
        """Indexes of everything below a requirement."""
        head = self.requirements[requirement].number + "."
        return [k for k, r in enumerate(self.requirements) if r.number.startswith(head)]

    @cached_property
    def subtree(self) -> list[list[int]]:
        """For each section, the indexes of the sections below it."""
        return [[s.index for s in self.outline.subtree(section)][1:] for section in self.sections]

    @cached_property
    def same_step(self) -> Matrix:
        """1 where requirement and section carry the same last number."""
        wanted = [step_value(r.number.rpartition(".")[2]) for r in self.requirements]
        given = [step_value(s.number.rpartition(".")[2]) if s.marker else None for s in self.sections]
        return np.array([[float(a is not None and a == b) for b in given] for a in wanted]).reshape(
            len(wanted), len(given)
        )

    @cached_property
    def support(self) -> Matrix:
        """How well a section's descendants match a requirement's: mean over the children of the best match below."""
        out = np.zeros_like(self.similarity)
        for r in range(len(self.requirements)):
            below = self.descendants(r)
            if not below:
                continue
            for s in range(len(self.sections)):
                inside = self.territory[s]
                if inside:
                    out[r, s] = float(np.mean(self.similarity[np.ix_(below, inside)].max(axis=1)))
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
                for other in self.sections[section.index + 1 :]:
                    if other.level < section.level or best[other.index] >= 0.75:
                        break
                    inside = [*inside, other.index]
            out.append(inside)
        return out

    def text_span(self, section: Section) -> Span:
        """The section's text without its heading, children included."""
        return Span(min(section.body.start, section.whole.end), section.whole.end)

    @cached_property
    def topic(self) -> Matrix | None:
        """Mean probability of each requirement's topic over a section's text (weighted by syllables); NaN without topic."""
        if self.reading is None:
            return None
        out = np.full(self.similarity.shape, np.nan)
        for section in self.sections:
            mean = self.reading.mean(self.text_span(section))
            if mean is None:
                continue
            for k, r in enumerate(self.requirements):
                at = self.reading.topic_index(r.topic)
                if at is not None:
                    out[k, section.index] = mean[at]
        return out

    def knows_topic(self, requirement: int) -> bool:
        """Whether a text can be held against the requirement's topic: else titles and places alone speak."""
        return self.reading is not None and self.reading.topic_index(self.requirements[requirement].topic) is not None

    @cached_property
    def content(self) -> Matrix:
        """What `support` is by titles, by topic: mean over a requirement's items of their best share below a section; 0 in the other voice."""
        out = np.zeros_like(self.similarity)
        if self.topic is None:
            return out
        topic = np.nan_to_num(self.topic)
        for r in range(len(self.requirements)):
            items = [k for k in self.descendants(r) if not self.children_of[k]]
            for s, inside in enumerate(self.subtree):
                if items and inside and not self.voice_against(r, s):
                    out[r, s] = float(topic[np.ix_(items, inside)].max(axis=1).mean())
        return out

    @cached_property
    def direction(self) -> list[float | None]:
        """Probability that each section sets directions rather than reports results; None without text."""
        if self.reading is None:
            return [None] * len(self.sections)
        return [self.reading.direction_of(self.text_span(s)) for s in self.sections]

    @cached_property
    def twins(self) -> frozenset[str]:
        """Topics that the template asks for in both voices: only there can the voice tell two requirements apart."""
        voices: dict[str, set[str]] = {}
        for r in self.requirements:
            if r.topic and r.voice:
                voices.setdefault(r.topic, set()).add(r.voice)
        return frozenset(t for t, v in voices.items() if len(v) > 1)

    def voice_against(self, requirement: int, section: int) -> bool:
        """Whether the section's text clearly speaks in the other voice, for topics that occur in both."""
        wanted = self.requirements[requirement]
        voice = wanted.voice
        share = self.direction[section]
        if voice is None or share is None or (wanted.topic is not None and wanted.topic not in self.twins):
            return False
        return share < 0.25 if voice == "direction" else share > 0.75


def ranks(values: Sequence[float]) -> list[float]:
    """Relative places in [0, 1]."""
    top = max(len(values) - 1, 1)
    return [k / top for k in range(len(values))]
