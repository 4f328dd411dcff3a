"""Who writes a draft: the level and name of its unit, its superiors, the day of the report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ...expressions import lazy
from ...model import Finding, Message, Span, finding, msg
from ...text import fold, within
from ..context import Context
from ..letters import UPPER

WORD = rf"[{UPPER}][\w’'-]*"
_PAPER = r"(?:Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Kết luận|Quy (?:định|chế)|Công văn|Báo cáo|Tờ trình|Thông báo|Hướng dẫn|Chương trình|Đề án|Ban hành|Căn cứ|Thực hiện)\b"
"""What may follow a level without being its name: a document with a capital, the next clause of a list."""
NAME = rf"(?!{_PAPER}){WORD}(?: (?!Ban\b|Huyện\b|Thị (?:xã|trấn|ủy|uỷ|đoàn|Ủy|Uỷ)|Thành (?:phố|ủy|uỷ|đoàn|Ủy|Uỷ)|Đảng\b|Tỉnh\b|Ủy\b|Uỷ\b|Nhân\b|Hội\b|Mặt\b|Phó\b|Bí\b){WORD}){{0,3}}"
UPPER_LEVELS = ("huyện", "thị xã", "thành phố", "quận")
LOWER_LEVELS = ("xã", "phường", "thị trấn", "đặc khu")

_CAPITALS = rf"[{UPPER}]+(?:[ ][{UPPER}]+){{0,3}}"
_PROVINCE = lazy(rf"(?:[Tt]ỉnh(?: ủy| uỷ)?\s({NAME}))|(?:TỈNH(?: ỦY| UỶ)?[ ]({_CAPITALS}))")
_CITY = lazy(rf"(?:(?:[Tt]hành phố|Thành ủy)\s({NAME}))|(?:(?:THÀNH PHỐ|THÀNH ỦY)[ ]({_CAPITALS}))")
_UNDER_CITY = lazy(
    rf"(?m)^\W*(?:(?P<party>QUẬN|HUYỆN|THỊ)\s+(?:ỦY|UỶ)|ĐẢNG BỘ (?P<level>QUẬN|HUYỆN|THỊ XÃ))[ ](?P<name>{_CAPITALS})\W*$"
)
"""A committee below a city's in the title block: it writes, and not the city."""
_OF_PROVINCE = lazy(r"(?m)^\W*(?:TỈNH\s+(?:ỦY|UỶ)|(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HĐND|HỘI ĐỒNG NHÂN DÂN)\s+TỈNH)\b")
"""A body of the province in the title block: units named below it are its subordinates."""
_SHORT = {"thị xã": "thị", "thành phố": "thành"}
"""A level as its committee is called."""
_LONG = lazy(r"nhiệm kỳ|giai đoạn|20\d\d\s?[-–]\s?20\d\d|\d+ năm (?:thực hiện|thi hành)", re.IGNORECASE)
"""A title of more than a year."""
_REFORMED = lazy(
    r"^(?!.*(?:nhiệm kỳ|giai đoạn|20\d\d\s?[-–]))(?:(?!năm 2025).)*?(?:(?:(?:6|sáu) tháng cuối|quý (?:III|IV|3|4)|tháng (?:[789]|1[012]))[/, ]*(?:năm )?2025|(?:năm|/)\s?202[6-9])",
    re.IGNORECASE,
)
"""A title of a period that begins with the reform or later."""

OPENING = 900
"""So many characters after the title a draft says who reports, when its title block does not."""
REFORM = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Profile:
    """Who writes: level and name, its province or city (``cities``: only those the title calls so), the day of the report.

    ``reformed`` is whether the report tells of nothing before the reform, ``yearly`` whether of one year at most.
    """

    level: str
    name: str
    upper: bool
    superiors: frozenset[str]
    cities: frozenset[str]
    when: date | None
    reformed: bool = False
    yearly: bool = False

    @property
    def peers(self) -> tuple[str, ...]:
        return UPPER_LEVELS if self.upper else LOWER_LEVELS


