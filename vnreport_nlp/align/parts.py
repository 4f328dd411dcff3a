"""First the parts (level 1): which section opens each, and which part every section lies in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .assign import FORBIDDEN, assign
from .evidence import Evidence, Matrix
from .naming import LISTED
from .part_places import (
    MIN_PART_BETWEEN,
    W_NUMBER,
    W_SUPPORT,
    W_TITLE,
    between_known,
    has_number,
    in_step,
    left_over,
    parallel,
    same_order,
)
from .part_text import by_content, by_items, by_kind, by_passages, groups_parts, of_kind
from .regions import regions_of
from .twofold import held_with, listed_with, twofold

W_PARALLEL = 0.20
"""What the same number adds when draft and template have as many parts."""
MIN_PART = 0.42
"""Least score of a part heading."""
MIN_PART_TITLE, MIN_PART_SUPPORT = 0.50, 0.60
"""A part needs one of these: a title that resembles, or sub-headings that do."""
BETTER_BELOW = 0.20
"""A section below level 1 is no part when its title is that much nearer to a requirement below level 1."""
MIN_PART_TOPIC = 0.62
"""Topic that makes a section a part without sub-items, whatever its title."""
MIN_AROUND = 0.08
"""So much more like its items must the headings around a part's heading be than those in it, for the heading above to be the part."""
PASSED = 2
"""A part may stand behind one that the template has later; behind two, another heading is rather meant."""
MIN_NAMED_PART = 0.70
"""Likeness from which a title that names its part's kind is the part's, whatever voice its text seems to have: ``Phương hướng và kiến nghị``."""
MIN_NAMED = 0.90
"""The same of any other."""
MIN_NUMBERED_PART = 0.60
"""Likeness from which a heading with the part's own number is that part's, in whatever voice the text below it speaks."""
NEAR_PART = 0.75
"""A section below level 2 must resemble a part's title this much to be one."""


MIN_TITLE_ELSEWHERE = 0.80
"""Least similarity of a title that stands in another part."""


@dataclass(frozen=True)
class Parts:
    """The part heading of each level-1 requirement and the part (requirement index) each section lies in."""

    section_of: dict[int, int]
    score_of: dict[int, float]
    region: tuple[int | None, ...]
    listed: frozenset[int] = frozenset()
    """The requirements that a heading in their own part lists among others."""
    also: Mapping[int, int] = field(default_factory=dict)
    """The section of each part that is told under the heading of another part, or of nobody's with another."""
    also_in: Mapping[int, frozenset[int]] = field(default_factory=dict)
    """The sections in which such a part may be told."""
    named: frozenset[int] = frozenset()
    """Those of these parts that the heading names, or under which headings of their items stand."""

    def holds(self, section: int, root: int) -> bool:
        """Whether a section may tell of a part."""
        return self.region[section] == root or section in self.also_in.get(root, ())

    def at_home(self, section: int, root: int) -> bool:
        """Whether a section lies in a part, or below a heading that names the part with its own."""
        return self.region[section] == root or (root in self.named and section in self.also_in[root])

    def homes(self, root_of: Sequence[int]) -> NDArray[np.bool_]:
        """The same for every requirement, by its part: requirements x sections."""
        regions = np.array([-1 if r is None else r for r in self.region])
        out = regions[None, :] == np.array(root_of)[:, None]
        for root in self.named:
            out[np.ix_([k for k, at in enumerate(root_of) if at == root], sorted(self.also_in[root]))] = True
        return np.asarray(out)


def part_scores(evidence: Evidence, roots: list[int]) -> Matrix:
    """roots x sections scores in [0, 1]."""
    out = np.zeros((len(roots), len(evidence.sections)))
    numbered = parallel(evidence, roots)
    for k, root in enumerate(roots):
        title, number = evidence.similarity[root], same_order(evidence, k)
        if evidence.children_of[root]:
            score = W_TITLE * title + W_SUPPORT * evidence.support[root] + W_NUMBER * number
        else:
            score = (1 - W_NUMBER) * title + W_NUMBER * number
        out[k] = score + (W_PARALLEL * number if numbered else 0.0)
    return out


