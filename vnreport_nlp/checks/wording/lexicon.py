"""What is known of syllables that stand together: counts of the corpus, and whether the word list has them as a word."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from ...resources import data_text
from ...text import fold
from .near import skeleton
from .wordlist import dictionary
from .words import folded, neighbours

CERTAIN = 8
"""A word whose other half never stands alone, or that stands beside a figure, is this usual (scripts/evaluate_slips.py)."""
NUMBER = "#"
"""Every figure, as a neighbour of words."""
_NONE: dict[str, int] = {}
_MOVED = {
    f"{a}{v}" if first else f"{u}{b}": f"{u}{b}" if first else f"{a}{v}"
    for u, v, marked_u, marked_v in (
        ("o", "a", "òóỏõọ", "àáảãạ"),
        ("o", "e", "òóỏõọ", "èéẻẽẹ"),
        ("u", "y", "ùúủũụ", "ỳýỷỹỵ"),
    )
    for a, b in zip(marked_u, marked_v, strict=True)
    for first in (True, False)
}
_PLACED = re.compile("|".join(_MOVED))


@lru_cache(maxsize=1 << 13)
def is_word(printed: str) -> bool:
    """Whether the list has these syllables as a word, with the tone marks in the old or the new place."""
    listed, low = dictionary(), printed.lower()
    if low in listed:
        return True
    other = _PLACED.sub(lambda m: _MOVED[m[0]], low)
    return other != low and (other in listed or any(mixed in listed for mixed in _mixed(low, other)))


def _mixed(low: str, other: str) -> list[str]:
    """Both spellings of the syllables mixed."""
    a, b = low.split(), other.split()
    return [" ".join((*a[:i], b[i], *a[i + 1 :])) for i in range(len(a)) if a[i] != b[i]]


@dataclass(frozen=True, slots=True)
class Counts:
    """What follows a syllable, or two, in the corpus and how often, and the usual words by what a slip leaves of them; ``takes`` has
    what follows a syllable that stands alone there, ``stands`` what is before it, ``spoken`` the forms of the dialects."""

    follow: dict[str, dict[str, int]]
    after: dict[tuple[str, str], tuple[str, ...]]
    before: dict[tuple[str, str], tuple[str, ...]]
    words: frozenset[str]
    printed: dict[str, str]
    free: frozenset[str]
    held: frozenset[str]
    grammar: frozenset[str]
    takes: dict[str, frozenset[str]]
    stands: dict[str, frozenset[str]]
    spoken: frozenset[str]


@lru_cache(maxsize=1)
def counts() -> Counts:
    """The shipped counts."""
    data = json.loads(data_text("syllables.json"))
    more = json.loads(data_text("confusions.json"))
    takes, stands = ({fold(k): folded(" ".join(v)) for k, v in more[key].items()} for key in ("takes", "after"))
    after: dict[tuple[str, str], list[str]] = {}
    before: dict[tuple[str, str], list[str]] = {}
    words = [fold(w) for w in data["words"]]
    for pair in (*words, *map(fold, data["phrases"])):
        first, second = pair.split()
        after.setdefault((first, skeleton(second)), []).append(second)
        before.setdefault((second, skeleton(first)), []).append(first)
    return Counts(
        data["after"], {k: tuple(v) for k, v in after.items()}, {k: tuple(v) for k, v in before.items()}, frozenset(words),
        {fold(s): s for w in (*data["words"], *data["phrases"]) for s in w.split()},
        folded(data["free"]) | neighbours().more, folded(data["held"]), folded(" ".join(more["grammar"])),
        takes, stands, folded(" ".join(more["spoken"])),
    )  # fmt: skip


def following(start: str) -> dict[str, int]:
    """How often each syllable follows a folded syllable, or two."""
    return counts().follow.get(start, _NONE)
