"""P401: terms, years and quarters that are not the report's; P402: cut-off dates that differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..gates import Gated
from ..model import Finding, Message, Span, finding, msg
from .context import Context
from .figures_text import sentences
from .periods_cutoff import cut_offs
from .periods_headings import wrong_headings

_RANGE = Gated(
    r"\b(?P<w>[Nn]hiệm kỳ|[Gg]iai đoạn|NHIỆM KỲ|GIAI ĐOẠN)\s+(?P<a>(?:19|20)\d\d)\s?[-–]\s?(?P<b>(?:19|20)\d\d)\b"
)
_TERM = re.compile(r"nhiệm kỳ\s+((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)", re.IGNORECASE)
_YEAR = Gated(
    r"(?:công tác|kết quả|kiểm điểm|tình hình|nhiệm vụ)(?:,?\s[^\W\d]+){0,8}?\s(?:(?:quý (?P<q>[IV]+))\s)?năm\s(?P<y>20\d\d)",
    re.IGNORECASE,
)
_AHEAD = Gated(r"(?:phương hướng|nhiệm vụ)[^.;]{0,30}?\snăm\s(20\d\d)", re.IGNORECASE)
_OTHER_BODIES = Gated(
    r"Hội đồng nhân dân|HĐND|Quốc hội|Đoàn|Hội (?:Nông|Phụ|Cựu|Người|Liên)|Mặt trận|Công đoàn|[Tt]rưởng thôn|[Tt]rưởng khu|tổ trưởng|chi bộ|của Đảng|toàn quốc|quy hoạch|thôn|hòa giải|bầu cử"
)
_COMPARED = Gated(
    r"so với|cùng kỳ|nhiệm kỳ trước|trước|tăng|giảm|khắc phục|chỉ ra|từ nhiệm kỳ|qua (?:hai|ba|các) nhiệm kỳ|kế thừa|dấu mốc|sang nhiệm kỳ|đến nhiệm kỳ|kinh nghiệm|cũ\b",
    re.IGNORECASE,
)
_RESULT = re.compile(r"^(?:[IVX\d.\-–)\s]*)(?:đánh giá |đặc điểm|khái quát )?kết quả", re.IGNORECASE)
_DIRECTION = re.compile(r"^(?:[A-ZIVX\d.\-–)\s]*)(?:phương hướng|mục tiêu|nhiệm vụ)", re.IGNORECASE)


_SPAN_WORDS = re.compile(
    r"(?:(?P<half>6|sáu|9|chín) tháng(?: đầu| cuối)?|(?P<quarter>quý) (?P<q>[IV]+|[1-4])|(?P<month>tháng) (?P<m>\d{1,2}))[,/ ]*(?:năm )?(?P<y>20\d\d)|(?P<year>năm) (?P<yy>20\d\d)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^[A-ZIVX\d.\-–)*\s]*(?:trong|qua|kết quả|nhìn chung|đánh giá chung|tóm lại|công tác|tình hình|trên đây là|kết thúc|báo cáo này|thực hiện nhiệm vụ)\b[^.;:,]{0,70}?",
    re.IGNORECASE,
)
_LEAD_TERM = re.compile(
    r"^[A-ZIVX\d.\-–)*\s]*(?:trong(?: suốt)?|qua|bước vào|kết quả|nhìn chung|đánh giá chung|tổng kết|công tác|trên đây|kết thúc|từ đầu|thực hiện nghị quyết đại hội|nhìn lại|tình hình|đánh giá|ưu điểm|hạn chế)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What the title says of the period: the term, whether a congress is being prepared for it, year, year ahead, quarter."""

    term: tuple[int, int] | None
    congress: bool
    year: int | None
    ahead: int | None
    quarter: str
    title: str = ""


def check(context: Context) -> Iterable[Finding]:
    """P401 and P402 of one draft."""
    scope = _scope(context)
    document = context.document
    told: list[int] = []
    for p in document.paragraphs:
        if p.story in ("toc", "header", "footer"):
            continue
        text = document.text[p.start : p.end]
        if "20" not in text and "19" not in text:
            continue
        for start, end in sentences(text):
            for left, right, why in _wrong(text[start:end], scope):
                span = Span(p.start + start + left, p.start + start + right)
                told.append(span.start)
                yield _finding(context, span, why)
    for found in wrong_headings(context):
        heading = found.places[0].span
        if not any(heading.start <= at < heading.end for at in told):
            yield found
    yield from cut_offs(context)


