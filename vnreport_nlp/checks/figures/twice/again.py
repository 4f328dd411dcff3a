"""F204 within a paragraph: a figure that words point back to, told with another value (``1.152 đơn vị máu … 1.125 đơn vị máu nói trên``).

The words say that it is the same figure; so a slip of the hand is enough, which elsewhere would be two things by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ....model import Document, Span
from ...context import NO_PROSE
from ..reading.nearby import Fig, figures
from ..reading.numerals import in_digits
from ..reading.slips import one_wrong, swapped
from ..reading.text import DIGITS, MEASURED, sentences, value_of
from .borne import borne_out

_CUE = lazy(
    r"(?:toàn bộ|tất cả|cả|đủ|khoản|diện tích|số tiền|với|từ|đạt)\s(?:[^\W\d]+\s){0,5}\d|(?:nêu|nói|kể) trên|hiện c|tổng mức|từ mức|trên đây|đã nêu|vừa nêu|\sđều\s|\(\d",
    re.IGNORECASE,
)
"""What a paragraph holds that points back, quickly looked for."""
_BEFORE = lazy(r"(?:^|[\s(])(?:toàn bộ|tất cả|(?<!kể )(?<!gồm )(?<!tính )(?<!cộng )cả)\s(?:số\s)?$", re.IGNORECASE)
_WEAKLY = lazy(r"(?:^|[\s(])(?:đủ|(?<=\. )(?:khoản|diện tích|số tiền|với))\s(?:số\s)?$", re.IGNORECASE)
"""Words before a figure that is told again, and words that may stand before any."""
_BEHIND = lazy(
    r"(?:[^,;.:\d]|\b20\d\d\b){0,40}\b(?:nêu trên|nói trên|kể trên|trên đây|đã nêu|vừa nêu)\b", re.IGNORECASE
)
"""Words behind one."""
_ALL = lazy(r"[^,;.:\d]{0,24}\s(?:đều)\s", re.IGNORECASE)
_NAME = lazy(r"((?:[^\W\d_]+\s){2}(?!có|là|gồm|đạt|được|với|còn|thành|bầu|đã|tới|đến)[^\W\d_]+)\s\(?$")
"""Three syllables of a name right before a figure."""
_OPENS = lazy(r"(?:^|[.!?]\s)(?:Với|Từ|Đạt)\s(?:[^\W\d_]+\s){0,3}(?P<what>[^\W\d_]+\s[^\W\d_]+)\s$")
"""A sentence that begins with what was told before."""
_OTHER = lazy(r"bổ sung|có mặt|dự kiến|khóa|\bcũ\b|\bmới\b|\btăng\b|\bgiảm\b|\bthêm\b|\bcòn\b", re.IGNORECASE)
_OF = lazy(r"(?:\s[^\W\d]+){0,4}\s(?:trong|trên)\s(?:tổng\s)?(?:số\s)?")
"""``87 trong tổng số 78 đơn nói trên``: a part and its whole."""
_DATED = lazy(r"\d/\d{4}|\b(?:tính )?đến (?:nay|ngày|hết|tháng)|\bhiện\b|\bsau (?:khi|đó)\b", re.IGNORECASE)
"""A day of its own: then it is another figure."""
_SOME = lazy(r"[^,;.:\d]{0,30}\btrong (?:tổng )?số\b", re.IGNORECASE)
"""``31 đồng chí trong số đó đều``: some of them."""
_EXISTING = lazy(r"[^,;.:\d]{0,24}\s(?:hiện có|hiện còn)\b", re.IGNORECASE)
TOLD = 24
"""Characters behind a figure in which its first two words stand."""
_YEAR = lazy(r"\b20\d\d\b")
_AT_A_TIME = lazy(rf"(?P<p>{DIGITS})\s?%(?P<when>\s(?:cuối|đầu|giữa) năm 20\d\d)")
_FROM_THERE = lazy(r"\btừ (?:mức )?$", re.IGNORECASE)
"""A percentage from which something goes on: the one that was told of that time."""
_WORD = lazy(r"[^\W\d_]+")
LONG = 3
"""Two digits change places in figures of so many by a slip; in shorter ones the words beside them must agree as well."""
_COMPARED = lazy(r"so với|cùng kỳ|năm trước|kỳ trước|kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|dự kiến", re.IGNORECASE)
SHARED = 3
"""So many syllables beside two short figures must be the same."""
BESIDE = 40
"""Characters on each side of a figure in which they stand."""
FEW = 6
"""With more numbers of a noun before it something else may make all of them."""
POINTED = 1.5
"""Or by so much, where the words say which figure is meant."""
NEAR = 1.25
"""Without a slip two values of one name differ by no more."""
_MADE = lazy(
    r"\b(?:xây|dựng|trồng|lắp|mua|mở|thành lập|tuyển|trang bị|bổ sung|làm mới|thả|cấp mới|đầu tư)\b[^;.\d]*$",
    re.IGNORECASE,
)
_UNMADE = lazy(
    r"\b(?:xóa|xoá|phá|chặt|tháo|dỡ|bán|đóng cửa|giải thể|chấm dứt|thanh lý|thay|loại bỏ|bãi bỏ|thu hồi|tiêu hủy|cắt giảm|xóa bỏ)\b[^;.\d]*$",
    re.IGNORECASE,
)
"""What is newly made before a figure, and what is taken away before the next one: not the same things."""
CROWD = 40
"""A paragraph with more figures is a table that lost its cells."""


def told_again(document: Document) -> Iterator[tuple[tuple[str, Span], tuple[str, Span]]]:
    """(text, span) of a figure and of the one that words of its paragraph point back from, where they are two values."""
    for p in document.paragraphs:
        if p.story in NO_PROSE:
            continue
        text = document.text[p.start : p.end]
        if not _CUE.search(text):
            continue
        text = in_digits(text)
        for first, second in _percents(text):
            yield (first["p"], _spot(first, p.start)), (second["p"], _spot(second, p.start))
        found = [f for f in figures(text) if not f.percent and f.value > 0]
        if 2 <= len(found) <= CROWD:
            for a, b in _pairs(text, found):
                yield _told(a, p.start), _told(b, p.start)


def _told(f: Fig, base: int) -> tuple[str, Span]:
    return f.text, Span(base + f.start, base + f.end)


def _spot(m: re.Match[str], base: int) -> Span:
    return Span(base + m.start("p"), base + m.end("p"))


def _percents(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Percentages of one time of which the second begins what goes on from there (``còn 5,2% cuối năm 2023. … từ mức 4,2% cuối năm 2023``)."""
    found = list(_AT_A_TIME.finditer(text))
    for k, later in enumerate(found):
        before = [m for m in found[:k] if m["when"].lower() == later["when"].lower()]
        if len(before) != 1 or not _FROM_THERE.search(text[max(0, later.start() - 12) : later.start()]):
            continue
        x, y = value_of(before[0]["p"]), value_of(later["p"])
        wrong = sum(a != b for a, b in zip(before[0]["p"], later["p"], strict=False))
        if x != y and len(before[0]["p"]) == len(later["p"]) and (swapped(x, y) or wrong == 1):
            yield before[0], later


