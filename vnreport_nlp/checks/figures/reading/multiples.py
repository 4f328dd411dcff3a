"""Multiples and parts told in words: ``gấp 2,5 lần``, ``gấp đôi``, ``giảm hơn một nửa``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ....expressions import lazy
from .levels import Level, Move, same_unit
from .text import DIGITS, shown, value_of
from .told import shown_like

_WORDS = {"đôi": 2, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_SOFT = r"hơn|trên|gần|khoảng|xấp xỉ|ngót|đúng"
_TIMES = lazy(
    rf"\b(?P<pre>{_SOFT})?\s?(?P<verb>gấp|tăng|giảm)\s(?:lên\s|tới\s|thêm\s)?(?:(?P<soft>{_SOFT})\s)?(?:(?P<n>{DIGITS})(?P<half> rưỡi)?\slần|(?:gấp\s)?(?P<w>đôi|rưỡi)\b|(?P<v>hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?P<vhalf> rưỡi)?(?:\slần\b|(?=\s*(?:[,.;(]|so với))))",
    re.IGNORECASE,
)
_FRACTION = lazy(
    rf"\b(?P<verb>giảm|tăng|chỉ còn|còn)\s(?:đi\s|tới\s|được\s|thêm\s)?(?:(?P<soft>{_SOFT})\s)?(?P<f>một nửa|phân nửa|nửa|một phần ba|hai phần ba|một phần tư|ba phần tư|1/2|1/3|2/3|1/4|3/4)\b",
    re.IGNORECASE,
)
_PARTS = {
    "một nửa": Decimal("0.5"), "phân nửa": Decimal("0.5"), "nửa": Decimal("0.5"), "1/2": Decimal("0.5"),
    "một phần ba": Decimal(1) / 3, "1/3": Decimal(1) / 3, "hai phần ba": Decimal(2) / 3, "2/3": Decimal(2) / 3,
    "một phần tư": Decimal("0.25"), "1/4": Decimal("0.25"), "ba phần tư": Decimal("0.75"), "3/4": Decimal("0.75"),
}  # fmt: skip
_OF_YEAR = lazy(r"\s(?:so với\s|của\s)?(?:cùng kỳ\s|cuối\s|đầu\s)?năm (\d{4})\b")
ROUND = Decimal("0.06")
"""A multiple or a part that is told exactly may miss by so much of itself (``gấp đôi`` of 1.95)."""
LOOSE = Decimal("0.25")
"""``hơn`` and ``gần`` reach so far: ``hơn một nửa`` is told of no more than five eighths …"""
BEYOND = 20
"""Two values that lie further apart are of two things."""
FAR = 3
"""… yet more is only told of badly, not wrongly; three times as much is."""


@dataclass(frozen=True, slots=True)
class Multiple:
    """One claim: the verb, the factor or part, and the word that softens it."""

    start: int
    end: int
    verb: str
    worth: Decimal
    soft: str
    part: bool
    text: str

    def refuted(self, before: Level, after: Level) -> str:
        """The arithmetic of the claim against two values, empty when it holds."""
        a, b = before.value, after.value
        if not a or not b or max(a, b) > BEYOND * min(a, b):
            return ""
        if self.part:
            kept = b / a
            true = kept if "còn" in self.verb else abs(a - b) / a
            wanted = [true] if ("tăng" in self.verb) == (b > a) or "còn" in self.verb else []
            told = f"{after.text}/{before.text} = {shown_like(100 * kept, self.text)}% ≠ {self.text}"
        else:
            ratio = a / b if self.verb == "giảm" else b / a
            wanted = [ratio] if self.verb != "tăng" else [ratio, ratio - 1]
            told = f"{after.text}/{before.text} = {shown(round(b / a, 1))} lần ≠ {self.text}"
        return "" if any(self._holds(true) for true in wanted) else told

    def _holds(self, true: Decimal) -> bool:
        """Whether a ratio or part is what is told; a multiple with a decimal is rounded to it."""
        near = self.worth * ROUND
        if not self.part and self.worth % 1:
            near = Decimal("0.06")
        elif not self.part and "lần" in self.text:
            near = Decimal("0.51")  # ``gấp 3 lần`` of 2.6
        if self.soft in ("hơn", "trên"):
            return self.worth * (1 - ROUND / 6) <= true <= self.worth * FAR
        if self.soft in ("gần", "ngót"):
            return self.worth * (1 - LOOSE) <= true <= self.worth * (1 + ROUND / 6)
        if self.soft in ("khoảng", "xấp xỉ"):
            return abs(true - self.worth) <= self.worth * LOOSE
        return abs(true - self.worth) <= near


def multiples(sentence: str) -> list[Multiple]:
    """Every multiple and part of a sentence that a change is told with."""
    out = []
    if "gấp" in sentence.lower() or "lần" in sentence or "đôi" in sentence or "rưỡi" in sentence:
        for m in _TIMES.finditer(sentence):
            if m["w"]:
                worth = Decimal(2) if m["w"].lower() == "đôi" else Decimal("1.5")
            else:
                worth = value_of(m["n"]) if m["n"] else Decimal(_WORDS[m["v"].lower()])
                worth += Decimal("0.5") if m["half"] or m["vhalf"] else 0
            verb = "gấp" if m["w"] else m["verb"].lower()
            out.append(
                Multiple(
                    m.start("verb"), m.end(), verb, worth, (m["soft"] or m["pre"] or "").lower(), False, m[0].strip()
                )
            )
    if "nửa" in sentence or "phần" in sentence or "/" in sentence:
        for m in _FRACTION.finditer(sentence):
            out.append(
                Multiple(
                    m.start(), m.end(), m["verb"].lower(), _PARTS[m["f"].lower()], (m["soft"] or "").lower(), True, m[0]
                )
            )
    return out


def of_another_year(sentence: str, multiple: Multiple, move: Move, found: list[Level]) -> bool:
    """Whether a multiple names the year it is of, and that is not the earlier value's, or another figure is so many times that value."""
    named = _OF_YEAR.match(sentence, multiple.end)
    if named is not None and move.before.time != int(named[1]):
        return True
    plain = (f for f in found if not f.way and not move.has(f) and same_unit(f, move.before))
    return named is not None and any(not multiple.refuted(move.before, f) for f in plain)
