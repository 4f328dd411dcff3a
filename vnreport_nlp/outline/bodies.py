"""The body that writes a report, by the last line in capitals above ``BÁO CÁO``, and its name as it is properly written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..expressions import compiled
from .titles import is_caps

_ORGANS = compiled(
    r"(?:(?:BAN (?:THƯỜNG VỤ|THƯỜNG TRỰC|CHẤP HÀNH)|BCH|BTV|THƯỜNG TRỰC|ĐẢNG BỘ(?: CƠ SỞ| BỘ PHẬN)?|ĐẢNG ỦY|CHI BỘ|CHI ỦY|CÔNG ĐOÀN(?: CƠ SỞ)?)(?:\s+|$))+"
)
"""What leads a body and is no part of its name."""
_KIND = compiled(
    r"(?:(?:PHÂN HIỆU )?TRƯỜNG|ĐẠI HỌC|HỌC VIỆN|VIỆN|BỆNH VIỆN|TRUNG TÂM|TRẠM|SỞ|PHÒNG|CHI CỤC|CỤC|HẠT|KHO BẠC|NGÂN HÀNG|BẢO HIỂM|"
    r"HỘI(?! ĐỒNG (?:NHÂN DÂN|\w+ TỈNH))|HIỆP HỘI|LIÊN (?:ĐOÀN|MINH|HIỆP)|ĐOÀN|(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN) ĐOÀN|TÒA ÁN|CÔNG AN|"
    r"BỘ (?:CHỈ HUY|ĐỘI|TƯ LỆNH)|BAN|(?:CƠ QUAN )?ỦY BAN (?:KIỂM TRA|MẶT TRẬN|MTTQ)|MẶT TRẬN|THANH TRA|VĂN PHÒNG|CÔNG TY|TỔNG CÔNG TY|TẬP ĐOÀN|"
    r"XÍ NGHIỆP|NHÀ MÁY|HỢP TÁC XÃ|QUỸ|BÁO|TẠP CHÍ|ĐÀI|NHÀ (?:XUẤT BẢN|HÁT|THIẾU NHI|VĂN HÓA)|THƯ VIỆN|BẢO TÀNG|BƯU ĐIỆN|ĐIỆN LỰC|VIỄN THÔNG|"
    r"HẢI QUAN|THUẾ|THI HÀNH ÁN|SƯ ĐOÀN|TRUNG ĐOÀN|LỮ ĐOÀN)\b(?! CÁO)"
)
"""Bodies that are no district and no commune."""
_BLOC = compiled(
    r"(?:ĐẢNG (?:ỦY|BỘ)) (?:KHỐI|CÁC CƠ QUAN|CƠ QUAN|DOANH NGHIỆP|QUÂN SỰ|(?:BỘ ĐỘI )?BIÊN PHÒNG|(?:UBND|ỦY BAN NHÂN DÂN) TỈNH)\b"
)
_PROVINCE = compiled(
    r"(?:TỈNH ỦY|ĐẢNG BỘ TỈNH|(?:UBND|ỦY BAN NHÂN DÂN|HĐND|HỘI ĐỒNG NHÂN DÂN) TỈNH)(?: (?P<name>\S.*))?"
)
_COMMITTEE = compiled(
    r"(?P<party>TỈNH|HUYỆN|THỊ|THÀNH|QUẬN) ỦY(?: (?P<of>\S.*))?|.*?\b(?P<level>TỈNH|HUYỆN|THỊ XÃ|THÀNH PHỐ|QUẬN|(?<!TÁC )XÃ(?! HỘI)|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)(?: (?P<name>\S.*))?"
)
_AT_END = compiled(
    r".*\b(?:TỈNH|HUYỆN|THỊ XÃ|THÀNH PHỐ|QUẬN|(?<!TÁC )XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|(?:TỈNH|HUYỆN|THỊ|THÀNH|QUẬN) (?:ỦY|ĐOÀN))"
)
"""A body with the level of its place, but not the place's name."""
_BOARDED = compiled(r"\bủy(?! ban\b)|^(?:hội đồng nhân dân|hđnd)\b")
_NO_BODY = compiled(r"\W*(?:ĐẢNG CỘNG SẢN|CỘNG (?:HÒA|HOÀ)|ĐỘC LẬP|S[Ốố]\b|DỰ THẢO|TỐI? ?MẬT|MẬT|V/V|\d|\W*$)")
_TAIL = compiled(r"\s+(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG (?:HÒA|HOÀ) XÃ HỘI).*")
_LEVELS = {"TỈNH": "tỉnh", "HUYỆN": "huyện", "THỊ": "thị xã", "THÀNH": "thành phố", "QUẬN": "quận"}
_ORGAN_KINDS = ("ban", "văn phòng", "ủy ban kiểm tra", "cơ quan ủy ban kiểm tra")
"""Bodies that belong to a committee and not to a place."""
_SELF_SAID = ("sở",)
"""Bodies that a province names without its own name."""
_SHORT = compiled(r"[^\W\d_]*[bcdđfghjklmnpqrstvwxz]{3}$|^[bcdđfghjklmnpqrstvwxz]{2,}$|[^\w’'-]|\d")
"""Abbreviations and numbers, by an end that no syllable has."""
MOST_WORDS = 24
"""A line that names a body has at most this many words."""
_PROPER = """Trường|Trường Trung học phổ thông|Trường Trung học cơ sở|Trường Tiểu học|Trường Mầm non|Trường Mẫu giáo|Trường Phổ thông Dân tộc nội trú|
Trường Phổ thông|Trường Đại học|Trường Cao đẳng|Trường Trung cấp|Trường Chính trị|Phân hiệu Trường Đại học|Đại học|Học viện|Viện|Viện Kiểm sát nhân dân|
THPT|THCS|THCS và THPT|TH|TH và THCS|PTDTNT|PTDT nội trú|PTDTBT|Trung học phổ thông|Trung học cơ sở|Tiểu học|Sư phạm|Kinh tế|Kỹ thuật|Cộng đồng|Y tế|Y dược|Y - Dược|
Nông Lâm|Công nghệ|Công nghiệp|Văn hóa|Nghệ thuật|Du lịch|Luật|Nghề|Chuyên|nội trú|bán trú|Dân tộc|Bệnh viện|Đa khoa|khu vực|Y học cổ truyền|
Y dược cổ truyền|Phục hồi chức năng|Phụ sản|Sản - Nhi|Sản Nhi|Nhi|Mắt|Phổi|Tâm thần|Ung bướu|Quân y|Lao và Bệnh phổi|Trung tâm|Kiểm soát bệnh tật|
Y tế dự phòng|Giáo dục nghề nghiệp - Giáo dục thường xuyên|Giáo dục thường xuyên|Chính trị|Văn hóa, Thể thao và Truyền thông|Dịch vụ nông nghiệp|
Phục vụ hành chính công|Phát triển quỹ đất|Trạm|Sở|Phòng|Nội vụ|Tư pháp|Tài chính|Tài chính - Kế hoạch|Công Thương|Xây dựng|Giao thông vận tải|
Nông nghiệp và Phát triển nông thôn|Nông nghiệp và Môi trường|Nông nghiệp|Môi trường|Tài nguyên và Môi trường|Kế hoạch và Đầu tư|
Lao động - Thương binh và Xã hội|Lao động, Thương binh và Xã hội|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao|Văn hóa và Thông tin|Văn hóa - Xã hội|
Khoa học và Công nghệ|Thông tin và Truyền thông|Giáo dục và Đào tạo|GD&ĐT|Ngoại vụ|Dân tộc và Tôn giáo|Kinh tế và Hạ tầng|Kinh tế, Hạ tầng và Đô thị|
Quản lý đô thị|Chi cục|Cục|Hạt|Kiểm lâm|Thuế|Hải quan|Thống kê|Quản lý thị trường|Thi hành án dân sự|Kho bạc Nhà nước|Ngân hàng Nhà nước|
Ngân hàng Chính sách xã hội|Ngân hàng|Bảo hiểm xã hội|Hội|Nông dân|Cựu chiến binh|Chữ thập đỏ|Người cao tuổi|Khuyến học|Luật gia|Nhà báo|
Văn học nghệ thuật|Liên hiệp Phụ nữ|Liên hiệp các Hội Khoa học và Kỹ thuật|Việt Nam|Liên đoàn|Liên đoàn Lao động|Liên minh Hợp tác xã|
Hội Liên hiệp Thanh niên|Liên hiệp Thanh niên|Hiệp hội|Doanh nghiệp|Đoàn|Thanh niên Cộng sản Hồ Chí Minh|TNCS Hồ Chí Minh|Đoàn Khối|Tỉnh đoàn|Thành đoàn|
Huyện đoàn|Thị đoàn|Quận đoàn|Tòa án nhân dân|Công an|Quân sự|Biên phòng|Bộ đội Biên phòng|Bộ Chỉ huy|Ban Chỉ huy|Bộ Tư lệnh|Ban|Ban Chấp hành Trung ương|
Ban Vận động|Hội đồng|Tiểu ban|Ban Pháp chế|Ban Kinh tế - Ngân sách|Ban Đô thị|Ban Tiếp công dân|
Ban Tổ chức|Ban Tuyên giáo|Ban Tuyên giáo và Dân vận|Ban Dân vận|Ban Nội chính|Ban Kinh tế|Ban Xây dựng Đảng|Ban Quản lý|Ban Chỉ đạo|Ban Dân tộc|
Khu kinh tế|các khu công nghiệp|dự án|Ủy ban Kiểm tra|Cơ quan Ủy ban Kiểm tra|Ủy ban Mặt trận Tổ quốc|Ủy ban MTTQ|Mặt trận Tổ quốc|Ủy ban nhân dân|UBND|HĐND|
Hội đồng nhân dân|MTTQ|Thanh tra|Ban Thanh tra nhân dân|Văn phòng|Đăng ký đất đai|Điều phối nông thôn mới|Công ty|Tổng công ty|Công ty cổ phần|Công ty trách nhiệm hữu hạn|
TNHH|TNHH một thành viên|Một thành viên|Cổ phần|Tập đoàn|Xí nghiệp|Nhà máy|Cấp nước|Cấp thoát nước|Điện lực|Viễn thông|Bưu điện|Môi trường đô thị|Thủy lợi|
Xổ số kiến thiết|Lâm nghiệp|Cao su|Thủy điện|Hợp tác xã|Dịch vụ|Tín dụng nhân dân|Quỹ|Đầu tư phát triển|Báo|Tạp chí|Đài|Phát thanh - Truyền hình|
Phát thanh và Truyền hình|Truyền thanh - Truyền hình|Báo và phát thanh, truyền hình|Nhà xuất bản|Nhà hát|Nhà thiếu nhi|Nhà văn hóa|Thư viện|Bảo tàng|
Sư đoàn|Trung đoàn|Lữ đoàn|Đảng ủy|Đảng bộ|Khối|các cơ quan|các cơ quan Đảng|cơ quan|doanh nghiệp|Dân chính Đảng|Đảng|Trung ương|Tỉnh ủy|Huyện ủy|Thị ủy|
Thành ủy|Quận ủy|tỉnh|huyện|thị xã|thành phố|quận|xã|phường|thị trấn|đặc khu|và|của|số|trực thuộc|Đội"""
_CASES = {tuple(phrase.lower().split()): phrase for phrase in _PROPER.replace("\n", "").split("|")}
"""Words that are no body's own name, as they are written in the middle of one."""
_LONGEST = max(map(len, _CASES))
_PLACES = frozenset(("tỉnh", "huyện", "thị xã", "thành phố", "quận", "xã", "phường", "thị trấn", "đặc khu"))
"""Levels of places, which stay small before the place's name."""
_TASKED = compiled(
    r"(?:ban chỉ (?:đạo|huy)|ban vận động|tiểu ban|hội đồng(?! nhân dân))(?! (?:quân sự|công an|(?:bộ đội )?biên phòng)\b)\b"
)
"""Bodies that are named after what they do, never after a place; those of the armed forces are bodies of their own."""
_PLAIN_FIRST = ("các", "về")
"""Words with which what a body does begins small."""
_NAMES = tuple(
    tuple(name.split())
    for name in ("đảng", "đảng ủy", "đảng bộ", "tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "trung ương", "việt nam", "ubnd", "hđnd", "mttq",
                 "mặt trận tổ quốc", "ủy ban nhân dân")
)  # fmt: skip
"""Names within what a body does."""


