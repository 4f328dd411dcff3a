"""F201 of a whole and its two sides: what is and what is not, what is done and what is left (``hợp lệ 212, không hợp lệ 02``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....expressions import lazy
from ....gates import Gated
from ..rates.within import LEFT_OVER, NONE
from ..reading.slips import swapped
from ..reading.text import Number, counts, kind_after, noun_after, sentences
from .threefold import threefold

_NOT = lazy(r"\b(?:không|chưa)\s(?P<w>[^\W\d]+(?:\s[^\W\d]+)?)", re.IGNORECASE)
_SIDES = (
    (lazy(r"\b(?:đúng hạn|trước hạn|trong hạn)\b"), lazy(r"\b(?:quá hạn|trễ hạn|chậm)\b")),
    (lazy(r"\b(?:có mặt|dự họp|tham dự)\b"), lazy(r"\bvắng\b")),
    (
        lazy(r"\b(?:đã|giải quyết xong|xử lý xong|hoàn thành|dứt điểm)\b"),
        lazy(r"\b(?:đang|chưa|còn lại|số còn lại|còn tồn|tồn)\b"),
    ),
    (lazy(r"\w"), lazy(r"\b(?:(?:số )?còn lại|còn(?= \d)|^còn)\b")),
)
"""The two sides that a whole has, each told by its words; what is left makes up the whole with whatever stands before it."""
_CUE = Gated(r"không|chưa|hạn|chậm|vắng|đang|còn|tồn", re.IGNORECASE)
"""What one of the two sides holds, quickly looked for."""
_ELSE = lazy(
    r"kế hoạch|chỉ tiêu|dự toán|mục tiêu|\bgiao\b(?! thông| lưu| dịch| tiếp| ban)|\blượt\b|(?<!thôn )\bmới\b|kỳ trước|năm trước|chuyển sang|phát sinh|bình quân|mỗi|ngoài ra|\btăng\b|\bgiảm\b|so với|nhiều|một số|\bthêm\b|%",
    re.IGNORECASE,
)
_OWN = lazy(r"\d/\d")
"""A ratio between two sides: what is left is left of its whole (``46 đơn, 41 đơn đủ điều kiện, giải quyết 39/41, còn 02``)."""
_TOTAL_BEHIND = lazy(r"[^.;:,\d]{0,40}?\s(?:trong|trên)\s(?:tổng số|tổng|số)\s")
NEAR = 8
"""Sides that miss their whole by more than its eighth are of another whole."""
REACH = 160
BEFORE = 3
"""Words before ``không`` with which the other side is still told of the same things."""
MOST = 40
"""A sentence with more numbers is a table that lost its cells."""
Told = tuple[int, int, str, list[str]]


def complements(text: str) -> Iterator[Told]:
    """(start, end, whole, sides) of every whole of a paragraph that its two sides contradict."""
    if not _CUE.search(text):
        return
    yield from threefold(text)
    found = [n for _, _, own in counts(text) for n in own]
    if not 3 <= len(found) <= MOST or LEFT_OVER.search(NONE.sub(" ", text)):
        return
    spans = list(sentences(text))
    for index in range(len(found) - 1):
        one, other = found[index], found[index + 1]
        start = next(s for s, e in spans if s <= one.start < e)
        if (
            not _sides(text, found, index)
            or one.approx
            or other.approx
            or "." in text[one.end : other.start].replace(". ", "|")
            or _OWN.search(text, one.end, other.start)
        ):
            continue
        whole = _whole(text, found, index, start)
        if whole is not None and _wrong(text, whole, found, index):
            first = min(whole.start, one.start)
            yield first, max(other.end, whole.end), whole.text, [one.text, other.text]


def _label(text: str, found: list[Number], index: int) -> str:
    """The words of one number: since the number before it or the last mark, and on to the next mark."""
    number = found[index]
    before = found[index - 1].end if index else 0
    left = re.split(r"[,;:(]|\.\s|\svà\s", text[before : number.start])[-1]
    right = re.split(r"[,;:().]|\svà\s", text[number.end : number.end + 60])[0]
    return f"{left.strip()} {right.strip()}".lower()


def _sides(text: str, found: list[Number], index: int) -> bool:
    """Whether two numbers that follow each other are the two sides of one whole."""
    a, b = _label(text, found, index), _label(text, found, index + 1)
    kinds = {kind_after(text, found[i].end) for i in (index, index + 1)} - {None}
    if len(kinds) > 1 or _ELSE.search(f"{a} {b}") or len(text[found[index].end : found[index + 1].start]) > 90:
        return False
    nouns = [noun_after(text, found[i].end).split()[:1] for i in (index, index + 1)]
    if ";" in text[found[index].end : found[index + 1].start] and all(nouns) and nouns[0] != nouns[1]:
        return False
    negated = _NOT.search(b)
    if (
        negated
        and not _NOT.search(a)
        and negated["w"].split()[0] in a.split()
        and len(b[: negated.start()].split()) <= BEFORE
    ):
        return True
    return any(yes.search(a) and no.search(b) and not no.search(a) for yes, no in _SIDES)


def _whole(text: str, found: list[Number], index: int, start: int) -> Number | None:
    """The number that two sides are of: told behind them as the total, or the last larger one before of their noun."""
    one, other = found[index], found[index + 1]
    if index + 2 < len(found):
        behind = found[index + 2]
        if _TOTAL_BEHIND.fullmatch(text[other.end : behind.start]):
            return behind if behind.value > one.value else None
    kind, noun = kind_after(text, one.end), noun_after(text, one.end).split()[:1]
    kind, noun = (kind, noun) if kind or noun else (kind_after(text, other.end), [])
    for number in reversed(found[:index]):
        if one.start - number.end > REACH or text.count(".", number.end, one.start) > 1:
            return None
        ours = kind_after(text, number.end)
        if (ours == kind if kind else ours is None) and not number.approx:
            same = kind in (None, "person") or noun_after(text, number.end).split()[:1] == noun
            larger = number.value > max(one.value, other.value) or swapped(number.value, one.value + other.value)
            return number if same and larger else None
    return None


def _wrong(text: str, whole: Number, found: list[Number], index: int) -> bool:
    """Whether no reading makes the sides their whole: with a third number, with a part of it, or of another whole."""
    one, other = found[index], found[index + 1]
    reached = one.value + other.value
    values = [n.value for n in found if n not in (one, other)]
    near = abs(reached - whole.value) * NEAR <= whole.value or swapped(whole.value, reached)
    if reached in values or not near:
        return False
    if any(reached + v == whole.value or reached - v == whole.value or whole.value + v == reached for v in values):
        return False
    between = [n.value for n in found if whole.end <= n.start < one.start]
    lead = text[max(0, whole.start - 30) : whole.start]
    return sum(between, reached) != whole.value and not _ELSE.search(lead + text[whole.end : one.start])
