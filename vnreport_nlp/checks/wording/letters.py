"""T701 for slips of a whole letter: one left out, one too many, one for another (``báo các``, ``tuyên tuyền``)."""

from __future__ import annotations

from functools import lru_cache

from ...expressions import lazy
from .lexicon import CERTAIN, counts, following
from .near import TONES, tone_of

VOWELS = frozenset("aăâeêioôơuưy")
SHORT = 2
"""A shorter syllable has too many neighbours."""


def lettered(partner: str, printed: str, right: bool) -> list[tuple[str, int]]:
    """The syllables that make a usual word with the partner and differ from the printed one in a single letter, and how usual."""
    known = partners(right).get((partner, tone_of(printed))) if len(printed) > SHORT else None
    return [(meant, usual) for meant, usual in known if one_letter(printed, meant)] if known else []


@lru_cache(maxsize=2)
def partners(right: bool) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """By each syllable and a tone those that stand before it in words (``right``: the partner is to the right) or after it, if usual."""
    out: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for word in counts().words:
        first, second = word.split()
        usual = following(first).get(second, 0)
        if usual >= CERTAIN:
            partner, meant = (second, first) if right else (first, second)
            out.setdefault((partner, tone_of(meant)), []).append((meant, usual))
    return out


def one_letter(printed: str, meant: str) -> bool:
    """Whether two folded syllables of one tone differ in one letter that is there, missing or another."""
    if abs(len(printed) - len(meant)) > 1 or (printed[0] != meant[0] and printed[-1] != meant[-1]):
        return False
    if tone_of(printed) != tone_of(meant):
        return False
    short, long = sorted((printed, meant), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    inside = len(short) == len(long) and short[at + 1 :].rstrip(TONES) != ""
    if inside and (short[at] in VOWELS) != (long[at] in VOWELS):
        return False  # no hand takes ``chí`` for ``cói``
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


_I_OR_Y = lazy(r"(?<![^\W\d_])([hklmst])([yỳỷỹýỵ])(?![^\W\d_])")
_AS_I = str.maketrans("yỳỷỹýỵ", "iìỉĩíị")


def variants(wrong: str, right: str) -> bool:
    """Whether two words are one but for ``i`` and ``y`` at the end of a syllable, where both are written (``bác sĩ``, ``bác sỹ``)."""
    one, other = (_I_OR_Y.sub(lambda m: m[1] + m[2].translate(_AS_I), w.lower()) for w in (wrong, right))
    return one == other
