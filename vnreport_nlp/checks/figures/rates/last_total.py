"""F201 and F203 of parts with their shares whose total stands last (``12 tổ (20%), 42 tổ (70%), 6 tổ (10%) trên tổng số 60 tổ``)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ....expressions import lazy
from ....gates import Gated
from ..reading.slips import one_wrong, swapped
from ..reading.text import DIGITS, noun_after, numbers, off, sentences, value_of

_TOTAL = Gated(rf"\s(?:trên|trong|/) tổng số (?P<n>{DIGITS}) (?P<u>[^\W\d_]+)[^.;,\d%]{{0,40}}(?=[.;]|$)")
_ITEM = lazy(
    rf"(?<![\w/.,])(?P<k>{DIGITS}) (?P<u>[^\W\d_]+)[^\d;.()%]{{0,80}}\((?:chiếm |đạt |bằng |tỷ lệ |chiếm tỷ lệ )?(?P<p>{DIGITS})\s?%\)"
)
NEAR, FAR = Decimal("0.2"), 240
"""Points by which rounded shares may miss a hundred, and characters before a list within which its total stands."""
LEAST = 2
"""So many parts show by their shares that they are parts of this total."""


class Share(NamedTuple):
    """A part: its place, the part, its printed share and the true one."""

    start: int
    end: int
    part: str
    printed: str
    true: Decimal


class Parts(NamedTuple):
    """The parts of a sentence with the total behind them, and which shares are wrong."""

    total: str
    end: int
    shares: tuple[Share, ...]
    wrong: tuple[Share, ...]


def _parts(text: str) -> Iterator[Parts]:
    """The lists of a paragraph, each within a sentence, all parts counted in the total's unit."""
    for start, end in sentences(text) if "tổng số" in text and "%" in text else ():
        last = next(iter(list(_TOTAL.finditer(text[start:end]))[::-1]), None)
        total = value_of(last["n"]) if last else Decimal()
        if last is None or not total:
            continue
        shares = [
            Share(start + m.start(), start + m.end(), m["k"], m["p"], 100 * value_of(m["k"]) / total)
            for m in _ITEM.finditer(text[start : start + last.start()])
            if m["u"].lower() == last["u"].lower()
        ]
        if len(shares) >= LEAST:
            wrong = tuple(s for s in shares if off(s.printed, s.true))
            yield Parts(last["n"], start + last.end(), tuple(shares), wrong)


def _of_earlier(text: str) -> Iterator[tuple[Share, str]]:
    """The one part of a list of shares that make a hundred, with the total told before it, where that and the others give another part."""
    if text.count("%") < LEAST or "(" not in text:
        return
    for start, end in sentences(text):
        found = list(_ITEM.finditer(text, start, end))
        parts, shares = [value_of(m["k"]) for m in found], [value_of(m["p"]) for m in found]
        alike = len({m["u"].lower() for m in found}) == 1
        if len(found) < LEAST or not alike or abs(sum(shares, Decimal()) - 100) > NEAR:
            continue
        for n in numbers(text, max(0, found[0].start() - FAR), found[0].start()):
            if n.value <= max(parts) or n.approx or noun_after(text, n.end).split()[:1] != [found[0]["u"].lower()]:
                continue
            wrong = [i for i, k in enumerate(parts) if off(found[i]["p"], 100 * k / n.value)]
            if len(wrong) == 1:
                m, meant = found[wrong[0]], n.value - sum(parts, Decimal()) + parts[wrong[0]]
                if meant > 0 and (swapped(parts[wrong[0]], meant) or one_wrong(parts[wrong[0]], meant)):
                    yield Share(m.start(), m.end(), m["k"], m["p"], 100 * parts[wrong[0]] / n.value), n.text
                    break


def shares_of_last(text: str) -> Iterator[tuple[int, int, str, Decimal, str]]:
    """(start, end, ratio, true, printed) of the only share of a list that its total, told last or before it, refutes."""
    for s, total in _of_earlier(text):
        yield s.start, s.end, f"{s.part}/{total}", s.true, f"{s.printed}%"
    for found in _parts(text):
        if len(found.wrong) == 1 and len(found.shares) > LEAST:
            (s,) = found.wrong
            yield s.start, s.end, f"{s.part}/{found.total}", s.true, f"{s.printed}%"


def sums_to_last(text: str) -> Iterator[tuple[int, int, str, list[str]]]:
    """(start, end, total, parts) of lists whose shares make up all, and agree with the sum of the parts but not with the total told last."""
    for found in _parts(text):
        parts = [value_of(s.part) for s in found.shares]
        whole = sum(parts, Decimal())
        agree = not any(off(s.printed, 100 * k / whole) for s, k in zip(found.shares, parts, strict=True))
        if len(found.wrong) >= LEAST and len(parts) > LEAST and agree and whole != value_of(found.total):
            yield found.shares[0].start, found.end, found.total, [s.part for s in found.shares]
