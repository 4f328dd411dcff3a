"""T701 for what is no syllable: two words written as one (``kếtquả``), little words whose marks are lost or wrong (``đựơc``, ``cac``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache

from ...resources import data_text
from ...text import fold
from .letters import VOWELS
from .lexicon import CERTAIN, following, is_word, spoken, syllables
from .misspelt import misspelt
from .near import near, skeleton
from .tokens import Tokens, tokens_of
from .wordlist import dictionary

LEAST, LONGEST = 2, 14
"""Of two words written as one each has so many letters at the least, and both together so many."""
MANY = 20
"""So many words written as one are no slips of a hand: the text lost its blanks on the way here."""
_KINDS = ("tone", "mark", "both")
"""How a little word may be spelt wrongly, the likelier first."""


def strange(text: str) -> Iterator[tuple[int, int, str, str]]:
    """(start, end, wrong, right) of words that are no syllables; silent without the word list."""
    if not dictionary():
        return
    found = tokens_of(text)
    spelt = _spelt(found)
    for i, meant in spelt.items() if len(set(spelt.values())) <= MANY else ():
        yield found.starts[i], found.ends[i], found.words[i], meant
    unknown = [i for i, word in enumerate(found.words) if i not in spelt and _unknown(word)]
    joined = [(i, meant) for i in unknown if (meant := _parts(found.words[i]))]
    if len({found.words[i].lower() for i, _ in joined}) <= MANY:
        for i, meant in joined:
            yield found.starts[i], found.ends[i], found.words[i], meant
    for i in unknown:
        if meant := _little(found, i):
            yield found.starts[i], found.ends[i], found.words[i], meant


def _spelt(found: Tokens) -> dict[int, str]:
    """What is meant by words that are spelt as no syllable is, by their places: a name only where that was seen beside a neighbour."""
    meant = ((i, misspelt(word)) for i, word in enumerate(found.words) if not word.isascii())
    known = ((i, right) for i, right in meant if right and fold(right) in syllables())
    return {i: right for i, right in known if found.words[i].islower() or _fits(found, i, fold(right))}


@lru_cache(maxsize=1)
def _kept() -> tuple[frozenset[str], dict[str, str]]:
    """Foreign words that are rightly written as one, and the little words by what is left of them without marks and tones."""
    data = json.loads(data_text("confusions.json"))
    little: dict[str, str] = {}
    for word in data["little"]:
        shape = skeleton(fold(word))
        little[shape] = f"{little.get(shape, '')} {word}".lstrip()
    return frozenset(data["loans"]), little


@lru_cache(maxsize=1 << 13)
def _unknown(word: str) -> bool:
    """Whether a word in small letters, the first perhaps not, is no syllable and nothing that is rightly written as one."""
    if len(word) == 1 or not word[1:].islower():
        return False
    return fold(word) not in syllables() and word.lower() not in _kept()[0]


@lru_cache(maxsize=1 << 11)
def _parts(word: str) -> str:
    """The two words that one is made of, empty where it may be something else; with a capital it may be a name."""
    low = word.lower()
    if word.isascii() or len(word) > LONGEST:
        return ""
    halves = ((low[:i], low[i:]) for i in range(LEAST, len(low) + 1 - LEAST))
    splits = [
        (is_word(f"{a} {b}"), following(fold(a)).get(fold(b), 0), f"{a} {b}")
        for a, b in halves
        if _whole(a) and _whole(b)
    ]
    if not splits:
        return ""
    listed, often, meant = max(splits)
    if listed or often >= CERTAIN:
        return meant
    # a vowel behind the gap may belong to one syllable that is spelt wrongly (``thuân``)
    apart = fold(meant.partition(" ")[2])[0] not in VOWELS
    return meant if apart and len(splits) == 1 and word.islower() else ""


def _whole(half: str) -> bool:
    """Whether a half is a syllable that the corpus has: one with a vowel, for it has abbreviations too."""
    key = fold(half)
    return key in spoken() and not VOWELS.isdisjoint(key)


def _little(found: Tokens, i: int) -> str:
    """The one little word that is alike and was seen beside a neighbour; empty where there is none, or more than one."""
    printed = found.known[i].key
    if not found.words[i].islower():
        return ""
    alike = _kept()[1].get(skeleton(printed), "").split()
    for kind in _KINDS:
        same = [word for word in alike if near(printed, fold(word)) == kind]
        if same:
            return same[0] if len(same) == 1 and _fits(found, i, fold(same[0])) else ""
    return ""


def _fits(found: Tokens, i: int, meant: str) -> bool:
    """Whether a folded syllable was seen beside one of the neighbours of a place."""
    before = i > 0 and found.gaps[i - 1] == " " and following(found.known[i - 1].key).get(meant, 0) > 0
    after = found.gaps[i] == " " and following(meant).get(found.known[i + 1].key, 0) > 0
    return before or after
