"""What two sentences exchange: words in the same place, words that only one of them has."""

from __future__ import annotations

from difflib import SequenceMatcher

from ..reading.stated import Stated
from ..reading.words import EMPTY

MOSTLY = 0.6
"""So much of two sentences is the same when they are parallel."""
MOST_REPLACED = 5
"""Longer passages are another wording, no other word in the same place."""


def parallel(a: Stated, b: Stated) -> bool:
    """Whether two sentences are one but for a word in one place (``đàn trâu … có``, ``đàn bò … có``)."""
    if "table" in (a.place, b.place) or not exchanges(a, b)[0]:
        return False
    return SequenceMatcher(None, a.told, b.told, autojunk=False).ratio() >= MOSTLY


def exchanges(a: Stated, b: Stated, own: frozenset[str] = frozenset()) -> tuple[float, float]:
    """How often words between shared words are other words on the other side, and how often they are only on one."""
    x, y = a.told, b.told
    plain = EMPTY | own | {"#"}
    replaced = inserted = 0
    for tag, i, j, k, m in SequenceMatcher(None, x, y, autojunk=False).get_opcodes():
        flanked = i > 0 and j < len(x) and k > 0 and m < len(y)
        if tag == "equal" or not flanked:
            continue
        ours = [w for w in x[i:j] if w not in plain and w not in b.said]
        theirs = [w for w in y[k:m] if w not in plain and w not in a.said]
        if _DATED.issuperset(ours) or _DATED.issuperset(theirs):
            continue  # when it was is told by the times
        if ours and theirs and max(j - i, m - k) <= MOST_REPLACED:
            replaced += 1
        elif (ours or theirs) and max(j - i, m - k) <= 3:
            inserted += 1
    return float(replaced), float(inserted)


_DATED = frozenset(["năm", "tháng", "quý", "ngày", "kỳ", "nhiệm", "nay", "cuối", "đầu", "hết", "trong", "qua", "cả"])
