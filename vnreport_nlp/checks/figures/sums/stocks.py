"""F201 of a stock: what there was, what came, what went, what is left (``đầu kỳ 312 hộ; thoát nghèo 58, phát sinh 7; cuối kỳ còn 261 hộ``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ....expressions import lazy
from ....gates import Gated
from ..reading.slips import one_wrong, swapped
from ..reading.text import Number, kind_after, noun_of, numbers, sentences, shown

_PERIOD = r"(?:năm|kỳ|nhiệm kỳ|tháng|quý|vụ)"
_OPENS = lazy(
    rf"\bđầu {_PERIOD}|\b{_PERIOD} (?:trước|20\d\d|cũ) (?:chuyển|để lại|mang|tồn)|\b(?:cũ|tồn) (?:chuyển|đầu|{_PERIOD} trước)|\bchuyển (?:từ|sang từ|sang) {_PERIOD}|\bcũ chuyển",
    re.IGNORECASE,
)
_CLOSES = lazy(
    rf"\bcuối {_PERIOD}|\bhiện (?:còn|có|nay)|\bcòn(?: lại)?\b|\bđến nay\b|\bchuyển (?:sang )?{_PERIOD} sau|\btồn (?:cuối|chuyển)|\bđến (?:ngày|hết|cuối|tháng)\b[^#]*\b(?:có|còn)\s+#",
    re.IGNORECASE,
)
_CAME = lazy(
    r"\bkết nạp|\bchuyển (?:đến|về)|\bphát sinh|\btiếp nhận|\bthụ lý|\bnhận (?:mới|thêm|trong)|\bmới\b|\btăng|\bnhập|\bcho vay|\bthành lập|\btuyển|\bbổ sung|\btái nghèo|\bcấp\b|\bthu (?:được|mới)|\bsinh (?:sản|ra)",
    re.IGNORECASE,
)
_WENT = lazy(
    r"\bthoát|\bgiảm|\bchuyển (?:đi|công tác|ra)|\btừ trần|\bkhai trừ|\bxóa tên|\bxin ra|\bra khỏi|\b(?:đã|được) (?:giải quyết|xử lý)|\bgiải quyết (?:xong|được)|\btrả|\bthu (?:nợ|hồi)|\bnghỉ|\bgiải thể|\btinh giản|\bxuất|\bbán\b|\bchết|\bqua đời|\bđình chỉ|\bthi hành xong|\bthôi việc|\bsử dụng|\bđã chi\b|\bchi (?:trả|cho)",
    re.IGNORECASE,
)
_ELSE = lazy(r"trong đó|gồm|nữ\b|so với|kế hoạch|chỉ tiêu|bình quân|lượt|mỗi|cùng kỳ", re.IGNORECASE)
_MOVED = lazy(r"\b(?:tăng|giảm|thêm|chuyển đến)\s$", re.IGNORECASE)
_CUE = Gated(r"đầu|trước|cũ|tồn|chuyển", re.IGNORECASE)
_STANDS = lazy(rf"(?:^|\.\s)Đầu {_PERIOD}(?: 20\d\d)?,?\s(?:[^\W\d]+\s){{1,14}}có\s(?:tổng số\s)?$")
"""``Đầu năm 2024, Đảng bộ có``: what there was, told of its owner."""
_PARTS = lazy(r"\b(?:trong đó|trong số đó|bao gồm|gồm)\b|[(:]", re.IGNORECASE)
MOST = 9
"""A passage with more numbers tells more than one stock."""
NEAR = 4
"""What is left of cases exceeds what can be left by at most the quarter of all there were."""
Told = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Flow:
    """One number of a passage: what there was, came (+1), went (-1) or is left."""

    number: Number
    role: str

    @property
    def sign(self) -> int:
        """By which sign it counts."""
        return 1 if self.role == "came" else -1


def stocks(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of what is left after all that came and went, told with another value."""
    if not _CUE.search(text):
        return
    spans = sentences(text)
    for index, (start, end) in enumerate(spans):
        if not _OPENS.search(text, start, end):
            continue
        for last in (end, *(e for _, e in spans[index + 1 : index + 2])):
            told = _of(text[start:last])
            if told is not None:
                yield start + told[0], start + told[1], told[2]
                break


