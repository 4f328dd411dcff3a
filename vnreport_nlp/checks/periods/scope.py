"""What the title says of the report's period, and the half-years, quarters, months, years and stages a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...expressions import lazy
from ...gates import Gated
from ...model import Message, msg
from ..context import Context

TERM = lazy(r"nhiệm kỳ\s+((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)", re.IGNORECASE)
_YEAR = Gated(
    r"(?:công tác|kết quả|kiểm điểm|tình hình|nhiệm vụ)(?:,?\s[^\W\d]+){0,12}?\s(?:(?:quý (?P<q>[IV]+))\s)?năm\s(?P<y>20\d\d)",
    re.IGNORECASE,
)
AHEAD = Gated(r"(?:phương hướng|nhiệm vụ)[^.;]{0,30}?\snăm\s(20\d\d)", re.IGNORECASE)
_PLANS = lazy(r"phương hướng|định hướng|kế hoạch|chương trình công tác", re.IGNORECASE)
"""What makes the tasks of a title's only year those ahead."""
_PERIOD = lazy(
    r"(?P<half>\d{1,2}|sáu|ba|chín) tháng(?: (?P<part>đầu|cuối))?(?: năm)? (?P<hy>20\d\d)"
    r"|(?P<quarter>quý) (?P<q>[IV]+|[1-4])[,/ ]*(?:năm )?(?P<qy>20\d\d)"
    r"|(?P<month>tháng) (?P<m>\d{1,2})[,/ ]*(?:năm )?(?P<my>20\d\d)"
    r"|(?P<stage>giai đoạn) (?P<a>(?:19|20)\d\d)\s?[-–]\s?(?P<b>(?:19|20)\d\d)"
    r"|(?P<school>năm học) (?P<sa>20\d\d)\s?[-–]\s?(?P<sb>20\d\d)"
    r"|(?P<year>năm) (?P<y>20\d\d)(?!\s?[-–]\s?\d)",
    re.IGNORECASE,
)
_YEARLESS = lazy(
    r"\b(?:quý [IV]+|(?<!\d )tháng \d{1,2}|(?:\d{1,2}|sáu|ba|chín) tháng (?:đầu|cuối)(?: năm)?|(?:[69]|sáu|chín) tháng(?=\s*[,;]))\b(?![,/ ]*(?:năm )?20\d\d)(?!/)",
    re.IGNORECASE,
)
"""``quý II`` of ``công tác quý II, nhiệm vụ quý III năm 2024``."""
_LATER_YEAR = lazy(r"(?:năm |/)(20\d\d)")
_NUMBERS = {"ba": "3", "sáu": "6", "chín": "9", "i": "1", "ii": "2", "iii": "3", "iv": "4"}
_THEN = lazy(
    r"phương hướng|nhiệm vụ|trọng tâm|dự kiến|kế hoạch|chương trình công tác|đề xuất|định hướng|mục tiêu|giải pháp",
    re.IGNORECASE,
)
"""Where the title turns to what is ahead."""
_COMPARED = lazy(
    r"\b(?:so (?:với )?(?:[^\W\d_]+\s){0,4}|cùng (?:kỳ|thời điểm) )(?:(?:\d{1,2} tháng|quý \w+|tháng \d{1,2})[,/ ]*(?:đầu )?)?(?:năm )?20\d\d\b",
    re.IGNORECASE,
)
"""A time that something is held against is not the report's own."""
_ROMAN = lazy(r"\b[iv]+\b")
_CONGRESS = lazy(r"trình\s+đại hội|(?<!hệ thống )chính trị|chuẩn bị đại hội", re.IGNORECASE)
_MIDWAY = lazy(r"giữa nhiệm kỳ|nửa (?:đầu )?nhiệm kỳ|sơ kết", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as a text names it: its kind, which one of that kind, its (last) year, where it stands."""

    kind: str
    which: str
    year: int
    start: int
    end: int

    @property
    def key(self) -> tuple[str, str, int]:
        """Equal for two names of one period."""
        return self.kind, self.which, self.year


def periods(text: str, end: int | None = None, *, year: int = 0) -> Iterator[Period]:
    """The periods named in a text; of a half-year only that, not its year too.

    With a year, parts of a year that name none are of that year, if nothing else is named.
    """
    if year and not _PERIOD.search(text) and (lone := list(_YEARLESS.finditer(text))):
        for m in lone:
            yield from (
                replace(p, start=m.start(), end=m.end()) for p in periods(f"{m[0].removesuffix(' năm')} năm {year}")
            )
        return
    for m in _PERIOD.finditer(text, 0, len(text) if end is None else end):
        kind = next(k for k in ("half", "quarter", "month", "stage", "school", "year") if m[k])
        which = (m["half"] or m["q"] or m["m"] or m["a"] or m["sa"] or "").lower()
        which = _NUMBERS.get(which, which.lstrip("0"))
        part = "cuối" if (m["part"] or "").lower() == "cuối" else ""
        yield Period(
            kind, which + part, int(m["hy"] or m["qy"] or m["my"] or m["b"] or m["sb"] or m["y"]), m.start(), m.end()
        )


@dataclass(frozen=True, slots=True)
class Scope:
    """What the title says of the period.

    The term, whether a congress is being prepared for it, the year, the year ahead, the quarter; ``reported`` and ``coming``
    are the periods named before and after the title turns to what is ahead; ``midway`` when the term goes on.
    """

    term: tuple[int, int] | None
    congress: bool
    year: int | None
    ahead: int | None
    quarter: str
    title: str = ""
    midway: bool = False
    reported: tuple[Period, ...] = ()
    coming: tuple[Period, ...] = ()

    @property
    def told(self) -> tuple[int, int] | None:
        """The term whose results are told: before a congress the one that ends."""
        return (self.term[0] - 5, self.term[1] - 5) if self.term and self.congress else self.term

    @property
    def dated(self) -> bool:
        """Whether the title names a year or a part of one."""
        return self.year is not None or any(p.kind != "stage" for p in self.reported)


def named(scope: Scope) -> Message:
    """The report's period as its title names it, or the outline's term where the title names none; the whole title where it says it oddly."""
    title = scope.title[:120].strip()
    told = dict.fromkeys(_words(scope.title, p) for p in scope.reported if p.kind != "stage")
    if told:
        return msg("Kỳ báo cáo là {period}.", period=", ".join(told))
    if title or scope.term is None:
        return msg("Kỳ của báo cáo: “{title}”.", title=title)
    return msg("Nhiệm kỳ của báo cáo là {a} - {b}.", a=scope.term[0], b=scope.term[1])


def _words(title: str, period: Period) -> str:
    """A period in the title's words, in small letters but for the number of a quarter."""
    words = " ".join(title[period.start : period.end].lower().split())
    return _ROMAN.sub(lambda m: m[0].upper(), words)


def _with_year(m: re.Match[str], title: str) -> str:
    """A part of a year with the year that the title names further on."""
    after = _LATER_YEAR.search(title, m.end())
    return f"{m[0].removesuffix(' năm')} năm {after[1]}" if after else m[0]


def _asked_ahead(context: Context, year: int | None) -> int | None:
    """The year after the report's own where the outline's titles ask for what is ahead in it."""
    told = {int(m[1]) for r in context.template.requirements for m in AHEAD.finditer(r.title)}
    return year + 1 if year is not None and year + 1 in told else None


def scope_of(context: Context) -> Scope:
    """The title's period; a title without years has the outline's."""
    title, subject = context.outline.title, context.outline.metadata.subject or ""
    title = _COMPARED.sub(" ", title if subject in title else f"{title} {subject}")
    title = _YEARLESS.sub(lambda m: _with_year(m, title), title)
    year = _YEAR.search(title)
    terms = list(TERM.finditer(title))
    term = terms[0] if terms else None
    named = list(periods(title))
    if term is None and year is None and not any(p.kind != "stage" for p in named):
        term = TERM.search(context.template.title)
    ahead = next(
        iter(list(AHEAD.finditer(title))[::-1]), None
    )  # the last: "thực hiện nhiệm vụ năm 2024, phương hướng năm 2025"
    y = int(year["y"]) if year else None
    a = int(ahead[1]) if ahead else None
    if ahead and year and a == y and (other := re.search(r"năm\s(20\d\d)", title)):
        y = int(other[1])
    if a == y and len(named) == 1 and not _PLANS.search(title):  # "thực hiện nhiệm vụ năm 2025": those are reported
        a = _asked_ahead(context, y)
    congress = bool(terms) and _CONGRESS.search(title) is not None
    if congress:  # a political report that names both terms is for the congress of the later
        term = max(terms, key=lambda m: int(m[1]))
    turn = _THEN.search(title, named[0].end) if named else None
    cut = turn.start() if turn else len(title)
    return Scope(
        (int(term[1]), int(term[2])) if term else None, congress, y, a, (year["q"] or "") if year else "", title,
        _MIDWAY.search(title) is not None,
        tuple(p for p in named if p.start < cut), tuple(p for p in named if p.start >= cut),
    )  # fmt: skip
