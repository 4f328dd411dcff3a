"""F201 by nearness: a total and three or more figures of the same noun that all but make it.

Whether a list tells all of its total is seldom said. Figures that miss it by little, and by what one wrong digit makes, were meant
to add up: a list of some of the things seldom comes so near by chance. What stands between the items does not matter
(``khối 10 có 12 lớp với 438 học sinh``), nor whether the list is the total's sentence or the next, nor whether the total comes last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from ....expressions import lazy
from ..reading.dims import EXHAUSTIVE, dimension
from ..reading.parts import OWN_LIST, Part, label_end
from ..reading.slips import swapped
from ..reading.text import FIGURE, Number, counts, kind_after, noun_after, noun_of, rounding
from .judged import BOUNDS, DOUBLE, OPEN_END, overlapping

LEAST, PAIR = 3, 2
"""Two figures come near a total by chance, but seldom with two of its digits in changed places."""
UNDER, OVER = 16, 10
"""A list may miss its total by a sixteenth, and exceed it by a tenth."""
MOST = 40
"""A sentence with more numbers is a table that lost its cells."""
BEFORE = 200
"""Numbers before a total among which its parts are looked for."""
_ANYONE = frozenset({"đồng chí", "đ/c", "người"})
_ITEM = lazy(r"\s\d[\d.,]*(?:\s[^\W\d]+){1,4}\s$")
"""An item with its number, right before a bracket."""
Told = tuple[int, int, str, list[str], str]
_OPENER = lazy(
    r"\btrong (?:đó|số đó|số này)\b|\b(?:bao gồm|gồm|cụ thể|như sau|chia ra|phân ra|chia theo|phân theo|kết quả)\b|[:(]",
    re.IGNORECASE,
)
_AMONG = lazy(r"\b[Tt]rong (?:tổng số |số )?$")
_HAS = lazy(r"\scó\s(?=\d)|,\s")
"""``trong 74 vụ đã khởi tố có 31 vụ …``."""
_NEXT = lazy(
    r"(?:[-+•*]\s*)?(?:trong (?:đó|số đó|số này)|bao gồm|gồm|cụ thể|chia ra|(?:phân|chia|xét|tính)?\s?theo\s|[^.;:,\d]{3,40}:\s)",
    re.IGNORECASE,
)
_AFTERWARDS = lazy(
    r"(?:^|[,;]\s|\()(?:như vậy,?\s)?(?:(?:đưa|nâng) tổng|tổng|tổng cộng|cộng(?:\s(?:cả|chung|lại|dồn))?|tính chung|tổng số|tính cả|tất cả|toàn bộ|cả thảy|lũy kế|luỹ kế|cộng dồn|cả (?:năm|kỳ|nhiệm kỳ|giai đoạn))(?![^\W\d_])[^.;:()]{0,90}$",
    re.IGNORECASE,
)
"""What stands before a total that comes after its parts."""
_SUM = lazy(r"\btổng\b[^,;:.()]{0,60}$", re.IGNORECASE)
_DONE = lazy(r"\b(?:giải ngân|đã|thực hiện|thanh toán|đạt|hoàn thành|trả|chi|giải quyết|xử lý)\b", re.IGNORECASE)
_ESTIMATED = lazy(r"\bước(?: đạt| tính| thực hiện)?\s$", re.IGNORECASE)
"""An estimate is added up like any other figure."""
_STAGE = lazy(r"\b(?:đã|thuộc thẩm quyền|đủ điều kiện|thuộc diện|hợp lệ|trong đó|đạt|còn)\b", re.IGNORECASE)
"""Items that are steps of one work, each a part of the one before."""
_TOLD = lazy(r"([^\W\d_]+)\s$")
WORD = 24
"""Characters before a figure in which the word before it stands."""
_PLAIN = frozenset({"", "có", "là", "gồm", "được", "với", "số", "đạt", "và", "tổng", "cộng", "thì", "của"})
"""Words before a figure that do not say what it is of."""
_SUBTRACTED = lazy(r"\b(?:(?<!khai )(?<!loại )trừ|không tính|ngoài ra)\b[^,;]*$", re.IGNORECASE)
_FIGURES = lazy(r"[\d.,]+")
_TIME = lazy(r"\b(?:năm|tháng|quý|kỳ|đợt|học kỳ) (?:\d+|[IV]+)\b", re.IGNORECASE)
"""Items of one time each never overlap."""
_WORK = lazy(
    r"kế hoạch|chỉ tiêu|dự toán|mục tiêu|(?<!bàn )\bgiao\b(?! thông| lưu| dịch| tiếp| ban)|\bvượt\b|so với|cùng kỳ|bình quân|mỗi|\blượt\b",
    re.IGNORECASE,
)


def near_lists(text: str) -> Iterator[Told]:
    """(start, end, total, parts, ``≠``) of every total in a paragraph that a list misses by a slip."""
    told = counts(text)
    spans, found = [(start, end) for start, end, _ in told], [own for _, _, own in told]
    everything = [n for numbers_ in found for n in numbers_]
    for index, (start, end) in enumerate(spans):
        if len(found[index]) > MOST:
            continue
        for total in found[index]:
            later = _behind(text, found[index], total, end)
            same = [n for n in later if _noun(text, n) == _noun(text, total) and not per_one(text, n)]
            if len(later) >= PAIR and _opens(text, total, (same or later)[0]):
                how = "list" if _OPENER.search(text, total.end, (same or later)[0].start) else "among"
                yield from _judged(text, total, later, end, everything, how=how)
            elif index + 1 < len(spans) and len(found[index + 1]) <= MOST:
                how = _goes_on(text, total, spans[index : index + 2])
                yield from _judged(
                    text, total, found[index + 1] if how else (), spans[index + 1][1], everything, how=how
                )
            if _AFTERWARDS.search(text[start : total.start]):
                earlier = [n for n in everything if n.end < total.start]
                yield from _judged(text, total, _run_before(text, total, earlier), total.end, everything, how="last")


def _behind(text: str, found: Sequence[Number], total: Number, end: int) -> list[Number]:
    """The numbers behind a total, up to a clause behind a semicolon that has a total and parts of its own."""
    mark = text.find(";", total.end, end)
    own = OWN_LIST.search(text, mark, end) if mark >= 0 else None
    stop = own.start() if own else end
    return [n for n in found if total.end < n.start < stop]


def _goes_on(text: str, total: Number, both: Sequence[tuple[int, int]]) -> str:
    """How the second of two sentences may list the parts of a total of the first, empty when it may not.

    Its words say so, or the total is told as one (``list``); or the total alone ends the first (``next``).
    """
    (start, _), (at, _) = both
    lead = re.split(r"\d", text[at : at + 90])[0]
    if _NEXT.match(text, at) or (_SUM.search(text[start : total.start]) and not _DONE.search(lead)):
        return "list"
    return "next" if re.fullmatch(r"(?:\s[^\W\d]+){1,4}\.\s*", text[total.end : at]) else ""


def _opens(text: str, total: Number, first: Number) -> bool:
    """Whether words between a total and the next number open a list of its parts."""
    if _OPENER.search(text, total.end, first.start):
        return True
    among = _AMONG.search(text, max(0, total.start - 24), total.start)
    return among is not None and _HAS.search(text, total.end, first.start + 1) is not None


def per_one(text: str, number: Number) -> bool:
    """Whether a number is so many of one for each of another (``39 học sinh/lớp``)."""
    return re.match(r"\s[^\W\d]+(?:\s[^\W\d]+)?/", text[number.end : number.end + 40]) is not None


def _run_before(text: str, total: Number, earlier: Sequence[Number]) -> list[Number]:
    """The last numbers of the total's noun before it that stand in one sentence."""
    start, earlier = next(s for s, e, _ in counts(text) if s <= total.start < e), earlier[-BEFORE:]
    same: list[Number] = []
    for side in ([n for n in earlier if n.start >= start], earlier):  # its own sentence first
        same = same or [n for n in side if _alike(text, n, total)] or [n for n in side if not _noun(text, n)]
    if not same or len({_noun(text, n) for n in same}) > 1:
        return []
    home = next((s, e) for s, e, _ in counts(text) if s <= same[-1].start < e)
    return [n for n in same if home[0] <= n.start]


