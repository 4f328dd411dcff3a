"""Parts known by their number and by the place that is left for them."""

from __future__ import annotations

import numpy as np

from ..model import Section
from .assign import assign
from .evidence import Evidence, Matrix
from .groupings import MIN_TOLD_BELOW
from .naming import step_value
from .part_text import names_kind, tells_other_part
from .regions import goes_on
from .rivals import by_place_alone

W_TITLE, W_SUPPORT, W_NUMBER = 0.62, 0.30, 0.08
"""Weights of title, matching sub-headings and number for a part; chosen on the edited corpus (docs/evaluation.md)."""
MIN_PART_BETWEEN = 0.30
"""Least likeness of title or sub-headings for a heading that stands, number and all, where the one wanting part must stand."""


def has_number(section: Section, order: int) -> bool:
    """Whether a heading is numbered as the part of this place in the outline, counted from 0."""
    return bool(section.marker) and section.level == 1 and step_value(section.number) == order + 1


def same_order(evidence: Evidence, order: int) -> Matrix:
    """1 for each section that is numbered as the part of this place in the outline."""
    return np.array([float(has_number(s, order)) for s in evidence.sections])


def parallel(evidence: Evidence, roots: list[int]) -> bool:
    """Whether the draft has as many numbered parts as the template: then a part's number says much."""
    return sum(1 for s in evidence.sections if s.level == 1 and s.marker) == len(roots)


def in_step(evidence: Evidence, roots: list[int], k: int, section: int) -> bool:
    """Whether a part has the number, where they are as many as the outline's, and something of the title or the sub-headings."""
    numbered = has_number(evidence.sections[section], k)
    return (
        numbered and _likely(evidence, roots[k], section, sole=False) and _holds_own(evidence, roots, roots[k], section)
    )


def _holds_own(evidence: Evidence, roots: list[int], root: int, section: int) -> bool:
    """Whether title and sub-headings together speak for no other part more than for this one."""
    spoken = W_TITLE * evidence.similarity[:, section] + W_SUPPORT * evidence.support[:, section]
    return bool(spoken[root] >= spoken[roots].max())


def between_known(evidence: Evidence, roots: list[int], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Parts known by their place: as many nameless level-1 headings between two known parts as parts are wanting there.

    In a draft whose parts carry numbers their own number is asked for as well.
    """
    known = dict(pairs)
    numbered = any(s.level == 1 and s.marker for s in evidence.sections)
    in_number = parallel(evidence, roots)
    last = len(evidence.sections)
    out: list[tuple[int, int]] = []
    for first in range(-1, len(roots)):
        if first >= 0 and first not in known:
            continue
        gap = list(range(first + 1, len(roots)))
        gap = gap[: next((i for i, k in enumerate(gap) if k in known), len(gap))]
        start = known[first] if first >= 0 else -1
        stop = known.get(first + 1 + len(gap), last)
        between = evidence.sections[start + 1 : max(stop, start + 1)]
        free = [s.index for s in between if s.level == 1 and (s.marker or not numbered)]
        free = [s for s in free if first < 0 or not goes_on(evidence, roots[first], s)]
        if gap and len(gap) == len(free):
            sole = (len(gap) == 1 or in_number) and stop < last and not evidence.knows_topics
            exchanged = _exchanged(evidence, roots, gap, free)
            fits = [not numbered or has_number(evidence.sections[s], k) for k, s in zip(gap, free, strict=True)]
            in_turn = [(k, s) for k, s, fit in zip(gap, free, fits, strict=True) if fit]
            out += [(k, s) for k, s in exchanged or in_turn if _likely(evidence, roots[k], s, sole=sole)]
    return out


def _exchanged(evidence: Evidence, roots: list[int], gap: list[int], free: list[int]) -> list[tuple[int, int]]:
    """Parts told in another order than the outline's, by the themes of what stands below their headings; empty where nothing says so."""
    if evidence.knows_topics or len(gap) < 2:
        return []
    told = evidence.speech.beneath[np.ix_([roots[k] for k in gap], free)]
    pairs = sorted(assign(told))
    moved = [float(told[k, s]) for k, s in pairs if k != s]
    if not moved or len(pairs) < len(gap) or not min(moved) or np.mean(moved) < MIN_TOLD_BELOW:
        return []
    return [(gap[k], free[s]) for k, s in pairs]


def left_over(evidence: Evidence, roots: list[int], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The one part and the one level-1 heading that are left, wherever it stands: drafts tell parts in another order."""
    known, taken = {k for k, _ in pairs}, {s for _, s in pairs}
    wanting = [k for k in range(len(roots)) if k not in known]
    free = [
        s.index
        for s in evidence.sections
        if s.level == 1 and s.marker and not taken & {s.index, *evidence.subtree[s.index]}
    ]
    if len(wanting) != 1 or len(free) != 1 or evidence.wanted.flat or not evidence.children_of[roots[wanting[0]]]:
        return []
    root, section = roots[wanting[0]], free[0]
    near = min(evidence.similarity[root, section], evidence.support[root, section])
    near = near if _holds_own(evidence, roots, root, section) else 0.0
    against = evidence.voice_against(root, section) or tells_other_part(evidence, root, section)
    return [] if against or names_kind(evidence, root, section) or near < MIN_PART_BETWEEN else [(wanting[0], section)]


def _likely(evidence: Evidence, root: int, section: int, *, sole: bool) -> bool:
    """A title or sub-headings not wholly strange, and no other voice; ``sole``: nothing else is left between known parts."""
    if evidence.voice_against(root, section):
        return False
    if tells_other_part(evidence, root, section) or by_place_alone(evidence, {}, root, section):
        return False
    if sole and not evidence.wanted.flat and not names_kind(evidence, root, section):
        return True
    near = max(evidence.similarity[root, section], evidence.support[root, section])
    if evidence.topic is not None and not evidence.children_of[root]:
        near = max(near, np.nan_to_num(evidence.topic[root, section]))
    return bool(near >= MIN_PART_BETWEEN)
