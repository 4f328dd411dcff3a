"""U501: names and levels of other units left in a report about oneself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..gates import Gated
from ..model import Finding, Message, Span, finding, msg
from .context import Context
from .figures_text import sentences
from .letters import UPPER
from .units_profile import NAME, REFORM, WORD, Profile, front_end, is_own, key_of, profile_of

_PARTY = {"huyện": "huyện", "thị": "thị xã", "thành": "thành phố", "quận": "quận", "tỉnh": "tỉnh"}
_LEVEL = "huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu"
_OWN = (
    r"(?:Ban Thường vụ|Ban Chấp hành|Thường trực|Đảng bộ|Đảng ủy|Đảng uỷ|[Nn]hân dân|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|HĐND|Hội đồng nhân dân|[Tt]rên địa bàn|[Tt]oàn|"
    r"[Nn]hân dân các dân tộc|đảng viên|Mặt trận Tổ quốc(?: Việt Nam)?|Trung tâm Chính trị|Ban Chỉ huy Quân sự|[Cc]án bộ|[Xx]ây dựng|[Đđ]ưa|[Tt]ình hình|Công an|[Kk]inh tế|[Đđ]ồng bào(?: các dân tộc)?|tổ dân phố|khu phố)"
)
NAMED = Gated(
    rf"\b(?P<frame>{_OWN}(?:\s(?:Đảng ủy|Đảng uỷ|Đảng bộ|và [Nn]hân dân))*)\s(?P<level>{_LEVEL})\s(?P<name>{NAME})"
)
_COMMITTEE = Gated(rf"\b(?P<kind>Huyện|Thị|Thành|Quận|Tỉnh)\s(?:ủy|uỷ|Ủy|Uỷ)(?!\sviên)(?:\s(?P<name>{NAME}))?")
_ANY = re.compile(rf"\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]hị xã|[Tt]hành phố|[ủỦuU][yỷ]) ({NAME})")
_SUBJECT = re.compile(
    rf"^(?P<level>Huyện|Thị xã|Thành phố|Xã|Phường|Đặc khu)\s(?P<name>{NAME})\s(?:hiện )?(?:có|là|đã|tiếp tục|nằm|hoàn thành|đạt|phấn đấu|tập trung|xác định|chú trọng)\s"
)
_PROVINCE = Gated(
    rf"\b(?:Đảng bộ|[Tt]rên địa bàn|Hội đồng nhân dân|Ủy ban nhân dân|HĐND|UBND|[Tt]oàn)\stỉnh\s(?P<name>{NAME})"
)
_BARE = Gated(
    rf"\b(?P<frame>[Nn]hân dân trong|đảng viên trong|[Xx]ây dựng Đảng ở|[Tt]rên địa bàn|[Tt]oàn|Đảng bộ|Đảng ủy|Đảng uỷ|Nhân dân|và [Nn]hân dân|[Cc]ác phòng, ban của|[Cc]ác phòng, ban, ngành của|[Cc]ơ quan của|Ủy ban nhân dân|Hội đồng nhân dân)"
    rf"\s(?P<level>{_LEVEL})\b(?!\s{WORD}|,\s(?:{_LEVEL})|\s(?:và|bạn|cũ|khác|nào|đó|bên)|\s?-|/)"
)
_PLACED = Gated(rf"\b(?:ở|của|tại|trên địa bàn)\s(?P<level>{_LEVEL})\s(?P<name>{NAME})\s*$")
_ADDRESS = re.compile(rf",\s(?:huyện|thị xã|thành phố|tỉnh)\s(?P<name>{NAME})")
"""A unit named with its superior, as one writes of strangers."""
_SIGNED = Gated(
    rf"T/M\s+BAN\s+(?:THƯỜNG VỤ|CHẤP HÀNH)\s+(?P<kind>HUYỆN|THỊ|THÀNH)\s+(?:ỦY|UỶ)\s+(?P<name>[{UPPER}]+(?:\s[{UPPER}]+){{0,3}})"
)
_OTHERS = Gated(
    r"\bgiáp\b|giáp ranh|phối hợp|học tập|học hỏi|kinh nghiệm|tham quan|liên huyện|liên xã|\bcụm\b|điều động|chuyển đến|chuyển về|luân chuyển|biệt phái|so với|tương đương|"
    r"kết nghĩa|giao lưu|\bthăm\b|(?:đến|tham|về) dự|dự (?:hội nghị|lễ|đại hội)|đại diện|mô hình (?:của|chi bộ|thị xã|huyện|xã)|hỗ trợ|\bbạn\b|tuyên dương|\bgiải (?:nhất|nhì|ba)|xếp thứ|ký kết|"
    r"quy chế phối hợp|\bcử\b(?! tri)|kết hợp|láng giềng|tiếp nhận|gồm (?:xã|phường|huyện)|trao đổi|tặng|đoàn công tác|làm bí thư|điều \d|chia sẻ",
    re.IGNORECASE,
)
_TOWARDS = re.compile(
    r"(?:\b(?:lên|đi|sang|đến|về|tới|từ|sau|như|cùng|với|và|tại|ở|giữa|qua|làm Bí thư|làm Chủ tịch|khác:?|của đội)|,)\s*(?:đội của\s)?$",
    re.IGNORECASE,
)
_MADE_OF = re.compile(
    r"sáp nhập|hợp nhất|thành lập|nhập (?:từ|phường|xã|thị trấn|ba|hai|bốn)|hợp thành|chia tách|tách (?:ra|từ)",
    re.IGNORECASE,
)
_DIRECTS = re.compile(
    r"(?:chỉ đạo|lãnh đạo|quan tâm|kết luận|nghị quyết|yêu cầu|chủ trương)(?: [^\W\d_]+){0,2} của (?:Ban Thường vụ |Thường trực )?$",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"(?:báo cáo|gửi|nộp|trình|phản ánh)[^.;]{0,40}\s(?:về|đến|lên|cho|với)\s+$", re.IGNORECASE)
_PEOPLE = re.compile(r"nhân dân|đảng viên|cán bộ|đồng bào", re.IGNORECASE)
_PAST = Gated(
    r"\bcũ\b|trước đây|trước khi|trước năm|trước ngày \d{1,2}/|khi đó|sáp nhập|hợp nhất|thành lập|tách|hợp thành|nâng lên|tiền thân|kế thừa|nay là|đổi tên|lịch sử|/HU\b|/TU\b|/QU\b|"
    r"năm 1\d{3}|đầu nhiệm kỳ|kết thúc hoạt động|sáu tháng đầu năm|6 tháng đầu năm|nguyên |ba xã|hai xã|bốn xã|các xã|mỗi xã|nâng cấp|trở thành|thời kỳ|giai đoạn trước",
    re.IGNORECASE,
)
_FORWARD = Gated(
    r"\bsẽ\b|trong năm 202[6-9]|tham mưu|kính trình|\btrình\b|tiếp tục|năm 202[6-9]|thời gian tới", re.IGNORECASE
)
_TARGET = Gated(
    r"tiêu chí|đủ điều kiện|xây dựng .{0,20}trở thành|đô thị loại|nâng cấp|lên (?:thị xã|thành phố|phường)|(?:thành lập|lập) (?:thị xã|thành phố|phường)",
    re.IGNORECASE,
)


USUAL = 3
"""A unit named so often is no slip."""
RARE = 2
"""A committee of another level named more often is no slip."""
SURE = 3
"""The usual committee is named so many times as often as the odd one."""


def check(context: Context) -> Iterable[Finding]:
    """U501 of one draft whose unit is known."""
    profile = profile_of(context)
    if profile is None:
        return
    document = context.document
    yield from _congresses(context, profile)
    yield from _headings(context, profile)
    odd = _odd_committees(context, profile)
    usual = _usual_names(document.text)
    for p in document.paragraphs:
        if p.story in ("toc", "header", "footer") or p.end <= context.outline.front.start:
            continue
        if p.start < front_end(context):
            continue
        text = document.text[p.start : p.end]
        for start, end in sentences(text):
            for left, right, why in _leftovers(text[start:end], profile, odd):
                if any(name in text[start + left : start + right].lower() for name in usual):
                    continue
                yield _finding(context, Span(p.start + start + left, p.start + start + right), why)


def _usual_names(text: str) -> frozenset[str]:
    """Names of units that the draft mentions three times or more, and of those it was made of: no leftovers."""
    counts: dict[str, int] = {}
    for m in _ANY.finditer(text):
        counts[key_of(m[1])] = counts.get(key_of(m[1]), 0) + 1
    usual = {name for name, n in counts.items() if n >= USUAL}
    for line in text.split("\n"):
        for start, end in sentences(line):
            if _MADE_OF.search(line, start, end):
                usual.update(key_of(m[1]) for m in _ANY.finditer(line, start, end))
    return frozenset(usual)


def _stranger(m: re.Match[str], profile: Profile) -> bool:
    """Whether a match names a unit of the writer's level that is neither the writer nor above it."""
    own = is_own(m["name"], profile) or key_of(m["name"]) in profile.superiors
    return m["level"].lower() in profile.peers and not own


