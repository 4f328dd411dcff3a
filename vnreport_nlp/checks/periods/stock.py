"""P402 of what there is: statements of numbers on hand up to a day (``tính đến …, có …``), told in parts of a report with unlike days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...expressions import lazy
from ...gates import Gated
from ...model import Span
from ..context import NO_PROSE, Context
from ..figures.reading.text import sentences
from .days import ENDS, day_of

_OPENED = Gated(
    rf"\b(?:(?P<upto>(?:[Tt]ính|[Cc]ập nhật|[Ll](?:ũy|uỹ) kế(?: tính)?|[Tt]ừ đầu nhiệm kỳ) (?:đến|tới)|[Ss]ố liệu[^.;:()\d]{{0,30}}? (?:đến|tới)|[Ss]ố liệu chốt(?: vào)?)|[Tt]hời điểm(?=\s\(?(?:(?:ngày|cuối|hết|tháng)\s){{0,2}}\d)|[Tt]ới|[Đđ]ến|(?:[Tt]ại|[Vv]ào|[Ởở]|[Ll]ấy)(?=\sthời điểm)|[Hh]iện nay(?=\s\())\s+"
    rf"(?:thời điểm\s+)?\(?(?P<day>{ENDS})(?P<rest>\)?(?:[^.;()]|\.(?=\d)){{0,120}})"
)
_NOTED = Gated(
    rf"\((?:(?:[Tt]ính|[Cc]hốt|[Cc]ập nhật|[Ss]ố liệu|[Tt]hời điểm|[Tt]ại thời điểm|[Cc]ó|[Ll]ấy)\s+(?:tính\s|chốt\s|lấy\s|cập nhật\s)?(?:đến|tới|vào|tại)?\s*|[Đđ]ến\s+)(?:thời điểm\s+)?(?P<day>{ENDS})\)"
)
_STOCK = lazy(
    r"^(?:\)?,?\s*:|\)?,?\s(?:[^:]{0,90}?\s)?(?:có|còn|là|gồm|quản lý|duy trì|bao gồm|cả thảy|tổng cộng)(?:\s(?!phương án|kế hoạch|biên bản)[^\W\d]+){0,6}\s(?P<of>\d[^.;]{0,40})|\)?,\s[^:,\d]{4,60}?đạt\s\d[\d,.]*\s?%)"
)
"""What follows a day where something on hand is counted."""
_COUNTED = lazy(r"\s\d[\d.,/]*\s?(?:%|[^\W\d_]{2,})")
"""A figure behind a day that tells what was done by then."""
_HELD = lazy(r"(?P<of>\d[\d.,]*\s?(?:%|[^\W\d_]+)?[^.;()\d]{0,60})$")
"""A figure before a day in brackets."""
_FOLLOWS = lazy(r"\s?(?::|(?:là|có|còn|đạt|gồm)\s)\s*(?P<of>\d[^.;]{0,40})")
"""A figure behind a day in brackets."""
_SINCE = lazy(r"\btừ đầu nhiệm kỳ\b", re.IGNORECASE)
"""What was done is counted from the beginning of the term: it grows with the day as numbers on hand do."""
_UPDATED = lazy(r"cập nhật (?:đến|tới)", re.IGNORECASE)
_DATE = lazy(r"\d{1,2}/\d{1,2}/\d{4}")
_TITLE = lazy(r"(?P<of>)[^.;:]{4,160}\([^()]+\)[\s*]*")
"""A heading or the line over a table that ends with a day in brackets."""
_HEADED = lazy(
    rf"[^()\d]{{0,80}}\(?(?:[Tt]ính|[Ss]ố liệu|[Cc]hốt|[Tt]hời điểm|[Đđ]ến thời điểm)(?:\s(?:số liệu|tính|lấy|chốt|có))?(?:\s(?:đến|tới))?\s(?:thời điểm\s)?(?P<day>{ENDS})\)?"
)
"""A cell over a column that says up to what day it counts."""
_DECLARED = Gated(
    rf"^\W*(?:các\s|mọi\s)?số liệu\s[^.;:\d]{{0,20}}?(?:phần|mục|chương|bảng|phụ lục)[^.;:\d]{{0,30}}?(?:đến|tại)\s(?:thời điểm\s)?(?P<day>{ENDS})\W*$",
    re.IGNORECASE,
)
"""``Số liệu trong phần này tính đến ngày …``: the day of a whole section."""
_BEGUN = lazy(r"\btừ (?:ngày |tháng |năm |quý |hết |đầu |cuối )*\d[\d/]*\s*$", re.IGNORECASE)
"""Before the end of something that lasted from one day to another."""
_UNIT = lazy(r"\d[\d.,/]*\s?(%|[^\W\d_]+(?:\s[^\W\d_]+)?)")
_APART = Gated(
    r"\briêng\b|so với|\bước\b|kế hoạch|\btheo (?:điều tra|báo cáo của|niên giám|thống kê của|số liệu của)|(?<!từ )đầu nhiệm kỳ|(?<!tháng )đầu năm|trước|dự kiến|giải ngân|chỉnh lý|bầu(?! cử)|hợp đồng|toàn tỉnh|\btăng\b|\bgiảm\b|ngân sách|cùng kỳ|Kho bạc|"
    r"\bphấn đấu\b|mục tiêu|chỉ tiêu|\bsẽ\b|\bphải\b|(?:tháng|thời gian) còn lại|chậm nhất|muộn nhất|thời hạn|hạn nộp|gia hạn|lộ trình|\bnay (?:có|là|còn|đã)|đến nay|\bmỗi\b|\bđợt\b|lượt thứ|lần thứ|(?<!liệu )cập nhật(?! (?:đến|tới))",
    re.IGNORECASE,
)
"""Words with which another day is meant: its own source or reason, a comparison, a plan."""
_FINANCE = lazy(r"ngân sách|giải ngân|đầu tư công|\bthuế\b|thu, chi", re.IGNORECASE)
_MONEY = lazy(r"ngân sách|giải ngân|Kho bạc|(?<=% )(?:so với )?kế hoạch|đầu tư công", re.IGNORECASE)
"""Words that excuse another day in every report but one on money."""
_FLOW = lazy(r"\b(?:đạt|được|thu|chi)\s\d")
_DEED = Gated(
    r"bàn giao|tiếp nhận|hoàn thành|hoàn tất|xong|kết thúc|chỉ mới|mới có|xuống|(?<!trở )lên (?:\d|tới|đến)|thu được",
    re.IGNORECASE,
)
"""Words of what was done by a day; where a day is called the one that is counted up to they do not excuse."""
_CALENDAR = Gated(
    r"tuổi [Đđ]ảng|bình quân|dự án (?:đã|mới)|\bcả năm\b|trong năm|năm học|\btừ\b(?! đầu nhiệm kỳ)[^.;]{0,40}\bđến\b|\bcũ\b|sáp nhập|hợp nhất|hiệu lực thi hành|"
    r"hộ nghèo|cận nghèo|vụ (?:mùa|xuân|đông|hè)|thu ngân sách|ca (?:nhiễm|mắc)|phong tỏa|cách ly|\bliều\b|cử tri đi|đi bầu|phổ điểm|tốt nghiệp|xếp loại|phân loại|hoàn thành (?:tốt |xuất sắc )?nhiệm vụ",
    re.IGNORECASE,
)
"""Words of what is counted by its own calendar; where a report names one day for all they do not excuse."""
SAME_YEAR = 366
"""Days further apart are a look back, where the report names no day for all."""
MOST_DAYS = 3
"""A report with more days than this tells how things went on."""
MOST_STATEMENTS = 60
"""So many statements are compared, so that a long list does not cost its square."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What was on hand on a day: where it stands, its paragraph and section, what was counted; ``loose`` for what was done by then."""

    when: date
    span: Span
    paragraph: int = -1
    section: int = -1
    unit: str = ""
    loose: bool = False