def _pairs(text: str, found: list[Fig]) -> Iterator[tuple[Fig, Fig]]:
    """The pairs of one paragraph, each later figure once."""
    for index, later in enumerate(found):
        earlier = found[:index]
        if later.soft or any(f.value == later.value for f in earlier) or later.start in borne_out(text):
            continue
        first = next((f for f in reversed(earlier) if not f.soft and _same(text, f, later, found)), None)
        if first is not None:
            yield first, later


def _alike(a: Fig, b: Fig) -> bool:
    """Whether two figures may count one thing: by one noun, or by people of any name."""
    return a.noun == b.noun if a.noun and b.noun and not a.kind == b.kind == "person" else a.kind == b.kind


def _same(text: str, a: Fig, b: Fig, found: list[Fig]) -> bool:
    """Whether words say that the second is the first, and a slip explains that it is not."""
    x, y = value_of(a.text), value_of(b.text)
    if not (_alike(a, b) or None in (a.kind, b.kind)) or _OF.fullmatch(text[a.end : b.start]) or _replaced(text, a, b):
        return False
    long = min(len(f.text.replace(".", "").replace(",", "")) for f in (a, b)) >= LONG
    turned = swapped(x, y) or (long and sorted(a.text) == sorted(b.text))
    before = text[max(0, b.start - 24) : b.start]
    behind = _BEHIND.match(text, b.end) is not None
    all_of = _BEFORE.search(before) is not None and _ALL.search(text, b.end, b.end + 2 * BESIDE) is not None
    of_some = _SOME.match(text, b.end) is not None
    if (
        (behind or all_of)
        and not of_some
        and a.noun == b.noun != ""
        and _more_than_told(text, b, found, pointed=behind)
    ):
        return True
    if behind and long and (turned or one_wrong(x, y)) and _alike(a, b):
        return True
    existing = turned and a.noun == b.noun != "" and _EXISTING.match(text, b.end) is not None
    if existing and _WORD.findall(text, a.end, a.end + TOLD)[:2] == _WORD.findall(text, b.end, b.end + TOLD)[:2]:
        return True
    if turned and long and a.noun == b.noun and _one_name(text, a, b):
        return True
    if turned and (behind or _BEFORE.search(before)) and (long or _shared(text, a, b) >= SHARED):
        return True
    if turned and a.noun == b.noun and _WEAKLY.search(before) and (long or _only_two(a, found)):
        return True
    return (a.noun == b.noun and bool(a.noun) and _named_alike(text, a, b, x, y)) or _opened(text, a, b, x, y)


