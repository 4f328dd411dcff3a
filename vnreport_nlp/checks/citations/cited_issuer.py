"""Who issued a cited document: the body's name as the draft gives it, else what the symbol tells of it, else nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...expressions import lazy
from ...model import Outline
from ..letters import UPPER
from .known import known_documents
from .read import Citation, lower

MERGED = date(2025, 7, 1)
"""Communes were merged and districts ended: a commune's older documents may be those of any commune it was made of."""
_U = "[uủ][yỷ]"
_BODY = (
    rf"ban thường vụ|ban chấp hành|thường trực|thường vụ|văn phòng|(?:ủy|uỷ) ban kiểm tra|ban tổ chức|ban tuyên giáo(?: và dân vận)?|ban dân vận|"
    rf"ban nội chính|đảng {_U}|đảng bộ|(?:tỉnh|huyện|thị|thành|quận) {_U}|trung ương(?: đảng)?|bộ chính trị|ban bí thư|hội nghị|đại hội|chính phủ|"
    r"thủ tướng|quốc hội|chủ tịch|hội đồng nhân dân|(?:ủy|uỷ) ban nhân dân|(?:ủy|uỷ) ban mặt trận tổ quốc|bộ|sở"
)
_LEVEL = "tỉnh|huyện|thị xã|thành phố|xã|phường|thị trấn|đặc khu|quận|lâm thời"
_TERM = r"kh[óo][áa]? [IVXLC]+|lần thứ (?:\d+|[IVXLC]+|\w+)"
_SECTOR = (
    r"nông nghiệp và (?:môi trường|phát triển nông thôn)|tài nguyên và môi trường|tài chính|kế hoạch và đầu tư|nội vụ|xây dựng|giao thông vận tải|công thương|"
    r"khoa học và công nghệ|thông tin và truyền thông|văn (?:hóa|hoá),? thể thao(?: và du lịch)?|du lịch|giáo dục và đào tạo|y tế|tư pháp|"
    r"lao động(?:,|\s?[-–])? ?thương binh và xã hội|dân tộc(?: và tôn giáo)?|ngoại (?:vụ|giao)|quy hoạch\s?[-–]\s?kiến trúc|quốc phòng|công an"
)
"""Fields of ministries and departments, whose names go on in small letters."""
_NAME = lazy(
    rf"(?:(?i:(?:bộ|sở)\s+(?:{_SECTOR})|{_BODY})(?!\w))(?:\s+(?:(?i:{_BODY}|{_LEVEL})(?!\w)|{_TERM}|[{UPPER}]\w*))*",
)
_ORGANS = {
    "BTC": "Ban Tổ chức", "BTG": "Ban Tuyên giáo", "BTGDV": "Ban Tuyên giáo và Dân vận", "BDV": "Ban Dân vận", "BNC": "Ban Nội chính",
    "UBKT": "Ủy ban Kiểm tra", "VP": "Văn phòng",
}  # fmt: skip
_LETTERS = lazy(rf"(?P<organ>{'|'.join(sorted(_ORGANS, key=len, reverse=True))})?(?P<body>TW|TU|HU|ĐU)")
_STATE = (
    (lazy("CP"), "Chính phủ"), (lazy("TTg"), "Thủ tướng Chính phủ"), (lazy(r"QH\d*"), "Quốc hội"),
    (lazy(r"UBTVQH\d*"), "Ủy ban Thường vụ Quốc hội"), (lazy("CTN"), "Chủ tịch nước"), (lazy("BNV"), "Bộ Nội vụ"),
)  # fmt: skip
_COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")
_DAY = lazy(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4})")


@dataclass(frozen=True, slots=True)
class Profile:
    """Whose draft it is: its level, its committee's name, what stands above it, the day it was written."""

    level: str
    committee: str
    superior: str
    written: date | None


def profile_of(outline: Outline) -> Profile:
    """The profile that symbols are read by."""
    meta = outline.metadata
    unit, level = meta.unit or "", (meta.level or "").lower()
    name = unit[len(level) :].strip() if level and unit.lower().startswith(level) else ""
    above = {"huyện": "Huyện ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy", "quận": "Quận ủy"}
    committee = f"{above[level]} {name}" if level in above else f"Đảng ủy {level} {name}"
    text = lower(outline.document.text)
    superior = "Tỉnh ủy" if "tỉnh ủy" in text else "Thành ủy" if "thành ủy" in text else ""
    return Profile(level, committee if name else "", superior, _day(meta.date or ""))


def _day(text: str) -> date | None:
    m = _DAY.search(text)
    try:
        return date(int(m[3]), int(m[2]), int(m[1])) if m else None
    except ValueError:
        return None


def issuer_of(c: Citation, profile: Profile) -> str:
    """The issuer of a document, empty when neither words nor symbol tell it."""
    said = _NAME.match(c.by.strip(" :–-"))
    if said is not None:
        return said[0]
    if c.state and (body := next((name for letters, name in _STATE if letters.fullmatch(c.issuer)), "")):
        return body
    letters = _LETTERS.fullmatch(c.issuer)
    if letters is None:
        return ""
    organ = _ORGANS.get(letters["organ"] or "", "")
    if letters["body"] == "TW":
        return f"{organ} Trung ương" if organ else _central(c)
    body = _body(letters["body"], c, profile)
    return f"{organ} {body}".strip() if body else ""


def _body(letters: str, c: Citation, profile: Profile) -> str:
    """The committee behind ``HU``, ``ĐU`` or ``TU`` as a draft of this unit means it."""
    if letters == "HU":
        return profile.committee if profile.level == "huyện" else "Huyện ủy"
    if letters == "TU":  # a town's own committee signs with the province's letters
        return "" if profile.level in ("", "thị xã", "thành phố") else profile.superior
    before = profile.written is not None and profile.written < MERGED
    own = profile.level in _COMMUNES and (before or (c.when is not None and c.when >= MERGED))
    return profile.committee if own else ""


def _central(c: Citation) -> str:
    """The central body of a known document: several bodies sign with ``TW``."""
    entries = known_documents().get((c.code, c.number), ())
    found = {e.by for e in entries if c.when == e.date} if c.when else {e.by for e in entries}
    return found.pop() if len(found) == 1 else ""
