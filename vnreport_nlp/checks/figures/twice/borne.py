"""Figures that their own sentence bears out: with others beside them they give its percentage, or one makes another's sum.

Two figures that are both borne out are of two things, however alike they are told: a slip would not compute on either side.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..rates.exceeding import DECIMAL_RATIO
from ..rates.linking import loose, precise
from ..reading.nearby import Fig, figures
from ..reading.parts import OPENING, runs_made
from ..reading.text import off, value_of

PRECISE = 3
"""Digits of a percentage that two figures hardly give by chance."""
LARGE = 100
"""Figures from here on hardly make a third one by chance."""
CROWD = 40
"""A sentence with more figures is a table that lost its cells."""
BESIDE = 30
"""Characters from a part to the share that tells of it."""
NEAR = 60
"""Characters from a ratio to its percentage."""


@lru_cache(maxsize=64)
def borne_out(text: str) -> frozenset[int]:
    """Where the figures of a paragraph begin that others of their sentence bear out."""
    out: set[int] = set()
    told = figures(text)
    ratios = list(DECIMAL_RATIO.finditer(text)) if "/" in text and "%" in text else []
    sides = [(m.start(), value_of(m[2])) for m in ratios]
    for sentence in {f.sentence for f in told}:
        own = [f for f in told if f.sentence == sentence]
        counts, rates = [f for f in own if not f.percent and f.value > 0], [f for f in own if f.percent]
        before = [f for f in told if not f.percent and f.value > 0 and f.sentence < sentence]
        for one in counts:
            others = [f for f in counts if f is not one]
            beside = [f for f in rates if 0 <= f.start - one.end <= BESIDE]
            known = [whole for at, whole in sides if at < one.start]
            if (
                _shared(one, others, rates)
                or _summed(one, others)
                or _shared(one, before, beside)
                or any(not off(rate.text, 100 * value_of(one.text) / w) for rate in beside for w in known if w)
            ):
                out.add(one.start)
        out |= _listed(counts)
    for m in ratios:
        after = [f for f in told if f.percent and 0 <= f.start - m.end() <= NEAR]
        whole = value_of(m[2])
        if after and whole and not off(after[0].text, 100 * value_of(m[1]) / whole):
            out |= {m.start(1), m.start(2)}
    return frozenset(out)


def _listed(counts: Sequence[Fig]) -> set[int]:
    """Where the items of runs of figures begin that make one beside the run, and that one."""
    values = [value_of(f.text) for f in counts] if len(counts) <= CROWD else []
    runs = runs_made(values, opening=OPENING)
    return {f.start for first, behind, whole in runs for f in (*counts[first:behind], counts[whole])}


def _shared(one: Fig, others: Sequence[Fig], rates: Sequence[Fig]) -> bool:
    """Whether a figure is a share of another, or a change of it, that a percentage of the sentence tells."""
    for rate in rates:
        if precise(rate.text) < PRECISE:
            continue
        for other in others:
            pairs = ((one.value, other.value), (other.value, one.value))
            bases = [(a, w) for a, b in pairs for w in (b, b - a, b + a) if w > 0]
            if any(abs(100 * a / w - rate.value) < loose(rate.text) for a, w in bases):
                return True
    return False


def _summed(one: Fig, others: Sequence[Fig]) -> bool:
    """Whether a figure and another make a third, or two others make it, all of them large."""
    large = {f.value for f in others if f.value >= LARGE}
    if one.value < LARGE or len(large) < 2:
        return False
    return any(one.value + x in large or (x != one.value - x and one.value - x in large) for x in large)
