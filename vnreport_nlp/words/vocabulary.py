"""Words as numbers, so that a batch counts and compares integers."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt


def simple_key(word: str) -> str:
    """Lower case, white space folded, NFC."""
    return unicodedata.normalize("NFC", " ".join(word.lower().split()))


class Vocabulary:
    """Numbers for words: equal keys get equal numbers, in the order in which they are first seen.

    ``key`` folds a word (``vnreport_nlp.text.fold``, say); it is asked once for each distinct spelling. A vocabulary
    belongs to one batch in one process; give workers' keys to ``merge`` to bring their numbers together.
    """

    def __init__(self, key: Callable[[str], str] = simple_key) -> None:
        self._key = key
        self._spellings: dict[str, int] = {}
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def keys(self) -> tuple[str, ...]:
        """The folded words by number."""
        return tuple(self._numbers)

    def number(self, word: str) -> int:
        """The number of one word as printed."""
        found = self._spellings.get(word)
        if found is None:
            found = self._numbers.setdefault(self._key(word), len(self._numbers))
            self._spellings[word] = found
        return found

    def ids(self, words: Iterable[str]) -> npt.NDArray[np.int32]:
        """The numbers of many words as printed."""
        return np.fromiter(map(self.number, words), dtype=np.int32)

    def merge(self, keys: Sequence[str]) -> npt.NDArray[np.int32]:
        """Take in another vocabulary's keys: ``result[its number]`` is ours."""
        return np.array([self._numbers.setdefault(key, len(self._numbers)) for key in keys], dtype=np.int32)
