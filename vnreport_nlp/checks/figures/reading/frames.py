"""What a clause is told of: its place or group, its time, its subject; each holds for what follows until another of its kind opens.

Reports seldom say again where they are: ``Tại An Hà, … Tổng số lợn mắc bệnh là 215 con, trong đó có 66 con chết.`` tells of An Hà in
both sentences. Such a frame stands at the head of a clause, before its verb; one paragraph is one passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from ....expressions import lazy
from ...letters import UPPER
from .text import sentences
from .words import ACTS

Words = frozenset[str]
_LEAD = lazy(
    r"[\W_]*(?:(?:trong đó|riêng|còn|cụ thể|theo đó|trong khi đó|bên cạnh đó|ngoài ra|tiếp đến|đồng thời|tiếp theo|trong khi|và|như vậy)\b[\s,:]*)*",
    re.IGNORECASE,
)
_WHERE = lazy(
    r"(?:tại|ở|trên địa bàn|(?:tiểu )?vùng|khu vực|miền|nhóm|khối|cụm|tuyến|đối với)\s|"
    rf"(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]hành phố|TP|[Tt]hị xã|[Tt]ỉnh|[Tt]hôn|[Bb]ản|[Ấấ]p|[Bb]uôn|[Ll]àng|[Kk]hu phố|[Tt]ổ dân phố|[Cc]hi bộ)\s(?=(?-i:[{UPPER}\d]))",
    re.IGNORECASE,
)
"""A place or a group that what follows is told of."""
_GROUPED = lazy(r"\b(?:nhóm|khối|(?<!thuộc )(?:khu vực|vùng))\s")
_NO_PLACE = lazy(
    r"(?:tại|ở|đối với)\s(?:thời điểm|đây|đó|phần|mục|báo cáo|biểu|bảng|phụ lục|điều|khoản|điểm|nghị quyết|quyết định|kế hoạch|công văn|thông báo|văn bản|đề án|chương trình|chỉ tiêu|tiêu chí|nội dung|nhiệm vụ|các nội dung)\b",
    re.IGNORECASE,
)
_WHOLE = lazy(
    r"\b(?:chung )?(?:cả nước|(?:toàn|cả) (?:quốc|vùng|tỉnh|huyện|thành phố|thị xã|xã|phường|ngành|khu vực))\b",
    re.IGNORECASE,
)
_WHEN = lazy(
    r"(?:(?:chỉ|nếu|tính|kể|riêng|chung|đến|từ|trong|vào|cả|hết|đầu|cuối|giữa|sau|trước|và|bước|sang|thời điểm)\s)*"
    r"(?:ngày|tháng|quý|năm|tuần|\d+ tháng|[^\W\d_]+ tháng (?:đầu|cuối)|giai đoạn|nhiệm kỳ|học kỳ|vụ)\s",
    re.IGNORECASE,
)
_NOW = lazy(r"(?:tính )?(?:đến nay|hiện nay|hiện|nay|đến thời điểm (?:này|hiện tại|báo cáo))\b", re.IGNORECASE)
_BY = lazy(r"(?:theo|qua|từ|thực hiện|căn cứ|nhờ|với)\s[^,;.\d]{3,90},\s", re.IGNORECASE)
"""Whose word it is, or how it came: neither place nor time."""
_VERB = lazy(
    r"\b(?:đã|đang|sẽ|có(?! vốn)|đạt|là|còn|được|bị|cần|vẫn|cũng|đều|phải|do|chiếm|tăng|giảm|bằng|với|gồm|ghi nhận|phát sinh|"
    r"triển khai|tổ chức|thực hiện|tiến hành|phối hợp|tham mưu|tiếp tục|tập trung|duy trì|giữ|cho|theo|trong đó|nhận|đón)\b",
    re.IGNORECASE,
)
_NUMBERED = lazy(
    r"(?:khu phố|thôn|tổ|tổ dân phố|ấp|đội|khu|nhóm|vùng|bản|khóm|khu vực|tháng|quý|năm|ngày|cụm|khối|tuyến)\s*$",
    re.IGNORECASE,
)
"""A number right behind these is a name."""
_TOKEN = lazy(r"\S+")
LONGEST = 14
"""A frame has no more words."""
KEPT = 80
"""What so many clauses before a figure set is forgotten."""
PILED = 4
"""So many may open a clause, one behind the other (``Năm 2024, tại An Hà, …``)."""
LEVEL_WORDS = frozenset({"xã", "phường", "huyện", "tỉnh", "thành", "phố", "thị", "trấn", "tp", "địa", "bàn", "toàn", "cả", "nước", "quốc", "ta", "chung"})  # fmt: skip
"""Levels, and words that a place is named with."""
PLURAL = frozenset({"các", "những", "mọi", "mỗi"})
_KINDS = frozenset(
    {"tại", "ở", "trên", "đối", "với", "vùng", "khu", "vực", "miền", "nhóm", "khối", "cụm", "tuyến", "tiểu"}
)
_SYLLABLE = lazy(r"\d+|[^\W\d_]+")
_YEAR = lazy(r"(?<![\d/])(?:\d{1,2}[/-])*((?:19|20)\d\d)(?!\d)")
_MONTH = lazy(r"tháng\s*(\d{1,2})\b(?! tháng)|(?<!\d)(\d{1,2})[/-](?:19|20)\d\d", re.IGNORECASE)
_QUARTER = lazy(r"quý\s*([IV]+|\d)\b", re.IGNORECASE)
_SPAN = lazy(r"(\d+|sáu|chín) tháng\b", re.IGNORECASE)
_COMPARED = lazy(r"(?:so với|cùng kỳ|so|nghị quyết|số)\s[^,;.]{0,40}$", re.IGNORECASE)
"""A year behind these is not the figure's."""


