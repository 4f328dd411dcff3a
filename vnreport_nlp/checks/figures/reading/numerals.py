"""Numbers in one form of the same length, so that offsets hold and every reading takes them.

Words become digits (``mười bốn`` is ``00000014``), amounts told in two units one number (``12 tỷ 345 triệu`` is ``0000012,345 tỷ``),
wholes of ratios numbers alone (``412/tổng số 418`` is ``412/00000000418``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from ....expressions import lazy

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
_ALL = lazy(r"(?<![\w/.,–-])(\d{1,4})/\1(?=\s[^\W\d])")
_OF_ALL = lazy(r"(?<=\d)/(?:tổng số|tổng|số)\s(?P<n>\d{1,3}(?:\.\d{3})+|\d+)(?![\d/]|[.,]\d)")
"""The whole of a ratio, with the word that says so (``412/tổng số 418 phiếu``)."""
_PADDED = lazy(r"(?<![\d.,])0{2,}([1-9]\d*|0(?=,))(?!\d)")
_AHEAD = r"(?<![\w.,/–-])(?P<a>\d{1,3}(?:\.\d{3})+|\d+)\s"
_THOUSANDS = lazy(rf"{_AHEAD}(?:nghìn|ngàn)\s(?P<t>\d{{1,3}})\s(?=t[ỷỉ]\b)")
"""``1 nghìn 245 tỷ``, up to its unit; millions may follow, so that it is read before them."""
_COMPOUND = lazy(
    rf"{_AHEAD}(?:(?P<u>t[ỷỉ])(?:\sđồng)?\s(?P<b>\d{{1,3}})\striệu\b(?:(?:\sđồng)?\s(?P<c>\d{{1,3}})\s(?:nghìn|ngàn)\b)?"
    r"|(?P<v>triệu)(?:\sđồng)?\s(?P<d>\d{1,3})\s(?:nghìn|ngàn)\b)"
)
"""Amounts told in two units or three."""
_SCALE = ("triệu", "nghìn", "ngàn")


@lru_cache(maxsize=512)  # a dozen checks ask for the same paragraphs
def in_digits(text: str) -> str:
    """The text with its numbers above nine that are told in words as digits, padded with zeros to the same length."""
    return _WORDS.sub(lambda m: f"{_value(m[0]):0{len(m[0])}}", text) if _CUE.search(text) else text


def all_of(text: str) -> str:
    """The text with each ratio of a number to itself (``6/6 trường``) as that number, padded with zeros to the same length."""
    return _ALL.sub(lambda m: m[1].rjust(len(m[0]), "0"), text) if "/" in text else text


def whole_amounts(text: str) -> str:
    """The text with its amounts of two units and more as one number of the largest one, and ratios without words, padded with zeros."""
    text = _OF_ALL.sub(lambda m: f"/{m['n'].replace('.', ''):0>{len(m[0]) - 1}}", text) if "/" in text else text
    if not any(scale in text for scale in _SCALE):
        return text
    return _COMPOUND.sub(_whole, _THOUSANDS.sub(_thousands, text))


def _thousands(m: re.Match[str]) -> str:
    return f"{m['a'].replace('.', '')}{m['t']:0>3} ".rjust(len(m[0]), "0")


def _whole(m: re.Match[str]) -> str:
    rest = f"{m['b'] or m['d']:0>3}" + (f"{m['c']:0>3}" if m["c"] else "")
    return f"{m['a'].replace('.', '')},{rest} {m['u'] or m['v']}".rjust(len(m[0]), "0")


def unpadded(arithmetic: str) -> str:
    """Arithmetic without the zeros that only keep a place."""
    return _PADDED.sub(lambda m: f"{int(m[1]):,}".replace(",", "."), arithmetic) if "00" in arithmetic else arithmetic


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