def _allowed(evidence: Evidence, root: int, section: int) -> bool:
    title = evidence.similarity[root, section]
    level = evidence.sections[section].level
    if level > 2 and (title < NEAR_PART or _repeated(evidence, root, section)):
        return False
    if level > 2 and evidence.children_of[root] and not evidence.territory[section]:
        return False
    if evidence.voice_against(root, section) and title < _least_named(evidence, root, section):
        return False
    if level > 1 and _best_below(evidence, section) >= title + BETTER_BELOW:
        return False
    if _one_of_several(evidence, root, section):
        return False
    if not evidence.children_of[root] and groups_parts(evidence, root, section):
        return False
    if title >= MIN_PART_TITLE:
        return True
    return bool(evidence.children_of[root]) and bool(evidence.support[root, section] >= MIN_PART_SUPPORT and level == 1)


def _least_named(evidence: Evidence, root: int, section: int) -> float:
    """How like a part's title a heading must be to be the part's in the other voice: less with its number, or when it names its kind."""
    if has_number(evidence.sections[section], sum(r.parent is None for r in evidence.requirements[:root])):
        return MIN_NUMBERED_PART
    return MIN_NAMED_PART if of_kind(evidence, root, section) else MIN_NAMED


def _best_below(evidence: Evidence, section: int) -> float:
    """The greatest similarity of a title to a requirement below level 1."""
    rows = [k for k, r in enumerate(evidence.requirements) if r.parent is not None]
    return float(evidence.similarity[rows, section].max(initial=0.0))


def _one_of_several(evidence: Evidence, root: int, section: int) -> bool:
    """Whether a part's title lists several things, and a heading is one of them: an item's own, ``Bình đẳng giới`` below ``Trẻ em, bình đẳng giới, gia đình``."""
    if evidence.items[section] or len(LISTED.split(evidence.requirements[root].title)) < 2:
        return False
    below = evidence.wanted.descendants[root]
    return float(evidence.similarity[below, section].max(initial=0.0)) >= float(evidence.similarity[root, section])


def _repeated(evidence: Evidence, root: int, section: int) -> bool:
    """Whether several deep headings are as near to the part's title: each field then has a piece of it."""
    title = evidence.similarity[root]
    return sum(1 for s in evidence.sections if s.level > 2 and title[s.index] >= title[section] - 0.02) > 1


def find_parts(evidence: Evidence) -> Parts:
    """Choose the part headings as a whole, then say where every section lies."""
    roots = [k for k, r in enumerate(evidence.requirements) if r.parent is None]
    if not evidence.sections:
        return Parts({}, {}, ())
    scores = part_scores(evidence, roots)
    gain = np.full_like(scores, FORBIDDEN)
    numbered = parallel(evidence, roots)
    for k, root in enumerate(roots):
        for section in evidence.sections:
            at = section.index
            if _allowed(evidence, root, at) or (numbered and in_step(evidence, roots, k, at)):
                bonus = 0.05 if section.level == 1 else 0.0
                gain[k, section.index] = scores[k, section.index] - MIN_PART + bonus
    pairs = assign(gain)
    for _ in roots:
        wrong = _above_another(evidence, gain, pairs) or _behind_others(gain, pairs)
        if wrong is None:
            break
        gain[wrong] = FORBIDDEN
        pairs = assign(gain)
    pairs = _raised(evidence, roots, pairs)
    pairs += between_known(evidence, roots, pairs)
    pairs += between_known(evidence, roots, pairs)  # what stands between those
    pairs += by_kind(evidence, roots, pairs)
    pairs += between_known(evidence, roots, pairs)  # and between those known by their kind
    pairs += by_content(evidence, roots, pairs)
    pairs += by_items(evidence, roots, pairs)
    pairs += by_passages(evidence, roots, pairs)
    pairs += left_over(evidence, roots, pairs)
    chosen = {roots[k]: s for k, s in pairs}
    score_of = {roots[k]: float(scores[k, s]) for k, s in pairs}
    region = (0,) * len(evidence.sections) if evidence.wanted.flat else regions_of(evidence, roots, chosen)
    named = {} if evidence.wanted.flat else held_with(evidence, roots, chosen) | listed_with(evidence, roots, chosen)
    also = named if evidence.wanted.flat else {**twofold(evidence, roots, chosen), **named}
    also_in = {root: frozenset((s, *evidence.subtree[s])) for root, s in also.items()}
    return Parts(chosen, score_of, region, _listed_at_home(evidence, region), also, also_in, frozenset(named))