class Writer(NamedTuple):
    """A body's name, its Party organ's name, and the level of the unit it belongs to below the province."""

    unit: str
    body: str
    level: str | None
    nameless: bool = False
    """Whether it is a body of some place that the heading does not tell."""

    @property
    def told(self) -> tuple[str, str, str | None]:
        """Unit, body and level."""
        return self.unit, self.body, self.level


def written(line: str) -> tuple[str, bool]:
    """(A name in capitals as it is properly written, whether it holds any name of its own).

    >>> written("SỞ GIÁO DỤC VÀ ĐÀO TẠO")
    ('Sở Giáo dục và Đào tạo', False)
    >>> written("BAN CHỈ ĐẠO PHÒNG, CHỐNG CHÁY RỪNG XÃ BẢN LÙNG")
    ('Ban Chỉ đạo Phòng, chống cháy rừng xã Bản Lùng', True)
    """
    words = line.lower().split()
    out, at = _tasked(words)
    own = False
    while at < len(words):
        many = next((n for n in range(_LONGEST, 0, -1) if tuple(words[at : at + n]) in _CASES), 0)
        placed = _is_place(words, at, many)
        if (many and not own) or placed or (many and words[at] in ("tỉnh", "huyện", "và", "-")):
            out.append(_CASES[tuple(words[at : at + many])])
        else:
            many = 1
            bare = words[at].strip(",;:.")
            own = own or bare.isalpha()
            out.append(words[at].upper() if _SHORT.search(bare) else words[at].capitalize())
        at += many
        own = own or (placed and at < len(words))
    text = " ".join(out)
    return text[:1].upper() + text[1:], own


