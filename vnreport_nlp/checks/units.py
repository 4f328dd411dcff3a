"""U501: names and levels of other units left in a report about oneself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..model import Finding, Message, Span, finding, msg
from .context import Context
from .figures_text import sentences
from .letters import UPPER

_WORD = rf"[{UPPER}][\w’'-]*"
_NAME = (
    rf"{_WORD}(?: (?!Ban\b|Huyện\b|Thị\b|Thành\b|Đảng\b|Tỉnh\b|Ủy\b|Uỷ\b|Nhân\b|Hội\b|Mặt\b|Phó\b|Bí\b){_WORD}){{0,3}}"
)
_PARTY = {"huyện": "huyện", "thị": "thị xã", "thành": "thành phố", "quận": "quận", "tỉnh": "tỉnh"}
_UPPER = ("huyện", "thị xã", "thành phố", "quận")
_LOWER = ("xã", "phường", "thị trấn", "đặc khu")
_LEVEL = "huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu"
_OWN = (
    r"(?:Ban Thường vụ|Ban Chấp hành|Thường trực|Đảng bộ|Đảng ủy|Đảng uỷ|Nhân dân|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|HĐND|Hội đồng nhân dân|[Tt]rên địa bàn|[Tt]oàn|"
    r"[Nn]hân dân các dân tộc|đảng viên|Mặt trận Tổ quốc(?: Việt Nam)?|Trung tâm Chính trị|Ban Chỉ huy Quân sự|[Cc]án bộ|[Xx]ây dựng|[Đđ]ưa|[Tt]ình hình|Công an|[Kk]inh tế)"
)
_NAMED = re.compile(
    rf"\b(?P<frame>{_OWN}(?:\s(?:Đảng ủy|Đảng uỷ|Đảng bộ|và [Nn]hân dân))*)\s(?P<level>{_LEVEL})\s(?P<name>{_NAME})"
)
_COMMITTEE = re.compile(rf"\b(?P<kind>Huyện|Thị|Thành|Quận|Tỉnh)\s(?:ủy|uỷ|Ủy|Uỷ)(?!\sviên)(?:\s(?P<name>{_NAME}))?")
_ANY = re.compile(rf"\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Tt]hị xã|[Tt]hành phố|[ủỦuU][yỷ]) ({_NAME})")
_SUBJECT = re.compile(
    rf"^(?P<level>Huyện|Thị xã|Thành phố|Xã|Phường|Đặc khu)\s(?P<name>{_NAME})\s(?:hiện )?(?:có|là|đã|tiếp tục|nằm|hoàn thành|đạt|phấn đấu|tập trung|xác định|chú trọng)\s"
)
_PROVINCE = re.compile(
    rf"\b(?:Đảng bộ|[Tt]rên địa bàn|Hội đồng nhân dân|Ủy ban nhân dân|HĐND|UBND|[Tt]oàn)\stỉnh\s(?P<name>{_NAME})"
)
_BARE = re.compile(
    rf"\b(?P<frame>[Nn]hân dân trong|đảng viên trong|[Xx]ây dựng Đảng ở|[Tt]rên địa bàn|[Tt]oàn|Đảng bộ|Đảng ủy|Đảng uỷ|Nhân dân|và [Nn]hân dân|[Cc]ác phòng, ban của|[Cc]ác phòng, ban, ngành của|[Cc]ơ quan của|Ủy ban nhân dân|Hội đồng nhân dân)"
    rf"\s(?P<level>{_LEVEL})\b(?!\s{_WORD}|,\s(?:{_LEVEL})|\s(?:và|bạn|cũ|khác|nào|đó|bên)|\s?-|/)"
)
_SIGNED = re.compile(
    rf"T/M\s+BAN\s+(?:THƯỜNG VỤ|CHẤP HÀNH)\s+(?P<kind>HUYỆN|THỊ|THÀNH)\s+(?:ỦY|UỶ)\s+(?P<name>[{UPPER}]+(?:\s[{UPPER}]+){{0,3}})"
)
_OTHERS = re.compile(
    r"\bgiáp\b|giáp ranh|phối hợp|học tập|học hỏi|kinh nghiệm|tham quan|liên huyện|liên xã|\bcụm\b|điều động|chuyển đến|chuyển về|luân chuyển|biệt phái|so với|tương đương|"
    r"kết nghĩa|giao lưu|\bthăm\b|(?:đến|tham|về) dự|dự (?:hội nghị|lễ|đại hội)|đại diện|mô hình (?:của|chi bộ|thị xã|huyện|xã)|hỗ trợ|\bbạn\b|tuyên dương|\bgiải (?:nhất|nhì|ba)|xếp thứ|ký kết|"
    r"quy chế phối hợp|\bcử\b|kết hợp|láng giềng|tiếp nhận|gồm (?:xã|phường|huyện)|trao đổi|tặng|đoàn công tác|làm bí thư|điều \d",
    re.IGNORECASE,
)
_TOWARDS = re.compile(
    r"(?:\b(?:lên|đi|sang|đến|về|tới|từ|sau|như|cùng|với|và|tại|ở|giữa|qua|làm Bí thư|làm Chủ tịch|khác:?|của đội)|,)\s*(?:đội của\s)?$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\bcũ\b|trước đây|trước khi|trước năm|trước ngày|khi đó|sáp nhập|hợp nhất|thành lập|tách|hợp thành|nâng lên|tiền thân|kế thừa|nay là|đổi tên|lịch sử|truyền thống|/HU\b|/TU\b|/QU\b|"
    r"năm 1\d{3}|đầu nhiệm kỳ|kết thúc hoạt động|sáu tháng đầu năm|6 tháng đầu năm|nguyên |ba xã|hai xã|bốn xã|các xã|mỗi xã|nâng cấp|trở thành|thời kỳ|giai đoạn trước",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"\bsẽ\b|trong năm 202[6-9]|tham mưu|kính trình|\btrình\b|tiếp tục|năm 202[6-9]|thời gian tới", re.IGNORECASE
)
_TARGET = re.compile(
    r"tiêu chí|đủ điều kiện|xây dựng .{0,20}trở thành|đô thị loại|nâng cấp|lên (?:thị xã|thành phố|phường)|(?:thành lập|lập) (?:thị xã|thành phố|phường)",
    re.IGNORECASE,
)
_UP = re.compile(
    r"(?:chỉ đạo|quan tâm|lãnh đạo|chủ trương|nghị quyết|kế hoạch|kính trình|trình|báo cáo) (?:của |kịp thời của |sâu sát của )?(?:Ban Thường vụ )?$",
    re.IGNORECASE,
)
REFORM = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Profile:
    """Who writes: level and name, the names it may use for itself, its province or city, the day of the report."""

    level: str
    name: str
    upper: bool
    superiors: frozenset[str]
    when: date | None

    @property
    def peers(self) -> tuple[str, ...]:
        return _UPPER if self.upper else _LOWER


def check(context: Context) -> Iterable[Finding]:
    """U501 of one draft whose unit is known."""
    profile = _profile(context)
    if profile is None:
        return
    document = context.document
    yield from _congresses(context, profile)
    odd = _odd_committees(context, profile)
    usual = _usual_names(document.text)
    for p in document.paragraphs:
        if p.story in ("toc", "header", "footer") or p.end <= context.outline.front.start:
            continue
        if p.start < _front_end(context):
            continue
        text = document.text[p.start : p.end]
        for start, end in sentences(text):
            for left, right, why in _leftovers(text[start:end], profile, odd):
                if any(name in text[start + left : start + right].lower() for name in usual):
                    continue
                yield _finding(context, Span(p.start + start + left, p.start + start + right), why)


def _front_end(context: Context) -> int:
    """Where the title block ends: with the paragraph of the subject line, whatever the outline says."""
    front = context.document.text[: min(context.outline.front.end, 1500)]
    m = re.search(r"(?im)^\W*báo cáo\b[^\n]*\n[^\n]*\n?", front)
    return m.end() if m else 0


def _profile(context: Context) -> Profile | None:
    meta = context.outline.metadata
    if not _front_end(context) and not meta.symbol:
        return None
    if not meta.unit or not meta.level or meta.level not in (*_UPPER, *_LOWER):
        return None
    name = meta.unit[len(meta.level) :].strip() if meta.unit.lower().startswith(meta.level) else meta.unit
    if not name[:1].isupper() or name.lower() in ("ủy", "uỷ"):
        return None
    head = context.document.text[: _front_end(context) or 200]
    superiors = {_key(m[1]) for m in re.finditer(rf"(?:[Tt]ỉnh(?: ủy| uỷ)?|[Tt]hành phố|Thành ủy)\s({_NAME})", head)}
    superiors |= {
        _key(m[1])
        for m in re.finditer(rf"(?:TỈNH(?: ỦY| UỶ)?|THÀNH PHỐ|THÀNH ỦY)[ ]([{UPPER}]+(?:[ ][{UPPER}]+){{0,3}})", head)
    }
    return Profile(meta.level, name, meta.level in _UPPER, frozenset(superiors - {_key(name)}), _when(meta.date))


def _when(text: str | None) -> date | None:
    m = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text or "")
    try:
        return date(int(m[3]), int(m[2]), int(m[1])) if m else None
    except ValueError:
        return None


def _key(name: str) -> str:
    return " ".join(name.lower().split())


def _own(name: str, profile: Profile) -> bool:
    """Whether a name is the unit's own, with or without what follows it."""
    given, own = _key(name), _key(profile.name)
    return given.startswith(own) or own.startswith(given)


