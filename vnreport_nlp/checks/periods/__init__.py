"""P401: terms, years and quarters that are not the report's; P402: cut-off dates that differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...expressions import lazy
from ...gates import Gated
from ...model import Finding, Message, Span, finding, msg
from ..context import NO_TEXT, Context
from ..figures.reading.text import sentences
from .ahead import told_ahead
from .claimed import claimed
from .clash import COMPARED, DIRECTION, OTHER_BODIES, clashes
from .cutoff import cut_offs
from .framed import framed
from .headings import wrong_headings
from .listed import listed_years
from .outcomes import outcome, stages_ahead
from .rests import wrong_rests
from .same_part import same_part
from .same_time import with_themselves
from .scope import TERM, Scope, named, scope_of
from .titled import wrong_title
from .years import is_heading, is_plan, wrong_years

_RANGE = Gated(
    r"\b(?P<w>[Nn]hiệm kỳ|[Gg]iai đoạn|NHIỆM KỲ|GIAI ĐOẠN)\s+(?P<a>(?:19|20)\d\d)\s?[-–]\s?(?P<b>(?:19|20)\d\d)\b"
)
_RESULT = lazy(r"^(?:[IVX\d.\-–)\s]*)(?:đánh giá (?:chung )?|đặc điểm|khái quát )?kết quả", re.IGNORECASE)
_LEAD_TERM = lazy(
    r"^[A-ZIVX\d.\-–)*\s]*(?:trong(?: suốt|(?! số))|qua|bước vào|kết quả|nhìn chung,?|đánh giá chung|tổng kết|công tác|trên đây(?: là)?|kết thúc|từ đầu|thực hiện nghị quyết đại hội|nhìn lại|nửa đầu|tình hình|đánh giá|ưu điểm|hạn chế)(?!\w)",
    re.IGNORECASE,
)
_REST = lazy(r"từ nay|còn lại|đến (?:cuối|hết)|nửa cuối|nửa sau", re.IGNORECASE)
"""What is left of the reported term is still ahead."""
_VERB = lazy(r"[,;:]|\b(?:đã|được|bị|xảy ra|có|nay|là)\b", re.IGNORECASE)
"""Between the words that open a sentence and its term: another statement stands between them."""
_SETTLED = lazy(r"kết luận|(?:công tác|việc) tổng kết|thanh tra|kiểm toán|khiếu nại|tố cáo|vi phạm", re.IGNORECASE)
"""What an earlier term left and this one settles."""
_DIRECTIONS_ARE = lazy(
    r"[IVX\d.\-–)\s]*phương hướng[^.;:,]{0,30}nhiệm kỳ \d{4}\s?[-–]\s?\d{4}(?:\s(?:là|gồm)\b|\s*:)", re.IGNORECASE
)
_TARGETS = lazy(
    r"[IVX\d.\-–)\s]*(?:một số |các |những )?(?:chỉ tiêu|mục tiêu)(?: chủ yếu| cụ thể| chung| tổng quát)?(?= trong| của| giai đoạn)",
    re.IGNORECASE,
)
_REPORTS = lazy(r"\b[Bb]áo cáo (?:tổng kết|kết quả|tình hình)\s[^.;:()\d]{0,80}$")
"""``… báo cáo tổng kết công tác xây dựng Đảng``, before the term it is of."""
_FOLLOWS = lazy(r"\s*(?:\([^()]*\)\s*)?(?:cụ thể )?như sau\b|\s*:")
"""Behind it the report itself begins."""
MAX_LEAD = 160
"""A sentence up to so long may be a heading or lead over to what follows."""
_NEXT = lazy(r"\s+(?:tới|sắp tới|tiếp theo)\b")
_CLOSING = lazy(r"Trên đây|Báo cáo này")
_COMMITTEE = lazy(r"Ban Chấp hành Đảng bộ (?:xã|phường|huyện|thị xã|thành phố|đặc khu)\s*$")
_CELL_TERM = (2, 3)
"""Cells, villages and their heads are elected for so many years."""
_NO_TERM = (4, 6)
"""Between congresses of the Party, of councils and unions lie five years; smaller bodies meet after two or three."""
_CONGRESS = lazy(r"\b[Đđ]ại hội(?! cổ đông| chi bộ| chi đoàn| chi hội)[^.;()]{0,80}\blần thứ [\wĐ]{1,8},?\s$")
_POINTED = lazy(r"\s+(?:nêu trên|vừa qua|này)\b")
"""Words that point at the term just reported."""
_PASSED = lazy(r"\s+vừa qua\b")
_AIMS = lazy(r",?\s+(?:phấn đấu|sẽ|quyết tâm|có ít nhất|đạt ít nhất)\b")


_OF_SECTOR = lazy(
    r"[^.;]{0,60}\b(?:của|toàn) (?:ngành|HĐND|Hội đồng nhân dân|UBND|Ủy ban nhân dân|[Hh]ội|[Cc]ông đoàn)\b"
)
"""A term of a sector, of the councils or of an association is not the Party's."""


