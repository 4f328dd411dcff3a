"""T701 in headings that are printed in capitals, read as if they were in small letters (``KINH NHIỆM``)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator

from ...expressions import lazy

Slips = Iterator[tuple[int, int, str, str]]
SHORTEST = 12
"""A shorter line has too little around a word."""
_NAMED = lazy(
    r"\b(?:XÃ|PHƯỜNG|HUYỆN|QUẬN|TỈNH|THÀNH PHỐ|TP|THỊ TRẤN|THỊ XÃ|ĐẶC KHU|THÔN|BẢN|BUÔN|LÀNG|ẤP|KHÓM|XÓM|TỔ DÂN PHỐ|CÔNG TY|"
    r"TRƯỜNG|BỆNH VIỆN|HỢP TÁC XÃ|KHU|CỤM|ĐỒNG CHÍ|ÔNG|BÀ) [^\W\d_]"
)
"""Behind these words a name may stand, whose syllables are no words."""


def in_capitals(text: str, told: Callable[[str], Slips]) -> Slips:
    """The slips that ``told`` finds in the lines in capitals that hold no name."""
    lines = _lines(text)
    starts, at = [], 0
    for _, line in lines:
        starts.append(at)
        at += len(line) + 1
    for start, end, _, right in told("\n".join(line.lower() for _, line in lines)) if lines else ():
        k = bisect_right(starts, start) - 1
        shift = lines[k][0] - starts[k]
        yield start + shift, end + shift, text[start + shift : end + shift], right


def _lines(text: str) -> list[tuple[int, str]]:
    """Where the lines in capitals begin, with their words."""
    found, at = [], 0
    for line in text.split("\n"):
        if len(line) >= SHORTEST and line.isupper() and not _NAMED.search(line):
            found.append((at, line))
        at += len(line) + 1
    return found
