"""F204 of aims that were reached and those that were not: in two places of a draft they must make up all (``16/18 chỉ tiêu``, ``còn 3/18 chỉ tiêu chưa đạt``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....expressions import lazy
from ....gates import Gated
from ....model import Finding, Span, finding, msg
from ...context import NO_PROSE, Context
from ...letters import UPPER
from ..reading.text import sentences

_AIMS = r"(?P<u>chỉ tiêu|tiêu chí|mục tiêu|nhiệm vụ)\b"
_REACHED = Gated(rf"(?<![\w/.,])(?P<x>\d{{1,3}})/(?P<n>\d{{1,3}})\s{_AIMS}", re.IGNORECASE)
_SHORT = Gated(
    rf"\b(?:còn|có|trong đó)\s(?P<y>\d{{1,3}})(?:/(?P<n>\d{{1,3}}))?\s{_AIMS}(?:\s[^\s.;:,\d]+){{0,6}}?\s(?:chưa|không)\s(?:đạt|hoàn thành)\b",
    re.IGNORECASE,
)
_DONE = lazy(r"\b(?:đạt|hoàn thành|vượt)\b", re.IGNORECASE)
_NOT = lazy(r"\b(?:chưa|không|khó|cơ bản|gần|dự kiến|ước|phấn đấu|thấp|dưới)\b", re.IGNORECASE)
_BETWEEN = lazy(
    r"cơ bản|gần đạt|xấp xỉ|chưa (?:đánh giá|có số liệu|đến hạn|thống kê)|không đánh giá|tiệm cận",
)
"""A third kind of aims."""
_PARTS = lazy(rf"nông thôn mới|NTM|\b(?:(?<![Tt]hị )[Xx]ã|[Bb]ản|[Tt]hôn|[Pp]hường|[Nn]gành)\s[{UPPER}]")
"""Aims of parts of the unit."""
_MEMBER = lazy(r"\s(?:thành phần|con|nhánh|phụ|bộ phận|chi tiết|thứ cấp)\b", re.IGNORECASE)
"""What makes an aim a part of another one: it is not counted among them."""
REACH = 60


def unmet(context: Context) -> Iterator[Finding]:
    """One finding where the only count of aims that were reached and the only one of those that were not miss their number."""
    text = context.spelled.text
    short = [m for m in _SHORT.finditer(text) if _prose(context, m)]
    if not short:
        return
    full = [m for m in _REACHED.finditer(text) if _prose(context, m) and _reached(text, m)]
    for m in short:
        same = [
            f for f in full if f["u"].lower() == m["u"].lower() and m["n"] in (None, f["n"]) and _level(f) == _level(m)
        ]
        others = [s for s in short if s["u"].lower() == m["u"].lower() and s["y"] != m["y"]]
        if others or len({(f["x"], f["n"]) for f in same}) != 1 or len({f["n"] for f in full if f["u"] == m["u"]}) != 1:
            continue
        f = same[0]
        if int(f["x"]) + int(m["y"]) != int(f["n"]) and not _third(text, f) and not _third(text, m):
            yield _finding(context, f, m)


def _level(m: re.Match[str]) -> bool:
    """Whether aims are parts of aims (``chỉ tiêu thành phần``)."""
    return _MEMBER.match(m.string, m.end("u")) is not None


def _prose(context: Context, m: re.Match[str]) -> bool:
    """Whether a place stands in running text of results."""
    p = next((p for p in context.spelled.paragraphs if p.start <= m.start() < p.end), None)
    return p is not None and p.story not in NO_PROSE and p.cell is None and not context.is_ahead(m.start())


def _clause(text: str, at: int) -> tuple[int, int]:
    """The sentence in which a place stands."""
    first = text.rfind("\n", 0, at) + 1
    last = text.find("\n", at)
    line = text[first : last if last >= 0 else len(text)]
    return next(((first + a, first + b) for a, b in sentences(line) if first + b > at), (first, first + len(line)))


def _reached(text: str, m: re.Match[str]) -> bool:
    """Whether a ratio counts aims that were reached."""
    start, end = _clause(text, m.start())
    before = text[max(start, m.start() - REACH) : m.start()].rpartition(";")[2]
    after = text[m.end() : min(end, m.end() + REACH // 2)]
    told = before if _DONE.search(before) else after
    if _PARTS.search(text, start, end):
        return False
    return _DONE.search(told) is not None and _NOT.search(before + after) is None


def _third(text: str, m: re.Match[str]) -> bool:
    start, end = _clause(text, m.start())
    return _BETWEEN.search(text, start, end) is not None


def _finding(context: Context, full: re.Match[str], short: re.Match[str]) -> Finding:
    spans = [Span(full.start(), full.end()), Span(short.start("y"), short.end())]
    return finding(
        "F204", msg("Số đạt và số chưa đạt không cộng thành tổng: {x} + {y} ≠ {n} {unit}", x=full["x"], y=short["y"], n=full["n"], unit=full["u"].lower()),
        places=tuple(map(context.phrase, spans)), requirement=context.requirement_at(spans[0].start), content=f"{full['x']} {short['y']} {full['n']}",
        need=msg("Số đạt và số chưa đạt cộng lại bằng tổng số."), found=msg("“{first}”; “{second}”.", first=context.document.quote(spans[0]), second=context.document.quote(spans[1])),
        fix=msg("Đối chiếu, thống nhất hai số."),
    )  # fmt: skip
