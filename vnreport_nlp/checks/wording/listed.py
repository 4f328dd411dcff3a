"""T701 by the word list: two syllables that are no word and were never seen together, where one small change makes a word of the list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...text import fold
from .lexicon import LOOSE, NUMBER, bond, counts, following, share, stands_alone, syllables
from .near import FIRST, LAST, TONES, tone_of
from .tokens import Tokens, tokens_of
from .wordlist import dictionary, pairs, printed

ONCE, USUAL = 1, 3
"""A word is meant if it was seen so often beside a partner that holds no other word, or beside a syllable that never stands alone;
chosen on the cases and on the drafts, each against the counts of the others."""
_ALIKE = FIRST[:2]
"""Beginnings that most of the country says alike."""
REMEMBERED = 1 << 14
"""Pairs of syllables whose words are kept, some 3 MB; a draft of 60,000 characters has a thousand that are no word."""
HALF = 0.5
"""A syllable that never stands alone has so often the same partner that it belongs to that one."""
STRAY = 1
"""Seen together no more often than this, two syllables are no reason to keep either where it is."""


class _Place(NamedTuple):
    """The syllable thought wrong and its partner, what stands beyond each, and whether the partner is to the right."""

    wrong: str
    partner: str
    across: str
    beyond: str
    right: bool

    def pair(self, syllable: str) -> str:
        """A syllable with the partner, in their order."""
        return f"{syllable} {self.partner}" if self.right else f"{self.partner} {syllable}"


def of_list(text: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, wrong, right) of likely slips; silent without the word list."""
    found = tokens_of(text)
    if not dictionary() or len(found.words) < 2:
        return
    keys = [s.key for s in found.known]
    for i in [
        i
        for i, (gap, s, b) in enumerate(zip(found.gaps, found.known, keys[1:], strict=False))
        if gap == " " and b not in s.follow
    ]:
        both = _either(keys[i], keys[i + 1])
        if both is _NEITHER or not (found.words[i].islower() and found.words[i + 1].islower()):
            continue
        for meant, right in zip(both, (True, False), strict=True):
            if meant and (best := _meant(_place(found, keys, i, right), meant)):
                start, end = found.starts[i], found.ends[i + 1]
                yield start, end, text[start:end], printed(best)
                break


_NEITHER: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@lru_cache(maxsize=REMEMBERED)
def _either(first: str, second: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the first of two syllables may have been to make a word of the list, and what the second; nothing where they are one.

    Most pairs have nothing, so this is asked before anything else about them.
    """
    words = pairs()
    if NUMBER in (first, second) or f"{first} {second}" in words:
        return _NEITHER
    left = tuple(v for v in _variants(first) if f"{v} {second}" in words)
    rests = words.rests.get(first, "")
    right = tuple(v for v in _variants(second) if f"\n{v}\n" in rests)
    return (left, right) if left or right else _NEITHER


def _place(found: Tokens, keys: list[str], i: int, right: bool) -> _Place:
    """The pair at ``i`` with its neighbours; empty where another sign than a space stands between."""
    before = _key(found, i - 1) if i and found.gaps[i - 1] == " " else ""
    after = _key(found, i + 2) if i + 2 < len(keys) and found.gaps[i + 1] == " " else ""
    return (
        _Place(keys[i], keys[i + 1], before, after, right)
        if right
        else _Place(keys[i + 1], keys[i], after, before, right)
    )


def _key(found: Tokens, i: int) -> str:
    """A neighbour folded, a figure as it is written."""
    return fold(found.words[i]) if found.known[i].key == NUMBER else found.known[i].key


def _meant(place: _Place, meant: tuple[str, ...]) -> str:
    """The word that must be meant, empty when nothing speaks for one; ``meant`` is what the syllable may have been."""
    usual, best = max((_seen(place.partner, v, not place.right), v) for v in meant)
    if place.wrong not in syllables():
        return place.pair(best)
    if _elsewhere(place, best) or _together(place.wrong, place.across, not place.right):
        return ""
    seen = counts()
    if place.wrong not in seen.free and len(meant) == 1 and _sounds_alike(place.wrong, best):
        return place.pair(best)
    held, alone = place.partner in seen.held, place.partner not in seen.free or place.wrong not in seen.free
    if not held and stands_alone(place.wrong) and bond(*place.pair(best).split()) < LOOSE:
        return ""
    return place.pair(best) if (held and usual >= ONCE) or (alone and usual >= USUAL) else ""


def _sounds_alike(a: str, b: str) -> bool:
    """Whether two syllables differ in nothing but ``x`` and ``s``, or ``ch`` and ``tr``."""
    return any(
        a.removeprefix(x) == b.removeprefix(y)
        for x, y in (*_ALIKE, *((y, x) for x, y in _ALIKE))
        if a.startswith(x) and b.startswith(y)
    )


def _seen(a: str, b: str, forward: bool) -> int:
    """How often two syllables were seen together."""
    return following(a).get(b, 0) if forward else following(b).get(a, 0)


def _elsewhere(place: _Place, meant: str) -> bool:
    """Whether the partner belongs to what stands beyond it, other than before or behind the word that is meant."""
    if not place.beyond:
        return False
    a, b = (place.partner, place.beyond) if place.right else (place.beyond, place.partner)
    if f"{a} {b}" in pairs():
        return True
    if place.partner not in counts().free and share(place.partner, meant, right=not place.right) >= HALF:
        return False  # whatever stands before ``khiếu``, it is half of one word
    whole = following(f"{meant} {a}").get(b, 0) if place.right else following(f"{a} {b}").get(meant, 0)
    return _seen(a, b, True) - whole > STRAY


def _together(a: str, b: str, forward: bool) -> bool:
    """Whether a syllable belongs to the neighbour on its other side."""
    return bool(b) and ((f"{a} {b}" if forward else f"{b} {a}") in pairs() or _seen(a, b, forward) > STRAY)


@lru_cache(maxsize=1 << 12)
def _variants(syllable: str) -> tuple[str, ...]:
    """What a wrong tone, or a beginning or ending that dialects do not tell apart, may have been."""
    tone = tone_of(syllable)
    body = syllable.removesuffix(tone)
    out = [body + other for other in ("", *TONES) if other != tone]
    for p, q in FIRST:
        out += [y + body.removeprefix(x) + tone for x, y in ((p, q), (q, p)) if body.startswith(x)]
    for p, q in LAST:
        out += [body.removesuffix(x) + y + tone for x, y in ((p, q), (q, p)) if body.endswith(x)]
    return tuple(out)
