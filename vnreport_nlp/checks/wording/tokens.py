"""The words and figures of a text in a row, with what stands between them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_TOKEN = re.compile(r"([^\W\d_]+|\d[\d.,/%-]*)")


class Tokens(NamedTuple):
    """``words`` as printed; word ``i`` is ``text[starts[i]:ends[i]]``, ``gaps[i]`` stands behind it."""

    words: list[str]
    gaps: list[str]
    starts: list[int]
    ends: list[int]


@lru_cache(maxsize=2)
def tokens_of(text: str) -> Tokens:
    """Cut by one ``split``: strings and numbers are cheap, tens of thousands of match objects are not."""
    parts = _TOKEN.split(text)
    bounds = list(accumulate(map(len, parts)))
    return Tokens(parts[1::2], parts[2::2], bounds[:-1:2], bounds[1::2])