def stocks(context: Context) -> list[Stock]:
    """The statements of a draft, in order; none of sentences that tell of two days."""
    document = context.spelled
    finance = _FINANCE.search(context.outline.title) is not None
    found: list[Stock] = []
    heads: dict[int, list[Stock]] = {}
    for index, p in enumerate(document.paragraphs):
        text = document.text[p.start : p.end]
        if not any(word in text for word in _WORDS):
            continue
        head = _HEADED.fullmatch(text.strip()) if p.cell is not None else None
        if p.cell is not None and head and (when := day_of(head["day"])) and not _own_calendar(text):
            heads.setdefault(p.cell[0], []).append(Stock(when, p.span, index, _section(context, p.start)))
        if p.story in NO_PROSE or p.cell is not None:
            continue
        for start, end in sentences(text):
            for m, unit, loose in _said(text[start:end], finance):
                span = Span(p.start + start + m.start(), p.start + start + m.end("day"))
                when = day_of(m["day"])
                if when is not None:
                    found.append(Stock(when, span, index, _section(context, p.start), unit, loose))
    found += [said[0] for said in heads.values() if len({s.when for s in said}) == 1]
    return sorted(found, key=lambda s: s.span.start)[:MOST_STATEMENTS]


def _section(context: Context, at: int) -> int:
    """The number of the section at a place."""
    section = context.outline.section_at(at)
    return section.index if section else -1


