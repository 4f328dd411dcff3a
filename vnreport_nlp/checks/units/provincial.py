"""U501 in the draft of a body of a province: another province told of as one's own, a lower committee that leads one's own cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ...expressions import lazy
from ...gates import Gated, places
from ...model import Message, Span, msg
from ..context import NO_TEXT, Context
from ..figures.reading.text import sentences
from ..letters import UPPER
from .claims import acts, opens
from .dealings import meets_others
from .own import lines_of
from .profile import NAME, front_end, goes_on, key_of
from .words import PAST

USUAL = 3
"""A province named so often is no slip."""
_PROVINCE = lazy(r"\bTỈNH(?: ỦY| UỶ| ĐOÀN)? (?P<name>[^\n\d]+)$")
_LOWER = lazy(r"\b(?:HUYỆN|THỊ XÃ|THỊ (?:ỦY|UỶ)|QUẬN|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|(?<!TÁC )XÃ(?! HỘI))\b")
_OTHER = lazy(rf"(?:tỉnh|Tỉnh (?:ủy|uỷ))[ \xa0](?P<name>{NAME})")
_CLAIMED = lazy(
    r"(?:\b[Tt]oàn |\b[Tt]rên địa bàn |\b(?:Đảng bộ|Hội đồng nhân dân|(?:Ủy|Uỷ) ban nhân dân|HĐND|UBND|[Nn]hân dân|đồng bào(?: các dân tộc)?|hệ thống chính trị)(?: và (?:nhân|Nhân) dân)?(?: các dân tộc)?(?: của)? "
    r"|(?i:\b(?:thành tích|thành tựu|kết quả|phong trào|truyền thống|tình hình|diện mạo|đội ngũ|sự phát triển|sự nghiệp|tăng trưởng|chất lượng)\b[^.;:]{0,60} của (?:toàn )?))$"
)
"""Before the name of a province: what only the writer's own has in this report."""
_AREA = lazy(r"^[-–+•*\s\d.)]*Trên địa bàn $")
"""At the head of a sentence: where all that follows happened."""
_JOINT = lazy(r"phối hợp|hai tỉnh|liên tỉnh|bỏ trốn|truy bắt|bắt (?:được|giữ)|đối tượng|giáp")
_ELSEWHERE = lazy(
    rf"đối tượng|gây án|bỏ trốn|lẩn trốn|truy nã|\bbắt\b|quê ở|sinh sống|làm việc|ngoài tỉnh|của tỉnh\b(?! [{UPPER}])|\bđi\b|đến từ|liên tỉnh|các tỉnh|tỉnh bạn|ủng hộ|giáp|tiêu thụ|thị trường|\bsang\b|(?<!sản )\bxuất\b|bị can|vùng lũ|thiên tai"
)
"""Words of what happens elsewhere."""
_TABLE_ROLE = lazy(r"chủ trì|thực hiện|phụ trách|chịu trách nhiệm|tham mưu|đầu mối", re.IGNORECASE)
_LEADS = Gated(
    r"\b(?P<who>(?:Huyện|Thị|Thành|Quận) (?:ủy|uỷ))\s(?:đã\s)?(?:chỉ đạo|lãnh đạo|yêu cầu|giao|phân công|quán triệt|tổ chức cho|hướng dẫn|kiểm tra)\s(?P<whom>[^.;]{0,140})"
)
"""A committee without a name, and whom it leads."""
_OWN_CELLS = lazy(r"nói trên|trực thuộc|(?:trong|toàn|của|ủy|uỷ) Khối\b|trong ngành|toàn ngành")
_FRAME = lazy(r"(?:Ban Thường vụ|Thường trực|Ban Chấp hành|BTV)\s(?:của\s)?$")


@dataclass(frozen=True, slots=True)
class _Writer:
    """A body of a province: its own line of the title block, its province, and all names above."""

    said: str
    name: str
    named: frozenset[str]
    department: re.Pattern[str] | None
    committee: bool


