"""P401 of the same part of another year, told as the report's own (``6 tháng đầu năm 2022 … vẫn còn`` in the report of those of 2023).

A part of last year that something is held against stands behind words that compare, in brackets, or beside the report's own; one
that opens a sentence or is its subject, with what is told of the present only, has the year of an older report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...model import Message, Span, msg
from ..context import NO_PROSE, Context
from ..figures.reading.text import sentences
from .scope import Period, Scope, periods

KINDS = frozenset({"half", "quarter"})
_AHEAD = lazy(r"phương hướng|nhiệm vụ|giải pháp|mục tiêu|kế hoạch|định hướng|dự kiến", re.IGNORECASE)
_HELD = lazy(
    r"so (?:với)?\b|cùng kỳ|bằng|\bhơn\b|\btừ\b|\bđến\b|kế hoạch|nghị quyết|báo cáo|thông báo|kết luận|\btrước\b|giai đoạn|các năm|\bnhư\b|tổng kết|sơ kết|\d",
    re.IGNORECASE,
)
"""Before a part of a year: it is compared with, a document's, or one of several."""
_FRAME = lazy(r",\s")
_SUBJECT = lazy(r"\s(?:ước|vẫn|đã|có|còn|đạt|tăng|giảm|tiếp tục|cơ bản|gặp)\b")
_PRESENT = lazy(
    r"\bước (?:đạt|tăng|giảm|thực hiện|tính|khoảng|có)\b|\bvẫn còn\b|so (?:với )?cùng kỳ(?!\s(?:năm )?\d)|\d\s?% (?:so với )?(?:kế hoạch|dự toán)\b",
    re.IGNORECASE,
)
"""What is told of the period reported: estimates, what is still wanting, growth from the year before."""
_NOW = lazy(r"\b(?:năm|kỳ|quý) (?:nay|này)\b|\bnay\b", re.IGNORECASE)
REACH = 90
"""Characters from the head of a sentence within which its time or subject is told."""


def same_part(context: Context, scope: Scope) -> Iterator[tuple[Span, Message]]:
    """(place, why) of sentences of results that have the reported part of another year."""
    document = context.spelled
    for p in document.paragraphs:
        text = document.text[p.start : p.end]
        if p.story in NO_PROSE or "20" not in text:
            continue
        own = _own(context, p.start, scope)
        told = list(sentences(text)) if own else []
        for k, (start, end) in enumerate(told):
            said = _wrong(text[start:end], own)
            beside = text[told[k - 1][0] if k else start : told[k + 1][1] if k + 1 < len(told) else end]
            if said and not any(q.year == o.year for o in own for q in periods(beside)):
                place = Span(p.start + start + said.start, p.start + start + said.end)
                yield place, msg("Mục này nói về {period}.", period=_shown(own[0]))


def _own(context: Context, at: int, scope: Scope) -> tuple[Period, ...]:
    """The half-year or quarter that a place reports: its section's, else the title's; none in a section of what is ahead."""
    section = context.outline.section_at(at)
    while section is not None:
        if _AHEAD.search(section.title) and "thực hiện" not in section.title.lower():
            return ()
        found = tuple(q for q in periods(section.title) if q.kind in KINDS)
        if len(found) == 1:
            return found
        section = context.outline.sections[section.parent] if section.parent is not None else None
    found = tuple(q for q in scope.reported if q.kind in KINDS)
    return found if len(found) == 1 else ()


def _wrong(sentence: str, own: tuple[Period, ...]) -> Period | None:
    """The only period of a sentence, where it is the reported part of an earlier year and the sentence is of the present."""
    named = [q for q in periods(sentence) if q.kind in KINDS]
    if len(named) != 1 or named[0].start > REACH:
        return None
    said = named[0]
    same = any((said.kind, said.which) == (o.kind, o.which) and said.year < o.year for o in own)
    lead = sentence[: said.start]
    if not same or _HELD.search(lead) or lead.count("(") > lead.count(")"):
        return None
    if not (_FRAME.match(sentence, said.end) or _SUBJECT.match(sentence, said.end)) or _NOW.search(sentence):
        return None
    return said if _PRESENT.search(sentence, said.end) else None


def _shown(own: Period) -> str:
    """The reported part as a reader knows it."""
    if own.kind == "quarter":
        return f"quý {own.which}/{own.year}"
    part = "cuối" if own.which.endswith("cuối") else "đầu"
    return f"{own.which.removesuffix('cuối')} tháng {part} năm {own.year}"
