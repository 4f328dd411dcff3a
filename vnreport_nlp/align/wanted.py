"""What a template asks for, as alignment needs it: its tree and the words of its titles, made once and used for every draft."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from ..expressions import compiled
from ..model import Requirement
from ..similarity import TitleIndex, split_words
from .kinds import STRENGTHS, WANTING, judges, kinds_of
from .naming import pairs_of, telling_pairs, variants, without
from .themes import asked

_THINGS = compiled(r"[,;.:()\[\]…\n\"“”/]+")
"""What stands between the things that guidance names: words on its two sides do not run on."""
_ASKED = compiled(
    r"\b(?:nêu|ghi|trình bày|đánh giá|phân tích|làm|thống kê|liệt kê|so sánh)(?: rõ| cụ thể)?\b|\b(?:số|tổng số|tỷ lệ) (?:liệu|lượng|lượt)\b",
    re.IGNORECASE,
)
"""How guidance asks, not what for."""
_RESULTS = compiled(r"\W*(?:(?:những|các|một số|về) )*(?:kết quả|thành quả)\b", re.IGNORECASE)
REMEMBERED = 16
"""Templates whose tree is kept: the bundled ones and a few of the user's."""


def _pairs_in(text: str) -> set[tuple[str, str]]:
    """Two words running within each of the things that a text names."""
    return set().union(*map(telling_pairs, _THINGS.split(text)))


