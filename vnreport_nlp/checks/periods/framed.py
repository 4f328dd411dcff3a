"""P401 within a section: a sentence that sets its plan, or its results, in a term or year that is not the section's.

The outline gives each requirement a period and a voice. A sentence of plans framed by a period that is over by then, or one
of results framed by the period before, has the years of an older report; a mere mention of another period has not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...gates import Gated
from ...model import Message, Span, msg
from ..context import NO_PROSE, Context
from ..figures.reading.text import sentences
from .clash import COMPARED, DIRECTION, OTHER_BODIES
from .scope import Scope

Years = tuple[int, int]
_SAID = (
    r"(?P<said>(?:(?:nhiệm kỳ|(?:0?5|năm) năm(?: qua)?)\s\(?(?P<a>20\d\d)\s?[-–]\s?(?P<b>20\d\d)\)?|năm\s(?P<y>20\d\d)(?!\s?[-–/]\s?\d)))"
    r"(?!\w)"
)
_OPENING = r"^(?:[-+*•\d.)(\s]|[a-zđ]\))*(?:[^.:;()]{3,80}:\s)?(?:(?P<sum>tóm lại|nhìn chung|có thể nói|đánh giá chung|như vậy)[,:]?\s)?"
_IN_TIME = Gated(
    rf"{_OPENING}(?:(?:(?:phấn đấu,?\s|quyết tâm\s)?(?:trong(?: suốt)?|toàn)|(?P<edge>đến (?:cuối|hết)|bước vào|hết|cuối|kết thúc)|(?P<back>nhìn lại|tổng kết|qua|sau))\s(?:cả\s|suốt\s)?"
    rf"|(?P<bare>)(?=nhiệm kỳ\s\(?20\d\d\s?[-–]\s?20\d\d\)?\s*,)){_SAID}",
    re.IGNORECASE,
)
"""``Trong nhiệm kỳ …``, ``Phấn đấu trong nhiệm kỳ …``, ``Đến hết năm …``, or ``Nhiệm kỳ …,`` at the head of a sentence."""
_AIM = Gated(
    rf"(?<!\w)(?:mục tiêu|chỉ tiêu|trọng tâm|nhiệm vụ|phương hướng|khâu đột phá|ưu tiên|hướng tới|phấn đấu|quyết tâm)\s"
    rf"(?:[^.;:(]{{0,50}}\s)?(?:(?<=đến hết )|(?<=đến cuối )|(?=[^.;]{{0,25}}\d(?:\s(?:là|gồm|bao gồm|được xác định|tập trung|phải|cần|sẽ)\b|\s*:|,\s))){_SAID}",
    re.IGNORECASE,
)
"""``Trọng tâm … năm … là``: what the plan is for."""
_BY_YEAR = Gated(
    r"(?:^(?:[-+*•\d.)(\s]|[a-zđ]\))*|\bphấn đấu(?:,)?\s)(?P<said>đến\s(?P<edge>(?:cuối|hết)\s)?năm\s(?P<y>20\d\d))(?!\s?[-–/]\s?\d)",
    re.IGNORECASE,
)
"""``Phấn đấu đến năm …``: the year in which a target is to be reached."""
_IS = lazy(r"\s*(?::|(?:là|gồm|bao gồm|được xác định)\b)", re.IGNORECASE)
_BY = lazy(r"\bđến (?:hết|cuối) $", re.IGNORECASE)
_PLANS = lazy(
    r"\b(?:phấn đấu|sẽ|tiếp tục|quyết tâm|bảo đảm|tập trung|đẩy mạnh|nâng cao|hướng tới|đặt mục tiêu|đề ra|giữ vững|hỗ trợ|xây dựng|kết nạp (?:từ|ít nhất)|trở lên)\b",
    re.IGNORECASE,
)
_OVER = lazy(
    r"\bđã\b|(?<!cần )(?<!phải )đạt được|\bvừa qua\b|\bước\b|kết quả|thành tựu|tồn tại|hạn chế|bài học|trên cơ sở|chuyển tiếp|dở dang|tạo (?:tiền đề|đà|nền tảng)|chưa (?:đạt|hoàn thành|xong)|còn lại|từ nay",
    re.IGNORECASE,
)
"""The sentence looks back: it may name what is over."""
_SETS_OUT = lazy(
    r"\s*(?:là|gồm|:)\s*(?:tiếp tục|phấn đấu|tập trung|giữ vững|nâng cao|đẩy mạnh|tăng cường|quyết tâm|đổi mới)\b",
    re.IGNORECASE,
)
"""An aim is set out right behind its term; what else the sentence speaks of then looks ahead as well (``tạo nền tảng để …``)."""
_LOOKS_BACK = lazy(r"\bđã\b|\bvừa qua\b|chưa (?:đạt|hoàn thành|xong)|từ nay", re.IGNORECASE)
_TO_END = lazy(r"hoàn thành (?:[^\s,;.]+\s){0,4}(?:mục tiêu|chỉ tiêu|nhiệm vụ)", re.IGNORECASE)
"""Said before the term: what is still to be done in it."""
_DONE = lazy(
    r"\bđã\b|\bđạt\b|\bđược\s\d|\bcó\s\d|[^\W\d_]\s\d[\d.]*\s(?:lượt|cuộc|lớp|hội nghị|tổ chức|chi bộ|đảng viên|đồng chí|vụ|đơn)\b",
    re.IGNORECASE,
)
_DOING = lazy(
    rf"{_DONE.pattern}|\b(?:tổ chức|thực hiện|triển khai|ban hành|duy trì|chỉ đạo|lãnh đạo|quán triệt|kết nạp|mở|học tập)\b",
    re.IGNORECASE,
)
"""The same, or what committees do: behind a term that opens the sentence as its time."""
_SUMMED = lazy(r"\b(?:đã|đạt|được|có)\b", re.IGNORECASE)
"""What a sentence that sums up says was done."""
_ELSE = lazy(
    r"nghị quyết|chương trình|kế hoạch|đề án|quy hoạch|đại hội|nhiệm kỳ (?:này|nay|trước|qua)|hằng năm|\d/20\d\d|đến năm 20",
    re.IGNORECASE,
)
"""Documents and other times named before the frame, or with it: what the years belong to is not plain."""
_WRITER = lazy(
    r",?\s(?:Ban (?:Thường vụ|Chấp hành)\s|Thường trực\s)?(?:(?:Tỉnh|Huyện|Thị|Thành|Quận) (?:ủy|uỷ)|Đảng (?:ủy|uỷ|bộ)|cấp (?:ủy|uỷ))\s(?!(?:chưa|không|chỉ|mới|từng|còn|đã|khi|có)\b)[a-zđ]"
)
"""The writer, who acts; what it did or lacked ``đã``, ``chưa`` looks back."""
_WITH_ANOTHER = lazy(r"so với|cùng kỳ|nhiệm kỳ trước|năm trước", re.IGNORECASE)
_AHEAD = lazy(r"phương hướng|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|kế hoạch|định hướng", re.IGNORECASE)
_YEAR = lazy(r"20\d\d")
_NEAR = 12
"""Characters behind the frame in which another body, whose term it is, may be named."""


def framed(context: Context, scope: Scope) -> Iterator[tuple[Span, Message]]:
    """(frame, why it is wrong) of sentences of a section with a period, framed by another."""
    document = context.spelled
    for p in document.paragraphs:
        text = document.text[p.start : p.end]
        if p.story in NO_PROSE or "20" not in text:
            continue
        setting = _setting(context, p.start, scope)
        if setting is None:
            continue
        told = list(sentences(text))
        for k, (start, end) in enumerate(told):
            after = text[end : told[k + 1][1]] if k + 1 < len(told) else ""
            found = (
                _wrong(text[start:end], after, *setting)
                or _in_clause(text[start:end], after, *setting)
                or (setting[1] and _too_early(text, start, end, setting[0]))
            )
            if found:
                yield Span(p.start + start + found[0], p.start + start + found[1]), found[2]


def _setting(context: Context, at: int, scope: Scope) -> tuple[Years, bool] | None:
    """(period, whether it lies ahead) of the section at a place: what a heading of directions says, else the outline's.

    A section that answers nothing, and is no part of directions, tells of the term that the report is about.
    """
    section, ahead = context.outline.section_at(at), False
    while section is not None:
        ahead |= _AHEAD.search(section.title) is not None
        if DIRECTION.match(section.title) and (period := _years_of(section.title)) is not None:
            return period, True
        section = context.outline.sections[section.parent] if section.parent is not None else None
    requirement = context.template.by_number.get(context.requirement_at(at) or "")
    period = _years_of(requirement.period if requirement else None)
    if requirement is not None and period is not None:
        return period, requirement.voice == "direction"
    return (scope.term, False) if scope.term and not scope.congress and not ahead else None


def _years_of(period: str | None) -> Years | None:
    """First and last year of a period."""
    years = [int(y) for y in re.findall(r"20\d\d", period or "")]
    return (years[0], years[-1]) if years else None


def _wrong(sentence: str, after: str, period: Years, ahead: bool) -> tuple[int, int, Message] | None:
    """(start, end, why) of the frame of a sentence that is not the section's."""
    led = _IN_TIME.search(sentence)
    m = led or (_AIM.search(sentence) if ahead else None)
    if m is None or not _earlier(m, period) or _told_apart(sentence, m, after):
        return None
    named = _IS.match(sentence, m.end()) is not None
    if m["y"] and not named and (led or not _BY.search(sentence, 0, m.start("said"))):
        return None  # tasks of a year may run on into the next
    if ahead:
        aimed = led is None and _SETS_OUT.match(sentence, m.end()) is not None
        over = _LOOKS_BACK if aimed else _OVER
        wrong = (named or _PLANS.search(sentence) is not None) and not over.search(sentence)
        wrong = wrong and not _TO_END.search(sentence, 0, m.end())
    else:
        told = _SUMMED if led and (led["sum"] or led["back"]) else _DOING if led and led["bare"] is not None else _DONE
        from_there = led is not None and led["edge"] is not None  # how things stood when the report's term began
        wrong = m["y"] is None and not from_there and told.search(sentence, m.end()) is not None
    return (*m.span("said"), msg("Mục này nói về {period}.", period=_shown(period))) if wrong else None


