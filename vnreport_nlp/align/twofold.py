"""Parts told with another part under one heading: ``A. Tình hình và kết quả``, ``B. Trọng tâm, đột phá và những điều rút ra``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from .evidence import Evidence

MIN_TOLD, LEAST_TOLD = 0.75, 2
"""Topic of a passage that tells an item whose topic no other requirement has, and so many of such items told make it the part's
text; chosen on drafts by authors outside the corpus, and on edited drafts without a part, of which none is found."""
HALF = 0.5
"""Of the headings below one of nobody's so many must tell items of one of the parts that are left each."""
MIN_HELD, MIN_SAID_OF = 0.25, 0.50
"""Share of the headings below one that tell items of a part, and share of another part's telling words that make the heading its own."""
MIN_LISTED_PART = 0.60
"""Likeness of one of the things that a part's heading lists to another part's title, from which it stands for both."""


def listed_with(evidence: Evidence, roots: Sequence[int], chosen: Mapping[int, int]) -> dict[int, int]:
    """For each part without a heading, or with one below another part's, that other part's where it lists this one as well."""
    out: dict[int, int] = {}
    for root in roots:
        for other, s in chosen.items():
            inside = root not in chosen or chosen[root] in evidence.subtree[s]
            if other != root and inside and _lists(evidence, root, other, s):
                out[root] = s
    return out


def _lists(evidence: Evidence, root: int, owner: int, s: int) -> bool:
    """Whether one of the things that a heading lists is the name of a part, and rather than of the part that the heading opens."""
    if evidence.listed[root, s] < MIN_LISTED_PART or evidence.opposed[root, s]:
        return False
    scores = evidence.index.scores(list(evidence.items[s]))
    return bool(((scores[root] >= MIN_LISTED_PART) & (scores[root] > scores[owner])).any())


def held_with(evidence: Evidence, roots: Sequence[int], chosen: Mapping[int, int]) -> dict[int, int]:
    """For each part without a heading, the heading that says nothing of its own and holds headings of this one's items and of
    another's: of another part in the same voice, or of none: ``KẾT QUẢ NĂM 2025`` over what was done for defence and for order."""
    left, out = [r for r in roots if r not in chosen], dict[int, int]()
    free = [s.index for s in evidence.sections if s.level == 1 and s.index not in chosen.values()] if left else []
    for s in free:
        of = _told_below(evidence, s)
        alone = [next(iter(parts)) for parts in (parts & set(left) for parts in of) if len(parts) == 1]
        both = [root for root in left if root in alone]
        if len(both) > 1 and len(alone) >= HALF * len(of):
            out |= dict.fromkeys(both, s)
    for root in left:
        for other, s in chosen.items():
            of = _told_below(evidence, s)
            own = sum(root in parts and other not in parts for parts in of)
            alike = evidence.requirements[root].voice == evidence.requirements[other].voice
            if alike and evidence.named[other, s] < MIN_SAID_OF and own >= max(LEAST_TOLD, MIN_HELD * len(of)):
                out[root] = s
    return out


def _told_below(evidence: Evidence, s: int) -> list[set[int]]:
    """For each heading right below one, the parts whose items it tells most of."""
    tells = evidence.speech.items_told
    return [{evidence.root_of[r] for r in tells[t]} for t in evidence.sections[s].children]


def twofold(evidence: Evidence, roots: Sequence[int], chosen: Mapping[int, int]) -> dict[int, int]:
    """The level-1 section, of a part beside or of none between, whose text tells a part without a heading of its own."""
    if evidence.reading is None:
        return {}
    seen = Counter(q.topic for k, q in enumerate(evidence.requirements) if not evidence.children_of[k])
    out: dict[int, int] = {}
    for at, root in enumerate(roots):
        if root in chosen:
            continue
        before = max((chosen[k] for k in roots[:at] if k in chosen), default=0)
        after = min((chosen[k] for k in roots[at + 1 :] if k in chosen), default=len(evidence.sections) - 1)
        near = [s.index for s in evidence.sections[before : after + 1] if s.level == 1]
        told = {s: _told(evidence, root, s, seen) for s in near}
        best = max(near, key=lambda s: told[s], default=None)
        if best is not None and told[best] >= (LEAST_TOLD if evidence.children_of[root] else 1):
            out[root] = best
    return out


def _told(evidence: Evidence, root: int, s: int, seen: Mapping[str | None, int]) -> int:
    """How many items of a part, of topics of their own, a passage below a heading tells; a part without items needs a heading that lists."""
    reading, below = evidence.reading, evidence.children_of[root]
    if reading is None or (not below and len(evidence.items[s]) < 2):
        return 0
    items = evidence.wanted.leaves_below[root] or [root]
    part = reading.inside(evidence.text_span(evidence.sections[s]))
    own = [
        reading.topic_index(evidence.requirements[k].topic) for k in items if seen[evidence.requirements[k].topic] == 1
    ]
    return sum(
        bool(reading.probabilities[part, topic].max(initial=0.0) >= MIN_TOLD) for topic in own if topic is not None
    )
