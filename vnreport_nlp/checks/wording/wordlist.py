"""The word list that underthesea ships, kept small: by the first syllable of a word, what follows it, in one string."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from ...cached import kept
from ...text import fold


@dataclass(frozen=True, slots=True)
class WordList:
    """A set of words: ``rests`` has by the first syllable what follows it in its words, each on a line of its own.

    Seventy thousand strings with a set over them take twelve megabytes, these few thousand take three.
    """

    rests: dict[str, str]

    def __contains__(self, word: str) -> bool:
        """Whether the list has exactly this word, its syllables one space apart."""
        first, _, rest = word.partition(" ")
        found = self.rests.get(first)
        return found is not None and f"\n{rest}\n" in found

    def __iter__(self) -> Iterator[str]:
        """The words of a first syllable together, in the order of the list."""
        for first, rests in self.rests.items():
            for rest in rests[1:-1].split("\n"):
                yield f"{first} {rest}" if rest else first

    def __bool__(self) -> bool:
        """Whether there is any word."""
        return bool(self.rests)


def word_list(words: Iterator[str]) -> WordList:
    """The list of some words, read one after the other; blanks around a word are not part of it."""
    rests: dict[str, str] = {}
    for first, same in groupby((word.strip().partition(" ") for word in words), key=itemgetter(0)):
        if first:
            rests[first] = rests.get(first, "\n") + "".join(f"{rest}\n" for _, _, rest in same)
    return WordList(rests)


@dataclass(frozen=True, slots=True)
class Lists:
    """The list as it is printed, its words of two syllables folded, the first syllables as printed by their folded form, a space between,
    and every syllable of it folded."""

    dictionary: WordList
    pairs: WordList
    starts: dict[str, str]
    syllables: frozenset[str]


KIND = "wordlist-2"
"""Another number when ``Lists`` gets other fields or is made otherwise."""


@lru_cache(maxsize=1)
def lists() -> Lists:
    """The words of the list in the installed underthesea, which is read but not imported; empty when it is not there."""
    source = _source()
    return kept(KIND, source, lambda: _made(source), _written, _read) if source else _made(source)


def _source() -> bytes:
    found = find_spec("underthesea")
    for folder in (found.submodule_search_locations or ()) if found else ():
        try:
            return (Path(folder) / "corpus/data/Viet74K.txt").read_bytes()
        except OSError:
            continue
    return b""


def _made(source: bytes) -> Lists:
    """Everything that is asked of a list of words, one on each line."""
    printed = word_list(iter(source.decode("utf-8", "replace").split("\n")))
    starts: dict[str, str] = {}
    for start in printed.rests:
        starts[fold(start)] = f"{starts.get(fold(start), '')} {start}".lstrip()
    syllables = {part for word in printed for part in word.lower().split()}
    return Lists(printed, _pairs(printed), starts, frozenset(map(fold, syllables)))


def _pairs(printed: WordList) -> WordList:
    """The list's words of two syllables, folded."""
    rests: dict[str, str] = {}
    for start, lines in printed.rests.items():
        seconds = "".join(f"{fold(s)}\n" for s in lines.lower().split("\n") if s and " " not in s)
        if seconds:
            first = fold(start)
            rests[first] = rests.get(first, "\n") + seconds
    return WordList(rests)


def _written(made: Lists) -> list[object]:
    return [made.dictionary.rests, made.pairs.rests, made.starts, sorted(made.syllables)]


def _read(value: list[Any]) -> Lists:
    printed, pairs, starts, syllables = value
    return Lists(WordList(printed), WordList(pairs), starts, frozenset(syllables))


def dictionary() -> WordList:
    """The words of the list as it prints them."""
    return lists().dictionary


def pairs() -> WordList:
    """The list's words of two syllables, folded."""
    return lists().pairs


def printed(pair: str) -> str:
    """A word of ``pairs`` as the list prints it; the first in the list where it has two spellings."""
    first, _, second = pair.partition(" ")
    for start in lists().starts.get(first, "").split():
        for rest in dictionary().rests[start][1:-1].split("\n"):
            if fold(rest) == second:
                return f"{start} {rest}".lower()
    return ""


def is_single(syllable: str) -> bool:
    """Whether the list has a folded syllable as a word by itself."""
    return any("\n\n" in dictionary().rests[start] for start in lists().starts.get(syllable, "").split())
