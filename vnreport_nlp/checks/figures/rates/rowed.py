"""F203 of changes in a row that answer values in a row (``12 vụ, 5 người chết, 9 người bị thương; so với cùng kỳ giảm 3 vụ (20%), tăng 1 người chết (25%), …``).

The values stand in the same order as the changes and count the same; one change that comes out proves that the rows belong together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..reading.given import percent_told
from ..reading.levels import Level, Move, levels
from ..reading.move_words import DOWN, ELSE
from ..reading.text import sentences, shown
from .moves import around

NEXT = 30
"""Characters between an amount and its percentage."""
MOST = 40
"""A passage with more figures is a table that lost its cells."""
ANY = frozenset({"số", "trường", "lượt"})
"""First words behind an amount that may stand before any noun."""
PRECISE = 2
"""A percentage of fewer digits comes out by chance."""
Told = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """An amount of change with its percentage, where one is told."""

    amount: Level
    share: Level | None


def rows_of_changes(text: str) -> Iterator[Told]:
    """(start, end, arithmetic, rule) of every change of a row that its value does not give, though another of the row comes out."""
    before = -1
    for start, end in sentences(text):
        if "%" in text[start:end]:
            yield from _of(text, start, end, start)
            if before >= 0:
                yield from _of(text, before, end, start)
        before = start


def _of(text: str, first: int, end: int, own: int) -> Iterator[Told]:
    """The wrong changes of a sentence that begins at ``own``, its values in it or in the one that begins at ``first``."""
    passage = text[first:end]
    found = levels(passage)
    if len(found) > MOST:
        return
    claims = _claims(passage, found)
    if not claims or claims[0].amount.start < own - first:
        return
    values = [f for f in found if f.end <= claims[0].amount.start and not f.way and f.unit != "%"]
    if first != own:
        values = [f for f in values if f.end <= own - first]
    rowed = _aligned(values, claims)
    told = [(now, claim) for now, claim in rowed if claim.share is not None]
    if not any(_proves(now, claim) for now, claim in told):
        return
    for now, claim in told:
        wrong = _wrong(now, claim)
        if wrong and not any(_holds(f, claim) for f in values) and not ELSE.search(around(passage, claim.amount)):
            share = claim.share or claim.amount
            yield first + claim.amount.start, first + share.end, *wrong


def _claims(passage: str, found: list[Level]) -> list[Claim]:
    """The amounts of change of a passage in their order."""
    out = []
    for k, amount in enumerate(found):
        behind = found[k + 1] if k + 1 < len(found) else None
        if not amount.way or amount.unit == "%" or amount.unit.startswith("điểm"):
            continue
        share = behind if behind and behind.way == amount.way and behind.unit == "%" else None
        if share and len(passage[amount.end : share.start]) > NEXT:
            share = None
        out.append(Claim(amount, share))
    return out


def _aligned(values: list[Level], claims: list[Claim]) -> list[tuple[Level, Claim]]:
    """Values with the changes that answer them, where as many in the same order count the same; more values may go before or behind."""
    count = len(claims)
    if count < PRECISE or len(values) < count:
        return []
    fits = [values[k : k + count] for k in {0, len(values) - count}]
    fits = [row for row in fits if all(_one_unit(v, c.amount) for v, c in zip(row, claims, strict=True))]
    return list(zip(fits[0], claims, strict=True)) if len(fits) == 1 else []


def _one_unit(now: Level, amount: Level) -> bool:
    return now.unit == amount.unit or amount.unit in ANY


def _base(now: Level, amount: Level) -> Level:
    """The value that a change began from."""
    value = now.value + (amount.value if amount.way in DOWN else -amount.value)
    return replace(now, value=value, text=shown(value))


def _wrong(now: Level, claim: Claim) -> tuple[str, str] | None:
    """The arithmetic of a change that its value does not give."""
    base = _base(now, claim.amount)
    if claim.share is None or base.value <= 0 or now.soft or claim.amount.soft:
        return None
    return percent_told(Move(base, now, True), claim.share)


def _holds(now: Level, claim: Claim) -> bool:
    return _base(now, claim.amount).value > 0 and _wrong(now, claim) is None


def _proves(now: Level, claim: Claim) -> bool:
    """Whether a change comes out so precisely that it hardly does by chance."""
    precise = claim.share is not None and len(claim.share.text.replace(",", "").lstrip("0")) > PRECISE
    return precise and not now.soft and not claim.amount.soft and _holds(now, claim)