def check(context: Context) -> Iterable[Finding]:
    """P401 and P402 of one draft."""
    scope = scope_of(context)
    document = context.spelled
    yield from wrong_title(context, scope)
    told: list[int] = []
    for p in document.paragraphs:
        if p.story in NO_TEXT:
            continue
        text = document.text[p.start : p.end]
        if "20" not in text and "19" not in text and not (scope.coming and is_heading(text)):
            continue
        each = list(sentences(text))
        for k, (start, end) in enumerate(each):
            wrong = list(_wrong(text[start:end], scope))
            after = text[end : each[k + 1][1]] if k + 1 < len(each) else ""
            for left, right, why in wrong or claimed(text[start:end], after, scope):
                span = Span(p.start + start + left, p.start + start + right)
                told.append(span.start)
                yield _finding(context, span, why)
    within = (
        _finding(context, span, why)
        for span, why in (
            *framed(context, scope),
            *wrong_rests(context, scope),
            *listed_years(context, scope),
            *told_ahead(context),
            *with_themselves(context, scope),
            *same_part(context, scope),
            *stages_ahead(context, scope),
        )
    )
    for found in (*wrong_headings(context, scope), *within):
        said = found.places[0].span
        if not any(said.start <= at < said.end for at in told):
            yield found
    yield from cut_offs(context)


def _wrong(sentence: str, scope: Scope) -> Iterator[tuple[int, int, Message]]:
    said = list(clashes(sentence, scope))
    yield from said
    for m in _RANGE.finditer(sentence):
        if any(left < m.end() and m.start() < right for left, right, _ in said):
            continue
        why = _range(sentence, m, scope)
        if why is not None:
            yield m.start(), m.end(), why
    yield from wrong_years(sentence, scope)


def _range(sentence: str, m: re.Match[str], scope: Scope) -> Message | None:
    a, b = int(m["a"]), int(m["b"])
    term = m["w"].lower() == "nhiệm kỳ"
    if b < a:
        return None  # F206 tells it
    if term and (b - a > 6 or b == a or (b - a in _NO_TERM and _CONGRESS.search(sentence, 0, m.start()))):
        return msg("Khoảng năm {a} - {b} không hợp lý.", a=a, b=b)
    if scope.term is None:
        return None
    if not term:
        return _stage_ahead(sentence, (a, b), scope)
    own, said = scope.term, (a, b)
    reported, coming = ((own[0] - 5, own[1] - 5), own) if scope.congress else (own, (own[0] + 5, own[1] + 5))
    if own[1] - own[0] in _CELL_TERM:  # how long the next one is nobody knows
        return _cell(sentence, said, scope)
    rest = sentence[m.end() :]
    if (_POINTED.match(rest) and b <= reported[0]) or outcome(sentence, m, reported):
        return msg("Nhiệm kỳ của báo cáo là {a} - {b}.", a=reported[0], b=reported[1])
    if _PASSED.match(rest) and said == coming and not scope.congress:
        return msg("Nhiệm kỳ của báo cáo là {a} - {b}.", a=reported[0], b=reported[1])
    if _AIMS.match(rest) and b <= reported[0]:
        return msg("Nhiệm kỳ tới là {a} - {b}.", a=coming[0], b=coming[1])
    if said != reported and _opens_report(sentence, m) and not _names(sentence, reported):
        return msg("Nhiệm kỳ của báo cáo là {a} - {b}.", a=reported[0], b=reported[1])
    near = sentence[max(0, m.start() - 60) : m.end() + 40]
    if OTHER_BODIES.search(sentence[max(0, m.start() - 60) : m.end() + 12]) or COMPARED.search(near):
        return None
    if _OF_SECTOR.match(rest):
        return None
    if _NEXT.match(rest) and said != coming:
        return msg("Nhiệm kỳ tới là {a} - {b}.", a=coming[0], b=coming[1])
    if said in (reported, coming):
        return None if scope.midway else _voice(sentence, said, reported, coming)
    if (a == own[0]) != (b == own[1]) and said != (2021, 2026) and b - a not in _CELL_TERM:
        return msg("Nhiệm kỳ của báo cáo là {a} - {b}.", a=own[0], b=own[1])
    if _results_of(sentence, m.start(), said, reported):
        return msg("Nhiệm kỳ của báo cáo là {a} - {b}.", a=reported[0], b=reported[1])
    if DIRECTION.match(sentence) and len(sentence) < MAX_LEAD:
        return msg("Phương hướng là của nhiệm kỳ {a} - {b}.", a=coming[0], b=coming[1])
    return None


