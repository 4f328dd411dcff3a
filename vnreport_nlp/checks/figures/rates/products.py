"""F201 of products: so many, each so much, and what that comes to (``120 suất quà, mỗi suất 500.000 đồng, tổng trị giá 60 triệu đồng``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ....expressions import lazy
from ..reading.slips import one_wrong, swapped
from ..reading.text import DIGITS, Number, numbers, sentences, shown

_SCALES = {
    "đồng": ("money", Decimal(1)), "nghìn đồng": ("money", Decimal(10**3)), "ngàn đồng": ("money", Decimal(10**3)),
    "triệu đồng": ("money", Decimal(10**6)), "triệu": ("money", Decimal(10**6)), "tỷ đồng": ("money", Decimal(10**9)),
    "tỉ đồng": ("money", Decimal(10**9)), "tỷ": ("money", Decimal(10**9)), "tỉ": ("money", Decimal(10**9)),
    "kg": ("weight", Decimal(1)), "tạ": ("weight", Decimal(100)), "tấn": ("weight", Decimal(1000)),
}  # fmt: skip
"""Units in which both what each gets and the total are told: (what they measure, how many of its smallest unit)."""
_UNIT = r"(?P<u>(?:tỷ|tỉ|triệu|nghìn|ngàn) đồng|đồng(?! chí)|tỷ|tỉ|triệu|tấn|tạ|kg)(?!\w)"
_NOUN = r"(?P<noun>(?!năm\b|tháng\b|quý\b|ngày\b|vụ\b|kỳ\b|lần\b)[^\W\d]+)"
_RATES = (
    lazy(rf"(?<![\w.,/–-])(?P<n>{DIGITS})\s{_UNIT}\s?/\s?(?:01\s|1\s)?{_NOUN}(?![^.;,()]{{0,20}}/)"),
    lazy(rf"\bmỗi\s{_NOUN}(?:\s(?!từ\b)[^\W\d]+){{0,6}}\s(?P<n>{DIGITS})\s{_UNIT}(?!\s?[/–-])", re.IGNORECASE),
    lazy(rf"(?<![\w.,/–-])(?P<n>{DIGITS})\s{_UNIT}\s(?:cho\s)?mỗi\s{_NOUN}"),
)
"""What each one gets or yields: by a stroke, before it or behind it."""
_TOTAL = lazy(r"\b(?:tổng|kinh phí|số tiền|trị giá|giá trị|sản lượng|thành tiền)\b[^\d;.:()]{0,40}$", re.IGNORECASE)
_AVERAGE = lazy(r"\bbình quân\s(?:đạt\s|là\s)?$", re.IGNORECASE)
_ESTIMATED = lazy(r"\bước(?: đạt| tính)?\s$", re.IGNORECASE)
_YIELD = lazy(r"[,;]\s(?P<of>(?!năng suất)[^\W\d_]+(?:\s(?!năng suất)[^\W\d_]+){0,4})\snăng suất\b", re.IGNORECASE)
_MORE = lazy(
    r"hiện vật|ngoài ra|chưa (?:kể|tính|bao gồm)|không (?:kể|tính)|trong đó|nhu yếu phẩm|đối ứng|\bphần còn lại\b|\bkhác\b|tối (?:đa|thiểu)|từ \d",
    re.IGNORECASE,
)
"""What else a total may hold, or which of its ones did not get all of it."""
NEAR = Decimal("0.3")
"""A total that misses the product by more than this part of it is of something else, unless by a slip."""
TENS = frozenset(Decimal(10) ** n for n in (1, 2, 3))
"""A unit taken for its neighbour."""
Told = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with a unit, and for what each gets the noun of the ones."""

    number: Number
    unit: str
    noun: str = ""

    @property
    def kind(self) -> str:
        """What the unit measures."""
        return _SCALES[self.unit][0]

    @property
    def scale(self) -> Decimal:
        """How many of the smallest unit it is."""
        return _SCALES[self.unit][1]

    def bounds(self, places: Decimal) -> tuple[Decimal, Decimal]:
        """Least and greatest value in the smallest unit that is told so, ``places`` of its last digit allowed."""
        slack = last_place(self.number.text) * places
        return (self.number.value - slack) * self.scale, (self.number.value + slack) * self.scale


def last_place(text: str) -> Decimal:
    """The worth of the last digit of a number as it is written."""
    return Decimal(1).scaleb(-len(text.partition(",")[2]))