def _of(passage: str) -> Told | None:
    flows = _flows(passage)
    if flows is None:
        return None
    first, *moved, last = flows
    values = [f.sign * f.number.value for f in moved]
    reached = first.number.value + sum(values, Decimal())
    if reached < 0 or not _missed(passage, first.number, values, reached, last.number):
        return None
    signed = "".join(f" {'+' if f.sign > 0 else '−'} {f.number.text}" for f in moved)
    arithmetic = f"{first.number.text}{signed} = {shown(reached)} ≠ {last.number.text}"
    return first.number.start, last.number.end, arithmetic


def _flows(passage: str) -> list[Flow] | None:
    """The numbers of a passage in their order from the stock to what is left, none where one of them says something else."""
    found = list(numbers(passage))
    out: list[Flow] = []
    for index, number in enumerate(found):
        if out and _nested(passage[out[-1].number.end : number.start]):
            continue
        if number.approx and not _MOVED.search(passage[: number.start]):
            return None
        role = _role(_label(passage, found, index))
        if not out and not role and _STANDS.search(passage[: number.start]):
            role = "was"
        if not out and role != "was":
            continue
        if not role or (out and role == "was") or not _alike(passage, out, number):
            return None
        out.append(Flow(number, role))
        if role == "left":
            break
    roles = [f.role for f in out]
    whole = bool(out) and roles[-1] == "left" and {"came", "went"} <= set(roles) and len(out) <= MOST
    return out if whole else None


def _nested(between: str) -> bool:
    """Whether what stands since the last flow opens a list of its parts that goes on (``trong đó đúng hạn 45, quá hạn 02``)."""
    return _PARTS.search(between) is not None and ";" not in between and ". " not in between


def _label(passage: str, found: Sequence[Number], index: int) -> str:
    """The words of one number, from the number or the mark before it to the next mark."""
    number = found[index]
    before = passage[found[index - 1].end if index else 0 : number.start]
    left = re.split(r"[;.(]|,(?=\s[^,]*$)", before)[-1]
    right = re.split(r"[,;:().]|\svà\s|\d", passage[number.end : number.end + 50])[0]
    return f"{left} # {right}"


def _role(label: str) -> str:
    """What a number is by its words, empty where they say nothing or too much."""
    if _ELSE.search(label):
        return ""
    if _OPENS.search(label):
        return "was"
    if _CLOSES.search(label):
        return "left"
    came, went = _CAME.search(label), _WENT.search(label)
    return "" if bool(came) == bool(went) else "came" if came else "went"


def _alike(passage: str, out: Sequence[Flow], number: Number) -> bool:
    """Whether a number counts what the stock counts, or stands without a noun."""
    if not out:
        return True
    noun, first = noun_of(passage, number.end), noun_of(passage, out[0].number.end)
    persons = kind_after(passage, number.end) == kind_after(passage, out[0].number.end) == "person"
    return not noun or not first or noun == first or persons


def _tens(told: Decimal, reached: Decimal) -> bool:
    """Whether two numbers of two digits differ by the first of them."""
    return min(told, reached) >= 10 and max(told, reached) < 100 and told % 10 == reached % 10


def _missed(passage: str, first: Number, values: Sequence[Decimal], reached: Decimal, last: Number) -> bool:
    """Whether what is left is surely wrong: no reading with one flow left out or turned gives it, and a slip explains it."""
    told = last.value
    slack = Decimal() if not any("," in n.text for n in (first, last)) else Decimal("0.15")
    others = [reached, *(reached - v for v in values), *(reached - 2 * v for v in values)]
    if any(abs(told - other) <= slack for other in others):
        return False
    if swapped(told, reached) or one_wrong(told, reached) or _tens(told, reached):
        return True
    came = first.value + sum((v for v in values if v > 0), Decimal())
    cases = "case" in (kind_after(passage, first.end), kind_after(passage, last.end))
    return cases and reached < told and (told - reached) * NEAR <= came
