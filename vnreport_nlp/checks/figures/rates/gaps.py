"""F201 of changes whose later value stands in a sentence before: told with two digits in changed places (``1.052 đảng viên … tăng 29 người so với … (960 người)``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ....expressions import lazy
from ..reading.given import percent_told
from ..reading.levels import Level, Move, levels
from ..reading.move_words import BEHIND, DOWN, ELSE, RATED
from ..reading.parts import depth
from ..reading.slips import swapped
from ..reading.text import kind_after, sentences, shown
from .moves import around, same_thing

_AGAINST = lazy(r"\bso với\b", re.IGNORECASE)
_HELD = lazy(r"\)?\s*so với\s[^\d;.%]{2,50}")
_OPENS = lazy(r"(?:\s[^\W\d_]+){0,12}\s\((?:tăng|giảm)\s(?:[^\W\d_]+\s)?")
_BESIDE = lazy(r"/\d[\d.]*(?:\s[^\W\d_]+){1,3}(?:&[^\W\d_]+)?")
"""``2.412 triệu đồng/31 tổ``: another count of the same thing."""
REACH = 80
"""Characters from ``so với`` to the value that it names."""
LEAST = 12
"""Smaller differences are met by chance."""
MOST = 12
"""Where more figures stand, some pair of them differs by anything."""
NEXT = 24
"""Characters between an amount and its percentage."""
Told = tuple[int, int, str, str]


def gaps(text: str) -> Iterator[Told]:
    """(start, end, arithmetic, rule) of every change against a value told with it that no value before gives, but one nearly."""
    before = 0
    for start, end in sentences(text):
        held = _AGAINST.search(text, start, end)
        if held:
            yield from _of(text[before:end], before, held.end() - before)
        if "%" in text[start:end]:
            yield from _amounts(text[start:end], start)
        before = start


def _of(both: str, at: int, held: int) -> Iterator[Told]:
    """The wrong change of two sentences whose comparison stands at an offset."""
    found = levels(both)
    base = next((f for f in found if f.start >= held and not f.way), None)
    if base is None or base.start - held > REACH or base.unit == "%" or base.soft or len(found) > MOST:
        return
    kind = kind_after(both, base.end)
    earlier = [f for f in found if f.end < held and not f.way and not f.soft and _alike(both, f, base, kind)]
    for claim in (f for f in found if f.way and f.unit != "%" and not f.soft and f.value >= LEAST):
        near = abs(claim.start - base.start) <= 2 * REACH and claim.end > both.rfind(". ", 0, held)
        if not near or not _alike(both, claim, base, kind) or ELSE.search(both[held : base.start]):
            continue
        true = [(f, abs(f.value - base.value)) for f in earlier if (f.value < base.value) == (claim.way in DOWN)]
        if any(value == claim.value for _, value in true):
            continue
        for f, value in true:
            if value >= LEAST and swapped(claim.value, value):
                span = sorted((f.start, claim.end, base.end))
                yield at + span[0], at + span[-1], f"|{f.text} - {base.text}| = {shown(value)} ≠ {claim.text}", "F201"
                break


def _alike(text: str, one: Level, base: Level, kind: str | None) -> bool:
    """Whether a figure counts what the base counts, or both count persons."""
    return one.unit == base.unit or (kind == "person" and kind_after(text, one.end) == kind)


def _amounts(sentence: str, start: int) -> Iterator[Told]:
    """Percentages of a change told with its amount, where the value reached stands right before (``96 người, giảm 14 người (14,6%)``)."""
    found = levels(sentence) if "%" in sentence else []
    for now, amount, share in zip(found, found[1:], found[2:], strict=False):
        between = sentence[amount.end : share.start]
        one = amount.way and share.way == amount.way and share.unit == "%" and now.unit == amount.unit and not now.way
        if not one or now.soft or amount.soft or amount.unit == "%" or len(between) > NEXT or ELSE.search(between):
            continue
        base = now.value + (amount.value if amount.way in DOWN else -amount.value)
        # a value of another time in brackets, unless the change is all that the bracket holds
        bracket = depth(sentence, now.end, amount.start) and not _OPENS.fullmatch(sentence, now.end, amount.start)
        wrong = base > 0 and not bracket and BEHIND.fullmatch(_BESIDE.sub("", sentence[now.end : amount.start]))
        told = (
            wrong
            and same_thing(sentence, amount)
            and percent_told(Move(replace(now, value=base, text=shown(base)), now, False), share)
        )
        if told and RATED.search(sentence) and not _near(share, 100 * amount.value / base):
            continue
        against = _told_base(sentence, now, share, found) if told else None
        if against is not None and against.value != base:
            if percent_told(Move(against, now, False), share) is None and not amount.soft:
                difference = shown(abs(now.value - against.value))
                end = start + against.end
                yield start + now.start, end, f"|{now.text} - {against.text}| = {difference} ≠ {amount.text}", "F201"
            continue
        if told and not ELSE.search(around(sentence, share)):
            yield start + now.start, start + share.end, *told


def _near(share: Level, true: Decimal) -> bool:
    """Whether a rate may be the true one with a slip; of things told by their rates another one is of points."""
    return true / 2 <= share.value <= 2 * true


def _told_base(sentence: str, now: Level, share: Level, found: list[Level]) -> Level | None:
    """The value that a change is told against right behind its percentage (``vượt 1.050 tấn (2,8%) so với kế hoạch 37.200 tấn``)."""
    later = next((f for f in found if f.start > share.end and not f.way), None)
    if later is None or later.unit != now.unit or later.soft:
        return None
    return later if _HELD.fullmatch(sentence, share.end, later.start) else None
