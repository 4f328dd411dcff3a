"""U501 of bodies: which body writes a draft, by the lines in capitals of its title block: kind words, level, name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...expressions import lazy
from ..context import Context
from ..letters import UPPER
from .profile import LOWER_LEVELS, UPPER_LEVELS, WORD, front_end, key_of

_COMMITTEES = {"tỉnh": "tỉnh", "huyện": "huyện", "thị": "thị xã", "thành": "thành phố", "quận": "quận"}
_LEVELS = r"TỈNH|HUYỆN|THỊ XÃ|THÀNH PHỐ|QUẬN|(?<!TÁC )XÃ(?! HỘI)|PHƯỜNG|THỊ TRẤN|ĐẶC KHU"
_PLACE = lazy(
    rf"\b(?:(?P<party>TỈNH|HUYỆN|THỊ|THÀNH|QUẬN) (?:ỦY|UỶ|ĐOÀN)|(?P<level>{_LEVELS}))(?: (?P<name>[{UPPER}][^\n]*))?$"
)
_YOUTH = lazy(r"(?:TỈNH|HUYỆN|THỊ|THÀNH|QUẬN) ĐOÀN\b")
_ORGANS = lazy(
    r"(?:(?:BAN (?:THƯỜNG VỤ|THƯỜNG TRỰC|CHẤP HÀNH)|BCH|BTV|THƯỜNG TRỰC|ĐẢNG BỘ|ĐẢNG (?:ỦY|UỶ)|CHI BỘ|CHI (?:ỦY|UỶ)|CÔNG ĐOÀN CƠ SỞ|CÔNG ĐOÀN)\s+)+(?=\S)"
)
"""What leads a body and is not named with it everywhere."""
_LONE_ORGAN = lazy(r"ĐẢNG (?:BỘ|ỦY|UỶ)|CHI BỘ|BAN (?:CHẤP HÀNH|THƯỜNG VỤ)(?: ĐẢNG BỘ)?")
"""A line below the body's own: its Party organisation."""
_KIND = r"TRƯỜNG|BỆNH VIỆN|TRUNG TÂM|SỞ|PHÒNG|CHI CỤC|CỤC|HẠT|TRẠM|KHO BẠC|HỘI|LIÊN ĐOÀN|ĐOÀN|(?:TÒA|TOÀ) ÁN|VIỆN|CÔNG AN|BAN|BỘ CHỈ HUY|(?:ỦY|UỶ) BAN|VĂN PHÒNG|HỢP TÁC XÃ|BẢO HIỂM|UBND|HĐND|MẶT TRẬN|ĐỘI|VƯỜN QUỐC GIA|(?:TỔNG )?CÔNG TY"
_BODY = lazy(rf"(?:{_KIND}|TỈNH (?:ỦY|UỶ))\b")
COMMITTEE = "tỉnh ủy"
"""The kind of a province's committee, whose level is its kind."""
_TYPES = lazy(
    r"(?:TRƯỜNG(?: (?:THPT|THCS|TH|TIỂU HỌC|MẦM NON|MẪU GIÁO|TRUNG HỌC PHỔ THÔNG|TRUNG HỌC CƠ SỞ|PHỔ THÔNG(?: DÂN TỘC)?(?: (?:NỘI|BÁN) TRÚ)?|PTDT ?[NB]T|(?:CAO ĐẲNG|TRUNG CẤP|ĐẠI HỌC)(?: (?:Y TẾ|Y DƯỢC|SƯ PHẠM|KINH TẾ|KỸ THUẬT|CỘNG ĐỒNG|NÔNG LÂM|CÔNG NGHỆ|CÔNG NGHIỆP|VĂN HÓA|NGHỆ THUẬT|DU LỊCH|LUẬT|-))*|CHUYÊN|LIÊN CẤP|NGHỀ|VÀ|&))+"
    r"|BỆNH VIỆN(?: (?:ĐA KHOA|KHU VỰC|Y HỌC CỔ TRUYỀN|Y DƯỢC CỔ TRUYỀN|PHỤC HỒI CHỨC NĂNG|SẢN|NHI|MẮT|PHỔI|TÂM THẦN|UNG BƯỚU|QUÂN Y|-))*|HỢP TÁC XÃ(?: NÔNG NGHIỆP| DỊCH VỤ)*"
    r"|(?:TỔNG )?CÔNG TY(?: (?:TNHH|TRÁCH NHIỆM HỮU HẠN|CỔ PHẦN|CP|MỘT THÀNH VIÊN|MTV|LÂM NGHIỆP|NÔNG NGHIỆP|CAO SU|CHÈ|CÀ PHÊ|ĐIỆN LỰC|THỦY ĐIỆN|NHIỆT ĐIỆN|THỦY LỢI|KHAI THÁC|CÔNG TRÌNH"
    r"|CẤP (?:THOÁT )?NƯỚC|NƯỚC SẠCH|MÔI TRƯỜNG|ĐÔ THỊ|XÂY DỰNG|GIAO THÔNG|THƯƠNG MẠI|DỊCH VỤ|DU LỊCH|XĂNG DẦU|DƯỢC|THAN|KHOÁNG SẢN|XI MĂNG|MAY|DỆT|GANG THÉP|VẬN TẢI|CẢNG|ĐẦU TƯ|PHÁT TRIỂN|SẢN XUẤT|CHẾ BIẾN|VÀ|-))+"
    r"|TRUNG TÂM(?:,? (?:Y TẾ|KHU VỰC|LIÊN (?:XÃ|HUYỆN)|DỊCH VỤ|SỰ NGHIỆP|CÔNG ÍCH|CÔNG|KỸ THUẬT|NÔNG NGHIỆP|LÂM NGHIỆP|THỦY SẢN|KHUYẾN NÔNG|PHỤC VỤ HÀNH CHÍNH|CHÍNH TRỊ|VĂN HÓA|THÔNG TIN|TRUYỀN THÔNG|THỂ THAO|DU LỊCH"
    r"|GIÁO DỤC|ĐÀO TẠO|NGHỀ NGHIỆP|THƯỜNG XUYÊN|DẠY NGHỀ|VIỆC LÀM|PHÁT TRIỂN QUỸ ĐẤT|KIỂM SOÁT BỆNH TẬT|BẢO TRỢ|CÔNG TÁC XÃ HỘI|XÃ HỘI|ĐĂNG KIỂM|NƯỚC SẠCH|VÀ|-))++"
    r"|PHÒNG KHÁM(?: (?:ĐA KHOA|KHU VỰC|QUÂN DÂN Y))*+|(?:HẠT|TRẠM|ĐỘI) (?:KIỂM LÂM|Y TẾ|THÚ Y|BẢO VỆ THỰC VẬT|BẢO VỆ RỪNG|QUẢN LÝ THỊ TRƯỜNG|THUẾ)(?: (?:KHU VỰC|LIÊN (?:XÃ|HUYỆN)|CƠ ĐỘNG|SỐ))*+"
    r"|BAN QUẢN LÝ(?: (?:RỪNG|PHÒNG HỘ|ĐẶC DỤNG|KHU BẢO TỒN(?: THIÊN NHIÊN)?|KHU CÔNG NGHIỆP|KHU KINH TẾ|KHU DU LỊCH|DI TÍCH|CHỢ|VÀ|-))++|VƯỜN QUỐC GIA|CHI CỤC (?:THUẾ|HẢI QUAN|THỐNG KÊ|KIỂM LÂM|DỰ TRỮ NHÀ NƯỚC)(?: (?:KHU VỰC|LIÊN HUYỆN))*+)\s"
)
"""Kinds of bodies that carry a name of their own."""
_SPELLINGS = (
    ("liên hiệp phụ nữ", "lhpn", "phụ nữ"), ("trung học phổ thông", "thpt"), ("trung học cơ sở", "thcs"), ("mặt trận tổ quốc", "mttq"),
    ("liên đoàn lao động", "lđlđ"), ("cựu chiến binh", "ccb"), ("ủy ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd"), ("ủy ban kiểm tra", "ubkt"),
    ("giáo dục và đào tạo", "gd&đt", "gd-đt", "gdđt"), ("một thành viên", "mtv"), ("trách nhiệm hữu hạn", "tnhh"), ("cổ phần", "cp"), ("phổ thông dân tộc nội trú", "ptdtnt", "ptdt nội trú"), ("bảo hiểm xã hội", "bhxh"), ("chữ thập đỏ", "ctđ"), ("tncs hồ chí minh", "tncs hcm", "thanh niên"),
)  # fmt: skip
PARTY_LEVEL = r"(?:Tỉnh|Huyện|Thị|Thành|Quận) (?:ủy|uỷ)|Đảng (?:ủy|uỷ) (?:xã|phường|thị trấn|đặc khu)"
STATE_LEVEL = "tỉnh|huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu"


