"""What may be the answer to a requirement that seems to be missing: then a person should look."""

from __future__ import annotations

import numpy as np

from ..model import Alignment
from ..outline import count
from .denied import PLANS
from .evidence import Evidence
from .kinds import TARGETS, told
from .paired import kind_announced
from .part_text import told_of
from .parts import Parts
from .passages import half_told
from .place import beside, nearest_above
from .told_briefly import hinted
from .turns import MIN_TOLD, few_headed

NOTHING = 6
"""A heading with fewer syllables under it than this says nothing."""
LONG = 60
"""Syllables of the one paragraph under a heading that may tell several items; half of those that tell two have more."""
MIN_OWN, NO_CLEAR_TOPIC = 0.15, 0.50
"""Topic from which the text of a free heading beside the siblings may be the item's, and least topic of a text that is clearly of something else."""
MIN_ANYWHERE = 0.50
"""The same for a free heading wherever it stands."""
MIN_NAMED = 0.95
"""Likeness of one of the things that a heading lists from which that is the requirement's name."""
MIN_PART = 0.35
"""Mean topic of a part's items below a free heading from which it may be that part; all chosen on drafts by authors outside the corpus."""


def may_answer(evidence: Evidence, parts: Parts, chosen: dict[int, int], alignment: Alignment, r: int) -> bool:
    """Whether a heading that answers nothing, or a passage of the requirement's part, may be what seems to be missing."""
    if evidence.children_of[r]:
        top = [s for s in alignment.extra if evidence.sections[s].level == 1]
        return evidence.requirements[r].parent is None and any(told_of(evidence, r, s) >= MIN_PART for s in top)
    if kind_announced(evidence, chosen, r) or half_told(evidence, parts, chosen, r) or _listed(evidence, parts, r):
        return True
    if _skipped(evidence, alignment, r):
        return True
    if _aimed(evidence, chosen, r):
        return True
    prose = _in_prose(evidence, chosen, r)
    if (prose and not evidence.knows_topics) or hinted(evidence, parts, chosen, r, prose=prose):
        return True
    return evidence.knows_topic(r) and any(_may_be(evidence, parts, chosen, r, s) for s in alignment.extra)


def _aimed(evidence: Evidence, chosen: dict[int, int], r: int) -> bool:
    """Whether targets that seem to be missing may be told where plans and requests are."""
    if TARGETS not in evidence.wanted.kinds[r]:
        return False
    hosts = {s for k, s in chosen.items() if evidence.wanted.kinds[k] & PLANS}
    text = evidence.outline.document.text
    return any(told(TARGETS, text, evidence.sections[s].body, home=True) is not None for s in hosts)


def _in_prose(evidence: Evidence, chosen: dict[int, int], r: int) -> bool:
    """Whether the heading above tells several paragraphs itself, or a long one, and so few items beside have headings that it must
    tell the others."""
    above = nearest_above(evidence, chosen, r)
    if above is None:
        return False
    items = evidence.wanted.leaves_below[above]
    document, body = evidence.outline.document, evidence.sections[chosen[above]].body
    texts = [document.text[p.start : p.end] for _, p in document.paragraphs_in(body)]
    sizes = [size for text in texts if (size := count(text)) >= MIN_TOLD]
    several = len(sizes) > 1 or sum(sizes) >= LONG
    return several and few_headed(items, chosen)


def _listed(evidence: Evidence, parts: Parts, r: int) -> bool:
    """Whether a heading of the part lists the requirement by its name, though the text under it seems to be of something else."""
    here = [s.index for s in evidence.sections if parts.holds(s.index, evidence.root_of[r])]
    return bool(here) and bool(evidence.listed[r, here].max() >= MIN_NAMED)


def _skipped(evidence: Evidence, alignment: Alignment, r: int) -> bool:
    """Whether one heading answers the siblings before and behind, and lists more than those: ``Bộ máy, tổ chức đảng và cán bộ``."""
    siblings = evidence.wanted.siblings[r]
    at: dict[int, set[int]] = {}
    for link in alignment.links:
        if link.rung != "content":
            at.setdefault(evidence.number_of[link.requirement], set()).add(link.section)
    before = next((at[k] for k in reversed([k for k in siblings if k < r]) if k in at), set())
    behind = next((at[k] for k in siblings if k > r and k in at), set())
    return any(len(evidence.items[s]) > sum(s in at.get(k, ()) for k in siblings) for s in before & behind)


def _may_be(evidence: Evidence, parts: Parts, chosen: dict[int, int], r: int, s: int) -> bool:
    section = evidence.sections[s]
    if evidence.voice_against(r, s) or section.children:
        return False
    own = 0.0 if evidence.topic is None else float(np.nan_to_num(evidence.topic[r, s]))
    if own >= MIN_ANYWHERE:
        return True
    if not parts.holds(s, evidence.root_of[r]) or not beside(evidence, chosen, r, s):
        return False
    size = count(evidence.outline.document.text[section.body.start : section.body.end])
    return size < NOTHING or own >= MIN_OWN or evidence.foreign_topic[s] < NO_CLEAR_TOPIC