def _judged(
    text: str,
    total: Number,
    listed: Sequence[Number],
    end: int,
    known: Sequence[Number],
    *,
    how: str,
) -> Iterator[Told]:
    """The contradiction of a total and the figures of its noun among those listed.

    ``how`` is ``last`` when the total is told behind them, ``among`` when no more than ``trong`` makes them its parts, which may
    overlap then, and ``next`` when no word does: only two digits in changed places are a sign then.
    """
    last = how == "last"
    kind = kind_after(text, total.end)
    estimated = total.approx and _ESTIMATED.search(text, max(0, total.start - 24), total.start)
    named = _noun(text, total) or text.startswith(":", total.end)
    if (total.approx and not estimated) or not named:
        return
    own = _own(text, total, listed, PAIR if last else LEAST)
    slip = swapped(total.value, sum((n.value for n in own), Decimal()))
    if (kind == "turn" or how == "next") and not slip:
        return
    if len(own) < (PAIR if last or slip else LEAST) or any(
        _rounded(text, n) or (n.value >= total.value and not slip) for n in own
    ):
        return
    rounded = rounding([n.text for n in own], total.text, kind)
    if not _fails(total, [n.value for n in own], {n.value for n in known}, rounded, among=how == "among", slip=slip):
        return
    first, stop = min(own[0].start, total.start), max(label_end(text, own[-1].end, end), total.end)
    if _explained(text, total, own, stop, known, sure=last or slip) or (last and _named_apart(text, total, own)):
        return
    yield first, stop, total.text, [n.text for n in own], "≠"


