"""F201: whether the parts of a list contradict their total, or may well be some of them, or overlap."""

from __future__ import annotations

import re
from decimal import Decimal

from ....expressions import lazy
from ....gates import Gated
from ..reading.dims import EXHAUSTIVE, complementary, dimension
from ..reading.parts import Part, depth, label_end, others_behind, own_units
from ..reading.slips import swapped
from ..reading.text import CLOSED, Number, kind_after, noun_after, noun_of, rounding
from ..reading.units_of import unit_of

_STAGE = lazy(r"\b(?:thuộc thẩm quyền|đủ điều kiện|hợp lệ|đã (?:giải quyết|xử lý|hoàn thành|thực hiện|trả lời))\b")
"""Steps of one work: each is a part of the one before, so that they do not add up."""
BOUNDS = (
    lazy(r"\b(?:dưới|không quá)\s\d", re.IGNORECASE),
    lazy(r"\b(?:trên|từ) \d+ (?!đến)", re.IGNORECASE),
)
"""Two classes bounded on the same side hold one another (``dưới 30 tuổi``, ``dưới 40 tuổi``)."""
OPEN_END = lazy(
    r"\.\.\.|…|\bv\.v|\bmột số\b|\bchủ yếu\b|\bnhư\b(?! vậy| sau| trên| nêu)|\briêng\b|\bnhất là\b|\bcòn lại\b|\bhầu hết\b|\bnhiều\b|\bnổi bật\b|\btiêu biểu\b",
    re.IGNORECASE,
)
_REST = lazy(
    r"[\s,;]*(?:và\s+)?(?:(?:[^\W\d]+\s){0,4}còn lại|ngoài ra|số khác|(?:các |những |một số |nhiều )?(?:[^\W\d]+\s){0,3}khác\b(?![^,;.]{0,15}\d))",
    re.IGNORECASE,
)
_BRACKET = lazy(r"\s?\([^()]{0,40}\)")
DOUBLE = Gated(
    r"\b(?:(?<!khai )(?<!loại )(?<!ngoại )trừ|kiêm|tính trùng|một người|cùng lúc|đồng thời|vừa|cả hai|trùng|trong cùng)\b",
    re.IGNORECASE,
)
_ATTRIBUTE = lazy(r"(?:^|\s)(?:được|có|đã|tham gia|biết|giúp|nhận|dưới)\s", re.IGNORECASE)
"""What items have or were given; one may have two of it (``70 hội viên được vay vốn, 55 hội viên được hỗ trợ giống``)."""
_WITHIN = lazy(r"\b(?:trong (?:đó|số đó|số này)|gồm)\b", re.IGNORECASE)
_PLANNED = Gated(
    r"kế hoạch|chỉ tiêu|(?<!bàn )(?<!chuyển )\bgiao\b(?! thông| lưu| dịch| tiếp| ban)|dự toán|mục tiêu|\bvượt\b|kỳ trước|năm trước|chuyển sang|chuyển nguồn|kéo dài|\bngoài\b|phát sinh|thành phần|\blẻ\b|\blượt\b",
    re.IGNORECASE,
)
"""Work may exceed its plan, and what was left from before counts beside the new."""
REACH = 60
LONG = 100
"""Three items and more hardly make such a total with two of its digits in changed places by chance."""
PAIRED = 4
"""Men and women who miss a total by more than its quarter are of something else."""
LISTED = 3
"""More items with their own total at the end are a list that is whole in itself."""
CLOSED_FROM = 3
"""So many items with the others counted as the last one are all."""
_OTHERS_LAST = lazy(r"\bkhác\b|\bcòn lại\b")
_FIGURE = lazy(r"\d+")
_STOP = lazy(";")
_UNNUMBERED = lazy(r"(?:\b(?:gồm|ra|thể|có)\b|[:(])[^\d,:(]*\w[^\d,:(]*,\s*$")
"""The first item stands without a number (``gồm Thường trực, 45 ủy viên và 120 bí thư``)."""


def sign_of(
    sentence: str, total: Number, parts: list[Part], claim: str, cut: bool, earlier: list[Number], offset: int
) -> str:
    """The sign that contradicts (``≠`` or ``>``), empty when all is well or in doubt."""
    if offset >= 0 and (_average(sentence, total) or _measured(sentence, parts)):
        return ""
    if not parts or any(p.number.approx for p in parts) or DOUBLE.search(_about(sentence, parts)):
        return ""
    if len(parts) == 1:
        return _single(sentence, total, parts[0])
    if complementary([p.label for p in parts]):
        return _paired(total, parts)
    if claim == "within" and len(parts) >= CLOSED_FROM and _OTHERS_LAST.search(parts[-1].label):
        claim = "list"  # what is left is counted as the last item: the list is whole
    return "" if _bounded(parts) else _added(sentence, total, parts, claim, cut, earlier, offset)


