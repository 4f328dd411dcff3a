"""F203 of an amount of change and its rate, wherever what they are held against stands.

``312 vụ, so với tháng trước tăng 24 vụ (+3,83%)``; ``35 vụ, giảm 29 vụ so với cùng kỳ, giảm 43,5%``; ``47 vụ … So với cùng kỳ, số vụ tăng 12 vụ
(47/35), tức tăng 32,49%``: the value reached and the amount give the earlier value, and that gives the rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ....expressions import lazy
from ..reading.given import percent_told
from ..reading.levels import Level, Move, levels
from ..reading.move_words import DOWN, ELSE, RATED
from ..reading.text import DIGITS, sentences, shown, value_of
from .doubting import slipped
from .formerly import formerly
from .misbased import misbased
from .moves import around, same_thing
from .signed import signed

_TIME = r"(?:[^,;.()\d]|\d{1,2}/(?:19|20)\d\d|\d{1,2}/\d{1,2}(?:/\d{4})?|(?:19|20)\d\d|(?<=tháng )\d{1,2}|(?<=quý )\d|(?<!\d)\d{1,2}(?= tháng))"
_WORDS = r"(?:(?!\b(?:nhưng|trong khi|song|còn|trong đó|riêng|tăng|giảm|đạt|trong số)\b)[^,;:.()\d]){0,70}"
_HELD = lazy(
    rf"{_WORDS},?\s(?:(?:[Ss]o (?:với )?)(?!kế hoạch|dự toán|chỉ tiêu|mục tiêu|dự kiến){_TIME}{{2,50}},?\s)(?:(?:số|thì|đã)\s(?:[^\W\d_]+\s){{0,6}})?(?:tăng|giảm)(?:\s(?:thêm|được|đi))?\s"
)
"""Between a value and the amount it changed by: what is counted, and what it is held against."""
_PLAIN = lazy(rf"{_WORDS},\s(?:tăng|giảm)(?:\s(?:thêm|được|đi))?\s")
"""The same with the comparison behind."""
_OPENS = lazy(
    rf"So với (?!kế hoạch|dự toán|chỉ tiêu|mục tiêu|dự kiến){_TIME}{{2,50}}?,?\s(?:thì\s)?(?:(?:số|tổng số)\s(?:[^\W\d_]+\s){{1,6}})?(?:tăng|giảm)(?:\s(?:thêm|được|đi))?\s"
)
_RATIO = rf"\((?P<a>{DIGITS})(?:\s[^\W\d_]+)?/(?P<b>{DIGITS})(?:\s[^\W\d_]+)?\)"
_LINK = r"(?:(?:tức(?: là)?|tương ứng(?: với)?|tương đương(?: với)?|hay|bằng|là|với|mức|tỷ lệ|đạt tỷ lệ)\s)*"
_RATE = lazy(
    rf"(?:\s(?!so\b)[^\W\d_]+){{0,5}}?(?:\s?{_RATIO})?(?P<held>\sso với (?!kế hoạch|dự toán|chỉ tiêu|mục tiêu|dự kiến){_TIME}{{2,50}}?)?(?:\s\((?:cùng kỳ[^()\d]{{0,12}}|năm \d{{4}}:?)\s?\d[\d.]*(?:\s[^\W\d_]+)?\))?(?:,\s|\s?\(|\s){_LINK}(?:(?P<way>tăng|giảm)\s)?[+–-]?"
)
"""Between an amount and its rate."""
_ENDS = lazy(r"\s?(?:[),;.]|so với|và\b|$)")
_AGAIN = lazy(r"\s?%?\)?\s?so với")
_WHOLE = lazy(r"\s?%?\s?(?:so với\s)?(?:kế hoạch|dự toán|chỉ tiêu|tổng|số)\b")
Told = tuple[int, int, str, str]
MOST = 40
"""A passage with more figures is a table that lost its cells."""


def grown(text: str) -> Iterator[Told]:
    """(start, end, arithmetic, rule) of every rate of a paragraph that its amount and the value reached do not give."""
    before = -1
    for start, end in sentences(text):
        if "%" in text[start:end]:
            first = before if before >= 0 and _OPENS.match(text, start, end) else start
            yield from _of(text[first:end], first, start - first)
        before = start
    yield from formerly(text)
    yield from misbased(text)
    yield from signed(text)


def _of(passage: str, first: int, own: int) -> Iterator[Told]:
    """The wrong rates of a passage whose own sentence begins at ``own``."""
    found = levels(passage)
    if len(found) > MOST:
        return
    for at, amount in enumerate(found):
        if not amount.way or amount.soft or amount.unit == "%" or amount.unit.startswith("điểm") or amount.start < own:
            continue
        share = next((f for f in found[at + 1 : at + 4] if f.unit == "%"), None)
        m = _RATE.fullmatch(passage, amount.end, share.start) if share else None
        if m is None or share is None or share.soft or not _meant(passage, amount, share, m):
            continue
        values = _values(passage, found[:at], amount, m, own)
        told = _wrong(values, amount, share, found, own, rated=RATED.search(passage) is not None)
        if told and not ELSE.search(around(passage, share)):
            yield first + min(amount.start, *(v.start for v, _ in values)), first + share.end, told, "F203"


def _meant(passage: str, amount: Level, share: Level, m: re.Match[str]) -> bool:
    """Whether a percentage tells the change of the amount: by its way, in brackets or by words, and of no plan or whole."""
    if (m["way"] or amount.way).lower() != amount.way or _WHOLE.match(passage, share.end):
        return False
    if m["held"] and _AGAIN.match(passage, share.end):
        return False  # held against another time
    said = m["way"] or share.way == amount.way or re.search(r"tương|tức|hay|\($|[+–-]$", m[0])
    return said is not None and said != "" and _ENDS.match(passage, share.end) is not None


def _values(
    passage: str, before: list[Level], amount: Level, m: re.Match[str], own: int
) -> list[tuple[Level, Decimal]]:
    """The value reached, with the earlier one: told as a ratio, or the last figure of the amount's unit before it."""
    if m["a"]:
        a, b = value_of(m["a"]), value_of(m["b"])
        now = replace(amount, value=a, text=m["a"])
        return [(now, b)] if abs(a - b) == amount.value and a and b else []
    same = [f for f in before if f.unit == amount.unit and not f.way]
    if not same or same[-1].soft:
        return []
    now, gap = same[-1], passage[same[-1].end : amount.start]
    if now.end <= own:
        opens = _OPENS.fullmatch(passage, own, amount.start) and same_thing(passage, amount)
        return [(now, _earlier(now, amount))] if opens and len(same) == 1 else []
    linked = (_HELD.fullmatch(gap) or _PLAIN.fullmatch(gap)) and same_thing(passage, amount)
    return [(now, _earlier(now, amount))] if linked else []


def _earlier(now: Level, amount: Level) -> Decimal:
    return now.value + (amount.value if amount.way in DOWN else -amount.value)


def _wrong(
    values: list[tuple[Level, Decimal]], amount: Level, share: Level, found: list[Level], own: int, *, rated: bool
) -> str:
    """The arithmetic of a rate that neither its own values nor any other figure of the passage give."""
    if not values or values[0][1] <= 0:
        return ""
    now, base = values[0]
    told = percent_told(Move(replace(now, value=base, text=shown(base)), now, True), share)
    others = [f.value for f in found if f.unit == amount.unit and not f.way]
    bases = {v for x in others for v in (x, _earlier(replace(now, value=x), amount)) if v > 0}
    places = len(share.text.partition(",")[2])
    unsure = now.end <= own or rated
    if unsure and told and not slipped(share.text, float(100 * amount.value / base), places):
        return ""  # of a value in the sentence before, and of things told by their rates, only with a slip of the hand
    if any(abs(100 * amount.value / v - share.value) <= Decimal("0.06") for v in bases):
        return ""
    return told[0] if told else ""
