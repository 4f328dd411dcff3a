"""P401 of years, half-years, quarters, months and stages that are not those of the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...model import Message, msg
from ..letters import UPPER
from .clash import COMPARED, DIRECTION, OTHER_BODIES
from .scope import AHEAD, TERM, Period, Scope, named, periods

Wrong = tuple[int, int, Message]
MAX_HEADING = 120
"""A heading has at most so many characters, and no full stop."""
_MARKER = r"^(?:phần(?: thứ)? [^\s.:–-]{1,5}\s*[.:–-]\s*)?[A-ZIVX\d.\-–)*\s]*"
_LEAD = lazy(
    rf"{_MARKER}(?:trong|qua|kết quả|nhìn chung|đánh giá chung|tóm lại|công tác|tình hình|trên đây là|kết thúc|báo cáo này|thực hiện nhiệm vụ)\b[^.;:,]{{0,70}}?",
    re.IGNORECASE,
)
_BARE_LEAD = lazy(
    rf"{_MARKER}(?=(?:(?:\d|sáu|chín|ba) tháng|quý|tháng)\s[^.;,]{{1,25}},\s[^.;,]{{2,60}}?\sđã\s)", re.IGNORECASE
)
"""``Sáu tháng đầu năm …, Thị ủy đã``."""
_LABEL = lazy(rf"[{UPPER}][^\d.;:,]{{3,40}}:\s(?=[{UPPER}])")
_NOW = lazy(r"\b(?:năm|kỳ|quý|tháng) (?:nay|này)\b|\bnay (?:đã|đạt|còn|là)\b", re.IGNORECASE)
"""The report's own period, set against the one named."""
_REPORTS = lazy(
    r"báo cáo (?:kết quả|tình hình)[^.;:]{0,80}?\s(?P<said>năm (?P<y>20\d\d)) (?:như sau|cụ thể như sau|với)",
    re.IGNORECASE,
)
_CLOSES = lazy(r"\W*trên đây là báo cáo\s(?:[^\W\d_]+,?\s){1,24}?(?P<said>năm 20\d\d)(?!\s?[-–/]\s?\d)", re.IGNORECASE)
"""How a report ends."""
_LONGER = lazy(r"nhiệm kỳ|giai đoạn|20\d\d\s?[-–]\s?20\d\d", re.IGNORECASE)
_TARGETS = lazy(
    r"(?:chỉ tiêu chủ yếu|nhiệm vụ trọng tâm|mục tiêu chủ yếu|giải pháp chủ yếu)\s(?P<said>năm (?P<y>20\d\d))",
    re.IGNORECASE,
)
_QUARTER = lazy(r"(?:kết quả|công tác)(?:\s[^\W\d]+){0,6}?\s(quý ([IV]+) năm (20\d\d))", re.IGNORECASE)
_SUMMARY = lazy(r"(?:nhìn chung|kết quả|đánh giá chung|tóm lại)", re.IGNORECASE)
_GRADED = lazy(r"(?:tự nhận|tự đánh giá,?|đề nghị|mức)\s(?:[^.;]{0,20}\s)?xếp loại năm (20\d\d)")
_YEAR = lazy(r"\b20\d\d\b")
_TERM_YEARS = 4
_YEARLY = lazy(
    rf"{_MARKER}(?:kết quả\s)?(?:đánh giá|xếp loại|phân loại|bình xét|kiểm điểm|phân tích chất lượng)\b[^.;:\d]{{0,60}}?\s(?P<said>năm (?P<y>20\d\d))(?!\s?[-–/]\s?\d)",
    re.IGNORECASE,
)
"""What is graded each year: in the report of a term one of its years."""
_RESULT = lazy(r"[A-ZIVX\d.\-–)\s]*kết quả[^.;]{0,60}?\snăm (20\d\d)\W*$", re.IGNORECASE)
_PLAN = lazy(
    rf"{_MARKER}(?:phương hướng|(?:một số |các )?nhiệm vụ(?:,| trọng tâm| chủ yếu| và giải pháp)|trọng tâm công tác|(?:dự kiến )?(?:kế hoạch|chương trình) công tác)",
    re.IGNORECASE,
)
_REVIEW = lazy(
    r"kết quả|thực hiện|đánh giá|tình hình|được giao|còn lại|từ nay|những tháng|các tháng|(?:cuối|đầu) năm \d+\W*$",
    re.IGNORECASE,
)
_LEFT_HALF = lazy(r"\d tháng (?:đầu|cuối) năm \d+\W*$", re.IGNORECASE)
_STAGE_RESULT = lazy(
    r"kết quả[^.;:,]{0,80}?\s?giai đoạn \d{4}\s?[-–]\s?\d{4}(?:\s(?:cụ thể )?như sau|\W*$)", re.IGNORECASE
)
_SAME_TIME = lazy(r"cùng kỳ(?: năm)? (?P<y>20\d\d)", re.IGNORECASE)
_PLANNED = lazy(
    r"(?:đạt|bằng|hoàn thành|vượt)[^.;]{0,40}?(?:kế hoạch|dự toán|chỉ tiêu|chương trình)[^.;\d]{0,40}? năm (?P<y>20\d\d)",
    re.IGNORECASE,
)


