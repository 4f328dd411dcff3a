"""F204 by echo: one thing told twice in much the same words, with two values.

Nothing is known of what is counted: two sentences that share most of their pairs of syllables around a number, count by the same
word, and name no other time, name, rank, act or body, tell of one thing. A slip of the keyboard is believed on fewer pairs than
another value, which may well be another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ..model import Document, Span
from .figures_pairs import pairs
from .figures_quantity import own_right, times_of
from .figures_same import slip
from .figures_text import counts, value_of
from .figures_words import ACTS, BODIES, EMPTY, LEVELS, MARKS, NAMED, RESERVED

SPAN = 18
"""Syllables on each side of a number that tell of it."""
SLIP_SHARE, OTHER_SHARE = 0.5, 0.85
"""Shares of the fewer pairs that both must have, for slips and for other values."""
SLIP_PAIRS, OTHER_PAIRS = 4, 6
SLIP_FACTOR, OTHER_FACTOR = 2.0, 1.35
LEAST_DIGITS = 2
LONG = 3
"""Of so many digits two may change places with others between them."""
_SYLLABLE = re.compile(r"\d[\d/.,]*|[^\W\d_]+")
_RANK = re.compile(
    r"\b(?:quý|tháng|đợt|lần(?: thứ)?|khóa|thứ|loại|hạng|nhóm|khu vực|tổ|thôn|bản|khối|lớp|số|vụ|cấp|mức|bậc|vòng|kỳ|phần)\s(?:\d+|[IVX]+)\b"
)
_NARROW = re.compile(
    r"\b(?:trong đó|riêng|nữ|nam|mới|thêm|tăng|giảm|còn lại|khác|ngoài|bình quân|mỗi|lượt)\b", re.IGNORECASE
)
_WHOLE_OF = re.compile(r"\b(?:trong|trên) tổng số\b|\bước\b", re.IGNORECASE)
_WEAK = frozenset({"chưa", "không", "thiếu", "khác", "một số", "nhất", "ngoài ra", "riêng", "trước", "sau"})
"""Reservations that count only beside the number: they may well be said of something else."""
_ENDS = re.compile(
    r"[.]|\s(?=\d)|\s(?:sinh hoạt|ở|tại|với|mà|nên|do|để|và|nhờ|so với|là|nhưng|trở thành|góp phần|bảo đảm|qua đó|đã|tính đến|đến nay|trong nhiệm kỳ|trong năm|năm \d{4}|của|hiện nay|vẫn|cao nhất|thấp nhất)\b",
    re.IGNORECASE,
)
"""Here the name of what is counted ends."""
_ESTIMATED = re.compile(r"\bước(?: tính| đạt| khoảng)?\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Mention:
    """One number with its sentence; offsets of the sentence into the document, of the number into the sentence."""

    text: str
    start: int
    sentence: str
    at: int

    @property
    def digits(self) -> str:
        return self.text.replace(".", "")

    @property
    def span(self) -> Span:
        return Span(self.at + self.start, self.at + self.start + len(self.text) + len(self.unit) + 1)

    @cached_property
    def _sides(self) -> tuple[str, str]:
        """The words that tell of the number: those of its part of the sentence, as far as they reach."""
        end = self.start + len(self.text)
        left = max(self.sentence.rfind(c, 0, self.start) for c in ";(") + 1
        right = min((i for c in ";(" if (i := self.sentence.find(c, end)) >= 0), default=len(self.sentence))
        return self.sentence[left : self.start], self.sentence[end:right]

    @cached_property
    def unit(self) -> str:
        """The one or two words right of the number."""
        m = re.match(r"\s[^\W\d_]+(?:\s[^\W\d_]+)?", self._sides[1])
        first, _, second = m[0].strip().lower().partition(" ") if m else ("", "", "")
        return first if second in EMPTY else f"{first} {second}".strip()

    @cached_property
    def around(self) -> str:
        return " | ".join(self._sides)

    @cached_property
    def near(self) -> str:
        """The words since the last comma, and those that name what is counted."""
        return f"{self._sides[0].rpartition(',')[2]} | {self._name}"

    @cached_property
    def syllables(self) -> tuple[list[str], list[str]]:
        left, right = (_SYLLABLE.findall(side.lower()) for side in self._sides)
        return left[-SPAN:], right[:SPAN]

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring syllables on each side, those of two empty words left out."""
        return frozenset(pair for side in self.syllables for pair in pairwise(side) if not EMPTY.issuperset(pair))

    @cached_property
    def signs(self) -> tuple[frozenset[str], ...]:
        """What must not differ: ranks and numbers, marks of a set, words that narrow or make it a plan."""
        told, near = (_WHOLE_OF.sub(" ", t) for t in (self.around, self.near))
        return (
            frozenset(m[0].lower() for m in _RANK.finditer(self.around)),
            frozenset(w for m in RESERVED.finditer(told) if (w := m[0].lower()) not in _WEAK or w in near.lower()),
            frozenset(m[0].lower() for m in _NARROW.finditer(near)),
        )

    @cached_property
    def _name(self) -> str:
        """The words right of the number that name what is counted."""
        after = own_right(self._sides[1])
        end = _ENDS.search(after, 1)
        return after[: end.start() if end else None]

    @cached_property
    def object(self) -> frozenset[str]:
        """The syllables that name what is counted."""
        return frozenset(_SYLLABLE.findall(self._name.lower())) - EMPTY

    @cached_property
    def subject(self) -> frozenset[str]:
        """The syllables since the last comma left of the number."""
        return frozenset(_SYLLABLE.findall(self._sides[0].rpartition(",")[2].lower())) - EMPTY

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


