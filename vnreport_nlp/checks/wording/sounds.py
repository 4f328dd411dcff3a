"""T701 by sound: a syllable that never stands alone, and makes no word where it stands, where one that dialects say alike belongs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from .lexicon import CERTAIN, NUMBER, counts, following, is_word
from .near import FIRST, tone_of
from .tokens import Tokens, tokens_of
from .wordlist import dictionary, is_single, pairs

BOTH, LEAST = 1, 3
"""What is meant was seen so often beside either neighbour, and so often in all; beside one neighbour alone ``CERTAIN`` times."""
HELD = 2
"""The same where the corpus knows what is printed, and never by itself."""
REMEMBERED = 1 << 12
_HOOK, _TILDE = "\u0309", "\u0303"
"""The two tones that half of the country says alike."""


def by_sound(text: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, wrong, right) of likely slips, with the word behind; silent without the word list."""
    found = tokens_of(text)
    if not dictionary():
        return
    free = counts().free
    before = ""
    for i, s in enumerate(found.known):
        joined = bool(i) and found.gaps[i - 1] == " "
        known, before = before if joined else "", s.key
        if s.key in free or s.key == NUMBER or (known and s.key in following(known)) or not found.words[i].islower():
            continue
        meant = _meant(found, i, known)
        if meant:
            yield _shown(text, found, i, meant)


def _shown(text: str, found: Tokens, i: int, meant: str) -> tuple[int, int, str, str]:
    """The finding with the word behind the syllable, or else with the one before it."""
    after = i + 1 < len(found.words) and found.gaps[i] == " " and found.known[i + 1].key != NUMBER
    before = not after and bool(i) and found.gaps[i - 1] == " " and found.known[i - 1].key != NUMBER
    first, last = i - before, i + after
    start, end = found.starts[first], found.ends[last]
    return start, end, text[start:end], text[start : found.starts[i]] + meant + text[found.ends[i] : end]


def _meant(found: Tokens, i: int, before: str) -> str:
    """What must be meant by a syllable, as it is printed; empty where it may be right."""
    key = found.known[i].key
    after = found.known[i + 1].key if i + 1 < len(found.known) and found.gaps[i] == " " else ""
    if not (before or after) or following(key).get(after) or _in_word(found, i, before, after):
        return ""
    best, right, least = 0, "", 1 if _never(key) else HELD if key in counts().held else CERTAIN
    for v in alike(key):
        if v not in counts().free:
            continue
        left, more = following(before).get(v, 0) if before else 0, following(v).get(after, 0) if after else 0
        enough = (left >= BOTH and more >= BOTH and left + more >= LEAST) or max(left, more) >= CERTAIN
        if (enough or left + more >= least) and left + more > best:
            best, right = left + more, v
    return _printed(right) if right else ""


def _never(key: str) -> bool:
    """Whether neither the corpus nor the list has a folded syllable by itself."""
    return not following(key) and not is_single(key)


def _in_word(found: Tokens, i: int, before: str, after: str) -> bool:
    """Whether a syllable makes a word of the list with what stands beside it."""
    key, words = found.known[i].key, pairs()
    if f"{before} {key}" in words or f"{key} {after}" in words:
        return True
    first, last = max(0, i - 2), min(len(found.words), i + 3)
    return any(
        is_word(" ".join(found.words[a:b]))
        for a in range(first, i + 1)
        for b in range(i + 1, last + 1)
        if 2 <= b - a <= 4
    )


@lru_cache(maxsize=REMEMBERED)
def alike(key: str) -> tuple[str, ...]:
    """What dialects say as they say a folded syllable."""
    tone = tone_of(key)
    body = key.removesuffix(tone)
    out = [body + other for other in (_HOOK, _TILDE) if tone in (_HOOK, _TILDE) and other != tone]
    for p, q in FIRST:
        out += [y + key.removeprefix(x) for x, y in ((p, q), (q, p)) if key.startswith(x)]
    return tuple(out)


def _printed(key: str) -> str:
    """A folded syllable of one vowel sign as it is written; empty when the corpus has never printed it."""
    return counts().printed.get(key, "") or unicodedata.normalize("NFC", key)