def products(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of every total of a paragraph that its count and what each gets do not make."""
    if "/" not in text and "ỗi " not in text:
        return
    for start, end in sentences(text):
        sentence = text[start:end]
        for at, part in _parts(sentence):
            told = _of(part)
            if told is not None:
                yield start + at + told[0], start + at + told[1], told[2]


def _parts(sentence: str) -> Iterator[tuple[int, str]]:
    """A sentence, or its parts between semicolons where several of them tell what each gets."""
    if len(list(_RATES[0].finditer(sentence))) + sentence.lower().count("mỗi ") < 2 or ";" not in sentence:
        yield 0, sentence
        return
    at = 0
    for part in sentence.split(";"):
        yield at, part
        at += len(part) + 1


def _of(sentence: str) -> Told | None:
    """The one product of a passage, where it has one count, one rate and one total and they disagree."""
    found = {n.start: n for n in numbers(sentence)}
    rates = _rates(sentence, found)
    if len(rates) != 1:
        return None
    rate = rates[0]
    counted = [n for n in found.values() if n is not rate.number and _counts(sentence, n, rate.noun)]
    told = list(_told(sentence, found, rate))
    totals = [t for t in told if _TOTAL.search(sentence[max(0, t.number.start - 60) : t.number.start])]
    if not counted or not totals or any(_fits(c.value, rate, t) for c in _whole(counted) for t in told):
        return None
    if len(counted) > 1 or len(totals) > 1 or counted[0].approx or totals[0].number.approx:
        return None
    own = _YIELD.search(sentence, counted[0].end, rate.number.start) if rate.number.start > counted[0].end else None
    if own is not None and own["of"].lower() not in sentence[: counted[0].start].lower():
        return None  # the yield of one crop, the area of all
    return _wrong(sentence, counted[0], rate, totals[0], list(found.values()))


def _rates(sentence: str, found: dict[int, Number]) -> list[Measure]:
    """What each gets; a rounded rate or a bound makes all of them useless."""
    out: dict[int, Measure] = {}
    for pattern in _RATES:
        for m in pattern.finditer(sentence):
            number = found.get(m.start("n"))
            if number is not None:
                out.setdefault(number.start, Measure(number, m["u"].lower(), m["noun"].lower()))
    rough = [r for r in out.values() if r.number.approx and not _AVERAGE.search(sentence[: r.number.start])]
    return [] if rough else list(out.values())


def _counts(sentence: str, n: Number, noun: str) -> bool:
    """Whether a number counts what each of which gets something."""
    after = re.match(r"\s([^\W\d]+)(?:\s([^\W\d]+))?", sentence[n.end : n.end + 40])
    if after is None or re.match(rf"\s?{_UNIT}", sentence[n.end :]):
        return False
    return noun in (after[1].lower(), (after[2] or "").lower())


def _told(sentence: str, found: dict[int, Number], rate: Measure) -> Iterator[Measure]:
    """Numbers in a unit of the same kind as the rate's: what all got is one of them."""
    for n in found.values():
        unit = re.match(rf"\s?{_UNIT}(?!\s?/)", sentence[n.end :])
        if unit is None or n is rate.number or _SCALES[unit["u"].lower()][0] != rate.kind:
            continue
        yield Measure(n, unit["u"].lower())


def _whole(counted: Sequence[Number]) -> Iterator[Number]:
    """The counts, and all of them together."""
    yield from counted
    if len(counted) > 1:
        total = sum((n.value for n in counted), Decimal())
        yield Number(counted[0].start, counted[-1].end, shown(total), total)


def _fits(count: Decimal, rate: Measure, total: Measure) -> bool:
    """Whether the product may be told as the total: what was rounded or cut is allowed for on both sides."""
    half = Decimal("0.5")
    least, most = rate.bounds(half if rate.kind == "weight" or "," in rate.number.text else Decimal())
    area = half if rate.noun == "ha" else Decimal()
    low, high = total.bounds(Decimal("1.01"))
    return (count - area) * least <= high and low <= (count + area) * most


def _wrong(sentence: str, count: Number, rate: Measure, total: Measure, found: list[Number]) -> Told | None:
    """The arithmetic where the total is surely meant to be the product."""
    reached = count.value * rate.number.value * rate.scale / total.scale
    told = total.number.value
    like = round(reached, len(total.number.text.partition(",")[2]))
    slip = swapped(told, like) or one_wrong(told, like)
    tens = told and max(told, reached) / min(told, reached) in TENS if reached else False
    near = abs(told - reached) <= NEAR * max(told, reached)
    others = [n for n in found if n not in (count, rate.number, total.number) and n.value != count.value]
    more = _MORE.search(sentence) is not None or (told > reached and others)
    if not (slip or tens or (near and not more)):
        return None
    each = f"{rate.number.text} {rate.unit}"
    made = f"{count.text} × {each} = {shown(reached.normalize())} {total.unit} ≠ {total.number.text} {total.unit}"
    places = (count, rate.number, total.number)
    return min(n.start for n in places), max(n.end for n in places), made
