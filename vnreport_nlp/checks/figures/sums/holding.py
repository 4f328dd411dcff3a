"""Which figure may be a part of which, weighed by words: pairs in which the part is larger, and measures of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ....expressions import lazy
from ..rates.within import ELSE, LEFT_OVER, NONE, is_base
from ..reading.dims import dimension
from ..reading.nearby import Fig, between, figures, left_of, right_of
from ..reading.text import DIGITS, MEASURED, value_of

REACH = 240
"""Characters from a whole to its part."""
MOST = 2.0
"""A figure more than so many times as large is of another set."""
CROWD = 40
"""A passage with more figures is a table that lost its cells."""
_BACK = lazy(
    r"\b(?:trong (?:đó|số|các|những)|số này|số đó|nêu trên|nói trên|này|kết luận|kết quả|qua đó)\b", re.IGNORECASE
)
"""What takes up the figures of the sentence before."""
_CLASSES = frozenset({"căn", "chiếc", "cái", "con", "cây", "quả", "bộ", "tấm", "bài", "cuốn", "ngôi", "bản", "điểm"})
"""Words that only count: what is counted stands behind them."""
_LATER = lazy(
    r"\b(?:tổng số|tổng cộng|cả thảy|tính cả|kể cả|khách mời|dự kiến|phấn đấu|sẽ|(?:19|20)\d\d|cuối (?:năm|kỳ|quý|tháng|nhiệm kỳ|vụ) (?:có|còn|là))\b",
    re.IGNORECASE,
)
"""The second figure is of another time, or of more than the first."""
_PLANNED = lazy(r"\b(?:trở lên|ít nhất|tối thiểu|chỉ tiêu|mục tiêu|kế hoạch|phấn đấu|đề ra|được giao)\b", re.IGNORECASE)
"""Of what was planned more may be done."""
_OF = lazy(r"\b(?:cùng|cùng với|trong|trên|của|tổng số|trong số)\s$", re.IGNORECASE)
"""What stands before a whole that is told after its part."""
_HOLDS = lazy(
    r"\b(?:trong|có|gồm|đã|được|chiếm|là|số|nữ|nam|riêng|trẻ|đạt|kết luận|phát hiện|xác định|giải quyết|xử lý|trả|thu|về|dự|đỗ|trúng|vắng|hoàn thành|lên tới|đủ|thì)\b",
    re.IGNORECASE,
)
"""A list of things of one rank holds none of these between two of its figures."""
_WORD = lazy(r"[^\W\d_]+")
_NOT_YET = frozenset({"quần chúng"})
"""Those who may become members are none of them."""
_SEX = lazy(r"\b(?:nam|nữ)(?: giới)?(?: (?:là|có))?:?\s$", re.IGNORECASE)
"""Men hold no women."""
_ENDED = lazy(
    r"\b(?:hoàn thành|hoàn thiện|bàn giao|nghiệm thu|kết thúc|khánh thành|đưa vào sử dụng)\b[^,;.]*$", re.IGNORECASE
)
_OPEN = lazy(r"\b(?:trong (?:đó|số)|gồm|đang|chưa|còn|dừng|hủy|trả lại|rút)\b", re.IGNORECASE)
"""Works of several kinds that are done by now (``khởi công 40, sửa chữa 16, hoàn thành 41``), but for those told to be left."""


_SHARE = lazy(
    rf"[^,;.()\d]{{0,50}}(?:\((?:(?:chiếm|đạt|bằng)\s)?(?:tỷ lệ\s)?|,?\s(?:chiếm|đạt)\s(?:tỷ lệ\s)?)(?P<p>{DIGITS})\s?%"
)
"""A figure's own share, told right behind it."""
_LEAD = lazy(r"[;:]\s|\.\s|,\s")
BOTH = 2
"""So many words at both ends of two clauses are the same where they tell items of one list."""
ALIKE = 0.01
"""Two figures whose shares are of wholes no further apart are of one whole."""


_APART = lazy(
    r";\s*(?:và |đã )?(?:thi hành )?(?:kỷ luật|miễn|xóa tên|khai trừ|khen thưởng|biểu dương|tặng|kết nạp|cử|bổ nhiệm|luân chuyển|điều động|đào tạo|bồi dưỡng|tinh giản|nghỉ hưu)\b[^;.]*$",
    re.IGNORECASE,
)
"""Another act begins behind a semicolon: it is done to others (``kết nạp 298 đảng viên; miễn sinh hoạt cho 301 đảng viên``)."""


