"""F204 by echo: one thing told twice in much the same words, with two values.

Nothing is known of what is counted: two sentences that share pairs of syllables around a number, count by the same word, and name
no other time, name, rank, set, act or body, tell of one thing. How many pairs they must share depends on the values: two figures
with the same digits in changed places are seldom two things, one wrong digit is believed on more, any other value on nearly all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ....expressions import lazy
from ....model import Document
from ..reading.mention import Mention, mentions
from ..reading.pairs import pairs
from ..reading.text import CLOSED, MEASURED, kind_after, value_of
from .same import slip

LONG = 3
"""Of so many digits two may change places with others between them."""
SURE = 4
"""Of so many digits two unrelated figures hardly ever differ by two in changed places."""
DATED = 2
"""A day that both name counts as so many pairs."""
_YEAR = lazy(r"(?:19|20)\d\d")
_DAY = lazy(r"\d{1,2}/\d{1,2}/\d{4}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of two mentions: the factor their values may lie apart, pairs shared, and their share of the fewer."""

    factor: float
    pairs: int
    share: float


EXCHANGED, SLIPPED, OTHER = Asked(2.0, 3, 0.25), Asked(1.9, 4, 0.5), Asked(1.35, 6, 0.85)
LONG_SLIP = Asked(1.9, 2, 0.2)
"""One wrong digit of four or more is nearly as seldom two things."""
EXCHANGED_IN_LIST = Asked(2.0, 4, 0.25)


def echoes(document: Document, own: str) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of mentions (earlier, later) of one thing with two values."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions(document):
        groups.setdefault(mention.unit, []).append(mention)
    for group in groups.values():
        for a, b in pairs(group):
            if a.digits != b.digits and a.at != b.at and _near(a, b) and not _apart(a, b, own):
                yield a, b


def exchanged(a: Mention, b: Mention) -> bool:
    """Whether two figures of three digits or more have the same digits: neighbours changed places, or others that leave the size."""
    if len(a.digits.replace(",", "")) < LONG or sorted(a.digits) != sorted(b.digits):
        return False
    low, high = sorted((float(value_of(a.text)), float(value_of(b.text))))
    return slip(a.digits, b.digits) or high <= low * OTHER.factor


def _asked(a: Mention, b: Mention) -> Asked:
    if exchanged(a, b):
        return EXCHANGED
    if not slip(a.digits, b.digits):
        return OTHER
    stock = _long(a) and kind_after(f" {a.unit}", 0) in CLOSED and not (a.times or b.times)
    return LONG_SLIP if stock else SLIPPED


def _near(a: Mention, b: Mention) -> bool:
    """Whether two numbers stand in the same words, and near enough to be meant for one."""
    asked = _asked(a, b)
    low, high = sorted((float(value_of(a.text)), float(value_of(b.text))))
    if not 0 < high <= low * asked.factor:
        return False
    if not (a.alone and b.alone):  # which of several numbers the words are of is not sure
        if asked is not EXCHANGED:
            return False
        asked = EXCHANGED if _long(a) else EXCHANGED_IN_LIST
    days = DATED * len({w for w in a.said & b.said if _DAY.fullmatch(w)})
    shared, fewer = len(a.pairs & b.pairs) + days, min(len(a.pairs), len(b.pairs))
    return shared >= asked.pairs and shared >= asked.share * fewer


def _apart(a: Mention, b: Mention, own: str) -> bool:
    """Whether two mentions name different times, places, ranks, sets, acts or bodies."""
    same = exchanged(a, b)
    sure = same and _long(a)
    if other_times(a.times, b.times, sure) or {n for n in a.names ^ b.names if n not in own}:
        return True
    if (a.reserved_near != b.reserved_near) if same else (a.reserved != b.reserved):
        return True
    if a.ranks != b.ranks or not (a.marks <= b.said_marks and b.marks <= a.said_marks):
        return True
    more, less = a.object - b.said, b.object - a.said
    if (more and less) or ((more or less) and not sure):
        return True
    more, less = (frozenset(w for w in x.subject - y.said if not w[0].isdigit()) for x, y in ((a, b), (b, a)))
    measured = a.unit == "%" or kind_after(f" {a.unit}", 0) in MEASURED  # what is measured stands left of the number
    if (more and less and (measured or not sure)) or ((more or less) and a.unit == "%" and not same):
        return True
    return any(x - y and y - x for x, y in zip(a.doers, b.doers, strict=True))


def _long(a: Mention) -> bool:
    return len(a.digits.replace(",", "")) >= SURE


def other_times(a: frozenset[str], b: frozenset[str], sure: bool) -> bool:
    """Whether two sets of times share no year, or name days or parts of a year that are not the other's; unless ``sure``, a year is no day."""
    if not a or not b:
        return False
    years = [frozenset(y for t in times for y in _YEAR.findall(t)) for times in (a, b)]
    if all(years) and not years[0] & years[1]:
        return True
    exact = [frozenset(t for t in times if not _YEAR.fullmatch(t)) for times in (a, b)]
    return bool((all(exact) if sure else any(exact)) and not exact[0] & exact[1])
