"""Numbers of a Vietnamese administrative text: what they count, and what only looks like a count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from ....expressions import lazy
from ....gates import Gated, Part
from ....text import pieces
from ...letters import UPPER
from .labels import names_one
from .pairs import few

DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
NUMBER = lazy(
    rf"(?<![\w/.\-–+])(?<!\d,)(?:{DIGITS})(?!(?!(?:ha|km|kg|tấn|tỷ|triệu|m[23²³])\b)[\w/]|[.,]\d|\s?[-–]\s?\d|-\w)"
)
"""A comma may stand right before it (``177 lượt,194 người``), but not within a number; a unit may follow at once (``3,8ha``)."""
_RUN = lazy(r"\d[\d.,]*")
"""A number can only begin where such a run begins, and ``re`` skips to a digit."""
FIGURE = lazy(r"\d")
_NOUN = lazy(r"\s*([^\W\d_]+(?:\s[^\W\d_]+)?)")
PERCENT = lazy(rf"(?<![\w/.,])({DIGITS})\s?%")
_BEFORE = lazy(r"([\w-]+)\W*$")
_APPROX = Gated(
    r"\b(?:(?<!cấp )(?<!tính )(?<!dựa )(?<!xét )(?<!chia )trên|hơn|gần|khoảng|dưới|ít nhất|tối thiểu|tối đa|xấp xỉ|ước|bình quân|(?<!, )(?<!; )(?<!loại )(?<!hộ )(?<!hạng )(?<!lực )(?<!và )trung bình|mỗi|từ|đến|tăng|giảm|thêm)(?: hơn| trên)?\s*$",
    re.IGNORECASE,
)
_ORDINAL = frozenset({"ngày", "tượng", "tháng", "năm", "khóa", "khoá", "thứ", "quý", "điều", "khoản", "điểm", "mục", "phần", "chương", "lần", "km", "lộ", "hạng", "loại", "mức", "nhóm", "cấp", "kỳ", "giai", "tập", "đội", "tổ", "đợt", "bước", "độ", "bậc", "vụ"})  # fmt: skip
_KEPT = frozenset(["tổ", "mức", "vụ", "nhóm", "loại", "cấp", "kỳ", "đợt"])
_AGE = lazy(
    r"\s*(?:(?:đến|tới|-)\s(?:dưới\s)?\d+\s+tuổi|khóa|khoá|tuổi|năm tuổi|giờ|h\d|phút|năm\b(?! (?:19|20)\d\d)|tháng\b|điểm\b(?! (?:trường|bán|bưu|sạt|cầu|du lịch|dân cư|giao dịch|tiêm|đến|nóng|đen|nhóm|đỗ|tập kết|thu gom|kiểm|di tích|vui chơi|sinh hoạt|ùn tắc|ngập|cháy|mỏ|phục vụ))|sao\b)"
)
_DIGITAL = lazy(
    r"\b(?:kỹ năng|chữ ký|chuyển đổi|kinh tế|xã hội|chính quyền|công nghệ|hạ tầng|dữ liệu|dịch vụ|nền tảng|truyền thông|năng lực|công dân) số\s+$",
    re.IGNORECASE,
)
"""Digital things: a number behind them counts them."""
_CLASS = lazy(r"\b(?:khối|lớp|cấp|nhóm|loại|hạng|bậc|tổ|đợt|vòng|thôn|ấp|bản|khóm|xóm|khu|phố|đội)\s$", re.IGNORECASE)
"""``khối 10: 486`` names a class, ``thôn 3: 14`` a hamlet."""
_RANGED = lazy(r"\b(?:điểm|lớp|khối|loại|mức|bậc) \d+ [-–] $", re.IGNORECASE)
"""``điểm 9 - 10`` is one class."""
_MEASURED = lazy(r"\s(?:tỷ|tỉ|triệu|nghìn|ngàn|đồng(?! chí)|ha|tấn|tạ|kg|km|lượt|hộ|người|vụ|trường hợp)\b")
"""``ngân sách trung ương 210,5 tỷ đồng``: with such a unit it is no ordinal, whatever the word before it …"""
_MULTIPLE = lazy(r"\b(?:gấp|bằng|tăng|giảm|cao hơn|thấp hơn|nhiều hơn)(?: hơn| gần| trên| khoảng)?\s$", re.IGNORECASE)
_RATE = lazy(
    r"\b(?<!lâu )(?<!ngắn )(?<!dài )(?<!cây hằng )(?<!cây hàng )(?<!đầu )(?<!cuối )(?:ngày|tháng|năm|quý|kỳ|khóa|khoá|lần)\s+$",
    re.IGNORECASE,
)
"""… unless that word makes it a rate (``mỗi năm 5 tỷ đồng``)."""


@dataclass(frozen=True, slots=True)
class Number:
    """A count in a text, with what stands right of it."""

    start: int
    end: int
    text: str
    value: Decimal
    approx: bool = False


@lru_cache(maxsize=4096)
def value_of(text: str) -> Decimal:
    """``4.470`` is 4470, ``12,5`` is 12.5."""
    return Decimal(text.replace(".", "").replace(",", "."))


def off(percent: str, true: Decimal) -> bool:
    """Whether a printed percentage is neither the rounded nor the cut value."""
    decimals = len(percent.partition(",")[2])
    return abs(value_of(percent) - true) >= Decimal(1).scaleb(-decimals) * Decimal("1.01")


def shown(value: Decimal) -> str:
    """A value in Vietnamese form."""
    whole, _, rest = f"{value:f}".partition(".")
    sign = "-" if whole.startswith("-") else ""
    grouped = f"{int(whole.lstrip('-') or 0):,}".replace(",", ".")
    return f"{sign}{grouped}" + (f",{rest}" if rest.strip("0") else "")


SEEN = 24
"""So many characters before a number say what it is."""


def numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Counts in ``text[start:end]``: no years, dates, percentages, ratios, ordinals, ages or list markers."""
    end = len(text) if end is None else end
    for run in _RUN.finditer(text, start, end):
        m = NUMBER.match(text, run.start(), end)
        if m is None:
            continue
        digits = m[0]
        if len(digits) == 4 and digits[:2] in ("19", "20") and digits.isdigit():
            continue
        after = text[m.end() : m.end() + 12]
        before = text[max(0, m.start() - SEEN) : m.start()]
        if after.lstrip().startswith(("%", "‰")) or _AGE.match(after) or _times(before, digits, after):
            continue
        alone = before.endswith("(") and after.startswith(")")
        if alone or names_one(text, m.end(), before, end) or (after.startswith(": ") and _CLASS.search(before)):
            continue
        if _RANGED.search(before) or (_ordinal(before) and not (_MEASURED.match(after) and not _RATE.search(before))):
            continue
        yield Number(m.start(), m.end(), digits, value_of(digits), bool(_APPROX.search(before)))