def _is_place(words: list[str], at: int, many: int) -> bool:
    """Whether so many words are the level of a place: ``xã``, but not that of ``xã hội``."""
    return " ".join(words[at : at + many]) in _PLACES and words[at : at + 2] != ["xã", "hội"]


def _tasked(words: list[str]) -> tuple[list[str], int]:
    """(Body and what it does, which is no name: its first word large; the number of words that are read by it)."""
    m = _TASKED.match(" ".join(words))
    if m is None:
        return [], 0
    first = at = len(m[0].split())
    out = [_CASES[tuple(words[:first])]]
    while at < len(words):
        many = max((len(n) for n in _NAMES if tuple(words[at : at + len(n)]) == n), default=0)
        if not many and any(_is_place(words, at, n) for n in (1, 2)):
            break
        if many:
            out.append(_CASES[tuple(words[at : at + many])])
        elif _SHORT.search(words[at].strip(",;:.")):
            out.append(words[at].upper())
        else:
            out.append(words[at].capitalize() if at == first and words[at] not in _PLAIN_FIRST else words[at])
        at += many or 1
    return out, at


def lines_of_bodies(heading: Iterable[str]) -> list[str]:
    """The lines in capitals that name bodies, in order; a name alone in a line goes with the body above it."""
    found: list[str] = []
    for raw in heading:
        line = _TAIL.sub("", " ".join(raw.replace("UỶ", "ỦY").replace("TOÀ ÁN", "TÒA ÁN").strip(" *_|-–—").split()))
        if not is_caps(line) or _NO_BODY.match(line.upper()) or len(line.split()) > MOST_WORDS:
            continue
        organs = _ORGANS.fullmatch(line)
        if found and organs and _KIND.match(found[-1]):
            found[-1] = f"{line} {found[-1]}"
        elif found and not organs and _goes_on(found[-1], line):
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def _goes_on(above: str, line: str) -> bool:
    """Whether a line is the rest of the name in the line above: a place of a body, or no kind of body at all."""
    rest = _ORGANS.sub("", above)
    if not rest:
        return True
    if not _KIND.match(rest) or _ORGANS.match(line) or _KIND.match(line) or _PROVINCE.match(line):
        return False
    placed = _COMMITTEE.match(line)
    return not _AT_END.match(rest) if placed else True