def _in_clause(sentence: str, after: str, period: Years, ahead: bool) -> tuple[int, int, Message] | None:
    """The same of a clause behind a semicolon whose frame is followed by the writer (``; trong nhiệm kỳ … Huyện ủy …``)."""
    at = sentence.find("; ")
    while at >= 0:
        clause = sentence[at + 2 :].partition("; ")[0]
        m = _IN_TIME.search(clause)
        writer = _WRITER.match(clause, m.end()) if m and m["a"] and not m["edge"] and not m["back"] else None
        if m and writer and not ahead and _earlier(m, period) and not _told_apart(clause, m, after):
            left, right = m.span("said")
            return left + at + 2, right + at + 2, msg("Mục này nói về {period}.", period=_shown(period))
        at = sentence.find("; ", at + 2)
    return None


def _too_early(text: str, start: int, end: int, period: Years) -> tuple[int, int, Message] | None:
    """A target of a plan that is to be reached before the plan begins, where the paragraph names no later year."""
    sentence = text[start:end]
    m = _BY_YEAR.search(sentence)
    if m is None or period[0] == period[1] or int(m["y"]) > period[0] - bool(m["edge"]):
        return None
    if any(int(y) > int(m["y"]) for y in _YEAR.findall(text)) or _OVER.search(sentence) or _TO_END.search(sentence):
        return None
    excused = COMPARED.search(sentence) or _WITH_ANOTHER.search(sentence) or _ELSE.search(sentence, 0, m.start("said"))
    return None if excused else (*m.span("said"), msg("Mục này nói về {period}.", period=_shown(period)))


def _earlier(m: re.Match[str], period: Years) -> bool:
    """Whether the frame is of the same kind as the period, and over when that begins, but no more than a term before."""
    if m["y"]:
        return period[0] == period[1] and int(m["y"]) == period[0] - 1
    return period[1] > period[0] and period[0] - 4 <= int(m["b"]) <= period[0] + 1 and int(m["a"]) < period[0]


def _told_apart(sentence: str, m: re.Match[str], after: str) -> bool:
    """Whether another period or document stands with the frame, or two times are compared."""
    before = sentence[: m.end("said")]
    others = re.search(r"20\d\d\s?[-–]\s?20\d\d|nhiệm kỳ (?:này|nay)", sentence[m.end() :] + after, re.IGNORECASE)
    return bool(
        others
        or COMPARED.search(before)
        or (m["a"] and OTHER_BODIES.search(sentence[: m.end("said") + _NEAR]))
        or _WITH_ANOTHER.search(sentence)
        or _ELSE.search(sentence, 0, m.start("said"))
    )


def _shown(period: Years) -> str:
    return str(period[0]) if period[0] == period[1] else f"{period[0]} - {period[1]}"
