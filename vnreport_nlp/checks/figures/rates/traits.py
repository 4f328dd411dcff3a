"""F202 of traits: so many of the persons told before are women, young, of some schooling, and none of these can be more than all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....expressions import lazy
from ..reading.dims import dimension
from ..reading.text import Number, counts, kind_after
from .within import is_base

_TRAIT = lazy(
    r"(?:(?:trong đó|cơ cấu|có|số|là|gồm|tỷ lệ|đảng viên|cán bộ|đồng chí|người|đại biểu|hội viên|trình độ|độ tuổi|chuyên môn|đạt|bằng|từ)\s)*"
    r"(?:nữ|nam|trẻ(?: tuổi| dưới)?|dưới \d\d tuổi|trên \d\d tuổi|\d\d tuổi|dân tộc|người dân tộc|theo đạo|tôn giáo|thạc sĩ|thạc sỹ|tiến sĩ|đại học|sau đại học|cao đẳng|trung cấp|lý luận|cao cấp|tái cử|tham gia lần đầu|đoàn viên|dự bị)\b",
    re.IGNORECASE,
)
_ELSE = lazy(
    r"đào tạo|bồi dưỡng|cử |mở|lượt|tăng|giảm|kết nạp|\bmới\b|toàn (?:tỉnh|huyện|xã|đảng bộ)|quy hoạch|lớp|khác|cả nước|so với|bổ nhiệm|luân chuyển|giới thiệu|hộ|tham dự|trên tổng|tổng số|trong (?:tổng )?số",
    re.IGNORECASE,
)
"""Words that begin to tell of other people."""
_CHANGED = lazy(r"tăng|giảm|thêm|lượt|bớt", re.IGNORECASE)
BEFORE = 60
"""Characters around a number that may make it a trait itself."""
NEAR = 2
"""A figure more than so many times as large is of another set."""
REACH = 200
Told = tuple[int, int, str]


_OPENS = lazy(r"\b(?:trong (?:đó|số đó|số này)|bao gồm|gồm|chia ra)\b", re.IGNORECASE)
_LISTS = lazy(r"[:(]")
_ONE = lazy(r"\b(?:nam|nữ)(?: giới)?(?: (?:là|có))?\s*$", re.IGNORECASE)


def traits(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of every trait of a paragraph that more persons have than there are."""
    for start, _, found in counts(text):
        for index, whole in enumerate(found):
            if index + 1 == len(found) or whole.approx or whole.value <= 1 or kind_after(text, whole.end) != "person":
                continue
            left = re.split(r"[,;:(]|\.\s", text[max(0, whole.start - BEFORE) : whole.start])[-1]
            right = re.split(r"[,;:()]|\.\s", text[whole.end : whole.end + BEFORE])[0]
            trait = (
                dimension(f"{left.strip()} {right}") or _CHANGED.search(left) or "%" in text[whole.end : whole.end + 40]
            )
            if not trait and not _ONE.search(left):
                told = list(_of(text, whole, found[index + 1 :]))
                if told and not _is_item(text, start, found, index):
                    yield from told


def _is_item(text: str, start: int, found: tuple[Number, ...], index: int) -> bool:
    """Whether a number is an item of a list: a trait told behind it may be of all that the list divides.

    Of others opened by a mark it is one only where a larger number of persons stands before that.
    """
    whole = found[index]
    if "(" in text[whole.end : found[index + 1].start]:
        return False  # its own bracket opens behind it
    left = max(text.rfind(";", start, whole.start) + 1, start)
    opened = _OPENS.search(text, left, whole.start)
    larger = next((n for n in found[:index] if n.value > whole.value and kind_after(text, n.end) == "person"), None)
    if opened is None or larger is not None:
        return larger is not None and bool(opened or _LISTS.search(text, larger.end, whole.start))
    return not any(n.end <= opened.start() for n in found[:index])


def _of(text: str, whole: Number, later: tuple[Number, ...]) -> Iterator[Told]:
    """The traits that follow a number of persons, up to the first figure that tells of no trait."""
    end = whole.end
    for n in later:
        between = text[end : n.start]
        behind = re.split(r"[,;.()]", text[n.end : n.end + 50])[0]
        said = f"{re.split(r'[,;(]', between)[-1].strip()} {behind}"
        other = _ELSE.search(between) or _ELSE.search(behind) or kind_after(text, n.end) not in ("person", None)
        if n.start - whole.end > REACH or n.approx or other or not re.search(r"[,;(]|trong đó", between):
            return
        if not _TRAIT.match(said):
            return
        if whole.value < n.value <= NEAR * whole.value and not is_base(text, n.start):
            yield whole.start, n.end, f"{n.text} > {whole.text}"
        end = n.end
