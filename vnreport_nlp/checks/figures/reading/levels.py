"""Figures of a sentence as levels (``đạt 312,4 tỷ đồng``) and changes (``tăng 27,1%``), each level with its unit and its time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from ....expressions import lazy
from .text import DIGITS, noun_of, value_of

_FIGURE = lazy(
    rf"(?<![\w/.,])(?<![^(][+–-])(?P<n>{DIGITS})(?![\w/]|[.,]\d|\s?[-–]\s?\d|-\w)(?P<u>\s?%|\sđiểm(?:\sphần trăm|\s%)?)?"
)
_SOFT = r"trên|hơn|gần|khoảng|dưới|xấp xỉ|chừng|ngót|non"
_CHANGE = lazy(
    rf"\b(?P<way>tăng|giảm|tinh giản|vượt|nhiều hơn|cao hơn|thấp hơn|ít hơn|bớt|tụt|sụt)(?:\s(?:thêm|được|đi|tới|tương ứng|nhẹ|mạnh|đúng|bình quân|trung bình|mỗi năm|tổng cộng|chỉ|ở mức|đến|thực|ròng|(?:so với )?(?:cùng kỳ(?: năm trước)?|năm trước|kỳ trước|đầu năm|năm \d{{4}})))*(?:\s(?P<soft>{_SOFT}))?\s$",
    re.IGNORECASE,
)
_SOFTENED = lazy(
    rf"\b(?<!cao )(?<!thấp )(?<!nhiều )(?<!ít )(?<!kém )(?:{_SOFT}|bình quân|mỗi|tối thiểu|tối đa|ít nhất)\s$",
    re.IGNORECASE,
)
_SAME_CHANGE = lazy(
    r"(?:\s[^\W\d]+){0,3}?(?:\s?\([-–+]?|\s=\s|,?\s)(?:(?:hay|tức|nghĩa|tương đương|tương ứng|là|với|khoảng)\s)*",
    re.IGNORECASE,
)
_SIGN = lazy(r"\(([-–+])$")
"""``(-18,7%)``: a change, whatever stands before the bracket."""
_ALONE = lazy(r"\s*(?:[),;.]|so với\b|và\b|$)")
"""``giảm 15 người (10,1%)``: between an amount and its percentage, and behind that."""
_NO_LEVEL = lazy(
    r"\b(?:ngày|tháng|năm|khóa|khoá|thứ|quý|điều|khoản|số|hạng|tuổi|lần|vụ|đợt|lộ|lớp|khối|điểm|bước|mục|từ ngày|nhiệm kỳ|giai đoạn|hàng|bậc|cấp)\s$",
    re.IGNORECASE,
)
_BASE_FIRST = lazy(r"\bso với [^();.]{0,60}\((?:[^();.]{0,20}\s)?$", re.IGNORECASE)
"""A bracket that holds the earlier value, told first (``So với năm 2022 (320 triệu đồng), …``)."""
PART = lazy(r"\btrong đó\b[^;.]*$", re.IGNORECASE)
"""Before a part of what was told before."""
_SPAN = lazy(
    r"\s?(?:(?:đến|tới)\s(?:dưới\s)?\d+\stuổi|điểm cơ bản|lần|năm|tháng|ngày|tuổi|giờ|phút|quý|tuần|khóa|nhiệm kỳ)\b"
)
"""Ages, spans of time, multiples, and points of another kind than those between percentages."""
_YEAR = lazy(r"(?<![\d/.,])(?:\d{1,2}/(?:\d{1,2}/)?)?((?:19|20)\d\d)(?![\d%]|[.,]\d|\s?[-–]\s?\d)")
_EARLY = lazy(
    r"\b(?:đầu (?:năm|nhiệm kỳ|kỳ|giai đoạn|khóa)|năm (?:trước|ngoái)|kỳ trước|nhiệm kỳ trước|khóa trước|cùng kỳ|trước (?:đây|khi|sắp xếp|sáp nhập)|ban đầu|khi mới|giai đoạn trước)\b",
    re.IGNORECASE,
)
_LATE = lazy(
    r"\b(?:nay|hiện(?: nay| tại)?|cuối (?:năm|nhiệm kỳ|kỳ|giai đoạn)|sau (?:khi|sắp xếp|sáp nhập)|kỳ này|nhiệm kỳ này|năm nay|bây giờ)\b",
    re.IGNORECASE,
)
_PLANNED = lazy(
    r"%\s(?:so với )?(?:kế hoạch|KH|dự toán|chỉ tiêu)(?: năm| tỉnh| giao| được giao| là)*\s$", re.IGNORECASE
)
"""``bằng 83,9% kế hoạch năm 26.800 tỷ đồng``."""
EARLY, LATE = -1, 9999
"""Times that are told without a year."""


@dataclass(frozen=True, slots=True)
class Level:
    """One figure: offsets into the sentence, its unit, the time told beside it, and the way it goes when it is a change."""

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    way: str
    soft: bool
    time: int | None

    @property
    def half(self) -> Decimal:
        """Half of the last place that is told: by so much a rounded figure may be off; nothing where things are counted one by one."""
        places = len(self.text.partition(",")[2])
        measured = places or self.unit.split()[:1] in (["tỷ"], ["triệu"])
        return Decimal(5).scaleb(-places - 1) if measured else Decimal()


@dataclass(frozen=True, slots=True)
class Move:
    """Two values of one thing, the earlier first, and how surely they are a pair."""

    before: Level
    after: Level
    sure: bool

    @property
    def span(self) -> tuple[int, int]:
        return min(self.before.start, self.after.start), max(self.before.end, self.after.end)

    def has(self, level: Level) -> bool:
        """Whether a figure is one of the two."""
        return level.start in (self.before.start, self.after.start)

    def between(self, sentence: str) -> str:
        """The words between the two values."""
        a, b = sorted((self.before, self.after), key=lambda level: level.start)
        return sentence[a.end : b.start]


def levels(sentence: str) -> list[Level]:
    """All figures of a sentence in their order; years, ordinals and spans of time left out."""
    found = [m for m in _FIGURE.finditer(sentence) if _counts(sentence, m)]
    ends = [0, *(m.end() for m in found)]
    out: list[Level] = []
    for index, m in enumerate(found):
        left = sentence[ends[index] : m.start()]
        right = sentence[m.end() : found[index + 1].start() if index + 1 < len(found) else len(sentence)]
        change = _CHANGE.search(sentence[max(0, m.start() - 60) : m.start()])
        unit = (m["u"] or "").strip() or _unit(sentence, m.end())
        sign = _SIGN.search(sentence[max(0, m.start() - 2) : m.start()])
        way = change["way"].lower() if change else "" if sign is None else "tăng" if sign[1] == "+" else "giảm"
        if unit == "%" and out and out[-1].way and out[-1].unit != "%" and not way:
            way = out[-1].way if _SAME_CHANGE.fullmatch(left) and _ALONE.match(sentence, m.end()) else ""
        soft = (
            bool(change and change["soft"])
            or _SOFTENED.search(sentence[max(0, m.start() - 14) : m.start()]) is not None
        )
        out.append(
            Level(m.start(), m.end(), m["n"], value_of(m["n"]), unit.lower(), way, soft, _time(left, right, first=not index))
        )  # fmt: skip
    return out


def _counts(sentence: str, m: re.Match[str]) -> bool:
    """Whether a figure is a value, not a year, a date, an ordinal or a span of time."""
    year = len(m["n"]) == 4 and m["n"][:2] in ("19", "20") and not m["u"]
    if year or ("%" not in (m["u"] or "") and _SPAN.match(sentence, m.end("n"))):
        return False
    return (
        m["u"] is not None
        or not _NO_LEVEL.search(sentence[max(0, m.start() - 14) : m.start()])
        or bool(_unit(sentence, m.end()))
    )


def _unit(sentence: str, at: int) -> str:
    """The noun after a figure: one that the kinds know, or the first word."""
    known = noun_of(sentence, at)
    if known:
        return known
    m = re.match(r"\s([^\W\d]+)", sentence[at : at + 20])
    return m[1] if m else ""


def _time(left: str, right: str, *, first: bool) -> int | None:
    """The time of a figure: behind it up to the next mark, else before it since the last one."""
    behind = re.split(r"[,;()]|\s(?:lên|xuống|còn|tăng|giảm|đến|thì|so với)\s", right)[0]
    before = left if first else re.split(r"[.;]\s" if re.search(r"[.;]\s", left) else r"[,(]\s?", left, maxsplit=1)[-1]
    own = re.match(
        r"(?:\s[^\W\d]+){0,3}?\s\(?(?:của |trong |vào |hồi )?(?:cuối |đầu |tháng |ngày )?(?:năm|cùng|\d|cuối|đầu)",
        behind,
    )
    for part in (behind if own else "", before, behind):
        if years := _YEAR.findall(part):
            return int(years[-1])
    for part in (behind, before):
        if _EARLY.search(part):
            return EARLY
        if _LATE.search(part):
            return LATE
    return None


def same_unit(a: Level, b: Level) -> bool:
    """Whether two figures are told in one unit; a bare one takes the other's."""
    one = a.unit == b.unit or {a.unit, b.unit} <= MEMBERS
    return one or not a.unit or not b.unit or a.unit in JOINED or b.unit in JOINED


