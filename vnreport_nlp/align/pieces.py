"""The text under a heading cut smaller than paragraphs, each piece with its topics: sentences, and clauses of long ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..classify import Reading
from ..expressions import compiled
from ..model import Span
from ..outline import count

LONG = 30
"""Syllables of a sentence that may tell several things."""
FEWEST, MOST = 10, 6
"""Syllables that clauses in a row must have to say something, and how many of them are read together."""
ENOUGH = 1_000
"""Choices of clauses that are read under one heading; the most at hand are 230."""
TOLD = 5
"""Syllables of the longest of them; names in a list have two or three."""
_CUT = compiled(r"[,:]\s+")


class Clauses(NamedTuple):
    """Clauses in a row, every choice of them: where each stands, its topics, and the share of it that sets directions."""

    spans: list[Span]
    topics: NDArray[np.float64]
    direction: NDArray[np.float64]


class Pieces:
    """Pieces of one draft; each stretch of text is read when it is first asked for."""

    def __init__(self, reading: Reading | None) -> None:
        self._reading = reading
        self._sentences: dict[Span, Reading | None] = {}
        self._clauses: dict[Span, Clauses | None] = {}

    def sentences(self, span: Span) -> Reading | None:
        """A stretch of text read sentence by sentence; None where there is none, or it cannot be read again."""
        if span not in self._sentences:
            self._sentences[span] = None if self._reading is None else self._reading.sentences(span)
        return self._sentences[span]

    def clauses(self, span: Span) -> Clauses | None:
        """The clauses of the long sentences of a stretch of text; None where there are none."""
        if span not in self._clauses:
            self._clauses[span] = self._cut(self.sentences(span))
        return self._clauses[span]

    def _cut(self, read: Reading | None) -> Clauses | None:
        if read is None or read.judge is None:
            return None
        long = np.flatnonzero(read.sizes >= LONG)
        rows = (s for k in long for s in _rows(read.text, int(read.starts[k]), int(read.ends[k])))
        spans = list(islice(rows, ENOUGH))
        if not spans:
            return None
        topics, direction = read.judge([read.text[s.start : s.end] for s in spans])
        return Clauses(spans, topics, direction)


def _rows(text: str, start: int, end: int) -> Iterator[Span]:
    """Every few clauses in a row of a sentence, but not all of it."""
    cuts = [start, *(m.end() for m in _CUT.finditer(text, start, end)), end]
    pairs = ((a, b) for k, a in enumerate(cuts[:-1]) for b in cuts[k + 1 : k + 1 + MOST] if (a, b) != (start, end))
    return (Span(a, b) for a, b in pairs if count(text[a:b]) >= FEWEST and _says(text[a:b]))


def _says(text: str) -> bool:
    """Whether clauses in a row say anything, and are no list of names: ``đạo đức, tổ chức, cán bộ, kiểm tra, giám sát``."""
    return max(map(count, _CUT.split(text)), default=0) >= TOLD
