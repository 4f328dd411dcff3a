"""F204 by score: two figures are of one thing when the sum of many small measures says so.

``data/twins.json`` holds what ``scripts/train_twins.py`` learned from the cases and drafts: a weight for each measure, the
threshold, and how often each syllable names a figure. With whole authors held out the score alone finds, at the
threshold kept, 57 of 89 planted defects of the later authors with 7 false findings (all of one author), and 2 false ones in the
drafts; of the first author and of the two files of pairs ``corpus/twins*.txt``, full of look-alikes written to deceive it, 170 of
309 with 43 false: they are the bulk of what is learned from, so weights without them know least.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from ....resources import data_text
from ..reading.digits import LONG
from ..reading.nouns import left_of_one
from ..reading.pairs import FAR, LISTING
from ..reading.stated import Stated, syllables
from .apart import answered, comparable, contradict
from .compared import STAGES, Weights, weights_of
from .exchanged import parallel
from .owned import of_others
from .twins import SURE_DIGITS, transposed

LEAST = 3.5
"""What the words beside both numbers must say at least; of 165 planted pairs one has less."""
LEAST_CLAUSE = 6.0
"""Or the words beside one and those of the whole part of the sentence of the other."""
FEW, MANY = 1, 99
"""Figures that share a name by chance, and what stands for too many to count."""
EXCHANGED, MISTYPED = "exchanged", "mistyped"
WIDEST = 2.21
"""Values further apart are no pair (``TURNED``)."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """What was learned; ``retold``, ``alone`` and ``mistyped`` are the thresholds for pairs that ``slipped``.

    ``rooms`` has for each stage of measures the most that those after it may add.
    """

    weights: Mapping[str, float]
    bias: float
    threshold: float
    retold: float
    alone: float
    mistyped: float
    words: Weights
    rooms: tuple[float, ...]

    def share(self, a: Stated, b: Stated) -> bool:
        """Whether the words of two figures have enough in common to be asked about."""
        if any(s.unit == "%" and s.place != "table" and not s.rated - {"đồng"} for s in (a, b)):
            return False
        shared = a.near & b.near
        return (
            self.words.of(shared) >= LEAST
            or self.words.of(shared | a.near & b.clause | b.near & a.clause) >= LEAST_CLAUSE
        )

    def sure(self, a: Stated, b: Stated, own: str, least: float) -> float:
        """How surely two figures are of one thing (log odds), minus infinity where that cannot reach ``least``."""
        measures: dict[str, float] = {}
        told = 0.0
        for stage, room in zip(STAGES, self.rooms, strict=True):
            stage(a, b, self.words, own, measures)
            told = self.told(measures)
            if told + room < least:
                return -math.inf
        return told

    def least(self, a: Stated, b: Stated, slip: str, found: Iterable[Stated]) -> float:
        """The threshold for a pair that ``slipped``: lower the less chance there is that it met by chance.

        ``scripts/evaluate_retold.py`` over 91 drafts of many authors: of exchanged pairs that share their name with ``FEW``
        others 19 of the 20 that reach ``alone`` were planted, of the rest of three digits or more 27 of the 28 that reach
        ``retold``; of mistyped ones both that reach ``mistyped`` with ``FEW`` others, and the three that reach ``retold``.
        """
        if slip and peers(a, b, found) <= FEW:
            return self.alone if slip == EXCHANGED else self.mistyped
        return self.retold if slip and len(a.digits) >= LONG else self.threshold

    def told(self, measures: Mapping[str, float]) -> float:
        """What some measures say together, and the summand."""
        weights = self.weights
        return self.bias + sum(weights[name] * value for name, value in measures.items() if value and name in weights)


@lru_cache(maxsize=1)
def scorer() -> Scorer:
    """The scorer that is kept with the package."""
    kept = json.loads(data_text("twins.json"))
    words = weights_of(kept["seen"], kept["figures"])
    return Scorer(
        kept["weights"], kept["bias"], kept["threshold"], kept["retold"], kept["alone"], kept["mistyped"], words, tuple(kept["rooms"])
    )  # fmt: skip


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


def near_pairs(found: list[Stated], known: Scorer) -> Iterator[tuple[Stated, Stated]]:
    """Pairs (earlier, later) that could be of one thing: comparable, near, and with words in common."""
    groups: dict[str, list[Stated]] = {one.unit: [] for one in found}
    for one in sorted(found, key=lambda s: s.span.start):
        for unit in groups if not one.unit and one.place == "table" else (one.unit,):
            groups[unit].append(one)
    for unit, group in groups.items():
        for a, b in _near(group):
            if unit in (a.unit, b.unit) and comparable(a, b) and (known.share(a, b) or _long_exchanged(a, b)):
                yield a, b


def _long_exchanged(a: Stated, b: Stated) -> bool:
    """Whether two figures are so long, and one but for two digits, that hardly any words need agree."""
    return len(a.digits) >= SURE_DIGITS and transposed(a.digits.replace(",", ""), b.digits.replace(",", ""))


def by_sentence(found: list[Stated]) -> dict[int, list[Stated]]:
    """Figures by the sentence or row that they stand in."""
    sentences: dict[int, list[Stated]] = {}
    for one in found:
        sentences.setdefault(one.at, []).append(one)
    return sentences


def apart(a: Stated, b: Stated, own: str, sentences: Mapping[int, list[Stated]], *, timed: bool = True) -> bool:
    """Whether something plain tells two figures apart, however alike they are."""
    plain = parallel(a, b) or bool(contradict(a, b, own, timed=timed)) or answered(a, b, sentences)
    return plain or of_others(a, b, sentences)


def slipped(a: Stated, b: Stated, section: Callable[[int], int]) -> str:
    """Whether two figures under two headings are one but for two neighbouring digits that changed places, or for a digit of three or more.

    What one section tells and another sums up is of one thing far more often than such digits meet by chance.
    """
    x, y = (s.digits.replace(",", "") for s in (a, b))
    if len(x) != len(y) or section(a.span.start) == section(b.span.start):
        return ""
    if transposed(x, y):
        return EXCHANGED
    return MISTYPED if len(x) >= LONG and sum(p != q for p, q in zip(x, y, strict=True)) == 1 else ""


def peers(a: Stated, b: Stated, found: Iterable[Stated]) -> int:
    """How many figures of other values are named with all the words that name both; as good as many where nothing does."""
    shared = a.near & b.near
    return sum(shared <= c.near and c.text not in (a.text, b.text) for c in found) if shared else MANY


def _only_counted(a: Stated, b: Stated) -> bool:
    """Whether two figures share no word but what they count (``chuyển đi 162 đồng chí``, ``tặng Huy hiệu cho 164 đồng chí``)."""
    return a.near & b.near <= set(syllables(f"{a.noun} {b.noun}"))


def scored(found: list[Stated], own: str, section: Callable[[int], int]) -> Iterator[tuple[Stated, Stated]]:
    """Pairs (earlier, later) of figures of one thing with two values, the surest first.

    ``own`` is the name of the unit, ``section`` tells which heading a place stands under. One pair in a hundred scores
    enough, so what tells figures apart is asked of those alone.
    """
    known, sentences = scorer(), by_sentence(found)
    told = []
    for a, b in near_pairs(found, known):
        again = slipped(a, b, section)
        if again == MISTYPED and _only_counted(a, b):
            continue
        least = known.least(a, b, again, found)
        lead = 0.0 if left_of_one(a, b) else known.sure(a, b, own, least) - least
        if lead >= 0:
            told.append((lead, again, a, b))
    for _, again, a, b in sorted(told, key=lambda t: -t[0]):
        if not apart(a, b, own, sentences, timed=not again):
            yield a, b
