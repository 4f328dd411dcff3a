"""P401 of headings: the years in a section's heading against the period that the outline gives its requirement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...gates import Gated
from ...model import Finding, Requirement, Section, Span, Template, finding, msg
from ..context import Context
from .scope import TERM, Scope

_YEARS = Gated(r"\b(?P<a>20\d\d)(?:\s?[-–]\s?(?P<b>20\d\d))?\b")
_OTHER = lazy(
    r"nghị quyết|chỉ thị|kết luận|quyết định|quy định|kế hoạch|đề án|chương trình|luật|hướng dẫn|so với|cùng kỳ|trước|đại hội|bầu cử|hội đồng nhân dân|\d/",
    re.IGNORECASE,
)
"""Headings that name a document or compare: their years are not the period."""
_TERM = lazy(r"(?:nhiệm kỳ|(?:0?5|năm) năm)\s\(?(?P<a>20\d\d)\s?[-–]\s?(?P<b>20\d\d)", re.IGNORECASE)
_ASSESSES = lazy(
    r"kết quả|ưu điểm|hạn chế|khuyết điểm|nguyên nhân|bài học|kinh nghiệm|đánh giá|tình hình|thành tựu", re.IGNORECASE
)
_SETTLED = lazy(r"khắc phục|kiểm điểm|kế thừa|phát huy|tồn đọng", re.IGNORECASE)
"""What an earlier term left, which this one takes up."""
_ONE_YEAR = lazy(
    r"(?:đánh giá (?:chung )?|khái quát )?(?:kết quả|tình hình|tổng kết)\b[^.;:\d]{0,90}?\s(?P<y>năm 20\d\d)\W*$",
    re.IGNORECASE,
)
"""A heading of what was reached in one year."""
_PLAN = lazy(r"mục tiêu|chỉ tiêu|phấn đấu|phương hướng|nhiệm vụ|giải pháp|định hướng|kế hoạch", re.IGNORECASE)

LONG = 3
"""Years of a term that a plan for one of them does not fill."""
_WHOLE = lazy(r"\b(?:nhiệm kỳ|giai đoạn|trung hạn|dài hạn|(?:0?5|năm) năm (?:tới|tiếp theo))\b", re.IGNORECASE)


def wrong_headings(context: Context, scope: Scope) -> Iterator[Finding]:
    """Sections whose heading names years that share none with the requirement's period, or a term before the report's."""
    told: set[int] = set()
    for verdict in context.verdicts:
        requirement = context.template.by_number[verdict.requirement]
        if not requirement.period or verdict.status not in ("covered", "thin", "merged", "empty"):
            continue
        for index in verdict.sections:
            section = context.outline.sections[index]
            if index in told or _ahead_of_its_part(section, requirement, context.template):
                continue
            wrong = _wrong(section, requirement)
            found = wrong or _planned_for_one(context, section, requirement)
            if found is not None:
                told.add(index)
                period = requirement.period or ""
                yield _finding(context, section, found, requirement.number, period, alone=wrong is None)
    for section, year in _of_one_year(context, scope):
        if section.index not in told:
            told.add(section.index)
            years = f"{scope.told[0]} - {scope.told[1]}" if scope.told else ""
            yield _finding(context, section, year, context.requirement_at(section.heading.start), years)
    for section in context.outline.sections:
        if section.index not in told and scope.told and (found := _older(section, scope.told)) is not None:
            yield _finding(
                context,
                section,
                found,
                context.requirement_at(section.heading.start),
                f"{scope.told[0]} - {scope.told[1]}",
            )


def _of_one_year(context: Context, scope: Scope) -> Iterator[tuple[Section, str]]:
    """The one part of a term's report whose heading tells the results of a single year; parts by year are a way to tell a term."""
    if scope.dated or scope.told is None or not TERM.search(scope.title):
        return
    parts = [s for s in context.outline.sections if s.parent is None]
    dated = [(s, m["y"]) for s in parts if (m := _ONE_YEAR.match(s.title)) and not _OTHER.search(s.title)]
    if len(dated) == 1 and sum(_YEARS.search(s.title) is not None for s in parts) == 1:
        yield dated[0]


