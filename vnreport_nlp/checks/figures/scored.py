"""F204 by score: two figures are of one thing when the sum of many small measures says so.

``data/twins.json`` holds what ``scripts/train_twins.py`` learned from the cases and drafts: a weight for each measure, the
threshold, and how often each syllable names a figure. With whole authors held out the score alone finds, at the
threshold kept, 57 of 89 planted defects of the later authors with 7 false findings (all of one author), and 2 false ones in the
drafts; of the first author and of the two files of pairs ``corpus/twins*.txt``, full of look-alikes written to deceive it, 170 of
309 with 43 false: they are the bulk of what is learned from, so weights without them know least.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from ...resources import data_text
from .apart import answered, comparable, contradict
from .compared import Weights, features, parallel, weights_of
from .digits import LONG
from .nouns import left_of_one
from .pairs import FAR, LISTING
from .stated import Stated

LEAST = 3.5
"""What the words beside both numbers must say at least; of 165 planted pairs one has less."""
LEAST_CLAUSE = 6.0
"""Or the words beside one and those of the whole part of the sentence of the other."""
WIDEST = 2.21
"""Values further apart are no pair (``TURNED``)."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """What was learned."""

    weights: Mapping[str, float]
    bias: float
    threshold: float
    words: Weights

    def far(self, a: Stated, b: Stated) -> bool:
        """Whether too little is shared, or two sentences are one but for the thing they tell of."""
        if any(s.unit == "%" and s.place != "table" and not s.rated - {"đồng"} for s in (a, b)):
            return True
        shared = a.near & b.near
        if (
            self.words.of(shared) < LEAST
            and self.words.of(shared | a.near & b.clause | b.near & a.clause) < LEAST_CLAUSE
        ):
            return True
        return parallel(a, b)

    def of(self, a: Stated, b: Stated, own: str) -> float:
        """How surely two figures that are not far apart are of one thing (log odds)."""
        measures = features(a, b, self.words, own)
        return self.bias + sum(w * measures[name] for name, w in self.weights.items())


@lru_cache(maxsize=1)
def scorer() -> Scorer:
    """The scorer that is kept with the package."""
    kept = json.loads(data_text("twins.json"))
    return Scorer(kept["weights"], kept["bias"], kept["threshold"], weights_of(kept["seen"], kept["figures"]))


def _near(group: list[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Pairs (earlier, later) whose values can be of one thing: near, or ranks, or one with a digit lost."""
    if len(group) > LISTING:
        return
    order = sorted((float(one.value), i) for i, one in enumerate(group))
    ranks = bool(group) and group[0].unit == "hạng"
    for n, (low, i) in enumerate(order):
        for high, j in islice(order, n + 1, n + 1 + FAR):
            if high > low * WIDEST and not ranks:
                break
            if high > low > 0:
                yield (group[i], group[j]) if i < j else (group[j], group[i])
    shorter: dict[str, list[int]] = {}
    for i, one in enumerate(group):
        shorter.setdefault(one.digits, []).append(i)
    for j, one in enumerate(group):
        for short in (
            {one.digits[:k] + one.digits[k + 1 :] for k in range(1, len(one.digits))} if len(one.digits) > LONG else ()
        ):
            for i in shorter.get(short, ()):
                yield (group[i], group[j]) if i < j else (group[j], group[i])


def candidates(
    found: list[Stated], own: str, *, far: Callable[[Stated, Stated], bool]
) -> Iterator[tuple[Stated, Stated]]:
    """Pairs (earlier, later) that nothing plain tells apart; those that are ``far`` from one another are left out first."""
    sentences: dict[int, list[Stated]] = {}
    for one in found:
        sentences.setdefault(one.at, []).append(one)
    groups: dict[str, list[Stated]] = {one.unit: [] for one in found}
    for one in sorted(found, key=lambda s: s.span.start):
        for unit in groups if not one.unit and one.place == "table" else (one.unit,):
            groups[unit].append(one)
    for unit, group in groups.items():
        for a, b in _near(group):
            apart = unit not in (a.unit, b.unit) or not comparable(a, b)
            if not apart and not far(a, b) and not contradict(a, b, own) and not answered(a, b, sentences):
                yield a, b


def scored(found: list[Stated], own: str) -> Iterator[tuple[Stated, Stated]]:
    """Pairs (earlier, later) of figures of one thing with two values, the surest first; ``own`` is the name of the unit."""
    known = scorer()
    told = [
        (known.threshold if left_of_one(a, b) else known.of(a, b, own), a, b)
        for a, b in candidates(found, own, far=known.far)
    ]
    sure = sorted((t for t in told if t[0] >= known.threshold), key=lambda t: -t[0])
    yield from ((a, b) for _, a, b in sure)