@dataclass(frozen=True, slots=True)
class Times:
    """Years, months, quarters and spans of months that a frame names."""

    years: Words = frozenset()
    months: Words = frozenset()
    quarters: Words = frozenset()
    spans: Words = frozenset()

    def other(self, than: Times) -> bool:
        """Whether two frames are of two times: something that both name, and nothing of it in common."""
        sides = (
            (self.years, than.years),
            (self.months, than.months),
            (self.quarters, than.quarters),
            (self.spans, than.spans),
        )
        return any(a and b and not a & b for a, b in sides)  # fmt: skip

    def __bool__(self) -> bool:
        return bool(self.years or self.months or self.quarters or self.spans)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a figure is told of; ``place`` is empty for the whole and None where nothing is said, ``subject`` is its clause's."""

    place: Words | None = None
    times: Times = Times()
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its words, whether it opens a sentence, and what stands before its verb."""

    start: int
    end: int
    opens: bool


@lru_cache(maxsize=256)
def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a paragraph, cut at full stops and semicolons."""
    found = []
    for start, end in sentences(text):
        cuts = [start, *(m.end() for m in re.finditer(r";(?=\s)", text[start:end]))]
        cuts = [start, *(start + c for c in cuts[1:]), end]
        found += [Clause(a, b, a == start) for a, b in pairwise(cuts) if a < b]
    return tuple(found)


def _phrase(text: str, start: int, end: int) -> int:
    """Where the phrase that opens at a place ends: at a mark, at a verb, at a number that is no name."""
    at = start
    for count, m in enumerate(_TOKEN.finditer(text, start, end)):
        verb = _VERB.match(text, m.start())
        digit = m[0][0].isdigit() and not _NUMBERED.search(text[start : m.start()])
        if (count and verb) or digit or m[0][0] in "(–-" or count == LONGEST:
            return at
        at = m.end()
        if m[0][-1] in ",:;.)":
            return at
    return at


def times_named(phrase: str) -> Times:
    """The times that a phrase names."""
    return Times(
        frozenset(_YEAR.findall(phrase)),
        frozenset((a or b).lstrip("0") for a, b in _MONTH.findall(phrase)),
        frozenset(q.upper() for q in _QUARTER.findall(phrase)),
        frozenset(s.lower() for s in _SPAN.findall(phrase)),
    )


def _place(phrase: str, own: Words) -> Words:
    """The words of a place or a group that tell it from others; none for the whole."""
    words = frozenset(_SYLLABLE.findall(phrase.lower())) - LEVEL_WORDS - _KINDS - PLURAL
    return frozenset() if words <= own else words


def _fronted(text: str, clause: Clause, end: int, own: Words) -> Iterator[Words | Times | int]:
    """What opens a clause, in its order: places, times; last where its subject begins."""
    lead = _LEAD.match(text, clause.start, end)
    at = lead.end() if lead else clause.start
    for _ in range(PILED):
        if _NOW.match(text, at, end):
            yield Times()
            at = _phrase(text, at, end)
        elif _WHEN.match(text, at, end):
            comma = text.find(",", at, min(end, at + 90))
            stop = comma + 1 if comma >= 0 else _phrase(text, at, end)
            yield times_named(text[at:stop])
            at = stop
        elif _WHERE.match(text, at, end) and not _NO_PLACE.match(text, at, end):
            stop = _phrase(text, at, end)
            yield _place(text[at:stop], own)
            at = stop
        elif m := _BY.match(text, at, end):
            at = m.end()
        else:
            break
        while at < end and text[at] in " ,:":
            at += 1
    yield at


def _own_times(text: str, start: int, end: int) -> Times | None:
    """The one year that a sentence names outside comparisons; None where it names none, nothing where it names several."""
    years = {
        m[1]
        for m in _YEAR.finditer(text, start, end)
        if not _COMPARED.search(text[max(start, m.start() - 60) : m.start()])
    }
    return None if not years else Times(frozenset(years)) if len(years) == 1 else Times()


@lru_cache(maxsize=1024)
def frame_at(text: str, at: int, own: Words) -> Frame:
    """The frame of the figure that stands at a place of a paragraph."""
    place: Words | None = None
    times, subject, opened, told = Times(), "", 0, False
    here = [c for c in clauses(text) if c.start < at][-KEPT:]
    for clause in here:
        if clause.opens:
            subject, opened, told = "", clause.start, False
        for what in _fronted(text, clause, min(clause.end, at), own):
            if isinstance(what, Times):
                times, told = what, True
            elif isinstance(what, int):
                subject = _subject(text, what, min(clause.end, at)) or subject
            else:
                place = what
    if not here:
        return Frame()
    if not told and (named := _own_times(text, opened, here[-1].end)) is not None:
        times = named
    marked = _marked(text[here[-1].start : at], own)
    return Frame(place if marked is None else marked, times, subject)


def _marked(before: str, own: Words) -> Words | None:
    """A group or the whole that is named within the clause of a figure, the last one."""
    found: Words | None = None
    last = -1
    for m in _GROUPED.finditer(before):
        found, last = _place(before[m.start() : _phrase(before, m.start(), len(before))], own), m.start()
    for m in _WHOLE.finditer(before):
        if m.start() > last:
            found, last = frozenset(), m.start()
    return found


def _subject(text: str, start: int, end: int) -> str:
    """What stands between the head of a clause and its verb; empty where no verb is near."""
    words = list(islice(_TOKEN.finditer(text, start, end), LONGEST + 1))
    for m in words[2:]:
        if _VERB.match(text, m.start()) or ACTS.pattern.match(text, m.start()):
            told = text[start : m.start()].strip()
            return "" if re.search(r"\d", told) else told
    return ""
