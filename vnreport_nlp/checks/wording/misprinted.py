"""T701 of figures that no number is printed like: a group of four digits, a comma lost, ``%`` before a unit of money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...gates import Gated

_GROUPED = Gated(
    r"(?<![\w.,/+-])(?P<n>[1-9]\d{0,2}(?:\.\d+)+)(?= (?:người|hộ|lượt|em|cháu|con|đồng|trường hợp|hồ sơ|đơn|đảng viên|hội viên|đoàn viên|học sinh|lao động|suất|giấy|thẻ|cây|cử tri|đối tượng)\b)"
)
"""A count of what has no parts, its digits in groups."""
_DAY = lazy(r"(?:\d{1,2}\.){1,2}(?:19|20)\d\d")
_SPLIT = Gated(r"(?<![\w.,/+-])(?<!\d )0 \d{1,2}\s?%")
"""``0 68%``."""
_PERCENT = Gated(r"(?<![\w.,/+-])\d[\d.]*(?:,\d+)?\s?% (?:nghìn|triệu|tỷ|tỉ) đồng\b")
"""``28,6% triệu đồng``."""
GROUP = 3
"""Digits of a group."""


def misprinted(text: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, wrong, right) of every such figure."""
    for m in _GROUPED.finditer(text):
        groups = m["n"].split(".")[1:]
        odd = [g for g in groups if len(g) != GROUP]
        if odd and not _DAY.fullmatch(m["n"]) and (len(odd) < len(groups) or any(len(g) > GROUP for g in odd)):
            yield m.start(), m.end(), m["n"], f"{int(m['n'].replace('.', '')):,}".replace(",", ".")
    for m in _SPLIT.finditer(text):
        yield m.start(), m.end(), m[0], m[0].replace(" ", ",", 1)
    for m in _PERCENT.finditer(text):
        yield m.start(), m.end(), m[0], re.sub(r"\s?%", "", m[0])