def _named_apart(text: str, total: Number, own: Sequence[Number]) -> bool:
    """Whether a total is told by the word of one of the figures, and others by another (``chết 21, bị thương 13 … chết 84``)."""
    words = [m[1].lower() if (m := _TOLD.search(text, max(0, n.start - WORD), n.start)) else "" for n in (total, *own)]
    same = [w == words[0] for w in words[1:]]
    return words[0] not in _PLAIN and any(same) and not all(same)


def _fails(
    total: Number, values: list[Decimal], known: set[Decimal], rounded: Decimal, *, among: bool, slip: bool
) -> bool:
    """Whether figures miss their total by a slip that nothing else explains: rounding, another figure, part of the list."""
    reached = sum(values, Decimal())
    return not (
        abs(reached - total.value) <= rounded
        or not (slip or _slipped(reached, total.value, values))
        or reached in known
        or total.value in accumulate(values)
        or any(value in accumulate(values[:at]) for at, value in enumerate(values) if at > 1)
        or (among and reached > total.value and not slip)
    )


def _own(text: str, total: Number, listed: Sequence[Number], least: int) -> list[Number]:
    """The listed figures of a total's noun, or all of them where fewer than the least are and none counts another kind."""
    listed = [n for n in listed if not _inner(text, total, n)]
    own = [n for n in listed if _alike(text, n, total) and not _subtracted(text, n) and not per_one(text, n)]
    if own and sum(n.value for n in own) == total.value:
        return own  # ``2.864 ha, trong đó 6 khu (1.937 ha), 3 khu (927 ha)``
    if sum(n.value for n in listed) == total.value:
        return list(listed)  # ``327 cơ sở, trong đó 41 cơ sở …, 7 bếp ăn và 183 cơ sở …``: a kitchen is one as well
    one_kind = all(kind_after(text, n.end) in (kind_after(text, total.end), None) for n in listed)
    return list(listed) if len(own) < least and one_kind else own


def _subtracted(text: str, number: Number) -> bool:
    """Whether a number is said to be left out, by its own clause."""
    clause = 1 + max(text.rfind(mark, 0, number.start) for mark in ",;")
    return _SUBTRACTED.search(text, clause, number.start) is not None


