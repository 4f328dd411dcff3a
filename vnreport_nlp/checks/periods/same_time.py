"""P401 of results that are compared with the same time of the very year that the report is about (``tăng 5% so với cùng kỳ năm 2024``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...gates import Gated
from ...model import Message, Span, msg
from ..context import NO_PROSE, Context
from ..figures.reading.text import sentences
from .scope import Scope

_SAME = Gated(
    r"(?<!\w)so (?:với )?(?P<said>cùng (?:kỳ|thời điểm)(?: năm)? (?P<y>20\d\d))(?!\s?[-–/]\s?\d|\w)", re.IGNORECASE
)
_YEAR = lazy(r"(?<![\d/.,])20\d\d(?![\d.,]\d)")
_AIMS = lazy(
    r"^\W*(?:kế hoạch|chỉ tiêu)\b|\b(?:phấn đấu|dự kiến|sẽ|mục tiêu|trở lên|ít nhất|tối thiểu|năm sau|năm tới|quý tới|tháng tới|đầu năm nay|năm nay|những tháng đầu năm|cập nhật)\b",
    re.IGNORECASE,
)
"""What is still to be reached may be held against the year reported, and so may what was told later."""
_AHEAD = lazy(r"phương hướng|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|định hướng|dự báo", re.IGNORECASE)
_DONE = lazy(r"kết quả|đánh giá|tình hình|thực hiện|hạn chế", re.IGNORECASE)


def with_themselves(context: Context, scope: Scope) -> Iterator[tuple[Span, Message]]:
    """Where the year compared with is the only one reported, no later one is named, and nothing is said to lie ahead."""
    years = {p.year for p in scope.reported if p.kind != "stage"}
    if len(years) != 1 or scope.term is not None:
        return
    year = years.pop()
    document = context.spelled
    for p in document.paragraphs:
        if p.story in NO_PROSE:
            continue
        text = document.text[p.start : p.end]
        for start, end in sentences(text) if _SAME.search(text) else ():
            sentence = text[start:end]
            m = _SAME.search(sentence)
            if m is None or int(m["y"]) != year or _AIMS.search(sentence) or _later(sentence, year):
                continue
            at = p.start + start + m.start("said")
            if not context.is_ahead(at) and not _in_plans(context, at):
                yield (
                    Span(at, at + len(m["said"])),
                    msg("Cùng kỳ phải là của năm trước: báo cáo nói về năm {year}.", year=year),
                )


def _later(sentence: str, year: int) -> bool:
    """Whether a later year is named: its results are compared."""
    return any(int(m[0]) > year for m in _YEAR.finditer(sentence))


def _in_plans(context: Context, at: int) -> bool:
    """Whether a heading over a place announces what is ahead."""
    section = context.outline.section_at(at)
    while section is not None:
        if _AHEAD.search(section.title) and not _DONE.search(section.title):
            return True
        section = context.outline.sections[section.parent] if section.parent is not None else None
    return False