def _scope(context: Context) -> Scope:
    title = f"{context.outline.title} {context.outline.metadata.subject or ''}"
    year = _YEAR.search(title)
    term = _TERM.search(title)
    if term is None and year is None and not _SPAN_WORDS.search(title):  # a title without years: the outline's own
        term = _TERM.search(context.template.title)
    ahead = _AHEAD.search(title)
    y = int(year["y"]) if year else None
    a = int(ahead[1]) if ahead else None
    if ahead and year and a == y and (other := re.search(r"năm\s(20\d\d)", title)):
        y = int(other[1])
    congress = bool(_TERM.search(title)) and bool(
        re.search(r"trình\s+đại hội|chính trị|chuẩn bị đại hội", title, re.IGNORECASE)
    )
    return Scope(
        (int(term[1]), int(term[2])) if term else None, congress, y, a, (year["q"] or "") if year else "", title
    )


_POINTED = re.compile(r"\s+(?:nêu trên|vừa qua|này)\b")
"""Words that point at the term just reported."""
_AIMS = re.compile(r",?\s+(?:phấn đấu|sẽ|quyết tâm|có ít nhất|đạt ít nhất)\b")
_REPORTS = re.compile(
    r"báo cáo (?:kết quả|tình hình)[^.;:]{0,80}?\s(?P<said>năm (?P<y>20\d\d)) (?:như sau|cụ thể như sau|với)",
    re.IGNORECASE,
)
_TARGETS = re.compile(
    r"(?:chỉ tiêu chủ yếu|nhiệm vụ trọng tâm|mục tiêu chủ yếu|giải pháp chủ yếu)\s(?P<said>năm (?P<y>20\d\d))",
    re.IGNORECASE,
)


def _wrong(sentence: str, scope: Scope) -> Iterator[tuple[int, int, Message]]:
    for m in _RANGE.finditer(sentence):
        why = _range(sentence, m, scope)
        if why is not None:
            yield m.start(), m.end(), why
    if (scope.year is not None or _SPAN_WORDS.search(scope.title)) and not _COMPARED.search(sentence):
        yield from _years(sentence, scope)


def _range(sentence: str, m: re.Match[str], scope: Scope) -> Message | None:
    a, b = int(m["a"]), int(m["b"])
    term = m["w"].lower() == "nhiệm kỳ"
    if b < a:
        return None  # F206 tells it
    if term and (b - a > 6 or b == a):
        return msg("Khoảng năm {a} - {b} không hợp lý.", a=a, b=b)
    if not term or scope.term is None:
        return None
    own = scope.term
    reported, coming = ((own[0] - 5, own[1] - 5), own) if scope.congress else (own, (own[0] + 5, own[1] + 5))
    rest = sentence[m.end() :]
    if _POINTED.match(rest) and b <= reported[0]:
        return msg("Nhiệm kỳ của báo cáo là {a} - {b}.", a=reported[0], b=reported[1])
    if _AIMS.match(rest) and b <= reported[0]:
        return msg("Nhiệm kỳ tới là {a} - {b}.", a=coming[0], b=coming[1])
    near = sentence[max(0, m.start() - 60) : m.end() + 40]
    if _OTHER_BODIES.search(sentence[max(0, m.start() - 60) : m.end() + 12]) or _COMPARED.search(near):
        return None
    if re.match(r"\s+(?:tới|sắp tới|tiếp theo)\b", sentence[m.end() :]) and (a, b) != coming:
        return msg("Nhiệm kỳ tới là {a} - {b}.", a=coming[0], b=coming[1])
    if (a, b) in (reported, coming):
        return _voice(sentence, (a, b), reported, coming)
    if (a == own[0]) != (b == own[1]) and (a, b) != (2021, 2026):
        return msg("Nhiệm kỳ của báo cáo là {a} - {b}.", a=own[0], b=own[1])
    body = re.search(r"Ban Chấp hành Đảng bộ (?:xã|phường|huyện|thị xã|thành phố|đặc khu)\s*$", sentence[: m.start()])
    if (_RESULT.match(sentence) and len(sentence) < 160) or (re.match(r"Trên đây|Báo cáo này", sentence) and body):
        return msg("Nhiệm kỳ của báo cáo là {a} - {b}.", a=reported[0], b=reported[1])
    if _LEAD_TERM.match(sentence) and m.start() < 90 and (a, b) == (reported[0] - 5, reported[1] - 5):
        return msg("Nhiệm kỳ của báo cáo là {a} - {b}.", a=reported[0], b=reported[1])
    if _DIRECTION.match(sentence) and len(sentence) < 160:
        return msg("Phương hướng là của nhiệm kỳ {a} - {b}.", a=coming[0], b=coming[1])
    return None


