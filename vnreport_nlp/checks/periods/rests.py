"""P401 of the rest of a year: what a report of so many months plans for months or a quarter that are not those left (``6 tháng cuối năm`` after nine)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...gates import Gated
from ...model import Message, Span, msg
from ..context import NO_TEXT, Context
from ..figures.reading.text import sentences
from .scope import Scope

YEAR = 12
QUARTER = 3
_NUMBERS = {"ba": 3, "sáu": 6, "chín": 9}
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_AHEAD = Gated(
    r"\b(?:nhiệm vụ|phương hướng|giải pháp|trọng tâm|công việc|kế hoạch công tác)(?P<gap>[^.;:\d]{0,40}?)\s(?:(?P<months>\d{1,2}|ba|sáu|chín) tháng cuối(?: năm)?|quý (?P<q>I{1,3}|IV))\b(?:(?:[/, ]|\snăm\s)*(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_DONE = lazy(
    r"kết quả|đánh giá|tình hình|đã |qua |thực hiện (?:nhiệm vụ|phương hướng|kế hoạch)|kiểm điểm|so với|cùng kỳ|trong quý",
    re.IGNORECASE,
)
"""The words speak of what was done."""
_OF_DOCUMENT = lazy(
    r"\b(?:nghị quyết|quyết định|kế hoạch|chương trình|chỉ thị|công văn|thông báo) số\s[^;]*\bvề\b", re.IGNORECASE
)
"""What follows is the name of a document, which was made before."""
_SETTLED = lazy(r"\s*(?:chuyển|đã|được|còn|chưa|tồn)\b")
"""What was to be done is told of as done or left."""


def wrong_rests(context: Context, scope: Scope) -> Iterator[tuple[Span, Message]]:
    """(place, reason) of every plan for a part of the year that is over, or of another length than what is left of it."""
    passed = _passed(scope)
    if passed is None:
        return
    months, year = passed
    document = context.spelled
    for p in document.paragraphs:
        text = document.text[p.start : p.end] if p.story not in NO_TEXT else ""
        for start, end in sentences(text):
            for m in _AHEAD.finditer(text[start:end]):
                why = _wrong(text[start:end], m, months, year)
                if why is not None:
                    at = p.start + start
                    yield (
                        Span(
                            at + m.start("months" if m["months"] else "q") - (0 if m["months"] else len("quý ")),
                            at + m.end(),
                        ),
                        why,
                    )


def _passed(scope: Scope) -> tuple[int, int] | None:
    """(months of the year that the report tells of, the year), None where it tells of something else."""
    if len(scope.reported) != 1:
        return None
    told = scope.reported[0]
    if told.kind == "half" and told.which.isdigit() and int(told.which) < YEAR:
        return int(told.which), told.year
    return (QUARTER * int(told.which), told.year) if told.kind == "quarter" and told.which in ("1", "2", "3") else None


def _wrong(sentence: str, m: re.Match[str], months: int, year: int) -> Message | None:
    """Why a part of the year is not the one ahead, None when it may be."""
    clause = re.split(r"[,;]", sentence[: m.start()])[-1] + m["gap"]
    if _OF_DOCUMENT.search(sentence, 0, m.start()):
        return None
    if _DONE.search(clause) or _SETTLED.match(sentence, m.end()) or (m["year"] and int(m["year"]) != year):
        return None
    left = YEAR - months
    if m["months"]:
        told = _NUMBERS.get(m["months"].lower()) or int(m["months"])
        wrong = told != left
    else:
        wrong = _QUARTERS[m["q"].upper()] * QUARTER <= months
    return msg("Báo cáo đã tính {months} tháng, năm còn {left} tháng.", months=months, left=left) if wrong else None
