"""F203 of a change told in per cent with its amount, signed, in a bracket behind it (``5.810 ha, giảm 1,9% (-86 ha) so với vụ trước``)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ....expressions import lazy
from ..reading.text import DIGITS, value_of
from ..reading.told import shown_like

_SIGNED = lazy(
    rf"(?<![\w/.,])(?P<v>{DIGITS})\s(?P<u>(?:(?:nghìn|ngàn|triệu|t[ỷỉ])\s)?[^\W\d_]+(?:\s[^\W\d_]+){{0,2}}?)(?:,?\s(?:chiếm|bằng)\s[\d,]+\s?%)?,?\s"
    rf"(?P<way>tăng|giảm)\s(?P<p>{DIGITS})\s?%\s?\((?P<sign>[+–-]|(?:tương ứng |tương đương )?(?:tăng|giảm) )\s?(?P<d>{DIGITS})\s(?P=u)\)"
)
_WAYS = {"+": "tăng", "-": "giảm", "–": "giảm"}
Told = tuple[int, int, str, str]


def signed(text: str) -> Iterator[Told]:
    """(start, end, arithmetic, rule) of every such change of a paragraph whose percentage is none that its two figures may give."""
    if "%" not in text or "(" not in text:
        return
    for m in _SIGNED.finditer(text):
        now, by = value_of(m["v"]), value_of(m["d"])
        sign = -1 if m["way"] == "tăng" else 1
        then = now + sign * by
        if _WAYS.get(m["sign"], m["sign"].split()[-1]) != m["way"] or not 0 < by <= then or then <= 0:
            continue
        told, place = value_of(m["p"]), 2 * _half(m["p"])
        slack = _half(m["v"]) + _half(m["d"])
        least, most = (100 * (by - _half(m["d"])) / (then + slack), 100 * (by + _half(m["d"])) / max(then - slack, by))
        if told + place < min(least, 100 * by / now) or told - place > max(most, 100 * by / now):
            base = f"({m['v']} {'-' if sign < 0 else '+'} {m['d']})"
            yield m.start(), m.end(), f"{m['d']}/{base} = {shown_like(100 * by / then, m['p'])}% ≠ {m['p']}%", "F203"


def _half(printed: str) -> Decimal:
    """Half of the last place that a figure is printed with."""
    return Decimal(1).scaleb(-len(printed.partition(",")[2])) / 2
