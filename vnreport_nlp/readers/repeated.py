"""A file that holds more than one whole document: two reports, or the outline in front of the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ..expressions import compiled

MIN_PARTS = 3
"""A whole document has at least so many main parts."""
MIN_WHOLE = 0.25
"""Least share of the file's characters in a report of its own; an annex with figures is shorter."""
LONGEST_TITLE = 200
"""Characters of a title line."""
_TITLE = compiled(r"\W*(?:DỰ THẢO\s+)?(?P<k>ĐỀ CƯƠNG|BÁO CÁO)\b")
_PART = compiled(
    r"\W*(?:(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+\w+|[IVX]+\b|MỘT|HAI|BA|BỐN)|([IVX]{1,5}|[A-E])(?=[\s.,):/–-]))"
)


def repeated(lines: Sequence[str]) -> Literal["outline_in_front", "two_reports", ""]:
    """What the title lines and the main parts under each of them tell; an empty string for one document."""
    kinds: list[str] = []
    sizes: list[int] = []
    parts: list[set[str]] = []
    for line in lines:
        title = _TITLE.match(line) if line.isupper() and len(line) <= LONGEST_TITLE else None
        if title is not None and (not parts or len(parts[-1]) >= MIN_PARTS):
            kinds, sizes, parts = [*kinds, title["k"]], [*sizes, 0], [*parts, set()]
        if sizes:
            sizes[-1] += len(line)
            part = _PART.match(line) if len(line) <= LONGEST_TITLE else None
            parts[-1] |= {part[0].strip()} if part is not None else set()
    whole = [k for k, found in enumerate(parts) if len(found) >= MIN_PARTS]
    if len(whole) < 2 or kinds[whole[-1]] != "BÁO CÁO":
        return ""
    if kinds[whole[0]] == "ĐỀ CƯƠNG":
        return "outline_in_front" if sizes[whole[-1]] > sizes[whole[0]] else ""
    least = MIN_WHOLE * sum(sizes)
    return "two_reports" if all(sizes[k] >= least for k in whole[:2]) else ""