def _voice(sentence: str, said: tuple[int, int], reported: tuple[int, int], coming: tuple[int, int]) -> Message | None:
    """A heading of directions with the reported term, or of results with the coming one."""
    if len(sentence) > 160 or sentence.rstrip().endswith((".", ";")) or len(_TERM.findall(sentence)) > 1:
        return None
    if re.match(r"[IVX\d.\-–)\s]*phương hướng", sentence, re.IGNORECASE) and said == reported:
        return msg("Phương hướng là của nhiệm kỳ {a} - {b}.", a=coming[0], b=coming[1])
    if re.match(r"[IVX\d.\-–)\s]*kết quả", sentence, re.IGNORECASE) and said == coming:
        return msg("Kết quả là của nhiệm kỳ {a} - {b}.", a=reported[0], b=reported[1])
    return None


def _years(sentence: str, scope: Scope) -> Iterator[tuple[int, int, Message]]:
    heading = len(sentence) < 120 and not sentence.rstrip().endswith((".", ";"))
    told = _REPORTS.search(sentence)
    if told and scope.year and not scope.quarter and int(told["y"]) not in (scope.year, scope.ahead):
        yield *told.span("said"), msg("Năm của báo cáo là {year}.", year=scope.year)
        return
    aims = _TARGETS.search(sentence)
    if aims and scope.ahead and int(aims["y"]) > scope.ahead:
        yield *aims.span("said"), msg("Phương hướng của báo cáo là năm {year}.", year=scope.ahead)
        return
    direction = _AHEAD.search(sentence)
    if direction and heading and scope.ahead and _DIRECTION.match(sentence) and int(direction[1]) != scope.ahead:
        yield direction.start(), direction.end(), msg("Phương hướng của báo cáo là năm {year}.", year=scope.ahead)
        return
    quarter = re.search(
        r"(?:kết quả|công tác)(?:\s[^\W\d]+){0,6}?\s(quý ([IV]+) năm (20\d\d))", sentence, re.IGNORECASE
    )
    if (
        quarter
        and scope.quarter
        and (quarter[2], int(quarter[3])) != (scope.quarter, scope.year)
        and re.match(r"(?:nhìn chung|kết quả|đánh giá chung|tóm lại)", sentence, re.IGNORECASE)
    ):
        yield (
            quarter.start(),
            quarter.end(),
            msg("Kỳ báo cáo là quý {q} năm {year}.", q=scope.quarter, year=scope.year or ""),
        )
        return
    graded = re.search(r"(?:tự nhận|đề nghị|mức)\s[^.;]{0,20}xếp loại năm (20\d\d)", sentence)
    if (said := _lead(sentence, scope)) is not None:
        yield said[0], said[1], msg("Kỳ của báo cáo: “{title}”.", title=scope.title[:120].strip())
        return
    if graded and int(graded[1]) == (scope.year or 0) - 1 and not scope.quarter:
        yield graded.start(), graded.end(), msg("Năm của báo cáo là {year}.", year=scope.year or "")
    result = re.match(r"[A-ZIVX\d.\-–)\s]*kết quả[^.;]{0,60}?\snăm (20\d\d)\W*$", sentence, re.IGNORECASE)
    if heading and result and scope.year and not scope.quarter and str(scope.year) not in sentence:
        yield 0, len(sentence.rstrip()), msg("Năm của báo cáo là {year}.", year=scope.year)


def _lead(sentence: str, scope: Scope) -> tuple[int, int] | None:
    """A sentence that opens with another half-year, quarter, month or year than the title names."""
    lead = _LEAD.match(sentence)
    m = _SPAN_WORDS.search(sentence, 0, 120)
    if lead is None or m is None or _OTHER_BODIES.search(sentence[: m.end() + 10]):
        return None
    if re.search(r"[.;:,]", sentence[lead.end() : m.start()]) or re.search(
        r"từ|đến|giai đoạn|kế hoạch|nghị quyết", sentence[: m.start()], re.IGNORECASE
    ):
        return None
    kind = next(k for k in ("half", "quarter", "month", "year") if m[k])
    own = [o for o in _SPAN_WORDS.finditer(scope.title) if o[kind]]
    if not own or (
        kind == "year" and any(o["half"] or o["quarter"] or o["month"] for o in _SPAN_WORDS.finditer(scope.title))
    ):
        return None
    key = (m["half"], m["q"], m["m"], m["y"], m["yy"])
    return None if any((o["half"], o["q"], o["m"], o["y"], o["yy"]) == key for o in own) else (m.start(), m.end())


def _finding(context: Context, span: Span, why: Message) -> Finding:
    quote = context.document.quote(span, limit=80)
    return finding(
        "P401", msg("Sai thời kỳ: “{quote}”", quote=quote), places=(context.place(span),), requirement=context.requirement_at(span.start),
        need=msg("Thời kỳ đúng của báo cáo."), found=why, fix=msg("Sửa lại năm, hoặc nói rõ vì sao nhắc thời kỳ khác."),
    )  # fmt: skip
