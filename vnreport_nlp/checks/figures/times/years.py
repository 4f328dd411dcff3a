"""F206: periods that run backwards, and years in which no report of our time can have seen anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ....expressions import lazy
from ....gates import Gated
from ..reading.text import kind_after

_PERIOD = Gated(
    r"\b(?:(?P<term>giai đoạn|nhiệm kỳ|thời kỳ|năm học|niên độ|khóa|khoá|(?:kế hoạch|chương trình) (?:trung hạn|\d năm|năm năm))|các năm|niên khóa)"
    r"(?:\s+từ)?(?:\s+năm)?\s*\(?(?P<a>(?:19|20)\d\d)\s*(?:[-–—/]|đến(?: năm)?|tới(?: năm)?)\s*(?P<b>(?:19|20)\d\d)(?![\d/]|[.,]\d|-\w)",
    re.IGNORECASE,
)
"""``giai đoạn 2025 - 2020``."""
_BRACKETS = lazy(r"\((?:từ\s+)?(?:năm\s+)?(?P<a>(?:19|20)\d\d)\s*(?:[-–—]|đến(?: năm)?)\s*(?P<b>(?:19|20)\d\d)\)")
"""``trong 5 năm (2025 - 2020)``."""
_COMPARED = lazy(r"so (?:với|sánh)|đối chiếu|chênh lệch|hiệu số|số hiệu|tiêu chuẩn|TCVN|QCVN", re.IGNORECASE)
"""Two years in brackets may be told to be compared, or be numbers."""
_FAR = r"(?:2[1-9]\d\d|[3-9]\d{3}|20\d{3}|0\d{3})"
"""A year that nobody meant: behind 2100, with a digit too many, or with a nought first."""
_LONG = r"19\d{3}"
"""A year of the last century with a digit too many: only in a date, elsewhere it may be a count."""
_OLD = r"1[0-8]\d\d"
"""Before 1900 no span of work began that ends in our century."""
_RUN = lazy(r"[0-9][0-9]{3,5}")
Line = tuple[int, str]
_DAY = Gated(
    rf"(?<![\w/.,-])(?:ngày\s+)?(?P<d>\d{{1,2}})(?P<s>[/.-])(?P<m>\d{{1,2}})(?P=s)(?P<y>{_FAR}|{_LONG})(?![\d/.-]*\d|/\w|-[A-ZĐ])"
)
_WORDED = Gated(
    rf"\bngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+(?P<y>{_FAR}|{_LONG})(?!\d|[.,]\d)"
    rf"|\btháng\s+\d{{1,2}}(?:/|\s+năm\s+)(?P<n>{_FAR})(?!\d|[.,]\d)|\bquý\s+(?:IV|I{{1,3}}|[1-4])(?:/|\s+năm\s+)(?P<q>{_FAR})(?!\d|[.,]\d)",
    re.IGNORECASE,
)
_ALONE = Gated(
    rf"(?P<lead>\b[^\W\d]+\s+)?\bnăm\s+(?P<y>{_FAR})(?=\s*[,.;:)]|\s*$|\s+(?:là|đã|có|được|và|đến|của|tại|trên|với|theo|toàn|cả|về|cho|ban hành|phê duyệt|do|tăng|giảm|đạt|còn|trở)\b)(?![.,]\d)",
    re.IGNORECASE,
)
_TO = Gated(
    rf"\b(?:giai đoạn|nhiệm kỳ|thời kỳ|năm học)(?:\s+từ)?(?:\s+năm)?\s+(?:(?P<a>(?:19|20)\d\d)\s*(?:[-–—]|đến(?: năm)?)\s*(?P<b>{_FAR})|(?P<c>{_FAR})\s*(?:[-–—]|đến(?: năm)?)\s*(?:19|20)\d\d|(?<!thời kỳ )(?P<o>{_OLD})\s*(?:[-–—]|đến(?: năm)?)\s*20\d\d)(?!\d|[.,]\d)",
    re.IGNORECASE,
)
_RATE = frozenset({"mỗi", "hằng", "hàng", "một", "từng", "trong", "cả", "quân", "/"})
"""Before ``năm`` they make what follows an amount (``mỗi năm 2500 lượt``)."""
_NUMBERED = lazy(r"(?:\bsố|thửa|tờ|phật lịch|phật đản|[Kk]m|mã|điện thoại|ip)\W*$", re.IGNORECASE)
_BUDDHIST = lazy(r"phật|PL\b", re.IGNORECASE)
"""Buddhist years run 544 years ahead."""
_PHASE = 40
CLOSE = 22
"""The two years of a period stand no further apart."""
CENTURY = "2100"
"""Scenarios of the climate really run so far."""
AHEAD = 6
"""No report tells of what was done so many years after it; what is planned for then is told by other words."""
_FULL = Gated(
    r"\bngày\s+(?:\d{1,2}[/.-]\d{1,2}[/.-](?P<y>20\d\d)|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+(?P<z>20\d\d))(?![\d/])",
    re.IGNORECASE,
)
_REACH = 90
_DONE = lazy(
    r"\b(?:được|đã)\s[^.;()]*?(?:phê duyệt|ban hành|thành lập|công nhận|khởi công|khánh thành|ký|tổ chức|bàn giao|hoàn thành|thông qua|công bố|triển khai)\b[^.;()]{0,30}$",
    re.IGNORECASE,
)
_TERM = lazy(
    r"\b(?:đến|hết|trước|hạn|dự kiến|kế hoạch|sẽ|phấn đấu|chậm nhất|kết thúc|thời hạn|hiệu lực|đáo hạn|số)\b[^.;()]{0,50}$",
    re.IGNORECASE,
)
"""Words before a day that may well lie ahead; a paper's day is the citation checks'."""


def suspects(text: str, own: int) -> tuple[list[Line], list[Line], bool]:
    """The lines that may hold a period that runs backwards, those that may hold a year nobody meant, whether days may lie ahead.

    One pass over the years of a draft: the expressions below are tried on these lines alone.
    """
    found = [(m.start(), m[0]) for m in _RUN.finditer(text)]
    years = [(at, y) for at, y in found if len(y) == 4 and y[:2] in ("19", "20")]
    back = [a[0] for a, b in pairwise(years) if b[1] < a[1] and b[0] - a[0] < CLOSE]
    absurd = [at for at, y in found if (y[0] != "1" and (len(y) > 4 or y[:2] != "20")) or _odd(text, at, y)]
    return _lines(text, back), _lines(text, absurd), bool(own) and any(int(y) >= own + AHEAD for _, y in years)


def _odd(text: str, at: int, year: str) -> bool:
    """Whether figures that begin with a one may be a year of a date with a digit too many, or open a span of years."""
    if len(year) == 5:
        return year.startswith("19") and text[at - 1 : at] in ("/", "-", ".", " ")
    return year[0] == "1" and year[:2] != "19" and text[at + 4 : at + 6].lstrip()[:1] in ("-", "–", "—", "đ")


def _lines(text: str, places: list[int]) -> list[Line]:
    """The lines in which places stand, each once, with where it begins."""
    starts = dict.fromkeys(text.rfind("\n", 0, at) + 1 for at in places)
    return [(start, text[start : end if (end := text.find("\n", start)) >= 0 else len(text)]) for start in starts]


def reversed_periods(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every period whose last year stands before its first."""
    seen: set[int] = set()
    for m in _PERIOD.finditer(text):
        if m["b"] < m["a"]:
            seen.add(m.start("a"))
            yield m.start(), m.end("b")
    for m in _BRACKETS.finditer(text):
        if (
            m["b"] < m["a"]
            and m.start("a") not in seen
            and not _COMPARED.search(text, max(0, m.start() - _PHASE), m.start())
        ):
            yield m.start(), m.end()