def _headings(context: Context, profile: Profile) -> Iterator[Finding]:
    """Headings that place a field of work in another unit of one's own level."""
    for section in context.outline.sections:
        m = _PLACED.search(section.title)
        if m and _stranger(m, profile) and not _OTHERS.search(section.title) and not _PAST.search(section.title):
            span = Span(section.heading.start, max(section.heading.end, section.heading.start + 1))
            yield _finding(context, span, msg("Tên đơn vị khác: {name}.", name=f"{m['level']} {m['name']}"))


def _odd_committees(context: Context, profile: Profile) -> frozenset[str]:
    """Committees of another level that the whole draft names without a name once or twice, besides its usual one."""
    counts: dict[str, int] = {}
    for m in _COMMITTEE.finditer(context.document.text):
        if not m["name"]:
            kind = m["kind"].lower()
            counts[kind] = counts.get(kind, 0) + 1
    usual = max((k for k in counts if k != "tỉnh"), key=lambda k: counts[k], default="")
    few = {k: n for k, n in counts.items() if k not in ("tỉnh", usual) and n <= RARE}
    odd = {k for k, n in few.items() if counts.get(usual, 0) >= SURE * n}
    # under a province no committee of a city is above a district
    if "thành" in few and profile.level != "thành phố" and counts.get("tỉnh", 0) >= SURE * few["thành"]:
        odd.add("thành")
    return frozenset(odd)


