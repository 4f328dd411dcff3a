"""Texts that speak of an item and do not tell it: put off, named in a list, causes of the opposite.

All of it is asked of texts without a heading of their own, after something spoke for them; where a draft says no more, the item
is missing and a person is asked to look.
"""

from __future__ import annotations

import re

from ..expressions import compiled
from ..model import Span
from ..outline.owed import refers_elsewhere
from .evidence import Evidence
from .kinds import AHEAD, CAUSES, FORECAST, REQUESTS, TARGETS, causes_of, said_of
from .naming import telling_pairs
from .themes import SENTENCE

PLANS = frozenset((AHEAD, TARGETS, REQUESTS, FORECAST))
"""Kinds of matter that is told as what will be."""
LISTED = 3
"""So many other items that one sentence without a figure names beside this one make it a list of them."""
COMING = compiled(
    r"\b(?:sẽ|dự kiến|phấn đấu|(?:trong )?(?:thời gian|năm|quý|tháng|nhiệm kỳ) (?:tới|sau)|kế hoạch năm)\b",
    re.IGNORECASE,
)
DONE = compiled(r"\b(?:đã|trong nhiệm kỳ|năm qua|vừa qua|so với)\b", re.IGNORECASE)
"""Words of what will be done, and of what was."""


def denied(evidence: Evidence, r: int, span: Span) -> bool:
    """Whether a text that speaks of a requirement does not tell it."""
    text = evidence.outline.document.text[span.start : span.end]
    kinds = evidence.wanted.kinds[r]
    if CAUSES in kinds:
        of, said = said_of(evidence.requirements[r].title), causes_of(text)
        return bool(of and said) and not said & of
    if kinds:
        return False
    sentences = [m[0] for m in SENTENCE.finditer(text)]
    if all(refers_elsewhere(one) or _put_off(evidence, r, one) for one in sentences):
        return True
    return len(sentences) == 1 and _lists(evidence, r, text)


def _put_off(evidence: Evidence, r: int, sentence: str) -> bool:
    """Whether a sentence only says what will be done, where what was done is asked for."""
    root = evidence.root_of[r]
    voices = {evidence.requirements[r].voice, evidence.requirements[root].voice}
    if "direction" in voices or evidence.wanted.kinds[root] & PLANS:
        return False
    return COMING.search(sentence) is not None and DONE.search(sentence) is None


def _lists(evidence: Evidence, r: int, sentence: str) -> bool:
    """Whether a sentence names several other items of the part with this one, and tells no figure of any."""
    if any(map(str.isdigit, sentence)):
        return False
    said = telling_pairs(sentence)
    return sum(bool(evidence.wanted.alone[k] & said) for k in evidence.wanted.leaves_beside[r]) >= LISTED
