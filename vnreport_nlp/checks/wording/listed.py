"""T701 by the word list: two syllables that are no word and were never seen together, where one small change makes a word of the list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...text import fold
from .lexicon import counts, following, is_word
from .near import FIRST, LAST, TONES, tone_of
from .tokens import Tokens, tokens_of
from .wordlist import dictionary, pairs, printed

ONCE, USUAL = 1, 3
"""A word is meant if it was seen so often beside a partner that holds no other word, or beside a syllable that never stands alone;
chosen on the cases and on the drafts, each against the counts of the others."""
_ALIKE = FIRST[:2]
"""Beginnings that most of the country says alike."""
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


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    """Every folded syllable of the list and of the corpus."""
    listed = {part for word in dictionary() for part in word.lower().split()}
    return (
        frozenset(map(fold, listed)) | counts().follow.keys() | {b for after in counts().follow.values() for b in after}
    )


def of_list(text: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, wrong, right) of likely slips; silent without the word list."""
    found = tokens_of(text)
    if not dictionary() or len(found.words) < 2:
        return
    follow, none, folded = counts().follow, dict[str, int](), {w: fold(w) for w in set(found.words)}
    for i, gap in enumerate(found.gaps[: len(found.words) - 1]):
        a, b = found.words[i : i + 2]
        if gap != " " or folded[b] in follow.get(folded[a], none) or not (a.islower() and b.islower()):
            continue
        if f"{folded[a]} {folded[b]}" in pairs() or is_word(f"{a} {b}"):
            continue
        for right in (True, False):
            if meant := _meant(_place(found, folded, i, right)):
                start, end = found.starts[i], found.ends[i + 1]
                yield start, end, text[start:end], meant
                break


def _place(found: Tokens, folded: dict[str, str], i: int, right: bool) -> _Place:
    """The pair at ``i`` with its neighbours; empty where another sign than a space stands between."""
    a, b = folded[found.words[i]], folded[found.words[i + 1]]
    before = folded[found.words[i - 1]] if i and found.gaps[i - 1] == " " else ""
    after = folded[found.words[i + 2]] if i + 2 < len(found.words) and found.gaps[i + 1] == " " else ""
    return _Place(a, b, before, after, right) if right else _Place(b, a, after, before, right)


def _meant(place: _Place) -> str:
    """The word that must be meant, empty when nothing speaks for one."""
    if place.wrong not in _syllables():
        return _unheard(place)
    if _together(place.partner, place.beyond, place.right) or _together(place.wrong, place.across, not place.right):
        return ""
    seen, words = counts(), pairs()
    meant = [v for v in _variants(place.wrong) if place.pair(v) in words]
    if not meant:
        return ""
    usual, best = max((_seen(place.partner, v, not place.right), v) for v in meant)
    if place.wrong not in seen.free and len(meant) == 1 and _sounds_alike(place.wrong, best):
        return printed(place.pair(best))
    held, alone = place.partner in seen.held, place.partner not in seen.free or place.wrong not in seen.free
    return printed(place.pair(best)) if (held and usual >= ONCE) or (alone and usual >= USUAL) else ""


def _sounds_alike(a: str, b: str) -> bool:
    """Whether two syllables differ in nothing but ``x`` and ``s``, or ``ch`` and ``tr``."""
    return any(
        a.removeprefix(x) == b.removeprefix(y)
        for x, y in (*_ALIKE, *((y, x) for x, y in _ALIKE))
        if a.startswith(x) and b.startswith(y)
    )


def _unheard(place: _Place) -> str:
    """The word of the list that is meant by a syllable no word has."""
    words = pairs()
    meant = [(_seen(place.partner, v, not place.right), place.pair(v)) for v in _variants(place.wrong)]
    best = max(((usual, pair) for usual, pair in meant if pair in words), default=(0, ""))[1]
    return printed(best) if best else ""


def _seen(a: str, b: str, forward: bool) -> int:
    """How often two syllables were seen together."""
    return following(a).get(b, 0) if forward else following(b).get(a, 0)


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