def echoes(document: Document, own: str) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of mentions (earlier, later) of one thing with two values."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions(document):
        groups.setdefault(mention.unit, []).append(mention)
    for group in groups.values():
        for a, b in pairs(group):
            if a.digits != b.digits and a.at != b.at and _alike(a, b) and not _apart(a, b, own):
                yield a, b


def mentions(document: Document) -> Iterator[Mention]:
    """Numbers of running text and notes that count by a word which no second number of their sentence counts by."""
    for p in document.paragraphs:
        if p.story in ("toc", "header", "footer", "table"):
            continue
        text = document.text[p.start : p.end]
        for start, end, found in counts(text):
            sentence = text[start:end]
            told = [
                Mention(n.text, n.start - start, sentence, p.start + start)
                for n in found
                if not n.approx or _ESTIMATED.search(text[start : n.start])
            ]
            units = [m.unit for m in told]
            yield from (
                m
                for m in told
                if m.unit and units.count(m.unit) == 1 and len(m.digits.replace(",", "")) >= LEAST_DIGITS
            )


def _alike(a: Mention, b: Mention) -> bool:
    """Whether two numbers stand in the same words, and near enough to be meant for one."""
    low, high = sorted((float(value_of(a.text)), float(value_of(b.text))))
    slipped = slip(a.digits, b.digits) or (len(a.digits) >= LONG and sorted(a.digits) == sorted(b.digits))
    if not 0 < high <= low * (SLIP_FACTOR if slipped else OTHER_FACTOR):
        return False
    shared, fewer = len(a.pairs & b.pairs), min(len(a.pairs), len(b.pairs))
    least, share = (SLIP_PAIRS, SLIP_SHARE) if slipped else (OTHER_PAIRS, OTHER_SHARE)
    return shared >= least and shared >= share * fewer


def _apart(a: Mention, b: Mention, own: str) -> bool:
    """Whether two mentions name different times, places, ranks, sets, acts or bodies."""
    if a.times and b.times and a.times != b.times:
        return True
    if a.object != b.object and not _told_elsewhere(a, b):
        return True
    if a.subject - _said(b) and b.subject - _said(a):
        return True
    if a.signs != b.signs or {n for n in a.names ^ b.names if n not in own}:
        return True
    if not (_marked(a.near) <= _marked(b.around) and _marked(b.near) <= _marked(a.around)):
        return True
    return any(x - y and y - x for x, y in zip(a.doers, b.doers, strict=True))


def _marked(text: str) -> frozenset[str]:
    return frozenset(m[0].lower() for m in MARKS.finditer(text))


def _told_elsewhere(a: Mention, b: Mention) -> bool:
    """Whether all that one object has beyond the other is said left of the other's number."""
    return a.object - b.object <= _said(b) and b.object - a.object <= _said(a)


def _said(a: Mention) -> frozenset[str]:
    return frozenset(_SYLLABLE.findall(a.around.lower()))