def wrong_years(sentence: str, scope: Scope) -> Iterator[Wrong]:
    """The first thing wrong with the periods of a sentence."""
    if "20" not in sentence and not is_heading(sentence):
        return
    stages = any(p.kind == "stage" for p in scope.reported)
    found = _stage(sentence, scope) if stages else None
    if found is None and scope.dated:
        found = _self_compared(sentence, scope)
        if found is None and not COMPARED.search(sentence):
            found = next((f for rule in _RULES if (f := rule(sentence, scope)) is not None), None)
    if found is None and not scope.dated and TERM.search(scope.title):
        found = _of_one_year(sentence, scope)
    if found is None and scope.told:
        found = _graded_before(sentence, scope, *scope.told)
    if found is not None:
        yield found


def _of_one_year(sentence: str, scope: Scope) -> Wrong | None:
    """A sentence that opens or ends the report of a term as that of one year."""
    m = _CLOSES.match(sentence) or _REPORTS.search(sentence)
    return _not_title(scope, *m.span("said")) if m and not _LONGER.search(sentence) else None


def _graded_before(sentence: str, scope: Scope, first: int, last: int) -> Wrong | None:
    """A year before the reported term, or behind it, whose grades a sentence tells that names no other year."""
    m = _YEARLY.match(sentence)
    if m is None or first - 1 <= int(m["y"]) <= last or last - first < _TERM_YEARS or COMPARED.search(sentence):
        return None
    return None if _YEAR.search(sentence, m.end()) else _not_title(scope, *m.span("said"))


def is_plan(sentence: str) -> bool:
    """Whether a heading announces what is ahead."""
    return _PLAN.match(sentence) is not None and not _REVIEW.search(sentence)


def is_heading(sentence: str) -> bool:
    """Whether a sentence may be a heading."""
    return len(sentence) < MAX_HEADING and not sentence.rstrip().endswith((".", ";"))


def _not_title(scope: Scope, start: int, end: int) -> Wrong:
    return start, end, named(scope)


def _stage(sentence: str, scope: Scope) -> Wrong | None:
    """Results of a stage that shares nothing with the reported one, or a plan for the reported one."""
    named = [p for p in periods(sentence) if p.kind == "stage"]
    if len(named) != 1 or COMPARED.search(sentence):
        return None
    said, own = named[0], [p for p in scope.reported if p.kind == "stage"]
    apart = all(said.year <= int(o.which) or int(said.which) >= o.year for o in own)
    if apart and _STAGE_RESULT.search(sentence) and said.key not in {p.key for p in scope.coming}:
        return _not_title(scope, said.start, said.end)
    plan = is_heading(sentence) and _PLAN.match(sentence) and not _REVIEW.search(sentence) and not scope.midway
    return _not_title(scope, said.start, said.end) if plan and said.key in {p.key for p in own} else None


def _self_compared(sentence: str, scope: Scope) -> Wrong | None:
    """A sentence led by a part of last year that is compared with that same part, or with this year's plan."""
    lead = re.match(rf"{_MARKER}(?:trong\s|kết quả\s)?", sentence, re.IGNORECASE)
    said = next(periods(sentence, 60), None)
    if lead is None or said is None or said.start > lead.end() or said.kind == "stage":
        return None
    own = [p for p in scope.reported if p.kind == said.kind]
    if not own or said.year >= own[0].year or (said.kind == "year" and len(scope.reported) > 1):
        return None
    same = any(int(m["y"]) == said.year for m in _SAME_TIME.finditer(sentence, said.end))
    plan = next((m for m in _PLANNED.finditer(sentence, said.end) if int(m["y"]) == own[0].year), None)
    before = periods(sentence, plan.start() if plan else None)
    if any(p.key in {o.key for o in own} for p in before):
        return None
    return _not_title(scope, said.start, said.end) if same or plan else None


def _reports(sentence: str, scope: Scope) -> Wrong | None:
    told = _REPORTS.search(sentence)
    both = told is not None and str(scope.year) in told[0]  # "báo cáo kết quả năm 2025 và kế hoạch năm 2026 như sau"
    if told and not both and scope.year and not scope.quarter and int(told["y"]) not in (scope.year, scope.ahead):
        return *told.span("said"), msg("Năm của báo cáo là {year}.", year=scope.year)
    return None


