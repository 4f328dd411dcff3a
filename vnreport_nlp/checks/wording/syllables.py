"""What is known of one printed syllable, looked up once: its forms, and what usually stands beside it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ...text import fold
from .letters import partners
from .lexicon import NUMBER, counts, following
from .near import skeleton

REMEMBERED = 1 << 14
"""Printed syllables that are kept; a draft has some two thousand, most of them those of the draft before it."""
_PLAIN = {
    c: ord(unicodedata.normalize("NFD", chr(c))[0])
    for c in (*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA))
    if unicodedata.normalize("NFD", chr(c))[0] != chr(c)
} | {ord("đ"): ord("d"), ord("Đ"): ord("D")}


@dataclass(frozen=True, slots=True)
class Beside:
    """Of the usual words that a syllable makes to one side, what the other halves look like: skeletons, and shapes of letters."""

    skeletons: frozenset[str]
    shapes: frozenset[str]

    def may(self, printed: Syllable) -> bool:
        """Whether a half may have been meant by what is printed: cheap, and true wherever one was."""
        return printed.skeleton in self.skeletons or not self.shapes.isdisjoint(printed.shapes)


@dataclass(frozen=True, slots=True)
class Syllable:
    """A printed syllable: folded (a figure is ``NUMBER``), bare of marks, and what follows it how often; ``left`` and ``right``
    are the usual words in which it is the second half and the first."""

    key: str
    bare: str
    skeleton: str
    shapes: frozenset[str]
    follow: dict[str, int]
    left: Beside
    right: Beside


@lru_cache(maxsize=REMEMBERED)
def syllable(printed: str) -> Syllable:
    """What is known of a printed syllable or figure."""
    key = NUMBER if printed[0].isdigit() else fold(printed)
    left, right = (sides.get(key, _NOTHING) for sides in (_beside(right=True), _beside(right=False)))
    bare = printed.translate(_PLAIN).lower()
    return Syllable(key, bare, skeleton(key), _shapes(key), following(key), left, right)


LONGEST = 12
"""No syllable has so many letters; what is longer is like no other."""


def _shapes(key: str) -> frozenset[str]:
    """A syllable and what it is without one of its letters: two that are one letter apart share one."""
    if len(key) > LONGEST:
        return frozenset((key,))
    return frozenset((key, *(key[:i] + key[i + 1 :] for i in range(len(key)))))


_NOTHING = Beside(frozenset(), frozenset())


@lru_cache(maxsize=2)
def _beside(*, right: bool) -> dict[str, Beside]:
    """By each syllable the other halves before it (``right``: it is to the right of them) or after it."""
    seen = counts()
    skeletons: dict[str, set[str]] = {}
    shapes: dict[str, set[str]] = {}
    for partner, form in seen.before if right else seen.after:
        skeletons.setdefault(partner, set()).add(form)
    for (partner, _), halves in partners(right).items():
        shapes.setdefault(partner, set()).update(*(_shapes(half) for half, _ in halves))
    known = skeletons.keys() | shapes.keys()
    return {k: Beside(frozenset(skeletons.get(k, ())), frozenset(shapes.get(k, ()))) for k in known}
