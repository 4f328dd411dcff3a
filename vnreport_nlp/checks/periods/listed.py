"""P401 of a list by years: one of them lies outside the term that the passage tells of, where a year of the term should stand.

``Trong nhiệm kỳ 2020 - 2025 …: năm 2018 kết nạp 41, năm 2021 kết nạp 48, năm 2022 …``: the years that follow go on one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...expressions import lazy
from ...model import Message, Span, msg
from ..context import NO_TEXT, Context
from ..figures.reading.text import sentences
from .clash import COMPARED
from .scope import TERM, Scope

_YEAR = lazy(r"\bnăm (20\d\d)(?=[\s:])[^;.%]{0,40}?\d")
LEAST = 4
"""Items of such a list; in shorter ones a year may be told for comparison."""
GAP = 2
"""Between the neighbours of a year in such a list."""
_BRACKET = lazy(r"\((?!so với)[^()]*\)")
"""What is told beside a year, unless it says that this year is what the others are held against."""
_BASE = lazy(r"so với|trước khi|đầu nhiệm kỳ|nhiệm kỳ trước|từ năm", re.IGNORECASE)


def listed_years(context: Context, scope: Scope) -> Iterator[tuple[Span, Message]]:
    """(year, why it is wrong) of lists by years with one before or behind the term."""
    document = context.spelled
    for p in document.paragraphs:
        text = document.text[p.start : p.end]
        if p.story in NO_TEXT or text.count("năm 20") < LEAST:
            continue
        said = TERM.search(text)
        term = (int(said[1]), int(said[2])) if said else scope.told
        if term is None:
            continue
        for start, end in sentences(text):
            for left, right in _outside(text[start:end], *term):
                why = msg("Nhiệm kỳ của báo cáo là {a} - {b}.", a=term[0], b=term[1])
                yield Span(p.start + start + left, p.start + start + right), why


def _outside(sentence: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The one year of a list that lies outside and is no neighbour of the next one, or that stands where another year must."""
    found = list(_YEAR.finditer(sentence))
    years = [int(m[1]) for m in found]
    listed = sentence[found[0].start() : found[-1].end()] if len(years) >= LEAST else ""
    listed = _BRACKET.sub("", listed)
    if not listed or _BASE.search(listed) or COMPARED.search(listed):
        return
    for at, rest in ((0, years[1:]), (len(years) - 1, years[:-1])):
        within = all(first <= y <= last for y in rest) and all(b - a == 1 for a, b in pairwise(rest))
        if within and not first <= years[at] <= last and min(abs(years[at] - y) for y in rest) > 1:
            yield found[at].start(), found[at].end(1)
    for at in range(1, len(years) - 1):
        steps = [b - a for a, b in pairwise((*years[:at], *years[at + 1 :]))]
        gap = steps.pop(at - 1)
        if gap == GAP and set(steps) == {1} and years[at] != years[at - 1] + 1:
            yield found[at].start(), found[at].end(1)
