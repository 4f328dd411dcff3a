"""Numbers in words as digits of the same length (``mười bốn`` is ``00000014``), so that offsets hold and every reading takes them."""

from __future__ import annotations

import re
from functools import lru_cache

from ...expressions import lazy

_ONES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_ONE = r"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
_LAST = r"(?:một|mốt|hai|ba|bốn|tư|lăm|sáu|bảy|bẩy|tám|chín)"
_TENS = rf"(?:(?:{_ONE}\smươi|mười)(?:\s{_LAST})?)"
_WORDS = lazy(
    rf"(?<![\w-])(?:{_ONE}\străm(?:\s(?:linh|lẻ)\s{_ONE}|\s{_TENS})?|{_TENS})(?=\s[^\W\d])(?!\s(?:{_LAST}|linh|lẻ|rưỡi|năm|tháng|ngày|tuổi|giờ|phút|lần|triệu|tỷ|nghìn|ngàn|trăm|mươi)\b)",
    re.IGNORECASE,
)
_CUE = lazy(r"mươi|mười|trăm", re.IGNORECASE)
_PADDED = lazy(r"(?<![\d.,])0{4,}(\d{2,})\b")


@lru_cache(maxsize=512)  # a dozen checks ask for the same paragraphs
def in_digits(text: str) -> str:
    """The text with its numbers above nine that are told in words as digits, padded with zeros to the same length."""
    return _WORDS.sub(lambda m: f"{_value(m[0]):0{len(m[0])}}", text) if _CUE.search(text) else text


def unpadded(arithmetic: str) -> str:
    """Arithmetic without the zeros that only keep a place."""
    return _PADDED.sub(lambda m: str(int(m[0])), arithmetic) if "0000" in arithmetic else arithmetic


def _value(words: str) -> int:
    total = 0
    for word in words.lower().split():
        if word == "trăm":
            total *= 100
        elif word == "mươi":
            total = total // 100 * 100 + total % 100 * 10
        elif word == "mười":
            total += 10
        else:
            total += _ONES.get(word, 0)
    return total