def _average(sentence: str, total: Number) -> bool:
    """Whether a total of things that are counted has a part of one (``1,74 người trên một đại biểu``): it is no total."""
    return "," in total.text and kind_after(sentence, total.end) in CLOSED


def _measured(sentence: str, parts: list[Part]) -> bool:
    """Whether some items are measured and others counted: lengths and houses make no sum (``61 công trình gồm 48 km đường, 9 nhà``)."""
    return len({unit_of(sentence, p.number.end).what for p in parts}) > 1


def _added(
    sentence: str, total: Number, parts: list[Part], claim: str, cut: bool, earlier: list[Number], offset: int
) -> str:
    """The same of several items: what they add up to against the total."""
    values = [p.number.value for p in parts]
    dims = {dimension(p.label) for p in parts}
    one = len(dims) == 1
    whole = claim == "bracket" or (one and next(iter(dims)) in EXHAUSTIVE)
    others = [n.value for n in earlier[:-1]]
    slack = rounding([p.number.text for p in parts], total.text, kind_after(sentence, total.end) if offset >= 0 else "")
    if _adds_up(values, total.value, others, whole, slack):
        return ""
    known, reached = dims - {""}, sum(values, Decimal())
    long = len(parts) > 2 and total.value >= LONG
    if not cut and (long or known <= EXHAUSTIVE) and swapped(total.value, reached) and not overlapping(parts):
        return "≠" if reached > total.value or not _open(sentence, parts) else ""
    over_one = claim == "list" and len(known) == 1 and known <= EXHAUSTIVE and reached > total.value
    if not one and known and not over_one:
        return ""
    if total.value in values:  # the total said again, or of other things: no part is all there is
        return ""
    exhaustive = one and next(iter(dims)) in EXHAUSTIVE
    if claim == "within" and _one_larger(sentence, total, parts):
        return ""
    if reached > total.value:
        return _over(claim, total, parts, exhaustive, sentence, offset)
    if cut or claim == "within" or (one and any(dims) and not exhaustive):
        return ""
    if _open(sentence, parts) or own_units(sentence, [(p.number.start, p.number.end) for p in parts]):
        return ""
    if _UNNUMBERED.search(sentence[total.end : parts[0].number.start]):
        return ""
    return _under(claim, total, parts, exhaustive, sentence, offset)


def _open(sentence: str, parts: list[Part]) -> bool:
    """Whether words in or behind a list say that it is not all."""
    last = label_end(sentence, parts[-1].number.end, len(sentence))
    if bracket := _BRACKET.match(sentence, last):
        last = bracket.end()
    behind = 12 if sentence.startswith((" và", " cùng"), last) else 4
    first = parts[0].number.start
    opened = sentence.rfind("(", max(0, first - REACH), first)
    said = sentence[opened if opened >= 0 and ")" not in sentence[opened:first] else max(0, first - 12) : last + behind]
    return OPEN_END.search(said) is not None or _REST.match(sentence, last) is not None or others_behind(sentence, last)


def _bounded(parts: list[Part]) -> bool:
    """Whether two items are classes bounded on the same side."""
    return any(sum(1 for p in parts if bound.search(p.label)) > 1 for bound in BOUNDS)


def _one_larger(sentence: str, total: Number, parts: list[Part]) -> bool:
    """Whether one part alone exceeds the whole, which F202 tells."""
    kind = kind_after(sentence, total.end)
    return any(p.number.value > total.value and p.kind == kind for p in parts)


def _paired(total: Number, parts: list[Part]) -> str:
    """The sign of two items that are all there is."""
    short = total.value - sum((p.number.value for p in parts), Decimal())
    return "≠" if 0 < abs(short) * PAIRED <= total.value and all(p.number.value < total.value for p in parts) else ""


def _about(sentence: str, parts: list[Part]) -> str:
    """The sentence as far as it speaks of the list: up to the semicolon after the last part, outside its bracket."""
    last = parts[-1].number.end
    ends = (m.start() for m in _STOP.finditer(sentence, last) if not depth(sentence, last, m.start()))
    return sentence[: next(ends, len(sentence))]


