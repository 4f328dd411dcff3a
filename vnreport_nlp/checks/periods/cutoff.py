"""P402: the day up to which figures count, where two places that speak of the same differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...expressions import lazy
from ...gates import Gated
from ...model import Finding, Span, finding, msg
from ..citations.series import shown
from ..context import NO_PROSE, Context
from ..figures.reading.text import sentences
from .columns import odd_rows
from .counts import counted_twice
from .days import ENDS, day_of
from .stock import Stock, stocks, unlike

_DAY = rf"(?P<d>{ENDS})"
_DAY_AGAIN = _DAY.replace("?P<d>", "?P<first>")
_FRAMES: tuple[tuple[str, str], ...] = (
    (
        "data",
        rf"(?:[Ss]ố liệu|[Mm]ốc (?:thống kê|số liệu))[^.;()]{{0,60}}?(?:đến|tới|chốt(?: (?:đến|tới|vào|tại))?|(?<=hốt số liệu)|lấy đến|\blà|:)\s*(?:hết\s+)?(?:tháng\s+)?{_DAY}",
    ),
    ("term", rf"[Tt]ừ đầu nhiệm kỳ đến\s+(?:hết\s+)?(?:tháng\s+)?{_DAY}"),
    ("result", rf"(?:kết quả|[Đđ]ánh giá chung|thống kê)[^.;()]{{0,20}} đến hết tháng\s+{_DAY}"),
    ("half", rf"6 tháng đầu năm \((?:số liệu )?đến\s+{_DAY}"),
)
_WHOLE = lazy(r"[Ss]ố liệu[^.;()]{0,20}\bbáo cáo(?! của)")
"""The report says up to what day its figures count."""
_ALL = lazy(r"[Ss]ố liệu[^.;()]{0,20}\bbáo cáo(?! của)|[Tt]oàn bộ[^.;()]{0,20}số liệu|báo cáo (?:đều )?thống nhất")
_LISTED = Gated(rf"đến\s+{_DAY_AGAIN}:[^()]{{0,160}}\((?:tính|số liệu)(?: tính)? đến\s+(?:hết\s+)?{_DAY}\)")
"""``đến 30/9/2023: …; 3.050 đảng viên (tính đến 30/8/2023)``: a list opened with one day, an item of another."""
_HEAD = lazy(rf"(?:[^()\d]{{0,60}}\()?(?:(?:[Tt]ính|[Ss]ố liệu|[Cc]hốt) )?[đĐ]ến (?:hết )?{_DAY}\)?")
_NOW = lazy(r"\b(?:đến nay|hiện nay|hiện có|nay còn|nay có|nay là)\b", re.IGNORECASE)
_EXCEPT = lazy(r"\s?\)?[,;(]?[^.;\n]{0,30}(?:\btrừ\b|nếu không|ghi khác|ghi riêng)")
_EXCEPT_BEFORE = lazy(r"\btrừ (?:chỗ|nơi|mục|phần|khi|trường hợp|các)[^.;\n]{0,40}$", re.IGNORECASE)
_OWN = lazy(r"\)?\s*(?::[ \t]+\S|,?\s[^.;\n]{0,60}?(?:có|còn|là)\s\d)")
"""Behind a day whose figures follow at once: it is theirs alone."""
_WORDS = ("đến", "Đến", "tới", "chốt", "Mốc", "nay (")
AFTERWARDS = 60
"""A report that says up to what day it counts may add so near to it that some places say otherwise."""
_FRAME = tuple((name, Gated(pattern)) for name, pattern in _FRAMES)
_OTHER = Gated(
    r"\briêng\b|so với|\bước\b|kế hoạch|\btheo (?:điều tra|báo cáo của|niên giám)|đầu nhiệm kỳ \(|trước|cập nhật|dự kiến|dự án|giải ngân|chỉnh lý|bầu|hợp đồng|toàn tỉnh|tăng|ngân sách|cùng kỳ|Kho bạc",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """One statement of a cut-off day."""

    frame: str
    when: date
    span: Span


def cut_offs(context: Context) -> Iterator[Finding]:
    """One finding a day that is earlier than the report's own cut-off."""
    cuts = list(_all(context))
    base = next((c for c in cuts if c.frame == "data"), None)
    told: set[date] = set()
    for c, first in _listed(context):
        told.add(c.when)
        yield _finding(context, c, first)
    for frame in ("data", "term", "result", "half", "head"):
        said = [c for c in cuts if c.frame == frame]
        latest = max(said, key=lambda c: c.when) if frame in ("term", "result", "half") and said else None
        against = latest if frame == "half" else base or latest
        for c in said:
            if against is None or c is against or c.when in told or c.when == against.when:
                continue
            whole = c.frame == "data" and _of_all(context.spelled.text, c) and _of_all(context.spelled.text, against)
            if c.when > against.when and not whole and not _noted_later(context.spelled.text, c, against):
                continue
            told.add(c.when)
            yield _finding(context, c, against)
    text = context.spelled.text
    excepted = base is not None and _is_excepted(text, base.span)
    whole = base is not None and _of_report(text, base)
    for odd, usual in (
        () if excepted else unlike(stocks(context), Stock(base.when, base.span) if base and whole else None)
    ):
        if odd.when not in told:
            told.add(odd.when)
            yield _finding(context, Cut("stock", odd.when, odd.span), Cut("stock", usual.when, usual.span))
    for row, other in odd_rows(context):
        if row.when not in told:
            told.add(row.when)
            yield _finding(context, Cut("row", row.when, row.span), Cut("row", other.when, other.span))
    for a, b in counted_twice(context):
        if a.when not in told and b.when not in told:
            told.update((a.when, b.when))
            yield _finding(context, Cut("count", b.when, b.span), Cut("count", a.when, a.span))


