"""The parts that a total opens: where their list ends, and what each is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from ....expressions import lazy
from ....gates import Gated
from ...letters import UPPER
from .dims import complementary
from .text import MEASURED, Number, kind_after, numbers, value_of, worded

_STOP = Gated(
    r"[,;(]?\s*\b(?:tăng|giảm|đạt(?!\s\d[\d.]*\s*(?:[,;.)]|$))|chiếm|(?<!đồng )bằng|so với|vượt|trong đó|tỷ lệ|bình quân|với|để|nhằm|góp phần|đến nay|phục vụ|thuộc|còn lại|qua đó|"
    r"hằng năm|hàng năm|mỗi|kinh phí|tổng kinh phí|ngoài ra)\b",
    re.IGNORECASE,
)
"""Here a list ends; a bare count behind ``đạt`` is that of a mark (``tốt 318, khá 486, đạt 219, chưa đạt 13``)."""
_WEAK = frozenset(
    ["bằng", "để", "với", "nhằm", "góp phần", "phục vụ", "thuộc", "tỷ lệ", "hằng năm", "hàng năm", "qua đó", "đến nay", "kinh phí", "tổng kinh phí"]
)  # fmt: skip
"""Words that may belong to the name of an item whose number comes last (``các khoản thu để lại chi quản lý 150 tỷ đồng``)."""
_UNIT_ONLY = lazy(r"\s*(?:[^\W\d]+(?: [^\W\d]+)?)?\s*(?:[,;.]|\s(?:và|cùng)\s|$)")
NESTED = lazy(r"\([^()]*\)")
_WORTH = lazy(r"\b(?:quy đổi|quy ra|trị giá|tương đương|tương ứng)\b[^,;:()]*$", re.IGNORECASE)
"""What is given in kind, told before its worth."""
_IN_KIND = lazy(r"\s(?!(?:từ|cho|của|do|và|cùng|còn|thuộc|ở|tại|để|bằng|là|theo|vốn|nguồn|trong|đối)\b)[^\W\d_]{2,}")
"""Behind a number without the unit of its total stands another thing that it counts (``2.480 ngày công``)."""
_LISTED = lazy(r"[;:]\s")
"""A total behind such a mark is an item of a list itself."""
_LINK = lazy(r"[,;:+]|\bvà\b|\bcùng\b|\bcòn\b", re.IGNORECASE)

OPENING = 3
"""So many figures may stand between a total and its list (``186 sản phẩm của 112 chủ thể, trong đó …``)."""
LEAST_RUN, CROWD = 3, 60
"""So many figures in a row make the one beside them hardly by chance; a text with more than the second is a table."""


@dataclass(frozen=True, slots=True)
class Part:
    """One item of a list: its number and what it is called."""

    number: Number
    label: str
    kind: str | None


def parts_of(sentence: str, at: int, claim: str, total: Number, offset: int) -> tuple[list[Part], int, bool]:
    """The items from an opener on, where they end, and whether something after them was cut off."""
    if claim == "bracket":
        close = _closing(sentence, at)
        region = sentence[at:close]
        if opened := re.match(r"\s*(?:trong đó|gồm|bao gồm|chiếm|đạt|tăng|giảm|có|bằng)\b", region, re.IGNORECASE):
            parts, _ = _items(region[opened.end() :], at + opened.end(), sentence, total, offset)
            alone = len(parts) == 1 and "trong đó" in opened[0].lower()
            return (
                (parts if alone or complementary([p.label for p in parts]) else []),
                min(close + 1, len(sentence)),
                True,
            )
        end = min(close + 1, len(sentence))
    else:
        close = _closing(sentence, at)
        region = sentence[at:close]
        if claim == "within" and _LISTED.search(sentence[: max(offset, 0)]) and ";" not in sentence[total.end : at]:
            region = region.partition(";")[0]  # the total is an item of a list, its own parts end with it
        end = at + len(region)
    region = NESTED.sub(lambda m: " " * len(m[0]), region)
    open_bracket = region.find("(")
    if open_bracket >= 0:
        region = region[:open_bracket]
    region, cut = _mode(region)
    parts, cut_again = _items(region, at, sentence, total, offset)
    if claim != "bracket" and parts:
        end = label_end(sentence, parts[-1].number.end, at + len(region))
    return parts, end, cut or cut_again


def _closing(text: str, at: int) -> int:
    """Where the bracket or sentence that holds ``at`` closes."""
    depth = 0
    for i in range(at, len(text)):
        if text[i] == "(":
            depth += 1
        elif text[i] == ")":
            depth -= 1
            if depth < 0:
                return i
    return len(text)


def _mode(region: str) -> tuple[str, bool]:
    """The region up to the end of its list, and whether a sub-list was cut."""
    segments = region.split(";")
    if (
        len(segments) > 1
        and sum(1 for s in segments if next(numbers(s), None)) >= 2
        and len(list(numbers(segments[0]))) <= 1
    ):
        kept: list[str] = []
        cut = False
        for segment in segments:
            if kept and OWN_LIST.search(segment):
                cut = True
                break
            stop = _stop(segment)
            if stop and next(numbers(segment[: stop.start()]), None) is None:
                cut = True
                break
            kept.append(segment[: stop.start()].ljust(len(segment)) if stop else segment)
        return ";".join(kept), cut
    region = segments[0]
    stop = _stop(region)
    while stop and next(numbers(region[: stop.start()]), None) is None:
        stop = _stop(region, stop.end())
    if stop:
        return region[: stop.start()], "trong đó" in stop[0].lower()
    return region, False


OWN_LIST = lazy(r"\bcó\s\d[\d.,]*\s[^;]*\b(?:trong đó|bao gồm|gồm)\b", re.IGNORECASE)
"""A clause behind a semicolon that tells a total of its own and divides it."""


def _stop(region: str, at: int = 0) -> re.Match[str] | None:
    """The next word that ends a list, those within the name of an item left out."""
    stop = _STOP.search(region, at)
    while stop and _in_name(region, stop):
        stop = _STOP.search(region, stop.end())
    return stop


def _in_name(region: str, stop: re.Match[str]) -> bool:
    """Whether a weak word stands within a name that its one number, with no more than a unit, comes after."""
    if stop[0].strip(" ,;(").lower() not in _WEAK:
        return False
    left = max(region.rfind(c, 0, stop.start() + 1) for c in ",;:") + 1
    after = next(numbers(region, stop.end()), None)
    return (
        bool(region[left : stop.start()].strip(" ,;"))
        and next(numbers(region, left, stop.start()), None) is None
        and after is not None
        and not re.search(r"[,;]", region[stop.end() : after.start])
        and _UNIT_ONLY.match(region, after.end) is not None
    )


def _items(region: str, at: int, sentence: str, total: Number, offset: int) -> tuple[list[Part], bool]:
    found = sorted([*numbers(region), *worded(region)], key=lambda n: n.start)
    parts: list[Part] = []
    whole = kind_after(sentence, total.end) if offset >= 0 else None
    left, plain, plain_names = 0, True, True
    for index, number in enumerate(found):
        between = region[left : number.start]
        if index and not _LINK.search(between):
            return parts, True
        led = _LED.search(between if index else f",{between}") is not None
        if led and plain and index > 1:
            return parts, True  # "06 đơn khiếu nại, 02 đơn tố cáo, giải quyết xong 36 đơn"
        plain, plain_names = plain and not led, plain_names and _NAME.search(between) is not None
        kind = kind_after(region, number.end)
        named = index and kind is None and _IN_NAME.search(between) and _CLOSES.match(region, number.end)
        if named and not (plain_names and _NEXT_NAME.fullmatch(between)):
            continue  # "55 lượt với Bệnh viện Nhi đồng 1"
        after = found[index + 1].start if index + 1 < len(found) else number.end
        if whole == "money" and kind != whole and _WORTH.search(region, number.end, after):
            continue  # "2.480 ngày công quy đổi 620 triệu đồng"
        if kind is None and whole in MEASURED and _IN_KIND.match(region, number.end):
            return parts, True
        if whole and kind and kind != whole and not _subtype(whole, kind):
            return parts, True
        right = found[index + 1].start if index + 1 < len(found) else len(region)
        parts.append(
            Part(
                Number(at + number.start, at + number.end, number.text, number.value, number.approx),
                _label(region, left, number, right),
                kind,
            )
        )
        left = number.end
    return parts, False


_IN_NAME = lazy(rf"^[^,;:]*\b[{UPPER}][^\W\d_]*(?:\s[^\W\d_]+){{0,3}}\s$")
_CLOSES = lazy(r"\s*(?:[,;.)]|và\b|$)")
_NEXT_NAME = lazy(
    r"(?:\s?[^\W\d_]+)?,?\s(?:và|cùng)\s(?!(?:Bệnh viện|Trường|Trạm|Trung tâm|Nhà máy|Công ty|Quốc lộ|Tỉnh lộ|Đội|Tổ|Đoàn)\b)[^,;:]*"
)
_NAME = lazy(rf"(?:^|[,;(]|\b(?:và|cùng))\s*(?:[^\W\d_]+\s){{0,3}}?[{UPPER}][^\W\d_]*[^\d.;,:()]*$")
"""An item that its name opens, with a capital (``Điền Xá 82, Lạc Hồng 13 và Trà Giang 4``)."""
"""Between such marks and a name with a capital a number belongs to the name."""
_LED = lazy(
    r"(?:[,;:]|\bvà\b)\s*(?!(?:(?:còn|còn lại|số|khoảng|gần|hơn|trên|có|thêm|cả|riêng|là|với|cùng|chỉ|mới|thì|ít nhất|dưới|tổng|trong đó)\s)+$)"
    r"[^\W\d_][^,;:]*\s$",
    re.IGNORECASE,
)
"""An item has words before its number: where all before it begin with theirs, it tells something else."""


def _subtype(whole: str, kind: str) -> bool:
    return {whole, kind} <= {"paper", "case"} or (whole, kind) == ("case", "event")


def _label(region: str, left: int, number: Number, right: int) -> str:
    """The words that name an item: right of its number, or left of it when it stands last."""
    after = re.split(r"[,;:]|\bvà\b", region[number.end : right])[0].strip()
    before = re.split(r"[,;]|\bvà\b", region[left : number.start])[-1].strip(" :")
    return f"{before} {after}".strip()


def depth(text: str, start: int, end: int) -> int:
    """Brackets left open or closed between two offsets."""
    part = text[start:end]
    return abs(part.count("(") - part.count(")"))


def of_closed(text: str, start: int, end: int) -> bool:
    """Whether a bracket that was open at an offset closes before another one."""
    at = start - 1
    for _ in range(text.count(")", start, end)):
        at = text.find(")", at + 1, end)
        if text.count("(", start, at) < text.count(")", start, at + 1):
            return True
    return False


def label_end(sentence: str, at: int, end: int) -> int:
    """Where the words that follow a number stop: at the next link, or at the end of the region."""
    m = re.search(r"[,;:.(]|\s(?:và|trong đó)\s", sentence[at:end])
    return at + m.start() if m else end


def left_of_more(before: str, total: str, parts: Sequence[str]) -> bool:
    """Whether a total and one of its parts make a number told before them: the part is what is left of that one."""
    known = {n.value for n in numbers(before)}
    return any(value_of(total) + value_of(part) in known for part in parts)


def is_item(text: str, total: str, start: int) -> bool:
    """Whether the first such number from a place on is an item of a run of figures that makes one right before or behind it: no total."""
    found, wanted = list(numbers(text)), value_of(total)
    if not LEAST_RUN < len(found) <= CROWD:
        return False
    at = next((i for i, n in enumerate(found) if n.start >= start and n.value == wanted), None)
    runs = runs_made([n.value for n in found], opening=OPENING)
    return any(a <= at < b if at is not None else wanted in [n.value for n in found[a:b]] for a, b, _ in runs)


def runs_made(values: Sequence[Decimal], *, opening: int = 1) -> Iterator[tuple[int, int, int]]:
    """(first, one behind the last, which it makes) of runs that make a number right behind them or so many before them."""
    ends = list(accumulate(values, initial=Decimal()))
    for a in range(len(values)):
        for b in range(a + LEAST_RUN, len(ends)):
            beside = (*range(max(0, a - opening), a), *range(b, min(b + 1, len(values))))
            yield from ((a, b, i) for i in beside if ends[b] - ends[a] == values[i])


_OTHERS = lazy(r"\.\.\.|…|\b(?:khác|một số|còn lại|v\.v)\b")
_UNIT = lazy(r" ([^\W\d_]+)(?=[,;)]| và )")


def others_behind(text: str, at: int) -> bool:
    """Whether what stands behind a list, in the bracket that holds it, says that there are others."""
    close = text.find(")", at)
    return close >= 0 and "(" not in text[at:close] and _OTHERS.search(text, at, close) is not None


def own_units(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether figures have a name before and a unit of their own behind them (``gạo 58 tấn, chăn 15 chiếc``)."""
    units = {m[1] for _, end in spans if (m := _UNIT.match(text, end))}
    return len(units) == len(spans) > 1 and all(text[max(0, start - 2)].isalpha() for start, _ in spans)


_PROCESS = lazy(
    r"\b(?:qua (?:kiểm tra|giám sát|thanh tra|rà soát|xác minh)|kết luận|phát hiện|thi hành kỷ luật|xử lý kỷ luật|khởi tố|thu hồi|chuyển (?:sinh hoạt )?đi|chuyển (?:sinh hoạt )?đến|qua đời|từ trần|phải (?:thi hành )?(?:kỷ luật|xử lý)|đã (?:thi hành )?(?:kỷ luật|xử lý))\b",
    re.IGNORECASE,
)


def is_process(text: str, start: int, end: int) -> bool:
    """Whether a stretch tells steps, each of fewer than the one before (found, punished), or what came and went: no parts."""
    return len({m[0].lower() for m in _PROCESS.finditer(text, start, end)}) > 1
