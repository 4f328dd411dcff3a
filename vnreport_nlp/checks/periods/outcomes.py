"""P401 of outcomes and aims with the years of another term: targets reached, lessons left, a stage that a plan sets out in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...gates import Gated
from ...model import Message, Span, msg
from ..context import NO_PROSE, Context
from ..figures.reading.text import sentences
from .clash import OTHER_BODIES
from .scope import Scope

Years = tuple[int, int]
_TARGETS = lazy(
    r"\d+/\d+ chỉ tiêu(?: chủ yếu| chính)?(?:,? (?:do |của |theo |mà |trong )?(?:Nghị quyết|Đại hội|Đảng bộ|Chi bộ)[^.;:()\d]{0,60}?)?(?: đề ra| của| trong| cho){0,2} $",
    re.IGNORECASE,
)
"""Before a term: its targets, counted."""
_REACHED = lazy(r"(?: đề ra)?(?: đã| đều| được| cơ bản){0,3} (?:đạt|vượt|hoàn thành)\b", re.IGNORECASE)
_REACHES = lazy(r"\b(?:hoàn thành|đạt|đạt và vượt|vượt)(?: vượt mức)? $", re.IGNORECASE)
"""Before the count of targets: that they were reached."""
_NOW = lazy(r"\W*(?:Đến nay|Đến thời điểm này|Tính đến nay)\b")
"""At the head of a sentence: it tells how things stand, whatever other term it names."""
_LESSONS = lazy(
    r"(?: đã| cũng){0,2} để lại (?:cho [^.;:,\d]{2,50} )?(?:\d{1,2}|hai|ba|bốn|năm|sáu) bài học(?: kinh nghiệm)?(?: lớn| quý| sâu sắc| chủ yếu)?(?: sau(?: đây)?| như sau)?\s*(?:[:.]|$)",
    re.IGNORECASE,
)
"""Behind the term that opens a sentence: what a report concludes of its own."""
_OPENS = lazy(r"[-–+•*\d.)\s]*")
_BACK = lazy(
    r"\btrước\b|đầu nhiệm kỳ|bước vào|\bkhi (?:đó|ấy|bắt đầu)|lúc (?:đó|ấy)|so với|kế thừa|phát huy|dở dang|chưa|còn lại|tiếp tục|đánh giá|kiểm điểm|chuyển tiếp|báo cáo|lịch sử|truyền thống|các nhiệm kỳ|qua (?:hai|ba|nhiều)|vừa kết thúc",
    re.IGNORECASE,
)
"""The sentence looks back, or compares."""
_STAGE = Gated(
    r"^(?:[-–+•*\d.)(\s]|[a-zđ]\))*(?P<said>giai đoạn (?P<a>20\d\d)\s?[-–]\s?(?P<b>20\d\d)),?\s(?:mỗi năm )?(?:phấn đấu|quyết tâm|đặt mục tiêu|sẽ)\b",
    re.IGNORECASE,
)
_DONE = lazy(r"\bđã\b|\bđạt được\b|vừa qua|thực tế|kết quả|chưa|từ nay|\bcòn\b|năm cuối", re.IGNORECASE)
_TERMS = lazy(r"20\d\d\s?[-–]\s?20\d\d")


def outcome(sentence: str, m: re.Match[str], reported: Years) -> bool:
    """Whether a sentence tells of the term that a match names what only the reported one can have, and that is the one before it."""
    said = int(m["a"]), int(m["b"])
    if said[1] >= reported[1] or said[1] > reported[0] or _BACK.search(sentence):
        return False
    before = sentence[: m.start()]
    if _OPENS.fullmatch(before):
        return _LESSONS.match(sentence, m.end()) is not None and not _names(sentence, reported)
    counted = _TARGETS.search(before)
    if counted is None or said[1] != reported[0] or OTHER_BODIES.search(before[counted.start() :]):
        return False
    now = _NOW.match(sentence) is not None
    reached = _REACHED.match(sentence, m.end()) or _REACHES.search(before[: counted.start()])
    return reached is not None and (now or not _names(sentence, reported))


def _names(sentence: str, term: Years) -> bool:
    return re.search(rf"{term[0]}\s?[-–]\s?{term[1]}|nhiệm kỳ (?:này|nay)", sentence) is not None


def stages_ahead(context: Context, scope: Scope) -> Iterator[tuple[Span, Message]]:
    """(stage, why it is wrong) of sentences of a plan that set out in a stage which is the reported term itself."""
    if scope.term is None or scope.midway or scope.told is None:
        return
    for p in context.spelled.paragraphs:
        text = context.spelled.text[p.start : p.end]
        if p.story in NO_PROSE or not _STAGE.may(text):
            continue
        period = _planned(context, p.start)
        if period is None or period[0] < scope.told[1]:
            continue
        for start, end in sentences(text):
            sentence = text[start:end]
            m = _STAGE.search(sentence)
            if m and (int(m["a"]), int(m["b"])) == scope.told and not _excused(sentence):
                why = msg("Mục này nói về {period}.", period=f"{period[0]} - {period[1]}")
                yield Span(p.start + start + m.start("said"), p.start + start + m.end("said")), why


def _excused(sentence: str) -> bool:
    """Whether a sentence looks back, or names two stages."""
    return bool(_DONE.search(sentence) or _BACK.search(sentence)) or len(_TERMS.findall(sentence)) > 1


def _planned(context: Context, at: int) -> Years | None:
    """The years that the outline gives the section at a place, where it looks ahead."""
    requirement = context.template.by_number.get(context.requirement_at(at) or "")
    if requirement is None or requirement.voice != "direction":
        return None
    years = [int(y) for y in re.findall(r"20\d\d", requirement.period or "")]
    return (years[0], years[-1]) if years else None