def absurd_years(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, year) of every date, month, year or period in a year nobody meant."""
    told: set[int] = set()
    for pattern in (_DAY, _WORDED, _TO, _ALONE):
        for m in pattern.finditer(text):
            name = next(n for n in ("y", "n", "q", "b", "c", "o") if n in m.groupdict() and m[n])
            if m.start(name) in told or not _meant(text, m, pattern is _ALONE):
                continue
            told.add(m.start(name))
            yield m.start() + (len(m["lead"] or "") if pattern is _ALONE else 0), m.end(), m[name]


def _meant(text: str, m: re.Match[str], alone: bool) -> bool:
    """Whether the figures are a year at all, of our calendar."""
    line = text.rfind("\n", 0, m.start()) + 1
    before = text[max(line, m.start() - _PHASE) : m.start()]
    if _NUMBERED.search(before) or _BUDDHIST.search(before + m[0]):
        return False
    if m.re is _DAY.pattern:
        return 1 <= int(m["d"]) <= 31 and 1 <= int(m["m"]) <= 12 and (m["s"] == "/" or m[0].startswith("ngày"))
    if CENTURY in m.groups():
        return False
    lead = (m["lead"] or "").strip().lower() if alone else ""
    return not alone or (lead not in _RATE and kind_after(text, m.end()) is None)


def ahead(text: str, year: int) -> Iterator[tuple[int, int, str]]:
    """(start, end, year) of every day far behind the year of the report that is told as past."""
    for m in _FULL.finditer(text):
        told = m["y"] or m["z"]
        line = text.rfind("\n", 0, m.start()) + 1
        before = text[max(line, m.start() - _REACH) : m.start()]
        if int(told) < year + AHEAD or _NUMBERED.search(before) or not _DONE.search(before) or _TERM.search(before):
            continue
        yield m.start(), m.end(), told