def writer(heading: Iterable[str]) -> Writer | None:
    """Who writes by the lines above ``BÁO CÁO``; None where the last body is a unit's own committee, or none is named."""
    lines = lines_of_bodies(heading)
    if not lines:
        return None
    last, above = lines[-1], lines[:-1]
    organ = m[0].strip() if (m := _ORGANS.match(last)) else ""
    rest = last[len(m[0]) :] if m else last
    if rest and _KIND.match(rest):
        name, level, nameless = _placed(rest, above)
        party = "ĐẢNG" in organ or "CHI" in organ.split()
        return Writer(name, f"{_organ(organ)} {name}" if party else name, level, nameless)
    if _BLOC.match(last):
        name, _, _ = _placed(last, above)
        return Writer(name, name, None)
    return None


def province(heading: Iterable[str]) -> Writer | None:
    """The province whose own committee writes, by the last body of the title block."""
    lines = lines_of_bodies(heading)
    m = _PROVINCE.fullmatch(_ORGANS.sub("", lines[-1]) or lines[-1]) if lines else None
    if m is None or not m["name"]:
        return None
    return Writer(written(f"TỈNH {m['name']}")[0], written(lines[-1])[0], None)


def _organ(text: str) -> str:
    """A Party organ's name: an organisation and its board are named by their committee."""
    return "Chi bộ" if "CHI" in text.split() else "Đảng ủy"


