"""T702: words written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from ...model import Finding, Span, finding, msg
from ...text import fold
from ..context import NO_PROSE, Context
from .lexicon import counts, following, is_word
from .words import neighbours

_DOUBLED = frozenset(
    [
        "các",
        "của",
        "đã",
        "được",
        "để",
        "và",
        "là",
        "có",
        "cho",
        "với",
        "những",
        "tại",
        "phải",
        "chưa",
        "sẽ",
        "đang",
        "nhưng",
        "mà",
        "khi",
        "thì",
        "vào",
        "này",
        "đó",
        "một",
        "cũng",
        "rất",
        "như",
        "nhằm",
        "giữa",
        "nếu",
        "còn",
        "hoặc",
        "vì",
        "nên",
        "do",
        "trên",
        "về",
        "đến",
        "cùng",
        "qua",
        "bị",
        "bởi",
        "rằng",
        "việc",
        "trong",
        "theo",
        "từng",
        "mỗi",
        "mọi",
        "hay",
        "sau",
        "trước",
        "không",
        "truyền",
        "nghị",
        "quyết",
        "viên",
        "đảng",
        "nhiệm",
        "triển",
        "khai",
        "thực",
        "hiện",
        "cả",
        "vẫn",
        "ngay",
        "gồm",
        "thì",
        "rồi",
        "tới",
        "sự",
        "cần",
        "hơn",
        "lên",
        "nhờ",
        "dưới",
        "ngoài",
    ]
)
_NEVER = frozenset(("theo dõi", "trong sạch", "trong sáng", "trong lành", "sau này", "trên trên"))
_NEXT = {"theo": "dõi của", "trong": "sạch|sáng|lành|suốt", "không": "gian|khí|quân|những|ít", "qua": "lại|loa", "việc": "làm", "đến": "nơi", "do": "dự|thám",
         "viên": "chức|mãn|gạch|đạn", "hiện": "đại|nay|trạng|có|vật|tượng|thực|tại", "thực": "hiện|tế|tiễn|chất|trạng|phẩm|thi", "khai": "thác|trừ|báo|giảng|mạc|trương",
         "đảng": "viên|ủy|bộ|uỷ", "nhiệm": "vụ|kỳ", "quyết": "định|tâm|liệt|toán|nghị|sách", "nghị": "quyết|định|sự|trường", "triển": "khai|lãm|vọng", "từng": "bước",
         "hay": "ho", "mọi": "mặt", "truyền": "thống|thông|hình|đạt|thanh", "bằng": "cấp|chứng|khen|lòng", "về": "hưu", "một": "số",
         "cho": "vay|thuê|mượn", "là": "mặt|sát|ngọn|ngang|tầm|bay"}  # fmt: skip
_PHRASE = re.compile(r"\b([^\W\d_]+(?: [^\W\d_]+){1,4}) \1\b", re.IGNORECASE)
_DATED = re.compile(r"\b([^\W\d_]+ \d+(?:[./]\d+)*) \1(?![\w./,%]*\d|\w|%)", re.IGNORECASE)
"""A word with a figure said twice (``năm 2024 năm 2024``)."""
_SINGLE = re.compile(r"\b([^\W\d_]+) \1\b(?!-[^\W\d_])(?: ([^\W\d_]+))?", re.IGNORECASE)
_LEFT = re.compile(r"([^\W\d_]+)\s$")
_RIGHT = re.compile(r"\s([^\W\d_]+)")
_ECHOES = frozenset(
    [
        "dần",
        "luôn",
        "đời",
        "nhà",
        "người",
        "ngành",
        "ngày",
        "lớp",
        "thường",
        "mãi",
        "từ",
        "vừa",
        "hằng",
        "năm",
        "song",
        "ầm",
        "xa",
        "gần",
        "đều",
        "chung",
        "lâu",
        "xanh",
        "ba",
        "rành",
        "khăng",
        "chiều",
        "sáng",
        "tối",
        "đêm",
        "tháng",
        "nơi",
        "ai",
        "đâu",
        "gì",
        "đôi",
        "hết",
        "nhiều",
        "thôn",
        "bản",
        "xã",
        "riêng",
        "nho",
        "nhỏ",
        "mau",
        "nhanh",
        "chậm",
        "đông",
        "cao",
        "thật",
        "trùng",
        "điệp",
        "ào",
        "rầm",
        "vội",
        "khe",
        "ngoan",
        "oang",
        "dài",
        "trăm",
        "nghìn",
        "hai",
        "bốn",
        "mười",
        "chằm",
        "thẳng",
        "tuần",
        "giờ",
        "buổi",
        "nhóm",
        "dân",
        "cán",
        "chuyên",
        "tự",
        "hầu",
        "vui",
        "khá",
        "đầy",
        "tấp",
        "lo",
        "phần",
        "mới",
        "bộ",
        "chức",
        "trường",
    ]
)
"""Syllables that are said twice on purpose, or that end one word and begin the next."""
_CLOSING = frozenset([
    "trong", "của", "và", "ở", "đã", "được", "với", "là", "cho", "tại", "từ", "đến", "về", "theo", "để", "khi", "các", "những",
    "có", "do", "bằng", "trên", "dưới", "qua", "vào", "ra", "như", "nhưng", "mà", "thì", "còn", "không", "chưa", "cũng", "rất", "này", "đó",
])  # fmt: skip
"""Words before which a word ends."""
_ORGANS = frozenset(("kiểm tra", "tổ chức", "thanh tra", "tuyên giáo", "điều tra"))
_ORGAN = re.compile(r"(?:(?:ủy|uỷ) ban|ban|phòng|cơ quan|đoàn|tổ|đơn vị|cán bộ|các)\s$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_TWO = b"\1\1"
"""Two words in a row that come again after as many words: without that no phrase is said twice, and no expression is tried."""
LONGEST = 5
"""A phrase said twice has no more syllables."""
_LOWER = "đảng đảng "
"""The Party has a capital before a word that begins with its name; two small letters are one word too many."""
_TOTALS = frozenset((("tổng", "số"), ("một", "số")))
"""Words that are whole with the syllable, so that it can begin only these words as well."""
_TOTALLED = frozenset(("liệu", "hiệu", "điện", "lượng", "tiền", "dư", "thứ"))
_REPEATED = frozenset(
    (
        "từng bước",
        "từng ngày",
        "từng nhà",
        "từng người",
        "từng việc",
        "từng hộ",
        "ngày càng",
        "dần dần",
        "luôn luôn",
        "đời đời",
        "người người",
        "nhà nhà",
        "lớp lớp",
    )
)


def repeats(context: Context) -> Iterator[Finding]:
    """One finding a place."""
    last: re.Match[str] | None = None
    for p in context.spelled.paragraphs:
        if p.story in ("body", "footnote"):
            first = re.compile(r"[^\W\d_]+").match(context.spelled.text, p.start)
            if last and first and last[1] == first[0] and first[0] in _DOUBLED:
                yield _repeat(context, Span(last.start(1), first.end()), first[0])
            last = re.compile(r"([^\W\d_]+) ?$").search(context.spelled.text, max(p.start, p.end - 12), p.end)
        if p.story in NO_PROSE:
            continue
        for start, end, words in _within(context.spelled.text[p.start : p.end]):
            yield _repeat(context, Span(p.start + start, p.start + end), words)


def _within(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, words) of what is said twice in one paragraph."""
    words = _WORD.findall(text.lower())
    if any(_TWO in bytes(map(eq, words, words[n:])) for n in range(2, LONGEST + 1)):
        for m in _PHRASE.finditer(text):
            if m[1].lower() in _ORGANS and _ORGAN.search(text, max(0, m.start() - 30), m.start()):
                continue
            if m[1].lower() not in _REPEATED and len(set(m[1].lower().split())) > 1 and not m[1].istitle():
                yield m.start(), m.end(), m[1]
    if not any(map(eq, words, words[1:])):
        return
    for m in _DATED.finditer(text):
        yield m.start(), m.end(), m[1]
    for m in _SINGLE.finditer(text):
        word = m[1].lower()
        if word in _DOUBLED:
            wrong = m[0].startswith(_LOWER) or not (m[2] and re.fullmatch(_NEXT.get(word, "(?!)"), m[2].lower()))
        else:
            wrong = _stray(text, m, word)
        if wrong:
            yield m.start(), m.end(), m[1]


