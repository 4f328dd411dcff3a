"""F204: one quantity, two values; F205: a section that must give figures and gives none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Finding, Span, finding, msg
from .context import Context
from .figures_text import Number, numbers, sentences
from .letters import UPPER

_YEAR = re.compile(r"\b(?:năm|đầu năm|cuối năm)\s+((?:19|20)\d\d)\b|\b\d{1,2}/((?:19|20)\d\d)\b|\b(6 tháng|quý [IV]+)\b")
_WORDS = re.compile(r"(?:\s[^\W\d_]+){1,14}")
_WHOLE_BEFORE = re.compile(
    r"(?:^|[.;,:]\s*|\b(?:nay|với|của|trên|là)\s+)(?:hiện nay,?\s+|đến nay,?\s+|hiện,?\s+)?(?:toàn\s+)?(?:đảng bộ(?:\s+(?:huyện|thị xã|thành phố|xã|phường|đặc khu))?|huyện|thị xã|thành phố|xã|phường)"
    r"(?:\s+(?:hiện|được|có|chia|thành|nay))+\s*$",
    re.IGNORECASE,
)
_WHOLE_AFTER = re.compile(rf"\s(?:của|trong|ở)\s+(?:toàn\s+)?(?:đảng bộ|huyện|thị xã|thành phố|xã|phường|đặc khu)\b(?!\s+[{UPPER}])|\s(?:toàn|trong toàn)\s+(?:đảng bộ|huyện|thị xã|xã|phường)")
_ALL = re.compile(r"\b(?:cả|tất cả|toàn bộ)\s*$", re.IGNORECASE)
_TERM = re.compile(r"nhiệm kỳ qua|trong nhiệm kỳ|từ đầu nhiệm kỳ|cả nhiệm kỳ|toàn huyện|toàn xã|toàn đảng bộ|cả huyện|cả xã|toàn thị xã|toàn thành phố|nhiệm kỳ", re.IGNORECASE)
_ADMIT = re.compile(r"kết nạp(?:\s(?:được|mới|thêm|tổng cộng|vào Đảng))*\s*$", re.IGNORECASE)
_ADMITTED = re.compile(r"\s*(?:đảng viên|quần chúng|đồng chí)(?:\s(?:mới|ưu tú))?(?:\sđược kết nạp)?", re.IGNORECASE)
_OTHER = re.compile(
    r"trong (?:đó|số|tổng số)|\briêng\b|\btrước\b|\bsau\b|\btăng\b|\bgiảm\b|kế hoạch|\bgiao\b|chỉ tiêu|mục tiêu|phấn đấu|dự kiến|nghị quyết đề ra|nhiệm kỳ trước|cùng kỳ|"
    r"\bmỗi\b|bình quân|sáp nhập|hợp nhất|sắp xếp|điều chỉnh|ban đầu|đầu nhiệm kỳ[^ ]|đến năm 20|tạm trú|\bcó mặt\b|\bcũ\b|thu hoạch|\bbên\b|\btrên\b|\bgần\b|\bhơn\b",
    re.IGNORECASE,
)
_OBJECTS: tuple[tuple[str, str], ...] = (
    ("members", r"\s*đảng viên(?!\s(?:mới|dự bị|nữ|là|được|đi|ở|trẻ|vi phạm|sinh hoạt|thuộc|người|bị))"),
    ("villages", r"\s*(?:thôn|bản|ấp|khu phố)(?!\s[,\w]*\s?(?:đạt|vùng|đặc biệt|khó khăn|có|được|đã|chưa|nông thôn|là|hoàn thành))"),
    ("units", r"\s*(?:tổ chức cơ sở đảng)(?!\s(?:được|hoàn thành|đạt|đã|có|trong|ở|là|bị|chưa|tổ chức|thực hiện))"),
    ("area", r"\s*ha\b"),
)
_OBJECT = re.compile("|".join(f"(?P<{n}>{p})" for n, p in _OBJECTS))


@dataclass(frozen=True, slots=True)
class Said:
    """A quantity as stated somewhere: its key, its number, its place."""

    key: str
    number: Number
    span: Span
    years: frozenset[str]
    strict: bool


def two_values(context: Context) -> Iterator[Finding]:
    """Figures of the whole unit that two places state differently."""
    groups: dict[str, list[Said]] = {}
    for said in _statements(context):
        groups.setdefault(said.key, []).append(said)
    for group in groups.values():
        first: Said | None = None
        for one in group:
            if first is None:
                first = one if one.strict else None
            elif one.number.value != first.number.value and _compatible(first, one):
                yield _finding(context, first, one)
                break


def _compatible(a: Said, b: Said) -> bool:
    if a.years and b.years and a.years != b.years:
        return False
    if a.years != b.years and not _transposed(a.number.text, b.number.text) and a.key.startswith("same:"):
        return False
    return b.strict or _transposed(a.number.text, b.number.text)


def _transposed(a: str, b: str) -> bool:
    """Whether two figures are the same but for two digits that changed places."""
    x, y = a.replace(".", ""), b.replace(".", "")
    if len(x) != len(y) or len(x) < 3:
        return False
    wrong = [i for i in range(len(x)) if x[i] != y[i]]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and x[wrong[0]] == y[wrong[1]] and x[wrong[1]] == y[wrong[0]]


def _statements(context: Context) -> Iterator[Said]:
    document = context.document
    for p in document.paragraphs:
        if p.story in ("toc", "header", "footer", "table"):
            continue
        text = document.text[p.start : p.end]
        for start, end in sentences(text):
            sentence = text[start:end]
            for number in numbers(sentence):
                if not number.approx:
                    yield from _said(sentence, number, p.start + start)


def _said(sentence: str, n: Number, base: int) -> Iterator[Said]:
    left = max(sentence.rfind(c, 0, n.start) for c in ";:(.") + 1
    right = min((i for c in ";:.(" if (i := sentence.find(c, n.end)) >= 0), default=len(sentence))
    before, after = sentence[left : n.start], sentence[n.end : right]
    clause = sentence[left:right]
    years = frozenset(x for m in _YEAR.finditer(clause) for x in m.groups() if x)
    other = bool(_OTHER.search(before)) or bool(_OTHER.search(after[:40]))
    words = _WORDS.match(after)
    span = Span(base + n.start, base + n.end + (words.end() if words else 0))
    object_ = _OBJECT.match(sentence, n.end)
    if object_ and not other and object_.lastgroup != "area":
        whole = bool(_WHOLE_BEFORE.search(before)) or bool(_WHOLE_AFTER.match(sentence, object_.end()))
        yield Said(f"whole:{object_.lastgroup}", n, span, years, whole and not years)
    if object_ and object_.lastgroup == "area" and (m := re.search(r"diện tích (?:tự nhiên|đất)[^,;]{0,40}$", before, re.IGNORECASE)) and not other:
        yield Said(f"area:{m[0].split()[2]}", n, span, years, True)
    admitted = _ADMITTED.match(sentence, n.end)
    if admitted and not other and (_ADMIT.search(before) or "được kết nạp" in admitted[0]):
        yield Said("admitted", n, span, years, bool(_TERM.search(clause)) and not years)
    phrase = words[0].split() if words else []
    if len(phrase) >= 6 and not other and not {"là", "chưa", "được", "có"} & set(phrase[:6]):
        yield Said("same:" + " ".join(phrase[:6]).lower(), n, span, years, True)


def _finding(context: Context, a: Said, b: Said) -> Finding:
    places = (context.place(b.span), context.place(a.span))
    return finding(
        "F204", msg("Cùng một số liệu, hai giá trị: {first} và {second}", first=a.number.text, second=b.number.text),
        places=places, requirement=context.requirement_at(b.span.start), content=f"{a.key} {a.number.text} {b.number.text}",
        need=msg("Một số liệu chỉ có một giá trị trong cả báo cáo."),
        found=msg("Một nơi ghi “{first}”, nơi khác ghi “{second}”.", first=places[1].quote, second=places[0].quote),
        fix=msg("Đối chiếu và thống nhất số liệu, hoặc nói rõ thời điểm, phạm vi khác nhau."),
    )  # fmt: skip


_ANY_FIGURE = re.compile(r"\d")


def expected(context: Context) -> Iterator[Finding]:
    """Sections without a figure where the template asks for figures."""
    for verdict in context.verdicts:
        requirement = context.template.by_number[verdict.requirement]
        if not requirement.figures or verdict.status not in ("covered", "merged") or not verdict.sections:
            continue
        sections = [context.outline.sections[i] for i in verdict.sections]
        if any(_has_figure(context, s.index) for s in sections):
            continue
        heading = sections[0].heading
        yield finding(
            "F205", msg("Mục {number} “{title}” không có số liệu nào", number=requirement.number, title=requirement.title),
            requirement=requirement.number, places=(context.place(Span(heading.start, max(heading.end, heading.start + 1))),),
            content=requirement.title, severity="note", need=msg("Đề cương yêu cầu số liệu ở mục này."), found=msg("Không có con số nào trong mục."),
            fix=msg("Bổ sung số liệu."),
        )  # fmt: skip


def _has_figure(context: Context, index: int) -> bool:
    """Whether the text of a section, or a note it refers to, holds a count, a ratio or a percentage."""
    section, document = context.outline.sections[index], context.document
    spans = [Span(min(section.heading.end, section.whole.end), section.whole.end)] if not section.run_in else [section.whole]
    spans += [n.span for n in document.footnotes if n.reference is not None and n.reference in section.whole]
    for span in spans:
        text = document.text[span.start : span.end]
        if "%" in text or next(numbers(text), None) is not None or re.search(r"\d+/\d+(?!/)", text):
            return True
    return False
