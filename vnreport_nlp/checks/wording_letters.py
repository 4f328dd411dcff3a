"""T701 for slips of a whole letter: one left out, one too many, one for another (``báo các``, ``tuyên tuyền``)."""

from __future__ import annotations

from functools import lru_cache

from .wording_lexicon import counts
from .wording_near import tone_of

SHORT = 2
"""A shorter syllable has too many neighbours."""


@lru_cache(maxsize=1 << 12)
def lettered(partner: str, printed: str, right: bool) -> tuple[str, ...]:
    """The syllables that make a usual word with the partner and differ from the printed one in a single letter."""
    if len(printed) <= SHORT:
        return ()
    return tuple(meant for meant in _partners(right).get(partner, ()) if one_letter(printed, meant))


@lru_cache(maxsize=2)
def _partners(right: bool) -> dict[str, list[str]]:
    """By each syllable those that stand before it in words (``right``: the partner is to the right) or after it."""
    out: dict[str, list[str]] = {}
    for word in counts().words:
        first, second = word.split()
        out.setdefault(second if right else first, []).append(first if right else second)
    return out


def one_letter(printed: str, meant: str) -> bool:
    """Whether two folded syllables of one tone differ in one letter that is there, missing or another."""
    if abs(len(printed) - len(meant)) > 1 or (printed[0] != meant[0] and printed[-1] != meant[-1]):
        return False
    if tone_of(printed) != tone_of(meant):
        return False
    short, long = sorted((printed, meant), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