def _stray(text: str, m: re.Match[str], word: str) -> bool:
    """Whether a syllable stands twice though only one neighbour makes a word with it (``bà con con trong``)."""
    before = _LEFT.search(text, max(0, m.start() - 12), m.start())
    if before and (before[1].lower(), word) in _TOTALS:
        return m[2] not in _TOTALLED
    if word in _ECHOES or not before or not m[0].islower():
        return False
    if fold(word) in counts().free and text[m.end() : m.end() + 2].strip()[:1].isdigit():
        return False  # ``trực tiếp tiếp 52 lượt``: a verb and how many
    seen = neighbours()
    left, right = fold(f"{before[1]} {word}") in seen.words, fold(f"{word} {m[2] or ''}") in seen.words
    ends = not m[2] or m[2].lower() in _CLOSING
    if not ends and left and fold(word) not in counts().free:  # half a word again: ``báo cáo cáo kết quả``
        beyond = _RIGHT.match(text, m.end())
        unheard = not is_word(f"{word} {m[2]}") and not following(fold(word)).get(fold(m[2]))
        ends = unheard and beyond is not None and is_word(f"{m[2]} {beyond[1]}")
    return (left and not right and ends) or (right and not left and fold(word) not in seen.free)


def _repeat(context: Context, span: Span, words: str) -> Finding:
    return finding(
        "T702", msg("Từ lặp: “{words} {words}”", words=words), places=(context.place(span),), requirement=context.requirement_at(span.start),
        need=msg("Một lần “{words}”.", words=words), found=msg("“{quote}”", quote=context.document.quote(span)), fix=msg("Bỏ từ lặp."),
    )  # fmt: skip
