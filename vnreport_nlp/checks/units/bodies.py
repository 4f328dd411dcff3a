"""U501 of bodies: another body of the writer's kind (school, hospital, department, mass organisation, board) told of as if it wrote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...expressions import lazy
from ...gates import Gated
from ...model import Message, Span, msg
from ..context import NO_TEXT, Context
from ..figures.reading.text import sentences
from ..letters import UPPER
from .claims import acts, asked_for, beside_writer, blamed, explained, opens, owned, quoted
from .dealings import meets_others
from .fields import does_our_work
from .own import COMMITTEE, NAMED, PARTY_LEVEL, STATE_LEVEL, Own, lines_of, own_body, spelled
from .profile import front_end, key_of
from .words import LONE, PARTY, PAST

USUAL = 3
"""A body named so often is no slip."""
_OWNED = lazy(
    r"\b(?:phong trào|chất lượng|hoạt động|kết quả|thành tích|truyền thống|tập thể|đội ngũ|uy tín|vị thế|cán bộ|viên chức|hội viên|đoàn viên|giáo viên|học sinh|công tác|nhiệm vụ|thương hiệu|cơ sở vật chất|tình hình|nội bộ)\b[^.;:]{0,60}\s(?:của|trong|ở)\s$",
    re.IGNORECASE,
)
_ENDS = lazy(r"^\W*Trên đây là\b")
_SELF = lazy(
    r"(?:\s(?:hiện|cũng|luôn|đã|đang|sẽ|vẫn|còn|chưa))*\s(?:tiếp tục|tập trung|chú trọng|luôn|xác định|phấn đấu|duy trì|giữ vững|đẩy mạnh|nghiêm túc|không ngừng|thực hiện tốt|nâng cao|đoàn kết)\b"
)
"""What a body says of itself more than of its partners."""
_FIELD = rf"[{UPPER}]\w*(?:(?:,|\s-|\svà)?\s[{UPPER}]\w*|\svà phát triển|\s(?:tế|vụ|thương|dục|tạo|động|binh|hội|chính|hoạch|tư|dựng|thông|vận|tải|nghiệp|nông|thôn|triển|nguyên|trường|học|nghệ|hóa|lịch|thao|tin|truyền|pháp|tộc|giáo)\b){{0,9}}"
"""The field of a department or office."""
_RATED = lazy(r"(?i:chỉ số|tỷ lệ|điểm|kết quả|số (?:hồ sơ|thủ tục|đảng viên|công chức|văn bản))\b[^.;]{0,60}\scủa\s$")
_MEASURED = lazy(r"\s(?:năm \d+\s|đã\s)?(?:đạt|tăng|giảm|xếp|đứng|là|còn)\b[^.;]{0,30}\d")
_LONE_LEVEL = lazy(rf"(?:{PARTY_LEVEL}|{STATE_LEVEL})$")
"""A body of another level without a name is no partner, whatever it does."""
_TIME = lazy(r"\b(?:chuyển|nguyên là|từng là|bạn|bên|giao lưu|cùng địa điểm|thi đấu|chia sẻ|học hỏi|ký kết|liên kết)\b")


_FAMILIES = (
    ("bệnh viện", "trung tâm y tế"), ("tổng công ty", "công ty", "nhà máy", "xí nghiệp", "ngân hàng"),
    ("nhà trường", "trường", "học viện"), ("trung đoàn", "sư đoàn", "lữ đoàn", "tiểu đoàn"),
)  # fmt: skip
"""Kinds of bodies, those that may be one and the same together; none can be of two families."""
_FAMILY = lazy(rf"(?:{'|'.join(k for kinds in _FAMILIES for k in kinds)})\b", re.IGNORECASE)
_LONE_KIND = Gated(
    rf"\b(?:Đảng (?:ủy|uỷ|bộ)|Chi bộ|Ban Chấp hành Đảng bộ)[ \xa0](?P<name>{'|'.join(k.capitalize() for kinds in _FAMILIES for k in kinds)})(?=\s[a-zđ])"
)
"""A Party organisation of a kind of body that has no name here."""


def _family(kind: str) -> tuple[str, ...]:
    return next((kinds for kinds in _FAMILIES if kind.lower() in kinds), ())


def strange_kinds(context: Context) -> Iterator[tuple[Span, Message, str]]:
    """(place, reason, who writes) of each Party organisation of a kind of body that the writer, another one, cannot be.

    A kind that the draft speaks of anywhere else is a partner or a part of the writer.
    """
    text, front = context.spelled.text, front_end(context)
    found = [m for m in _LONE_KIND.finditer(text) if m.start() >= front]
    lines = lines_of(text[:front]) if found else []
    own = _FAMILY.match(lines[-1]) if lines else None
    if own is None:
        return
    for m in found:
        kinds = _family(m["name"])
        spoken = len(re.findall("|".join(kinds), text[front:], re.IGNORECASE))
        if kinds != _family(own[0]) and spoken <= sum(other["name"] == m["name"] for other in found):
            sentence, at = _sentence_of(context, m.start())
            acts_here = opens(sentence[:at]) and _SELF.match(sentence, at + len(m[0]))
            if acts_here and not PAST.search(sentence):
                said = f"{lines[-1][:1]}{lines[-1][1:].lower()}"
                yield Span(m.start(), m.end()), msg("Tên đơn vị khác: {name}.", name=m[0]), said


_ORGANS = Gated(
    rf"\bBan Giám hiệu\b(?!\s(?:các|của|[Tt]rường|[{UPPER}]))|\b(?:Thường trực|Ban Thường vụ|Ban Chấp hành)\s(?P<party>(?:Huyện|Thị|Thành|Quận) (?:ủy|uỷ))\b(?!\s[{UPPER}])"
)
"""The heads of a school, and a committee without the name of its place."""
_SCHOOL = lazy(r"\b(?:trường|học sinh|sinh viên|giáo viên|giảng viên|đào tạo)\b", re.IGNORECASE)
_ASKED = lazy(r"\b(?:báo cáo|trình|xin ý kiến|ý kiến của|chỉ đạo của)\s(?:với\s)?$", re.IGNORECASE)
"""What is said of who stands above."""
_LEADS = lazy(
    r"\s(?:đã\s)?(?:thống nhất|chỉ đạo|lãnh đạo|quyết định|ban hành|phân công|xác định|triển khai|quán triệt)\b"
)
_BESIDE = lazy(r"\b(?:với|cùng|và|được|do|tại|của|các|đề nghị|để)\s$", re.IGNORECASE)
_LEVELLED = lazy(r"\b(?:HUYỆN|THỊ|THÀNH|QUẬN)\b")


def strange_organs(context: Context) -> Iterator[tuple[Span, Message, str]]:
    """(place, reason, who writes) of an organ that neither the writer of a known kind nor the bodies over it in the title block have.

    One that is spoken of again is a partner.
    """
    text, front = context.spelled.text, front_end(context)
    found = [m for m in _ORGANS.finditer(text) if m.start() >= front]
    lines = lines_of(text[:front]) if found else []
    own = _FAMILY.match(lines[-1]) if lines else None
    school = own is not None and _family(own[0]) == _FAMILIES[2]
    for m in found if own is not None else ():
        named = m["party"] or m[0]
        if len(re.findall(re.escape(named), text[front:], re.IGNORECASE)) > 1:
            continue
        sentence, at = _sentence_of(context, m.start())
        leads = _LEADS.match(sentence, at + len(m[0])) and not _BESIDE.search(sentence[:at])
        of_another = PAST.search(sentence) or not (opens(sentence[:at]) or _ASKED.search(sentence[:at]) or leads)
        partner = any(map(_LEVELLED.search, lines)) if m["party"] else school or _SCHOOL.search(sentence)
        if not (of_another or partner):
            said = f"{lines[-1][:1]}{lines[-1][1:].lower()}"
            yield Span(m.start(), m.end()), msg("Tên đơn vị khác: {name}.", name=m[0]), said


def _sentence_of(context: Context, at: int) -> tuple[str, int]:
    """The sentence of running text that a place stands in, and where in it; nothing elsewhere."""
    text = context.spelled.text
    for p in context.spelled.paragraphs:
        if p.start <= at < p.end and p.story not in NO_TEXT:
            for left, right in sentences(text[p.start : p.end]):
                if left <= at - p.start < right:
                    return text[p.start + left : p.start + right], at - p.start - left
    return "", 0


def strange_bodies(context: Context) -> Iterator[tuple[Span, Message, str]]:
    """(place, reason, who writes) of each other body that stands where only the writer can."""
    for m, why, own, many in _standing(context):
        if many < USUAL:
            yield Span(m.start(), m.end()), why, own.said


def usual_bodies(context: Context) -> Iterator[tuple[str, str, list[Span]]]:
    """(name, who writes, places) of each other body that is named often, in most of its places as the writer alone can be."""
    told: dict[str, tuple[str, str, int, list[Span]]] = {}
    for m, _, own, many in _standing(context):
        if many >= USUAL and m["name"]:
            told.setdefault(key_of(m["name"]), (m[0], own.said, many, []))[3].append(Span(m.start(), m.end()))
    for name, said, many, places in told.values():
        if len(places) > 1 and 2 * len(places) > many:
            yield name, said, places


def _standing(context: Context) -> Iterator[tuple[re.Match[str], Message, Own, int]]:
    """(match, reason, who writes, how often it is named) of each other body that stands where only the writer can."""
    own = own_body(context)
    if own is None:
        return
    document, start = context.spelled, max(front_end(context), context.outline.front.end)
    found = [m for m in _expression(own).finditer(document.text, front_end(context)) if m[0][0].isupper()]
    strange = [(m, why) for m in found if (why := _other(m, own, document.text)) is not None]
    if not strange:
        return
    counts = Counter(key_of(m["name"] or m[0]) for m, _ in strange)
    for p in document.paragraphs:
        if p.story in NO_TEXT or p.end <= min(start, front_end(context)):
            continue
        here = [(m, why) for m, why in strange if p.start <= m.start() < p.end]
        for left, right in sentences(document.text[p.start : p.end]) if here else ():
            for m, why in here:
                at = m.start() - p.start - left
                sentence = document.text[p.start + left : p.start + right]
                if 0 <= at < right - left and _stands_for_writer(sentence, at, at + len(m[0]), own):
                    yield m, why, own, counts[key_of(m["name"] or m[0])]


def _expression(own: Own) -> re.Pattern[str]:
    """Where bodies of the writer's kind are named."""
    if own.field:
        return re.compile(rf"\b{own.kind.capitalize()}[ \xa0](?P<name>{_FIELD})")
    kind = rf"(?i:{spelled(own.kind)})" if own.kind else ""
    if not own.level:
        return re.compile(rf"\b{kind}[ \xa0](?P<name>{NAMED})")
    if own.kind == COMMITTEE:
        return re.compile(rf"\b(?P<level>Tỉnh (?:ủy|uỷ)|Đảng bộ tỉnh)[ \xa0](?P<name>{NAMED})")
    if own.kind == "":
        return re.compile(rf"\b(?P<level>(?:Tỉnh|Huyện|Thị|Thành|Quận) [Đđ]oàn)(?:[ \xa0](?P<name>{NAMED}))?")
    return re.compile(
        rf"\b{kind}(?:\sViệt Nam)?\s(?P<level>{PARTY_LEVEL}|{STATE_LEVEL})\b(?:[ \xa0](?P<name>{NAMED}))?"
    )