def _own_calendar(text: str) -> bool:
    """Whether a text says why its day may be another, or counts by a calendar of its own."""
    return bool(_APART.search(text) or _CALENDAR.search(text))


_WORDS = ("đến", "Đến", "tới", "Tới", "thời điểm", "Thời điểm", "chốt", "nay (")


_YEAR_ALONE = lazy(r"(?:(?:hết|cuối)\s+)+năm \d{4}")
"""The end of a year alone is a cut-off only where it is called one."""


def _said(sentence: str, finance: bool) -> Iterator[tuple[re.Match[str], str, bool]]:
    """(day, unit counted, whether loosely) of a sentence that counts something up to one day and excuses no other."""
    opened, noted = list(_OPENED.finditer(sentence)), list(_NOTED.finditer(sentence))
    if len({day_of(m["day"]) for m in (*opened, *noted)}) != 1:
        return
    if _UPDATED.search(sentence) and len(set(_DATE.findall(sentence))) > 1:
        return  # a list brought up to date after the figures were closed
    if (declared := _DECLARED.search(sentence)) is not None:
        yield declared, "", False
        return
    for m in noted:
        held = _HELD.search(sentence[: m.start()]) or _FOLLOWS.match(sentence, m.end()) or _TITLE.fullmatch(sentence)
        clause = _clause(sentence, min(held.start(), m.start()), m.end(), finance) if held else ""
        if held and not _APART.search(clause):
            yield m, _unit(held["of"]), _CALENDAR.search(clause) is not None
    for m in opened:
        if _BEGUN.search(sentence[: m.start()]):
            continue
        if sentence[m.start() - 1 : m.start()] == "(" and any(n.start("day") == m.start("day") for n in noted):
            continue
        clause = _clause(sentence, m.start(), m.end("rest"), finance)
        named = (
            m["upto"]
            or "thời điểm" in m[0].lower()
            or _SINCE.search(m["rest"])
            or (finance and _FLOW.search(m["rest"]))
        )
        counted = _COUNTED.search(m["rest"])
        stands = (counted if named else _STOCK.match(m["rest"])) is not None
        dated = bool(m["upto"]) or not _YEAR_ALONE.fullmatch(m["day"])
        firm = stands and dated and not _CALENDAR.search(clause) and (bool(named) or not _DEED.search(clause))
        if (firm or counted) and not _APART.search(clause):
            yield m, _unit(m["rest"]), not firm


def _clause(sentence: str, start: int, end: int, finance: bool) -> str:
    """From the semicolon before to a little behind; in a report on money without the words that only mean its calendar."""
    clause = sentence[sentence.rfind(";", 0, start) + 1 : end].partition(";")[0]
    return _MONEY.sub("", clause) if finance else clause


def _unit(text: str) -> str:
    """What the first figure of a text counts."""
    m = _UNIT.search(text)
    return m[1].lower() if m else ""


def unlike(found: list[Stock], base: Stock | None) -> Iterator[tuple[Stock, Stock]]:
    """(odd one, usual one) of statements with unlike days: against the day named for the whole report, or the one most have."""
    firm = [s for s in found if not s.loose]
    days = {s.when for s in firm} | ({base.when} if base else set())
    if base is not None:
        yield from ((s, base) for s in found if s.when < base.when and _alone(s, found))
    if not 1 < len(days) <= MOST_DAYS:
        return
    usual = base.when if base else max(days, key=lambda d: (sum(s.when == d for s in firm), d))
    first = base or next(s for s in firm if s.when == usual)
    yield from ((s, first) for s in firm if s.when != usual and not _history(s, first, firm))


def _history(s: Stock, usual: Stock, found: list[Stock]) -> bool:
    """Whether an unlike day is another year's end, or told beside the usual one, or one stage of a thing that goes on."""
    yearly = (s.when.day, s.when.month) == (usual.when.day, usual.when.month)
    return (
        yearly or abs((s.when - usual.when).days) > SAME_YEAR or s.paragraph == usual.paragraph or not _alone(s, found)
    )


def _alone(s: Stock, found: list[Stock]) -> bool:
    """Whether no other day is told in the same paragraph, or in the same section of the same thing."""
    return not any(
        o.when != s.when and (o.paragraph == s.paragraph or (o.section == s.section and o.unit == s.unit))
        for o in found
    )
