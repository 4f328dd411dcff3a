"""Why two stated figures are plainly of two things, whatever their words have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from ....expressions import lazy
from ....gates import Gated
from ..reading.digits import lost, rounded
from ..reading.nouns import kin, uncounted
from ..reading.spans import YEAR, school_years, spans, years
from ..reading.stated import Stated, content, syllables
from ..reading.words import NAMED

FARTHEST = Decimal("1.55")
"""Values further apart are meant for one only when their digits are the same in another order …"""
TURNED = Decimal("2.2")
"""… and not even then from here on; of 166 planted pairs two lie further apart."""
ACTING = frozenset(
    {
        "standing",
        "inspection",
        "executive",
        "permanent",
        "people",
        "council",
        "front",
        "women",
        "farmers",
        "youth",
        "veterans",
        "labour",
    }
)
"""Bodies that act; posts and offices may belong to any."""


_PLANNED = Gated(
    r"^\W*(?:theo )?(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)(?: [^\s,]+){0,3}? (?:năm|đến|giai đoạn|nhiệm kỳ|là|đề ra)\b|\bphấn đấu\b|\bdự kiến\b|\btiếp tục (?:xúc tiến|kêu gọi|thu hút|đề nghị|đề xuất)\b|\bđề ra (?:là )?$|\b(?:kế hoạch|chỉ tiêu|dự toán) (?:được )?giao(?: là)?\s*$",
    re.IGNORECASE,
)
"""The figure is a plan's."""
_LEAST = lazy(r"\b(?:ít nhất|tối thiểu|(?:có|đạt) từ)\s*$", re.IGNORECASE)
"""So a target is told, not what was done."""
_PLAN_HEAD = lazy(r"\b(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán)\b(?! đạt)", re.IGNORECASE)
_REARRANGED = Gated(r"\b(?:sau|trước) (?:khi )?(?:sắp xếp|sáp nhập|hợp nhất|kiện toàn|điều chỉnh)", re.IGNORECASE)
_NUMBERED = lazy(r"\b(?:bão|dự án|khu|cụm|trạm|đợt|kỳ họp|lần thứ|đội) (?:số )?(?:\d+|[ivx]+)\b")
_INTERIM = lazy(r"\b(?:lâm thời|tạm thời)\b[^,;.]*$", re.IGNORECASE)
_ADDED = lazy(r"\b(?:bầu )?bổ sung\b|chuyển công tác|nghỉ hưu|kiện toàn", re.IGNORECASE)
_PUT_UP = lazy(r"\b(?:danh sách|giới thiệu|đề cử|ứng cử|ứng viên|số dư)\b", re.IGNORECASE)
_ELECTED = lazy(r"\b(?:bầu|trúng cử|đắc cử)\b", re.IGNORECASE)
_NOW = lazy(r"\bhiện\b|\bnay\b|\bcòn\s*$", re.IGNORECASE)
_LEFT_OVER = lazy(r"\bcòn (?:khả năng|thiếu|lại|tồn|hiệu lực|dư|nợ|trống|chưa)\b", re.IGNORECASE)
BEHIND = 60
"""So many characters behind a number may say that it is of a rest."""
_AGAIN = lazy(r"\blại(?: cho| đối với)?\s*$", re.IGNORECASE)
_FROM = lazy(r"\btừ(?: mức)?\s*$", re.IGNORECASE)
_COMPARED = lazy(r"\bso(?: với)?\s[^,;()]*\(\s*$", re.IGNORECASE)  # ``tăng 92 so với nhiệm kỳ trước (960``
_TO = lazy(r"[^,;.]{0,40}\b(?:lên|xuống|còn|đến)\b", re.IGNORECASE)
_MERGING = lazy(r"\b(?:sáp nhập|sắp xếp|hợp nhất|rà soát|tinh giản)\s*$", re.IGNORECASE)
_INTO = lazy(r"[^;.\d]{0,40}\b(?:còn|thành|xuống)\s\d", re.IGNORECASE)
"""``sáp nhập 118 thôn, khu phố còn 112``."""
_OF_SOME = frozenset({"được", "bị", "chưa", "không", "đủ"})
_FOR_NEXT = lazy(
    r"\s*(?:cho|của|trong) (?:nhiệm kỳ|giai đoạn|năm|thời gian) (?:tới|sau|tiếp theo|mới)\b", re.IGNORECASE
)
_CHANGE = lazy(r"\b(?:tăng|giảm|hụt)(?: thêm| được| tới| đến)?(?: hơn| gần| trên| khoảng)?\s*$", re.IGNORECASE)
_AT = lazy(r"\b(?:ở|tại|của|trong)\s*$", re.IGNORECASE)
_AMISS = lazy(r"\s*(?:vẫn|còn|chưa|có lúc|có nơi|nhiều khi)\s", re.IGNORECASE)
_NEXT = Gated(
    r"\b(?:nhiệm kỳ|thời gian|năm|giai đoạn) (?:tới(?! (?:nay|hết|ngày|tháng|thời|cuối|đầu|năm|khi|\d))|sau(?! (?:khi|đó|sắp|sáp|hơn|đại|\d))|tiếp theo|mới)\b",
    re.IGNORECASE,
)
"""It is of a time to come."""