def _times(before: str, digits: str, after: str) -> bool:
    """Whether a number is a multiple (``gấp 2,0 lần``)."""
    return after.startswith(" lần") and ("," in digits or _MULTIPLE.search(before) is not None)


def approximate(text: str, at: int) -> bool:
    """Whether the word before a number rounds it, or makes it a change or a bound."""
    return _APPROX.search(text[max(0, at - SEEN) : at]) is not None


_WORDED = Gated(
    r"(?:^|[,;:(+]|\b(?:và|cùng|gồm|có|là))\s*(?P<n>mười hai|mười một|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?= [^\W\d])",
    re.IGNORECASE,
)
_WORTH = {
    w: Decimal(i) for i, w in enumerate(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"], 1)
} | {
    "mười một": Decimal(11),
    "mười hai": Decimal(12),
}


def worded(text: str) -> Iterator[Number]:
    """Counts in words at the head of an item, before a noun that is counted (``21 đảng bộ và hai chi bộ``)."""
    for m in _WORDED.finditer(text):
        if kind_after(text, m.end("n")) is not None:
            value = _WORTH[m["n"].lower()]
            yield Number(m.start("n"), m.end("n"), str(value), value)


def several(text: str, at: int) -> bool:
    """Whether two counts, in figures or words, may stand behind a place: cheap, and true wherever they do."""
    found = sum(1 for _ in islice(_RUN.finditer(text, at), 2))
    return found > 1 or found + sum(m.start("n") >= at for m in _WORDED.finditer(text)) > 1


def _ordinal(before: str) -> bool:
    word = _BEFORE.search(before) if before.endswith(" ") else None
    if word is None:
        return False
    name = word[1].lower()
    if name == "ương":
        return before.endswith("Trung ương ") and not before.endswith(
            "cấp Trung ương "
        )  # "Trung ương 8", no "cấp trung ương 162"
    if before.rstrip()[-1:] in ":;,":
        return False
    if name == "số":
        return (
            not _DIGITAL.search(before)
            and not re.search(r"(?:tổng|tổng cộng|dân|thiểu|đa)\s+số\s+$", before, re.IGNORECASE)
            and not before.rstrip().lower().endswith(("trong số", "trên số"))
        )
    if before.lower().endswith(
        ("một phần ", "triệu tập ", "dứt điểm ", "bộ đội ")
    ):  # "đúng một phần 09", "triệu tập 250 đại biểu"
        return False
    return name in _ORDINAL and name not in _KEPT


_SENTENCE = lazy(rf"(?<=[.!?…])[\s\"”)]+(?=[{UPPER}\"“(\d])")


LONGEST = 4000
"""A sentence of more characters is none: it is cut at a comma or a blank, for checks look through all of it for each of its figures."""


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of the sentences of one paragraph; kept, since every check asks for them."""
    ends = [m.span() for m in _SENTENCE.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    found = [(start, stop) for start, stop in zip(starts, stops, strict=True) if start < len(text)]
    if len(text) <= LONGEST:
        return tuple(found)
    return tuple(part for start, stop in found for part in pieces(text, start, stop, most=LONGEST))


@lru_cache(maxsize=16)
def stretches(text: str) -> tuple[Part, ...]:
    """The sentences of a paragraph that hold figures, those that follow one another together.

    Expressions that read figures cross no full stop, unless in brackets: they are tried here alone.
    """
    out: list[tuple[int, int]] = []
    begin = 0
    for _, end in sentences(text):
        whole = text[end - 1] == "." and text.count("(", begin, end) <= text.count(")", begin, end)
        if not whole and end < len(text):
            continue
        if FIGURE.search(text, begin, end):
            start = out.pop()[0] if out and out[-1][1] == begin else begin
            out.append((start, end))
        begin = end
    if begin < len(text) and FIGURE.search(text, begin):
        out.append((begin, len(text)))
    return tuple(Part(start, end, text[start:end]) for start, end in out)


@lru_cache(maxsize=4096)
def counts(text: str) -> tuple[tuple[int, int, tuple[Number, ...]], ...]:
    """(start, end, counts) of the sentences of one paragraph; kept, since several checks go over the same draft."""
    if not any(map(str.isdigit, text)):
        return ()
    return tuple((start, end, few(tuple(numbers(text, start, end)))) for start, end in sentences(text))


def moved(n: Number, start: int) -> Number:
    """A number with its offsets counted from a place."""
    return Number(n.start - start, n.end - start, n.text, n.value, n.approx)


def by_sentence(text: str) -> Iterator[tuple[int, str, list[Number]]]:
    """(start, sentence, what ``numbers`` finds in it alone) of a paragraph with figures: read again only where words before it were seen."""
    for start, end, known in counts(text):
        sentence = text[start:end]
        if FIGURE.search(sentence, 0, SEEN):
            yield start, sentence, list(numbers(sentence))
        else:
            yield start, sentence, [moved(n, start) for n in known]


_KINDS: tuple[tuple[str, str], ...] = (
    ("turn", r"lượt"),
    ("money", r"tỷ đồng|tỉ đồng|tỷ|triệu đồng|triệu|nghìn đồng|đồng(?! chí)|USD"),
    ("area", r"ha|héc ta|km2|km²|m2|m²"),
    ("length", r"km|m\b"),
    ("weight", r"tấn|tạ|kg"),
    (
        "person",
        r"đồng chí|đ/c|đảng viên|(?:đảng|chi|huyện|thị|thành|tỉnh) ủy viên|người|em|cháu|cán bộ|công chức|viên chức|cấp ủy viên|ủy viên|đại biểu|hội viên|đoàn viên|quần chúng|bí thư|phó bí thư|giảng viên|"
        r"giáo viên|học viên|học sinh|sinh viên|bệnh nhân|cử tri|công dân|lao động|nhân khẩu|trưởng|phó|báo cáo viên|cộng tác viên|thanh niên|phụ nữ|nữ|nam|chiến sĩ|chiến sỹ|hòa giải viên|bác sĩ|công nhân",
    ),
    (
        "body",
        r"tổ chức|đảng bộ|chi bộ|đảng ủy|đơn vị|xã|phường|thị trấn|thôn|bản|ấp|khu phố|khu dân cư|tổ dân phố|khóm|buôn|làng|cơ quan|doanh nghiệp|trường|nơi|"
        r"phòng|ban|hợp tác xã|địa phương|chi hội|chi đoàn|trạm|hội|chợ|huyện|đặc khu|công ty|xí nghiệp",
    ),
    ("house", r"hộ"),
    (
        "paper",
        r"văn bản|nghị quyết|chỉ thị|kết luận|quyết định|quy định|quy chế|kế hoạch|chương trình|đề án|hướng dẫn|thông báo|báo cáo|công văn|tờ trình",
    ),
    ("event", r"cuộc|hội nghị|buổi|lớp|phiên|kỳ|đợt|hội thi|đoàn"),
    (
        "case",
        r"đơn|vụ|ý kiến|kiến nghị|tin|trường hợp|hồ sơ|thủ tục|phiếu|nội dung|nhiệm vụ|chỉ tiêu|mô hình|công trình|dự án",
    ),
)
CLOSED = frozenset({"person", "body", "house"})
MEASURED = frozenset({"money", "area", "weight", "length"})
"""Kinds of nouns: what is counted one by one and has a whole, and what is measured."""
STATIC = lazy(rf"(?:{'|'.join(p for n, p in _KINDS if n in CLOSED)})(?!\w)", re.IGNORECASE)
"""People, bodies and households: what is counted of them cannot exceed them."""
_KIND = lazy(r"\s*(?:các\s+)?(?:" + "|".join(f"(?P<{n}>(?:{p})(?!\\w))" for n, p in _KINDS) + ")", re.IGNORECASE)


def kind_after(text: str, at: int) -> str | None:
    """What the noun right of a number counts, None when unknown."""
    m = _KIND.match(text, at)
    return m.lastgroup if m else None


def noun_of(text: str, at: int) -> str:
    """The counted noun right of a number, as the kinds above know it; empty when they do not."""
    m = _KIND.match(text, at)
    return m[m.lastgroup].lower() if m and m.lastgroup else ""


def rounding(parts: Sequence[str], total: str, kind: str | None) -> Decimal:
    """By how much rounded parts may miss their rounded total: a last place for every two; nothing where things are counted.

    A total told with fewer decimals than its parts may have lost half of its own last place as well.
    """
    places, own = max(len(t.partition(",")[2]) for t in (*parts, total)), len(total.partition(",")[2])
    if not places and kind not in MEASURED:
        return Decimal()
    lost = Decimal(1).scaleb(-own) / 2 if own < places else Decimal()
    return max(Decimal(1).scaleb(-places) * max(1, len(parts) // 2), lost)


def noun_after(text: str, at: int) -> str:
    """The one or two words right of a number."""
    m = _NOUN.match(text, at)
    return m[1].lower() if m else ""