def _replaced(text: str, a: Fig, b: Fig) -> bool:
    """Whether things are made in one clause and things are taken away in the next one (``lắp 36 máy mới, tháo toàn bộ 63 máy cũ``)."""
    before, between = text[max(0, a.start - BESIDE) : a.start], text[a.end : b.start]
    return any(x.search(before) and y.search(between) for x, y in ((_MADE, _UNMADE), (_UNMADE, _MADE)))


def _one_year(text: str, a: Fig, b: Fig) -> bool:
    """Whether no two years or times stand beside two figures."""
    beside = [text[max(0, f.start - 2 * BESIDE) : f.end + BESIDE] for f in (a, b)]
    years = [set(_YEAR.findall(t)) for t in beside]
    return not any(_COMPARED.search(t) for t in beside) and (not all(years) or bool(years[0] & years[1]))


def _names(text: str, a: Fig, b: Fig) -> list[str]:
    """The three syllables right before each of two figures that has some."""
    found = (_NAME.search(text[max(0, f.start - BESIDE) : f.start]) for f in (a, b))
    return [m[1] for m in found if m]


def _one_name(text: str, a: Fig, b: Fig) -> bool:
    """Whether the same three syllables stand right before two figures, and no two years beside them (``tổng mức đầu tư 18,75 … 17,85``)."""
    names = _names(text, a, b)
    return (
        len(names) > 1
        and names[0].lower() == names[1].lower()
        and _one_year(text, a, b)
        and not _OTHER.search(text, b.start - BESIDE, b.end)
    )


def _more_than_told(text: str, b: Fig, found: list[Fig], *, pointed: bool) -> bool:
    """Whether all of what was told is more than any number of it told before, alone or together (``6 tổ chức … cả 7 tổ chức đều``)."""
    same = [f for f in found if f.end < b.start and f.noun == b.noun]
    before, few = [f.value for f in same], 0 < len(same) <= FEW and not any(f.soft for f in same)
    sums = {0.0}
    for value in before if few else ():
        sums |= {s + value for s in sums}
    near = few and max(before) < b.value <= max(before) * (POINTED if pointed else NEAR)
    dated = not pointed and _DATED.search(text, next(s for s, e in sentences(text) if s <= b.start < e), b.end)
    return near and b.value not in sums and not dated


def _shared(text: str, a: Fig, b: Fig) -> int:
    """How many syllables stand beside both."""
    said = [set(_WORD.findall(text[max(0, f.start - BESIDE) : f.end + BESIDE].lower())) for f in (a, b)]
    return len(said[0] & said[1])


def _only_two(a: Fig, found: list[Fig]) -> bool:
    """Whether a paragraph has but two figures of a unit that measures."""
    return a.kind in MEASURED and sum(f.noun == a.noun for f in found) == 2


def _named_alike(text: str, a: Fig, b: Fig, x: Decimal, y: Decimal) -> bool:
    """Whether one name stands before both, or the same words behind both of which the second are all (``15 đoàn tham gia đều …``)."""
    beside = " ".join(text[max(0, f.start - BESIDE // 2) : f.end + BESIDE // 2] for f in (a, b))
    if max(x, y) > min(x, y) * Decimal(str(NEAR)) or _OTHER.search(beside):
        return False
    if _DATED.search(text, next(s for s, e in sentences(text) if s <= b.start < e), b.end):
        return False
    names = _names(text, a, b)
    if len(names) > 1 and names[0] == names[1] and not names[0].islower():
        return True
    behind = [_WORD.findall(text[f.end : f.end + BESIDE])[:3] for f in (a, b)]
    return behind[0] == behind[1] and len(behind[0]) == SHARED and _ALL.match(text, b.end) is not None


def _opened(text: str, a: Fig, b: Fig, x: Decimal, y: Decimal) -> bool:
    """Whether a sentence begins with a thing and its figure that were told before (``Với doanh thu 6,5 tỷ đồng, …``)."""
    m = _OPENS.search(text[max(0, b.start - BESIDE) : b.start])
    if m is None or a.kind != b.kind or a.noun != b.noun:
        return False
    before = text[max(0, a.start - BESIDE) : a.start].lower()
    places = [len(f.text.partition(",")[2]) for f in (a, b)]
    wrong = sum(p != q for p, q in zip(a.text, b.text, strict=False))
    return before.endswith(m["what"].lower() + " ") and places[0] == places[1] and (swapped(x, y) or wrong == 1)
