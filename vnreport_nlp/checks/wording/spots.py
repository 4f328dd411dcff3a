"""What stands around a syllable that may be a slip, and whether its neighbours hold it where it is."""

from __future__ import annotations

from typing import NamedTuple

from ...text import fold
from .lexicon import counts, following, is_word

LEAST = 5
"""A rarer word is not imitated by chance; 3 brought five false findings in 34 drafts, 8 lost one slip in ten."""
USUAL = 40
"""A word so usual is meant even where its neighbours say nothing."""
SURE = 0.9
"""Two neighbours after which the same syllable comes this often foretell it; seen at least ``FORETOLD`` times."""
FORETOLD = 3


class Spot(NamedTuple):
    """A syllable with two neighbours on either side; a missing one is empty. ``words`` are printed, ``keys`` folded."""

    words: tuple[str, str, str, str, str]
    keys: tuple[str, str, str, str, str]

    def turned(self, right: bool) -> tuple[str, str, str, str]:
        """The partner, the partner's other neighbour, the syllable, the neighbour across: for a word to the left or right."""
        a, b, s, c, d = self.keys
        return (c, d, s, b) if right else (b, a, s, c)


def seen_together(a: str, b: str, right: bool) -> int:
    """How often the partner and a syllable stand together, in the order of the place."""
    if not a or not b:
        return 0
    return following(b).get(a, 0) if right else following(a).get(b, 0)


def is_held(spot: Spot, right: bool, usual: int) -> bool:
    """Whether the partner makes a word, or a pair more than twice as usual, with what stands beyond it (``năm trước | hạng 31``)."""
    partner, beyond, _, _ = spot.turned(right)
    paired = bool(beyond) and seen_together(partner, beyond, not right) > max(2 * usual, LEAST)
    return paired or (bool(beyond) and is_word(" ".join(spot.words[3:5] if right else spot.words[0:2])))


def is_foretold(partner: str, beyond: str, meant: str, right: bool, sure: float = SURE) -> bool:
    """Whether the partner, with what stands beyond it, nearly always has this syllable beside it."""
    if not beyond:
        return False
    if right:
        often, of = following(f"{meant} {partner}").get(beyond, 0), following(partner).get(beyond, 0)
    else:
        often, of = following(f"{beyond} {partner}").get(meant, 0), following(beyond).get(partner, 0)
    return often >= FORETOLD and often >= sure * of


def stands_right(spot: Spot) -> bool:
    """Whether the printed syllable makes a word, or a standing phrase, with what stands around it."""
    a, b, s, c, d = spot.words
    if spot.keys[3] in counts().takes.get(spot.keys[2], ()):
        return True
    left = () if _claimed(a, b, s, False) else ((b, s), (a, b, s))
    right = () if _claimed(d, c, s, True) else ((s, c), (s, c, d))
    runs: tuple[tuple[str, ...], ...] = (*left, *right, (b, s, c))
    return any(all(run) and is_word(" ".join(run)) for run in runs)


def _claimed(beyond: str, beside: str, syllable: str, right: bool) -> bool:
    """Whether a neighbour makes a usual word with its other neighbour, and was never seen with the syllable."""
    if not beyond or seen_together(fold(beside), fold(syllable), right):
        return False
    return seen_together(fold(beside), fold(beyond), not right) >= USUAL and is_word(
        f"{beside} {beyond}" if right else f"{beyond} {beside}"
    )
