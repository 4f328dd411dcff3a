"""P401 of the whole report: a title, or the day of the report, of another term or year than the outline asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...model import Finding, Message, Span, finding, msg
from ..context import Context
from ..units.profile import written
from .scope import Scope

Years = tuple[int, int]
_PERIOD = lazy(r"(20\d\d)(?:\s?-\s?(20\d\d))?")
_TITLED = lazy(r"(?<![\d/])(20\d\d)(?:\s?[-–]\s?(20\d\d))?(?!\d)")
_DAY = lazy(r"\bngày\b[^\n]{1,24}\bnăm\b", re.IGNORECASE)


def wrong_title(context: Context, scope: Scope) -> Iterator[Finding]:
    """One finding on the title where it names a period that shares nothing with the outline's, or on the date where the report is older than its period."""
    if not any(v.status == "covered" for v in context.verdicts):
        return
    asked, wanted = _asked(context)
    told, day = _told(scope), written(context)
    if not wanted:
        return
    if told is not None and all(_apart(told, years) for years in wanted):
        why = msg("Tiêu đề báo cáo ghi {years}.", years=_shown(told))
        if day is not None and all(day.year < years[1] for years in wanted):
            why = msg(
                "Tiêu đề báo cáo ghi {years}, báo cáo đề ngày {day}.",
                years=_shown(told),
                day=context.outline.metadata.date,
            )
        yield _finding(context, _place(context, told), _shown(told), why, asked[0])
    elif day is not None and (day.year < wanted[0][0] or day.year == wanted[0][0] < wanted[0][1] - 1):
        why = msg("Báo cáo đề ngày {day}.", day=context.outline.metadata.date)
        yield _finding(context, _place(context, (day.year, day.year), dated=True), f"{day.year}", why, asked[0])


def _asked(context: Context) -> tuple[list[Years], list[Years]]:
    """(the periods that the outline names, those of which a report held against it may be).

    Where it says of what is ahead alone when it is, a report ends in the year before, or in its first.
    """
    titled = [(int(m[1]), int(m[2] or m[1])) for m in _TITLED.finditer(context.template.title)]
    reported, ahead = [*_of(context, "result"), *titled], list(_of(context, "direction"))
    if reported:
        return reported, [*reported, *ahead]
    return ahead, [(year, year) for first, _ in ahead for year in (first - 1, first)]


def _of(context: Context, voice: str) -> Iterator[Years]:
    """The periods of the outline's items of a voice."""
    for r in context.template.requirements:
        if r.voice == voice and (m := _PERIOD.search(r.period or "")):
            yield int(m[1]), int(m[2] or m[1])


def _told(scope: Scope) -> Years | None:
    """The years that the title says are reported."""
    if scope.told is not None:
        return scope.told
    if scope.year is not None:
        return scope.year, scope.year
    period = next(iter(scope.reported), None)
    if period is None:
        return None
    first = int(period.which) if period.kind in ("stage", "school") else period.year
    return first, period.year


def _apart(one: Years, other: Years) -> bool:
    """Whether two stretches share no year; two terms that touch are apart too."""
    touch = one[1] > one[0] and other[1] > other[0]
    return one[1] < other[0] + touch or one[0] > other[1] - touch


def _shown(years: Years) -> str:
    return f"{years[0]} - {years[1]}" if years[0] < years[1] else f"{years[0]}"


def _place(context: Context, years: Years, *, dated: bool = False) -> Span:
    """The line of the title block that names the years; its beginning where none does."""
    front, text = context.outline.front, context.spelled.text
    named = re.compile(rf"{years[0]}\s?[-–]\s?{years[1]}|(?<!\d){years[1]}(?!\d)")
    for p in context.spelled.paragraphs:
        line = text[p.start : p.end]
        if p.start < front.end and named.search(line) and (_DAY.search(line) is not None) is dated:
            return Span(p.start, p.end)
    return Span(front.start, front.start + 1)


def _finding(context: Context, span: Span, years: str, why: Message, wanted: Years) -> Finding:
    return finding(
        "P401", msg("Báo cáo có thể của kỳ khác: {years}", years=years), places=(context.place(span),), severity="error", content=f"title {years}",
        need=msg("Đề cương yêu cầu báo cáo về {period}.", period=_shown(wanted)), found=why,
        fix=msg("Kiểm tra xem có gửi nhầm báo cáo của kỳ trước không; nếu không thì sửa năm ở tiêu đề, ngày báo cáo."),
    )  # fmt: skip
