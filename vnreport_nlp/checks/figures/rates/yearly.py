"""F201 and F203 of averages a year: a sum over some years, or a rise or fall between two, and what is told of every year.

How a span of years is counted is left to its writer: from 2021 to 2025 are four steps or five years, and half a year less
where the last is not over. An average is wrong only where none of these gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ....expressions import lazy
from ..reading.slips import one_wrong, swapped
from ..reading.text import DIGITS, Number, by_sentence, noun_after, shown, value_of
from .products import last_place

Told = tuple[int, int, str]
_AVERAGE = lazy(
    rf"\b(?:bình quân|trung bình)(?P<each> (?:mỗi|hằng|hàng|một) năm)?(?P<said>(?: [^\W\d]+){{0,6}}?) (?P<n>{DIGITS})(?P<p>\s?%)?(?!\d)(?P<rest>[^\d,.;()/]{{0,24}}(?P<stroke>/\s?năm\b)?)",
    re.IGNORECASE,
)
_EACH = lazy(r"\b(?:mỗi|hằng|hàng|một) năm\b|/\s?năm\b", re.IGNORECASE)
_BEFORE = lazy(r"\b(?:mỗi|hằng|hàng|một) năm(?: [^\W\d]+){0,5}\s$", re.IGNORECASE)
_BEHIND = lazy(r"\s?%\s?/\s?năm\b", re.IGNORECASE)
_LASTS = lazy(r"\b(?:trong|sau|qua)(?: vòng| suốt)? (?P<n>\d{1,2}) năm\b", re.IGNORECASE)
_SPAN = lazy(r"(?<![\d/])(?P<a>20\d\d)\s?[-–]\s?(?P<b>20\d\d)(?!\d)")
_YEAR = lazy(r"(?<![\d/.,–-])20\d\d(?!\s?[-–]\s?20\d\d)(?![\d/])")
_PERCENT = lazy(rf"(?<![\w/.,])({DIGITS})\s?%")
_ROUGH = lazy(r"\b(?:khoảng|hơn|gần|trên|dưới|xấp xỉ|ít nhất|tối thiểu|tối đa|từ|đến)\s*$", re.IGNORECASE)
_ROUNDED = lazy(r"\b(?:khoảng|hơn|gần|trên|dưới|xấp xỉ)\s*$", re.IGNORECASE)
_NOT_SO = lazy(
    r"giá (?:so sánh|hiện hành|cố định|trị sản xuất)|grdp|tăng trưởng|cả nước|toàn tỉnh|toàn quốc|cùng kỳ|kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|nghị quyết|giai đoạn trước|nhiệm kỳ trước|chuẩn (?:mới|cũ|đa chiều)",
    re.IGNORECASE,
)
"""Values at other prices or by other measures, plans, and the figures of others: nothing is reckoned from these."""
_RISES = lazy(r"\b(?P<up>tăng|nâng)\b|\b(?:giảm|hạ)\b", re.IGNORECASE)
FAR = Decimal(3)
"""An average more than so many times away is of another thing."""
NEAR = Decimal("0.3")
"""A quotient that misses its average by more than this part is of another sum, unless by a slip."""
BEFORE = 48
"""Characters before a percentage that say of what it is."""
HALF, SLACK = Decimal("0.5"), Decimal("1.02")


@dataclass(frozen=True, slots=True)
class _Average:
    """What is told of every year: a number, whether a percentage, and the noun behind it."""

    number: Number
    percent: bool
    noun: str
    said: str

    @property
    def place(self) -> Decimal:
        """The worth of its last digit."""
        return last_place(self.number.text)


def told_of_a_year(text: str, start: int, end: int) -> bool:
    """Whether a percentage is one of every year: no two values give it as they stand."""
    return _BEHIND.match(text, end) is not None or _BEFORE.search(text[max(0, start - BEFORE) : start]) is not None


def averages_a_year(text: str) -> Iterator[tuple[bool, Told]]:
    """(whether of a change, (start, end, arithmetic)) of every average a year of a paragraph that its figures do not give."""
    if "bình quân" not in text.lower() and "trung bình" not in text.lower():
        return
    for start, sentence, found in by_sentence(text):
        average = _only(sentence)
        if average is None or _NOT_SO.search(sentence):
            continue
        change = average.percent
        told = _of_change(sentence, found, average) if change else _of_sum(sentence, found, average)
        if told is not None:
            yield change, (start + told[0], start + told[1], told[2])


def _only(sentence: str) -> _Average | None:
    """The average a year of a sentence that tells one and no more."""
    found = [m for m in _AVERAGE.finditer(sentence) if m["each"] or m["stroke"] or _EACH.search(m["said"])]
    if len(found) != 1 or len(_EACH.findall(sentence)) != 1 or _ROUGH.search(found[0]["said"]):
        return None
    m = found[0]
    number = Number(m.start("n"), m.end("n"), m["n"], value_of(m["n"]))
    return _Average(number, bool(m["p"]), noun_after(sentence, m.end("n")), m["said"]) if number.value else None


def _of_sum(sentence: str, found: list[Number], average: _Average) -> Told | None:
    """A sum over a span of years that is told, divided by its years."""
    lengths = _lengths(sentence)
    first = average.noun.split(" ")[0]
    of_it = [n for n in found if n.start != average.number.start and noun_after(sentence, n.end).split(" ")[0] == first]
    if not lengths or not first or len(of_it) != 1 or of_it[0].start > average.number.start or of_it[0].approx:
        return None
    whole, told = of_it[0], average.number
    if _moves(sentence, whole.start) != _moves(sentence, told.start):
        return None
    if any(abs(told.value * n - whole.value) <= n * average.place + last_place(whole.text) for n in lengths):
        return None
    whole_years = [n for n in lengths if n == int(n)]
    given = {n: round(whole.value / n, len(told.text.partition(",")[2])) for n in whole_years}
    slip = any(swapped(told.value, q) or one_wrong(told.value, q) for q in given.values())
    low, high = whole.value / lengths[-1], whole.value / lengths[0]
    if not slip and (low <= told.value <= high or min(abs(q - told.value) / q for q in (low, high)) > NEAR):
        return None
    worked = "; ".join(f"{whole.text} : {shown(n)} năm = {shown(q)}" for n, q in given.items())
    return min(whole.start, told.start), told.end, f"{worked} ≠ {told.text}"


def _moves(sentence: str, at: int) -> bool:
    """Whether a number is a rise or a fall."""
    return _RISES.search(sentence[max(0, at - 16) : at]) is not None


def _lengths(sentence: str) -> list[Decimal]:
    """The years of the only span that a sentence tells, as writers may count them; ascending."""
    spans = [(int(m["a"]), int(m["b"])) for m in _SPAN.finditer(sentence)]
    said = [int(m["n"]) for m in _LASTS.finditer(sentence)]
    if len(set(said)) == 1 and not spans:
        return [Decimal(said[0])] if said[0] > 1 else []
    if len(set(spans)) != 1 or len(set(said)) > 1 or spans[0][1] <= spans[0][0]:
        return []
    steps = Decimal(spans[0][1] - spans[0][0])
    return [n for n in (steps - HALF, steps, steps + HALF, steps + 1) if n > 1]


def _of_change(sentence: str, found: list[Number], average: _Average) -> Told | None:
    """A rise or fall between two years that are told, divided by the years between."""
    head = sentence[: average.number.start]
    times = sorted({int(m[0]) for m in _YEAR.finditer(head)})
    way = list(_RISES.finditer(sentence, max(0, average.number.start - 40), average.number.start))
    if len(times) != 2 or not way or _SPAN.search(sentence):
        return None
    levels = _levels(head, found)
    if levels is None or levels[0][1] == levels[1][1] or (way[-1]["up"] is not None) != (levels[1][1] > levels[0][1]):
        return None
    steps = Decimal(times[1] - times[0])
    lengths = [n for n in (steps - HALF, steps, steps + 1) if n >= 1]
    (at, a, a_text), (_, b, b_text), rates = levels
    told = average.number.value
    for given in zip(*(_yearly(a, b, n, rates=rates) for n in lengths), strict=True):
        if min(given) - average.place <= told <= max(given) * SLACK + average.place:
            return None
    like = round(_yearly(a, b, steps, rates=rates)[0], len(average.number.text.partition(",")[2]))
    if not like or max(told, like) / min(told, like) > FAR:
        return None
    unit = " điểm phần trăm" if rates else "%"
    arithmetic = f"{a_text} → {b_text}, {shown(steps)} năm: {shown(like)}{unit}/năm ≠ {average.number.text}%"
    return at, average.number.end + 1, arithmetic


Level = tuple[int, Decimal, str]


def _levels(head: str, found: list[Number]) -> tuple[Level, Level, bool] | None:
    """The two values that stand before the average, and whether they are rates."""
    shares = list(_PERCENT.finditer(head))
    counts = [n for n in found if n.end < len(head) and not _LASTS.search(head, max(0, n.start - 12), n.end + 4)]
    if len(shares) == 2 and not counts:
        a, b = ((m.start(), value_of(m[1]), f"{m[1]}%") for m in shares)
        return a, b, True
    if shares or len(counts) != 2 or any(not n.value or _ROUNDED.search(head, 0, n.start) for n in counts):
        return None
    if noun_after(head, counts[0].end).split(" ")[0] != noun_after(head, counts[1].end).split(" ")[0]:
        return None
    first, second = ((n.start, n.value, n.text) for n in counts)
    return first, second, False


def _yearly(a: Decimal, b: Decimal, years: Decimal, *, rates: bool) -> list[Decimal]:
    """What a year gives: for rates in points, for values in percent of the year before; either is also told of the first value."""
    low, high = min(a, b), max(a, b)
    compound = [abs((b / a) ** (1 / years) - 1) * 100] if low > 0 else []
    simple = [abs(b - a) / a * 100 / years] if a else []
    points = [(high - low) / years]
    return points + compound if rates else compound + simple