def _sums_to(values: list[Decimal], total: Decimal, whole: bool, slack: Decimal) -> bool:
    """Whether the values, or unless ``whole`` the first two or more of them, make the total (decimals rounded)."""
    reached = Decimal()
    for index, value in enumerate(values):
        reached += value
        if index and (not whole or index == len(values) - 1) and abs(reached - total) <= slack:
            return True
    return False


def _adds_up(values: list[Decimal], total: Decimal, others: list[Decimal], whole: bool, slack: Decimal) -> bool:
    """Whether the values make the total, or an earlier one; or the last alone do, those before being another division of it."""
    if any(_sums_to(values, t, whole, slack) for t in (total, *others, *(total + o for o in others))):
        return True
    if len(values) > LISTED and values[-1] == sum(values[:-1]):
        return True  # a list with a total of its own, held against a target
    return any(abs(sum(values[i:], Decimal()) - total) <= slack for i in range(1, len(values) - 1))


def _single(sentence: str, total: Number, part: Part) -> str:
    """A part larger than its whole: only when both count the same noun."""
    between = sentence[total.end : part.number.start]
    if part.number.value <= total.value or len(between) > REACH or not _WITHIN.search(between):
        return ""
    about = sentence[max(0, total.start - REACH) : part.number.end + REACH]
    if _PLANNED.search(about):
        return ""
    ours, theirs = noun_after(sentence, total.end), noun_after(sentence, part.number.end)
    known = noun_of(sentence, total.end), noun_of(sentence, part.number.end)
    comrades = kind_after(sentence, total.end) == "person" and theirs in ("đồng chí", "đ")
    one = known[0] == known[1] if any(known) else bool(ours) and ours.split()[0] == (theirs.split() or [""])[0]
    return ">" if one or comrades else ""


def _over(claim: str, total: Number, parts: list[Part], exhaustive: bool, sentence: str, offset: int) -> str:
    kind = kind_after(sentence, total.end) if offset >= 0 else None
    if claim == "colon" and not exhaustive and not _alike(parts, kind):
        return ""
    if any(p.number.value > total.value * 3 for p in parts) and not exhaustive:
        return ""
    if claim == "bracket" and any(p.number.value > total.value for p in parts):
        return ""
    excess = sum((p.number.value for p in parts), Decimal()) - total.value
    if claim == "within" and not exhaustive and excess * 8 > total.value:
        return ""
    if claim == "bracket" and excess * 2 > total.value:
        return ""  # contents that overlap (``28 tổ chức (kinh tế 16, cán bộ 14, tài chính 19)``)
    if claim == "within" and any(_STAGE.search(p.label) for p in parts[1:]):
        return ""
    if (not exhaustive and overlapping(parts)) or (
        claim == "closed" and any(p.number.value > total.value for p in parts)
    ):
        return ""
    return "≠"


def overlapping(parts: list[Part]) -> bool:
    """Whether items are told by what they have or were given, so that one may count twice."""
    return not _classes(parts) and sum(1 for p in parts if _ATTRIBUTE.search(p.label)) > 1


def _classes(parts: list[Part]) -> bool:
    """Whether items differ by a number alone, which makes classes of them (``nhận Huy hiệu 40 năm``, ``nhận Huy hiệu 30 năm``)."""
    told = [_FIGURE.findall(p.label) for p in parts]
    names = {_FIGURE.split(p.label)[0] for p in parts}
    return len(names) == 1 and all(len(t) == 1 for t in told) and len({t[0] for t in told}) == len(parts)


def _alike(parts: list[Part], kind: str | None) -> bool:
    """Whether the items count what the total counts, or stand without a noun."""
    return all(p.kind == kind or p.kind is None for p in parts) and (kind is not None)


def _under(claim: str, total: Number, parts: list[Part], exhaustive: bool, sentence: str, offset: int) -> str:
    short = total.value - sum((p.number.value for p in parts), Decimal())
    kind = kind_after(sentence, total.end) if offset >= 0 else None
    near = short * 5 <= total.value
    if exhaustive:
        return "≠" if near or claim != "closed" else ""
    if claim in ("bracket", "list"):
        return "≠" if short * 20 <= total.value * (6 if claim == "list" or len(parts) > 2 else 3) else ""
    return "≠" if claim == "colon" and near and _alike(parts, kind) else ""