def _usual_names(text: str) -> frozenset[str]:
    """Names of units that the draft mentions three times or more: parts of a merged unit, neighbours, not leftovers."""
    counts: dict[str, int] = {}
    for m in _ANY.finditer(text):
        counts[_key(m[1])] = counts.get(_key(m[1]), 0) + 1
    return frozenset(name for name, n in counts.items() if n >= 3)


def _odd_committees(context: Context, profile: Profile) -> frozenset[str]:
    """Committees of another level that the whole draft names without a name once or twice, besides its usual one."""
    counts: dict[str, int] = {}
    for m in _COMMITTEE.finditer(context.document.text):
        if not m["name"]:
            kind = m["kind"].lower()
            counts[kind] = counts.get(kind, 0) + 1
    usual = max((k for k in counts if k != "tỉnh"), key=lambda k: counts[k], default="")
    return frozenset(
        k for k, n in counts.items() if k not in ("tỉnh", usual) and n <= 2 and counts.get(usual, 0) >= 3 * n
    )


def _leftovers(sentence: str, profile: Profile, odd: frozenset[str]) -> Iterator[tuple[int, int, Message]]:
    signed = _SIGNED.search(sentence)
    if signed and not _own(signed["name"], profile):
        yield signed.start(), signed.end(), msg("Chữ ký của đơn vị khác.")
        return
    if _PAST.search(sentence):
        return
    taken: list[tuple[int, int]] = []
    for left, right, why in (*_named(sentence, profile), *_committees(sentence, profile, odd)):
        near = sentence[max(0, left - 70) : right + 60]
        if (
            _OTHERS.search(near)
            or _TOWARDS.search(sentence, max(0, left - 24), left)
            or any(left < b and a < right for a, b in taken)
        ):
            continue
        taken.append((left, right))
        yield left, right, why
    for left, right, why in _bare(sentence, profile):
        if not any(left < b and a < right for a, b in taken):
            yield left, right, why


