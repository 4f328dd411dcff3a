"""P401 of what a sentence claims: a period called the next, the last or the present one that the title says is another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...model import Message
from .clash import COMPARED, OTHER_BODIES
from .scope import Period, Scope, named, periods

_NEXT = lazy(
    r",?\s(?:sắp tới|tới|tiếp theo)(?=\s*[,.;:)]|\s(?:sẽ|tập trung|tiếp tục|phải|cần|phấn đấu|là|dự kiến|có|được)\b|\s*$)"
)
"""Behind a period: it is still to come; ``tới`` before another time is a way from one to the other."""
_LAST = lazy(r"\s(?:vừa qua|vừa rồi|đã qua)\b")
_THIS = lazy(r"\s(?:này|hiện nay)\b")
_FROM = lazy(r"\b(?:từ|kể từ|cuối|hết|sau|trước)\s(?:đầu\s|cuối\s|hết\s)?$", re.IGNORECASE)
"""Before a period where only its edge is meant."""
_IS_YEAR = lazy(
    r"\s(?:được xác định\s)?là năm(?:\shọc)?\s(?:thứ|đầu|cuối|bản lề|giữa|diễn ra|tiếp tục|tăng tốc|có ý nghĩa|(?:[^\W\d_]+\s){0,3}(?:thực hiện|triển khai|tổ chức))\b"
)
"""``Năm … là năm thứ tư thực hiện``: how a report introduces its own year."""
_MARKER = lazy(r"(?:[IVX\d.\-–+•*)\s]|[a-zđ]\))*$")
_HINTS = (" tới", " tiếp theo", " vừa", " đã qua", " này", " hiện nay", " là năm")
_NOW = lazy(r"(?:năm|năm học|kỳ) (?:nay|này|qua)\b")


def claimed(sentence: str, after: str, scope: Scope) -> Iterator[tuple[int, int, Message]]:
    """Periods with a word that says how they lie to the report's own; ``after`` is the sentence that follows."""
    if not scope.reported or not any(hint in sentence for hint in _HINTS):
        return
    for p in periods(sentence):
        own = [o for o in scope.reported if o.kind == p.kind]
        if not own or OTHER_BODIES.search(sentence[max(0, p.start - 60) : p.end]):
            continue
        if _wrong(sentence, after, p, own, [c for c in scope.coming if c.kind == p.kind], scope):
            yield p.start, p.end, named(scope)


def _wrong(sentence: str, after: str, p: Period, own: list[Period], coming: list[Period], scope: Scope) -> bool:
    """Whether a period cannot be what the words behind it say."""
    mine, ahead = {o.key for o in own}, {c.key for c in coming}
    if _FROM.search(sentence, 0, p.start):
        return False
    if _NEXT.match(sentence, p.end):
        past = p.key in mine or p.year < min(o.year for o in own)
        return past and p.key not in ahead and not scope.midway
    if _LAST.match(sentence, p.end):
        return p.key in ahead and p.key not in mine
    if COMPARED.search(sentence) or p.kind not in ("stage", "year", "school"):
        return False
    told = {q.key for q in periods(sentence + after)}
    earlier = p.year <= min(_first(o) for o in own) if p.kind == "stage" else p.year == own[0].year - 1
    if not earlier or told & mine or len(mine) > 1 or _NOW.search(sentence, p.end + 5) or _NOW.search(after):
        return False
    if _THIS.match(sentence, p.end):
        return True
    return _MARKER.match(sentence[: p.start]) is not None and _IS_YEAR.match(sentence, p.end) is not None


def _first(p: Period) -> int:
    """The first year of a stage, one more where stages share a year."""
    return int(p.which) if p.which.isdigit() else p.year
