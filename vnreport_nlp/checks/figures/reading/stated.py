"""Every figure that a draft states, in one form wherever it stands: text, bracket, note, title page, table; digits or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise

from ....expressions import lazy
from ....model import Span
from ...letters import UPPER
from .grid import TOTAL
from .quantity import own_right, times_of
from .roles import roles_of
from .words import ACTS, BODIES, EMPTY, LEVELS, MARKS, NAMED, OFFICES, RATING, UNSAID, VAGUE

SYLLABLE = lazy(r"\d[\d/.,]*|[^\W\d_]+")
_SEGMENT = lazy(r"[,:(]|\s[-–]\s(?!(?:19|20)\d\d)|\s(?:và|nhưng|song|trong khi|trong đó|nên|với|từ đó|qua đó)\s")
_ENDS = lazy(
    r"[.;:()–]|\s-\s|\s(?=\d)|\s(?:sinh hoạt|ở|tại|với|mà|nên|do|để|và|nhờ|so với|là|nhưng|song|trở thành|góp phần|bảo đảm|qua đó|đã|đều|còn|gồm|tính đến|đến nay|trong nhiệm kỳ|trong năm|năm \d{4}|hiện nay|vẫn|cao nhất|thấp nhất|như|cho)\b",
    re.IGNORECASE,
)
"""Here the name of what is counted ends."""


_YEAR = lazy(r"(?:19|20)\d\d")
_RANK = lazy(
    r"\b(quý|tháng|đợt|lần(?: thứ)?|khóa|khoá|thứ|loại|hạng|nhóm|khu vực|khối|lớp|số|vụ|mức|bậc|vòng|phần|học kỳ|giai đoạn|nhiệm kỳ|chuẩn|cấp)\s((?:\d+|[IVX]+|đông xuân|hè thu|xuân hè|thu đông|xuân|mùa|đông|cũ|mới)(?:\s?-\s?\d+)?)\b",
    re.IGNORECASE,
)
_AGED = lazy(r"\b(\d+)\s(năm tuổi|tháng đầu|tháng cuối|tháng|tuổi|sao|giờ)\b")
_CAPITAL = lazy(rf"(?<=[^\W\d_.][ ,“\"(])[{UPPER}][^\W\d_]*")
PREDICATE = 10
"""So many words behind a name tell of it."""
ITEM = 12
"""In an item so short the name that it opens with is of its figures."""
_WHOSE = lazy(r"\s(?:của|trong|trên địa bàn|toàn|thuộc|hiện có|nêu trên|nói trên|này)\b", re.IGNORECASE)
_SOME = lazy(r"\s(đã|được|do|có|chưa|đang|bị|mới|phải|đủ)(?!\w)", re.IGNORECASE)
"""So what is said of some of a set begins, unless the number is told as a known one."""
_DEFINITE = lazy(
    r"(?:\b(?:cả|toàn bộ|tất cả|toàn thể|của|số|giữa|tới|đến|ở|tại|khắp|với|trên|cho|từ|qua|danh sách|quy mô))\s*$",
    re.IGNORECASE,
)
_EXISTING = lazy(r"\b(?:có|gồm|là|thành|còn|đã|bầu|với)\s*$", re.IGNORECASE)
_TURNED = lazy(r"\d[^\d;]*?\b((?:(?:đến |tới |hiện )?nay|hiện|xuống|lên)\b[^\d;]*)$", re.IGNORECASE)
PHASES = {
    "start": lazy(
        r"(?<!từ )(?<!tháng )\bđầu (?:nhiệm kỳ|năm|kỳ|giai đoạn)\b|\btrước (?:khi |sắp|sáp)|\bban đầu\b|trước đây|\bcũ\b"
        r"|\b(?:khi|lúc|ngày) (?:mới |bắt đầu )?(?:bước vào|vào|thành lập|tiếp nhận|nhận bàn giao|mới) (?!họp)|\b(?:khi|lúc) (?:mới|bắt đầu) ",
        re.IGNORECASE,
    ),
    "end": lazy(
        r"\b(?:cuối|hết) (?:nhiệm kỳ|năm|kỳ|giai đoạn)\b|hiện (?:nay|có)|\bđến nay\b|\bsau (?:khi |sắp|sáp)|thời điểm (?:này|tổng kết|báo cáo)",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True)
class Stated:
    """One figure; ``left`` and ``right`` are its part of the sentence, or a cell's names; ``wide`` what stands over or before it."""

    text: str
    value: Decimal
    unit: str
    noun: str
    left: str
    right: str
    wide: str
    span: Span
    at: int
    place: str
    part: str = ""
    crowd: int = 1

    @cached_property
    def digits(self) -> str:
        return self.text.replace(".", "")

    @cached_property
    def beside(self) -> str:
        """The words since the last comma before the number, or since the figure that turned into it."""
        if self.turned:
            return re.split(r"\d[\d.,]*", self.left)[-1]
        segments = [s for s in _SEGMENT.split(self.left) if s.strip()]
        last = segments[-1] if segments else ""
        if len(segments) > 1 and len(content(last)) < 2:
            last = f"{segments[-2]} {last}"
        return last

    @cached_property
    def object(self) -> str:
        """The words right of the number that name what is counted."""
        if self.place == "table":
            return ""
        if self.right.lstrip().startswith("%,"):
            return ""
        own = own_right(self.right)
        end = _ENDS.search(own, 1)
        return own[: end.start() if end else None]

    @cached_property
    def near(self) -> frozenset[str]:
        """The words that name it: those beside the number, or all of a cell's names."""
        said = f"{self.left} {self.right}" if self.place == "table" else f"{self.beside} {self.object}"
        return content(said) | frozenset(self.noun.split())

    @cached_property
    def clause(self) -> frozenset[str]:
        """The words of its part of the sentence, up to the end of what is counted."""
        return content(f"{self.left} {self.right if self.place == 'table' else self.object}")

    @cached_property
    def core(self) -> tuple[str, ...]:
        """The name of what is counted without whose it is."""
        if self.place == "table":
            words = self.right if TOTAL.match(self.left) else self.left
        else:
            words = _WHOSE.split(self.object, maxsplit=1)[0]
            words, some, _ = _SOME.split(words, maxsplit=1) if _SOME.search(words) else (words, "", "")
            if not self.definite and (some or _SOME.match(self.right[len(words) :])):
                return ()
        found = tuple(w for w in syllables(words) if w not in UNSAID)
        return () if " ".join(found) in VAGUE else found

    @cached_property
    def core_words(self) -> frozenset[str]:
        """The syllables of that name that say what is counted."""
        return content(" ".join(self.core))

    @cached_property
    def object_words(self) -> list[str]:
        """The words right of the number that name what is counted, one by one."""
        return syllables(self.object)

    @cached_property
    def predicate(self) -> frozenset[str]:
        """The next words behind the name of what is counted."""
        if self.place == "table":
            return frozenset()
        return content(" ".join(self.right[len(self.object) :].split()[:PREDICATE]))

    @cached_property
    def rated(self) -> frozenset[str]:
        """What a percentage is a rate of."""
        return self.near - RATING

    @cached_property
    def definite(self) -> bool:
        """Whether the number is told as one known already (``cả 14 xã``, ``của 27 chi bộ``, ``trong số …``)."""
        return self.place != "table" and _DEFINITE.search(self.left) is not None

    @cached_property
    def existing(self) -> bool:
        """Whether the number is told as what there is (``hiện có``, ``gồm``)."""
        return self.place == "table" or _EXISTING.search(self.left) is not None

    @cached_property
    def named(self) -> frozenset[str]:
        return content(self.object)

    @cached_property
    def said(self) -> frozenset[str]:
        return content(f"{self.left} {self.right}") | content_of_all(self.wide) | frozenset(self.noun.split())

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Other figures of its part of the sentence, years left out."""
        found = frozenset(w for w in syllables(self.around) if w[0].isdigit() and not _YEAR.fullmatch(w))
        return found - {self.text}

    @cached_property
    def ranks(self) -> dict[str, str]:
        """Words with the number that tells one from another of their kind (``quý II``, ``30 năm tuổi``), by the word."""
        found = {m[1].lower(): m[2].lower() for m in _RANK.finditer(f"{self.beside} | {self.object} {self.right[:60]}")}
        return found | {f"{m[2]} ": m[1] for m in _AGED.finditer(self.around)}

    @cached_property
    def phase(self) -> str:
        """Start or end, before or after, plan or result: what a clause opens with."""
        near = self.turned or self.left[-90:]
        found = [name for name, words in PHASES.items() if words.search(f"{near} {self.right[:40]}")]
        return found[0] if len(found) == 1 else "end" if self.turned else ""

    @cached_property
    def turned(self) -> str:
        """The words since another figure turned into this one (``đầu năm có 202 hộ, nay còn 147 hộ``), empty when none did."""
        if self.place == "table":
            return ""
        m = _TURNED.search(self.left)
        return m[1] if m else ""

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Syllables with a capital that belong to names of places and projects."""
        left = self.left if len(self.left.split()) <= ITEM else self.beside
        told = f". {self.left} {self.right}" if self.place == "table" else f"{left} {self.object}"
        return frozenset(m[0].lower() for m in _CAPITAL.finditer(told)) - OFFICES

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring syllables, those of two empty words left out."""
        found: set[tuple[str, str]] = set()
        for side in (self.left, self.right):
            words = syllables(side)
            found |= {p for p in pairwise(words) if not EMPTY.issuperset(p)}
        return frozenset(found)

    @cached_property
    def told(self) -> list[str]:
        """The words that name it in their order, the number as a mark."""
        if self.place == "table":
            return [*syllables(self.left), *syllables(self.right), "#"]
        return [*syllables(self.beside), "#", *syllables(self.object)]

    @cached_property
    def around_words(self) -> frozenset[str]:
        return frozenset(syllables(self.around))

    @cached_property
    def around(self) -> str:
        return f"{self.left} | {self.right}"

    @cached_property
    def times(self) -> frozenset[str]:
        """The times beside the number, else those of its part of the sentence."""
        if self.place == "table":
            return times_of(self.around) or times_of(self.wide)
        own = re.split(r"[,;(.]", self.right)[0]
        if self.turned:
            return times_of(f"{self.turned} | {own}")
        return times_of(f"{self.beside} | {own}") or times_of(self.around)

    @cached_property
    def times_wide(self) -> frozenset[str]:
        return self.times or times_of(self.wide)

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(m[1].strip() for m in NAMED.finditer(self.around))

    @cached_property
    def marks(self) -> frozenset[str]:
        return frozenset(m[0].lower() for m in MARKS.finditer(self.around))

    @cached_property
    def acts(self) -> frozenset[str]:
        plain = BODIES.sub(" ", self.around)
        return frozenset(m[0].lower() if m.lastgroup == "other" else m.lastgroup or "" for m in ACTS.finditer(plain))

    @cached_property
    def _bodies(self) -> frozenset[str]:
        found = BODIES.finditer(self.around)
        return frozenset(m[0].lower() if m.lastgroup == "organ" else m.lastgroup or "" for m in found)

    @cached_property
    def bodies(self) -> frozenset[str]:
        return self._bodies - LEVELS

    @cached_property
    def levels(self) -> frozenset[str]:
        return self._bodies & LEVELS

    @cached_property
    def roles(self) -> frozenset[str]:
        """Roles at the number itself."""
        if self.place == "table":
            return roles_of(self.left, self.right)
        return roles_of(self.beside, self.object)

    @cached_property
    def roles_lead(self) -> frozenset[str]:
        """Roles that all words before the number in its part of the sentence give it."""
        return roles_of(self.left, self.right if self.place == "table" else self.object)

    @cached_property
    def roles_wide(self) -> frozenset[str]:
        return roles_of(self.left, self.right)


def syllables(text: str) -> list[str]:
    """The words of a text without capitals, numbers too."""
    return [w.rstrip(".,") for w in SYLLABLE.findall(text.lower())]


@lru_cache(maxsize=16)
def content_of_all(text: str) -> frozenset[str]:
    """``content`` of what stands over or before figures: those of one sentence ask one after the other."""
    return content(text)


def content(text: str) -> frozenset[str]:
    """The syllables that say what is counted."""
    return frozenset(w for w in syllables(text) if not w[0].isdigit()) - EMPTY