def strange_provinces(context: Context) -> Iterator[tuple[Span, Message, str]]:
    """(place, reason, who writes) of each leftover."""
    writer = _writer(context)
    if writer is None:
        return
    text, front = context.spelled.text, front_end(context)
    found = [m for m in _others(text, front) if not _own(m["name"], writer)]
    often = Counter(key_of(m["name"]) for m in found)
    rare = [m for m in found if often[key_of(m["name"])] < USUAL]
    lead = [m for m in _LEADS.finditer(text) if m.start() >= front] if not writer.committee else []
    for p in context.spelled.paragraphs if rare or lead else ():
        if p.story in NO_TEXT or p.end <= front:
            continue
        here = [m for m in rare if p.start <= m.start() < p.end]
        if p.cell is not None:
            yield from ((s, why, writer.said) for s, why in _in_cell(context, here, p.cell, writer))
            continue
        leads = [m for m in lead if p.start <= m.start() < p.end]
        for left, right in sentences(text[p.start : p.end]) if here or leads else ():
            a, b = p.start + left, p.start + right
            yield from ((s, why, writer.said) for s, why in _in_sentence(text, a, b, here, writer))
            for m in leads:
                if a <= m.start() < b and _leads(text[a:b], m.start() - a, m):
                    span = Span(*m.span("who"))
                    yield span, msg("Tên đơn vị khác: {name}.", name=m["who"]), writer.said


def _others(text: str, front: int) -> Iterator[re.Match[str]]:
    """Provinces by name, behind the title block."""
    for word in ("tỉnh", "Tỉnh"):
        for at in places(text, f"{word} "):
            m = _OTHER.match(text, at) if at >= front else None
            if m:
                yield m


def _writer(context: Context) -> _Writer | None:
    """The body of a province that writes; None where a unit below it does, or the province has no name."""
    lines = lines_of(context.spelled.text[: front_end(context)])
    if not lines or any(_LOWER.search(line) for line in lines):
        return None
    own = [m["name"] for line in lines if (m := _PROVINCE.search(line))]
    if not own:
        return None
    line = lines[-1]
    field = re.match(r"(?:SỞ|CÔNG AN|BAN|CỤC|CHI CỤC|BỘ CHỈ HUY|HỘI|LIÊN ĐOÀN)\b[^\n]*?(?= TỈNH |$)", line)
    words = [re.escape(w) for w in field[0].split()] if field else []
    department = re.compile(r"\s".join(words) + r"\s$", re.IGNORECASE) if words else None
    head = context.spelled.text[: front_end(context)]
    named = frozenset(key_of(m["name"]) for m in _OTHER.finditer(head))
    return _Writer(
        f"{line[:1]}{line[1:].lower()}", key_of(own[-1]), named, department, re.match(r"TỈNH (?:ỦY|UỶ)", line) is not None
    )  # fmt: skip


def _own(name: str, writer: _Writer) -> bool:
    """Whether a province is the writer's own, or one that the title names."""
    given = key_of(name)
    return goes_on(given, writer.name) or given in writer.named


def _in_sentence(
    text: str, start: int, end: int, found: list[re.Match[str]], writer: _Writer
) -> Iterator[tuple[Span, Message]]:
    """Other provinces that a sentence claims, or whose body of the writer's kind acts in it."""
    for m in found:
        if not start <= m.start() < end:
            continue
        sentence, left, right = text[start:end], m.start() - start, m.end() - start
        area = _AREA.match(sentence[:left])
        if (
            writer.name in key_of(sentence)
            or PAST.search(sentence)
            or (_JOINT if area else _ELSEWHERE).search(sentence)
        ):
            continue
        held = _CLAIMED.search(sentence, 0, left)
        same = writer.department.search(sentence, 0, left) if writer.department and not held else None
        at = held.start() if held else same.start() if same else left
        if not held and not (same and opens(sentence[:at]) and acts(sentence, right)):
            continue
        if area or not meets_others(sentence, at, right):
            yield Span(start + at, m.end()), msg("Tên tỉnh khác: {name}.", name=m["name"])


def _in_cell(
    context: Context, found: list[re.Match[str]], cell: tuple[int, int, int], writer: _Writer
) -> Iterator[tuple[Span, Message]]:
    """A namesake of another province in a column of those who do the work."""
    for m in found:
        text = context.spelled.text
        same = writer.department.search(text, 0, m.start()) if writer.department else None
        if same and _TABLE_ROLE.search(_heading(context, cell)):
            yield Span(same.start(), m.end()), msg("Tên tỉnh khác: {name}.", name=m["name"])


def _heading(context: Context, cell: tuple[int, int, int]) -> str:
    """The first cell of a column."""
    document = context.spelled
    return next(
        (document.text[p.start : p.end] for p in document.paragraphs if p.cell and (p.cell[0], p.cell[2]) == (cell[0], cell[2])),
        "",
    )  # fmt: skip


def _leads(sentence: str, at: int, m: re.Match[str]) -> bool:
    """Whether a committee opens a sentence and leads the writer's own cells."""
    frame = _FRAME.search(sentence, 0, at)
    subject = opens(sentence[: frame.start() if frame else at])
    return subject is not None and _OWN_CELLS.search(m["whom"]) is not None
