"""U501 of congresses of any body: the number and the term of one mention that cannot both be right beside those of the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ...gates import Gated
from ...model import Message, Span, msg
from ...text import fold
from ..context import Context
from .congress import YEARS, roman
from .profile import goes_on

_SAID = Gated(
    r"\b[Đđ]ảng bộ (?P<body>(?:[^\s,.;:()“”\"]+ ){1,12}?)(?:lần thứ|khóa|khoá) (?P<n>[IVXL]+),? \(?(?:nhiệm kỳ )(?P<a>20\d\d)\s?[-–]\s?(?P<b>20\d\d)"
)


class _Mention(NamedTuple):
    """A body, compared, with the number of a congress, and the year in which its first would have been."""

    body: str
    number: int
    origin: int
    term: tuple[int, int]
    span: Span


def odd_terms(context: Context) -> Iterator[tuple[Span, Message, str]]:
    """(place, reason, nothing) of each mention that the others of its body contradict, the later one where there are two."""
    said = [s for s in _mentions(context.spelled.text) if not context.recognised(s.span.start)]
    for i, one in enumerate(said):
        same = [s for s in said if goes_on(s.body, one.body)]
        origins = Counter(s.origin for s in same)
        if len(origins) < 2 or any(s.number == 1 for s in same):
            continue
        most = max(origins.values())
        alone = origins[one.origin] < most or (most == 1 and any(s.origin != one.origin for s in said[:i] if s in same))
        other = next(s for s in same if s.origin != one.origin)
        if alone:
            why = msg(
                "Ghi lần thứ {number}, nhiệm kỳ {a} - {b}; nơi khác ghi lần thứ {other}, nhiệm kỳ {c} - {d}.",
                number=str(one.number), a=one.term[0], b=one.term[1], other=str(other.number), c=other.term[0], d=other.term[1],
            )  # fmt: skip
            yield one.span, why, context.outline.metadata.unit or ""


def _mentions(text: str) -> Iterator[_Mention]:
    for m in _SAID.finditer(text):
        first, last = int(m["a"]), int(m["b"])
        if last - first == YEARS:
            number = roman(m["n"])
            body = fold(m["body"].strip())
            yield _Mention(body, number, first - YEARS * number, (first, last), Span(m.start(), m.end()))
