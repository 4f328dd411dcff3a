"""P402 of one thing counted twice: the same figure, or the size of the same Party organisation, up to two different days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from ...expressions import lazy
from ...gates import Gated
from ...model import Span
from ..context import NO_PROSE, Context
from ..figures.reading.text import sentences
from ..letters import UPPER
from .days import CALENDAR, day_of

_FIGURE = r"(?P<v>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?![\d/.])\s?(?P<u>%|[^\W\d_]+(?:\s[^\W\d_]+)?)"
_UP_TO = Gated(rf"\b[Đđ]ến\s+(?:hết\s+)?(?P<day>{CALENDAR})(?P<between>[^;()]{{0,70}}?)\s{_FIGURE}")
_NOTED = Gated(rf"\s{_FIGURE}[^.;()\d]{{0,50}}\((?:tính|số liệu)(?: tính)? đến\s+(?:hết\s+)?(?P<day>{CALENDAR})\)")
_SIZE = lazy(
    rf"^,?\s*(?:toàn\s)?(?P<who>Đảng bộ(?:\s(?:tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn|đặc khu))?(?P<name>(?:\s[{UPPER}]\w*)*))\s(?:hiện\s)?có(?:\stổng số)?$"
)
_SIZED = lazy(r"(?:đảng viên|tổ chức cơ sở đảng)\s?(?=[,.;:)]|$)")
_EXPLAINED = Gated(
    r"so với|cùng kỳ|trước|tăng|giảm|vẫn|giữ nguyên|không đổi|dự kiến|ước|phấn đấu|mục tiêu|chỉ tiêu|thời hạn|hạn nộp|gia hạn|đầu nhiệm kỳ|nay là|đến nay|\bquý\b|\briêng\b|bình quân|mỗi|đợt|lần thứ",
    re.IGNORECASE,
)
"""Words with which another day is meant: a comparison, a forecast, a deadline, one of several rounds."""
_COMMON = frozenset(
    [
        "tính",
        "đến",
        "ngày",
        "tháng",
        "năm",
        "hết",
        "có",
        "đạt",
        "được",
        "là",
        "và",
        "của",
        "các",
        "toàn",
        "trong",
        "đã",
        "với",
        "về",
        "cho",
        "tại",
        "số",
        "đồng",
        "tổng",
    ]
)
LEAST_VALUE = 20
"""A smaller whole number is met twice by chance."""
SAME_FIGURE_DAYS, SAME_SIZE_DAYS = 200, 366
"""Days further apart are a look back."""
MOST_DAYS = 2
"""One thing counted up to more days than this is a series."""
MOST_STATEMENTS = 100
"""Of one unit no more statements are compared, so that a long list does not cost its square."""
SHARED_WORDS = 3
"""So many words must the statements of one figure have in common."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure up to a day: what is counted, the words of the clause, the organisation whose size it is, where it stands."""

    when: date
    value: str
    unit: str
    words: frozenset[str]
    size_of: str | None
    sentence: int
    span: Span


def counted_twice(context: Context) -> Iterator[tuple[Count, Count]]:
    """Pairs of statements, the first in the text first."""
    by_unit: dict[str, list[Count]] = {}
    for one in _counts(context):
        by_unit.setdefault(one.unit, []).append(one)
    for found in by_unit.values():
        if len({one.when for one in found}) <= MOST_DAYS:
            yield from ((a, b) for a, b in combinations(found[:MOST_STATEMENTS], 2) if _differ(a, b))


def _differ(a: Count, b: Count) -> bool:
    apart = abs((a.when - b.when).days)
    yearly = (a.when.day, a.when.month) == (b.when.day, b.when.month)
    if a.sentence == b.sentence or not apart or yearly:
        return False
    same = a.value == b.value and apart <= SAME_FIGURE_DAYS and len(a.words & b.words) >= SHARED_WORDS
    return (same and _telling(a)) or (a.size_of is not None and a.size_of == b.size_of and apart <= SAME_SIZE_DAYS)


def _telling(one: Count) -> bool:
    """Whether a figure is hardly met twice by chance: not small, and of shares only those with decimals."""
    return "," in one.value or (one.unit != "%" and int(one.value.replace(".", "")) >= LEAST_VALUE)


def _counts(context: Context) -> Iterator[Count]:
    document = context.spelled
    number = 0
    for p in document.paragraphs:
        text = document.text[p.start : p.end]
        if p.story in NO_PROSE or p.cell is not None or "đến" not in text.lower():
            continue
        for start, end in sentences(text):
            number += 1
            yield from _in(text[start:end], p.start + start, number)


def _in(sentence: str, base: int, number: int) -> Iterator[Count]:
    seen: set[int] = set()
    for pattern in (_NOTED, _UP_TO):
        for m in pattern.finditer(sentence):
            left = sentence.rfind(";", 0, m.start()) + 1
            right = sentence.find(";", m.end())
            clause = sentence[left : right if right >= 0 else len(sentence)]
            when = day_of(m["day"])
            if when is None or m.start("day") in seen or _EXPLAINED.search(clause):
                continue
            seen.add(m.start("day"))
            words = frozenset(w for w in re.findall(r"[^\W\d_]{2,}", clause.lower()) if w not in _COMMON)
            yield Count(
                when, m["v"], m["u"].lower(), words, _size(sentence, m), number, Span(base + m.start(), base + m.end())
            )


def _size(sentence: str, m: re.Match[str]) -> str | None:
    """``Đảng bộ có … đảng viên``: the organisation whose size is told, without its level."""
    who = _SIZE.match(m["between"]) if "between" in m.groupdict() else None
    return who["name"].strip() if who and _SIZED.match(sentence, m.start("u")) else None