def _ahead_of_its_part(section: Section, requirement: Requirement, template: Template) -> bool:
    """Whether a heading of plans names the very years of the outline's directions: it stands in a wrong part, its years are right."""
    if requirement.voice != "result" or not _PLAN.search(section.title):
        return False
    said = {_range(m) for m in _YEARS.finditer(section.title)}
    ahead = {_range(_YEARS.search(r.period or "")) for r in template.requirements if r.voice == "direction"}
    return bool(said) and said <= ahead - {None}


def _wrong(section: Section, requirement: Requirement) -> str | None:
    """The years of a heading when all of them lie outside the period."""
    if _OTHER.search(section.title):
        return None
    said = list(_YEARS.finditer(section.title))
    wanted = _range(_YEARS.search(requirement.period or ""))
    if not said or wanted is None:
        return None
    ranges = [_range(m) for m in said]
    apart = all(r is not None and (r[1] < wanted[0] or r[0] > wanted[1]) for r in ranges)
    # 2020 - 2025 and 2025 - 2030 share a year and are two terms
    terms = all(
        r is not None and r[1] > r[0] and wanted[1] > wanted[0] and (r[1] <= wanted[0] or r[0] >= wanted[1])
        for r in ranges
    )
    return said[0][0] if apart or terms else None


def _planned_for_one(context: Context, section: Section, requirement: Requirement) -> str | None:
    """The year of a heading whose part plans for that year alone, where the outline asks for a whole term: neither the term nor its end is told in the part."""
    wanted, said = _range(_YEARS.search(requirement.period or "")), list(_YEARS.finditer(section.title))
    if requirement.voice != "direction" or wanted is None or len(said) != 1 or not _PLAN.search(section.title):
        return None
    year = _range(said[0])
    if year is None or year[0] != year[1] or wanted[1] - wanted[0] < LONG or _OTHER.search(section.title):
        return None
    top = section
    while top.parent is not None:
        top = context.outline.sections[top.parent]
    text = context.spelled.text[top.heading.start : top.whole.end]
    return None if str(wanted[1]) in text or _WHOLE.search(text) else said[0][0]


def _older(section: Section, own: tuple[int, int]) -> str | None:
    """A term that a heading assesses and that ended when the report's began, or nearly."""
    m = _TERM.search(section.title)
    if (
        m is None
        or not _ASSESSES.search(section.title)
        or _OTHER.search(section.title)
        or _SETTLED.search(section.title)
    ):
        return None
    said = int(m["a"]), int(m["b"])
    return m[0] if said != own and own[0] - 1 <= said[1] <= own[0] + 1 and said[1] > said[0] else None


def _range(m: re.Match[str] | None) -> tuple[int, int] | None:
    return (int(m["a"]), int(m["b"] or m["a"])) if m else None


def _finding(
    context: Context, section: Section, years: str, requirement: str | None, period: str, *, alone: bool = False
) -> Finding:
    heading = Span(section.heading.start, max(section.heading.end, section.heading.start + 1))
    need = msg("Mục {number} của đề cương nói về {period}.", number=requirement, period=period) if requirement else None
    return finding(
        "P401", msg("Tiêu đề ghi sai thời kỳ: {years}", years=years), places=(context.place(heading),),
        requirement=requirement, content=f"{requirement or ''} {years}".strip(),
        need=need or msg("Thời kỳ đúng của báo cáo."),
        found=msg("Tiêu đề và nội dung bên dưới chỉ nói năm {years}.", years=years) if alone else msg("Tiêu đề ghi {years}.", years=years),
        fix=msg("Viết cho cả thời kỳ {period}, hoặc sửa lại năm trong tiêu đề.", period=period) if alone else msg("Sửa lại năm trong tiêu đề."),
    )  # fmt: skip
