"""F203 of shares: a part, its percentage and their total, in any order (``kết nạp 226 đảng viên, trong đó nữ 78 đồng chí, chiếm 34,5%``).

Of which number a percentage is the share is seldom said. Where it is (``44 trong 52 chi bộ``), the share must be right. Else it is
taken for a share of the total that its list opens with, or of one told earlier in the paragraph or above the list, and told to be
wrong only when no other number there makes it right and it misses as a slip does, or when the other shares prove the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ....expressions import lazy
from ..reading.text import CLOSED, Number, kind_after, noun_after, noun_of, numbers, off, sentences, shown, value_of
from .exceeding import RATIO
from .shares import ELSE, REACH, Share, implied, shares_of

NEAR = Decimal(6)
"""Points by which a lone share may miss and still be taken for a slip; shares of other things seldom come so near."""
FAR = Decimal(20)
"""Points by which one of several shares may miss while another proves the total."""
SURE = 30
"""A part without a noun may be of such a number, where its share has but a slip of the hand."""
PROOFS = 2
"""So many shares of a list prove what it is of …"""
SHORT = 2
"""… each of more digits than these."""
_PLANNED = lazy(r"(?:kế hoạch|chỉ tiêu|dự toán|biên chế|được giao|\bgiao)\s(?:là\s)?$", re.IGNORECASE)
MOST_TOTALS = 3
"""So many earlier numbers are tried as the total of a share."""
BESIDE = 60
"""Characters on each side of a number that may name it."""
_ASIDE = lazy(
    r"\s?\((?!(?:kế hoạch|chỉ tiêu|dự toán|cùng kỳ|năm|so với)\b)[^()%;]*\d[^()%;]*\)(?=,?\s(?:chiếm|đạt|bằng)\s)",
    re.IGNORECASE,
)
"""A bracket with figures between a part and its percentage."""
Told = tuple[int, int, str, Decimal, str]
_AUXILIARY = frozenset({"đã", "được", "có", "bị", "là"})
_OPENER = lazy(
    r"\btrong (?:đó|số đó|số này)\b|\b(?:bao gồm|gồm|cụ thể|như sau|chia ra|thì)\b|[:;(]|,\s(?:đã|có|số|nữ|nam|hoàn thành|giải quyết)\b|\bđã\b",
    re.IGNORECASE,
)
_AMONG = lazy(r"\b(?:trong|trên)\s(?:tổng\s)?số\s$", re.IGNORECASE)


def lead_shares(text: str, head: str = "", beside: Sequence[str] = ()) -> Iterator[Told]:
    """(start, end, ``part/whole``, true, printed) of every share in a paragraph that misses its total.

    ``head`` is what stands above an item of a list, ``beside`` the other items. A bracket between a part and its percentage tells
    more of the part: it is read over, unless the percentage is the share of a figure in it.
    """
    told = list(_lead_shares(text, head, beside))
    yield from told
    brackets = list(_ASIDE.finditer(text)) if "(" in text and "%" in text else []
    if brackets:
        ends = {end for _, end, *_ in told}
        plain = _ASIDE.sub(lambda m: " " * len(m[0]), text)
        for share in _lead_shares(plain, head, beside):
            aside = next((m for m in brackets if m.end() <= share[1] <= m.end() + BESIDE), None)
            if aside is not None and share[1] not in ends and not _of_aside(text, aside, share[4]):
                yield share


def _of_aside(text: str, aside: re.Match[str], printed: str) -> bool:
    """Whether a percentage is the share of a figure in a bracket, of any figure before or within it."""
    parts = [n.value for n in numbers(text, aside.start(), aside.end())]
    wholes = [n.value for n in numbers(text, 0, aside.end()) if n.value]
    return any(not off(printed.rstrip("%"), 100 * part / whole) for part in parts for whole in wholes)


def _lead_shares(text: str, head: str, beside: Sequence[str]) -> Iterator[Told]:
    """The same of a paragraph as it is read."""
    known: list[Number] | None = None
    for start, end in sentences(text):
        sentence = text[start:end]
        if "%" not in sentence:
            continue
        found = list(numbers(sentence))
        shares = shares_of(sentence, found)
        if known is None and shares:
            known = [*numbers(text), *numbers(head)]
        odd = _odd_one(shares, known or [])
        if odd is not None:
            if not _of_plan(text, odd[0], known or []):
                yield _told(start + odd[0].start, start, odd[0], shown(odd[1]), odd[1])
            continue
        for share in (s for s in shares if not s.names_another(sentence)):
            whole, at = _missed(text, start, sentence, share, shares, found, known or [])
            if whole is None and at:
                whole = _further(text, start, share, shares, known or [], head, beside)
                at = start + share.start
            if whole is not None:
                yield _told(at, start, share, whole.text, whole.value)


def _told(at: int, start: int, share: Share, whole: str, value: Decimal) -> Told:
    """(start, end, ``part/whole``, true, printed) of a share of a sentence that begins at ``start``."""
    return at, start + share.end, f"{share.part.text}/{whole}", 100 * share.part.value / value, f"{share.percent}%"


def _missed(
    text: str, start: int, sentence: str, share: Share, shares: list[Share], found: list[Number], known: list[Number]
) -> tuple[Number | None, int]:
    """The total in its sentence that a share misses and where the finding begins; without one, 1 where another total may be looked for."""
    if share.whole:
        whole = share.whole if not share.fits(share.whole.value) else None
    elif share.base:
        whole = _named(text, share, start, known)
    else:
        whole = _whole(sentence, share, shares, found)
    if whole is None:
        return None, int(not (share.whole or share.base))
    most = FAR if _AMONG.search(sentence[: whole.start]) else NEAR
    if share.whole is None and not _misses(text, share, whole, shares, known, most=most):
        return None, 0
    return whole, whole.start if share.base else start + min(whole.start, share.start)


def _odd_one(shares: list[Share], known: list[Number]) -> tuple[Share, Decimal] | None:
    """The only share of a list that is not of the whole that all others are of, a number told or all parts together, and the whole."""
    listed = [s for s in shares if s.whole is None]
    if len(listed) <= PROOFS or len({s.base for s in listed}) > 1:
        return None
    wholes = {n.value for n in known} | {sum((s.part.value for s in listed), Decimal())}
    larger = sorted(w for w in wholes if w > max(s.part.value for s in listed))
    if any(all(s.fits(whole) for s in listed) for whole in larger):
        return None
    for whole in larger:
        wrong = [s for s in listed if not s.fits(whole)]
        if len(wrong) == 1 and sum(len(s.percent) > SHORT for s in listed if s.fits(whole)) >= PROOFS:
            near = abs(100 * wrong[0].part.value / whole - value_of(wrong[0].percent)) <= NEAR
            return (wrong[0], whole) if near or wrong[0].slipped_of(whole) else None
    return None


def _of_plan(text: str, share: Share, known: list[Number]) -> bool:
    """Whether a share is that of a plan told beside the whole of its list (``3.482 người/kế hoạch 3.630, thiếu 148 người (4,1%)``)."""
    plans = (n for n in known if n.value >= share.part.value and _PLANNED.search(text, max(0, n.start - 24), n.start))
    return any(share.fits(n.value) for n in plans)


def _right(text: str, share: Share, shares: list[Share], known: list[Number]) -> bool:
    """Whether a share is right of any number: told, a side of a ratio, the parts of a list together, or what another share is of."""
    if any(share.fits(n.value) for n in known if n.value >= share.part.value):
        return True
    wholes = [value_of(side) for m in RATIO.finditer(text) for side in m.groups()]
    wholes += [sum((s.part.value for s in shares), Decimal())] if len(shares) > 1 else []
    own = float(100 * share.part.value / (value_of(share.percent) or 1))
    wholes += [Decimal(whole) for _, whole in implied(text) if whole != own]
    return any(share.fits(w) for w in wholes if w >= share.part.value)


def _whole(sentence: str, share: Share, shares: list[Share], found: list[Number]) -> Number | None:
    """The number that a list opens with: the nearest that may hold the part, no share itself, with an opener between."""
    kind, noun = kind_after(sentence, share.part.end), noun_of(sentence, share.part.end)
    parts = {s.part.start for s in shares}
    for number in reversed([n for n in found if n.end <= share.part.start]):
        between = sentence[number.end : share.part.start]
        if len(between) > REACH:
            return None
        if number.value <= share.part.value or number.start in parts:
            continue
        ours = kind_after(sentence, number.end)
        told = _OPENER.search(between) or _AMONG.search(sentence[: number.start])
        first, second = (noun_after(sentence, n.end).split()[:1] for n in (number, share.part))
        if (
            (ours is None and (not first or first != second))
            or not told
            or number.approx
            or ELSE.search(sentence[max(0, number.start - 30) : number.start])
        ):
            continue
        if kind is None or (
            kind == ours and (ours not in ("case", "event", "paper") or noun == noun_of(sentence, number.end))
        ):
            return None if ELSE.search(between.rpartition(";")[2].removeprefix(" lượt")) else number
    return None


def _named(text: str, share: Share, start: int, known: list[Number]) -> Number | None:
    """The last number before a share, of its kind, beside which its base is named (``xét xử 214 vụ … 18,7% số vụ đã xét xử``)."""
    kind = kind_after(text, start + share.part.end)
    words = [w for w in share.base.lower().split() if w not in _AUXILIARY]
    for number in reversed([n for n in known if n.end <= start + share.part.start and n.value > share.part.value]):
        behind = min(number.end + BESIDE, start + share.part.start)
        around = text[max(0, number.start - BESIDE) : behind].lower()
        if kind_after(text, number.end) in (kind, None) and all(w in around for w in words) and not number.approx:
            return number
    return None


def _misses(text: str, share: Share, whole: Number, shares: list[Share], known: list[Number], *, most: Decimal) -> bool:
    """Whether a share is neither of the total nor of any other number, and a slip or refuted by its neighbours."""
    if _right(text, share, shares, known):
        return False
    if share.slipped(whole):
        return True
    others = [s for s in shares if s is not share and s.part.value < whole.value]
    missed = abs(share.of(whole) - value_of(share.percent))
    if share.base:
        return missed <= FAR
    if others:
        return any(s.fits(whole.value) for s in others) and missed <= FAR
    return missed <= most


def _further(
    text: str, start: int, share: Share, shares: list[Share], known: list[Number], head: str, beside: Sequence[str]
) -> Number | None:
    """A total elsewhere that a share misses by a slip: without an opener, in the sentences before, or above its list."""
    if _right(text, share, shares, known):
        return None
    noun, kind = noun_after(text, start + share.part.end).split()[:1], kind_after(text, start + share.part.end)
    told = [(n, text) for n in numbers(text, 0, start + share.start)][::-1] + [(n, head) for n in numbers(head)][::-1]
    others = [s for s in shares if s is not share]
    for one, at in ((s, t) for t in beside for s in sentences(t)):
        others += shares_of(at[slice(*one)], list(numbers(at[slice(*one)])))
    for whole, home in [(n, h) for n, h in told if _may_hold(n, h, share, kind, noun)][:MOST_TOTALS]:
        missed = abs(share.of(whole) - value_of(share.percent))
        proved = any(s.fits(whole.value) and s.part.value != share.part.value for s in others)
        if share.slipped(whole) or (missed <= (FAR if proved else NEAR) and (proved or home is head)):
            return whole
    return None


def _may_hold(whole: Number, home: str, share: Share, kind: str | None, noun: list[str]) -> bool:
    """Whether a number counts what a part counts, is larger, and no plan, change or rounded figure."""
    if whole.value <= share.part.value or whole.approx or ELSE.search(home[max(0, whole.start - 30) : whole.start]):
        return False
    ours = kind_after(home, whole.end)
    if kind is None and not noun and share.slipped(whole):
        return whole.value >= SURE
    if ours is None or kind is None:
        return noun != [] and noun_after(home, whole.end).split()[:1] == noun
    return ours == kind and (kind in CLOSED or noun_after(home, whole.end).split()[:1] == noun)
