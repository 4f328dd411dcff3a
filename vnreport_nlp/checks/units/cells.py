"""U501 in the draft of a cell: another cell of the same committee told of as if it wrote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...expressions import lazy
from ...gates import places
from ...model import Message, Span, msg
from ..context import NO_TEXT, Context
from ..figures.reading.text import sentences
from ..letters import UPPER
from .claims import opens
from .dealings import meets_others
from .profile import front_end, key_of
from .words import PAST

USUAL = 3
"""A cell named so often is no slip."""
_LINE = lazy(r"(?m)^\W*CHI BỘ(?: CƠ SỞ)? (?P<what>[^\n*|]{2,80}?)\W*$")
_OTHER = lazy(
    rf"Chi bộ (?P<kind>Trạm|[Tt]rường|Công an|Quân sự|[Cc]ơ quan|Hợp tác xã|[Tt]hôn|[Bb]ản|[Tt]ổ dân phố|[Kk]hu phố|[Ấấ]p|[Xx]óm|[Ll]àng|Bệnh viện|Công ty|Doanh nghiệp|Phòng|Sở|Chi cục|Hạt|Văn phòng|Trung tâm)(?P<name>(?:\s[{UPPER}]\w*|\s(?:tế|học|non|sở)\b)*)"
)
_RESOLVES = lazy(
    r"(?:\s(?:luôn|sẽ|đã|cần|phải))*\s(?:quyết tâm|tiếp tục|phấn đấu|giữ vững|tập trung|đẩy mạnh|không ngừng|chú trọng|nâng cao|xác định|đề ra|đoàn kết|lãnh đạo|đăng ký|tự đánh giá|đề nghị (?:công nhận|xếp loại))\b"
)
"""What a cell says of itself."""
_DEALS = lazy(r"phối hợp|kết hợp|hỗ trợ|giúp|cùng|liên kết|giao lưu|kết nghĩa|tặng|chuyển|bàn giao", re.IGNORECASE)  # fmt: skip


def strange_cells(context: Context) -> Iterator[tuple[Span, Message, str]]:
    """(place, reason, who writes) of another cell that resolves what only the writer can."""
    front = front_end(context)
    line = _LINE.search(context.spelled.text[:front])
    if line is None:
        return
    text, mine = context.spelled.text, key_of(line["what"])
    found = [m for at in places(text, "Chi bộ ") if at >= front and (m := _OTHER.match(text, at))]
    found = [m for m in found if not mine.startswith(key_of(m["kind"]))]
    often = Counter(m[0] for m in found)
    for p in context.spelled.paragraphs if found else ():
        here = [m for m in found if p.start <= m.start() < p.end and often[m[0]] < USUAL]
        if p.story in NO_TEXT or p.cell is not None:
            continue
        for left, right in sentences(text[p.start : p.end]) if here else ():
            for m in here:
                at = m.start() - p.start - left
                if 0 <= at < right - left and _resolves(text[p.start + left : p.start + right], at, at + len(m[0])):
                    said = f"Chi bộ {line['what'].capitalize()}"
                    yield Span(m.start(), m.end()), msg("Tên đơn vị khác: {name}.", name=m[0]), said


def _resolves(sentence: str, left: int, right: int) -> bool:
    """Whether a cell opens a sentence and says what it will do by itself."""
    if not opens(sentence[:left]) or not _RESOLVES.match(sentence, right) or PAST.search(sentence):
        return False
    return not _DEALS.search(sentence) and not meets_others(sentence, left, right)