def _listed_at_home(evidence: Evidence, region: tuple[int | None, ...]) -> frozenset[int]:
    home = {root: np.array([at == root for at in region]) for root in set(evidence.root_of)}
    told = (evidence.listed[r][home[root]] for r, root in enumerate(evidence.root_of))
    return frozenset(r for r, listed in enumerate(told) if listed.max(initial=0.0) >= MIN_TITLE_ELSEWHERE)


def _raised(evidence: Evidence, roots: list[int], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts, each that stands below a level-1 heading of nobody's put there when its items stand around it, not in it.

    A heading with the part's own number needs no more than as many of them.
    """
    taken = {s for _, s in pairs}
    out = []
    for k, s in pairs:
        above, support = _top(evidence, s), evidence.support[roots[k]]
        free = above != s and not (taken - {s}) & {above, *evidence.subtree[above]}
        least = 0.0 if has_number(evidence.sections[above], k) else MIN_AROUND
        out.append((k, above if free and support[above] >= support[s] + least else s))
    return out


def _top(evidence: Evidence, s: int) -> int:
    """The level-1 section that holds a section."""
    parent = evidence.sections[s].parent
    return s if parent is None else _top(evidence, parent)


def opening(evidence: Evidence, parts: Parts, chosen: dict[int, int]) -> dict[int, int]:
    """Parts without sub-items that have no heading at level 1: the section of their topic before the next part's items."""
    out: dict[int, int] = {}
    taken = set(chosen.values())
    for root, requirement in enumerate(evidence.requirements):
        if requirement.parent is not None or root in chosen or evidence.children_of[root] or evidence.topic is None:
            continue
        start = max((s for r, s in parts.section_of.items() if r < root), default=-1)
        stop = min(
            (s for r, s in chosen.items() if r > root and r not in parts.section_of), default=len(evidence.sections)
        )
        free = [s.index for s in evidence.sections[start + 1 : stop] if s.level <= 2 and s.index not in taken]
        share = np.nan_to_num(evidence.topic[root])
        best = max(free, key=lambda s: float(share[s]), default=None)
        least = MIN_PART_BETWEEN if best is not None and _right_before(evidence, parts, root, best) else MIN_PART_TOPIC
        if best is not None and share[best] >= least and not evidence.voice_against(root, best):
            out[root] = best
            taken.add(best)
    return out


def _right_before(evidence: Evidence, parts: Parts, root: int, section: int) -> bool:
    """Whether a section with the part's own number stands right before the heading of the part that comes next."""
    after = min((s for r, s in parts.section_of.items() if r > root), default=None)
    if after is None or not evidence.same_step[root, section]:
        return False
    parent = evidence.sections[section].parent
    between = (s for s in evidence.sections[section + 1 : after] if s.parent == parent)
    return evidence.sections[after].parent == parent and section < after and next(between, None) is None


def _above_another(evidence: Evidence, gain: Matrix, pairs: list[tuple[int, int]]) -> tuple[int, int] | None:
    """A part heading that holds another part's heading, while a heading inside it could be the part as well."""
    taken = {s for _, s in pairs}
    for k, s in pairs:
        inside = evidence.subtree[s]
        if taken & set(inside) and any(gain[k, t] > 0 and t not in taken for t in inside):
            return k, s
    return None


def _behind_others(gain: Matrix, pairs: list[tuple[int, int]]) -> tuple[int, int] | None:
    """A part heading behind those of two later parts, while a free one before them could be the part as well: parts come in their order."""
    taken = {s for _, s in pairs}
    for k, s in pairs:
        later = [t for other, t in pairs if other > k and t < s]
        if len(later) >= PASSED and any(gain[k, t] > 0 and t not in taken for t in range(min(later))):
            return k, s
    return None
