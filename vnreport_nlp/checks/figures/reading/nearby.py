"""The figures and percentages of a passage with what stands beside them, for readings that weigh words rather than match phrases."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from ....expressions import lazy
from .text import DIGITS, MEASURED, PERCENT, counts, kind_after, noun_after, noun_of, sentences, value_of

_CUE = lazy(
    r"\b(?:năm trước|năm ngoái|cùng kỳ|kỳ trước|đầu (?:năm|kỳ|nhiệm kỳ)|trong (?:đó|số đó|số này)|trong các|trong những|tổng(?: số)?|trong số|trên tổng|tương (?:đương|ứng)|tỷ lệ|tỉ lệ|tỷ trọng|độ bao phủ|bao phủ|so với|so"
    r"|kế hoạch|chỉ tiêu|dự toán|mục tiêu|nhu cầu|giao|bình quân|mỗi|trong|trên|của|là|có|còn|với|tức|hay|thì|đạt|chiếm|bằng|tăng|giảm|vượt|hơn|thêm|từ|lên|xuống|nâng|đến|nay|năm|mức|cao|thấp"
    r"|đã|mới|được|gồm|bao gồm|cụ thể|như sau|chia|riêng|và|nữ|nam|số|các|cả|cộng|toàn|chung|khác|ngoài|gần|khoảng|dưới|lượt|dân số|người|hộ|do|bổ sung|xếp loại|loại|như vậy|nhận|giải quyết|hoàn thành|phải|cần|thu|chi|kiểm tra|tham gia|không|chưa|quý|tháng|lần lượt|đồng thời|trừ|đa số|tồn|chuyển)\b",
    re.IGNORECASE,
)
_YEARLY = lazy(rf"\b(?P<all>(?:cả|hai|ba|bốn) )?năm (?P<n>{DIGITS})(?=\s[^\W\d])(?!\s(?:năm|tháng|tuổi))")
"""``cộng cả năm 50 vụ``: a count, though a year may stand there."""
_WORD = lazy(r"[^\W\d_]+")
_MARKS = (";", ":", ",", "(", ")", " - ", " – ", "|")
_BREAK = lazy(r"[.!?…]\s")
BESIDE = 24
"""Characters on each side of a figure whose words are taken singly."""
SEGMENT = 160
"""Of a longer stretch between two figures only both ends are read."""

_SIZES = (6, 20, 45, 90, 160)
"""Where one length of a stretch ends and the next begins, in characters."""


@dataclass(frozen=True, slots=True)
class Fig:
    """A count or, with ``%``, a percentage; ``slack`` is what rounding may have taken."""

    start: int
    end: int
    text: str
    value: float
    soft: bool
    kind: str | None
    noun: str
    sentence: int
    slack: float
    percent: bool = False


def _slack(text: str, kind: str | None) -> float:
    places = len(text.partition(",")[2])
    return 0.5 * 10.0**-places if places or kind in MEASURED else 0.0


@lru_cache(maxsize=64)
def figures(text: str) -> tuple[Fig, ...]:
    """All counts and percentages of a paragraph in the order in which they stand."""
    ends = [end for _, end in sentences(text)]
    out = [_count(text, n.start, n.text, ends, soft=n.approx) for _, _, found in counts(text) for n in found]
    known = {f.start for f in out}
    for m in _YEARLY.finditer(text) if "năm " in text else ():
        plain = len(m["n"]) == 4 and m["n"].isdigit()
        if m.start("n") not in known and not plain and (m["all"] or kind_after(text, m.end())):
            out.append(_count(text, m.start("n"), m["n"], ends, soft=False))
    for m in PERCENT.finditer(text) if "%" in text else ():
        at = _index(ends, m.start())
        out.append(Fig(m.start(), m.end(), m[1], float(value_of(m[1])), False, "%", "%", at, 0.0, True))
    return tuple(sorted(out, key=lambda f: f.start))


def _count(text: str, start: int, digits: str, ends: list[int], *, soft: bool) -> Fig:
    """A count with what it counts."""
    end = start + len(digits)
    kind = kind_after(text, end)
    noun = noun_of(text, end) or " ".join(noun_after(text, end).split()[:1])
    return Fig(start, end, digits, float(value_of(digits)), soft, kind, noun, _index(ends, start), _slack(digits, kind))


def _index(ends: list[int], at: int) -> int:
    return next((i for i, end in enumerate(ends) if at < end), len(ends))


@lru_cache(maxsize=2048)
def between(segment: str) -> tuple[str, ...]:
    """What a stretch of text between two figures holds: words that tell relations, marks, how long it is."""
    low = segment.lower()
    if len(low) > SEGMENT:
        low = f"{low[: SEGMENT // 2]} {low[-SEGMENT // 2 :]}"
    found = set(_CUE.findall(low))
    found.update(m for m in _MARKS if m in low)
    if _BREAK.search(segment):
        found.add("stop")
    found.add(f"len{bisect_right(_SIZES, len(segment))}")
    return tuple(sorted(found))


@lru_cache(maxsize=2048)
def left_of(text: str, start: int) -> tuple[str, ...]:
    """The last two words before a place, with the mark that parts them from it."""
    before = text[max(0, start - BESIDE) : start]
    words = _WORD.findall(before.lower())[-2:]
    mark = before.rstrip()[-1:]
    out = [f"<{w}" for w in words[-1:]] + [f"<<{' '.join(words)}"] if words else ["<#"]
    return (*out, f"<{mark}") if mark and not mark.isalnum() else tuple(out)


@lru_cache(maxsize=2048)
def right_of(text: str, end: int) -> tuple[str, ...]:
    """The first two words behind a place, or the mark there."""
    after = text[end : end + BESIDE]
    if not after.strip() or not after.lstrip()[:1].isalnum():
        mark = after.lstrip()[:1]
        return (f">{mark or '$'}",)
    words = _WORD.findall(after.lower())[:2]
    return (f">{words[0]}", f">>{' '.join(words)}") if words else (">#",)
