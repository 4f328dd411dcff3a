"""Statements of quantities that one report should give one value: whole unit, term, year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....expressions import lazy
from ....gates import Gated
from ....model import Document, Span
from ...context import NO_PROSE
from ...letters import UPPER
from ..reading.text import DIGITS, Number, counts, value_of

_YEAR = Gated(
    r"\b(?:năm|đầu năm|cuối năm)\s+((?:19|20)\d\d)\b|\b\d{1,2}/((?:19|20)\d\d)\b|\b(6 tháng|quý [IV]+)\b", re.IGNORECASE
)
_WORDS = lazy(r"(?:\s[^\W\d_]+){1,14}")
_UNITS = r"(?:đảng bộ(?:\s+(?:huyện|thị xã|thành phố|xã|phường|đặc khu))?|huyện|thị xã|thành phố|xã|phường|đặc khu)"
_WHOLE_BEFORE = Gated(
    rf"(?:^|[.;,:]\s*|\b(?:nay|với|của|trên|là|cả)\s+)(?:(?:hiện nay|đến nay|hiện),?\s+)?(?:toàn\s+)?{_UNITS}(?:\s+(?:hiện|được|có|chia|thành|nay|gồm|là))+\s*$",
    re.IGNORECASE,
)
_WHOLE_AFTER = lazy(
    rf"\s(?:của|trong|ở)\s+(?:toàn\s+)?{_UNITS}\b(?!\s+[{UPPER}])|\s(?:toàn|trong toàn|cả)\s+{_UNITS}", re.IGNORECASE
)
_CHIA = Gated(rf"(?:^|[.;])\s*(?:toàn )?{_UNITS}[^.;]*chia thành\s*$", re.IGNORECASE)
_NOW = lazy(rf"(?:^|[.;,]\s*)(?:{_UNITS}\s)?(?:hiện|hiện nay|nay|đến nay)[^.;\d]{{0,24}}$", re.IGNORECASE)
_ALL = Gated(r"\b(?:cả|tất cả|toàn bộ)\s*$", re.IGNORECASE)
_OF_WHOLE = lazy(r"\s[^.;,\d]{1,20}?\bcủa (?:xã|huyện|thị xã|thành phố|phường|kỳ|đợt|toàn|đảng bộ)\b")
_TERM = Gated(
    r"nhiệm kỳ qua|trong nhiệm kỳ|từ đầu nhiệm kỳ|cả nhiệm kỳ|nhiệm kỳ|(?:toàn|cả) (?:huyện|xã|phường|đảng bộ|thị xã|thành phố|đặc khu)",
    re.IGNORECASE,
)
_ADMIT = Gated(r"kết nạp(?:\s(?:được|mới|thêm|tổng cộng|vào Đảng))*\s*$", re.IGNORECASE)
_DISCIPLINED = lazy(r"thi hành kỷ luật(?:\s(?:đối với|được|tổng cộng))*\s*$", re.IGNORECASE)
_MEMBERS = lazy(r"\s*(?:đảng viên|đồng chí)\b")
_ADMITTED = lazy(r"\s*(?:đảng viên|quần chúng|đồng chí)(?:\s(?:mới|ưu tú))?(?:\sđược kết nạp)?", re.IGNORECASE)
_OTHER = Gated(
    r"trong (?:đó|số|tổng số)|\briêng\b|\btrước\b|\bsau\b|\btăng\b|\bgiảm\b|kế hoạch|\bgiao\b|chỉ tiêu|mục tiêu|phấn đấu|dự kiến|nghị quyết đề ra|nhiệm kỳ trước|cùng kỳ|"
    r"\bmỗi\b|bình quân|sáp nhập|hợp nhất|sắp xếp|điều chỉnh|ban đầu|đầu nhiệm kỳ \(|đến năm 20|tạm trú|\bcó mặt\b|\bcũ\b|thu hoạch|\bbên\b|\bthêm\b|còn lại",
    re.IGNORECASE,
)
_OBJECT = lazy(
    r"\s*(?:(?P<members>đảng viên)|(?P<villages>(?:thôn|bản|ấp|khu phố)\b)|(?P<units>tổ chức cơ sở đảng)|(?P<cells>chi bộ trực thuộc)|(?P<area>ha\b))"
)
_PART = lazy(
    r"\s*(?:đảng viên\s(?:mới|dự bị|nữ|là|được|đi|ở|trẻ|vi phạm|sinh hoạt|thuộc|người|bị|tham gia|học|chuyển|đã|chưa|đạt|hoàn thành|có)"
    r"|(?:thôn|bản|ấp|khu phố)(?:,\s(?:thôn|bản|ấp|buôn|làng|khóm|khu phố|tổ dân phố))*\s[,\w]*\s?(?:đạt|vùng|đặc biệt|khó khăn|có|được|đã|chưa|nông thôn|là|hoàn thành)"
    r"|tổ chức cơ sở đảng\s(?:được|hoàn thành|đạt|đã|có|trong(?! (?:toàn|cả)\s)|ở|là|bị|chưa|tổ chức|thực hiện)"
    r"|chi bộ trực thuộc\s(?!đảng ủy cơ sở\W|đảng bộ cơ sở\W))"
)
_VERB = Gated(r"giám sát|kiểm tra|kỷ luật|kết nạp|đối thoại|tập huấn|bồi dưỡng", re.IGNORECASE)
_WHO = lazy(r"Ban Thường vụ|(?:Ủy|Uỷ) ban [Kk]iểm tra|Thường trực|Ban Chấp hành|toàn Đảng bộ|cấp ủy cơ sở")
_NOUN_TWO = lazy(r"\s(tổ chức đảng|đảng viên|chi bộ|cuộc|lớp|đồng chí|cấp ủy)\b")
_MANNER = lazy(r"chuyên đề|dấu hiệu vi phạm|thường xuyên|đột xuất|tài chính|đất đai")
_FIRST_NOUN = lazy(r"\s([^\W\d_]+(?: [^\W\d_]+)?)")
_PAIRS = frozenset(
    (
        "kiến nghị",
        "chi bộ",
        "tổ chức",
        "đảng viên",
        "ý kiến",
        "chỉ tiêu",
        "cơ sở",
        "đồng chí",
        "trường hợp",
        "hội nghị",
        "mô hình",
    )
)
_RATE = Gated(
    rf"\b[Tt]ỷ lệ (?P<of>[^\W\d_]+(?: [^\W\d_]+){{0,7}}?)(?:,?\s(?:tính\s)?(?:đến\s)?(?:cuối\s)?(?:năm|ngày)\s[\d/]+)?\s(?:vẫn\s|chỉ\s|hiện\s)*"
    rf"(?:còn ở mức|ở mức|còn|là|đạt|chiếm)\s(?P<p>{DIGITS})\s?%"
)
"""``tỷ lệ hộ nghèo toàn xã cuối năm 2023 vẫn ở mức 4,7%``."""
_NARROWS = lazy(r"(?:hoạt động|trong lĩnh vực|ngoài|thuộc|nữ|cấp|loại|mới|cũ)\b")
"""After so many words they still make the thing another one."""
_LEVEL = lazy(r"\b(?:toàn|cả)\s(tỉnh|huyện|xã|phường|thị xã|thành phố)\b", re.IGNORECASE)
MOST = 100
"""A sentence of more figures is a table that was pasted as text."""
_VAGUE = frozenset(("là", "chưa", "được", "có"))


@dataclass(frozen=True, slots=True)
class Said:
    """A quantity as stated somewhere: its key, its number, its place; ``strict`` when scope and object are beyond doubt."""

    key: str
    number: Number
    span: Span
    sentence: int
    years: frozenset[str]
    strict: bool
    level: str = ""


@dataclass(frozen=True, slots=True)
class _Clause:
    """What stands around one number."""

    sentence: str
    number: Number
    before: str
    after: str
    years: frozenset[str]
    other: bool

    @property
    def whole(self) -> str:
        return f"{self.before}{self.number.text}{self.after}"


def statements(document: Document) -> Iterator[Said]:
    """Everything the draft states that might be stated twice."""
    for p in document.paragraphs:
        if p.story in NO_PROSE:
            continue
        text = document.text[p.start : p.end]
        for start, end, found in counts(text):
            for number in found if len(found) <= MOST else ():
                if not number.approx:
                    yield from _said(_clause(text[start:end], number, start), p.start, p.start + start)
            if "%" in text:
                yield from _rates(text[start:end], p.start + start)


def _rates(sentence: str, at: int) -> Iterator[Said]:
    """Rates said of one year: what they are rates of is their key."""
    for m in _RATE.finditer(sentence):
        left = max(sentence.rfind(c, 0, m.start()) for c in ";:(") + 1
        clause = sentence[left : m.end()]
        years = frozenset(x for y in _YEAR.finditer(clause) for x in y.groups() if x)
        if len(years) == 1 and not _OTHER.search(clause):
            number = Number(m.start("p"), m.end("p"), f"{m['p']}%", value_of(m["p"]))
            yield Said(f"rate:{m['of'].lower()}", number, Span(at + m.start(), at + m.end()), at, years, True)


def _clause(sentence: str, n: Number, start: int) -> _Clause:
    n = Number(n.start - start, n.end - start, n.text, n.value)
    left = max(sentence.rfind(c, 0, n.start) for c in ";:(.") + 1
    right = min((i for c in ";:.(" if (i := sentence.find(c, n.end)) >= 0), default=len(sentence))
    before, after = sentence[left : n.start], sentence[n.end : right]
    years = frozenset(x for m in _YEAR.finditer(sentence[left:right]) for x in m.groups() if x)
    other = bool(_OTHER.search(before)) or bool(_OTHER.search(after.split(",")[0][:40]))
    return _Clause(sentence, n, before, after, years, other)


def _said(c: _Clause, paragraph: int, at: int) -> Iterator[Said]:
    words = _WORDS.match(c.after)
    span = Span(at + c.number.start, at + c.number.end + (words.end() if words else 0))
    level = _LEVEL.search(c.whole)
    for key, strict in _keys(c, words[0].split() if words else []):
        yield Said(key, c.number, span, at, c.years, strict, level[1].lower() if level else "")


def _keys(c: _Clause, phrase: list[str]) -> Iterator[tuple[str, bool]]:
    """The quantities one number may be."""
    found = _OBJECT.match(c.after)
    if found and not c.other and found.lastgroup != "area":
        whole = bool(
            _WHOLE_BEFORE.search(c.before) or _CHIA.search(c.before) or _WHOLE_AFTER.match(c.after, found.end())
        )
        yield f"whole:{found.lastgroup}", whole and not c.years and not _PART.match(c.after)
    if re.match(r"\s*người\b", c.after) and re.search(r"(?:^|[.;]\s*)Đảng viên\s*$", c.sentence[: c.number.start]):
        yield "whole:members", not c.years
    if found and found.lastgroup == "area" and not c.other:
        land = re.search(r"diện tích (?:tự nhiên|đất)[^,;]{0,40}$", c.before, re.IGNORECASE)
        if land:
            yield f"area:{land[0].split()[2]}", True
    admitted = _ADMITTED.match(c.after)
    if admitted and not c.other and (_ADMIT.search(c.before) or "được kết nạp" in admitted[0]):
        yield "admitted", bool(_TERM.search(c.whole)) and not c.years
    told = _DISCIPLINED.search(c.before) and _MEMBERS.match(c.after)
    if told and not (c.other or c.years or _WHO.search(c.whole)):
        yield "disciplined", bool(_TERM.search(c.whole))
    if len(phrase) >= 6 and not c.other and not _VAGUE & set(phrase[:6]):
        yield "same:" + " ".join(phrase[:6]).lower(), not _NARROWS.match(" ".join(phrase[6:]))
    if not c.other:
        yield from _all_of(c)
        yield from _acts(c)


def _all_of(c: _Clause) -> Iterator[tuple[str, bool]]:
    """``cả 10 thôn của xã`` against the number of thôn given just before."""
    noun = _FIRST_NOUN.match(c.after)
    if noun:
        head = noun[1].lower()
        yield (
            f"all:{head if head in _PAIRS else head.split()[0]}",
            bool(_ALL.search(c.before) and _OF_WHOLE.match(c.after)),
        )


def _acts(c: _Clause) -> Iterator[tuple[str, bool]]:
    """What one body did to how many in one year: ``Ban Thường vụ giám sát 16 tổ chức đảng theo chuyên đề năm 2023``."""
    noun = _NOUN_TWO.match(c.after) if len(c.years) == 1 else None
    if noun is None:
        return
    verb, who = _VERB.search(c.whole), set(_WHO.findall(c.whole))
    if verb and len(who) == 1:
        manner = ",".join(sorted(set(_MANNER.findall(c.whole))))
        yield f"act:{verb[0].lower()}|{noun[1]}|{min(who).lower()}|{manner}|{min(c.years)}", True
