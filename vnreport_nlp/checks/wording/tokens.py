"""The words and figures of a text in a row, with what stands between them."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from ...expressions import lazy
from .syllables import Syllable, syllable

_TOKEN = lazy(r"([^\W\d_]+|\d[\d.,/%-]*)")


class Tokens(NamedTuple):
    """``words`` as printed and ``known``; word ``i`` is ``text[starts[i]:ends[i]]``, ``gaps[i]`` stands behind it."""

    words: list[str]
    known: list[Syllable]
    gaps: list[str]
    starts: list[int]
    ends: list[int]


@lru_cache(maxsize=2)
def tokens_of(text: str) -> Tokens:
    """Cut by one ``split``: strings and numbers are cheap, tens of thousands of match objects are not."""
    parts = _TOKEN.split(text)
    bounds = list(accumulate(map(len, parts)))
    words = parts[1::2]
    known = {word: syllable(word) for word in set(words)}
    return Tokens(words, [known[word] for word in words], parts[2::2], bounds[:-1:2], bounds[1::2])
