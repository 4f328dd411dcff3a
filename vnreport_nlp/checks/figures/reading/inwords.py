"""Numbers written in words (``mười bốn trong số mười tám chỉ tiêu``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from .text import Number, kind_after

_ONES = {"một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}  # fmt: skip
_RUN = lazy(rf"(?<!thứ )(?<!lần )\b(?:(?:{'|'.join(_ONES)}|mười|mươi|trăm|linh|lẻ)\b\s?)+", re.IGNORECASE)
_OF = lazy(r"\s*(?:trong|trên)(?: tổng)? số\b")
LEAST = 3
"""``một`` and ``hai`` are seldom counts."""


def in_words(sentence: str) -> Iterator[Number]:
    """Counts in words, before a noun that is counted or ``trong số``."""
    for m in _RUN.finditer(sentence):
        words = m[0].lower().split()
        end = m.start() + len(m[0].rstrip())
        while words and words[0] == "năm" and len(words) > 1 and words[1] not in ("mươi", "trăm"):
            words = words[1:]  # a year
        value = _value(words)
        if value is None or value < LEAST or (value < 10 and words[0] == "năm"):
            continue
        if kind_after(sentence, end) is not None or _OF.match(sentence, end):
            yield Number(m.start(), end, str(value), Decimal(value))


def _value(words: list[str]) -> int | None:
    """What the words come to, None when they are no number."""
    total, last = 0, None
    for word in words:
        if word == "trăm" and last is not None:
            total, last = total + last * 100, None
        elif word == "mươi" and last is not None:
            total, last = total + last * 10, None
        elif word == "mười" and last is None:
            total += 10
        elif word in _ONES and last is None:
            last = _ONES[word]
        elif word not in ("linh", "lẻ"):
            return None
    return total + (last or 0)