def _targets(sentence: str, scope: Scope) -> Wrong | None:
    aims = _TARGETS.search(sentence)
    if aims and scope.ahead and int(aims["y"]) > scope.ahead:
        return *aims.span("said"), msg("Phương hướng của báo cáo là năm {year}.", year=scope.ahead)
    return None


def _direction(sentence: str, scope: Scope) -> Wrong | None:
    """A heading of what is ahead with another year than the title's."""
    m = AHEAD.search(sentence)
    if m and is_heading(sentence) and scope.ahead and DIRECTION.match(sentence) and int(m[1]) != scope.ahead:
        return m.start(), m.end(), msg("Phương hướng của báo cáo là năm {year}.", year=scope.ahead)
    return None


def _plan(sentence: str, scope: Scope) -> Wrong | None:
    """A heading of what is ahead with the period reported, or one before it."""
    said = list(periods(sentence, year=scope.reported[0].year if scope.reported else 0))
    if len(said) != 1 or not is_heading(sentence) or not _PLAN.match(sentence) or scope.midway:
        return None
    one = said[0]
    if _REVIEW.search(sentence) and not (one.kind == "half" and _LEFT_HALF.search(sentence)):
        return None
    own = {p.key for p in scope.reported if p.kind == one.kind}
    ahead = {p.key for p in scope.coming if p.kind == one.kind}
    past = one.key in own or (bool(own) and one.year < min(year for _, _, year in own))
    return _not_title(scope, one.start, one.end) if past and one.key not in ahead else None


def _quarter(sentence: str, scope: Scope) -> Wrong | None:
    m = _QUARTER.search(sentence)
    if not m or not scope.quarter or not _SUMMARY.match(sentence) or (m[2], int(m[3])) == (scope.quarter, scope.year):
        return None
    return m.start(), m.end(), msg("Kỳ báo cáo là quý {q} năm {year}.", q=scope.quarter, year=scope.year or "")


def _lead(sentence: str, scope: Scope) -> Wrong | None:
    """A sentence that opens with another half-year, quarter, month or year than the title names."""
    if (label := _LABEL.match(sentence)) is not None:  # "Đánh giá chung: Trong năm …"
        told = _lead(sentence[label.end() :], scope)
        return told and (told[0] + label.end(), told[1] + label.end(), told[2])
    lead = _LEAD.match(sentence) or _BARE_LEAD.match(sentence)
    said = next((p for p in periods(sentence, 120) if p.kind != "stage"), None) if lead else None
    if lead is None or said is None or OTHER_BODIES.search(sentence[: said.end + 10]):
        return None
    if re.search(r"[.;:,]", sentence[lead.end() : said.start]) or re.search(
        r"từ|đến|giai đoạn|kế hoạch|nghị quyết", sentence[: said.start], re.IGNORECASE
    ):
        return None
    named = (*scope.reported, *scope.coming)
    own = {p.key for p in named if p.kind == said.kind}
    parts = said.kind == "year" and any(p.kind in ("half", "quarter", "month") for p in named)
    closing = sentence.startswith("Trên đây")  # what is ahead stands beside it: no comparison
    if not own or parts or said.key in own or (not closing and _told_apart(sentence, said, scope)):
        return None
    return _not_title(scope, said.start, said.end)


def _told_apart(sentence: str, said: Period, scope: Scope) -> bool:
    """Whether the report's own period stands beside the other, or the other is still ahead and nothing is done in it."""
    own = [p for p in scope.reported if p.kind == said.kind]
    plan = _PLANNED.search(sentence, said.end)
    beside = any(p.key in {o.key for o in own} for p in periods(sentence, plan.start() if plan else None))
    later = all((said.year, said.which) > (o.year, o.which) for o in own)
    return beside or _NOW.search(sentence, said.end) is not None or (later and not re.search(r"\bđã\b", sentence))


def _graded(sentence: str, scope: Scope) -> Wrong | None:
    m = _GRADED.search(sentence)
    if m and int(m[1]) == (scope.year or 0) - 1 and not scope.quarter:
        return m.start(), m.end(), msg("Năm của báo cáo là {year}.", year=scope.year or "")
    return None


def _result(sentence: str, scope: Scope) -> Wrong | None:
    m = _RESULT.match(sentence) if is_heading(sentence) else None
    if m and scope.year and not scope.quarter and str(scope.year) not in sentence:
        return 0, len(sentence.rstrip()), msg("Năm của báo cáo là {year}.", year=scope.year)
    return None


_RULES = (_reports, _targets, _direction, _plan, _quarter, _lead, _graded, _result)
"""The first that finds something speaks for the sentence."""