@dataclass(frozen=True, slots=True)
class Held:
    """A figure and a later one that may be told to be a part of it."""

    whole: Fig
    part: Fig


def above(text: str) -> Iterator[Held]:
    """Those of the pairs near one another whose part exceeds its whole by no more than a slip may."""
    counts = [f for f in figures(text) if not f.percent]
    if any(a.value < b.value <= MOST * a.value for i, a in enumerate(counts) for b in counts[i + 1 : i + 9]):
        yield from (held for held in near(text) if held.whole.value < held.part.value <= MOST * held.whole.value)


def near(text: str) -> Iterator[Held]:
    """Every two figures of a paragraph of which the second may count some of what the first counts."""
    counts = [f for f in figures(text) if not f.percent and f.value > 0]
    if not 2 <= len(counts) <= CROWD or LEFT_OVER.search(NONE.sub(" ", text)):
        return
    for i, whole in enumerate(counts):
        for part in counts[i + 1 : i + 9]:
            if part.start - whole.end > REACH or part.sentence - whole.sentence > 1:
                break
            if _fits(text, whole, part, inside=part is not counts[i + 1]) and _sound(text, whole, part):
                yield Held(whole, part)


def _fits(text: str, whole: Fig, part: Fig, *, inside: bool) -> bool:
    """Whether a figure may count some of what another counts: by its noun, by none where nothing is told between, or both people."""
    if not part.noun:
        return bool(whole.noun) and not inside and part.sentence == whole.sentence
    if whole.noun != part.noun and (not whole.kind == part.kind == "person" or part.noun in _NOT_YET):
        return False
    return (
        part.sentence == whole.sentence
        or _BACK.search(text, max(whole.end, part.start - 90), part.end + 60) is not None
    )


def _sound(text: str, whole: Fig, part: Fig) -> bool:
    """Whether nothing plain speaks against it: another set, work that has a plan, a whole that is a part itself."""
    if (
        whole.noun in _CLASSES
        and _WORD.findall(text[whole.end : whole.end + 20])[:2] != _WORD.findall(text[part.end : part.end + 20])[:2]
    ):
        return False
    between_them = (f for f in figures(text) if whole.start < f.start < part.start and not f.percent)
    if is_base(text, part.start) or any(f.noun == part.noun and f.value >= part.value for f in between_them):
        return False
    if _LATER.search(text, whole.end, part.start) or _PLANNED.search(
        text, max(0, whole.start - 60), min(whole.end + 40, part.start)
    ):
        return False
    if _beside(text, whole, part) or _side_by_side(text, whole, part) or _APART.search(text[whole.end : part.start]):
        return False
    if _SEX.search(text, max(0, whole.start - 16), whole.start):
        return False
    if whole.soft or part.soft or whole.kind in MEASURED or _OF.search(text, max(0, part.start - 16), part.start):
        return False
    if ELSE.search(text[max(0, whole.start - 25) : part.end + 12]) or not _HOLDS.search(text[whole.end : part.start]):
        return False
    left = re.split(r"[,;:(]|\.\s", text[max(0, whole.start - 60) : whole.start])[-1]
    right = re.split(r"[,;:()]|\.\s", text[whole.end : whole.end + 60])[0]
    return not dimension(f"{left.strip()} {right}")


def _beside(text: str, whole: Fig, part: Fig) -> bool:
    """Whether a whole stands in a bracket that closes before its part, or what was begun of it and of others ends in the part."""
    between = text[whole.end : part.start]
    depth, opened = text.rfind("(", 0, whole.start), text.rfind(")", 0, whole.start)
    if depth > opened and between.count(")") > between.count("("):
        return True
    if not _ENDED.search(between) or _OPEN.search(between):
        return False
    beside = [f for f in figures(text) if f.sentence == whole.sentence and f.start < part.start and not f.percent]
    together = sum(f.value for f in beside if f.noun == whole.noun)
    return together >= part.value


