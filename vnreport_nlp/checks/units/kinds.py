"""U501 of a named body of any kind (company, school, court, department) whose Party organisation is told of as if it wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...expressions import lazy
from ...gates import Gated
from ...model import Message, Span, msg
from ..context import NO_PROSE, Context
from ..figures.reading.text import sentences
from ..letters import UPPER
from .claims import blamed, explained, opens, quoted
from .dealings import meets_others
from .own import lines_of
from .profile import front_end, key_of
from .words import PAST

MOST = 2
"""A body named more often is a partner: once as one, and once told of as the writer, is a slip at the most."""
_WORD = rf"(?:[{UPPER}][\w&’'-]*|nhân dân|cao đẳng|đại học|đẳng|học|cấp|phạm|thuật|tế|lực|lợi|phần|hạn|viên|khoa|vực|thông|pháp|vụ|chính|nghiệp|trường|thương|hóa|thành|sát|công nghệ|su|phê|nước|dựng|mại|liệu|mỏ|sản|dầu|măng|tải|tư|triển|xuất|biến|thác|trình|giống|điện|than|và(?=\s[{UPPER}])|-|tỉnh|huyện|thành phố|thị xã)"
_BODY = rf"(?P<body>(?P<kind>Công ty|Trường|Bệnh viện|T(?:òa|oà) án|Viện [Kk]iểm sát|Sở)(?:\s{_WORD}){{1,12}})"
_SAID = Gated(rf"\b(?P<party>(?:(?:Ban Thường vụ|Ban Chấp hành)\s)?(?:Đảng (?:ủy|uỷ|bộ)|Chi bộ)\s)?{_BODY}")
_PEERS = {
    "công ty": ("công ty", "tòa án", "viện kiểm sát", "trường", "bệnh viện"),
    "trường": ("trường", "công ty", "tòa án", "viện kiểm sát"),
    "bệnh viện": ("bệnh viện", "công ty", "tòa án", "viện kiểm sát", "trường"),
    "tòa án": ("viện kiểm sát", "sở", "công ty", "trường", "bệnh viện"),
    "viện kiểm sát": ("tòa án", "sở", "công ty", "trường", "bệnh viện"),
    "sở": ("tòa án", "viện kiểm sát"),
}
"""By the kind of the writer those that neither stand above it nor below it."""
_KIND = lazy(r"(?:CÔNG TY|TRƯỜNG|BỆNH VIỆN|T(?:ÒA|OÀ) ÁN|VIỆN KIỂM SÁT|SỞ)\b")
_LED = lazy(
    r"(?:\s(?:đã|luôn|cũng|đang|thường xuyên|tiếp tục))*\s(?:(?:lãnh đạo|chỉ đạo|quán triệt|phân công|ban hành)\b(?! (?:của|liên))|(?:coi trọng|xác định|chú trọng|tập trung|phấn đấu|giữ vững|không ngừng|đoàn kết)\b)|\sluôn\s(?!là|được|có|tạo|giúp|hỗ trợ|quan tâm (?:đến|tới|phối))[a-zđ]"
)
"""What a Party organisation does with its own."""
_MASSES = lazy(
    r"(?:Công đoàn|Đoàn Thanh niên|Hội Cựu chiến binh|[Cc]ác chi bộ|[Cc]ác phòng|[Cc]ác đoàn thể|[Cc]ác tổ chức đoàn thể)\b[^.;:]{5,140}\b(?:bám sát|theo|dưới)(?: sự)?(?: lãnh đạo,)? (?:chỉ đạo|lãnh đạo) của (?:Đảng (?:ủy|uỷ))?\s?$"
)
"""The organisations of the writer, and under whom they work."""
_ENDS = lazy(r"\s*(?:[.;]|$)")
_OURS = lazy(
    r"\b(?:Đảng bộ|Đảng (?:ủy|uỷ)|chi bộ|cơ quan|đơn vị|công ty|nhà trường|trường|bệnh viện|ngành) (?:ta|chúng ta)\b",
    re.IGNORECASE,
)
_PEOPLE = lazy(
    r"^\W*(?:Lực lượng |Đội ngũ |Tập thể )?(?:đoàn viên|đảng viên|cán bộ|công chức|viên chức|người lao động|giáo viên|hội viên)(?:, [^.;:,]{3,30}){0,3} (?:của |ở )?$",
    re.IGNORECASE,
)
_DO = lazy(r"\s(?:luôn|đã|đang|tiếp tục|tích cực)\b")
_OWN_CELLS = lazy(r"\b(?:chi bộ|tổ chức đảng|đảng bộ bộ phận|phòng, khoa) trực thuộc\b(?! [A-ZĐ])")
_HOLDS = lazy(r"(?:\s(?:cũng|đã|luôn|đang))*\s(?:tổ chức|duy trì|họp|giao ban|kiểm tra|chỉ đạo|ban hành)\b")


class _Writer(NamedTuple):
    """Who writes: the line of the title block as it is read, its kind, the whole title block compared."""

    said: str
    kind: str
    front: str


def strange_parties(context: Context) -> Iterator[tuple[Span, Message, str]]:
    """(place, reason, who writes) of each such body; one above or below the writer, or named often, is never told of."""
    text, start = context.spelled.text, front_end(context)
    if not _SAID.may(text[start:]):
        return
    writer = _writer(text[:start])
    if writer is None:
        return
    for p in context.spelled.paragraphs:
        if p.story in NO_PROSE or p.start < max(start, context.outline.front.end) or p.cell is not None:
            continue
        line = text[p.start : p.end]
        for left, right in sentences(line) if _SAID.may(line) else ():
            for m in _SAID.finditer(line[left:right]):
                if _stranger(m, writer, text[start:]) and _as_writer(line[left:right], m, writer):
                    span = Span(p.start + left + m.start(), p.start + left + m.end())
                    yield span, msg("Tên đơn vị khác: {name}.", name=m["body"]), writer.said


def _writer(front: str) -> _Writer | None:
    lines = lines_of(front)
    m = _KIND.match(lines[-1]) if lines else None
    if m is None:
        return None
    line = lines[-1]
    return _Writer(f"{line[:1]}{line[1:].lower()}", _kind(m[0]), key_of(front))


def _kind(said: str) -> str:
    return said.lower().replace("toà", "tòa")


def _stranger(m: re.Match[str], writer: _Writer, text: str) -> bool:
    """Whether a body is of a kind that stands beside the writer's, is not the writer, and is hardly ever named."""
    kind = _kind(m["kind"])
    if kind not in _PEERS[writer.kind]:
        return False
    court = kind in ("tòa án", "viện kiểm sát")
    words = m["body"].split()
    named = m["kind"] if court else " ".join(words[-2:])
    if kind != "sở" and not court and (len(words) < len(m["kind"].split()) + 2 or not words[-1][:1].isupper()):
        return False
    if key_of(named) in writer.front or (kind == writer.kind == "trường" and key_of(words[1]) not in writer.front):
        return False
    return len(re.findall(re.escape(named), text, re.IGNORECASE)) <= MOST


def _as_writer(sentence: str, m: re.Match[str], writer: _Writer) -> bool:
    """Whether a sentence tells of a body what only the writer says of itself."""
    left, right = m.start(), m.end()
    before = sentence[:left]
    if PAST.search(sentence) or quoted(sentence, left) or blamed(sentence):
        return False
    if _PEOPLE.match(before) and _DO.match(sentence, right):
        return _OURS.search(sentence, right) is not None
    if m["party"] and _ENDS.match(sentence, right) and _MASSES.match(before):
        return True
    apart = f"{before}{' ' * (right - left)}{sentence[right:]}"  # a court in a name is no case before one
    if opens(before) is None or meets_others(sentence, left, right) or explained(apart, left, right):
        return False
    if m["party"]:
        return _LED.match(sentence, right) is not None
    same = _kind(m["kind"]) == writer.kind
    return same and _HOLDS.match(sentence, right) is not None and _OWN_CELLS.search(sentence, right) is not None
