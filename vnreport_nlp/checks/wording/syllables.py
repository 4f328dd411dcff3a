"""What is known of one printed syllable, looked up once: its forms, and what usually stands beside it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ...text import fold
from .letters import SHORT, partners
from .lexicon import NUMBER, counts, following
from .near import skeleton, tone_of

REMEMBERED = 1 << 14
"""Printed syllables that are kept; a draft has some two thousand, most of them those of the draft before it."""
_PLAIN = {
    c: ord(unicodedata.normalize("NFD", chr(c))[0])
    for c in (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA))
    if unicodedata.normalize("NFD", chr(c))[0] != chr(c)
} | {ord("đ"): ord("d"), ord("Đ"): ord("D")}


@dataclass(frozen=True, slots=True)
class Beside:
    """Of the usual words that a syllable makes to one side, what the other halves look like: skeletons and tones."""

    skeletons: frozenset[str]
    tones: frozenset[str]

    def may(self, printed: Syllable) -> bool:
        """Whether a half may have been meant by what is printed: cheap, and true wherever one was."""
        return printed.skeleton in self.skeletons or (printed.tone in self.tones and len(printed.key) > SHORT)


@dataclass(frozen=True, slots=True)
class Syllable:
    """A printed syllable: folded (a figure is ``NUMBER``), bare of marks, and what follows it how often; ``left`` and ``right``
    are the usual words in which it is the second half and the first."""

    key: str
    bare: str
    tone: str
    skeleton: str
    follow: dict[str, int]
    left: Beside
    right: Beside


@lru_cache(maxsize=REMEMBERED)
def syllable(printed: str) -> Syllable:
    """What is known of a printed syllable or figure."""
    key = NUMBER if printed[0].isdigit() else fold(printed)
    left, right = (sides.get(key, _NOTHING) for sides in (_beside(right=True), _beside(right=False)))
    bare = printed.translate(_PLAIN).lower()
    return Syllable(key, bare, tone_of(key), skeleton(key), following(key), left, right)


_NOTHING = Beside(frozenset(), frozenset())


@lru_cache(maxsize=2)
def _beside(*, right: bool) -> dict[str, Beside]:
    """By each syllable the other halves before it (``right``: it is to the right of them) or after it."""
    seen = counts()
    skeletons: dict[str, set[str]] = {}
    tones: dict[str, set[str]] = {}
    for partner, form in seen.before if right else seen.after:
        skeletons.setdefault(partner, set()).add(form)
    for partner, tone in partners(right):
        tones.setdefault(partner, set()).add(tone)
    known = skeletons.keys() | tones.keys()
    return {k: Beside(frozenset(skeletons.get(k, ())), frozenset(tones.get(k, ()))) for k in known}