def _side_by_side(text: str, whole: Fig, part: Fig) -> bool:
    """Whether both are told with shares of one whole (``412 em giỏi (chiếm 40,2%), 590 em khá (chiếm 57,6%)``), or in the same words.

    Clauses between semicolons that begin and end alike tell items (``số do huyện giới thiệu có 19 người; số do xã giới thiệu có 30 …``).
    """
    shares = [_SHARE.match(text, f.end) for f in (whole, part)]
    x, y = (f.value / float(value_of(m["p"]) or 1) if m else 0.0 for f, m in zip((whole, part), shares, strict=True))
    if x and y:
        return abs(x - y) <= ALIKE * max(x, y)
    before, here = (_LEAD.split(text[max(0, f.start - REACH) : f.start])[-1].lower().split() for f in (whole, part))
    same = before[:BOTH] == here[:BOTH] and before[-BOTH:] == here[-BOTH:]
    return same and len(before) > 2 * BOTH < len(here) and before != here and ";" in text[whole.end : part.start]


def measures(text: str, pair: Held, value: float) -> list[str]:
    """Names of what holds of a whole and its possible part, told with a value."""
    whole, part = pair.whole, pair.part
    told = between(text[whole.end : part.start])
    out = [f"t|{cue}" for cue in told]
    inside = [f for f in figures(text) if whole.start < f.start < part.start]
    last = inside[-1] if inside else whole
    out += [f"l|{cue}" for cue in between(text[last.end : part.start])] if inside else [f"o|{cue}" for cue in told]
    out += [
        f"inside{min(len(inside), 3)}",
        f"stops{part.sentence - whole.sentence}",
        f"inside%{any(f.percent for f in inside)}",
    ]
    out += [f"w{w}" for w in (*left_of(text, whole.start), *right_of(text, whole.end))]
    out += [f"p{w}" for w in (*left_of(text, part.start), *right_of(text, part.end))]
    behind = text[part.end : part.end + 60]
    out += [f"b|{cue}" for cue in between(re.split(r"[.;]\s", behind)[0])] + [
        f"a|{cue}" for cue in between(re.split(r"[.;]\s", text[max(0, whole.start - 50) : whole.start])[-1])
    ]
    out += ["noun same" if whole.noun == part.noun and whole.noun else "noun none" if not part.noun else "noun other"]
    out += [f"kind{whole.kind}", f"soft{whole.soft}{part.soft}"]
    out += _names(text, whole, part)
    rivals = [
        f
        for f in figures(text)
        if f.start < part.start
        and not f.percent
        and f.value >= value
        and (f.noun == part.noun or f.kind == part.kind == "person")
    ]
    out += [f"rivals{min(len(rivals), 2)}"]
    more = [f for f in figures(text) if f.start > part.start and f.sentence == part.sentence and not f.percent]
    out += [f"more{min(len(more), 2)}"]
    return out


def all_measures(text: str, pair: Held) -> list[str]:
    """The measures of a pair as it stands."""
    return measures(text, pair, pair.part.value) + sizes(pair.whole.value, pair.part.value)


def _names(text: str, whole: Fig, part: Fig) -> list[str]:
    """How the names of what both count go on."""
    x, y = (_WORD.findall(re.split(r"[,;.:(]", text[f.end : f.end + 60])[0].lower())[:5] for f in (whole, part))
    same = next((i for i, (p, q) in enumerate(zip(x, y, strict=False)) if p != q), min(len(x), len(y)))
    out = [f"name{min(same, 3)}", f"longer{min(max(len(y) - len(x), -1), 1)}"]
    return out + (["name whole"] if x and same == len(x) and len(y) > len(x) else [])


def sizes(whole: float, part: float) -> list[str]:
    """Measures of by how much a part exceeds its whole."""
    share = part / whole
    x, y = f"{whole:.1f}".replace(".", ""), f"{part:.1f}".replace(".", "")
    wrong = [i for i in range(len(x)) if x[i] != y[i]] if len(x) == len(y) else []
    digits = min(len(str(int(whole))), 4)
    out = [
        f"over{'0' if share < 1.03 else '1' if share < 1.1 else '2' if share < 1.25 else '3' if share < 1.5 else '4'}",
        f"digits{digits}",
    ]
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and x[wrong[0]] == y[wrong[1]] and x[wrong[1]] == y[wrong[0]]:
        out += ["swapped", f"swapped{digits}"]
    if len(wrong) == 1:
        out.append("one digit")
    return out
