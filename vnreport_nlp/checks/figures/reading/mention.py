"""One number with the words around it, as far as they tell what it is of: for figures that are told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ....expressions import lazy
from ....model import Document, Span
from ...context import NO_PROSE
from .quantity import own_right, times_of
from .text import PERCENT, approximate, counts, noun_of
from .words import ACTS, BODIES, EMPTY, FREE_MARKS, LEVELS, MARKS, NAMED, RESERVED

SPAN = 18
"""Syllables on each side of a number that tell of it."""
LEAST_DIGITS = 2
_SYLLABLE = lazy(r"\d[\d/.,]*|[^\W\d_]+")
_RANK = lazy(
    r"\b(?:quý|tháng|đợt|lần(?: thứ)?|khóa|thứ|loại|hạng|nhóm|khu vực|tổ|thôn|bản|khối|lớp|số|vụ|cấp|mức|bậc|vòng|kỳ|phần)\s(?:\d+|[IVX]+)\b"
)
_NARROW = lazy(r"\b(?:trong đó|riêng|nữ|nam|mới|thêm|tăng|giảm|còn lại|khác|ngoài|bình quân|mỗi|lượt)\b", re.IGNORECASE)
_HARMLESS = lazy(
    r"\b(?:hoàn thành|đạt|vượt|bảo đảm)(?: [^\s,;|]+){0,3}? (?:kế hoạch|chỉ tiêu|mục tiêu)\b[^,;|]*|\b(?:trong|trên) tổng số\b|\bước\b|\b(?:tăng|giảm) (?:còn|lên|xuống)\b|\b(?:tăng|giảm)?\s?so với mức(?=\s*\|)|\b(?:thu nhập|năng suất|giá trị) bình quân\b",
    re.IGNORECASE,
)
"""Words that reserve nothing: a whole, an estimate, the level that a change leads to."""
_PLAN = lazy(r"\b(?:phấn đấu|mục tiêu|dự kiến|phương hướng)\b", re.IGNORECASE)
"""What they open lasts to the end of the sentence."""
OPENING = 25
"""Characters in which a part of a sentence says that it is of a plan or of another standard."""
_WEAK = frozenset({"chưa", "không", "thiếu", "khác", "một số", "nhất", "ngoài ra", "riêng", "trước", "sau", "trong đó"})
"""Reservations that count only beside the number: they may well be said of something else."""
_ENDS = lazy(
    r"[.]|\s(?=\d)|\s(?:sinh hoạt|ở|tại|với|mà|nên|do|để|và|nhờ|so với|là|nhưng|trở thành|góp phần|bảo đảm|qua đó|đã|tính đến|đến nay|trong nhiệm kỳ|trong năm|năm \d{4}|của|hiện nay|vẫn|cao nhất|thấp nhất|toàn|trên|như|cho)\b",
    re.IGNORECASE,
)
"""Here the name of what is counted ends."""
_LEADS = frozenset(
    {
        "nổi",
        "bật",
        "bên",
        "cạnh",
        "tóm",
        "lại",
        "nhìn",
        "chung",
        "đánh",
        "giá",
        "trên",
        "nhất",
        "đặc",
        "biệt",
        "riêng",
        "tuy",
        "nhiên",
    }
)
"""Words with which a report leads over to a figure."""
_ESTIMATED = lazy(r"\bước(?: tính| đạt| khoảng)?\s*$", re.IGNORECASE)


def _syllables(text: str) -> list[str]:
    return [w.rstrip(".,") for w in _SYLLABLE.findall(text.lower())]


@dataclass(frozen=True)
class Mention:
    """One number with its sentence; offsets of the sentence into the document, of the number into the sentence."""

    text: str
    start: int
    sentence: str
    at: int
    alone: bool = True
    """Whether no second number of its part of the sentence counts by the same word."""

    @property
    def digits(self) -> str:
        return self.text.replace(".", "")

    @property
    def span(self) -> Span:
        return Span(self.at + self.start, self.at + self.start + len(self.text) + len(self.unit) + 1)

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """The part of the sentence, between semicolons and brackets, that the number stands in."""
        end = self.start + len(self.text)
        left = max(self.sentence.rfind(c, 0, self.start) for c in ";(") + 1
        right = min((i for c in ";(" if (i := self.sentence.find(c, end)) >= 0), default=len(self.sentence))
        return left, right

    @cached_property
    def sides(self) -> tuple[str, str]:
        """The words left and right of the number."""
        left, right = self.bounds
        return self.sentence[left : self.start], self.sentence[self.start + len(self.text) : right]

    @cached_property
    def unit(self) -> str:
        """What the number counts by: ``%``, a known noun, or the next word."""
        if self.sides[1].lstrip().startswith("%"):
            return "%"
        m = re.match(r"\s[^\W\d_]+", self.sides[1])
        return noun_of(self.sentence, self.start + len(self.text)) or (m[0].strip().lower() if m else "")

    @cached_property
    def around(self) -> str:
        return " | ".join(self.sides)

    @cached_property
    def near(self) -> str:
        """The words since the last comma, and those that name what is counted."""
        return f"{self.sides[0].rpartition(',')[2]} | {self._name}"

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring syllables on each side, those of two empty words left out."""
        left, right = (_syllables(side) for side in self.sides)
        sides = (left[-SPAN:], right[:SPAN])
        return frozenset(pair for side in sides for pair in pairwise(side) if not EMPTY.issuperset(pair))

    @cached_property
    def ranks(self) -> frozenset[str]:
        return frozenset(m[0].lower() for m in _RANK.finditer(self.around))

    @cached_property
    def reserved_near(self) -> frozenset[str]:
        """Those of the reservations that stand beside the number, or open its part of the sentence."""
        near = _HARMLESS.sub(" ", f"{self.sides[0].lstrip()[:OPENING]} | {self.near}")
        return frozenset(w for m in RESERVED.finditer(near) if (w := m[0].lower()) not in _WEAK)

    @cached_property
    def reserved(self) -> frozenset[str]:
        """Words that narrow what is counted, or make it a plan, a change or another time."""
        told, near = (_HARMLESS.sub(" ", t) for t in (self.around, self.near))
        strong = {m[0].lower() for m in _PLAN.finditer(self.sentence, 0, self.start)}
        strong |= {w for m in RESERVED.finditer(told) if (w := m[0].lower()) not in _WEAK or w in near.lower()}
        return frozenset(strong | {m[0].lower() for m in _NARROW.finditer(near)})

    @cached_property
    def marks(self) -> frozenset[str]:
        """Marks of a set beside the number; ``said_marks`` are those around it."""
        return frozenset(m[0].lower() for m in MARKS.finditer(self.near)) - FREE_MARKS

    @cached_property
    def said_marks(self) -> frozenset[str]:
        return frozenset(m[0].lower() for m in MARKS.finditer(self.around))

    @cached_property
    def _name(self) -> str:
        """The words right of the number that name what is counted."""
        after = own_right(self.sides[1])
        end = _ENDS.search(after, 1)
        return after[: end.start() if end else None]

    @cached_property
    def object(self) -> frozenset[str]:
        """The syllables that name what is counted."""
        return frozenset(_syllables(self._name)) - EMPTY

    @cached_property
    def subject(self) -> frozenset[str]:
        """The syllables since the last comma left of the number."""
        return frozenset(_syllables(self.sides[0].rpartition(",")[2])) - EMPTY - _LEADS

    @cached_property
    def said(self) -> frozenset[str]:
        """All syllables around the number."""
        return frozenset(_syllables(self.around))

    @cached_property
    def doers(self) -> tuple[frozenset[str], ...]:
        """Acts, bodies and levels by name."""
        bodies = frozenset(
            m.lastgroup if m.lastgroup != "organ" else m[0].lower() for m in BODIES.finditer(self.around)
        )
        acts = frozenset(m[0].lower() for m in ACTS.finditer(self.around))
        return acts, frozenset(b or "" for b in bodies - LEVELS), frozenset(b or "" for b in bodies & LEVELS)

    @cached_property
    def times(self) -> frozenset[str]:
        return times_of(self.around) or times_of(self.sentence)

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(m[1].strip() for m in NAMED.finditer(self.around))


def mentions(document: Document) -> Iterator[Mention]:
    """Numbers and rates of running text and notes, rounded ones left out."""
    for p in document.paragraphs:
        if p.story in NO_PROSE:
            continue
        text = document.text[p.start : p.end]
        for start, end, found in counts(text):
            sentence = text[start:end]
            told = [
                Mention(n.text, n.start - start, sentence, p.start + start)
                for n in found
                if not n.approx or _ESTIMATED.search(text[start : n.start])
            ]
            if "%" in sentence:
                rates = (m for m in PERCENT.finditer(sentence) if not approximate(sentence, m.start()))
                told += [Mention(m[1], m.start(), sentence, p.start + start) for m in rates]
            units = [(m.bounds[0], m.unit) for m in told]
            for m, key in zip(told, units, strict=True):
                if m.unit and len(m.digits.replace(",", "")) >= LEAST_DIGITS:
                    yield m if units.count(key) == 1 else replace(m, alone=False)
