"""Units of measure, so far as a figure of a text and one of a table can be held against each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from ....expressions import lazy

_TENS = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_MEASURES: dict[str, tuple[str, int]] = {
    "đồng": ("money", 0), "đ": ("money", 0), "kg": ("weight", 0), "tạ": ("weight", 2), "tấn": ("weight", 3),
    "m2": ("area", 0), "m²": ("area", 0), "ha": ("area", 4), "km2": ("area", 6), "km²": ("area", 6), "m": ("length", 0), "km": ("length", 3), "%": ("share", 0),
}  # fmt: skip
"""What is measured, and the power of ten of each unit."""
_UNIT = lazy(
    r"\s?(?:(?P<tens>nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)\s?)?(?:(?P<unit>đồng(?! chí)|đ|kg|tạ|tấn|m2|m²|ha|km2|km²|km|m|%)(?![\w²]))?(?:\s?/\s?(?P<per>[^\W\d_]+))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """What is measured (empty: things are counted), the power of ten, and for what it is told each time (``tạ/ha``)."""

    what: str
    ten: int
    per: str = ""
    name: str = field(default="", compare=False)

    def kin(self, other: Unit) -> bool:
        """Whether figures in both can be compared; heads often leave out for what a figure is told each time."""
        return self.what == other.what and (self.per == other.per or not (self.per and other.per))


def unit_of(text: str, at: int = 0) -> Unit:
    """The unit that stands at a place, things that are counted where none is known."""
    m = _UNIT.match(text, at)
    assert m is not None  # every part of it may be absent
    tens, unit = (m["tens"] or "").lower(), (m["unit"] or "").lower()
    what, ten = _MEASURES.get(unit, ("", 0))
    if tens in ("tỷ", "tỉ", "triệu") and not unit:
        what = "money"
    return Unit(what, ten + _TENS.get(tens, 0), (m["per"] or "").lower() if unit else "", m[0].strip())


def scaled(value: Decimal, one: Unit | None, other: Unit | None) -> Decimal | None:
    """A value told in one unit as it would be in another; None where the two measure different things, or one is not known."""
    one = one or (Unit("", 0) if other is not None and not other.what else None)
    if one is None or other is None or not one.kin(other):
        return None
    return value.scaleb(one.ten - other.ten)