def contradict(a: Stated, b: Stated, own: str, *, timed: bool = True) -> str:
    """Why two figures are plainly of two things, empty when they may be of one.

    ``timed`` False: that only one is told with its span or moment is no reason, which in a summary is left out.
    """
    return _of_two_times(a, b, timed=timed) or _of_two_bodies(a, b, own) or _of_two_kinds(a, b)


def _of_two_times(a: Stated, b: Stated, *, timed: bool) -> str:
    """The same for years, spans, moments, phases and ranks."""
    ta, tb = years(a.times), years(b.times)
    sa, sb = school_years(a.times), school_years(b.times)
    if (ta and tb and not ta & tb) or (sa and sb and not sa & sb):
        return "year"
    if _planned_now(a, b) or _planned_now(b, a):
        return "span"
    if timed and (found := _of_two_moments(a, b)):
        return found
    if a.phase and b.phase and a.phase != b.phase:
        return "phase"
    x, y = (frozenset(_NUMBERED.findall(s.left.lower())) for s in (a, b))
    if x and y and not x & y:
        return "rank"
    if staged(a, b):
        return "stage"
    return "rank" if any(a.ranks[k] != b.ranks[k] for k in a.ranks.keys() & b.ranks.keys()) else ""


def _of_two_moments(a: Stated, b: Stated) -> str:
    """The same for times that are told more or less exactly."""
    if a.times and b.times and spans(a.times) != spans(b.times) and "at" not in a.times | b.times:
        return "span"
    if ("at" in a.times and _bare(b.times)) or ("at" in b.times and _bare(a.times)):
        return "span"
    fa, fb = (frozenset(t for t in s if not YEAR.fullmatch(t)) for s in (a.times, b.times))
    if fa and fb and not fa & fb and not _month(fa) & _month(fb):
        return "moment"
    return "period" if (_periods(a.times) and _bare(b.times)) or (_periods(b.times) and _bare(a.times)) else ""


def _of_two_bodies(a: Stated, b: Stated, own: str) -> str:
    """The same for names, levels, nouns and who acts."""
    x, y = (frozenset("" if n in own else n for n in s.names) for s in (a, b))
    if x and y and not x & y:
        return "name"
    if a.capitals - b.said - _split(own) and b.capitals - a.said - _split(own):
        return "name"
    if _only_named(a, b, own) or _only_named(b, a, own):
        return "name"
    if a.levels and b.levels and not a.levels & b.levels:
        return "level"
    if not (a.unit or b.unit) and not kin(a, b):
        return "noun"
    if uncounted(a, b) or uncounted(b, a):
        return "noun"
    x, y = (s.bodies & ACTING for s in (a, b))
    return "body" if x and y and not x & y else ""


def _of_two_kinds(a: Stated, b: Stated) -> str:
    """The same for parts, plans, what is left, and some of all."""
    if {a.part, b.part} == {"of", "whole"}:
        return "part"
    if _planned(a) != _planned(b) or bool(_LEAST.search(a.left)) != bool(_LEAST.search(b.left)):
        return "plan"
    if not a.unit and bool(_LEFT_OVER.search(a.right[:BEHIND])) != bool(_LEFT_OVER.search(b.right[:BEHIND])):
        return "rest"
    if bool(_AGAIN.search(a.beside)) != bool(_AGAIN.search(b.beside)):
        return "again"
    if _first(a) != _first(b) and "start" not in (a.phase, b.phase):
        return "from"
    if _some(a, b) or _some(b, a):
        return "some"
    return _of_part_or_time(a, b)


def of_two_states(a: Stated, b: Stated) -> bool:
    """Whether two figures are of two moments, or one of what is amiss or yet to come: no reading takes them for one."""
    return staged(a, b) or bool(_of_part_or_time(a, b))


def _of_part_or_time(a: Stated, b: Stated) -> str:
    """The same for what is amiss and what is yet to come."""
    if _at_fault(a) != _at_fault(b) or bool(_INTERIM.search(a.left)) != bool(_INTERIM.search(b.left)):
        return "some"
    if _changes(a) != _changes(b) or (_changes(a) and _changes(b) and a.object.split()[:2] != b.object.split()[:2]):
        return "change"
    return "next" if _to_come(a) != _to_come(b) else ""


def _planned(one: Stated) -> bool:
    """Whether a figure is a plan's: by the words before it, or by the head over its column."""
    return _PLANNED.search(one.left) is not None or (one.place == "table" and _PLAN_HEAD.search(one.right) is not None)


def _to_come(one: Stated) -> bool:
    """Whether a figure is of a time to come (``17 chỉ tiêu cho nhiệm kỳ mới``)."""
    return (
        _NEXT.search(f"{one.left} {one.object}") is not None or _FOR_NEXT.match(one.right, len(one.object)) is not None
    )


def _at_fault(one: Stated) -> bool:
    """Whether a figure is of those that something is amiss with (``ở 02 chi bộ vẫn nặng về chuyên môn``)."""
    return (
        one.place != "table"
        and _AT.search(one.left) is not None
        and _AMISS.match(one.right, len(one.object)) is not None
    )