def _placed(line: str, above: list[str]) -> tuple[str, str | None, bool]:
    """(name, level below the province, whether a place is missing): with the place of the body above where the line has no name of its own."""
    name, own = written(line)
    kind = name.lower()
    at = next(_committees([line]), None)
    if not own and not kind.startswith(_SELF_SAID):
        over = next(_committees(reversed(above)), None)
        if over is not None:
            level, place, printed = over
            ends = _AT_END.fullmatch(line)
            if ends:
                name = f"{name} {place}"
            elif kind in _ORGAN_KINDS or (kind.startswith("ban ") and _has_boards(printed)):
                name = f"{name} {printed}"
            else:
                name = f"{name} {level} {place}"
            return name, level if level != "tỉnh" else None, False
    nameless = not own and not kind.startswith(_SELF_SAID) and not _AT_END.fullmatch(line)
    return name, at[0] if at and at[0] != "tỉnh" else None, nameless


def _has_boards(body: str) -> bool:
    """Whether a body has boards of its own: a Party committee or a People's Council; what a People's Committee sets up is of its place."""
    return _BOARDED.search(body.lower()) is not None


def _committees(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """(level, name, body as written) of the units that lines name with their names."""
    for line in lines:
        m = _COMMITTEE.fullmatch(line)
        name = (m["of"] or m["name"] or "") if m else ""
        if m and name and not written(name)[0].lower().startswith(("ủy", "đoàn")):
            level = _LEVELS[m["party"]] if m["party"] else m["level"].lower()
            yield level, written(f"{level} {name}".upper())[0][len(level) + 1 :], written(line)[0]