@dataclass(frozen=True, slots=True)
class Own:
    """The body that writes: kind in small letters; level and name of its unit, or its own name alone; ``field`` of a department."""

    said: str
    kind: str
    level: str = ""
    name: str = ""
    field: str = ""
    above: frozenset[str] = frozenset()

    @property
    def peers(self) -> tuple[str, ...]:
        """Levels of the same rank."""
        if self.level == "tỉnh":
            return ("tỉnh",)
        return UPPER_LEVELS if self.level in UPPER_LEVELS else LOWER_LEVELS


def own_body(context: Context) -> Own | None:
    """The last body of the title block; None where it is a unit's own committee, or none at all."""
    lines = lines_of(context.spelled.text[: front_end(context)])
    at = next((k for k in reversed(range(len(lines))) if _BODY.match(lines[k]) or _YOUTH.match(lines[k])), None)
    if at is None or at != len(lines) - 1:
        return None
    line, over = lines[at], lines[:at]
    above = frozenset(key_of(m["name"]) for text in over if (m := _PLACE.search(text)) and m["name"])
    return _parsed(line, over, above)


def lines_of(front: str) -> list[str]:
    """The lines above the kind of document that name bodies, without what leads them; a place joins the line before it."""
    found: list[str] = []
    for raw in front.split("\n"):
        line = re.split(r"\t|\s{3,}", raw.strip(" *_|"))[0].strip(" *_-")
        if line.upper().startswith("BÁO CÁO"):
            break
        if (
            not line.isupper()
            or (found and _LONE_ORGAN.fullmatch(line))
            or line.startswith(("ĐẢNG CỘNG SẢN", "CỘNG H", "SỐ ", "SỐ:", "ĐỘC LẬP"))
        ):
            continue
        if found and re.match(rf"(?:{_LEVELS})\s", line) and _BODY.match(found[-1]) and not _PLACE.search(found[-1]):
            found[-1] += f" {line}"
        else:
            found.append(_ORGANS.sub("", line, count=1) if _ORGANS.match(line) else line)
    return found