def _is_excepted(text: str, said: Span) -> bool:
    """Whether a report says, right behind the day that its figures count up to or before it, that some places say otherwise."""
    before = text[max(0, said.start - AFTERWARDS) : said.start].rpartition("\n")[2]
    return bool(_EXCEPT.search(text, said.end, said.end + AFTERWARDS) or _EXCEPT_BEFORE.search(before))


def _of_report(text: str, c: Cut) -> bool:
    """Whether a statement is no note on one figure and is not followed by the only figures it speaks of."""
    noted = text[c.span.start - 2 : c.span.start].endswith("(") and text[c.span.start - 2] != "\n"
    noted = noted and not _WHOLE.match(text, c.span.start)
    return not noted and not _OWN.match(text, c.span.end)


def _of_all(text: str, c: Cut) -> bool:
    """Whether a statement speaks of all figures of the report."""
    left = max(text.rfind(stop, 0, c.span.start) for stop in ".\n") + 1
    return _ALL.search(text, left, c.span.end) is not None


def _noted_later(text: str, c: Cut, base: Cut) -> bool:
    """A note in brackets of figures up to a later day than the report says all of its figures have."""
    return (
        c.frame == "data" and text[c.span.start - 1 : c.span.start] == "(" and bool(_WHOLE.match(text, base.span.start))
    )


def _all(context: Context) -> Iterator[Cut]:
    document = context.spelled
    yield from _heads(context)
    for p in document.paragraphs:
        if p.story in NO_PROSE:
            continue
        text = document.text[p.start : p.end]
        if not any(word in text for word in _WORDS):
            continue
        for start, end in sentences(text):
            yield from _in(text[start:end], p.start + start)


def _heads(context: Context) -> Iterator[Cut]:
    """The day over a column, where a table has but one."""
    found: dict[int, list[Cut]] = {}
    for p in context.spelled.paragraphs:
        m = _HEAD.fullmatch(context.spelled.text[p.start : p.end].strip()) if p.cell is not None else None
        if m and p.cell is not None and (when := day_of(m["d"])) is not None:
            found.setdefault(p.cell[0], []).append(Cut("head", when, Span(p.start, p.end)))
    yield from (cuts[0] for cuts in found.values() if len(cuts) == 1)


def _listed(context: Context) -> Iterator[tuple[Cut, Cut]]:
    """Items of a list whose day is not the one that the list opens with."""
    for m in _LISTED.finditer(context.spelled.text):
        when, first = day_of(m["d"]), day_of(m["first"])
        if when is not None and first is not None and when < first and "\n" not in m[0]:
            yield Cut("listed", when, Span(*m.span("d"))), Cut("listed", first, Span(*m.span("first")))


def _in(sentence: str, base: int) -> Iterator[Cut]:
    seen: set[int] = set()
    for name, pattern in _FRAME:
        for m in pattern.finditer(sentence):
            when = day_of(m["d"])
            left = max(sentence.rfind(c, 0, m.start()) for c in ";(") + 1
            around = sentence[left : m.end() + 40]
            if (
                when is None
                or (m.start("d") in seen and name != "half")
                or (name in ("now", "counted", "as-of") and _NOW.search(sentence, m.end()))
                or (name != "data" and _OTHER.search(around))
                or (name == "data" and re.search(r"\b[Rr]iêng\b|giải ngân|dự án|(?<!kèm )\btheo\b", around))
            ):
                continue
            seen.add(m.start("d"))
            yield Cut(name, when, Span(base + m.start(), base + m.end("d")))


def _finding(context: Context, c: Cut, base: Cut) -> Finding:
    return finding(
        "P402", msg("Thời điểm chốt số liệu khác nhau: {first} và {second}", first=shown(base.when), second=shown(c.when)),
        places=(context.place(c.span), context.place(base.span)), requirement=context.requirement_at(c.span.start), content=f"{base.when} {c.when}",
        need=msg("Số liệu chốt cùng một thời điểm, trừ khi nói rõ."), found=msg("Nơi này tính đến {second}, nơi khác tính đến {first}.", first=shown(base.when), second=shown(c.when)),
        fix=msg("Cập nhật số liệu đến cùng một thời điểm, hoặc ghi rõ lý do."),
    )  # fmt: skip
