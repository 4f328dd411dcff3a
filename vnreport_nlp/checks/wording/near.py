"""How slips of the pen and of the eye arise: two syllables that one small change turns into each other."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...expressions import lazy

TONES = "\u0300\u0301\u0303\u0309\u0323"
FIRST = (("x", "s"), ("tr", "ch"), ("l", "n"), ("gi", "d"), ("r", "d"), ("gi", "r"))
"""Beginnings that dialects do not tell apart."""
LAST = (("ng", "n"), ("nh", "n"), ("ng", "nh"), ("c", "t"), ("ch", "t"), ("ch", "c"), ("p", "t"), ("m", "n"))
"""Endings that dialects do not tell apart, or that lie side by side."""
_SAME_FIRST = lazy(r"^(?:(tr|ch)|([xs])|([ln])(?![gh])|(gi|r|d)(?=[aeiouy]))")
_SAME_LAST = lazy(r"(?:(ng|nh|m)|(ch|c|p))$")


@lru_cache(maxsize=1 << 13)
def near(printed: str, meant: str) -> str:
    """The kind of small change from one folded syllable to another: tone, mark, stroke, first, last, both; empty for none."""
    tone, other = tone_of(printed), tone_of(meant)
    a, b = printed.rstrip(TONES), meant.rstrip(TONES)
    if a == b:
        return "" if tone == other else "tone"
    if _bare(a) == _bare(b):
        return _marks(a, b, tone == other)
    if tone != other:
        return ""
    if _swapped(a, b, FIRST, str.startswith, str.removeprefix):
        return "first"
    return "last" if _swapped(a, b, LAST, str.endswith, str.removesuffix) else ""


def tone_of(syllable: str) -> str:
    """The tone of a folded syllable."""
    return syllable[len(syllable.rstrip(TONES)) :]


def _marks(a: str, b: str, same_tone: bool) -> str:
    """Two spellings of the same bare letters."""
    if same_tone and a.replace("đ", "d") == b.replace("đ", "d"):
        return "stroke"
    if (a[0] == "đ") != (b[0] == "đ"):
        return "both"
    changed = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return "mark" if same_tone and changed[-1] - changed[0] < 2 else "both"


def _swapped(a, b, pairs, has, cut) -> bool:  # type: ignore[no-untyped-def]  # str methods by hand
    return any(has(a, x) and has(b, y) and cut(a, x) == cut(b, y) for p, q in pairs for x, y in ((p, q), (q, p)))


@lru_cache(maxsize=1 << 13)
def skeleton(syllable: str) -> str:
    """What all near syllables share."""
    bare = _SAME_FIRST.sub(_first, _bare(syllable.rstrip(TONES)))
    return _SAME_LAST.sub(lambda m: "n" if m[1] else "t", bare)


def _first(m: re.Match[str]) -> str:
    return "c" if m[1] else "s" if m[2] else "l" if m[3] else "d"


def _bare(word: str) -> str:
    return "".join("d" if c == "đ" else unicodedata.normalize("NFD", c)[0] for c in word)
