"""T702 of a clause with a figure that stands right behind itself (``dịch vụ tăng 3,8%; dịch vụ tăng 3,8%``)."""

from __future__ import annotations

from collections.abc import Iterator

from ...expressions import lazy

_MARK = lazy(r"[,;]\s+")
_END = lazy(r"[.…]*\s*$")
LEAST = 5
"""A clause of fewer words may be told of two things."""


def clauses(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, words) of what one paragraph says twice in a row."""
    first, start, before = 0, 0, ""
    for m in (*_MARK.finditer(text), None):
        end = m.start() if m else len(text)
        clause = text[start:end] if m else _END.sub("", text[start:end])
        if clause == before and len(clause.split()) >= LEAST and any(map(str.isdigit, clause)):
            yield first, start + len(clause), clause
        first, start, before = start, m.end() if m else end, clause