def _named(sentence: str, profile: Profile) -> Iterator[tuple[int, int, Message]]:
    for m in _NAMED.finditer(sentence):
        if m["level"] in profile.peers and not _own(m["name"], profile) and _key(m["name"]) not in profile.superiors:
            yield m.start(), m.end(), msg("Tên đơn vị khác: {name}.", name=f"{m['level']} {m['name']}")
    for m in _PROVINCE.finditer(sentence):
        if (
            profile.superiors
            and _key(m["name"]) not in profile.superiors
            and not any(_key(m["name"]).startswith(s) for s in profile.superiors)
        ):
            yield m.start(), m.end(), msg("Tên tỉnh khác: {name}.", name=m["name"])
    subject = _SUBJECT.match(sentence)
    if (
        subject
        and subject["level"].lower() in profile.peers
        and not _own(subject["name"], profile)
        and _key(subject["name"]) not in profile.superiors
    ):
        yield (
            subject.start(),
            subject.end(),
            msg("Tên đơn vị khác: {name}.", name=f"{subject['level']} {subject['name']}"),
        )


def _committees(sentence: str, profile: Profile, odd: frozenset[str]) -> Iterator[tuple[int, int, Message]]:
    for m in _COMMITTEE.finditer(sentence):
        level, name = _PARTY[m["kind"].lower()], m["name"]
        if level == "tỉnh":  # a province named as one's own superior
            if name and profile.superiors and _key(name) not in profile.superiors and _UP.search(sentence[: m.start()]):
                yield m.start(), m.end(), msg("Tên cấp trên khác: {name}.", name=m[0])
        elif name and not _own(name, profile):
            superior = not profile.upper and (
                _key(name) in profile.superiors or not profile.superiors or level != "thành phố"
            )
            if not superior and _key(name) not in profile.superiors:
                yield m.start(), m.end(), msg("Tên đơn vị khác: {name}.", name=m[0])
        elif not name and profile.upper and level != profile.level:
            if level != "thành phố" or profile.superiors == frozenset() or m["kind"].lower() in odd:
                yield (
                    m.start(),
                    min(len(sentence), m.end() + 12),
                    msg("Đơn vị là {own}, không phải {other}.", own=profile.level, other=level),
                )
        elif not name and not profile.upper and _dead(sentence, profile, m["kind"].lower(), odd):
            yield m.start(), min(len(sentence), m.end() + 12), msg("Cấp huyện đã kết thúc hoạt động từ 01/7/2025.")


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
_CONGRESS = re.compile(
    rf"[Đđ]ại hội (?:đại biểu )?(?:lần thứ (?P<a>[IVXL]+) )?(?:của )?Đảng bộ (?P<level>{_LEVEL})(?: (?P<name>{_NAME}))?(?:,? (?:lần thứ|khóa|khoá) (?P<b>[IVXL]+))?"
)


def _number(roman: str) -> int:
    total = 0
    for i, c in enumerate(roman):
        value = _ROMAN[c]
        total += -value if i + 1 < len(roman) and _ROMAN[roman[i + 1]] > value else value
    return total


def _congresses(context: Context, profile: Profile) -> Iterator[Finding]:
    """Mentions of the unit's own congress whose number is far from the usual one."""
    said: list[tuple[int, Span]] = []
    for m in _CONGRESS.finditer(context.document.text):
        roman = m["a"] or m["b"]
        if roman and m["level"] == profile.level and (not m["name"] or _own(m["name"], profile)):
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
