"""A fraction that opens a list: what was reached of all is the whole of what follows (``38/44 xã, trong đó 17 xã …, 4 xã …, 17 xã …``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from ....expressions import lazy
from ...context import NO_PROSE, Context
from ..rates.leads import lead_shares
from ..reading.numerals import in_digits
from ..reading.slips import swapped
from ..reading.text import CLOSED, DIGITS, kind_after, noun_after, numbers, off, value_of
from .lists import near_lists

_FRACTION = lazy(rf"(?<![\w.,/–-])(?P<a>{DIGITS})/(?P<b>{DIGITS})(?=\s[^\W\d_])")
_OUT_OF = lazy(rf"(?<![\w.,/–-])(?P<a>{DIGITS})\s(?:trong|trên)\s(?:tổng\s)?số\s(?P<b>{DIGITS})(?=\s[^\W\d_])")
MOST = 20
"""Fractions of one paragraph that are looked at: behind each the whole paragraph is read."""
SURE = 3
"""A percentage of so many digits with two of them in changed places is meant for what comes near it."""
LEAST = 20
"""Of fewer things a share is met by chance."""
Told = tuple[int, int, str, list[str]]
Fraction = tuple[int, int, str, str]


def fractions(text: str) -> list[Fraction]:
    """(start, end, part, whole) of the fractions of a paragraph that count people, bodies or households."""
    found = (*_FRACTION.finditer(text), *_OUT_OF.finditer(text))
    told = (
        (m.start(), m.end(), m["a"], m["b"])
        for m in found
        if kind_after(text, m.end()) in CLOSED and 0 < value_of(m["a"]) <= value_of(m["b"])
    )
    return list(islice(told, MOST))


def _plain(text: str, one: Fraction) -> str:
    """The text with a fraction's whole blotted out, every offset kept."""
    start, end, part, _ = one
    return text[: start + len(part)] + " " * (end - start - len(part)) + text[end:]


def headed_lists(text: str) -> Iterator[Told]:
    """(start, end, total, parts) of every list behind a fraction that misses its first side by a slip."""
    for one in fractions(text):
        for start, end, total, parts, _ in near_lists(_plain(text, one)):
            other = sum(map(value_of, parts), Decimal()) == value_of(one[3])
            if total == one[2] and start == one[0] and not other:
                yield start, end, total, parts


def headed_shares(text: str) -> Iterator[tuple[int, int, str, Decimal, str]]:
    """(start, end, ``part/whole``, true, printed) of shares in the sentences behind a fraction that miss its first side by a slip."""
    for one in fractions(text) if "%" in text else ():
        for start, end, ratio, true, printed in lead_shares(_plain(text, one)):
            part, whole = ratio.partition("/")[::2]
            if whole == one[2] and end > one[1] and off(printed.rstrip("%"), 100 * value_of(part) / value_of(one[3])):
                yield start, end, ratio, true, printed


def paragraph_above(context: Context, index: int) -> str:
    """The paragraph of running text right above one."""
    before = context.spelled.paragraphs[index - 1] if index else None
    if before is None or before.story in NO_PROSE:
        return ""
    return in_digits(context.spelled.text[before.start : before.end])


_SHARE = lazy(
    rf"[^\d.;:()%]{{1,70}}?(?:,\s|\s?\()(?:(?:đạt|chiếm|bằng|tương đương|tỷ lệ)\s)*(?P<p>{DIGITS})\s?%(?=\s?[,;.)]|\svà)"
)


def shares_above(text: str, above: str) -> Iterator[tuple[int, int, str, Decimal, str]]:
    """The same of shares whose whole the paragraph above tells, with two digits in changed places."""
    if "%" not in text or not above:
        return
    told = [(b, kind_after(above, end)) for _, end, _, b in fractions(above)]
    told += [(a, kind_after(above, end)) for _, end, a, _ in fractions(above)]
    told += [(n.text, kind) for n in numbers(above) if not n.approx and (kind := kind_after(above, n.end)) in CLOSED]
    own = [value_of(m[0]) for m in re.finditer(DIGITS, text)]
    for number in numbers(text):
        m = _SHARE.match(text, number.end)
        if m is None or number.approx or len(m["p"].replace(",", "")) < SURE or "," not in m["p"]:
            continue
        places = len(m["p"].partition(",")[2])
        every = [value_of(w) for w, _ in told] + own
        if any(w > number.value and not off(m["p"], 100 * number.value / w) for w in every):
            continue
        kind, noun = kind_after(text, number.end), noun_after(text, number.end).split()[:1]
        named = kind is None and bool(noun) and noun[0] in above.lower()
        for whole in (w for w, counted in told if named or counted == kind):
            if value_of(whole) > number.value and value_of(whole) >= LEAST:
                true = 100 * number.value / value_of(whole)
                if swapped(value_of(m["p"]), round(true, places)):
                    yield number.start, m.end("p") + 1, f"{number.text}/{whole}", true, f"{m['p']}%"
                    break
