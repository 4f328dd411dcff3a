"""C301 of one document with two numbers or symbols: the same day and subject, and one slip of the pen between the symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations

from ...expressions import lazy
from ...model import Finding, finding, msg
from ..context import Context
from ..figures.reading.slips import swapped
from .known import one_digit
from .read import Citation, dated, lower

SUBJECT = lazy(r"(?:\s*,?\s*của [^.;,()\d\n]{3,80}?)?\s*,?\s*\bvề\s(?:việc\s)?(?P<s>[^.;()\n]{12,160})")
PREDICATE = lazy(
    r",?\s(?:được|đã|là|có|đến|vẫn|còn|(?<!công nhận )đạt(?! chuẩn\b)|giúp|góp|đang|chưa|sẽ|thì|cấp ủy|các|toàn|tới)\s|\s(?:ngày|số)\s\d"
)
"""Where a subject ends and the sentence goes on."""
LEAST_WORDS, LEAST_BESIDE = 4, 6
"""A subject of so many words begins the other; of two numbers that follow each other it needs more, and both are the same."""
LONG = 100
"""Of smaller numbers an office may well use both in one day."""
DAYS, MANY_DAYS = 8, 30
"""The numbers of so many days are not used in one, where two digits are turned; where one digit is another.

Numbers of a year, or of a term, which run slower still."""
NEIGHBOURS = 12
"""So many paragraphs, lines of a text that is cut into lines among them, may such a run of bases have."""
MOST = 60
"""Of one day no more mentions are compared."""
_BASED = lazy(r"(?:[-–+•*]\s?)?Căn cứ\s")
"""A paragraph of what a document is based on: nobody bases it on one document twice."""
_ABOVE = lazy(r"[^.;\n]{0,60}?\s(?:nêu|nói)\s(?:ở\s)?trên\b")
"""Behind a document that was told of before."""


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
                and not _both_bases(context, a, b)
                and _one_subject(left, right, abs(a.number - b.number) == 1)
            ):
                told.add(pair)
                yield _finding(context, b, a)


def _both_bases(context: Context, a: Citation, b: Citation) -> bool:
    """Whether two documents are named in two neighbouring paragraphs of bases (``Căn cứ …; Căn cứ …;``)."""
    text, paragraphs = context.spelled.text, context.spelled.paragraphs
    run = paragraphs[a.paragraph : b.paragraph + 1]
    opened = [p for p in run if _BASED.match(text, p.start)]
    return len(opened) > 1 and {opened[0], opened[-1]} == {run[0], run[-1]} and len(run) <= NEIGHBOURS


def numbers_of_a_day(context: Context, found: list[Citation]) -> Iterator[Finding]:
    """One finding a pair of numbers of one day and one ending, in which two neighbouring digits are in changed places, or one is another.

    Of two subjects told, both must be one; two numbers of one paragraph are two documents of a list.
    """
    groups: dict[tuple[date, tuple[object, ...]], dict[int, Citation]] = {}
    for c, when in dated(found):
        groups.setdefault((when, (c.code, c.issuer, c.state, c.year)), {}).setdefault(c.number, c)
    for (when, _), group in groups.items():
        for a, b in combinations(list(group.values())[:MOST], 2):
            turned = swapped(Decimal(a.number), Decimal(b.number))
            listed = a.paragraph == b.paragraph and not _ABOVE.match(context.spelled.text, b.span.end)
            if listed or not _one_document(a.number, b.number, when, turned=turned):
                continue
            words = [c.word for c in (a, b)]
            if all(words) and words[0] != words[1]:
                continue
            left, right = (_subject(context, c) for c in (a, b))
            # two subjects of several words are told by ``two_numbers`` where they are one
            if not (left and right):
                yield _finding(context, b, a, turned=turned, of_a_day=True)


def _one_document(one: int, other: int, when: date, *, turned: bool) -> bool:
    """Whether an office hardly wrote two documents of these numbers in a day: by what it had written until then, and a slip of the pen."""
    apart, a_day = abs(one - other), max(one, other) / when.timetuple().tm_yday
    if turned:
        return min(one, other) >= LONG or apart > DAYS * a_day
    return one_digit(str(one).zfill(2), str(other).zfill(2)) and max(one, other) < LONG and apart > MANY_DAYS * a_day


def _subject(context: Context, c: Citation) -> list[str]:
    """The words of what a document is about, as far as they stand right behind it."""
    m = SUBJECT.match(context.spelled.text, c.span.end)
    return re.findall(r"\w+", PREDICATE.split(lower(m["s"]), maxsplit=1)[0]) if m else []


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


def _finding(
    context: Context, c: Citation, first: Citation, *, turned: bool = False, of_a_day: bool = False
) -> Finding:
    same = msg(
        "Nơi này ghi {second}, nơi khác ghi {first}; ngày và nội dung như nhau.", first=first.symbol, second=c.symbol
    )
    swap = msg("Nơi này ghi {second}, nơi khác ghi {first}; cùng ngày, chỉ khác hai chữ số đổi chỗ.", first=first.symbol, second=c.symbol)  # fmt: skip
    digit = msg("Nơi này ghi {second}, nơi khác ghi {first}; cùng ngày, chỉ khác một chữ số.", first=first.symbol, second=c.symbol)  # fmt: skip
    return finding(
        "C301", msg("Một văn bản được ghi hai ký hiệu: {first} và {second}", first=first.symbol, second=c.symbol),
        places=(context.place(c.span), context.place(first.span)), requirement=context.requirement_at(c.span.start),
        content=f"{first.symbol} {c.symbol}", need=msg("Một văn bản chỉ có một số và ký hiệu."),
        found=swap if turned else digit if of_a_day else same,
        fix=msg("Đối chiếu văn bản gốc và thống nhất số, ký hiệu."),
    )  # fmt: skip