def _other(m: re.Match[str], own: Own, text: str) -> Message | None:
    """Why a body is not the writer; None where it may be, or is above or below it."""
    name = m["name"]
    if own.field:
        mine, given = key_of(own.field), key_of(name)
        alike = mine.startswith(given) or given.startswith(mine) or mine.split()[0] == given.split()[0]
        return None if alike else msg("Tên đơn vị khác: {name}.", name=m[0])
    level = _level(m["level"]) if own.level else ""
    if name:
        mine, given = key_of(own.name), key_of(name)
        same = mine.startswith(given) or given.startswith(mine) or given in own.above
        if same or (level and level not in own.peers):
            return None
        return msg("Tên đơn vị khác: {name}.", name=m[0])
    lone = level and level != own.level and level in own.peers and level != "thành phố"
    if lone and lazy(LONE).match(text, m.end()):
        return msg("Đơn vị là {own}, không phải {other}.", own=own.level, other=level)
    return None


def _level(said: str) -> str:
    """The level that a committee's or a unit's word tells."""
    words = said.lower().replace("uỷ", "ủy").split()
    if words[0] == "đảng":
        return " ".join(words[2:])
    if words[-1] in ("ủy", "đoàn"):
        return PARTY[words[0]]
    return " ".join(words)


def _stands_for_writer(sentence: str, left: int, right: int, own: Own) -> bool:
    """Whether a sentence says of a body what the writer says of itself."""
    if PAST.search(sentence) or _TIME.search(sentence) or quoted(sentence, left) or blamed(sentence):
        return False
    level = own.level if own.name else ""
    if not own.field and beside_writer(sentence, left, right, level or rf"(?:nhà )?{_short(own.kind)}"):
        return False
    mine = key_of(own.name or own.field)
    rest = key_of(sentence[:left] + " " + sentence[right:])
    if mine in rest:
        return False
    if _ENDS.match(sentence) or (not own.field and asked_for(sentence, left, right)):
        return True
    subject = opens(sentence[:left])
    if subject:
        if own.field and not subject["frame"]:
            other = sentence[left:right].split(" ", 1)[-1]
            ours = own.kind == "sở" and _SELF.match(sentence, right) is not None
            return ours or (
                does_our_work(sentence, right, own.field, other) and not meets_others(sentence, left, right)
            )
        if _LONE_LEVEL.search(sentence[left:right]):
            return True
        return acts(sentence, right) and not meets_others(sentence, left, right)
    if _has_results(sentence, left, right, own):
        return True
    return bool(_OWNED.search(sentence[:left])) and not own.field and not meets_others(sentence, left, right)


def _short(kind: str) -> str:
    """How a body of some kind calls itself."""
    return "công ty" if "công ty" in kind else kind.split(" ")[0]


def _has_results(sentence: str, left: int, right: int, own: Own) -> bool:
    """Whether a sentence tells a result of a body; of departments only what each has of its own, in figures."""
    if not owned(sentence, left, right) or explained(sentence, left, right):
        return False
    if not own.field:
        return True
    return (
        own.kind == "sở"
        and _MEASURED.match(sentence, right) is not None
        and _RATED.search(sentence, 0, left) is not None
    )
