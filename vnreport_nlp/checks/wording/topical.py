"""Whether a syllable that looks like a slip is what the draft writes about: ``dược`` in the report of a hospital."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ...text import fold
from .lexicon import counts

Slip = tuple[int, int, str, str]
OFTEN = 2
"""Other places in which a syllable is not doubted, from which it is one of the draft's own words; of the planted slips of the
corpus and of corpus/cases none has one."""
REPEATED = 3
"""The same pair so often is how the draft says it."""


def without_topical(text: str, found: Sequence[Slip]) -> Iterable[Slip]:
    """The slips but those whose odd syllable the draft uses elsewhere undoubted, beside a word that is more than grammar.

    Beside ``đã``, ``phải``, ``không`` nearly nothing stands but what is meant: those are kept.
    """
    for slip in found:
        odd = _odd(slip)
        if odd is None or not _usual(text, odd, slip, found):
            yield slip


def _odd(slip: Slip) -> str | None:
    """The syllable that is thought wrong, where the other is right and no word of grammar."""
    printed, meant = slip[2].split(), slip[3].split()
    if len(printed) != 2 or len(meant) != 2:
        return None
    at = [k for k in (0, 1) if fold(printed[k]) != fold(meant[k])]
    if len(at) != 1 or fold(printed[1 - at[0]]) in counts().grammar:
        return None
    return printed[at[0]].lower()


def _usual(text: str, odd: str, slip: Slip, found: Sequence[Slip]) -> bool:
    doubted = [(a, b) for a, b, wrong, _ in found if odd in wrong.lower().split()]
    if sum(fold(wrong) == fold(slip[2]) for _, _, wrong, _ in found) >= REPEATED:
        return True
    free = (m for m in _stands(odd).finditer(text) if not any(a <= m.start() < b for a, b in doubted))
    return next((True for k, _ in enumerate(free, 1) if k >= OFTEN), False)


@lru_cache(maxsize=256)
def _stands(syllable: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(syllable)}(?!\w)", re.IGNORECASE)
