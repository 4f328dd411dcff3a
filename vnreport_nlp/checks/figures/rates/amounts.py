"""Amounts with their units, converted: money in thousands, millions and billions, weights, areas, counts told in thousands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from ....expressions import lazy
from ....gates import Gated
from ..reading.parts import Part
from ..reading.text import DIGITS, Number, shown, value_of
from .products import last_place

_TIMES = {"nghìn tỷ": 12, "nghìn tỉ": 12, "ngàn tỷ": 12, "tỷ": 9, "tỉ": 9, "triệu": 6, "nghìn": 3, "ngàn": 3, "": 0}
"""What a word before a unit multiplies it by, in powers of ten."""
_BASES = {
    "đồng": ("đồng", 0), "usd": ("USD", 0), "kg": ("weight", 0), "yến": ("weight", 1), "tạ": ("weight", 2), "tấn": ("weight", 3),
    "m2": ("area", 0), "m²": ("area", 0), "ha": ("area", 4), "km2": ("area", 6), "km²": ("area", 6),
}  # fmt: skip
"""What a unit measures, and how many of the smallest unit it is, in powers of ten; other units are of themselves."""
_AMOUNT = lazy(
    rf"(?<![\w.,/–-])(?P<n>{DIGITS})\s?(?P<u>(?P<m>(?:nghìn|ngàn) t[ỷỉ]|t[ỷỉ]|triệu|nghìn|ngàn)\s(?P<b>đồng(?! chí)|USD|tấn|lượt|người|con|cây|m3|m³|kWh)|(?P<c>đồng(?! chí)|USD|tấn|tạ|yến|kg|ha|km[2²]|m[2²]|lượt|người|con|cây|m3|m³|kWh)|(?P<d>t[ỷỉ]|triệu)(?=[,;.)]|\s(?:và|bằng|để|đạt|so|cho|với|từ|\()|$))(?![\w²])(?!\s?/)",
    re.IGNORECASE,
)
_UNITS = Gated(r"tỷ|tỉ|triệu|nghìn|ngàn|đồng|USD|tấn|tạ|kg|ha\b|m2|m²|lượt", re.IGNORECASE)
_HEDGED = lazy(
    r"\b(?:trên|hơn|gần|khoảng|dưới|xấp xỉ|ước|tối đa|tối thiểu|ít nhất|đến|từ|bình quân|mỗi)(?: đạt| tính| khoảng| hơn| trên)?\s$",
    re.IGNORECASE,
)
_CHANGED = lazy(
    r"\b(?:tăng|giảm|vượt|hụt|thêm|chênh(?: lệch)?|tăng thêm)(?: được| hơn| gần| trên| khoảng)?\s$", re.IGNORECASE
)
BEFORE = 24
"""Characters before an amount that say how it is meant."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: what it measures and how many of the smallest unit its own one is."""

    start: int
    end: int
    text: str
    number: str
    unit: str
    family: str
    power: int
    hedged: bool
    change: bool

    @property
    def told(self) -> Decimal:
        """The number as it stands."""
        return value_of(self.number)

    @property
    def value(self) -> Decimal:
        """What it comes to in the smallest unit."""
        return self.told.scaleb(self.power)

    @property
    def slack(self) -> Decimal:
        """Half a unit of the last digit told, as it stands."""
        return last_place(self.number) / 2


@lru_cache(maxsize=64)
def amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of a paragraph in the order in which they stand."""
    if not _UNITS.search(text):
        return ()
    return tuple(_amount(text, m) for m in _AMOUNT.finditer(text))


def _amount(text: str, m: re.Match[str]) -> Amount:
    times = (m["m"] or m["d"] or "").lower()
    base = (m["b"] or m["c"] or "đồng").lower()
    family, power = _BASES.get(base, (base, 0))
    before = text[max(0, m.start() - BEFORE) : m.start()]
    hedged, change = _HEDGED.search(before) is not None, _CHANGED.search(before) is not None
    return Amount(m.start(), m.end(), m[0], m["n"], m["u"], family, power + _TIMES[times], hedged, change)


def mixed(found: Sequence[Amount]) -> bool:
    """Whether what measures one thing is told in more than one unit."""
    families = [a.family for a in found]
    return len({(a.family, a.power) for a in found}) > len(set(families))


def in_one_unit(sentence: str, total: Number, parts: list[Part]) -> tuple[Number, list[Part], Decimal] | None:
    """A total and its parts told in several units, in the total's unit, and by how much rounding may part them; None for one unit."""
    known = {a.start: a for a in amounts(sentence)}
    whole, told = known.get(total.start), [known.get(p.number.start) for p in parts]
    found = [a for a in told if a is not None]
    if whole is None or len(found) < len(parts) or len({a.family for a in (whole, *found)}) > 1:
        return None
    if not mixed([whole, *found]):
        return None
    out = [
        replace(p, number=replace(p.number, value=v, text=shown(v.normalize())))
        for p, a in zip(parts, found, strict=True)
        for v in (a.value.scaleb(-whole.power),)
    ]
    slack = whole.slack + sum((a.slack.scaleb(a.power - whole.power) for a in found), Decimal())
    return total, out, slack
