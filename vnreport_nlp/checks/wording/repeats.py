"""T702: words written twice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import eq

from ...expressions import compiled, lazy
from ...model import Finding, Span, finding, msg
from ...text import fold
from ..context import NO_PROSE, Context
from .clauses import clauses
from .lexicon import NUMBER, counts, following, is_word
from .tokens import Tokens, tokens_of
from .words import neighbours

_DOUBLED = frozenset([
    "các", "của", "đã", "được", "để", "và", "là", "có", "cho", "với", "những", "tại", "phải", "chưa", "sẽ", "đang",
    "nhưng", "mà", "khi", "thì", "vào", "này", "đó", "một", "cũng", "rất", "như", "nhằm", "giữa", "nếu", "còn", "hoặc",
    "vì", "nên", "do", "trên", "về", "đến", "cùng", "qua", "bị", "bởi", "rằng", "việc", "trong", "theo", "từng", "mỗi",
    "mọi", "hay", "sau", "trước", "không", "truyền", "nghị", "quyết", "viên", "đảng", "nhiệm", "triển", "khai", "thực", "hiện", "cả",
    "vẫn", "ngay", "gồm", "rồi", "tới", "sự", "cần", "hơn", "lên", "nhờ", "dưới", "ngoài", "nhiều", "tốt", "tác", "nâng",
    "chặt", "kiểm", "tuyên", "giám", "đạt",
])  # fmt: skip
_NEXT = {"theo": "dõi của", "trong": "sạch|sáng|lành|suốt", "không": "gian|khí|quân|những|ít", "qua": "lại|loa", "việc": "làm", "đến": "nơi", "do": "dự|thám",
         "viên": "chức|mãn|gạch|đạn", "hiện": "đại|nay|trạng|có|vật|tượng|thực|tại", "thực": "hiện|tế|tiễn|chất|trạng|phẩm|thi", "khai": "thác|trừ|báo|giảng|mạc|trương",
         "đảng": "viên|ủy|bộ|uỷ", "nhiệm": "vụ|kỳ", "quyết": "định|tâm|liệt|toán|nghị|sách", "nghị": "quyết|định|sự|trường", "triển": "khai|lãm|vọng", "từng": "bước",
         "hay": "ho", "mọi": "mặt", "truyền": "thống|thông|hình|đạt|thanh", "bằng": "cấp|chứng|khen|lòng", "về": "hưu", "một": "số",
         "tốt": "nghiệp|lành", "tác": "động|phong|phẩm|giả|hại|chiến|nghiệp|nhân|dụng",
         "cho": "vay|thuê|mượn", "là": "mặt|sát|ngọn|ngang|tầm|bay"}  # fmt: skip
_AFTER = {
    "của": lazy(r"(?<!\w)(?:tiền|góp|tốn|hao|mất) $", re.IGNORECASE),
    "được": lazy(
        r"(?:(?<!\w)cái|(?:^|[,;:.]\s|\b(?:những|các) )(?:mặt|điều|điểm|chỗ|phần|nơi|việc)) (?:(?:đã|chưa|không) )?$"
        r"|\b(?:kết quả|thành tích|thành tựu|kinh nghiệm|những|các|cái)(?: [^\W\d_]+){0,4}? (?:làm|có|đạt|thu|giành) $",
        re.IGNORECASE,
    ),
    "đạt": lazy(r"\b(?:tỷ lệ|tỉ lệ|số|những|các|mức|phần|cái)(?: [^\W_]+){0,8} $", re.IGNORECASE),
}
"""Words behind which the first of two is a noun, or ends one: ``tiền của của dân``, ``cái chưa được được chỉ ra``, ``tỷ lệ hộ đạt đạt 60%``."""
REACH = 48
"""So far before a word said twice it is looked for what makes its first a noun."""
_SITE = lazy(r" (?:\d|[IVX]+)\b(?! (?:tháng|năm|ngày|lần|đợt))")
"""Behind a phrase: it is the name of a site (``trung học cơ sở | cơ sở 2``)."""
_ENDED = lazy(r"(?:trung học|y tế|giáo dục|mầm non|tiểu học|đào tạo|đa khoa) $", re.IGNORECASE)
"""Before a phrase: it ends a longer name."""
_HALVES = frozenset(("phần", "bộ", "chức", "trường", "dân"))
"""Syllables that end one word and begin the next, and are said twice on purpose by no one."""
_BOUND = frozenset(("thực", "nhiệm", "triển", "nghị", "quyết", "khai", "truyền"))
"""Syllables of ``_DOUBLED`` that are no word by themselves: the first of two ends one, or is one too many."""
_PARTS = frozenset(("thường", "chuyên", "cán"))
"""Syllables that are said twice on purpose, or end a word, but not before the other half of a word that they begin."""
_VERBAL = frozenset(
    ("đã", "được", "là", "có", "không", "chưa", "sẽ", "đang", "cũng", "phải", "trong", "của", "tại", "về", "để")
)
"""Words before which no word that begins with such a syllable ends."""
_PHRASE = lazy(r"\b([^\W\d_]+(?: [^\W\d_]+){1,4}) \1\b", re.IGNORECASE)
_DATED = lazy(r"\b([^\W\d_]+ \d+(?:[./]\d+)*) \1(?![\w./,%]*\d|\w|%)", re.IGNORECASE)
"""A word with a figure said twice (``năm 2024 năm 2024``)."""
_SINGLE = lazy(r"\b([^\W\d_]+) \1\b(?!-[^\W\d_])(?: ([^\W\d_]+))?", re.IGNORECASE)
_LEFT = lazy(r"([^\W\d_]+)\s$")
_RIGHT = lazy(r"\s([^\W\d_]+)")
_ECHOES = frozenset([
    "dần", "luôn", "đời", "nhà", "người", "ngành", "ngày", "lớp", "thường", "mãi", "từ", "vừa", "hằng", "năm",
    "song", "ầm", "xa", "gần", "đều", "chung", "lâu", "xanh", "ba", "rành", "khăng", "chiều", "sáng", "tối", "đêm",
    "tháng", "nơi", "ai", "đâu", "gì", "đôi", "hết", "thôn", "bản", "xã", "riêng", "nho", "nhỏ", "mau",
    "nhanh", "chậm", "đông", "cao", "thật", "trùng", "điệp", "ào", "rầm", "vội", "khe", "ngoan", "oang", "dài",
    "trăm", "nghìn", "hai", "bốn", "mười", "chằm", "thẳng", "tuần", "giờ", "buổi", "nhóm", "dân", "cán", "chuyên",
    "tự", "hầu", "vui", "khá", "đầy", "tấp", "lo", "phần", "mới", "bộ", "chức", "trường",
])  # fmt: skip
"""Syllables that are said twice on purpose, or that end one word and begin the next."""
_CLOSING = frozenset([
    "trong", "của", "và", "ở", "đã", "được", "với", "là", "cho", "tại", "từ", "đến", "về", "theo", "để", "khi", "các", "những",
    "có", "do", "bằng", "trên", "dưới", "qua", "vào", "ra", "như", "nhưng", "mà", "thì", "còn", "không", "chưa", "cũng", "rất", "này", "đó",
])  # fmt: skip
"""Words before which a word ends."""
_ORGANS = frozenset(("kiểm tra", "tổ chức", "thanh tra", "tuyên giáo", "điều tra"))
_ORGAN = lazy(r"(?:(?:ủy|uỷ) ban|ban|phòng|cơ quan|đoàn|tổ|đơn vị|cán bộ|các)\s$", re.IGNORECASE)
_TWO = compiled(b"\1(?=\1)")
"""Two words in a row that come again after as many words."""
LONGEST = 5
"""A phrase said twice has no more syllables."""
_LOWER = "đảng đảng "
"""The Party has a capital before a word that begins with its name; two small letters are one word too many."""
_OF_YEAR = frozenset(("đầu", "giữa", "cuối"))
_YEAR = lazy(r" (?:19|20)\d\d\b(?!\s?[-–])")
"""``6 tháng đầu năm năm 2024``: a year has no five years."""
_TOTALS = frozenset((("tổng", "số"), ("một", "số")))
"""Words that are whole with the syllable, so that it can begin only these words as well."""
_TOTALLED = frozenset(("liệu", "hiệu", "điện", "lượng", "tiền", "dư", "thứ"))
_REPEATED = frozenset((
    "từng bước", "từng ngày", "từng nhà", "từng người", "từng việc", "từng hộ", "ngày càng", "dần dần", "luôn luôn", "đời đời",
    "người người", "nhà nhà", "lớp lớp",
))  # fmt: skip


_GRADED = frozenset(("ít", "cao", "thấp", "lớn", "nhỏ", "sớm", "mới", "nhanh", "chậm", "mạnh", "xa", "gần", "dài", "ngắn", "rộng", "sâu", "khó", "dễ"))  # fmt: skip
"""Words said twice on purpose, but not before ``nhất``; and behind them ``nhất`` stands once."""
_MOST = frozenset(("là", "trí", "quán", "thiết", "định", "thời", "thể", "loạt", "nhất"))
"""What ``nhất`` begins a word with."""
_BOARDS = frozenset(("ban", "tổ", "công", "đoàn", "hội"))
"""Who acts, and the beginning of what is done: behind a word of time nobody acts (``đã ban ban hành``)."""
_ASPECTS = frozenset(("đã", "sẽ", "đang", "chưa", "vừa"))


_FIRST_WORD = lazy(r"[^\W\d_]+")
_LAST_WORD = lazy(r"([^\W\d_]+) ?$")


def repeats(context: Context) -> Iterator[Finding]:
    """One finding a place."""
    text, last = context.spelled.text, None
    places = _places(tokens_of(context.document.text))
    front = context.outline.front.end
    for p in context.spelled.paragraphs:
        if p.story in ("body", "footnote"):
            first = _FIRST_WORD.match(text, p.start)
            if last and first and last[1] == first[0] and first[0] in _DOUBLED:
                yield _repeat(context, Span(last.start(1), first.end()), first[0])
            last = _LAST_WORD.search(text, max(p.start, p.end - 12), p.end)
        if p.story not in NO_PROSE:
            for start, end, words in clauses(text[p.start : p.end]):
                yield _repeat(context, Span(p.start + start, p.start + end), words)
        here = places[bisect_left(places, p.start) : bisect_left(places, p.end)]
        if here and p.story not in NO_PROSE:
            for start, end, words in _within(text[p.start : p.end], [at - p.start for at in here]):
                if p.start < front and _two_columns(text[p.start + start : p.start + end]):
                    continue
                yield _repeat(context, Span(p.start + start, p.start + end), words)


def _two_columns(said: str) -> bool:
    """Whether a title block's name in capitals and the place of its date line stand side by side: ``XÃ BÌNH AN Bình An, ngày …``."""
    words = said.split()
    left, right = (" ".join(half) for half in (words[: len(words) // 2], words[len(words) // 2 :]))
    return left.isupper() and right.istitle()


def _places(found: Tokens) -> list[int]:
    """Where words begin that may be said again after themselves, whatever their marks: no expression is tried elsewhere."""
    forms = [s.bare.replace("y", "i") for s in found.known]
    places = {i for i, same in enumerate(map(eq, forms, forms[1:])) if same}
    for i, same in enumerate(map(eq, forms, forms[2:])):
        if same and found.known[i + 1].key == NUMBER:
            places.add(i)
    for n in range(2, LONGEST + 1):
        places.update(m.start() for m in _TWO.finditer(bytes(map(eq, forms, forms[n:]))))
    return sorted(found.starts[i] for i in places)


def _tried(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches of an expression, all of which begin at some of these places."""
    end = 0
    for at in places:
        m = pattern.match(text, at) if at >= end else None
        if m:
            end = m.end()
            yield m


def _within(text: str, places: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """(start, end, words) of what is said twice in one paragraph."""
    for m in _tried(_PHRASE, text, places):
        if m[1].lower() in _ORGANS and _ORGAN.search(text, max(0, m.start() - 30), m.start()):
            continue
        if _SITE.match(text, m.end()) and _ENDED.search(text, max(0, m.start() - 12), m.start()):
            continue
        if m[1].lower() not in _REPEATED and len(set(m[1].lower().split())) > 1 and not m[1].istitle():
            yield m.start(), m.end(), m[1]
    for m in _tried(_DATED, text, places):
        yield m.start(), m.end(), m[1]
    for m in _tried(_SINGLE, text, places):
        word = m[1].lower()
        if word in _DOUBLED:
            begins = m[2] and re.fullmatch(_NEXT.get(word, "(?!)"), m[2].lower())
            wrong = m[0].startswith(_LOWER) or not begins or (word in _BOUND and not _ends_word(text, m.start(), word))
        else:
            wrong = _stray(text, m, word)
        noun = _AFTER.get(word)
        goes_on = m[2] or text[m.end() : m.end() + 2].strip()[:1].isdigit()
        if wrong and not (noun and goes_on and noun.search(text, max(0, m.start() - REACH), m.start())):
            yield m.start(), m.end(), m[1]


def _ends_word(text: str, at: int, word: str) -> bool:
    """Whether a syllable ends a word with the one before it."""
    before = _LEFT.search(text, max(0, at - 12), at)
    return before is not None and is_word(f"{before[1]} {word}")


def _stray(text: str, m: re.Match[str], word: str) -> bool:
    """Whether a syllable stands twice though only one neighbour makes a word with it (``bà con con trong``)."""
    before = _LEFT.search(text, max(0, m.start() - 12), m.start())
    if word == "năm" and before and before[1].lower() in _OF_YEAR:
        return _YEAR.match(text, m.end()) is not None
    if before and (before[1].lower(), word) in _TOTALS:
        return m[2] not in _TOTALLED
    if m[0].islower() and _superlative(word, before[1].lower() if before else "", m[2], text, m.end()):
        return True
    if word in _BOARDS and before and before[1].lower() in _ASPECTS and m[0].islower():
        return is_word(f"{word} {m[2] or ''}")
    if word in _HALVES and before and m[0].islower():
        return _half(before[1], word, m[2], text, m.end())
    if not before and m[0][:1].isupper() and m[0][1:].islower() and m[2]:
        return _opening(word, m[2])
    if word in _PARTS and m[2]:  # ``thường thường xuyên``: the second begins a word, the first ends none
        return is_word(f"{word} {m[2]}") and not _ends_word(text, m.start(), word)
    if word in _ECHOES or not before or not m[0].islower():
        return False
    if fold(word) in counts().free and text[m.end() : m.end() + 2].strip()[:1].isdigit():
        return False  # ``trực tiếp tiếp 52 lượt``: a verb and how many
    seen = neighbours()
    left, right = fold(f"{before[1]} {word}") in seen.words, fold(f"{word} {m[2] or ''}") in seen.words
    ends = not m[2] or m[2].lower() in _CLOSING
    if not ends and left and is_word(f"{before[1]} {word}"):  # half a word again: ``báo cáo cáo kết quả``
        beyond = _RIGHT.match(text, m.end())
        unheard = not is_word(f"{word} {m[2]}") and not following(fold(word)).get(fold(m[2]))
        ends = unheard and beyond is not None and is_word(f"{m[2]} {beyond[1]}")
    return (left and not right and ends) or (right and not left and fold(word) not in seen.free)


def _superlative(word: str, before: str, after: str | None, text: str, end: int) -> bool:
    """Whether a degree has a word too many: ``ít ít nhất``, ``cao nhất nhất``."""
    if word == "nhất":
        return before in _GRADED and (after or "") not in _MOST
    beyond = _RIGHT.match(text, end)
    return word in _GRADED and after == "nhất" and (beyond is None or beyond[1] not in _MOST)


def _opening(word: str, after: str) -> bool:
    """Whether a sentence opens with half a word too many (``Tuyến tuyến đường``): it stands for nothing by itself."""
    single = fold(word) in counts().free or word in _ECHOES or is_word(f"{word} {word}")
    return not single and is_word(f"{word} {after}")


def _half(before: str, word: str, after: str | None, text: str, end: int) -> bool:
    """Whether half a word stands again: with what follows it begins none, and what follows begins its own."""
    if not after or not is_word(f"{before} {word}") or is_word(f"{word} {after}"):
        return False
    if after.lower() in _VERBAL:
        return True
    beyond = _RIGHT.match(text, end)
    unheard = not following(fold(word)).get(fold(after))
    return unheard and beyond is not None and is_word(f"{after} {beyond[1]}")


def _repeat(context: Context, span: Span, words: str) -> Finding:
    return finding(
        "T702", msg("Từ lặp: “{words} {words}”", words=words), places=(context.place(span),), requirement=context.requirement_at(span.start),
        need=msg("Viết “{words}” một lần.", words=words), found=msg("“{quote}”", quote=context.document.quote(span)), fix=msg("Bỏ từ lặp."),
    )  # fmt: skip
