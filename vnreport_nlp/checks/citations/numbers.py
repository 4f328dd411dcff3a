"""C301 of one document with two numbers or symbols: the same day and subject, and one slip of the pen between the symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from ...expressions import lazy
from ...model import Finding, finding, msg
from ..context import Context
from .known import one_digit
from .read import Citation, dated, lower

SUBJECT = lazy(r"(?:\s*,?\s*của [^.;,()\d\n]{3,80}?)?\s*,?\s*\bvề\s(?:việc\s)?(?P<s>[^.;()\n]{12,160})")
PREDICATE = lazy(
    r",?\s(?:được|đã|là|có|đến|vẫn|còn|đạt|giúp|góp|đang|chưa|sẽ|thì|cấp ủy|các|toàn|tới)\s|\s(?:ngày|số)\s\d"
)
"""Where a subject ends and the sentence goes on."""
LEAST_WORDS, LEAST_BESIDE = 4, 6
"""A subject of so many words begins the other; of two numbers that follow each other it needs more, and both are the same."""
MOST = 60
"""Of one day no more mentions are compared."""


def two_numbers(context: Context, found: list[Citation]) -> Iterator[Finding]:
    """One finding a pair of symbols."""
    by_day: dict[tuple[date, str], list[tuple[Citation, list[str]]]] = {}
    for c, when in dated(found):
        m = SUBJECT.match(context.spelled.text, c.span.end)
        if m is not None:
            by_day.setdefault((when, c.code), []).append(
                (c, re.findall(r"\w+", PREDICATE.split(lower(m["s"]), maxsplit=1)[0]))
            )
    told: set[frozenset[str]] = set()
    for group in by_day.values():
        for (a, left), (b, right) in combinations(group[:MOST], 2):
            pair = frozenset((a.symbol, b.symbol))
            if (
                len(pair) == 2
                and pair not in told
                and _slipped(a, b)
                and _one_subject(left, right, abs(a.number - b.number) == 1)
            ):
                told.add(pair)
                yield _finding(context, b, a)


def _slipped(a: Citation, b: Citation) -> bool:
    """Whether one digit, or the issuer's letters alone, tells two symbols apart."""
    if a.issuer == b.issuer and a.state == b.state and a.year == b.year:
        return one_digit(str(a.number).zfill(2), str(b.number).zfill(2))
    return a.number == b.number and a.state == b.state and not (a.level and b.level and a.level != b.level)


def _one_subject(left: list[str], right: list[str], beside: bool) -> bool:
    """Whether one subject begins the other, or both are the same where the numbers follow each other."""
    short, long = sorted((left, right), key=len)
    if beside:
        return left == right and len(left) >= LEAST_BESIDE
    return len(short) >= LEAST_WORDS and long[: len(short)] == short


def _finding(context: Context, c: Citation, first: Citation) -> Finding:
    return finding(
        "C301", msg("Một văn bản được ghi hai ký hiệu: {first} và {second}", first=first.symbol, second=c.symbol),
        places=(context.place(c.span), context.place(first.span)), requirement=context.requirement_at(c.span.start),
        content=f"{first.symbol} {c.symbol}", need=msg("Một văn bản chỉ có một số và ký hiệu."),
        found=msg("Nơi này ghi {second}, nơi khác ghi {first}; ngày và nội dung như nhau.", first=first.symbol, second=c.symbol),
        fix=msg("Đối chiếu văn bản gốc và thống nhất số, ký hiệu."),
    )  # fmt: skip
