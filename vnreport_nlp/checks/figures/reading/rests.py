"""F201: a list that goes on behind its last item: after a semicolon, or with a rest (``…; ngoài ra còn 8 hội viên``, ``riêng mục tiêu về …``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from ....expressions import lazy
from .nearby import Fig, figures
from .parts import is_item
from .text import DIGITS, NUMBER, kind_after, noun_after, noun_of, numbers, sentences, value_of

_REST = lazy(
    r"[^,;.()]{0,60}[,;]\s*(?:và\s+)?(?:riêng|ngoài ra|còn lại|còn|số còn lại|bên cạnh đó)(?:\s(?:các|một|những|là))?\s(?P<what>[^;.\d]*)",
    re.IGNORECASE,
)
"""Behind a list, a rest that is told without a number."""
_CAME = lazy(rf"[^;.()\d]{{0,40}}\b(?:đến|vào|tiếp nhận|nhập|bổ sung|tuyển mới)\s(?P<n>{DIGITS})")
"""What came in beside those that left and are left (``cuối năm còn 3.271, chuyển đi 19, chuyển đến 4``)."""
_NEXT = lazy(r"[^,;.()\d]{0,60}[,;]\s")
"""Behind a list, something more."""
_ITEM = lazy(r"^[^,;:()]*[,;]\s[^,;:()\d]{2,40}:\s$")
"""Between two items of a bracket: the name of the second (``…: 1 nhà; Nà Tồng: 33 nhà``)."""
_UNREAD = r"(?:[(,;:]|\b(?:và|cùng|gồm|trong đó))\s?(?:(?P<n>một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s)?{noun}\b(?=[^,;().\d]*(?:[,;().]|$))"
"""At an item's place the noun of the others, with a number in words or with none."""
_ENDS_ITEM = lazy(r"\s?(?:[,;)]|\.?$)")
_WORTH = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
LEAST = 2
"""So many items make a list."""
NEXT = 80
"""Characters between a total and the first item of its list."""
_BRACKETED = lazy(r"(?:\s[^\W\d_]+){1,4}\s?\((?P<list>[^\W\d_][^()]*\d)\)")
_OWN_LIST = lazy(r",\s(?:bao )?gồm\b")
FEW = 4
"""So many numbers may go on with it."""


def goes_on(text: str, start: int, end: int, total: str, parts: Sequence[str]) -> bool:
    """Whether the words behind a list (from ``end``) tell what it lacks of its total, which stands at ``start``: in figures, or by name."""
    short = value_of(total) - sum(map(value_of, parts), Decimal()) if "%" not in total else Decimal()
    stop = next((e for s, e in sentences(text) if s < end <= e), len(text))
    came = _CAME.match(text, end, stop) if short < 0 else None
    if short <= 0:
        return came is not None and value_of(came["n"]) == -short
    rest = _REST.match(text, end, stop)
    at = start + len(total) if text.startswith(total, max(start, 0)) else -1
    noun = (noun_of(text, at) or noun_after(text, at)) if at >= 0 else ""
    if rest and noun and rest["what"].lower().startswith(noun):
        return True
    if _NEXT.match(text, end, stop) is None:
        return False
    kind = kind_after(text, at) if at >= 0 else None
    more = list(numbers(text, end, stop))
    ways = ({kind}, {kind, None}) if kind else ({None},)
    return any(short in accumulate([n.value for n in more if kind_after(text, n.end) in way][:FEW]) for way in ways)


def untold(text: str, at: int, total: str, parts: Sequence[str]) -> bool:
    """Whether an item of a list that misses its total has no figure that was read (``hai giải Nhất, 14 giải Nhì``; ``… và giải Ba``).

    ``at`` is where the total begins; an item begins like the others, with the noun that they count.
    """
    if "%" in total or value_of(total) <= sum(map(value_of, parts), Decimal()):
        return False
    stop = next((e for s, e in sentences(text) if s <= at < e), len(text))
    if _unread(text, at + len(total), stop, value_of(total) - sum(map(value_of, parts), Decimal())):
        return True
    listed = [n for n in numbers(text, at + len(total), stop) if n.text in parts]
    nouns = {noun_of(text, n.end) or _first_word(text, n.end) for n in listed[: len(parts)]} - {""}
    if len(listed) < LEAST or len(nouns) != 1:
        return False
    item = re.compile(_UNREAD.format(noun=re.escape(next(iter(nouns)))), re.IGNORECASE)
    for m in item.finditer(text, at + len(total), stop):
        value = _WORTH.get((m["n"] or "").lower())
        if value is None or str(value) not in parts:
            return True
    return False


def _unread(text: str, start: int, end: int, short: Decimal) -> bool:
    """Whether just what a list lacks stands there and was taken for a name or a rank (``nội địa 398, tại điểm 27``)."""
    read = {n.start for n in numbers(text, start, end)}
    last = (m for m in NUMBER.finditer(text, start, end) if m.start() not in read and _ENDS_ITEM.match(text, m.end()))
    return any(value_of(m[0]) == short for m in last)


def of_what_they_have(text: str, at: int, total: str, parts: Sequence[str]) -> bool:
    """Whether a list counts not the things of the total but what these are told to have (``14 thôn có chi bộ, gồm 12 chi bộ …``)."""
    end = at + len(total)
    stop = next((e for s, e in sentences(text) if s <= at < e), len(text))
    listed = [n for n in numbers(text, end, stop) if n.text in parts][: len(parts)]
    nouns = {noun_of(text, n.end) or noun_after(text, n.end) for n in listed}
    if len(nouns) != 1 or "" in nouns or (noun_of(text, end) or noun_after(text, end)) in nouns:
        return False
    return re.search(rf"\scó\s{re.escape(next(iter(nouns)))}\b", text[end : listed[0].start], re.IGNORECASE) is not None


def an_item(text: str, at: int, total: str, parts: Sequence[str]) -> bool:
    """Whether a total is an item of another list and nothing right behind it opens its own (``còn 27 vụ, gồm A 9, B 12 và C 6``)."""
    end = at + len(total)
    first = text.find(parts[0], end, end + NEXT)
    return is_item(text, total, at) and not (first > 0 and _OWN_LIST.search(text, end, first))


def in_own_bracket(text: str, at: int, total: str, parts: Sequence[str]) -> bool:
    """Whether a bracket right behind a total and its noun holds nothing but the parts, each behind its label (``04 đảng viên (khiển trách 03, …)``)."""
    m = _BRACKETED.match(text, at + len(total))
    return m is not None and re.findall(r"\d[\d.,]*(?<![.,])", m["list"]) == list(parts)


def _first_word(text: str, at: int) -> str:
    return (noun_after(text, at).split() or [""])[0]


def is_longer(text: str, parts: tuple[Fig, ...]) -> bool:
    """Whether items that each stand in a bracket of their own, or in one bracket behind a name and a colon, are followed by another such one."""
    later = (f for f in figures(text) if f.start > parts[-1].start and f.sentence == parts[-1].sentence)
    after = next(later, None)
    if after is None or after.noun != parts[-1].noun:
        return False
    if all(text.endswith("(", 0, p.start) for p in parts):
        return text.endswith("(", 0, after.start)
    return _ITEM.search(text[parts[-1].end : after.start]) is not None and open_at(text, parts[-1].start) > 0


def open_at(text: str, at: int) -> int:
    """Brackets open at a place."""
    return text.count("(", 0, at) - text.count(")", 0, at)