def _parsed(line: str, over: list[str], above: frozenset[str]) -> Own | None:
    said = f"{line[:1]}{line[1:].lower()}"
    if (m := _TYPES.match(line)) and not _PLACE.match(line, m.end()):
        return Own(said, _small(m[0]), name=line[m.end() :], above=above)
    if m := re.match(r"(?P<kind>SỞ|PHÒNG) (?P<field>[^\n]+?)(?: (?:TỈNH|HUYỆN|THÀNH PHỐ|THỊ XÃ) [^\n]+)?$", line):
        return Own(said, m["kind"].lower(), field=_small(m["field"]), above=above)
    place = _PLACE.search(line)
    kind = _small(line[: place.start()]) if place else _small(line)
    if line.startswith("TỈNH") and not _YOUTH.match(line):
        kind = COMMITTEE
    if place is None or not place["name"]:
        place = next((m for text in reversed(over) if (m := _PLACE.search(text)) and m["name"]), None)
    if place is None:
        return None
    level = _COMMITTEES[place["party"].lower()] if place["party"] else place["level"].lower()
    return Own(said, kind, level, place["name"], above=above - {key_of(place["name"])})


def _small(text: str) -> str:
    return " ".join(text.lower().replace("uỷ", "ủy").split()).removesuffix(" việt nam")


@lru_cache(maxsize=64)
def spelled(kind: str) -> str:
    """An expression for kind words as texts write them, long or short."""
    text = kind
    for k, forms in enumerate(_SPELLINGS):
        for form in forms:
            if re.search(rf"\b{re.escape(form)}\b", text):
                text = re.sub(rf"\b{re.escape(form)}\b", f"\0{k}\0", text)
                break
    out = re.escape(text).replace("ủy", "(?:ủy|uỷ)").replace("\\ ", r"\s").replace(" ", r"\s")
    for k, forms in enumerate(_SPELLINGS):
        out = out.replace(re.escape(f"\0{k}\0"), f"(?:{'|'.join(re.escape(f) for f in forms)})")
    return out


NAMED = rf"{WORD}(?:(?:\s|-){WORD}|\s\d+\b){{0,4}}"
"""A body's own name."""
