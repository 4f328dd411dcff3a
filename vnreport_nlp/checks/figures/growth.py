"""F203 of growth: percentages and multiples told against a figure of another time (``tăng 18,4% so với năm 2023 (277,6 tỷ đồng)``).

The earlier figure stands in brackets, after ``là``, or is proved by a difference that the sentence tells. Nothing is said where any
number of the sentence makes the percentage right, or where it misses by so much that it may well be of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...gates import Gated
from .changes import NUMERAL, off
from .text import Number, noun_after, numbers, sentences, shown, value_of

NEAR = Decimal(6)
"""Points by which a percentage may miss and still be taken for a slip."""
PROVED = Decimal(25)
"""The same where a difference proves the earlier figure."""
SLACK = Decimal("0.06")
"""A multiple is rounded to a tenth …"""
WHOLE = Decimal("0.55")
"""… or to a whole."""
_AGAINST = Gated(
    rf"\b(?P<way>tăng|giảm)\s+(?P<p>{NUMERAL})\s?%\s+so với\s[^.;()]{{0,60}}?(?:\((?:[^()\d]|năm \d{{4}})*?|\slà\s+)(?P<n>{NUMERAL})(?P<u>\s[^\W\d]+(?:\s[^\W\d]+)?)?"
)
_BY = Gated(
    rf"\b(?:tăng|giảm)\s+(?P<d>{NUMERAL})\s(?P<u>[^\W\d]+(?:\s[^\W\d]+)?)\s?[(,]\s*(?:(?:tương ứng|tương đương|bằng|hay|tức)\s)?(?:(?:với )?(?:mức |tỷ lệ )?(?:tăng|giảm)\s)?(?P<p>{NUMERAL})\s?%"
)
_TIMES = Gated(
    rf"\bgấp\s(?P<k>{NUMERAL})\slần\s[^.;()]{{0,40}}\((?:[^()\d]|năm \d{{4}})*?(?P<n>{NUMERAL})(?P<u>\s[^\W\d]+(?:\s[^\W\d]+)?)?"
)
_GREW = Gated(
    rf"\btừ\s(?P<a>{NUMERAL})(?:\s[^\W\d]+){{0,3}}\s(?:tăng )?lên\s(?P<b>{NUMERAL})(?:\s[^\W\d]+){{0,3}}\s?[,(]\s*(?:tức |tăng )?gấp\s(?P<k>{NUMERAL})\slần"
)
"""``từ 06 lên 15 doanh nghiệp, gấp 2,5 lần``."""
_NOT = re.compile(r"\b(?:bình quân|mỗi|kế hoạch|dự toán|chỉ tiêu)\b")
Told = tuple[int, int, str]


def growths(text: str) -> Iterator[Told]:
    """(start, end, arithmetic) of every wrong growth, difference in per cent or multiple of a paragraph."""
    for start, end in sentences(text):
        sentence = text[start:end]
        if not any(told.may(sentence) for told in (_AGAINST, _BY, _TIMES, _GREW)):
            continue
        found = list(numbers(sentence))
        for left, right, arithmetic in (*_against(sentence, found), *_by(sentence, found), *_times(sentence, found)):
            yield start + left, start + right, arithmetic


def _before(sentence: str, found: list[Number], at: int, unit: str) -> list[Number]:
    """Numbers before a place, outside brackets, that count by a unit (by any, where none is said), the nearest first."""
    out = [n for n in found if n.end <= at and sentence.count("(", 0, n.start) == sentence.count(")", 0, n.start)]
    named = [n for n in out if not unit or noun_after(sentence, n.end).split()[:2] == unit.split()[:2]]
    return named[::-1]


def _against(sentence: str, found: list[Number]) -> Iterator[Told]:
    """``318,4 tỷ đồng … tăng 18,4% so với năm 2023 (277,6 tỷ đồng)``."""
    for m in _AGAINST.finditer(sentence):
        then, p = value_of(m["n"]), m["p"]
        now = [n for n in _before(sentence, found, m.start(), (m["u"] or "").strip().lower()) if not n.approx]
        if not then or not now or _NOT.search(sentence, max(0, m.start() - 20), m.end()):
            continue
        true = [100 * (n.value - then) / then * (1 if m["way"] == "tăng" else -1) for n in now]
        if any(not off(p, t) for t in true) or not 0 < abs(true[-1] - value_of(p)) <= NEAR or true[-1] < 0:
            continue
        yield now[-1].start, m.end(), f"{m['n']} → {now[-1].text}: {shown(round(true[-1], 1))}% ≠ {p}%"


def _by(sentence: str, found: list[Number]) -> Iterator[Told]:
    """``giảm 522 hộ, tương đương mức giảm 38,9%``, where two other numbers differ by the 522, or the earlier follows."""
    for m in _BY.finditer(sentence):
        amount, p = value_of(m["d"]), m["p"]
        unit = m["u"].lower().split()[0]
        same = [n for n in found if noun_after(sentence, n.end).split()[:1] == [unit] and n.start != m.start("d")]
        proof = [(a, b) for a in same for b in same if abs(a.value - b.value) == amount and _is_base(sentence, m, a, b)]
        if not proof or not amount:
            continue
        earlier, later = proof[0]
        if any(n.value and not off(p, 100 * amount / n.value) for n in same if n is not later):
            continue
        true = 100 * amount / earlier.value
        if abs(true - value_of(p)) <= PROVED:
            yield min(m.start(), earlier.start), m.end(), f"{m['d']}/{earlier.text} = {shown(round(true, 1))}% ≠ {p}%"


def _is_base(sentence: str, m: re.Match[str], a: Number, b: Number) -> bool:
    """Whether ``a`` is the earlier of two numbers that differ by the amount."""
    return (a.value > b.value) == (sentence[m.start() : m.start() + 4] == "giảm")


def _times(sentence: str, found: list[Number]) -> Iterator[Told]:
    """``1.124.000 lượt, gấp 2,5 lần năm 2021 (312.000 lượt)``."""
    for m in _GREW.finditer(sentence):
        first, last = value_of(m["a"]), value_of(m["b"])
        if first and abs(last / first - value_of(m["k"])) > (SLACK if "," in m["k"] else WHOLE):
            yield m.start(), m.end(), f"{m['b']}/{m['a']} = {shown(round(last / first, 1))} lần ≠ {m['k']} lần"
    for m in _TIMES.finditer(sentence):
        then, told = value_of(m["n"]), value_of(m["k"])
        now = _before(sentence, found, m.start(), (m["u"] or "").strip().lower())
        if not then or not now or sentence[: m.start()].rstrip().endswith(("hơn", "gần", "trên", "khoảng")):
            continue
        slack = SLACK if "," in m["k"] else WHOLE
        if all(abs(n.value / then - told) > slack for n in now):
            ratio = now[0].value / then
            yield now[0].start, m.end(), f"{now[0].text}/{m['n']} = {shown(round(ratio, 1))} lần ≠ {m['k']} lần"
