"""F203 of an amount in the wrong unit: its percentage holds by digits alone (``kế hoạch 859,5 tỷ đồng, giải ngân 785,6 triệu đồng, đạt 91,4%``)."""

from __future__ import annotations

from collections.abc import Iterator

from ....expressions import lazy
from ..reading.text import DIGITS, off, sentences, value_of
from ..reading.told import shown_like
from .amounts import Amount, amounts, mixed

_SHARE = lazy(rf",?\s\(?(?:đạt|bằng|chiếm)\s(?:tỷ lệ\s)?(?P<p>{DIGITS})\s?%")
SURE_DIGITS = 3
"""A percentage of fewer digits is met by chance."""
Told = tuple[int, int, str]


def scaled(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of shares that two amounts of a sentence give only when read in one unit."""
    if "%" not in text or not mixed(amounts(text)):
        return
    for start, end in sentences(text):
        own = [a for a in amounts(text) if start <= a.start < end]
        for at, part in enumerate(own):
            m = _SHARE.match(text, part.end, end)
            if m is None or part.change or len(m["p"].replace(",", "")) < SURE_DIGITS:
                continue
            whole = next((a for a in own[:at] if _by_digits(part, a, m["p"])), None)
            if whole is not None and not any(_holds(part, a, m["p"]) for a in amounts(text)):
                true = shown_like(100 * part.value / whole.value, m["p"])
                yield whole.start, m.end(), f"{part.text}/{whole.text} = {true}% ≠ {m['p']}%"


def _by_digits(part: Amount, whole: Amount, percent: str) -> bool:
    """Whether a percentage is what two amounts in different units give as they stand."""
    unlike = part.family == whole.family and part.power != whole.power and not whole.change
    return unlike and bool(whole.told) and not off(percent, 100 * part.told / whole.told)


def _holds(part: Amount, whole: Amount, percent: str) -> bool:
    """Whether it is the share, or the growth, that two amounts give by what they come to."""
    if part.family != whole.family or part.start == whole.start or not whole.value:
        return False
    quotient = 100 * part.value / whole.value
    return any(abs(value_of(percent) - q) < 1 for q in (quotient, abs(quotient - 100)))