@dataclass(frozen=True, eq=False)
class Wanted:
    """The requirements of one template; numbers are places in ``requirements``."""

    requirements: tuple[Requirement, ...]
    subject: str = ""
    """The title of the report."""

    @cached_property
    def index(self) -> TitleIndex:
        """Every title with its variants."""
        return TitleIndex(tuple(variants(r) for r in self.requirements))

    @cached_property
    def named(self) -> TitleIndex:
        """The words that tell a requirement from its parents and siblings."""
        groups = []
        for k, r in enumerate(self.requirements):
            common = {w for q in self.requirements if r.number.startswith(q.number + ".") for w in split_words(q.title)}
            groups.append(without(variants(r), common | self._said_beside(k)))
        return TitleIndex(tuple(groups))

    @cached_property
    def told_beside(self) -> TitleIndex:
        """The words that tell a requirement from its siblings alone."""
        return TitleIndex(tuple(without(variants(r), self._said_beside(k)) for k, r in enumerate(self.requirements)))

    def _said_beside(self, requirement: int) -> set[str]:
        return {w for q in self.beside[requirement] for w in split_words(self.requirements[q].title)}

    @cached_property
    def pairs(self) -> list[set[tuple[str, str]]]:
        """Two words running that only the titles of each requirement's part have."""
        own = {root: pairs_of(self.requirements[root].title) for root in set(self.root_of)}
        for k, root in enumerate(self.root_of):
            for other in own.keys() - {root}:
                own[other] = own[other] - set().union(*map(pairs_of, variants(self.requirements[k])))
        return [own[root] for root in self.root_of]

    @cached_property
    def telling(self) -> list[set[tuple[str, str]]]:
        """Two words running of each title, without those that hold a function word."""
        return [telling_pairs(r.title) for r in self.requirements]

    @cached_property
    def telling_seen(self) -> Counter[tuple[str, str]]:
        """How many titles have each of them."""
        return Counter(pair for pairs in self.telling for pair in pairs)

    @cached_property
    def alone(self) -> list[set[tuple[str, str]]]:
        """Those of each title that no other title has."""
        return [{p for p in pairs if self.telling_seen[p] == 1} for pairs in self.telling]

    @cached_property
    def kinds(self) -> list[frozenset[str]]:
        """What each title is that any report has; ``Kết quả đạt được`` first in an assessment, before what is wanting, is what went well."""
        own = [kinds_of(r.title) for r in self.requirements]
        for k, parent in enumerate(self.parent_of):
            group = self.children_of[parent] if parent is not None and judges(self.requirements[parent].title) else []
            if (
                group[:1] == [k]
                and not own[k]
                and not self.children_of[k]
                and len(group) > 1
                and WANTING in own[group[1]]
            ):
                own[k] = frozenset((STRENGTHS,)) if _RESULTS.match(self.requirements[k].title) else own[k]
        return own

    @cached_property
    def asked(self) -> list[frozenset[str]]:
        """The themes that each requirement asks for."""
        return asked(self.requirements, self.subject)

    @cached_property
    def asked_elsewhere(self) -> dict[int, frozenset[str]]:
        """The themes that items of other parts ask for, by part."""
        leaves = [k for k, below in enumerate(self.children_of) if not below]
        return {
            root: frozenset().union(*(self.asked[k] for k in leaves if self.root_of[k] != root))
            for root in set(self.root_of)
        }

    @cached_property
    def matter(self) -> list[set[tuple[str, str]]]:
        """Two words running that tell each requirement: of its titles and of each thing that its guidance names."""
        asked = [_pairs_in(_ASKED.sub(" ", r.guidance)) for r in self.requirements]
        names = [set().union(*map(_pairs_in, variants(r))) for r in self.requirements]
        known, often = set().union(*names), Counter(p for pairs in asked for p in pairs)
        return [own | {p for p in pairs - known if often[p] == 1} for own, pairs in zip(names, asked, strict=True)]

    @cached_property
    def things(self) -> list[list[set[tuple[str, str]]]]:
        """What each guidance names, thing by thing, as the words running that no other requirement has."""
        asked = [[telling_pairs(t) for t in _THINGS.split(_ASKED.sub(" ", r.guidance))] for r in self.requirements]
        own = [[t & self.matter[k] for t in things] for k, things in enumerate(asked)]
        alone = [[{p for p in t if self.matter_seen[p] == 1} for t in things] for things in own]
        return [[t for t in things if t] for things in alone]

    @cached_property
    def named_pairs(self) -> list[set[tuple[str, str]]]:
        """Two words running in each thing that a title names."""
        return [_pairs_in(r.title) for r in self.requirements]

    @cached_property
    def matter_seen(self) -> Counter[tuple[str, str]]:
        """How many requirements have each of them."""
        return Counter(pair for pairs in self.matter for pair in pairs)

    @cached_property
    def number_of(self) -> dict[str, int]:
        return {r.number: k for k, r in enumerate(self.requirements)}

    @cached_property
    def flat(self) -> bool:
        """Whether the outline is one list of items: they stand beside each other in one part, under whatever headings a unit puts them."""
        return len(self.requirements) > 1 and all(r.parent is None for r in self.requirements)

    @cached_property
    def root_of(self) -> list[int]:
        """Index of each requirement's level-1 requirement; one for all where the outline is flat."""
        if self.flat:
            return [0] * len(self.requirements)
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
    def beside(self) -> list[list[int]]:
        """The siblings of each requirement below level 1, or of a flat outline."""
        return [[q for q in group if q != k] for k, group in enumerate(self.siblings)]

    @cached_property
    def siblings(self) -> list[list[int]]:
        """Each requirement with those beside it, in order; none at level 1, where the parts are, unless the outline is flat."""
        top = list(range(len(self.requirements))) if self.flat else []
        return [top if parent is None else self.children_of[parent] for parent in self.parent_of]

    @cached_property
    def descendants(self) -> list[list[int]]:
        """Everything below each requirement."""
        return [np.flatnonzero(column).tolist() for column in self.inside.T]

    @cached_property
    def inside(self) -> NDArray[np.bool_]:
        """Whether each requirement stands below each other one: requirements x requirements."""
        return np.array([[a.number.startswith(b.number + ".") for b in self.requirements] for a in self.requirements])

    @cached_property
    def leaves_below(self) -> list[list[int]]:
        """Those below each requirement that have none below them."""
        return [[k for k in below if not self.children_of[k]] for below in self.descendants]

    @cached_property
    def leaves_beside(self) -> list[list[int]]:
        """The other requirements of the same part that have none below them."""
        return [
            [k for k, c in enumerate(self.children_of) if not c and k != r and self.root_of[k] == root]
            for r, root in enumerate(self.root_of)
        ]

    @cached_property
    def sibling_words(self) -> list[set[str]]:
        """Words of each requirement's titles that those of a sibling have too."""
        words = [{w for text in variants(r) for w in split_words(text)} for r in self.requirements]
        return [
            words[k] & set().union(*(words[q] for q in beside)) if beside else set()
            for k, beside in enumerate(self.beside)
        ]

    @cached_property
    def twins(self) -> frozenset[str]:
        """Topics that the template asks for in both voices: only there can the voice tell two requirements apart."""
        voices: dict[str, set[str]] = {}
        for r in self.requirements:
            if r.topic and r.voice:
                voices.setdefault(r.topic, set()).add(r.voice)
        return frozenset(t for t, v in voices.items() if len(v) > 1)


@lru_cache(maxsize=REMEMBERED)
def wanted_by(requirements: tuple[Requirement, ...], subject: str) -> Wanted:
    """The tree of a template's requirements, made once: a batch holds every draft against the same."""
    return Wanted(requirements, subject)