def _inner(text: str, total: Number, number: Number) -> bool:
    """Whether a number stands alone in a bracket behind an item of the list, and tells of that item (``quốc tế 9 huy chương (2 vàng)``)."""
    opened, close = text.rfind("(", total.end, number.start), text.find(")", number.start)
    if opened < 0 or close < 0 or ")" in text[opened : number.start]:
        return False
    alone = len(FIGURE.findall(text, opened, close)) == len(FIGURE.findall(number.text))
    return alone and _ITEM.search(text, total.end, opened) is not None


def _noun(text: str, number: Number) -> str:
    return noun_of(text, number.end) or " ".join(noun_after(text, number.end).split()[:1])


def _rounded(text: str, number: Number) -> bool:
    """Whether a number is no exact item; what is added (``thêm 36``) is one."""
    return number.approx and not text.startswith("thêm ", max(0, number.start - 5))


def _alike(text: str, one: Number, other: Number) -> bool:
    """Whether two numbers count by one noun, or persons of whom one is told as comrades or people."""
    nouns = {_noun(text, one), _noun(text, other)}
    return len(nouns) == 1 or (
        bool(nouns & _ANYONE) and kind_after(text, one.end) == kind_after(text, other.end) == "person"
    )


def _slipped(reached: Decimal, total: Decimal, values: Sequence[Decimal]) -> bool:
    """Whether a sum misses a total by little, and by one digit or by two that changed places."""
    miss = abs(reached - total)
    if not miss or miss * (UNDER if reached < total else OVER) > total:
        return False
    digits = f"{miss.normalize():f}".replace(".", "").strip("0")
    return len(digits) == 1 or (int(digits) % 9 == 0 and len(digits) == 2)


def _explained(
    text: str, total: Number, own: Sequence[Number], end: int, known: Sequence[Number], *, sure: bool
) -> bool:
    """Whether the words make the list one of some things, of overlapping ones, of steps or of work against its plan."""
    listed = text[max(0, own[0].start - 40) : label_end(text, own[-1].end, end) + 12]
    said = f"{listed} {text[max(0, total.start - 40) : total.end + 40]}"
    told = re.split(r"[,;:(.]|\d", text[total.end : total.end + 60])[0]
    lead = f"{text[max(0, total.start - 30) : total.start]} {told} {text[max(total.end, own[0].start - 15) : own[0].start]}"
    parts = [Part(n, _label(text, n, known), kind_after(text, n.end)) for n in own]
    labels = [p.label for p in parts]
    dims = {dimension(label) for label in labels}
    if all(_TIME.search(label) for label in labels):
        return bool(_WORK.search(lead) or DOUBLE.search(said))
    return bool(
        OPEN_END.search(said)
        or DOUBLE.search(said)
        or _WORK.search(lead)
        or (not (sure or _negated(labels)) and any(_STAGE.search(label) for label in labels[1:]))
        or any(sum(1 for label in labels if bound.search(label)) > 1 for bound in BOUNDS)
        or overlapping(parts)
        or len(dims - {""}) > 1
        or not dims - {""} <= EXHAUSTIVE
    )


def _negated(labels: Sequence[str]) -> bool:
    """Whether one item is what is not another one (``đạt chuẩn 58, chưa đạt chuẩn 09``): the list is whole."""
    plain = {_FIGURES.sub("", label).strip().lower() for label in labels}
    return any(f"{no} {label}" in plain for label in plain for no in ("chưa", "không"))


def _label(text: str, number: Number, known: Sequence[Number]) -> str:
    """The words around an item back to the number or the mark before it, and on to the next mark."""
    before = max([n.end for n in known if n.end <= number.start], default=0)
    left = re.split(
        r"[,;:(.]|\b[Tt]rong (?:đó|số đó|số này)\b|\b[Gg]ồm\b|\svà\s|\scó(?=\s$)", text[before : number.start]
    )[-1]
    right = re.split(r"[,;:().]|\svà\s", text[number.end : number.end + 60])[0]
    return f"{left.strip()} {right.strip()}".strip()
