"""F201 by counting: a number of things announced, and the things themselves, numbered (``ban hành 06 đề án: (1) …; (5) …``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....expressions import lazy
from ..reading.text import MEASURED, Number, kind_after, numbers, worded

LEAST, MOST = 2, 30
"""One thing is no list, and longer lists stand in tables."""
REACH = 120
_ITEM = lazy(r"(?<![\w)])\((\d{1,2}|[a-zđ])\)\s")
_MANNER = lazy(r"(?:^|[.;:]\s|\n)(Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là\b")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_SAID = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")
_SOME = lazy(r"\b(?:trong đó|một số|như|nổi bật|tiêu biểu|điển hình|nhất là|chủ yếu|nhiều|các)\b[^:]*$", re.IGNORECASE)
_THINGS = lazy(r"\s(?:bài học|kinh nghiệm|giải pháp|nguyên nhân|đột phá|khâu|nhóm|mục tiêu|vấn đề|hạn chế|mặt|điểm)\b")
"""Further things that reports number."""
_NOT_THINGS = MEASURED | {"turn", "person", "house"}
"""What is measured, or seldom listed one by one."""
Told = tuple[int, int, str, int]


def counted(text: str) -> Iterator[Told]:
    """(start, end, number, items) of every announced number of a paragraph that its numbered items do not reach or exceed."""
    for items in (_numbered(text), _in_words(text)):
        if len(items) < LEAST:
            continue
        head = text[max(0, items[0] - REACH) : items[0]]
        total = _announced(head, items[0] - len(head))
        if total is not None and total.value != len(items) and LEAST <= total.value <= MOST:
            yield (
                total.start,
                text.find(" ", items[-1] + 4) if " " in text[items[-1] + 4 :] else len(text),
                total.text,
                len(items),
            )


def _numbered(text: str) -> list[int]:
    """Where the items (1), (2) … or (a), (b) … of one unbroken list begin; none when numbers are left out or come twice."""
    if "(1)" not in text and "(a)" not in text:
        return []
    found = list(_ITEM.finditer(text))
    names = [m[1] for m in found]
    wanted = [str(i) for i in range(1, len(found) + 1)] if names[:1] == ["1"] else list(_LETTERS[: len(found)])
    return [m.start() for m in found] if names == wanted else []


def _in_words(text: str) -> list[int]:
    found = list(_MANNER.finditer(text)) if "Một là" in text else []
    return [m.start(1) for m in found] if tuple(m[1] for m in found) == _SAID[: len(found)] else []


def _announced(head: str, base: int) -> Number | None:
    """The only number of things in the words that a list opens with, right before its colon."""
    if not head.rstrip().endswith((":", "gồm", "là")) or _SOME.search(head.rstrip(" :\n")):
        return None
    left = max(head.rfind(c) for c in ".;") + 1
    found = [*numbers(head, left), *(n for n in worded(head) if n.start >= left)]
    if len(found) != 1 or found[0].approx or kind_after(head, found[0].end) in _NOT_THINGS:
        return None
    if kind_after(head, found[0].end) is None and not _THINGS.match(head, found[0].end):
        return None
    n = found[0]
    return Number(base + n.start, base + n.end, n.text, n.value)