def _leftovers(sentence: str, profile: Profile, odd: frozenset[str]) -> Iterator[tuple[int, int, Message]]:
    signed = _SIGNED.search(sentence)
    if signed and not is_own(signed["name"], profile):
        yield signed.start(), signed.end(), msg("Chữ ký của đơn vị khác.")
        return
    if _PAST.search(sentence):
        return
    taken: list[tuple[int, int]] = []
    for left, right, why in (*_named(sentence, profile), *_committees(sentence, profile, odd)):
        if any(left < b and a < right for a, b in taken) or _meets_others(sentence, left, right):
            continue
        taken.append((left, right))
        yield left, right, why
    for left, right, why in _bare(sentence, profile):
        if not any(left < b and a < right for a, b in taken):
            yield left, right, why


def _meets_others(sentence: str, left: int, right: int) -> bool:
    """Whether a clause speaks of dealings with another unit; who directs us is no such dealing."""
    if _DIRECTS.search(sentence, 0, left) or _REPORTS.search(sentence, 0, left):
        return False
    start, end = sentence.rfind(";", 0, left) + 1, sentence.find(";", right)
    near = sentence[max(start, left - 70) : min(right + 60, end if end >= 0 else len(sentence))]
    towards = _TOWARDS.search(sentence, max(0, left - 24), left)
    joined = towards and towards[0].strip() == "và" and _PEOPLE.match(sentence, left)
    return bool(_OTHERS.search(near) or (towards and not joined))


def _named(sentence: str, profile: Profile) -> Iterator[tuple[int, int, Message]]:
    for m in NAMED.finditer(sentence):
        if _stranger(m, profile):
            address = _ADDRESS.match(sentence, m.end())
            if address and key_of(address["name"]) not in profile.superiors:
                continue
            yield m.start(), m.end(), msg("Tên đơn vị khác: {name}.", name=f"{m['level']} {m['name']}")
    for m in _PROVINCE.finditer(sentence):
        if (
            profile.superiors
            and key_of(m["name"]) not in profile.superiors
            and not any(key_of(m["name"]).startswith(s) for s in profile.superiors)
        ):
            yield m.start(), m.end(), msg("Tên tỉnh khác: {name}.", name=m["name"])
    subject = _SUBJECT.match(sentence)
    if subject and _stranger(subject, profile):
        name = f"{subject['level']} {subject['name']}"
        yield subject.start(), subject.end(), msg("Tên đơn vị khác: {name}.", name=name)