MEMBERS = frozenset({"đảng viên", "đồng chí", "đ/c"})
"""Words for members of the Party: one stands for another."""


JOINED = frozenset(
    {"lên", "xuống", "còn", "năm", "cuối", "đầu", "tăng", "giảm", "và", "của", "trong", "so", "nay", "đến", "hiện"}
)
"""Words after a figure that are no unit."""


def neighbours(sentence: str, found: list[Level], *, over: Callable[[str], bool]) -> Iterator[tuple[Level, Level]]:
    """Every two levels that follow each other, changes, shares among counts, and what stands in a bracket closed between them left out.

    So are plans that stand between, and parts of a whole where a semicolon ends what is told of it (``812 đảng viên, trong đó 126 …; so với đầu nhiệm kỳ``).

    Where ``over`` says that the words between compare, levels of other units are passed over too.
    """
    plain = [f for f in found if not f.way and not _PLANNED.search(sentence, max(0, f.start - 24), f.start)]
    for index, second in enumerate(plain):
        for first in reversed(plain[:index]):
            between = sentence[first.end : second.start]
            other = (first.unit == "%") != (second.unit == "%") or (not same_unit(first, second) and over(between))
            held = _BASE_FIRST.search(sentence[: first.start]) is not None
            part = ";" in between and PART.search(sentence[: first.start]) is not None
            if not ((_closes(between) and not held) or other or part):
                yield first, second
                break


def _closes(between: str) -> bool:
    """Whether a bracket closes that was opened before."""
    depth = 0
    for char in between:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return True
    return False
