"""What is known of syllables that stand together: counts of the corpus, and whether the word list has them as a word."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from ...expressions import lazy
from ...resources import data_text
from ...text import fold, fold_all
from .near import skeleton
from .wordlist import dictionary, is_single, lists, pairs
from .words import folded, neighbours

CERTAIN = 8
"""A word whose other half never stands alone, or that stands beside a figure, is this usual (scripts/evaluate_slips.py)."""
LOOSE = 0.1
"""Two syllables that have less of each other's neighbours are two words rather than one (chosen on sentences written for it)."""
FIRM = 0.2
"""Two syllables of which one has the other so often beside it are a firm word."""
MINE = 0.22
"""A syllable has another so often among its neighbours that it is hardly met by a stranger in its place."""
HALVES = 0.4
"""A syllable that on one side makes longer words so often is more a half of words than a word."""
NUMBER = "#"
"""Every figure, as a neighbour of words."""
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
_PLACED = lazy("|".join(_MOVED))


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
    what follows a syllable that stands alone there, ``stands`` what is before it, ``spoken`` the forms of the dialects. ``follow`` and
    ``precede`` have, as the file, strings (``nông 3 nghiệp 5``) that ``following`` reads: a draft needs a tenth of them."""

    follow: dict[str, str]
    precede: dict[str, str]
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
    words = fold_all(data["words"])
    for pair in (*words, *fold_all(data["phrases"])):
        first, second = pair.split()
        after.setdefault((first, skeleton(second)), []).append(second)
        before.setdefault((second, skeleton(first)), []).append(first)
    return Counts(
        data["after"], data["before"], {k: tuple(v) for k, v in after.items()}, {k: tuple(v) for k, v in before.items()}, frozenset(words),
        {fold(s): s for s in " ".join((*data["words"], *data["phrases"])).split()},
        folded(data["free"]) | neighbours().more, folded(data["held"]) - folded(" ".join(more["loose"])),
        folded(" ".join(more["grammar"])),
        takes, stands, folded(" ".join(more["spoken"])),
    )  # fmt: skip


@lru_cache(maxsize=1 << 11)
def following(start: str) -> dict[str, int]:
    """How often each syllable follows a folded syllable, or two."""
    return _read(counts().follow.get(start, ""))


@lru_cache(maxsize=1 << 9)
def _left_of(syllable: str) -> dict[str, int]:
    return _read(counts().precede.get(syllable, ""))


def _read(told: str) -> dict[str, int]:
    """Syllables and how often, of the string that is kept for them."""
    parts = told.split()
    return dict(zip(map(intern, parts[::2]), map(int, parts[1::2]), strict=True))


@lru_cache(maxsize=1)
def spoken() -> frozenset[str]:
    """Every folded syllable of the corpus."""
    return frozenset(s for s in counts().follow if " " not in s).union(counts().precede)


@lru_cache(maxsize=1)
def syllables() -> frozenset[str]:
    """Every folded syllable of the word list and of the corpus."""
    return lists().syllables | spoken()


def _beside(syllable: str, right: bool) -> dict[str, int]:
    """How often each syllable stands to the ``right`` of a folded syllable, or to its left."""
    return following(syllable) if right else _left_of(syllable)


@lru_cache(maxsize=1 << 12)
def share(syllable: str, other: str, *, right: bool) -> float:
    """How much of what stands to the ``right`` (or left) of a folded syllable is the other one, from 0 to 1."""
    beside = _beside(syllable, right)
    return beside.get(other, 0) / max(1, sum(beside.values()))


def bond(first: str, second: str) -> float:
    """How firmly two folded syllables make one word: the greater share that either has of the other's neighbours."""
    return max(share(first, second, right=True), share(second, first, right=False))


@lru_cache(maxsize=1 << 12)
def is_half(syllable: str, *, right: bool) -> bool:
    """Whether a folded syllable is mostly a half of longer words with what stands to its ``right``, or to its left."""
    beside = _beside(syllable, right)
    words = pairs()
    halves = [n for other, n in beside.items() if (f"{syllable} {other}" if right else f"{other} {syllable}") in words]
    return sum(halves) >= HALVES * max(1, sum(beside.values()))


def stands_alone(syllable: str) -> bool:
    """Whether the list has a folded syllable as a word by itself, and the corpus seldom as a half of longer ones."""
    return is_single(syllable) and not is_half(syllable, right=False) and not is_half(syllable, right=True)


def only_one(beyond: str, partner: str, meant: str, least: int) -> bool:
    """Whether nothing but this syllable goes on after two others (``nông thôn mới``), seen ``least`` times."""
    after = following(f"{beyond} {partner}")
    return len(after) == 1 and after.get(meant, 0) >= least


def two_words(printed: str, partner: str, meant: str, *, right: bool, strange: bool) -> bool:
    """Whether what is printed may be two words that happen to meet (``đếm ngày``): both stand alone, and ``meant`` has a loose hold
    on the partner (``right``: to its right), or a looser one while the word across is ``strange`` to it."""
    if partner in counts().held or not stands_alone(printed):
        return False
    if bond(*((meant, partner) if right else (partner, meant))) < LOOSE:
        return True
    return strange and {partner, printed} <= counts().free and share(partner, meant, right=not right) < MINE


def both_alone(printed: list[str], meant: list[str]) -> bool:
    """Whether both syllables stand alone, in the corpus or as words of the list where the right form is no firm word."""
    rare = [i for i in (0, 1) if printed[i] not in neighbours().free]
    return not rare or (
        all(is_single(printed[i]) and not is_half(printed[i], right=not i) for i in rare) and bond(*meant) < FIRM
    )
