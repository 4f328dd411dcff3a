"""U501 in the draft of a block committee of a province, or of a body of no district or commune: another committee told of as if it wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...expressions import lazy
from ...gates import places
from ...model import Message, Span, msg
from ..context import NO_TEXT, Context
from ..figures.reading.text import sentences
from ..letters import UPPER
from .claims import acts, claimed, explained, opens, with_organs
from .dealings import meets_others
from .own import lines_of, own_body
from .profile import front_end, key_of

_LINE = lazy(
    r"(?m)^\W*ĐẢNG (?:ỦY|UỶ|BỘ) (?P<bloc>KHỐI )?(?P<name>CÁC CƠ QUAN|DOANH NGHIỆP|CƠ QUAN)\b(?!.*(?:XÃ|PHƯỜNG)\b)"
)
_BLOC = lazy(
    r"Đảng (?:ủy|uỷ|bộ) [Kk]hối (?P<name>[Cc]ác [Cc]ơ quan|[Cc]ơ quan|[Dd]oanh nghiệp)(?: và Doanh nghiệp)?(?: tỉnh)?"
)
_LOWER = lazy(
    rf"(?:(?:Huyện|Thị|Thành|Quận) (?:ủy|uỷ)|Đảng (?:ủy|uỷ) (?:xã|phường|thị trấn))\b(?!,| và| hoặc|\s[{UPPER}])"
)
"""The committee of a district or a commune that is not named."""
_BOARD = lazy(r"(?:Ban Thường vụ|Thường trực|Ban Chấp hành) $")
_RULES = lazy(
    r"\b(?:quy chế (?:làm việc|hoạt động)|chương trình (?:công tác|làm việc|kiểm tra(?:, giám sát)?)|phân công (?:nhiệm vụ|công tác))(?: toàn khóa| năm \d{4})?(?: của)? $",
    re.IGNORECASE,
)
"""Before a committee: what each keeps for itself."""
_NAMED = lazy(rf"(?:Huyện|Thị|Thành|Quận) (?:ủy|uỷ) [{UPPER}]")
USUAL = 3
"""A committee named so often is no slip."""


def strange_blocs(context: Context) -> Iterator[tuple[Span, Message, str]]:
    """(place, reason, who writes) of each other committee that stands where only the writer can."""
    text, front = context.spelled.text, front_end(context)
    line = _writing_bloc(text, front)
    own = own_body(context) if line is None else None
    if line is None and (own is None or own.level not in ("", "tỉnh")):
        return
    said = own.said if own is not None else line[0].strip(" *_|\n").capitalize() if line is not None else ""
    found = _other_blocs(text, front, line) if line is not None else []
    lower = [
        m
        for m in _LOWER.finditer(text, front)
        if _BOARD.search(text, 0, m.start()) or _RULES.search(text, 0, m.start())
    ]
    found = [m for some in (found, lower) if len(some) < USUAL for m in some]
    for p in context.spelled.paragraphs if found else ():
        here = [m for m in found if p.start <= m.start() < p.end]
        if here and _NAMED.search(text, p.start, p.end):
            continue
        for left, right in sentences(text[p.start : p.end]) if here and p.story not in NO_TEXT else ():
            for m in here:
                at = m.start() - p.start - left
                if 0 <= at < right - left and _stands(text[p.start + left : p.start + right], at, at + len(m[0])):
                    yield Span(m.start(), m.end()), msg("Tên đơn vị khác: {name}.", name=m[0]), said


def _writing_bloc(text: str, front: int) -> re.Match[str] | None:
    """The line of a block committee that is the last body of the title block: what stands above another body is its superior."""
    line = _LINE.search(text, 0, front)
    last = lines_of(text[:front])[-1:] if line is not None else []
    return line if line is not None and last and last[0].startswith(f"{line['bloc'] or ''}{line['name']}") else None


def _other_blocs(text: str, front: int, line: re.Match[str]) -> list[re.Match[str]]:
    """Committees of other blocks than the one that the title block names."""
    mine = key_of(line["name"]).removeprefix("các ")
    found = (m for at in places(text, "Đảng ") if at >= front and (m := _BLOC.match(text, at)))
    return [m for m in found if key_of(m["name"]).removeprefix("các ") != mine]


def _stands(sentence: str, left: int, right: int) -> bool:
    """Whether a committee acts for the writer at the head of a clause, or has what is told."""
    if explained(sentence, left, right):
        return False
    if _RULES.search(sentence, 0, left):
        return not meets_others(sentence, left, right)
    start = with_organs(sentence, left)
    clause = max(sentence.rfind(mark, 0, start) for mark in ";:") + 1
    subject = opens(sentence[clause:start]) and acts(sentence, right)
    return bool(subject) or (claimed(sentence, left, right) and not meets_others(sentence, left, right))
