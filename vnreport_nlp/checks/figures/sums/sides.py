"""F201 of two classes that are all there is, wherever they stand behind their whole: compulsory and voluntary, full and on probation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....expressions import lazy
from ..reading.text import DIGITS, Number, kind_after, noun_after, numbers, sentences

_CLASSES = (("bắt buộc", "tự nguyện"), ("chính thức", "dự bị"), ("thành thị", "nông thôn"))
_CUE = lazy(r"tự nguyện|dự bị|nông thôn")
_OPENS = lazy(r"\b[Tt]rong (?:đó|số đó|số này)\b|\b(?:[Bb]ao gồm|[Gg]ồm|[Cc]hia ra)\b|\(|:\s")
_CHANGED = lazy(r"\b(?:tăng|giảm|vượt|thêm|giao|kế hoạch|chỉ tiêu)(?: thêm| được)?\s$", re.IGNORECASE)
BEFORE = 24
REACH = 240
NEAR = 8
"""Classes that miss their whole by more than its eighth are of another whole."""
Told = tuple[int, int, str, list[str]]


def sides(text: str) -> Iterator[Told]:
    """(start, end, whole, classes) of every whole of a paragraph that its two classes contradict."""
    for start, end in sentences(text) if _CUE.search(text) else ():
        for first, second in _CLASSES:
            a, b = _told(text, first, start, end), _told(text, second, start, end)
            if a is None or b is None or a.start > b.start:
                continue
            found = [
                n for n in numbers(text, start, end) if not _CHANGED.search(text, max(0, n.start - BEFORE), n.start)
            ]
            whole = _whole(text, found, a, first)
            if whole is not None and _misses(text, found, whole, a, b):
                yield whole.start, b.end, whole.text, [a.text, b.text]


def _told(text: str, name: str, start: int, end: int) -> Number | None:
    """The one figure right behind the name of a class."""
    found = list(re.finditer(rf"\b{name}(?:\s(?:là|có|đạt))?:?\s(?={DIGITS})", text[start:end]))
    if len(found) != 1:
        return None
    at = start + found[0].end()
    return next((n for n in numbers(text, start, end) if n.start == at and not n.approx), None)


def _whole(text: str, found: list[Number], part: Number, name: str) -> Number | None:
    """The last figure before the first class, of its noun, with words between that open a list."""
    before = [n for n in found if n.end < part.start]
    if not before or before[-1].approx or part.start - before[-1].end > REACH:
        return None
    whole = before[-1]
    between = text[whole.end : part.start]
    same = noun_after(text, whole.end).split()[:1] == noun_after(text, part.end).split()[:1] != []
    return whole if same and _OPENS.search(between) and name not in text[whole.end : whole.end + 30] else None


def _misses(text: str, found: list[Number], whole: Number, a: Number, b: Number) -> bool:
    """Whether the classes miss their whole by little, and no other figure makes up for it."""
    reached = a.value + b.value
    kinds = {kind_after(text, n.end) for n in (whole, a, b)}
    others = [n.value for n in found if n not in (whole, a, b)]
    near = 0 < abs(reached - whole.value) * NEAR <= whole.value
    return near and len(kinds) == 1 and reached not in others and abs(whole.value - reached) not in others
