"""F204: figures that other figures beside them tell apart: the level a rate is of, the rate of a level, the way a change went.

Who tells a thing again tells its figures again: of one thing with one wrong digit all other figures are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ....expressions import lazy
from ..reading.digits import rounded
from ..reading.stated import Stated, content

FAR = 2
"""Two figures with the same words that lie further apart are told of two things, and so are those before them."""
NEAR = 400
"""A sentence that begins with ``Trong đó`` tells of parts of what stands at most so many characters before it."""
_ROUNDING = r"(?: (?:thêm|được|tới|đến|khoảng|gần|trên|hơn|nhẹ|mạnh|tương ứng))*"
_WAY = lazy(rf"\b(tăng|giảm){_ROUNDING}\s*$", re.IGNORECASE)
_SIGN = lazy(r"\(\s*([-–+])\s*$")
_SAID_OF = lazy(
    r"\s*(?:(?:và|đồng thời|chỉ|mới|ước|lại)\s)*(?:tăng|giảm|đạt|bằng|chiếm|vượt|hoàn thành|tương ứng|tương đương|so với|so|[-–+])?(?![^\W\d_])|"
    r"\s*(?:(?:và|đồng thời|chỉ|mới|ước|lại)\s)*(?:tăng|giảm|đạt|bằng|chiếm|vượt|hoàn thành|tương ứng|tương đương|so với|so)\b",
    re.IGNORECASE,
)
"""A part of a sentence that says more of a figure before it, and names nothing of its own."""
_CLAUSES = lazy(r"[,(](?!\d)|\svà\s")
WORDS, BRACKETED = 10, 20
"""So many words may name what a level counts, or what is told of it right up to the bracket that its rate stands in."""
_BRACKETED = lazy(r"\((?:(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ)\s?)*$", re.IGNORECASE)
_GROWTH = lazy(
    rf"(?:[,(]\s*|\s)(?:và\s)?(?:(tăng|giảm){_ROUNDING}\s|([-–+])\s?)(\d[\d.,]*)\s?%((?:[^\W\d_]|\s){{0,40}})",
    re.IGNORECASE,
)
_BARE_GROWTH = lazy(r"[^,;()\d]{0,24}\((\d[\d.,]*)\s?%\)")
_SHORT_BASE = lazy(r"\b(?:tháng|quý|tuần|kỳ|liền kề)\s*(?:trước|\d|$)", re.IGNORECASE)
_PART = lazy(r"\W*(?:trong đó|trong số (?:đó|này|trên))\b", re.IGNORECASE)
_ALONE = lazy(r"\W*riêng\s(?P<what>[^,:\d]{2,60})", re.IGNORECASE)
_ITEM = lazy(
    r"\W*(?P<what>chỉ số|tiêu chí|chỉ tiêu|tiêu chuẩn|nội dung|nhóm|gói thầu|phương án)\s(?P<n>\d+|[IVX]+)\b",
    re.IGNORECASE,
)
_BOUND = lazy(r"\b(?:trên|dưới|từ|đạt|đủ)\s(\d[\d,]*(?:\s?[-–]\s?\d[\d,]*)?)\s?%", re.IGNORECASE)
"""``25 xã đạt từ 80-95%``: so many of a class."""
_TREND = lazy(r"[^,;.:(]{2,90}?\s(tăng|giảm)(?! (?:cường|gia|huyết|trưởng|nghèo|tốc)\b)(?!\w)", re.IGNORECASE)
"""``5 xã có tỷ lệ hộ nghèo giảm``: which way what is counted went."""
OPPOSED = (
    ("xuất khẩu", "nhập khẩu"), ("tổng thu", "tổng chi"), ("thu ngân sách", "chi ngân sách"), ("trong nước", "nước ngoài"),
    ("nội địa", "quốc tế"), ("thành thị", "nông thôn"), ("khai thác", "nuôi trồng"), ("trồng trọt", "chăn nuôi"), ("xuất siêu", "nhập siêu"),
)  # fmt: skip
"""Two things that a report tells one after the other in the same words."""


def of_others(a: Stated, b: Stated, sentences: Mapping[int, Sequence[Stated]]) -> bool:
    """Whether the figures and words beside two figures (the earlier, the later) say that they are of two things."""
    if "table" in (a.place, b.place):
        return False
    ways = {_way(a), _way(b)}
    if ways == {"tăng", "giảm"} or _trends(a, b) or _opposed(a, b) or _opposed(b, a) or _of_two_items(a, b):
        return True
    if a.unit == b.unit == "%":
        levels = [_level(one, sentences.get(one.at, ())) for one in (a, b)]
        if levels[0] and levels[1] and not _one_level(*levels):
            return True
    elif _grew_otherwise(a, b):
        return True
    return (
        _goes_on_otherwise(a, b, sentences)
        or _part_of(a, b, sentences)
        or _alone(a, b, sentences)
        or _alone(b, a, sentences)
    )


def _way(one: Stated) -> str:
    """``tăng`` or ``giảm`` right before a figure, or its sign in a bracket; empty when it is no change."""
    if m := _WAY.search(one.left):
        return m[1].lower()
    sign = _SIGN.search(one.left)
    return "" if sign is None else "tăng" if sign[1] == "+" else "giảm"


def _trends(a: Stated, b: Stated) -> bool:
    """Whether two figures count things of which it is told that they rose, and that they fell."""
    found = [_TREND.match(one.right) for one in (a, b) if one.unit != "%"]
    return {m[1].lower() for m in found if m} == {"tăng", "giảm"}


def _opposed(a: Stated, b: Stated) -> bool:
    """Whether the words before one name one of two opposed things and those before the other the other, neither both."""
    x, y = a.left.lower(), b.left.lower()
    return any(p in x and q not in x and q in y and p not in y for p, q in OPPOSED)


def _of_two_items(a: Stated, b: Stated) -> bool:
    """Whether two figures are told of two numbered items, or count those within two bounds."""
    x, y = (_ITEM.match(one.left) for one in (a, b))
    if x and y and x["what"].lower() == y["what"].lower() and x["n"] != y["n"]:
        return True
    bounds = [_BOUND.findall(one.right) for one in (a, b)]
    return a.unit != "%" and all(bounds) and bounds[0][0] != bounds[1][0]


def _level(one: Stated, beside: Sequence[Stated]) -> Stated | None:
    """The figure that a percentage is said of: the last one before it that is none, where nothing else is named between."""
    before = [c for c in beside if c.unit != "%" and not c.part and c.span.start < one.span.start]
    last = max(before, key=lambda c: c.span.start, default=None)
    if last is None:
        return None
    told = list(re.finditer(rf"(?<![\d.,]){re.escape(last.text)}(?![\d.,]*\d)", one.left))
    if not told:
        return None
    named, *said = _CLAUSES.split(one.left[told[-1].end() :])
    most = BRACKETED if _BRACKETED.search(one.left) else WORDS
    if len(named.split()) > most or not all(_SAID_OF.match(clause) for clause in said):
        return None
    return last


def _one_level(a: Stated | None, b: Stated | None) -> bool:
    """Whether two levels are one value of one kind, or one of them rounded."""
    if a is None or b is None or a.unit != b.unit or (not a.unit and a.noun != b.noun):
        return False
    return a.value == b.value or rounded(a, b)


def _grew_otherwise(a: Stated, b: Stated) -> bool:
    """Whether two levels each tell their growth against the same time, and not the same one."""
    ours, theirs = dict(_growths(a)), dict(_growths(b))
    return any(ours[base] != theirs[base] for base in ours.keys() & theirs.keys())


def _growths(one: Stated) -> Iterator[tuple[str, str]]:
    """(base, signed percentage) of every growth told right behind a figure, the farthest first."""
    found = []
    if m := _BARE_GROWTH.match(one.right):
        found.append(("", f"{_way(one)}{m[1]}"))
    named, end = one.right, 0
    for m in _GROWTH.finditer(named):
        if (
            not all(_SAID_OF.match(c) for c in _CLAUSES.split(named[end : m.start()])[1:])
            or len(named[end : m.start()].split()) > WORDS
        ):
            break
        way = (m[1] or "").lower() or ("tăng" if m[2] == "+" else "giảm")
        found.append(
            ("short" if _SHORT_BASE.search(m[4]) and "cùng kỳ" not in m[4] else "", f"{way}{m[3].rstrip('.,')}")
        )
        end = m.end()
    yield from reversed(found)


def _goes_on_otherwise(a: Stated, b: Stated, sentences: Mapping[int, Sequence[Stated]]) -> bool:
    """Whether the figures that follow two figures are told by the same words and lie far apart (``11 vụ; phạt 78 triệu … 12 vụ; phạt 202 triệu``)."""
    x, y = (
        min(
            (c for c in sentences.get(s.at, ()) if c.span.start > s.span.start),
            key=lambda c: c.span.start,
            default=None,
        )
        for s in (a, b)
    )
    if (
        x is None
        or y is None
        or x.unit != y.unit
        or x.unit == "%"
        or not content(x.beside)
        or content(x.beside) != content(y.beside)
    ):
        return False
    low, high = sorted((x.value, y.value))
    return high > low * FAR


def _opening(one: Stated, sentences: Mapping[int, Sequence[Stated]]) -> str:
    """What a figure's sentence begins with, before its first figure."""
    first = min(sentences.get(one.at, (one,)), key=lambda c: c.span.start)
    return first.left


def _part_of(a: Stated, b: Stated, sentences: Mapping[int, Sequence[Stated]]) -> bool:
    """Whether the later figure's sentence tells of parts of what the earlier one has just told."""
    if not 0 <= b.at - a.span.end <= NEAR or not _PART.match(_opening(b, sentences)):
        return False
    return a.unit == "%" or b.value < a.value


def _alone(one: Stated, other: Stated, sentences: Mapping[int, Sequence[Stated]]) -> bool:
    """Whether one's sentence is of something by itself (``Riêng ngành dệt …``) that the other's does not name."""
    m = _ALONE.match(_opening(one, sentences))
    named = content(m["what"]) if m else frozenset()
    return bool(named) and not named & (other.said | content(_opening(other, sentences)))