def _committees(sentence: str, profile: Profile, odd: frozenset[str]) -> Iterator[tuple[int, int, Message]]:
    for m in _COMMITTEE.finditer(sentence):
        level, name = _PARTY[m["kind"].lower()], m["name"]
        if level == "tỉnh":  # a province named as one's own superior
            if name and profile.superiors and key_of(name) not in profile.superiors:
                yield m.start(), m.end(), msg("Tên cấp trên khác: {name}.", name=m[0])
        elif name and not is_own(name, profile):
            superior = not profile.upper and (
                key_of(name) in profile.superiors or not profile.superiors or level != "thành phố"
            )
            if not superior and key_of(name) not in profile.superiors:
                yield m.start(), m.end(), msg("Tên đơn vị khác: {name}.", name=m[0])
        elif not name and profile.upper and level != profile.level:
            if level != "thành phố" or profile.superiors == frozenset() or m["kind"].lower() in odd:
                yield (
                    m.start(),
                    _words_on(sentence, m.end()),
                    msg("Đơn vị là {own}, không phải {other}.", own=profile.level, other=level),
                )
        elif not name and not profile.upper and _dead(sentence, profile, m["kind"].lower(), odd):
            yield m.start(), _words_on(sentence, m.end()), msg("Cấp huyện đã kết thúc hoạt động từ 01/7/2025.")


def _words_on(sentence: str, at: int) -> int:
    """The end of a few whole words further on, so that the quote can be read; a clause is not left."""
    m = re.compile(r"(?:\s+[^\s,.;:]+){0,5}").match(sentence, at)
    return m.end() if m else at


def _dead(sentence: str, profile: Profile, kind: str, odd: frozenset[str]) -> bool:
    """Whether a commune's report after the reform speaks of a district committee as of something alive, or of one never its own."""
    if profile.when is None or profile.when < REFORM:
        return False
    if kind == "thành" and profile.superiors:
        return False
    return kind in odd or (
        kind in ("huyện", "thị") and bool(_FORWARD.search(sentence)) and not re.search(r"202[0-5]", sentence)
    )


def _bare(sentence: str, profile: Profile) -> Iterator[tuple[int, int, Message]]:
    if _TARGET.search(sentence):
        return
    for m in _BARE.finditer(sentence):
        level = m["level"]
        if level == profile.level or level not in profile.peers:
            continue
        if level == "thành phố" and profile.upper and profile.level != "thành phố" and profile.superiors:
            continue
        if level in ("xã", "thị trấn", "phường") and profile.upper:
            continue
        if not profile.upper and profile.when is not None and profile.when >= REFORM and level == "thị trấn":
            continue
        yield m.start(), m.end(), msg("Đơn vị là {own}, không phải {other}.", own=profile.level, other=level)


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_CONGRESS = Gated(
    rf"[Đđ]ại hội (?:đại biểu )?(?:lần thứ (?P<a>[IVXL]+) )?(?:của )?Đảng bộ (?P<level>{_LEVEL})(?: (?P<name>{NAME}))?(?:,? (?:lần thứ|khóa|khoá) (?P<b>[IVXL]+))?"
)


def _number(roman: str) -> int:
    total = 0
    for i, c in enumerate(roman):
        value = _ROMAN[c]
        total += -value if i + 1 < len(roman) and _ROMAN[roman[i + 1]] > value else value
    return total


def _congresses(context: Context, profile: Profile) -> Iterator[Finding]:
    """Mentions of the unit's own congress whose number is far from the usual one."""
    said = list[tuple[int, Span]]()
    for m in _CONGRESS.finditer(context.document.text):
        roman = m["a"] or m["b"]
        if roman and m["level"] == profile.level and (not m["name"] or is_own(m["name"], profile)):
            said.append((_number(roman), Span(m.start(), m.end())))
    counts: dict[int, int] = {}
    for n, _ in said:
        counts[n] = counts.get(n, 0) + 1
    usual = max(counts, key=lambda n: counts[n], default=0)
    if counts.get(usual, 0) < 2:
        return
    for n, span in said:
        if abs(n - usual) > 1 and counts[n] == 1 and n > 1 and usual > 1:
            yield _finding(context, span, msg("Số thứ tự đại hội khác các chỗ còn lại."))


def _finding(context: Context, span: Span, why: Message) -> Finding:
    return finding(
        "U501", msg("Có thể còn sót từ báo cáo khác: “{quote}”", quote=context.document.quote(span, limit=80)), places=(context.place(span),),
        requirement=context.requirement_at(span.start), need=msg("Báo cáo nói về {unit}.", unit=context.outline.metadata.unit), found=why,
        fix=msg("Đọc lại câu; sửa tên đơn vị, hoặc nói rõ vì sao nhắc đơn vị khác."),
    )  # fmt: skip