def _opens_report(sentence: str, m: re.Match[str]) -> bool:
    """Whether a sentence says that the report of a term follows."""
    return _REPORTS.search(sentence[: m.start()]) is not None and _FOLLOWS.match(sentence, m.end()) is not None


def _stage_ahead(sentence: str, said: tuple[int, int], scope: Scope) -> Message | None:
    """A heading of what is ahead that names the reported term as a stage."""
    if said != scope.term or scope.congress or scope.midway or not is_heading(sentence):
        return None
    if not is_plan(sentence) and not _TARGETS.match(sentence):
        return None
    return msg("Phương hướng là của nhiệm kỳ {a} - {b}.", a=said[0] + 5, b=said[1] + 5)


def _cell(sentence: str, said: tuple[int, int], scope: Scope) -> Message | None:
    """In the report of a cell: a heading of directions with the term that ends."""
    if said == scope.term and is_heading(sentence) and is_plan(sentence) and not _REST.search(sentence):
        return named(scope)
    return None


def _results_of(sentence: str, at: int, said: tuple[int, int], reported: tuple[int, int]) -> bool:
    """Whether a sentence tells results of a term that is not the reported one as if they were the report's."""
    if _SETTLED.search(sentence, max(0, at - MAX_LEAD), at):
        return False
    if _RESULT.match(sentence) and len(sentence) < MAX_LEAD:
        return True
    if _CLOSING.match(sentence) and _COMMITTEE.search(sentence[:at]):
        return True
    lead = _LEAD_TERM.match(sentence)
    before = said[1] == reported[0] and abs(said[0] - reported[0] + 5) <= 1
    return bool(
        lead and before and at < 90 and not _VERB.search(sentence, lead.end(), at) and not _names(sentence, reported)
    )


def _names(sentence: str, term: tuple[int, int]) -> bool:
    """Whether a sentence names a term too."""
    return re.search(rf"{term[0]}\s?[-–]\s?{term[1]}|nhiệm kỳ này", sentence) is not None


def _voice(sentence: str, said: tuple[int, int], reported: tuple[int, int], coming: tuple[int, int]) -> Message | None:
    """A heading of directions with the reported term, or of results with the coming one."""
    named = _DIRECTIONS_ARE.match(sentence) is not None
    if not named and (len(sentence) > MAX_LEAD or sentence.rstrip().endswith((".", ";"))):
        return None
    head = sentence[: 2 * MAX_LEAD]
    if len(TERM.findall(head)) > 1 or _REST.search(head):
        return None
    if (named or is_plan(sentence)) and said == reported:
        return msg("Phương hướng là của nhiệm kỳ {a} - {b}.", a=coming[0], b=coming[1])
    if re.match(r"[IVX\d.\-–)\s]*kết quả", sentence, re.IGNORECASE) and said == coming:
        return msg("Kết quả là của nhiệm kỳ {a} - {b}.", a=reported[0], b=reported[1])
    return None


def _finding(context: Context, span: Span, why: Message) -> Finding:
    quote = context.document.quote(span, limit=80)
    return finding(
        "P401", msg("Sai thời kỳ: “{quote}”", quote=quote), places=(context.place(span),), requirement=context.requirement_at(span.start),
        need=msg("Thời kỳ đúng của báo cáo."), found=why, fix=msg("Sửa lại năm, hoặc nói rõ vì sao nhắc thời kỳ khác."),
    )  # fmt: skip
