"""Headings over several items, and over headings of their own: whose they are, a container's or an item's."""

from __future__ import annotations

from ..similarity import split_words
from .evidence import Evidence
from .rivals import SETTLED

MIN_TOLD_BELOW = 0.60
"""Share of the headings below one that tell a container's items for it to be the container's; chosen on drafts by authors outside the corpus."""
MIN_SIBLINGS_LEAD = 0.40
"""So much more must the texts below a heading be of a sibling's items; chosen on drafts by authors outside the corpus."""
MIN_TITLE_LEAF = 0.72
"""Least similarity of a heading without sub-headings for a requirement that has children."""


def holds_siblings_items(evidence: Evidence, r: int, s: int, *, said: float) -> bool:
    """Whether the texts below a heading that tells no sibling apart are clearly a sibling's items: ``Nguyên nhân`` of the other kind.

    ``said``: share of the container's telling words from which a heading does tell it apart.
    """
    parent = evidence.parent_of[r]
    if parent is None or evidence.named[r, s] >= said:
        return False
    beside = [float(evidence.content[q, s]) for q in evidence.children_of[parent] if q != r]
    return max(beside, default=0.0) >= float(evidence.content[r, s]) + MIN_SIBLINGS_LEAD


def groups_siblings(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether a heading stands over the answers of siblings and over one nearer to the requirement: a writer's own grouping.

    Or over more siblings' answers than answers of its own items, two at least.
    """
    parent, below = evidence.parent_of[r], evidence.sections[s].children
    siblings = [k for k in (evidence.children_of[parent] if parent is not None else ()) if k != r]
    beside = sum(chosen.get(k) in below for k in siblings)
    if not beside:
        return False
    own = sum(chosen.get(k) in below for k in evidence.children_of[r])
    nearer = max(SETTLED, float(evidence.similarity[r, s]))
    return beside > max(own, 1) or any(evidence.similarity[r, t] >= nearer for t in below)


def tells_items(evidence: Evidence, r: int, s: int) -> bool:
    """Whether most headings right below one tell items of a container by their themes; asked where not every topic is known."""
    return not evidence.knows_topics and bool(evidence.speech.beneath[r, s] >= MIN_TOLD_BELOW)


def tells_an_item(evidence: Evidence, r: int, s: int) -> bool:
    """Whether the text under a heading tells an item of a container rather than any other of its part, by their themes."""
    return not evidence.knows_topics and any(evidence.wanted.inside[k, r] for k in evidence.speech.items_told[s])


def for_container_beside(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether the headings below one little like an item tell those of a sibling that has no heading yet."""
    if evidence.children_of[r] or evidence.similarity[r, s] >= SETTLED:
        return False
    beside = (k for k in evidence.wanted.beside[r] if evidence.children_of[k] and chosen.get(k, s) == s)
    return any(tells_items(evidence, k, s) for k in beside)


def of_siblings_alike(evidence: Evidence, r: int, s: int) -> bool:
    """Whether a heading says only what a container's title shares with its siblings': ``Nguyên nhân`` of both kinds."""
    title, named = evidence.similarity[r, s], evidence.named[r, s]
    return bool(
        named == 0.0
        and title < MIN_TITLE_LEAF
        and evidence.wanted.sibling_words[r] >= set(split_words(evidence.titles[s]))
    )


def groups_several(evidence: Evidence, chosen: dict[int, int], r: int, s: int) -> bool:
    """Whether headings right below answer items of this one and as many of its siblings: ``Vì sao`` of both kinds."""
    below, parent = set(evidence.sections[s].children), evidence.parent_of[r]
    answered = [k for k, at in chosen.items() if at in below and k != r]
    own = sum(bool(evidence.wanted.inside[k, r]) for k in answered)
    beside = [q for q in (evidence.children_of[parent] if parent is not None else ()) if q != r]
    others = sum(any(evidence.wanted.inside[k, q] for q in beside) for k in answered)
    return others >= own >= 1