def front_end(context: Context) -> int:
    """Where the title block ends: with the paragraph of the subject line, whatever the outline says."""
    front = context.spelled.text[: min(context.outline.front.end, 1500)]
    m = re.search(r"(?im)^\W*báo cáo\b[^\n]*\n[^\n]*\n?", front)
    return m.end() if m else 0


def profile_of(context: Context) -> Profile | None:
    """Who writes the draft; None when its title block does not say."""
    meta = context.outline.metadata
    if not front_end(context) and not meta.symbol:
        return None
    if not meta.unit or not meta.level or meta.level not in (*UPPER_LEVELS, *LOWER_LEVELS):
        return None
    name = re.split(rf"(?i)\b(?:{_SHORT.get(meta.level, meta.level)} ủy|{meta.level})\s", meta.unit, maxsplit=1)[
        -1
    ].strip()
    if not name[:1].isupper() or name.lower() in ("ủy", "uỷ"):
        return None
    head = context.spelled.text[: front_end(context) or 200]
    if key_of(name) not in key_of(head) and (
        _OF_PROVINCE.search(head) or (not meta.symbol and "như sau" not in context.spelled.text[: OPENING + len(head)])
    ):
        return None
    level, under = meta.level, _UNDER_CITY.search(head) if meta.level == "thành phố" else None
    if under and key_of(under["name"]) != key_of(name):
        level, name = f"{under['party'] or under['level']}".lower(), under["name"].title()
        level = "thị xã" if level == "thị" else level
    superiors = {key_of(m[1] or m[2]) for m in _PROVINCE.finditer(head)} - {key_of(name)}
    cities = {key_of(m[1] or m[2]) for m in _CITY.finditer(head)} - {key_of(name)}
    if level != "thành phố" and re.search("thành phố|thành ủy|thành uỷ", head.lower()) and not cities:
        cities = {""}  # named without its name, in capitals or not
    return Profile(
        level, name, level in UPPER_LEVELS, frozenset(superiors | cities), frozenset(cities), _when(meta.date),
        _REFORMED.search(context.outline.title) is not None, not _LONG.search(context.outline.title),
    )  # fmt: skip


def written(context: Context) -> date | None:
    """The day of the report; None when its title block does not say."""
    return _when(context.outline.metadata.date)


def _when(text: str | None) -> date | None:
    m = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text or "")
    try:
        return date(int(m[3]), int(m[2]), int(m[1])) if m else None
    except ValueError:
        return None


def key_of(name: str) -> str:
    """A name as it is compared."""
    return fold(name)


def is_own(name: str, profile: Profile) -> bool:
    """Whether a name is the unit's own, with or without what follows it."""
    return goes_on(key_of(name), key_of(profile.name))


def goes_on(one: str, other: str) -> bool:
    """Whether one of two compared names begins with the words of the other; a key holds tones at the end of its words."""
    short, long = sorted((one, other), key=len)
    return f"{long} ".startswith(f"{short} ")


def leftover(context: Context, span: Span, why: Message, *, unit: str = "") -> Finding:
    """The finding of a place; ``unit`` is who writes as the check reads it: the outline's name for it is better written."""
    named = context.outline.metadata.unit or ""
    writer = named if key_of(unit) in key_of(named) else unit
    whole = context.whole(span)
    return finding(
        "U501", msg("Có thể còn sót từ báo cáo khác: “{quote}”", quote=context.document.quote(whole, limit=80)), places=(context.place(whole),),
        content=context.document.quote(span),
        requirement=context.requirement_at(span.start), need=msg("Báo cáo nói về {unit}.", unit=within(writer)), found=why,
        fix=msg("Đọc lại câu; sửa tên đơn vị, hoặc nói rõ vì sao nhắc đơn vị khác."),
    )  # fmt: skip
