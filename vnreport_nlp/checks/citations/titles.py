"""C301 of one document with two subjects, and of a number that stands for another of the draft with its digits in another order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...model import Finding, finding, msg
from ...text import fold
from ..context import Context
from ..letters import UPPER
from .known import known_documents
from .numbers import PREDICATE, SUBJECT
from .read import Citation, joined, lower
from .series import shown

_ELSEWHERE = lazy(
    r"\b(?:nghị quyết|chỉ thị|kết luận|quyết định|quy định|quy chế|luật|bộ luật|nghị định|thông tư|đề án|chương trình|kế hoạch|văn bản|điều lệ)\b|\bsố\s\d|\b(?:sửa đổi|bổ sung|thi hành|ban hành|phê duyệt|thành lập|kiện toàn|tổng kết|sơ kết)\b"
)
_ENDS = lazy(r"(?:[^\s,]+\s){1,6}(?<!đến )(?<!từ )năm (?P<year>(?:19|20)\d\d)\s*$")
"""The end of a subject that is of one year."""
_SHORT = lazy(r"[A-ZĐ]{2,}")
"""A subject that is told by another document, or in short letters, is not compared."""
_NEXT = lazy(
    rf",?\s(?=(?:Ban|Huyện|Tỉnh|Thành|Thị|Đảng|Chi|UBND|HĐND|Ủy|Uỷ|Hội|Công|Sở|Bộ|Văn|Phòng|Trung)\s[a-zđ])|(?:,|;|\svà)\s(?=[{UPPER}][^\s\d]*\s(?:[a-zđ][^\s\d]*\s){{1,3}}số\s\d)"
)
"""Where the subject of the sentence begins, or the next document of a list."""
_GENERAL = frozenset(
    fold(
        "về việc công tác thực hiện triển khai tiếp tục một số nhiệm vụ giải pháp chủ yếu trọng tâm tăng cường đẩy mạnh nâng cao phát triển xây dựng đổi mới hoàn thiện "
        "chất lượng hiệu quả giai đoạn năm đến định hướng tỉnh huyện xã phường thị trấn thành phố địa bàn toàn trên của và các cho trong với đối là có được những theo từ tại "
        "lãnh đạo chỉ đạo sự đảng cấp ủy tổ chức cơ quan đơn vị hoạt động quản lý bảo đảm đáp ứng yêu cầu tình hình mới thời kỳ nhiệm kỳ gắn nhằm đề ra đã khóa lần thứ giữa để"
    ).split()
)
"""Syllables of every subject."""
LEAST = 2
"""So many other syllables each of two subjects must have, and none in common."""


def two_years(context: Context, found: list[Citation]) -> Iterator[Finding]:
    """One finding a document of one day whose subject ends in one year here and in another there."""
    told: dict[tuple[object, ...], tuple[Citation, str, str]] = {}
    for c in found:
        m = SUBJECT.match(context.spelled.text, c.span.end) if c.when else None
        ends = _ENDS.search(_NEXT.split(m["s"], maxsplit=1)[0]) if m else None
        if ends is None:
            continue
        key = (c.number, c.code, c.word, c.issuer, c.state, c.year, c.when)
        first, year, said = told.setdefault(key, (c, ends["year"], ends[0]))
        if ends["year"] != year and _one_document(first, c, [first, c]):
            yield _told_twice(context, first, said.strip(), c, ends[0].strip())
            told[key] = (first, ends["year"], said)


def two_titles(context: Context, found: list[Citation]) -> Iterator[Finding]:
    """One finding a document that is told of with two subjects which share no word."""
    groups: dict[tuple[object, ...], list[tuple[Citation, frozenset[str], str]]] = {}
    for c in found:
        said = _subject(context, c)
        words = frozenset(fold(" ".join(re.findall(r"\w+", said))).split()) - _GENERAL
        if len(words) >= LEAST:
            groups.setdefault((c.number, c.code, c.word, c.issuer, c.state, c.year), []).append((c, words, said))
    for same in groups.values():
        first, words, said = same[0]
        for c, others, other in same[1:]:
            if words.isdisjoint(others) and _one_document(first, c, [one for one, _, _ in same]):
                yield _told_twice(context, first, said, c, other)
                break


def _subject(context: Context, c: Citation) -> str:
    """What a citation says the document is about, nothing where it is told by another document."""
    m = SUBJECT.match(context.spelled.text, c.span.end)
    if m is None:
        return ""
    said = PREDICATE.split(_NEXT.split(m["s"], maxsplit=1)[0], maxsplit=1)[0].strip(" ,")
    return "" if _SHORT.search(said) or _ELSEWHERE.search(lower(said)) else said


def _one_document(a: Citation, b: Citation, said: list[Citation]) -> bool:
    """Whether two mentions of a number are of one document: one day, or one of them without a day where the draft gives only one."""
    if (a.level and b.level and a.level != b.level) or (a.month or b.month or a.said_year or b.said_year):
        return False
    if a.when and b.when:
        return a.when == b.when
    known = known_documents().get((a.code, a.number), ()) if a.issuer == "TW" else ()
    return len({c.when for c in said if c.when}) == 1 and len(known) < 2


def _told_twice(context: Context, first: Citation, said: str, c: Citation, other: str) -> Finding:
    return finding(
        "C301", msg("{symbol} được ghi hai nội dung: “{one}” và “{two}”", symbol=c.symbol, one=said, two=other),
        places=(context.place(c.span), context.place(first.span)), requirement=context.requirement_at(c.span.start),
        content=f"{c.symbol} {said} {other}", need=msg("Một văn bản chỉ có một trích yếu."),
        found=msg("Nơi này ghi về “{two}”, nơi khác ghi về “{one}”.", one=said, two=other),
        fix=msg("Đối chiếu văn bản gốc: sửa số, ký hiệu hoặc trích yếu."),
    )  # fmt: skip


def turned_numbers(context: Context, found: list[Citation]) -> Iterator[Finding]:
    """One finding a number that nothing introduces, where the draft has introduced the one with its digits in another order."""
    series: dict[tuple[object, ...], dict[int, list[Citation]]] = {}
    for c in found:
        series.setdefault((c.code, c.word, c.issuer, c.state, c.year), {}).setdefault(c.number, []).append(c)
    for numbers in series.values():
        for number, mentions in numbers.items():
            if number < 10 or len(mentions) > 1 or not _bare(context, mentions[0]):
                continue
            turned = [n for n in numbers if n != number and sorted(str(n)) == sorted(str(number))]
            told = [c for n in turned for c in numbers[n] if c.when]
            listed = any(joined(context.spelled.text, *sorted((mentions[0], c), key=_start)) for c in told)
            if (
                not listed
                and len({c.number for c in told}) == 1
                and (mentions[0].code, number) not in known_documents()
            ):
                yield _turned(context, mentions[0], told[0])


def _start(c: Citation) -> int:
    return c.span.start


def _bare(context: Context, c: Citation) -> bool:
    """Whether a mention says neither day nor issuer nor subject, as of a document that was told of before."""
    told = c.when or c.month or c.said_year or c.by or c.year
    behind = context.spelled.text[c.span.end : c.span.end + 20]
    in_cell = context.spelled.paragraphs[c.paragraph].cell is not None
    return not told and not in_cell and not re.match(r"\s*,?\s*(?:về|của|ban hành|\(|ngày)\b", behind)


def _turned(context: Context, c: Citation, meant: Citation) -> Finding:
    when = shown(meant.when) if meant.when else ""
    return finding(
        "C301", msg("{symbol} có thể là {meant} ghi đảo chữ số", symbol=c.symbol, meant=meant.symbol),
        places=(context.place(c.span), context.place(meant.span)), requirement=context.requirement_at(c.span.start),
        content=f"{c.symbol} {meant.symbol}", need=msg("Văn bản nhắc lại phải là văn bản đã nêu."),
        found=msg("{symbol} không được nêu ngày và trích yếu ở đâu; dự thảo đã nêu {meant} ngày {when}.", symbol=c.symbol, meant=meant.symbol, when=when),
        fix=msg("Đối chiếu văn bản gốc; nếu là văn bản khác thì ghi ngày và trích yếu."),
    )  # fmt: skip
