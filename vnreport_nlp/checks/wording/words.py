"""Which syllables stand together, as counted in the corpus."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from ...resources import data_text
from ...text import fold, fold_all


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the corpus says of words: two syllables seen together, syllables that stand alone, those bound to one partner, words
    left and right of right forms, words before and after the syllables that do not stand alone; ``more`` are syllables that
    stand alone though the corpus hardly has them."""

    words: frozenset[str]
    free: frozenset[str]
    bound: frozenset[str]
    left: dict[str, frozenset[str]]
    right: dict[str, frozenset[str]]
    before: dict[str, frozenset[str]]
    after: dict[str, frozenset[str]]
    more: frozenset[str]


@lru_cache(maxsize=1)
def neighbours() -> Neighbours:
    """The shipped counts."""
    data = json.loads(data_text("contexts.json"))
    sides = [{fold(k): folded(both[i]) for k, both in data["contexts"].items()} for i in (0, 1)]
    partners = [{fold(k): folded(both[i]) for k, both in data["partners"].items()} for i in (0, 1)]
    more = json.loads(data_text("confusions.json"))["free"]
    return Neighbours(
        frozenset(fold_all(data["words"])),
        folded(data["free"]) | folded(" ".join(more)),
        frozenset(fold_all(data["bound"])),
        sides[0],
        sides[1],
        partners[0],
        partners[1],
        folded(" ".join(more)),
    )


def folded(words: str) -> frozenset[str]:
    """Words as they are compared; each is kept once, however many sets have it."""
    return frozenset(map(intern, fold(words).split()))
