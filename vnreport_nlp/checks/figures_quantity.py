"""What a figure says: the words, acts, times, places and reservations around one number, so that two can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..gates import Gated
from ..model import Document, Span
from .figures_text import PERCENT, approximate, counts, kind_after, noun_of, value_of
from .letters import UPPER

RESERVED = Gated(
    r"\bước\b|dự kiến|kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|dự toán|\bgiao\b|cùng kỳ|so với|(?<!thu nhập )(?<!năng suất )(?<!giá trị )bình quân|trung bình|\bmỗi\b|\btrước\b|\bsau\b|ban đầu|điều chỉnh|còn lại|"
    r"trong (?:đó|số|tổng số)|\briêng\b|\bcũ\b|\btăng\b(?! trưởng)|\bgiảm\b|\bvượt\b|\bthêm\b|chiếm|lũy kế|luỹ kế|ít nhất|tối thiểu|tối đa|tiếp theo|thời gian tới|quy định|định mức|"
    r"theo nghị quyết|nghị quyết đề ra|đăng ký|hằng năm|hàng năm|\bnhất\b|một số|\bchưa\b|\bkhông\b|\bthiếu\b|\bkhác\b|ngoài ra|trở lên|trở xuống|từ \d",
    re.IGNORECASE,
)
"""A plan, an estimate, an average, a part, a change, another time: such a figure is compared with no other."""
_MARKS = re.compile(
    r"\b(?:mới|nữ|dự bị|chính thức|dân tộc|trẻ|đầu|chuyên đề|(?:(?<=sát )|(?<=tra )|(?<=chi ))thường xuyên|dấu hiệu|định kỳ|đột xuất|trực tuyến|tài chính|đảng phí|cấp dưới|cơ sở|trực thuộc|ngoài|lượt|nông thôn|đô thị|thành thị|"
    r"cơ quan|doanh nghiệp|trường học|quân sự|công an|thôn|bản|vụ (?:đông|xuân|hè|thu|mùa|chiêm|chính)(?: (?:xuân|thu|đông))?|đợt \w+|lần \w+|số \d+|thứ \w+|loại \w+|hạng \w+|nhóm \w+|khu vực \w+|khóa \w+|khoá \w+|nội địa|quốc tế|nghèo|cận nghèo|"
    r"đa chiều|ngắn hạn|dài hạn|trung hạn|hạt nhân|tự nhiên|gieo trồng|tập trung|thường trú|tạm trú|tươi|khô|xuất|nhập|khá|giỏi|xuất sắc|tốt)(?!\w)",
    re.IGNORECASE,
)
"""Words that make a set another set: both statements must have them, or neither."""
_FREE_MARKS = frozenset({"trực thuộc", "cơ sở", "mới"})
"""Often left out when a thing is named again."""
_ACTS = Gated(
    r"\b(?P<admit>kết nạp)|(?P<discipline>kỷ luật|kỉ luật)|(?P<check>kiểm tra)|(?P<watch>giám sát)|(?P<chosen>bầu|trúng cử)|"
    r"(?P<other>khiển trách|cảnh cáo|cách chức|khai trừ|xóa tên|xoá tên|thụ lý|xét xử|tiếp nhận|giải quyết|khởi tố|truy tố|điều tra|phát hiện|xử lý|xử phạt|thanh tra|bổ nhiệm|luân chuyển|"
    r"điều động|quy hoạch|đào tạo|bồi dưỡng|tập huấn|tinh giản|sắp xếp|sáp nhập|giải thể|thành lập|phê duyệt|ban hành|xây mới|xây dựng|sửa chữa|nâng cấp|trồng|khai thác|thu hoạch|chăm sóc|"
    r"giải ngân|huy động|thu hút|hỗ trợ|vay|tặng|thăm|khám|điều trị|tiêm|đối thoại|tuyển|nhập ngũ|xuất khẩu|nhập khẩu|thoát nghèo|tái nghèo|công nhận|đạt chuẩn|hoàn thành|xếp loại|khen thưởng|"
    r"chết|bị thương|xảy ra|làm rõ|bắt|di dời|hư hỏng|trả lời|triệu tập|có mặt|vắng|tham gia|tham dự|chuyển|miễn|nghỉ|thôi việc|xóa|xoá|kê khai|giới thiệu|phân công|vận động|cấp giấy|tuyên truyền|"
    r"đăng|(?<!trực )(?<!gián )(?<!giao )tiếp|mở|họp|đánh giá|công bố|quyết toán|đầu tư|thanh toán|tiêu thụ|bán|mua)\b",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"\b(?P<standing>ban thường vụ)|(?P<inspection>[uủ][yỷ] ban kiểm tra)|(?P<executive>ban chấp hành)|(?P<permanent>thường trực)|(?P<people>ủy ban nhân dân|uỷ ban nhân dân|ubnd)|"
    r"(?P<council>hội đồng nhân dân|hđnd)|(?P<front>mặt trận)|(?P<women>hội phụ nữ|hội liên hiệp phụ nữ)|(?P<farmers>hội nông dân)|(?P<youth>đoàn thanh niên)|(?P<veterans>cựu chiến binh)|(?P<labour>công đoàn|liên đoàn lao động)|"
    r"(?P<province>cấp tỉnh|toàn tỉnh|của tỉnh|tỉnh ủy)|(?P<district>cấp huyện|toàn huyện|của huyện|huyện ủy|thành ủy|thị ủy)|(?P<base>cấp xã|cấp cơ sở|cấp ủy cơ sở|đảng ủy cơ sở)|(?P<commune>toàn xã|của xã|đảng ủy xã)",
    re.IGNORECASE,
)
LEVELS = frozenset({"province", "district", "base", "commune"})
_NAMED = re.compile(
    rf"\b(?:xã|phường|thị trấn|thôn|bản|ấp|buôn|làng|khu phố|[Cc]hi bộ|[Đđ]ảng bộ|[Đđ]ảng ủy|huyện|thành phố|thị xã|tỉnh|dự án|cầu|hồ|[Kk]hu công nghiệp|[Tt]rường)\s+((?:[{UPPER}]\w*\s?)+)"
)
_TIMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("{0}-{1}", re.compile(r"(?:giai đoạn|nhiệm kỳ|từ năm)?\s*((?:19|20)\d\d)\s*(?:[-–]|đến(?: năm)?)\s*((?:19|20)\d\d)")),
    ("{0}/{1}/{2}", re.compile(r"(?:ngày\s+)?(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)")),
    ("{0}/{1}/{2}", re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d\d)")),
    ("t{0}/{1}", re.compile(r"tháng\s+(\d{1,2})(?:/|\s+năm\s+)((?:19|20)\d\d)")),
    ("{0} {1}", re.compile(r"(quý [IV]+|\d+ tháng(?: đầu| cuối)?|sáu tháng(?: đầu| cuối)?|đầu|giữa)\s*(?:năm|/)?\s*((?:19|20)\d\d|năm)")),
    ("{0}", re.compile(r"(?:(?:cả |cuối |hết |trong )?năm\s+)?((?:19|20)\d\d)(?!\d)")),
    ("at", re.compile(r"(?:đầu |cả |trong |toàn )?nhiệm kỳ(?: qua| này)?|đại hội|thời điểm", re.IGNORECASE)),
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset(
    [
        "và",
        "của",
        "các",
        "có",
        "là",
        "được",
        "cho",
        "với",
        "trong",
        "đã",
        "từ",
        "đến",
        "tại",
        "ở",
        "về",
        "theo",
        "này",
        "những",
        "khi",
        "do",
        "để",
        "trên",
        "dưới",
        "vào",
        "ra",
        "còn",
        "gồm",
        "tổng",
        "số",
        "bị",
        "đạt",
        "hiện",
        "nay",
        "toàn",
        "cả",
        "đều",
        "địa",
        "bàn",
        "năm",
        "tỉnh",
        "huyện",
        "xã",
        "phường",
        "thị",
        "trấn",
        "thành",
        "phố",
        "qua",
        "lãnh",
        "đạo",
        "quan",
        "tâm",
        "quản",
        "lý",
        "trực",
        "tiếp",
        "thường",
        "xuyên",
        "kết",
        "quả",
        "giải",
        "pháp",
        "nguyên",
        "nhân",
        "hạn",
        "chế",
        "bối",
        "cảnh",
        "nhờ",
        "đó",
        "như",
        "vậy",
        "cùng",
        "việc",
        "thời",
        "điểm",
        "liệu",
        "tính",
        "hết",
        "cuối",
        "tháng",
        "ngày",
        "giai",
        "đoạn",
        "nhiệm",
        "kỳ",
        "lượng",
        "mới",
        "đủ",
        "vẫn",
        "cũng",
        "rất",
        "nhiều",
        "đó",
        "mà",
        "bằng",
        "lên",
        "xuống",
        "thuộc",
        "phát",
        "huy",
        "trách",
        "nhiệm",
        "sự",
        "nỗ",
        "lực",
        "đáng",
        "ghi",
        "nhận",
        "ưu",
        "điểm",
        "nêu",
        "ban",
        "chung",
        "cơ",
        "cấu",
        "một",
        "hai",
        "ba",
        "mức",
    ]
)
_HEADED = re.compile(r"\b(?:tỷ lệ|tỉ lệ|tỷ trọng|tốc độ|độ che phủ|tỷ suất|mức độ)\s[^,;:.()]*$", re.IGNORECASE)
_PREDICATE = re.compile(
    r"\s(?:đều|đã|được|có|là|theo|nhằm|chủ yếu|nhờ|do|vì|để|tại|bảo đảm|góp phần|cho thấy|đang|sinh hoạt|phần lớn|đến)\s",
    re.IGNORECASE,
)
"""Here what is counted ends, and what is said of it begins."""
BESIDE = 4
"""So many words before a number stand at it."""
WINDOW = 14
"""So many words on each side of a number are its own."""


@dataclass(frozen=True)
class Quantity:
    """One number with the clause around it; everything else is read when asked for."""

    text: str
    unit: str
    kind: str | None
    left: str
    right: str
    sentence: str
    span: Span
    at: int
    inherited: str = ""

    @cached_property
    def digits(self) -> str:
        return self.text.replace(".", "")

    @cached_property
    def clause(self) -> str:
        return f"{self.left} | {self.right}"

    @cached_property
    def reserved(self) -> bool:
        return RESERVED.search(self.clause) is not None

    @cached_property
    def times(self) -> frozenset[str]:
        return times_of(self.clause) or times_of(self.sentence) or times_of(self.inherited)

    @cached_property
    def words(self) -> frozenset[str]:
        headed = _HEADED.search(self.left) if self.unit == "%" else None
        return content(headed[0] if headed else f"{self.left} | {_PREDICATE.split(self.right)[0]}", self.unit)

    def apart(self, other: Quantity) -> frozenset[str]:
        """What only this statement says, introductions that have nothing in common with the other left out."""
        if self.unit == "%" and _HEADED.search(self.left):
            return self.words - other.words
        *opening, last = self.left.split(",")
        told = [last, *(s for s in opening if content(s, self.unit) & other.words), _PREDICATE.split(self.right)[0]]
        acts = frozenset(w for act in _ACTS.finditer(self.clause) for w in act[0].lower().split())
        return content(" ".join(told), self.unit) - other.words - acts - content(other.clause, self.unit)

    @cached_property
    def acts(self) -> frozenset[str]:
        plain = _BODIES.sub(" ", self.clause)
        return frozenset(m[0].lower() if m.lastgroup == "other" else m.lastgroup or "" for m in _ACTS.finditer(plain))

    @cached_property
    def bodies(self) -> frozenset[str]:
        return frozenset(m.lastgroup or "" for m in _BODIES.finditer(self.clause)) - LEVELS

    @cached_property
    def levels(self) -> frozenset[str]:
        return frozenset(m.lastgroup or "" for m in _BODIES.finditer(self.clause)) & LEVELS

    @cached_property
    def marks(self) -> frozenset[str]:
        return frozenset(m[0].lower() for m in _MARKS.finditer(self.clause)) - _FREE_MARKS

    @cached_property
    def near_marks(self) -> frozenset[str]:
        """Those that stand at the number itself."""
        beside = f"{' '.join(self.left.split()[-BESIDE:])} | {self.right}"
        return frozenset(m[0].lower() for m in _MARKS.finditer(beside)) & self.marks

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(m[1].strip() for m in _NAMED.finditer(self.clause))


def times_of(text: str) -> frozenset[str]:
    """The times a clause names, each in one form."""
    found = set()
    for form, pattern in _TIMES:
        if form == "at" and found:
            break
        found |= {form.format(*m.groups()).lower() for m in pattern.finditer(text)}
        text = pattern.sub(" ", text) if found else text
    return frozenset(found)


def content(text: str, unit: str) -> frozenset[str]:
    """The syllables that say what is counted, without particles, levels and times."""
    return frozenset(_WORD.findall(text.lower())) - _EMPTY - frozenset(unit.split())


def quantities(document: Document) -> Iterator[Quantity]:
    """Every count and rate in running text and notes, rounded ones left out."""
    for p in document.paragraphs:
        if p.story in ("toc", "header", "footer", "table"):
            continue
        text = document.text[p.start : p.end]
        before = ""
        for start, end, found in counts(text):
            sentence = text[start:end]
            yield from _of_sentence(
                sentence, before, p.start + start, [(n.start - start, n.end - start, n.text, n.approx) for n in found]
            )
            before = sentence


def _of_sentence(sentence: str, before: str, at: int, found: list[tuple[int, int, str, bool]]) -> Iterator[Quantity]:
    if "%" in sentence:
        found += [(m.start(), m.end(), m[1], approximate(sentence, m.start())) for m in PERCENT.finditer(sentence)]
        found.sort()
    for index, (start, end, text, approx) in enumerate(found):
        if approx:
            continue
        left = _left(sentence, start, [e for _, e, _, _ in found[:index]])
        stop = found[index + 1][0] if index + 1 < len(found) else len(sentence)
        right = re.split(r"[,;:(]|\.(?!\d)|\svà\s*$", sentence[end:stop], maxsplit=1)[0]
        percent = sentence[end - 1] == "%"
        unit = "%" if percent else noun_of(sentence, end) or " ".join(right.lower().split()[:2])
        yield Quantity(
            text, unit, "rate" if percent else kind_after(sentence, end), left, " ".join(right.split()[:WINDOW]), sentence,
            Span(at + start, at + end + min(len(right.rstrip()), 60)), at, before,
        )  # fmt: skip


def _left(sentence: str, start: int, ends: list[int]) -> str:
    """The words before a number that are its own: those the list shares, and those since the number before it."""
    bound = max(sentence.rfind(c, 0, start) for c in ";(") + 1
    colon = sentence.rfind(":", bound, start)
    if colon >= 0 and sentence[colon + 1 : start].strip():
        bound = colon + 1
    earlier = [e for e in ends if e > bound]
    if not earlier:
        return " ".join(sentence[bound:start].split()[-2 * WINDOW :])
    since = re.split(r",|\svà\s|\svới\s", sentence[earlier[-1] : start], maxsplit=1)
    head = re.split(r"\d", sentence[bound:start], maxsplit=1)[0]
    return " ".join(f"{head} {since[-1] if len(since) > 1 else ''}".split()[-2 * WINDOW :])


def share_of(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of the smaller set the other one holds."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def near(a: str, b: str, most: float) -> bool:
    """Whether two values differ by at most a factor."""
    low, high = sorted((float(value_of(a)), float(value_of(b))))
    return low != high and high <= low * most