def _changes(one: Stated) -> bool:
    """Whether a figure is the amount of a change (``giảm 11 người chết``)."""
    return one.place != "table" and _CHANGE.search(one.left) is not None


def _planned_now(one: Stated, other: Stated) -> bool:
    """Whether one is of a span of years and the other of what is under way now."""
    return spans(one.times) and not other.times and "hiện đang" in other.left.lower()


def _first(one: Stated) -> bool:
    """Whether a figure is the first of two that a change went through (``từ 11 lên 14``), or what one is compared with."""
    if _COMPARED.search(one.left):
        return True
    merged = _MERGING.search(one.left) is not None and _INTO.match(one.right) is not None
    return merged or (_FROM.search(one.left) is not None and _TO.match(one.right) is not None)


def _month(times: frozenset[str]) -> set[str]:
    """The months of days and months: ``31/12/2024`` lies in ``t12/2024``."""
    return {m[1] for t in times if (m := re.match(r"(?:t|\d+/)0?(\d+/\d{4})$", t))}


def _some(text: Stated, cell: Stated) -> bool:
    """Whether a text tells of some (``145 hộ nghèo được hỗ trợ nhà``) of what a cell counts."""
    if text.place == "table" or cell.place != "table":
        return False
    words = syllables(text.object)
    at = next((i for i, w in enumerate(words) if w in _OF_SOME), len(words))
    return not content(" ".join(words[at + 1 :])) <= cell.said


def _only_named(one: Stated, other: Stated, own: str) -> bool:
    """Whether one names a place that is not the report's and the other no place of that kind."""
    return one.place == other.place == "text" and any(
        m[1].strip() not in own and m[0].split()[0].lower() not in other.around_words
        for m in NAMED.finditer(f"{one.beside} | {one.right[:BEHIND]}")
    )


def staged(a: Stated, b: Stated) -> bool:
    """Whether one of two figures is of before and the other of after an election or a rearrangement."""
    x, y = (_REARRANGED.search(s.left) is not None and s.left.rstrip().endswith("còn") for s in (a, b))
    if x != y or (a.phase == "start") != (b.phase == "start"):
        return True
    if _put_up(a) != _put_up(b) and all(_put_up(s) or _ELECTED.search(s.left) for s in (a, b)):
        return True
    return _stages(a, b) or _stages(b, a)


def _put_up(one: Stated) -> bool:
    """Whether a figure is of those who are to be voted on: there are more of them than are elected."""
    return _PUT_UP.search(f"{one.left} | {one.object}") is not None


def _stages(one: Stated, other: Stated) -> bool:
    """Whether one was elected, and the other is what there is now."""
    if one.unit or other.unit or "chosen" not in one.acts:
        return False
    if _ADDED.search(other.left) and not _ADDED.search(one.left):
        return True
    return "chosen" not in other.acts and (other.phase == "end" or _NOW.search(other.left) is not None)


def _split(own: str) -> frozenset[str]:
    """The syllables of the report's own unit."""
    return frozenset(own.lower().split())


def _periods(times: frozenset[str]) -> bool:
    """Whether a time is a part of a year."""
    return any(re.match(r"(?:quý|\d+ tháng|sáu tháng|đầu|giữa)", t) for t in times)


def _bare(times: frozenset[str]) -> bool:
    """Whether times are years and nothing else."""
    return bool(times) and all(YEAR.fullmatch(t) for t in times)


def answered(a: Stated, b: Stated, by_sentence: Mapping[int, Sequence[Stated]]) -> bool:
    """Whether the sentence or row of one states the other's value too, or what it lacks of it: then the two are two things."""
    return any(
        c.value in (y.value, y.value - x.value)
        and c is not x
        and c.unit == y.unit
        and (c.noun == y.noun or "table" in (c.place, y.place))
        for x, y in ((a, b), (b, a))
        for c in by_sentence.get(x.at, ())
    )


def comparable(a: Stated, b: Stated) -> bool:
    """Whether two figures can be of one thing at all: one dimension, two values that lie near, two sentences, a word in common."""
    if a.at == b.at or a.place == b.place == "table":
        return False
    if a.near.isdisjoint(b.near) and a.near.isdisjoint(b.clause) and b.near.isdisjoint(a.clause) and a.unit != "hạng":
        return False  # most pairs end here
    if a.value == b.value or not (a.unit == b.unit or _unnamed(a, b) or _unnamed(b, a)):
        return False
    low, high = sorted((a.value, b.value))
    if a.unit == "hạng" and a.value != b.value:
        return bool(a.times & b.times) and not a.clause.isdisjoint(b.clause)
    wide = sorted(a.digits) == sorted(b.digits) or len(a.digits) == len(b.digits) == 1
    if low <= 0 or (high > low * (TURNED if wide else FARTHEST) and not lost(a, b)):
        return False
    return not rounded(a, b)


def _unnamed(a: Stated, b: Stated) -> bool:
    """Whether the first is a cell whose unit no head names."""
    return bool(b.unit) and not a.unit and a.place == "table"
